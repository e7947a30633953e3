//! How long one answer takes until it is saved, beside the bare floor: the same bytes appended to
//! a file on the same disk and made durable.

use std::cell::{Cell, RefCell};
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset};
use divan::Bencher;

use tenken::domain::fiscal_year::FiscalYear;
use tenken::domain::item_id::ItemId;
use tenken::domain::mark::{Mark, Marked};
use tenken::domain::record::{Author, Change, Record, RecordKind};
use tenken::format::journal;
use tenken::store::checklists;
use tenken::store::folder::Folder;
use tenken::store::journal_file::Appender;
use tenken::store::workbooks::{self, NewWorkbook, Opened};

static ROOT: OnceLock<PathBuf> = OnceLock::new();

fn main() {
    let root = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    ROOT.get_or_init(|| root.path().to_owned());
    divan::main();
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T14:32:07+09:00").expect("a time")
}

fn clerk() -> Author {
    Author {
        name: "山田太郎".to_owned(),
        title: "課長".to_owned(),
    }
}

/// Begins a workbook on the built-in checklist and opens it for writing.
fn begun() -> (Opened, Appender) {
    let root = ROOT.get().expect("set in main");
    let folder = Folder::new(root.clone());
    let set = checklists::of_files(checklists::built_in());
    let new = NewWorkbook {
        city: "odawara".to_owned(),
        department_code: "0420".to_owned(),
        department: "下水道整備課".to_owned(),
        agency: None,
        year: FiscalYear::new(2026).expect("a year"),
    };
    let key = workbooks::create(&folder, &set, &new, &clerk(), now()).expect("a workbook");
    workbooks::open_for_writing(&folder, &key, "", now()).expect("the lock")
}

/// Makes the record of an answer to the same item; answers alternate, so that each fits the one
/// before. The first follows the record that began the workbook.
fn answer(number: u64) -> Record {
    let [before, after] = if number.is_multiple_of(2) {
        [Mark::Partial, Mark::Implemented]
    } else {
        [Mark::Implemented, Mark::Partial]
    };
    Record {
        number,
        at: now(),
        by: clerk(),
        kind: RecordKind::Action,
        changes: vec![Change::Mark {
            item: ItemId("Q06-2-05".to_owned()),
            before: (number > 2).then_some(Marked::typed(before)),
            after: Some(Marked::typed(after)),
        }],
    }
}

/// One answer as the screens save it: encoded, chained, appended, made durable.
#[divan::bench(sample_count = 500, sample_size = 1)]
fn answer_saved(bencher: Bencher<'_, '_>) {
    let (opened, appender) = begun();
    let appender = RefCell::new(appender);
    let number = Cell::new(opened.workbook.next_number());
    bencher
        .with_inputs(|| answer(number.replace(number.get() + 1)))
        .bench_local_refs(|record| {
            let saved = appender.borrow_mut().append(record);
            saved.expect("room on the disk");
        });
}

/// The floor: the same bytes, appended and made durable, with nothing around it.
#[divan::bench(sample_count = 500, sample_size = 1)]
fn bare_append_and_sync(bencher: Bencher<'_, '_>) {
    let root = ROOT.get().expect("set in main");
    let (line, _) = journal::encode(&answer(2), &journal::origin()).expect("a line");
    let mut file = floor(root.join("floor.bin"));
    bencher.bench_local(|| {
        file.write_all(line.as_bytes()).expect("room on the disk");
        file.sync_data().expect("a disk that syncs");
    });
}

fn floor(path: PathBuf) -> File {
    OpenOptions::new()
        .create_new(true)
        .append(true)
        .open(path)
        .expect("a new file")
}
