//! Return slips on disk: written by the division beside a page to print, found and looked at by the
//! department. A slip is only read here; taking it is a record like any other.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folder::{Folder, WorkbookKey};
use super::{journal_file, merging};
use crate::domain::file_name;
use crate::domain::record::Change;
use crate::domain::returning::{ReturnSlip, Unfit, accept, was_exported};
use crate::domain::workbook::Workbook;
use crate::error::{Error, Result};
use crate::format::csv_journal::{HeadCheck, find_head};
use crate::format::digest;
use crate::format::return_file::{self, BYTES_MAX};

/// What the name of a slip ends in.
const ENDING: &str = "ron";
/// What stands in the name of every slip.
const PART: &str = "_return";
/// Where the division puts slips, and where a department may put what it was given.
pub const RETURNS: &str = "returns";
/// What a table of proposed items is called.
const ITEMS: &str = "items";
/// How many names are tried before giving up.
const NAMES_MAX: usize = 1_000;
/// How many digits stand for a code that can be no file's name.
const CODE_DIGITS: usize = 12;

/// The two files of a slip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The page to print.
    pub page: PathBuf,
    /// The file for the department's program.
    pub file: PathBuf,
    /// Whether both were there already as they are.
    pub was_there: bool,
}

/// A slip that was found, and what taking it would change.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Where it lies.
    pub path: PathBuf,
    /// What it says.
    pub slip: ReturnSlip,
    /// What taking it changes.
    pub changes: Vec<Change>,
}

/// Writes the files of a slip: `file` for the program, and the page, which names it. Both bear the
/// same name; one that is taken by others gets a number.
///
/// # Errors
///
/// [`Error::Io`].
pub fn write(
    disk: &Disk,
    to: &Path,
    stem: &str,
    page: impl Fn(&str) -> Vec<u8>,
    file: &[u8],
) -> Result<Written> {
    disk.make_folder(to)?;
    let same = |path: &Path, bytes: &[u8]| -> Result<Option<bool>> {
        if disk.is_there(path)? {
            return Ok(Some(disk.read(path)? == bytes));
        }
        // A link that leads nowhere takes the name too.
        Ok((!Disk::is_free(path)).then_some(false))
    };
    for number in 1..=NAMES_MAX {
        let stem = match number {
            1 => format!("{stem}{PART}"),
            _ => format!("{stem}{PART}-{number}"),
        };
        let name = format!("{stem}.{ENDING}");
        let (page_at, file_at) = (to.join(format!("{stem}.html")), to.join(&name));
        let page = page(&name);
        let [page_there, file_there] = [same(&page_at, &page)?, same(&file_at, file)?];
        if page_there == Some(false) || file_there == Some(false) {
            continue;
        }
        // The page last: where it is, its file is.
        if file_there.is_none() {
            disk.write_new(&file_at, file)?;
        }
        if page_there.is_none() {
            disk.write_new(&page_at, &page)?;
        }
        return Ok(Written {
            page: page_at,
            file: file_at,
            was_there: page_there.is_some() && file_there.is_some(),
        });
    }
    Err(Error::Exists(to.join(stem)))
}

/// Writes a table of proposed items into a folder, under the first name that is free.
///
/// # Errors
///
/// [`Error::Io`].
pub fn write_proposals(disk: &Disk, to: &Path, bytes: &[u8]) -> Result<PathBuf> {
    disk.make_folder(to)?;
    let mut number = 1;
    loop {
        let name = match number {
            1 => format!("{ITEMS}.csv"),
            _ => format!("{ITEMS}-{number}.csv"),
        };
        let path = to.join(name);
        match disk.write_new(&path, bytes) {
            Err(Error::Exists(_)) if number < NAMES_MAX => number += 1,
            written => return written.map(|()| path),
        }
    }
}

/// Returns what the names of a department's slip begin with: safe on every system, whatever its code.
#[must_use]
pub fn stem(year: i32, municipality: &str, department: &str) -> String {
    let part = |code: &str| {
        file_name::safe(code).unwrap_or_else(|| {
            let digits = digest::of_bytes(code.as_bytes());
            digits.chars().take(CODE_DIGITS).collect()
        })
    };
    format!("{year}_{}_{}", part(municipality), part(department))
}

/// Reads a slip.
///
/// # Errors
///
/// [`Error::Return`] when it is none, [`Error::TooLarge`], [`Error::Io`].
pub fn read(disk: &Disk, path: &Path) -> Result<ReturnSlip> {
    let bytes = disk.read_at_most(path, BYTES_MAX)?;
    return_file::read(&bytes).map_err(|fault| Error::Return {
        path: path.to_owned(),
        fault,
    })
}

/// Returns the slips for a workbook that lie where people put them: in the working folder and in
/// its folder of returns. What cannot be read or is for others is left out; named by its path it is
/// told what is wrong with it.
#[must_use]
pub fn found(folder: &Folder, workbook: &Workbook) -> Vec<(PathBuf, ReturnSlip)> {
    let places = [PathBuf::new(), PathBuf::from(RETURNS)];
    let mut found = Vec::new();
    for place in places {
        let names = folder.disk().list(&folder.root().join(&place));
        for name in names.unwrap_or_default() {
            if !name.contains(PART) || !name.ends_with(&format!(".{ENDING}")) {
                continue;
            }
            let path = place.join(name);
            let Ok(slip) = read(folder.disk(), &folder.root().join(&path)) else {
                continue;
            };
            let others = [Unfit::Municipality, Unfit::Year, Unfit::Department];
            if !accept(workbook, &slip, true).is_err_and(|unfit| others.contains(&unfit)) {
                found.push((path, slip));
            }
        }
    }
    found
}

/// Looks at a slip beside the journal it is for; changes nothing. A path is meant as people write it:
/// quotes around it are of no matter, and it may begin in the working folder.
///
/// # Errors
///
/// [`Error::Unfit`] when the workbook does not take it; as [`read`], and what reading the journal gives.
pub fn look(folder: &Folder, key: &WorkbookKey, path: &str) -> Result<Seen> {
    let path = merging::meant(folder, path);
    if !path.is_file() {
        return Err(Error::NoSlip(path));
    }
    let slip = read(folder.disk(), &path)?;
    let journal = journal_file::read(folder.disk(), &folder.journal(key))?;
    let workbook = &journal.workbook;
    let known = match find_head(&slip.slip.head, workbook, &journal.hashes) {
        HeadCheck::UpTo { .. } | HeadCheck::Copy(_) => true,
        // Files that could not be read name nothing to hold them to.
        HeadCheck::Unnamed if slip.slip.receipt.trim().is_empty() => true,
        _ => was_exported(workbook, slip.slip.receipt.trim()),
    };
    let changes = accept(workbook, &slip, known).map_err(|unfit| Error::NotTaken {
        path: path.clone(),
        unfit,
    })?;
    Ok(Seen {
        path,
        slip,
        changes,
    })
}
