//! Opens sealed files and verifies what was in them.

use std::path::{Path, PathBuf};

use super::args::OpenArgs;
use super::output::Output;
use super::setting::Setting;
use super::{FINDINGS, OK, passphrase, verifying};
use crate::error::Result;
use crate::store::sealed;
use crate::text::sealing;

/// Opens files, all or none, and writes them without their ending.
pub(super) fn decrypt(
    setting: &Setting,
    paths: &[PathBuf],
    to: Option<&Path>,
    opener: &OpenArgs,
    output: &mut Output<'_>,
) -> Result<u8> {
    let disk = setting.folder.disk();
    let opener = passphrase::opener(setting, opener, output)?;
    let mut opened = Vec::new();
    for path in paths {
        let bytes = disk.read(path)?;
        opened.push((
            sealed::opened_name(path, to)?,
            sealed::opened(path, &bytes, opener.as_ref())?,
        ));
    }
    sealed::write_opened(disk, &opened)?;
    let written: Vec<PathBuf> = opened.iter().map(|(path, _)| path.clone()).collect();
    output.lines(sealing::opened(setting.lang, &written));
    let sheets: Vec<(String, Vec<u8>)> = opened
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|ending| ending == "csv"))
        .map(|(path, bytes)| (path.display().to_string(), bytes))
        .collect();
    let good = sheets.is_empty() || verifying::verify_sheets(setting, &sheets, output)?;
    Ok(if good { OK } else { FINDINGS })
}
