//! The departments that count, as a whole and by article, clause and tier.

use std::collections::HashMap;
use std::io;

use super::{department, figures, scope, two_years};
use crate::collect::compared::Compared;
use crate::domain::ledger::State;
use crate::domain::scope::TOTAL;
use crate::format::csv_stream::CsvStream;
use crate::text::columns::collection::STATE;

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    let states: HashMap<&str, State> = compared
        .collection
        .ledger
        .iter()
        .filter(|entry| entry.state.counts())
        .map(|entry| (entry.claim.receipt.as_str(), entry.state))
        .collect();
    for (at, submission) in compared.collection.submissions.iter().enumerate() {
        department(stream, submission)?;
        let state = states.get(submission.receipt.as_str());
        stream.word(STATE, state.copied().unwrap_or(State::Submitted).code())?;
        let total = submission.total();
        figures(stream, &total)?;
        stream.text(total.grade(&submission.asked.scale).unwrap_or_default())?;
        let before: Vec<&str> = compared
            .sources_of(at)
            .into_iter()
            .map(|before| before.department_code.as_str())
            .collect();
        stream.text(&before.join(" "))?;
        two_years(stream, compared.of_scope(at, TOTAL).as_ref())?;
        stream.text(&submission.receipt)?;
        stream.text(&submission.origin.answers)?;
        stream.end_row()?;
    }
    Ok(())
}

pub(super) fn write_clauses(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    for (at, submission) in compared.collection.submissions.iter().enumerate() {
        for each in &submission.asked.scopes {
            department(stream, submission)?;
            scope(stream, each)?;
            figures(stream, &submission.figures_of(&each.items))?;
            two_years(stream, compared.of_scope(at, &each.id).as_ref())?;
            stream.end_row()?;
        }
    }
    Ok(())
}
