use proptest::prelude::*;

use super::super::journal::Journal;
use super::*;
use crate::domain::record::Change;
use crate::domain::workbook::Workbook;
use crate::format::journal_diagnosis::tests::{lines_of, sample};

fn joined(order: &[usize]) -> Vec<u8> {
    let whole = lines_of(&sample());
    order
        .iter()
        .flat_map(|index| whole[*index].clone())
        .collect()
}

fn kinds(salvage: &Salvage) -> Vec<(usize, MendKind)> {
    salvage
        .mends
        .iter()
        .map(|mend| (mend.line, mend.kind))
        .collect()
}

#[track_caller]
fn saved_whole(bytes: &[u8], mends: &[(usize, MendKind)]) -> Salvage {
    let saved = salvage(bytes).unwrap();
    assert_eq!(saved.bytes, sample());
    assert_eq!(kinds(&saved), mends);
    assert_eq!((&saved.lost, &saved.missing), (&Vec::new(), &Vec::new()));
    assert_eq!(read(&saved.bytes).damage, None);
    saved
}

fn read(bytes: &[u8]) -> Journal {
    super::super::journal::read(bytes)
}

#[test]
fn a_sound_journal_is_whole() {
    let bytes = sample();
    assert!(saved_whole(&bytes, &[]).is_whole());
    // Without its last line end it is as sound, and a torn line was never saved.
    assert!(saved_whole(&bytes[..bytes.len() - 1], &[]).is_whole());
    let torn = salvage(&bytes[..bytes.len() - 20]).unwrap();
    assert!(torn.is_whole() && matches!(torn.tail, Tail::Torn(_)));
    let mut zeros = bytes;
    zeros.resize(zeros.len() + 100, 0);
    assert_eq!(saved_whole(&zeros, &[]).tail, Tail::Zeros(100));
}

#[test]
fn duplicated_lines_are_skipped_and_swapped_ones_put_back() {
    use MendKind::{Duplicate, Moved};
    saved_whole(&joined(&[0, 1, 1, 2, 3, 4, 5]), &[(3, Duplicate)]);
    saved_whole(
        &joined(&[0, 1, 0, 1, 2, 3, 4, 5]),
        &[(3, Duplicate), (4, Duplicate)],
    );
    saved_whole(&joined(&[0, 2, 1, 3, 4, 5]), &[(2, Moved)]);
    saved_whole(&joined(&[5, 0, 1, 2, 3, 4]), &[(1, Moved)]);
    saved_whole(
        &joined(&[5, 4, 3, 2, 1, 0]),
        &[(1, Moved), (2, Moved), (3, Moved), (4, Moved), (5, Moved)],
    );
}

