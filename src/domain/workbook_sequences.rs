//! Random sequences of actions, undos and redos.

use proptest::prelude::*;
use proptest::sample::Index;

use super::{confirmed, exported, remark, reopened};
use crate::domain::action::{self, Outcome, Refusal};
use crate::domain::checklist::{Checklist, Item};
use crate::domain::expression::ProfileKey;
use crate::domain::item_id::ItemId;
use crate::domain::mark::Mark;
use crate::domain::previous::PreviousYear;
use crate::domain::record::{Change, Evidence, RecordKind, ReturnedItem, Slip, TextField};
use crate::domain::workbook::{Answer, Workbook};
use crate::fixture;

const KEYS: [&str; 2] = ["mynumber", "lgwan"];

#[derive(Clone, Debug)]
enum Step {
    Mark(Index, Option<Mark>, Option<String>),
    Text(Index, TextField, String),
    Evidence(Index, Vec<String>),
    Flag(Index),
    Include(Index),
    Profile(Index, Option<bool>),
    Carry(Index),
    Bulk(Mark),
    Export,
    Undo,
    Redo,
    Confirm,
    BackToDraft(bool),
    Slip(Vec<(String, String)>),
    Misfit(usize),
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "\\PC{1,6}", any::<String>()]
}

/// Steps that undo can take back, and undo and redo themselves.
fn draft_step() -> impl Strategy<Value = Step> {
    let item = any::<Index>;
    let mark = || prop::sample::select(&Mark::ALL[..]);
    let field = prop::sample::select(vec![
        TextField::Reason,
        TextField::Remark,
        TextField::Approver,
    ]);
    prop_oneof![
        6 => (item(), prop::option::of(mark()), prop::option::of(words()))
            .prop_map(|(item, mark, reason)| Step::Mark(item, mark, reason)),
        4 => (item(), field, words()).prop_map(|(item, field, text)| Step::Text(item, field, text)),
        1 => (item(), prop::collection::vec(words(), 0..3))
            .prop_map(|(item, names)| Step::Evidence(item, names)),
        1 => item().prop_map(Step::Flag),
        1 => item().prop_map(Step::Include),
        1 => (item(), any::<Option<bool>>()).prop_map(|(key, yes)| Step::Profile(key, yes)),
        1 => item().prop_map(Step::Carry),
        1 => mark().prop_map(Step::Bulk),
        1 => Just(Step::Export),
        5 => Just(Step::Undo),
        4 => Just(Step::Redo),
    ]
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => draft_step(),
        1 => Just(Step::Confirm),
        1 => any::<bool>().prop_map(Step::BackToDraft),
        1 => prop::collection::vec((words(), words()), 0..3).prop_map(Step::Slip),
        2 => (0..6_usize).prop_map(Step::Misfit),
    ]
}

fn checklist() -> Checklist {
    let mut items = vec![
        fixture::item("Q1-1"),
        fixture::item_for("Q1-2", "mynumber"),
        fixture::item_for("Q1-3", "mynumber | lgwan"),
        fixture::item("Q1-4"),
    ];
    items[3].not_applicable = None;
    fixture::checklist(items)
}

/// Returns last year's answers: ○, － with its reason, ？ and a blank.
fn previous(checklist: &Checklist) -> PreviousYear {
    let mut earlier = fixture::workbook_of(2025);
    let items = &checklist.items;
    for (item, mark, reason) in [
        (&items[0], Mark::Implemented, None),
        (&items[1], Mark::NotApplicable, Some("端末なし")),
        (&items[2], Mark::ToBeConfirmed, None),
    ] {
        let outcome = action::mark(&earlier, item, Some(mark), reason);
        fixture::act(&mut earlier, outcome);
    }
    PreviousYear::new(checklist, &earlier)
}

fn slip(items: Vec<(String, String)>) -> Change {
    let items = items.into_iter().map(|(item, reason)| ReturnedItem {
        item: ItemId(item),
        reason,
    });
    Change::Returned {
        reason: "差戻し".into(),
        slip: Some(Box::new(Slip {
            digest: "h1".into(),
            items: items.collect(),
            ..Slip::default()
        })),
    }
}

fn bulk(workbook: &Workbook, items: &[Item], mark: Mark) -> Outcome {
    let mut changes = Vec::new();
    for item in items {
        changes.extend(action::mark(workbook, item, Some(mark), Some("一括"))?);
    }
    Ok(changes)
}

/// Returns a record's changes that can never fit.
fn misfit(workbook: &Workbook, which: usize) -> (RecordKind, Vec<Change>) {
    let fitting = Change::Flag {
        item: ItemId("Q1-9".into()),
        before: false,
        after: true,
    };
    let (kind, bad) = match which {
        0 => (RecordKind::Action, remark("Q1-1", "\u{0}違う", "x")),
        1 => (RecordKind::Action, fixture::created(2026)),
        2 => (RecordKind::Undo(u64::MAX), exported()),
        3 => (RecordKind::Redo(1), exported()),
        4 if workbook.is_confirmed() => (RecordKind::Action, confirmed()),
        4 => (RecordKind::Action, reopened()),
        _ => (
            RecordKind::Action,
            fixture::marks("Q1-8", Mark::NotApplicable),
        ),
    };
    (kind, vec![fitting, bad])
}

