//! The answer scale: symbols, words and values of the marks, and the grades.

use super::mark::Mark;

/// How one mark is written and what it is worth.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MarkEntry {
    /// The sign, one full-width character.
    pub symbol: String,
    /// The word that always stands beside the sign.
    pub word: String,
    /// The worth in hundredths, 0–100; none for a mark outside the score.
    pub value: Option<u8>,
}

/// One grade and the score it begins at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grade {
    /// The grade's name.
    pub grade: String,
    /// The lowest score, in points, that earns it.
    pub from: u8,
}

/// The answer scale of a checklist.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scale {
    /// Entries in the order of [`Mark::ALL`].
    pub marks: [MarkEntry; 5],
    /// Grades, best first; the last begins at 0.
    pub grades: Vec<Grade>,
    /// The best grade possible when a critical item is not implemented.
    pub critical_cap: String,
    /// The time one item is expected to take, in seconds.
    pub seconds_per_item: u32,
}

impl Scale {
    /// Returns how a mark is written.
    #[must_use]
    pub const fn entry(&self, mark: Mark) -> &MarkEntry {
        &self.marks[mark.index()]
    }

    /// Returns the worth of a mark in hundredths, or none when it stands outside the score.
    #[must_use]
    pub const fn value(&self, mark: Mark) -> Option<u8> {
        self.entry(mark).value
    }

    /// Returns the grade of a displayed score, capped when a critical item failed.
    #[must_use]
    pub fn grade(&self, score_tenths: u32, critical_failures: usize) -> Option<&str> {
        let earned = self
            .grades
            .iter()
            .position(|grade| score_tenths >= u32::from(grade.from) * 10)?;
        let cap = self
            .grades
            .iter()
            .position(|grade| grade.grade == self.critical_cap)
            .unwrap_or(0);
        let index = if critical_failures > 0 {
            earned.max(cap)
        } else {
            earned
        };
        self.grades.get(index).map(|grade| grade.grade.as_str())
    }
}
