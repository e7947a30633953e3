//! Journals: read as far as they are good, told where not, and the same when written again.

use tenken::domain::record::RecordKind;
use tenken::domain::workbook::Workbook;
use tenken::format::digest::hex;
use tenken::format::journal::{self, Damage, DamageKind, Hash, Journal, Tail};
use tenken::format::journal_diagnosis::Cause;
use tenken::text::{damage, errors};

use super::shown::{LANGS, fit_to_show};
use super::workbook;

/// Checks bytes as a journal, and their lines as records of one whose hashes fit.
pub(crate) fn check(data: &[u8]) {
    check_journal(data);
    check_journal(&chained(data));
}

/// Returns the lines as a journal, each behind the hash it should have.
fn chained(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut head = journal::origin();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        let is_hash = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
        let record = match line.split_at_checked(64) {
            Some((digits, rest)) if is_hash(digits) => rest.strip_prefix(b" ").unwrap_or(rest),
            _ => line,
        };
        let ron = record.strip_suffix(b"\n").unwrap_or(record);
        head = journal::link(&head, ron);
        bytes.extend_from_slice(hex(&head).as_bytes());
        bytes.push(b' ');
        bytes.extend_from_slice(record);
    }
    bytes
}

fn check_journal(data: &[u8]) {
    let read = journal::read(data);
    let good = data.get(..read.good_length).expect("good beyond the end");
    match (&read.damage, read.tail) {
        (None, Tail::Clean | Tail::NoLineEnd) => assert_eq!(good.len(), data.len()),
        (None, Tail::Torn(bytes) | Tail::Zeros(bytes)) => {
            assert_eq!(good.len() + bytes, data.len());
        }
        (Some(damage), _) => check_damage(damage, data),
    }
    let Some(book) = &read.workbook else {
        assert!(read.damage.is_some() && good.is_empty());
        return;
    };
    // What was saved again is read with that taken back, and what is newer stays damaged.
    let cause = read.damage.as_ref().map(|damage| &damage.cause);
    if matches!(cause, Some(Cause::SavedAgain(_) | Cause::Newer(_))) {
        return;
    }
    let again = journal::read(good);
    assert!(again.damage.is_none() && !again.tail.is_cut_off());
    assert!(again.head == read.head && again.good_length == read.good_length);
    assert!(
        again.workbook.as_ref() == Some(book),
        "read again it differs"
    );
    check_again(book);
    check_undo(book);
    // Making both files takes long; one in 32 is enough.
    if read.head[0].is_multiple_of(32) {
        workbook::exports_well(workbook::odawara(), book);
    }
}

fn check_damage(found: &Damage, data: &[u8]) {
    assert!(found.offset <= data.len());
    let before = data.get(..found.offset).unwrap_or_default();
    let lines = before.split(|byte| *byte == b'\n').count() - 1;
    let is_empty = found.kind == DamageKind::Empty;
    assert_eq!(found.line, if is_empty { 0 } else { lines + 1 });
    for lang in LANGS {
        fit_to_show(&damage::what(lang, found));
        fit_to_show(damage::todo(lang, found));
        fit_to_show(&errors::damaged(lang, found));
    }
}

/// Writes records anew.
fn write(book: &Workbook) -> (Vec<u8>, Hash) {
    let mut bytes = Vec::new();
    let mut head = journal::origin();
    for record in book.records() {
        let (line, hash) = journal::encode(record, &head).unwrap();
        assert_eq!(line.matches('\n').count(), 1, "a record is one line");
        bytes.extend_from_slice(line.as_bytes());
        head = hash;
    }
    (bytes, head)
}

/// What was read can be written, and reads the same.
fn check_again(book: &Workbook) {
    let (bytes, head) = write(book);
    let Journal {
        workbook,
        head: found,
        tail,
        damage,
        ..
    } = journal::read(&bytes);
    assert!(
        damage.is_none() && tail == Tail::Clean && found == head,
        "{damage:?}"
    );
    assert!(workbook.as_ref() == Some(book), "written again it differs");
}

/// What can be undone can be undone and redone, and is then as it was.
fn check_undo(book: &Workbook) {
    let Some((kind, changes)) = book.undo_step() else {
        return;
    };
    if book.is_confirmed() {
        return;
    }
    let mut other = book.clone();
    let mut undo = workbook::record(other.next_number(), changes);
    undo.kind = kind;
    other.apply(undo).unwrap();
    let (kind, changes) = other.redo_step().unwrap();
    assert!(matches!(kind, RecordKind::Redo(_)));
    let mut redo = workbook::record(other.next_number(), changes);
    redo.kind = kind;
    other.apply(redo).unwrap();
    assert!(book.answers().eq(other.answers()), "redone it differs");
}
