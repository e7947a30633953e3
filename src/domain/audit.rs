//! What auditors found, beside the marks departments gave themselves.

use std::collections::BTreeMap;

use super::fiscal_year::FiscalYear;
use super::ledger::code_key;
use super::mark::Mark;
use super::scale::Scale;
use super::score::{Entry, Figures, Rate};
use super::submission::Submission;

/// An item the auditors looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Audited {
    /// The fiscal year of the answers audited.
    pub year: FiscalYear,
    /// The department's code: the submission's spelling.
    pub department_code: String,
    /// The item's id.
    pub item: String,
    /// The mark the auditors found.
    pub mark: Mark,
    /// What they wrote.
    pub finding: String,
    /// The file it stands in.
    pub file: String,
    /// The row in that file, as a spreadsheet shows it.
    pub row: usize,
}

/// How a department's mark stands to the auditors'.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Outcome {
    /// Worth the same.
    Agrees,
    /// The department's is worth more, or it set aside what the auditors found wanting.
    Over,
    /// The department's is worth less.
    Under,
    /// They differ on whether the item applies, and nothing was found wanting.
    Applicability,
    /// The department gave no mark.
    NotAssessed,
}

impl Outcome {
    /// Every outcome, in the order they are listed in.
    pub const ALL: [Self; 5] = [
        Self::Agrees,
        Self::Over,
        Self::Under,
        Self::Applicability,
        Self::NotAssessed,
    ];

    /// Returns the code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Over => "over_estimated",
            Self::Under => "under_estimated",
            Self::Applicability => "applicability_differs",
            Self::NotAssessed => "not_assessed",
        }
    }

    /// Compares a department's mark with the auditors', by what they are worth.
    #[must_use]
    pub fn of(scale: &Scale, own: Option<Mark>, audited: Mark) -> Self {
        let Some(own) = own else {
            return Self::NotAssessed;
        };
        let full = scale.value(Mark::Implemented);
        match (scale.value(own), scale.value(audited)) {
            (None, None) => Self::Agrees,
            // Setting aside what is not done takes it out of the score.
            (None, found) if found < full => Self::Over,
            (None, Some(_)) | (Some(_), None) => Self::Applicability,
            (Some(own), Some(found)) => match own.cmp(&found) {
                std::cmp::Ordering::Equal => Self::Agrees,
                std::cmp::Ordering::Greater => Self::Over,
                std::cmp::Ordering::Less => Self::Under,
            },
        }
    }
}

/// An item audited, beside the submission it is about.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// What the auditors found.
    pub audited: &'a Audited,
    /// The submission.
    pub submission: &'a Submission,
    /// The item's position in it.
    pub position: usize,
}

impl Beside<'_> {
    /// Returns the department's own mark.
    #[must_use]
    pub fn own(&self) -> Option<Mark> {
        self.submission.answers.get(self.position)?.mark()
    }

    /// Returns how both stand to each other.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::of(&self.submission.asked.scale, self.own(), self.audited.mark)
    }
}

/// Finds, for what was audited, the submissions it is about. What none is about is left out.
#[must_use]
pub fn beside<'a>(
    audited: &'a [Audited],
    submissions: impl Iterator<Item = &'a Submission>,
) -> Vec<Beside<'a>> {
    let known: BTreeMap<(FiscalYear, String), &Submission> = submissions
        .map(|one| ((one.year, code_key(&one.department_code)), one))
        .collect();
    let mut found: Vec<Beside<'a>> = audited
        .iter()
        .filter_map(|audited| {
            let submission = known.get(&(audited.year, code_key(&audited.department_code)))?;
            Some(Beside {
                audited,
                submission,
                position: submission.asked.position(&audited.item)?,
            })
        })
        .collect();
    found.sort_by(|one, other| {
        let order = |beside: &Beside<'_>| {
            (
                beside.audited.year,
                code_key(&beside.audited.department_code),
                beside.position,
            )
        };
        order(one).cmp(&order(other))
    });
    found
}

/// How a set of audited items came out.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    counts: [u64; 5],
    /// The figures of the department's own marks over these items.
    pub own: Figures,
    /// The figures of the auditors' marks over them.
    pub found: Figures,
}

