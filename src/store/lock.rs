//! One writer at a time: an operating-system lock on a file of its own, and a note of who holds it.
//!
//! The lock goes with the process, so a crash never leaves one behind. The note is a second file,
//! because Windows does not let others read a locked one.

use std::fs::File;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use crate::error::{Error, Holder, Result};

/// A held lock; letting go of it frees the workbook.
#[derive(Debug)]
pub struct Lock {
    _file: File,
    note: PathBuf,
    disk: Disk,
}

#[derive(Serialize, Deserialize)]
struct Note {
    name: String,
    host: String,
    since: String,
}

/// Takes the lock beside a journal.
///
/// # Errors
///
/// [`Error::Locked`] when another program holds it, [`Error::Io`] when locking fails.
pub fn take(disk: &Disk, journal: &Path, name: &str, since: &str) -> Result<Lock> {
    let path = journal.with_extension("lock");
    let note = journal.with_extension("writer");
    let Some(file) = disk.try_lock(&path)? else {
        return Err(Error::Locked {
            path: journal.to_owned(),
            holder: holder(disk, &note),
        });
    };
    let host = gethostname::gethostname().to_string_lossy().into_owned();
    let text = ron::to_string(&Note {
        name: name.to_owned(),
        host,
        since: since.to_owned(),
    })
    .map_err(|error| Error::Bug(error.to_string()))?;
    // The note only helps to tell who it is; the lock itself is what counts.
    let _ = disk.write_whole(&note, text.as_bytes());
    Ok(Lock {
        _file: file,
        note,
        disk: disk.clone(),
    })
}

fn holder(disk: &Disk, note: &Path) -> Option<Holder> {
    let text = disk.read_text(note).ok()?;
    let note: Note = ron::from_str(&text).ok()?;
    Some(Holder {
        name: note.name,
        host: note.host,
        since: note.since,
    })
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A note left behind is overwritten by the next writer.
        let _ = self.disk.remove(&self.note);
    }
}
