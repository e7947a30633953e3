//! What is still missing before a workbook can be confirmed.

use super::checklist::{Checklist, EVIDENCE_WEIGHT};
use super::item_id::ItemId;
use super::mark::Mark;
use super::standing::{Standing, standing};
use super::workbook::Workbook;

/// What an item lacks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Lack {
    /// A mark.
    Mark,
    /// A remark beside △ × ？.
    Remark,
    /// Evidence beside ○ △ on an item of weight 3.
    Evidence,
    /// A critical item is still to be confirmed.
    Confirmation,
    /// The name of who approved that a critical item does not apply.
    Approver,
}

/// One thing missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// The item, by its position in walking order.
    pub position: usize,
    /// The item's id.
    pub item: ItemId,
    /// What it lacks.
    pub lack: Lack,
}

/// Returns everything missing, in walking order; empty when the workbook can be confirmed.
#[must_use]
pub fn missing(checklist: &Checklist, workbook: &Workbook) -> Vec<Missing> {
    let mut missing = Vec::new();
    for (position, item) in checklist.items.iter().enumerate() {
        let answer = workbook.answer(item.id.as_str());
        let mut lack = |lack| {
            missing.push(Missing {
                position,
                item: item.id.clone(),
                lack,
            });
        };
        let mark = match standing(checklist, workbook, item) {
            Standing::Marked(mark, _) => mark,
            Standing::SetAside(_) => continue,
            Standing::Blank => {
                lack(Lack::Mark);
                continue;
            }
        };
        if mark.needs_remark() && answer.remark.trim().is_empty() {
            lack(Lack::Remark);
        }
        if item.weight >= EVIDENCE_WEIGHT && mark.needs_evidence() && answer.evidence.is_empty() {
            lack(Lack::Evidence);
        }
        if item.critical && mark == Mark::ToBeConfirmed {
            lack(Lack::Confirmation);
        }
        if item.critical && mark == Mark::NotApplicable && answer.approver.trim().is_empty() {
            lack(Lack::Approver);
        }
    }
    missing
}

#[cfg(test)]
#[path = "completeness_tests.rs"]
mod tests;
