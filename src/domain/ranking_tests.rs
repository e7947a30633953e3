//! Tests of ranks and deviation values.

use proptest::prelude::*;

use super::*;

fn full(score: u32) -> Ranked {
    Ranked {
        score_tenths: Some(score),
        response: Rate {
            numerator: 10,
            denominator: 10,
        },
    }
}

fn ranks(departments: &[Ranked]) -> Vec<Option<(usize, usize)>> {
    let place = |place: &Place| match place {
        Place::At { rank, sharing, .. } => Some((*rank, *sharing)),
        _ => None,
    };
    rank(departments).places.iter().map(place).collect()
}

#[test]
fn ties_share_a_rank_and_the_next_one_follows_after_them() {
    let scores = [900, 800, 900, 700, 650, 650].map(full);
    let expected = [(1, 2), (3, 1), (1, 2), (4, 1), (5, 2), (5, 2)].map(Some);
    assert_eq!(ranks(&scores), expected);
    assert_eq!(rank(&scores).ranked, 6);
}

#[test]
fn who_answered_too_little_is_not_ranked_and_takes_no_rank() {
    let low = Ranked {
        score_tenths: Some(1_000),
        response: Rate {
            numerator: 89,
            denominator: 100,
        },
    };
    let none = Ranked {
        score_tenths: None,
        ..full(0)
    };
    let departments = [low, none, full(5), full(4), full(3), full(2), full(1)];
    let ranking = rank(&departments);
    assert_eq!(ranking.places[0], Place::LowResponse);
    assert_eq!(ranking.places[1], Place::NoScore);
    assert_eq!(ranking.ranked, 5);
    assert_eq!(ranks(&departments)[2], Some((1, 1)));
    // One fewer, and there are no ranks at all.
    let few = rank(&departments[..6]);
    assert_eq!(few.places[2..], [Place::TooFew; 4]);
    assert_eq!(few.ranked, 4);
}

fn deviations(scores: &[u32]) -> Vec<Option<i32>> {
    let departments: Vec<Ranked> = scores.iter().copied().map(full).collect();
    let place = |place: &Place| match place {
        Place::At {
            deviation_tenths, ..
        } => *deviation_tenths,
        _ => None,
    };
    rank(&departments).places.iter().map(place).collect()
}

#[test]
fn deviation_values_are_given_from_ten_departments_on() {
    let scores = [400, 600, 400, 600, 400, 600, 400, 600, 400, 600];
    // A standard deviation of 100 around 500.
    assert_eq!(deviations(&scores)[..2], [Some(400), Some(600)]);
    assert_eq!(deviations(&scores[..9]), [None; 9]);
    assert_eq!(deviations(&[700; 10]), [None; 10]);
}

proptest! {
    #[test]
    fn deviation_values_are_those_of_the_formula(scores in prop::collection::vec(0_u32..=1_000, 10..60)) {
        let count = f64::from(u32::try_from(scores.len()).unwrap());
        let mean = scores.iter().map(|score| f64::from(*score)).sum::<f64>() / count;
        let variance = scores.iter().map(|score| (f64::from(*score) - mean).powi(2)).sum::<f64>() / count;
        for (score, deviation) in scores.iter().zip(deviations(&scores)) {
            let Some(deviation) = deviation else {
                prop_assert!(variance < 1e-9);
                continue;
            };
            let expected = 500.0 + 100.0 * (f64::from(*score) - mean) / variance.sqrt();
            prop_assert!((f64::from(deviation) - expected).abs() <= 0.5 + 1e-6);
        }
    }

    #[test]
    fn a_better_score_never_has_a_worse_rank(scores in prop::collection::vec(0_u32..50, 5..30)) {
        let departments: Vec<Ranked> = scores.iter().copied().map(full).collect();
        let ranks = ranks(&departments);
        for (one, rank) in scores.iter().zip(&ranks) {
            let better = scores.iter().filter(|other| *other > one).count();
            let same = scores.iter().filter(|other| *other == one).count();
            prop_assert_eq!(*rank, Some((better + 1, same)));
        }
    }
}
