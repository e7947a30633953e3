//! The life cycle, the order of records, and refusals that leave no trace.

use super::*;
use crate::domain::mark::MarkSource;
use crate::domain::record::ExportedFile;
use crate::fixture::{act, at, clerk, created, marks, record, redo, try_act, undo, workbook};

const FIRST: &str = "Q1-1";
const SECOND: &str = "Q1-2";

fn id(item: &str) -> ItemId {
    ItemId(item.into())
}

fn remark(item: &str, before: &str, after: &str) -> Change {
    Change::Text {
        item: id(item),
        field: TextField::Remark,
        before: before.into(),
        after: after.into(),
    }
}

fn reason(item: &str, before: &str, after: &str) -> Change {
    Change::Text {
        item: id(item),
        field: TextField::Reason,
        before: before.into(),
        after: after.into(),
    }
}

fn changed(item: &str, before: Mark, after: Option<Mark>) -> Change {
    Change::Mark {
        item: id(item),
        before: Some(Marked::typed(before)),
        after: after.map(Marked::typed),
    }
}

fn confirmed() -> Change {
    Change::Confirmed { by: clerk() }
}

fn reopened() -> Change {
    Change::Reopened {
        reason: "誤り".into(),
    }
}

fn exported() -> Change {
    Change::Exported {
        receipt: "R-0".into(),
        files: vec![ExportedFile {
            name: "a.csv".into(),
            digest: "h0".into(),
        }],
        despite: None,
    }
}

/// Applies each list of changes as one action.
fn after(actions: impl IntoIterator<Item = Vec<Change>>) -> Workbook {
    let mut workbook = workbook();
    for changes in actions {
        act(&mut workbook, Ok(changes));
    }
    workbook
}

/// Asserts that a record is refused and leaves no trace.
#[track_caller]
fn refuses(workbook: &Workbook, refused: Record, expected: &ApplyError) {
    let mut tried = workbook.clone();
    assert_eq!(tried.apply(refused).as_ref(), Err(expected));
    assert_eq!(tried, *workbook);
}

/// Asserts that an action is refused and leaves no trace.
#[track_caller]
fn refuses_changes(workbook: &Workbook, changes: Vec<Change>, expected: &ApplyError) {
    let next = record(workbook.next_number(), RecordKind::Action, changes);
    refuses(workbook, next, expected);
}

#[test]
fn a_confirmed_workbook_takes_exports_and_nothing_else() {
    let mut workbook = after([vec![marks(FIRST, Mark::Partial)], vec![confirmed()]]);
    let status = Status::Confirmed {
        by: clerk(),
        at: at(3),
    };
    assert_eq!(*workbook.status(), status);
    let profile = Change::Profile {
        key: ProfileKey("lgwan".into()),
        before: None,
        after: Some(true),
    };
    for change in [
        marks(SECOND, Mark::Partial),
        remark(FIRST, "", "後から"),
        profile,
        confirmed(),
    ] {
        refuses_changes(&workbook, vec![change], &ApplyError::LifeCycle);
    }
    act(&mut workbook, Ok(vec![exported()]));
    assert!(workbook.is_confirmed());
    act(&mut workbook, Ok(vec![reopened()]));
    assert!(!workbook.is_confirmed());
    assert_eq!(workbook.returned(), Some("誤り"));
    act(&mut workbook, Ok(vec![confirmed()]));
    assert_eq!(workbook.returned(), None);
}

#[test]
fn an_answer_cannot_slip_in_behind_a_confirmation_in_one_record() {
    let workbook = workbook();
    let changes = vec![confirmed(), marks(FIRST, Mark::Implemented)];
    refuses_changes(&workbook, changes, &ApplyError::LifeCycle);
    let mut reopening = after([vec![confirmed()]]);
    let changes = vec![reopened(), marks(FIRST, Mark::Implemented)];
    act(&mut reopening, Ok(changes));
    assert_eq!(reopening.answer(FIRST).mark(), Some(Mark::Implemented));
}

#[test]
fn a_draft_is_neither_returned_nor_reopened() {
    refuses_changes(&workbook(), vec![reopened()], &ApplyError::LifeCycle);
}

