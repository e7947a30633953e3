//! Workbooks of the folder: list, begin, open for reading or writing.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::checklists::{self, ChecklistSet};
use super::folder::{Folder, JOURNAL, WorkbookKey};
use super::journal_file::{self, Appender, ReadJournal};
use super::known::Known;
use super::plain;
use crate::domain::action::{self, Refusal};
use crate::domain::checklist::Checklist;
use crate::domain::expression::ProfileKey;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::limits::Limit;
use crate::domain::previous::PreviousYear;
use crate::domain::record::{Author, Change, Created, ItemChange, Record, RecordKind};
use crate::domain::workbook::{FORMAT, Workbook};
use crate::error::{Error, Result};
use crate::format::digest::lettered;
use crate::format::journal::{Damage, Tail};

/// What a new workbook is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewWorkbook {
    /// The policy's short name.
    pub city: String,
    /// The department's code.
    pub department_code: String,
    /// The department's name.
    pub department: String,
    /// The executive agency; the city's first when absent.
    pub agency: Option<String>,
    /// The fiscal year.
    pub year: FiscalYear,
}

/// A workbook with all that belongs to it, as read.
#[derive(Debug)]
pub struct Opened {
    /// Its name.
    pub key: WorkbookKey,
    /// The checklist frozen into it.
    pub checklist: Arc<Checklist>,
    /// The workbook.
    pub workbook: Workbook,
    /// The hash of its last record, with its letter.
    pub head: String,
    /// Last year's answers, if there are any in the folder.
    pub previous: Option<PreviousYear>,
    /// What the end of the journal looked like.
    pub tail: Tail,
    /// The first line that cannot be used.
    pub damage: Option<Damage>,
}

/// Returns the workbooks of a folder, newest year first.
///
/// # Errors
///
/// [`Error::Io`] when a folder cannot be listed.
pub fn list(folder: &Folder) -> Result<Vec<WorkbookKey>> {
    let mut keys = Vec::new();
    let answers = folder.answers();
    for year in folder.disk().list(&answers)? {
        // Spelt as this program does: what is found must be where its name leads to.
        let Some(fiscal_year) = year
            .parse()
            .ok()
            .and_then(FiscalYear::new)
            .filter(|fiscal_year| fiscal_year.number().to_string() == year)
        else {
            continue;
        };
        for city in folder.disk().list(&answers.join(&year))? {
            let files = folder.disk().list(&answers.join(&year).join(&city))?;
            for file in files {
                let code = file
                    .strip_suffix(JOURNAL)
                    .and_then(|name| name.strip_suffix('.'));
                let Some(code) = code else { continue };
                if let Ok(key) = WorkbookKey::new(fiscal_year, &city, code)
                    && (&key.city, key.department_code.as_str()) == (&city, code)
                {
                    keys.push(key);
                }
            }
        }
    }
    keys.sort_by(|a, b| b.year.cmp(&a.year).then_with(|| a.cmp(b)));
    Ok(keys)
}

/// Begins a workbook: freezes the checklist and writes the first record.
///
/// # Errors
///
/// [`Error::Exists`] when there is one already; refused names; [`Error::Io`].
pub fn create(
    folder: &Folder,
    set: &ChecklistSet,
    new: &NewWorkbook,
    by: &Author,
    now: DateTime<FixedOffset>,
) -> Result<WorkbookKey> {
    let checklist = set.city(&new.city)?;
    let policy = &checklist.policy;
    let key = WorkbookKey::new(new.year, &new.city, &new.department_code)?;
    if new.department.trim().is_empty() {
        return Err(Error::NameMissing);
    }
    if !Limit::Department.allows(new.department.trim()) {
        return Err(Refusal::TooLong(Limit::Department).into());
    }
    action::author(by)?;
    let agency = match &new.agency {
        Some(agency) if policy.agencies.contains(agency) => agency.clone(),
        Some(agency) => {
            return Err(Error::UnknownAgency(
                agency.clone(),
                policy.agencies.clone(),
            ));
        }
        None => policy.agencies.first().cloned().unwrap_or_default(),
    };
    let key = free(folder, key)?;
    let path = folder.journal(&key);
    plain::check_twins(folder, &key)?;
    folder.disk().make_folder(&folder.year_and_city(&key))?;
    checklists::freeze(folder, &key, set, &checklist.digest)?;
    let previous = key
        .previous()
        .is_some_and(|previous| folder.journal(&previous).exists());
    let about = (new.department.trim(), agency.as_str(), previous);
    let first = first_record(checklist, &key, about, by, now);
    journal_file::begin(folder.disk(), &path, &first)?;
    Ok(key)
}

/// Makes the first record of a workbook, about a department: its name, its agency, and whether it
/// has a workbook of the year before.
///
/// That answers the derived profile key. It is recorded, so that a journal alone gives the same
/// figures wherever it is read.
#[must_use]
pub fn first_record(
    checklist: &Checklist,
    key: &WorkbookKey,
    (department, agency, previous): (&str, &str, bool),
    by: &Author,
    now: DateTime<FixedOffset>,
) -> Record {
    let policy = &checklist.policy;
    let deadline = policy
        .deadline
        .and_then(|(month, day)| key.year.date(month, day))
        .map_or_else(String::new, |date| date.to_string());
    let created = Created {
        format: FORMAT,
        city: policy.id.clone(),
        municipality: policy.name.clone(),
        municipality_code: policy.municipality_code.clone(),
        edition: policy.edition.to_string(),
        checklist_digest: checklist.digest.clone(),
        department_code: key.department_code.clone(),
        department: department.to_owned(),
        agency: agency.to_owned(),
        fiscal_year: key.year.number(),
        deadline,
    };
    let mut changes = vec![Change::Created(Box::new(created))];
    let derived = ProfileKey(ProfileKey::PREVIOUS.to_owned());
    if policy.profile.contains(&derived) {
        changes.push(Change::Profile {
            key: derived,
            before: None,
            after: Some(previous),
        });
    }
    Record {
        number: 1,
        at: now,
        by: by.clone(),
        kind: RecordKind::Action,
        changes,
    }
}

