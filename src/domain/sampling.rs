//! Which departments the auditors might look at: every department can be drawn, and the more there
//! is that asks for a look, the likelier it is.
//!
//! Drawing is by lot, so that nobody chooses and nobody can count on not being chosen. The seed and
//! the weights give the same departments again: whoever doubts a draw can repeat it.

use super::governance::OutOfLine;
use super::score::Rate;

/// Every department's weight.
pub const BASE: u32 = 10;
/// For nothing handed in that counts.
pub const NOT_SUBMITTED: u32 = 30;
/// The most for a low score: that of 0 points.
pub const LOW_SCORE_MAX: u32 = 60;
/// The least improvement over items asked alike that counts as fast, in tenths of a point.
pub const FAST_TENTHS: i64 = 100;
/// For every point of a fast improvement.
pub const FAST_POINT: u32 = 2;
/// The most for a fast improvement.
pub const FAST_MAX: u32 = 40;
/// For marking － far more often than others.
pub const MANY_NOT_APPLICABLE: u32 = 40;
/// For no audit that is known.
pub const NEVER_AUDITED: u32 = 15;
/// The most for over-estimation in earlier audits: that of every item audited.
pub const OVER_ESTIMATED_MAX: u32 = 40;
/// For each fault in the ledger.
pub const FAULT: u32 = 10;
/// The most for faults in the ledger.
pub const FAULTS_MAX: u32 = 30;

/// What is known of a department.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
    /// Whether it handed in something that counts.
    pub submitted: bool,
    /// Its score, in tenths of a point.
    pub score_tenths: Option<u32>,
    /// By how much its score rose over items asked alike, in tenths of a point.
    pub change_tenths: Option<i64>,
    /// Its rate of －, where that is out of line.
    pub not_applicable: Option<OutOfLine>,
    /// Items over-estimated of those audited in earlier years; none where no audit is known.
    pub over_estimated: Option<Rate>,
    /// How often something it handed in had a fault.
    pub faults: u32,
}

/// Why a department has its weight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// Every department may be drawn.
    Base,
    /// Nothing was handed in that counts.
    NotSubmitted,
    /// The score is not full, in tenths of a point.
    LowScore(u32),
    /// The score rose fast, in tenths of a point.
    FastImprovement(i64),
    /// － is marked far more often than by others.
    ManyNotApplicable(OutOfLine),
    /// No audit is known.
    NeverAudited,
    /// Earlier audits found less than the department had.
    OverEstimated(Rate),
    /// So often something handed in had a fault.
    Faults(u32),
}

/// The weight of a department with what it comes of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Weighed {
    /// Each reason with its share of the weight.
    pub reasons: Vec<(Reason, u32)>,
}

impl Weighed {
    /// Weighs a department.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let mut reasons = vec![(Reason::Base, BASE)];
        if !facts.submitted {
            reasons.push((Reason::NotSubmitted, NOT_SUBMITTED));
        }
        if let Some(score) = facts.score_tenths {
            let lacking = 1_000_u32.saturating_sub(score);
            reasons.push((Reason::LowScore(score), lacking * LOW_SCORE_MAX / 1_000));
        }
        if let Some(change) = facts.change_tenths.filter(|change| *change >= FAST_TENTHS) {
            let points = u32::try_from(change / 10).unwrap_or(FAST_MAX);
            let share = points.saturating_mul(FAST_POINT).min(FAST_MAX);
            reasons.push((Reason::FastImprovement(change), share));
        }
        if let Some(out) = facts.not_applicable {
            reasons.push((Reason::ManyNotApplicable(out), MANY_NOT_APPLICABLE));
        }
        if let Some(over) = facts.over_estimated {
            let share = u64::from(OVER_ESTIMATED_MAX) * over.numerator;
            let share = share.checked_div(over.denominator).unwrap_or(0);
            let share = u32::try_from(share).unwrap_or(OVER_ESTIMATED_MAX);
            reasons.push((Reason::OverEstimated(over), share));
        } else {
            reasons.push((Reason::NeverAudited, NEVER_AUDITED));
        }
        let faults = facts.faults.saturating_mul(FAULT).min(FAULTS_MAX);
        reasons.push((Reason::Faults(facts.faults), faults));
        // What adds nothing is no reason.
        reasons.retain(|(_, share)| *share > 0);
        Self { reasons }
    }

    /// Returns the weight: the sum of the shares.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.reasons.iter().map(|(_, share)| share).sum()
    }
}

