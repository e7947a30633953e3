//! What most of the claims about a municipality name.

use std::collections::BTreeMap;

use super::codes::Keys;
use super::{Claim, Rules, Soundness};

/// The value found most often; of those found equally often the last in order.
pub(super) fn most<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values.filter(|value| !value.trim().is_empty()) {
        *counts.entry(value).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|&(_, count)| count);
    most.map(|(value, _)| value.to_owned())
}

/// The municipality that most of what was handed in names. What is not sound has no voice, unless
/// there is nothing else.
pub(super) fn home_of(claims: &[&Claim]) -> Option<String> {
    let of = |is_heard: fn(&Claim) -> bool| {
        let heard = claims.iter().filter(|claim| is_heard(claim));
        most(heard.map(|claim| &*claim.cover.municipality_code))
    };
    of(|claim| claim.soundness == Soundness::Sound).or_else(|| of(|_| true))
}

/// The edition in force in each municipality: the one most of what was handed in names.
pub(super) fn editions<'a>(
    claims: &[&Claim],
    municipalities: &'a Keys,
    rules: Rules<'_>,
) -> BTreeMap<&'a str, String> {
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        if claim.soundness == Soundness::Sound && claim.cover.year == Some(rules.year) {
            let key = municipalities.key(at);
            named.entry(key).or_default().push(&claim.cover.edition);
        }
    }
    named
        .into_iter()
        .filter_map(|(key, editions)| Some((key, most(editions.into_iter())?)))
        .collect()
}
