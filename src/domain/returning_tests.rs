use super::*;
use crate::domain::action::{self, Outcome};
use crate::domain::filter::Filter;
use crate::domain::mark::Mark;
use crate::domain::progress::{next_due, resume_at, untouched_count};
use crate::domain::record::{Author, ReturnedItem, TextField};
use crate::fixture;

fn slip(items: &[(&str, &str)]) -> ReturnSlip {
    let created = fixture::workbook().created().clone();
    ReturnSlip {
        municipality_code: created.municipality_code,
        year: created.fiscal_year,
        department_code: created.department_code,
        department: created.department,
        reason: "直してください".into(),
        slip: Slip {
            digest: format!("h{items:?}"),
            items: items
                .iter()
                .map(|(item, reason)| ReturnedItem {
                    item: ItemId((*item).into()),
                    reason: (*reason).into(),
                })
                .collect(),
            ..Slip::default()
        },
    }
}

fn checklist() -> Checklist {
    fixture::checklist(vec![
        fixture::item("Q1-1"),
        fixture::item_for("Q1-2", "mynumber"),
        fixture::item("Q1-3"),
        fixture::item("Q1-4"),
    ])
}

/// Everything answered and confirmed.
fn confirmed(checklist: &Checklist) -> Workbook {
    let mut workbook = fixture::workbook();
    for item in &checklist.items {
        let outcome = action::mark(&workbook, item, Some(Mark::Implemented), None);
        fixture::act(&mut workbook, outcome);
    }
    confirm(checklist, &mut workbook);
    workbook
}

fn confirm(checklist: &Checklist, workbook: &mut Workbook) {
    let by = Author {
        name: "長".into(),
        title: String::new(),
    };
    let outcome = action::confirm(checklist, workbook, &by);
    fixture::act(workbook, outcome);
}

fn take(workbook: &mut Workbook, slip: &ReturnSlip) {
    let outcome: Outcome = Ok(accept(workbook, slip, true).unwrap());
    fixture::act(workbook, outcome);
}

#[test]
fn a_slip_leads_from_its_first_item_to_the_last_and_confirming_ends_it() {
    let checklist = checklist();
    let mut workbook = confirmed(&checklist);
    assert!(wanted(&checklist, &workbook).is_empty());
    take(
        &mut workbook,
        &slip(&[("Q1-3", "確認中"), ("Q1-1", "資料なし"), ("Q9-9", "ない")]),
    );
    assert!(!workbook.is_confirmed() && workbook.is_returned());
    let places: Vec<usize> = wanted(&checklist, &workbook)
        .iter()
        .map(|one| one.position)
        .collect();
    assert_eq!(places, [0, 2]);
    assert_eq!(resume_at(&checklist, &workbook), 0);
    assert_eq!(next_due(&checklist, &workbook, Some(0)), Some(2));
    assert_eq!(next_due(&checklist, &workbook, Some(2)), Some(0));
    assert_eq!(
        Filter::Returned.positions(&checklist, &workbook, None),
        [0, 2]
    );
    // A flag is a note to oneself; a remark is an answer to the division.
    let outcome = action::toggle_flag(&workbook, &checklist.items[0]);
    fixture::act(&mut workbook, outcome);
    assert_eq!(untouched_count(&checklist, &workbook), 2);
    let outcome = action::text(
        &workbook,
        &checklist.items[0],
        TextField::Remark,
        "見ました",
    );
    fixture::act(&mut workbook, outcome);
    assert_eq!(untouched_count(&checklist, &workbook), 1);
    assert_eq!(resume_at(&checklist, &workbook), 2);
    assert!(fixture::undo(&mut workbook));
    assert_eq!(untouched_count(&checklist, &workbook), 2);
    assert!(fixture::redo(&mut workbook));
    assert_eq!(untouched_count(&checklist, &workbook), 1);
    confirm(&checklist, &mut workbook);
    assert!(wanted(&checklist, &workbook).is_empty());
    assert!(!Filter::offered(&workbook).any(|one| one == Filter::Returned));
}

#[test]
fn answering_the_profile_otherwise_touches_what_it_sets_aside() {
    let checklist = checklist();
    let mut workbook = confirmed(&checklist);
    take(&mut workbook, &slip(&[("Q1-2", "ほかの課は対象です")]));
    assert_eq!(untouched_count(&checklist, &workbook), 1);
    let key = ProfileKey("mynumber".into());
    let outcome = action::profile(&workbook, &key, Some(false));
    fixture::act(&mut workbook, outcome);
    assert_eq!(untouched_count(&checklist, &workbook), 0);
}

#[test]
fn a_draft_takes_a_slip_and_a_later_slip_adds_to_it() {
    let checklist = checklist();
    let mut workbook = fixture::workbook();
    take(&mut workbook, &slip(&[("Q1-1", "一")]));
    let outcome = action::mark(&workbook, &checklist.items[0], Some(Mark::Partial), None);
    fixture::act(&mut workbook, outcome);
    assert_eq!(untouched_count(&checklist, &workbook), 0);
    take(&mut workbook, &slip(&[("Q1-1", "二"), ("Q1-4", "二")]));
    let wanted = wanted(&checklist, &workbook);
    assert_eq!(wanted[0].reasons, ["一", "二"]);
    assert_eq!(
        wanted.iter().map(|one| one.touched).collect::<Vec<_>>(),
        [false, false]
    );
    // A slip bars the way back for undo.
    assert!(workbook.undo_step().is_none());
}

#[test]
fn what_does_not_fit_is_refused_by_name() {
    let checklist = checklist();
    let mut workbook = confirmed(&checklist);
    let with = |change: fn(&mut ReturnSlip)| {
        let mut slip = slip(&[("Q1-1", "一")]);
        change(&mut slip);
        slip
    };
    for (change, unfit) in [
        (
            (|slip| slip.municipality_code = "082350".into()) as fn(&mut ReturnSlip),
            Unfit::Municipality,
        ),
        (|slip| slip.year += 1, Unfit::Year),
        (
            |slip| slip.department_code = "9999".into(),
            Unfit::Department,
        ),
    ] {
        assert_eq!(accept(&workbook, &with(change), true), Err(unfit));
    }
    let slip = with(|_| {});
    assert_eq!(accept(&workbook, &slip, false), Err(Unfit::Submission));
    take(&mut workbook, &slip);
    let number = workbook.next_number() - 1;
    assert_eq!(accept(&workbook, &slip, true), Err(Unfit::Taken(number)));
    confirm(&checklist, &mut workbook);
    assert_eq!(accept(&workbook, &slip, true), Err(Unfit::Taken(number)));
}

#[test]
fn codes_a_spreadsheet_shortened_are_the_same() {
    let workbook = fixture::workbook();
    let mut slip = slip(&[]);
    slip.department_code = slip.department_code.trim_start_matches('0').to_owned();
    assert!(accept(&workbook, &slip, true).is_ok());
}
