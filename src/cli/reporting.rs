//! The division's report, made anew from what its folder keeps.

use std::path::PathBuf;

use clap::ValueEnum;

use super::OK;
use super::output::Output;
use super::setting::Setting;
use crate::collect::desk;
use crate::collect::gather::Progress;
use crate::error::Result;
use crate::report::{self, Edition, Source};
use crate::store::batch::Batch;
use crate::store::checklists;
use crate::store::desk::DeskFolder;
use crate::text::collecting as words;

/// What a report is asked for with.
#[derive(clap::Args, Debug)]
pub struct ReportArgs {
    #[arg(value_name = "DIR")]
    desk: PathBuf,
    #[arg(long, value_enum, default_value = "internal")]
    edition: EditionArg,
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
}

/// Whom a report is for, on the command line.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum EditionArg {
    /// The office.
    Internal,
    /// Everybody.
    Public,
}

impl From<EditionArg> for Edition {
    fn from(edition: EditionArg) -> Self {
        match edition {
            EditionArg::Internal => Self::Internal,
            EditionArg::Public => Self::Public,
        }
    }
}

/// Writes a report on a division's folder, into it unless another is named.
pub(super) fn report(setting: &Setting, asked: &ReportArgs, output: &mut Output<'_>) -> Result<u8> {
    let disk = setting.folder.disk();
    let set = checklists::load(&setting.folder)?;
    let desk = desk::open(disk, &asked.desk, &set.checklists, &Progress::default())?;
    let source = Source {
        collection: &desk.collection,
        checklists: &set.checklists,
        edition: asked.edition.into(),
        lang: setting.lang,
        made: setting.now,
    };
    let to = asked.to.as_ref().unwrap_or(&asked.desk);
    let to = DeskFolder::new(to.clone(), disk.clone());
    let mut batch = Batch::new(disk.clone());
    let files = report::write(&mut batch, &to, source)?;
    batch.finish()?;
    output.lines(words::written(setting.lang, &files));
    Ok(OK)
}
