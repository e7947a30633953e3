//! What lies below `answers` are plain folders and files: a link there may lead anywhere, and what
//! is written through it would be somebody else's. The working folder itself may be a link.

use std::path::Path;

use super::disk::Disk;
use super::folder::{Folder, JOURNAL, WorkbookKey};
use super::gate::Step;
use crate::domain::file_name;
use crate::error::{Doing, Error, Result};

/// The endings of the files that belong to one workbook.
const BESIDE: [&str; 4] = [JOURNAL, "lock", "writer", "draft"];

impl Disk {
    /// Refuses a link; what is not there is fine.
    ///
    /// # Errors
    ///
    /// [`Error::Link`], or [`Error::Io`] from a gate.
    pub fn refuse_link(&self, path: &Path) -> Result<()> {
        self.ask(Step::Look, Doing::Reading, path)?;
        match path.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() => Err(Error::Link(path.to_owned())),
            _ => Ok(()),
        }
    }

    /// Returns whether a name is free: a link that leads nowhere takes it too.
    #[must_use]
    pub fn is_free(path: &Path) -> bool {
        path.symlink_metadata().is_err()
    }
}

/// Refuses a workbook of which a folder or file is a link.
///
/// # Errors
///
/// [`Error::Link`] or [`Error::Io`].
pub fn check(folder: &Folder, key: &WorkbookKey) -> Result<()> {
    let city = folder.year_and_city(key);
    for part in city.ancestors().take(2) {
        folder.disk().refuse_link(part)?;
    }
    for extension in BESIDE {
        folder.disk().refuse_link(&folder.beside(key, extension))?;
    }
    Ok(())
}

/// Refuses a new workbook whose name differs from another's in capitals alone: on some systems
/// both would be one file.
///
/// # Errors
///
/// [`Error::Exists`] with the other's path, or [`Error::Io`].
pub fn check_twins(folder: &Folder, key: &WorkbookKey) -> Result<()> {
    let city = folder.year_and_city(key);
    for name in folder.disk().list(&city)? {
        let code = name
            .strip_suffix(JOURNAL)
            .and_then(|code| code.strip_suffix('.'));
        if code.is_some_and(|code| file_name::are_twins(code, &key.department_code)) {
            return Err(Error::Exists(city.join(name)));
        }
    }
    Ok(())
}
