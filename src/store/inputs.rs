//! A file that was handed in: on the disk, in memory, or known not to be readable. One that cannot
//! be read is told with its place in the list, and stops no other.

use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use arcstr::ArcStr;

use super::disk::Disk;
use super::reading_at::Reading;
use crate::error::{Error, Result};
use crate::format::csv_decode::BYTES_MAX;
use crate::format::digest;
use crate::format::sealing::{OpenFault, SEALED};

/// The largest file held in memory as a whole, in bytes; of a larger one, parts are read.
pub const WHOLE_MAX: u64 = 1024 * 1024;
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
    /// What could not be read, and the file it lies in, where that tells the same again.
    Failed(Arc<Error>, Option<Arc<Input>>),
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
    pub(super) fn is_same_file(&self, other: &Self) -> bool {
        match (&self.source, &other.source) {
            (Source::File(one), Source::File(other)) => one == other,
            (Source::Bytes(one), Source::Bytes(also)) => self.name == other.name && one == also,
            (Source::Failed(_, one), Source::Failed(_, other_one)) => {
                let [one, also] = [one, other_one].map(|file| file.as_deref().and_then(Self::path));
                self.name == other.name && one == also
            }
            _ => false,
        }
    }

    /// Returns its content, if it is in memory.
    #[must_use]
    pub fn in_memory(&self) -> Option<&[u8]> {
        match &self.source {
            Source::Bytes(bytes) => Some(bytes),
            Source::File(_) | Source::Failed(..) => None,
        }
    }

    /// Returns why it did not open, if it is sealed.
    #[must_use]
    pub fn sealed(&self) -> Option<OpenFault> {
        match &self.source {
            Source::Failed(error, _) => match **error {
                Error::Sealed { fault, .. } => Some(fault),
                _ => None,
            },
            Source::File(_) | Source::Bytes(_) => None,
        }
    }

    /// Returns the file it lies in, if it could not be read and that file tells the same again.
    pub(super) const fn lies_in(&self) -> Option<&Arc<Self>> {
        match &self.source {
            Source::Failed(_, file) => file.as_ref(),
            Source::File(_) | Source::Bytes(_) => None,
        }
    }

    /// Returns whether it could not be read.
    pub(super) const fn is_failed(&self) -> bool {
        matches!(self.source, Source::Failed(..))
    }

    /// Returns its place on the disk, if it is a plain file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Bytes(_) | Source::Failed(..) => None,
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
            Source::Failed(error, _) => Err(Arc::clone(error)),
        }
    }

    /// Returns what tells whether a large file has changed: its size, and when it was written last.
    /// None of what is in memory, or read as a whole.
    #[must_use]
    pub fn stamp(&self) -> Option<(u64, Option<SystemTime>)> {
        let metadata = std::fs::metadata(self.path()?).ok()?;
        let large = metadata.len() > WHOLE_MAX;
        large.then(|| (metadata.len(), metadata.modified().ok()))
    }

    /// Tells that it was changed while it was read.
    #[must_use]
    pub fn changed(self) -> Self {
        let path = self.path().map(Path::to_owned).unwrap_or_default();
        self.failed(Error::ChangedOutside(path))
    }

    /// Returns whether it has more than so many bytes.
    #[must_use]
    pub fn is_larger(&self, disk: &Disk, most: u64) -> bool {
        match &self.source {
            Source::File(path) => disk.size(path).is_ok_and(|size| size > most),
            Source::Bytes(bytes) => bytes.len() as u64 > most,
            Source::Failed(..) => false,
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
            Source::Failed(..) => Err(Error::Bug(self.name.to_string())),
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
            Source::Failed(..) => return Err(Error::Bug(self.name.to_string())),
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
            Source::Failed(error, _) => Err(Arc::try_unwrap(error)
                .unwrap_or_else(|_| Error::NotFound(self.name.to_string().into()))),
        }
    }

    /// Returns its name without folders and its last ending.
    pub(super) fn stem(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or(&self.name);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Returns the ending of its name.
    pub(super) fn ending(&self) -> &str {
        let ending = Path::new(&*self.name).extension();
        ending.and_then(|ending| ending.to_str()).unwrap_or("")
    }

    /// Returns its name without folders, as files are kept by it.
    #[must_use]
    pub fn base_name(&self) -> &str {
        let name = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        name.strip_suffix(&format!(".{SEALED}")).unwrap_or(name)
    }
}

/// Tells why something cannot be read.
pub(super) fn failed(name: String, error: Error) -> Input {
    Input {
        name: name.into(),
        source: Source::Failed(Arc::new(error), None),
    }
}

/// Tells why something cannot be read that lies in a file, which is found to be so at every reading.
pub(super) fn failed_in(file: &Arc<Input>, name: String, error: Error) -> Input {
    Input {
        name: name.into(),
        source: Source::Failed(Arc::new(error), Some(Arc::clone(file))),
    }
}
