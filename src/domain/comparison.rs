//! This year beside the year before: all items, and only those that were asked alike.

use std::collections::BTreeMap;

use super::mark::Mark;
use super::score::Figures;
use super::submission::{Asked, Submission};

/// What became of an item since the year before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChangeKind {
    /// The answer is worth more.
    Improved,
    /// The answer is worth less.
    Worsened,
    /// Not implemented, as the year before.
    FailedAgain,
    /// The same, or worth the same.
    Unchanged,
    /// It applies now.
    NowApplies,
    /// It no longer applies.
    NoLongerApplies,
    /// One of the two years has no answer.
    NoAnswer,
    /// It was not asked the year before.
    New,
    /// It is asked no more.
    Withdrawn,
}

impl ChangeKind {
    /// Every kind, in the order they are listed in.
    pub const ALL: [Self; 9] = [
        Self::Improved,
        Self::Worsened,
        Self::FailedAgain,
        Self::Unchanged,
        Self::NowApplies,
        Self::NoLongerApplies,
        Self::NoAnswer,
        Self::New,
        Self::Withdrawn,
    ];

    /// Returns the code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Improved => "improved",
            Self::Worsened => "worsened",
            Self::FailedAgain => "failed_again",
            Self::Unchanged => "unchanged",
            Self::NowApplies => "now_applies",
            Self::NoLongerApplies => "no_longer_applies",
            Self::NoAnswer => "no_answer",
            Self::New => "new",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// One item of a department, this year beside the year before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemChange {
    /// Its position in this year's items; none when it is asked no more.
    pub now: Option<usize>,
    /// Its position in last year's items; none when it is new.
    pub before: Option<usize>,
    /// The mark this year.
    pub mark: Option<Mark>,
    /// The mark the year before.
    pub previous: Option<Mark>,
    /// What became of it.
    pub kind: ChangeKind,
    /// Whether it was asked alike: the hash is the same.
    pub alike: bool,
}

/// Lays a submission beside one of the year before, item by item: this year's items in order, then
/// those that are asked no more.
#[must_use]
pub fn items(now: &Submission, before: &Submission) -> Vec<ItemChange> {
    let worth = |submission: &Submission, mark: Mark| submission.asked.scale.value(mark);
    let mut changes: Vec<ItemChange> = Vec::with_capacity(now.asked.items.len());
    for (at, item) in now.asked.items.iter().enumerate() {
        let mark = now.answers.get(at).and_then(|answer| answer.mark());
        let Some(old) = before.asked.position(&item.id) else {
            changes.push(ItemChange {
                now: Some(at),
                before: None,
                mark,
                previous: None,
                kind: ChangeKind::New,
                alike: false,
            });
            continue;
        };
        let previous = before.answers.get(old).and_then(|answer| answer.mark());
        let kind = match (previous, mark) {
            (None, _) | (_, None) => ChangeKind::NoAnswer,
            (Some(Mark::NotApplicable), Some(Mark::NotApplicable)) => ChangeKind::Unchanged,
            (Some(Mark::NotApplicable), Some(_)) => ChangeKind::NowApplies,
            (Some(_), Some(Mark::NotApplicable)) => ChangeKind::NoLongerApplies,
            (Some(Mark::NotImplemented), Some(Mark::NotImplemented)) => ChangeKind::FailedAgain,
            (Some(previous), Some(mark)) => match worth(now, mark).cmp(&worth(before, previous)) {
                std::cmp::Ordering::Greater => ChangeKind::Improved,
                std::cmp::Ordering::Less => ChangeKind::Worsened,
                std::cmp::Ordering::Equal => ChangeKind::Unchanged,
            },
        };
        let alike = before
            .asked
            .items
            .get(old)
            .is_some_and(|old| old.hash == item.hash);
        changes.push(ItemChange {
            now: Some(at),
            before: Some(old),
            mark,
            previous,
            kind,
            alike,
        });
    }
    for (old, item) in before.asked.items.iter().enumerate() {
        if now.asked.position(&item.id).is_none() {
            changes.push(ItemChange {
                now: None,
                before: Some(old),
                mark: None,
                previous: before.answers.get(old).and_then(|answer| answer.mark()),
                kind: ChangeKind::Withdrawn,
                alike: false,
            });
        }
    }
    changes
}

/// The figures of two years over the same thing.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct TwoYears {
    /// The year before.
    pub before: Figures,
    /// This year.
    pub now: Figures,
}

