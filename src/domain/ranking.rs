//! Departments by their scores: ranks with ties, and none where they would say nothing.
//!
//! A rank is given only among enough departments, and only to those that answered enough. Everyone
//! is told how many were ranked.

use super::score::Rate;

/// The fewest departments that are ranked.
pub const RANKED_MIN: usize = 5;
/// The lowest response rate that is ranked, in tenths of a percent.
pub const RESPONSE_MIN_TENTHS: u32 = 900;
/// The fewest departments for a deviation value: with fewer, one department moves all the others.
pub const DEVIATION_MIN: usize = 10;

/// What a department is ranked by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ranked {
    /// Its score, in tenths of a point.
    pub score_tenths: Option<u32>,
    /// Its response rate.
    pub response: Rate,
}

/// Where a department stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// At a rank.
    At {
        /// The rank, from 1; one more than how many have a better score.
        rank: usize,
        /// How many share it, this one among them.
        sharing: usize,
        /// The deviation value in tenths: 50.0 at the mean, 10.0 a standard deviation.
        deviation_tenths: Option<i32>,
    },
    /// It has no score.
    NoScore,
    /// Too much is blank.
    LowResponse,
    /// There are too few to be ranked.
    TooFew,
}

/// The places of departments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ranking {
    /// A place for each, in the order given.
    pub places: Vec<Place>,
    /// How many have a score and answered enough: the n beside every rank.
    pub ranked: usize,
}

/// Ranks departments.
#[must_use]
pub fn rank(departments: &[Ranked]) -> Ranking {
    let scores: Vec<Result<u32, Place>> = departments.iter().map(score).collect();
    let mut sorted: Vec<u32> = scores.iter().filter_map(|one| one.ok()).collect();
    sorted.sort_unstable();
    let spread = (sorted.len() >= DEVIATION_MIN).then(|| Spread::of(&sorted));
    let place = |score: &Result<u32, Place>| match *score {
        Err(place) => place,
        Ok(_) if sorted.len() < RANKED_MIN => Place::TooFew,
        Ok(score) => {
            let below = sorted.partition_point(|other| *other < score);
            let upto = sorted.partition_point(|other| *other <= score);
            Place::At {
                rank: sorted.len() - upto + 1,
                sharing: upto - below,
                deviation_tenths: spread.as_ref().and_then(|spread| spread.deviation(score)),
            }
        }
    };
    Ranking {
        places: scores.iter().map(place).collect(),
        ranked: sorted.len(),
    }
}

fn score(department: &Ranked) -> Result<u32, Place> {
    let response = department.response.percent_tenths();
    match department.score_tenths {
        None => Err(Place::NoScore),
        Some(_) if response.is_none_or(|tenths| tenths < RESPONSE_MIN_TENTHS) => {
            Err(Place::LowResponse)
        }
        Some(score) => Ok(score),
    }
}

/// How scores are spread: their number, sum and sum of squares, so that nothing is rounded before
/// the end.
struct Spread {
    count: i128,
    sum: i128,
    squares: i128,
}

impl Spread {
    fn of(scores: &[u32]) -> Self {
        let scores = scores.iter().map(|score| i128::from(*score));
        Self {
            count: scores.clone().count() as i128,
            sum: scores.clone().sum(),
            squares: scores.map(|score| score * score).sum(),
        }
    }

    /// 50 + 10 × (score − mean) ÷ standard deviation, in tenths, half away from the mean; none
    /// where all scores are the same.
    fn deviation(&self, score: u32) -> Option<i32> {
        // Both sides times the count: count · (score − mean), and (count · deviation)².
        let from_mean = self.count * i128::from(score) - self.sum;
        let variance = self.count * self.squares - self.sum * self.sum;
        if variance <= 0 {
            return None;
        }
        // A hundred deviations in tenths, doubled so that the last digit rounds.
        let doubled = (40_000 * from_mean * from_mean / variance).isqrt();
        let tenths = i32::try_from((doubled + 1) / 2).ok()?;
        Some(500 + tenths * if from_mean < 0 { -1 } else { 1 })
    }
}

#[cfg(test)]
#[path = "ranking_tests.rs"]
mod tests;
