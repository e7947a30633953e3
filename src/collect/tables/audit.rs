//! What auditors found beside the departments' own marks: each finding, then by department and by
//! item.

use std::collections::BTreeMap;
use std::io;

use super::mark;
use crate::collect::audits::{Audits, auditable};
use crate::collect::collection::Collection;
use crate::domain::audit::{Audited, Beside, Outcome, Tally, beside};
use crate::format::csv_stream::CsvStream;
use crate::text::columns::audit::{NO_SUBMISSION, OUTCOME};

/// Writes every finding, in the order of years, departments and items; then those that no
/// submission stands beside.
pub(super) fn write_findings(
    stream: &mut CsvStream<'_>,
    collection: &Collection,
    audits: &Audits,
) -> io::Result<()> {
    let found = beside(&audits.audited, auditable(collection).into_iter());
    for one in &found {
        stream.cell(one.audited.year.number().to_string());
        department(stream, one);
        item(stream, one);
        mark(stream, one.own());
        mark(stream, Some(one.audited.mark));
        stream.word(OUTCOME, one.outcome().code());
        stream.text(one.submission.remark(one.position));
        ending(stream, one.audited)?;
    }
    for audited in &audits.audited {
        if found.iter().any(|one| std::ptr::eq(one.audited, audited)) {
            continue;
        }
        stream.cell(audited.year.number().to_string());
        stream.text(&audited.department_code);
        stream.cell("");
        stream.cell("");
        stream.text(&audited.item);
        stream.cell("");
        stream.cell("");
        mark(stream, None);
        mark(stream, Some(audited.mark));
        stream.word(OUTCOME, NO_SUBMISSION);
        stream.cell("");
        ending(stream, audited)?;
    }
    Ok(())
}

/// Writes how each department's marks stand to the auditors'.
pub(super) fn write_departments(
    stream: &mut CsvStream<'_>,
    collection: &Collection,
    audits: &Audits,
) -> io::Result<()> {
    let found = beside(&audits.audited, auditable(collection).into_iter());
    // What stands beside each other is in the order of years and departments.
    let same =
        |one: &Beside<'_>, other: &Beside<'_>| std::ptr::eq(one.submission, other.submission);
    for group in found.chunk_by(same) {
        if let Some(first) = group.first() {
            stream.cell(first.audited.year.number().to_string());
            department(stream, first);
            tally(stream, &Tally::of(group))?;
        }
    }
    Ok(())
}

/// Writes how the marks of each item stand to the auditors'.
pub(super) fn write_items(
    stream: &mut CsvStream<'_>,
    collection: &Collection,
    audits: &Audits,
) -> io::Result<()> {
    let found = beside(&audits.audited, auditable(collection).into_iter());
    let mut items: BTreeMap<_, Vec<Beside<'_>>> = BTreeMap::new();
    for one in found {
        let key = (one.audited.year, &one.audited.item);
        items.entry(key).or_default().push(one);
    }
    for group in items.values() {
        if let Some(first) = group.first() {
            stream.cell(first.audited.year.number().to_string());
            item(stream, first);
            tally(stream, &Tally::of(group))?;
        }
    }
    Ok(())
}

fn department(stream: &mut CsvStream<'_>, one: &Beside<'_>) {
    stream.text(&one.submission.department_code);
    stream.text(&one.submission.cover.department);
    stream.text(&one.submission.cover.agency);
}

fn item(stream: &mut CsvStream<'_>, one: &Beside<'_>) {
    let asked = one.submission.asked.items.get(one.position);
    stream.text(&one.audited.item);
    stream.text(asked.map_or("", |item| &item.citation));
    stream.text(asked.map_or("", |item| &item.question));
}

fn ending(stream: &mut CsvStream<'_>, audited: &Audited) -> io::Result<()> {
    stream.text(&audited.finding);
    stream.text(&audited.file);
    stream.count(audited.row);
    stream.end_row()
}

fn tally(stream: &mut CsvStream<'_>, tally: &Tally) -> io::Result<()> {
    stream.count(tally.audited());
    for outcome in Outcome::ALL {
        stream.count(tally.count(outcome));
    }
    stream.tenths(tally.rate(Outcome::Agrees).percent_tenths());
    stream.tenths(tally.rate(Outcome::Over).percent_tenths());
    stream.tenths(tally.own.score_tenths());
    stream.tenths(tally.found.score_tenths());
    stream.difference(tally.excess_tenths());
    stream.end_row()
}
