//! Places and cells of a CSV file in words.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Lang;
use super::columns::audit::AUDIT;
use super::columns::returning::RETURN;
use super::columns::roster::ROSTER;
use super::columns::{ANSWERS, Column, Content, SUMMARY, Word};
use crate::display::safe;
use crate::display::width::Ruler;
use crate::format::csv_canonical::{self, LIST_SEPARATOR, SheetKind};

/// The widest text of a cell that a message repeats, in cells of the screen.
const SHOWN_MAX: usize = 60;
/// How much that is alike is kept before the place where two long texts part.
const CONTEXT: usize = 8;

/// Returns the heading of a column: Japanese, or its id.
#[must_use]
pub fn heading(lang: Lang, id: &'static str) -> &'static str {
    match lang {
        Lang::Ja => find(id).map_or(id, |column| column.ja),
        Lang::En => id,
    }
}

/// Returns a column as a spreadsheet names it: `A` for 1, `AA` for 27.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 26]));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Returns a place, as much of it as is known; empty for a whole file.
#[must_use]
pub fn place(
    lang: Lang,
    row: Option<usize>,
    column: Option<usize>,
    id: Option<&'static str>,
) -> String {
    place_of(lang, row, column, id.map(|id| heading(lang, id)))
}

/// Returns a place with a heading that is given, as much of it as is known.
#[must_use]
pub fn place_of(
    lang: Lang,
    row: Option<usize>,
    column: Option<usize>,
    heading: Option<&str>,
) -> String {
    let (row, column) = match lang {
        Lang::Ja => (
            row.map(|row| format!("{row}行目")),
            match (column.map(letters), heading) {
                (Some(letters), Some(heading)) => Some(format!("{letters}列「{heading}」")),
                (Some(letters), None) => Some(format!("{letters}列")),
                (None, Some(heading)) => Some(format!("「{heading}」の列")),
                (None, None) => None,
            },
        ),
        Lang::En => (
            row.map(|row| format!("row {row}")),
            match (column.map(letters), heading) {
                (Some(letters), Some(heading)) => Some(format!("column {letters} ({heading})")),
                (Some(letters), None) => Some(format!("column {letters}")),
                (None, Some(heading)) => Some(format!("column {heading}")),
                (None, None) => None,
            },
        ),
    };
    let parts: Vec<String> = row.into_iter().chain(column).collect();
    parts.join(" ")
}

/// Returns the word for one of the two files.
#[must_use]
pub const fn sheet(lang: Lang, kind: SheetKind) -> &'static str {
    match (lang, kind) {
        (Lang::Ja, SheetKind::Summary) => "集計のファイル",
        (Lang::Ja, SheetKind::Answers) => "回答のファイル",
        (Lang::En, SheetKind::Summary) => "the summary",
        (Lang::En, SheetKind::Answers) => "the answers",
    }
}

/// Returns a cell's text as a message repeats it: safe, not too long, in quotes.
#[must_use]
pub fn quoted(lang: Lang, text: &str) -> String {
    let shown = Ruler::Narrow.truncate(&safe::line(text), SHOWN_MAX);
    match lang {
        Lang::Ja if shown.is_empty() => "空欄".to_owned(),
        Lang::Ja => format!("「{shown}」"),
        Lang::En if shown.is_empty() => "an empty cell".to_owned(),
        Lang::En => format!("`{shown}`"),
    }
}

/// Returns what stands in a cell and what should, in quotes; long texts from where they part.
#[must_use]
pub fn found_and_expected(
    lang: Lang,
    id: Option<&str>,
    found: &str,
    expected: &str,
) -> (String, String) {
    let [found, expected] = [found, expected].map(|cell| safe::line(&in_words(lang, id, cell)));
    if found == expected {
        // What differs was not fit to be shown.
        let other = match lang {
            Lang::Ja => "見た目の同じ別の文字",
            Lang::En => "other characters that look the same",
        };
        return (quoted(lang, &found), other.to_owned());
    }
    let is_long = [&found, &expected].map(|cell| Ruler::Narrow.cells(cell) > SHOWN_MAX);
    if is_long == [false, false] {
        return (quoted(lang, &found), quoted(lang, &expected));
    }
    let pairs = found.graphemes(true).zip(expected.graphemes(true));
    let alike = pairs.take_while(|(one, other)| one == other).count();
    let cut = |cell: &str| {
        let skipped = alike.saturating_sub(CONTEXT);
        let lead = if skipped == 0 { "" } else { ".." };
        let rest: String = cell.graphemes(true).skip(skipped).collect();
        quoted(lang, &format!("{lead}{rest}"))
    };
    (cut(&found), cut(&expected))
}

