//! Checks the checklists.

use std::path::PathBuf;

use super::output::Output;
use super::setting::Setting;
use super::{OK, REFUSED};
use crate::error::Result;
use crate::store::checklists::{self, ChecklistSet};
use crate::text::coverage;

/// Checks the checklists: the set in force, or with the files named in their place.
pub(super) fn check(setting: &Setting, files: &[PathBuf], output: &mut Output<'_>) -> Result<u8> {
    let set = if files.is_empty() {
        checklists::load(&setting.folder)?
    } else {
        set_with(setting, files)?
    };
    let report = coverage::report(setting.lang, &set.checklists, &set.problems);
    output.lines(report);
    Ok(if set.problems.is_empty() { OK } else { REFUSED })
}

/// Puts named files in the place of those of the same name in the set in force.
fn set_with(setting: &Setting, files: &[PathBuf]) -> Result<ChecklistSet> {
    let disk = setting.folder.disk();
    let mut set = checklists::load(&setting.folder)?.files;
    for path in files {
        if path.is_dir() {
            set = checklists::read_folder(disk, path)?;
            continue;
        }
        checklists::put(disk, &mut set, path)?;
    }
    Ok(checklists::of_files(set))
}
