//! The saved form of records. These types are the on-disk format; the domain's types are free to
//! change.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::DamageKind;
use crate::domain::expression::ProfileKey;
use crate::domain::item_id::ItemId;
use crate::domain::mark::{Mark, MarkSource, Marked};
use crate::domain::record::{
    Author, Change, Created, Evidence, ExportedFile, ItemChange, Record, RecordKind, ReturnedItem,
    SetAside, Slip, TextField, TypedField,
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordFile<'a> {
    n: u64,
    #[serde(borrow)]
    at: Cow<'a, str>,
    by: AuthorFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undo: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    redo: Option<u64>,
    changes: Vec<ChangeFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AuthorFile {
    name: String,
    title: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceFile {
    name: String,
    date: String,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum MarkFile {
    Implemented,
    Partial,
    NotImplemented,
    NotApplicable,
    ToBeConfirmed,
}

#[derive(Serialize, Deserialize)]
enum MarkedFile {
    Typed(MarkFile),
    Carried {
        mark: MarkFile,
        year: i32,
        wording_changed: bool,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum TextFieldFile {
    Reason,
    Remark,
    Approver,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum TypedFieldFile {
    Reason,
    Remark,
    Approver,
    Evidence,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemChangeFile {
    item: String,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExportedFileFile {
    name: String,
    digest: String,
}

#[derive(Serialize, Deserialize)]
enum ChangeFile {
    Created {
        format: u32,
        city: String,
        municipality: String,
        municipality_code: String,
        edition: String,
        checklist_digest: String,
        department_code: String,
        department: String,
        agency: String,
        fiscal_year: i32,
        deadline: String,
    },
    ChecklistChanged {
        before: String,
        after: String,
        items: Vec<ItemChangeFile>,
    },
    Profile {
        key: String,
        before: Option<bool>,
        after: Option<bool>,
    },
    Included {
        item: String,
        before: bool,
        after: bool,
    },
    Mark {
        item: String,
        before: Option<MarkedFile>,
        after: Option<MarkedFile>,
    },
    Text {
        item: String,
        field: TextFieldFile,
        before: String,
        after: String,
    },
    Evidence {
        item: String,
        before: Vec<EvidenceFile>,
        after: Vec<EvidenceFile>,
    },
    Flag {
        item: String,
        before: bool,
        after: bool,
    },
    Confirmed {
        by: AuthorFile,
    },
    Exported {
        receipt: String,
        files: Vec<ExportedFileFile>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        despite: Option<String>,
    },
    Returned {
        reason: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        slip: Option<SlipFile>,
    },
    Reopened {
        reason: String,
    },
    Repaired {
        damaged: String,
        lines: Vec<u64>,
    },
    Redacted {
        item: String,
        field: TypedFieldFile,
        why: String,
        parent: String,
    },
    Merged {
        parents: [String; 2],
        set_aside: Vec<SetAsideFile>,
    },
}

#[derive(Serialize, Deserialize)]
struct SlipFile {
    digest: String,
    receipt: String,
    head: String,
    by: String,
    date: String,
    due: String,
    items: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SetAsideFile {
    at: AtFile,
    by: AuthorFile,
    change: ChangeFile,
}

/// A time as RFC 3339.
#[derive(Serialize, Deserialize, Clone)]
#[serde(try_from = "String", into = "String")]
struct AtFile(DateTime<FixedOffset>);

impl TryFrom<String> for AtFile {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        DateTime::parse_from_rfc3339(&text)
            .map(Self)
            .map_err(|error| format!("{error}: {text}"))
    }
}

impl From<AtFile> for String {
    fn from(at: AtFile) -> Self {
        at.0.to_rfc3339()
    }
}

impl From<&Record> for RecordFile<'_> {
    fn from(record: &Record) -> Self {
        let (undo, redo) = match record.kind {
            RecordKind::Action => (None, None),
            RecordKind::Undo(number) => (Some(number), None),
            RecordKind::Redo(number) => (None, Some(number)),
        };
        Self {
            n: record.number,
            at: record.at.to_rfc3339().into(),
            by: (&record.by).into(),
            undo,
            redo,
            changes: record.changes.iter().map(ChangeFile::from).collect(),
        }
    }
}

impl TryFrom<RecordFile<'_>> for Record {
    type Error = DamageKind;

    fn try_from(file: RecordFile<'_>) -> Result<Self, DamageKind> {
        let kind = match (file.undo, file.redo) {
            (None, None) => RecordKind::Action,
            (Some(number), None) => RecordKind::Undo(number),
            (None, Some(number)) => RecordKind::Redo(number),
            (Some(_), Some(_)) => return Err(DamageKind::Record("undo and redo".to_owned())),
        };
        Ok(Self {
            number: file.n,
            at: DateTime::parse_from_rfc3339(&file.at)
                .map_err(|error| super::unreadable(&format!("{error}: {}", file.at)))?,
            by: file.by.into(),
            kind,
            changes: file.changes.into_iter().map(Change::from).collect(),
        })
    }
}

impl From<&Author> for AuthorFile {
    fn from(author: &Author) -> Self {
        Self {
            name: author.name.clone(),
            title: author.title.clone(),
        }
    }
}

impl From<AuthorFile> for Author {
    fn from(file: AuthorFile) -> Self {
        Self {
            name: file.name,
            title: file.title,
        }
    }
}

impl From<Mark> for MarkFile {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Implemented => Self::Implemented,
            Mark::Partial => Self::Partial,
            Mark::NotImplemented => Self::NotImplemented,
            Mark::NotApplicable => Self::NotApplicable,
            Mark::ToBeConfirmed => Self::ToBeConfirmed,
        }
    }
}

impl From<MarkFile> for Mark {
    fn from(file: MarkFile) -> Self {
        match file {
            MarkFile::Implemented => Self::Implemented,
            MarkFile::Partial => Self::Partial,
            MarkFile::NotImplemented => Self::NotImplemented,
            MarkFile::NotApplicable => Self::NotApplicable,
            MarkFile::ToBeConfirmed => Self::ToBeConfirmed,
        }
    }
}

impl From<Marked> for MarkedFile {
    fn from(marked: Marked) -> Self {
        match marked.source {
            MarkSource::Typed => Self::Typed(marked.mark.into()),
            MarkSource::Carried {
                year,
                wording_changed,
            } => Self::Carried {
                mark: marked.mark.into(),
                year,
                wording_changed,
            },
        }
    }
}

impl From<MarkedFile> for Marked {
    fn from(file: MarkedFile) -> Self {
        match file {
            MarkedFile::Typed(mark) => Self::typed(mark.into()),
            MarkedFile::Carried {
                mark,
                year,
                wording_changed,
            } => Self {
                mark: mark.into(),
                source: MarkSource::Carried {
                    year,
                    wording_changed,
                },
            },
        }
    }
}

impl From<TextField> for TextFieldFile {
    fn from(field: TextField) -> Self {
        match field {
            TextField::Reason => Self::Reason,
            TextField::Remark => Self::Remark,
            TextField::Approver => Self::Approver,
        }
    }
}

impl From<TextFieldFile> for TextField {
    fn from(file: TextFieldFile) -> Self {
        match file {
            TextFieldFile::Reason => Self::Reason,
            TextFieldFile::Remark => Self::Remark,
            TextFieldFile::Approver => Self::Approver,
        }
    }
}

impl From<TypedField> for TypedFieldFile {
    fn from(field: TypedField) -> Self {
        match field {
            TypedField::Text(TextField::Reason) => Self::Reason,
            TypedField::Text(TextField::Remark) => Self::Remark,
            TypedField::Text(TextField::Approver) => Self::Approver,
            TypedField::Evidence => Self::Evidence,
        }
    }
}

impl From<TypedFieldFile> for TypedField {
    fn from(file: TypedFieldFile) -> Self {
        match file {
            TypedFieldFile::Reason => Self::Text(TextField::Reason),
            TypedFieldFile::Remark => Self::Text(TextField::Remark),
            TypedFieldFile::Approver => Self::Text(TextField::Approver),
            TypedFieldFile::Evidence => Self::Evidence,
        }
    }
}

fn evidence_to_file(list: &[Evidence]) -> Vec<EvidenceFile> {
    list.iter()
        .map(|evidence| EvidenceFile {
            name: evidence.name.clone(),
            date: evidence.date.clone(),
        })
        .collect()
}

fn evidence_from_file(list: Vec<EvidenceFile>) -> Vec<Evidence> {
    list.into_iter()
        .map(|file| Evidence {
            name: file.name,
            date: file.date,
        })
        .collect()
}

#[path = "journal_changes.rs"]
mod changes;