fn find(id: &str) -> Option<&'static Column> {
    let written = SUMMARY.iter().chain(&ANSWERS).chain(&ROSTER);
    let mut columns = written.chain(&AUDIT).chain(&RETURN);
    columns.find(|column| column.id == id)
}

/// The words of a cell in the language, where its column holds words.
fn in_words(lang: Lang, id: Option<&str>, cell: &str) -> String {
    let in_words = |words: &[Word], part: &str| {
        let code = csv_canonical::code(words, part);
        let word = words.iter().find(|word| Some(word.code) == code);
        word.map_or(part, |word| match lang {
            Lang::Ja => word.ja,
            Lang::En => word.code,
        })
        .to_owned()
    };
    match id.and_then(find).map(|column| column.content) {
        Some(Content::Word(words)) => in_words(words, cell),
        Some(Content::List(words)) if !words.is_empty() => {
            let parts: Vec<String> = csv_canonical::list(cell)
                .map(|part| in_words(words, part))
                .collect();
            match lang {
                Lang::Ja => parts.join(&LIST_SEPARATOR.to_string()),
                Lang::En => parts.join(" "),
            }
        }
        Some(Content::Text | Content::Tenths | Content::List(_) | Content::Seal) | None => {
            cell.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        for (column, name) in [
            (1, "A"),
            (26, "Z"),
            (27, "AA"),
            (36, "AJ"),
            (702, "ZZ"),
            (703, "AAA"),
        ] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn a_place_says_as_much_as_is_known() {
        let both = |row, column, id| {
            [
                place(Lang::Ja, row, column, id),
                place(Lang::En, row, column, id),
            ]
        };
        assert_eq!(
            both(Some(12), Some(22), Some("mark")),
            ["12行目 V列「回答」", "row 12 column V (mark)"]
        );
        assert_eq!(
            both(None, None, Some("score")),
            ["「得点」の列", "column score"]
        );
        assert_eq!(both(Some(3), None, None), ["3行目", "row 3"]);
        assert_eq!(both(None, Some(2), None), ["B列", "column B"]);
        assert_eq!(both(None, None, None), ["", ""]);
    }

    #[test]
    fn cells_are_repeated_in_the_words_of_the_language() {
        let ja = |id, found, expected| found_and_expected(Lang::Ja, Some(id), found, expected);
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert_eq!(
            ja("critical", "いいえ", "yes"),
            pair("「いいえ」", "「はい」")
        );
        assert_eq!(
            ja("tiers", "LGWAN", "mynumber lgwan"),
            pair("「LGWAN」", "「個人番号・LGWAN」")
        );
        assert_eq!(
            found_and_expected(Lang::En, Some("mark"), "実施", "partial"),
            pair("`implemented`", "`partial`")
        );
        assert_eq!(ja("weight", "", "3"), pair("空欄", "「3」"));
        assert_eq!(
            ja("question", "葛\u{e0100}", "葛"),
            pair("「葛」", "見た目の同じ別の文字")
        );
    }

    #[test]
    fn long_texts_are_shown_from_where_they_part() {
        let long = "あ".repeat(100);
        let (found, expected) = found_and_expected(
            Lang::Ja,
            Some("question"),
            &format!("{long}甲"),
            &format!("{long}乙"),
        );
        assert_eq!(found, "「..ああああああああ甲」");
        assert_eq!(expected, "「..ああああああああ乙」");
        let shown = quoted(Lang::En, &long);
        assert!(Ruler::Narrow.cells(&shown) <= SHOWN_MAX + 2);
    }
}
