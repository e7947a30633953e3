//! The division's folder: what was received, kept as it came, and what was made of it.
//!
//! Everything can be made anew from what is kept, so nothing here is ever the only copy of a
//! figure.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::batch::Batch;
use super::disk::Disk;
use super::folder::Folder;
use super::found::NOTE;
use crate::domain::fiscal_year::FiscalYear;
use crate::error::{Error, Result};

/// Where results are collected, a folder a year.
const COLLECTED: &str = "collected";
/// The version of the note's form.
const FORMAT: u32 = 1;
/// How many names are tried before giving up.
const NUMBERS_MAX: usize = 1_000;

/// Which of the two shelves of what was received.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shelf {
    /// This year's.
    Received,
    /// Of the years before.
    Previous,
    /// What auditors found.
    Audits,
}

impl Shelf {
    pub(super) const fn folder(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Previous => "previous",
            Self::Audits => "audits",
        }
    }
}

/// What the division's folder is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct About {
    /// The fiscal year collected.
    pub year: FiscalYear,
    /// The six digits of the municipality of the roster, where it was said.
    pub municipality: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct AboutFile {
    format: u32,
    year: i32,
    municipality: Option<String>,
}

/// A division's folder.
#[derive(Clone, Debug)]
pub struct DeskFolder {
    root: PathBuf,
    disk: Disk,
}

impl DeskFolder {
    /// Names one.
    #[must_use]
    pub const fn new(root: PathBuf, disk: Disk) -> Self {
        Self { root, disk }
    }

    /// Returns the folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the way to its files.
    #[must_use]
    pub const fn disk(&self) -> &Disk {
        &self.disk
    }

    /// Returns the names of everything kept on the shelves of what was handed in.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn names(&self) -> Result<Vec<OsString>> {
        let mut names = Vec::new();
        for shelf in [Shelf::Received, Shelf::Previous] {
            names.extend(self.disk.list_all(&self.path(shelf.folder()))?);
        }
        Ok(names)
    }

    /// Returns the path of one of its files.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    fn note(&self) -> PathBuf {
        self.path(NOTE)
    }

    /// Returns the roster that was collected by.
    #[must_use]
    pub fn roster(&self) -> PathBuf {
        self.path("departments.csv")
    }

    /// Returns what the folder is about; none when nothing was collected there.
    ///
    /// # Errors
    ///
    /// [`Error::Unreadable`] when its note cannot be understood.
    pub fn about(&self) -> Result<Option<About>> {
        let path = self.note();
        if !self.disk.is_there(&path)? {
            return Ok(None);
        }
        let unreadable = |why: String| Error::Unreadable {
            path: path.clone(),
            why,
        };
        let text = self.disk.read_text(&path)?;
        let file: AboutFile =
            ron::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
        if file.format != FORMAT {
            return Err(unreadable(format!("format {}", file.format)));
        }
        let year = FiscalYear::new(file.year);
        Ok(Some(About {
            year: year.ok_or_else(|| unreadable(file.year.to_string()))?,
            municipality: file.municipality,
        }))
    }

    /// Writes down what the folder is about, with a batch.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] or [`Error::Stopped`].
    pub fn write_about(&self, batch: &mut Batch<'_>, about: &About) -> Result<()> {
        let file = AboutFile {
            format: FORMAT,
            year: about.year.number(),
            municipality: about.municipality.clone(),
        };
        let text = ron::to_string(&file).map_err(|error| Error::Bug(error.to_string()))?;
        batch.bytes(&self.note(), text.as_bytes())
    }

    /// Keeps the roster that was collected by, with a batch.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] or [`Error::Stopped`].
    pub fn write_roster(&self, batch: &mut Batch<'_>, bytes: &[u8]) -> Result<()> {
        batch.bytes(&self.roster(), bytes)
    }

    /// Writes a file whose name may be taken: by the same content, then there is nothing to do, or
    /// by another, then it gets a number.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn write_new(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        for number in 1..=NUMBERS_MAX {
            let path = match number {
                1 => self.path(name),
                _ => self.path(&format!("{stem}-{number}.{ending}")),
            };
            if !self.disk.is_there(&path)? {
                self.disk.write_new(&path, bytes)?;
                return Ok(path);
            }
            if self.disk.read(&path)? == bytes {
                return Ok(path);
            }
        }
        Err(Error::Exists(self.path(name)))
    }
}

/// Returns where results that were collected lie below a working folder: the folder itself, or a
/// folder a year in it, the latest first. What cannot be read is told when it is opened.
#[must_use]
pub fn found(folder: &Folder) -> Vec<PathBuf> {
    let is_desk = |path: &Path| {
        let desk = DeskFolder::new(folder.root().join(path), folder.disk().clone());
        !matches!(desk.about(), Ok(None))
    };
    if is_desk(Path::new("")) {
        return vec![PathBuf::new()];
    }
    let below = PathBuf::from(COLLECTED);
    let names = folder.disk().list(&folder.root().join(&below));
    let names = names.unwrap_or_default().into_iter().rev();
    names
        .map(|name| below.join(name))
        .filter(|path| is_desk(path))
        .collect()
}
