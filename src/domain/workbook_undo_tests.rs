//! Undo and redo: what they give back, and where they stop.

use super::*;

#[test]
fn undo_takes_back_and_redo_repeats() {
    let mut workbook = after([
        vec![marks(FIRST, Mark::Implemented)],
        vec![remark(FIRST, "", "済み")],
    ]);
    assert!(undo(&mut workbook));
    assert_eq!(workbook.answer(FIRST).remark, "");
    assert_eq!(workbook.answer(FIRST).mark(), Some(Mark::Implemented));
    assert!(undo(&mut workbook));
    assert_eq!(*workbook.answer(FIRST), Answer::default());
    assert!(!undo(&mut workbook));
    assert!(redo(&mut workbook) && redo(&mut workbook));
    assert_eq!(workbook.answer(FIRST).remark, "済み");
    assert_eq!(workbook.answer(FIRST).mark(), Some(Mark::Implemented));
    assert!(!redo(&mut workbook));
    assert_eq!(workbook.records().len(), 7, "nothing is ever taken out");
}

#[test]
fn an_item_whose_answer_was_taken_back_counts_as_nothing_recorded() {
    let mut workbook = after([vec![marks(FIRST, Mark::Implemented)]]);
    assert_eq!(workbook.answers().count(), 1);
    undo(&mut workbook);
    assert_eq!(workbook.answers().count(), 0);
}

#[test]
fn undo_and_redo_put_the_stamp_back_exactly() {
    let mut workbook = workbook();
    let other = Author {
        name: "鈴木".into(),
        title: String::new(),
    };
    let mut by_other = record(2, RecordKind::Action, vec![marks(FIRST, Mark::Partial)]);
    by_other.by = other.clone();
    workbook.apply(by_other).unwrap();
    let first = Some(Stamp {
        at: at(2),
        by: Arc::new(other),
    });
    assert_eq!(workbook.answer(FIRST).stamp, first);
    let change = changed(FIRST, Mark::Partial, Some(Mark::Implemented));
    act(&mut workbook, Ok(vec![change]));
    let second = Some(Stamp {
        at: at(3),
        by: Arc::new(clerk()),
    });
    assert_eq!(workbook.answer(FIRST).stamp, second);
    undo(&mut workbook);
    assert_eq!(workbook.answer(FIRST).stamp, first);
    undo(&mut workbook);
    assert_eq!(workbook.answer(FIRST).stamp, None);
    redo(&mut workbook);
    assert_eq!(workbook.answer(FIRST).stamp, first);
    redo(&mut workbook);
    assert_eq!(workbook.answer(FIRST).stamp, second);
}

#[test]
fn taking_a_mark_away_takes_its_stamp_and_a_text_leaves_it() {
    let mut workbook = after([
        vec![marks(FIRST, Mark::Partial)],
        vec![remark(FIRST, "", "後で")],
    ]);
    assert_eq!(
        workbook.answer(FIRST).stamp.as_ref().map(|stamp| stamp.at),
        Some(at(2))
    );
    act(&mut workbook, Ok(vec![changed(FIRST, Mark::Partial, None)]));
    assert_eq!(workbook.answer(FIRST).stamp, None);
    assert_eq!(workbook.answer(FIRST).remark, "後で");
}

#[test]
fn a_new_action_clears_redo() {
    let mut workbook = after([vec![marks(FIRST, Mark::Partial)]]);
    undo(&mut workbook);
    assert!(workbook.redo_step().is_some());
    act(&mut workbook, Ok(vec![marks(SECOND, Mark::Partial)]));
    assert_eq!(workbook.redo_step(), None);
}

#[test]
fn a_bulk_record_is_one_step() {
    let bulk: Vec<Change> = (1..=9)
        .flat_map(|n| {
            let item = format!("Q1-{n}");
            [
                reason(&item, "", "端末なし"),
                marks(&item, Mark::NotApplicable),
            ]
        })
        .collect();
    let mut workbook = after([bulk]);
    assert_eq!(workbook.answers().count(), 9);
    assert!(undo(&mut workbook));
    assert_eq!(workbook.answers().count(), 0);
    assert!(!undo(&mut workbook));
    assert!(redo(&mut workbook));
    assert_eq!(workbook.answer("Q1-9").mark(), Some(Mark::NotApplicable));
}

