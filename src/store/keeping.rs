//! What was handed in, kept in the division's folder as it came. What is kept bears its content's
//! digest in its name: the same file handed in twice is there once.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arcstr::ArcStr;

use super::batch::Batch;
use super::desk::{DeskFolder, Shelf};
use super::found::{Found, How, has_ending, is_table, is_wrapping};
use super::inputs::{Input, WHOLE_MAX, failed, failed_in};
use super::unpacking::unpack;
use crate::error::{Error, Result, Wrapping};
use crate::format::digest;

/// The most digits of a digest in a name.
const NAME_DIGITS: usize = 16;
/// The longest name taken over, in characters; long paths are refused by some systems.
const NAME_MAX: usize = 80;
/// The same in bytes: file systems take 255, and the digits and what is being written come on top.
const NAME_BYTES_MAX: usize = 200;
/// The ending of what is kept.
const KEPT_ENDING: &str = "csv";

/// What is kept on a shelf.
#[derive(Clone, Default, Debug)]
pub struct Kept {
    /// All of it.
    pub inputs: Vec<Input>,
    /// Kept files that could not be opened before, and were now: what they hold takes their place.
    pub opened: Vec<PathBuf>,
}

impl Kept {
    /// Takes what is kept nowhere.
    #[must_use]
    pub const fn new(inputs: Vec<Input>) -> Self {
        Self {
            inputs,
            opened: Vec::new(),
        }
    }

    /// Puts what was handed in now beside it. What was handed in is as its name says; what was kept
    /// may have been damaged.
    #[must_use]
    pub fn with(self, new: Vec<Input>) -> Self {
        let of = |input: &Input| input.lies_in().map(|file| file.name.clone());
        let again: BTreeSet<ArcStr> = new.iter().filter_map(of).collect();
        let kept = self.inputs.into_iter();
        let kept = kept.filter(|input| of(input).is_none_or(|file| !again.contains(&file)));
        let mut inputs = new;
        inputs.extend(kept);
        once(&mut inputs);
        Self { inputs, ..self }
    }
}

/// Puts files in the order of their names; of two of one name, the first stays.
fn once(inputs: &mut Vec<Input>) {
    inputs.sort_by(|one, other| one.name.cmp(&other.name));
    inputs.dedup_by(|one, other| one.name == other.name);
}

impl DeskFolder {
    /// Returns what is kept on a shelf, in the order of the names.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] or [`Error::Stopped`].
    pub fn kept(&self, shelf: Shelf, how: How<'_>) -> Result<Kept> {
        let folder = self.path(shelf.folder());
        let mut kept = Kept::default();
        for name in self.disk().list(&folder)? {
            let path = folder.join(&name);
            let full = format!("{}/{name}", shelf.folder());
            let is_container = shelf != Shelf::Audits && is_wrapping(&name);
            if !(is_container || has_ending(&name, &[KEPT_ENDING])) {
                continue;
            }
            // Opening a pipe would wait for ever.
            if path.try_exists().is_ok_and(|is_there| is_there) && !path.is_file() {
                kept.inputs.push(failed(full, Error::NotAFile(path)));
            } else if is_container {
                self.kept_container(shelf, Input::file(full, path), how, &mut kept)?;
            } else {
                kept.inputs.push(Input::file(full, path));
            }
        }
        once(&mut kept.inputs);
        Ok(kept)
    }

    /// Looks into a kept file that could not be opened before.
    fn kept_container(
        &self,
        shelf: Shelf,
        file: Input,
        how: How<'_>,
        kept: &mut Kept,
    ) -> Result<()> {
        let path = file.path().map(Path::to_owned).unwrap_or_default();
        let digest = match file.digest(self.disk()) {
            Ok(digest) => digest,
            Err(error) => {
                kept.inputs.push(file.failed(error));
                return Ok(());
            }
        };
        let digits = digits_of(file.stem()).map(str::to_owned);
        if digits.as_deref().is_some_and(|one| one != short(&digest)) {
            let name = file.name.to_string();
            let error = Error::Wrapped {
                path: (&*name).into(),
                wrapping: Wrapping::Damaged,
            };
            kept.inputs.push(failed_in(&Arc::new(file), name, error));
            return Ok(());
        }
        let inside = self.unpacked(shelf, file, how)?;
        // What somebody put there by hand stays.
        let is_ours = digits.is_some();
        if is_ours && !inside.is_empty() && !inside.iter().any(Input::is_failed) {
            kept.opened.push(path);
        }
        kept.inputs.extend(inside);
        Ok(())
    }

    /// Takes out what lies in a kept file. What could be read is named as if it were kept itself, as
    /// it mostly is; what may be opened another time is a kept file of its own.
    fn unpacked(&self, shelf: Shelf, file: Input, how: How<'_>) -> Result<Vec<Input>> {
        let mut found = Found::default();
        let container = file.name.clone();
        unpack(self.disk(), file, how, &mut found)?;
        let inside = found.in_order().into_iter();
        let inside = inside.filter(|input| input.lies_in().is_none_or(|of| of.name == container));
        let inside = inside.map(|input| {
            // What was opened is named as if it had been handed in opened.
            let input = if input.name == container && !input.is_failed() {
                let name = without_digits(input.base_name()).to_owned();
                input.renamed(name)
            } else {
                input
            };
            let input = self.named_one(shelf, input);
            let path = self.root().join(&*input.name);
            if input.in_memory().is_some() && path.is_file() {
                Input::file(input.name, path)
            } else {
                input
            }
        });
        Ok(inside.collect())
    }

