//! The English words of checklists in a spreadsheet.

use super::{CITY_FIELD, Form, MEASURE, listed, problems, sheet_name, table, word_of, words_of};
use crate::domain::problem::{Expected, ProblemKind};
use crate::format::cells::ReadError;
use crate::format::sheet_problem::{SheetProblem, SheetProblemKind};
use crate::text::columns::checklist::{
    GRADES, ITEMS, MARKS, QUESTIONS, SCALE, SETTINGS, TERMS, THREATS, TIERS,
};
use crate::text::{Lang, read_error};

const EN: Lang = Lang::En;

/// Returns what is wrong and what to do.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of problem")]
pub(super) fn problem(form: Form, problem: &SheetProblem) -> (String, String) {
    use SheetProblemKind as P;
    let place = &problem.place;
    let sheet = |sheet| sheet_name(EN, form, sheet);
    let heading = || {
        let column = place.sheet.zip(place.column);
        let column = column.and_then(|(sheet, column)| sheet.columns.get(column));
        column.map_or("", |column| column.id)
    };
    let (what, todo) = match &problem.kind {
        P::Unreadable(error @ ReadError::RowTooLong { .. }) if form == Form::Xlsx => (
            read_error::words(EN, error).0,
            "Give the column a heading, or empty it.",
        ),
        P::Unreadable(error) => read_error::words(EN, error),
        P::NoSheet => (
            "It is not there.".to_owned(),
            "Check the name; if it was removed, copy it from a file written anew.",
        ),
        P::SheetTwice => (
            "There are two of them.".to_owned(),
            "Keep one, or give the other another name.",
        ),
        P::NoColumn => (
            format!("There is no column {}.", heading()),
            "Add the heading; the cells may be empty.",
        ),
        P::Failed(text) => (
            format!("A formula failed: {}.", table::quoted(EN, text)),
            "Type the text again.",
        ),
        P::TakenForDate(text) => (
            format!(
                "The cell was turned into the date {}.",
                table::quoted(EN, text)
            ),
            "Format the cell as text, and type it again.",
        ),
        P::Empty => (
            "The cell is empty.".to_owned(),
            "Fill it in, or remove the row.",
        ),
        P::UnknownWord(word, words) => {
            let todo = format!("Use one of: {}", listed(EN, words));
            return (format!("{} cannot be used.", table::quoted(EN, word)), todo);
        }
        P::UnknownParent(id) => (
            format!("There is no clause {}.", table::quoted(EN, id)),
            "Check the parent; articles have none.",
        ),
        P::ParentCircle => (
            "The parents lead to no article.".to_owned(),
            "Check the parent.",
        ),
        P::BadFileName(name) => (
            format!("{} cannot be a file's name.", table::quoted(EN, name)),
            "Use letters, digits, - and _.",
        ),
        P::NoRow(word) => (format!("There is no row {}.", word.code), "Add the row."),
        P::Twice(id, first, row) => (
            format!(
                "{} stands in {} row {row} as well.",
                table::quoted(EN, id),
                sheet(first)
            ),
            "Change or remove one of the rows.",
        ),
        P::TwiceInFile(id, file, line) => (
            format!(
                "{} stands in {file} line {line} as well.",
                table::quoted(EN, id)
            ),
            "If the file is none of the sheets', move it away from where the files go.",
        ),
        P::Checklist(kind) => return of_file(form, problem, kind),
    };
    (what, todo.to_owned())
}

