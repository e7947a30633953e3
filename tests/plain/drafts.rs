//! A text being written: kept until it is recorded or thrown away, and never mistaken for another.

use super::{JOURNAL, answer, begun, exists, run, say, talk};
use crate::fault::{self, Refusal, Refusing};
use crate::program::Folder;
use crate::talk::talk_with;
use tenken::store::disk::Disk;
use tenken::text::Lang;

const DRAFT: &str = "answers/2026/odawara/0420.draft";

/// A workbook with a remark of its first question that was not ended.
fn drafted() -> Folder {
    let folder = begun();
    run(&folder, "1\n6\n書きかけ\n".as_bytes(), &[]);
    assert!(exists(&folder, DRAFT));
    folder
}

#[test]
fn a_found_text_is_decided_on_before_another_is_written() {
    let folder = drafted();
    // Put off when the workbook opens, and again where a text was to be written.
    let talk = say(&folder, &["", "7", "名簿", "", "", "Q05-02", "6", ""]);
    assert!(talk.behind("> 6\n").contains("書きかけの文があります。"));
    talk.says("備考は、まだ書けません。");
    assert!(exists(&folder, DRAFT));
    // Thrown away there, the other text is written at once.
    say(&folder, &["", "Q05-02", "6", "2", "別の備考", ""]);
    assert_eq!(answer(&folder, "Q05-02").remark, "別の備考");
    assert_eq!(answer(&folder, "Q05-01").remark, "");
    assert!(!exists(&folder, DRAFT));
}

#[test]
fn a_found_text_recorded_before_another_is_written_is_both() {
    let folder = drafted();
    say(&folder, &["", "Q05-02", "6", "1", "別の備考", ""]);
    assert_eq!(answer(&folder, "Q05-01").remark, "書きかけ");
    assert_eq!(answer(&folder, "Q05-02").remark, "別の備考");
    assert!(!exists(&folder, DRAFT));
}

#[test]
fn a_text_asked_for_by_an_answer_leaves_a_found_one_alone() {
    let folder = drafted();
    say(&folder, &["", "Q05-03", "4", ""]).says("回答は変えていません。");
    say(&folder, &["", "Q05-02", "2", ""]).says("備考は、まだ書けません。");
    say(&folder, &["1"]);
    assert_eq!(answer(&folder, "Q05-01").remark, "書きかけ");
}

#[test]
fn a_found_text_that_cannot_be_recorded_is_kept() {
    let folder = Folder::new();
    talk_with(&folder.path(""), Lang::Ja, Disk::default(), |said| {
        Some(super::everything(said))
    });
    let draft = "(item:\"Q05-01\",field:1,text:\"書きかけ\",at:\"2026-11-22T10:00:00+09:00\")";
    folder.write(DRAFT, draft);
    say(&folder, &["1"])
        .says("確定済みなので変えられません。")
        .says("文は、控えに残してあります。");
    assert!(exists(&folder, DRAFT));

    let folder = begun();
    folder.write(DRAFT, draft.replace("Q05-01", "Q99-01"));
    say(&folder, &["1"])
        .says("この文の設問は、今の点検票にありません。")
        .says("文は、控えに残してあります。");
    assert!(exists(&folder, DRAFT));
    say(&folder, &["2"]);
    assert!(!exists(&folder, DRAFT));
}

#[test]
fn a_found_text_is_told_beside_the_one_recorded() {
    let folder = begun();
    say(&folder, &["6", "記録した文", ""]);
    let draft = "(item:\"Q05-01\",field:1,text:\"書きかけ\",at:\"2026-11-22T10:00:00+09:00\")";
    folder.write(DRAFT, draft);
    say(&folder, &[""])
        .says("備考: 書きかけ")
        .says("今の記録: 記録した文");
    folder.write(DRAFT, draft.replace("書きかけ", "記録した文"));
    say(&folder, &["1"]).does_not_say("今の記録");
    assert!(!exists(&folder, DRAFT));
}

#[test]
fn a_text_is_called_kept_only_when_it_is() {
    for refused in [false, true] {
        let folder = fault::begun();
        let refusing = Refusing::below(folder.path(""), Refusal::Enospc);
        let mut lines = ["1", "6", "書きかけ"].into_iter();
        let mut count = 0;
        let talk = talk_with(&folder.path(""), Lang::Ja, refusing.disk(), |_| {
            count += 1;
            refusing.switch(refused && count >= 2);
            lines.next().map(str::to_owned)
        });
        if refused {
            talk.says("書きかけの文は、控えられませんでした。")
                .does_not_say("書きかけの文を控えました。");
        } else {
            talk.says("書きかけの文を控えました。");
        }
    }
}

#[test]
fn what_replaces_a_text_says_so_and_adding_is_offered() {
    let folder = begun();
    say(&folder, &["6", "1行目", ""]).does_not_say("入れ替わります");
    say(&folder, &["Q05-01", "6", "1", "2行目", "3行目", ""])
        .says("書くと、今の文と入れ替わります。")
        .says("1. 今の文に書き足す");
    assert_eq!(answer(&folder, "Q05-01").remark, "1行目\n2行目\n3行目");
    let before = folder.read(JOURNAL);
    say(&folder, &["Q05-01", "6", "1", ""]);
    say(&folder, &["Q05-01", "6", "1"]).does_not_say("書きかけの文を控えました");
    assert_eq!(folder.read(JOURNAL), before);
    assert!(!exists(&folder, DRAFT));
}

#[test]
fn a_call_for_help_within_a_text_is_no_text() {
    let folder = begun();
    let (code, _, _) = run(
        &folder,
        "1\n6\n1行目\n\u{1b}OP\n2行\u{1b}OP目\n\n".as_bytes(),
        &[],
    );
    assert_eq!(code, 0);
    assert_eq!(answer(&folder, "Q05-01").remark, "1行目\n2行目");
}

#[test]
fn a_document_given_up_at_its_date_is_not_recorded() {
    let folder = begun();
    let before = folder.read(JOURNAL);
    say(&folder, &["7", "点検の記録", ".", ""]).says("前の答えのままです。");
    assert_eq!(folder.read(JOURNAL), before);
    // Asked for after an answer, it is asked for again.
    let talk = talk(
        &folder.path(""),
        Lang::Ja,
        &["1", "Q06-3b-01", "1", "点検の記録", "."],
    );
    assert!(talk.behind("> .\n").contains("資料の名前を入れます。"));
}

#[test]
fn a_pasted_text_with_empty_lines_is_all_text() {
    let pasted = "1行目\n\n2\n.\n?\n終わり";
    for (lines, text) in [
        (&["6", pasted, "", "9"][..], pasted),
        (&["6", "\n2\n3", "", "9"], "2\n3"),
        (&["6", "1行目\n", "9"], "1行目"),
    ] {
        let folder = begun();
        say(&folder, lines).says("最初の設問です。");
        let answer = answer(&folder, "Q05-01");
        assert_eq!((answer.remark.as_str(), answer.mark()), (text, None));
    }
    let folder = begun();
    say(&folder, &["6", pasted, ""]).says("空の行の後に届いていた行も、文に入れました。");
    // From a pipe the same lines are answers.
    let folder = begun();
    run(&folder, "1\n6\n1行目\n\n2\n".as_bytes(), &[]);
    assert!(answer(&folder, "Q05-01").mark().is_some());
}
