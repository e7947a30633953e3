//! The division's report, made anew from what its folder keeps.

use std::path::Path;

use super::OK;
use super::output::Output;
use super::setting::Setting;
use crate::collect::desk;
use crate::collect::gather::Progress;
use crate::error::Result;
use crate::report::{self, Edition, Source};
use crate::store::checklists;
use crate::store::desk::DeskFolder;
use crate::text::collecting as words;

/// Writes a report on a division's folder, into it unless another is named.
pub(super) fn report(
    setting: &Setting,
    from: &Path,
    edition: Edition,
    to: Option<&Path>,
    output: &mut Output<'_>,
) -> Result<u8> {
    let disk = setting.folder.disk();
    let set = checklists::load(&setting.folder)?;
    let desk = desk::open(disk, from, &set.checklists, &Progress::default())?;
    let source = Source {
        collection: &desk.collection,
        checklists: &set.checklists,
        edition,
        lang: setting.lang,
        made: setting.now,
    };
    let to = DeskFolder::new(to.unwrap_or(from).to_owned(), disk.clone());
    let files = report::write(&to, source)?;
    output.lines(words::written(setting.lang, &files));
    Ok(OK)
}
