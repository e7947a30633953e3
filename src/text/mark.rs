//! Marks as sign and word.

use super::Lang;
use crate::domain::mark::Mark;
use crate::domain::scale::Scale;

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
