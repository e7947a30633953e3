//! Reading parts of files too large to hold.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use super::disk::Disk;
use super::gate::Step;
use crate::error::{Doing, Error, Result};

/// A file read piece by piece from its beginning on.
#[derive(Debug)]
pub struct Reading<'a> {
    disk: &'a Disk,
    file: File,
    path: &'a Path,
}

impl Reading<'_> {
    /// Adds up to so many bytes to a buffer; returns how many there were.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn read_on(&mut self, buffer: &mut Vec<u8>, length: usize) -> Result<usize> {
        self.disk.read_on(&mut self.file, self.path, buffer, length)
    }
}

impl Disk {
    /// Begins to read a file piece by piece.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] or [`Error::Io`].
    pub fn reading<'a>(&'a self, path: &'a Path) -> Result<Reading<'a>> {
        Ok(Reading {
            disk: self,
            file: self.open_to_read(path)?,
            path,
        })
    }

    /// Returns a file's size, in bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn size(&self, path: &Path) -> Result<u64> {
        self.ask(Step::Look, Doing::Reading, path)?;
        std::fs::metadata(path)
            .map(|metadata| metadata.len())
            .map_err(Error::io(Doing::Reading, path))
    }

    /// Opens a file to read parts of it.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] or [`Error::Io`].
    pub fn open_to_read(&self, path: &Path) -> Result<File> {
        self.ask(Step::OpenToRead, Doing::Reading, path)?;
        File::open(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound(path.to_owned()),
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