/// Draws so many positions, one after another: each time a position's chance is its weight among
/// those not drawn yet. A weight of 0 is never drawn.
#[must_use]
pub fn draw(weights: &[u32], size: usize, seed: u64) -> Vec<usize> {
    let mut left: Vec<(usize, u64)> = weights
        .iter()
        .enumerate()
        .filter(|(_, weight)| **weight > 0)
        .map(|(position, weight)| (position, u64::from(*weight)))
        .collect();
    let mut numbers = Numbers(seed);
    let mut drawn = Vec::with_capacity(size.min(left.len()));
    while drawn.len() < size && !left.is_empty() {
        let total: u64 = left.iter().map(|(_, weight)| weight).sum();
        let mut rest = numbers.below(total);
        let found = left.iter().position(|(_, weight)| {
            let is_here = rest < *weight;
            rest = rest.saturating_sub(*weight);
            is_here
        });
        let (position, _) = left.remove(found.unwrap_or(0));
        drawn.push(position);
    }
    drawn
}

/// Numbers by the method splitmix64, the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one below the limit, each as likely; 0 below 0.
    fn below(&mut self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        // What lies beyond the last whole round would make small numbers likelier.
        let whole = u64::MAX - u64::MAX % limit;
        loop {
            let number = self.next();
            if number < whole {
                return number % limit;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::governance::Usual;

    fn full() -> Facts {
        Facts {
            submitted: true,
            score_tenths: Some(1_000),
            change_tenths: Some(0),
            not_applicable: None,
            over_estimated: Some(Rate {
                numerator: 0,
                denominator: 5,
            }),
            faults: 0,
        }
    }

    fn shares(facts: Facts) -> Vec<u32> {
        let weighed = Weighed::of(&facts);
        weighed.reasons.iter().map(|(_, share)| *share).collect()
    }

    #[test]
    fn a_weight_is_the_sum_of_its_reasons() {
        assert_eq!(shares(full()), [BASE]);
        let out = OutOfLine {
            rate: Rate {
                numerator: 12,
                denominator: 20,
            },
            usual: Usual {
                median_tenths: 50,
                limit_tenths: 200,
                compared: 9,
            },
        };
        let risky = Facts {
            submitted: true,
            score_tenths: Some(500),
            change_tenths: Some(123),
            not_applicable: Some(out),
            over_estimated: Some(Rate {
                numerator: 2,
                denominator: 5,
            }),
            faults: 7,
        };
        let expected = [BASE, 30, 24, MANY_NOT_APPLICABLE, 16, FAULTS_MAX];
        assert_eq!(shares(risky), expected);
        assert_eq!(Weighed::of(&risky).weight(), expected.iter().sum());
        let absent = Facts {
            submitted: false,
            score_tenths: None,
            change_tenths: None,
            over_estimated: None,
            ..full()
        };
        assert_eq!(shares(absent), [BASE, NOT_SUBMITTED, NEVER_AUDITED]);
    }

    #[test]
    fn the_numbers_are_those_everybody_gets() {
        // Known values of splitmix64 for the seed 1234567.
        let mut numbers = Numbers(1_234_567);
        let first = [numbers.next(), numbers.next(), numbers.next()];
        assert_eq!(
            first,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423
            ]
        );
    }

    #[test]
    fn a_greater_weight_is_drawn_more_often() {
        let mut first = [0_u32; 3];
        for seed in 0..6_000 {
            first[draw(&[1, 2, 3], 1, seed)[0]] += 1;
        }
        // A thousand each; no seed but these, so that the outcome is always the same.
        for (count, share) in first.into_iter().zip([1, 2, 3]) {
            assert!(count.abs_diff(share * 1_000) < 150, "{first:?}");
        }
    }

    proptest! {
        #[test]
        fn a_draw_is_repeatable_and_takes_nobody_twice(
            weights in prop::collection::vec(0_u32..100, 0..40),
            size in 0_usize..50,
            seed in any::<u64>(),
        ) {
            let drawn = draw(&weights, size, seed);
            prop_assert_eq!(&drawn, &draw(&weights, size, seed));
            let possible = weights.iter().filter(|weight| **weight > 0).count();
            prop_assert_eq!(drawn.len(), size.min(possible));
            let mut sorted = drawn.clone();
            sorted.sort_unstable();
            sorted.dedup();
            prop_assert_eq!(sorted.len(), drawn.len());
            prop_assert!(drawn.iter().all(|&position| weights[position] > 0));
            // A larger sample goes on from a smaller one.
            let more = draw(&weights, size + 3, seed);
            prop_assert_eq!(&more[..drawn.len()], &drawn[..]);
        }
    }
}
