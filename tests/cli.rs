//! The command line as a person or a script meets it: figures, refusals, exit codes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "cli/figures.rs"]
mod figures;
#[path = "support/program.rs"]
mod program;
#[path = "cli/refusals.rs"]
mod refusals;
#[path = "cli/roster.rs"]
mod roster;
#[path = "support/sheet.rs"]
mod sheet;
#[path = "cli/sheets.rs"]
mod sheets;

use program::{Folder, Ran, journal};
use sheet::{BLANK, NO, Row, UNKNOWN, YES, fill_file, rows, shipped};
use tenken::store::{checklists, journal_file};

const BOOK: &str = "2026/tsukubamirai/0420";
const ODAWARA: &str = "2026/odawara/0420";

/// Answers every asked item of a workbook with ○, but for those named, and saves the file.
fn write_fill(folder: &Folder, book: &str, others: &[(&str, [&'static str; 5])]) {
    let city = book.split('/').nth(1).unwrap();
    let read = journal_file::read(
        &tenken::store::disk::Disk::default(),
        &folder.path(&journal(book)),
    )
    .unwrap();
    let rows = rows(&shipped(city), &read.workbook, others);
    folder.write("fill.csv", fill_file(&rows));
}

/// Begins a workbook that lacks nothing but its confirmation.
fn complete(folder: &Folder, book: &str) {
    folder.begin(book);
    write_fill(folder, book, &[]);
    folder.done(&format!("fill {book} --from fill.csv"));
}

fn receipt(ran: &Ran) -> String {
    let (_, after) = ran.out.split_once("受付照合番号 ").unwrap();
    after.lines().next().unwrap().to_owned()
}

#[test]
fn a_trial_fill_writes_nothing() {
    let folder = Folder::new();
    folder.begin(BOOK);
    write_fill(&folder, BOOK, &[]);
    let before = folder.read(&journal(BOOK));
    folder.done(&format!("fill {BOOK} --from fill.csv --dry-run"));
    assert_eq!(folder.read(&journal(BOOK)), before);
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    let after = folder.read(&journal(BOOK));
    assert!(after.starts_with(&before) && after.len() > before.len());
    // The same file once more: nothing to record.
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    assert_eq!(folder.read(&journal(BOOK)), after);
}

#[test]
fn an_exported_file_fills_its_own_workbook_and_no_other() {
    let folder = Folder::new();
    complete(&folder, BOOK);
    folder.done(&format!("export {BOOK}"));
    let file = folder.path("exports/2026_tsukubamirai_0420_answers.csv");
    // The same department and year, in a folder of its own.
    let copy = Folder::new();
    copy.begin(BOOK);
    copy.call(&format!("fill {BOOK} --from"))
        .and(&file)
        .run()
        .code(0);
    copy.done(&format!("confirm {BOOK}"));
    let others = [
        "2026/tsukubamirai/0421",
        "2025/tsukubamirai/0420",
        "2026/odawara/0420",
    ];
    for other in others {
        copy.begin(other);
        let before = copy.read(&journal(other));
        copy.call(&format!("fill {other} --from"))
            .and(&file)
            .run()
            .code(2);
        assert_eq!(copy.read(&journal(other)), before, "{other}");
    }
    // The summary holds no answers.
    let summary = folder.path("exports/2026_tsukubamirai_0420_summary.csv");
    copy.call(&format!("fill {} --from", others[0]))
        .and(summary)
        .run()
        .code(2);
}

#[test]
fn confirming_names_what_is_missing_and_closes_the_workbook() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let others = [
        ("Q05-01", BLANK),
        ("Q05-02", ["△", "", "", "", ""]),
        ("Q06-2-05", ["○", "", "", "", ""]),
        ("Q06-2-06", ["－", "文書を持たない", "", "", ""]),
        ("Q06-5-05", UNKNOWN),
    ];
    write_fill(&folder, BOOK, &others);
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    let before = folder.read(&journal(BOOK));
    folder
        .call(&format!("confirm {BOOK}"))
        .run()
        .code(2)
        .err("確定できません。足りないところが 5件あります。")
        .err("Q05-01  未回答")
        .err("Q05-02  備考がありません")
        .err("Q06-2-05  資料名がありません")
        .err("Q06-2-06  承認者がありません")
        .err("Q06-5-05  確認中のままです");
    assert_eq!(folder.read(&journal(BOOK)), before);

    let rest = others.map(|(item, _)| Row {
        item: item.to_owned(),
        cells: YES,
    });
    folder.write("rest.csv", fill_file(&rest));
    folder.done(&format!("fill {BOOK} --from rest.csv"));
    folder.done(&format!("confirm {BOOK}"));
    let confirmed = folder.read(&journal(BOOK));
    let other = Row {
        item: "Q05-01".to_owned(),
        cells: NO,
    };
    folder.write("other.csv", fill_file(&[other]));
    let fill = format!("fill {BOOK} --from other.csv");
    folder.call(&fill).run().code(2);
    let profile = format!("profile {BOOK} lgwan=no");
    let again = format!("confirm {BOOK}");
    for refused in [&profile, &again] {
        folder.call(refused).run().code(2).err("確定済み");
    }
    let reopen = format!("reopen {BOOK} --why");
    folder.call(&reopen).and("　").run().code(2).err("理由");
    assert_eq!(folder.read(&journal(BOOK)), confirmed);

    folder.done(&format!("reopen {BOOK} --why 入力の誤り"));
    folder.done(&fill);
    folder.done(&format!("confirm {BOOK}"));
    folder.done(&format!("reopen {BOOK} --why 資料の不足 --returned"));
    folder.done("list").out("差戻し");
}

#[test]
fn a_second_export_leaves_the_first_alone() {
    let folder = Folder::new();
    complete(&folder, BOOK);
    let first = folder.done(&format!("export {BOOK}"));
    let stem = "exports/2026_tsukubamirai_0420";
    let files = ["summary", "answers"].map(|part| format!("{stem}_{part}.csv"));
    let before = files.clone().map(|file| folder.read(&file));
    let second = folder
        .done(&format!("export {BOOK}"))
        .out("別の名前にしました");
    assert_eq!(files.map(|file| folder.read(&file)), before);
    folder.done(&format!("verify {stem}-2_summary.csv {stem}-2_answers.csv"));
    // The journal grew by the record of the first export, so its head and the receipt differ.
    assert_ne!(receipt(&first), receipt(&second));
    // One file of each: together they are no pair.
    folder
        .call(&format!("verify {stem}_summary.csv {stem}-2_answers.csv"))
        .run()
        .code(1);
}

#[test]
fn an_altered_answer_does_not_verify() {
    let folder = Folder::new();
    complete(&folder, BOOK);
    folder.done(&format!("export {BOOK} --header en"));
    let stem = "exports/2026_tsukubamirai_0420";
    let verify = format!("verify {stem}_summary.csv {stem}_answers.csv");
    folder.done(&verify);
    let answers = format!("{stem}_answers.csv");
    let good = String::from_utf8(folder.read(&answers)).unwrap();
    for (mark, other) in [
        (",100,answered", ",000,answered"),
        (",implemented,", ",partial,"),
    ] {
        assert!(good.contains(mark));
        folder.write(&answers, good.replacen(mark, other, 1));
        folder.call(&verify).run().code(1);
    }
    folder.write(&answers, &good);
    folder.done(&verify);
}

#[test]
fn the_list_names_every_workbook() {
    let folder = Folder::new();
    folder.done("list").out("点検票はまだありません。");
    assert!(!folder.path("answers").exists());
    complete(&folder, BOOK);
    folder.done(&format!("confirm {BOOK}"));
    folder.begin("2025/odawara/A-1");
    let ran = folder.done("list");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].starts_with(BOOK) && lines[0].contains("確定"),
        "{ran:?}"
    );
    assert!(lines[1].starts_with("2025/odawara/A-1"), "{ran:?}");
    assert!(lines[1].contains("小田原市") && lines[1].contains("下書き"));
    folder.write("answers/2026/odawara/0001.ronl", "x\n");
    folder.call("list").run().code(1).out("2026/odawara/0001");
}

