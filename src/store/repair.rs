//! Makes a new journal from what is good in a damaged one, which is kept beside it.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::disk::Disk;
use super::folder::{Folder, WorkbookKey};
use super::journal_file::DAMAGED;
use super::{journal_file, lock, plain, workbooks};
use crate::domain::record::{Author, Change, RecordKind};
use crate::error::{Error, Result};
use crate::format::digest;
use crate::format::journal;
use crate::format::journal_salvage::{Salvage, salvage};

/// A journal that was looked at, and what can be saved of it.
#[derive(Debug)]
pub struct Examined {
    /// The journal.
    pub path: PathBuf,
    /// What can be saved.
    pub salvage: Salvage,
    bytes: Vec<u8>,
}

/// Looks at a journal; changes nothing.
///
/// # Errors
///
/// [`Error::Damaged`] when not even its first record can be saved, [`Error::NotFound`],
/// [`Error::Io`].
pub fn examine(folder: &Folder, key: &WorkbookKey) -> Result<Examined> {
    plain::check(folder, key)?;
    let path = folder.journal(key);
    let bytes = journal_file::bytes(folder.disk(), &path)?;
    let damage = journal::read(&bytes).damage;
    match (salvage(&bytes), damage) {
        (Some(salvage), _) => Ok(Examined {
            path,
            salvage,
            bytes,
        }),
        (None, Some(damage)) => Err(Error::Damaged { path, damage }),
        (None, None) => Err(Error::Bug("a sound journal is not saved".to_owned())),
    }
}

/// Puts a new journal in the place of the damaged one, and returns where that is kept.
///
/// # Errors
///
/// [`Error::Locked`], [`Error::ChangedOutside`] when the file is no longer the one looked at,
/// [`Error::Io`]. The journal is then as it was.
pub fn repair(
    disk: &Disk,
    examined: &Examined,
    by: &Author,
    now: DateTime<FixedOffset>,
) -> Result<PathBuf> {
    let path = &examined.path;
    let salvage = &examined.salvage;
    let _lock = lock::take(disk, path, &by.name, &now.to_rfc3339())?;
    if journal_file::bytes(disk, path)? != examined.bytes {
        return Err(Error::ChangedOutside(path.clone()));
    }
    let change = Change::Repaired {
        damaged: digest::of_bytes(&examined.bytes),
        lines: salvage.lost.iter().map(|lost| lost.line as u64).collect(),
    };
    let kind = RecordKind::Action;
    let record = workbooks::next_record(&salvage.workbook, kind, vec![change], by, now);
    let (line, _) = journal::encode(&record, &salvage.head).map_err(Error::Bug)?;
    let bytes = [salvage.bytes.as_slice(), line.as_bytes()].concat();
    if journal::read(&bytes).damage.is_some() {
        return Err(Error::Bug("the new journal is damaged".to_owned()));
    }
    // The damaged file first: a crash between the two leaves both.
    let kept = journal_file::keep_beside(disk, path, DAMAGED, &examined.bytes)?;
    disk.write_whole(path, &bytes)?;
    disk.sweep(path);
    Ok(kept)
}
