//! What two copies have in common, what conflicts, and what the record of a merge tells.

use super::*;
use crate::domain::expression::ProfileKey;
use crate::domain::mark::{Mark, Marked};
use crate::domain::record::{Author, Evidence, ExportedFile, ItemChange, RecordKind, TextField};
use crate::fixture;

const ITEM: &str = "Q1-1";

fn id(item: &str) -> ItemId {
    ItemId(item.into())
}

fn person(name: &str) -> Author {
    Author {
        name: name.into(),
        title: String::new(),
    }
}

/// Writes one record as a person, so many minutes after the first.
fn write(workbook: &mut Workbook, name: &str, minute: u64, changes: Vec<Change>) {
    let mut record = fixture::record(workbook.next_number(), RecordKind::Action, changes);
    record.by = person(name);
    record.at = fixture::at(minute);
    workbook.apply(record).unwrap();
}

fn note(workbook: &mut Workbook, name: &str, minute: u64, change: Change) {
    write(workbook, name, minute, vec![change]);
}

fn mark(item: &str, before: Option<Mark>, after: Mark) -> Change {
    Change::Mark {
        item: id(item),
        before: before.map(Marked::typed),
        after: Some(Marked::typed(after)),
    }
}

fn text(item: &str, field: TextField, after: &str) -> Change {
    Change::Text {
        item: id(item),
        field,
        before: String::new(),
        after: after.into(),
    }
}

fn looked(mine: &Workbook, theirs: &Workbook) -> Result<Outlook, MergeRefusal> {
    let (here, there) = (fixture::hashes(mine), fixture::hashes(theirs));
    look(fixture::line(mine, &here), fixture::line(theirs, &there))
}

fn plan(mine: &Workbook, theirs: &Workbook) -> Plan {
    match looked(mine, theirs) {
        Ok(Outlook::Apart(plan)) => *plan,
        other => panic!("{other:?}"),
    }
}

fn carried_out(mine: &Workbook, theirs: &Workbook, side: Side) -> Workbook {
    let plan = plan(mine, theirs);
    let by = person("合併");
    let records = merged(mine, theirs, &plan, |_| side, &by, fixture::at(999)).unwrap();
    fixture::through_the_journal(&[mine.records(), &records].concat())
}

fn kept(result: &Workbook) -> (&[String; 2], &[SetAside]) {
    let last = result.records().last().unwrap();
    let found = last.changes.iter().find_map(|change| match change {
        Change::Merged { parents, set_aside } => Some((parents, set_aside.as_slice())),
        _ => None,
    });
    found.unwrap()
}

/// Two copies with one record in common, beside the first.
fn forked() -> (Workbook, Workbook) {
    let mut base = fixture::workbook();
    note(&mut base, "甲", 2, mark(ITEM, None, Mark::Implemented));
    (base.clone(), base)
}

#[test]
fn common_prefix_is_found_by_equal_hashes() {
    let (mut mine, mut theirs) = forked();
    assert_eq!(looked(&mine, &theirs), Ok(Outlook::Nothing));
    note(&mut theirs, "乙", 3, mark("Q1-2", None, Mark::Partial));
    assert_eq!(looked(&mine, &theirs), Ok(Outlook::Behind { common: 2 }));
    assert_eq!(looked(&theirs, &mine), Ok(Outlook::Nothing));
    note(&mut mine, "甲", 3, mark("Q1-3", None, Mark::Partial));
    let plan = plan(&mine, &theirs);
    assert_eq!(plan.taken, [Unit::Item(id("Q1-2"), Field::Mark)]);
    assert_eq!((plan.taken_over(), plan.conflicts.len()), ((1, 0), 0));
}

#[test]
fn another_workbook_is_refused() {
    let other = fixture::workbook_of(2025);
    let refused = Err(MergeRefusal::Another);
    assert_eq!(looked(&fixture::workbook(), &other), refused);
}

