//! Last year's answers found again, directly and through replaced items.

use super::*;
use crate::domain::action;
use crate::domain::expression::ProfileKey;
use crate::domain::record::TextField;
use crate::fixture::{act, checklist, item, item_for, workbook_of};

fn replacing(id: &str, earlier: &[&str]) -> Item {
    Item {
        replaces: earlier.iter().map(|id| ItemId((*id).to_owned())).collect(),
        ..item(id)
    }
}

/// Returns a year in which Q1-1 was ○ with a remark, Q1-2 － with its reason, Q1-3 left blank and
/// Q1-4 set aside by the profile.
fn earlier() -> PreviousYear {
    let checklist = checklist(vec![
        item("Q1-1"),
        item("Q1-2"),
        item("Q1-3"),
        item_for("Q1-4", "lgwan"),
    ]);
    let mut workbook = workbook_of(2025);
    let [first, second, ..] = &checklist.items[..] else {
        panic!("four items");
    };
    let outcome = action::mark(&workbook, first, Some(Mark::Implemented), None);
    act(&mut workbook, outcome);
    let outcome = action::text(&workbook, first, TextField::Remark, "掲示済み");
    act(&mut workbook, outcome);
    let outcome = action::mark(
        &workbook,
        second,
        Some(Mark::NotApplicable),
        Some("端末なし"),
    );
    act(&mut workbook, outcome);
    let outcome = action::profile(&workbook, &ProfileKey("lgwan".into()), Some(false));
    act(&mut workbook, outcome);
    PreviousYear::new(&checklist, &workbook)
}

#[expect(
    clippy::option_option,
    reason = "no answer, an answer without a mark, a mark"
)]
fn mark_of(item: &Item) -> Option<Option<Mark>> {
    earlier().answer(item).map(|answer| answer.mark)
}

#[test]
fn an_answer_is_found_by_the_item_itself() {
    let earlier = earlier();
    let item = item("Q1-1");
    let answer = earlier.answer(&item).unwrap();
    assert_eq!(answer.mark, Some(Mark::Implemented));
    assert_eq!(answer.remark, "掲示済み");
    assert_eq!(earlier.year, 2025);
    assert_eq!(mark_of(&crate::fixture::item("Q1-9")), None);
}

#[test]
fn only_a_mark_that_was_given_is_an_answer() {
    assert_eq!(mark_of(&item("Q1-2")), Some(Some(Mark::NotApplicable)));
    assert_eq!(mark_of(&item("Q1-3")), Some(None));
    assert_eq!(mark_of(&item("Q1-4")), Some(None));
}

#[test]
fn an_answer_is_found_through_the_item_it_replaces() {
    assert_eq!(
        mark_of(&replacing("Q1-9", &["Q1-1"])),
        Some(Some(Mark::Implemented))
    );
    assert_eq!(
        mark_of(&replacing("Q1-9", &["Q0-1", "Q1-2"])),
        Some(Some(Mark::NotApplicable))
    );
    // Its own answer counts before one it replaces.
    assert_eq!(
        mark_of(&replacing("Q1-2", &["Q1-1"])),
        Some(Some(Mark::NotApplicable))
    );
    assert_eq!(mark_of(&replacing("Q1-9", &["Q0-1"])), None);
}

#[test]
fn a_change_of_wording_is_told() {
    let earlier = earlier();
    assert!(!earlier.wording_changed(&item("Q1-1")));
    let reworded = Item {
        hash: "h-other".into(),
        ..item("Q1-1")
    };
    assert!(earlier.wording_changed(&reworded));
    assert!(earlier.wording_changed(&replacing("Q1-9", &["Q1-1"])));
    assert!(earlier.wording_changed(&item("Q1-9")));
}

#[test]
fn last_years_figures_follow_the_same_rules() {
    let figures = earlier().figures;
    assert_eq!(figures.items, 4);
    assert_eq!(figures.implemented, 1);
    assert_eq!(figures.not_applicable, 2);
    assert_eq!(figures.unanswered, 1);
    assert_eq!(figures.score_tenths(), Some(1_000));
}
