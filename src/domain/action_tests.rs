//! Every refusal, and what the actions that are allowed lead to.

use super::*;
use crate::domain::item_id::ItemId;
use crate::domain::record::RecordKind;
use crate::fixture::{
    act, checklist, clerk, item, item_for, plain_checklist, record, undo, workbook, workbook_of,
};

fn closed(id: &str) -> Item {
    Item {
        not_applicable: None,
        ..item(id)
    }
}

fn confirmed() -> Workbook {
    let mut workbook = workbook();
    act(&mut workbook, Ok(vec![Change::Confirmed { by: clerk() }]));
    workbook
}

/// Returns a year in which each of these items was marked so, － with this reason.
fn earlier(answers: &[(&Item, Mark)], reason: &str) -> PreviousYear {
    let items = answers.iter().map(|(item, _)| Item {
        not_applicable: Some("ない課".into()),
        ..(*item).clone()
    });
    let checklist = checklist(items.collect());
    let mut workbook = workbook_of(2025);
    for ((_, answer), item) in answers.iter().zip(&checklist.items) {
        let outcome = mark(&workbook, item, Some(*answer), Some(reason));
        act(&mut workbook, outcome);
        let outcome = text(&workbook, item, TextField::Remark, "昨年の備考");
        act(&mut workbook, outcome);
    }
    PreviousYear::new(&checklist, &workbook)
}

#[test]
fn a_confirmed_workbook_refuses_every_entry() {
    let checklist = plain_checklist(1);
    let item = &checklist.items[0];
    let workbook = confirmed();
    let refused = Err(Refusal::Confirmed);
    let earlier = earlier(&[(item, Mark::Partial)], "");
    let key = ProfileKey("lgwan".into());
    assert_eq!(mark(&workbook, item, Some(Mark::Partial), None), refused);
    assert_eq!(text(&workbook, item, TextField::Remark, "x"), refused);
    assert_eq!(evidence(&workbook, item, Vec::new()), refused);
    assert_eq!(toggle_flag(&workbook, item), refused);
    assert_eq!(toggle_included(&checklist, &workbook, item), refused);
    assert_eq!(profile(&workbook, &key, Some(true)), refused);
    assert_eq!(carry_over(&workbook, &earlier, item), refused);
    assert_eq!(confirm(&checklist, &workbook, &clerk()), refused);
}

#[test]
fn only_a_confirmed_workbook_goes_back_to_draft_and_with_a_reason() {
    let draft = workbook();
    assert_eq!(
        back_to_draft(&draft, "誤り", true),
        Err(Refusal::NotConfirmed)
    );
    let confirmed = confirmed();
    assert_eq!(
        back_to_draft(&confirmed, " \u{3000}", false),
        Err(Refusal::ReasonMissing)
    );
    let reason = "誤り".to_owned();
    assert_eq!(
        back_to_draft(&confirmed, "誤り", true),
        Ok(vec![Change::Returned {
            reason: reason.clone(),
            slip: None
        }])
    );
    assert_eq!(
        back_to_draft(&confirmed, "誤り", false),
        Ok(vec![Change::Reopened { reason }])
    );
}

#[test]
fn not_applicable_needs_an_item_that_allows_it_and_a_reason() {
    let workbook = workbook();
    let not_applicable = Some(Mark::NotApplicable);
    assert_eq!(
        mark(&workbook, &closed("Q1-1"), not_applicable, Some("端末なし")),
        Err(Refusal::NotApplicableClosed)
    );
    for reason in [None, Some(""), Some("\u{3000} ")] {
        assert_eq!(
            mark(&workbook, &item("Q1-1"), not_applicable, reason),
            Err(Refusal::ReasonMissing)
        );
    }
    let changes = mark(&workbook, &item("Q1-1"), not_applicable, Some("端末なし")).unwrap();
    assert_eq!(changes.len(), 2, "reason and mark are one action");
}

#[test]
fn a_reason_written_before_is_enough_and_stays_when_the_mark_goes() {
    let item = item("Q1-1");
    let mut workbook = workbook();
    let outcome = text(&workbook, &item, TextField::Reason, "端末なし");
    act(&mut workbook, outcome);
    let outcome = mark(&workbook, &item, Some(Mark::NotApplicable), None);
    act(&mut workbook, outcome);
    assert_eq!(
        text(&workbook, &item, TextField::Reason, " "),
        Err(Refusal::ReasonMissing)
    );
    let outcome = mark(&workbook, &item, Some(Mark::Partial), None);
    act(&mut workbook, outcome);
    assert_eq!(workbook.answer("Q1-1").reason, "端末なし");
    let outcome = text(&workbook, &item, TextField::Reason, "");
    act(&mut workbook, outcome);
}

#[test]
fn the_reason_may_leave_together_with_its_mark() {
    let item = item("Q1-1");
    let mut workbook = workbook();
    let outcome = mark(
        &workbook,
        &item,
        Some(Mark::NotApplicable),
        Some("端末なし"),
    );
    act(&mut workbook, outcome);
    let outcome = mark(&workbook, &item, Some(Mark::Implemented), Some(""));
    act(&mut workbook, outcome);
    assert_eq!(workbook.answer("Q1-1").reason, "");
    assert!(undo(&mut workbook));
    assert_eq!(workbook.answer("Q1-1").reason, "端末なし");
    assert_eq!(workbook.answer("Q1-1").mark(), Some(Mark::NotApplicable));
}

