//! Last year's answers, laid beside this year's items.

use std::collections::BTreeMap;

use super::checklist::{Checklist, Item};
use super::item_id::ItemId;
use super::mark::Mark;
use super::scope::total;
use super::score::Figures;
use super::standing::{Standing, standing};
use super::workbook::Workbook;

/// What was answered to an item the year before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PreviousAnswer {
    /// The item's id then.
    pub item: ItemId,
    /// The mark then; none when it was left blank.
    pub mark: Option<Mark>,
    /// The reason then.
    pub reason: String,
    /// The remark then.
    pub remark: String,
    /// The item's hash then.
    pub hash: String,
}

/// A department's workbook of the year before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PreviousYear {
    /// Its fiscal year.
    pub year: i32,
    /// Its figures.
    pub figures: Figures,
    answers: BTreeMap<ItemId, PreviousAnswer>,
}

impl PreviousYear {
    /// Takes what is needed from the workbook of the year before and its own checklist.
    #[must_use]
    pub fn new(checklist: &Checklist, workbook: &Workbook) -> Self {
        let answers = checklist
            .items
            .iter()
            .map(|item| {
                let answer = workbook.answer(item.id.as_str());
                let mark = match standing(checklist, workbook, item) {
                    Standing::Marked(mark, _) => Some(mark),
                    Standing::SetAside(_) | Standing::Blank => None,
                };
                (
                    item.id.clone(),
                    PreviousAnswer {
                        item: item.id.clone(),
                        mark,
                        reason: answer.reason.clone(),
                        remark: answer.remark.clone(),
                        hash: item.hash.clone(),
                    },
                )
            })
            .collect();
        Self {
            year: workbook.created().fiscal_year,
            figures: total(checklist, workbook),
            answers,
        }
    }

    /// Returns last year's answer to an item, or to one it replaces.
    #[must_use]
    pub fn answer(&self, item: &Item) -> Option<&PreviousAnswer> {
        self.answers.get(&item.id).or_else(|| {
            item.replaces
                .iter()
                .find_map(|earlier| self.answers.get(earlier))
        })
    }

    /// Returns whether an item's wording differs from last year's; true for a new item.
    #[must_use]
    pub fn wording_changed(&self, item: &Item) -> bool {
        self.answer(item)
            .is_none_or(|previous| previous.hash != item.hash)
    }
}

#[cfg(test)]
#[path = "previous_tests.rs"]
mod tests;