#[test]
fn true_conflicts_are_listed_for_a_decision() {
    let (mut mine, mut theirs) = forked();
    let old = Some(Mark::Implemented);
    note(&mut mine, "甲", 10, mark(ITEM, old, Mark::Partial));
    note(&mut mine, "甲", 11, text("Q1-2", TextField::Remark, "同じ"));
    note(&mut theirs, "乙", 20, mark(ITEM, old, Mark::NotImplemented));
    note(
        &mut theirs,
        "乙",
        21,
        text("Q1-2", TextField::Remark, "同じ"),
    );
    note(
        &mut theirs,
        "乙",
        22,
        text("Q1-3", TextField::Remark, "新しい"),
    );
    let plan = plan(&mine, &theirs);
    assert_eq!(plan.taken, [Unit::Item(id("Q1-3"), Field::Remark)]);
    let [conflict] = plan.conflicts.as_slice() else {
        panic!("{:?}", plan.conflicts);
    };
    assert_eq!(conflict.unit, Unit::Item(id(ITEM), Field::Mark));
    let told = |version: &Version| {
        let Value::Mark { marked, .. } = &version.value else {
            panic!("{version:?}");
        };
        let stamp = version.stamp.clone().unwrap();
        (marked.unwrap().mark, stamp.by.name.clone(), stamp.at)
    };
    assert_eq!(
        told(&conflict.mine),
        (Mark::Partial, "甲".into(), fixture::at(10))
    );
    let theirs = (Mark::NotImplemented, "乙".into(), fixture::at(20));
    assert_eq!(told(&conflict.theirs), theirs);
}

#[test]
fn the_remark_beside_a_conflicting_mark_is_decided_too() {
    let (mut mine, mut theirs) = forked();
    let old = Some(Mark::Implemented);
    note(&mut mine, "甲", 10, mark(ITEM, old, Mark::Partial));
    let explained = vec![
        mark(ITEM, old, Mark::NotImplemented),
        text(ITEM, TextField::Remark, "12月に直します"),
    ];
    write(&mut theirs, "乙", 20, explained);
    let fields = [Field::Mark, Field::Remark].map(|field| Unit::Item(id(ITEM), field));
    for (mine, theirs) in [(&mine, &theirs), (&theirs, &mine)] {
        let conflicts = plan(mine, theirs).conflicts;
        let units: Vec<Unit> = conflicts
            .into_iter()
            .map(|conflict| conflict.unit)
            .collect();
        assert_eq!(units, fields);
    }
    // Otherwise the reason why it is not done would stand beside another mark.
    assert_eq!(
        carried_out(&mine, &theirs, Side::Mine).answer(ITEM).remark,
        ""
    );
    let result = carried_out(&mine, &theirs, Side::Theirs);
    assert_eq!(result.answer(ITEM).remark, "12月に直します");
}

#[test]
fn nothing_is_dropped() {
    let (mut mine, mut theirs) = forked();
    let old = Some(Mark::Implemented);
    note(&mut mine, "甲", 10, mark(ITEM, old, Mark::Partial));
    let aside = vec![
        text(ITEM, TextField::Reason, "端末がない"),
        mark(ITEM, old, Mark::NotApplicable),
    ];
    write(&mut theirs, "乙", 20, aside);
    let result = carried_out(&mine, &theirs, Side::Mine);
    assert_eq!(result.answer(ITEM).mark(), Some(Mark::Partial));
    let told: Vec<_> = kept(&result)
        .1
        .iter()
        .map(|aside| {
            assert_eq!((aside.by.name.as_str(), aside.at), ("乙", fixture::at(20)));
            aside.change.clone()
        })
        .collect();
    let expected = [
        text(ITEM, TextField::Reason, "端末がない"),
        mark(ITEM, Some(Mark::Partial), Mark::NotApplicable),
    ];
    assert_eq!(told, expected);

    let result = carried_out(&mine, &theirs, Side::Theirs);
    let answer = result.answer(ITEM);
    assert_eq!(
        (answer.mark(), answer.reason.as_str()),
        (Some(Mark::NotApplicable), "端末がない")
    );
    assert_eq!(answer.stamp.as_ref().unwrap().by.name, "乙");
    let kept = kept(&result).1;
    assert!(kept.iter().all(|aside| aside.by.name == "甲"));
    let mark_aside = mark(ITEM, Some(Mark::NotApplicable), Mark::Partial);
    assert!(kept.iter().any(|aside| aside.change == mark_aside));
}

