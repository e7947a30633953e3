//! Makes a training folder.

use std::path::Path;

use super::OK;
use super::output::Output;
use super::setting::Setting;
use crate::demo::{self, Wish};
use crate::domain::fiscal_year::FiscalYear;
use crate::error::Result;
use crate::store::folder::Folder;
use crate::text::demo as words;

/// Makes a training folder, of a city, by a seed, up to a year.
pub(super) fn demo(
    setting: &Setting,
    place: &Path,
    (city, seed, year): (&str, u64, FiscalYear),
    output: &mut Output<'_>,
) -> Result<u8> {
    let folder = Folder::on(place.to_owned(), setting.folder.disk().clone());
    let wish = Wish {
        city,
        seed,
        year,
        lang: setting.lang,
    };
    let made = demo::make(&folder, wish)?;
    output.lines(words::made(setting.lang, place, &made.city, made.counts));
    Ok(OK)
}
