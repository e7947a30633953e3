//! A workbook's journal on disk: begin, open, append.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::disk::{Disk, READ_MAX};
use super::lock::{self, Lock};
use crate::domain::record::Record;
use crate::domain::workbook::Workbook;
use crate::error::{Error, Result};
use crate::format::digest::lettered;
use crate::format::journal::{self, Damage, DamageKind, Hash, Journal, Tail};
use crate::format::journal_diagnosis::Cause;

/// How many torn and damaged files are kept beside a journal, of each.
const BESIDE_MAX: usize = 1_000;
/// The extension of torn lines.
pub(super) const TORN: &str = "torn";
/// The extension of damaged journals.
pub(super) const DAMAGED: &str = "damaged";

/// A journal as it was read.
#[derive(Debug)]
pub struct ReadJournal {
    /// The workbook of every good record.
    pub workbook: Workbook,
    /// The hash of the last good record.
    pub head: Hash,
    /// The hashes of all good records.
    pub hashes: Vec<Hash>,
    /// The length of the good part, in bytes.
    pub good_length: u64,
    /// What the end looks like.
    pub tail: Tail,
    /// The first line that cannot be used; such a journal is for reading only.
    pub damage: Option<Damage>,
}

/// Reads a journal as far as it is good; changes nothing.
///
/// # Errors
///
/// [`Error::Damaged`] when not even the first record is good, or the file cannot be read.
pub fn read(disk: &Disk, path: &Path) -> Result<ReadJournal> {
    understood(path, journal::read(&bytes(disk, path)?))
}

/// Reads the bytes of a journal.
///
/// # Errors
///
/// [`Error::Damaged`] when a folder lies there, or the file cannot be read.
pub fn bytes(disk: &Disk, path: &Path) -> Result<Vec<u8>> {
    // Systems name this in ways of their own.
    if path.is_dir() {
        return Err(Error::Damaged {
            path: path.to_owned(),
            damage: Damage::nothing(DamageKind::Folder, Cause::Folder),
        });
    }
    disk.read(path)
}

fn understood(path: &Path, journal: Journal) -> Result<ReadJournal> {
    match (journal.workbook, journal.damage) {
        (Some(workbook), damage) => Ok(ReadJournal {
            workbook,
            head: journal.head,
            hashes: journal.hashes,
            good_length: journal.good_length as u64,
            tail: journal.tail,
            damage,
        }),
        (None, Some(damage)) => Err(Error::Damaged {
            path: path.to_owned(),
            damage,
        }),
        (None, None) => Err(Error::Bug("journal without record and damage".to_owned())),
    }
}

/// Reads a journal and its bytes; a damaged one is an error.
fn read_sound(disk: &Disk, path: &Path) -> Result<(Vec<u8>, ReadJournal)> {
    let bytes = bytes(disk, path)?;
    let read = understood(path, journal::read(&bytes))?;
    match read.damage {
        Some(damage) => Err(Error::Damaged {
            path: path.to_owned(),
            damage,
        }),
        None => Ok((bytes, read)),
    }
}

/// Writes the first record of a new journal.
///
/// # Errors
///
/// [`Error::Exists`] when there is one already, [`Error::Io`].
pub fn begin(disk: &Disk, path: &Path, first: &Record) -> Result<()> {
    let (line, _) = journal::encode(first, &journal::origin()).map_err(Error::Bug)?;
    disk.write_new(path, line.as_bytes())
}

/// A journal open for writing; holds the lock.
#[derive(Debug)]
pub struct Appender {
    disk: Disk,
    path: PathBuf,
    file: File,
    head: Hash,
    good_length: u64,
    line_end_missing: bool,
    /// Whether bytes beyond the good part may be there and must be cut off first.
    tail_to_cut: bool,
    _lock: Lock,
}

