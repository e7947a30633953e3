//! What the cells of a checklist's sheets hold: from RON to a cell and from a cell to RON. A cell
//! that holds something else becomes a RON text, which the reader of the file then refuses.

use unicode_normalization::UnicodeNormalization as _;

use super::cells::fold;
use super::csv_canonical::{self, LIST_SEPARATOR};
use super::csv_spreadsheet;
use super::ron_source::{Node, Reader};
use super::ron_write::{Value, quoted};
use crate::domain::policy::is_municipality_code;
use crate::text::columns::checklist::{BIENNIAL, MARKS, Sheet, THREATS};
use crate::text::columns::roster::yes_or_no;
use crate::text::columns::{Content, Header, Word, YES_NO};

/// The letter before the number of a threat, which no spreadsheet takes for a number or a date.
const THREAT: char = 'T';

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Text, as it is typed.
    Text,
    /// An id, a key or an expression: half-width, whatever is typed.
    Name,
    /// Several of them.
    Names,
    /// Several texts, one a line.
    Lines,
    /// A whole number.
    Number,
    /// The number of a threat.
    Threat,
    /// Several of them.
    Threats,
    /// Yes or no, and what an absent field means.
    Flag(bool),
    /// One of these words.
    Word(&'static [Word]),
    /// Several of these words.
    Words(&'static [Word]),
    /// A municipality code, whose leading zero spreadsheets drop.
    Code,
    /// A date.
    Date,
    /// A day of any year.
    MonthDay,
}

/// Returns what the cells of a column hold.
pub(super) fn of_column(sheet: &Sheet, id: &str) -> Kind {
    let column = sheet.columns.iter().find(|column| column.id == id);
    match column.map(|column| column.content) {
        Some(Content::Word(YES_NO)) => Kind::Flag(id == "provisional"),
        Some(Content::Word(words)) => Kind::Word(words),
        Some(Content::List(words)) => Kind::Words(words),
        _ if *sheet == THREATS && id == "id" => Kind::Threat,
        _ if *sheet == MARKS && id == "value" => Kind::Number,
        _ => match id {
            "id" | "key" | "parent" | "applies" => Kind::Name,
            "items" | "replaces" => Kind::Names,
            "evidence" => Kind::Lines,
            "threats" => Kind::Threats,
            "weight" | "from" | "seconds_per_item" => Kind::Number,
            "date" => Kind::Date,
            _ => Kind::Text,
        },
    }
}

/// Returns what the value of a city's field is.
pub(super) fn of_city_field(field: &str) -> Kind {
    match field {
        "id" => Kind::Name,
        "municipality_code" => Kind::Code,
        "edition" => Kind::Date,
        "deadline" => Kind::MonthDay,
        "agencies" => Kind::Lines,
        "profile" => Kind::Names,
        "biennial" => Kind::Word(BIENNIAL),
        _ => Kind::Text,
    }
}

/// Returns the cell of a field, which may be absent.
pub(super) fn cell(
    reader: &Reader<'_>,
    node: Option<Node<'_>>,
    kind: Kind,
    header: Header,
) -> String {
    let Some(node) = node else {
        return match kind {
            Kind::Flag(true) => written(YES_NO, "yes", header),
            _ => String::new(),
        };
    };
    let text = |node| reader.text(node).unwrap_or_default();
    let list = || reader.list(node).into_iter();
    let threat = |node| {
        let number = reader.number(node).unwrap_or_default();
        format!("{THREAT}{number}")
    };
    match kind {
        Kind::Text | Kind::Name | Kind::Code | Kind::Date | Kind::MonthDay => text(node),
        Kind::Names => joined(list().map(text), " "),
        Kind::Lines => joined(list().map(|node| line(&text(node))), "\n"),
        Kind::Number => reader.number(node).unwrap_or_default().to_string(),
        Kind::Threat => threat(node),
        Kind::Threats => joined(list().map(threat), " "),
        Kind::Flag(absent) => match reader.boolean(node).unwrap_or(absent) {
            true => written(YES_NO, "yes", header),
            false if absent => written(YES_NO, "no", header),
            false => String::new(),
        },
        Kind::Word(words) => written(words, code(reader, node, words), header),
        Kind::Words(words) => {
            let separator = match header {
                Header::Ja => LIST_SEPARATOR.to_string(),
                Header::En => " ".to_owned(),
            };
            let words = list().map(|node| written(words, code(reader, node, words), header));
            joined(words, &separator)
        }
    }
}

fn joined(parts: impl Iterator<Item = String>, separator: &str) -> String {
    parts.collect::<Vec<_>>().join(separator)
}

fn code(reader: &Reader<'_>, node: Node<'_>, words: &[Word]) -> &'static str {
    let allowed: Vec<(&'static str, &'static str)> =
        words.iter().map(|word| (word.code, word.code)).collect();
    reader.word(node, &allowed).unwrap_or_default()
}

