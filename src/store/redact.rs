//! Takes what was typed by mistake out of a workbook's files: a journal made anew without it takes
//! the place of the old one, and the files beside it that may hold it go.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::folder::{Folder, WorkbookKey};
use super::journal_file::{DAMAGED, TORN};
use super::{draft, journal_file, lock, workbooks};
use crate::domain::item_id::ItemId;
use crate::domain::record::{Author, Change, RecordKind, TypedField};
use crate::domain::redaction;
use crate::domain::workbook::Workbook;
use crate::error::{Error, Result};
use crate::format::digest::lettered;
use crate::format::journal::{self, Hash};

/// What to take out, and why.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The item.
    pub item: ItemId,
    /// Which of its fields.
    pub field: TypedField,
    /// Why.
    pub why: String,
    /// What stands in its place.
    pub placeholder: &'static str,
}

/// What taking it out would do.
#[derive(Debug)]
pub struct Redaction {
    /// In how many places of the journal it stands.
    pub places: usize,
    /// Files beside the journal that may hold it, and go.
    pub beside: Vec<PathBuf>,
    /// Whether a record that was not written to its end goes as well, which may hold it.
    pub unfinished: bool,
    path: PathBuf,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// Works out what to take out; changes nothing.
///
/// # Errors
///
/// [`Error::UnknownItem`], [`Error::NothingToRedact`], [`Error::Damaged`], [`Error::Io`].
pub fn plan(
    folder: &Folder,
    key: &WorkbookKey,
    wanted: &Wanted,
    by: &Author,
    now: DateTime<FixedOffset>,
) -> Result<Redaction> {
    let opened = workbooks::open(folder, key)?;
    let path = folder.journal(key);
    let before = journal_file::bytes(folder.disk(), &path)?;
    let read = journal::read(&before);
    let (Some(workbook), None) = (read.workbook, &read.damage) else {
        let damage = read.damage.or(opened.damage);
        return Err(damage.map_or_else(
            || Error::ChangedOutside(path.clone()),
            |damage| Error::Damaged {
                path: path.clone(),
                damage,
            },
        ));
    };
    let known = opened.checklist.item(wanted.item.as_str()).is_some()
        || workbook.answers().any(|(item, _)| *item == wanted.item);
    if !known {
        return Err(Error::UnknownItem(wanted.item.to_string()));
    }
    let beside = beside(folder, key, wanted)?;
    let (places, after) = made_anew(&workbook, &read.head, wanted, by, now)?;
    if places == 0 && beside.is_empty() {
        return Err(Error::NothingToRedact(wanted.item.to_string()));
    }
    Ok(Redaction {
        places,
        beside,
        unfinished: read.tail.is_cut_off(),
        path,
        before,
        after,
    })
}

/// Takes it out.
///
/// # Errors
///
/// [`Error::Locked`], [`Error::ChangedOutside`], [`Error::Io`].
pub fn carry_out(
    folder: &Folder,
    redaction: &Redaction,
    by: &Author,
    now: DateTime<FixedOffset>,
) -> Result<()> {
    let disk = folder.disk();
    let path = &redaction.path;
    let _lock = lock::take(disk, path, &by.name, &now.to_rfc3339())?;
    if journal_file::bytes(disk, path)? != redaction.before {
        return Err(Error::ChangedOutside(path.clone()));
    }
    disk.write_whole(path, &redaction.after)?;
    disk.sweep(path);
    for file in &redaction.beside {
        disk.remove(file)?;
    }
    Ok(())
}

/// Returns how many places were covered, and the journal without them.
fn made_anew(
    workbook: &Workbook,
    head: &Hash,
    wanted: &Wanted,
    by: &Author,
    now: DateTime<FixedOffset>,
) -> Result<(usize, Vec<u8>)> {
    let mut records = workbook.records().to_vec();
    let (item, field) = (&wanted.item, wanted.field);
    let places = redaction::redact(&mut records, item, field, wanted.placeholder);
    let change = Change::Redacted {
        item: item.clone(),
        field,
        why: wanted.why.trim().to_owned(),
        parent: lettered(head),
    };
    let kind = RecordKind::Action;
    records.push(workbooks::next_record(
        workbook,
        kind,
        vec![change],
        by,
        now,
    ));
    let lines = journal::encode_all(&records, journal::origin()).map_err(Error::Bug)?;
    if journal::read(lines.as_bytes()).damage.is_some() {
        return Err(Error::Bug("the new journal is damaged".to_owned()));
    }
    Ok((places, lines.into_bytes()))
}

/// Returns the files beside a journal that may hold what was typed: a text being written in that
/// field, and copies of torn and damaged journals.
fn beside(folder: &Folder, key: &WorkbookKey, wanted: &Wanted) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let holds = |draft: draft::Draft| {
        draft.item == wanted.item && TypedField::Text(draft.field) == wanted.field
    };
    if draft::kept(folder, key).is_some_and(holds) {
        files.push(folder.beside(key, draft::extension()));
    }
    let place = folder.year_and_city(key);
    for name in folder.disk().list(&place)? {
        let ending = name
            .strip_prefix(&key.department_code)
            .and_then(|rest| rest.strip_prefix('.'));
        let kept = [TORN, DAMAGED].iter().any(|kind| {
            ending
                .and_then(|ending| ending.strip_prefix(kind))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
        if kept {
            files.push(place.join(name));
        }
    }
    Ok(files)
}