#[test]
fn what_changes_nothing_gives_no_change() {
    let item = item("Q1-1");
    let key = ProfileKey("lgwan".into());
    let mut workbook = workbook();
    assert_eq!(mark(&workbook, &item, None, Some("")), Ok(Vec::new()));
    assert_eq!(
        text(&workbook, &item, TextField::Remark, ""),
        Ok(Vec::new())
    );
    assert_eq!(evidence(&workbook, &item, Vec::new()), Ok(Vec::new()));
    assert_eq!(profile(&workbook, &key, None), Ok(Vec::new()));
    let outcome = mark(&workbook, &item, Some(Mark::Partial), None);
    act(&mut workbook, outcome);
    assert_eq!(
        mark(&workbook, &item, Some(Mark::Partial), None),
        Ok(Vec::new())
    );
}

#[test]
fn only_an_item_set_aside_is_taken_back_in() {
    let checklist = checklist(vec![item_for("Q1-1", "lgwan")]);
    let workbook = workbook();
    assert_eq!(
        toggle_included(&checklist, &workbook, &checklist.items[0]),
        Err(Refusal::NotSetAside)
    );
}

#[test]
fn there_must_be_an_answer_to_carry_over() {
    let [known, blank] = [item("Q1-1"), item("Q1-2")];
    let workbook = workbook();
    let no_answer = Err(Refusal::NoPreviousAnswer);
    let earlier = earlier(&[(&known, Mark::Partial)], "");
    assert_eq!(carry_over(&workbook, &earlier, &blank), no_answer);
    let checklist = checklist(vec![blank.clone()]);
    let unanswered = PreviousYear::new(&checklist, &workbook_of(2025));
    assert_eq!(carry_over(&workbook, &unanswered, &blank), no_answer);
}

#[test]
fn a_mark_is_carried_over_with_its_source_and_remark() {
    let item = item("Q1-1");
    let mut workbook = workbook();
    let earlier = earlier(&[(&item, Mark::Partial)], "");
    let outcome = carry_over(&workbook, &earlier, &item);
    act(&mut workbook, outcome);
    let answer = workbook.answer("Q1-1");
    assert_eq!(answer.remark, "昨年の備考");
    let source = |wording_changed| MarkSource::Carried {
        year: 2025,
        wording_changed,
    };
    assert_eq!(
        answer.marked,
        Some(Marked {
            mark: Mark::Partial,
            source: source(false),
        })
    );
    assert_eq!(carry_over(&workbook, &earlier, &item), Ok(Vec::new()));
    let reworded = Item {
        hash: "h-other".into(),
        ..item
    };
    let outcome = carry_over(&workbook, &earlier, &reworded);
    act(&mut workbook, outcome);
    let marked = workbook.answer("Q1-1").marked.unwrap();
    assert_eq!(marked.source, source(true));
    assert!(undo(&mut workbook) && undo(&mut workbook));
    assert_eq!(workbook.answers().count(), 0);
}

#[test]
fn carrying_over_keeps_what_was_already_written() {
    let item = item("Q1-1");
    let mut workbook = workbook();
    for (field, words) in [
        (TextField::Reason, "今年の理由"),
        (TextField::Remark, "今年の備考"),
    ] {
        let outcome = text(&workbook, &item, field, words);
        act(&mut workbook, outcome);
    }
    let earlier = earlier(&[(&item, Mark::NotApplicable)], "昨年の理由");
    let outcome = carry_over(&workbook, &earlier, &item);
    act(&mut workbook, outcome);
    let answer = workbook.answer("Q1-1");
    assert_eq!(answer.reason, "今年の理由");
    assert_eq!(answer.remark, "今年の備考");
}

#[test]
fn not_applicable_is_carried_over_only_with_a_reason_and_where_it_is_allowed() {
    let item = item("Q1-1");
    let mut workbook = workbook();
    let earlier = earlier(&[(&item, Mark::NotApplicable)], "昨年の理由");
    assert_eq!(
        carry_over(&workbook, &earlier, &closed("Q1-1")),
        Err(Refusal::NotApplicableClosed)
    );
    let outcome = carry_over(&workbook, &earlier, &item);
    act(&mut workbook, outcome);
    assert_eq!(workbook.answer("Q1-1").reason, "昨年の理由");
}

#[test]
fn confirming_takes_a_name_and_a_complete_workbook() {
    let checklist = plain_checklist(1);
    let item = &checklist.items[0];
    let mut workbook = workbook();
    let nobody = Author {
        name: "\u{3000}".into(),
        title: "課長".into(),
    };
    assert_eq!(
        confirm(&checklist, &workbook, &nobody),
        Err(Refusal::NameMissing)
    );
    assert_eq!(
        confirm(&checklist, &workbook, &clerk()),
        Err(Refusal::Incomplete)
    );
    let outcome = mark(&workbook, item, Some(Mark::Implemented), None);
    act(&mut workbook, outcome);
    let changes = confirm(&checklist, &workbook, &clerk()).unwrap();
    assert_eq!(changes, [Change::Confirmed { by: clerk() }]);
    let number = workbook.next_number();
    workbook
        .apply(record(number, RecordKind::Action, changes))
        .unwrap();
    assert!(workbook.is_confirmed());
}

#[test]
fn changes_name_the_item_they_are_about() {
    let workbook = workbook();
    let changes = toggle_flag(&workbook, &item("Q1-1")).unwrap();
    let expected = ItemId("Q1-1".into());
    assert_eq!(changes[0].item(), Some(&expected));
}
