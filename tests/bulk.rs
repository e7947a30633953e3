//! The files that collecting is measured on are files as the program writes them, and the truth
//! beside them is what they say.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../benches/bulk/export.rs"]
mod export;
#[path = "../benches/bulk/layout.rs"]
mod layout;
#[path = "../benches/bulk/piece.rs"]
mod piece;
#[path = "../benches/bulk/spoil.rs"]
mod spoil;
#[path = "../benches/bulk/stock.rs"]
mod stock;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use layout::{Order, write};
use tempfile::TempDir;
use tenken::collect::collection::{Collection, Entry};
use tenken::collect::compared::Compared;
use tenken::collect::desk;
use tenken::collect::gather::Progress;
use tenken::collect::tables;
use tenken::domain::fiscal_year::FiscalYear;
use tenken::domain::ledger::State;
use tenken::domain::mark::Mark;
use tenken::format::csv_finding::Check;
use tenken::format::csv_guard::guard;
use tenken::format::csv_sheet::Sheet;
use tenken::format::csv_table;
use tenken::format::csv_verify::{InputFile, verify};
use tenken::store::checklists;
use tenken::store::disk::Disk;
use tenken::text::Lang;
use tenken::text::columns::collection::TABLES;
use tenken::text::columns::{Header, MARK};
use tenken::text::desk::reason;

/// Six departments of two municipalities in two years.
fn order(to: &TempDir) -> Order {
    Order {
        to: to.path().join("bulk"),
        municipalities: 2,
        departments: 3,
        years: 2,
        first_year: 2025,
        seed: 1,
        shards: None,
        dirty: 0,
    }
}

fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// What a truth says: the line of a municipality, department, year and clause.
type Truth = BTreeMap<[String; 4], [u64; 8]>;

fn truth_of_file(to: &TempDir) -> Truth {
    let text = fs::read_to_string(to.path().join("bulk.truth.csv")).unwrap();
    let lines = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let key = std::array::from_fn(|at| cells[at].to_owned());
        (
            key,
            std::array::from_fn(|at| cells[4 + at].parse().unwrap()),
        )
    });
    lines.collect()
}

/// Counts one file of answers.
fn add_truth(truth: &mut Truth, sheet: &Sheet) {
    for row in &sheet.rows {
        let cell = |id| sheet.cell(row, id);
        let key = [
            "municipality_code",
            "department_code",
            "fiscal_year",
            "clause",
        ];
        let sums = truth.entry(key.map(|id| cell(id).to_owned())).or_default();
        let mark = MARK
            .iter()
            .position(|word| word.ja == cell("mark"))
            .unwrap();
        let weight: u64 = cell("weight").parse().unwrap();
        sums[0] += 1;
        sums[1 + mark] += 1;
        if Mark::ALL[mark] != Mark::NotApplicable {
            sums[6] += weight * cell("mark_value").parse::<u64>().unwrap();
            sums[7] += weight;
        }
    }
}

#[test]
fn bulk_files_verify_and_the_truth_is_what_they_say() {
    let to = tempfile::tempdir().unwrap();
    let written = write(&order(&to)).unwrap();
    let files = tree(&to.path().join("bulk"));
    assert_eq!(files.len(), 2 * 3 * 2 * 2);
    assert_eq!(written.files.load(Ordering::Relaxed), files.len() as u64);
    let bytes: usize = files.values().map(Vec::len).sum();
    assert_eq!(written.bytes.load(Ordering::Relaxed), bytes as u64);
    let names: Vec<String> = files
        .keys()
        .map(|name| name.display().to_string())
        .collect();
    let inputs: Vec<InputFile<'_>> = names
        .iter()
        .zip(files.values())
        .map(|(name, bytes)| InputFile { name, bytes })
        .collect();
    let set = checklists::of_files(checklists::built_in());
    let verdicts = verify(&inputs, &set.checklists);
    assert_eq!(verdicts.len(), 12);
    for verdict in &verdicts {
        assert_eq!(verdict.findings, []);
        assert_eq!(verdict.receipt_check, Check::Good);
        assert_eq!(verdict.summary_check, Check::Good);
        assert_eq!(verdict.answers_check, Check::Good);
    }
    let mut truth = Truth::new();
    let mut marks = BTreeSet::new();
    for (name, bytes) in &files {
        let sheet = Sheet::read(bytes).unwrap();
        // To the byte as the program itself would write these cells.
        let headings = sheet.kind.columns().iter();
        let headings = headings.map(|column| column.heading(Header::Ja));
        let rows = sheet
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| guard(cell)));
        assert!(
            csv_table::write(headings, rows).unwrap() == *bytes,
            "{}",
            name.display()
        );
        if name.to_string_lossy().ends_with("_answers.csv") {
            add_truth(&mut truth, &sheet);
            let all = sheet
                .rows
                .iter()
                .map(|row| sheet.cell(row, "mark").to_owned());
            marks.extend(all);
        }
    }
    assert_eq!(marks.len(), 5);
    assert!(truth == truth_of_file(&to));
}

