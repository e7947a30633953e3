//! Audits in words: what is wrong with a file of findings, and how findings stand to the marks
//! departments gave themselves.

use super::en::number_of;
use super::figures::{counts, percent, points};
use super::{Lang, read_error, table};
use crate::display::safe;
use crate::domain::audit::{Outcome, Tally};
use crate::format::audits::{AuditProblem, AuditProblemKind};

/// Returns the help of a command or argument of audits; empty for others.
#[must_use]
pub fn help(lang: Lang, name: &str) -> &'static str {
    let (ja, en) = match name {
        "sample" => ("監査する所属の案を作る", "Propose departments for an audit"),
        "audit" => ("監査の用紙と所見を扱う", "What auditors fill in and find"),
        "audit add" => (
            "監査の所見（CSV）を取り込み、自己点検と比べる",
            "Take in auditors' findings (CSV) and compare them",
        ),
        "audit template" => (
            "監査の用紙（CSV）を出す",
            "Write the file auditors fill in (CSV)",
        ),
        "dir" => ("集めたフォルダ", "The folder that was collected into"),
        "size" => ("選ぶ所属の数", "How many departments"),
        "lot" => (
            "くじの種（なければ年度の数）",
            "What the draw begins with; the year if absent",
        ),
        "departments" => (
            "この所属だけ（なければ sample と同じ所属）",
            "Only these departments; those of sample if absent",
        ),
        _ => return "",
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

/// Returns a problem as lines: place and what is wrong, then what to do.
#[must_use]
pub fn problem(lang: Lang, problem: &AuditProblem) -> Vec<String> {
    let (what, todo) = match lang {
        Lang::Ja => problem_ja(&problem.kind),
        Lang::En => problem_en(&problem.kind),
    };
    told(lang, problem, &what, &todo)
}

/// Puts the place, where there is one, before what is wrong, and what to do below.
pub(super) fn told(lang: Lang, problem: &AuditProblem, what: &str, todo: &str) -> Vec<String> {
    let place = table::place(lang, problem.row, problem.column, problem.column_id);
    let what = if place.is_empty() {
        what.to_owned()
    } else {
        format!("{place}: {what}")
    };
    vec![what, format!("  → {todo}")]
}

fn problem_ja(kind: &AuditProblemKind) -> (String, String) {
    use AuditProblemKind as P;
    let quoted = |text: &str| table::quoted(Lang::Ja, text);
    let (what, todo): (String, &str) = match kind {
        P::Unreadable(error) => read_error::words(Lang::Ja, error),
        P::MissingColumn(id) => (
            format!("「{}」の列がありません。", table::heading(Lang::Ja, id)),
            "見出しを足してください。ひな形は tenken audit template で作れます。",
        ),
        P::Empty => (
            "空欄です。".to_owned(),
            "書き入れてください。監査していない行なら、監査の回答と所見を空にしてください。",
        ),
        P::BadYear(year) => (
            format!("{}は、集めた年度にありません。", quoted(year)),
            "2026 のように、西暦の年度を書いてください。",
        ),
        P::UnknownMark(mark) => (
            format!("{}は回答として読めません。", quoted(mark)),
            "○ △ × － か、その言葉を書いてください。",
        ),
        P::NotSubmitted(code, year) => (
            format!("{year}年度に集計した所属に{}がありません。", quoted(code)),
            "所属コードと年度を確かめてください。",
        ),
        P::UnknownItem(item) => (
            format!("この所属の設問に{}がありません。", quoted(item)),
            "項目IDを確かめてください。",
        ),
        P::ItemTwice { first } => (
            format!("{first}行目と同じ所属の同じ項目です。"),
            "どちらかの行を消してください。",
        ),
        P::SaidOtherwise { file, row } => (
            format!(
                "先に取り込んだ{}の {row}行目と、監査の回答が違います。",
                quoted(file)
            ),
            "こちらが正しければ、先のファイルを audits フォルダから除いてください。",
        ),
        P::TooLong { limit } => (
            format!("長すぎます（{limit}字まで）。"),
            "短くしてください。",
        ),
    };
    (what, todo.to_owned())
}

fn problem_en(kind: &AuditProblemKind) -> (String, String) {
    use AuditProblemKind as P;
    let quoted = |text: &str| table::quoted(Lang::En, text);
    let (what, todo): (String, &str) = match kind {
        P::Unreadable(error) => read_error::words(Lang::En, error),
        P::MissingColumn(id) => (
            format!("There is no column {id}."),
            "Add the heading; tenken audit template gives all of them.",
        ),
        P::Empty => (
            "The cell is empty.".to_owned(),
            "Fill it in; where nothing was audited, leave mark and finding empty.",
        ),
        P::BadYear(year) => (
            format!("{} is no year that was collected.", quoted(year)),
            "Write the fiscal year as 2026.",
        ),
        P::UnknownMark(mark) => (
            format!("{} is no mark.", quoted(mark)),
            "Write ○ △ × － or their words.",
        ),
        P::NotSubmitted(code, year) => (
            format!("No department {} counts in {year}.", quoted(code)),
            "Check the department code and the year.",
        ),
        P::UnknownItem(item) => (
            format!("The department was not asked {}.", quoted(item)),
            "Check the item id.",
        ),
        P::ItemTwice { first } => (
            format!("The department's item is that of row {first}."),
            "Remove one of the rows.",
        ),
        P::SaidOtherwise { file, row } => (
            format!("The mark differs from row {row} of {}.", quoted(file)),
            "If this one is right, take the other file out of the folder audits.",
        ),
        P::TooLong { limit } => (
            format!("The text is too long (at most {limit} characters)."),
            "Shorten it.",
        ),
    };
    (what, todo.to_owned())
}

/// Tells how many problems a file has, and that nothing was taken in.
#[must_use]
pub fn refused(lang: Lang, name: &str, count: usize) -> String {
    let name = safe::line(name);
    match lang {
        Lang::Ja => {
            format!("{name}: 直すところが {count}件あります。どのファイルも取り込んでいません。")
        }
        Lang::En => format!(
            "{name}: {}. No file was taken in.",
            number_of(count, "problem", "problems")
        ),
    }
}

/// Tells that a file that is kept cannot be read any more.
#[must_use]
pub fn left_out(lang: Lang, name: &str, count: usize) -> String {
    let name = safe::line(name);
    match lang {
        Lang::Ja => {
            format!(
                "{name}: 監査の所見に読めないところが {count}件あります。このファイルは入れていません。"
            )
        }
        Lang::En => format!(
            "{name}: {} among the auditors' findings; the file is left out.",
            number_of(count, "problem", "problems")
        ),
    }
}

/// Tells how findings stand to the departments' own marks.
#[must_use]
pub fn taken_in(lang: Lang, new: usize, tally: &Tally) -> Vec<String> {
    let (agrees, over) = (tally.rate(Outcome::Agrees), tally.rate(Outcome::Over));
    let under = tally.rate(Outcome::Under);
    let (own, found) = (
        points(tally.own.score_tenths()),
        points(tally.found.score_tenths()),
    );
    match lang {
        Lang::Ja => vec![
            format!("監査の所見 {new}件を取り込みました。"),
            format!(
                "自己点検との一致 {}（{}）　過大評価 {}（{}）　過小評価 {}（{}）",
                percent(agrees),
                counts(agrees),
                percent(over),
                counts(over),
                percent(under),
                counts(under)
            ),
            format!("監査した項目の得点　自己点検 {own}　監査 {found}"),
        ],
        Lang::En => vec![
            format!("Took in {}.", number_of(new, "finding", "findings")),
            format!(
                "Agreement {} ({}), over-estimation {} ({}), under-estimation {} ({})",
                percent(agrees),
                counts(agrees),
                percent(over),
                counts(over),
                percent(under),
                counts(under)
            ),
            format!("Score over these items: own {own}, audited {found}"),
        ],
    }
}

/// Tells where the file to fill in was written.
#[must_use]
pub fn template_written(lang: Lang, name: &str, departments: usize) -> String {
    let name = safe::line(name);
    match lang {
        Lang::Ja => format!("{departments}所属の監査の用紙を書きました（{name}）。"),
        Lang::En => format!(
            "Wrote the auditors' file for {} ({name}).",
            number_of(departments, "department", "departments")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::csv_table::ReadError;

    #[test]
    fn every_problem_of_findings_has_words() {
        use AuditProblemKind as P;
        let hostile = "\u{1b}[2J\u{202e}".to_owned() + &"x".repeat(5_000);
        let kinds = [
            P::Unreadable(ReadError::Empty),
            P::MissingColumn("audited_mark"),
            P::Empty,
            P::BadYear(hostile.clone()),
            P::UnknownMark(hostile.clone()),
            P::NotSubmitted(hostile.clone(), 2026),
            P::UnknownItem(hostile.clone()),
            P::ItemTwice { first: 2 },
            P::SaidOtherwise {
                file: hostile.clone(),
                row: 9,
            },
            P::TooLong { limit: 2_000 },
        ];
        for kind in kinds {
            for lang in [Lang::Ja, Lang::En] {
                let problem_of = AuditProblem {
                    row: Some(3),
                    column: Some(9),
                    column_id: Some("audited_mark"),
                    kind: kind.clone(),
                };
                let lines = problem(lang, &problem_of);
                assert_eq!(lines.len(), 2);
                for line in &lines {
                    assert!(line.chars().count() < 250, "{line}");
                    assert!(!line.contains(|sign: char| sign.is_control() || sign == '\u{202e}'));
                }
                let place = match lang {
                    Lang::Ja => "3行目 I列「監査の回答」: ",
                    Lang::En => "row 3 column I (audited_mark): ",
                };
                assert!(lines[0].starts_with(place), "{}", lines[0]);
            }
        }
    }
}
