//! The name of something that can be done, with the reading by which it is found as well.

use super::reading::sounds_like;
use super::search::folded;

/// A name and its reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label {
    /// The name as it is shown.
    pub text: &'static str,
    /// The name in kana; English has none.
    pub reading: &'static str,
}

impl Label {
    /// Tells whether what was typed is in the name or sounds like it.
    #[must_use]
    pub fn holds(&self, typed: &str) -> bool {
        folded(self.text).contains(&folded(typed))
            || (!self.reading.is_empty() && sounds_like(self.reading, typed))
    }
}

/// A Japanese name with its reading.
#[must_use]
pub(in crate::text) const fn label(text: &'static str, reading: &'static str) -> Label {
    Label { text, reading }
}

/// An English name.
#[must_use]
pub(in crate::text) const fn english(text: &'static str) -> Label {
    Label { text, reading: "" }
}
