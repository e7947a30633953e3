//! Whether a journal is whole: every line follows the one before and bears the next number. Little
//! is made of what the records say, so that this takes hardly longer than hashing the file.

use memchr::{memchr_iter, memmem};

use super::digest::hex_digits;
use super::journal::{Hash, link, origin, read_record};
use super::journal_chain::record_number;
use crate::domain::record::{Change, Record};
use crate::domain::workbook::FORMAT;

/// Digits and a blank before a record.
const BEFORE: usize = 65;
/// What divides who wrote a record from what it holds.
const DIVIDER: &[u8] = b"\"),changes:[";
/// What the records begin with that checking tells of.
const TOLD: [&[u8]; 3] = [b"Exported(", b"Repaired(", b"Redacted("];

/// What a journal that is whole holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Whole {
    /// How many records.
    pub records: u64,
    /// The hash of the last one.
    pub head: Hash,
    /// Those that note an export, a repair or a redaction.
    pub told: Vec<Record>,
}

/// Checks a journal; none when anything at all is not as this program writes it, and has to be
/// looked at more closely.
#[must_use]
pub fn whole(bytes: &[u8]) -> Option<Whole> {
    let divider = memmem::Finder::new(DIVIDER);
    let mut whole = Whole {
        records: 0,
        head: origin(),
        told: Vec::new(),
    };
    let mut begin = 0;
    for end in memchr_iter(b'\n', bytes) {
        let line = bytes.get(begin..end)?;
        let record = line.get(BEFORE..)?;
        let hash = link(&whole.head, record);
        whole.records += 1;
        let bears = line.starts_with(&hex_digits(&hash)) && line.get(BEFORE - 1) == Some(&b' ');
        if !bears || record_number(line) != Some(whole.records) {
            return None;
        }
        if whole.records == 1 && !is_of_this_format(record) {
            return None;
        }
        if is_told(&divider, record) {
            whole.told.push(read_record(record).ok()?);
        }
        whole.head = hash;
        begin = end + 1;
    }
    (whole.records > 0 && begin == bytes.len()).then_some(whole)
}

fn is_of_this_format(record: &[u8]) -> bool {
    let record = read_record(record).ok();
    matches!(
        record.as_ref().and_then(|record| record.changes.first()),
        Some(Change::Created(created)) if created.format <= FORMAT
    )
}

/// Returns whether a record is one to tell of, by its first change.
fn is_told(divider: &memmem::Finder<'_>, record: &[u8]) -> bool {
    divider.find_iter(record).any(|at| {
        let after = record.get(at + DIVIDER.len()..).unwrap_or_default();
        TOLD.iter().any(|word| after.starts_with(word))
    })
}

#[cfg(test)]
#[path = "journal_whole_tests.rs"]
mod tests;