#[test]
fn large_files_hold_the_same_and_all_of_it_comes_again() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(&order(&one)).unwrap();
    let large = Order {
        shards: Some(2),
        ..order(&other)
    };
    write(&large).unwrap();
    let (small, large) = (tree(&one.path().join("bulk")), tree(&large.to));
    assert_eq!(large.len(), 4);
    for part in ["summary", "answers"] {
        let lines = |files: &BTreeMap<PathBuf, Vec<u8>>| -> BTreeSet<Vec<u8>> {
            let files = files
                .iter()
                .filter(|(name, _)| name.to_string_lossy().ends_with(&format!("_{part}.csv")));
            files
                .flat_map(|(_, bytes)| bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec))
                .collect()
        };
        assert!(lines(&small) == lines(&large));
    }
    assert!(truth_of_file(&one) == truth_of_file(&other));
    let again = tempfile::tempdir().unwrap();
    write(&order(&again)).unwrap();
    assert!(small == tree(&again.path().join("bulk")));
    let seeded = tempfile::tempdir().unwrap();
    let seeded_order = Order {
        seed: 2,
        ..order(&seeded)
    };
    write(&seeded_order).unwrap();
    let others = tree(&seeded_order.to);
    assert!(small.iter().all(|(name, bytes)| others[name] != *bytes));
}

#[test]
fn every_spoilt_file_is_listed_and_left_out_of_the_truth() {
    let to = tempfile::tempdir().unwrap();
    let dirty = Order {
        departments: 15,
        dirty: 1_000,
        ..order(&to)
    };
    write(&dirty).unwrap();
    let list = fs::read_to_string(to.path().join("bulk.defects.csv")).unwrap();
    let lines: Vec<Vec<&str>> = list
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    assert_eq!(lines.len(), 60);
    let kinds: BTreeSet<&str> = lines.iter().map(|line| line[1]).collect();
    assert_eq!(kinds.len(), 13);
    let truth = truth_of_file(&to);
    let set = checklists::of_files(checklists::built_in());
    for line in lines {
        let [name, kind, counts] = line[..].try_into().unwrap();
        let stem = name.strip_suffix("_answers.csv").unwrap();
        let names = ["answers", "summary"].map(|part| format!("{stem}_{part}.csv"));
        let files: Vec<Option<Vec<u8>>> = names
            .iter()
            .map(|name| fs::read(dirty.to.join(name)).ok())
            .collect();
        let inputs = names.iter().zip(&files).filter_map(|(name, bytes)| {
            let bytes = bytes.as_deref()?;
            Some(InputFile { name, bytes })
        });
        let verdicts = verify(&inputs.collect::<Vec<_>>(), &set.checklists);
        let whole = |verdict: &tenken::format::csv_finding::Verdict| {
            verdict.is_good() && verdict.receipt_check == Check::Good
        };
        assert_eq!(verdicts.iter().all(whole), counts == "yes", "{kind}");
        let [year, municipality, department]: [&str; 3] = Path::new(stem)
            .file_name()
            .and_then(|name| name.to_str())
            .map(|name| name.split('_').collect::<Vec<_>>().try_into().unwrap())
            .unwrap();
        let told = truth
            .keys()
            .any(|key| key[..3] == [municipality, department, year]);
        assert_eq!(told, counts == "yes", "{kind}");
    }
}

/// What a division makes of a folder, by the library: the collection of a year.
fn collected(folder: &Path, year: i32) -> Collection {
    let disk = Disk::default();
    let set = checklists::of_files(checklists::built_in());
    let desk = folder.join("desk");
    let order = desk::Order {
        inputs: &[folder.to_owned()],
        previous: &[],
        year: FiscalYear::new(year).unwrap(),
        municipality: None,
        roster: None,
        to: desk,
        keep: false,
    };
    let progress = Progress::default();
    let planned = desk::plan(&disk, &order, &set.checklists, None, &progress).unwrap();
    planned.desk.collection
}

