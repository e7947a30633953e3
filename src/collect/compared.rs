//! A collection beside the year before: who continues whom, and what was asked alike.

use std::collections::HashMap;
use std::ops::Range;

use super::collection::Collection;
use crate::domain::comparison::{self, Comparison, ItemChange, TwoYears};
use crate::domain::governance;
use crate::domain::lineage;
use crate::domain::ranking::{Place, Ranked, rank};
use crate::domain::submission::Submission;

/// A collection with what the year before says about it.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The collection.
    pub collection: &'a Collection,
    /// The submissions that count of the year before.
    pub last: &'a [Submission],
    /// For each submission, the positions in `last` of those it continues.
    pub sources: Vec<Vec<usize>>,
    /// For each submission, which items were asked alike of any it continues; empty where it
    /// continues none.
    alike_now: Vec<Vec<bool>>,
    /// For each submission of the year before, which items were asked alike of any that
    /// continues it; empty where none does.
    alike_last: Vec<Vec<bool>>,
    /// Where the submissions of each municipality stand, of this year and of the year before.
    places: HashMap<&'a str, [Range<usize>; 2]>,
}

impl<'a> Compared<'a> {
    /// Looks for the year before.
    #[must_use]
    pub fn of(collection: &'a Collection) -> Self {
        let last = last_year(collection);
        let home = collection.municipality.as_deref();
        let roster = collection.roster.as_ref().zip(home);
        let sources = lineage::sources(&collection.submissions, last, roster);
        let mut alike_now = vec![Vec::new(); collection.submissions.len()];
        let mut alike_last = vec![Vec::new(); last.len()];
        for (at, (now, sources)) in collection.submissions.iter().zip(&sources).enumerate() {
            for &source in sources {
                let old = &last[source].asked;
                alike_now[at].resize(now.asked.items.len(), false);
                alike_last[source].resize(old.items.len(), false);
                for (position, item) in now.asked.items.iter().enumerate() {
                    let Some(before) = old.position(&item.id) else {
                        continue;
                    };
                    if old.items[before].hash == item.hash {
                        alike_now[at][position] = true;
                        alike_last[source][before] = true;
                    }
                }
            }
        }
        Self {
            collection,
            last,
            sources,
            alike_now,
            alike_last,
            places: places(&collection.submissions, last),
        }
    }

    /// Returns the submissions that one continues.
    #[must_use]
    pub fn sources_of(&self, submission: usize) -> Vec<&'a Submission> {
        let sources = self.sources.get(submission).map_or(&[][..], Vec::as_slice);
        sources.iter().filter_map(|&at| self.last.get(at)).collect()
    }

    /// Returns where each submission stands within its municipality, and among how many.
    #[must_use]
    pub fn ranks(&self) -> Vec<(Place, usize)> {
        let submissions = &self.collection.submissions;
        let mut ranks = vec![(Place::NoScore, 0); submissions.len()];
        for members in governance::municipalities(submissions).into_values() {
            let scores = members.iter().map(|&at| {
                let total = submissions[at].total();
                Ranked {
                    score_tenths: total.score_tenths(),
                    response: total.response(),
                }
            });
            let ranking = rank(&scores.collect::<Vec<_>>());
            for (at, place) in members.into_iter().zip(ranking.places) {
                ranks[at] = (place, ranking.ranked);
            }
        }
        ranks
    }

    /// Compares a submission with what it continues, over a scope.
    #[must_use]
    pub fn of_scope(&self, submission: usize, scope: &str) -> Option<Comparison> {
        let now = self.collection.submissions.get(submission)?;
        comparison::compare(now, &self.sources_of(submission), scope)
    }

    /// Returns what became of each item of a submission, for each that it continues.
    #[must_use]
    pub fn changes(&self, submission: usize) -> Vec<(&'a Submission, Vec<ItemChange>)> {
        let Some(now) = self.collection.submissions.get(submission) else {
            return Vec::new();
        };
        self.sources_of(submission)
            .into_iter()
            .map(|before| (before, comparison::items(now, before)))
            .collect()
    }

    /// Returns whether an item is not implemented, as it was in any submission that this one
    /// continues.
    #[must_use]
    pub fn failed_again(&self, submission: usize, item: &str) -> bool {
        let failed = |submission: &Submission| {
            submission.mark(item) == Some(crate::domain::mark::Mark::NotImplemented)
        };
        self.collection
            .submissions
            .get(submission)
            .is_some_and(failed)
            && self.sources_of(submission).into_iter().any(failed)
    }

    /// Compares all submissions of a municipality with all of the year before, over a scope; each
    /// of the year before counts once, however many continue it.
    #[must_use]
    pub fn total(&self, municipality: &str, scope: &str) -> Comparison {
        let mut total = Comparison::default();
        let Some([now, last]) = self.places.get(municipality).cloned() else {
            return total;
        };
        let submissions = self.collection.submissions.get(now.clone());
        let alike = self.alike_now.get(now);
        let now = submissions
            .into_iter()
            .flatten()
            .zip(alike.into_iter().flatten());
        for (submission, alike) in now {
            let inside = inside(submission, scope);
            total.all.now.join(&submission.figures_of(inside));
            if !alike.is_empty() {
                let alike = only(inside, alike);
                total.alike.now.join(&submission.figures_of(&alike));
            }
        }
        let submissions = self.last.get(last.clone());
        let alike = self.alike_last.get(last);
        let last = submissions
            .into_iter()
            .flatten()
            .zip(alike.into_iter().flatten());
        for (submission, alike) in last {
            let inside = inside(submission, scope);
            total.all.before.join(&submission.figures_of(inside));
            if !alike.is_empty() {
                let alike = only(inside, alike);
                total.alike.before.join(&submission.figures_of(&alike));
            }
        }
        total
    }
}

/// Where the submissions of each municipality stand; those of one stand together.
fn places<'a>(
    now: &'a [Submission],
    last: &'a [Submission],
) -> HashMap<&'a str, [Range<usize>; 2]> {
    let mut places: HashMap<&str, [Range<usize>; 2]> = HashMap::new();
    for (which, submissions) in [now, last].into_iter().enumerate() {
        for (at, submission) in submissions.iter().enumerate() {
            let place = places
                .entry(&submission.cover.municipality_code)
                .or_default();
            let place = &mut place[which];
            if place.end == 0 {
                place.start = at;
            }
            place.end = at + 1;
        }
    }
    places
}

/// The submissions that count of the year before; years stand in rising order.
fn last_year(collection: &Collection) -> &[Submission] {
    let past = &collection.past;
    let Some(year) = collection.year.previous() else {
        return &[];
    };
    let start = past.partition_point(|submission| submission.year < year);
    let end = past.partition_point(|submission| submission.year <= year);
    past.get(start..end).unwrap_or_default()
}

fn inside<'a>(submission: &'a Submission, scope: &str) -> &'a [usize] {
    let scope = submission.asked.scope(scope);
    scope.map_or(&[][..], |scope| &scope.items)
}

fn only(items: &[usize], alike: &[bool]) -> Vec<usize> {
    let is_alike = |at: &&usize| alike.get(**at).copied().unwrap_or(false);
    items.iter().filter(is_alike).copied().collect()
}

/// Returns whether two years can be compared at all: the year before has items.
#[must_use]
pub fn has_before(years: &TwoYears) -> bool {
    years.before.items > 0
}
