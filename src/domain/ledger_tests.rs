//! Tests of what becomes of what was handed in.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;

use super::*;
use crate::domain::roster::Department;

fn at(day: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    day.and_hms_opt(9, 0, 0).unwrap()
}

fn claim(code: &str, confirmed: Option<u32>, receipt: &str) -> Claim {
    Claim {
        cover: Arc::new(Cover {
            municipality_code: "142069".into(),
            department_code: code.into(),
            year: FiscalYear::new(2026),
            confirmed_at: confirmed.map(at),
            receipt: receipt.into(),
            edition: "2026-04-01".into(),
            ..Cover::default()
        }),
        soundness: Soundness::Sound,
        files: [Some(format!("{code}-{receipt}").into()), None],
    }
}

fn saying(mut claim: Claim, change: impl FnOnce(&mut Cover)) -> Claim {
    change(Arc::make_mut(&mut claim.cover));
    claim
}

fn department(code: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Department {
    Department {
        code: code.into(),
        name: code.into(),
        agency: None,
        profile: BTreeMap::new(),
        valid_from: from,
        valid_to: to,
        predecessors: Vec::new(),
    }
}

fn states(claims: &[Claim], roster: Option<&Roster>) -> Vec<State> {
    judge(claims, rules(roster)).states
}

fn rules(roster: Option<&Roster>) -> Rules<'_> {
    Rules {
        year: FiscalYear::new(2026).unwrap(),
        roster,
        municipality: None,
    }
}

#[test]
fn the_latest_confirmed_one_counts() {
    let claims = [
        claim("0420", Some(3), "R-1"),
        claim("0420", Some(9), "R-2"),
        claim("420", None, "R-3"),
        Claim {
            files: [Some("copy".into()), None],
            ..claim("０４２０", Some(9), "R-2")
        },
        claim("0430", Some(3), "R-4"),
    ];
    assert_eq!(
        states(&claims, None),
        [
            State::Superseded,
            State::Resubmitted,
            State::Draft,
            State::Duplicate,
            State::Submitted
        ]
    );
}

#[test]
fn what_cannot_be_trusted_counts_for_nothing() {
    let soundness = [
        (Soundness::Lost, State::Lost),
        (Soundness::Altered, State::Altered),
        (Soundness::Alone, State::Alone),
        (Soundness::Unreadable, State::Unreadable),
    ];
    for (soundness, state) in soundness {
        let spoilt = Claim {
            soundness,
            ..claim("0420", Some(9), "R-2")
        };
        let claims = [claim("0420", Some(3), "R-1"), spoilt];
        assert_eq!(states(&claims, None), [State::Submitted, state]);
    }
}

#[test]
fn years_editions_and_the_roster_are_looked_at() {
    let roster = Roster {
        departments: vec![
            department("0420", None, None),
            department("0430", None, None),
            department("0440", None, FiscalYear::new(2025).unwrap().date(3, 31)),
            department("0450", None, FiscalYear::new(2026).unwrap().date(10, 1)),
        ],
    };
    let mut claims = vec![
        claim("420", Some(3), "R-1"),
        claim("0999", Some(3), "R-2"),
        claim("0440", Some(3), "R-3"),
        claim("0450", Some(3), "R-4"),
        saying(claim("0430", Some(3), "R-5"), |cover| {
            cover.year = FiscalYear::new(2025);
        }),
    ];
    let judged = judge(&claims, rules(Some(&roster)));
    assert_eq!(
        judged.states,
        [
            State::Submitted,
            State::NotOnRoster,
            State::NotOnRoster,
            State::Submitted,
            State::OtherYear
        ]
    );
    // The one of another year is not this year's; the one that ended within the year need not.
    assert_eq!(judged.not_submitted, [1]);
    claims.push(saying(claim("0430", Some(4), "R-6"), |cover| {
        cover.edition = "2020-04-01".into();
    }));
    let judged = judge(&claims, rules(Some(&roster)));
    assert_eq!(judged.states[5], State::OtherEdition);
    assert_eq!(judged.not_submitted, [0_usize; 0]);
}

#[test]
fn another_municipality_is_not_looked_for_on_the_roster() {
    let roster = Roster {
        departments: vec![department("0420", None, None)],
    };
    let other = saying(claim("0777", Some(3), "R-9"), |cover| {
        cover.municipality_code = "082350".into();
    });
    let claims = [
        claim("0420", Some(3), "R-1"),
        claim("0420", Some(2), "R-2"),
        other,
    ];
    let judged = judge(&claims, rules(Some(&roster)));
    assert_eq!(judged.municipality.as_deref(), Some("142069"));
    assert_eq!(judged.states[2], State::Submitted);
}

fn any_claim() -> impl Strategy<Value = Claim> {
    let soundness = prop::sample::select(vec![
        Soundness::Sound,
        Soundness::Sound,
        Soundness::Sound,
        Soundness::Altered,
        Soundness::Lost,
    ]);
    let code = prop::sample::select(vec!["0420", "420", "0430", "0999"]);
    let day = prop::option::of(1..5_u32);
    (code, day, 1..4_u8, 2025..2027_i32, soundness, 0..3_u8).prop_map(
        |(code, day, receipt, year, soundness, name)| {
            let claim = Claim {
                soundness,
                files: [Some(name.to_string().into()), None],
                ..claim(code, day, &format!("R-{receipt}"))
            };
            saying(claim, |cover| cover.year = FiscalYear::new(year))
        },
    )
}

proptest! {
    #[test]
    fn the_order_makes_no_difference(
        claims in prop::collection::vec(any_claim(), 0..12),
        shuffle in any::<prop::sample::Index>(),
    ) {
        let roster = Roster {
            departments: vec![department("0420", None, None), department("0430", None, None)],
        };
        let mut turned = claims.clone();
        if !turned.is_empty() {
            let by = shuffle.index(turned.len());
            turned.rotate_left(by);
            turned.swap(0, by);
        }
        let told = |claims: &[Claim]| {
            let judged = judge(claims, rules(Some(&roster)));
            let mut told: Vec<(Claim, State)> =
                claims.iter().cloned().zip(judged.states).collect();
            told.sort();
            (told, judged.not_submitted)
        };
        prop_assert_eq!(told(&claims), told(&turned));
    }

    #[test]
    fn one_claim_of_a_department_counts_at_most(claims in prop::collection::vec(any_claim(), 0..12)) {
        let states = states(&claims, None);
        for key in ["420", "430", "999"] {
            let counted = claims
                .iter()
                .zip(&states)
                .filter(|(claim, state)| code_key(&claim.cover.department_code) == key && state.counts())
                .count();
            prop_assert!(counted <= 1);
        }
    }
}
