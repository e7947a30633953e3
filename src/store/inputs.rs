//! What a division was handed: files, folders of files, and zips, sealed or not. Finds the files
//! and reads them; one that cannot be read is told with its place in the list, and stops no other.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arcstr::ArcStr;
use encoding_rs::SHIFT_JIS;
use zip::ZipArchive;

use super::disk::Disk;
use super::sealed::{self, Opener};
use crate::error::{Error, Result};
use crate::format::csv_decode::BYTES_MAX;
use crate::format::sealing::{OpenFault, SEALED};

/// How deep folders are looked into.
const DEPTH_MAX: usize = 16;
/// The most files a zip may hold.
const ZIP_FILES_MAX: usize = 20_000;
/// The most that all files of a zip may come to, in bytes: more than a city's exports of ten years.
const ZIP_BYTES_MAX: u64 = 1024 * 1024 * 1024;
/// The ending of what is kept.
pub(super) const KEPT_ENDING: &str = ".csv";
/// The largest file read, in bytes.
const FILE_MAX: u64 = BYTES_MAX as u64;

/// A file that was handed in.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its name: the path, for a file of a zip with the zip's before it.
    pub name: ArcStr,
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    /// A file, read when it is needed.
    File(PathBuf),
    /// What was taken out of a zip, or opened.
    Bytes(Arc<[u8]>),
    /// What could not be read.
    Failed(Arc<Error>),
}

impl Input {
    /// Names a plain file that is read when it is needed.
    #[must_use]
    pub fn file(name: impl Into<ArcStr>, path: PathBuf) -> Self {
        Self {
            name: name.into(),
            source: Source::File(path),
        }
    }

    /// Reads it into space that was used before.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn read_into(
        &self,
        disk: &Disk,
        buffer: &mut Vec<u8>,
    ) -> std::result::Result<(), Arc<Error>> {
        buffer.clear();
        if let Source::File(path) = &self.source {
            let mut file = disk.open_to_read(path).map_err(Arc::new)?;
            let most = BYTES_MAX + 1;
            disk.read_on(&mut file, path, buffer, most)
                .map_err(Arc::new)?;
            if buffer.len() < most {
                return Ok(());
            }
            buffer.clear();
        }
        self.read(disk)
            .map(|bytes| buffer.extend_from_slice(&bytes))
    }

    /// Names what is in memory.
    #[must_use]
    pub fn bytes(name: impl Into<ArcStr>, bytes: Arc<[u8]>) -> Self {
        Self {
            name: name.into(),
            source: Source::Bytes(bytes),
        }
    }

    /// Returns its content, if it is in memory.
    #[must_use]
    pub fn in_memory(&self) -> Option<&[u8]> {
        match &self.source {
            Source::Bytes(bytes) => Some(bytes),
            Source::File(_) | Source::Failed(_) => None,
        }
    }

    /// Returns why it did not open, if it is sealed.
    #[must_use]
    pub fn sealed(&self) -> Option<OpenFault> {
        match &self.source {
            Source::Failed(error) => match **error {
                Error::Sealed { fault, .. } => Some(fault),
                _ => None,
            },
            Source::File(_) | Source::Bytes(_) => None,
        }
    }

    /// Reads it.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn read(&self, disk: &Disk) -> std::result::Result<Cow<'_, [u8]>, Arc<Error>> {
        match &self.source {
            Source::File(path) => disk
                .read_at_most(path, FILE_MAX)
                .map(Cow::Owned)
                .map_err(Arc::new),
            Source::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
            Source::Failed(error) => Err(Arc::clone(error)),
        }
    }

    /// Returns where it lies, if it is a plain file of more than so many bytes.
    #[must_use]
    pub fn path_if_larger(&self, disk: &Disk, bytes: u64) -> Option<&Path> {
        match &self.source {
            Source::File(path) if disk.size(path).is_ok_and(|size| size > bytes) => Some(path),
            _ => None,
        }
    }

    /// Reads a part of a plain file.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn read_part(&self, disk: &Disk, bytes: Range<u64>) -> Result<Vec<u8>> {
        let Source::File(path) = &self.source else {
            return Err(Error::Bug(self.name.to_string()));
        };
        let mut buffer = Vec::new();
        let length = usize::try_from(bytes.end - bytes.start).unwrap_or(0);
        let mut file = disk.open_to_read(path)?;
        disk.read_part(&mut file, path, (bytes.start, length), &mut buffer)?;
        Ok(buffer)
    }

    /// Reads it, and is done with it.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn into_bytes(self, disk: &Disk) -> Result<Arc<[u8]>> {
        match self.source {
            Source::File(path) => Ok(disk.read_at_most(&path, FILE_MAX)?.into()),
            Source::Bytes(bytes) => Ok(bytes),
            Source::Failed(error) => Err(Arc::try_unwrap(error)
                .unwrap_or_else(|_| Error::NotFound(self.name.to_string().into()))),
        }
    }

    /// Returns its name without folders, as files are kept by it.
    #[must_use]
    pub fn base_name(&self) -> &str {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        name.strip_suffix(&format!(".{SEALED}")).unwrap_or(name)
    }
}

