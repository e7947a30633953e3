//! Where an item stands: answered, set aside, or still open.

use super::checklist::{Checklist, Item};
use super::expression::ProfileKey;
use super::mark::{Mark, MarkSource};
use super::workbook::Workbook;

/// Why an item is not asked of a department.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SetAside {
    /// The profile answers these keys with no.
    Profile(Vec<ProfileKey>),
    /// Items of weight 1 are asked every other year, and not in this one.
    Biennial,
}

/// Where an item stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// A mark was given; it counts even where the profile would set the item aside.
    Marked(Mark, MarkSource),
    /// The item cannot apply and is left out.
    SetAside(SetAside),
    /// No mark yet.
    Blank,
}

impl Standing {
    /// Returns the mark that counts in the figures: set aside counts as not applicable.
    #[must_use]
    pub const fn mark(&self) -> Option<Mark> {
        match self {
            Self::Marked(mark, _) => Some(*mark),
            Self::SetAside(_) => Some(Mark::NotApplicable),
            Self::Blank => None,
        }
    }
}

/// Returns why the profile or the calendar sets an item aside, whatever was answered.
#[must_use]
pub fn set_aside(checklist: &Checklist, workbook: &Workbook, item: &Item) -> Option<SetAside> {
    let yes = |key: &ProfileKey| workbook.profile(key).unwrap_or(true);
    if !item.applies.holds(&yes) {
        let keys = item
            .applies
            .keys()
            .into_iter()
            .filter(|key| !yes(key))
            .cloned()
            .collect();
        return Some(SetAside::Profile(keys));
    }
    let rests = checklist
        .policy
        .biennial
        .is_some_and(|biennial| !biennial.asks_in(workbook.created().fiscal_year));
    (rests && item.weight == 1).then_some(SetAside::Biennial)
}

/// Returns where an item stands.
#[must_use]
pub fn standing(checklist: &Checklist, workbook: &Workbook, item: &Item) -> Standing {
    let answer = workbook.answer(item.id.as_str());
    if let Some(marked) = answer.marked {
        return Standing::Marked(marked.mark, marked.source);
    }
    match set_aside(checklist, workbook, item) {
        Some(reason) if !answer.included => Standing::SetAside(reason),
        _ => Standing::Blank,
    }
}

#[cfg(test)]
#[path = "standing_tests.rs"]
mod tests;
