//! Which questions the overview lists.

use crate::domain::checklist::Item;
use crate::domain::mark::Mark;
use crate::domain::standing::{Standing, standing};
use crate::tui::model::Open;

/// Which items are listed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Filter {
    /// All: the clauses with their figures.
    #[default]
    All,
    /// Without a mark.
    Open,
    /// △ or ×.
    Weak,
    /// △ × ？ without a remark.
    NoRemark,
    /// Flagged for review.
    Flagged,
    /// Worded otherwise than last year.
    Changed,
    /// Set aside by the profile.
    Aside,
}

/// The filters, in the order they follow each other.
pub(super) const FILTERS: [Filter; 7] = [
    Filter::All,
    Filter::Open,
    Filter::Weak,
    Filter::NoRemark,
    Filter::Flagged,
    Filter::Changed,
    Filter::Aside,
];

/// Tells whether an item passes a filter.
pub(super) fn passes(open: &Open, item: &Item, filter: Filter) -> bool {
    let standing = standing(&open.checklist, &open.workbook, item);
    let answer = open.workbook.answer(item.id.as_str());
    match filter {
        Filter::All => true,
        Filter::Open => standing == Standing::Blank,
        Filter::Weak => matches!(answer.mark(), Some(Mark::Partial | Mark::NotImplemented)),
        Filter::NoRemark => {
            answer.mark().is_some_and(Mark::needs_remark) && answer.remark.trim().is_empty()
        }
        Filter::Flagged => answer.flagged,
        Filter::Changed => open
            .previous
            .as_ref()
            .is_some_and(|previous| previous.wording_changed(item)),
        Filter::Aside => matches!(standing, Standing::SetAside(_)),
    }
}