impl Tally {
    /// Counts some items.
    #[must_use]
    pub fn of<'a>(items: impl IntoIterator<Item = &'a Beside<'a>>) -> Self {
        let mut tally = Self::default();
        for beside in items {
            tally.add(beside);
        }
        tally
    }

    fn add(&mut self, beside: &Beside<'_>) {
        self.counts[beside.outcome() as usize] += 1;
        let scale = &beside.submission.asked.scale;
        if let Some(own) = beside.submission.entry(beside.position) {
            let found = Entry {
                mark: Some(beside.audited.mark),
                ..own
            };
            self.own.join(&Figures::of([own], scale));
            self.found.join(&Figures::of([found], scale));
        }
    }

    /// Returns how many came out so.
    #[must_use]
    pub const fn count(&self, outcome: Outcome) -> u64 {
        self.counts[outcome as usize]
    }

    /// Returns how many items were audited.
    #[must_use]
    pub fn audited(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Returns how many came out so, of those the department had given a mark.
    #[must_use]
    pub fn rate(&self, outcome: Outcome) -> Rate {
        Rate {
            numerator: self.count(outcome),
            denominator: self.audited() - self.count(Outcome::NotAssessed),
        }
    }

    /// Returns by how much the department's score over these items exceeds the auditors', in
    /// tenths of a point.
    #[must_use]
    pub fn excess_tenths(&self) -> Option<i64> {
        let own = i64::from(self.own.score_tenths()?);
        Some(own - i64::from(self.found.score_tenths()?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::submission_test_kit::submission;

    fn audited(department: &str, item: &str, mark: Mark) -> Audited {
        Audited {
            year: FiscalYear::new(2026).unwrap(),
            department_code: department.into(),
            item: item.into(),
            mark,
            finding: String::new(),
            file: "a.csv".into(),
            row: 2,
        }
    }

    #[test]
    fn marks_are_compared_by_what_they_are_worth() {
        use Mark::{Implemented, NotApplicable, NotImplemented, Partial, ToBeConfirmed};
        let scale = submission("1", "o").asked.scale.clone();
        for (own, found, outcome) in [
            (Some(Implemented), Implemented, Outcome::Agrees),
            (Some(Implemented), Partial, Outcome::Over),
            (Some(Partial), NotImplemented, Outcome::Over),
            (Some(NotImplemented), Partial, Outcome::Under),
            // Neither is done, as far as anybody knows.
            (Some(ToBeConfirmed), NotImplemented, Outcome::Agrees),
            (Some(NotApplicable), NotApplicable, Outcome::Agrees),
            (Some(NotApplicable), NotImplemented, Outcome::Over),
            (Some(NotApplicable), Implemented, Outcome::Applicability),
            (Some(NotImplemented), NotApplicable, Outcome::Applicability),
            (None, Partial, Outcome::NotAssessed),
        ] {
            assert_eq!(
                Outcome::of(&scale, own, found),
                outcome,
                "{own:?} {found:?}"
            );
        }
    }

    #[test]
    fn a_department_is_counted_beside_its_own_figures() {
        let submissions = [submission("0420", "oot-."), submission("0430", "xxxxx")];
        let found = [
            audited("420", "Q001", Mark::Implemented),
            audited("0420", "Q002", Mark::NotImplemented),
            audited("0420", "Q003", Mark::Implemented),
            audited("0420", "Q005", Mark::Implemented),
            audited("0420", "Q999", Mark::Implemented),
            audited("0999", "Q001", Mark::Implemented),
        ];
        let beside = beside(&found, submissions.iter());
        assert_eq!(beside.len(), 4);
        let tally = Tally::of(&beside);
        assert_eq!(
            Outcome::ALL.map(|outcome| tally.count(outcome)),
            [1, 1, 1, 0, 1]
        );
        let expected = Rate {
            numerator: 1,
            denominator: 3,
        };
        assert_eq!(tally.rate(Outcome::Over), expected);
        assert_eq!(tally.own.score_tenths(), Some(833));
        assert_eq!(tally.found.score_tenths(), Some(750));
        assert_eq!(tally.excess_tenths(), Some(83));
    }

    #[test]
    fn only_the_year_audited_is_looked_at() {
        let submissions = [submission("0420", "o")];
        let mut found = audited("0420", "Q001", Mark::Implemented);
        found.year = FiscalYear::new(2025).unwrap();
        assert!(beside(&[found], submissions.iter()).is_empty());
    }

    proptest! {
        #[test]
        fn every_item_audited_comes_out_in_one_way(signs in "[otx?p.-]{8}", marks in prop::collection::vec(0_usize..5, 8)) {
            let submissions = [submission("1", &signs)];
            let found: Vec<Audited> = marks
                .iter()
                .enumerate()
                .map(|(at, mark)| audited("1", &format!("Q{:03}", at + 1), Mark::ALL[*mark]))
                .collect();
            let beside = beside(&found, submissions.iter());
            let tally = Tally::of(&beside);
            prop_assert_eq!(tally.audited(), 8);
            let rates: u64 = Outcome::ALL[..4].iter().map(|outcome| tally.rate(*outcome).numerator).sum();
            prop_assert_eq!(rates, tally.rate(Outcome::Agrees).denominator);
        }
    }
}
