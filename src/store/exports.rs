//! Writes the two CSV files of a workbook, reads them back and checks them. Never overwrites.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folder::export_stem;
use super::workbooks::Opened;
use crate::domain::record::{Change, ExportedFile};
use crate::error::{Error, Result};
use crate::format::csv_export::{ExportInput, export_files};
use crate::format::csv_self_check::self_check;
use crate::format::digest;
use crate::text::columns::Header;

/// How many names are tried before giving up.
const NAMES_MAX: usize = 1_000;

/// What an export wrote.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The summary and the answers.
    pub files: [PathBuf; 2],
    /// The receipt over both.
    pub receipt: String,
    /// Whether others of the plain name were there, so that these bear a number.
    pub renamed: bool,
    /// Cells guarded against being run as formulas.
    pub guarded: usize,
    /// What to record of it.
    pub change: Change,
}

/// Writes a workbook's CSV files into a folder, which is made if needed.
///
/// # Errors
///
/// [`Error::Io`], or [`Error::SelfCheck`] when what was written does not read back the same;
/// then neither file is left.
pub fn write(disk: &Disk, opened: &Opened, to: &Path, header: Header) -> Result<Exported> {
    let input = ExportInput {
        checklist: &opened.checklist,
        workbook: &opened.workbook,
        previous: opened.previous.as_ref(),
        journal_head: &opened.head,
        header,
    };
    let csv = export_files(&input).map_err(|error| Error::Bug(error.to_string()))?;
    disk.make_folder(to)?;
    let (files, renamed) = free_names(to, &export_stem(&opened.key))?;
    let contents = [&csv.summary, &csv.answers];
    let written = write_both(disk, &files, contents).and_then(|()| {
        let summary = disk.read(&files[0])?;
        let answers = disk.read(&files[1])?;
        if self_check(&input, &csv.receipt, &summary, &answers).is_empty() {
            Ok(())
        } else {
            Err(Error::SelfCheck(files[0].clone()))
        }
    });
    if let Err(error) = written {
        // Half an export is worse than none; the names were free before, so nothing of others goes.
        for file in &files {
            let _ = disk.remove(file);
        }
        return Err(error);
    }
    let exported = files
        .iter()
        .zip(contents)
        .map(|(path, bytes)| ExportedFile {
            name: path
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            digest: digest::of_bytes(bytes),
        })
        .collect();
    Ok(Exported {
        receipt: csv.receipt.clone(),
        renamed,
        guarded: csv.guarded,
        change: Change::Exported {
            receipt: csv.receipt,
            files: exported,
        },
        files: files.map(|file| std::path::absolute(&file).unwrap_or(file)),
    })
}

fn write_both(disk: &Disk, files: &[PathBuf; 2], contents: [&Vec<u8>; 2]) -> Result<()> {
    for (path, bytes) in files.iter().zip(contents) {
        disk.write_new(path, bytes)?;
    }
    Ok(())
}

/// Returns names that are free for both files, and whether they bear a number.
fn free_names(to: &Path, stem: &str) -> Result<([PathBuf; 2], bool)> {
    for number in 1..=NAMES_MAX {
        let stem = if number == 1 {
            stem.to_owned()
        } else {
            format!("{stem}-{number}")
        };
        let files = ["summary", "answers"].map(|part| to.join(format!("{stem}_{part}.csv")));
        if files.iter().all(|file| Disk::is_free(file)) {
            return Ok((files, number > 1));
        }
    }
    Err(Error::Exists(to.to_owned()))
}
