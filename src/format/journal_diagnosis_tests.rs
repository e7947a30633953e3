use super::super::csv_decode::Encoding;
use super::super::journal::{Tail, read};
use super::super::journal_salvage::{MendKind, salvage};
use super::*;
use crate::domain::record::{Change, Record, RecordKind, TextField};
use crate::domain::workbook::{FORMAT, Workbook};
use crate::fixture::{created, record, through_the_journal};

pub(crate) fn text(number: u64, before: &str, after: &str) -> Record {
    let change = Change::Text {
        item: crate::domain::item_id::ItemId("Q1-1".into()),
        field: TextField::Remark,
        before: before.into(),
        after: after.into(),
    };
    record(number, RecordKind::Action, vec![change])
}

pub(crate) fn written(records: &[Record]) -> Vec<u8> {
    let mut head = super::super::journal::origin();
    let mut bytes = Vec::new();
    for record in records {
        let (line, hash) = super::super::journal::encode(record, &head).unwrap();
        bytes.extend_from_slice(line.as_bytes());
        head = hash;
    }
    bytes
}

/// Six records in six lines.
pub(crate) fn sample() -> Vec<u8> {
    let texts = ["", "一つ", "二つ目の備考", "三\n四", "五", "六"];
    let mut records = vec![record(1, RecordKind::Action, vec![created(2026)])];
    for (pair, number) in texts.windows(2).zip(2..) {
        records.push(text(number, pair[0], pair[1]));
    }
    through_the_journal(&records);
    written(&records)
}

pub(crate) fn lines_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

fn workbook(bytes: &[u8]) -> Option<Workbook> {
    read(bytes).workbook
}

fn records(bytes: &[u8]) -> usize {
    workbook(bytes).map_or(0, |workbook| workbook.records().len())
}

#[track_caller]
fn diagnosed(bytes: &[u8], line: usize, wanted: &Cause, good: usize) {
    let damage = read(bytes).damage.expect("damage");
    assert_eq!((damage.line, &damage.cause), (line, wanted));
    assert_eq!(records(bytes), good);
    let whole = lines(bytes).nth(line.saturating_sub(1));
    assert_eq!(damage.offset, whole.map_or(0, |line| line.offset));
}

#[test]
fn each_damage_is_recognised_for_what_it_is() {
    let bytes = sample();
    let whole = lines_of(&bytes);
    let joined = |order: &[usize]| -> Vec<u8> {
        order
            .iter()
            .flat_map(|index| whole[*index].clone())
            .collect()
    };
    diagnosed(b"", 0, &Cause::Empty, 0);
    diagnosed(b"\0\0\0\0", 1, &Cause::Zeros, 0);
    diagnosed(b"item_id,mark\r\nQ05-01,1\r\n", 1, &Cause::NotAJournal, 0);
    diagnosed(
        &[0x89, b'P', b'N', b'G', 0, 1, 2, 3],
        1,
        &Cause::NotAJournal,
        0,
    );
    diagnosed(&bytes[..200], 1, &Cause::CutInFirst, 0);
    diagnosed(&bytes[..10], 1, &Cause::CutInFirst, 0);
    diagnosed(&joined(&[1, 2, 3, 4, 5]), 1, &Cause::BeginningMissing(2), 0);
    diagnosed(&joined(&[0, 1, 1, 2, 3, 4, 5]), 3, &Cause::Duplicate(2), 2);
    diagnosed(&joined(&[0, 1, 2, 3, 4, 5, 5]), 7, &Cause::Duplicate(6), 6);
    diagnosed(&joined(&[0, 2, 1, 3, 4, 5]), 2, &Cause::Swapped(3), 1);
    diagnosed(&joined(&[0, 4, 2, 3, 1, 5]), 2, &Cause::Swapped(5), 1);
    let missing = |from, to| Cause::Missing { from, to };
    diagnosed(&joined(&[0, 1, 3, 4, 5]), 3, &missing(3, 3), 2);
    diagnosed(&joined(&[0, 1, 5]), 3, &missing(3, 5), 2);
    let mut altered = bytes.clone();
    let at = whole[0].len() + whole[1].len() + 100;
    altered[at] = b'#';
    diagnosed(&altered, 3, &Cause::Altered, 2);
    let mut zeroed = bytes.clone();
    zeroed[at..at + 20].fill(0);
    diagnosed(&zeroed, 3, &Cause::Zeros, 2);
    let mut inserted = joined(&[0, 1]);
    inserted.extend_from_slice("メモ\n".as_bytes());
    inserted.extend(joined(&[2, 3, 4, 5]));
    diagnosed(&inserted, 3, &Cause::Extra, 2);
}