    /// Returns what was handed in under the names it is kept by. What the system does not let be
    /// read keeps its name, and is told by this run alone.
    ///
    /// # Errors
    ///
    /// [`Error::Stopped`].
    pub fn named(&self, shelf: Shelf, inputs: Vec<Input>, how: How<'_>) -> Result<Vec<Input>> {
        let mut named = Vec::with_capacity(inputs.len());
        // Names that are no Unicode may look alike.
        let mut files: BTreeMap<(ArcStr, Option<PathBuf>), Arc<Input>> = BTreeMap::new();
        for input in inputs {
            if let Some(file) = input.lies_in() {
                let place = file.path().map(Path::to_owned);
                files.insert((file.name.clone(), place), Arc::clone(file));
            } else {
                named.push(self.named_one(shelf, input));
            }
        }
        // What is wrong in a file is told as it will be when it is kept.
        for file in files.into_values() {
            let file = Input::clone(&file);
            match file.digest(self.disk()) {
                Ok(digest) => {
                    let name = kept_name(file.base_name(), &digest, file.ending());
                    let file = file.renamed(format!("{}/{name}", shelf.folder()));
                    // Also what is good: it may not have been when it was looked at first.
                    named.extend(self.unpacked(shelf, file, how)?);
                }
                Err(error) => named.push(file.failed(error)),
            }
        }
        Ok(named)
    }

    fn named_one(&self, shelf: Shelf, input: Input) -> Input {
        let name = |digits: &str| {
            let name = kept_name(input.base_name(), digits, KEPT_ENDING);
            format!("{}/{name}", shelf.folder())
        };
        // A large file is never in memory as a whole.
        if input.in_memory().is_none() && input.is_larger(self.disk(), WHOLE_MAX) {
            return match input.digest(self.disk()) {
                Ok(digest) => {
                    let name = name(&digest);
                    input.renamed(name)
                }
                Err(error) => input.failed(error),
            };
        }
        let Ok(bytes) = input.read(self.disk()) else {
            return input;
        };
        let name = name(&digest::of_bytes(&bytes));
        let bytes: Arc<[u8]> = bytes.into();
        Input::bytes(name, bytes)
    }

    /// Keeps what was handed in, under the names of [`DeskFolder::named`], with a batch.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] or [`Error::Stopped`].
    pub fn keep(&self, batch: &mut Batch<'_>, kept: &Kept) -> Result<()> {
        for path in &kept.opened {
            batch.replace(path.clone());
        }
        let mut files = BTreeSet::new();
        for input in &kept.inputs {
            batch.go_on()?;
            match input.lies_in() {
                Some(file) if files.insert(&file.name) => self.keep_one(batch, file)?,
                None if input.in_memory().is_some() || input.is_larger(self.disk(), WHOLE_MAX) => {
                    self.keep_one(batch, input)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn keep_one(&self, batch: &mut Batch<'_>, input: &Input) -> Result<()> {
        let path = self.root().join(&*input.name);
        // A name tells the content; a file that was damaged since is replaced.
        if input.path() == Some(&path) || self.is_kept(&path, input)? {
            return Ok(());
        }
        let reading = input.reading(self.disk())?;
        let mut digest = String::new();
        batch.fill(&path, |out| {
            let hasher = digest::Hasher::default();
            let mut hashing = Hashing { out, hasher };
            reading.copy_to(&mut hashing)?;
            digest = digest::lettered(&hashing.hasher.finish());
            Ok(())
        })?;
        // What changes while it is read is not what was counted.
        if digits_of(input.stem()) == Some(short(&digest)) {
            Ok(())
        } else {
            Err(Error::ChangedOutside(path))
        }
    }

    fn is_kept(&self, path: &Path, input: &Input) -> Result<bool> {
        if !self.disk().is_there(path)? {
            return Ok(false);
        }
        let kept = Input::file(input.name.clone(), path.to_owned());
        Ok(match input.in_memory() {
            Some(bytes) => kept.read(self.disk()).is_ok_and(|kept| *kept == *bytes),
            None => kept.digest(self.disk()).is_ok_and(|kept| {
                let digits = digits_of(input.stem());
                digits == Some(short(&kept))
            }),
        })
    }
}

/// Writes on, and hashes what it writes.
struct Hashing<'a> {
    out: &'a mut dyn io::Write,
    hasher: digest::Hasher,
}

impl io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hasher.raw(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The digits of a digest that stand in names.
fn short(digest: &str) -> &str {
    digest.get(1..=NAME_DIGITS).unwrap_or(digest)
}

/// Returns the digits of a kept file's name, without its ending; none of any other.
fn digits_of(stem: &str) -> Option<&str> {
    let (_, digits) = stem.rsplit_once('~')?;
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    (digits.len() == NAME_DIGITS && digits.bytes().all(is_digit)).then_some(digits)
}

fn without_digits(base: &str) -> &str {
    let digits = digits_of(base).map_or(0, |digits| digits.len() + 1);
    base.get(..base.len() - digits).unwrap_or(base)
}

/// The name a file is kept by: its own, digits of its content, and an ending.
fn kept_name(base: &str, digest: &str, ending: &str) -> String {
    let digits = short(digest);
    let is_ours = is_table(base) || is_wrapping(base);
    let stem = base.rsplit_once('.').filter(|_| is_ours);
    let stem = stem.map_or(base, |(stem, _)| stem);
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
    format!("{}~{digits}.{ending}", stem.trim_matches(['.', ' ']))
}

#[cfg(test)]
#[path = "keeping_tests.rs"]
mod tests;
