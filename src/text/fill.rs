//! Filling in from a CSV file, in words: what stops it, what is worth telling, what it does.

use super::{Lang, read_error, table};
use crate::domain::action::Refusal;
use crate::format::csv_fill::{FillNote, FillNoteKind, FillPlan, FillProblem, FillProblemKind};

/// Returns a problem as lines: place and what is wrong, then what to do.
#[must_use]
pub fn problem(lang: Lang, problem: &FillProblem) -> Vec<String> {
    let place = table::place(lang, problem.row, problem.column, problem.column_id);
    let (what, todo) = match lang {
        Lang::Ja => problem_ja(problem),
        Lang::En => problem_en(problem),
    };
    let mut lines = vec![if place.is_empty() {
        what
    } else {
        format!("{place}: {what}")
    }];
    if !todo.is_empty() {
        lines.push(format!("  → {todo}"));
    }
    lines
}

/// Returns a note in one line.
#[must_use]
pub fn note(lang: Lang, note: &FillNote) -> String {
    let place = table::place(lang, note.row, note.column, None);
    let (label, what) = match lang {
        Lang::Ja => ("参考", note_ja(&note.kind)),
        Lang::En => ("note", note_en(&note.kind)),
    };
    let blank = if place.is_empty() { "" } else { " " };
    format!("{label}{blank}{place}: {what}")
}

/// Returns what a plan does, or would do on a trial run. Its notes are told apart, by [`note`].
#[must_use]
pub fn plan(lang: Lang, plan: &FillPlan, dry_run: bool) -> Vec<String> {
    match lang {
        Lang::Ja => plan_ja(plan, dry_run),
        Lang::En => plan_en(plan, dry_run),
    }
}

fn problem_ja(problem: &FillProblem) -> (String, &'static str) {
    use FillProblemKind as P;
    let quoted = |text: &str| table::quoted(Lang::Ja, text);
    match &problem.kind {
        P::Unreadable(error) => read_error::words(Lang::Ja, error),
        P::MissingColumn(id) => (
            format!("「{}」の列がありません。", table::heading(Lang::Ja, id)),
            "見出しに「項目ID」と「回答」のある、回答のファイルを指定してください。",
        ),
        P::Confirmed => (
            "この点検票は確定済みです。".to_owned(),
            "確定を取り消してから入れてください。",
        ),
        P::Other { found, expected } => {
            let id = problem.column_id;
            let (found, expected) = table::found_and_expected(Lang::Ja, id, found, expected);
            (
                format!("{found}とありますが、この点検票は{expected}です。"),
                "ほかの点検票のファイルでないか確かめてください。",
            )
        }
        P::UnknownItem(id) => (
            format!("{}という項目は、この点検票にありません。", quoted(id)),
            "項目IDを直すか、その行を消してください。",
        ),
        P::ItemTwice { first } => (
            format!("{first}行目と同じ項目です。"),
            "どちらかの行を消してください。",
        ),
        P::UnknownMark(mark) => (
            format!("{}は回答として読めません。", quoted(mark)),
            "実施、一部実施、未実施、対象外、確認中のどれかにしてください。○ △ × － ？ でもかまいません。",
        ),
        P::Refused(refusal) => (
            (Lang::Ja.strings().refusal)(*refusal).to_owned(),
            refusal_todo_ja(*refusal),
        ),
    }
}

/// What to do about a refusal, where its own words do not say so.
const fn refusal_todo_ja(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotApplicableClosed => "ほかの回答にしてください。",
        Refusal::ReasonMissing => "対象外にするには「対象外の理由」が要ります。",
        Refusal::NotConfirmed
        | Refusal::NotSetAside
        | Refusal::NoPreviousAnswer
        | Refusal::Incomplete => "回答を確かめてください。",
        Refusal::Confirmed | Refusal::NameMissing | Refusal::TooLong(_) => "",
    }
}