#[test]
fn a_record_refused_half_way_leaves_no_trace() {
    let workbook = after([vec![marks(FIRST, Mark::Partial)]]);
    let profile = |before| Change::Profile {
        key: ProfileKey("lgwan".into()),
        before,
        after: Some(true),
    };
    // Each begins with changes that fit: another mark, a new item, a profile key, a flag.
    let fitting = [
        changed(FIRST, Mark::Partial, Some(Mark::Implemented)),
        remark(SECOND, "", "新しい"),
        profile(None),
        Change::Flag {
            item: id("Q1-3"),
            before: false,
            after: true,
        },
    ];
    let stale = [
        remark("Q1-4", "以前", "以後"),
        marks(FIRST, Mark::Partial),
        profile(Some(false)),
        Change::Included {
            item: id("Q1-4"),
            before: true,
            after: false,
        },
        Change::Evidence {
            item: id("Q1-4"),
            before: vec![Evidence::default()],
            after: Vec::new(),
        },
        Change::ChecklistChanged {
            before: "h9".into(),
            after: "h1".into(),
            items: Vec::new(),
        },
    ];
    for bad in stale {
        let mut changes = fitting.to_vec();
        changes.push(bad);
        refuses_changes(&workbook, changes, &ApplyError::Before);
    }
    let mut late = fitting.to_vec();
    late.extend([confirmed(), reopened(), remark("Q1-4", "以前", "以後")]);
    refuses_changes(&workbook, late, &ApplyError::Before);
}

#[test]
fn not_applicable_never_stands_without_a_reason() {
    let missing = ApplyError::ReasonMissing(id(FIRST));
    let mark = marks(FIRST, Mark::NotApplicable);
    refuses_changes(&workbook(), vec![mark.clone()], &missing);
    let blank = vec![reason(FIRST, "", " \u{3000}"), mark.clone()];
    refuses_changes(&workbook(), blank, &missing);
    // The order within the record does not matter, only what stands after it.
    let workbook = after([vec![mark, reason(FIRST, "", "端末なし")]]);
    let emptied = vec![reason(FIRST, "端末なし", "")];
    refuses_changes(&workbook, emptied, &missing);
}

#[test]
fn numbers_follow_each_other_and_creation_stands_first() {
    let workbook = workbook();
    let number = |expected, found| ApplyError::Number { expected, found };
    for found in [0, 1, 3] {
        let other = record(found, RecordKind::Action, vec![remark(FIRST, "", "x")]);
        refuses(&workbook, other, &number(2, found));
    }
    refuses_changes(&workbook, vec![created(2026)], &ApplyError::Creation);

    let begin = |number, kind, changes| Workbook::begin(record(number, kind, changes));
    let action = RecordKind::Action;
    assert_eq!(
        begin(2, action, vec![created(2026)]),
        Err(ApplyError::Number {
            expected: 1,
            found: 2
        })
    );
    assert_eq!(begin(1, action, Vec::new()), Err(ApplyError::Creation));
    let other = vec![remark(FIRST, "", "x"), created(2026)];
    assert_eq!(begin(1, action, other), Err(ApplyError::Creation));
    let twice = vec![created(2026), created(2026)];
    assert_eq!(begin(1, action, twice), Err(ApplyError::Creation));
}

#[test]
fn the_first_record_obeys_the_same_rules() {
    let begin = |kind, change| Workbook::begin(record(1, kind, vec![created(2026), change]));
    let action = RecordKind::Action;
    let unreasoned = begin(action, marks(FIRST, Mark::NotApplicable));
    assert_eq!(unreasoned, Err(ApplyError::ReasonMissing(id(FIRST))));
    assert_eq!(begin(action, reopened()), Err(ApplyError::LifeCycle));
    let undone = begin(RecordKind::Undo(1), remark(FIRST, "", "x"));
    assert_eq!(undone, Err(ApplyError::Undo));
    let with_answer = begin(action, marks(FIRST, Mark::Partial)).unwrap();
    assert_eq!(with_answer.answer(FIRST).mark(), Some(Mark::Partial));
    assert_eq!(with_answer.undo_step(), None);
}

#[test]
fn the_item_last_touched_is_remembered() {
    let mut workbook = after([
        vec![marks(FIRST, Mark::Partial)],
        vec![marks(SECOND, Mark::Partial)],
    ]);
    assert_eq!(workbook.last_touched(), Some(&id(SECOND)));
    act(&mut workbook, Ok(vec![remark(FIRST, "", "x")]));
    act(&mut workbook, Ok(vec![exported()]));
    assert_eq!(workbook.last_touched(), Some(&id(FIRST)));
    let _ = try_act(&mut workbook, vec![remark("Q1-5", "ない", "x")]);
    assert_eq!(workbook.last_touched(), Some(&id(FIRST)));
}

#[test]
fn a_carried_mark_is_not_the_same_as_a_typed_one() {
    let carried = Marked {
        mark: Mark::Partial,
        source: MarkSource::Carried {
            year: 2025,
            wording_changed: false,
        },
    };
    let change = Change::Mark {
        item: id(FIRST),
        before: None,
        after: Some(carried),
    };
    let workbook = after([vec![change]]);
    let stale = vec![changed(FIRST, Mark::Partial, None)];
    refuses_changes(&workbook, stale, &ApplyError::Before);
}

#[path = "workbook_undo_tests.rs"]
mod undoing;

#[path = "workbook_sequences.rs"]
mod sequences;
