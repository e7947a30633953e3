//! Everything an item can lack, and how it is supplied.

use super::*;
use crate::domain::action;
use crate::domain::checklist::Item;
use crate::domain::expression::ProfileKey;
use crate::domain::record::{Evidence, TextField};
use crate::fixture::{act, checklist, item, item_for, plain_checklist, workbook};

/// Returns what an item lacks once marked; － comes with its reason.
fn lacks(item: Item, mark: Mark) -> Vec<Lack> {
    let checklist = checklist(vec![item]);
    let mut workbook = workbook();
    let outcome = action::mark(&workbook, &checklist.items[0], Some(mark), Some("端末なし"));
    act(&mut workbook, outcome);
    all(&checklist, &workbook)
}

fn all(checklist: &Checklist, workbook: &Workbook) -> Vec<Lack> {
    let missing = missing(checklist, workbook);
    missing.into_iter().map(|missing| missing.lack).collect()
}

fn plain() -> Item {
    item("Q1-1")
}

fn heavy() -> Item {
    Item {
        weight: 3,
        ..plain()
    }
}

fn critical() -> Item {
    Item {
        critical: true,
        ..plain()
    }
}

#[test]
fn every_blank_lacks_its_mark_in_walking_order() {
    let checklist = plain_checklist(3);
    let mut workbook = workbook();
    let outcome = action::mark(
        &workbook,
        &checklist.items[1],
        Some(Mark::Implemented),
        None,
    );
    act(&mut workbook, outcome);
    let missing = missing(&checklist, &workbook);
    let places: Vec<_> = missing
        .iter()
        .map(|missing| (missing.position, missing.item.as_str(), missing.lack))
        .collect();
    assert_eq!(places, [(0, "Q1-1", Lack::Mark), (2, "Q1-3", Lack::Mark)]);
}

#[test]
fn partial_not_implemented_and_to_be_confirmed_need_a_remark() {
    assert_eq!(lacks(plain(), Mark::Implemented), []);
    assert_eq!(lacks(plain(), Mark::Partial), [Lack::Remark]);
    assert_eq!(lacks(plain(), Mark::NotImplemented), [Lack::Remark]);
    assert_eq!(lacks(plain(), Mark::NotApplicable), []);
    assert_eq!(lacks(plain(), Mark::ToBeConfirmed), [Lack::Remark]);
}

#[test]
fn heavy_items_need_evidence_of_what_is_done() {
    assert_eq!(lacks(heavy(), Mark::Implemented), [Lack::Evidence]);
    assert_eq!(
        lacks(heavy(), Mark::Partial),
        [Lack::Remark, Lack::Evidence]
    );
    assert_eq!(lacks(heavy(), Mark::NotImplemented), [Lack::Remark]);
    assert_eq!(lacks(heavy(), Mark::NotApplicable), []);
    assert_eq!(lacks(heavy(), Mark::ToBeConfirmed), [Lack::Remark]);
}

#[test]
fn a_critical_item_cannot_stay_open_or_fall_away_unapproved() {
    assert_eq!(
        lacks(critical(), Mark::ToBeConfirmed),
        [Lack::Remark, Lack::Confirmation]
    );
    assert_eq!(lacks(critical(), Mark::NotApplicable), [Lack::Approver]);
    assert_eq!(lacks(critical(), Mark::NotImplemented), [Lack::Remark]);
    assert_eq!(lacks(critical(), Mark::Implemented), []);
}

#[test]
fn what_was_lacking_can_be_supplied() {
    let item = Item {
        critical: true,
        ..heavy()
    };
    let checklist = checklist(vec![item]);
    let item = &checklist.items[0];
    let mut workbook = workbook();
    let outcome = action::mark(&workbook, item, Some(Mark::Partial), None);
    act(&mut workbook, outcome);
    let outcome = action::text(&workbook, item, TextField::Remark, " \u{3000}\n");
    act(&mut workbook, outcome);
    assert_eq!(
        all(&checklist, &workbook),
        [Lack::Remark, Lack::Evidence],
        "blanks are no remark"
    );
    let outcome = action::text(&workbook, item, TextField::Remark, "一部の端末が残る");
    act(&mut workbook, outcome);
    let evidence = Evidence {
        name: "台帳".into(),
        date: String::new(),
    };
    let outcome = action::evidence(&workbook, item, vec![evidence]);
    act(&mut workbook, outcome);
    assert_eq!(all(&checklist, &workbook), []);
    let outcome = action::mark(&workbook, item, Some(Mark::NotApplicable), Some("端末なし"));
    act(&mut workbook, outcome);
    assert_eq!(all(&checklist, &workbook), [Lack::Approver]);
    let outcome = action::text(&workbook, item, TextField::Approver, "部長 佐藤");
    act(&mut workbook, outcome);
    assert_eq!(all(&checklist, &workbook), []);
}

#[test]
fn an_item_set_aside_lacks_nothing_until_it_is_taken_back_in() {
    let item = Item {
        critical: true,
        ..item_for("Q1-1", "lgwan")
    };
    let checklist = checklist(vec![item]);
    let mut workbook = workbook();
    let outcome = action::profile(&workbook, &ProfileKey("lgwan".into()), Some(false));
    act(&mut workbook, outcome);
    assert_eq!(all(&checklist, &workbook), []);
    let outcome = action::toggle_included(&checklist, &workbook, &checklist.items[0]);
    act(&mut workbook, outcome);
    assert_eq!(all(&checklist, &workbook), [Lack::Mark]);
}
