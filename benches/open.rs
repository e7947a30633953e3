//! How long it takes to open a workbook, beside only reading and hashing the same bytes.

#[path = "kit/checklist.rs"]
mod checklist;
#[path = "kit/filling.rs"]
mod filling;

use std::fmt;
use std::path::PathBuf;
use std::sync::OnceLock;

use divan::Bencher;
use divan::counter::BytesCount;
use sha2::{Digest as _, Sha256};
use tenken::domain::fiscal_year::FiscalYear;
use tenken::format::journal;
use tenken::format::journal_whole::whole;
use tenken::store::folder::{Folder, WorkbookKey};
use tenken::store::known::Known;
use tenken::store::{checklists, shelf, workbooks};

const CASES: [Case; 2] = [
    Case {
        items: 88,
        events: 500,
    },
    Case {
        items: 1_000,
        events: 100_000,
    },
];

#[derive(Clone, Copy, PartialEq, Eq)]
struct Case {
    items: usize,
    events: usize,
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} items, {} events", self.items, self.events)
    }
}

/// A workbook made for a case, on the disk the build is on.
struct Made {
    folder: Folder,
    key: WorkbookKey,
    /// The journal and the frozen checklist: what opening reads.
    files: [PathBuf; 2],
    bytes: u64,
}

static MADE: [OnceLock<Made>; CASES.len()] = [OnceLock::new(), OnceLock::new()];
static ROOT: OnceLock<PathBuf> = OnceLock::new();

fn main() {
    let root = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    ROOT.get_or_init(|| root.path().to_owned());
    divan::main();
}

fn made(case: Case) -> &'static Made {
    let slot = CASES.iter().position(|known| *known == case).unwrap_or(0);
    MADE[slot].get_or_init(|| make(case))
}

fn make(case: Case) -> Made {
    let root = ROOT.get().expect("set in main");
    let folder = Folder::new(root.join(case.items.to_string()));
    let year = FiscalYear::new(2026).expect("a year");
    let key = WorkbookKey::new(year, checklist::CITY, "0420").expect("a name");
    let set = checklist::set(case.items);
    let checklist = set.city(checklist::CITY).expect("a checklist");
    let mut workbook = filling::begun(checklist);
    filling::fill(checklist, &mut workbook, case.events);
    let mut lines = String::new();
    let mut head = journal::origin();
    for record in workbook.records() {
        let (line, hash) = journal::encode(record, &head).expect("a line");
        lines.push_str(&line);
        head = hash;
    }
    folder
        .disk()
        .make_folder(&folder.year_and_city(&key))
        .expect("a folder");
    checklists::freeze(&folder, &key, &set, &checklist.digest).expect("room on the disk");
    let path = folder.journal(&key);
    folder
        .disk()
        .write_new(&path, lines.as_bytes())
        .expect("room on the disk");
    let files = [path, folder.frozen(&key, &checklist.digest)];
    let bytes = files
        .iter()
        .map(|file| file.metadata().map_or(0, |metadata| metadata.len()))
        .sum();
    Made {
        folder,
        key,
        files,
        bytes,
    }
}

/// Opens a workbook for reading: journal, chain, records, frozen checklist, last year's.
#[divan::bench(args = CASES, sample_count = 20, sample_size = 1)]
fn open(bencher: Bencher<'_, '_>, case: Case) {
    let made = made(case);
    bencher
        .counter(BytesCount::new(made.bytes))
        .bench(|| workbooks::open(&made.folder, &made.key).expect("a sound workbook"));
}

/// Reads a list of three workbooks with 500 events each, as the screens do at the start.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn list_of_three(bencher: Bencher<'_, '_>) {
    let made = made(CASES[0]);
    for code in ["0421", "0422"] {
        let key = WorkbookKey::new(made.key.year, &made.key.city, code).expect("a name");
        std::fs::copy(&made.files[0], made.folder.journal(&key)).expect("room on the disk");
    }
    bencher.bench(|| shelf::read(&made.folder, &mut Known::default()).expect("a folder"));
}

/// Reads a journal alone: chain, records, what they fold into.
#[divan::bench(args = CASES, sample_count = 20, sample_size = 1)]
fn journal_alone(bencher: Bencher<'_, '_>, case: Case) {
    let made = made(case);
    let bytes = made.folder.disk().read(&made.files[0]).expect("a file");
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| journal::read(&bytes).workbook.expect("a sound journal"));
}

/// Checks the chain of a journal, as `verify` does.
#[divan::bench(args = CASES, sample_count = 20, sample_size = 1)]
fn journal_verified(bencher: Bencher<'_, '_>, case: Case) {
    let made = made(case);
    let bytes = made.folder.disk().read(&made.files[0]).expect("a file");
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| whole(&bytes).expect("a whole journal"));
}

/// Hashes the same journal, and nothing more.
#[divan::bench(args = CASES, sample_count = 20, sample_size = 1)]
fn journal_hashed(bencher: Bencher<'_, '_>, case: Case) {
    let made = made(case);
    let bytes = made.folder.disk().read(&made.files[0]).expect("a file");
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| Sha256::digest(&bytes));
}

/// Reads and hashes the same files, and nothing more.
#[divan::bench(args = CASES, sample_count = 20, sample_size = 1)]
fn read_and_hash(bencher: Bencher<'_, '_>, case: Case) {
    let made = made(case);
    bencher.counter(BytesCount::new(made.bytes)).bench(|| {
        made.files.each_ref().map(|file| {
            let bytes = made.folder.disk().read(file).expect("a file");
            Sha256::digest(&bytes)
        })
    });
}
