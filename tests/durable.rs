//! What was said to be saved stays saved: a second program, sudden ends, torn and damaged journals.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/program.rs"]
mod program;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/sheet.rs"]
mod sheet;

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::DateTime;
use program::{Folder, NOW, journal};
use screen::{CTRL_Q, DOWN, ENTER, RIGHT, TAB, Terminal, item};
use sheet::{NO, Row, YES, fill_file, shipped};
use tenken::domain::action;
use tenken::domain::checklist::Checklist;
use tenken::domain::expression::ProfileKey;
use tenken::domain::mark::Mark;
use tenken::domain::record::{Author, RecordKind};
use tenken::domain::standing::{Standing, standing};
use tenken::domain::workbook::Workbook;
use tenken::error::Error;
use tenken::format::journal::Tail;
use tenken::store::disk::Disk;
use tenken::store::journal_file::{self, Appender, ReadJournal};
use tenken::store::workbooks;

const BOOK: &str = "2026/odawara/0420";
const SIZE: (u16, u16) = (80, 24);
const SAVED: &str = "保存済";
const DOCUMENTS: &str = "確認した資料";

/// Begins a workbook that opens at its first question.
fn begin(folder: &Folder) {
    folder.begin(BOOK);
    folder.done(&format!("profile {BOOK} lgwan=yes"));
}

/// Opens the folder's only workbook and waits for a question.
fn open(folder: &Folder) -> Terminal {
    let mut terminal = Terminal::start(folder, SIZE);
    terminal.wait_for("下水道整備課");
    terminal.press(ENTER);
    terminal.wait(|frame| item(frame).is_some());
    terminal
}

fn read(folder: &Folder) -> ReadJournal {
    journal_file::read(&Disk::default(), &folder.path(&journal(BOOK))).unwrap()
}