/// Returns a key that no workbook has yet.
///
/// # Errors
///
/// [`Error::Exists`] when one has it; refused names; [`Error::Io`].
pub fn free(folder: &Folder, key: WorkbookKey) -> Result<WorkbookKey> {
    let path = folder.journal(&key);
    plain::check(folder, &key)?;
    if folder.disk().is_there(&path)? {
        return Err(Error::Exists(path));
    }
    Ok(key)
}

/// Opens a workbook for reading; changes nothing on disk.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::Damaged`] when nothing of it is good, [`Error::Io`].
pub fn open(folder: &Folder, key: &WorkbookKey) -> Result<Opened> {
    open_with(folder, key, &mut Known::default())
}

/// As [`open`], with checklists that may be known already.
fn open_with(folder: &Folder, key: &WorkbookKey, known: &mut Known) -> Result<Opened> {
    plain::check(folder, key)?;
    let read = journal_file::read(folder.disk(), &folder.journal(key))?;
    complete(folder, key, read, known)
}

/// Opens a workbook for writing; takes the lock.
///
/// # Errors
///
/// As [`open`]; also [`Error::Locked`], and [`Error::Damaged`] for any damage.
pub fn open_for_writing(
    folder: &Folder,
    key: &WorkbookKey,
    name: &str,
    now: DateTime<FixedOffset>,
) -> Result<(Opened, Appender)> {
    open_for_writing_with(folder, key, name, now, &mut Known::default())
}

/// As [`open_for_writing`], with checklists that may be known already.
fn open_for_writing_with(
    folder: &Folder,
    key: &WorkbookKey,
    name: &str,
    now: DateTime<FixedOffset>,
    known: &mut Known,
) -> Result<(Opened, Appender)> {
    let since = now.to_rfc3339();
    plain::check(folder, key)?;
    let (appender, read) = Appender::open(folder.disk(), &folder.journal(key), name, &since)?;
    Ok((complete(folder, key, read, known)?, appender))
}

/// Opens a workbook for writing; where another program writes it, or it is damaged, or the place
/// takes no writing, for reading, and says why. Checklists that are `known` already are not read again.
///
/// # Errors
///
/// As [`open`].
pub fn open_as_possible(
    folder: &Folder,
    key: &WorkbookKey,
    name: &str,
    now: DateTime<FixedOffset>,
    known: &mut Known,
) -> Result<(Opened, std::result::Result<Appender, Error>)> {
    match open_for_writing_with(folder, key, name, now, known) {
        Ok((opened, appender)) => Ok((opened, Ok(appender))),
        Err(why @ (Error::Locked { .. } | Error::Damaged { .. } | Error::Io { .. })) => {
            Ok((open_with(folder, key, known)?, Err(why)))
        }
        Err(error) => Err(error),
    }
}

fn complete(
    folder: &Folder,
    key: &WorkbookKey,
    read: ReadJournal,
    known: &mut Known,
) -> Result<Opened> {
    let digest = read.workbook.created().checklist_digest.clone();
    let checklist = known.frozen(folder, key, &digest)?;
    Ok(Opened {
        key: key.clone(),
        previous: previous_year(folder, key, known),
        checklist,
        head: lettered(&read.head),
        workbook: read.workbook,
        tail: read.tail,
        damage: read.damage,
    })
}

/// Last year's workbook; one that cannot be read counts as absent here and is told when opened.
fn previous_year(folder: &Folder, key: &WorkbookKey, known: &mut Known) -> Option<PreviousYear> {
    let key = key.previous()?;
    plain::check(folder, &key).ok()?;
    let read = journal_file::read(folder.disk(), &folder.journal(&key)).ok()?;
    // Answers of the good part alone would look like the whole.
    if read.damage.is_some() {
        return None;
    }
    let digest = read.workbook.created().checklist_digest.clone();
    let checklist = known.frozen(folder, &key, &digest).ok()?;
    Some(PreviousYear::new(&checklist, &read.workbook))
}

/// Returns the change that puts the checklist in force in the place of the frozen one; none when
/// they are the same.
#[must_use]
pub fn checklist_change(frozen: &Checklist, in_force: &Checklist) -> Option<Change> {
    if frozen.digest == in_force.digest {
        return None;
    }
    let mut items: Vec<ItemChange> = Vec::new();
    for item in &frozen.items {
        let after = in_force
            .item(item.id.as_str())
            .map(|item| item.hash.clone());
        if after.as_ref() != Some(&item.hash) {
            items.push(ItemChange {
                item: item.id.clone(),
                before: Some(item.hash.clone()),
                after,
            });
        }
    }
    for item in &in_force.items {
        if frozen.item(item.id.as_str()).is_none() {
            items.push(ItemChange {
                item: item.id.clone(),
                before: None,
                after: Some(item.hash.clone()),
            });
        }
    }
    Some(Change::ChecklistChanged {
        before: frozen.digest.clone(),
        after: in_force.digest.clone(),
        items,
    })
}

/// Makes the next record of a workbook.
#[must_use]
pub fn next_record(
    workbook: &Workbook,
    kind: RecordKind,
    changes: Vec<Change>,
    by: &Author,
    now: DateTime<FixedOffset>,
) -> Record {
    Record {
        number: workbook.next_number(),
        at: now,
        by: by.clone(),
        kind,
        changes,
    }
}
