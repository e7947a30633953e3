//! How often － is marked, and when that is out of line.
//!
//! The usual rate is the median, and how far rates lie apart is the median of their distances from
//! it: a few departments that mark － everywhere move neither, however few departments there are.
//! A rate is out of line when it lies above the median by more than three standard deviations
//! estimated so and by at least fifteen points, and when it comes of at least three answers beyond
//! what the median would give. What the profile sets aside does not count: nobody chose it. Only
//! high rates are told, since each － takes an item out of the score.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::counts::{PerItem, is_chosen};
use super::{
    ABOVE_MEDIAN_TENTHS, ANSWERS_BEYOND, About, COMPARED_MIN, Finding, Group, OutOfLine, What,
};
use crate::domain::answer::Answer;
use crate::domain::mark::Mark;
use crate::domain::score::Rate;
use crate::domain::submission::Asked;

/// Three standard deviations as multiples of the median distance, in thousandths: 3 × 1.4826.
const DISTANCES_THOUSANDTHS: u64 = 4_448;

/// What is usual among rates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Usual {
    /// The median, in tenths of a percent.
    pub median_tenths: u32,
    /// What lies above this is out of line, in tenths of a percent.
    pub limit_tenths: u32,
    /// How many rates were compared.
    pub compared: usize,
}

impl Usual {
    /// Returns whether a rate is out of line.
    #[must_use]
    pub fn is_exceeded_by(&self, rate: Rate) -> bool {
        let above = rate
            .percent_tenths()
            .is_some_and(|tenths| tenths > self.limit_tenths);
        let usual = u64::from(self.median_tenths) * rate.denominator;
        above && rate.numerator * 1_000 >= usual + ANSWERS_BEYOND * 1_000
    }
}

/// Returns what is usual among rates; none where there are too few.
#[must_use]
pub fn usual(rates: &[Rate]) -> Option<Usual> {
    let mut tenths: Vec<u32> = rates
        .iter()
        .filter_map(|rate| rate.percent_tenths())
        .collect();
    if tenths.len() < COMPARED_MIN {
        return None;
    }
    let median_tenths = median(&mut tenths);
    let mut distances: Vec<u32> = tenths
        .iter()
        .map(|tenths| tenths.abs_diff(median_tenths))
        .collect();
    let spread = u64::from(median(&mut distances)) * DISTANCES_THOUSANDTHS / 1_000;
    let spread = u32::try_from(spread).unwrap_or(u32::MAX);
    Some(Usual {
        median_tenths,
        limit_tenths: median_tenths.saturating_add(spread.max(ABOVE_MEDIAN_TENTHS)),
        compared: tenths.len(),
    })
}

/// The median, half up; 0 of nothing.
fn median(values: &mut [u32]) -> u32 {
    values.sort_unstable();
    let middle = values.len() / 2;
    let upper = values.get(middle).copied().unwrap_or(0);
    if values.len() % 2 == 1 {
        return upper;
    }
    let lower = middle.checked_sub(1).and_then(|below| values.get(below));
    (lower.copied().unwrap_or(0) + upper).div_ceil(2)
}

/// Finds the departments that mark － far more often than others.
pub(super) fn departments(group: &Group<'_>, findings: &mut Vec<Finding>) {
    let rates: Vec<(usize, Rate)> = group
        .iter()
        .map(|(at, submission)| {
            let chosen = submission.answers.iter().filter(|one| is_chosen(**one));
            let is_set_aside = |one: &&Answer| one.mark() == Some(Mark::NotApplicable);
            let rate = Rate {
                numerator: chosen.clone().filter(is_set_aside).count() as u64,
                denominator: chosen.count() as u64,
            };
            (at, rate)
        })
        .collect();
    let all: Vec<Rate> = rates.iter().map(|(_, rate)| *rate).collect();
    let Some(usual) = usual(&all) else {
        return;
    };
    for (submission, rate) in rates {
        if usual.is_exceeded_by(rate) {
            findings.push(Finding {
                submission,
                about: About::Department,
                what: What::ManyNotApplicable(OutOfLine { rate, usual }),
            });
        }
    }
}

/// Finds the items that are marked － far more often than others.
pub(super) fn items(group: &Group<'_>, counts: &PerItem, findings: &mut Vec<Finding>) {
    let mut rates: BTreeMap<&str, (usize, usize, Rate)> = BTreeMap::new();
    let mut seen: HashSet<*const Asked> = HashSet::new();
    for (at, submission) in group.iter() {
        if !seen.insert(Arc::as_ptr(&submission.asked)) {
            continue;
        }
        let items = submission.asked.items.iter();
        for (position, (item, counts)) in items.zip(counts.of_items(submission)).enumerate() {
            let rate = Rate {
                numerator: counts.chosen_not_applicable,
                denominator: counts.chosen,
            };
            // An item that few departments are asked has no rate to speak of.
            if rate.denominator >= COMPARED_MIN as u64 {
                rates.entry(&item.id).or_insert((at, position, rate));
            }
        }
    }
    let all: Vec<Rate> = rates.values().map(|(.., rate)| *rate).collect();
    let Some(usual) = usual(&all) else {
        return;
    };
    for (submission, position, rate) in rates.into_values() {
        if usual.is_exceeded_by(rate) {
            findings.push(Finding {
                submission,
                about: About::Item(position),
                what: What::OftenNotApplicable(OutOfLine { rate, usual }),
            });
        }
    }
}
