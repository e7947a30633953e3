//! Journals that are whole, and everything that is not.

use super::*;
use crate::format::journal;

const FIXTURE: &[u8] =
    include_bytes!("../../tests/data/journals/format-1/answers/2026/sample/0420.ronl");

#[test]
fn what_is_whole_is_told_as_reading_every_record_tells_it() {
    let read = journal::read(FIXTURE);
    let workbook = read.workbook.unwrap();
    let whole = whole(FIXTURE).unwrap();
    assert_eq!(whole.records, workbook.records().len() as u64);
    assert_eq!(whole.head, read.head);
    let told: Vec<&Record> = workbook
        .records()
        .iter()
        .filter(|record| {
            record.changes.iter().any(|change| {
                matches!(
                    change,
                    Change::Exported { .. } | Change::Repaired { .. } | Change::Redacted { .. }
                )
            })
        })
        .collect();
    assert!(!told.is_empty());
    assert_eq!(whole.told.iter().collect::<Vec<_>>(), told);
}

#[test]
fn every_single_byte_change_is_seen() {
    let mut bytes = FIXTURE.to_vec();
    for at in 0..bytes.len() {
        let before = bytes[at];
        for other in [before ^ 1, before ^ 0x20, b'\n', 0] {
            if other != before {
                bytes[at] = other;
                assert_eq!(whole(&bytes), None, "{at}: {other}");
            }
        }
        bytes[at] = before;
    }
    assert!(whole(&bytes).is_some());
}

#[test]
fn a_missing_end_and_a_line_too_many_are_seen() {
    for end in 0..FIXTURE.len() {
        let at_a_line = FIXTURE[..end].ends_with(b"\n");
        assert_eq!(whole(&FIXTURE[..end]).is_some(), at_a_line, "{end}");
    }
    let last = FIXTURE[..FIXTURE.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n');
    let twice = [FIXTURE, &FIXTURE[last.unwrap() + 1..]].concat();
    assert_eq!(whole(&twice), None);
    assert_eq!(whole(&[FIXTURE, b"\n"].concat()), None);
    assert_eq!(whole(&[b"\xef\xbb\xbf", FIXTURE].concat()), None);
}
