//! Articles, clauses and tiers, over all departments of a municipality.

use std::collections::BTreeMap;
use std::io;

use super::{figures, ready, two_years};
use crate::collect::compared::Compared;
use crate::domain::submission::{AskedScope, Submission, order_of};
use crate::format::csv_stream::CsvStream;

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    for (first, scopes) in by_municipality(&compared.collection.submissions) {
        for each in scopes {
            let total = compared.total(&first.cover.municipality_code, &each.id);
            ready::municipality(stream.row(), first);
            ready::scope(stream.row(), each);
            let here = compared.place_of(&first.cover.municipality_code);
            let here = compared.collection.submissions.get(here);
            let asks = |one: &&Submission| one.asked.scope(&each.id).is_some();
            let departments = here.into_iter().flatten().filter(asks);
            stream.count(departments.count())?;
            figures(stream, &total.all.now)?;
            two_years(stream, Some(&total))?;
            stream.end_row()?;
        }
    }
    Ok(())
}

/// The first submission of each municipality, with all scopes that any of its departments has.
fn by_municipality(submissions: &[Submission]) -> Vec<(&Submission, Vec<&AskedScope>)> {
    let mut found: Vec<(&Submission, BTreeMap<_, &AskedScope>)> = Vec::new();
    for submission in submissions {
        // Submissions of a municipality stand together.
        let known = found.last().is_some_and(|(first, _)| {
            first.cover.municipality_code == submission.cover.municipality_code
        });
        if !known {
            found.push((submission, BTreeMap::new()));
        }
        if let Some((_, scopes)) = found.last_mut() {
            for scope in &submission.asked.scopes {
                scopes
                    .entry(order_of(scope.kind, &scope.id))
                    .or_insert(scope);
            }
        }
    }
    found
        .into_iter()
        .map(|(first, scopes)| (first, scopes.into_values().collect()))
        .collect()
}