/// Finds the files below some paths, in the order of their names.
///
/// # Errors
///
/// [`Error::NotFound`] for a path that was named and is not there, that a folder cannot be listed,
/// or [`Error::Stopped`]: what is sealed takes its time. What is wrong with a single file is told
/// when it is read.
pub fn find(
    disk: &Disk,
    paths: &[PathBuf],
    opener: Option<&Opener>,
    is_stopped: &dyn Fn() -> bool,
) -> Result<Vec<Input>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            below(disk, path, 0, (opener, is_stopped), &mut found)?;
        } else if disk.is_there(path)? {
            take(disk, path, (opener, is_stopped), &mut found)?;
        } else {
            return Err(Error::NotFound(path.clone()));
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found.dedup_by(|one, other| one.name == other.name);
    Ok(found)
}

/// What opens files, and who asks to stop.
type How<'a> = (Option<&'a Opener>, &'a dyn Fn() -> bool);

fn below(
    disk: &Disk,
    folder: &Path,
    depth: usize,
    how: How<'_>,
    found: &mut Vec<Input>,
) -> Result<()> {
    if depth > DEPTH_MAX {
        return Ok(());
    }
    for name in disk.list(folder)? {
        let path = folder.join(&name);
        // What is hidden is some program's own; a link could lead round in a circle.
        if name.starts_with('.') || path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            below(disk, &path, depth + 1, how, found)?;
        } else if is_table(&name) || is_zip(&name) || is_sealed(&name) {
            take(disk, &path, how, found)?;
        }
    }
    Ok(())
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

fn is_table(name: &str) -> bool {
    ["csv", "txt", "tsv"]
        .iter()
        .any(|ending| has_ending(name, ending))
}

fn is_zip(name: &str) -> bool {
    has_ending(name, "zip")
}

fn is_sealed(name: &str) -> bool {
    has_ending(name, SEALED)
}

fn take(disk: &Disk, path: &Path, how: How<'_>, found: &mut Vec<Input>) -> Result<()> {
    if how.1() {
        return Err(Error::Stopped);
    }
    let name = path.display().to_string();
    if !is_zip(&name) && !is_sealed(&name) {
        found.push(Input::file(name, path.to_owned()));
        return Ok(());
    }
    match disk.read(path) {
        Ok(bytes) => unpack(name, path, bytes, how, found)?,
        Err(error) => found.push(failed(name, error)),
    }
    Ok(())
}

fn failed(name: String, error: Error) -> Input {
    Input {
        name: name.into(),
        source: Source::Failed(Arc::new(error)),
    }
}

/// Opens what is sealed and takes apart what is a zip.
fn unpack(
    name: String,
    path: &Path,
    bytes: Vec<u8>,
    (opener, is_stopped): How<'_>,
    found: &mut Vec<Input>,
) -> Result<()> {
    let mut spoilt = |name, error| {
        found.push(failed(name, error));
        Ok(())
    };
    let bytes = match sealed::plain(path, bytes, opener) {
        Ok(bytes) => bytes,
        Err(error) => return spoilt(name, error),
    };
    if !bytes.starts_with(b"PK") {
        found.push(Input::bytes(name, bytes.into()));
        return Ok(());
    }
    let unreadable = |why: String| Error::Unreadable {
        path: path.to_owned(),
        why,
    };
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return spoilt(name, unreadable(error.to_string())),
    };
    if archive.len() > ZIP_FILES_MAX {
        let error = Error::TooMany {
            path: path.to_owned(),
            max: ZIP_FILES_MAX,
        };
        return spoilt(name, error);
    }
    let mut room = ZIP_BYTES_MAX;
    for index in 0..archive.len() {
        if is_stopped() {
            return Err(Error::Stopped);
        }
        found.extend(entry(&mut archive, index, (&name, path), &mut room, opener));
    }
    Ok(())
}

/// Reads one file of a zip; none for a folder and for what is no table.
fn entry(
    archive: &mut ZipArchive<Cursor<Vec<u8>>>,
    index: usize,
    (zip, path): (&str, &Path),
    room: &mut u64,
    opener: Option<&Opener>,
) -> Option<Input> {
    let unreadable = |why: String| Error::Unreadable {
        path: path.to_owned(),
        why,
    };
    let mut file = match archive.by_index(index) {
        Ok(file) => file,
        Err(error) => {
            let name = format!("{zip}/#{}", index + 1);
            return Some(failed(name, unreadable(error.to_string())));
        }
    };
    let name = name_of(file.name_raw());
    if file.is_dir() || !(is_table(&name) || is_sealed(&name)) {
        return None;
    }
    let inner = format!("{zip}/{}", name.trim_start_matches('/'));
    let max = FILE_MAX.min(*room);
    let mut bytes = Vec::new();
    // What a zip says of its sizes is not believed.
    if let Err(error) = file.by_ref().take(max + 1).read_to_end(&mut bytes) {
        return Some(failed(inner, unreadable(error.to_string())));
    }
    if bytes.len() as u64 > max {
        let error = Error::TooLarge {
            path: path.to_owned(),
            max,
        };
        return Some(failed(inner, error));
    }
    *room -= bytes.len() as u64;
    Some(match sealed::plain(Path::new(&inner), bytes, opener) {
        Ok(bytes) => Input::bytes(inner, bytes.into()),
        Err(error) => failed(inner, error),
    })
}

/// A name of a zip: programs in Japan write it in CP932, and do not say so.
fn name_of(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => SHIFT_JIS.decode_without_bom_handling(raw).0.into_owned(),
    }
}
