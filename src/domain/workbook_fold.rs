//! What each change does to a workbook, and what was last done about confirming. Knows nothing of records' order, undo or the life cycle.

use std::sync::Arc;

use super::{ApplyError, Stamp, Status, Workbook};
use crate::domain::expression::ProfileKey;
use crate::domain::record::{Change, Record};
use crate::domain::returning::slip_of;

impl Workbook {
    /// Returns the profile keys that are answered.
    pub fn profile_keys(&self) -> impl Iterator<Item = &ProfileKey> {
        self.profile.keys()
    }

    /// Returns whether the division returned the workbook, and it is a draft again since.
    #[must_use]
    pub fn is_returned(&self) -> bool {
        let last = self
            .records
            .iter()
            .rev()
            .flat_map(|record| &record.changes)
            .find(|change| matches!(change, Change::Returned { .. } | Change::Reopened { .. }));
        self.returned.is_some() && matches!(last, Some(Change::Returned { .. }))
    }

    /// Returns why the workbook was last returned or reopened, while it is a draft again.
    #[must_use]
    pub fn returned(&self) -> Option<&str> {
        self.returned.as_deref()
    }

    /// Returns the numbers of the records that brought slips since the last confirmation.
    #[must_use]
    pub fn slips(&self) -> &[u64] {
        &self.slips
    }

    /// Applies one change, if its value before is the value held.
    pub(super) fn apply_change(
        &mut self,
        change: &Change,
        record: &Record,
    ) -> Result<(), ApplyError> {
        match change {
            Change::Created(_) => return Err(ApplyError::Creation),
            Change::ChecklistChanged { before, after, .. } => {
                replace(&mut self.created.checklist_digest, before, after)?;
            }
            Change::Profile { key, before, after } => {
                if self.profile.get(key).copied() != *before {
                    return Err(ApplyError::Before);
                }
                match after {
                    Some(answer) => self.profile.insert(key.clone(), *answer),
                    None => self.profile.remove(key),
                };
            }
            Change::Confirmed { by } => {
                self.status = Status::Confirmed {
                    by: by.clone(),
                    at: record.at,
                };
                self.returned = None;
                self.slips.clear();
            }
            Change::Exported { .. }
            | Change::Repaired { .. }
            | Change::Redacted { .. }
            | Change::Merged { .. } => {}
            Change::Returned { reason, .. } | Change::Reopened { reason } => {
                self.status = Status::Draft;
                self.returned = Some(reason.clone());
                if slip_of(change).is_some() {
                    self.slips.push(record.number);
                }
            }
            Change::Included { .. }
            | Change::Mark { .. }
            | Change::Text { .. }
            | Change::Evidence { .. }
            | Change::Flag { .. } => self.apply_item_change(change, record)?,
        }
        Ok(())
    }

    fn apply_item_change(&mut self, change: &Change, record: &Record) -> Result<(), ApplyError> {
        let Some(item) = change.item() else {
            return Ok(());
        };
        let answer = self.answers.entry(item.clone()).or_default();
        if *self.marker != record.by {
            self.marker = Arc::new(record.by.clone());
        }
        match change {
            Change::Included { before, after, .. } => {
                replace(&mut answer.included, before, after)?;
            }
            Change::Mark { before, after, .. } => {
                replace(&mut answer.marked, before, after)?;
                answer.stamp = after.is_some().then(|| Stamp {
                    at: record.at,
                    by: Arc::clone(&self.marker),
                });
            }
            Change::Text {
                field,
                before,
                after,
                ..
            } => replace(answer.text_mut(*field), before, after)?,
            Change::Evidence { before, after, .. } => {
                replace(&mut answer.evidence, before, after)?;
            }
            Change::Flag { before, after, .. } => replace(&mut answer.flagged, before, after)?,
            _ => {}
        }
        self.last_touched = Some(item.clone());
        Ok(())
    }
}

fn replace<T: PartialEq + Clone>(place: &mut T, before: &T, after: &T) -> Result<(), ApplyError> {
    if place == before {
        place.clone_from(after);
        Ok(())
    } else {
        Err(ApplyError::Before)
    }
}