/// Returns how a word is written.
pub(super) fn written(words: &[Word], code: &str, header: Header) -> String {
    let word = words.iter().find(|word| word.code == code);
    word.map_or(code, |word| word.under(header)).to_owned()
}

/// Returns the field a cell stands for; none when it is to be absent.
pub(super) fn value(cell: &str, kind: Kind) -> Option<Value> {
    if cell.trim().is_empty() {
        return None;
    }
    let one = |text: &str| Some(Value::One(quoted(text)));
    match kind {
        Kind::Text => one(cell),
        Kind::Name => one(&name(cell)),
        Kind::Names => Some(Value::Many(names(cell).map(|name| quoted(&name)).collect())),
        Kind::Lines => Some(Value::Many(
            lines(cell).iter().map(|text| quoted(text)).collect(),
        )),
        Kind::Number => Some(Value::One(number(cell))),
        Kind::Threat => Some(Value::One(threat(cell))),
        Kind::Threats => Some(Value::Many(names(cell).map(|name| threat(&name)).collect())),
        Kind::Flag(absent) => match yes_or_no(&fold(cell)) {
            Some(answer) if answer == absent => None,
            Some(answer) => Some(Value::One(answer.to_string())),
            None => one(cell),
        },
        Kind::Word(words) => Some(Value::One(word(cell, words))),
        Kind::Words(words) => {
            let folded: String = cell.nfkc().collect();
            let parts = folded.split(divides).filter(|part| !part.is_empty());
            Some(Value::Many(parts.map(|part| word(part, words)).collect()))
        }
        Kind::Code => {
            let code = name(cell);
            let padded = format!("{code:0>6}");
            one(if is_municipality_code(&padded) {
                &padded
            } else {
                &code
            })
        }
        Kind::Date => one(&date(cell)),
        Kind::MonthDay => {
            let date = date(cell);
            let day = date.get(5..).filter(|_| date.len() == 10);
            one(day.unwrap_or(&date))
        }
    }
}

/// Folds a name.
pub(super) fn name(cell: &str) -> String {
    cell.nfkc().collect::<String>().trim().to_owned()
}

/// Takes a cell of several names apart.
pub(super) fn names(cell: &str) -> impl Iterator<Item = String> {
    let folded: String = cell.nfkc().collect();
    let parts: Vec<String> = folded
        .split(divides)
        .filter(|part| !part.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    parts.into_iter()
}

/// What people put between names and words.
fn divides(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, ',' | ';' | '\u{3001}') || sign == LIST_SEPARATOR
}

/// A word as RON writes it: its code, or what stands there when it is none of them.
fn word(cell: &str, words: &[Word]) -> String {
    let folded = name(cell);
    let code = csv_canonical::code(words, cell).or_else(|| csv_canonical::code(words, &folded));
    code.map_or_else(|| quoted(cell.trim()), ToOwned::to_owned)
}

fn number(cell: &str) -> String {
    whole(cell).map_or_else(|| quoted(cell.trim()), |number| number.to_string())
}

fn threat(cell: &str) -> String {
    let folded = name(cell);
    let digits = folded.trim_start_matches([THREAT, THREAT.to_ascii_lowercase()]);
    whole(digits).map_or_else(|| quoted(cell.trim()), |number| number.to_string())
}

/// Reads a whole number in any of the forms a spreadsheet gives it, such as `1.0`.
fn whole(cell: &str) -> Option<i64> {
    let value = csv_spreadsheet::value(cell)?;
    let (digits, zeros) = value.split_once('e').unwrap_or((&value, "0"));
    let zeros: u32 = zeros.parse().ok()?;
    digits
        .parse::<i64>()
        .ok()?
        .checked_mul(10_i64.checked_pow(zeros)?)
}

