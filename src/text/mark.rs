//! Marks as sign and word.

use super::Lang;
use crate::display::width::Ruler;
use crate::domain::mark::Mark;
use crate::domain::scale::Scale;

/// The column a sign stands in, in cells.
const SIGN_WIDTH: usize = 3;

/// Returns the sign in a column of its own, then the word. Some terminals draw the sign two cells wide.
#[must_use]
pub fn mark_label(ruler: Ruler, scale: &Scale, lang: Lang, mark: Mark) -> String {
    let (symbol, word) = mark_words(scale, lang, mark);
    format!("{}{word}", ruler.fit(symbol, SIGN_WIDTH))
}

/// Returns the sign and the word of a mark; the sign never stands alone.
#[must_use]
pub fn mark_words(scale: &Scale, lang: Lang, mark: Mark) -> (&str, &str) {
    let entry = scale.entry(mark);
    let word = match lang {
        Lang::Ja => entry.word.as_str(),
        Lang::En => match mark {
            Mark::Implemented => "done",
            Mark::Partial => "partly",
            Mark::NotImplemented => "not done",
            Mark::NotApplicable => "n/a",
            Mark::ToBeConfirmed => "to check",
        },
    };
    (&entry.symbol, word)
}
