//! How the departments of a municipality answer each item.

use std::collections::HashMap;
use std::sync::Arc;

use super::Group;
use crate::domain::answer::{Answer, AnswerSource};
use crate::domain::mark::Mark;
use crate::domain::submission::{Asked, Submission};

/// How many departments answer an item, and how.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Counts {
    /// With any mark.
    pub(super) answered: u64,
    /// With a mark somebody chose.
    pub(super) chosen: u64,
    /// With a － somebody chose.
    pub(super) chosen_not_applicable: u64,
    /// With a mark other than －.
    pub(super) applicable: u64,
    /// To be confirmed.
    pub(super) open: u64,
}

impl Counts {
    /// Counts one answer.
    pub(super) fn of(answer: Answer) -> Self {
        let is = |mark| answer.mark() == Some(mark);
        let (chosen, set_aside) = (is_chosen(answer), is(Mark::NotApplicable));
        Self {
            answered: u64::from(answer.mark().is_some()),
            chosen: u64::from(chosen),
            chosen_not_applicable: u64::from(chosen && set_aside),
            applicable: u64::from(answer.mark().is_some() && !set_aside),
            open: u64::from(is(Mark::ToBeConfirmed)),
        }
    }

    fn add(&mut self, other: &Self) {
        self.answered += other.answered;
        self.chosen += other.chosen;
        self.chosen_not_applicable += other.chosen_not_applicable;
        self.applicable += other.applicable;
        self.open += other.open;
    }

    /// The others', seen from one department.
    pub(super) fn without(self, own: Self) -> Self {
        Self {
            answered: self.answered - own.answered,
            chosen: self.chosen - own.chosen,
            chosen_not_applicable: self.chosen_not_applicable - own.chosen_not_applicable,
            applicable: self.applicable - own.applicable,
            open: self.open - own.open,
        }
    }
}

/// Returns whether somebody chose the answer: there is a mark, and not from the profile.
pub(super) fn is_chosen(answer: Answer) -> bool {
    answer.mark().is_some() && answer.source() != AnswerSource::Profile
}

/// The counts of each item. Departments asked the same share what was asked, so that items are
/// looked up by name once for all of them.
pub(super) struct PerItem(HashMap<*const Asked, Vec<Counts>>);

impl PerItem {
    /// Counts the answers of a municipality.
    pub(super) fn of(group: &Group<'_>) -> Self {
        let mut asked: HashMap<*const Asked, (&Asked, Vec<Counts>)> = HashMap::new();
        for (_, submission) in group.iter() {
            let (_, counts) = asked
                .entry(Arc::as_ptr(&submission.asked))
                .or_insert_with(|| {
                    let items = submission.asked.items.len();
                    (&submission.asked, vec![Counts::default(); items])
                });
            for (counts, answer) in counts.iter_mut().zip(&submission.answers) {
                counts.add(&Counts::of(*answer));
            }
        }
        let mut all: HashMap<&str, Counts> = HashMap::new();
        for (asked, counts) in asked.values() {
            for (item, counts) in asked.items.iter().zip(counts) {
                all.entry(&item.id).or_default().add(counts);
            }
        }
        let together = asked.iter().map(|(key, (asked, _))| {
            let items = asked.items.iter();
            let counts = items.map(|item| all.get(&*item.id).copied().unwrap_or_default());
            (*key, counts.collect())
        });
        Self(together.collect())
    }

    /// Returns the counts of the items of a submission, in their order.
    pub(super) fn of_items(&self, submission: &Submission) -> &[Counts] {
        let counts = self.0.get(&Arc::as_ptr(&submission.asked));
        counts.map_or(&[][..], Vec::as_slice)
    }
}
