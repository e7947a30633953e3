//! Verifies exported files and journals, each on its own and against each other.

use std::path::{Path, PathBuf};

use super::args::OpenArgs;
use super::output::Output;
use super::setting::Setting;
use super::{CSV_MAX, FINDINGS, OK, passphrase};
use crate::error::Result;
use crate::format::csv_finding::Verdict;
use crate::format::csv_journal::{head_check, is_about};
use crate::format::csv_verify::{InputFile, verify};
use crate::format::digest::lettered;
use crate::format::journal_chain::breaks;
use crate::format::journal_salvage::salvage;
use crate::format::journal_whole::whole;
use crate::store::checklists;
use crate::store::folder::JOURNAL;
use crate::store::journal_file::{self, ReadJournal};
use crate::store::sealed;
use crate::text::{chain, damage, findings};

/// A journal as it was read, with its name.
type Named<'a> = (&'a Path, ReadJournal);

/// Verifies exported files and journals.
pub(super) fn verify_files(
    setting: &Setting,
    paths: &[PathBuf],
    opener: &OpenArgs,
    output: &mut Output<'_>,
) -> Result<u8> {
    let opener = passphrase::opener(setting, opener, output)?;
    let disk = setting.folder.disk();
    let mut good = true;
    let mut journals: Vec<Named<'_>> = Vec::new();
    let mut sheets: Vec<(String, Vec<u8>)> = Vec::new();
    for path in paths {
        if path.extension().is_some_and(|ending| ending == JOURNAL) {
            // Files beside it are compared with its records; else its chain is enough.
            if !paths.iter().any(|path| is_sheet(path)) && holds_together(setting, path, output)? {
                continue;
            }
            let read = journal_file::read(disk, path)?;
            good &= verify_journal(setting, path, &read, output)?;
            journals.push((path, read));
        } else {
            // What is sealed is opened in memory: looking leaves nothing behind.
            let bytes = sealed::plain(path, disk.read_at_most(path, CSV_MAX)?, opener.as_ref())?;
            sheets.push((path.display().to_string(), bytes));
        }
    }
    if !sheets.is_empty() {
        good &= verify_beside(setting, &sheets, &journals, output)?;
    }
    Ok(if good { OK } else { FINDINGS })
}

fn is_sheet(path: &Path) -> bool {
    path.extension().is_none_or(|ending| ending != JOURNAL)
}

/// Tells what a journal holds when its chain is whole; returns whether it is.
fn holds_together(setting: &Setting, path: &Path, output: &mut Output<'_>) -> Result<bool> {
    let bytes = journal_file::bytes(setting.folder.disk(), path)?;
    let Some(whole) = whole(&bytes) else {
        return Ok(false);
    };
    let count = usize::try_from(whole.records).unwrap_or(usize::MAX);
    let head = lettered(&whole.head);
    output.lines(chain::holds(
        setting.lang,
        path,
        (count, &whole.told),
        &head,
    ));
    Ok(true)
}

/// Verifies the contents of exported files, named; returns whether nothing was found.
pub(super) fn verify_sheets(
    setting: &Setting,
    sheets: &[(String, Vec<u8>)],
    output: &mut Output<'_>,
) -> Result<bool> {
    verify_beside(setting, sheets, &[], output)
}

/// Verifies exported files, and beside them the journals of the same department and year.
fn verify_beside(
    setting: &Setting,
    sheets: &[(String, Vec<u8>)],
    journals: &[Named<'_>],
    output: &mut Output<'_>,
) -> Result<bool> {
    let lang = setting.lang;
    let mut good = true;
    let set = checklists::load(&setting.folder)?;
    let files: Vec<InputFile<'_>> = sheets
        .iter()
        .map(|(name, bytes)| InputFile { name, bytes })
        .collect();
    let verdicts = verify(&files, &set.checklists);
    for verdict in &verdicts {
        good &= verdict.is_good();
        output.lines(findings::verdict(lang, verdict));
        good &= verify_heads(setting, verdict, journals, output);
    }
    for (path, read) in journals {
        let about = |verdict: &Verdict| is_about(verdict, &read.workbook);
        if !verdicts.iter().any(about) {
            good = false;
            output.line(&chain::no_files(lang, path));
        }
    }
    output.line(findings::proof_note(lang));
    Ok(good)
}

fn verify_journal(
    setting: &Setting,
    path: &Path,
    read: &ReadJournal,
    output: &mut Output<'_>,
) -> Result<bool> {
    let lang = setting.lang;
    output.lines(chain::holds(
        lang,
        path,
        (read.workbook.records().len(), read.workbook.records()),
        &lettered(&read.head),
    ));
    if let Some(words) = damage::tail(lang, read.tail) {
        output.line(&words);
    }
    let Some(found) = &read.damage else {
        return Ok(true);
    };
    output.line(&damage::what(lang, found));
    let bytes = journal_file::bytes(setting.folder.disk(), path)?;
    if let Some(salvage) = salvage(&bytes) {
        for mend in &salvage.mends {
            output.line(&format!("  {}", chain::mend(lang, mend)));
        }
    }
    let broken: Vec<usize> = breaks(&bytes);
    if broken.len() > 1 {
        output.line(&format!("  {}", chain::breaks(lang, &broken)));
    }
    output.line(&format!("  {}", damage::todo(lang, found)));
    Ok(false)
}

/// Compares the hash that files name with the journals of the same department and year.
fn verify_heads(
    setting: &Setting,
    verdict: &Verdict,
    journals: &[Named<'_>],
    output: &mut Output<'_>,
) -> bool {
    let mut good = true;
    for (path, read) in journals {
        if is_about(verdict, &read.workbook) {
            let check = head_check(verdict, &read.workbook, &read.hashes);
            good &= check.is_good();
            output.line(&format!("  {}", chain::head(setting.lang, path, check)));
        }
    }
    good
}
