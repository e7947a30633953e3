//! The few file operations everything else in `store` is made of.
//!
//! What they promise: after [`Disk::write_at`] with [`Disk::sync_data`], or [`Disk::write_whole`],
//! returned, the bytes survive the end of the process and of the power, as far as the file system
//! keeps its word. `sync_data` is fdatasync on Linux, `F_FULLFSYNC` on macOS and `FlushFileBuffers`
//! on Windows. A new name is made durable by syncing its folder, which Windows neither needs nor
//! allows.
//!
//! Every step asks a [`Gate`] first, if there is one: tests let the Nth step fail, or the process
//! end there.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::Arc;

use tempfile::NamedTempFile;

use super::gate::{Gate, Step};
use crate::error::{Doing, Error, Result};

/// Largest file read as a whole, in bytes: a journal.
pub const READ_MAX: u64 = 128 * 1024 * 1024;
/// The most names of a folder.
pub const NAMES_MAX: usize = 100_000;

/// The way to all files.
#[derive(Clone, Default)]
pub struct Disk {
    gate: Option<Arc<dyn Gate>>,
}

impl fmt::Debug for Disk {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Disk")
            .field("gated", &self.gate.is_some())
            .finish()
    }
}

/// Two ways to files are of no difference to what lies there.
impl PartialEq for Disk {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Disk {}

impl Disk {
    /// Returns a way to all files on which a gate stands.
    #[must_use]
    pub fn gated(gate: Arc<dyn Gate>) -> Self {
        Self { gate: Some(gate) }
    }

    pub(super) fn ask(&self, step: Step, doing: Doing, path: &Path) -> Result<()> {
        self.before(step, path).map_err(Error::io(doing, path))
    }

    /// Asks as the system would answer.
    pub(super) fn before(&self, step: Step, path: &Path) -> std::io::Result<()> {
        let gate = self.gate.as_ref();
        gate.map_or(Ok(()), |gate| gate.before(step, path))
    }

    /// Returns whether there is a file or folder of this name.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] when the system does not say: a share that is gone is not an absent file.
    pub fn is_there(&self, path: &Path) -> Result<bool> {
        self.ask(Step::Look, Doing::Reading, path)?;
        path.try_exists().map_err(Error::io(Doing::Reading, path))
    }

