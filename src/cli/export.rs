//! Exports a workbook: after a look at what should rarely leave, sealed when that is asked for.

use std::path::Path;

use super::args::SealArgs;
use super::commands::{open, open_for_writing, place, save};
use super::output::Output;
use super::setting::Setting;
use super::{FINDINGS, OK, passphrase};
use crate::domain::action::Refusal;
use crate::domain::sensitive;
use crate::error::{Doing, Error, Result};
use crate::store::exports::{self, How};
use crate::store::journal_file::Appender;
use crate::store::workbooks::Opened;
use crate::text::columns::Header;
use crate::text::{commands as words, look, sealing};

/// What was asked for on the command line.
pub(super) struct Asked<'a> {
    pub workbook: &'a str,
    pub to: Option<&'a Path>,
    pub header: Header,
    pub despite: Option<&'a str>,
    pub seal: &'a SealArgs,
}

/// Writes the CSV files of a workbook.
pub(super) fn export(setting: &Setting, asked: &Asked<'_>, output: &mut Output<'_>) -> Result<u8> {
    let lang = setting.lang;
    let despite = asked.despite.map(str::trim);
    if despite == Some("") {
        return Err(Refusal::ReasonMissing.into());
    }
    let (folder, _) = place(setting, asked.workbook)?;
    let (mut opened, recorder) = open_either_way(setting, asked.workbook, output)?;
    let found = sensitive::in_workbook(&opened.checklist, &opened.workbook);
    if despite.is_none() && !found.is_empty() {
        output.lines(look::refused(lang, &found));
        return Ok(FINDINGS);
    }
    let seal = passphrase::seal(setting, asked.seal, output)?;
    let to = asked
        .to
        .map_or_else(|| setting.preferences.exports(&folder), Path::to_owned);
    let how = How {
        header: asked.header,
        seal: seal.as_ref(),
        // With nothing found there is nothing to give a reason for.
        despite: despite.filter(|_| !found.is_empty()),
    };
    let exported = exports::write(folder.disk(), &opened, &to, how)?;
    let unrecorded = match recorder {
        Ok(mut appender) => {
            let changes = vec![exported.change.clone()];
            save(setting, &mut opened, &mut appender, changes)?;
            None
        }
        Err(why) => Some(why),
    };
    output.lines(words::exported(lang, &exported));
    if let Some(seal) = &seal {
        output.line(sealing::sealed(lang, seal));
    }
    output.lines(unrecorded);
    Ok(OK)
}

/// Opens a workbook for writing; for reading where another program writes it or the place takes no
/// writing. Reading is enough to export: then no record is kept, and why is said.
fn open_either_way(
    setting: &Setting,
    workbook: &str,
    output: &mut Output<'_>,
) -> Result<(Opened, std::result::Result<Appender, String>)> {
    let why = match open_for_writing(setting, workbook, output) {
        Ok((opened, appender)) => return Ok((opened, Ok(appender))),
        Err(Error::Io {
            doing: Doing::Locking,
            ..
        }) => setting.lang.strings().export.read_only.to_owned(),
        Err(Error::Locked { holder, .. }) => words::not_recorded(setting.lang, holder.as_ref()),
        Err(error) => return Err(error),
    };
    Ok((open(setting, workbook, output)?, Err(why)))
}
