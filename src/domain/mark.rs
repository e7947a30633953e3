//! The marks a department may give an item, and where a mark came from.

/// The answer given to one item.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Mark {
    /// Everything was checked and is in order (○).
    Implemented,
    /// Partly unchecked, or found and mended (△).
    Partial,
    /// Not checked at all, or a problem remains (×).
    NotImplemented,
    /// The item cannot apply; always with a reason (－).
    NotApplicable,
    /// To be confirmed later; counts as answered, needs a remark (？).
    ToBeConfirmed,
}

impl Mark {
    /// Every mark, in the order of the keys 1–5.
    pub const ALL: [Self; 5] = [
        Self::Implemented,
        Self::Partial,
        Self::NotImplemented,
        Self::NotApplicable,
        Self::ToBeConfirmed,
    ];

    /// Returns the code used in files and under `--header en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Implemented => "implemented",
            Self::Partial => "partial",
            Self::NotImplemented => "not_implemented",
            Self::NotApplicable => "not_applicable",
            Self::ToBeConfirmed => "to_be_confirmed",
        }
    }

    /// Returns the mark of a code, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }

    /// Returns the mark of the key 1–5.
    #[must_use]
    pub fn from_digit(digit: u8) -> Option<Self> {
        Self::ALL.get(usize::from(digit).checked_sub(1)?).copied()
    }

    /// Returns the position in [`Mark::ALL`], 0–4.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Returns whether confirming asks for a remark beside this mark (△ × ？).
    #[must_use]
    pub const fn needs_remark(self) -> bool {
        matches!(
            self,
            Self::Partial | Self::NotImplemented | Self::ToBeConfirmed
        )
    }

    /// Returns whether confirming asks for evidence beside this mark (○ △, on items of weight 3).
    #[must_use]
    pub const fn needs_evidence(self) -> bool {
        matches!(self, Self::Implemented | Self::Partial)
    }
}

/// Where a stored mark came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkSource {
    /// Chosen for this year's question.
    Typed,
    /// Taken over from an earlier year's answer, one item at a time.
    Carried {
        /// The fiscal year it was taken from.
        year: i32,
        /// Whether the question or its criteria differed from that year's.
        wording_changed: bool,
    },
}

/// A mark with its source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Marked {
    /// The mark.
    pub mark: Mark,
    /// Where it came from.
    pub source: MarkSource,
}

impl Marked {
    /// Returns a mark chosen by the person at the keyboard.
    #[must_use]
    pub const fn typed(mark: Mark) -> Self {
        Self {
            mark,
            source: MarkSource::Typed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_digits_lead_back_to_their_mark() {
        for (index, mark) in (0_u8..).zip(Mark::ALL) {
            assert_eq!(Mark::from_code(mark.code()), Some(mark));
            assert_eq!(Mark::from_digit(index + 1), Some(mark));
            assert_eq!(mark.index(), usize::from(index));
        }
        assert_eq!(Mark::from_digit(0), None);
        assert_eq!(Mark::from_digit(6), None);
        assert_eq!(Mark::from_code("yes"), None);
    }
}