    /// Makes a folder and those above it, durably and for their owner alone.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn make_folder(&self, path: &Path) -> Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        if let Some(parent) = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            self.make_folder(parent)?;
        }
        self.ask(Step::MakeFolder, Doing::MakingFolder, path)?;
        match owners_folder().create(path) {
            Ok(()) => self.sync_folder_of(path),
            Err(_) if path.is_dir() => Ok(()),
            Err(error) => Err(Error::io(Doing::MakingFolder, path)(error)),
        }
    }

    /// Reads a whole file; refuses one that is too large.
    ///
    /// # Errors
    ///
    /// [`Error::Io`], [`Error::NotFound`] or [`Error::TooLarge`].
    pub fn read(&self, path: &Path) -> Result<Vec<u8>> {
        self.read_at_most(path, READ_MAX)
    }

    /// Reads a whole file of at most so many bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Io`], [`Error::NotFound`] or [`Error::TooLarge`].
    pub fn read_at_most(&self, path: &Path, max: u64) -> Result<Vec<u8>> {
        self.ask(Step::OpenToRead, Doing::Reading, path)?;
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(Error::NotFound(path.to_owned()));
            }
            Err(error) => return Err(Error::io(Doing::Reading, path)(error)),
        };
        let too_large = || Error::TooLarge {
            path: path.to_owned(),
            max,
        };
        self.ask(Step::Read, Doing::Reading, path)?;
        // What is too large by its own word is not read at all.
        let said = file.metadata().map_or(0, |metadata| metadata.len());
        if said > max {
            return Err(too_large());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(said).unwrap_or(0));
        file.take(max + 1)
            .read_to_end(&mut bytes)
            .map_err(Error::io(Doing::Reading, path))?;
        if bytes.len() as u64 > max {
            return Err(too_large());
        }
        Ok(bytes)
    }

    /// Writes a whole file durably: a temporary file beside it, synced, renamed over it.
    ///
    /// # Errors
    ///
    /// [`Error::Io`]; the file is then as it was.
    pub fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let file = self.temporary(path, bytes)?;
        self.take_name(file, path)
    }

    /// Lets a synced temporary file take a name, whoever has it now.
    pub(super) fn take_name(&self, file: NamedTempFile, path: &Path) -> Result<()> {
        self.ask(Step::Rename, Doing::Writing, path)?;
        file.persist(path)
            .map_err(|error| Error::io(Doing::Writing, path)(error.error))?;
        self.sync_folder_of(path)
    }

    /// Writes a new file durably, and refuses to replace one.
    ///
    /// # Errors
    ///
    /// [`Error::Exists`] or [`Error::Io`]; nothing is left behind, but for a name that could not
    /// be made durable.
    pub fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let file = self.temporary(path, bytes)?;
        self.ask(Step::Rename, Doing::Writing, path)?;
        file.persist_noclobber(path).map_err(|error| {
            if error.error.kind() == ErrorKind::AlreadyExists || path.exists() {
                Error::Exists(path.to_owned())
            } else {
                Error::io(Doing::Writing, path)(error.error)
            }
        })?;
        self.sync_folder_of(path)
    }

    /// Writes a synced temporary file.
    fn temporary(&self, path: &Path, bytes: &[u8]) -> Result<NamedTempFile> {
        let mut file = self.empty_temporary(path)?;
        self.write_halves(file.as_file_mut(), path, bytes)?;
        self.ask(Step::Sync, Doing::Writing, path)?;
        file.as_file()
            .sync_all()
            .map_err(Error::io(Doing::Writing, path))?;
        Ok(file)
    }

    /// Opens an empty temporary file, for its owner alone, in the folder of the file it is to become.
    pub(super) fn empty_temporary(&self, path: &Path) -> Result<NamedTempFile> {
        let folder = path.parent().unwrap_or_else(|| Path::new("."));
        self.ask(Step::OpenToWrite, Doing::Writing, path)?;
        tempfile::Builder::new()
            .prefix(&temporary_prefix(path))
            .suffix(TEMPORARY)
            .tempfile_in(folder)
            .map_err(Error::io(Doing::Writing, path))
    }

    /// Opens a file for writing at places of our own choosing.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn open_writable(&self, path: &Path) -> Result<File> {
        self.ask(Step::OpenToWrite, Doing::Writing, path)?;
        OpenOptions::new()
            .read(true)
            .write(true)
            .open(path)
            .map_err(Error::io(Doing::Writing, path))
    }

    /// Writes bytes at a place of a file.
    ///
    /// # Errors
    ///
    /// [`Error::Io`]; a part may then be written.
    pub fn write_at(&self, file: &mut File, path: &Path, place: u64, bytes: &[u8]) -> Result<()> {
        file.seek(SeekFrom::Start(place))
            .map_err(Error::io(Doing::Writing, path))?;
        self.write_halves(file, path, bytes)
    }

    /// Writes with one call; with a gate in two halves, so that tests see torn writes.
    fn write_halves(&self, file: &mut File, path: &Path, bytes: &[u8]) -> Result<()> {
        let (first, rest) = if self.gate.is_some() {
            bytes.split_at(bytes.len() / 2)
        } else {
            (bytes, &[][..])
        };
        for (step, part) in [(Step::Write, first), (Step::WriteRest, rest)] {
            self.ask(step, Doing::Writing, path)?;
            file.write_all(part)
                .map_err(Error::io(Doing::Writing, path))?;
        }
        Ok(())
    }

    /// Makes the data of a file durable.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn sync_data(&self, file: &File, path: &Path) -> Result<()> {
        self.ask(Step::Sync, Doing::Writing, path)?;
        file.sync_data().map_err(Error::io(Doing::Writing, path))
    }

    /// Cuts a file off at a length.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn cut(&self, file: &File, path: &Path, length: u64) -> Result<()> {
        self.ask(Step::Cut, Doing::Writing, path)?;
        file.set_len(length)
            .map_err(Error::io(Doing::Writing, path))
    }

    /// Returns the length of an open file, in bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn length(&self, file: &File, path: &Path) -> Result<u64> {
        self.ask(Step::Look, Doing::Reading, path)?;
        let metadata = file.metadata().map_err(Error::io(Doing::Reading, path))?;
        Ok(metadata.len())
    }

    /// Opens and locks a file made for that; none when another program holds it.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn try_lock(&self, path: &Path) -> Result<Option<File>> {
        self.ask(Step::OpenToWrite, Doing::Locking, path)?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, OWNERS_FILE);
        let file = options
            .open(path)
            .map_err(Error::io(Doing::Locking, path))?;
        self.ask(Step::Lock, Doing::Locking, path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(Error::io(Doing::Locking, path)(error)),
        }
    }

    /// Removes a file; one that is not there is fine.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn remove(&self, path: &Path) -> Result<()> {
        self.ask(Step::Remove, Doing::Writing, path)?;
        match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(Error::io(Doing::Writing, path)(error))
            }
            _ => Ok(()),
        }
    }

    /// Returns the names in a folder, sorted; none when there is no folder of this name.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn list(&self, path: &Path) -> Result<Vec<String>> {
        // A name that is not Unicode is none of ours.
        let names = self.list_all(path)?.into_iter();
        Ok(names.filter_map(|name| name.into_string().ok()).collect())
    }

    /// Lists the names in a folder, also those that are not Unicode, in order.
    ///
    /// # Errors
    ///
    /// As [`Disk::list`].
    pub fn list_all(&self, path: &Path) -> Result<Vec<OsString>> {
        self.ask(Step::List, Doing::Listing, path)?;
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            // A file among folders holds nothing; a place below a file is a wrong place.
            Err(error) if error.kind() == ErrorKind::NotADirectory && path.is_file() => {
                return Ok(Vec::new());
            }
            Err(error) => return Err(Error::io(Doing::Listing, path)(error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(Error::io(Doing::Listing, path))?;
            names.push(entry.file_name());
            if names.len() > NAMES_MAX {
                return Err(Error::TooMany {
                    path: path.to_owned(),
                    max: NAMES_MAX,
                });
            }
        }
        names.sort();
        Ok(names)
    }

    #[cfg(unix)]
    pub(super) fn sync_folder_of(&self, path: &Path) -> Result<()> {
        let folder = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        self.ask(Step::SyncFolder, Doing::Writing, folder)?;
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(Error::io(Doing::Writing, folder))
    }

    #[cfg(not(unix))]
    pub(super) fn sync_folder_of(&self, path: &Path) -> Result<()> {
        self.ask(Step::SyncFolder, Doing::Writing, path)
    }
}

/// Who may read and write a file: its owner alone.
#[cfg(unix)]
const OWNERS_FILE: u32 = 0o600;

/// How temporary files begin and end.
pub(super) const PREFIX: &str = ".tenken-";
pub(super) const TEMPORARY: &str = ".tmp";

/// Returns how the temporary files of a file begin.
fn temporary_prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!("{PREFIX}{name}-")
}

/// Builds folders for their owner alone, where the system has that.
fn owners_folder() -> DirBuilder {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "nothing to set there"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}
