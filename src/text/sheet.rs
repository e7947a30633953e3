//! Checklists in a spreadsheet, in words: what is wrong with a sheet, what is worth telling, what
//! was read and written, and the sheet that explains the others.

use std::path::{Path, PathBuf};

use super::columns::checklist::{CITY_FIELD, MEASURE, Sheet, TIERS};
use super::columns::{Content, Header, Word};
use super::en::number_of;
use super::{Lang, problems, table};
use crate::display::safe;
use crate::format::sheet_problem::{CellPlace, SheetProblem};
use crate::format::sheet_rows::SheetNote;

#[path = "sheet_en.rs"]
mod en;
#[path = "sheet_ja.rs"]
mod ja;

/// What sheets stand in, which decides what they are called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Sheets of one xlsx file.
    Xlsx,
    /// CSV files, one a sheet.
    Csv,
}

/// Returns a problem as lines: place and what is wrong, then what to do.
#[must_use]
pub fn problem(lang: Lang, form: Form, problem: &SheetProblem) -> Vec<String> {
    let (what, todo) = match lang {
        Lang::Ja => ja::problem(form, problem),
        Lang::En => en::problem(form, problem),
    };
    let place = place(lang, form, &problem.place);
    let head = if place.is_empty() {
        what
    } else {
        format!("{place}: {what}")
    };
    vec![safe::line(&head), safe::line(&format!("  → {todo}"))]
}

/// Returns what a sheet is called.
fn sheet_name(lang: Lang, form: Form, sheet: &Sheet) -> String {
    match (form, lang) {
        (Form::Csv, _) => format!("{}.csv", sheet.id),
        (Form::Xlsx, Lang::Ja) => format!("「{}」シート", sheet.ja),
        (Form::Xlsx, Lang::En) => format!("sheet {}", sheet.id),
    }
}

fn place(lang: Lang, form: Form, place: &CellPlace) -> String {
    let Some(sheet) = place.sheet else {
        return String::new();
    };
    let heading = place.column.and_then(|column| sheet.columns.get(column));
    let heading = heading.map(|column| match lang {
        Lang::Ja => column.ja,
        Lang::En => column.id,
    });
    let cell = table::place_of(lang, place.row, place.at, heading);
    format!("{} {cell}", sheet_name(lang, form, sheet))
        .trim_end()
        .to_owned()
}

/// Returns the words a cell may hold instead.
fn words_of(place: &CellPlace) -> &'static [Word] {
    let column = place.sheet.zip(place.column);
    match column.and_then(|(sheet, column)| Some(sheet.columns.get(column)?.content)) {
        Some(Content::Word(words) | Content::List(words)) => words,
        // What a sheet of keys is about stands in its first column.
        _ if place.sheet == Some(&TIERS) => super::columns::TIER,
        _ => &[],
    }
}

/// Returns words as they are typed.
fn listed(lang: Lang, words: &[Word]) -> String {
    let (header, comma) = match lang {
        Lang::Ja => (Header::Ja, "、"),
        Lang::En => (Header::En, ", "),
    };
    let words: Vec<&str> = words.iter().map(|word| word.under(header)).collect();
    words.join(comma)
}

/// Returns a code as the word for it.
fn word_of(lang: Lang, words: &[Word], code: &str) -> String {
    let word = words.iter().find(|word| word.code == code);
    word.map_or(code, |word| match lang {
        Lang::Ja => word.ja,
        Lang::En => word.code,
    })
    .to_owned()
}

/// Returns a note in one line.
#[must_use]
pub fn note(lang: Lang, form: Form, note: &SheetNote) -> String {
    let line = match (lang, note) {
        (Lang::Ja, SheetNote::UnknownSheet(name)) => {
            format!("参考: {}は読みません。", table::quoted(lang, name))
        }
        (Lang::En, SheetNote::UnknownSheet(name)) => {
            format!("note: {} is not read.", table::quoted(lang, name))
        }
        (_, SheetNote::UnknownColumn(sheet, column, heading)) => {
            let sheet = sheet_name(lang, form, sheet);
            let place = table::place_of(lang, None, Some(*column), None);
            let heading = table::quoted(lang, heading);
            match lang {
                Lang::Ja => format!("参考 {sheet} {place}: 見出し{heading}の列は読みません。"),
                Lang::En => format!("note {sheet} {place}: The column {heading} is not read."),
            }
        }
        (Lang::Ja, SheetNote::Cp932(names)) => format!(
            "参考: シフトJISで保存されています（{}）。表せない文字は「?」に変わっているので、確かめてください。",
            names.join("、")
        ),
        (Lang::En, SheetNote::Cp932(names)) => format!(
            "note: Saved as Shift JIS ({}); characters it lacks have become ?. Check for them.",
            names.join(", ")
        ),
    };
    safe::line(&line)
}

