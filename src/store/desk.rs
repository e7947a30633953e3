//! The division's folder: what was received, kept as it came, and what was made of it.
//!
//! Everything can be made anew from what is kept, so nothing here is ever the only copy of a
//! figure. What is kept bears its content's digest in its name: the same file handed in twice is
//! there once, and nothing is written over.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::batch::Batch;
use super::disk::Disk;
use super::folder::Folder;
use super::inputs::{Input, KEPT_ENDING, NOTE};
use crate::domain::fiscal_year::FiscalYear;
use crate::error::{Error, Result};
use crate::format::digest;

/// Where results are collected, a folder a year.
const COLLECTED: &str = "collected";
/// The version of the note's form.
const FORMAT: u32 = 1;
/// The most digits of a digest in a name.
const NAME_DIGITS: usize = 16;
/// How many names are tried before giving up.
const NUMBERS_MAX: usize = 1_000;
/// The longest name taken over, in characters; long paths are refused by some systems.
const NAME_MAX: usize = 80;
/// The same in bytes: file systems take 255, and the digits and what is being written come on top.
const NAME_BYTES_MAX: usize = 200;
/// The largest plain file held in memory on its way, in bytes.
const HELD_MAX: u64 = 1024 * 1024;

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
    const fn folder(self) -> &'static str {
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

    /// Returns what is kept on a shelf, in the order of the names.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn kept(&self, shelf: Shelf) -> Result<Vec<Input>> {
        let folder = self.path(shelf.folder());
        let names = self.disk.list(&folder)?;
        let kept = names.into_iter().filter(|name| name.ends_with(KEPT_ENDING));
        Ok(kept
            .map(|name| Input::file(format!("{}/{name}", shelf.folder()), folder.join(name)))
            .collect())
    }

    /// Returns what was handed in under the names it is kept by. What cannot be read keeps its
    /// name, and is told when it is looked at.
    #[must_use]
    pub fn named(&self, shelf: Shelf, inputs: Vec<Input>) -> Vec<Input> {
        inputs
            .into_iter()
            .map(|input| {
                let name = |digits: &str| {
                    let name = kept_name(input.base_name(), digits);
                    format!("{}/{name}", shelf.folder())
                };
                // A large file is never in memory as a whole.
                if input.in_memory().is_none() && input.is_larger(&self.disk, HELD_MAX) {
                    return match input.digest(&self.disk) {
                        Ok(digest) => {
                            let name = name(&digest);
                            input.renamed(name)
                        }
                        Err(error) => input.failed(error),
                    };
                }
                let Ok(bytes) = input.read(&self.disk) else {
                    return input;
                };
                let name = name(&digest::of_bytes(&bytes));
                let bytes: Arc<[u8]> = bytes.into();
                Input::bytes(name, bytes)
            })
            .collect()
    }

    /// Keeps what was handed in, under the names of [`DeskFolder::named`], with a batch.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] or [`Error::Stopped`].
    pub fn keep(&self, batch: &mut Batch<'_>, inputs: &[Input]) -> Result<()> {
        for input in inputs {
            batch.go_on()?;
            let is_large = input.is_larger(&self.disk, HELD_MAX);
            if input.in_memory().is_none() && !is_large {
                continue;
            }
            let path = self.root.join(&*input.name);
            // A name tells its content.
            if !self.disk.is_there(&path)? {
                let reading = input.reading(&self.disk)?;
                batch.fill(&path, |out| reading.copy_to(out))?;
            }
        }
        Ok(())
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

/// The name a file is kept by: its own, and digits of its content.
fn kept_name(base: &str, digest: &str) -> String {
    let digits: String = digest.chars().skip(1).take(NAME_DIGITS).collect();
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    // What was kept already, in another folder, has its digits.
    let stem = stem.strip_suffix(&format!("~{digits}")).unwrap_or(stem);
    let mut bytes = 0;
    let stem: String = stem
        .chars()
        .map(|sign| {
            let unsafe_sign = sign.is_control() || "<>:\"/\\|?*~".contains(sign);
            if unsafe_sign { '_' } else { sign }
        })
        .take(NAME_MAX)
        .take_while(|sign| {
            bytes += sign.len_utf8();
            bytes <= NAME_BYTES_MAX
        })
        .collect();
    format!("{}~{digits}{KEPT_ENDING}", stem.trim_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(base: &str, bytes: &[u8]) -> String {
        kept_name(base, &digest::of_bytes(bytes))
    }

    #[test]
    fn names_tell_contents_apart_and_are_safe() {
        let one = kept("2026_odawara_0420_answers.csv", b"1");
        assert!(one.starts_with("2026_odawara_0420_answers~") && one.ends_with(KEPT_ENDING));
        assert_ne!(one, kept("2026_odawara_0420_answers.csv", b"2"));
        assert_eq!(one, kept("2026_odawara_0420_answers.txt", b"1"));
        assert_eq!(one, kept(&one, b"1"));
        assert!(kept("a:b?.csv", b"").starts_with("a_b_~"));
        assert!(kept(&"あ".repeat(300), b"").len() < 230);
    }

    #[test]
    fn what_is_kept_is_found_again_once() {
        let folder = tempfile::tempdir().unwrap();
        let desk = DeskFolder::new(folder.path().join("desk"), Disk::default());
        assert_eq!(desk.about().unwrap(), None);
        let about = About {
            year: FiscalYear::new(2026).unwrap(),
            municipality: Some("142069".into()),
        };
        let mut batch = Batch::new(Disk::default());
        desk.write_about(&mut batch, &about).unwrap();
        batch.finish().unwrap();
        assert_eq!(desk.about().unwrap(), Some(about));
        let input = |name: &str| Input::bytes(name.to_owned(), Arc::from(&b"x"[..]));
        let named = desk.named(Shelf::Received, vec![input("in/a.csv"), input("b.csv")]);
        for _ in 0..2 {
            let mut batch = Batch::new(Disk::default());
            desk.keep(&mut batch, &named).unwrap();
            batch.finish().unwrap();
        }
        let names: Vec<_> = desk
            .kept(Shelf::Received)
            .unwrap()
            .into_iter()
            .map(|input| input.name)
            .collect();
        let expected: Vec<_> = named.into_iter().map(|input| input.name).collect();
        assert_eq!(names, expected);
        assert!(desk.kept(Shelf::Previous).unwrap().is_empty());
    }
}
