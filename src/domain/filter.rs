//! Which items are listed: those still open, those to look at again, and so on.

use super::checklist::{Checklist, Item};
use super::mark::Mark;
use super::previous::PreviousYear;
use super::returning::wanted;
use super::standing::{Standing, standing};
use super::workbook::Workbook;

/// Which items are listed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Wanted back by the division; listed only where there are any.
    Returned,
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

impl Filter {
    /// Every filter, in the order people choose from.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Returned,
        Self::Open,
        Self::Weak,
        Self::NoRemark,
        Self::Flagged,
        Self::Changed,
        Self::Aside,
    ];

    /// Returns the filters there is something to choose for in a workbook.
    pub fn offered(workbook: &Workbook) -> impl Iterator<Item = Self> + use<> {
        let returned = !workbook.slips().is_empty();
        let all = Self::ALL.into_iter();
        all.filter(move |filter| *filter != Self::Returned || returned)
    }

    /// Returns the positions of the items that pass, in walking order.
    #[must_use]
    pub fn positions(
        self,
        checklist: &Checklist,
        workbook: &Workbook,
        previous: Option<&PreviousYear>,
    ) -> Vec<usize> {
        if self == Self::Returned {
            let wanted = wanted(checklist, workbook).into_iter();
            return wanted.map(|wanted| wanted.position).collect();
        }
        (0..checklist.items.len())
            .filter(|&position| {
                let item = &checklist.items[position];
                self.passes(checklist, workbook, previous, item)
            })
            .collect()
    }

    fn passes(
        self,
        checklist: &Checklist,
        workbook: &Workbook,
        previous: Option<&PreviousYear>,
        item: &Item,
    ) -> bool {
        let standing = standing(checklist, workbook, item);
        let answer = workbook.answer(item.id.as_str());
        match self {
            // What slips name is found for all items at once.
            Self::All | Self::Returned => true,
            Self::Open => standing == Standing::Blank,
            Self::Weak => matches!(answer.mark(), Some(Mark::Partial | Mark::NotImplemented)),
            Self::NoRemark => {
                answer.mark().is_some_and(Mark::needs_remark) && answer.remark.trim().is_empty()
            }
            Self::Flagged => answer.flagged,
            Self::Changed => previous.is_some_and(|previous| previous.wording_changed(item)),
            Self::Aside => matches!(standing, Standing::SetAside(_)),
        }
    }
}
