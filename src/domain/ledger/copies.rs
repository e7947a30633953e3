//! Single files that came twice.

use std::collections::HashSet;

use super::{Claim, Soundness, State, code_key};
use crate::domain::fiscal_year::FiscalYear;

/// What a submission is known by: its receipt, and whose it is.
type Whole = (String, [String; 2], Option<FiscalYear>);

fn whole_of(claim: &Claim) -> Whole {
    let cover = &*claim.cover;
    let whose = [&cover.municipality_code, &cover.department_code].map(|code| code_key(code));
    (cover.receipt.to_string(), whose, cover.year)
}

/// Tells a single file that is of a whole submission, and came twice, from one whose other is missing.
pub(super) fn copies(claims: &[&Claim], states: &mut [State]) {
    let single = |claim: &Claim| {
        claim.soundness == Soundness::Alone && !claim.cover.receipt.trim().is_empty()
    };
    if !claims.iter().any(|claim| single(claim)) {
        return;
    }
    let whole = claims
        .iter()
        .filter(|claim| claim.soundness == Soundness::Sound);
    let whole: HashSet<Whole> = whole.map(|claim| whole_of(claim)).collect();
    for (claim, state) in claims.iter().zip(states) {
        if single(claim) && whole.contains(&whole_of(claim)) {
            *state = State::Duplicate;
        }
    }
}
