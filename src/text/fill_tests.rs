//! Every problem and note of filling in has words, and plans say how much changes.

use super::*;
use crate::domain::record::Change;
use crate::format::csv_table::ReadError;

fn at(kind: FillProblemKind, id: &'static str, column: usize) -> FillProblem {
    FillProblem {
        row: Some(12),
        column: Some(column),
        column_id: Some(id),
        kind,
    }
}

#[test]
fn every_problem_has_words() {
    use FillProblemKind as P;
    let kinds = [
        P::Unreadable(ReadError::Empty),
        P::MissingColumn("item_id"),
        P::Confirmed,
        P::Other {
            found: "1".to_owned(),
            expected: "2".to_owned(),
        },
        P::UnknownItem(String::new()),
        P::ItemTwice { first: 3 },
        P::UnknownMark("ほぼ".to_owned()),
        P::Refused(Refusal::Confirmed),
        P::Refused(Refusal::NotConfirmed),
        P::Refused(Refusal::NotApplicableClosed),
        P::Refused(Refusal::ReasonMissing),
        P::Refused(Refusal::NotSetAside),
        P::Refused(Refusal::NoPreviousAnswer),
        P::Refused(Refusal::Incomplete),
        P::Refused(Refusal::NameMissing),
    ];
    for kind in kinds {
        let told = at(kind, "mark", 22);
        for lang in [Lang::Ja, Lang::En] {
            let lines = problem(lang, &told);
            assert!(
                lines.iter().all(|line| !line.trim().is_empty()),
                "{lines:?}"
            );
            assert!(
                lines[0].len() > table::place(lang, Some(12), Some(22), Some("mark")).len() + 4
            );
        }
    }
}

#[test]
fn problems_say_place_fault_and_remedy() {
    let mark = at(
        FillProblemKind::UnknownMark("ほぼ実施".to_owned()),
        "mark",
        22,
    );
    assert_eq!(
        problem(Lang::Ja, &mark),
        [
            "12行目 V列「回答」: 「ほぼ実施」は回答として読めません。",
            "  → 実施、一部実施、未実施、対象外、確認中のどれかにしてください。○ △ × － ？ でもかまいません。",
        ]
    );
    let other = FillProblemKind::Other {
        found: "421".to_owned(),
        expected: "0420".to_owned(),
    };
    assert_eq!(
        problem(Lang::En, &at(other, "department_code", 4)),
        [
            "row 12 column D (department_code): It says `421`; the workbook has `0420`.",
            "  → Check whether the file is about another workbook.",
        ]
    );
    let whole = FillProblem {
        row: None,
        column: None,
        column_id: None,
        kind: FillProblemKind::MissingColumn("mark"),
    };
    assert_eq!(problem(Lang::Ja, &whole)[0], "「回答」の列がありません。");
}

#[test]
fn every_note_has_words() {
    for kind in [
        FillNoteKind::TextWithoutMark,
        FillNoteKind::WordingDiffers,
        FillNoteKind::ChecklistDiffers,
        FillNoteKind::NotSetAside,
        FillNoteKind::UnknownColumn("メモ".to_owned()),
    ] {
        let told = FillNote {
            row: None,
            column: None,
            kind,
        };
        for lang in [Lang::Ja, Lang::En] {
            assert!(note(lang, &told).len() > "参考: ".len());
        }
    }
    let told = FillNote {
        row: None,
        column: Some(37),
        kind: FillNoteKind::UnknownColumn("メモ".to_owned()),
    };
    assert_eq!(
        note(Lang::Ja, &told),
        "参考 AK列: 見出し「メモ」の列は使いません。"
    );
}

#[test]
fn a_plan_says_how_much_changes() {
    let full = FillPlan {
        changes: vec![Change::Returned {
            reason: String::new(),
            slip: None,
        }],
        items: 80,
        marked: 87,
        notes: Vec::new(),
    };
    assert_eq!(
        plan(Lang::Ja, &full, true),
        [
            "80件を入れます（回答のある行は 87行）。",
            "試しなので、何も書いていません。",
        ]
    );
    assert_eq!(
        plan(Lang::En, &full, false)[0],
        "Items to fill in: 80 (rows with a mark: 87)."
    );
    let same = FillPlan {
        marked: 87,
        ..FillPlan::default()
    };
    assert_eq!(
        plan(Lang::Ja, &same, false),
        ["回答のある 87行は、どれも点検票と同じです。何も変わりません。"]
    );
    assert_eq!(
        plan(Lang::Ja, &FillPlan::default(), false),
        ["回答のある行がありません。何も変わりません。"]
    );
}
