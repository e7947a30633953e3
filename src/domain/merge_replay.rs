//! The records that a merge appends: the copy's own, made to fit, and one that names both sides.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};

use super::unit::{Unit, Value, united};
use super::{Plan, Side, Version, after, first, folded};
use crate::domain::record::{Author, Change, Evidence, Record, RecordKind, SetAside};
use crate::domain::returning::taken_by;
use crate::domain::workbook::{ApplyError, Workbook};

/// How a unit gets its value from the copy.
enum Take {
    /// As it stands there.
    AsIs,
    /// Added to this list.
    Onto(Vec<Evidence>),
}

impl Take {
    fn target(&self, there: Value) -> Value {
        match (self, there) {
            (Self::Onto(mine), Value::Evidence(theirs)) => Value::Evidence(united(mine, &theirs)),
            (_, there) => there,
        }
    }
}

type Takes = BTreeMap<Unit, Take>;

/// Returns the records to append to `mine`, with a decision for each conflict of the plan.
///
/// The copy's records keep their author and time, so that every answer still tells who gave it and
/// when. What they change in units that are not taken is left out, and a record left with nothing
/// is not written.
///
/// # Errors
///
/// [`ApplyError`] when a record would not fit, which the plan rules out.
pub fn merged(
    mine: &Workbook,
    theirs: &Workbook,
    plan: &Plan,
    decide: impl Fn(usize) -> Side,
    by: &Author,
    at: DateTime<FixedOffset>,
) -> Result<Vec<Record>, ApplyError> {
    let takes = takes(mine, plan, &decide);
    let mut replay = Replay {
        result: mine.clone(),
        copy: folded(first(theirs, plan.known)).ok_or(ApplyError::Creation)?,
        numbers: BTreeMap::new(),
        records: Vec::new(),
    };
    for record in after(theirs, plan.known) {
        replay.follow(record, &takes)?;
    }
    let mut changes = vec![Change::Merged {
        parents: plan.parents.clone(),
        set_aside: set_aside(plan, &decide),
    }];
    for (unit, take) in &takes {
        // What the copy settled by merging from here has no record of its own to follow.
        let target = take.target(unit.value(theirs));
        changes.extend(unit.changes(&unit.value(&replay.result), &target));
    }
    replay.append(RecordKind::Action, changes, by, at)?;
    Ok(replay.records)
}

fn takes(mine: &Workbook, plan: &Plan, decide: &impl Fn(usize) -> Side) -> Takes {
    let theirs = plan.conflicts.iter().enumerate();
    let theirs = theirs
        .filter(|(index, _)| decide(*index) == Side::Theirs)
        .map(|(_, conflict)| &conflict.unit);
    let as_is = plan.taken.iter().chain(theirs);
    let onto = plan.united.iter().map(|unit| {
        let list = match unit.value(mine) {
            Value::Evidence(list) => list,
            _ => Vec::new(),
        };
        (unit.clone(), Take::Onto(list))
    });
    as_is
        .map(|unit| (unit.clone(), Take::AsIs))
        .chain(onto)
        .collect()
}

/// Returns the values that are not taken, as the changes that would bring them back.
fn set_aside(plan: &Plan, decide: &impl Fn(usize) -> Side) -> Vec<SetAside> {
    let mut kept = Vec::new();
    for (index, conflict) in plan.conflicts.iter().enumerate() {
        let (taken, left) = match decide(index) {
            Side::Mine => (&conflict.mine, &conflict.theirs),
            Side::Theirs => (&conflict.theirs, &conflict.mine),
        };
        // Where nobody ever wrote there is nothing to keep.
        let Version {
            value,
            stamp: Some(stamp),
        } = left
        else {
            continue;
        };
        for change in conflict.unit.changes(&taken.value, value) {
            kept.push(SetAside {
                change,
                at: stamp.at,
                by: Author::clone(&stamp.by),
            });
        }
    }
    kept.extend(plan.steps.iter().cloned());
    kept
}

struct Replay {
    result: Workbook,
    copy: Workbook,
    /// The numbers the copy's records have in the result.
    numbers: BTreeMap<u64, u64>,
    records: Vec<Record>,
}

impl Replay {
    /// Follows one record of the copy in the units that are taken.
    fn follow(&mut self, record: &Record, takes: &Takes) -> Result<(), ApplyError> {
        self.copy.apply(record.clone())?;
        let touched: BTreeSet<Unit> = record.changes.iter().filter_map(Unit::of).collect();
        let targets: Vec<(Unit, Value)> = touched
            .into_iter()
            .filter_map(|unit| {
                let target = takes.get(&unit)?.target(unit.value(&self.copy));
                Some((unit, target))
            })
            .collect();
        let (kind, changes) = self.undo_or_redo(record.kind, &targets).unwrap_or_else(|| {
            let changes = targets
                .iter()
                .flat_map(|(unit, target)| unit.changes(&unit.value(&self.result), target));
            let facts = record.changes.iter().filter(|change| self.is_kept(change));
            (RecordKind::Action, changes.chain(facts.cloned()).collect())
        });
        if changes.is_empty() {
            return Ok(());
        }
        let number = self.result.next_number();
        self.append(kind, changes, &record.by, record.at)?;
        self.numbers.insert(record.number, number);
        Ok(())
    }

    /// Returns the step that takes back or repeats the record that was followed, if that leads to
    /// the same values: then stamps come back with it, as they did in the copy.
    fn undo_or_redo(
        &self,
        kind: RecordKind,
        targets: &[(Unit, Value)],
    ) -> Option<(RecordKind, Vec<Change>)> {
        let (of, step) = match kind {
            RecordKind::Action => return None,
            RecordKind::Undo(number) => (number, self.result.undo_step()?),
            RecordKind::Redo(number) => (number, self.result.redo_step()?),
        };
        let (RecordKind::Undo(number) | RecordKind::Redo(number)) = step.0 else {
            return None;
        };
        if self.numbers.get(&of) != Some(&number) {
            return None;
        }
        let mut trial = self.result.clone();
        let next = Record {
            number: trial.next_number(),
            at: trial.records().last()?.at,
            by: Author::default(),
            kind: step.0,
            changes: step.1.clone(),
        };
        trial.apply(next).ok()?;
        let fits = |(unit, target): &(Unit, Value)| unit.value(&trial) == *target;
        targets.iter().all(fits).then_some(step)
    }

    /// Returns whether a change is kept although it is about no unit: what was exported, what an
    /// earlier merge put together and kept aside, and a slip the workbook did not take itself.
    fn is_kept(&self, change: &Change) -> bool {
        match change {
            Change::Exported { .. } | Change::Merged { .. } => true,
            Change::Returned {
                slip: Some(slip), ..
            } => taken_by(&self.result, &slip.digest).is_none(),
            _ => false,
        }
    }

    fn append(
        &mut self,
        kind: RecordKind,
        changes: Vec<Change>,
        by: &Author,
        at: DateTime<FixedOffset>,
    ) -> Result<(), ApplyError> {
        let record = Record {
            number: self.result.next_number(),
            at,
            by: by.clone(),
            kind,
            changes,
        };
        self.result.apply(record.clone())?;
        self.records.push(record);
        Ok(())
    }
}
