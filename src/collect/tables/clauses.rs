//! Articles, clauses and tiers, over all departments of a municipality.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::{figures, ready, two_years};
use crate::collect::compared::Compared;
use crate::domain::submission::{AskedScope, Submission, order_of};
use crate::format::csv_stream::CsvStream;

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    let submissions = &compared.collection.submissions;
    // Submissions of a municipality stand together.
    for here in submissions
        .chunk_by(|one, next| one.cover.municipality_code == next.cover.municipality_code)
    {
        for each in scopes(here) {
            let total = compared.total(&here[0].cover.municipality_code, &each.id);
            ready::municipality(stream.row(), &here[0]);
            ready::scope(stream.row(), each);
            let asks = |one: &&Submission| one.asked.scope(&each.id).is_some();
            stream.count(here.iter().filter(asks).count());
            figures(stream, &total.all.now);
            two_years(stream, Some(&total));
            stream.end_row()?;
        }
    }
    Ok(())
}

/// All scopes that any of some submissions has, in their order.
fn scopes(submissions: &[Submission]) -> impl Iterator<Item = &AskedScope> {
    let mut scopes = BTreeMap::new();
    for alike in submissions.chunk_by(|one, next| Arc::ptr_eq(&one.asked, &next.asked)) {
        for scope in &alike[0].asked.scopes {
            scopes
                .entry(order_of(scope.kind, &scope.id))
                .or_insert(scope);
        }
    }
    scopes.into_values()
}
