//! Every step of every file operation fails, each in turn and in every way a system refuses; what was
//! acknowledged is there afterwards, and the user is told.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/driver.rs"]
mod driver;
#[path = "support/fault.rs"]
mod fault;
#[path = "../benches/kit/checklist.rs"]
mod kit;
#[path = "support/program.rs"]
mod program;
#[path = "support/sheet.rs"]
mod sheet;

use std::collections::BTreeMap;
use std::sync::Mutex;

use fault::{BOOK, Called, Fault, ITEMS, REFUSALS, Refusal, What, begun, call, folder};
use program::{Folder, journal};
use sheet::{Row, YES, fill_file};
use tenken::domain::mark::Mark;
use tenken::domain::workbook::Workbook;
use tenken::error::Error;
use tenken::store::disk::Disk;
use tenken::store::gate::Step;
use tenken::store::journal_file;

/// Something the program does with files.
struct Operation {
    name: &'static str,
    /// Makes the folder as it is before.
    before: fn() -> Folder,
    /// The command that does it.
    command: &'static str,
    /// Tells whether it is done.
    done: fn(&Folder) -> bool,
}

const NEW: &str = "new --checklist sample --department 0420 --name 下水道整備課 --year 2026";

const OPERATIONS: &[Operation] = &[
    Operation {
        name: "new",
        before: folder,
        command: NEW,
        done: |folder| workbook(folder).is_some(),
    },
    Operation {
        name: "profile",
        before: begun,
        command: "profile 2026/sample/0420 internet=no",
        done: |folder| workbook(folder).is_some_and(|book| book.records().len() == 3),
    },
    Operation {
        name: "torn",
        before: torn,
        command: "profile 2026/sample/0420 internet=no",
        done: |folder| workbook(folder).is_some_and(|book| book.records().len() == 3),
    },
    Operation {
        name: "fill",
        before: with_answers,
        command: "fill 2026/sample/0420 --from {dir}/rows.csv",
        done: |folder| mark(folder, 0) == Some(Mark::Implemented),
    },
    Operation {
        name: "confirm",
        before: filled,
        command: "confirm 2026/sample/0420 --title 課長",
        done: |folder| workbook(folder).is_some_and(|book| book.is_confirmed()),
    },
    Operation {
        name: "export",
        before: filled,
        command: "export 2026/sample/0420",
        done: |folder| {
            // A file that could not be taken back makes the next pair bear a number.
            ["", "-2"].iter().any(|number| {
                let both = ["summary", "answers"].map(|part| {
                    let name = format!("exports/2026_sample_0420{number}_{part}.csv");
                    folder.path(&name).exists()
                });
                both == [true, true]
            })
        },
    },
    Operation {
        name: "sealed",
        before: filled,
        command: "export 2026/sample/0420 --encrypt-to age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa",
        done: |folder| {
            ["", "-2"].iter().any(|number| {
                ["summary", "answers"].iter().all(|part| {
                    let name = format!("exports/2026_sample_0420{number}_{part}.csv");
                    assert!(!folder.path(&name).exists(), "plain");
                    folder.path(&format!("{name}.age")).exists()
                })
            })
        },
    },
    Operation {
        name: "key",
        before: folder,
        command: "key new --to {dir}/keys/division",
        done: |folder| {
            ["division", "division.pub"]
                .iter()
                .all(|name| folder.path(&format!("keys/{name}")).exists())
        },
    },
    Operation {
        name: "decrypt",
        before: sealed,
        command: "decrypt {dir}/exports/2026_sample_0420_summary.csv.age {dir}/exports/2026_sample_0420_answers.csv.age --identity {dir}/division --to {dir}/opened",
        done: |folder| {
            ["summary", "answers"].iter().all(|part| {
                let name = format!("opened/2026_sample_0420_{part}.csv");
                folder.path(&name).exists()
            })
        },
    },
];

fn sealed() -> Folder {
    let folder = filled();
    for command in [
        "key new --to {dir}/division",
        "export 2026/sample/0420 --encrypt-to {dir}/division.pub",
    ] {
        assert_eq!(call(&folder, Disk::default(), command).code, 0);
    }
    folder
}

fn torn() -> Folder {
    let folder = begun();
    let mut bytes = folder.read(&journal(BOOK));
    bytes.extend_from_slice(b"0123456789abcdef");
    folder.write(&journal(BOOK), bytes);
    folder
}

fn with_answers() -> Folder {
    let folder = begun();
    let rows = ITEMS.map(|item| Row {
        item: item.to_owned(),
        cells: YES,
    });
    folder.write("rows.csv", fill_file(&rows));
    folder
}

fn filled() -> Folder {
    let folder = with_answers();
    let fill = format!("fill {BOOK} --from {{dir}}/rows.csv");
    assert_eq!(call(&folder, Disk::default(), &fill).code, 0);
    folder
}

