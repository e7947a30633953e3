//! Changes to their saved form and back.

use super::{
    AtFile, Change, ChangeFile, Created, ExportedFile, ExportedFileFile, ItemChange,
    ItemChangeFile, ItemId, Marked, MarkedFile, ProfileKey, ReturnedItem, SetAside, SetAsideFile,
    Slip, SlipFile, evidence_from_file, evidence_to_file,
};

impl From<&Change> for ChangeFile {
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of change")]
    fn from(change: &Change) -> Self {
        match change {
            Change::Created(created) => Self::from(&**created),
            Change::ChecklistChanged {
                before,
                after,
                items,
            } => Self::ChecklistChanged {
                before: before.clone(),
                after: after.clone(),
                items: items
                    .iter()
                    .map(|change| ItemChangeFile {
                        item: change.item.0.clone(),
                        before: change.before.clone(),
                        after: change.after.clone(),
                    })
                    .collect(),
            },
            Change::Profile { key, before, after } => Self::Profile {
                key: key.0.clone(),
                before: *before,
                after: *after,
            },
            Change::Included {
                item,
                before,
                after,
            } => Self::Included {
                item: item.0.clone(),
                before: *before,
                after: *after,
            },
            Change::Mark {
                item,
                before,
                after,
            } => Self::Mark {
                item: item.0.clone(),
                before: before.map(MarkedFile::from),
                after: after.map(MarkedFile::from),
            },
            Change::Text {
                item,
                field,
                before,
                after,
            } => Self::Text {
                item: item.0.clone(),
                field: (*field).into(),
                before: before.clone(),
                after: after.clone(),
            },
            Change::Evidence {
                item,
                before,
                after,
            } => Self::Evidence {
                item: item.0.clone(),
                before: evidence_to_file(before),
                after: evidence_to_file(after),
            },
            Change::Flag {
                item,
                before,
                after,
            } => Self::Flag {
                item: item.0.clone(),
                before: *before,
                after: *after,
            },
            Change::Confirmed { by } => Self::Confirmed { by: by.into() },
            Change::Exported {
                receipt,
                files,
                despite,
            } => Self::Exported {
                receipt: receipt.clone(),
                despite: despite.clone(),
                files: files
                    .iter()
                    .map(|file| ExportedFileFile {
                        name: file.name.clone(),
                        digest: file.digest.clone(),
                    })
                    .collect(),
            },
            Change::Returned { reason, slip } => Self::Returned {
                reason: reason.clone(),
                slip: slip.as_deref().map(SlipFile::from),
            },
            Change::Reopened { reason } => Self::Reopened {
                reason: reason.clone(),
            },
            Change::Repaired { damaged, lines } => Self::Repaired {
                damaged: damaged.clone(),
                lines: lines.clone(),
            },
            Change::Redacted {
                item,
                field,
                why,
                parent,
            } => Self::Redacted {
                item: item.0.clone(),
                field: (*field).into(),
                why: why.clone(),
                parent: parent.clone(),
            },
            Change::Merged { parents, set_aside } => Self::Merged {
                parents: parents.clone(),
                set_aside: set_aside.iter().map(SetAsideFile::from).collect(),
            },
        }
    }
}

impl From<&Created> for ChangeFile {
    fn from(created: &Created) -> Self {
        Self::Created {
            format: created.format,
            city: created.city.clone(),
            municipality: created.municipality.clone(),
            municipality_code: created.municipality_code.clone(),
            edition: created.edition.clone(),
            checklist_digest: created.checklist_digest.clone(),
            department_code: created.department_code.clone(),
            department: created.department.clone(),
            agency: created.agency.clone(),
            fiscal_year: created.fiscal_year,
            deadline: created.deadline.clone(),
        }
    }
}

