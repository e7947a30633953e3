//! The answers that count, laid out for engines that read many files as one table:
//! `answers/fiscal_year=…/municipality=…/answers.csv`, with column ids and codes and no byte order
//! mark, and beside them who continues whom: `lineage/fiscal_year=…/municipality=…/lineage.csv`.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::compared::Compared;
use crate::domain::answer::AnswerSource;
use crate::domain::mark::Mark;
use crate::domain::submission::Submission;
use crate::error::Result;
use crate::format::csv_rows::TIME_FORMAT;
use crate::format::csv_stream::CsvStream;
use crate::store::batch::Batch;
use crate::text::columns::Header;
use crate::text::columns::collection::{LAID_OUT, LINEAGE};

/// Writes the submissions that count of all years, each year and municipality a file, with a batch;
/// those of other years and municipalities are left as they are.
///
/// # Errors
///
/// [`crate::error::Error::Io`] or [`crate::error::Error::Stopped`].
pub fn write(batch: &mut Batch<'_>, root: &Path, compared: &Compared<'_>) -> Result<Vec<PathBuf>> {
    let collection = compared.collection;
    let mut files: BTreeMap<(i32, &str), Vec<&Submission>> = BTreeMap::new();
    for submission in collection.past.iter().chain(&collection.submissions) {
        let key = (
            submission.year.number(),
            &*submission.cover.municipality_code,
        );
        files.entry(key).or_default().push(submission);
    }
    let mut written = Vec::new();
    for ((year, municipality), submissions) in files {
        let path = place(root, "answers", year, municipality);
        batch.fill(&path, |out| answers(out, &submissions))?;
        written.push(path);
    }
    let mut lineages: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (at, submission) in collection.submissions.iter().enumerate() {
        let lines = lineages
            .entry(&submission.cover.municipality_code)
            .or_default();
        let sources = compared.sources_of(at);
        lines.extend(
            sources
                .iter()
                .map(|before| (&*submission.department_code, &*before.department_code)),
        );
    }
    for (municipality, lines) in lineages {
        let year = collection.year.number();
        let path = place(root, "lineage", year, municipality);
        batch.fill(&path, |out| lineage(out, &lines))?;
        written.push(path);
    }
    Ok(written)
}

fn place(root: &Path, kind: &str, year: i32, municipality: &str) -> PathBuf {
    // A code is six digits; anything else must not become a path.
    let code: String = municipality
        .chars()
        .map(|sign| {
            if sign.is_ascii_alphanumeric() {
                sign
            } else {
                '_'
            }
        })
        .collect();
    root.join(kind)
        .join(format!("fiscal_year={year}"))
        .join(format!("municipality={code}"))
        .join(format!("{kind}.csv"))
}

fn answers(out: &mut dyn io::Write, submissions: &[&Submission]) -> io::Result<()> {
    let mut stream = CsvStream::bare(out, &LAID_OUT, Header::En)?;
    for submission in submissions {
        let confirmed = submission.cover.confirmed_at;
        let confirmed = confirmed.map_or_else(String::new, |at| at.format(TIME_FORMAT).to_string());
        for (item, answer) in submission.asked.items.iter().zip(&submission.answers) {
            stream.cell(&*submission.department_code);
            stream.cell(&*submission.cover.department);
            stream.cell(&*submission.cover.agency);
            stream.cell(&*submission.cover.edition);
            stream.cell(&*submission.cover.checklist_digest);
            stream.cell(&confirmed);
            stream.cell(&*submission.cover.receipt);
            stream.cell(&item.id);
            stream.cell(&item.hash);
            stream.cell(&item.clause);
            stream.cell(item.path.join(" "));
            stream.count(item.weight);
            stream.yes_no(item.critical);
            let tiers: Vec<&str> = item.tiers.iter().map(|tier| tier.code()).collect();
            stream.cell(tiers.join(" "));
            stream.cell(answer.mark().map_or("", Mark::code));
            let worth = answer
                .mark()
                .and_then(|mark| submission.asked.scale.value(mark));
            stream.cell(worth.map_or_else(String::new, |worth| worth.to_string()));
            stream.cell(match answer.source() {
                AnswerSource::Answered => "answered",
                AnswerSource::Carried => "carried",
                AnswerSource::Profile => "profile",
            });
            stream.end_row()?;
        }
    }
    stream.finish()
}

fn lineage(out: &mut dyn io::Write, lines: &[(&str, &str)]) -> io::Result<()> {
    let mut stream = CsvStream::bare(out, &LINEAGE, Header::En)?;
    for (now, before) in lines {
        stream.cell(now);
        stream.cell(before);
        stream.end_row()?;
    }
    stream.finish()
}