/// Returns the workbook as it is on the disk, whole; none when there is none.
#[track_caller]
fn workbook(folder: &Folder) -> Option<Workbook> {
    match journal_file::read(&Disk::default(), &folder.path(&journal(BOOK))) {
        Ok(read) => {
            assert_eq!(read.damage, None);
            Some(read.workbook)
        }
        Err(Error::NotFound(_)) => None,
        Err(error) => panic!("{error:?}"),
    }
}

fn mark(folder: &Folder, item: usize) -> Option<Mark> {
    workbook(folder)?.answer(ITEMS[item]).mark()
}

/// Asserts that every record of an earlier state is still there, in order.
#[track_caller]
fn assert_nothing_lost(before: Option<&Workbook>, folder: &Folder) {
    let now = workbook(folder);
    if let Some(before) = before {
        let now = now.unwrap();
        assert!(now.records().starts_with(before.records()));
    }
}

#[track_caller]
fn assert_told(called: &Called) {
    let words = called.err.trim();
    assert!(!words.is_empty(), "nothing was said");
    assert!(!words.contains("panicked"), "{words}");
    assert!(matches!(called.code, 1..=4), "{}: {words}", called.code);
}

#[derive(Default)]
struct Row0 {
    points: usize,
    told: usize,
    done: usize,
}

/// How many runs go on at once; they wait for the disk most of the time.
const WORKERS: usize = 4;

type Table = BTreeMap<(&'static str, String), Row0>;

/// Runs one operation with one fault at each of its steps in turn.
fn run_operation(operation: &Operation, way: Way, table: &mut Table, steps: &mut Vec<Step>) {
    let begin = (operation.before)();
    let before = workbook(&begin);
    for at in 1.. {
        let folder = begin.copy();
        let what = way.at(at);
        let fault = Fault::at(at, what);
        let called = call(&folder, fault.disk(), operation.command);
        let Some(step) = fault.hit() else {
            assert_eq!(called.code, 0, "{}", called.err);
            assert!((operation.done)(&folder), "{}", operation.name);
            return;
        };
        let place = format!("{} {what:?} {at} {step:?}", operation.name);
        steps.push(step);
        assert_nothing_lost(before.as_ref(), &folder);
        let row = table
            .entry((operation.name, format!("{what:?}")))
            .or_default();
        row.points += 1;
        if called.code == 0 {
            assert!((operation.done)(&folder), "{place}: said done, is not");
            row.done += 1;
        } else {
            assert_told(&called);
            row.told += 1;
        }
        // What could not be done can be done afterwards, whatever the fault left behind.
        let again = call(&folder, Disk::default(), operation.command);
        let there_already = again.code == 2 && (operation.done)(&folder);
        assert!(again.code == 0 || there_already, "{place}: {}", again.err);
        assert!((operation.done)(&folder), "{place}");
        assert_nothing_lost(before.as_ref(), &folder);
    }
}

/// Answers one question on the screen with one fault at each step in turn.
fn run_screen(way: Way, table: &mut Table, steps: &mut Vec<Step>) {
    let begin = begun();
    let before = workbook(&begin);
    for at in 1.. {
        let what = way.at(at);
        let fault = Fault::at(at, what);
        let root = begin.copy().into_root();
        let mut driver =
            driver::Driver::start_on(fault.disk(), root, (80, 24), tenken::text::Lang::Ja);
        driver.press("Enter");
        let opening = driver.model.notice.clone();
        driver.press("1");
        let saved = driver.model.open.is_some() && driver.model.unsaved() == 0;
        let notice = opening.or_else(|| driver.model.notice.clone());
        let shown = driver.screen();
        let there = || {
            let path = driver.path().join(journal(BOOK));
            journal_file::read(&Disk::default(), &path).unwrap()
        };
        let Some(step) = fault.hit() else {
            assert!(saved, "{shown}");
            assert_eq!(
                there().workbook.answer(ITEMS[0]).mark(),
                Some(Mark::Implemented)
            );
            return;
        };
        let place = format!("screen {what:?} {at} {step:?}\n{shown}");
        steps.push(step);
        let row = table.entry(("screen", format!("{what:?}"))).or_default();
        row.points += 1;
        let read = there();
        assert_eq!(read.damage, None, "{place}");
        let records = read.workbook.records();
        assert!(
            records.starts_with(before.as_ref().unwrap().records()),
            "{place}"
        );
        let answered = read.workbook.answer(ITEMS[0]).mark().is_some();
        let in_memory = driver
            .model
            .open
            .as_ref()
            .is_some_and(|open| open.workbook.answer(ITEMS[0]).mark().is_some());
        if saved && in_memory {
            assert!(answered, "{place}: said saved, is not");
            row.done += 1;
        } else {
            let told = ["読めません。", "見られません。"].map(|words| shown.contains(words));
            assert!(notice.is_some() || told != [false, false], "{place}");
            row.told += 1;
        }
        // A fault that passes is overcome by trying again.
        if matches!(what, What::Once(_)) && in_memory && !saved {
            driver.press("C-s");
            driver.wait_saved();
            assert_eq!(driver.model.unsaved(), 0, "{place}");
            assert_eq!(
                there_mark(&driver),
                Some(Mark::Implemented),
                "{place}: saved on trying again"
            );
        }
    }
}

fn there_mark(driver: &driver::Driver) -> Option<Mark> {
    let path = driver.path().join(journal(BOOK));
    let read = journal_file::read(&Disk::default(), &path).unwrap();
    read.workbook.answer(ITEMS[0]).mark()
}

/// When set, every step is refused in every way: minutes instead of seconds.
const FULL: &str = "TENKEN_TEST_FULL";

/// How the steps of a run are refused.
#[derive(Clone, Copy)]
struct Way {
    /// Whether all later steps are refused too.
    from_here: bool,
    /// As what; each step as another one when none is named.
    refusal: Option<Refusal>,
}

impl Way {
    fn at(self, at: usize) -> What {
        let refusal = self.refusal.unwrap_or(REFUSALS[at % REFUSALS.len()]);
        if self.from_here {
            What::FromHere(refusal)
        } else {
            What::Once(refusal)
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how much a test does may be asked for"
)]
fn ways() -> Vec<Way> {
    let refusals = if std::env::var_os(FULL).is_some() {
        REFUSALS.map(Some).to_vec()
    } else {
        vec![None]
    };
    let both = [true, false].into_iter();
    both.flat_map(|from_here| {
        let refusals = refusals.clone().into_iter();
        refusals.map(move |refusal| Way { from_here, refusal })
    })
    .collect()
}

/// Sealing and opening are made of the same steps as a plain export: one refusal shows enough.
fn is_worth_it(operation: &Operation, way: Way) -> bool {
    let one = way.refusal.is_none() || way.refusal == Some(REFUSALS[0]);
    one || !["sealed", "key", "decrypt"].contains(&operation.name)
}

#[test]
fn every_failing_step_leaves_a_loadable_workbook_and_a_clear_message() {
    let all = Mutex::new((Table::new(), Vec::new()));
    let work: Mutex<Vec<(Way, Option<&Operation>)>> = Mutex::new(
        ways()
            .into_iter()
            .flat_map(|way| {
                let commands = OPERATIONS
                    .iter()
                    .filter(move |operation| is_worth_it(operation, way))
                    .map(Some);
                commands.chain([None]).map(move |done| (way, done))
            })
            .collect(),
    );
    let next = || work.lock().unwrap().pop();
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some((way, operation)) = next() {
                    let (mut table, mut steps) = (Table::new(), Vec::new());
                    match operation {
                        Some(operation) => run_operation(operation, way, &mut table, &mut steps),
                        None => run_screen(way, &mut table, &mut steps),
                    }
                    let mut all = all.lock().unwrap();
                    all.0.extend(table);
                    all.1.extend(steps);
                }
            });
        }
    });
    let (table, mut steps) = all.into_inner().unwrap();
    println!(
        "{:<8} {:<18} {:>6} {:>6} {:>6} {:>5}",
        "what", "fault", "points", "told", "done", "lost"
    );
    for ((name, what), row) in &table {
        assert_eq!(row.points, row.told + row.done);
        println!(
            "{name:<8} {what:<18} {:>6} {:>6} {:>6} {:>5}",
            row.points, row.told, row.done, 0
        );
    }
    let points: usize = table.values().map(|row| row.points).sum();
    println!("{points} points, every acknowledged record there after each");
    // Every kind of step was made to fail, or the table would prove less than it says.
    steps.sort();
    steps.dedup();
    assert_eq!(steps.len(), 14, "{steps:?}");
}