/// Tells of items that no city's clauses name.
#[must_use]
pub fn unused(lang: Lang, items: &[&str]) -> String {
    let list = items.join(" ");
    let line = match lang {
        Lang::Ja => format!(
            "参考: どの市の条項にもない項目が {}件あります: {list}",
            items.len()
        ),
        Lang::En => {
            let items = number_of(items.len(), "item", "items");
            format!("note: {items} in no city's clauses: {list}")
        }
    };
    safe::line(&line)
}

/// Tells how many problems there are, and that nothing was written.
#[must_use]
pub fn refused(lang: Lang, name: &Path, count: usize) -> String {
    super::commands::refused_file(lang, name, count)
}

/// Tells what was found in good sheets.
#[must_use]
pub fn good(lang: Lang, city: &str, items: usize, clauses: usize) -> String {
    let city = safe::line(city);
    match lang {
        Lang::Ja => format!("{city}: 項目 {items}件、条項 {clauses}件。誤りはありません。"),
        Lang::En => format!(
            "{city}: {}, {}, no problems.",
            number_of(items, "item", "items"),
            number_of(clauses, "clause", "clauses")
        ),
    }
}

/// Tells what was written, or would be.
#[must_use]
pub fn written(lang: Lang, files: &[PathBuf], same: usize, dry_run: bool) -> Vec<String> {
    let lead = match (lang, dry_run) {
        (Lang::Ja, false) => "書きました",
        (Lang::Ja, true) => "書くもの（まだ書いていません）",
        (Lang::En, false) => "wrote",
        (Lang::En, true) => "would write",
    };
    let files = files.iter().map(|file| file.display().to_string());
    let mut lines: Vec<String> = files
        .map(|file| safe::line(&format!("{lead}: {file}")))
        .collect();
    if same > 0 {
        lines.push(match lang {
            Lang::Ja => format!("中身の同じファイル {same}件は、そのままです。"),
            Lang::En => format!(
                "{} the same already.",
                number_of(same, "file is", "files are")
            ),
        });
    }
    lines
}

/// Tells that files are in the way, which nothing is written over unasked.
#[must_use]
pub fn in_the_way(lang: Lang, files: &[PathBuf]) -> Vec<String> {
    let (what, todo) = match lang {
        Lang::Ja => (
            format!(
                "中身の違うファイルが {}件あります。何も書き込んでいません。",
                files.len()
            ),
            "書き換えてよければ --replace を付けてください。ファイルにある // の説明は消えます。",
        ),
        Lang::En => (
            format!(
                "{} with another content in the way. Nothing was written.",
                number_of(files.len(), "file is", "files are")
            ),
            "Add --replace to write over them; comments (//) in them are lost.",
        ),
    };
    let files = files.iter().map(|file| format!("  {}", file.display()));
    let lines = std::iter::once(what).chain(files);
    let lines = lines.chain(std::iter::once(format!("  → {todo}")));
    lines.map(|line| safe::line(&line)).collect()
}

/// Tells that files cannot be written because their names are taken.
#[must_use]
pub fn taken(lang: Lang, files: &[PathBuf]) -> Vec<String> {
    let (what, todo) = match lang {
        Lang::Ja => (
            "同じ名前のファイルがあります。何も書き込んでいません。",
            "移すか、--to で別のフォルダを指定してください。",
        ),
        Lang::En => (
            "There are files of the same name. Nothing was written.",
            "Move them, or name another folder with --to.",
        ),
    };
    let files = files.iter().map(|file| format!("  {}", file.display()));
    let lines = std::iter::once(what.to_owned()).chain(files);
    let lines = lines.chain(std::iter::once(format!("  → {todo}")));
    lines.map(|line| safe::line(&line)).collect()
}

/// Tells of a cell that is longer than a cell of an xlsx file can be.
#[must_use]
pub fn too_long(lang: Lang, found: &CellPlace) -> Vec<String> {
    let place = place(lang, Form::Xlsx, found);
    let (what, todo) = match lang {
        Lang::Ja => (
            format!("{place}: Excelのセルに入る長さを超えています。何も書き込んでいません。"),
            "文を短くするか、--format csv で書き出してください。",
        ),
        Lang::En => (
            format!("{place}: The text is longer than a cell of Excel. Nothing was written."),
            "Shorten the text, or write it with --format csv.",
        ),
    };
    vec![safe::line(&what), format!("  → {todo}")]
}

/// Returns the lines of the sheet that explains the others.
#[must_use]
pub fn readme(lang: Lang, city: &str) -> Vec<String> {
    match lang {
        Lang::Ja => ja::readme(city),
        Lang::En => en::readme(city),
    }
}

