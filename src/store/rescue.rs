//! A workbook kept in another folder, because its own takes nothing any more.

use std::path::PathBuf;

use super::checklists::{self, ChecklistSet};
use super::folder::{Folder, WorkbookKey};
use crate::domain::workbook::Workbook;
use crate::error::{Error, Result};
use crate::format::journal;

/// Writes the whole workbook, what could not be saved included, into another working folder, and
/// returns its journal there. What is there already is never replaced.
///
/// Its lines are those of the journal it was read from, so that the two can be merged again.
///
/// # Errors
///
/// [`Error::Exists`], [`Error::Io`].
pub fn keep(
    from: &Folder,
    to: &Folder,
    key: &WorkbookKey,
    workbook: &Workbook,
    set: Option<&ChecklistSet>,
) -> Result<PathBuf> {
    let lines = journal::encode_all(workbook.records(), journal::origin()).map_err(Error::Bug)?;
    let path = to.journal(key);
    to.disk().make_folder(&to.year_and_city(key))?;
    copy_checklist(from, to, key, &workbook.created().checklist_digest, set)?;
    to.disk().write_new(&path, lines.as_bytes())?;
    Ok(std::path::absolute(&path).unwrap_or(path))
}

/// Keeps the checklist beside it: from memory when it is the one in force, since the folder it was
/// frozen in may be gone.
fn copy_checklist(
    from: &Folder,
    to: &Folder,
    key: &WorkbookKey,
    digest: &str,
    set: Option<&ChecklistSet>,
) -> Result<()> {
    if to.disk().is_there(&to.frozen(key, digest))? {
        return Ok(());
    }
    let in_force = set.filter(|set| {
        set.city(&key.city)
            .is_ok_and(|checklist| checklist.digest == digest)
    });
    if let Some(set) = in_force {
        return checklists::freeze(to, key, set, digest);
    }
    let bytes = from.disk().read(&from.frozen(key, digest))?;
    to.disk().write_new(&to.frozen(key, digest), &bytes)
}
