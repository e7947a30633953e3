//! Random sequences of actions on two copies of a workbook, merged.

use proptest::prelude::*;

use super::{Step, any_step, checklist, draft_step, previous, run, take};
use crate::domain::merge::{Field, MergeRefusal, Outlook, Plan, Side, Unit, Value, look, merged};
use crate::domain::record::{Author, Change, Record, RecordKind};
use crate::domain::workbook::Workbook;
use crate::fixture;

fn folded(records: &[Record]) -> Workbook {
    let (first, others) = records.split_first().unwrap();
    let mut workbook = Workbook::begin(first.clone()).unwrap();
    for record in others {
        workbook.apply(record.clone()).unwrap();
    }
    workbook
}

/// Goes on from a workbook as another person.
fn gone_on(base: &Workbook, steps: Vec<Step>, name: &str) -> Workbook {
    let list = checklist();
    let earlier = previous(&list);
    let mut workbook = base.clone();
    for step in steps {
        take(&mut workbook, &list, &earlier, step);
    }
    let mut records = workbook.records().to_vec();
    for record in records.iter_mut().skip(base.records().len()) {
        name.clone_into(&mut record.by.name);
    }
    folded(&records)
}

fn looked(mine: &Workbook, theirs: &Workbook) -> Result<Outlook, MergeRefusal> {
    let (here, there) = (fixture::hashes(mine), fixture::hashes(theirs));
    look(fixture::line(mine, &here), fixture::line(theirs, &there))
}

fn carried_out(
    mine: &Workbook,
    theirs: &Workbook,
    plan: &Plan,
    decide: impl Fn(usize) -> Side,
) -> Workbook {
    let by = Author {
        name: "合併".into(),
        title: String::new(),
    };
    let records = merged(mine, theirs, plan, decide, &by, fixture::at(999)).unwrap();
    let all = [mine.records(), &records].concat();
    let read = fixture::through_the_journal(&all);
    assert_eq!(read.records(), all, "the result loads");
    read
}

/// Returns every single value of a workbook that a merge may take or set aside.
fn kept_aside(result: &Workbook) -> Vec<Change> {
    let last = result.records().last().unwrap();
    let kept = last.changes.iter().find_map(|change| match change {
        Change::Merged { set_aside, .. } => Some(set_aside),
        _ => None,
    });
    let changes = kept.unwrap().iter().map(|aside| aside.change.clone());
    changes.collect()
}

/// Returns whether a value stands in the result, or every part of it that does not is set aside.
fn is_kept(unit: &Unit, value: &Value, result: &Workbook, aside: &[Change]) -> bool {
    let here = unit.value(result);
    if let (Value::Evidence(here), Value::Evidence(value)) = (&here, value)
        && value.iter().all(|evidence| here.contains(evidence))
    {
        return true;
    }
    unit.changes(&here, value)
        .iter()
        .all(|change| aside.contains(change))
}

/// Returns a value without an order that has no meaning.
fn unordered(value: Value) -> Value {
    match value {
        Value::Evidence(mut list) => {
            list.sort_by(|a, b| (&a.name, &a.date).cmp(&(&b.name, &b.date)));
            Value::Evidence(list)
        }
        other => other,
    }
}

/// What both had in common, and the two that went on from there.
fn forked(steps: (Vec<Step>, Vec<Step>, Vec<Step>)) -> (Workbook, Workbook, Workbook) {
    let base = run(steps.0);
    let mine = gone_on(&base, steps.1, "甲");
    let theirs = gone_on(&base, steps.2, "乙");
    (base, mine, theirs)
}

fn steps(
    step: fn() -> BoxedStrategy<Step>,
) -> impl Strategy<Value = (Vec<Step>, Vec<Step>, Vec<Step>)> {
    let some = move |most| prop::collection::vec(step(), 0..most);
    (some(20), some(30), some(30))
}

