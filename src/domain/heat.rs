//! What a cell of the heat map says of a department and a scope: asked or not, a score, how low.

use super::band::{TONES, band};
use super::scale::Scale;
use super::score::Figures;

/// What a cell says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeatCell {
    /// Nothing was handed in that counts.
    NothingHandedIn,
    /// The department was asked nothing of the scope.
    NotAsked,
    /// Nothing of the scope applies to the department.
    NotApplicable,
    /// Items apply, and none has an answer.
    Unanswered,
    /// A score.
    Score {
        /// The score, in tenths of a point.
        tenths: u32,
        /// The tone of its band, 0 for the best.
        tone: usize,
        /// Whether a critical item is not implemented.
        critical: bool,
    },
}

impl HeatCell {
    /// Reads it off the figures of a scope.
    #[must_use]
    pub fn of(figures: &Figures, scale: &Scale) -> Self {
        match figures.score_tenths() {
            Some(tenths) => Self::Score {
                tenths,
                tone: band(scale, tenths).map_or(TONES - 1, |band| band.tone),
                critical: figures.critical_failures > 0,
            },
            None if figures.items == 0 => Self::NotAsked,
            None if figures.applicable() == 0 => Self::NotApplicable,
            None => Self::Unanswered,
        }
    }
}

/// Returns a score in whole points as a map has room for: never more than it is, so that 100 stands
/// for everything and nothing else.
#[must_use]
pub const fn whole_points(tenths: u32) -> u32 {
    tenths / 10
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::mark::Mark;
    use crate::domain::score::Entry;
    use crate::fixture::scale;

    fn cell(marks: &[Option<Mark>]) -> HeatCell {
        let entries = marks.iter().map(|&mark| Entry {
            weight: 1,
            critical: true,
            mark,
        });
        HeatCell::of(&Figures::of(entries, scale()), scale())
    }

    #[test]
    fn a_cell_without_a_score_says_why() {
        assert_eq!(cell(&[]), HeatCell::NotAsked);
        let aside = [Some(Mark::NotApplicable); 2];
        assert_eq!(cell(&aside), HeatCell::NotApplicable);
        let open = [Some(Mark::NotApplicable), None];
        assert_eq!(cell(&open), HeatCell::Unanswered);
    }

    #[test]
    fn a_score_is_shown_with_its_tone_and_what_is_critical() {
        let half = HeatCell::Score {
            tenths: 500,
            tone: TONES - 1,
            critical: true,
        };
        let marks = [Some(Mark::Implemented), Some(Mark::NotImplemented)];
        assert_eq!(cell(&marks), half);
        let full = HeatCell::Score {
            tenths: 1000,
            tone: 0,
            critical: false,
        };
        assert_eq!(cell(&[Some(Mark::Implemented)]), full);
    }

    proptest! {
        #[test]
        fn whole_points_never_promise_more(one in 0..=1000_u32, other in 0..=1000_u32) {
            let (low, high) = (one.min(other), one.max(other));
            prop_assert!(whole_points(low) <= whole_points(high));
            prop_assert!(whole_points(one) * 10 <= one);
            prop_assert_eq!(whole_points(one) == 100, one == 1000);
        }
    }
}