#[test]
fn without_a_terminal_the_commands_are_named() {
    let folder = Folder::new();
    folder
        .call("")
        .run()
        .code(2)
        .err("端末ではないので")
        .err("tenken desk --plain")
        .err("tenken --help");
    folder.call("").english().run().code(2).err("no terminal");
}

#[test]
fn a_broken_checklist_is_shown_at_its_place() {
    let folder = Folder::new();
    folder.done("check");
    let items = include_str!("../checklists/items/05_compliance.ron");
    let broken = items.replacen("weight: 1,", "weight: x1,", 1);
    let line = broken.lines().position(|line| line.contains("x1")).unwrap() + 1;
    folder.write("items/05_compliance.ron", &broken);
    let ran = folder.call("check items/05_compliance.ron").run().code(2);
    let margin = " ".repeat(line.to_string().len());
    ran.out(&format!("items/05_compliance.ron {line}行17桁: "))
        .out(&format!(
            "\n  {line} |         weight: x1,\n  {margin} |                 ^^\n"
        ));
    folder
        .call("check items/05_compliance.ron")
        .english()
        .run()
        .code(2)
        .out(&format!("items/05_compliance.ron:{line}:17"));
    // In the folder of the workbooks it replaces what is built in, and then nothing can be begun.
    folder.write("checklists/items/05_compliance.ron", &broken);
    folder.call("check").run().code(2);
    folder
        .call("new --checklist odawara --department 1 --name 課")
        .run()
        .code(2)
        .err(&format!("{line}行"));
    assert!(!folder.path("answers").exists());
}