/// Problems of a file that are mended in a sheet.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of problem")]
fn of_file(form: Form, problem: &SheetProblem, kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    let sheet = |sheet| sheet_name(EN, form, sheet);
    let quoted = |text: &str| table::quoted(EN, text);
    match kind {
        P::UnknownField(..) => (
            "This row takes nothing in this column.".to_owned(),
            "Empty the cell; if the row is a clause and no article, write its parent.".to_owned(),
        ),
        P::MissingField(_) => (
            "A row is missing.".to_owned(),
            format!(
                "Check {}, {} and {}.",
                sheet(&SCALE),
                sheet(&MARKS),
                sheet(&GRADES)
            ),
        ),
        P::RepeatedField(name) => (
            format!("{} stands twice.", quoted(name)),
            "Remove one of the rows.".to_owned(),
        ),
        P::WrongKind(Expected::Number) => (
            "It is no whole number.".to_owned(),
            "Write a number such as 1.".to_owned(),
        ),
        P::WrongKind(Expected::Boolean) => (
            "It is neither yes nor no.".to_owned(),
            "Write yes or no, or leave the cell empty.".to_owned(),
        ),
        P::UnknownWord(word, _) => (
            format!("{} cannot be used.", quoted(word)),
            format!("Use one of: {}", listed(EN, words_of(&problem.place))),
        ),
        P::EmptyText(_) => (
            "The cell is empty.".to_owned(),
            "Fill it in, or remove the row.".to_owned(),
        ),
        P::TextTooLong(limit) => (
            format!("The text is too long (at most {limit} characters)."),
            "Shorten it.".to_owned(),
        ),
        P::UnknownProfileKey(key) => (
            format!("There is no profile key {}.", quoted(key)),
            format!("Check the spelling, or add a row to {}.", sheet(&QUESTIONS)),
        ),
        P::KeyNotAsked(key, item) => (
            format!(
                "{item} uses the profile key {}, which this city does not ask.",
                quoted(key)
            ),
            format!(
                "Add {key} to {} of the city.",
                word_of(EN, CITY_FIELD, "profile")
            ),
        ),
        P::UnknownThreat(threat, item) => (
            format!("There is no threat T{threat}, which {item} names."),
            format!("Check the number, or add a row to {}.", sheet(&THREATS)),
        ),
        P::UnknownTerm(term, item) => (
            format!("There is no word for {{term.{term}}} of {item}."),
            format!(
                "Check the spelling, or add a row {term} to {}.",
                sheet(&TERMS)
            ),
        ),
        P::UnknownSetting(setting, item) => (
            format!("There is no value for {{setting.{setting}}} of {item}."),
            format!(
                "Check the spelling, or add a row {setting} to {}.",
                sheet(&SETTINGS)
            ),
        ),
        P::UnknownItem(item) => (
            format!("There is no item {}.", quoted(item)),
            format!("Check the spelling, or add a row to {}.", sheet(&ITEMS)),
        ),
        P::NoArticles => (
            "There is no row of an article.".to_owned(),
            "Write the articles, and below each its clauses.".to_owned(),
        ),
        P::LeafWithoutItems(clause) => (
            format!("The clause {} has no items.", quoted(clause)),
            "Write the ids of its items.".to_owned(),
        ),
        P::TierUnnamed(tier) => (
            format!("There is no row for the tier {tier}."),
            format!("Add a row to {}.", sheet(&TIERS)),
        ),
        P::UnknownGrade(grade) => (
            format!("There is no grade {}.", quoted(grade)),
            format!("Use one of {}.", sheet(&GRADES)),
        ),
        other => problems::words(EN, other),
    }
}

/// Returns the lines of the sheet that explains the others.
pub(super) fn readme(city: &str) -> Vec<String> {
    let measures = listed(EN, MEASURE);
    [
        format!("Checklist of tenken ({city})"),
        String::new(),
        "Change it, save it, and read it back with tenken sheet read, which tells every problem with sheet, row and column.".to_owned(),
        "Keep the names of sheets and the headings. Columns and rows may change places.".to_owned(),
        "Columns and sheets of your own may be added; they are not read, and neither is this one.".to_owned(),
        "An empty cell means that there is no such thing.".to_owned(),
        "Cells are text: what begins with = and numbers that begin with 0 stay as they are.".to_owned(),
        "Comments (//) in the files are not here.".to_owned(),
        String::new(),
        "- city: names of the city and its policy. One agency a line (Alt+Enter); profile keys divided by blanks.".to_owned(),
        "- clauses: rows without a parent are articles; clauses name their parent. Ids of items are divided by blanks or lines.".to_owned(),
        format!("  Measures: {measures}"),
        "- items: one a row. Ids never change, years are compared by them; asking for something else is a new id.".to_owned(),
        "  {term.name} is filled from terms, {setting.name} from settings.".to_owned(),
        "  Evidence: one example a line. Tiers are divided by blanks, threats as T1 T2.".to_owned(),
        "  applies: profile keys with & (and), | (or) and ( ); true for every department.".to_owned(),
        "  file: the file the item goes to; empty for that of the row above.".to_owned(),
        "- terms, settings, tiers, threats, history: as this city's policy has them.".to_owned(),
        "- questions: what is asked about a department. Which of them are asked stands in profile of the city.".to_owned(),
        "- scale, marks, grades: rows of shared are for every city; rows of city replace them for this one.".to_owned(),
    ]
    .into()
}

/// Returns the help of the command line; empty for what is none of it.
pub(super) const fn help(name: &str) -> &'static str {
    match name.as_bytes() {
        b"sheet" => "Edit a checklist in a spreadsheet",
        b"sheet write" => "Write a checklist as xlsx or CSV",
        b"sheet read" => "Read xlsx or CSV back into a checklist",
        b"format" => "xlsx, csv, or xlsx,csv for both",
        b"source" => "xlsx file, or folder of CSV files",
        b"replace" => "Write over files with another content",
        _ => "",
    }
}
