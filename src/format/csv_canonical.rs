//! The canonical form of cells and files: what stays the same however a spreadsheet saved them.
//!
//! Encoding, delimiter, quoting, line ends, the order of rows and columns, the header's language,
//! spellings of numbers and dates, and characters that CP932 turns into a twin leave no trace.

use unicode_normalization::UnicodeNormalization;

use super::csv_blocks::{Blocks, Group, line};
use super::csv_spreadsheet;
use crate::text::columns::{ANSWERS, Column, Content, SUMMARY, Word};

/// Characters that a detour through CP932 turns into another, with the one that stands for all.
const TWINS: [(char, char); 18] = [
    ('\u{301C}', '\u{FF5E}'), // wave dash → full-width tilde
    ('\u{2014}', '\u{2015}'), // em dash → horizontal bar
    ('\u{2016}', '\u{2225}'), // double vertical line → parallel to
    ('\u{2212}', '\u{FF0D}'), // minus sign → full-width hyphen
    ('\u{00A2}', '\u{FFE0}'), // cent
    ('\u{00A3}', '\u{FFE1}'), // pound
    ('\u{00AC}', '\u{FFE2}'), // not sign
    ('\u{00A6}', '\u{FFE4}'), // broken bar
    ('\u{00A5}', '\\'),       // yen
    ('\u{FFE5}', '\\'),       // full-width yen
    ('\u{FF3C}', '\\'),       // full-width backslash
    ('\u{203E}', '~'),        // overline
    ('\u{00AF}', '~'),        // macron
    ('\u{FFE3}', '~'),        // full-width macron
    ('\u{00B7}', '\u{30FB}'), // middle dot
    ('\u{2022}', '\u{30FB}'), // bullet
    ('\u{22EF}', '\u{2026}'), // centred ellipsis
    ('\u{00A0}', ' '),        // no-break space
];

/// Which of the two files a sheet is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SheetKind {
    /// One row for each scope.
    Summary,
    /// One row for each item.
    Answers,
}

impl SheetKind {
    /// Returns the columns of such a sheet.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Summary => &SUMMARY,
            Self::Answers => &ANSWERS,
        }
    }

    /// Returns the column that tells one row from another.
    #[must_use]
    pub const fn row_id(self) -> &'static str {
        match self {
            Self::Answers => "item_id",
            Self::Summary => "scope_id",
        }
    }

    /// Returns the position of a column in [`SheetKind::columns`].
    #[must_use]
    pub fn position(self, id: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.id == id)
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Answers => "answers",
        }
    }
}

/// The canonical content of one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Canonical {
    kind: SheetKind,
    rows: Vec<Lines>,
}

/// The canonical cells of a row, a line for each group, in the order rows are sorted by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Lines {
    asked: String,
    figures: String,
    own: String,
    shared: String,
}

impl Canonical {
    /// Takes rows whose cells stand in the order of the sheet's columns, guards taken off.
    #[must_use]
    pub fn new<'a>(kind: SheetKind, rows: impl IntoIterator<Item = &'a [String]>) -> Self {
        let mut above = vec![(String::new(), String::new()); kind.columns().len()];
        let mut rows: Vec<Lines> = rows
            .into_iter()
            .map(|cells| canonical_row(kind, cells, &mut above))
            .collect();
        rows.sort_unstable();
        Self { kind, rows }
    }

    /// Returns the digest of the content.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        let mut blocks = Blocks::default();
        for row in &self.rows {
            blocks.shared(&row.shared);
            blocks.asked(row.asked.as_bytes());
            if self.kind == SheetKind::Summary {
                blocks.figures(row.figures.as_bytes());
            }
            blocks.own(row.own.as_bytes());
        }
        blocks.finish().digest(self.kind, self.rows.len())
    }
}

/// Returns the canonical cells of a row. Many cells are as in the row above, which is kept with its
/// canonical form.
fn canonical_row(kind: SheetKind, cells: &[String], above: &mut [(String, String)]) -> Lines {
    let columns = kind.columns().iter();
    for ((column, raw), (known, canonical)) in columns.zip(cells).zip(above.iter_mut()) {
        if known != raw {
            *canonical = cell(column.content, raw);
            known.clone_from(raw);
        }
    }
    let of = |group: Group| {
        let cells = above.iter().take(cells.len()).enumerate();
        let inside = cells.filter(|(at, _)| Group::of(kind, *at) == group);
        line(inside.map(|(_, (_, canonical))| canonical.as_str()))
    };
    Lines {
        asked: of(Group::Asked),
        figures: of(Group::Figures),
        own: of(Group::Own),
        shared: of(Group::Shared),
    }
}

