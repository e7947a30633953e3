//! Journal lines: `<64 hexadecimal digits> <RON>\n`, each hash chained to the one before.
//!
//! hash = SHA-256(previous hash ‖ RON bytes), both as bytes; the first previous hash is
//! SHA-256("tenken-journal-1"). The saved form of records is in `journal_record`.

use sha2::{Digest, Sha256};

use record::RecordFile;

use super::digest::{hex, unhex};
use super::journal_chain::{is_unfinished, lines, parts};
use super::journal_diagnosis::{Cause, cause};
use super::journal_forms::taken_back;
use super::journal_written;
use crate::domain::record::Record;
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

/// Writes records as lines that follow `previous`.
///
/// # Errors
///
/// As [`encode`].
pub fn encode_all<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    previous: Hash,
) -> Result<String, String> {
    let mut head = previous;
    let mut lines = String::new();
    for record in records {
        let (line, hash) = encode(record, &head)?;
        lines.push_str(&line);
        head = hash;
    }
    Ok(lines)
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
    /// The same, and zeros stand at the end: the file's length reached the disk, its content did
    /// not.
    Zeros(usize),
}

impl Tail {
    /// Returns whether bytes after the good part must be set aside before the next record.
    #[must_use]
    pub const fn is_cut_off(self) -> bool {
        matches!(self, Self::Torn(_) | Self::Zeros(_))
    }
}

/// Why a line of a journal cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DamageKind {
    /// The file holds nothing.
    Empty,
    /// There is a folder where the file should be.
    Folder,
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
    /// What must have happened.
    pub cause: Cause,
}

impl Damage {
    /// Returns the damage of a journal of which there is nothing to read.
    #[must_use]
    pub const fn nothing(kind: DamageKind, cause: Cause) -> Self {
        Self {
            line: 0,
            offset: 0,
            kind,
            cause,
        }
    }
}

/// What reading a journal gave.
#[derive(Clone, Debug)]
pub struct Journal {
    /// The workbook of all good records; none when not even the first is good.
    pub workbook: Option<Workbook>,
    /// The hash of the last good record.
    pub head: Hash,
    /// The hashes of all good records.
    pub hashes: Vec<Hash>,
    /// The length of the good part, in bytes.
    pub good_length: usize,
    /// What the end looks like.
    pub tail: Tail,
    /// The first line that cannot be used; everything after it is left alone.
    pub damage: Option<Damage>,
}

impl Journal {
    const fn new() -> Self {
        Self {
            workbook: None,
            head: [0; 32],
            hashes: Vec::new(),
            good_length: 0,
            tail: Tail::Clean,
            damage: None,
        }
    }

    fn next_number(&self) -> u64 {
        self.workbook.as_ref().map_or(1, Workbook::next_number)
    }

    fn format(&self) -> u32 {
        let workbook = self.workbook.as_ref();
        workbook.map_or(0, |workbook| workbook.created().format)
    }
}

/// Reads a journal, as far as it is good. One that something saved again in another form is read
/// with that taken back, but stays damaged.
#[must_use]
pub fn read(bytes: &[u8]) -> Journal {
    let mut journal = read_plain(bytes);
    let Some(mut damage) = journal.damage.take() else {
        return journal;
    };
    if let Some((form, plain)) = taken_back(bytes) {
        let other = read_plain(&plain);
        if other.next_number() > journal.next_number() {
            journal.workbook = other.workbook;
            journal.head = other.head;
            journal.hashes = other.hashes;
            journal.tail = other.tail;
            damage.cause = Cause::SavedAgain(form);
            journal.damage = Some(damage);
            return journal;
        }
    }
    damage.cause = cause(bytes, &damage, &journal.head, journal.next_number());
    journal.damage = Some(damage);
    journal
}

/// Reads a journal as it lies there. The cause of damage is yet to be found.
fn read_plain(bytes: &[u8]) -> Journal {
    let mut journal = Journal {
        head: origin(),
        ..Journal::new()
    };
    for line in lines(bytes) {
        let taken = read_line(line.body, &journal.head).and_then(|(record, hash)| {
            take(&mut journal.workbook, record)?;
            Ok(hash)
        });
        let kind = match taken {
            Ok(hash) => {
                journal.head = hash;
                journal.hashes.push(hash);
                journal.good_length += line.body.len() + usize::from(line.ended);
                if !line.ended {
                    journal.tail = Tail::NoLineEnd;
                }
                continue;
            }
            Err(DamageKind::Shape | DamageKind::Hash)
                if !line.ended
                    && line.number > 1
                    && is_unfinished(&journal.head, journal.next_number(), line.body) =>
            {
                journal.tail = if line.body.ends_with(&[0]) {
                    Tail::Zeros(line.body.len())
                } else {
                    Tail::Torn(line.body.len())
                };
                break;
            }
            Err(_) if journal.format() > FORMAT => DamageKind::Newer(journal.format()),
            Err(kind) => kind,
        };
        journal.damage = Some(Damage {
            line: line.number,
            offset: line.offset,
            kind,
            cause: Cause::Altered,
        });
        return journal;
    }
    // What a newer version wrote may mean more than is understood here: it is for reading only.
    if journal.format() > FORMAT {
        journal.damage = Some(Damage {
            line: 1,
            offset: 0,
            kind: DamageKind::Newer(journal.format()),
            cause: Cause::Newer(journal.format()),
        });
    } else if bytes.is_empty() {
        journal.damage = Some(Damage::nothing(DamageKind::Empty, Cause::Empty));
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

/// Reads one line that is to follow `previous`.
pub(super) fn read_line(body: &[u8], previous: &Hash) -> Result<(Record, Hash), DamageKind> {
    let (hash, ron) = parts(body).ok_or(DamageKind::Shape)?;
    if link(previous, ron) != hash {
        return Err(DamageKind::Hash);
    }
    Ok((read_record(ron)?, hash))
}

/// Reads a record, whatever it follows.
pub(super) fn read_record(ron: &[u8]) -> Result<Record, DamageKind> {
    let text = std::str::from_utf8(ron).map_err(|error| unreadable(&error.to_string()))?;
    journal_written::record(text).map_or_else(|| read_by_ron(text), Ok)
}

/// Reads a record in any spelling.
pub(super) fn read_by_ron(text: &str) -> Result<Record, DamageKind> {
    let file: RecordFile<'_> = ron::from_str(text).map_err(|error| {
        newer_format(text).map_or_else(|| unreadable(&error.to_string()), DamageKind::Newer)
    })?;
    Record::try_from(file)
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

/// Applies a record to what was read before it.
pub(super) fn take(workbook: &mut Option<Workbook>, record: Record) -> Result<(), DamageKind> {
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
