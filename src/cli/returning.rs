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
use crate::collect::returns::{self, How, Place, Return, left_alone, places, proposals};
use crate::domain::checklist::Checklist;
use crate::domain::ledger::code_key;
use crate::domain::returning::Unfit;
use crate::domain::submission::Asked;
use crate::error::{Error, Result};
use crate::format::return_file;
use crate::format::returns::{Reading, template};
use crate::report::html;
use crate::report::slip::slip;
use crate::store::checklists;
use crate::store::returning::{self, RETURNS, Written};
use crate::text::columns::Header;
use crate::text::returning as words;

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
    let due = asked.due.as_deref().map(day).transpose()?;
    let (desk, checklists) = open(setting, asked.collected.as_deref())?;
    let collection = &desk.collection;
    let all = places(collection);
    let reading = match &asked.items {
        None => Reading::default(),
        Some(path) => {
            let bytes = setting.folder.disk().read_at_most(path, CSV_MAX)?;
            match returns::read(collection, &all, &bytes) {
                Ok(reading) => reading,
                Err(problems) => {
                    let mut lines = vec![words::refused(lang, path, problems.len())];
                    let problems = problems.iter();
                    lines.extend(problems.flat_map(|problem| words::problem(lang, problem)));
                    output.error(&lines);
                    return Ok(REFUSED);
                }
            }
        }
    };
    let how = How {
        lang,
        by: &setting.author.name,
        date: &setting.now.date_naive().to_string(),
        due: due.as_deref().unwrap_or_default(),
    };
    let found = returns::returns(collection, &all, &reading.wishes, how);
    let chosen = chosen(&all, found, &asked.only)?;
    let root = desk.folder.root();
    let to = asked.to.clone().unwrap_or_else(|| root.join(RETURNS));
    for returned in &chosen {
        let written = write_one(
            setting,
            returned,
            &checklists,
            returns::usual(collection),
            &to,
        )?;
        let entry = returned.place.entry;
        let count = returned.slip.slip.items.len();
        let files = (written.page.as_path(), written.file.as_path());
        output.lines(words::written(lang, entry, count, files, written.was_there));
    }
    if chosen.is_empty() {
        output.line(words::nothing(lang));
    } else {
        output.line(&words::slips(lang, chosen.len()));
    }
    if asked.only.is_empty() {
        let (absent, unknown) = left_alone(&all);
        output.lines(words::left_alone(lang, &absent, unknown));
    }
    if reading.overtaken.is_empty() {
        return Ok(OK);
    }
    output.error(&[words::overtaken(lang, &reading.overtaken)]);
    Ok(FINDINGS)
}

fn write_one(
    setting: &Setting,
    returned: &Return<'_>,
    checklists: &[Checklist],
    asked: Option<&Asked>,
    to: &Path,
) -> Result<Written> {
    let own = &returned.slip;
    let code = if own.department_code.is_empty() {
        returned.place.entry.claim.names()
    } else {
        own.department_code.clone()
    };
    let stem = returning::stem(own.year, &own.municipality_code, &code);
    let file = return_file::write(own).map_err(Error::Bug)?;
    let page = |name: &str| {
        let slip = slip(returned, checklists, asked, setting.lang, name);
        html::slip::page(&slip).into_bytes()
    };
    returning::write(setting.folder.disk(), to, &stem, page, file.as_bytes())
}

/// Returns a date as it was written, if it is one.
fn day(text: &str) -> Result<String> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
        .map(|date| date.to_string())
        .map_err(|_| Error::BadTime(text.to_owned()))
}

/// Returns those of some departments; of all where none is named.
fn chosen<'a>(
    places: &[Place<'_>],
    found: Vec<Return<'a>>,
    only: &[String],
) -> Result<Vec<Return<'a>>> {
    let keys: Vec<String> = only.iter().map(|code| code_key(code)).collect();
    for (code, key) in only.iter().zip(&keys) {
        let mut all = places.iter();
        if !all.any(|place| code_key(&place.entry.department_code) == *key) {
            return Err(Error::NotCollected(code.clone()));
        }
    }
    let wanted = |one: &Return<'_>| {
        keys.is_empty() || keys.contains(&code_key(&one.place.entry.department_code))
    };
    Ok(found.into_iter().filter(wanted).collect())
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
