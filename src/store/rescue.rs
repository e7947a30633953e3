//! A workbook kept in another folder, because its own takes nothing any more.

use std::path::PathBuf;

use super::folder::{Folder, WorkbookKey};
use crate::domain::workbook::Workbook;
use crate::error::{Error, Result};
use crate::format::journal;

/// Writes the whole workbook, what could not be saved included, into another working folder, and
/// returns its journal there. What is there already is never replaced.
///
/// Its lines are those of the journal it was read from, so that the two can be merged again.
/// `checklist` is the frozen copy of its checklist, if it was read before.
///
/// # Errors
///
/// [`Error::Exists`], [`Error::Io`].
pub fn keep(
    from: &Folder,
    to: &Folder,
    key: &WorkbookKey,
    workbook: &Workbook,
    checklist: Option<&str>,
) -> Result<PathBuf> {
    let lines = journal::encode_all(workbook.records(), journal::origin()).map_err(Error::Bug)?;
    let path = to.journal(key);
    to.disk().make_folder(&to.year_and_city(key))?;
    copy_checklist(
        from,
        to,
        key,
        &workbook.created().checklist_digest,
        checklist,
    )?;
    to.disk().write_new(&path, lines.as_bytes())?;
    Ok(std::path::absolute(&path).unwrap_or(path))
}

/// Keeps the checklist beside it: from memory, since the folder it was frozen in may be gone.
fn copy_checklist(
    from: &Folder,
    to: &Folder,
    key: &WorkbookKey,
    digest: &str,
    checklist: Option<&str>,
) -> Result<()> {
    let path = to.frozen(key, digest);
    if to.disk().is_there(&path)? {
        return Ok(());
    }
    if let Some(text) = checklist {
        return to.disk().write_new(&path, text.as_bytes());
    }
    let bytes = from.disk().read(&from.frozen(key, digest))?;
    to.disk().write_new(&path, &bytes)
}
