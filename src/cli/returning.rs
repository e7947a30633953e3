//! Returning: what departments must correct, their slips, and taking one. No rules here.

use std::path::Path;

use chrono::NaiveDate;

use super::args::{ReturnArgs, ReturnCommand};
use super::output::Output;
use super::setting::Setting;
use super::{CSV_MAX, FINDINGS, OK, REFUSED, collecting, commands};
use crate::collect::compared::Compared;
use crate::collect::desk::{self, Desk};
use crate::collect::gather::Progress;
use crate::collect::return_slips::{self, Made, Order};
use crate::collect::returns::{How, places, proposals};
use crate::domain::checklist::Checklist;
use crate::domain::returning::Unfit;
use crate::error::{Error, Result};
use crate::format::returns::template;
use crate::report::slip::Pages;
use crate::store::checklists;
use crate::store::returning::{self, RETURNS};
use crate::text::columns::Header;
use crate::text::{returning as words, typed};

/// Writes slips, or what might be returned.
pub(super) fn run(setting: &Setting, asked: &ReturnArgs, output: &mut Output<'_>) -> Result<u8> {
    match &asked.command {
        None => write(setting, asked, output),
        Some(ReturnCommand::Template {
            collected,
            to,
            header,
        }) => propose(
            setting,
            collected.as_deref(),
            to.as_deref(),
            (*header).into(),
            output,
        ),
    }
}

fn open(setting: &Setting, named: Option<&Path>) -> Result<(Desk, Vec<Checklist>)> {
    let root = collecting::place(&setting.folder, named)?;
    let set = checklists::load(&setting.folder)?;
    let disk = setting.folder.disk();
    let desk = desk::open(disk, &root, &set.checklists, &Progress::default())?;
    Ok((desk, set.checklists))
}

fn propose(
    setting: &Setting,
    named: Option<&Path>,
    to: Option<&Path>,
    header: Header,
    output: &mut Output<'_>,
) -> Result<u8> {
    let (desk, _) = open(setting, named)?;
    let compared = Compared::of(&desk.collection);
    let found = proposals(&compared, &places(&desk.collection), setting.lang);
    let bytes = template(&found, header).map_err(|error| Error::Bug(error.to_string()))?;
    match to {
        Some(path) => {
            setting.folder.disk().write_new(path, &bytes)?;
            output.line(&words::template_written(setting.lang, path, found.len()));
        }
        None => output.file(&bytes),
    }
    Ok(OK)
}

fn write(setting: &Setting, asked: &ReturnArgs, output: &mut Output<'_>) -> Result<u8> {
    let lang = setting.lang;
    let today = setting.now.date_naive();
    let due = asked.due.as_deref().map(|text| day(text, today));
    let due = due.transpose()?;
    let (desk, checklists) = open(setting, asked.collected.as_deref())?;
    let disk = setting.folder.disk();
    let wishes = asked.items.as_deref();
    let wishes = wishes
        .map(|path| disk.read_at_most(path, CSV_MAX))
        .transpose()?;
    let root = desk.folder.root();
    let order = Order {
        how: How {
            lang,
            by: &setting.author.name,
            date: &today.to_string(),
            due: due.as_deref().unwrap_or_default(),
        },
        wishes: wishes.as_deref(),
        only: &asked.only,
        to: &asked.to.clone().unwrap_or_else(|| root.join(RETURNS)),
    };
    let page = Pages::of(&desk.collection, &checklists, lang);
    let made = return_slips::write(disk, &desk.collection, order, |one, name| {
        page.of_slip(one, name)
    })?;
    let slips = match made {
        Made::Written(slips) => slips,
        Made::Refused(problems) => {
            let path = asked.items.as_deref().unwrap_or(Path::new(""));
            output.error(&words::refusal(lang, path, &problems));
            return Ok(REFUSED);
        }
    };
    output.lines(words::made(lang, &slips));
    if slips.overtaken.is_empty() {
        return Ok(OK);
    }
    output.error(&[words::overtaken(lang, &slips.overtaken)]);
    Ok(FINDINGS)
}

/// Returns the day by which corrections are due, as it was written.
fn day(text: &str, today: NaiveDate) -> Result<String> {
    let day = typed::day(text).ok_or_else(|| Error::BadTime(text.to_owned()))?;
    return_slips::due(day, today)
}

/// Takes a slip into a workbook.
pub(super) fn take(
    setting: &Setting,
    workbook: &str,
    path: &Path,
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let (folder, key) = commands::place(setting, workbook)?;
    let (mut opened, mut appender) = commands::open_for_writing(setting, workbook, output)?;
    let seen = match returning::look(&folder, &key, &path.display().to_string()) {
        Ok(seen) => seen,
        Err(Error::NotTaken {
            unfit: Unfit::Taken(number),
            ..
        }) => {
            let record = opened.workbook.record(number);
            let at = record.map(|record| record.at.format("%Y-%m-%d %H:%M").to_string());
            output.line(&words::taken_before(lang, &at.unwrap_or_default()));
            return Ok(OK);
        }
        Err(error) => return Err(error),
    };
    commands::save(setting, &mut opened, &mut appender, seen.changes)?;
    let items = &seen.slip.slip.items;
    let unknown = items
        .iter()
        .filter(|one| opened.checklist.position(one.item.as_str()).is_none());
    output.lines(words::taken(lang, items.len(), unknown.count()));
    Ok(OK)
}
