//! Returning a workbook to its department: whom a slip concerns, whether a journal may take it, and
//! which of the items it names were dealt with since.

use std::collections::{BTreeMap, BTreeSet};

use super::checklist::Checklist;
use super::expression::ProfileKey;
use super::governance::What;
use super::item_id::ItemId;
use super::ledger::{State, code_key};
use super::record::{Change, RecordKind, Slip};
use super::workbook::Workbook;

/// The most items a slip names.
pub const ITEMS_MAX: usize = 1_000;

/// A slip as the division writes it for a department's program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReturnSlip {
    /// The six digits of the municipality.
    pub municipality_code: String,
    /// The fiscal year.
    pub year: i32,
    /// The department's code.
    pub department_code: String,
    /// The department.
    pub department: String,
    /// Why the workbook is returned.
    pub reason: String,
    /// What goes into the journal beside the reason.
    pub slip: Slip,
}

/// Why a workbook does not take a slip.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unfit {
    /// It is for another municipality.
    Municipality,
    /// It is for another fiscal year.
    Year,
    /// It is for another department.
    Department,
    /// It is about a submission that did not come from this journal.
    Submission,
    /// It was taken before; by the record of this number.
    Taken(u64),
}

/// Returns what becomes of a workbook that takes a slip. A draft takes it as well: the department
/// may have reopened by itself, or never confirmed. `known` tells whether the submission it is about
/// came from this journal.
///
/// # Errors
///
/// [`Unfit`].
pub fn accept(workbook: &Workbook, slip: &ReturnSlip, known: bool) -> Result<Vec<Change>, Unfit> {
    let created = workbook.created();
    let same = |one: &str, other: &str| code_key(one) == code_key(other);
    if !same(&slip.municipality_code, &created.municipality_code) {
        return Err(Unfit::Municipality);
    }
    if slip.year != created.fiscal_year {
        return Err(Unfit::Year);
    }
    if !same(&slip.department_code, &created.department_code) {
        return Err(Unfit::Department);
    }
    if let Some(number) = taken_by(workbook, &slip.slip.digest) {
        return Err(Unfit::Taken(number));
    }
    if !known {
        return Err(Unfit::Submission);
    }
    Ok(vec![Change::Returned {
        reason: slip.reason.clone(),
        slip: Some(Box::new(slip.slip.clone())),
    }])
}

/// Returns the number of the record that took a slip.
#[must_use]
pub fn taken_by(workbook: &Workbook, digest: &str) -> Option<u64> {
    let took = |change: &Change| slip_of(change).is_some_and(|slip| slip.digest == digest);
    let mut records = workbook.records().iter();
    records
        .find(|record| record.changes.iter().any(took))
        .map(|record| record.number)
}

/// Returns whether an export with this receipt is noted in a workbook.
#[must_use]
pub fn was_exported(workbook: &Workbook, receipt: &str) -> bool {
    let mut changes = workbook.records().iter().flat_map(|record| &record.changes);
    changes.any(|change| {
        matches!(change, Change::Exported { receipt: noted, .. } if noted.eq_ignore_ascii_case(receipt))
    })
}

/// Returns whether anything was ever exported from a workbook: without that nothing can come back.
#[must_use]
pub fn was_handed_in(workbook: &Workbook) -> bool {
    let mut changes = workbook.records().iter().flat_map(|record| &record.changes);
    changes.any(|change| matches!(change, Change::Exported { .. }))
}

/// Returns the slip a change brings, if it brings one.
#[must_use]
pub fn slip_of(change: &Change) -> Option<&Slip> {
    match change {
        Change::Returned { slip, .. } => slip.as_deref(),
        _ => None,
    }
}

/// Returns the day by which what came back is due, `YYYY-MM-DD`: that of the latest slip that
/// names one.
#[must_use]
pub fn correction_due(workbook: &Workbook) -> Option<&str> {
    let slips = workbook.slips().iter().rev().filter_map(|&number| {
        let mut changes = workbook.record(number)?.changes.iter();
        changes.find_map(slip_of)
    });
    let mut days = slips.map(|slip| slip.due.as_str());
    days.find(|day| !day.is_empty())
}

/// An item the division wants corrected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted<'a> {
    /// Its position.
    pub position: usize,
    /// Why, in the words of the slips that name it.
    pub reasons: Vec<&'a str>,
    /// Whether it was changed since.
    pub touched: bool,
}