/// Reads a date in any of the forms a spreadsheet gives it; anything else stays as it is.
fn date(cell: &str) -> String {
    let form = |value: &String| {
        value.len() >= 5
            && value.find('-').is_some_and(|at| at > 0)
            && value
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    csv_spreadsheet::value(cell)
        .filter(form)
        .unwrap_or_else(|| cell.trim().to_owned())
}

/// Writes a text into one line of a cell. One that would not be read back as it is stands in
/// quotation marks, as in CSV.
fn line(text: &str) -> String {
    if needs_quotes(text) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn needs_quotes(text: &str) -> bool {
    text.starts_with('"') || text.contains('\n') || text.trim() != text
}

/// Takes a cell of several texts apart.
pub(super) fn lines(cell: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = cell;
    while !rest.is_empty() {
        if let Some((text, after)) = in_quotes(rest) {
            texts.push(text);
            rest = after;
            continue;
        }
        let (text, after) = rest.split_once('\n').unwrap_or((rest, ""));
        if !text.trim().is_empty() {
            texts.push(text.trim().to_owned());
        }
        rest = after;
    }
    texts
}

/// Returns the text in quotation marks at the beginning, if they are marks that [`line`] writes,
/// and what follows its line.
fn in_quotes(rest: &str) -> Option<(String, &str)> {
    let mut after = rest.strip_prefix('"')?;
    let mut text = String::new();
    loop {
        let (part, behind) = after.split_once('"')?;
        text.push_str(part);
        if let Some(behind) = behind.strip_prefix('"') {
            text.push('"');
            after = behind;
            continue;
        }
        let (end, following) = behind.split_once('\n').unwrap_or((behind, ""));
        let ours = end.trim().is_empty() && needs_quotes(&text) && !text.trim().is_empty();
        return ours.then_some((text, following));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ron(cell: &str, kind: Kind) -> String {
        match value(cell, kind) {
            None => String::new(),
            Some(Value::One(value)) => value,
            Some(Value::Many(values)) => format!("[{}]", values.join(", ")),
        }
    }

    #[test]
    fn cells_are_understood_as_people_and_spreadsheets_write_them() {
        let tiers = of_column(&crate::text::columns::checklist::ITEMS, "tiers");
        for (cell, kind, expected) in [
            ("１", Kind::Number, "1"),
            ("1.0", Kind::Number, "1"),
            ("1,000", Kind::Number, "1000"),
            ("1.5", Kind::Number, "\"1.5\""),
            ("三", Kind::Number, "\"三\""),
            ("T1 ｔ２、3", Kind::Threats, "[1, 2, 3]"),
            ("はい", Kind::Flag(false), "true"),
            ("TRUE", Kind::Flag(false), "true"),
            ("×", Kind::Flag(false), ""),
            ("no", Kind::Flag(true), "false"),
            ("たぶん", Kind::Flag(false), "\"たぶん\""),
            ("個人番号・LGWAN", tiers, "[mynumber, lgwan]"),
            ("ｌｇｗａｎ, paper", tiers, "[lgwan, paper]"),
            ("本庁", tiers, "[\"本庁\"]"),
            (
                "ｍｙｎｕｍｂｅｒ ＆ lgwan",
                Kind::Name,
                "\"mynumber & lgwan\"",
            ),
            (
                "Q05-01\nＱ05-02，Q05-03",
                Kind::Names,
                "[\"Q05-01\", \"Q05-02\", \"Q05-03\"]",
            ),
            ("82350", Kind::Code, "\"082350\""),
            ("82351", Kind::Code, "\"82351\""),
            ("2025/10/1", Kind::Date, "\"2025-10-01\""),
            ("2025年10月1日", Kind::Date, "\"2025-10-01\""),
            ("来年", Kind::Date, "\"来年\""),
            ("12月28日", Kind::MonthDay, "\"12-28\""),
            ("12/28", Kind::MonthDay, "\"12-28\""),
            ("2026-12-28", Kind::MonthDay, "\"12-28\""),
            (
                "一覧\n\n \"台帳\"の写し \n\"a\"\n\"b",
                Kind::Lines,
                "[\"一覧\", \"\\\"台帳\\\"の写し\", \"\\\"a\\\"\", \"\\\"b\"]",
            ),
            (" \u{3000}\n", Kind::Text, ""),
        ] {
            assert_eq!(ron(cell, kind), expected, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn texts_of_a_list_are_read_back_as_they_are(
            texts in prop::collection::vec("[\"\n a、あ]{0,3}[\"a]", 0..5)
        ) {
            let cell = joined(texts.iter().map(|text| line(text)), "\n");
            prop_assert_eq!(lines(&cell), texts);
        }
    }
}
