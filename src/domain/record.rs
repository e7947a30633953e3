//! Records: one user action each, as a list of changes with the values before and after.

use chrono::{DateTime, FixedOffset};

use super::expression::ProfileKey;
use super::item_id::ItemId;
use super::mark::Marked;

/// Who acted: name and post (職名).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Author {
    /// The person's name.
    pub name: String,
    /// The person's post; may be empty.
    pub title: String,
}

/// The name and date of a document that shows an answer is true.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Evidence {
    /// The document's name.
    pub name: String,
    /// Its date, as the person wrote it; may be empty.
    pub date: String,
}

/// A text field of an item.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TextField {
    /// Why the item does not apply.
    Reason,
    /// A remark.
    Remark,
    /// Who approved that a critical item does not apply.
    Approver,
}

/// A field of an item that holds what people typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TypedField {
    /// One of its texts.
    Text(TextField),
    /// The names and dates of its evidence.
    Evidence,
}

/// What a workbook is about; written once, in the first record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Created {
    /// The journal's format number.
    pub format: u32,
    /// The policy's short name.
    pub city: String,
    /// The municipality's name.
    pub municipality: String,
    /// The national municipality code.
    pub municipality_code: String,
    /// The date of the policy's edition.
    pub edition: String,
    /// The digest of the checklist frozen into the year.
    pub checklist_digest: String,
    /// The department's code.
    pub department_code: String,
    /// The department's name.
    pub department: String,
    /// The executive agency it belongs to.
    pub agency: String,
    /// The fiscal year.
    pub fiscal_year: i32,
    /// The date answers are due, `YYYY-MM-DD`; empty when none is set.
    pub deadline: String,
}

/// An item whose hash differs between two checklists; `None` where it is absent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemChange {
    /// The item.
    pub item: ItemId,
    /// Its hash before.
    pub before: Option<String>,
    /// Its hash after.
    pub after: Option<String>,
}

/// A file written by an export.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportedFile {
    /// The file's name, without its folder.
    pub name: String,
    /// The SHA-256 of its bytes (`h` and 64 hexadecimal digits).
    pub digest: String,
}

/// A value that a merge did not take, kept as the change that would bring it back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SetAside {
    /// From what was taken to what was not.
    pub change: Change,
    /// When it was written.
    pub at: DateTime<FixedOffset>,
    /// By whom.
    pub by: Author,
}

/// An item to be corrected, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReturnedItem {
    /// The item.
    pub item: ItemId,
    /// Why.
    pub reason: String,
}

/// The slip a workbook was returned with.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Slip {
    /// The digest of what it says: the same slip is taken once.
    pub digest: String,
    /// The receipt of the submission it is about; may be empty.
    pub receipt: String,
    /// The hash of the record that submission was written after; may be empty.
    pub head: String,
    /// Who returned it; may be empty.
    pub by: String,
    /// The date of the slip, `YYYY-MM-DD`.
    pub date: String,
    /// The date the correction is due; empty when none is set.
    pub due: String,
    /// The items to be corrected.
    pub items: Vec<ReturnedItem>,
}