/// Returns the items the slips taken since the last confirmation name, in walking order. An item
/// counts as touched when its mark, a text, its evidence or whether it is asked was changed since,
/// and that was not taken back. A flag changes nothing.
#[must_use]
pub fn wanted<'a>(checklist: &Checklist, workbook: &'a Workbook) -> Vec<Wanted<'a>> {
    let Some(&first) = workbook.slips().first() else {
        return Vec::new();
    };
    let since = Since::of(workbook, first);
    let mut found: BTreeMap<usize, Wanted<'a>> = BTreeMap::new();
    for &number in workbook.slips() {
        let changes = workbook.record(number).map(|record| &record.changes);
        let slips = changes.into_iter().flatten().filter_map(slip_of);
        for returned in slips.flat_map(|slip| &slip.items) {
            let Some(position) = checklist.position(returned.item.as_str()) else {
                continue;
            };
            let item = &checklist.items[position];
            let touched = since.items.get(&item.id).is_some_and(|at| *at > number)
                || item.applies.keys().into_iter().any(|key| {
                    let answered = since.keys.get(key);
                    answered.is_some_and(|at| *at > number)
                });
            let wanted = found.entry(position).or_insert_with(|| Wanted {
                position,
                reasons: Vec::new(),
                touched,
            });
            wanted.touched &= touched;
            if !wanted.reasons.contains(&returned.reason.as_str()) {
                wanted.reasons.push(&returned.reason);
            }
        }
    }
    found.into_values().collect()
}

/// Returns what is wanted of one item.
#[must_use]
pub fn wanted_of<'a>(
    checklist: &Checklist,
    workbook: &'a Workbook,
    position: usize,
) -> Option<Wanted<'a>> {
    let all = wanted(checklist, workbook);
    all.into_iter().find(|wanted| wanted.position == position)
}

/// Which items and profile keys records changed last, those taken back left out.
struct Since<'a> {
    items: BTreeMap<&'a ItemId, u64>,
    keys: BTreeMap<&'a ProfileKey, u64>,
}

impl<'a> Since<'a> {
    fn of(workbook: &'a Workbook, first: u64) -> Self {
        let after = usize::try_from(first).unwrap_or(usize::MAX);
        let records = workbook.records().get(after..).unwrap_or_default();
        let mut undone: BTreeSet<u64> = BTreeSet::new();
        for record in records {
            match record.kind {
                RecordKind::Action => {}
                RecordKind::Undo(number) => {
                    undone.insert(number);
                }
                RecordKind::Redo(number) => {
                    undone.remove(&number);
                }
            }
        }
        let mut since = Self {
            items: BTreeMap::new(),
            keys: BTreeMap::new(),
        };
        let stands = records
            .iter()
            .filter(|record| record.kind == RecordKind::Action && !undone.contains(&record.number));
        for record in stands {
            for change in &record.changes {
                match change {
                    Change::Flag { .. } => {}
                    Change::Profile { key, .. } => {
                        since.keys.insert(key, record.number);
                    }
                    other => {
                        if let Some(item) = other.item() {
                            since.items.insert(item, record.number);
                        }
                    }
                }
            }
        }
        since
    }
}

/// What a department has to do about what it handed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Demand {
    /// It counts: only items may be wanted.
    Items,
    /// It does not count; the workbook is corrected or confirmed, and handed in again.
    Workbook,
    /// The files suffered on their way: as a rule they are only written again.
    Files,
    /// There is nothing of the year to correct.
    Nothing,
}

impl Demand {
    /// Returns what the state of a department's submission asks of it.
    #[must_use]
    pub const fn of(state: State) -> Self {
        match state {
            State::Submitted | State::Resubmitted => Self::Items,
            State::Draft | State::OtherEdition => Self::Workbook,
            State::Altered | State::Lost | State::Alone | State::Unreadable => Self::Files,
            // Nothing of the year was handed in, or it is not for the division to say.
            State::OtherYear
            | State::NotOnRoster
            | State::NotSubmitted
            | State::Superseded
            | State::Duplicate => Self::Nothing,
        }
    }
}

/// Returns whether what deserves a look is proposed to be returned: an answer of one department that
/// it can correct. How a department compares as a whole is for a talk.
#[must_use]
pub const fn is_proposed(what: &What) -> bool {
    matches!(
        what,
        What::OthersAnswer { .. }
            | What::OthersAreAsked { .. }
            | What::LeftOpen { .. }
            | What::ImprovedWithoutEvidence { .. }
            | What::SameRemark { .. }
            | What::ChangedAfterConfirmation { .. }
    )
}

#[cfg(test)]
#[path = "returning_tests.rs"]
mod tests;
