//! Commands that only look: verifying files and checking checklists.

use std::path::{Path, PathBuf};

use super::args::OpenArgs;
use super::output::Output;
use super::setting::Setting;
use super::{CSV_MAX, FINDINGS, OK, REFUSED, passphrase};
use crate::error::Result;
use crate::format::csv_verify::{InputFile, verify};
use crate::format::digest::lettered;
use crate::format::journal::Tail;
use crate::store::checklists::{self, ChecklistSet};
use crate::store::disk::Disk;
use crate::store::folder::JOURNAL;
use crate::store::journal_file;
use crate::store::sealed;
use crate::text::{Lang, commands as words, coverage, errors, findings};

/// Verifies exported files and journals.
pub(super) fn verify_files(
    setting: &Setting,
    paths: &[PathBuf],
    opener: &OpenArgs,
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let opener = passphrase::opener(setting, opener, output)?;
    let disk = setting.folder.disk();
    let mut good = true;
    let mut sheets: Vec<(String, Vec<u8>)> = Vec::new();
    for path in paths {
        if path.extension().is_some_and(|ending| ending == JOURNAL) {
            good &= verify_journal(lang, disk, path, output)?;
        } else {
            // What is sealed is opened in memory: looking leaves nothing behind.
            let bytes = sealed::plain(path, disk.read_at_most(path, CSV_MAX)?, opener.as_ref())?;
            sheets.push((path.display().to_string(), bytes));
        }
    }
    if !sheets.is_empty() {
        good &= verify_sheets(setting, &sheets, output)?;
    }
    Ok(if good { OK } else { FINDINGS })
}

/// Verifies the contents of exported files, named; returns whether nothing was found.
pub(super) fn verify_sheets(
    setting: &Setting,
    sheets: &[(String, Vec<u8>)],
    output: &mut Output<'_>,
) -> Result<bool> {
    let lang = setting.lang;
    let mut good = true;
    let set = checklists::load(&setting.folder)?;
    let files: Vec<InputFile<'_>> = sheets
        .iter()
        .map(|(name, bytes)| InputFile { name, bytes })
        .collect();
    for verdict in verify(&files, &set.checklists) {
        good &= verdict.is_good();
        output.lines(findings::verdict(lang, &verdict));
    }
    output.line(findings::proof_note(lang));
    Ok(good)
}

fn verify_journal(lang: Lang, disk: &Disk, path: &Path, output: &mut Output<'_>) -> Result<bool> {
    let read = journal_file::read(disk, path)?;
    let records = read.workbook.records().len();
    let head = lettered(&read.head);
    output.lines(words::journal(lang, path, records, &head));
    if let Tail::Torn(bytes) = read.tail {
        output.line(&errors::torn(lang, bytes));
    }
    if let Some(damage) = &read.damage {
        output.line(&errors::damage(lang, damage));
    }
    Ok(read.damage.is_none())
}

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
