//! What a list of workbooks shows of each, read from disk.

use chrono::{DateTime, FixedOffset};

use super::folder::{Folder, WorkbookKey};
use super::known::Known;
use super::{journal_file, plain, workbooks};
use crate::domain::progress::{Progress, progress};
use crate::domain::scope::total;
use crate::domain::workbook::Status;
use crate::error::{Error, Result};

/// What a list shows of a workbook.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The municipality's name.
    pub municipality: String,
    /// The department's name.
    pub department: String,
    /// Draft or confirmed.
    pub status: Status,
    /// Whether the division returned it and it is a draft again.
    pub returned: bool,
    /// How far it is.
    pub progress: Progress,
    /// Its score, in tenths of a point.
    pub score: Option<u32>,
    /// When its last record was written.
    pub saved_at: Option<DateTime<FixedOffset>>,
    /// When it is due, `YYYY-MM-DD`; empty when no date is set.
    pub deadline: String,
}

/// Returns the workbooks of a folder with what a list shows of each, newest year first.
///
/// # Errors
///
/// [`Error::Io`] when the folder cannot be listed.
pub fn read(folder: &Folder, known: &mut Known) -> Result<Vec<(WorkbookKey, Result<Summary>)>> {
    Ok(workbooks::list(folder)?
        .into_iter()
        .map(|key| {
            let summary = summary(folder, &key, known);
            (key, summary)
        })
        .collect())
}

/// Reads one workbook.
fn summary(folder: &Folder, key: &WorkbookKey, known: &mut Known) -> Result<Summary> {
    let journal = folder.journal(key);
    plain::check(folder, key)?;
    let read = journal_file::read(folder.disk(), &journal)?;
    // Figures of the good part alone would look like the whole.
    if let Some(damage) = read.damage {
        return Err(Error::Damaged {
            path: journal,
            damage,
        });
    }
    let created = read.workbook.created();
    let checklist = known.frozen(folder, key, &created.checklist_digest)?;
    Ok(Summary {
        municipality: created.municipality.clone(),
        department: created.department.clone(),
        status: read.workbook.status().clone(),
        returned: read.workbook.is_returned(),
        progress: progress(&checklist, &read.workbook),
        score: total(&checklist, &read.workbook).score_tenths(),
        saved_at: read.workbook.records().last().map(|record| record.at),
        deadline: created.deadline.clone(),
    })
}
