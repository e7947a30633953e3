//! A lock held by someone else, a damaged journal, a disk that refuses: told, and nothing is lost.

use std::path::Path;
use std::sync::Arc;

use super::{BOOK, JOURNAL, answer, begun, exists, say, talk};
use crate::fault::{self, Refusal, Refusing};
use crate::program::{Folder, journal};
use crate::talk::{talk_on, talk_over, talk_with};
use tenken::domain::action;
use tenken::domain::mark::Mark;
use tenken::domain::record::{Author, RecordKind, TextField};
use tenken::store::disk::Disk;
use tenken::store::{folder, journal_file, workbooks};
use tenken::text::Lang;

#[test]
fn held_by_someone_else_it_is_read_only_and_says_who() {
    let folder = begun();
    let before = folder.read(JOURNAL);
    let root = folder::Folder::new(folder.path(""));
    let now = chrono::DateTime::parse_from_rfc3339(super::NOW).unwrap();
    let held = workbooks::open_for_writing(&root, &BOOK.parse().unwrap(), "鈴木花子", now);
    let talk = say(
        &folder,
        &["1", "6", "8", "3", "0", "7", "1", "0", "6", "", "", "", "1"],
    );
    talk.says("ほかの人が開いています（鈴木花子、")
        .says("読むだけで開きました。")
        .says("読むだけで開いている")
        .says("書き出した記録は残りません。")
        .says("受付照合番号: R-")
        .does_not_say("保存しました");
    drop(held);
    assert_eq!(folder.read(JOURNAL), before);
}

#[test]
fn a_damaged_journal_is_told_and_opened_for_reading() {
    let folder = begun();
    say(&folder, &["1", "1"]);
    let text = String::from_utf8(folder.read(JOURNAL)).unwrap();
    let bad = text.replacen("Q05-01", "Q05-09", 1);
    folder.write(JOURNAL, &bad);
    say(&folder, &["1"])
        .says("読むだけで開きました。")
        .says("tenken repair")
        .says("読むだけで開いている");
    assert_eq!(folder.read(JOURNAL), bad.as_bytes());
}

#[test]
fn a_confirmed_workbook_takes_no_answers_until_it_is_led_back() {
    let folder = Folder::new();
    talk_with(&folder.path(""), Lang::Ja, Disk::default(), |said| {
        Some(super::everything(said))
    });
    let talk = say(
        &folder,
        &[
            "2",
            "3",
            "6",
            "7",
            "4",
            "0",
            "5",
            "3",
            "誤りに気付いた",
            "2",
        ],
    );
    talk.says("確定済み")
        .says("確定済みなので変えられません。")
        .says("下書きに戻しました。");
    let item = talk.behind("下書きに戻しました。").to_owned();
    assert!(item.contains("メニュー"), "{item}");
    let talk = say(&folder, &["0", "5"]);
    talk.says("差戻し・再開の理由: 誤りに気付いた");
}

#[test]
fn not_yet_is_what_an_empty_line_means_before_confirming() {
    let folder = Folder::new();
    let talk = talk_with(&folder.path(""), Lang::Ja, Disk::default(), |said| {
        if said.contains("2. 確定する") {
            return Some(String::new());
        }
        if said.contains("確定していません。") {
            return None;
        }
        Some(super::everything(said))
    });
    talk.says("確定していません。");
    assert!(!super::workbook(&folder).is_confirmed());
}

/// A folder whose disk can be made to refuse, and the sample's workbook in it.
fn refusing() -> (Folder, Arc<Refusing>) {
    let folder = fault::begun();
    let refusing = Refusing::below(folder.path(""), Refusal::Enospc);
    (folder, refusing)
}

fn sample(root: &Path) -> tenken::domain::workbook::Workbook {
    journal_file::read(&Disk::default(), &root.join(journal(fault::BOOK)))
        .unwrap()
        .workbook
}

#[test]
fn a_full_disk_is_told_and_the_answer_given_up_is_as_before() {
    let (folder, refusing) = refusing();
    let mut lines = ["1", "1", "", "3", "9"].into_iter();
    let mut count = 0;
    let talk = talk_with(&folder.path(""), Lang::Ja, refusing.disk(), |_| {
        count += 1;
        // The workbook is open by now.
        refusing.switch(count >= 2);
        lines.next().map(str::to_owned)
    });
    talk.says("まだ保存できていない回答が 1件あります。")
        .says("空きがありません。")
        .says("保存していません。前の答えのままです。")
        .does_not_say("保存しました");
    assert_eq!(
        sample(&folder.path("")).answer(fault::ITEMS[0]).mark(),
        None
    );
}

