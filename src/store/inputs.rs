//! What a division was handed: files, folders of files, and zips, sealed or not. Finds the files
//! and reads them; one that cannot be read is told with its place in the list, and stops no other.

use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arcstr::ArcStr;

use super::disk::Disk;
use super::reading_at::Reading;
use super::sealed::Opener;
use super::unpacking::{UNPACKED_MAX, unpack};
use crate::error::{Error, Result};
use crate::format::csv_decode::BYTES_MAX;
use crate::format::digest;
use crate::format::sealing::{OpenFault, SEALED};

/// How deep folders are looked into.
const DEPTH_MAX: usize = 16;
/// What lies in every folder of collected results.
pub(super) const NOTE: &str = "collection.ron";
/// The ending of what is kept.
pub(super) const KEPT_ENDING: &str = ".csv";
/// The largest file read, in bytes.
pub(super) const FILE_MAX: u64 = BYTES_MAX as u64;

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

    /// Returns whether both are the same file, named twice.
    fn is_same_file(&self, other: &Self) -> bool {
        match (&self.source, &other.source) {
            (Source::File(one), Source::File(other)) => one == other,
            (Source::Bytes(one), Source::Bytes(also)) => self.name == other.name && one == also,
            _ => self.name == other.name,
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

    /// Returns whether it has more than so many bytes.
    #[must_use]
    pub fn is_larger(&self, disk: &Disk, most: u64) -> bool {
        match &self.source {
            Source::File(path) => disk.size(path).is_ok_and(|size| size > most),
            Source::Bytes(bytes) => bytes.len() as u64 > most,
            Source::Failed(_) => false,
        }
    }

    /// Begins to read it piece by piece.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn reading<'a>(&'a self, disk: &'a Disk) -> Result<Reading<'a>> {
        match &self.source {
            Source::File(path) => disk.reading(path),
            Source::Bytes(bytes) => Ok(Reading::Bytes(bytes)),
            Source::Failed(_) => Err(Error::Bug(self.name.to_string())),
        }
    }

    /// Returns the digest of its bytes, read piece by piece.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn digest(&self, disk: &Disk) -> Result<String> {
        let mut hasher = digest::Hasher::default();
        self.reading(disk)?.each(|piece| {
            hasher.raw(piece);
            Ok(())
        })?;
        Ok(digest::lettered(&hasher.finish()))
    }

    /// Tells why it cannot be read, from now on.
    pub(super) fn failed(self, error: Error) -> Self {
        failed(self.name.to_string(), error)
    }

    /// Gives a plain file another name.
    pub(super) fn renamed(self, name: String) -> Self {
        Self {
            name: name.into(),
            ..self
        }
    }

    /// Reads a part.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn read_part(&self, disk: &Disk, bytes: Range<u64>) -> Result<Vec<u8>> {
        let path = match &self.source {
            Source::File(path) => path,
            Source::Bytes(all) => {
                let place = |at| usize::try_from(at).unwrap_or(usize::MAX);
                let part = all.get(place(bytes.start)..place(bytes.end));
                return Ok(part.unwrap_or_default().to_vec());
            }
            Source::Failed(_) => return Err(Error::Bug(self.name.to_string())),
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
    let mut found = Found {
        inputs: Vec::new(),
        room: UNPACKED_MAX,
    };
    let how = (opener, is_stopped);
    for path in paths {
        if path.is_dir() {
            below(disk, path, 0, how, &mut found)?;
        } else if disk.is_there(path)? {
            take(disk, path, how, &mut found)?;
        } else {
            return Err(Error::NotFound(path.clone()));
        }
    }
    let mut found = found.inputs;
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found.dedup_by(|one, other| one.is_same_file(other));
    // Files of a zip may have the same name, and those of no Unicode look alike.
    let mut last: (ArcStr, usize) = (ArcStr::new(), 1);
    for input in &mut found {
        if input.name == last.0 {
            last.1 += 1;
            input.name = format!("{}#{}", input.name, last.1).into();
        } else {
            last = (input.name.clone(), 1);
        }
    }
    Ok(found)
}

/// What was found so far.
pub(super) struct Found {
    pub(super) inputs: Vec<Input>,
    /// How much may still be unpacked, in bytes: it lies in memory.
    pub(super) room: u64,
}

/// What opens files, and who asks to stop.
pub(super) type How<'a> = (Option<&'a Opener>, &'a dyn Fn() -> bool);

fn below(disk: &Disk, folder: &Path, depth: usize, how: How<'_>, found: &mut Found) -> Result<()> {
    if depth > DEPTH_MAX {
        return Ok(());
    }
    let names = disk.list_all(folder)?;
    // What was made of submissions is none.
    if names.iter().any(|name| name == NOTE) {
        return Ok(());
    }
    for name in names {
        let path = folder.join(&name);
        let name = name.to_string_lossy();
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

pub(super) fn is_table(name: &str) -> bool {
    ["csv", "txt", "tsv"]
        .iter()
        .any(|ending| has_ending(name, ending))
}

fn is_zip(name: &str) -> bool {
    has_ending(name, "zip")
}

pub(super) fn is_sealed(name: &str) -> bool {
    has_ending(name, SEALED)
}

fn take(disk: &Disk, path: &Path, how: How<'_>, found: &mut Found) -> Result<()> {
    if how.1() {
        return Err(Error::Stopped);
    }
    let name = path.display().to_string();
    // Opening a pipe or a device would wait for ever.
    if !path.is_file() {
        let error = Error::NotAFile(path.to_owned());
        found.inputs.push(failed(name, error));
        return Ok(());
    }
    if !is_zip(&name) && !is_sealed(&name) {
        found.inputs.push(Input::file(name, path.to_owned()));
        return Ok(());
    }
    match disk.read(path) {
        Ok(bytes) => unpack(name, path, bytes, how, found)?,
        Err(error) => found.inputs.push(failed(name, error)),
    }
    Ok(())
}

pub(super) fn failed(name: String, error: Error) -> Input {
    Input {
        name: name.into(),
        source: Source::Failed(Arc::new(error)),
    }
}
