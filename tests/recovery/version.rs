//! Journals of other versions: those of format 1 are read for ever, newer ones are for reading only.

use std::collections::BTreeSet;
use std::path::Path;

use tenken::domain::expression::ProfileKey;
use tenken::domain::item_id::ItemId;
use tenken::domain::mark::{Mark, MarkSource};
use tenken::domain::record::{Change, RecordKind, TextField, TypedField};
use tenken::domain::workbook::{FORMAT, Workbook};
use tenken::format::digest::hex;
use tenken::format::journal::{Hash, encode, link, origin};

use super::program::{Folder, journal};
use super::{BOOK, begun, everything, workbook};

const OLD: &str = "2026/sample/0420";
const HEAD: &str = "1b3bf178490156180e9596378ef93a3f544be1348c64ab0f7665c9cc269cf21c";
const CHECKLIST: &str = "h8998bd44e472982f96098a69ec9e355dc50451e5c934bd4ed8ab16c284bacd06";

/// Copies the journals of format 1 into a folder.
fn format_1() -> Folder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/journals/format-1");
    let folder = Folder::new();
    for (name, bytes) in everything(&root) {
        if !name.ends_with('/') {
            folder.write(&name, bytes);
        }
    }
    folder
}

fn read(folder: &Folder, book: &str) -> tenken::store::journal_file::ReadJournal {
    let path = folder.path(&journal(book));
    tenken::store::journal_file::read(&tenken::store::disk::Disk::default(), &path).unwrap()
}

/// Every kind of change there is, by a word of its own.
fn kind(change: &Change) -> &'static str {
    match change {
        Change::Created(_) => "created",
        Change::ChecklistChanged { .. } => "checklist changed",
        Change::Profile { .. } => "profile",
        Change::Included { .. } => "included",
        Change::Mark { .. } => "mark",
        Change::Text { .. } => "text",
        Change::Evidence { .. } => "evidence",
        Change::Flag { .. } => "flag",
        Change::Confirmed { .. } => "confirmed",
        Change::Exported { .. } => "exported",
        Change::Returned { .. } => "returned",
        Change::Reopened { .. } => "reopened",
        Change::Repaired { .. } => "repaired",
        Change::Redacted { .. } => "redacted",
        Change::Merged { .. } => "merged",
    }
}

#[test]
fn a_journal_of_format_1_loads_to_known_facts_for_ever() {
    let folder = format_1();
    let read = read(&folder, OLD);
    assert_eq!((&read.damage, read.workbook.created().format), (&None, 1));
    let workbook = &read.workbook;
    assert_eq!(hex(&read.head), HEAD);
    assert_created(workbook);
    assert_answers(workbook);
    let mut kinds = BTreeSet::new();
    for record in workbook.records() {
        kinds.extend(record.changes.iter().map(kind));
        assert_eq!(
            (record.by.name.as_str(), record.by.title.as_str()),
            ("山田太郎", "係長")
        );
    }
    assert_eq!(kinds.len(), 14, "{kinds:?}");
    let steps: Vec<(u64, RecordKind)> = workbook
        .records()
        .iter()
        .map(|record| (record.number, record.kind))
        .filter(|(_, kind)| *kind != RecordKind::Action)
        .collect();
    let (undo, redo) = (RecordKind::Undo, RecordKind::Redo);
    assert_eq!(steps, [(8, undo(7)), (9, redo(7)), (11, undo(10))]);
    assert_eq!(
        workbook.records()[4].changes.len(),
        5,
        "one action on several items"
    );
    assert_eq!(workbook.undo_step().map(|step| step.0), Some(undo(23)));
    assert_facts(workbook);
}

fn assert_created(workbook: &Workbook) {
    let created = workbook.created();
    let words = [
        &created.city,
        &created.municipality,
        &created.municipality_code,
        &created.edition,
        &created.checklist_digest,
        &created.department_code,
        &created.department,
        &created.agency,
        &created.deadline,
    ];
    let known = [
        "sample",
        "見本市",
        "142069",
        "2025-10-01",
        CHECKLIST,
        "0420",
        "下水道整備課",
        "市長",
        "2026-12-28",
    ];
    assert_eq!(words, known);
    assert_eq!(created.fiscal_year, 2026);
    assert_eq!(workbook.records().len(), 23);
    let first = workbook.records()[0].at.to_rfc3339();
    assert_eq!(first, "2026-11-22T09:00:00+09:00");
    let profile =
        ["lgwan", "mynumber", "previous"].map(|key| workbook.profile(&ProfileKey(key.to_owned())));
    assert_eq!(profile, [Some(true), Some(false), Some(true)]);
}

