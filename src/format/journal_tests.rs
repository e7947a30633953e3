use chrono::DateTime;

use super::*;
use crate::domain::item_id::ItemId;
use crate::domain::mark::{Mark, Marked};
use crate::domain::record::{Author, Change, Created, RecordKind, ReturnedItem, Slip, TextField};

fn record(number: u64, changes: Vec<Change>) -> Record {
    Record {
        number,
        at: DateTime::parse_from_rfc3339("2026-11-22T14:32:07+09:00").unwrap(),
        by: Author {
            name: "山田".into(),
            title: "課長".into(),
        },
        kind: RecordKind::Action,
        changes,
    }
}

fn created() -> Record {
    record(
        1,
        vec![Change::Created(Box::new(Created {
            format: FORMAT,
            city: "odawara".into(),
            municipality: "小田原市".into(),
            municipality_code: "142069".into(),
            edition: "2025-10-01".into(),
            checklist_digest: "h00".into(),
            department_code: "0420".into(),
            department: "下水道整備課".into(),
            agency: "市長".into(),
            fiscal_year: 2026,
            deadline: "2026-12-28".into(),
        }))],
    )
}

fn item() -> ItemId {
    ItemId("Q05-01".into())
}

fn text(before: &str, after: &str) -> Change {
    Change::Text {
        item: item(),
        field: TextField::Remark,
        before: before.into(),
        after: after.into(),
    }
}

fn journal(records: &[Record]) -> Vec<u8> {
    let mut head = origin();
    let mut bytes = Vec::new();
    for record in records {
        let (line, hash) = encode(record, &head).unwrap();
        assert_eq!(line.matches('\n').count(), 1, "one record is one line");
        bytes.extend(line.as_bytes());
        head = hash;
    }
    bytes
}

fn sample() -> Vec<u8> {
    journal(&[
        created(),
        record(
            2,
            vec![text("", "一行目\n二行目 \"引用\" \u{1b}か\u{3099}𠮷")],
        ),
        record(
            3,
            vec![Change::Mark {
                item: item(),
                before: None,
                after: Some(Marked::typed(Mark::Partial)),
            }],
        ),
    ])
}

#[test]
fn what_is_written_is_read_back() {
    let read = read(&sample());
    assert_eq!(read.tail, Tail::Clean);
    assert_eq!(read.damage, None);
    let workbook = read.workbook.unwrap();
    let answer = workbook.answer("Q05-01");
    assert_eq!(answer.remark, "一行目\n二行目 \"引用\" \u{1b}か\u{3099}𠮷");
    assert_eq!(answer.mark(), Some(Mark::Partial));
    assert_eq!(workbook.created().department_code, "0420");
}

#[test]
fn a_missing_line_end_is_kept_and_a_torn_line_set_aside() {
    let bytes = sample();
    let whole = read(&bytes[..bytes.len() - 1]);
    assert_eq!(whole.tail, Tail::NoLineEnd);
    assert_eq!(whole.workbook.unwrap().records().len(), 3);
    for cut in 2..40 {
        let torn = read(&bytes[..bytes.len() - cut]);
        assert!(matches!(torn.tail, Tail::Torn(_)), "cut {cut}");
        assert_eq!(torn.workbook.unwrap().records().len(), 2);
        assert_eq!(torn.damage, None);
    }
}

#[test]
fn every_altered_byte_is_found() {
    let bytes = sample();
    for at in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        let read = read(&altered);
        let found = read.damage.is_some() || read.tail != Tail::Clean;
        assert!(found, "byte {at}");
    }
}

#[test]
fn a_damaged_line_stops_the_reading_before_it() {
    let bytes = sample();
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let swapped = format!("{}\n{}\n{}\n", lines[0], lines[2], lines[1]);
    let read_back = read(swapped.as_bytes());
    let damage = read_back.damage.unwrap();
    assert_eq!((damage.line, damage.kind), (2, DamageKind::Hash));
    assert_eq!(read_back.workbook.unwrap().records().len(), 1);
    let empty = read(b"");
    assert_eq!(empty.damage.unwrap().kind, DamageKind::Empty);
}

#[test]
fn a_newer_format_is_recognised() {
    let mut newer = created();
    if let Some(Change::Created(created)) = newer.changes.first_mut() {
        created.format = FORMAT + 1;
    }
    let damage = read(&journal(&[newer])).damage.unwrap();
    assert_eq!(damage.kind, DamageKind::Newer(FORMAT + 1));
}

#[test]
fn a_fitting_hash_over_a_wrong_record_is_damage() {
    let records = [created(), record(2, vec![text("not there", "x")])];
    let damage = read(&journal(&records)).damage.unwrap();
    assert_eq!(damage.kind, DamageKind::Apply(ApplyError::Before));
    let records = [created(), record(3, vec![text("", "x")])];
    let damage = read(&journal(&records)).damage.unwrap();
    assert!(matches!(
        damage.kind,
        DamageKind::Apply(ApplyError::Number { .. })
    ));
}

#[test]
fn an_export_with_a_reason_is_kept_and_earlier_lines_still_load() {
    let exported = |despite: Option<&str>| Change::Exported {
        receipt: "R-7K3MA-9XHRT".into(),
        files: Vec::new(),
        despite: despite.map(Into::into),
    };
    let records = [
        created(),
        record(2, vec![exported(None)]),
        record(3, vec![exported(Some("代表番号なので"))]),
    ];
    let bytes = journal(&records);
    let text = String::from_utf8(bytes.clone()).unwrap();
    // Without a reason a line is as it was before there were reasons.
    assert_eq!(text.matches("despite").count(), 1);
    let read = read(&bytes);
    assert_eq!(read.damage, None);
    assert_eq!(read.workbook.unwrap().records(), records);
}

#[test]
fn a_return_from_before_there_were_slips_is_read_as_it_was() {
    let old = r#"(n:2,at:"2026-11-22T14:32:07+09:00",by:(name:"山田",title:"課長"),changes:[Returned(reason:"誤り")])"#;
    let read = read_by_ron(old).unwrap();
    let returned = |slip| Change::Returned {
        reason: "誤り".into(),
        slip,
    };
    assert_eq!(read.changes, [returned(None)]);
    // And is written so still.
    let (line, _) = encode(&read, &origin()).unwrap();
    assert!(line.trim_end().ends_with(old), "{line}");
    let slip = Slip {
        digest: "h1".into(),
        due: "2026-12-10".into(),
        items: vec![ReturnedItem {
            item: item(),
            reason: "確認中\u{1b}\"".into(),
        }],
        ..Slip::default()
    };
    let record = record(2, vec![returned(Some(Box::new(slip)))]);
    let (line, _) = encode(&record, &origin()).unwrap();
    let (_, text) = line.trim_end().split_once(' ').unwrap();
    assert_eq!(read_record(text.as_bytes()), Ok(record));
}
