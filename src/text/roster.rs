//! A roster of departments in words: what is wrong with it, what is worth telling, what it holds.

use super::en::number_of;
use super::{Lang, read_error, table};
use crate::display::safe;
use crate::domain::roster::Roster;
use crate::format::roster::{RosterNote, RosterProblem, RosterProblemKind};

/// Returns a problem as lines: place and what is wrong, then what to do.
#[must_use]
pub fn problem(lang: Lang, problem: &RosterProblem) -> Vec<String> {
    let place = table::place(lang, problem.row, problem.column, problem.column_id);
    let (what, todo) = match lang {
        Lang::Ja => problem_ja(&problem.kind),
        Lang::En => problem_en(&problem.kind),
    };
    let what = if place.is_empty() {
        what
    } else {
        format!("{place}: {what}")
    };
    vec![what, format!("  → {todo}")]
}

/// Returns a note in one line.
#[must_use]
pub fn note(lang: Lang, note: &RosterNote) -> String {
    let (row, column) = match note {
        RosterNote::UnknownColumn { column, .. } => (None, *column),
        RosterNote::ShortCode { row, column, .. } => (Some(*row), *column),
    };
    let place = table::place(lang, row, Some(column), None);
    match (lang, note) {
        (Lang::Ja, RosterNote::UnknownColumn { heading, .. }) => {
            let heading = table::quoted(lang, heading);
            format!("参考 {place}: 見出し{heading}の列は使いません。")
        }
        (Lang::Ja, RosterNote::ShortCode { code, .. }) => {
            let code = table::quoted(lang, code);
            format!(
                "参考 {place}: {code}はほかのコードより短いです。先頭の0が消えていないか確かめてください。"
            )
        }
        (Lang::En, RosterNote::UnknownColumn { heading, .. }) => {
            let heading = table::quoted(lang, heading);
            format!("note {place}: The column {heading} is not used.")
        }
        (Lang::En, RosterNote::ShortCode { code, .. }) => {
            let code = table::quoted(lang, code);
            format!("note {place}: {code} is shorter than others; check for lost leading zeros.")
        }
    }
}

/// Returns what a good roster holds; of how many the code says they exist today.
#[must_use]
pub fn good(lang: Lang, name: &str, roster: &Roster, today: usize) -> String {
    let name = safe::line(name);
    let all = roster.departments.len();
    match lang {
        Lang::Ja => {
            format!("{name}: 所属は {all}件です（今日あるのは {today}件）。誤りはありません。")
        }
        Lang::En => format!("{name}: {all} departments ({today} of them today), no problems."),
    }
}

/// Tells how many problems a roster has.
#[must_use]
pub fn refused(lang: Lang, name: &str, count: usize) -> String {
    let name = safe::line(name);
    match lang {
        Lang::Ja => format!("{name}: 直すところが {count}件あります。"),
        Lang::En => format!("{name}: {}.", number_of(count, "problem", "problems")),
    }
}