#[test]
fn the_result_names_its_parents_and_merging_again_does_nothing() {
    let (mut mine, mut theirs) = forked();
    note(&mut mine, "甲", 10, mark("Q1-2", None, Mark::Partial));
    note(&mut theirs, "乙", 20, mark("Q1-3", None, Mark::Partial));
    let result = carried_out(&mine, &theirs, Side::Mine);
    let heads = [&mine, &theirs].map(|line| fixture::hashes(line).pop().unwrap());
    assert_eq!(kept(&result).0, &heads);
    assert_eq!(result.records().last().unwrap().by, person("合併"));
    assert_eq!(looked(&result, &theirs), Ok(Outlook::Nothing));
    // What the copy writes afterwards is compared with what it was then.
    note(
        &mut theirs,
        "乙",
        30,
        mark("Q1-3", Some(Mark::Partial), Mark::Implemented),
    );
    let again = plan(&result, &theirs);
    assert_eq!(again.taken, [Unit::Item(id("Q1-3"), Field::Mark)]);
    assert!(again.conflicts.is_empty());
    let result = carried_out(&result, &theirs, Side::Mine);
    assert_eq!(result.answer("Q1-3").mark(), Some(Mark::Implemented));
}

#[test]
fn records_keep_their_author_and_time_and_go_on_counting() {
    let (mut mine, mut theirs) = forked();
    note(&mut mine, "甲", 50, mark("Q1-2", None, Mark::Partial));
    note(&mut theirs, "乙", 20, mark("Q1-3", None, Mark::Partial));
    note(
        &mut theirs,
        "乙",
        21,
        mark("Q1-3", Some(Mark::Partial), Mark::Implemented),
    );
    let step = theirs.undo_step();
    fixture::step(&mut theirs, step);
    let result = carried_out(&mine, &theirs, Side::Mine);
    assert_eq!(result.records()[..3], *mine.records());
    assert_eq!(result.undo_step(), None, "undo stops at a merge");
    let told: Vec<_> = result.records()[3..]
        .iter()
        .map(|record| (record.number, record.kind))
        .collect();
    let (action, undo) = (RecordKind::Action, RecordKind::Undo(5));
    assert_eq!(told, [(4, action), (5, action), (6, undo), (7, action)]);
    assert_eq!(result.records()[3].by, person("乙"));
    assert_eq!(result.records()[3].at, fixture::at(20));
    let answer = result.answer("Q1-3");
    let stamp = answer.stamp.as_ref().unwrap();
    assert_eq!(answer.mark(), Some(Mark::Partial));
    assert_eq!((&*stamp.by, stamp.at), (&person("乙"), fixture::at(20)));
}

#[test]
fn evidence_to_which_both_added_is_put_together() {
    let evidence = |name: &str| Evidence {
        name: name.into(),
        date: String::new(),
    };
    let list = |before: &[&str], after: &[&str]| Change::Evidence {
        item: id(ITEM),
        before: before.iter().map(|name| evidence(name)).collect(),
        after: after.iter().map(|name| evidence(name)).collect(),
    };
    let (mut mine, _) = forked();
    note(&mut mine, "甲", 3, list(&[], &["一"]));
    let mut theirs = mine.clone();
    note(&mut mine, "甲", 10, list(&["一"], &["一", "二"]));
    note(
        &mut theirs,
        "乙",
        20,
        list(&["一"], &["三", "一", "二", "二"]),
    );
    assert!(plan(&mine, &theirs).conflicts.is_empty());
    let result = carried_out(&mine, &theirs, Side::Mine);
    let names = |workbook: &Workbook| -> Vec<String> {
        let list = &workbook.answer(ITEM).evidence;
        list.iter().map(|evidence| evidence.name.clone()).collect()
    };
    assert_eq!(names(&result), ["一", "二", "三", "二"]);
    // One that took something away is no mere addition.
    note(
        &mut theirs,
        "乙",
        21,
        list(&["三", "一", "二", "二"], &["三"]),
    );
    assert_eq!(plan(&mine, &theirs).conflicts.len(), 1);
}

