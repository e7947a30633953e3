//! Journal lines: `<64 hexadecimal digits> <RON>\n`, each hash chained to the one before.
//!
//! hash = SHA-256(previous hash ‖ RON bytes), both as bytes; the first previous hash is
//! SHA-256("tenken-journal-1"). The saved form of records is in `journal_record`.

use sha2::{Digest, Sha256};

use record::RecordFile;

use super::digest::{hex, unhex};
use crate::domain::record::{Change, Record};
use crate::domain::workbook::{ApplyError, FORMAT, Workbook};

/// How much of the reader's own words is kept, in characters.
const WORDS_MAX: usize = 200;

/// A link of the chain: 32 bytes.
pub type Hash = [u8; 32];

/// Returns the hash that stands before the first record.
#[must_use]
pub fn origin() -> Hash {
    Sha256::digest(b"tenken-journal-1").into()
}

/// Returns the hash of a record that follows `previous`.
#[must_use]
pub fn link(previous: &Hash, ron: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(ron);
    hasher.finalize().into()
}

/// Writes a record as a line that follows `previous`, and returns the line with its hash.
///
/// # Errors
///
/// The serialiser's own words, which would be a defect of this program.
pub fn encode(record: &Record, previous: &Hash) -> Result<(String, Hash), String> {
    let ron = ron::to_string(&RecordFile::from(record)).map_err(|error| error.to_string())?;
    let hash = link(previous, ron.as_bytes());
    Ok((format!("{} {ron}\n", hex(&hash)), hash))
}

/// What the end of a journal looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tail {
    /// It ends with a whole line.
    Clean,
    /// The last line is whole but for its line end.
    NoLineEnd,
    /// The last line was not written to its end; so many bytes are set aside.
    Torn(usize),
}

/// Why a line of a journal cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DamageKind {
    /// The file holds nothing.
    Empty,
    /// The line is not a hash, a blank and a record.
    Shape,
    /// The hash does not fit the record and the line before.
    Hash,
    /// The hash fits, but the record cannot be read.
    Record(String),
    /// The record does not fit the state.
    Apply(ApplyError),
    /// The journal is of a newer format.
    Newer(u32),
}

/// A line that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damage {
    /// The line, from 1.
    pub line: usize,
    /// Where the line begins, in bytes.
    pub offset: usize,
    /// Why.
    pub kind: DamageKind,
}

/// What reading a journal gave.
#[derive(Clone, Debug)]
pub struct Journal {
    /// The workbook of all good records; none when not even the first is good.
    pub workbook: Option<Workbook>,
    /// The hash of the last good record.
    pub head: Hash,
    /// The length of the good part, in bytes.
    pub good_length: usize,
    /// What the end looks like.
    pub tail: Tail,
    /// The first line that cannot be used; everything after it is left alone.
    pub damage: Option<Damage>,
}

/// Reads a journal, as far as it is good.
#[must_use]
pub fn read(bytes: &[u8]) -> Journal {
    let mut journal = Journal {
        workbook: None,
        head: origin(),
        good_length: 0,
        tail: Tail::Clean,
        damage: None,
    };
    let mut line = 0;
    while journal.good_length < bytes.len() {
        line += 1;
        let rest = bytes.get(journal.good_length..).unwrap_or_default();
        let end = rest.iter().position(|byte| *byte == b'\n');
        let body = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        match read_line(body, &journal.head) {
            Ok((record, hash)) => {
                if let Err(kind) = take(&mut journal.workbook, record) {
                    journal.damage = Some(Damage {
                        line,
                        offset: journal.good_length,
                        kind,
                    });
                    return journal;
                }
                journal.head = hash;
                journal.good_length += body.len() + usize::from(end.is_some());
                if end.is_none() {
                    journal.tail = Tail::NoLineEnd;
                }
            }
            Err(DamageKind::Shape | DamageKind::Hash) if end.is_none() && line > 1 => {
                journal.tail = Tail::Torn(rest.len());
                return journal;
            }
            Err(kind) => {
                journal.damage = Some(Damage {
                    line,
                    offset: journal.good_length,
                    kind,
                });
                return journal;
            }
        }
    }
    if line == 0 {
        journal.damage = Some(Damage {
            line: 0,
            offset: 0,
            kind: DamageKind::Empty,
        });
    }
    journal
}

/// Returns the hashes of the records of a journal's good part, as it was read.
#[must_use]
pub fn hashes(good: &[u8]) -> Vec<Hash> {
    good.split(|byte| *byte == b'\n')
        .filter_map(|line| unhex(line.get(..64)?))
        .collect()
}

fn read_line(body: &[u8], previous: &Hash) -> Result<(Record, Hash), DamageKind> {
    let (digits, rest) = body.split_at_checked(64).ok_or(DamageKind::Shape)?;
    let hash = unhex(digits).ok_or(DamageKind::Shape)?;
    let ron = rest.strip_prefix(b" ").ok_or(DamageKind::Shape)?;
    if link(previous, ron) != hash {
        return Err(DamageKind::Hash);
    }
    let text = std::str::from_utf8(ron).map_err(|error| unreadable(&error.to_string()))?;
    let file: RecordFile<'_> = match ron::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            return Err(match newer_format(text) {
                Some(format) => DamageKind::Newer(format),
                None => unreadable(&error.to_string()),
            });
        }
    };
    let record = Record::try_from(file)?;
    if let Some(Change::Created(created)) = record.changes.first()
        && created.format > FORMAT
    {
        return Err(DamageKind::Newer(created.format));
    }
    Ok((record, hash))
}

/// Keeps why a record cannot be read, short: the reader's words may repeat what stands there.
fn unreadable(words: &str) -> DamageKind {
    DamageKind::Record(words.chars().take(WORDS_MAX).collect())
}

/// Finds the format number in a first record that cannot be read as a whole.
fn newer_format(text: &str) -> Option<u32> {
    let (_, after) = text.split_once("Created(format:")?;
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|format| *format > FORMAT)
}

fn take(workbook: &mut Option<Workbook>, record: Record) -> Result<(), DamageKind> {
    if let Some(workbook) = workbook {
        workbook.apply(record).map_err(DamageKind::Apply)
    } else {
        *workbook = Some(Workbook::begin(record).map_err(DamageKind::Apply)?);
        Ok(())
    }
}

#[path = "journal_record.rs"]
mod record;

#[cfg(test)]
#[path = "journal_tests.rs"]
mod tests;