fn write_row(folder: &Folder, item: &str, cells: [&'static str; 5]) {
    let item = item.to_owned();
    folder.write("row.csv", fill_file(&[Row { item, cells }]));
}

#[test]
fn a_second_program_is_told_who_writes_and_may_read() {
    let folder = Folder::new();
    begin(&folder);
    write_row(&folder, "Q05-01", YES);
    let mut holder = open(&folder);
    let before = folder.read(&journal(BOOK));
    for command in ["fill --from row.csv", "confirm", "profile mynumber=no"] {
        let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
        folder
            .call(&format!("{name} {BOOK} {rest}"))
            .run()
            .code(2)
            .err("ほかの人が開いています（点検 花子、")
            .err("2026-11-22 09:00から）");
    }
    folder.done(&format!("show {BOOK}")).out("下水道整備課");
    folder.done(&format!("fill {BOOK} --from row.csv --dry-run"));
    folder
        .done(&format!("export {BOOK}"))
        .out("受付照合番号 R-")
        .out("書き出した記録は残りません。");
    // A second person on the screens sees the same, and cannot answer.
    let mut second = open(&folder);
    second.wait_for("読むだけ");
    second.press("1");
    second.wait_for("変えていません。");
    assert_eq!(folder.read(&journal(BOOK)), before);
    // Whoever writes goes on undisturbed; afterwards the way is free.
    holder.press("1");
    holder.wait(|frame| item(frame) == Some("Q05-02") && frame.contains(SAVED));
    holder.press(CTRL_Q);
    holder.wait_for("点検を終わりますか。");
    holder.press(&[DOWN, ENTER].concat());
    assert_eq!(holder.exit_code(), 0);
    folder.done(&format!("profile {BOOK} mynumber=no"));
}

#[test]
fn a_second_process_is_told_who_writes_since_when() {
    let folder = Folder::new();
    begin(&folder);
    let holder = open(&folder);
    let who = "ほかの人が開いています（点検 花子、";
    // By command, and on the screen of a second person.
    let told = folder.call(&format!("profile {BOOK} mynumber=no")).run();
    told.code(2).err(who).err("2026-11-22 09:00から）");
    let second = open(&folder);
    let frame = second.wait_for(who);
    assert!(frame.contains("09:00から）"), "{frame}");
    assert!(frame.contains("読むだけ"), "{frame}");
    drop(holder);
}

#[test]
fn a_stale_lock_after_a_crash_never_blocks() {
    let folder = Folder::new();
    begin(&folder);
    for _ in 0..2 {
        let mut crashed = open(&folder);
        answer(&mut crashed);
        crashed.kill();
        // What the crash left lies there, and means nothing.
        let left = ["lock", "writer"].map(|name| format!("answers/2026/odawara/0420.{name}"));
        for name in left {
            assert!(folder.path(&name).exists(), "{name}");
        }
        folder.done(&format!("profile {BOOK} mynumber=no"));
        folder.done(&format!("profile {BOOK} mynumber=yes"));
    }
    let mut crashed = open(&folder);
    answer(&mut crashed);
    crashed.kill();
    let mut next = open(&folder);
    answer(&mut next);
    assert!(
        !next
            .wait(|frame| frame.contains(SAVED))
            .contains("読むだけ")
    );
}

#[test]
fn reading_only_works_and_may_export_without_a_record_and_says_so() {
    let folder = Folder::new();
    begin(&folder);
    let mut holder = open(&folder);
    answer(&mut holder);
    let before = folder.read(&journal(BOOK));
    let mut second = Terminal::start(&folder, SIZE);
    second.wait_for("下水道整備課");
    second.press(&[TAB, RIGHT, ENTER].concat());
    second.wait_for("読むだけで開いています。書き出した記録は残りません。");
    second.press(ENTER);
    second.wait_for("受付照合番号");
    let frame = second.wait_for("書き出して、読み直して確かめました。");
    assert!(frame.contains("書き出した記録は残りません。"), "{frame}");
    let summary = "exports/2026_odawara_0420_summary.csv";
    assert!(folder.path(summary).exists());
    folder
        .done(&format!("export {BOOK} --to again"))
        .out("書き出した記録は残りません。");
    assert_eq!(folder.read(&journal(BOOK)), before, "no record of either");
    // What was exported is whole all the same.
    folder.done(&format!(
        "verify {summary} exports/2026_odawara_0420_answers.csv"
    ));
    answer(&mut holder);
}

/// Answers the question on the screen with ○ and waits until that is said to be saved; returns it.
fn answer(terminal: &mut Terminal) -> String {
    let frame = terminal.wait(|frame| frame.contains(SAVED) && !frame.contains(DOCUMENTS));
    let before = item(&frame).unwrap().to_owned();
    terminal.press("1");
    let moved = |frame: &str| item(frame) != Some(&before) || frame.contains(DOCUMENTS);
    let frame = terminal.wait(|frame| moved(frame) && frame.contains(SAVED));
    if frame.contains(DOCUMENTS) {
        terminal.press(ENTER);
        terminal.wait(|frame| !frame.contains(DOCUMENTS) && frame.contains(SAVED));
    }
    before
}

/// Returns the first question without an answer.
fn first_open(checklist: &Checklist, workbook: &Workbook) -> String {
    let open = checklist
        .items
        .iter()
        .find(|item| standing(checklist, workbook, item) == Standing::Blank);
    open.unwrap().id.to_string()
}

#[test]
fn no_saved_answer_is_lost_however_suddenly_the_program_ends() {
    let folder = Folder::new();
    begin(&folder);
    let checklist = shipped("odawara");
    let mut saved: Vec<String> = Vec::new();
    let mut next = "Q05-01".to_owned();
    for round in 0..14 {
        let mut terminal = open(&folder);
        let first = terminal.wait(|frame| item(frame).is_some());
        assert_eq!(item(&first), Some(next.as_str()), "round {round}");
        for _ in 0..round % 4 {
            saved.push(answer(&mut terminal));
        }
        let frame = terminal.wait(|frame| frame.contains(SAVED));
        let shown = item(&frame).unwrap().to_owned();
        match round % 5 {
            0 => {}
            1 => terminal.press("1"),
            2 => {
                terminal.press("1");
                terminal.wait(|frame| item(frame) != Some(&shown) || frame.contains(DOCUMENTS));
            }
            3 => terminal.press("111\r1"),
            _ => terminal.press(&["1", ENTER].concat().repeat(8)),
        }
        terminal.kill();

        let read = read(&folder);
        assert_eq!(read.damage, None);
        for id in &saved {
            let mark = read.workbook.answer(id).mark();
            assert_eq!(mark, Some(Mark::Implemented), "round {round}: {id}");
        }
        next = first_open(&checklist, &read.workbook);
        if round % 5 == 0 {
            assert_eq!((read.tail, &next), (Tail::Clean, &shown));
        }
    }
    assert!(saved.len() >= 12);
    folder.done(&format!("show {BOOK}"));
    folder.done(&format!("verify {}", journal(BOOK)));
}

#[test]
fn a_text_being_typed_is_offered_again() {
    let folder = Folder::new();
    begin(&folder);
    let mut terminal = open(&folder);
    terminal.press(&[TAB, ENTER].concat());
    terminal.wait_for("[ 保存して戻る ]");
    terminal.press("3台は12月に確かめる");
    let draft = folder.path("answers/2026/odawara/0420.draft");
    let end = Instant::now() + Duration::from_secs(20);
    while !draft.exists() {
        assert!(Instant::now() < end, "no draft is kept");
        terminal.quiet_for(Duration::from_millis(10));
    }
    terminal.kill();
    let mut terminal = Terminal::start(&folder, SIZE);
    terminal.wait_for("下水道整備課");
    terminal.press(ENTER);
    terminal.wait_for("書きかけの文があります。");
    terminal.wait_for("3台は12月に確かめる");
    terminal.press(ENTER);
    terminal.wait_for("[ 保存して戻る ]");
    terminal.press(&[TAB, ENTER].concat());
    terminal.wait(|frame| frame.contains(SAVED) && !frame.contains("[ 保存して戻る ]"));
    let answer = read(&folder).workbook.answer("Q05-01").clone();
    assert_eq!(answer.remark, "3台は12月に確かめる");
}

/// Returns where the last line of a journal begins.
fn last_line(bytes: &[u8]) -> usize {
    let body = &bytes[..bytes.len() - 1];
    body.iter().rposition(|byte| *byte == b'\n').unwrap() + 1
}

/// Opens a journal for writing. A program that another test is just starting holds a copy of every
/// lock of this process for a moment, until it has become that program.
fn open_for_writing(path: &Path) -> (Appender, ReadJournal) {
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        match Appender::open(&Disk::default(), path, "", "") {
            Err(Error::Locked { .. }) if Instant::now() < end => std::thread::yield_now(),
            opened => return opened.unwrap(),
        }
    }
}

