//! The few file operations everything else in `store` is made of.
//!
//! What they promise: after [`sync_data`] or [`write_whole`] returned, the bytes survive the end of
//! the process and of the power, as far as the file system keeps its word. `sync_data` is fdatasync
//! on Linux, `F_FULLFSYNC` on macOS and `FlushFileBuffers` on Windows. A new name is made durable
//! by syncing its folder, which Windows neither needs nor allows.

use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::Path;

use crate::error::{Doing, Error, Result};

/// Largest file read as a whole, in bytes.
pub const READ_MAX: u64 = 256 * 1024 * 1024;

/// Makes a folder and those above it, durably.
///
/// # Errors
///
/// [`Error::Io`].
pub fn make_folder(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
    {
        make_folder(parent)?;
    }
    match fs::create_dir(path) {
        Ok(()) => sync_folder_of(path),
        Err(_) if path.is_dir() => Ok(()),
        Err(error) => Err(Error::io(Doing::MakingFolder, path)(error)),
    }
}

/// Reads a whole file; refuses one that is too large.
///
/// # Errors
///
/// [`Error::Io`], [`Error::NotFound`] or [`Error::Unreadable`].
pub fn read(path: &Path) -> Result<Vec<u8>> {
    read_at_most(path, READ_MAX)
}

/// Reads a whole file of at most so many bytes.
///
/// # Errors
///
/// [`Error::Io`], [`Error::NotFound`] or [`Error::Unreadable`].
pub fn read_at_most(path: &Path, max: u64) -> Result<Vec<u8>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Error::NotFound(path.to_owned()));
        }
        Err(error) => return Err(Error::io(Doing::Reading, path)(error)),
    };
    let mut bytes = Vec::new();
    file.take(max + 1)
        .read_to_end(&mut bytes)
        .map_err(Error::io(Doing::Reading, path))?;
    if bytes.len() as u64 > max {
        return Err(Error::Unreadable {
            path: path.to_owned(),
            why: format!("> {max} bytes"),
        });
    }
    Ok(bytes)
}

/// Reads a whole file as UTF-8, with line ends as `\n` and without a byte order mark.
///
/// # Errors
///
/// As [`read`]; also when it is not UTF-8.
pub fn read_text(path: &Path) -> Result<String> {
    let text = String::from_utf8(read(path)?).map_err(|error| Error::Unreadable {
        path: path.to_owned(),
        why: error.to_string(),
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .unwrap_or(&text)
        .replace("\r\n", "\n"))
}

/// Writes a whole file durably: a temporary file beside it, synced, renamed over it.
///
/// # Errors
///
/// [`Error::Io`]; the file is then as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    temporary(path, bytes)?
        .persist(path)
        .map_err(|error| Error::io(Doing::Writing, path)(error.error))?;
    sync_folder_of(path)
}

/// Writes a new file durably, and refuses to replace one.
///
/// # Errors
///
/// [`Error::Exists`] or [`Error::Io`]; nothing is left behind.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let file = temporary(path, bytes)?;
    file.persist_noclobber(path).map_err(|error| {
        if path.exists() {
            Error::Exists(path.to_owned())
        } else {
            Error::io(Doing::Writing, path)(error.error)
        }
    })?;
    sync_folder_of(path)
}

fn temporary(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".tenken-")
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(Error::io(Doing::Writing, path))?;
    file.write_all(bytes)
        .map_err(Error::io(Doing::Writing, path))?;
    file.as_file()
        .sync_all()
        .map_err(Error::io(Doing::Writing, path))?;
    Ok(file)
}

/// Opens a file for appending at a place of our own choosing.
///
/// # Errors
///
/// [`Error::Io`].
pub fn open_writable(path: &Path) -> Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .map_err(Error::io(Doing::Writing, path))
}

/// Makes the data of a file durable.
///
/// # Errors
///
/// [`Error::Io`].
pub fn sync_data(file: &File, path: &Path) -> Result<()> {
    file.sync_data().map_err(Error::io(Doing::Writing, path))
}

/// Removes a file; one that is not there is fine.
///
/// # Errors
///
/// [`Error::Io`].
pub fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::io(Doing::Writing, path)(error))
        }
        _ => Ok(()),
    }
}

/// Returns the names in a folder, sorted; none when there is no such folder.
///
/// # Errors
///
/// [`Error::Io`].
pub fn list(path: &Path) -> Result<Vec<String>> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::io(Doing::Listing, path)(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(Error::io(Doing::Listing, path))?;
        // A name that is not Unicode is none of ours.
        if let Ok(name) = entry.file_name().into_string() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(unix)]
fn sync_folder_of(path: &Path) -> Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(Error::io(Doing::Writing, folder))
}

#[cfg(not(unix))]
fn sync_folder_of(_path: &Path) -> Result<()> {
    Ok(())
}