/// Tells where the template was written.
#[must_use]
pub fn written(lang: Lang, name: &str) -> String {
    let name = safe::line(name);
    match lang {
        Lang::Ja => format!("所属の一覧のひな形を書きました（{name}）。"),
        Lang::En => format!("Wrote the template of a roster ({name})."),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of problem")]
fn problem_ja(kind: &RosterProblemKind) -> (String, String) {
    use RosterProblemKind as P;
    let quoted = |text: &str| table::quoted(Lang::Ja, text);
    let (what, todo): (String, &str) = match kind {
        P::Unreadable(error) => read_error::words(Lang::Ja, error),
        P::MissingColumn(id) => (
            format!("「{}」の列がありません。", table::heading(Lang::Ja, id)),
            "見出しを足してください。ひな形（コマンドでは tenken roster template）には、すべてあります。",
        ),
        P::HandedIn => (
            "課が提出したファイルです。所属の一覧ではありません。".to_owned(),
            "所属の一覧のファイルを指定してください。",
        ),
        P::NoDepartments => (
            "所属が1件もありません。".to_owned(),
            "見出しの下に、所属を1行に1件書いてください。",
        ),
        P::Empty => (
            "空欄です。".to_owned(),
            "書き入れるか、行を消してください。",
        ),
        P::BadCode(code) => (
            format!("{}は所属コードに使えません。", quoted(code)),
            "半角の英数字と - _ で、20字までにしてください。",
        ),
        P::CodeTwice { first } => (
            format!("{first}行目と同じ所属コードです。"),
            "どちらかの行を直してください。",
        ),
        P::CodeTwin { first } => (
            format!("{first}行目の所属コードと、大文字・小文字しか違いません。"),
            "同じファイルになってしまうので、別のコードにしてください。",
        ),
        P::TooLong { limit } => (
            format!("長すぎます（{limit}字まで）。"),
            "短くしてください。",
        ),
        P::ControlCharacter => (
            "改行など、使えない文字があります。".to_owned(),
            "1行で書き直してください。",
        ),
        P::BadDate(date) => (
            format!("{}は日付として読めません。", quoted(date)),
            "2026-04-01 のように書いてください。",
        ),
        P::EndsBeforeItBegins => (
            "有効開始日より前の日付です。".to_owned(),
            "どちらかの日付を直してください。",
        ),
        P::UnknownAgency(agency, known) => {
            let known: Vec<String> = known.iter().map(|name| quoted(name)).collect();
            return (
                format!("実施機関{}がありません。", quoted(agency)),
                format!("あるもの: {}", known.join("、")),
            );
        }
        P::NotYesOrNo(cell) => (
            format!("{}は はい・いいえ として読めません。", quoted(cell)),
            "はい か いいえ を書いてください。空欄でもかまいません。",
        ),
        P::OwnPredecessor => (
            "自分の所属コードが書いてあります。".to_owned(),
            "前身のコードに直すか、消してください。",
        ),
        P::PredecessorTwice(code) => (
            format!("{}が2回書いてあります。", quoted(code)),
            "一つにしてください。",
        ),
        P::UnknownPredecessor(code) => (
            format!("{}という所属は、この一覧にありません。", quoted(code)),
            "前身の所属の行も、有効終了日を付けて残してください。",
        ),
        P::PredecessorCircle => (
            "前身をたどると、元の所属に戻ります。".to_owned(),
            "前身の所属コードを確かめてください。",
        ),
        P::TooManyPredecessors { limit } => (
            format!("前身が多すぎます（{limit}件まで）。"),
            "前身の所属コードを確かめてください。",
        ),
    };
    (what, todo.to_owned())
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of problem")]
fn problem_en(kind: &RosterProblemKind) -> (String, String) {
    use RosterProblemKind as P;
    let quoted = |text: &str| table::quoted(Lang::En, text);
    let (what, todo): (String, &str) = match kind {
        P::Unreadable(error) => read_error::words(Lang::En, error),
        P::MissingColumn(id) => (
            format!("There is no column {id}."),
            "Add the heading; the template (tenken roster template) has all of them.",
        ),
        P::HandedIn => (
            "A department handed in this file; it is no roster.".to_owned(),
            "Name the file of the roster.",
        ),
        P::NoDepartments => (
            "There is no department.".to_owned(),
            "Write one department a row below the headings.",
        ),
        P::Empty => (
            "The cell is empty.".to_owned(),
            "Fill it in or remove the row.",
        ),
        P::BadCode(code) => (
            format!("{} cannot be a department code.", quoted(code)),
            "Use up to 20 letters, digits, - and _.",
        ),
        P::CodeTwice { first } => (
            format!("The code is that of row {first}."),
            "Change one of the rows.",
        ),
        P::CodeTwin { first } => (
            format!("The code differs from that of row {first} in capitals alone."),
            "Both would be the same file; use another code.",
        ),
        P::TooLong { limit } => (
            format!("The text is too long (at most {limit} characters)."),
            "Shorten it.",
        ),
        P::ControlCharacter => (
            "The text holds a line end or another character that cannot be used.".to_owned(),
            "Write it again in one line.",
        ),
        P::BadDate(date) => (
            format!("{} is not a date.", quoted(date)),
            "Write it as 2026-04-01.",
        ),
        P::EndsBeforeItBegins => (
            "The date lies before valid_from.".to_owned(),
            "Change one of the dates.",
        ),
        P::UnknownAgency(agency, known) => {
            let known: Vec<String> = known.iter().map(|name| quoted(name)).collect();
            return (
                format!("There is no agency {}.", quoted(agency)),
                format!("There are: {}", known.join(", ")),
            );
        }
        P::NotYesOrNo(cell) => (
            format!("{} is neither yes nor no.", quoted(cell)),
            "Write yes or no, or leave the cell empty.",
        ),
        P::OwnPredecessor => (
            "The department is its own predecessor.".to_owned(),
            "Write the code of the one it came from, or nothing.",
        ),
        P::PredecessorTwice(code) => (format!("{} stands twice.", quoted(code)), "Keep one."),
        P::UnknownPredecessor(code) => (
            format!("There is no department {} in this roster.", quoted(code)),
            "Keep the rows of former departments, with their valid_to.",
        ),
        P::PredecessorCircle => (
            "The predecessors lead round in a circle.".to_owned(),
            "Check the codes.",
        ),
        P::TooManyPredecessors { limit } => (
            format!("There are too many predecessors (at most {limit})."),
            "Check the codes.",
        ),
    };
    (what, todo.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::csv_table::ReadError;

    #[test]
    fn every_problem_of_a_roster_has_words() {
        use RosterProblemKind as P;
        let hostile = "\u{1b}[2J\u{202e}".to_owned() + &"x".repeat(5_000);
        let kinds = [
            P::Unreadable(ReadError::Empty),
            P::MissingColumn("code"),
            P::HandedIn,
            P::NoDepartments,
            P::Empty,
            P::BadCode(hostile.clone()),
            P::CodeTwice { first: 2 },
            P::CodeTwin { first: 2 },
            P::TooLong { limit: 100 },
            P::ControlCharacter,
            P::BadDate(hostile.clone()),
            P::EndsBeforeItBegins,
            P::UnknownAgency(hostile.clone(), vec![hostile.clone()]),
            P::NotYesOrNo(hostile.clone()),
            P::OwnPredecessor,
            P::PredecessorTwice(hostile.clone()),
            P::UnknownPredecessor(hostile.clone()),
            P::PredecessorCircle,
            P::TooManyPredecessors { limit: 100 },
        ];
        for kind in kinds {
            for lang in [Lang::Ja, Lang::En] {
                let problem_of = RosterProblem {
                    row: Some(3),
                    column: Some(1),
                    column_id: Some("code"),
                    kind: kind.clone(),
                };
                let lines = problem(lang, &problem_of);
                assert_eq!(lines.len(), 2);
                for line in &lines {
                    assert!(line.chars().count() < 250, "{line}");
                    assert!(!line.contains(|sign: char| sign.is_control() || sign == '\u{202e}'));
                }
                let place = match lang {
                    Lang::Ja => "3行目 A列「所属コード」: ",
                    Lang::En => "row 3 column A (code): ",
                };
                assert!(lines[0].starts_with(place), "{}", lines[0]);
            }
        }
    }
}