fn table(collection: &Collection, wanted: &str) -> String {
    let compared = Compared::of(collection);
    let (name, columns) = TABLES
        .into_iter()
        .find(|(name, _)| *name == wanted)
        .unwrap();
    let mut bytes = Vec::new();
    tables::write(name, columns, &compared, Header::En, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn large_files_are_collected_as_small_ones_are() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    // Large enough to be divided instead of read as a whole.
    let many = |to| Order {
        departments: 40,
        years: 1,
        first_year: 2026,
        ..order(to)
    };
    write(&many(&one)).unwrap();
    let large = Order {
        shards: Some(1),
        ..many(&other)
    };
    write(&large).unwrap();
    let (small, large) = (collected(&many(&one).to, 2026), collected(&large.to, 2026));
    assert_eq!(small.submissions.len(), 80);
    for name in ["by_department_clause", "by_clause", "by_item"] {
        assert!(table(&small, name) == table(&large, name), "{name}");
    }
    // A row is where the file says it is.
    let file = tree(&other.path().join("bulk"));
    let (_, bytes) = file
        .iter()
        .find(|(name, _)| name.to_string_lossy().contains("answers"))
        .unwrap();
    let rows: Vec<&str> = std::str::from_utf8(bytes).unwrap().split("\r\n").collect();
    let last = &large.submissions[57];
    for (position, item) in last.asked.items.iter().enumerate() {
        let row = rows[last.origin.row(position).unwrap() - 1];
        assert!(
            row.contains(&item.id) && row.contains(&*last.cover.receipt),
            "{row}"
        );
    }
}

#[test]
fn large_files_handed_in_twice_count_once_whichever_comes_first() {
    let to = tempfile::tempdir().unwrap();
    let large = Order {
        departments: 40,
        years: 1,
        first_year: 2026,
        shards: Some(1),
        ..order(&to)
    };
    write(&large).unwrap();
    let once = collected(&large.to, 2026);
    let mut ledgers = Vec::new();
    for copy in ["a-copy", "z-copy"] {
        for kind in ["summary", "answers"] {
            let from = large.to.join(format!("part-0000_{kind}.csv"));
            let bytes = fs::read(from).unwrap();
            // The copy ends within a row, and holds fewer departments.
            let end = bytes.len() * 2 / 3;
            let to = large.to.join(format!("{copy}_{kind}.csv"));
            Disk::default().write_whole(&to, &bytes[..end]).unwrap();
        }
        let twice = collected(&large.to, 2026);
        assert_eq!(twice.submissions.len(), 80);
        for name in ["by_department_clause", "by_clause", "by_item"] {
            // The municipality most was handed in of comes first.
            let rows = |collection: &Collection| -> BTreeSet<String> {
                let table = table(collection, name);
                table.lines().map(str::to_owned).collect()
            };
            assert!(rows(&once) == rows(&twice), "{name}");
        }
        let duplicates = twice.count(State::Duplicate);
        assert!((50..54).contains(&duplicates), "{duplicates}");
        // Each of the two that is cut off is told.
        let cut_off = twice.count(State::Unreadable) + twice.count(State::Altered);
        assert!(cut_off >= 2, "{cut_off}");
        let told = |entry: &Entry| (entry.state, entry.department_code.to_string());
        let mut ledger: Vec<_> = twice.ledger.iter().map(told).collect();
        ledger.sort();
        ledgers.push(ledger);
        for kind in ["summary", "answers"] {
            fs::remove_file(large.to.join(format!("{copy}_{kind}.csv"))).unwrap();
        }
    }
    assert!(ledgers[0] == ledgers[1]);
}

#[test]
fn every_spoilt_file_is_told_and_every_good_one_counts() {
    let to = tempfile::tempdir().unwrap();
    let dirty = Order {
        departments: 20,
        years: 1,
        first_year: 2026,
        dirty: 500,
        ..order(&to)
    };
    write(&dirty).unwrap();
    let collection = collected(&dirty.to, 2026);
    let list = fs::read_to_string(to.path().join("bulk.defects.csv")).unwrap();
    let mut spoilt = 0;
    for line in list.lines().skip(1) {
        let [name, kind, counts]: [&str; 3] =
            line.split(',').collect::<Vec<_>>().try_into().unwrap();
        let stem = name.strip_suffix("_answers.csv").unwrap();
        let mut told = collection
            .ledger
            .iter()
            .filter(|entry| !entry.state.counts() && entry.claim.names().contains(stem));
        if counts == "no" {
            let entry = told.next();
            let entry = entry.unwrap_or_else(|| panic!("{kind}: {name} is not told"));
            let why = reason(
                Lang::En,
                entry.state,
                entry.verdict.as_deref(),
                entry.trouble.as_deref(),
            );
            assert!(
                !why.what.is_empty() && !why.file.is_empty(),
                "{kind} {why:?}"
            );
            spoilt += 1;
        }
    }
    assert!(spoilt > 5);
    assert_eq!(collection.submissions.len(), 40 - spoilt);
    assert!(!collection.takes_everything());
}
