//! A mark as people and spreadsheets write it: word, sign, code, or digit.

use unicode_normalization::UnicodeNormalization;

use crate::domain::mark::Mark;
use crate::domain::scale::Scale;

/// Signs that look like the scale's own, after folding full-width forms; the Japanese long-vowel
/// sign and the kanji for zero among them.
const LOOKALIKES: [(Mark, &[char]); 5] = [
    (Mark::Implemented, &['○', '\u{3007}', '◯', 'o', 'O']),
    (Mark::Partial, &['△', '\u{25B5}', '\u{0394}']),
    (
        Mark::NotImplemented,
        &['×', 'x', 'X', '✕', '✖', '✗', '☓', '╳'],
    ),
    (
        Mark::NotApplicable,
        &['-', '－', '\u{30FC}', '―', '—', '–', '‐', '−', '─'],
    ),
    (Mark::ToBeConfirmed, &['?']),
];

/// Reads a mark; none when the text is no mark of this scale.
///
/// A sign may stand before its word, as in `○ 実施`.
#[must_use]
pub fn parse(text: &str, scale: &Scale) -> Option<Mark> {
    let folded = fold(text);
    if let Some(mark) = single(&folded, scale) {
        return Some(mark);
    }
    let (sign, word) = folded.split_once(' ')?;
    let mark = single(sign, scale)?;
    (single(word.trim_start(), scale) == Some(mark)).then_some(mark)
}

fn single(folded: &str, scale: &Scale) -> Option<Mark> {
    Mark::ALL
        .into_iter()
        .find(|&mark| {
            let entry = scale.entry(mark);
            folded.eq_ignore_ascii_case(mark.code())
                || folded == fold(&entry.word)
                || folded == fold(&entry.symbol)
        })
        .or_else(|| by_sign(folded))
}

fn by_sign(folded: &str) -> Option<Mark> {
    let mut signs = folded.chars();
    let (Some(sign), None) = (signs.next(), signs.next()) else {
        return None;
    };
    if let Some(digit) = sign.to_digit(10) {
        return Mark::from_digit(u8::try_from(digit).ok()?);
    }
    LOOKALIKES
        .iter()
        .find(|(_, signs)| signs.contains(&sign))
        .map(|&(mark, _)| mark)
}

/// Folds full-width and half-width forms and trims blanks.
fn fold(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

#[cfg(test)]
#[path = "mark_text_tests.rs"]
mod tests;
