//! Two copies of a workbook that went separate ways: what they have in common, what can be taken
//! over, and where a person must decide. Knows no files and changes nothing.

use std::collections::BTreeSet;

use super::item_id::ItemId;
use super::record::{Change, Record, SetAside};
use super::workbook::{Stamp, Workbook};
pub use unit::{Field, Unit, Value};

/// Whose value is taken where both differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Side {
    /// That of the workbook merged into.
    Mine,
    /// That of the copy.
    Theirs,
}

/// A workbook with the hash of each of its records.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The workbook.
    pub workbook: &'a Workbook,
    /// The hashes of its records, with their letter, oldest first.
    pub hashes: &'a [String],
}

/// Why two journals cannot be merged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MergeRefusal {
    /// They do not begin with the same record: the copy is of another workbook.
    Another,
    /// The workbook merged into is confirmed.
    Confirmed,
    /// The copy has a checklist that the workbook does not have yet.
    ChecklistOfCopy,
    /// Each has a checklist of its own.
    Checklists,
}

/// A value with when and by whom it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// The value.
    pub value: Value,
    /// When and by whom; absent when nobody ever wrote there.
    pub stamp: Option<Stamp>,
}

/// A unit both sides changed, each in its own way; or the remark beside such a mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// The unit.
    pub unit: Unit,
    /// What the workbook holds.
    pub mine: Version,
    /// What the copy holds.
    pub theirs: Version,
    /// Whether the copy answered an earlier wording of the question.
    pub reworded: bool,
}

/// What merging would do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// What only the copy changed: it is taken over.
    pub taken: Vec<Unit>,
    /// Lists of evidence to which both added: they are put together.
    pub united: Vec<Unit>,
    /// What both changed: it takes a decision each.
    pub conflicts: Vec<Conflict>,
    /// How many exports of the copy are noted.
    pub exports: usize,
    /// Where the copy was confirmed, returned or reopened: kept aside, without effect.
    pub steps: Vec<SetAside>,
    /// How many of the copy's records are in the workbook already.
    pub(super) known: usize,
    /// The last record of each side.
    pub(super) parents: [String; 2],
}

impl Plan {
    /// Returns whether the copy was confirmed after the two went separate ways.
    #[must_use]
    pub fn has_confirmation(&self) -> bool {
        self.steps
            .iter()
            .any(|step| matches!(step.change, Change::Confirmed { .. }))
    }

    /// Returns how many of the copy's records are in the workbook already.
    #[must_use]
    pub const fn known(&self) -> usize {
        self.known
    }

    /// Returns how many items and how many profile keys are taken over or put together.
    #[must_use]
    pub fn taken_over(&self) -> (usize, usize) {
        let units = || self.taken.iter().chain(&self.united);
        let items: BTreeSet<&ItemId> = units().filter_map(Unit::item).collect();
        let keys = units().filter(|unit| unit.item().is_none()).count();
        (items.len(), keys)
    }
}

/// What there is to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outlook {
    /// Everything of the copy is in the workbook already.
    Nothing,
    /// The copy is the workbook with more records behind it: they are appended as they are.
    Behind {
        /// How many records both have.
        common: usize,
    },
    /// Both went on.
    Apart(Box<Plan>),
}

/// Looks at a workbook and a copy of it.
///
/// # Errors
///
/// [`MergeRefusal`] when they must not be merged.
pub fn look(mine: Line<'_>, theirs: Line<'_>) -> Result<Outlook, MergeRefusal> {
    let common = common(mine.hashes, theirs.hashes);
    if common == 0 {
        return Err(MergeRefusal::Another);
    }
    let known = common.max(known_to(mine.workbook, theirs.hashes));
    if known == theirs.hashes.len() {
        return Ok(Outlook::Nothing);
    }
    if common == mine.hashes.len() {
        return Ok(Outlook::Behind { common });
    }
    if mine.workbook.is_confirmed() {
        return Err(MergeRefusal::Confirmed);
    }
    let reworded = reworded(mine.workbook, theirs.workbook, common)?;
    // What the copy took over from here earlier is where it began anew.
    let base = match known_to(theirs.workbook, mine.hashes) {
        all if all == mine.hashes.len() => folded(mine.workbook.records()),
        _ if known > common => folded(first(theirs.workbook, known)),
        some if some > common => folded(first(mine.workbook, some)),
        _ => folded(first(mine.workbook, common)),
    };
    // The first records of a workbook always fold again.
    let base = base.ok_or(MergeRefusal::Another)?;
    let mut plan = Plan {
        taken: Vec::new(),
        united: Vec::new(),
        conflicts: Vec::new(),
        exports: 0,
        steps: Vec::new(),
        known,
        parents: [mine.hashes, theirs.hashes]
            .map(|hashes| hashes.last().cloned().unwrap_or_default()),
    };
    for unit in Unit::all(&[mine.workbook, theirs.workbook, &base]) {
        plan.compare(unit, &base, mine.workbook, theirs.workbook, &reworded);
    }
    plan.note(after(theirs.workbook, known));
    Ok(Outlook::Apart(Box::new(plan)))
}

