//! The parts of a workbook that are decided one by one when two copies are merged, and their values.
//! Knows nothing of which copy is right.

use std::collections::BTreeSet;

use crate::domain::expression::ProfileKey;
use crate::domain::item_id::ItemId;
use crate::domain::mark::Marked;
use crate::domain::record::{Change, Evidence, TextField};
use crate::domain::workbook::{Stamp, Workbook};

/// A part of an item that is decided as one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// The mark with its reason and who approved it: － without its reason is no answer.
    Mark,
    /// The remark.
    Remark,
    /// The list of evidence.
    Evidence,
    /// The flag for review.
    Flag,
    /// Whether the item was taken back in.
    Included,
}

impl Field {
    /// Every field, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Mark,
        Self::Remark,
        Self::Evidence,
        Self::Flag,
        Self::Included,
    ];

    /// Returns whether the field answers the question as it is worded.
    #[must_use]
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Mark | Self::Remark | Self::Evidence)
    }
}

/// What is decided as one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Unit {
    /// The answer to a profile key.
    Profile(ProfileKey),
    /// A part of an item.
    Item(ItemId, Field),
}

/// The value of a unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// The answer to a profile key.
    Profile(Option<bool>),
    /// A mark and what belongs to it.
    Mark {
        /// The mark.
        marked: Option<Marked>,
        /// Why the item does not apply.
        reason: String,
        /// Who approved that it does not apply.
        approver: String,
    },
    /// A remark.
    Remark(String),
    /// A list of evidence.
    Evidence(Vec<Evidence>),
    /// Flagged or not.
    Flag(bool),
    /// Taken back in or not.
    Included(bool),
}

impl Unit {
    /// Returns the unit a change is about; none for what concerns the workbook as a whole.
    #[must_use]
    pub fn of(change: &Change) -> Option<Self> {
        let field = match change {
            Change::Profile { key, .. } => return Some(Self::Profile(key.clone())),
            Change::Mark { .. } => Field::Mark,
            Change::Text { field, .. } => match field {
                TextField::Reason | TextField::Approver => Field::Mark,
                TextField::Remark => Field::Remark,
            },
            Change::Evidence { .. } => Field::Evidence,
            Change::Flag { .. } => Field::Flag,
            Change::Included { .. } => Field::Included,
            _ => return None,
        };
        Some(Self::Item(change.item()?.clone(), field))
    }

    /// Returns every unit that some workbooks hold something of.
    #[must_use]
    pub fn all(workbooks: &[&Workbook]) -> BTreeSet<Self> {
        let mut units = BTreeSet::new();
        for workbook in workbooks {
            units.extend(workbook.profile_keys().cloned().map(Self::Profile));
            for (item, _) in workbook.answers() {
                units.extend(Field::ALL.map(|field| Self::Item(item.clone(), field)));
            }
        }
        units
    }

    /// Returns the item the unit is a part of.
    #[must_use]
    pub const fn item(&self) -> Option<&ItemId> {
        match self {
            Self::Profile(_) => None,
            Self::Item(item, _) => Some(item),
        }
    }

    /// Returns whether the unit answers a question as it is worded.
    #[must_use]
    pub const fn is_answer(&self) -> bool {
        matches!(self, Self::Item(_, field) if field.is_answer())
    }

    /// Returns the unit's value in a workbook.
    #[must_use]
    pub fn value(&self, workbook: &Workbook) -> Value {
        let (item, field) = match self {
            Self::Profile(key) => return Value::Profile(workbook.profile(key)),
            Self::Item(item, field) => (item, field),
        };
        let answer = workbook.answer(item.as_str());
        match field {
            Field::Mark => Value::Mark {
                marked: answer.marked,
                reason: answer.reason.clone(),
                approver: answer.approver.clone(),
            },
            Field::Remark => Value::Remark(answer.remark.clone()),
            Field::Evidence => Value::Evidence(answer.evidence.clone()),
            Field::Flag => Value::Flag(answer.flagged),
            Field::Included => Value::Included(answer.included),
        }
    }

    /// Returns when and by whom the unit was last touched, if it ever was.
    #[must_use]
    pub fn stamp(&self, workbook: &Workbook) -> Option<Stamp> {
        let touches = |change: &Change| Self::of(change).as_ref() == Some(self);
        let record = workbook
            .records()
            .iter()
            .rev()
            .find(|record| record.changes.iter().any(touches))?;
        Some(Stamp {
            at: record.at,
            by: record.by.clone().into(),
        })
    }

    /// Returns the changes that lead from one value to another; none when they are the same.
    #[must_use]
    pub fn changes(&self, from: &Value, to: &Value) -> Vec<Change> {
        if from == to {
            return Vec::new();
        }
        match (self, from, to) {
            (Self::Profile(key), Value::Profile(before), Value::Profile(after)) => {
                vec![Change::Profile {
                    key: key.clone(),
                    before: *before,
                    after: *after,
                }]
            }
            (Self::Item(item, _), from, to) => item_changes(item, from, to),
            // The value of one unit never meets that of another.
            _ => Vec::new(),
        }
    }
}

fn item_changes(item: &ItemId, from: &Value, to: &Value) -> Vec<Change> {
    let item = item.clone();
    match (from, to) {
        (
            Value::Mark {
                marked: before,
                reason,
                approver,
            },
            Value::Mark {
                marked: after,
                reason: new_reason,
                approver: new_approver,
            },
        ) => {
            let mut changes = Vec::new();
            changes.extend(text(&item, TextField::Reason, reason, new_reason));
            changes.extend(text(&item, TextField::Approver, approver, new_approver));
            if before != after {
                changes.push(Change::Mark {
                    item,
                    before: *before,
                    after: *after,
                });
            }
            changes
        }
        (Value::Remark(before), Value::Remark(after)) => {
            text(&item, TextField::Remark, before, after)
                .into_iter()
                .collect()
        }
        (Value::Evidence(before), Value::Evidence(after)) => vec![Change::Evidence {
            item,
            before: before.clone(),
            after: after.clone(),
        }],
        (Value::Flag(before), Value::Flag(after)) => vec![Change::Flag {
            item,
            before: *before,
            after: *after,
        }],
        (Value::Included(before), Value::Included(after)) => vec![Change::Included {
            item,
            before: *before,
            after: *after,
        }],
        _ => Vec::new(),
    }
}

fn text(item: &ItemId, field: TextField, before: &str, after: &str) -> Option<Change> {
    (before != after).then(|| Change::Text {
        item: item.clone(),
        field,
        before: before.to_owned(),
        after: after.to_owned(),
    })
}

/// Returns a list of evidence with what another has beyond it.
#[must_use]
pub(super) fn united(mine: &[Evidence], theirs: &[Evidence]) -> Vec<Evidence> {
    let mut all = mine.to_vec();
    all.extend(beyond(mine, theirs));
    all
}

/// Returns whether both lists only grew from a third one, each in its own way.
#[must_use]
pub(super) fn both_grew(from: &[Evidence], mine: &[Evidence], theirs: &[Evidence]) -> bool {
    beyond(mine, from).is_empty() && beyond(theirs, from).is_empty()
}

/// Returns what `theirs` holds beyond `mine`; what stands twice counts twice.
fn beyond(mine: &[Evidence], theirs: &[Evidence]) -> Vec<Evidence> {
    let mut left: Vec<&Evidence> = mine.iter().collect();
    let mut more = Vec::new();
    for evidence in theirs {
        match left.iter().position(|known| *known == evidence) {
            Some(at) => {
                left.swap_remove(at);
            }
            None => more.push(evidence.clone()),
        }
    }
    more
}
