use super::*;
use crate::domain::mark::{Mark, Marked};
use crate::domain::record::{SetAside, TextField};
use crate::domain::workbook::Workbook;
use crate::fixture::{act, redo, undo, workbook};

fn text(item: &str, field: TextField, before: &str, after: &str) -> Change {
    Change::Text {
        item: ItemId(item.into()),
        field,
        before: before.into(),
        after: after.into(),
    }
}

fn evidence(name: &str, date: &str) -> Vec<Evidence> {
    let (name, date) = (name.to_owned(), date.to_owned());
    vec![Evidence { name, date }]
}

/// A workbook whose reason of － was written twice, taken back and repeated.
fn written() -> Workbook {
    let mut workbook = workbook();
    let not_applicable = Change::Mark {
        item: ItemId("Q1-1".into()),
        before: None,
        after: Some(Marked::typed(Mark::NotApplicable)),
    };
    let reason = text("Q1-1", TextField::Reason, "", "田中さんの件");
    act(&mut workbook, Ok(vec![reason, not_applicable]));
    let again = text("Q1-1", TextField::Reason, "田中さんの件", "窓口がない");
    act(&mut workbook, Ok(vec![again]));
    act(
        &mut workbook,
        Ok(vec![text("Q1-1", TextField::Remark, "", "残る")]),
    );
    act(
        &mut workbook,
        Ok(vec![text("Q1-2", TextField::Reason, "", "残る")]),
    );
    let list = Change::Evidence {
        item: ItemId("Q1-1".into()),
        before: Vec::new(),
        after: evidence("田中さんの名簿", "2026-05-01"),
    };
    act(&mut workbook, Ok(vec![list]));
    for _ in 0..4 {
        assert!(undo(&mut workbook));
    }
    for _ in 0..4 {
        assert!(redo(&mut workbook));
    }
    workbook
}

fn replay(records: &[Record]) -> Workbook {
    let (first, others) = records.split_first().unwrap();
    let mut workbook = Workbook::begin(first.clone()).unwrap();
    for record in others {
        workbook.apply(record.clone()).unwrap();
    }
    workbook
}

#[test]
fn redaction_leaves_no_trace_of_the_text_and_records_that_fit() {
    let before = written();
    let mut records = before.records().to_vec();
    let reason = TypedField::Text(TextField::Reason);
    let count = redact(&mut records, &ItemId("Q1-1".into()), reason, "■");
    // Written once, replaced once, and both taken back and repeated.
    assert_eq!(count, 7);
    let after = replay(&records);
    assert_eq!(after.answer("Q1-1").reason, "■");
    assert_eq!(after.answer("Q1-1").mark(), Some(Mark::NotApplicable));
    assert_eq!(after.answer("Q1-1").remark, "残る");
    assert_eq!(after.answer("Q1-2").reason, "残る");
    let all = format!("{records:?}");
    assert!(!all.contains("田中さんの件") && !all.contains("窓口がない"));
    assert!(all.contains("田中さんの名簿"));
    assert_eq!(
        redact(&mut records, &ItemId("Q1-1".into()), reason, "■"),
        0,
        "nothing is left to take out"
    );
}

#[test]
fn redaction_of_evidence_takes_names_and_dates_out_and_keeps_their_number() {
    let mut records = written().records().to_vec();
    let item = ItemId("Q1-1".into());
    assert!(redact(&mut records, &item, TypedField::Evidence, "■") > 0);
    let after = replay(&records);
    assert_eq!(after.answer("Q1-1").evidence, evidence("■", "■"));
    assert_eq!(after.answer("Q1-1").reason, "窓口がない");
    assert!(!format!("{records:?}").contains("名簿"));
}

#[test]
fn redaction_reaches_the_values_a_merge_set_aside() {
    let mut workbook = workbook();
    let aside = SetAside {
        change: text("Q1-1", TextField::Reason, "", "田中さんの件"),
        at: crate::fixture::at(1),
        by: crate::fixture::clerk(),
    };
    let merged = Change::Merged {
        parents: ["h1".to_owned(), "h2".to_owned()],
        set_aside: vec![aside],
    };
    act(&mut workbook, Ok(vec![merged]));
    let mut records = workbook.records().to_vec();
    let reason = TypedField::Text(TextField::Reason);
    assert_eq!(redact(&mut records, &ItemId("Q1-1".into()), reason, "■"), 1);
    assert!(!format!("{records:?}").contains("田中さん"));
    replay(&records);
}
