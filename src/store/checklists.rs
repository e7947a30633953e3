//! The checklists: built into the binary, or a `checklists` folder that replaces them all.

use std::path::Path;

use super::disk::Disk;
use super::disk_text::with_line_feeds;
use super::folder::{Folder, WorkbookKey};
use crate::domain::checklist::Checklist;
use crate::domain::problem::Problem;
use crate::error::{Error, Result};
use crate::format::checklist_files::{ChecklistFiles, ITEMS, Loaded};
use crate::format::frozen;
use crate::format::ron_source::SourceFile;

macro_rules! built_in {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../checklists/", $name)))),+]
    };
}

/// Every file of the built-in set: name and text.
pub const BUILT_IN: &[(&str, &str)] = built_in![
    "items/05_compliance.ron",
    "items/06-1_organisation.ron",
    "items/06-2_assets.ron",
    "items/06-3_resilience.ron",
    "items/06-4_physical.ron",
    "items/06-5_human.ron",
    "items/06-6_technical.ron",
    "items/06-7_operations.ron",
    "items/06-8a_outsourcing.ron",
    "items/06-8b_cloud.ron",
    "items/06-8c_social_media.ron",
    "items/06-9_review.ron",
    "items/07_audit.ron",
    "items/08_policy_review.ron",
    "odawara.ron",
    "profile.ron",
    "scale.ron",
    "tsukubamirai.ron",
];

/// The checklists to choose from.
#[derive(Debug)]
pub struct ChecklistSet {
    /// The files they are made from.
    pub files: ChecklistFiles,
    /// The checklists.
    pub checklists: Vec<Checklist>,
    /// Problems of the files.
    pub problems: Vec<Problem>,
}

impl ChecklistSet {
    /// Returns the checklist of a city.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownChecklist`], or [`Error::Problems`] when the files have problems.
    pub fn city(&self, city: &str) -> Result<&Checklist> {
        if self.problems.iter().any(Problem::blocks) {
            return Err(Error::Problems(self.problems.clone()));
        }
        self.checklists
            .iter()
            .find(|checklist| checklist.policy.id == city)
            .ok_or_else(|| {
                let known = self
                    .checklists
                    .iter()
                    .map(|checklist| checklist.policy.id.clone())
                    .collect();
                Error::UnknownChecklist(city.to_owned(), known)
            })
    }
}

/// Returns the built-in files.
#[must_use]
pub fn built_in() -> ChecklistFiles {
    ChecklistFiles {
        files: BUILT_IN
            .iter()
            .map(|(name, text)| SourceFile {
                name: (*name).to_owned(),
                text: with_line_feeds((*text).to_owned()),
            })
            .collect(),
    }
}

/// Loads the set in force: the folder's `checklists` if it holds `items`, else the built-in one.
///
/// # Errors
///
/// [`Error::Io`] when the folder cannot be read.
pub fn load(folder: &Folder) -> Result<ChecklistSet> {
    Ok(of_files(own(folder)?.unwrap_or_else(built_in)))
}

/// Reads the files of the folder's own set; none when the built-in one is in force.
///
/// # Errors
///
/// As [`read_folder`].
pub fn own(folder: &Folder) -> Result<Option<ChecklistFiles>> {
    let own = folder.checklists();
    if own.join(ITEMS).is_dir() {
        read_folder(folder.disk(), &own).map(Some)
    } else {
        Ok(None)
    }
}

/// Loads a set of files.
#[must_use]
pub fn of_files(files: ChecklistFiles) -> ChecklistSet {
    let Loaded {
        checklists,
        problems,
    } = files.load(true);
    ChecklistSet {
        files,
        checklists,
        problems,
    }
}

/// The most bytes of all files of a set together.
const SET_MAX: u64 = 16 * 1024 * 1024;
/// The most files of a set.
const FILES_MAX: usize = 500;
/// The largest frozen copy: every quotation mark and line end in it takes two bytes.
const FROZEN_MAX: u64 = 2 * SET_MAX;

