//! Blank, set aside or marked, whatever the profile and the year.

use super::*;
use crate::domain::action;
use crate::domain::policy::Biennial;
use crate::fixture::{act, checklist, item, item_for, workbook, workbook_of};

const ID: &str = "Q1-1";

/// Returns where an item of this expression stands after answers to profile keys.
fn stands(applies: &str, profile: &[(&str, bool)]) -> Standing {
    let checklist = checklist(vec![item_for(ID, applies)]);
    let mut workbook = workbook();
    for (key, yes) in profile {
        let key = ProfileKey((*key).to_owned());
        let outcome = action::profile(&workbook, &key, Some(*yes));
        act(&mut workbook, outcome);
    }
    standing(&checklist, &workbook, &checklist.items[0])
}

fn by_profile(keys: &[&str]) -> Standing {
    let keys = keys.iter().map(|key| ProfileKey((*key).to_owned()));
    Standing::SetAside(SetAside::Profile(keys.collect()))
}

#[test]
fn a_key_not_yet_answered_counts_as_yes() {
    assert_eq!(stands("true", &[]), Standing::Blank);
    assert_eq!(stands("lgwan", &[]), Standing::Blank);
    assert_eq!(stands("lgwan & cloud", &[("lgwan", true)]), Standing::Blank);
    assert_eq!(
        stands("lgwan | cloud", &[("lgwan", false)]),
        Standing::Blank
    );
}

#[test]
fn a_no_sets_the_item_aside_and_is_named() {
    assert_eq!(stands("lgwan", &[("lgwan", false)]), by_profile(&["lgwan"]));
    assert_eq!(
        stands("lgwan & cloud", &[("cloud", false)]),
        by_profile(&["cloud"])
    );
    let both = [("lgwan", false), ("cloud", false)];
    assert_eq!(
        stands("lgwan | cloud", &both),
        by_profile(&["lgwan", "cloud"])
    );
    assert_eq!(stands("servers", &both), Standing::Blank);
}

#[test]
fn set_aside_counts_as_not_applicable_and_a_blank_as_nothing() {
    assert_eq!(by_profile(&["lgwan"]).mark(), Some(Mark::NotApplicable));
    assert_eq!(Standing::Blank.mark(), None);
}

#[test]
fn a_typed_mark_wins_over_the_profile_and_is_not_erased_by_it() {
    let checklist = checklist(vec![item_for(ID, "lgwan")]);
    let item = &checklist.items[0];
    let lgwan = ProfileKey("lgwan".into());
    let mut workbook = workbook();
    let outcome = action::mark(&workbook, item, Some(Mark::Partial), None);
    act(&mut workbook, outcome);
    for answer in [Some(false), Some(true), None, Some(false)] {
        let outcome = action::profile(&workbook, &lgwan, answer);
        act(&mut workbook, outcome);
        let expected = Standing::Marked(Mark::Partial, MarkSource::Typed);
        assert_eq!(standing(&checklist, &workbook, item), expected);
    }
    // Without its mark the item goes back to being set aside.
    let outcome = action::mark(&workbook, item, None, None);
    act(&mut workbook, outcome);
    assert_eq!(
        standing(&checklist, &workbook, item),
        by_profile(&["lgwan"])
    );
}

#[test]
fn an_item_taken_back_in_is_asked_again() {
    let checklist = checklist(vec![item_for(ID, "lgwan")]);
    let item = &checklist.items[0];
    let mut workbook = workbook();
    let outcome = action::profile(&workbook, &ProfileKey("lgwan".into()), Some(false));
    act(&mut workbook, outcome);
    for expected in [Standing::Blank, by_profile(&["lgwan"])] {
        let outcome = action::toggle_included(&checklist, &workbook, item);
        act(&mut workbook, outcome);
        assert_eq!(standing(&checklist, &workbook, item), expected);
    }
}

#[test]
fn light_items_rest_every_other_year() {
    let light = Item {
        weight: 1,
        ..item(ID)
    };
    let mut checklist = checklist(vec![light, item("Q1-2")]);
    checklist.policy.biennial = Some(Biennial::Even);
    let rests = Standing::SetAside(SetAside::Biennial);
    for (year, light_item) in [(2026, Standing::Blank), (2027, rests)] {
        let workbook = workbook_of(year);
        let [light, heavy] = [0, 1].map(|at| standing(&checklist, &workbook, &checklist.items[at]));
        assert_eq!(light, light_item, "{year}");
        assert_eq!(heavy, Standing::Blank, "{year}");
    }
    checklist.policy.biennial = Some(Biennial::Odd);
    let mut odd = workbook_of(2026);
    let first = &checklist.items[0];
    assert_eq!(set_aside(&checklist, &odd, first), Some(SetAside::Biennial));
    let outcome = action::toggle_included(&checklist, &odd, first);
    act(&mut odd, outcome);
    assert_eq!(standing(&checklist, &odd, first), Standing::Blank);
}
