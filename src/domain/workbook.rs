//! A workbook: the state that the records of a journal fold into.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::expression::ProfileKey;
use super::item_id::ItemId;
use super::mark::{Mark, Marked};
use super::record::{Author, Change, Created, Evidence, Record, RecordKind, TextField};
use touched::Touched;

/// The newest journal format this program writes and understands.
pub const FORMAT: u32 = 1;

/// When and by whom an item's mark was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// By whom; shared by all marks the same person gave in a row.
    pub by: Arc<Author>,
}

/// Everything recorded about one item.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Answer {
    /// The mark, if one was given.
    pub marked: Option<Marked>,
    /// Why the item does not apply.
    pub reason: String,
    /// The remark.
    pub remark: String,
    /// Who approved that a critical item does not apply.
    pub approver: String,
    /// The evidence.
    pub evidence: Vec<Evidence>,
    /// Whether it is flagged for review.
    pub flagged: bool,
    /// Whether it was taken back in although the profile sets it aside.
    pub included: bool,
    /// When and by whom the mark was given.
    pub stamp: Option<Stamp>,
}

impl Answer {
    /// Returns the mark alone.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        self.marked.map(|marked| marked.mark)
    }

    /// Returns one of the texts.
    #[must_use]
    pub fn text(&self, field: TextField) -> &str {
        match field {
            TextField::Reason => &self.reason,
            TextField::Remark => &self.remark,
            TextField::Approver => &self.approver,
        }
    }

    fn text_mut(&mut self, field: TextField) -> &mut String {
        match field {
            TextField::Reason => &mut self.reason,
            TextField::Remark => &mut self.remark,
            TextField::Approver => &mut self.approver,
        }
    }
}

/// The life cycle of a workbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Status {
    /// Being filled in.
    Draft,
    /// Confirmed by the department head.
    Confirmed {
        /// By whom.
        by: Author,
        /// When.
        at: DateTime<FixedOffset>,
    },
}

/// Why a record does not fit the workbook it is applied to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ApplyError {
    /// The number does not follow the last one.
    Number {
        /// The number expected.
        expected: u64,
        /// The number found.
        found: u64,
    },
    /// The first record does not create the workbook, or a later one does.
    Creation,
    /// The value before is not the value the workbook holds.
    Before,
    /// The workbook is confirmed and takes no answers, or is not confirmed.
    LifeCycle,
    /// － without a reason.
    ReasonMissing(ItemId),
    /// An undo or redo of a record that cannot be undone or redone now.
    Undo,
}

/// A workbook: one department, one fiscal year, one checklist.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Workbook {
    created: Created,
    status: Status,
    returned: Option<String>,
    slips: Vec<u64>,
    profile: BTreeMap<ProfileKey, bool>,
    answers: BTreeMap<ItemId, Answer>,
    records: Vec<Record>,
    undo: Vec<UndoEntry>,
    redo: Vec<UndoEntry>,
    last_touched: Option<ItemId>,
    /// Who gave the latest mark.
    marker: Arc<Author>,
}

/// A record that can be undone or redone, with the stamps to put back.
#[derive(Clone, PartialEq, Eq, Debug)]
struct UndoEntry {
    number: u64,
    stamps: Vec<(ItemId, Option<Stamp>)>,
}

static BLANK: Answer = Answer {
    marked: None,
    reason: String::new(),
    remark: String::new(),
    approver: String::new(),
    evidence: Vec::new(),
    flagged: false,
    included: false,
    stamp: None,
};

impl Workbook {
    /// Begins a workbook from its first record.
    ///
    /// # Errors
    ///
    /// [`ApplyError`] when the record does not create a workbook.
    pub fn begin(record: Record) -> Result<Self, ApplyError> {
        if record.number != 1 {
            return Err(ApplyError::Number {
                expected: 1,
                found: record.number,
            });
        }
        let Some((Change::Created(created), others)) = record.changes.split_first() else {
            return Err(ApplyError::Creation);
        };
        if record.kind != RecordKind::Action {
            return Err(ApplyError::Undo);
        }
        let mut workbook = Self {
            created: (**created).clone(),
            status: Status::Draft,
            returned: None,
            slips: Vec::new(),
            profile: BTreeMap::new(),
            answers: BTreeMap::new(),
            records: Vec::new(),
            undo: Vec::new(),
            redo: Vec::new(),
            last_touched: None,
            marker: Arc::default(),
        };
        workbook.apply_changes(others, &record)?;
        workbook.forget_blanks(others);
        workbook.records.push(record);
        Ok(workbook)
    }

    /// Applies the next record. The only way the state changes.
    ///
    /// # Errors
    ///
    /// [`ApplyError`] when the record does not fit; the workbook is then as it was.
    pub fn apply(&mut self, record: Record) -> Result<(), ApplyError> {
        let expected = self.next_number();
        if record.number != expected {
            return Err(ApplyError::Number {
                expected,
                found: record.number,
            });
        }
        let entry = self.undo_entry(&record)?;
        let before = Touched::of(self, &record.changes);
        if let Err(error) = self.apply_changes(&record.changes, &record) {
            before.put_back(self);
            return Err(error);
        }
        if let Some(entry) = entry {
            self.put_stamps(entry.stamps);
        }
        self.forget_blanks(&record.changes);
        self.note_undo(&record, before.stamps(&record.changes));
        self.records.push(record);
        Ok(())
    }

    /// Returns what the workbook is about.
    #[must_use]
    pub const fn created(&self) -> &Created {
        &self.created
    }

