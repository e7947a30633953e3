//! Filling in a workbook in memory: who, when, and item after item.

use chrono::{DateTime, FixedOffset, TimeDelta};
use tenken::domain::action;
use tenken::domain::checklist::Checklist;
use tenken::domain::mark::Mark;
use tenken::domain::record::{Author, Change, Created, Record, RecordKind, TextField};
use tenken::domain::workbook::{FORMAT, Workbook};

/// The person who fills in.
pub(crate) fn clerk() -> Author {
    Author {
        name: "山田太郎".to_owned(),
        title: "課長".to_owned(),
    }
}

/// The time the first record is written.
pub(crate) fn begin() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T14:32:07+09:00").expect("a time")
}

/// Begins a workbook in memory, on no disk.
pub(crate) fn begun(checklist: &Checklist) -> Workbook {
    let policy = &checklist.policy;
    let created = Created {
        format: FORMAT,
        city: policy.id.clone(),
        municipality: policy.name.clone(),
        municipality_code: policy.municipality_code.clone(),
        edition: policy.edition.to_string(),
        checklist_digest: checklist.digest.clone(),
        department_code: "0420".to_owned(),
        department: "下水道整備課".to_owned(),
        agency: "市長".to_owned(),
        fiscal_year: 2026,
        deadline: String::new(),
    };
    let first = Record {
        number: 1,
        at: begin(),
        by: clerk(),
        kind: RecordKind::Action,
        changes: vec![Change::Created(Box::new(created))],
    };
    Workbook::begin(first).expect("a first record")
}

/// Answers item after item until the workbook has so many records; every third record is a remark.
pub(crate) fn fill(checklist: &Checklist, workbook: &mut Workbook, records: usize) {
    for index in workbook.records().len()..records {
        let item = &checklist.items[index % checklist.items.len()];
        let round = index / checklist.items.len();
        let mark = [Mark::Implemented, Mark::Partial][round % 2];
        let changes = if index % 3 == 2 {
            let remark = format!("{index}件目の確認です。12月に残りを確かめます。");
            action::text(workbook, item, TextField::Remark, &remark)
        } else {
            action::mark(workbook, item, Some(mark), None)
        };
        let record = Record {
            number: workbook.next_number(),
            at: begin() + TimeDelta::seconds(i64::try_from(index).unwrap_or(0)),
            by: clerk(),
            kind: RecordKind::Action,
            changes: changes.expect("an open workbook"),
        };
        workbook.apply(record).expect("a record that fits");
    }
}
