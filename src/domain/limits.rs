//! How long what people type or import may be. What is stored already is read at any length.

/// A remark, a reason or an approver, in characters.
pub const TEXT_MAX: usize = 2_000;
/// The name of a piece of evidence, in characters.
pub const EVIDENCE_MAX: usize = 200;
/// The date of a piece of evidence, as written, in characters.
pub const EVIDENCE_DATE_MAX: usize = 50;
/// A remark kept for the division's tables, in characters: no program writes a longer one.
pub const COLLECTED_TEXT_MAX: usize = TEXT_MAX;
/// The pieces of evidence of one item.
pub const EVIDENCE_COUNT_MAX: usize = 50;
/// A person's name or post, in characters.
pub const PERSON_MAX: usize = 100;
/// A department's name, in characters.
pub const DEPARTMENT_MAX: usize = 100;
/// An xlsx file, in bytes. A whole item bank takes a hundredth of it.
pub const XLSX_MAX: u64 = 8 * 1024 * 1024;
/// An xlsx file unpacked, in bytes.
pub const UNPACKED_MAX: usize = 32 * 1024 * 1024;
/// The cells of an xlsx file, in bytes: a text that is stored once may stand in many of them.
pub const CELLS_MAX: usize = 32 * 1024 * 1024;

/// What was too long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// A remark, a reason or an approver.
    Text,
    /// The name of a piece of evidence.
    Evidence,
    /// The date of a piece of evidence.
    EvidenceDate,
    /// The pieces of evidence of one item.
    EvidenceCount,
    /// A person's name or post.
    Person,
    /// A department's name.
    Department,
}

impl Limit {
    /// Every limit.
    pub const ALL: [Self; 6] = [
        Self::Text,
        Self::Evidence,
        Self::EvidenceDate,
        Self::EvidenceCount,
        Self::Person,
        Self::Department,
    ];

    /// Returns how much there may be: characters, or pieces.
    #[must_use]
    pub const fn max(self) -> usize {
        match self {
            Self::Text => TEXT_MAX,
            Self::Evidence => EVIDENCE_MAX,
            Self::EvidenceDate => EVIDENCE_DATE_MAX,
            Self::EvidenceCount => EVIDENCE_COUNT_MAX,
            Self::Person => PERSON_MAX,
            Self::Department => DEPARTMENT_MAX,
        }
    }

    /// Returns whether a text is short enough.
    #[must_use]
    pub fn allows(self, text: &str) -> bool {
        // As many bytes hold no more characters; counting a huge text is saved.
        text.len() <= self.max() || text.chars().take(self.max() + 1).count() <= self.max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_and_not_bytes() {
        for limit in Limit::ALL {
            assert!(limit.allows(&"\u{3042}".repeat(limit.max())));
            assert!(!limit.allows(&"\u{3042}".repeat(limit.max() + 1)));
            assert!(!limit.allows(&"a".repeat(limit.max() + 1)));
        }
    }
}
