//! The seam below all file access: every step of every operation is asked for here first.

use std::io;
use std::path::Path;

/// One step of a file operation, as the system would be asked for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Step {
    /// Asking whether a file is there, or how long it is.
    Look,
    /// Opening a file for reading.
    OpenToRead,
    /// Reading from a file.
    Read,
    /// Opening a file for writing, or making one.
    OpenToWrite,
    /// Writing the first half.
    Write,
    /// Writing the second half.
    WriteRest,
    /// Making the data of a file durable.
    Sync,
    /// Cutting a file off.
    Cut,
    /// Giving a file its name.
    Rename,
    /// Removing a file.
    Remove,
    /// Making a folder.
    MakeFolder,
    /// Making the names in a folder durable.
    SyncFolder,
    /// Listing a folder.
    List,
    /// Locking a file.
    Lock,
}

/// Hears of every step before it is done, and may refuse it as the system would.
pub trait Gate: Send + Sync {
    /// Lets a step pass, or refuses it.
    ///
    /// # Errors
    ///
    /// The error the system is to have given.
    fn before(&self, step: Step, path: &Path) -> io::Result<()>;
}