/// Reads every checklist file below a folder.
///
/// # Errors
///
/// [`Error::Io`], [`Error::Unreadable`], [`Error::TooLarge`] or [`Error::TooMany`].
pub fn read_folder(disk: &Disk, folder: &Path) -> Result<ChecklistFiles> {
    let mut files = Vec::new();
    let mut bytes = 0;
    for (prefix, part) in [("", folder.to_owned()), (ITEMS, folder.join(ITEMS))] {
        for name in disk.list(&part)? {
            if Path::new(&name)
                .extension()
                .is_some_and(|ending| ending == "ron")
                && !name.starts_with('.')
            {
                let text = disk.read_text(&part.join(&name))?;
                bytes += text.len() as u64;
                files.push(SourceFile {
                    text,
                    name: format!("{prefix}{name}"),
                });
                check_size(folder, files.len(), bytes)?;
            }
        }
    }
    Ok(ChecklistFiles { files })
}

/// Refuses a set that is too large as a whole.
fn check_size(folder: &Path, files: usize, bytes: u64) -> Result<()> {
    let path = folder.to_owned();
    if files > FILES_MAX {
        let max = FILES_MAX;
        return Err(Error::TooMany { path, max });
    }
    if bytes > SET_MAX {
        let max = SET_MAX;
        return Err(Error::TooLarge { path, max });
    }
    Ok(())
}

/// Freezes a city's checklist into a year: a copy beside the journals, named by its digest.
///
/// # Errors
///
/// [`Error::Io`].
pub fn freeze(folder: &Folder, key: &WorkbookKey, set: &ChecklistSet, digest: &str) -> Result<()> {
    let path = folder.frozen(key, digest);
    folder.disk().refuse_link(&path)?;
    if folder.disk().is_there(&path)? {
        return Ok(());
    }
    let text = frozen::encode(&set.files.of_city(&key.city)).map_err(Error::Bug)?;
    match folder.disk().write_new(&path, text.as_bytes()) {
        // Someone else froze the same checklist at the same moment.
        Err(Error::Exists(_)) => Ok(()),
        other => other,
    }
}

/// Loads the checklist frozen into a workbook's year.
///
/// # Errors
///
/// [`Error::ChecklistMissing`], or [`Error::Unreadable`] when the copy is not what its name says.
pub fn frozen(folder: &Folder, key: &WorkbookKey, digest: &str) -> Result<Checklist> {
    let text = frozen_text(folder, key, digest)?;
    thaw(folder, key, digest, &text, None)
}

/// Reads the copy of a checklist frozen into a workbook's year.
///
/// # Errors
///
/// [`Error::ChecklistMissing`], or as reading any text.
pub(super) fn frozen_text(folder: &Folder, key: &WorkbookKey, digest: &str) -> Result<String> {
    let path = folder.frozen(key, digest);
    folder.disk().refuse_link(&path)?;
    if !folder.disk().is_there(&path)? {
        return Err(Error::ChecklistMissing { path });
    }
    folder.disk().read_text_at_most(&path, FROZEN_MAX)
}

/// Makes a checklist of its frozen copy, and checks that it is what its name says. `known` has the
/// same digest and city, and so is the same.
///
/// # Errors
///
/// [`Error::Unreadable`].
pub(super) fn thaw(
    folder: &Folder,
    key: &WorkbookKey,
    digest: &str,
    text: &str,
    known: Option<&Checklist>,
) -> Result<Checklist> {
    let unreadable = |why: String| Error::Unreadable {
        path: folder.frozen(key, digest),
        why,
    };
    let files = frozen::decode(text).map_err(unreadable)?;
    let found = files.digest();
    if found != digest {
        return Err(unreadable(format!("digest {found}")));
    }
    if let Some(known) = known {
        return Ok(known.clone());
    }
    let loaded = files.load_frozen(digest);
    loaded
        .checklists
        .into_iter()
        .find(|checklist| checklist.policy.id == key.city)
        .ok_or_else(|| unreadable(key.city.clone()))
}

/// Puts a file in the place of the one of the same name, or adds it: items below `items/`.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::Io`] or [`Error::Unreadable`].
pub fn put(disk: &Disk, set: &mut ChecklistFiles, path: &Path) -> Result<()> {
    let text = disk.read_text(path)?;
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let below_items = path
        .parent()
        .and_then(Path::file_name)
        .is_some_and(|folder| folder == ITEMS.trim_end_matches('/'));
    let name = if below_items {
        format!("{ITEMS}{name}")
    } else {
        name
    };
    match set.files.iter_mut().find(|file| file.name == name) {
        Some(file) => file.text = text,
        None => set.files.push(SourceFile { name, text }),
    }
    Ok(())
}