fn assert_answers(workbook: &Workbook) {
    let marks = ["Q05-01", "Q05-02", "Q05-03", "Q06-3a-02"].map(|id| workbook.answer(id).mark());
    let known = [
        Mark::Implemented,
        Mark::Partial,
        Mark::NotImplemented,
        Mark::NotApplicable,
    ];
    assert_eq!(marks, known.map(Some));
    let carried = MarkSource::Carried {
        year: 2025,
        wording_changed: false,
    };
    assert_eq!(workbook.answer("Q05-02").marked.unwrap().source, carried);
    assert_eq!(workbook.answer("Q05-01").remark, "［削除済み］");
    assert_eq!(workbook.answer("Q05-02").remark, "名簿と照らした");
    assert_eq!(workbook.answer("Q05-03").remark, "来年度に説明する");
    assert!(workbook.answer("Q05-03").flagged);
    let evidence = &workbook.answer("Q05-01").evidence[0];
    assert_eq!(
        (evidence.name.as_str(), evidence.date.as_str()),
        ("回覧の押印表", "2026-05-01")
    );
    let set_aside = workbook.answer("Q06-3a-02");
    assert!(set_aside.included);
    assert_eq!(set_aside.reason, "個人番号を扱わない");
    assert_eq!(set_aside.approver, "課長 点検 太郎");
    let text = Change::Text {
        item: ItemId("Q05-03".to_owned()),
        field: TextField::Remark,
        before: String::new(),
        after: "改行\nと \"引用\" と 𠮷".to_owned(),
    };
    assert!(workbook.records()[11].changes.contains(&text));
}

fn assert_facts(workbook: &Workbook) {
    assert!(!workbook.is_confirmed() && !workbook.is_returned());
    assert_eq!(workbook.returned(), Some("数を直す"));
    let change = |number: usize| &workbook.records()[number - 1].changes[0];
    let Change::ChecklistChanged { after, items, .. } = change(13) else {
        unreachable!()
    };
    assert_eq!((after.as_str(), items.len()), (CHECKLIST, 1));
    let Change::Exported { receipt, files, .. } = change(15) else {
        unreachable!()
    };
    assert_eq!((receipt.as_str(), files.len()), ("R-FH4WF-94PJC", 2));
    let Change::Confirmed { by } = change(18) else {
        unreachable!()
    };
    assert_eq!((by.name.as_str(), by.title.as_str()), ("鈴木花子", "課長"));
    let Change::Repaired { lines, .. } = change(21) else {
        unreachable!()
    };
    assert_eq!(lines, &[21]);
    let Change::Redacted { field, why, .. } = change(22) else {
        unreachable!()
    };
    assert_eq!(*field, TypedField::Text(TextField::Remark));
    assert_eq!(why, "氏名を書いたため");
}

#[test]
fn a_journal_of_format_1_is_shown_and_written_on_with_its_frozen_checklist() {
    let folder = format_1();
    let shown = folder.done(&format!("show {OLD}"));
    shown.out("見本市　下水道整備課　令和8年度").out("全体");
    folder.done(&format!("profile {OLD} lgwan=no"));
    assert_eq!(read(&folder, OLD).workbook.records().len(), 24);
    folder.done("show 2025/sample/0420").out("令和7年度");
    folder
        .done(&format!("verify {}", journal(OLD)))
        .out("R-FH4WF-94PJC");
}

/// Writes the workbook's records again as a newer program would have begun them, with lines added.
fn made_newer(folder: &Folder, added: &[&str]) {
    let mut records = workbook(folder).records().to_vec();
    if let Some(Change::Created(created)) = records[0].changes.first_mut() {
        created.format = FORMAT + 1;
    }
    let mut head = origin();
    let mut text = String::new();
    for record in &records {
        let (line, hash) = encode(record, &head).unwrap();
        text.push_str(&line);
        head = hash;
    }
    for ron in added {
        text.push_str(&line(&mut head, ron));
    }
    folder.write(&journal(BOOK), text);
}

fn line(head: &mut Hash, ron: &str) -> String {
    *head = link(head, ron.as_bytes());
    format!("{} {ron}\n", hex(&*head))
}

#[test]
fn a_journal_of_a_newer_version_is_for_reading_only() {
    let newer = "(n:6,at:\"2027-01-01T09:00:00+09:00\",by:(name:\"\",title:\"\"),changes:[Sealed(key:\"x\")])";
    for added in [&[][..], &[newer]] {
        let folder = begun();
        made_newer(&folder, added);
        let before = everything(&folder.path(""));
        let words = "新しい版のプログラムで作られています（形式 2）";
        let shown = folder.call(&format!("show {BOOK}")).run().code(1);
        shown
            .out("下水道整備課")
            .err(words)
            .err("新しい版のプログラムで開いてください");
        let english = folder.call(&format!("show {BOOK}")).english().run();
        english.code(1).err("made by a newer version (format 2)");
        folder.call("list").run().code(1).out(words);
        for command in [
            "profile 2026/odawara/0420 cloud=no",
            "repair 2026/odawara/0420 --yes",
        ] {
            folder.call(command).run().code(3).err(words);
        }
        assert_eq!(read(&folder, BOOK).workbook.records().len(), 5);
        assert_eq!(everything(&folder.path("")), before);
    }
}

#[test]
fn a_newer_journal_that_cannot_be_read_at_all_names_its_version() {
    let folder = begun();
    let mut head = origin();
    let ron = "(n:1,seal:\"x\",changes:[Created(format:9,city:\"odawara\")])";
    folder.write(&journal(BOOK), line(&mut head, ron));
    for command in ["show", "repair"] {
        let ran = folder.call(&format!("{command} {BOOK}")).run().code(3);
        ran.err("形式 9")
            .err("新しい版のプログラムで開いてください");
    }
    folder.call("list").run().code(1).out("形式 9");
}
