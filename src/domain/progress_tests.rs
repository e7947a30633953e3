//! What comes next, and that nothing is ever skipped.

use proptest::prelude::*;

use super::*;
use crate::domain::action;
use crate::domain::expression::ProfileKey;
use crate::domain::mark::Mark;
use crate::domain::record::TextField;
use crate::fixture::{act, checklist, item, item_for, plain_checklist, workbook};

/// Marks items by their positions, in this order.
fn answered(checklist: &Checklist, positions: &[usize]) -> Workbook {
    let mut workbook = workbook();
    for at in positions {
        let item = &checklist.items[*at];
        let outcome = action::mark(&workbook, item, Some(Mark::Implemented), None);
        act(&mut workbook, outcome);
    }
    workbook
}

#[test]
fn progress_counts_what_is_asked_and_open_and_rounds_the_time_up() {
    let mut items = vec![item_for("Q1-1", "lgwan")];
    items.extend((2..=6).map(|n| item(&format!("Q1-{n}"))));
    let checklist = checklist(items);
    let mut workbook = answered(&checklist, &[1]);
    // 15 seconds an item: five open are 75 seconds, so two minutes.
    let expected = |asked, open, minutes| Progress {
        asked,
        open,
        minutes,
    };
    assert_eq!(progress(&checklist, &workbook), expected(6, 5, 2));
    let outcome = action::profile(&workbook, &ProfileKey("lgwan".into()), Some(false));
    act(&mut workbook, outcome);
    assert_eq!(progress(&checklist, &workbook), expected(5, 4, 1));
    let done = answered(&checklist, &[0, 1, 2, 3, 4, 5]);
    assert_eq!(progress(&checklist, &done), expected(6, 0, 0));
}

#[test]
fn to_be_confirmed_is_not_open() {
    let checklist = plain_checklist(1);
    let mut workbook = workbook();
    let outcome = action::mark(
        &workbook,
        &checklist.items[0],
        Some(Mark::ToBeConfirmed),
        None,
    );
    act(&mut workbook, outcome);
    assert_eq!(progress(&checklist, &workbook).open, 0);
    assert_eq!(next_open(&checklist, &workbook, None), None);
}

#[test]
fn the_next_open_item_wraps_round_once() {
    let checklist = plain_checklist(5);
    let workbook = answered(&checklist, &[0, 2, 4]);
    let next = |after| next_open(&checklist, &workbook, after);
    assert_eq!(next(None), Some(1));
    assert_eq!(next(Some(0)), Some(1));
    assert_eq!(next(Some(1)), Some(3), "not the item itself");
    assert_eq!(next(Some(3)), Some(1), "round the end");
    assert_eq!(next(Some(4)), Some(1));
    let one_left = answered(&checklist, &[0, 1, 2, 4]);
    assert_eq!(next_open(&checklist, &one_left, Some(3)), Some(3));
    let done = answered(&checklist, &[0, 1, 2, 3, 4]);
    assert_eq!(next_open(&checklist, &done, Some(2)), None);
}

#[test]
fn an_empty_checklist_has_nothing_open() {
    let checklist = plain_checklist(0);
    assert_eq!(next_open(&checklist, &workbook(), None), None);
    assert_eq!(resume_at(&checklist, &workbook()), 0);
}

#[test]
fn reopening_continues_after_the_item_last_touched() {
    let checklist = plain_checklist(5);
    assert_eq!(resume_at(&checklist, &workbook()), 0);
    assert_eq!(resume_at(&checklist, &answered(&checklist, &[0])), 1);
    // Left half-way, items behind are still open: go on, do not jump back.
    assert_eq!(resume_at(&checklist, &answered(&checklist, &[2])), 3);
    assert_eq!(resume_at(&checklist, &answered(&checklist, &[0, 4])), 1);
    // All done: stay at the last one touched.
    let mut done = answered(&checklist, &[0, 1, 2, 3, 4]);
    assert_eq!(resume_at(&checklist, &done), 4);
    let outcome = action::text(&done, &checklist.items[1], TextField::Remark, "追記");
    act(&mut done, outcome);
    assert_eq!(resume_at(&checklist, &done), 1);
}

#[test]
fn an_item_no_longer_in_the_checklist_does_not_stop_reopening() {
    let longer = plain_checklist(3);
    let workbook = answered(&longer, &[2]);
    assert_eq!(resume_at(&plain_checklist(2), &workbook), 0);
}

proptest! {
    /// Going from open item to open item meets each exactly once, wherever one begins.
    #[test]
    fn walking_never_skips_an_open_item(
        open in prop::collection::vec(any::<bool>(), 1..12),
        start in prop::option::of(0..12_usize),
    ) {
        let checklist = plain_checklist(open.len());
        let closed: Vec<usize> = (0..open.len()).filter(|at| !open[*at]).collect();
        let mut workbook = answered(&checklist, &closed);
        let mut after = start.map(|at| at % open.len());
        let mut met = Vec::new();
        while let Some(at) = next_open(&checklist, &workbook, after) {
            let item = &checklist.items[at];
            let outcome = action::mark(&workbook, item, Some(Mark::Implemented), None);
            act(&mut workbook, outcome);
            met.push(at);
            after = Some(at);
        }
        met.sort_unstable();
        let expected: Vec<usize> = (0..open.len()).filter(|at| open[*at]).collect();
        prop_assert_eq!(met, expected);
    }
}
