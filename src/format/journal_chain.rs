//! The lines of a journal as they lie in the file, and whether one follows another. Nothing is made
//! of what they say.

use memchr::memchr;

use super::digest::unhex;
use super::journal::{Hash, link, origin};

/// Digits before the blank.
const DIGITS: usize = 64;
/// What every record begins with.
const OPENING: &[u8] = b"(n:";

/// A line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// Where it begins, in bytes.
    pub offset: usize,
    /// Its bytes without the line end.
    pub body: &'a [u8],
    /// Whether it has a line end.
    pub ended: bool,
}

/// Returns the lines of a file.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let mut offset = 0;
    (1..).map_while(move |number| {
        let rest = bytes.get(offset..).filter(|rest| !rest.is_empty())?;
        let end = memchr(b'\n', rest);
        let line = Line {
            number,
            offset,
            body: rest.get(..end.unwrap_or(rest.len()))?,
            ended: end.is_some(),
        };
        offset += line.body.len() + usize::from(line.ended);
        Some(line)
    })
}

/// Divides a line into its hash and its record, if it has that shape.
#[must_use]
pub fn parts(body: &[u8]) -> Option<(Hash, &[u8])> {
    let (digits, rest) = body.split_at_checked(DIGITS)?;
    Some((unhex(digits)?, rest.strip_prefix(b" ")?))
}

/// Returns whether a line follows a record with this hash.
#[must_use]
pub fn follows(previous: &Hash, body: &[u8]) -> bool {
    parts(body).is_some_and(|(hash, ron)| link(previous, ron) == hash)
}

/// Returns the number a line's record bears, as far as it can be made out.
#[must_use]
pub fn record_number(body: &[u8]) -> Option<u64> {
    let rest = body.get(DIGITS + 1..)?.strip_prefix(OPENING)?;
    let end = rest.iter().position(|byte| !byte.is_ascii_digit())?;
    let digits = std::str::from_utf8(rest.get(..end)?).ok()?;
    digits.parse().ok()
}

/// Returns the lines that do not follow the one before them, by the hash that one bears.
#[must_use]
pub fn breaks(bytes: &[u8]) -> Vec<usize> {
    let mut broken = Vec::new();
    let mut previous = Some(origin());
    for line in lines(bytes) {
        if !previous.is_some_and(|previous| follows(&previous, line.body)) {
            broken.push(line.number);
        }
        previous = parts(line.body).map(|(hash, _)| hash);
    }
    broken
}

/// Returns the length of the whole record that some bytes begin with, if they begin with one.
#[must_use]
pub fn whole_record(previous: &Hash, bytes: &[u8]) -> Option<usize> {
    // A record ends in a parenthesis; only there is the hash worth computing.
    (DIGITS + 1..=bytes.len())
        .filter(|end| bytes.get(end - 1) == Some(&b')'))
        .find(|end| {
            bytes
                .get(..*end)
                .is_some_and(|part| follows(previous, part))
        })
}

/// Returns whether bytes without a line end can only be the beginning of the record of this
/// number, cut off while it was written: perhaps with zeros where the rest should be, as a file
/// has them whose length reached the disk before its content.
#[must_use]
pub fn is_unfinished(previous: &Hash, number: u64, bytes: &[u8]) -> bool {
    let written = without_zeros(bytes);
    let (digits, rest) = written.split_at(written.len().min(DIGITS));
    let opening = format!(" (n:{number},");
    let (opened, record) = rest.split_at(rest.len().min(opening.len()));
    digits
        .iter()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && opening.as_bytes().starts_with(opened)
        && !record.contains(&0)
        && whole_record(previous, written).is_none()
}

/// Returns bytes without the zeros at their end.
#[must_use]
pub fn without_zeros(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte != 0);
    bytes
        .get(..end.map_or(0, |last| last + 1))
        .unwrap_or_default()
}