#[test]
fn what_an_editor_saved_again_is_taken_back() {
    let text = String::from_utf8(sample()).unwrap();
    let windows = text.replace('\n', "\r\n");
    let wide: Vec<u8> = format!("\u{feff}{windows}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (narrow, _, _) = encoding_rs::SHIFT_JIS.encode(&windows);
    for bytes in [
        format!("\u{feff}{text}").into_bytes(),
        windows.clone().into_bytes(),
        wide,
        narrow.to_vec(),
    ] {
        assert!(!saved_whole(&bytes, &[]).is_whole());
    }
}

#[test]
fn lines_that_nothing_proves_are_told_with_what_they_hold() {
    // The third record is gone: what follows it cannot be proven.
    let saved = salvage(&joined(&[0, 1, 3, 4, 5])).unwrap();
    assert_eq!(saved.workbook.records().len(), 2);
    assert_eq!(saved.missing, [3]);
    let said: Vec<(usize, u64, String)> = saved
        .lost
        .iter()
        .map(|lost| {
            let record = lost.record.as_ref().unwrap();
            let Change::Text { after, .. } = &record.changes[0] else {
                panic!("no text");
            };
            (lost.line, record.number, after.clone())
        })
        .collect();
    let wanted = [(3, 4, "三\n四"), (4, 5, "五"), (5, 6, "六")];
    assert_eq!(
        said,
        wanted.map(|(line, number, text)| (line, number, text.to_owned()))
    );
    // A line that cannot be read at all is told with its place.
    let whole = lines_of(&sample());
    let bytes = [&whole[0][..], b"memo\n", &whole[2]].concat();
    let saved = salvage(&bytes).unwrap();
    let places: Vec<(usize, usize, bool)> = saved
        .lost
        .iter()
        .map(|lost| (lost.line, lost.offset, lost.record.is_some()))
        .collect();
    let first = whole[0].len();
    assert_eq!(places, [(2, first, false), (3, first + 5, true)]);
    assert_eq!(saved.missing, [] as [u64; 0]);
}

#[test]
fn without_its_first_record_nothing_is_saved() {
    assert_eq!(salvage(&joined(&[1, 2, 3, 4, 5])), None);
    assert_eq!(salvage(b""), None);
    assert_eq!(salvage(b"item_id,mark\n"), None);
}

/// Returns whether a changed journal is told as such: damaged, or without the end it had. Nothing
/// else may be read from it than the beginning of what was written.
fn is_told(read: &Journal, written: &Workbook) -> bool {
    let records = read.workbook.as_ref().map_or(&[][..], Workbook::records);
    assert!(written.records().starts_with(records));
    read.damage.is_some() || read.tail != Tail::Clean
}

#[test]
fn every_single_byte_change_is_detected() {
    let bytes = sample();
    let written = read(&bytes).workbook.unwrap();
    for at in 0..bytes.len() {
        let was = bytes[at];
        let mut values = vec![
            0, b'\n', b'\r', b' ', b'0', b'9', b'a', b')', 0x7f, 0x80, 0xff,
        ];
        values.extend((0..8).map(|bit| was ^ (1 << bit)));
        for value in values.into_iter().filter(|value| *value != was) {
            let mut changed = bytes.clone();
            changed[at] = value;
            let read = read(&changed);
            assert!(is_told(&read, &written), "byte {at} as {value}");
            // The last line end alone may go without loss; no record is ever set aside by itself.
            let tail = read.tail;
            assert!(!tail.is_cut_off(), "byte {at} as {value}: {tail:?}");
        }
        let mut removed = bytes.clone();
        removed.remove(at);
        assert!(is_told(&read(&removed), &written), "byte {at} removed");
    }
}

/// Where some of the altered bytes stand: in the hash, the blank, the record, the line end.
fn places() -> Vec<usize> {
    let whole = lines_of(&sample());
    let mut begin = 0;
    let mut places = Vec::new();
    for line in &whole {
        let length = line.len();
        places.extend([0, 30, 63, 64, 65, 66, length - 2, length - 1].map(|at| begin + at));
        begin += length;
    }
    places
}

#[test]
fn one_altered_byte_is_located_and_put_right() {
    let bytes = sample();
    let mut lines_begun = 0;
    for at in places() {
        let line = lines(&bytes).filter(|line| line.offset <= at).count();
        lines_begun = lines_begun.max(line);
        let begin = bytes[..at].iter().rposition(|byte| *byte == b'\n');
        let column = at - begin.map_or(0, |end| end + 1) + 1;
        for value in [b'\n', b'x', 0x80] {
            let mut changed = bytes.clone();
            if changed[at] == value {
                continue;
            }
            changed[at] = value;
            let saved = salvage(&changed).unwrap();
            assert_eq!(saved.bytes, bytes, "byte {at} as {value}");
            let mend = saved.mends[0];
            assert_eq!(
                (mend.line, mend.column),
                (line, Some(column)),
                "{at} {value}"
            );
        }
    }
    assert_eq!(lines_begun, 6);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_byte_at_any_place_is_detected(place in any::<prop::sample::Index>(), value in any::<u8>()) {
        let bytes = sample();
        let written = read(&bytes).workbook.unwrap();
        let at = place.index(bytes.len());
        prop_assume!(bytes[at] != value);
        let mut changed = bytes;
        changed[at] = value;
        let read = read(&changed);
        prop_assert!(is_told(&read, &written));
        prop_assert!(!read.tail.is_cut_off());
    }

    #[test]
    fn whatever_is_saved_is_a_sound_journal_of_what_was_written(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, any::<u8>()), 1..4)
    ) {
        let bytes = sample();
        let written = read(&bytes).workbook.unwrap();
        let mut changed = bytes;
        for (place, length, value) in cuts {
            if changed.is_empty() {
                break;
            }
            let at = place.index(changed.len());
            let end = (at + length).min(changed.len());
            changed.splice(at..end, [value]);
        }
        if let Some(saved) = salvage(&changed) {
            prop_assert!(written.records().starts_with(saved.workbook.records()));
            let read = read(&saved.bytes);
            prop_assert_eq!(read.damage, None);
            prop_assert_eq!(read.workbook, Some(saved.workbook));
        }
    }
}
