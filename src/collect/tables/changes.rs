//! Items whose answer or wording differs from the year before, and those not implemented again.

use std::io;

use super::{mark, place, ready};
use crate::collect::compared::Compared;
use crate::domain::comparison::{ChangeKind, ItemChange};
use crate::domain::submission::Submission;
use crate::format::csv_stream::CsvStream;
use crate::text::columns::collection::CHANGE;

pub(super) fn write(stream: &mut CsvStream<'_>, compared: &Compared<'_>) -> io::Result<()> {
    for (at, submission) in compared.collection.submissions.iter().enumerate() {
        for (before, changes) in compared.changes(at) {
            for change in &changes {
                // The same answer to the same question is no news.
                if change.kind != ChangeKind::Unchanged || !change.alike {
                    row(stream, submission, before, change)?;
                }
            }
        }
    }
    Ok(())
}

fn row(
    stream: &mut CsvStream<'_>,
    now: &Submission,
    before: &Submission,
    change: &ItemChange,
) -> io::Result<()> {
    let asked = change
        .now
        .and_then(|at| now.asked.items.get(at))
        .or_else(|| before.asked.items.get(change.before?));
    let Some(asked) = asked else {
        return Ok(());
    };
    ready::department(stream.row(), now);
    stream.text(&before.department_code);
    ready::item(stream.row(), asked);
    mark(stream, change.previous);
    mark(stream, change.mark);
    stream.word(CHANGE, change.kind.code());
    stream.yes_no(change.alike);
    let answer = change.now.and_then(|at| now.answers.get(at));
    match answer {
        Some(answer) => stream.yes_no(answer.has_evidence()),
        None => stream.cell(""),
    }
    match (change.now, change.before) {
        (Some(at), _) => place(stream, now, at),
        (None, Some(at)) => place(stream, before, at),
        (None, None) => {
            stream.cell("");
            stream.cell("");
        }
    }
    stream.end_row()
}