impl From<ChangeFile> for Change {
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of change")]
    fn from(file: ChangeFile) -> Self {
        match file {
            ChangeFile::Created {
                format,
                city,
                municipality,
                municipality_code,
                edition,
                checklist_digest,
                department_code,
                department,
                agency,
                fiscal_year,
                deadline,
            } => Self::Created(Box::new(Created {
                format,
                city,
                municipality,
                municipality_code,
                edition,
                checklist_digest,
                department_code,
                department,
                agency,
                fiscal_year,
                deadline,
            })),
            ChangeFile::ChecklistChanged {
                before,
                after,
                items,
            } => Self::ChecklistChanged {
                before,
                after,
                items: items
                    .into_iter()
                    .map(|change| ItemChange {
                        item: ItemId(change.item),
                        before: change.before,
                        after: change.after,
                    })
                    .collect(),
            },
            ChangeFile::Profile { key, before, after } => Self::Profile {
                key: ProfileKey(key),
                before,
                after,
            },
            ChangeFile::Included {
                item,
                before,
                after,
            } => Self::Included {
                item: ItemId(item),
                before,
                after,
            },
            ChangeFile::Mark {
                item,
                before,
                after,
            } => Self::Mark {
                item: ItemId(item),
                before: before.map(Marked::from),
                after: after.map(Marked::from),
            },
            ChangeFile::Text {
                item,
                field,
                before,
                after,
            } => Self::Text {
                item: ItemId(item),
                field: field.into(),
                before,
                after,
            },
            ChangeFile::Evidence {
                item,
                before,
                after,
            } => Self::Evidence {
                item: ItemId(item),
                before: evidence_from_file(before),
                after: evidence_from_file(after),
            },
            ChangeFile::Flag {
                item,
                before,
                after,
            } => Self::Flag {
                item: ItemId(item),
                before,
                after,
            },
            ChangeFile::Confirmed { by } => Self::Confirmed { by: by.into() },
            ChangeFile::Exported {
                receipt,
                files,
                despite,
            } => Self::Exported {
                receipt,
                despite,
                files: files
                    .into_iter()
                    .map(|file| ExportedFile {
                        name: file.name,
                        digest: file.digest,
                    })
                    .collect(),
            },
            ChangeFile::Returned { reason, slip } => Self::Returned {
                reason,
                slip: slip.map(|slip| Box::new(slip.into())),
            },
            ChangeFile::Reopened { reason } => Self::Reopened { reason },
            ChangeFile::Repaired { damaged, lines } => Self::Repaired { damaged, lines },
            ChangeFile::Redacted {
                item,
                field,
                why,
                parent,
            } => Self::Redacted {
                item: ItemId(item),
                field: field.into(),
                why,
                parent,
            },
            ChangeFile::Merged { parents, set_aside } => Self::Merged {
                parents,
                set_aside: set_aside.into_iter().map(SetAside::from).collect(),
            },
        }
    }
}

impl From<&SetAside> for SetAsideFile {
    fn from(aside: &SetAside) -> Self {
        Self {
            at: AtFile(aside.at),
            by: (&aside.by).into(),
            change: ChangeFile::from(&aside.change),
        }
    }
}

impl From<SetAsideFile> for SetAside {
    fn from(file: SetAsideFile) -> Self {
        Self {
            change: file.change.into(),
            at: file.at.0,
            by: file.by.into(),
        }
    }
}

impl From<&Slip> for SlipFile {
    fn from(slip: &Slip) -> Self {
        let slip = slip.clone();
        Self {
            digest: slip.digest,
            receipt: slip.receipt,
            head: slip.head,
            by: slip.by,
            date: slip.date,
            due: slip.due,
            items: slip
                .items
                .into_iter()
                .map(|returned| (returned.item.0, returned.reason))
                .collect(),
        }
    }
}

impl From<SlipFile> for Slip {
    fn from(file: SlipFile) -> Self {
        Self {
            digest: file.digest,
            receipt: file.receipt,
            head: file.head,
            by: file.by,
            date: file.date,
            due: file.due,
            items: file
                .items
                .into_iter()
                .map(|(item, reason)| ReturnedItem {
                    item: ItemId(item),
                    reason,
                })
                .collect(),
        }
    }
}