proptest! {
    #[test]
    fn merging_takes_keeps_or_sets_aside_every_value(
        steps in steps(|| any_step().boxed()),
        choices in prop::collection::vec(any::<bool>(), 1..9),
        way in 0..3_u8,
    ) {
        let (base, mine, theirs) = forked(steps);
        let plan = match looked(&mine, &theirs) {
            Ok(Outlook::Apart(plan)) => plan,
            Ok(Outlook::Nothing) => {
                prop_assert_eq!(theirs.records().len(), base.records().len());
                return Ok(());
            }
            Ok(Outlook::Behind { common }) => {
                prop_assert_eq!((common, mine.records()), (base.records().len(), base.records()));
                return Ok(());
            }
            Err(refusal) => {
                prop_assert_eq!(refusal, MergeRefusal::Confirmed);
                prop_assert!(mine.is_confirmed());
                return Ok(());
            }
        };
        let decide = |index: usize| match way {
            0 => Side::Mine,
            1 => Side::Theirs,
            _ if choices[index % choices.len()] => Side::Mine,
            _ => Side::Theirs,
        };
        let result = carried_out(&mine, &theirs, &plan, decide);
        let aside = kept_aside(&result);
        for unit in Unit::all(&[&base, &mine, &theirs, &result]) {
            let [was, here, there, got] =
                [&base, &mine, &theirs, &result].map(|workbook| unit.value(workbook));
            let conflict = plan.conflicts.iter().position(|conflict| conflict.unit == unit);
            if let Some(index) = conflict {
                let explains = matches!(&unit, Unit::Item(item, Field::Remark)
                    if plan.conflicts.iter().any(|conflict| {
                        conflict.unit == Unit::Item(item.clone(), Field::Mark)
                    }));
                let both = here != was && there != was;
                prop_assert!(here != there && (both || explains), "a true conflict");
                let chosen = if decide(index) == Side::Mine { &here } else { &there };
                prop_assert_eq!(&got, chosen);
                // What nobody ever wrote is nothing to keep.
                let written = unit.stamp(&mine).is_some();
                prop_assert!(!written || is_kept(&unit, &here, &result, &aside));
            } else if plan.united.contains(&unit) {
                prop_assert!(is_kept(&unit, &here, &result, &[]));
            } else if there == was {
                prop_assert_eq!(&got, &here);
            } else {
                prop_assert_eq!(&got, &there);
            }
            if there != was {
                prop_assert!(is_kept(&unit, &there, &result, &aside), "{:?}", unit);
            }
        }
        for (item, answer) in result.answers() {
            prop_assert_eq!(answer.mark().is_some(), answer.stamp.is_some(), "{}", item);
        }
        // Once more there is nothing left to do, and the copy can take everything over.
        prop_assert_eq!(looked(&result, &theirs), Ok(Outlook::Nothing));
        if let Ok(Outlook::Apart(back)) = looked(&theirs, &result) {
            prop_assert!(back.conflicts.is_empty());
            let same = carried_out(&theirs, &result, &back, |_| Side::Mine);
            for unit in Unit::all(&[&result, &same]) {
                prop_assert_eq!(unit.value(&same), unit.value(&result));
            }
            let Ok(Outlook::Apart(last)) = looked(&result, &same) else {
                return Err(TestCaseError::fail("each has records of its own"));
            };
            prop_assert!(last.taken.is_empty() && last.conflicts.is_empty());
        } else {
            prop_assert!(theirs.is_confirmed());
        }
    }

    #[test]
    fn either_way_round_gives_the_same_where_nothing_conflicts(
        steps in steps(|| draft_step().boxed()),
    ) {
        let (_, mine, theirs) = forked(steps);
        let (Ok(Outlook::Apart(here)), Ok(Outlook::Apart(there))) =
            (looked(&mine, &theirs), looked(&theirs, &mine))
        else {
            return Ok(());
        };
        let one = carried_out(&mine, &theirs, &here, |_| Side::Mine);
        let other = carried_out(&theirs, &mine, &there, |_| Side::Mine);
        let units = |plan: &Plan| -> Vec<Unit> {
            plan.conflicts.iter().map(|conflict| conflict.unit.clone()).collect()
        };
        prop_assert_eq!(units(&here), units(&there));
        for unit in Unit::all(&[&one, &other]) {
            if !units(&here).contains(&unit) {
                let [one, other] = [&one, &other].map(|workbook| unordered(unit.value(workbook)));
                prop_assert_eq!(one, other);
            }
        }
    }

    #[test]
    fn an_answer_taken_over_tells_who_gave_it_and_when(
        steps in steps(|| draft_step().boxed()),
    ) {
        let (base, mine, theirs) = forked(steps);
        let Ok(Outlook::Apart(plan)) = looked(&mine, &theirs) else {
            return Ok(());
        };
        let before = base.records().len() as u64;
        // Taking back a record from before leaves its own trace: who took it back decided.
        let takes_back_earlier = theirs.records().iter().any(|record| {
            record.number > before
                && matches!(record.kind, RecordKind::Undo(n) | RecordKind::Redo(n) if n <= before)
        });
        if takes_back_earlier {
            return Ok(());
        }
        let result = carried_out(&mine, &theirs, &plan, |_| Side::Mine);
        for unit in &plan.taken {
            if let Unit::Item(item, Field::Mark) = unit {
                let [was, there, got] =
                    [&base, &theirs, &result].map(|workbook| workbook.answer(item.as_str()));
                if there.marked != was.marked {
                    prop_assert_eq!(&got.stamp, &there.stamp);
                }
            }
        }
    }
}
