//! The division's report: one document, as a page and as sheets. Knows what was collected and its
//! words; no screen.

pub mod build;
pub mod document;
pub mod html;
mod sections;
pub mod slip;
#[cfg(test)]
mod test_kit;
mod view;
pub mod xlsx;

use std::path::PathBuf;

pub use view::{Edition, Source};

use crate::error::{Error, Result};
use crate::store::batch::Batch;
use crate::store::desk::DeskFolder;
use crate::text::document::words;

impl Edition {
    /// Returns how its files are named: the two editions never bear the same name.
    #[must_use]
    pub const fn stem(self) -> &'static str {
        match self {
            Self::Internal => "report",
            Self::Public => "report_public",
        }
    }
}

/// Writes a report into a folder, each file in the place of the one before, with a batch.
///
/// # Errors
///
/// [`Error::Io`] or [`Error::Stopped`].
pub fn write(
    batch: &mut Batch<'_>,
    folder: &DeskFolder,
    source: Source<'_>,
) -> Result<[PathBuf; 2]> {
    batch.go_on()?;
    let document = build::build(source);
    batch.go_on()?;
    let page = html::page(&document);
    let sheets = xlsx::sheets(&document, words(source.lang), source.made)
        .map_err(|error| Error::Bug(error.to_string()))?;
    let stem = source.edition.stem();
    let mut file = |ending: &str, bytes: &[u8]| {
        let path = folder.path(&format!("{stem}.{ending}"));
        batch.fill(&path, |out| out.write_all(bytes))?;
        Ok::<_, Error>(path)
    };
    Ok([file("html", page.as_bytes())?, file("xlsx", &sheets)?])
}

#[cfg(test)]
#[path = "report/report_tests.rs"]
mod tests;
