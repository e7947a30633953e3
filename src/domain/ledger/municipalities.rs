//! The municipalities that claims are about, and the edition in force in each.

use std::collections::{BTreeMap, HashMap};

use super::{Claim, Rules, Soundness, code_key};

/// The value found most often; of those found equally often the last in order.
pub(super) fn most<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values.filter(|value| !value.trim().is_empty()) {
        *counts.entry(value).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|&(_, count)| count);
    most.map(|(value, _)| value.to_owned())
}

/// The municipalities that claims are about, their codes as they are compared.
#[derive(Clone, Debug)]
pub struct Municipalities {
    /// For each claim the position of its municipality's key.
    places: Vec<usize>,
    keys: Vec<String>,
}

impl Municipalities {
    /// Finds those of claims.
    #[must_use]
    pub fn of(claims: &[&Claim]) -> Self {
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut keys: Vec<String> = Vec::new();
        let mut last = ("", None);
        let places = claims.iter().map(|claim| {
            let code = &*claim.cover.municipality_code;
            // Those of one stand together, mostly.
            if let (true, Some(place)) = (last.0 == code, last.1) {
                return place;
            }
            let key = code_key(code);
            let place = *known.entry(key).or_insert_with_key(|key| {
                keys.push(key.clone());
                keys.len() - 1
            });
            last = (code, Some(place));
            place
        });
        Self {
            places: places.collect(),
            keys,
        }
    }

    /// Returns the key of the municipality that a claim is about, as [`code_key`] gives it.
    #[must_use]
    pub fn key(&self, claim: usize) -> &str {
        let place = self.places.get(claim);
        place
            .and_then(|&place| self.keys.get(place))
            .map_or("", String::as_str)
    }
}

/// The edition in force in each municipality: the one most of what was handed in names.
pub(super) fn editions<'a>(
    claims: &[&Claim],
    municipalities: &'a Municipalities,
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
