//! Problems of checklist files in English.

use super::say;
use crate::domain::problem::{Expected, IdKind, ProblemKind, SyntaxFault};

/// Returns what is wrong and what to do.
pub(super) fn english(kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    match kind {
        P::Syntax(fault) => (
            format!("not valid RON: {}", syntax_en(fault)),
            "Check brackets, commas and quotes here.".to_owned(),
        ),
        P::NotUtf8 => say("The file is not UTF-8.", "Save it as UTF-8."),
        P::TooLarge => say("The file is too large.", "Split it."),
        P::FileMissing => say("The file is missing.", "Copy it from the built-in set."),
        P::UnknownField(name, known) => (
            format!("There is no field `{name}`."),
            format!("Fields: {}", known.join(", ")),
        ),
        P::MissingField(name) => (
            format!("The field `{name}` is missing."),
            format!("Add {name}: …"),
        ),
        P::RepeatedField(name) => (
            format!("The field `{name}` stands twice."),
            "Keep one.".to_owned(),
        ),
        P::WrongKind(expected) => (
            "This is another kind of value.".to_owned(),
            format!("Write {}.", expected_en(*expected)),
        ),
        P::UnknownWord(word, known) => (
            format!("`{word}` is not known here."),
            format!("Use one of: {}", known.join(", ")),
        ),
        P::EmptyText(name) => (
            format!("`{name}` is empty."),
            "Write something, or leave an optional field out.".to_owned(),
        ),
        P::BadId(id, text) => (
            format!("`{text}` is not a good identifier."),
            format!("Use the form {}.", id_en(*id)),
        ),
        P::IdNotFileName(id) => (
            format!("The id `{id}` differs from the file's name."),
            format!("Name the file {id}.ron or change the id."),
        ),
        P::DuplicateId(id, file, line) => (
            format!("`{id}` is used before, in {file} line {line}."),
            "Give one of them another id.".to_owned(),
        ),
        P::WeightRange(weight) => (
            format!("A weight of {weight} is not possible."),
            "Use 1, 2 or 3.".to_owned(),
        ),
        P::NumberRange(number, min, max) => (
            format!("{number} is out of range."),
            format!("Use a number from {min} to {max}."),
        ),
        P::BadDate(text, form) => (
            format!("`{text}` is not a date."),
            format!("Write an existing date as {form}."),
        ),
        other => english_links(other),
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of problem")]
fn english_links(kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    match kind {
        P::TooMany(limit) => (
            format!("There are too many entries (at most {limit})."),
            "Check whether it is another file.".to_owned(),
        ),
        P::TextTooLong(limit) => (
            format!("The text is too long (at most {limit} characters)."),
            "Shorten it, or check whether a \" is not closed.".to_owned(),
        ),
        P::ControlCharacter => say(
            "The text holds a control character that cannot be seen.",
            "Type the text again.",
        ),
        P::TooMuchText(limit) => (
            format!("With its placeholders filled there is too much text (at most {limit} MB)."),
            "Shorten what is put in for {term.…} and {setting.…}.".to_owned(),
        ),
        P::MoreProblems => say(
            "There are more problems, too many to tell at once.",
            "Mend those above and check again.",
        ),
        P::BadExpression(text) => (
            format!("`{text}` is not an expression."),
            "Use keys, &, |, ( ) or true.".to_owned(),
        ),
        P::UnknownProfileKey(key) => (
            format!("The profile key `{key}` is not in profile.ron."),
            "Check the spelling or add a question.".to_owned(),
        ),
        P::KeyNotAsked(key, item) => (
            format!("{item} uses the profile key `{key}`, which this city does not ask."),
            format!("Add \"{key}\" to the city's profile."),
        ),
        P::UnknownThreat(threat, item) => (
            format!("{item} names threat {threat}, which the city's file does not have."),
            "Use a number of its threats.".to_owned(),
        ),
        P::UnknownTerm(term, item) => (
            format!("The term `{term}` of {item} has no words."),
            format!("Add \"{term}\" to the city's terms."),
        ),
        P::UnknownSetting(setting, item) => (
            format!("The setting `{setting}` of {item} has no value."),
            format!("Add \"{setting}\" to the city's settings."),
        ),
        P::BadPlaceholder(text) => (
            format!("`{{{text}}}` is not a placeholder."),
            "Write {term.name} or {setting.name}.".to_owned(),
        ),
        P::UnknownItem(item) => (
            format!("There is no item `{item}`."),
            "Check the spelling or add the item.".to_owned(),
        ),
        P::ItemTwice(item) => (
            format!("The item `{item}` is used twice."),
            "Put it in one clause only.".to_owned(),
        ),
        P::NoArticles => (
            "There is no article.".to_owned(),
            "Add one to articles.".to_owned(),
        ),
        P::LeafWithoutItems(clause) => (
            format!("The clause `{clause}` has no items."),
            "Add items to it.".to_owned(),
        ),
        P::UnusedItem(item) => (
            format!("No city uses the item `{item}`."),
            "Add it to a clause or remove it.".to_owned(),
        ),
        P::TierUnnamed(tier) => (
            format!("The tier `{tier}` has no name."),
            format!("Add \"{tier}\" to tier_names."),
        ),
        P::BadMunicipalityCode(code) => (
            format!("`{code}` is not a national municipality code."),
            "Write its six digits, the check digit included.".to_owned(),
        ),
        P::GradeOrder => (
            "The grades are out of order.".to_owned(),
            "List them from best to worst, the last from 0.".to_owned(),
        ),
        P::UnknownGrade(grade) => (
            format!("There is no grade `{grade}`."),
            "Use one of the grades.".to_owned(),
        ),
        // Worded above; named here so that a new kind without words does not compile.
        P::Syntax(..)
        | P::NotUtf8
        | P::TooLarge
        | P::FileMissing
        | P::UnknownField(..)
        | P::MissingField(..)
        | P::RepeatedField(..)
        | P::WrongKind(..)
        | P::UnknownWord(..)
        | P::EmptyText(..)
        | P::BadId(..)
        | P::IdNotFileName(..)
        | P::DuplicateId(..)
        | P::WeightRange(..)
        | P::NumberRange(..)
        | P::BadDate(..) => (String::new(), String::new()),
    }
}

fn syntax_en(fault: &SyntaxFault) -> String {
    let what = match fault {
        SyntaxFault::Comma => "a comma is missing",
        SyntaxFault::Colon => "a colon is missing",
        SyntaxFault::ListEnd => "[ is not closed",
        SyntaxFault::FieldsEnd => "( is not closed",
        SyntaxFault::FieldName => "a field name is missing",
        SyntaxFault::Text => "the text is not closed or holds a bad escape",
        SyntaxFault::Comment => "/* is not closed",
        SyntaxFault::EndOfFile => "the file ends too early",
        SyntaxFault::Trailing => "something follows after the end",
        SyntaxFault::Depth => "brackets are nested too deeply",
        SyntaxFault::UnexpectedSign(sign) => return format!("`{sign}` cannot stand here"),
        SyntaxFault::Other(words) => words,
    };
    what.to_owned()
}

const fn expected_en(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text in double quotes",
        Expected::Number => "a whole number",
        Expected::Boolean => "true or false",
        Expected::List => "a list in [ ]",
        Expected::Fields => "fields in ( )",
        Expected::Map => "a map in { }",
    }
}

const fn id_en(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Item => "Q06-3a-01",
        IdKind::Clause => "C6-3a",
        IdKind::Article => "A6",
        IdKind::City => "odawara (lower-case letters and digits)",
        IdKind::ProfileKey => "mynumber (lower-case letters and _)",
        IdKind::Threat => "1 to 9",
    }
}
