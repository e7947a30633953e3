//! What a division was handed: files, folders of files, and zips, sealed or not. Finds them by their
//! names.

use std::path::{Path, PathBuf};

use arcstr::ArcStr;

use super::desk::DeskFolder;
use super::disk::Disk;
use super::inputs::{Input, failed};
use super::sealed::Opener;
use super::unpacking::{UNPACKED_MAX, unpack};
use crate::error::{Error, Result, Wrapping};
use crate::format::sealing::SEALED;

/// How deep folders are looked into.
const DEPTH_MAX: usize = 16;
/// What lies in every folder of collected results.
pub(super) const NOTE: &str = "collection.ron";
/// What workbooks of spreadsheet programs are called.
const SPREADSHEETS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "numbers"];
/// What archives that are not opened are called.
const ARCHIVES: &[&str] = &[
    "7z", "bz2", "cab", "gz", "lha", "lzh", "rar", "tar", "tgz", "xz", "zst",
];

/// Finds the files below some paths, in the order of their names.
///
/// # Errors
///
/// [`Error::NotFound`] for a path that was named and is not there, that a folder cannot be listed,
/// or [`Error::Stopped`]: what is sealed takes its time. What is wrong with a single file is told
/// when it is read.
pub fn find(disk: &Disk, paths: &[PathBuf], how: How<'_>) -> Result<Vec<Input>> {
    let mut found = Found::default();
    for path in paths {
        match disk.what(path) {
            Ok(what) if what.is_dir() => below(disk, path, 0, how, &mut found)?,
            Ok(_) => take(disk, path, how, &mut found)?,
            // A link to nowhere is there all the same.
            Err(error @ Error::NotFound(_)) if !path.is_symlink() => return Err(error),
            Err(error) => found.refused(path, error),
        }
    }
    Ok(found.in_order())
}

/// What was found so far.
pub(super) struct Found {
    pub(super) inputs: Vec<Input>,
    /// How much may still be unpacked, in bytes: it lies in memory.
    pub(super) room: u64,
}

impl Default for Found {
    fn default() -> Self {
        Self {
            inputs: Vec::new(),
            room: UNPACKED_MAX,
        }
    }
}

impl Found {
    /// Notes what the system does not let be read, or where nothing is looked for.
    fn refused(&mut self, path: &Path, error: Error) {
        self.inputs.push(failed(path.display().to_string(), error));
    }

    /// Returns everything in the order of the names, which are told apart.
    pub(super) fn in_order(self) -> Vec<Input> {
        let mut found = self.inputs;
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
        found
    }
}

/// What opens files, and who asks to stop.
pub type How<'a> = (Option<&'a Opener>, &'a dyn Fn() -> bool);

fn below(disk: &Disk, folder: &Path, depth: usize, how: How<'_>, found: &mut Found) -> Result<()> {
    let names = match disk.list_all(folder) {
        Ok(names) => names,
        Err(error) => {
            found.refused(folder, error);
            return Ok(());
        }
    };
    // What was made of submissions is none.
    if names.iter().any(|name| name == NOTE) {
        let desk = DeskFolder::new(folder.to_owned(), disk.clone());
        if matches!(desk.about(), Ok(Some(_))) {
            return Ok(());
        }
    }
    for name in names {
        let path = folder.join(&name);
        let name = name.to_string_lossy();
        if is_hidden(&name) {
            continue;
        }
        let is_ours = is_table(&name) || is_wrapping(&name);
        match disk.what_itself(&path) {
            Err(error) => found.refused(&path, error),
            // A link could lead round in a circle.
            Ok(what) if what.is_symlink() => {
                let leads_to_file = path.is_file();
                if is_ours || !leads_to_file {
                    found.refused(&path, Error::Link(path.clone()));
                }
            }
            Ok(what) if !what.is_dir() => {
                if is_ours {
                    take(disk, &path, how, found)?;
                }
            }
            Ok(_) if depth < DEPTH_MAX => below(disk, &path, depth + 1, how, found)?,
            Ok(_) => found.refused(&path, Error::TooDeep(path.clone())),
        }
    }
    Ok(())
}

/// What is hidden is some program's own, also what a spreadsheet keeps beside an open file.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

pub(super) fn has_ending(name: &str, endings: &[&str]) -> bool {
    Path::new(name).extension().is_some_and(|found| {
        let mut endings = endings.iter();
        endings.any(|ending| found.eq_ignore_ascii_case(ending))
    })
}

pub(super) fn is_table(name: &str) -> bool {
    has_ending(name, &["csv", "txt", "tsv"])
}

fn is_zip(name: &str) -> bool {
    has_ending(name, &["zip"])
}

pub(super) fn is_sealed(name: &str) -> bool {
    has_ending(name, &[SEALED])
}

/// Returns what a file is by its name, if exports may be in it and it is not opened.
pub(super) fn unopened(name: &str) -> Option<Wrapping> {
    if has_ending(name, SPREADSHEETS) {
        Some(Wrapping::Spreadsheet)
    } else if has_ending(name, ARCHIVES) {
        Some(Wrapping::Archive)
    } else {
        None
    }
}

/// Returns whether exports may be in a file, but are not the file itself.
pub(super) fn is_wrapping(name: &str) -> bool {
    is_zip(name) || is_sealed(name) || unopened(name).is_some()
}

fn take(disk: &Disk, path: &Path, how: How<'_>, found: &mut Found) -> Result<()> {
    let name = path.display().to_string();
    // Opening a pipe or a device would wait for ever.
    if !path.is_file() {
        found.refused(path, Error::NotAFile(path.to_owned()));
        return Ok(());
    }
    let is_wrapping = is_wrapping(&name);
    let file = Input::file(name, path.to_owned());
    if is_wrapping {
        return unpack(disk, file, how, found);
    }
    found.inputs.push(file);
    Ok(())
}