#[test]
fn a_confirmation_of_the_copy_is_not_taken_over_but_kept() {
    let (mut mine, mut theirs) = forked();
    note(&mut mine, "甲", 10, mark("Q1-2", None, Mark::Partial));
    let exported = Change::Exported {
        receipt: "R-1".into(),
        despite: None,
        files: vec![ExportedFile {
            name: "a.csv".into(),
            digest: "h0".into(),
        }],
    };
    let confirmed = Change::Confirmed {
        by: person("課長")
    };
    note(&mut theirs, "乙", 20, confirmed.clone());
    note(&mut theirs, "乙", 21, exported.clone());
    let plan = plan(&mine, &theirs);
    assert!(plan.has_confirmation());
    assert_eq!(plan.exports, 1);
    let result = carried_out(&mine, &theirs, Side::Theirs);
    assert!(!result.is_confirmed());
    assert_eq!(kept(&result).1[0].change, confirmed);
    assert_eq!(result.records()[3].changes, [exported]);
    // The other way round the confirmed one has to be reopened first.
    assert_eq!(looked(&theirs, &mine), Err(MergeRefusal::Confirmed));
}

#[test]
fn profile_keys_and_flags_are_units_of_their_own() {
    let (mut mine, mut theirs) = forked();
    let key = |after| Change::Profile {
        key: ProfileKey("cloud".into()),
        before: None,
        after: Some(after),
    };
    let flag = Change::Flag {
        item: id(ITEM),
        before: false,
        after: true,
    };
    note(&mut mine, "甲", 10, key(true));
    write(&mut theirs, "乙", 20, vec![key(false), flag]);
    let plan = plan(&mine, &theirs);
    assert_eq!(plan.taken, [Unit::Item(id(ITEM), Field::Flag)]);
    assert_eq!(
        plan.conflicts[0].unit,
        Unit::Profile(ProfileKey("cloud".into()))
    );
    let result = carried_out(&mine, &theirs, Side::Theirs);
    assert_eq!(result.profile(&ProfileKey("cloud".into())), Some(false));
    assert!(result.answer(ITEM).flagged);
}

#[test]
fn a_checklist_changed_on_one_side_is_decided_safely() {
    let changed = |after: &str| Change::ChecklistChanged {
        before: "h0".into(),
        after: after.into(),
        items: vec![ItemChange {
            item: id(ITEM),
            before: Some("a".into()),
            after: Some("b".into()),
        }],
    };
    let (mut mine, mut theirs) = forked();
    note(&mut mine, "甲", 10, changed("h1"));
    let old = Some(Mark::Implemented);
    let answers = vec![
        mark(ITEM, old, Mark::Partial),
        mark("Q1-2", None, Mark::Partial),
    ];
    write(&mut theirs, "乙", 20, answers);
    // An answer to the earlier wording is asked about, even where only the copy has changed it.
    let seen = plan(&mine, &theirs);
    assert_eq!(seen.taken, [Unit::Item(id("Q1-2"), Field::Mark)]);
    assert_eq!(seen.conflicts.len(), 1);
    assert!(seen.conflicts[0].reworded);
    assert_eq!(looked(&theirs, &mine), Err(MergeRefusal::ChecklistOfCopy));
    // Both went over to the same one.
    let mut same = theirs.clone();
    note(&mut same, "乙", 21, changed("h1"));
    assert!(plan(&mine, &same).conflicts.is_empty());
    note(&mut theirs, "乙", 21, changed("h2"));
    assert_eq!(looked(&mine, &theirs), Err(MergeRefusal::Checklists));
}