impl Appender {
    /// Opens a journal for writing. Nothing is written before the first append.
    ///
    /// # Errors
    ///
    /// [`Error::Locked`] when another program writes it, [`Error::Damaged`] when it is damaged,
    /// [`Error::Io`].
    pub fn open(disk: &Disk, path: &Path, name: &str, since: &str) -> Result<(Self, ReadJournal)> {
        // Absent first: taking the lock would leave a file beside nothing.
        if !disk.is_there(path)? {
            return Err(Error::NotFound(path.to_owned()));
        }
        // Before the lock, which leaves a file: what is damaged is not written to, so nothing is.
        let (before, mut read) = read_sound(disk, path)?;
        let lock = lock::take(disk, path, name, since)?;
        if bytes(disk, path)? != before {
            (_, read) = read_sound(disk, path)?;
        }
        disk.sweep(path);
        let appender = Self {
            disk: disk.clone(),
            path: path.to_owned(),
            file: disk.open_writable(path)?,
            head: read.head,
            good_length: read.good_length,
            line_end_missing: read.tail == Tail::NoLineEnd,
            tail_to_cut: read.tail.is_cut_off(),
            _lock: lock,
        };
        Ok((appender, read))
    }

    /// Returns the hash of the last record, with its letter.
    #[must_use]
    pub fn head(&self) -> String {
        lettered(&self.head)
    }

    /// Appends a record: one write, one sync. When this returns, the record is durable.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] or [`Error::ChangedOutside`]. The journal then ends with the last good
    /// record, or is cut back to it before the next append; the same pages are never synced again.
    pub fn append(&mut self, record: &Record) -> Result<()> {
        if self.tail_to_cut {
            self.set_torn_aside()?;
        }
        let length = self.disk.length(&self.file, &self.path)?;
        if length != self.good_length {
            return Err(Error::ChangedOutside(self.path.clone()));
        }
        let (line, hash) = journal::encode(record, &self.head).map_err(Error::Bug)?;
        let mut bytes = Vec::with_capacity(line.len() + 1);
        if self.line_end_missing {
            bytes.push(b'\n');
        }
        bytes.extend_from_slice(line.as_bytes());
        // What is longer could not be opened again.
        if self.good_length + bytes.len() as u64 > READ_MAX {
            return Err(Error::TooLarge {
                path: self.path.clone(),
                max: READ_MAX,
            });
        }
        if let Err(error) = self.write_and_sync(&bytes) {
            // Whatever reached the file is not acknowledged; it goes before the next attempt.
            self.tail_to_cut = self
                .disk
                .cut(&self.file, &self.path, self.good_length)
                .is_err();
            return Err(error);
        }
        self.good_length += bytes.len() as u64;
        self.line_end_missing = false;
        self.head = hash;
        Ok(())
    }

    fn write_and_sync(&mut self, bytes: &[u8]) -> Result<()> {
        self.disk
            .write_at(&mut self.file, &self.path, self.good_length, bytes)?;
        self.disk.sync_data(&self.file, &self.path)
    }

    /// Copies the bytes of a torn line to a file of their own and cuts them off.
    fn set_torn_aside(&mut self) -> Result<()> {
        let bytes = self.disk.read(&self.path)?;
        let good = usize::try_from(self.good_length).unwrap_or(usize::MAX);
        let torn = bytes.get(good..).unwrap_or_default();
        if !torn.is_empty() {
            keep_beside(&self.disk, &self.path, TORN, torn)?;
        }
        self.disk.cut(&self.file, &self.path, self.good_length)?;
        self.tail_to_cut = false;
        Ok(())
    }
}

/// Keeps bytes in a file beside the journal, and returns where; earlier ones are not overwritten.
///
/// # Errors
///
/// [`Error::Io`].
pub(super) fn keep_beside(
    disk: &Disk,
    journal: &Path,
    ending: &str,
    bytes: &[u8],
) -> Result<PathBuf> {
    let mut number = 1;
    loop {
        let place = journal.with_extension(if number == 1 {
            ending.to_owned()
        } else {
            format!("{ending}-{number}")
        });
        match disk.write_new(&place, bytes) {
            Err(Error::Exists(_)) if number < BESIDE_MAX => number += 1,
            other => return other.map(|()| place),
        }
    }
}
