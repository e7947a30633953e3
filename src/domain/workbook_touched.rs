//! What a record is about to alter, kept as it was, so that a record that does not fit leaves no
//! trace. Knows nothing of what the changes mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Answer, Stamp, Status, Workbook};
use crate::domain::expression::ProfileKey;
use crate::domain::item_id::ItemId;
use crate::domain::record::{Author, Change};

/// The parts of a workbook that some changes may alter, as they were before.
pub(super) struct Touched {
    life: Option<Life>,
    last_touched: Option<ItemId>,
    marker: Arc<Author>,
    profile: BTreeMap<ProfileKey, Option<bool>>,
    answers: BTreeMap<ItemId, Option<Answer>>,
}

/// What confirming, returning and a new checklist alter; few records do.
struct Life {
    status: Status,
    returned: Option<String>,
    slips: Vec<u64>,
    checklist_digest: String,
}

impl Life {
    fn of(workbook: &Workbook) -> Self {
        Self {
            status: workbook.status.clone(),
            returned: workbook.returned.clone(),
            slips: workbook.slips.clone(),
            checklist_digest: workbook.created.checklist_digest.clone(),
        }
    }
}

impl Touched {
    /// Keeps what `changes` may alter.
    pub(super) fn of(workbook: &Workbook, changes: &[Change]) -> Self {
        let mut touched = Self {
            life: None,
            last_touched: workbook.last_touched.clone(),
            marker: Arc::clone(&workbook.marker),
            profile: BTreeMap::new(),
            answers: BTreeMap::new(),
        };
        for change in changes {
            if let Change::Profile { key, .. } = change {
                let answer = workbook.profile(key);
                touched.profile.insert(key.clone(), answer);
            } else if let Some(item) = change.item() {
                if !touched.answers.contains_key(item) {
                    let answer = workbook.answers.get(item).cloned();
                    touched.answers.insert(item.clone(), answer);
                }
            } else if touched.life.is_none() {
                touched.life = Some(Life::of(workbook));
            }
        }
        touched
    }

    /// Puts everything back.
    pub(super) fn put_back(self, workbook: &mut Workbook) {
        if let Some(life) = self.life {
            workbook.status = life.status;
            workbook.returned = life.returned;
            workbook.slips = life.slips;
            workbook.created.checklist_digest = life.checklist_digest;
        }
        workbook.last_touched = self.last_touched;
        workbook.marker = self.marker;
        for (key, answer) in self.profile {
            match answer {
                Some(answer) => workbook.profile.insert(key, answer),
                None => workbook.profile.remove(&key),
            };
        }
        for (item, answer) in self.answers {
            match answer {
                Some(answer) => workbook.answers.insert(item, answer),
                None => workbook.answers.remove(&item),
            };
        }
    }

    /// Returns the stamps of the items whose mark `changes` alter.
    pub(super) fn stamps(mut self, changes: &[Change]) -> Vec<(ItemId, Option<Stamp>)> {
        let mut stamps = Vec::new();
        for change in changes {
            if let Change::Mark { item, .. } = change
                && let Some((item, answer)) = self.answers.remove_entry(item)
            {
                stamps.push((item, answer.and_then(|answer| answer.stamp)));
            }
        }
        stamps
    }
}
