//! The division's tables. Each is written row by row, from the collection alone, by the same
//! figures as everything else.

mod audit;
mod changes;
mod clauses;
mod departments;
mod items;
mod ledger;
mod open_points;
pub mod outliers;
mod ready;

use std::io;

use super::audits::{self, Audits};
use super::collection::Collection;
use super::compared::{Compared, has_before};
use crate::domain::comparison::Comparison;
use crate::domain::mark::Mark;
use crate::domain::score::Figures;
use crate::domain::submission::Submission;
use crate::error::Result;
use crate::format::csv_stream::CsvStream;
use crate::store::batch::{Batch, Fill};
use crate::store::desk::DeskFolder;
use crate::text::columns::audit::AUDIT_TABLES;
use crate::text::columns::collection::TABLES;
use crate::text::columns::{Column, Header, MARK};

/// Writes every table into the division's folder, each in the place of the one before, with a
/// batch.
///
/// # Errors
///
/// [`crate::error::Error::Io`] or [`crate::error::Error::Stopped`].
pub fn write_all(
    batch: &mut Batch<'_>,
    folder: &DeskFolder,
    collection: &Collection,
    header: Header,
) -> Result<Vec<std::path::PathBuf>> {
    let compared = Compared::of(collection);
    let compared = &compared;
    let table = |(name, columns)| {
        let fill: Fill<'_> = Box::new(move |out| write(name, columns, compared, header, out));
        (folder.path(&format!("{name}.csv")), fill)
    };
    let mut files = TABLES.map(table);
    let mut written: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
    // The longest are begun first.
    files.reverse();
    batch.fill_all(&files)?;
    let audits = audits::kept(folder, collection)?;
    if !audits.audited.is_empty() {
        written.extend(write_audits(batch, folder, collection, &audits, header)?);
    }
    Ok(written)
}

/// Writes the tables of audits, with a batch.
///
/// # Errors
///
/// [`crate::error::Error::Io`] or [`crate::error::Error::Stopped`].
pub fn write_audits(
    batch: &mut Batch<'_>,
    folder: &DeskFolder,
    collection: &Collection,
    audits: &Audits,
    header: Header,
) -> Result<Vec<std::path::PathBuf>> {
    let mut table = |(name, columns): (&str, &[Column])| {
        let path = folder.path(&format!("{name}.csv"));
        batch.fill(&path, |out| {
            let mut stream = CsvStream::new(out, columns, header)?;
            match name {
                "audit_findings" => audit::write_findings(&mut stream, collection, audits)?,
                "audit_departments" => audit::write_departments(&mut stream, collection, audits)?,
                "audit_items" => audit::write_items(&mut stream, collection, audits)?,
                _ => return Err(io::Error::other(format!("no table {name}"))),
            }
            stream.finish()
        })?;
        Ok(path)
    };
    AUDIT_TABLES.into_iter().map(&mut table).collect()
}

/// Writes one table.
///
/// # Errors
///
/// Whatever writing reports.
pub fn write(
    name: &str,
    columns: &[Column],
    compared: &Compared<'_>,
    header: Header,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut stream = CsvStream::new(out, columns, header)?;
    match name {
        "ledger" => ledger::write(&mut stream, compared)?,
        "by_department" => departments::write(&mut stream, compared)?,
        "by_clause" => clauses::write(&mut stream, compared)?,
        "by_department_clause" => departments::write_clauses(&mut stream, compared)?,
        "by_item" => items::write(&mut stream, compared)?,
        "changes" => changes::write(&mut stream, compared)?,
        "open_points" => open_points::write(&mut stream, compared)?,
        "outliers" => outliers::write(&mut stream, compared)?,
        _ => return Err(io::Error::other(format!("no table {name}"))),
    }
    stream.finish()
}

fn mark(stream: &mut CsvStream<'_>, mark: Option<Mark>) {
    match mark {
        Some(mark) => stream.word(MARK, mark.code()),
        None => stream.cell(""),
    }
}

/// The counts and rates of a scope.
fn figures(stream: &mut CsvStream<'_>, figures: &Figures) {
    stream.count(figures.items);
    counts(stream, figures);
    stream.tenths(figures.response().percent_tenths());
    stream.tenths(figures.applicability().percent_tenths());
    stream.tenths(figures.implementation().percent_tenths());
    stream.tenths(figures.score_tenths());
    stream.tenths(figures.score_min_tenths());
    stream.tenths(figures.score_max_tenths());
    stream.count(figures.critical_failures);
}

/// How many of each mark.
fn counts(stream: &mut CsvStream<'_>, figures: &Figures) {
    stream.count(figures.not_applicable);
    stream.count(figures.applicable());
    stream.count(figures.unanswered);
    stream.count(figures.to_be_confirmed);
    stream.count(figures.implemented);
    stream.count(figures.partial);
    stream.count(figures.not_implemented);
}

/// The year before beside this one, both ways; empty cells where nothing is continued.
fn two_years(stream: &mut CsvStream<'_>, compared: Option<&Comparison>) {
    let compared = compared.filter(|compared| has_before(&compared.all));
    let Some(Comparison { all, alike }) = compared else {
        for _ in 0..6 {
            stream.cell("");
        }
        return;
    };
    stream.tenths(all.before.score_tenths());
    stream.difference(all.change_tenths());
    stream.count(alike.now.items);
    stream.tenths(alike.before.score_tenths());
    stream.tenths(alike.now.score_tenths());
    stream.difference(alike.change_tenths());
}

/// The file and the row an item stands in.
fn place(stream: &mut CsvStream<'_>, submission: &Submission, position: usize) {
    stream.text(&submission.origin.answers);
    match submission.origin.row(position) {
        Some(row) => stream.count(row),
        None => stream.cell(""),
    }
}
