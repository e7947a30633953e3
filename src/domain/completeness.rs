//! What is still missing before a workbook can be confirmed.

use super::checklist::{Checklist, EVIDENCE_WEIGHT, Item};
use super::item_id::ItemId;
use super::mark::Mark;
use super::record::TextField;
use super::standing::{Standing, standing};
use super::workbook::{Answer, Workbook};

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

/// Tells whether an answer with this mark is to have a text in a field.
#[must_use]
pub fn asks_text(item: &Item, mark: Option<Mark>, field: TextField) -> bool {
    let not_applicable = mark == Some(Mark::NotApplicable);
    match field {
        TextField::Remark => mark.is_some_and(Mark::needs_remark),
        TextField::Reason => not_applicable,
        TextField::Approver => item.critical && not_applicable,
    }
}

/// Tells whether an answer with this mark is to name evidence.
#[must_use]
pub fn asks_evidence(item: &Item, mark: Option<Mark>) -> bool {
    item.weight >= EVIDENCE_WEIGHT && mark.is_some_and(Mark::needs_evidence)
}

/// Tells whether a reason must be written before this mark can be given.
#[must_use]
pub fn asks_reason_first(item: &Item, answer: &Answer, mark: Mark) -> bool {
    mark == Mark::NotApplicable && item.not_applicable.is_some() && answer.reason.trim().is_empty()
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
        let given = Some(mark);
        if asks_text(item, given, TextField::Remark) && answer.remark.trim().is_empty() {
            lack(Lack::Remark);
        }
        if asks_evidence(item, given) && answer.evidence.is_empty() {
            lack(Lack::Evidence);
        }
        if item.critical && mark == Mark::ToBeConfirmed {
            lack(Lack::Confirmation);
        }
        if asks_text(item, given, TextField::Approver) && answer.approver.trim().is_empty() {
            lack(Lack::Approver);
        }
    }
    missing
}

#[cfg(test)]
#[path = "completeness_tests.rs"]
mod tests;
