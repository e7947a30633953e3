//! Journals that came to harm: told, read as far as they are good, repaired; texts taken out again;
//! exports laid beside their journal; journals of other versions and strange times.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "recovery/damage.rs"]
mod damage;
#[path = "support/driver.rs"]
mod driver;
#[path = "recovery/faults.rs"]
mod faults;
#[path = "support/program.rs"]
mod program;
#[path = "recovery/redact.rs"]
mod redact;
#[path = "recovery/repair.rs"]
mod repair;
#[cfg(unix)]
#[path = "support/screen.rs"]
mod screen;
#[path = "support/sheet.rs"]
mod sheet;
#[path = "recovery/time.rs"]
mod time;
#[path = "recovery/undo.rs"]
mod undo;
#[path = "recovery/verify.rs"]
mod verify;
#[path = "recovery/version.rs"]
mod version;

use std::collections::BTreeMap;
use std::path::Path;

use program::{Folder, journal};
use sheet::{Row, fill_file};
use tenken::domain::workbook::Workbook;
use tenken::store::disk::Disk;
use tenken::store::journal_file;

const BOOK: &str = "2026/odawara/0420";

/// Begins a workbook and fills in a remark three times, one record each.
fn begun() -> Folder {
    let folder = Folder::new();
    folder.begin(BOOK);
    folder.done(&format!("profile {BOOK} lgwan=yes"));
    for (item, remark) in [
        ("Q05-01", "田中さんに聞いた"),
        ("Q05-02", "二つ目"),
        ("Q05-03", "三つ目"),
    ] {
        fill(&folder, item, remark);
    }
    folder
}

/// Answers a question with △ and a remark, as one record.
fn fill(folder: &Folder, item: &str, remark: &'static str) {
    let item = item.to_owned();
    let cells = ["△", "", remark, "", ""];
    folder.write("row.csv", fill_file(&[Row { item, cells }]));
    folder.done(&format!("fill {BOOK} --from row.csv"));
}

fn workbook(folder: &Folder) -> Workbook {
    let path = folder.path(&journal(BOOK));
    journal_file::read(&Disk::default(), &path)
        .unwrap()
        .workbook
}

/// Returns the lines of the journal, each with its line end.
fn lines(folder: &Folder) -> Vec<Vec<u8>> {
    let bytes = folder.read(&journal(BOOK));
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

/// Returns every file below a folder with its bytes.
fn everything(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().display().to_string();
            if path.is_dir() {
                found.insert(format!("{name}/"), Vec::new());
                folders.push(path);
            } else {
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}