/// Takes one step; a refusal by the rules is no step.
fn take(workbook: &mut Workbook, checklist: &Checklist, earlier: &PreviousYear, step: Step) {
    let item = |index: Index| index.get(&checklist.items);
    let outcome = match step {
        Step::Mark(at, mark, reason) => action::mark(workbook, item(at), mark, reason.as_deref()),
        Step::Text(at, field, text) => action::text(workbook, item(at), field, &text),
        Step::Evidence(at, names) => {
            let evidence = |name| Evidence {
                name,
                date: "R8".into(),
            };
            let list = names.into_iter().map(evidence).collect();
            action::evidence(workbook, item(at), list)
        }
        Step::Flag(at) => action::toggle_flag(workbook, item(at)),
        Step::Include(at) => action::toggle_included(checklist, workbook, item(at)),
        Step::Profile(at, yes) => {
            let key = ProfileKey((*at.get(&KEYS)).to_owned());
            action::profile(workbook, &key, yes)
        }
        Step::Carry(at) => action::carry_over(workbook, earlier, item(at)),
        Step::Bulk(mark) => bulk(workbook, &checklist.items, mark),
        Step::Export => Ok(vec![exported()]),
        Step::Confirm if workbook.is_confirmed() => Err(Refusal::Confirmed),
        Step::Confirm => Ok(vec![confirmed()]),
        Step::BackToDraft(returned) => action::back_to_draft(workbook, "誤り", returned),
        Step::Slip(items) => Ok(vec![slip(items)]),
        Step::Undo => {
            fixture::undo(workbook);
            return;
        }
        Step::Redo => {
            fixture::redo(workbook);
            return;
        }
        Step::Misfit(which) => {
            let before = workbook.clone();
            let (kind, changes) = misfit(workbook, which);
            let next = fixture::record(workbook.next_number(), kind, changes);
            assert!(workbook.apply(next).is_err());
            assert_eq!(*workbook, before, "a refused record leaves no trace");
            return;
        }
    };
    if let Ok(changes) = outcome {
        fixture::try_act(workbook, changes).unwrap();
    }
}

fn run(steps: Vec<Step>) -> Workbook {
    let checklist = checklist();
    let earlier = previous(&checklist);
    let mut workbook = fixture::workbook();
    for step in steps {
        take(&mut workbook, &checklist, &earlier, step);
    }
    workbook
}

/// Returns all a person has entered.
fn entered(workbook: &Workbook) -> (Vec<(ItemId, Answer)>, [Option<bool>; 2]) {
    let answers = workbook.answers();
    let profile = KEYS.map(|key| workbook.profile(&ProfileKey(key.to_owned())));
    (
        answers
            .map(|(id, answer)| (id.clone(), answer.clone()))
            .collect(),
        profile,
    )
}

proptest! {
    #[test]
    fn the_records_alone_give_the_workbook_back(
        steps in prop::collection::vec(any_step(), 0..60)
    ) {
        let live = run(steps);
        let (first, others) = live.records().split_first().unwrap();
        let mut folded = Workbook::begin(first.clone()).unwrap();
        for record in others {
            folded.apply(record.clone()).unwrap();
        }
        prop_assert_eq!(&folded, &live);
        let read = fixture::through_the_journal(live.records());
        // As text, since equal times may still differ in their offset.
        prop_assert_eq!(format!("{read:?}"), format!("{live:?}"));
    }

    #[test]
    fn undoing_everything_leads_back_to_the_beginning_and_redoing_to_the_end(
        steps in prop::collection::vec(draft_step(), 0..60)
    ) {
        let mut workbook = run(steps);
        while fixture::redo(&mut workbook) {}
        let end = entered(&workbook);
        while fixture::undo(&mut workbook) {}
        prop_assert_eq!(entered(&workbook), entered(&fixture::workbook()));
        while fixture::redo(&mut workbook) {}
        prop_assert_eq!(entered(&workbook), end);
    }

    #[test]
    fn one_undo_gives_back_what_was_before(
        steps in prop::collection::vec(draft_step(), 0..30),
        last in draft_step(),
    ) {
        let checklist = checklist();
        let earlier = previous(&checklist);
        let mut workbook = run(steps);
        let before = entered(&workbook);
        let records = workbook.records().len();
        take(&mut workbook, &checklist, &earlier, last);
        let latest = workbook.records().last().cloned().unwrap();
        let is_step = !latest.changes.is_empty() && !latest.changes.iter().all(Change::is_fact);
        if workbook.records().len() > records && latest.kind == RecordKind::Action && is_step {
            prop_assert!(fixture::undo(&mut workbook));
            prop_assert_eq!(entered(&workbook), before);
        }
    }

    #[test]
    fn not_applicable_always_has_its_reason(steps in prop::collection::vec(any_step(), 0..60)) {
        for (item, answer) in run(steps).answers() {
            let reasoned = !answer.reason.trim().is_empty();
            prop_assert!(answer.mark() != Some(Mark::NotApplicable) || reasoned, "{}", item);
            prop_assert_eq!(answer.mark().is_some(), answer.stamp.is_some());
            prop_assert!(*answer != Answer::default());
        }
    }
}

#[path = "merge_sequences.rs"]
mod merging;