#[test]
fn what_an_editor_saved_again_is_recognised_and_read_whole() {
    let bytes = sample();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let windows = text.replace('\n', "\r\n");
    let wide = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    };
    let (narrow, _, lost) = encoding_rs::SHIFT_JIS.encode(&windows);
    assert!(!lost);
    let cases = [
        (
            format!("\u{feff}{text}").into_bytes(),
            Encoding::Utf8Bom,
            false,
        ),
        (
            format!("\u{feff}{windows}").into_bytes(),
            Encoding::Utf8Bom,
            true,
        ),
        (windows.clone().into_bytes(), Encoding::Utf8, true),
        (
            wide(&format!("\u{feff}{windows}"), u16::to_le_bytes),
            Encoding::Utf16Le,
            true,
        ),
        (
            wide(&format!("\u{feff}{text}"), u16::to_be_bytes),
            Encoding::Utf16Be,
            false,
        ),
        (wide(&text, u16::to_le_bytes), Encoding::Utf16Le, false),
        (wide(&text, u16::to_be_bytes), Encoding::Utf16Be, false),
        (narrow.into_owned(), Encoding::Cp932, true),
    ];
    for (saved, encoding, line_ends) in cases {
        let form = Form {
            encoding,
            line_ends,
        };
        diagnosed(&saved, 1, &Cause::SavedAgain(form), 6);
        assert_eq!(workbook(&saved), workbook(&bytes));
    }
    // Only the lines a person touched may end as on Windows.
    let whole = lines_of(&bytes);
    let mut one = whole.concat();
    let end = whole[0].len() + whole[1].len() - 1;
    one.insert(end, b'\r');
    let form = Form {
        encoding: Encoding::Utf8,
        line_ends: true,
    };
    diagnosed(&one, 2, &Cause::SavedAgain(form), 6);
}

#[test]
fn only_what_cannot_have_been_acknowledged_is_set_aside_by_itself() {
    let bytes = sample();
    let whole = lines_of(&bytes);
    let before = bytes.len() - whole[5].len();
    // The beginning of a record, zeros, or both: the power went while it was written.
    for cut in before + 1..bytes.len() - 1 {
        assert_eq!(read(&bytes[..cut]).tail, Tail::Torn(cut - before));
    }
    for (kept, zeros) in [(0, 1), (0, 4096), (40, 500), (120, 3)] {
        let mut tail = bytes[..before + kept].to_vec();
        tail.resize(before + kept + zeros, 0);
        let read = read(&tail);
        assert_eq!((read.tail, read.damage), (Tail::Zeros(kept + zeros), None));
        assert_eq!(read.good_length, before);
    }
    // Anything else may be a record that was saved: it is never cut off by itself.
    let damaged = |tail: &[u8], wanted: &Cause| {
        let bytes = [&bytes[..before], tail].concat();
        diagnosed(&bytes, 6, wanted, 5);
    };
    let last = &whole[5][..whole[5].len() - 1];
    damaged(b"memo", &Cause::Altered);
    damaged(&[last, b"X"].concat(), &Cause::Altered);
    damaged(&[last, b"\0"].concat(), &Cause::Zeros);
    damaged(&[last, last].concat(), &Cause::Altered);
    let mut hole = last.to_vec();
    hole[80..90].fill(0);
    damaged(&hole, &Cause::Zeros);
    damaged(&[&whole[4][..100]].concat(), &Cause::Altered);
}

#[test]
fn a_newer_journal_is_read_as_far_as_its_records_can_be_and_never_repaired() {
    let mut records = vec![record(1, RecordKind::Action, vec![created(2026)])];
    if let Some(Change::Created(created)) = records[0].changes.first_mut() {
        created.format = FORMAT + 1;
    }
    records.push(text(2, "", "あ"));
    let bytes = written(&records);
    diagnosed(&bytes, 1, &Cause::Newer(FORMAT + 1), 2);
    assert_eq!(salvage(&bytes), None);
    // A record of a kind not known yet ends the reading.
    let head = read(&bytes).head;
    let ron = "(n:3,at:\"2027-01-01T00:00:00+09:00\",by:(name:\"\",title:\"\"),changes:[Signed(key:\"x\")])";
    let hash = super::super::journal::link(&head, ron.as_bytes());
    let line = format!("{} {ron}\n", super::super::digest::hex(&hash));
    diagnosed(
        &[&bytes[..], line.as_bytes()].concat(),
        3,
        &Cause::Newer(FORMAT + 1),
        2,
    );
    // In a journal of this format it is not damage of the file either, and is told as such.
    let bytes = sample();
    let head = read(&bytes).head;
    let ron = ron.replace("n:3", "n:7");
    let hash = super::super::journal::link(&head, ron.as_bytes());
    let line = format!("{} {ron}\n", super::super::digest::hex(&hash));
    diagnosed(
        &[&bytes[..], line.as_bytes()].concat(),
        7,
        &Cause::NotUnderstood,
        6,
    );
    // A first record that cannot be read still names its format.
    let ron = "(n:1,seal:\"\",changes:[Created(format:7,new:1)])";
    let hash = super::super::journal::link(&super::super::journal::origin(), ron.as_bytes());
    let line = format!("{} {ron}\n", super::super::digest::hex(&hash));
    diagnosed(line.as_bytes(), 1, &Cause::Newer(7), 0);
}

#[test]
fn a_repetition_of_the_last_line_is_no_loss() {
    let bytes = sample();
    let twice = [&bytes[..], lines_of(&bytes).last().unwrap()].concat();
    let saved = salvage(&twice).unwrap();
    assert_eq!(saved.bytes, bytes);
    assert_eq!(saved.mends.len(), 1);
    assert_eq!(saved.mends[0].kind, MendKind::Duplicate);
}