/// Returns the canonical form of a cell.
#[must_use]
pub fn cell(content: Content, raw: &str) -> String {
    match content {
        Content::Word(words) => match word(words, raw) {
            Some(word) => word.ja.to_owned(),
            None => text(raw),
        },
        Content::List(words) => {
            let codes: Vec<String> = list(raw)
                .map(|part| code(words, part).map_or_else(|| text(part), str::to_owned))
                .collect();
            codes.join(" ")
        }
        Content::Tenths => tenths(&text(raw)),
        Content::Text | Content::Seal => text(raw),
    }
}

/// Returns the canonical form of a text.
#[must_use]
pub fn text(raw: &str) -> String {
    let unified = unify(raw);
    csv_spreadsheet::value(&unified).unwrap_or(unified)
}

/// Gives a whole number the decimal it is written with.
fn tenths(canonical: &str) -> String {
    let digits = canonical.bytes().all(|byte| byte.is_ascii_digit());
    if digits && !canonical.is_empty() {
        format!("{canonical}.0")
    } else {
        canonical.to_owned()
    }
}

/// Returns the code a word stands for, if it is one of the words or codes of a list.
#[must_use]
pub fn code(words: &[Word], raw: &str) -> Option<&'static str> {
    word(words, raw).map(|word| word.code)
}

fn word<'a>(words: &'a [Word], raw: &str) -> Option<&'a Word> {
    let trimmed = raw.trim();
    words
        .iter()
        .find(|word| word.code == trimmed || word.ja == trimmed)
}

/// Returns the parts of a cell that holds several words.
pub fn list(raw: &str) -> impl Iterator<Item = &str> {
    raw.split(|sign: char| sign.is_whitespace() || sign == LIST_SEPARATOR)
        .filter(|part| !part.is_empty())
}

/// The middle dot between the words of a list.
pub const LIST_SEPARATOR: char = '\u{30FB}';

/// Returns whether a text is its own canonical form, as can be told at a glance.
pub(super) fn is_itself(raw: &[u8]) -> bool {
    let (mut rest, mut digits, mut may_be_value) = (raw, false, true);
    while let Some((&first, behind)) = rest.split_first() {
        if first < 0x80 {
            // The only sign of ASCII that does not stay.
            if first == b'\r' {
                return false;
            }
            digits |= first.is_ascii_digit();
            rest = behind;
            continue;
        }
        // Kanji and kana are most of any remark.
        match rest {
            [0xE5..=0xE9, 0x80..=0xBF, 0x80..=0xBF, behind @ ..] => {
                rest = behind;
                continue;
            }
            [0xE3, 0x81, 0x81..=0xBF, behind @ ..]
            | [0xE3, 0x82, 0x80..=0x96 | 0xA1..=0xBF, behind @ ..]
            | [0xE3, 0x83, 0x80..=0xBE, behind @ ..] => {
                may_be_value = false;
                rest = behind;
                continue;
            }
            _ => {}
        }
        let Some((sign, behind)) = first_sign(rest).filter(|(sign, _)| is_settled(*sign)) else {
            return false;
        };
        digits |= matches!(sign, '\u{FF10}'..='\u{FF19}');
        // No number and no date has kana in it.
        may_be_value &= !matches!(sign, '\u{3041}'..='\u{30FE}');
        rest = behind;
    }
    // Without a digit it is no number and no date.
    !digits
        || !may_be_value
        || std::str::from_utf8(raw)
            .is_ok_and(|text| csv_spreadsheet::value(text).is_none_or(|value| value == text))
}

/// Takes apart the first sign of a text and the rest, for signs of two or three bytes.
fn first_sign(bytes: &[u8]) -> Option<(char, &[u8])> {
    let behind = |byte: u8| (byte & 0xC0 == 0x80).then_some(u32::from(byte & 0x3F));
    match *bytes {
        [first @ 0xC2..=0xDF, second, ref rest @ ..] => {
            let number = u32::from(first & 0x1F) << 6 | behind(second)?;
            Some((char::from_u32(number)?, rest))
        }
        [first @ 0xE1..=0xEF, second, third, ref rest @ ..] => {
            let number = u32::from(first & 0x0F) << 12 | behind(second)? << 6 | behind(third)?;
            // What two bytes hold is not written in three.
            Some((char::from_u32(number).filter(|_| number >= 0x800)?, rest))
        }
        _ => None,
    }
}

/// Composes characters, unifies twins and line ends.
fn unify(raw: &str) -> String {
    // Most cells are as they are to be.
    if raw.chars().all(is_settled) {
        return raw.to_owned();
    }
    unify_each(raw)
}

fn unify_each(raw: &str) -> String {
    let lines = raw.replace("\r\n", "\n").replace('\r', "\n");
    lines.nfc().map(twin).collect()
}