fn problem_en(problem: &FillProblem) -> (String, &'static str) {
    use FillProblemKind as P;
    let quoted = |text: &str| table::quoted(Lang::En, text);
    match &problem.kind {
        P::Unreadable(error) => read_error::words(Lang::En, error),
        P::MissingColumn(id) => (
            format!("There is no column {}.", table::heading(Lang::En, id)),
            "Name a file of answers; its headings must hold item_id and mark.",
        ),
        P::Confirmed => (
            "The workbook is confirmed.".to_owned(),
            "Withdraw the confirmation first.",
        ),
        P::Other { found, expected } => {
            let id = problem.column_id;
            let (found, expected) = table::found_and_expected(Lang::En, id, found, expected);
            (
                format!("It says {found}; the workbook has {expected}."),
                "Check whether the file is about another workbook.",
            )
        }
        P::UnknownItem(id) => (
            format!("The workbook has no item {}.", quoted(id)),
            "Mend the item id or remove the row.",
        ),
        P::ItemTwice { first } => (
            format!("The item is that of row {first}."),
            "Remove one of the rows.",
        ),
        P::UnknownMark(mark) => (
            format!("{} is no mark.", quoted(mark)),
            "Use implemented, partial, not_implemented, not_applicable or to_be_confirmed, or a sign: ○ △ × － ？.",
        ),
        P::Refused(refusal) => (
            (Lang::En.strings().refusal)(*refusal).to_owned(),
            refusal_todo_en(*refusal),
        ),
    }
}

const fn refusal_todo_en(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotApplicableClosed => "Give it another mark.",
        Refusal::ReasonMissing => "not_applicable takes a text in the column reason.",
        Refusal::NotConfirmed
        | Refusal::NotSetAside
        | Refusal::NoPreviousAnswer
        | Refusal::Incomplete => "Check the mark.",
        Refusal::Confirmed | Refusal::NameMissing | Refusal::TooLong(_) => "",
    }
}

fn note_ja(kind: &FillNoteKind) -> String {
    match kind {
        FillNoteKind::TextWithoutMark => {
            "備考などがありますが、回答が空欄です。この項目は今のままにします。".to_owned()
        }
        FillNoteKind::WordingDiffers => {
            "ファイルを書き出した後に、項目の文が変わっています。回答が今の文に合うか確かめてください。"
                .to_owned()
        }
        FillNoteKind::ChecklistDiffers => {
            "ほかの点検項目一覧で書き出したファイルです。項目IDの合う行を入れます。".to_owned()
        }
        FillNoteKind::NotSetAside => {
            "ファイルでは所属の属性により対象外ですが、この点検票では対象です。今のままにします。"
                .to_owned()
        }
        FillNoteKind::UnknownColumn(heading) => {
            format!("見出し{}の列は使いません。", table::quoted(Lang::Ja, heading))
        }
    }
}

fn note_en(kind: &FillNoteKind) -> String {
    match kind {
        FillNoteKind::TextWithoutMark => {
            "There are texts but no mark; the item stays as it is.".to_owned()
        }
        FillNoteKind::WordingDiffers => {
            "The item was reworded since the file was exported; check whether the mark still fits."
                .to_owned()
        }
        FillNoteKind::ChecklistDiffers => {
            "The file was exported from another checklist; rows are matched by item id.".to_owned()
        }
        FillNoteKind::NotSetAside => {
            "Set aside by the profile in the file, but not in this workbook; it stays as it is."
                .to_owned()
        }
        FillNoteKind::UnknownColumn(heading) => {
            format!(
                "The column {} is not used.",
                table::quoted(Lang::En, heading)
            )
        }
    }
}

fn plan_ja(plan: &FillPlan, dry_run: bool) -> Vec<String> {
    let (items, marked) = (plan.items, plan.marked);
    let mut lines = vec![if marked == 0 {
        "回答のある行がありません。何も変わりません。".to_owned()
    } else if plan.changes.is_empty() {
        format!("回答のある {marked}行は、どれも点検票と同じです。何も変わりません。")
    } else {
        format!("{items}件を入れます（回答のある行は {marked}行）。")
    }];
    if dry_run {
        lines.push("試しなので、何も書いていません。".to_owned());
    }
    lines
}

fn plan_en(plan: &FillPlan, dry_run: bool) -> Vec<String> {
    let (items, marked) = (plan.items, plan.marked);
    let mut lines = vec![if marked == 0 {
        "No row holds a mark; nothing changes.".to_owned()
    } else if plan.changes.is_empty() {
        format!("The workbook holds all {marked} marked rows already; nothing changes.")
    } else {
        format!("Items to fill in: {items} (rows with a mark: {marked}).")
    }];
    if dry_run {
        lines.push("This is a trial; nothing was written.".to_owned());
    }
    lines
}

#[cfg(test)]
#[path = "fill_tests.rs"]
mod tests;