#[test]
fn a_line_torn_at_any_byte_costs_that_line_alone() {
    let folder = Folder::new();
    begin(&folder);
    write_row(&folder, "Q05-02", NO);
    folder.done(&format!("fill {BOOK} --from row.csv"));
    let path = folder.path(&journal(BOOK));
    let whole = folder.read(&journal(BOOK));
    let begins = last_line(&whole);
    for cut in begins..whole.len() {
        folder.write(&journal(BOOK), &whole[..cut]);
        let torn = folder.path("answers/2026/odawara/0420.torn");
        let _ = std::fs::remove_file(&torn);
        let (mut appender, read) = open_for_writing(&path);
        assert_eq!(read.damage, None, "{cut}");
        let (records, tail) = match cut - begins {
            0 => (2, Tail::Clean),
            _ if cut == whole.len() - 1 => (3, Tail::NoLineEnd),
            bytes => (2, Tail::Torn(bytes)),
        };
        assert_eq!((read.workbook.records().len(), read.tail), (records, tail));
        // Opening alone changes nothing.
        assert_eq!(folder.read(&journal(BOOK)), &whole[..cut]);
        // Syncing takes its time: one place in eight is enough, with both ends.
        if cut - begins > 8 && whole.len() - cut > 8 && cut % 8 != 0 {
            continue;
        }
        let key = ProfileKey("internet".to_owned());
        let changes = action::profile(&read.workbook, &key, Some(false)).unwrap();
        let at = DateTime::parse_from_rfc3339(NOW).unwrap();
        let author = Author::default();
        let kind = RecordKind::Action;
        let record = workbooks::next_record(&read.workbook, kind, changes, &author, at);
        appender.append(&record).unwrap();
        let again = journal_file::read(&Disk::default(), &path).unwrap();
        assert_eq!((again.damage, again.tail), (None, Tail::Clean), "{cut}");
        assert_eq!(again.workbook.records().len(), records + 1);
        assert_eq!(again.workbook.profile(&key), Some(false));
        match tail {
            Tail::Torn(_) => assert_eq!(std::fs::read(&torn).unwrap(), &whole[begins..cut]),
            _ => assert!(!torn.exists()),
        }
    }
}

