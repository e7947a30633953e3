//! What a file says of itself, in the forms spreadsheets leave it in.

use arcstr::ArcStr;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::csv_canonical;
use super::csv_finding::Verdict;
use super::csv_sheet::Sheet;
use super::csv_spreadsheet;
use super::csv_written::written_moment;
use super::digest;
use crate::domain::cover::{Cover, JournalHead};
use crate::domain::fiscal_year::FiscalYear;
use crate::text::columns::STATUS;

/// What is told of files that cannot be trusted: whose they seem to be.
pub(super) fn doubted(cover: &Cover, verdict: &Verdict) -> Cover {
    let told = |found: &str| ArcStr::from(found.trim());
    let mut cover = Cover {
        municipality: told(&verdict.municipality),
        department: told(&verdict.department),
        journal_head: journal_head(verdict.journal_head.trim()),
        agency: ArcStr::new(),
        confirmed_by: ArcStr::new(),
        ..cover.clone()
    };
    if verdict.summary.is_none() && verdict.answers.is_none() {
        cover.municipality_code = verdict.municipality_code.as_str().into();
        cover.department_code = verdict.department_code.as_str().into();
    }
    cover
}

/// Returns what a file says of itself.
pub(super) fn cover_of(sheet: &Sheet) -> Cover {
    let first = |id| ArcStr::from(sheet.first(id).trim());
    let confirmed = csv_canonical::code(STATUS, sheet.first("status")) == Some("confirmed");
    Cover {
        municipality_code: agreed_municipality(sheet.first("municipality_code").trim()).into(),
        municipality: first("municipality"),
        year: year(sheet.first("fiscal_year")),
        department_code: first("department_code"),
        department: first("department"),
        agency: first("agency"),
        edition: agreed_day(sheet.first("edition").trim()).into(),
        checklist_digest: first("checklist_digest"),
        confirmed_at: moment(sheet.first("confirmed_at")).filter(|_| confirmed),
        confirmed_by: first("confirmed_by"),
        journal_head: journal_head(sheet.first("journal_head").trim()),
        receipt: sheet.first("receipt").trim().into(),
    }
}

/// Returns a journal's head as it stands in a cell.
pub(super) fn journal_head(written: &str) -> JournalHead {
    match digest::unlettered(written) {
        Some(hash) => JournalHead::Hash(hash),
        None => JournalHead::Written(written.into()),
    }
}

/// Returns a journal's head as it stood in its cell.
#[must_use]
pub fn written_head(head: &JournalHead) -> String {
    match head {
        JournalHead::Hash(hash) => digest::lettered(hash),
        JournalHead::Written(written) => written.to_string(),
    }
}

/// Six digits, of which a spreadsheet may have taken the first zero.
pub(super) fn agreed_municipality(written: &str) -> String {
    let narrow = csv_spreadsheet::narrowed(written);
    if (1..6).contains(&narrow.len()) && narrow.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{narrow:0>6}")
    } else {
        narrow
    }
}

/// Returns a fiscal year as it stands in a cell.
pub(super) fn year(cell: &str) -> Option<FiscalYear> {
    let narrow = csv_spreadsheet::narrowed(cell);
    let whole = narrow.split_once('.').map_or(&*narrow, |(whole, _)| whole);
    FiscalYear::new(whole.parse().ok()?)
}

/// Returns a moment as it stands in a cell, in any form a spreadsheet gives it.
pub(super) fn moment(cell: &str) -> Option<NaiveDateTime> {
    if let Some(moment) = written_moment(cell.as_bytes()) {
        return Some(moment);
    }
    let value = csv_spreadsheet::value(cell)?;
    ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
        .into_iter()
        .find_map(|form| NaiveDateTime::parse_from_str(&value, form).ok())
        .or_else(|| Some(value.parse::<NaiveDate>().ok()?.and_time(NaiveTime::MIN)))
}

/// A date in the one form that sorts; anything else as it is.
pub(super) fn agreed_day(cell: &str) -> String {
    moment(cell).map_or_else(|| cell.to_owned(), |moment| moment.date().to_string())
}
