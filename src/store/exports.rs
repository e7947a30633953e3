//! Writes the two CSV files of a workbook, sealed or not, reads them back and checks them. Never
//! overwrites. What is to be sealed reaches the disk sealed only.

use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::folder::{Folder, export_stem};
use super::sealed::{self, Opener, Seal};
use super::workbooks::Opened;
use crate::domain::record::{Change, ExportedFile};
use crate::error::{Error, Result};
use crate::format::csv_export::{ExportInput, export_files};
use crate::format::csv_self_check::self_check;
use crate::format::digest;
use crate::format::sealing::SEALED;
use crate::text::columns::Header;

/// How many names are tried before giving up.
const NAMES_MAX: usize = 1_000;

/// How the files are written.
#[derive(Clone, Copy)]
pub struct How<'a> {
    /// Which headings.
    pub header: Header,
    /// What they are sealed with, if they are.
    pub seal: Option<&'a Seal>,
    /// Why they are written although something in them deserved a look.
    pub despite: Option<&'a str>,
}

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
pub fn write(disk: &Disk, opened: &Opened, to: &Path, how: How<'_>) -> Result<Exported> {
    let input = ExportInput {
        checklist: &opened.checklist,
        workbook: &opened.workbook,
        previous: opened.previous.as_ref(),
        journal_head: &opened.head,
        header: how.header,
    };
    let csv = export_files(&input).map_err(|error| Error::Bug(error.to_string()))?;
    let contents = [&csv.summary, &csv.answers];
    let sealed = match how.seal {
        Some(seal) => Some([
            sealed::seal(&csv.summary, seal)?,
            sealed::seal(&csv.answers, seal)?,
        ]),
        None => None,
    };
    let written = sealed.as_ref().map_or(contents, <[Vec<u8>; 2]>::each_ref);
    disk.make_folder(to)?;
    let (files, renamed) = free_names(disk, to, &export_stem(&opened.key), how.seal.is_some())?;
    let done = write_both(disk, &files, written).and_then(|()| {
        let read = [disk.read(&files[0])?, disk.read(&files[1])?];
        let plain = if how.seal.is_none() {
            read
        } else if read.each_ref() == written {
            opened_again(how.seal, &files, &read, contents)?
        } else {
            return Err(Error::SelfCheck(files[0].clone()));
        };
        if self_check(&input, &csv.receipt, &plain[0], &plain[1]).is_empty() {
            Ok(())
        } else {
            Err(Error::SelfCheck(files[0].clone()))
        }
    });
    if let Err(error) = done {
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
            despite: how.despite.map(ToOwned::to_owned),
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

/// Opens what was read back. Without the division's secret key nobody here can; then what was
/// sealed is what is checked, since the sealed bytes are already known to be the same.
fn opened_again(
    seal: Option<&Seal>,
    files: &[PathBuf; 2],
    read: &[Vec<u8>; 2],
    contents: [&Vec<u8>; 2],
) -> Result<[Vec<u8>; 2]> {
    let Some(Seal::Passphrase(passphrase)) = seal else {
        return Ok(contents.map(Clone::clone));
    };
    let opener = Opener::Passphrase(passphrase.clone());
    let open = |at: usize| {
        sealed::open(&read[at], &opener).map_err(|_| Error::SelfCheck(files[at].clone()))
    };
    Ok([open(0)?, open(1)?])
}

/// Returns names that are free for both files, and whether they bear a number. A name is taken by
/// the other form too: a sealed file becomes one without its ending when it is opened.
fn free_names(disk: &Disk, to: &Path, stem: &str, sealed: bool) -> Result<([PathBuf; 2], bool)> {
    for number in 1..=NAMES_MAX {
        let stem = if number == 1 {
            stem.to_owned()
        } else {
            format!("{stem}-{number}")
        };
        let names = ["summary", "answers"].map(|part| format!("{stem}_{part}.csv"));
        let plain = names.each_ref().map(|name| to.join(name));
        let closed = names
            .each_ref()
            .map(|name| to.join(format!("{name}.{SEALED}")));
        let mut taken = false;
        for path in plain.iter().chain(&closed) {
            // A link that leads nowhere takes the name too.
            taken |= disk.is_there(path)? || !Disk::is_free(path);
        }
        if !taken {
            return Ok((if sealed { closed } else { plain }, number > 1));
        }
    }
    Err(Error::Exists(to.to_owned()))
}

/// Writes lines of text to a new file among the exports, and returns where. A name that is taken
/// gets a number.
///
/// # Errors
///
/// [`Error::Io`].
pub fn keep_text(folder: &Folder, name: &str, text: &str) -> Result<PathBuf> {
    let to = folder.exports();
    folder.disk().make_folder(&to)?;
    let mut number = 1;
    loop {
        let ending = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let path = to.join(format!("{name}{ending}.txt"));
        match folder.disk().write_new(&path, text.as_bytes()) {
            Err(Error::Exists(_)) if number < NAMES_MAX => number += 1,
            other => return other.map(|()| path),
        }
    }
}
