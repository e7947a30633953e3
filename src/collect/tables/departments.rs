//! The departments that count, as a whole and by article, clause and tier.

use std::io;

use super::ready::{self, Ready};
use super::{figures, two_years};
use crate::collect::collection::Entry;
use crate::collect::compared::Compared;
use crate::domain::ledger::State;
use crate::domain::ranking::Place;
use crate::domain::scope::TOTAL;
use crate::domain::score::one_decimal;
use crate::format::csv_stream::CsvStream;
use crate::text::columns::collection::STATE;

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    // In the order of the submissions.
    let mut counting = compared.collection.ledger.iter();
    let ranks = compared.ranks();
    for (at, submission) in compared.collection.submissions.iter().enumerate() {
        ready::department(stream.row(), submission);
        let own = |entry: &&Entry| {
            entry.state.counts() && entry.cover().receipt == submission.cover.receipt
        };
        let state = counting.find(own).map_or(State::Submitted, |one| one.state);
        stream.word(STATE, state.code());
        let total = submission.total();
        figures(stream, &total);
        stream.text(total.grade(&submission.asked.scale).unwrap_or_default());
        let before: Vec<&str> = compared
            .sources_of(at)
            .into_iter()
            .map(|before| &*before.department_code)
            .collect();
        stream.text(&before.join(" "));
        two_years(stream, compared.of_scope(at, TOTAL).as_ref());
        stream.text(&submission.cover.receipt);
        stream.text(&submission.origin.answers);
        standing(stream, ranks.get(at).copied());
        stream.end_row()?;
    }
    Ok(())
}

/// The rank, among how many, and the deviation value; empty where there is none.
fn standing(stream: &mut CsvStream<'_>, standing: Option<(Place, usize)>) {
    let (place, ranked) = standing.unwrap_or((Place::NoScore, 0));
    let deviation = if let Place::At {
        rank,
        deviation_tenths,
        ..
    } = place
    {
        stream.count(rank);
        deviation_tenths
    } else {
        stream.cell("");
        None
    };
    stream.count(ranked);
    let sign = deviation.filter(|tenths| *tenths < 0).map_or("", |_| "-");
    let worth = deviation.map(|tenths| one_decimal(tenths.unsigned_abs()));
    stream.cell(worth.map_or_else(String::new, |worth| format!("{sign}{worth}")));
}

pub(super) fn write_clauses(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    let mut ready = Ready::new(stream.header());
    for (at, submission) in compared.collection.submissions.iter().enumerate() {
        ready.of(submission);
        for (each, named) in submission.asked.scopes.iter().zip(ready.scopes()) {
            stream.cells(ready.department());
            stream.cells(named);
            figures(stream, &submission.figures_of(&each.items));
            two_years(stream, compared.of_scope(at, &each.id).as_ref());
            stream.end_row()?;
        }
    }
    Ok(())
}