#[test]
fn a_workbook_may_be_named_by_its_path() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let path = folder.path(&journal(BOOK));
    folder.done(&format!("show {}", journal(BOOK)));
    let elsewhere = Folder::new();
    elsewhere
        .call("show")
        .and(&path)
        .run()
        .code(0)
        .out("下水道整備課");
    elsewhere
        .call("profile")
        .and(&path)
        .and("lgwan=no")
        .run()
        .code(0);
    // Its files go beside it, not to where the program was started.
    elsewhere.call("export").and(&path).run().code(0);
    assert!(
        folder
            .path("exports/2026_tsukubamirai_0420_summary.csv")
            .exists()
    );
    assert!(!elsewhere.path("exports").exists());
}

#[test]
fn a_path_never_leads_to_another_workbook_of_the_same_name() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let before = folder.read(&journal(BOOK));
    // A copy in a place of its own is not the workbook of the folder.
    folder.write("copy/2026/tsukubamirai/0420.ronl", &before);
    let copy = folder.path("copy/2026/tsukubamirai/0420.ronl");
    folder
        .call("profile")
        .and(&copy)
        .and("lgwan=no")
        .run()
        .code(2);
    folder.call("show").and(&copy).run().code(2);
    assert_eq!(folder.read(&journal(BOOK)), before);
}

#[test]
fn a_corrected_checklist_is_frozen_beside_the_workbook() {
    let folder = Folder::new();
    folder.begin(BOOK);
    for (name, text) in checklists::BUILT_IN {
        folder.write(&format!("checklists/{name}"), text);
    }
    folder
        .done(&format!("update-checklist {BOOK}"))
        .out("変わったところはありません");
    let name = "checklists/items/05_compliance.ron";
    let corrected = include_str!("../checklists/items/05_compliance.ron");
    folder.write(
        name,
        corrected.replacen("知らせましたか", "伝えましたか", 1),
    );
    let elsewhere = Folder::new();
    let path = folder.path(&journal(BOOK));
    let update = elsewhere.call("update-checklist").and(&path);
    update.run().code(0).out("変わった設問は 1件");
    assert!(!elsewhere.path("answers").exists());
    folder.done(&format!("show {BOOK}"));
}

#[test]
fn the_year_follows_the_date() {
    let folder = Folder::new();
    let new = "new --checklist odawara --name 課 --department 1";
    folder.call(new).today("2027-03-31").run().code(0);
    folder.call(new).today("2027-04-01").run().code(0);
    let ran = folder.done("list");
    let names: Vec<&str> = ran
        .out
        .split_whitespace()
        .filter(|word| word.contains("/odawara/"))
        .collect();
    assert_eq!(names, ["2027/odawara/1", "2026/odawara/1"]);
    folder
        .call(new)
        .today("2027-02-29")
        .run()
        .code(2)
        .err("2027-02-29");
}

#[test]
fn data_that_cannot_be_read_gives_3() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let good = folder.read(&journal(BOOK));
    folder.write(&journal(BOOK), b"not a journal\n");
    for command in ["show", "confirm", "export"] {
        folder
            .call(&format!("{command} {BOOK}"))
            .run()
            .code(3)
            .err("記録ファイルではありません");
    }
    folder
        .call(&format!("verify {}", journal(BOOK)))
        .run()
        .code(3);
    assert_eq!(folder.read(&journal(BOOK)), b"not a journal\n");
    assert!(!folder.path("exports").exists());
    // Without its checklist a workbook cannot be understood.
    folder.write(&journal(BOOK), good);
    let beside = std::fs::read_dir(folder.path("answers/2026/tsukubamirai")).unwrap();
    let frozen = beside
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_str().unwrap().contains("checklist-"))
        .unwrap();
    std::fs::remove_file(frozen).unwrap();
    folder
        .call(&format!("show {BOOK}"))
        .run()
        .code(3)
        .err("checklist-");
}

#[test]
fn a_system_that_refuses_gives_4() {
    let folder = Folder::new();
    folder.begin(BOOK);
    folder.write("file", "");
    folder
        .call(&format!("export {BOOK} --to file/below"))
        .run()
        .code(4)
        .err("file");
    let new = "new --checklist odawara --department 1 --name 課 --folder file";
    folder.call(new).run().code(4);
    folder.call("list --folder file").run().code(4);
}
