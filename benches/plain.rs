//! The floor that collecting is measured beside: one thread, the `csv` crate's byte records, no
//! checks. Reads the answers below a folder and adds up weights and worths by municipality, year,
//! department and clause.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench tells what it did and ends at the first fault"
)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

fn main() {
    let folder = std::env::args()
        .nth(1)
        .filter(|first| !first.starts_with("--"));
    let Some(folder) = folder else {
        println!("cargo bench --bench plain -- FOLDER");
        return;
    };
    let mut files = Vec::new();
    answers_below(Path::new(&folder), &mut files);
    files.sort();
    let mut sums: HashMap<Vec<u8>, (u64, u64)> = HashMap::new();
    let mut record = csv::ByteRecord::new();
    let mut rows = 0_u64;
    let mut key = Vec::new();
    for file in &files {
        let mut reader = csv::Reader::from_path(file).unwrap();
        let headings = reader.byte_headers().unwrap().clone();
        let place = |id: &str, ja: &str| {
            let known =
                |cell: &[u8]| cell.ends_with(id.as_bytes()) || cell.ends_with(ja.as_bytes());
            headings.iter().position(known).unwrap()
        };
        let keys = [
            place("municipality_code", "全国地方公共団体コード"),
            place("fiscal_year", "年度"),
            place("department_code", "所属コード"),
            place("clause", "号・細目ID"),
        ];
        let (weight, worth) = (place("weight", "重み"), place("mark_value", "回答の点"));
        while reader.read_byte_record(&mut record).unwrap() {
            rows += 1;
            key.clear();
            for at in keys {
                key.extend_from_slice(&record[at]);
                key.push(b'|');
            }
            let number = |at: usize| {
                std::str::from_utf8(&record[at])
                    .unwrap()
                    .parse::<u64>()
                    .ok()
            };
            let Some((weight, worth)) = number(weight).zip(number(worth)) else {
                continue;
            };
            let sum = match sums.get_mut(&key) {
                Some(sum) => sum,
                None => sums.entry(key.clone()).or_default(),
            };
            sum.0 += weight * worth;
            sum.1 += weight;
        }
    }
    println!("rows={rows} groups={}", sums.len());
}

fn answers_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            answers_below(&path, found);
        } else if path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().contains("answers"))
        {
            found.push(path);
        }
    }
}