#[test]
fn once_there_is_room_the_answer_is_saved() {
    let (folder, refusing) = refusing();
    let mut lines = ["1", "1", "1"].into_iter();
    let mut count = 0;
    let talk = talk_with(&folder.path(""), Lang::Ja, refusing.disk(), |_| {
        count += 1;
        refusing.switch(count == 2);
        lines.next().map(str::to_owned)
    });
    talk.says("空きがありません。")
        .says("保存しました（14:32:07）。");
    let mark = sample(&folder.path("")).answer(fault::ITEMS[0]).mark();
    assert_eq!(mark, Some(Mark::Implemented));
}

#[test]
fn an_end_of_input_beside_an_unsaved_answer_is_an_error() {
    // At the question what to do, and at the folder to keep it in.
    for lines in [&["1", "1"][..], &["1", "1", "2"]] {
        for breaks in [false, true] {
            let (folder, refusing) = refusing();
            let (root, mut lines) = (folder.path(""), lines.iter());
            let mut count = 0;
            let talk = talk_over(&root, Lang::Ja, refusing.disk(), breaks, |_| {
                count += 1;
                refusing.switch(count >= 2);
                lines.next().map(|line| (*line).to_owned())
            });
            assert_eq!(talk.ended.unwrap_err().exit_code(), 4, "{breaks}");
        }
    }
}

#[test]
fn an_answer_that_cannot_be_saved_here_is_kept_elsewhere() {
    let (folder, refusing) = refusing();
    let elsewhere = Folder::new();
    let place = elsewhere.path("写し").display().to_string();
    let mut lines = ["1", "1", "2", &place].into_iter();
    let mut count = 0;
    let talk = talk_with(&folder.path(""), Lang::Ja, refusing.disk(), |_| {
        count += 1;
        refusing.switch(count >= 2);
        lines.next().map(str::to_owned)
    });
    talk.says("別のフォルダに残しました。")
        .says("tenken merge で、この写しをまとめてください。")
        .does_not_say("一覧の「まとめる」");
    let mark = sample(&elsewhere.path("写し"))
        .answer(fault::ITEMS[0])
        .mark();
    assert_eq!(mark, Some(Mark::Implemented));
}

#[test]
fn bytes_that_are_no_text_are_told() {
    let folder = begun();
    let (code, out, _) = super::run(&folder, b"1\n6\n\x93\xfa\x96{\n\n1\n", &[]);
    assert_eq!(code, 0);
    assert!(out.contains("文字として読めません。"), "{out}");
    assert_eq!(answer(&folder, "Q05-01").remark, "");
    assert!(answer(&folder, "Q05-01").mark().is_some());
}

#[test]
fn what_is_there_or_cannot_be_a_name_is_told_before_anything_is_made() {
    let folder = begun();
    let lines = ["2", "", "", "../x", "0420", "0430"];
    let talk = talk(&folder.path(""), Lang::Ja, &lines);
    talk.says("はコードに使えません。").says("もうあります。");
    // A code that is taken is asked for again before anything else.
    assert!(talk.behind("> 0420\n").contains("課のコード。"));
    assert!(talk.behind("> 0430\n").contains("課の名前。"));
    assert!(!exists(&folder, "x"));
}

#[test]
fn what_is_looked_at_before_an_export_is_what_is_written() {
    let folder = begun();
    let root = folder::Folder::new(folder.path(""));
    let key = BOOK.parse().unwrap();
    let now = chrono::DateTime::parse_from_rfc3339(super::NOW).unwrap();
    let (held, mut writer) = workbooks::open_for_writing(&root, &key, "鈴木花子", now).unwrap();
    let mut lines = ["1", "0", "6", "", "", "", ""].into_iter();
    let talk = talk_with(&folder.path(""), Lang::Ja, Disk::default(), |said| {
        if said.contains("書き出し先。") {
            // Meanwhile the other one writes a telephone number.
            let item = &held.checklist.items[0];
            let remark = TextField::Remark;
            let text = "窓口は0465-33-1111です。";
            let changes = action::text(&held.workbook, item, remark, text).unwrap();
            let by = Author {
                name: "鈴木花子".to_owned(),
                title: String::new(),
            };
            let kind = RecordKind::Action;
            let record = workbooks::next_record(&held.workbook, kind, changes, &by, now);
            writer.append(&record).unwrap();
        }
        lines.next().map(str::to_owned)
    });
    talk.says("書き出す前に見てください（1か所）。")
        .says("Q05-01 備考: 電話番号らしい数");
    assert!(!exists(&folder, "exports"));
}

#[test]
fn a_folder_that_cannot_be_listed_is_no_empty_one() {
    let (folder, refusing) = refusing();
    refusing.switch(true);
    let talk = talk_on(&folder.path(""), Lang::Ja, refusing.disk(), &[]);
    talk.does_not_say("点検票はまだありません。");
}
