//! Reading parts of files too large to hold.

use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use super::disk::Disk;
use super::gate::Step;
use crate::error::{Doing, Error, Result};

/// A file read piece by piece from its beginning on.
#[derive(Debug)]
pub enum Reading<'a> {
    /// One of the disk.
    File {
        /// The way to it.
        disk: &'a Disk,
        /// The file.
        file: File,
        /// Where it is.
        path: &'a Path,
    },
    /// What is left of one in memory.
    Bytes(&'a [u8]),
}

impl Reading<'_> {
    /// Adds up to so many bytes to a buffer; returns how many there were.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn read_on(&mut self, buffer: &mut Vec<u8>, length: usize) -> Result<usize> {
        match self {
            Self::File { disk, file, path } => disk.read_on(file, path, buffer, length),
            Self::Bytes(rest) => {
                let (read, behind) = rest.split_at(length.min(rest.len()));
                buffer.extend_from_slice(read);
                *rest = behind;
                Ok(read.len())
            }
        }
    }
}

/// How much is copied at once, in bytes.
const COPIED: usize = 256 * 1024;

impl Reading<'_> {
    /// Does something with every piece of what is left.
    ///
    /// # Errors
    ///
    /// [`Error::Io`], and what is done gives.
    pub fn each(mut self, mut piece: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
        let mut buffer = Vec::with_capacity(COPIED);
        while self.read_on(&mut buffer, COPIED)? > 0 {
            piece(&buffer)?;
            buffer.clear();
        }
        Ok(())
    }

    /// Copies what is left.
    ///
    /// # Errors
    ///
    /// Whatever reading or writing reports.
    pub fn copy_to(mut self, out: &mut dyn std::io::Write) -> std::io::Result<()> {
        let mut buffer = Vec::with_capacity(COPIED);
        loop {
            let read = self.read_on(&mut buffer, COPIED);
            let read = read.map_err(|error| std::io::Error::other(format!("{error:?}")))?;
            if read == 0 {
                return Ok(());
            }
            out.write_all(&buffer)?;
            buffer.clear();
        }
    }
}

impl Disk {
    /// Begins to read a file piece by piece.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] or [`Error::Io`].
    pub fn reading<'a>(&'a self, path: &'a Path) -> Result<Reading<'a>> {
        Ok(Reading::File {
            disk: self,
            file: self.open_to_read(path)?,
            path,
        })
    }

    /// Returns what lies in a place; of a link, what it leads to.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] or [`Error::Io`].
    pub fn what(&self, path: &Path) -> Result<Metadata> {
        self.ask(Step::Look, Doing::Reading, path)?;
        path.metadata().map_err(|error| match error.kind() {
            ErrorKind::NotFound => Error::NotFound(path.to_owned()),
            _ => Error::io(Doing::Reading, path)(error),
        })
    }

    /// Returns what lies in a place; of a link, the link itself.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn what_itself(&self, path: &Path) -> Result<Metadata> {
        self.ask(Step::Look, Doing::Reading, path)?;
        let metadata = path.symlink_metadata();
        metadata.map_err(Error::io(Doing::Reading, path))
    }

    /// Returns a file's size, in bytes.
    ///
    /// # Errors
    ///
    /// As [`Disk::what`].
    pub fn size(&self, path: &Path) -> Result<u64> {
        self.what(path).map(|metadata| metadata.len())
    }

    /// Opens a file to read parts of it.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] or [`Error::Io`].
    pub fn open_to_read(&self, path: &Path) -> Result<File> {
        self.ask(Step::OpenToRead, Doing::Reading, path)?;
        File::open(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Error::NotFound(path.to_owned()),
            _ => Error::io(Doing::Reading, path)(error),
        })
    }

    /// Reads as much as there is, up to a length, behind what `buffer` holds; returns how much.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn read_on(
        &self,
        file: &mut File,
        path: &Path,
        buffer: &mut Vec<u8>,
        length: usize,
    ) -> Result<usize> {
        self.ask(Step::Read, Doing::Reading, path)?;
        file.take(length as u64)
            .read_to_end(buffer)
            .map_err(Error::io(Doing::Reading, path))
    }

    /// Reads a part of a file.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn read_part(
        &self,
        file: &mut File,
        path: &Path,
        (start, length): (u64, usize),
        buffer: &mut Vec<u8>,
    ) -> Result<()> {
        file.seek(SeekFrom::Start(start))
            .map_err(Error::io(Doing::Reading, path))?;
        buffer.clear();
        self.read_on(file, path, buffer, length).map(|_| ())
    }
}
