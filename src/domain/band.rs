//! Bands of scores: how a cell of a heat map reads without its colour.

use super::scale::Scale;

/// How many tones there are, from the best to the one that needs a look first.
pub const TONES: usize = 4;

/// The band a score lies in. Its borders are those of the grades, without their caps: a grade is
/// given for the total alone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Band {
    /// The tone, 0 for the best up to [`TONES`] − 1.
    pub tone: usize,
    /// The lowest score in points that lies in it.
    pub from: u8,
    /// The score in points from which the next better band begins; none for the best.
    pub below: Option<u8>,
}

/// Returns the bands of a scale, best first.
#[must_use]
pub fn bands(scale: &Scale) -> Vec<Band> {
    let borders: Vec<u8> = scale.grades.iter().map(|grade| grade.from).collect();
    let last = borders.len().saturating_sub(1).max(1);
    let mut below = None;
    let mut bands = Vec::with_capacity(borders.len());
    for (rank, from) in borders.into_iter().enumerate() {
        let tone = (rank * (TONES - 1) + last / 2) / last;
        bands.push(Band { tone, from, below });
        below = Some(from);
    }
    bands
}

/// Returns the band of a score as displayed, in tenths of a point; none below every border.
#[must_use]
pub fn band(scale: &Scale, tenths: u32) -> Option<Band> {
    bands(scale)
        .into_iter()
        .find(|band| tenths >= u32::from(band.from) * 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_score_lies_in_the_band_of_its_grade() {
        let scale = fixture::scale();
        let tones = [1000, 900, 899, 750, 749, 600, 599, 0]
            .map(|tenths| band(scale, tenths).map(|band| band.tone));
        assert_eq!(tones, [0, 0, 1, 1, 2, 2, 3, 3].map(Some));
        let lowest = band(scale, 0).unwrap();
        assert_eq!((lowest.from, lowest.below), (0, Some(60)));
    }

    #[test]
    fn few_and_many_grades_use_the_first_and_the_last_tone() {
        for count in 2..=8_u8 {
            let mut scale = fixture::scale().clone();
            let grade = scale.grades[0].clone();
            scale.grades = (0..count)
                .rev()
                .map(|at| crate::domain::scale::Grade {
                    from: at * 10,
                    ..grade.clone()
                })
                .collect();
            let tones: Vec<usize> = bands(&scale).iter().map(|band| band.tone).collect();
            assert!(tones.is_sorted(), "{tones:?}");
            assert_eq!(tones.first(), Some(&0));
            assert_eq!(tones.last(), Some(&(TONES - 1)));
        }
    }
}
