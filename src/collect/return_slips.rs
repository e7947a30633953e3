//! Return slips as files: for every department that must correct something, a page to print and a
//! file for its program.

use std::path::Path;

use chrono::NaiveDate;

use super::collection::{Collection, Entry};
use super::returns::{self, How, Place, Return, left_alone, places};
use crate::domain::ledger::code_key;
use crate::error::{Error, Result};
use crate::format::audits::AuditProblem;
use crate::format::return_file;
use crate::format::returns::Reading;
use crate::store::disk::Disk;
use crate::store::returning::{self, Written};

/// What slips are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// How they are written.
    pub how: How<'a>,
    /// The table of what the division wishes corrected; without it, only what does not count goes back.
    pub wishes: Option<&'a [u8]>,
    /// Codes of the departments; none for all.
    pub only: &'a [String],
    /// The folder they are written into.
    pub to: &'a Path,
}

/// A slip that was written.
#[derive(Clone, Debug)]
pub struct Slip<'a> {
    /// The line of the ledger it is about.
    pub entry: &'a Entry,
    /// How many items go back.
    pub items: usize,
    /// Its files.
    pub files: Written,
}

/// What was written, and what was not.
#[derive(Clone, Debug)]
pub struct Slips<'a> {
    /// The slips, in the order of the ledger.
    pub written: Vec<Slip<'a>>,
    /// Departments that handed in nothing of the year; none where only some were asked for.
    pub absent: Vec<&'a Entry>,
    /// How many lines of the ledger are of no department of the roster.
    pub unknown: usize,
    /// Rows of the table that are about what was handed in anew since.
    pub overtaken: Vec<usize>,
}

/// What became of an order.
#[derive(Clone, Debug)]
pub enum Made<'a> {
    /// The slips were written.
    Written(Slips<'a>),
    /// The table has problems, and nothing was written.
    Refused(Vec<AuditProblem>),
}

/// Returns a day by which corrections may be due.
///
/// # Errors
///
/// [`Error::PastDue`] for one that is over.
pub fn due(day: NaiveDate, today: NaiveDate) -> Result<String> {
    if day < today {
        return Err(Error::PastDue(day.to_string()));
    }
    Ok(day.to_string())
}

/// Returns how many slips an order makes, and how many items go back with them; none for a table
/// with problems.
#[must_use]
pub fn count(collection: &Collection, order: Order<'_>) -> Option<(usize, usize)> {
    let all = places(collection);
    let reading = order
        .wishes
        .map(|bytes| returns::read(collection, &all, bytes));
    let reading = reading.transpose().ok()?.unwrap_or_default();
    let found = returns::returns(collection, &all, &reading.wishes, order.how);
    let items = found.iter().map(|one| one.slip.slip.items.len()).sum();
    Some((found.len(), items))
}

/// Writes slips. `page` lays one out as a page that names the file of this name.
///
/// # Errors
///
/// [`Error::NotCollected`] for a department that is not there, [`Error::Io`].
pub fn write<'a>(
    disk: &Disk,
    collection: &'a Collection,
    order: Order<'_>,
    page: impl Fn(&Return<'a>, &str) -> Vec<u8>,
) -> Result<Made<'a>> {
    let all = places(collection);
    let reading = match order
        .wishes
        .map(|bytes| returns::read(collection, &all, bytes))
    {
        None => Reading::default(),
        Some(Ok(reading)) => reading,
        Some(Err(problems)) => return Ok(Made::Refused(problems)),
    };
    let found = returns::returns(collection, &all, &reading.wishes, order.how);
    let mut written = Vec::new();
    for returned in chosen(&all, found, order.only)? {
        let own = &returned.slip;
        let code = if own.department_code.is_empty() {
            returned.place.entry.claim.names()
        } else {
            own.department_code.clone()
        };
        let stem = returning::stem(own.year, &own.municipality_code, &code);
        let file = return_file::write(own).map_err(Error::Bug)?;
        let page = |name: &str| page(&returned, name);
        written.push(Slip {
            entry: returned.place.entry,
            items: own.slip.items.len(),
            files: returning::write(disk, order.to, &stem, page, file.as_bytes())?,
        });
    }
    let (absent, unknown) = if order.only.is_empty() {
        left_alone(&all)
    } else {
        (Vec::new(), 0)
    };
    Ok(Made::Written(Slips {
        written,
        absent,
        unknown,
        overtaken: reading.overtaken,
    }))
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
