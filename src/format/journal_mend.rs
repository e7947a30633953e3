//! Puts right a line of a journal in which one byte was altered. The chain proves what is put
//! right: of all bytes that could stand there only the one that was written gives the hash.

use sha2::{Digest, Sha256};

use super::super::digest::hex;
use super::super::journal::{Hash, link};
use super::super::journal_chain::{follows, parts, whole_record};
use super::Piece;

/// Longest record that all bytes are tried in.
const TRIED_MAX: usize = 2_000;
/// Most digits of a hash that may be altered while the rest still proves the record.
const DIGITS_MAX: usize = 16;
/// Digits before the blank.
const DIGITS: usize = 64;

/// What was put right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MendKind {
    /// The line stood elsewhere.
    Moved,
    /// The line stood there a second time.
    Duplicate,
    /// One byte was altered.
    Byte,
    /// Digits of the hash were altered.
    Digits,
    /// Its line end was altered or is gone.
    LineEnd,
    /// One byte had become a line end.
    Split,
}

/// Something put right, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mend {
    /// The line, from 1.
    pub line: usize,
    /// The byte of the line, from 1, if it is about one.
    pub column: Option<usize>,
    /// What.
    pub kind: MendKind,
}

/// Puts a line right that should follow `head`, if that can be proven.
pub(super) fn mend(pieces: &mut Vec<Piece>, index: usize, head: &Hash) -> Option<Mend> {
    let line = pieces.get(index)?.line;
    let (kind, column) = line_end(pieces, index, head)
        .or_else(|| digits(pieces, index, head))
        .or_else(|| split(pieces, index, head))
        .or_else(|| byte(pieces, index, head))?;
    Some(Mend {
        line,
        column: Some(column),
        kind,
    })
}

/// Divides a line that holds a whole record and more.
fn line_end(pieces: &mut Vec<Piece>, index: usize, head: &Hash) -> Option<(MendKind, usize)> {
    let piece = pieces.get_mut(index)?;
    let end = whole_record(head, &piece.body)?;
    let rest = piece.body.split_off(end);
    // Either one byte stands in the place of the line end, or it is gone altogether.
    let is_line = |bytes: &[u8]| parts(bytes).is_some();
    let rest = if is_line(&rest) {
        rest
    } else {
        rest.get(1..).unwrap_or_default().to_vec()
    };
    if !rest.is_empty() {
        let other = Piece {
            line: piece.line,
            offset: piece.offset + end,
            body: rest,
            ended: piece.ended,
            used: false,
        };
        piece.ended = true;
        pieces.insert(index + 1, other);
    }
    Some((MendKind::LineEnd, end + 1))
}

/// Puts the hash's digits right when most of them, or the next line, prove the record.
fn digits(pieces: &mut [Piece], index: usize, head: &Hash) -> Option<(MendKind, usize)> {
    let body = &pieces.get(index)?.body;
    let (written, ron) = body.split_at_checked(DIGITS)?;
    let ron = ron.strip_prefix(b" ")?;
    let hash = link(head, ron);
    let right = hex(&hash).into_bytes();
    let differing = right.iter().zip(written).filter(|(a, b)| a != b).count();
    let next = pieces.get(index + 1);
    let proven = differing <= DIGITS_MAX || next.is_some_and(|next| follows(&hash, &next.body));
    let column = right.iter().zip(written).position(|(a, b)| a != b)?;
    if !proven {
        return None;
    }
    let whole = [&right[..], b" ", ron].concat();
    pieces.get_mut(index)?.body = whole;
    Some((MendKind::Digits, column + 1))
}

/// Puts two lines together that a byte turned into a line end had made of one.
fn split(pieces: &mut Vec<Piece>, index: usize, head: &Hash) -> Option<(MendKind, usize)> {
    let piece = pieces.get(index).filter(|piece| piece.ended)?;
    let next = pieces.get(index + 1)?;
    let length = piece.body.len();
    let mut whole = [&piece.body[..], b"\n", &next.body[..]].concat();
    let ended = next.ended;
    // Within the hash or at its blank the digits do without that byte.
    if length <= DIGITS {
        let ron = whole.get(DIGITS + 1..)?;
        let right = [hex(&link(head, ron)).as_bytes(), b" ", ron].concat();
        let differing = right.iter().zip(&whole).filter(|(a, b)| a != b).count();
        if differing > 1 {
            return None;
        }
        whole = right;
    } else {
        let (digits, ron) = whole.split_at(DIGITS);
        let byte = right_byte(head, digits, ron.strip_prefix(b" ")?, length - DIGITS - 1)?;
        *whole.get_mut(length)? = byte;
    }
    pieces.remove(index + 1);
    let piece = pieces.get_mut(index)?;
    piece.body = whole;
    piece.ended = ended;
    Some((MendKind::Split, length + 1))
}

/// Finds the one byte of a line that was altered.
fn byte(pieces: &mut [Piece], index: usize, head: &Hash) -> Option<(MendKind, usize)> {
    let body = &mut pieces.get_mut(index)?.body;
    let (digits, rest) = body.split_at_checked(DIGITS)?;
    let digits = digits.to_vec();
    let ron = rest.get(1..)?;
    if rest.first() != Some(&b' ') {
        // The blank between hash and record.
        let right = [&digits[..], b" ", ron].concat();
        if !follows(head, &right) {
            return None;
        }
        *body = right;
        return Some((MendKind::Byte, DIGITS + 1));
    }
    if ron.len() > TRIED_MAX {
        return None;
    }
    let found = (0..ron.len())
        .find_map(|at| right_byte(head, &digits, ron, at).map(|byte| (at + DIGITS + 1, byte)));
    let (at, byte) = found?;
    *body.get_mut(at)? = byte;
    Some((MendKind::Byte, at + 1))
}

/// Returns the byte that must stand at a place of a record for its hash to fit.
fn right_byte(head: &Hash, digits: &[u8], ron: &[u8], at: usize) -> Option<u8> {
    let wanted = super::super::digest::unhex(digits)?;
    let mut before = Sha256::new();
    before.update(head);
    before.update(ron.get(..at)?);
    let after = ron.get(at + 1..)?;
    (0..=u8::MAX).find(|byte| {
        let mut hasher = before.clone();
        hasher.update([*byte]);
        hasher.update(after);
        <[u8; 32]>::from(hasher.finalize()) == wanted
    })
}