#[test]
fn a_refused_answer_stays_in_memory_and_is_saved_with_the_next() {
    let folder = begun();
    let root = folder.copy().into_root();
    // The first write of the answer is the step to fail: found by counting.
    let at = first_write(&folder);
    let fault = Fault::at(at, What::Once(Refusal::Enospc));
    let mut driver = driver::Driver::start_on(fault.disk(), root, (80, 24), tenken::text::Lang::Ja);
    driver.press("Enter 1");
    assert_eq!(driver.model.unsaved(), 1);
    let shown = driver.screen();
    assert!(shown.contains("未保存 1件"), "{shown}");
    assert!(shown.contains("空きがありませ"), "{shown}");
    // The next answer takes the waiting one along.
    driver.press("2");
    driver.wait_saved();
    assert_eq!(driver.model.unsaved(), 0, "{}", driver.screen());
    assert!(there_mark(&driver).is_some());
}

/// Returns which step writes the first half of the first answer.
fn first_write(folder: &Folder) -> usize {
    for at in 1.. {
        let root = folder.copy().into_root();
        let fault = Fault::at(at, What::Once(Refusal::Enospc));
        let mut driver =
            driver::Driver::start_on(fault.disk(), root, (80, 24), tenken::text::Lang::Ja);
        driver.press("Enter 1");
        if driver.model.unsaved() > 0 {
            return at;
        }
        assert!(fault.hit().is_some(), "no step refuses the answer");
    }
    unreachable!()
}