#[test]
fn a_torn_line_is_always_told_and_repaired_by_the_next_record() {
    let folder = Folder::new();
    begin(&folder);
    write_row(&folder, "Q05-02", NO);
    folder.done(&format!("fill {BOOK} --from row.csv"));
    let whole = folder.read(&journal(BOOK));
    let begins = last_line(&whole);
    let cut = begins + 100;
    let told = "書きかけの記録（100バイト）がありました。保存済みの回答は無事です。";
    folder.write(&journal(BOOK), &whole[..cut]);
    folder.done(&format!("show {BOOK}")).err(told);
    folder
        .done(&format!("fill {BOOK} --from row.csv --dry-run"))
        .err(told);
    folder
        .done(&format!("verify {}", journal(BOOK)))
        .out(told)
        .out("記録 2件");
    let terminal = Terminal::start(&folder, SIZE);
    terminal.wait_for("下水道整備課");
    drop(terminal);
    let mut terminal = open(&folder);
    terminal.wait_for("書きかけの記録（100バイト）がありました。");
    assert_eq!(folder.read(&journal(BOOK)), &whole[..cut]);
    answer(&mut terminal);
    terminal.kill();
    let read = read(&folder);
    assert_eq!((read.damage, read.tail), (None, Tail::Clean));
    assert_eq!(
        read.workbook.answer("Q05-01").mark(),
        Some(Mark::Implemented)
    );
    let torn = folder.read("answers/2026/odawara/0420.torn");
    assert_eq!(torn, &whole[begins..cut]);
    let shown = folder.done(&format!("show {BOOK}"));
    assert_eq!(shown.err, "");
}

#[test]
fn a_damaged_line_in_the_middle_makes_a_workbook_read_only() {
    let folder = Folder::new();
    begin(&folder);
    write_row(&folder, "Q05-02", NO);
    folder.done(&format!("fill {BOOK} --from row.csv"));
    let mut bytes = folder.read(&journal(BOOK));
    // The second of three lines: `lgwan` answered otherwise.
    let at = bytes.windows(10).position(|part| part == b"Some(true)");
    bytes[at.unwrap() + 5] = b'T';
    folder.write(&journal(BOOK), &bytes);
    for command in [
        format!("fill {BOOK} --from row.csv"),
        format!("confirm {BOOK}"),
        format!("export {BOOK}"),
    ] {
        folder.call(&command).run().code(3).err("2行目");
    }
    // What stands before the damage can be read, and the damage is told.
    folder
        .call(&format!("show {BOOK}"))
        .run()
        .code(1)
        .err("2行目");
    folder.call("list").run().code(1).out("2行目");
    folder
        .call(&format!("verify {}", journal(BOOK)))
        .run()
        .code(1)
        .out("記録 1件")
        .out("2行目");
    let mut terminal = Terminal::start(&folder, SIZE);
    terminal.wait_for("2行目");
    terminal.press(ENTER);
    terminal.wait_for("読むだけ");
    terminal.press("1");
    terminal.wait_for("変えていません。");
    drop(terminal);
    assert_eq!(folder.read(&journal(BOOK)), bytes);
    assert!(!folder.path("exports").exists());
}