/// Returns the help of the command line; empty for what is none of it.
#[must_use]
pub const fn help(lang: Lang, name: &str) -> &'static str {
    match lang {
        Lang::Ja => ja::help(name),
        Lang::En => en::help(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::problem::{Expected, IdKind, ProblemKind};
    use crate::format::cells::ReadError;
    use crate::format::sheet_problem::SheetProblemKind;
    use crate::text::columns::checklist::{CLAUSES, ITEMS, SHEETS};

    fn kinds() -> Vec<SheetProblemKind> {
        use SheetProblemKind as P;
        let hostile = "\u{1b}[2J\u{202e}".to_owned() + &"x".repeat(90);
        let text = || hostile.clone();
        let mut kinds = vec![
            P::Unreadable(ReadError::Empty),
            P::Unreadable(ReadError::RowTooLong { row: 2, column: 3 }),
            P::NoSheet,
            P::SheetTwice,
            P::NoColumn,
            P::Failed(text()),
            P::TakenForDate(text()),
            P::Empty,
            P::UnknownWord(text(), MEASURE),
            P::UnknownParent(text()),
            P::ParentCircle,
            P::BadFileName(text()),
            P::NoRow(&CITY_FIELD[0]),
            P::Twice(text(), &CLAUSES, 5),
            P::TwiceInFile(text(), text(), 5),
        ];
        let of_files = [
            ProblemKind::UnknownField(text(), vec![]),
            ProblemKind::MissingField("critical_cap"),
            ProblemKind::RepeatedField(text()),
            ProblemKind::WrongKind(Expected::Number),
            ProblemKind::WrongKind(Expected::Boolean),
            ProblemKind::WrongKind(Expected::Text),
            ProblemKind::UnknownWord(text(), vec!["a"]),
            ProblemKind::EmptyText("value"),
            ProblemKind::TextTooLong(9),
            ProblemKind::UnknownProfileKey(text()),
            ProblemKind::KeyNotAsked(text(), text()),
            ProblemKind::UnknownThreat(text(), text()),
            ProblemKind::UnknownTerm(text(), text()),
            ProblemKind::UnknownSetting(text(), text()),
            ProblemKind::UnknownItem(text()),
            ProblemKind::NoArticles,
            ProblemKind::LeafWithoutItems(text()),
            ProblemKind::TierUnnamed("paper"),
            ProblemKind::UnknownGrade(text()),
            ProblemKind::BadId(IdKind::Item, text()),
            ProblemKind::MoreProblems,
        ];
        kinds.extend(of_files.map(P::Checklist));
        kinds
    }

    #[test]
    fn every_problem_of_a_sheet_has_words_that_are_fit_to_show() {
        for kind in kinds() {
            for (lang, form) in [
                (Lang::Ja, Form::Xlsx),
                (Lang::Ja, Form::Csv),
                (Lang::En, Form::Xlsx),
                (Lang::En, Form::Csv),
            ] {
                let place = CellPlace {
                    row: Some(3),
                    column: Some(9),
                    at: Some(2),
                    ..CellPlace::sheet(&ITEMS)
                };
                let kind = kind.clone();
                let lines = problem(lang, form, &SheetProblem { place, kind });
                assert_eq!(lines.len(), 2);
                for line in &lines {
                    assert!(line.chars().count() < 420, "{line}");
                    assert!(!line.contains(|sign: char| sign.is_control() || sign == '\u{202e}'));
                }
                let start = match (lang, form) {
                    (Lang::Ja, Form::Xlsx) => "「項目」シート 3行目 B列「系統」: ",
                    (Lang::Ja, Form::Csv) => "items.csv 3行目 B列「系統」: ",
                    (Lang::En, Form::Xlsx) => "sheet items row 3 column B (tiers): ",
                    (Lang::En, Form::Csv) => "items.csv row 3 column B (tiers): ",
                };
                assert!(lines[0].starts_with(start), "{}", lines[0]);
            }
        }
    }

    #[test]
    fn no_two_headings_of_a_sheet_and_no_two_sheets_are_alike() {
        use crate::format::cells::fold;
        let names = SHEETS
            .iter()
            .flat_map(|sheet| [sheet.id.to_owned(), fold(sheet.ja)]);
        let names: std::collections::BTreeSet<String> = names.collect();
        assert_eq!(names.len(), 2 * SHEETS.len());
        for sheet in SHEETS {
            let headings = sheet.columns.iter();
            let headings = headings.flat_map(|column| [column.id.to_owned(), fold(column.ja)]);
            let headings: std::collections::BTreeSet<String> = headings.collect();
            assert_eq!(headings.len(), 2 * sheet.columns.len(), "{}", sheet.id);
        }
    }
}
