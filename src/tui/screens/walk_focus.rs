//! What a key can act on while walking, and the order Tab goes through it.

use crate::domain::checklist::Item;
use crate::domain::mark::Mark;
use crate::domain::record::TextField;
use crate::domain::standing::set_aside;
use crate::tui::model::Open;

/// What the next key acts on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Focus {
    /// The choice of this mark.
    Choice(Mark),
    /// Taking the item back in that the profile sets aside, or leaving it out again.
    Included,
    /// The remark.
    Remark,
    /// The evidence.
    Evidence,
    /// The reason of －.
    Reason,
    /// Who approved －.
    Approver,
    /// Last year's answer.
    Previous,
    /// The flag.
    Flag,
    /// The clause: what it is after, the threats, the tiers.
    Clause,
}

impl Focus {
    /// Returns the text it holds, if it holds one.
    #[must_use]
    pub const fn text(self) -> Option<TextField> {
        match self {
            Self::Remark => Some(TextField::Remark),
            Self::Reason => Some(TextField::Reason),
            Self::Approver => Some(TextField::Approver),
            Self::Choice(_)
            | Self::Included
            | Self::Evidence
            | Self::Previous
            | Self::Flag
            | Self::Clause => None,
        }
    }
}

/// Returns what Tab goes through for an item.
#[must_use]
pub fn ring(open: &Open, item: &Item) -> Vec<Focus> {
    let answer = open.workbook.answer(item.id.as_str());
    let aside = set_aside(&open.checklist, &open.workbook, item).is_some();
    if aside && !answer.included && answer.marked.is_none() {
        return vec![Focus::Included, Focus::Clause];
    }
    let mark = answer.mark();
    let mut ring = vec![
        Focus::Choice(Mark::Implemented),
        Focus::Remark,
        Focus::Evidence,
    ];
    if mark == Some(Mark::NotApplicable) || !answer.reason.is_empty() {
        ring.push(Focus::Reason);
    }
    if item.critical && mark == Some(Mark::NotApplicable) || !answer.approver.is_empty() {
        ring.push(Focus::Approver);
    }
    if open
        .previous
        .as_ref()
        .is_some_and(|previous| previous.answer(item).is_some())
    {
        ring.push(Focus::Previous);
    }
    ring.push(Focus::Flag);
    if aside {
        ring.push(Focus::Included);
    }
    ring.push(Focus::Clause);
    ring
}