#[test]
fn one_item_changed_twice_in_a_record_goes_back_to_the_beginning() {
    let mut workbook = after([vec![
        marks(FIRST, Mark::Partial),
        changed(FIRST, Mark::Partial, Some(Mark::Implemented)),
    ]]);
    undo(&mut workbook);
    assert_eq!(*workbook.answer(FIRST), Answer::default());
}

#[test]
fn an_undo_must_name_the_step_that_is_next() {
    let workbook = after([
        vec![marks(FIRST, Mark::Partial)],
        vec![marks(SECOND, Mark::Partial)],
    ]);
    let (_, changes) = workbook.undo_step().unwrap();
    let number = workbook.next_number();
    for kind in [
        RecordKind::Undo(2),
        RecordKind::Undo(9),
        RecordKind::Redo(3),
    ] {
        refuses(
            &workbook,
            record(number, kind, changes.clone()),
            &ApplyError::Undo,
        );
    }
    let other = vec![changed(FIRST, Mark::Partial, None)];
    refuses(
        &workbook,
        record(number, RecordKind::Undo(3), other),
        &ApplyError::Undo,
    );
}

#[test]
fn undo_stops_at_confirmed_returned_and_reopened() {
    let returned = Change::Returned {
        reason: "備考".into(),
        slip: None,
    };
    for back in [reopened(), returned] {
        let mut workbook = after([vec![marks(FIRST, Mark::Partial)]]);
        undo(&mut workbook);
        redo(&mut workbook);
        act(&mut workbook, Ok(vec![confirmed()]));
        assert_eq!((workbook.undo_step(), workbook.redo_step()), (None, None));
        act(&mut workbook, Ok(vec![back]));
        assert_eq!((workbook.undo_step(), workbook.redo_step()), (None, None));
        act(&mut workbook, Ok(vec![marks(SECOND, Mark::Partial)]));
        assert!(undo(&mut workbook));
        assert!(!undo(&mut workbook));
        assert_eq!(workbook.answer(FIRST).mark(), Some(Mark::Partial));
    }
}

#[test]
fn undo_stops_at_a_replaced_checklist() {
    let replaced = Change::ChecklistChanged {
        before: "h0".into(),
        after: "h1".into(),
        items: Vec::new(),
    };
    let workbook = after([vec![marks(FIRST, Mark::Partial)], vec![replaced]]);
    assert_eq!(workbook.undo_step(), None);
    assert_eq!(workbook.created().checklist_digest, "h1");
}

#[test]
fn undo_passes_over_an_export() {
    let mut workbook = after([
        vec![marks(FIRST, Mark::Partial)],
        vec![marks(SECOND, Mark::Partial)],
    ]);
    undo(&mut workbook);
    act(&mut workbook, Ok(vec![exported()]));
    assert!(redo(&mut workbook), "an export is no action that clears it");
    assert!(undo(&mut workbook) && undo(&mut workbook));
    assert!(!undo(&mut workbook), "the export itself stays");
}

#[test]
fn an_empty_record_is_no_step() {
    let mut workbook = after([vec![marks(FIRST, Mark::Partial)]]);
    undo(&mut workbook);
    act(&mut workbook, Ok(Vec::new()));
    assert!(redo(&mut workbook));
    act(&mut workbook, Ok(Vec::new()));
    assert_eq!(
        workbook.undo_step().map(|(kind, _)| kind),
        Some(RecordKind::Undo(2))
    );
}

#[test]
fn a_record_that_is_partly_undoable_is_a_barrier() {
    let mixed = vec![
        exported(),
        changed(FIRST, Mark::Partial, Some(Mark::Implemented)),
    ];
    let workbook = after([vec![marks(FIRST, Mark::Partial)], mixed]);
    // Going on to the step before it could not fit.
    assert_eq!(workbook.undo_step(), None);
}