/// Returns whether a sign stays as it is whatever stands before it: signs of ASCII, kana, kanji,
/// arrows, shapes and common punctuation, of which none is a twin, a mark that composes, or the end of a line.
const fn is_settled(sign: char) -> bool {
    matches!(
        sign,
        '\0'..='\u{C}'
            | '\u{E}'..='\u{7F}'
            | '\u{D7}'
            | '\u{2190}'..='\u{2193}'
            | '\u{2460}'..='\u{2473}'
            | '\u{25A0}'..='\u{25FF}'
            | '\u{3000}'..='\u{3012}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FE}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{FF01}'..='\u{FF3B}'
    )
}

fn twin(sign: char) -> char {
    if sign.is_ascii() {
        return sign;
    }
    TWINS
        .iter()
        .find(|(twin, _)| *twin == sign)
        .map_or(sign, |&(_, stands)| stands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::columns::{MARK, TIER, YES_NO};
    use proptest::prelude::*;

    #[test]
    fn twins_and_line_ends_are_one() {
        for (one, other) in [
            ("9〜17時", "9～17時"),
            ("—", "―"),
            ("‖", "∥"),
            ("a−b", "a－b"),
            ("¢£¬¦", "￠￡￢￤"),
            ("¥100", "￥100"),
            ("¥100", "\\100"),
            ("か\u{3099}", "が"),
            ("a\r\nb\rc", "a\nb\nc"),
        ] {
            assert_eq!(text(one), text(other), "{one} {other}");
        }
        assert_ne!(text("a-b"), text("a－b"));
        assert_ne!(text("ー"), text("―"));
    }

    #[test]
    fn words_and_codes_are_one() {
        assert_eq!(cell(Content::Word(MARK), "一部実施"), "一部実施");
        assert_eq!(cell(Content::Word(MARK), "partial"), "一部実施");
        assert_eq!(cell(Content::Word(MARK), "ほぼ実施"), "ほぼ実施");
        assert_eq!(cell(Content::Word(YES_NO), "yes"), "はい");
        for written in ["80", "80.0", "８０．００"] {
            assert_eq!(cell(Content::Tenths, written), "80.0");
        }
        assert_eq!(cell(Content::Tenths, "79.50"), "79.5");
        assert_eq!(cell(Content::Tenths, ""), "");
        assert_eq!(
            cell(Content::List(TIER), "個人番号・LGWAN"),
            "mynumber lgwan"
        );
        assert_eq!(
            cell(Content::List(TIER), "mynumber lgwan"),
            "mynumber lgwan"
        );
        assert_eq!(cell(Content::List(&[]), "T1 T2"), "T1 T2");
        assert_eq!(cell(Content::Text, "partial"), "partial");
    }

    #[test]
    fn rows_have_no_order_and_empty_cells_no_trace() {
        let row = |cells: &[&str]| {
            cells
                .iter()
                .map(|&cell| cell.to_owned())
                .collect::<Vec<_>>()
        };
        let (one, two) = (row(&["142069", "小田原市", ""]), row(&["082350"]));
        assert_eq!(
            Canonical::new(SheetKind::Summary, [&one[..], &two[..]]),
            Canonical::new(SheetKind::Summary, [&two[..], &one[..2]]),
        );
    }

    proptest! {
        #[test]
        fn what_is_settled_is_as_it_would_become(
            raw in "[ -~\r\n\t\u{d7}\u{300}\u{338}\u{2190}-\u{2193}\u{2460}-\u{2473}\u{25a0}-\u{25ff}\u{3000}-\u{30ff}\u{4e00}-\u{9fff}\u{f900}-\u{faff}\u{ff01}-\u{ff5e}]{0,8}"
        ) {
            prop_assert_eq!(unify(&raw), unify_each(&raw));
        }

        #[test]
        fn a_glance_tells_what_is_its_own_form(
            raw in prop_oneof![
                "[ -~\r\n\u{d7}\u{300}\u{338}\u{2190}-\u{2193}\u{2460}-\u{2473}\u{3000}-\u{30ff}\u{4e00}-\u{9fff}\u{f900}-\u{faff}\u{ff01}-\u{ff5e}\u{1f600}]{0,8}",
                "[0-9０-９年月日:/. -]{0,10}",
                "[0-9]{1,3}(月|人)[0-9あ-ん]{0,3}",
            ],
            at in any::<prop::sample::Index>(),
            byte in any::<u8>(),
        ) {
            prop_assert!(!is_itself(raw.as_bytes()) || text(&raw) == raw);
            let mut broken = raw.clone().into_bytes();
            if !broken.is_empty() {
                let at = at.index(broken.len());
                broken[at] = byte;
                let good = String::from_utf8(broken.clone());
                prop_assert!(!is_itself(&broken) || good.is_ok_and(|good| text(&good) == good));
            }
        }
    }
}
