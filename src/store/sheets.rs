//! Checklists in a spreadsheet: the files that are written for it, and what is read back.

use std::path::{Path, PathBuf};

use super::checklists::read_folder;
use super::disk::Disk;
use crate::domain::limits::XLSX_MAX;
use crate::error::{Error, Result};
use crate::format::checklist_files::{ChecklistFiles, ITEMS};
use crate::format::ron_source::SourceFile;
use crate::format::sheet_rows::Gathering;

/// The ending of a CSV file.
const CSV: &str = "csv";

/// What became of writing files that are to be new.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrote {
    /// They were written.
    Files(Vec<PathBuf>),
    /// None was: these names are taken.
    Taken(Vec<PathBuf>),
}

/// Writes new files below a folder, all of them or none.
///
/// # Errors
///
/// [`Error::Io`]; nothing is left behind then.
pub fn write_new(disk: &Disk, to: &Path, files: &[(String, Vec<u8>)]) -> Result<Wrote> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| to.join(name)).collect();
    let mut taken = Vec::new();
    for path in &paths {
        if disk.is_there(path)? || !Disk::is_free(path) {
            taken.push(path.clone());
        }
    }
    if !taken.is_empty() {
        return Ok(Wrote::Taken(taken));
    }
    for (index, (path, (_, bytes))) in paths.iter().zip(files).enumerate() {
        let folder = path.parent().unwrap_or(to);
        let written = disk
            .make_folder(folder)
            .and_then(|()| disk.write_new(path, bytes));
        if let Err(error) = written {
            // The names were free before, so nothing of others goes.
            for path in paths.iter().take(index) {
                let _ = disk.remove(path);
            }
            return Err(error);
        }
    }
    Ok(Wrote::Files(paths))
}

/// Returns where the CSV files of a checklist lie: in the folder that was named, or in the only one
/// below it that has any, as they were written by city.
///
/// # Errors
///
/// [`Error::Io`].
pub fn folder_of(disk: &Disk, path: &Path) -> Result<PathBuf> {
    let named = path.to_owned();
    if !path.is_dir() || !tables(disk, path)?.is_empty() {
        return Ok(named);
    }
    let mut below = Vec::new();
    for name in disk.list(path)? {
        let folder = path.join(name);
        if folder.is_dir() && !tables(disk, &folder)?.is_empty() {
            below.push(folder);
        }
    }
    match <[PathBuf; 1]>::try_from(below) {
        Ok([only]) => Ok(only),
        Err(_) => Ok(named),
    }
}

/// Returns the names of the CSV files of a folder.
fn tables(disk: &Disk, folder: &Path) -> Result<Vec<String>> {
    let mut names = disk.list(folder)?;
    names.retain(|name| {
        let ending = Path::new(name).extension();
        !name.starts_with('.') && ending.is_some_and(|ending| ending.eq_ignore_ascii_case(CSV))
    });
    Ok(names)
}

/// Reads the sheets of an xlsx file, or of the CSV files of a folder.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::TooLarge`] or [`Error::Io`]; what is wrong inside a file is
/// gathered with the rest.
pub fn gather(disk: &Disk, path: &Path) -> Result<Gathering> {
    let mut gathering = Gathering::default();
    if !path.is_dir() {
        gathering.xlsx(&disk.read_at_most(path, XLSX_MAX)?);
        return Ok(gathering);
    }
    let names = tables(disk, path)?;
    if names.is_empty() {
        return Err(Error::NotFound(path.join(format!("*.{CSV}"))));
    }
    for name in &names {
        gathering.csv(name, &disk.read_at_most(&path.join(name), XLSX_MAX)?);
    }
    Ok(gathering)
}

/// What putting files into a folder changes.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Change {
    /// Files that are not there yet.
    pub new: Vec<PathBuf>,
    /// Files that are there with another content.
    pub other: Vec<PathBuf>,
    /// How many are there with the same content.
    pub same: usize,
}

/// Returns what putting files into a folder would change, and the set of files the folder then
/// holds.
///
/// # Errors
///
/// As [`read_folder`].
pub fn look(disk: &Disk, to: &Path, files: &[SourceFile]) -> Result<(Change, ChecklistFiles)> {
    let mut set = read_folder(disk, to)?;
    let mut change = Change::default();
    for file in files {
        let path = to.join(&file.name);
        if let Some(known) = set.files.iter_mut().find(|known| known.name == file.name) {
            if known.text == file.text {
                change.same += 1;
            } else {
                change.other.push(path);
                known.text.clone_from(&file.text);
            }
        } else {
            change.new.push(path);
            set.files.push(file.clone());
        }
    }
    Ok((change, set))
}

/// Puts files into a folder, in the place of those of the same name.
///
/// # Errors
///
/// [`Error::Io`]; each file is then as it was or as it should be.
pub fn put(disk: &Disk, to: &Path, files: &[SourceFile], change: &Change) -> Result<()> {
    disk.make_folder(to)?;
    disk.make_folder(&to.join(ITEMS))?;
    for file in files {
        let path = to.join(&file.name);
        if change.new.contains(&path) {
            disk.write_new(&path, file.text.as_bytes())?;
        } else if change.other.contains(&path) {
            disk.write_whole(&path, file.text.as_bytes())?;
        }
    }
    Ok(())
}
