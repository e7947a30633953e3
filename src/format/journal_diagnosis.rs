//! What happened to a journal that cannot be read to its end, as far as the file itself tells.

use super::journal::{Damage, DamageKind, Hash};
use super::journal_chain::{Line, follows, lines, parts, record_number};
use super::journal_forms::Form;

/// What happened to a journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The file holds nothing.
    Empty,
    /// There is a folder where the file should be.
    Folder,
    /// Nothing in the file looks like a journal.
    NotAJournal,
    /// The file ends within its first record.
    CutInFirst,
    /// The beginning is gone; the first line there bears this number.
    BeginningMissing(u64),
    /// Something saved it again in another form.
    SavedAgain(Form),
    /// Zeros stand where a record should be.
    Zeros,
    /// The line stands twice, first in this line.
    Duplicate(usize),
    /// The line and those up to this one stand in the wrong order.
    Swapped(usize),
    /// The line does not belong here; the next one follows without it.
    Extra,
    /// The records of these numbers are gone.
    Missing {
        /// The first.
        from: u64,
        /// The last.
        to: u64,
    },
    /// Bytes of the line were altered.
    Altered,
    /// The line is as it was written, but this program cannot make anything of it.
    NotUnderstood,
    /// A newer version of the program made the journal.
    Newer(u32),
}

impl Cause {
    /// Returns whether a new journal can be made from what is good.
    #[must_use]
    pub const fn can_be_repaired(&self) -> bool {
        !matches!(
            self,
            Self::Empty
                | Self::Folder
                | Self::NotAJournal
                | Self::CutInFirst
                | Self::BeginningMissing(_)
                | Self::Newer(_)
        )
    }
}

/// Returns what happened, for a journal whose records up to `head` are good.
#[must_use]
pub(super) fn cause(bytes: &[u8], damage: &Damage, head: &Hash, next: u64) -> Cause {
    match damage.kind {
        DamageKind::Empty => return Cause::Empty,
        DamageKind::Folder => return Cause::Folder,
        DamageKind::Newer(format) => return Cause::Newer(format),
        DamageKind::Record(_) | DamageKind::Apply(_) => return Cause::NotUnderstood,
        DamageKind::Shape | DamageKind::Hash => {}
    }
    let Some(line) = lines(bytes).nth(damage.line.saturating_sub(1)) else {
        return Cause::Altered;
    };
    if damage.line == 1 {
        return first(bytes, &line);
    }
    if let Some(same) = lines(bytes)
        .take(damage.line - 1)
        .find(|earlier| earlier.body == line.body)
    {
        return Cause::Duplicate(same.number);
    }
    let later = || lines(bytes).skip(damage.line);
    if let Some(heir) = later().find(|later| follows(head, later.body)) {
        return if belongs_after(bytes, &heir, &line) {
            Cause::Swapped(heir.number)
        } else {
            Cause::Extra
        };
    }
    match record_number(line.body) {
        _ if line.body.contains(&0) => Cause::Zeros,
        Some(found) if found > next && parts(line.body).is_some() => Cause::Missing {
            from: next,
            to: found - 1,
        },
        _ => Cause::Altered,
    }
}

/// Returns whether `line` follows `heir`, directly or through the lines after it.
fn belongs_after(bytes: &[u8], heir: &Line<'_>, line: &Line<'_>) -> bool {
    let Some((mut head, _)) = parts(heir.body) else {
        return false;
    };
    if follows(&head, line.body) {
        return true;
    }
    for next in lines(bytes).skip(heir.number) {
        if !follows(&head, next.body) {
            break;
        }
        if let Some((hash, _)) = parts(next.body) {
            head = hash;
        }
        if follows(&head, line.body) {
            return true;
        }
    }
    // The lines between may be those that stand before it.
    lines(bytes)
        .take(heir.number)
        .skip(line.number)
        .any(|between| follows(&head, between.body))
}

fn first(bytes: &[u8], line: &Line<'_>) -> Cause {
    let number = record_number(line.body);
    if !line.body.is_empty() && bytes.iter().all(|byte| *byte == 0) {
        return Cause::Zeros;
    }
    match number {
        Some(number) if number > 1 && parts(line.body).is_some() => Cause::BeginningMissing(number),
        Some(_) if !line.ended => Cause::CutInFirst,
        Some(_) => Cause::Altered,
        // One byte may be wrong anywhere, also in the sign the number is known by.
        None if lines(bytes).skip(1).any(|line| parts(line.body).is_some()) => Cause::Altered,
        None if looks_begun(line) => Cause::CutInFirst,
        None if line.body.windows(CREATED.len()).any(|part| part == CREATED) => Cause::Altered,
        None => Cause::NotAJournal,
    }
}

/// What the first record of every journal does.
const CREATED: &[u8] = b"changes:[Created(format:";

fn looks_begun(line: &Line<'_>) -> bool {
    let digits = line.body.len().min(64);
    !line.ended
        && digits > 0
        && line
            .body
            .iter()
            .take(digits)
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
#[path = "journal_diagnosis_tests.rs"]
pub(super) mod tests;