impl Plan {
    fn compare(
        &mut self,
        unit: Unit,
        base: &Workbook,
        mine: &Workbook,
        theirs: &Workbook,
        reworded: &BTreeSet<ItemId>,
    ) {
        let [was, here, there] = [base, mine, theirs].map(|workbook| unit.value(workbook));
        // A remark explains its mark: where the marks conflict, whose remark it is takes a decision.
        let explains = self.is_remark_of_conflict(&unit);
        if here == there || (there == was && !explains) {
            return;
        }
        let reworded = unit.is_answer() && unit.item().is_some_and(|item| reworded.contains(item));
        if here == was && !reworded && !explains {
            return self.taken.push(unit);
        }
        if let (Value::Evidence(was), Value::Evidence(here), Value::Evidence(there)) =
            (&was, &here, &there)
            && !reworded
            && unit::both_grew(was, here, there)
        {
            return self.united.push(unit);
        }
        self.conflicts.push(Conflict {
            mine: Version {
                value: here,
                stamp: unit.stamp(mine),
            },
            theirs: Version {
                value: there,
                stamp: unit.stamp(theirs),
            },
            reworded,
            unit,
        });
    }

    /// Returns whether a unit is the remark beside a mark already found to conflict.
    fn is_remark_of_conflict(&self, unit: &Unit) -> bool {
        let Unit::Item(item, Field::Remark) = unit else {
            return false;
        };
        let mark = Unit::Item(item.clone(), Field::Mark);
        self.conflicts
            .iter()
            .rev()
            .any(|conflict| conflict.unit == mark)
    }

    /// Notes what the copy's own records say of the workbook as a whole.
    fn note(&mut self, records: &[Record]) {
        for record in records {
            for change in &record.changes {
                match change {
                    Change::Exported { .. } => self.exports += 1,
                    // A slip comes along, unless both took it.
                    Change::Returned { slip: Some(_), .. } => {}
                    Change::Confirmed { .. }
                    | Change::Returned { .. }
                    | Change::Reopened { .. } => self.steps.push(SetAside {
                        change: change.clone(),
                        at: record.at,
                        by: record.by.clone(),
                    }),
                    _ => {}
                }
            }
        }
    }
}

/// Returns how many records two journals have in common, from the first on.
fn common(mine: &[String], theirs: &[String]) -> usize {
    mine.iter()
        .zip(theirs)
        .take_while(|(mine, theirs)| mine == theirs)
        .count()
}

/// Returns how many of a copy's records a workbook took over when it was merged before.
fn known_to(workbook: &Workbook, hashes: &[String]) -> usize {
    let merged: BTreeSet<&String> = workbook
        .records()
        .iter()
        .flat_map(|record| &record.changes)
        .filter_map(|change| match change {
            Change::Merged { parents, .. } => Some(parents),
            _ => None,
        })
        .flatten()
        .collect();
    hashes
        .iter()
        .rposition(|hash| merged.contains(hash))
        .map_or(0, |at| at + 1)
}

/// Returns the items whose wording only the workbook's own checklist changed.
fn reworded(
    mine: &Workbook,
    theirs: &Workbook,
    common: usize,
) -> Result<BTreeSet<ItemId>, MergeRefusal> {
    if mine.created().checklist_digest == theirs.created().checklist_digest {
        return Ok(BTreeSet::new());
    }
    let changed = |workbook| {
        let records: &[Record] = after(workbook, common);
        records
            .iter()
            .flat_map(|record| &record.changes)
            .filter_map(|change| match change {
                Change::ChecklistChanged { items, .. } => Some(items),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let (here, there) = (changed(mine), changed(theirs));
    if !there.is_empty() {
        return Err(if here.is_empty() {
            MergeRefusal::ChecklistOfCopy
        } else {
            MergeRefusal::Checklists
        });
    }
    let items = here.into_iter().flatten();
    Ok(items.map(|change| change.item.clone()).collect())
}

fn first(workbook: &Workbook, count: usize) -> &[Record] {
    workbook.records().get(..count).unwrap_or_default()
}

fn after(workbook: &Workbook, count: usize) -> &[Record] {
    workbook.records().get(count..).unwrap_or_default()
}

fn folded(records: &[Record]) -> Option<Workbook> {
    let (first, others) = records.split_first()?;
    let mut workbook = Workbook::begin(first.clone()).ok()?;
    for record in others {
        workbook.apply(record.clone()).ok()?;
    }
    Some(workbook)
}

#[path = "merge_replay.rs"]
mod replay;
#[path = "merge_unit.rs"]
mod unit;

pub use replay::merged;

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
