//! Taking out what was typed by mistake: gone from every file of the workbook, and all else as it
//! was.

use tenken::domain::item_id::ItemId;
use tenken::domain::mark::Mark;
use tenken::domain::record::{Change, TextField, TypedField};
use tenken::store::draft::{self, Draft};
use tenken::store::folder::Folder as Store;

use super::program::{Folder, journal};
use super::sheet::{Row, fill_file};
use super::{BOOK, begun, everything, fill, lines, workbook};

const REDACT: &str = "redact 2026/odawara/0420 --item Q05-01 --field remark --why 氏名を書いた";
const NAME: &str = "田中さん";

fn holding(folder: &Folder) -> Vec<String> {
    everything(&folder.path("answers"))
        .into_iter()
        .filter(|(_, bytes)| {
            bytes
                .windows(NAME.len())
                .any(|part| part == NAME.as_bytes())
        })
        .map(|(name, _)| name)
        .collect()
}

fn keep_draft(folder: &Folder, item: &str) {
    let store = Store::new(folder.path(""));
    let draft = Draft {
        item: ItemId(item.to_owned()),
        field: TextField::Remark,
        text: "田中さんのこと".to_owned(),
        at: "2026-11-22T09:00:00+09:00".to_owned(),
    };
    draft::keep(&store, &BOOK.parse().unwrap(), Some(&draft)).unwrap();
}

#[test]
fn a_redaction_takes_the_text_out_of_every_file_of_the_workbook() {
    let folder = begun();
    fill(&folder, "Q05-01", "書き直した");
    folder.done(&format!("export {BOOK}"));
    let whole = folder.read(&journal(BOOK));
    folder.write("answers/2026/odawara/0420.torn", &whole[..900]);
    folder.write("answers/2026/odawara/0420.damaged-2", &whole);
    folder.write(
        "answers/2026/odawara/04201.torn",
        "田中さん in another workbook",
    );
    keep_draft(&folder, "Q05-01");
    let before = everything(&folder.path(""));
    let old = workbook(&folder);

    // Without somebody to ask it only says what it would do.
    let told = folder.call(REDACT).run().code(1);
    told.out("3か所")
        .out("0420.torn")
        .out("0420.damaged-2")
        .out("0420.draft")
        .out("--yes");
    assert_eq!(everything(&folder.path("")), before);

    let done = folder.done(&format!("{REDACT} --yes"));
    done.out("書き出したCSV")
        .out("バックアップ")
        .out("受付照合番号")
        .out("合わなくなりました");
    assert_eq!(holding(&folder), ["2026/odawara/04201.torn"]);
    let workbook = workbook(&folder);
    let answer = workbook.answer("Q05-01");
    assert_eq!(
        (answer.remark.as_str(), answer.mark()),
        ("［削除済み］", Some(Mark::Partial))
    );
    // The records of the others are as they were, and the last one says what was done.
    assert_eq!(workbook.answer("Q05-02"), old.answer("Q05-02"));
    assert_eq!(workbook.records().len(), old.records().len() + 1);
    assert_eq!(
        workbook.undo_step().map(|step| step.0),
        old.undo_step().map(|step| step.0)
    );
    let Change::Redacted {
        item,
        field,
        why,
        parent,
    } = &workbook.records().last().unwrap().changes[0]
    else {
        unreachable!()
    };
    assert_eq!(
        (item.as_str(), *field),
        ("Q05-01", TypedField::Text(TextField::Remark))
    );
    assert_eq!(why, "氏名を書いた");
    let last = String::from_utf8(whole).unwrap();
    let last = last.lines().last().unwrap();
    assert!(last.starts_with(&format!("{} ", parent.trim_start_matches('h'))));
    // Earlier exports no longer match, which verify explains; new ones do.
    let verify = format!(
        "verify exports/2026_odawara_0420_summary.csv exports/2026_odawara_0420_answers.csv {}",
        journal(BOOK)
    );
    folder
        .call(&verify)
        .run()
        .code(1)
        .out("文の削除か修復で作り直されている");
    folder.done(&format!("export {BOOK}"));
    let verify = verify.replace("0420_", "0420-2_");
    folder
        .done(&verify)
        .out("最後の記録")
        .out("文の削除 2026-11-22 09:00");
}

#[test]
fn a_confirmed_workbook_is_redacted_and_stays_confirmed() {
    let folder = begun();
    let read = workbook(&folder);
    let checklist = super::sheet::shipped("odawara");
    let rows: Vec<Row> = super::sheet::rows(&checklist, &read, &[]);
    folder.write("fill.csv", fill_file(&rows));
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    folder.done(&format!("confirm {BOOK}"));
    let evidence = REDACT.replace("remark", "evidence");
    folder.done(&format!("{evidence} --yes"));
    let after = workbook(&folder);
    assert!(after.is_confirmed());
    assert_eq!(after.answer("Q05-01").evidence[0].name, "［削除済み］");
    assert_eq!(after.answer("Q05-02").evidence[0].name, "確認の記録");
    // An undo cannot reach behind the confirmation by it.
    assert_eq!(after.undo_step(), None);
}

#[test]
fn what_cannot_be_redacted_is_refused_and_changes_nothing() {
    let folder = begun();
    let cases = [
        (
            REDACT.replace("Q05-01", "Q99-99"),
            2,
            "設問「Q99-99」がありません",
        ),
        (
            REDACT.replace("remark", "approver"),
            2,
            "消す文がありません",
        ),
        (REDACT.replace("remark", "mark"), 2, "mark"),
        (REDACT.replace("Q05-01", "Q05-09"), 2, "Q05-09"),
    ];
    let before = everything(&folder.path(""));
    for (command, code, words) in &cases {
        folder
            .call(&format!("{command} --yes"))
            .run()
            .code(*code)
            .err(words);
    }
    let no_reason = "redact 2026/odawara/0420 --item Q05-01 --field remark --yes --why";
    folder
        .call(no_reason)
        .and(" ")
        .run()
        .code(2)
        .err("理由を書いてください");
    assert_eq!(everything(&folder.path("")), before);

    let path = folder.path(&journal(BOOK));
    let disk = tenken::store::disk::Disk::default();
    let lock = tenken::store::lock::take(&disk, &path, "他の人", "").unwrap();
    let before = everything(&folder.path(""));
    let yes = format!("{REDACT} --yes");
    folder
        .call(&yes)
        .run()
        .code(2)
        .err("ほかの人が開いています（他の人");
    assert_eq!(everything(&folder.path("")), before);
    drop(lock);

    let whole = lines(&folder);
    folder.write(&journal(BOOK), [&whole[..2], &whole[3..]].concat().concat());
    let before = everything(&folder.path(""));
    folder.call(&yes).run().code(3).err("tenken repair");
    assert_eq!(everything(&folder.path("")), before);
}

#[test]
fn a_draft_of_another_item_stays() {
    let folder = begun();
    keep_draft(&folder, "Q05-02");
    folder.done(&format!("{REDACT} --yes"));
    assert_eq!(holding(&folder), ["2026/odawara/0420.draft"]);
}