/// One change of a workbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// The workbook was begun.
    Created(Box<Created>),
    /// The frozen checklist was replaced by a corrected one.
    ChecklistChanged {
        /// The digest before.
        before: String,
        /// The digest after.
        after: String,
        /// The items whose wording differs.
        items: Vec<ItemChange>,
    },
    /// A profile key was answered.
    Profile {
        /// The key.
        key: ProfileKey,
        /// The answer before.
        before: Option<bool>,
        /// The answer after.
        after: Option<bool>,
    },
    /// An item the profile sets aside was taken back in, or left out again.
    Included {
        /// The item.
        item: ItemId,
        /// Whether it was taken in before.
        before: bool,
        /// Whether it is taken in after.
        after: bool,
    },
    /// A mark was given, taken over from last year, or taken away.
    Mark {
        /// The item.
        item: ItemId,
        /// The mark before.
        before: Option<Marked>,
        /// The mark after.
        after: Option<Marked>,
    },
    /// A text was written.
    Text {
        /// The item.
        item: ItemId,
        /// Which of its texts.
        field: TextField,
        /// The text before.
        before: String,
        /// The text after.
        after: String,
    },
    /// The list of evidence was changed.
    Evidence {
        /// The item.
        item: ItemId,
        /// The list before.
        before: Vec<Evidence>,
        /// The list after.
        after: Vec<Evidence>,
    },
    /// The item was flagged for review, or the flag removed.
    Flag {
        /// The item.
        item: ItemId,
        /// Whether it was flagged before.
        before: bool,
        /// Whether it is flagged after.
        after: bool,
    },
    /// The department head confirmed the workbook.
    Confirmed {
        /// Who confirmed.
        by: Author,
    },
    /// CSV files were written; a fact, which cannot be undone.
    Exported {
        /// The receipt printed.
        receipt: String,
        /// The files written; their digests are those of what was sealed, where they are.
        files: Vec<ExportedFile>,
        /// Why they were written although something in them deserved a look.
        despite: Option<String>,
    },
    /// The division returned the workbook.
    Returned {
        /// Why.
        reason: String,
        /// The slip it came with, if it came with one.
        slip: Option<Box<Slip>>,
    },
    /// The department reopened its confirmed workbook.
    Reopened {
        /// Why.
        reason: String,
    },
    /// A damaged journal was replaced by one made from what was good in it; a fact.
    Repaired {
        /// The SHA-256 of the damaged file.
        damaged: String,
        /// The lines of it whose content is lost.
        lines: Vec<u64>,
    },
    /// What was typed into a field by mistake was taken out of every record; a fact.
    Redacted {
        /// The item.
        item: ItemId,
        /// Which of its fields.
        field: TypedField,
        /// Why.
        why: String,
        /// The hash of the last record of the journal before.
        parent: String,
    },
    /// A copy of the workbook was merged: its records stand before this one.
    Merged {
        /// The hashes of the last record of the workbook and of the copy, with their letter.
        parents: [String; 2],
        /// The values that were not taken, of either side.
        set_aside: Vec<SetAside>,
    },
}

impl Change {
    /// Returns the change that takes this one back, if it can be taken back.
    #[must_use]
    pub fn inverse(&self) -> Option<Self> {
        Some(match self.clone() {
            Self::Profile { key, before, after } => Self::Profile {
                key,
                before: after,
                after: before,
            },
            Self::Included {
                item,
                before,
                after,
            } => Self::Included {
                item,
                before: after,
                after: before,
            },
            Self::Mark {
                item,
                before,
                after,
            } => Self::Mark {
                item,
                before: after,
                after: before,
            },
            Self::Text {
                item,
                field,
                before,
                after,
            } => Self::Text {
                item,
                field,
                before: after,
                after: before,
            },
            Self::Evidence {
                item,
                before,
                after,
            } => Self::Evidence {
                item,
                before: after,
                after: before,
            },
            Self::Flag {
                item,
                before,
                after,
            } => Self::Flag {
                item,
                before: after,
                after: before,
            },
            Self::Created(_)
            | Self::ChecklistChanged { .. }
            | Self::Confirmed { .. }
            | Self::Exported { .. }
            | Self::Returned { .. }
            | Self::Reopened { .. }
            | Self::Repaired { .. }
            | Self::Redacted { .. }
            | Self::Merged { .. } => return None,
        })
    }

    /// Returns the item the change is about, if it is about one.
    #[must_use]
    pub const fn item(&self) -> Option<&ItemId> {
        match self {
            Self::Included { item, .. }
            | Self::Mark { item, .. }
            | Self::Text { item, .. }
            | Self::Evidence { item, .. }
            | Self::Flag { item, .. } => Some(item),
            _ => None,
        }
    }

    /// Returns whether the change only notes something that happened to the files: an export, a
    /// repair, a redaction. Undo and redo pass over it, and a confirmed workbook takes it.
    #[must_use]
    pub const fn is_fact(&self) -> bool {
        matches!(
            self,
            Self::Exported { .. } | Self::Repaired { .. } | Self::Redacted { .. }
        )
    }

    /// Returns whether undo can take the change back. Undo stops at every other one but a fact:
    /// created, a replaced checklist, confirmed, returned, reopened and merged.
    #[must_use]
    pub fn can_be_undone(&self) -> bool {
        self.inverse().is_some()
    }
}

/// Whether a record is new, or takes back or repeats an earlier one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecordKind {
    /// Something new.
    Action,
    /// Takes back the record of this number.
    Undo(u64),
    /// Repeats the record of this number.
    Redo(u64),
}

/// One line of the journal: one user action.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// Its number, from 1.
    pub number: u64,
    /// When, in local time with its offset.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub by: Author,
    /// New, undo or redo.
    pub kind: RecordKind,
    /// The changes, in order.
    pub changes: Vec<Change>,
}
