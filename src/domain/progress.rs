//! Progress through a checklist: what is asked, what is still open, what comes next.

use std::collections::BTreeSet;

use super::checklist::Checklist;
use super::returning::wanted;
use super::standing::{Standing, standing};
use super::workbook::Workbook;

/// How far a department has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// Items asked of this department: all but those set aside.
    pub asked: usize,
    /// Of these, items without a mark.
    pub open: usize,
    /// The time the open items are expected to take, in whole minutes, rounded up.
    pub minutes: u32,
}

/// Returns how far a department has come.
#[must_use]
pub fn progress(checklist: &Checklist, workbook: &Workbook) -> Progress {
    let mut asked = 0;
    let mut open = 0;
    for item in &checklist.items {
        match standing(checklist, workbook, item) {
            Standing::SetAside(_) => {}
            Standing::Marked(..) => asked += 1,
            Standing::Blank => {
                asked += 1;
                open += 1;
            }
        }
    }
    let seconds = u32::try_from(open)
        .unwrap_or(u32::MAX)
        .saturating_mul(checklist.scale.seconds_per_item);
    Progress {
        asked,
        open,
        minutes: seconds.div_ceil(60),
    }
}

/// Returns the positions of the items asked of this department, in walking order. The number people
/// see is the place in this list.
#[must_use]
pub fn asked(checklist: &Checklist, workbook: &Workbook) -> Vec<usize> {
    (0..checklist.items.len())
        .filter(|&position| is_asked(checklist, workbook, position))
        .collect()
}

/// Returns the next open item after a position, going round once; none when nothing is open.
#[must_use]
pub fn next_open(
    checklist: &Checklist,
    workbook: &Workbook,
    after: Option<usize>,
) -> Option<usize> {
    let count = checklist.items.len();
    let start = after.map_or(0, |position| position + 1);
    (0..count)
        .map(|step| (start + step) % count)
        .find(|&index| standing(checklist, workbook, &checklist.items[index]) == Standing::Blank)
}

/// Returns the next item after a position that is open, or wanted back and not touched since, going
/// round once; none when nothing is left.
#[must_use]
pub fn next_due(checklist: &Checklist, workbook: &Workbook, after: Option<usize>) -> Option<usize> {
    let wanted: BTreeSet<usize> = untouched(checklist, workbook).collect();
    let begin = after.map_or(0, |position| position + 1);
    let returned = wanted.range(begin..).chain(wanted.range(..begin)).next();
    let open = next_open(checklist, workbook, after);
    let far = |position: usize| (position < begin, position);
    returned
        .copied()
        .into_iter()
        .chain(open)
        .min_by_key(|at| far(*at))
}

/// Returns the positions of the items wanted back that were not touched since.
fn untouched(checklist: &Checklist, workbook: &Workbook) -> impl Iterator<Item = usize> {
    let all = wanted(checklist, workbook).into_iter();
    let left: Vec<usize> = all
        .filter(|wanted| !wanted.touched)
        .map(|wanted| wanted.position)
        .collect();
    left.into_iter()
}

/// Returns how many items are wanted back that were not touched since.
#[must_use]
pub fn untouched_count(checklist: &Checklist, workbook: &Workbook) -> usize {
    untouched(checklist, workbook).count()
}

/// Returns the position of the item that is the so manyth of those asked, counted from one.
#[must_use]
pub fn asked_at(checklist: &Checklist, workbook: &Workbook, number: usize) -> Option<usize> {
    let before = number.checked_sub(1)?;
    let mut asked = (0..checklist.items.len()).filter(|&at| is_asked(checklist, workbook, at));
    asked.nth(before)
}

/// Returns the so manyth of the items asked the item of a position is; none when it is set aside.
#[must_use]
pub fn asked_number(checklist: &Checklist, workbook: &Workbook, position: usize) -> Option<usize> {
    let asked = |at: &usize| is_asked(checklist, workbook, *at);
    asked(&position).then(|| (0..=position).filter(asked).count())
}

fn is_asked(checklist: &Checklist, workbook: &Workbook, position: usize) -> bool {
    checklist
        .items
        .get(position)
        .is_some_and(|item| !matches!(standing(checklist, workbook, item), Standing::SetAside(_)))
}

/// Returns where reopening continues: the first item wanted back and not touched since; without one
/// the first open item after the one last touched, else the
/// one last touched, else the beginning.
#[must_use]
pub fn resume_at(checklist: &Checklist, workbook: &Workbook) -> usize {
    if let Some(first) = untouched(checklist, workbook).next() {
        return first;
    }
    let touched = workbook
        .last_touched()
        .and_then(|item| checklist.position(item.as_str()));
    next_open(checklist, workbook, touched)
        .or(touched)
        .unwrap_or(0)
}

#[cfg(test)]
#[path = "progress_tests.rs"]
mod tests;