impl TwoYears {
    /// Returns by how much the score changed, in tenths of a point; none where a year has no score.
    #[must_use]
    pub fn change_tenths(&self) -> Option<i64> {
        let now = i64::from(self.now.score_tenths()?);
        Some(now - i64::from(self.before.score_tenths()?))
    }

    /// Adds another department's.
    pub fn add(&mut self, other: &Self) {
        self.before.join(&other.before);
        self.now.join(&other.now);
    }
}

/// A department beside what it continues, both ways.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Comparison {
    /// Over all items of each year.
    pub all: TwoYears,
    /// Only over items asked alike in both years.
    pub alike: TwoYears,
}

/// Compares a submission with those of the year before that it continues, over the items of a
/// scope that each year has; none when it continues nothing. Several are taken together, as one
/// department.
#[must_use]
pub fn compare(now: &Submission, sources: &[&Submission], scope: &str) -> Option<Comparison> {
    if sources.is_empty() {
        return None;
    }
    let inside = now.asked.scope(scope).map_or(&[][..], |scope| &scope.items);
    let mut comparison = Comparison::default();
    comparison.all.now = now.figures_of(inside);
    let mut alike: Vec<usize> = Vec::new();
    for before in sources {
        let old_scope = before.asked.scope(scope);
        let old_inside = old_scope.map_or(&[][..], |scope| &scope.items);
        comparison.all.before.join(&before.figures_of(old_inside));
        let mut old_alike = Vec::new();
        for &at in inside {
            let old = now
                .asked
                .items
                .get(at)
                .and_then(|item| same(item, &before.asked));
            if let Some(old) = old {
                old_alike.push(old);
                alike.push(at);
            }
        }
        comparison.alike.before.join(&before.figures_of(&old_alike));
    }
    alike.sort_unstable();
    alike.dedup();
    comparison.alike.now = now.figures_of(&alike);
    Some(comparison)
}

/// The position of an item that was asked alike.
fn same(item: &super::submission::AskedItem, asked: &Asked) -> Option<usize> {
    let at = asked.position(&item.id)?;
    (asked.items.get(at)?.hash == item.hash).then_some(at)
}

/// How the questions of two years differ.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Revision {
    /// Ids of items that are new.
    pub new: Vec<String>,
    /// Ids of items asked otherwise.
    pub revised: Vec<String>,
    /// Ids of new items, each with the ids it takes the place of.
    pub split: Vec<(String, Vec<String>)>,
    /// Ids of items asked no more.
    pub withdrawn: Vec<String>,
    /// How many items were asked alike.
    pub alike: usize,
}

/// Compares the questions of two years. `replaces` says which items a new one takes the place of.
#[must_use]
pub fn revision<'a>(
    now: impl Iterator<Item = &'a Asked>,
    before: impl Iterator<Item = &'a Asked>,
    replaces: &BTreeMap<String, Vec<String>>,
) -> Revision {
    let hashes = |asked: &mut dyn Iterator<Item = &'a Asked>| {
        let mut hashes: BTreeMap<&'a str, Vec<&'a str>> = BTreeMap::new();
        for item in asked.flat_map(|asked| &asked.items) {
            let known = hashes.entry(item.id.as_str()).or_default();
            if !known.contains(&item.hash.as_str()) {
                known.push(&item.hash);
            }
        }
        hashes
    };
    let (mut now, mut before) = (now, before);
    let (now, before) = (hashes(&mut now), hashes(&mut before));
    let mut revision = Revision::default();
    for (id, hashes) in &now {
        match before.get(id) {
            Some(old) if hashes.iter().all(|hash| old.contains(hash)) => revision.alike += 1,
            Some(_) => revision.revised.push((*id).to_owned()),
            None => {
                let gone = |old: &&String| before.contains_key(old.as_str());
                let replaced: Vec<String> = replaces
                    .get(*id)
                    .into_iter()
                    .flatten()
                    .filter(gone)
                    .cloned()
                    .collect();
                if replaced.is_empty() {
                    revision.new.push((*id).to_owned());
                } else {
                    revision.split.push(((*id).to_owned(), replaced));
                }
            }
        }
    }
    let gone = before.keys().filter(|id| !now.contains_key(*id));
    revision.withdrawn = gone.map(|id| (*id).to_owned()).collect();
    revision
}

#[cfg(test)]
#[path = "comparison_tests.rs"]
mod tests;