    /// Returns the life cycle's state.
    #[must_use]
    pub const fn status(&self) -> &Status {
        &self.status
    }

    /// Returns whether the workbook is confirmed and therefore takes no answers.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        matches!(self.status, Status::Confirmed { .. })
    }

    /// Returns the answer to a profile key, if it was answered.
    #[must_use]
    pub fn profile(&self, key: &ProfileKey) -> Option<bool> {
        self.profile.get(key).copied()
    }

    /// Returns what is recorded about an item.
    #[must_use]
    pub fn answer(&self, item: &str) -> &Answer {
        self.answers.get(item).unwrap_or(&BLANK)
    }

    /// Returns every item with something recorded.
    pub fn answers(&self) -> impl Iterator<Item = (&ItemId, &Answer)> {
        self.answers.iter()
    }

    /// Returns the records, oldest first.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Returns the number the next record must bear.
    #[must_use]
    pub const fn next_number(&self) -> u64 {
        self.records.len() as u64 + 1
    }

    /// Returns the item last touched by an action.
    #[must_use]
    pub const fn last_touched(&self) -> Option<&ItemId> {
        self.last_touched.as_ref()
    }

    /// Returns the kind and changes that take back the latest action, if there is one.
    #[must_use]
    pub fn undo_step(&self) -> Option<(RecordKind, Vec<Change>)> {
        let number = self.undo.last()?.number;
        let changes: Option<Vec<Change>> = self
            .record(number)?
            .changes
            .iter()
            .rev()
            .map(Change::inverse)
            .collect();
        Some((RecordKind::Undo(number), changes?))
    }

    /// Returns the kind and changes that repeat the action taken back last, if there is one.
    #[must_use]
    pub fn redo_step(&self) -> Option<(RecordKind, Vec<Change>)> {
        let number = self.redo.last()?.number;
        Some((
            RecordKind::Redo(number),
            self.record(number)?.changes.clone(),
        ))
    }

    /// Returns a record by its number.
    #[must_use]
    pub fn record(&self, number: u64) -> Option<&Record> {
        self.records
            .get(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    fn apply_changes(&mut self, changes: &[Change], record: &Record) -> Result<(), ApplyError> {
        self.check_life_cycle(changes)?;
        for change in changes {
            self.apply_change(change, record)?;
        }
        self.check_reasons(changes)
    }

    fn check_life_cycle(&self, changes: &[Change]) -> Result<(), ApplyError> {
        let mut confirmed = self.is_confirmed();
        for change in changes {
            let fits = match change {
                Change::Created(_) => return Err(ApplyError::Creation),
                fact if fact.is_fact() => true,
                // A slip is taken by a draft too.
                Change::Returned { slip: Some(_), .. } => true,
                Change::Returned { .. } | Change::Reopened { .. } => confirmed,
                _ => !confirmed,
            };
            if !fits {
                return Err(ApplyError::LifeCycle);
            }
            match change {
                Change::Confirmed { .. } => confirmed = true,
                Change::Returned { .. } | Change::Reopened { .. } => confirmed = false,
                _ => {}
            }
        }
        Ok(())
    }

    /// Checks that an undo or redo repeats exactly the step it names, and returns its entry.
    fn undo_entry(&self, record: &Record) -> Result<Option<UndoEntry>, ApplyError> {
        let (stack, step) = match record.kind {
            RecordKind::Action => return Ok(None),
            RecordKind::Undo(_) => (&self.undo, self.undo_step()),
            RecordKind::Redo(_) => (&self.redo, self.redo_step()),
        };
        match step {
            Some((kind, changes)) if kind == record.kind && changes == record.changes => {
                Ok(stack.last().cloned())
            }
            _ => Err(ApplyError::Undo),
        }
    }

    fn note_undo(&mut self, record: &Record, stamps: Vec<(ItemId, Option<Stamp>)>) {
        match record.kind {
            RecordKind::Action => {
                if record.changes.iter().all(Change::is_fact) {
                    return;
                }
                self.redo.clear();
                if record.changes.iter().all(Change::can_be_undone) {
                    self.undo.push(UndoEntry {
                        number: record.number,
                        stamps,
                    });
                } else {
                    self.undo.clear();
                }
            }
            RecordKind::Undo(number) => {
                self.undo.pop();
                self.redo.push(UndoEntry { number, stamps });
            }
            RecordKind::Redo(number) => {
                self.redo.pop();
                self.undo.push(UndoEntry { number, stamps });
            }
        }
    }

    fn put_stamps(&mut self, stamps: Vec<(ItemId, Option<Stamp>)>) {
        for (item, stamp) in stamps {
            self.answers.entry(item).or_default().stamp = stamp;
        }
    }

    /// Drops the answers of items with nothing recorded any more.
    fn forget_blanks(&mut self, changes: &[Change]) {
        for item in changes.iter().filter_map(Change::item) {
            if self.answers.get(item) == Some(&BLANK) {
                self.answers.remove(item);
            }
        }
    }

    fn check_reasons(&self, changes: &[Change]) -> Result<(), ApplyError> {
        for item in changes.iter().filter_map(Change::item) {
            let answer = self.answer(item.as_str());
            if answer.mark() == Some(Mark::NotApplicable) && answer.reason.trim().is_empty() {
                return Err(ApplyError::ReasonMissing(item.clone()));
            }
        }
        Ok(())
    }
}

#[path = "workbook_fold.rs"]
mod fold;
#[path = "workbook_touched.rs"]
mod touched;

#[cfg(test)]
#[path = "workbook_tests.rs"]
mod tests;
