//! Lays exported files beside the journal they were written from: the hash they name must be one
//! of its records'.

use super::csv_canonical;
use super::csv_finding::Verdict;
use super::digest::lettered;
use super::journal::Hash;
use crate::domain::record::Change;
use crate::domain::workbook::Workbook;

/// How files and a journal belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeadCheck {
    /// The files hold what the records up to this number gave; so many follow.
    UpTo {
        /// The record.
        number: u64,
        /// How many records there are after it.
        later: u64,
    },
    /// It is the hash of the last record of a copy, which the record of this number merged.
    Copy(u64),
    /// No record has that hash, and none can: the journal was made anew since by a redaction or a
    /// repair.
    MadeAnew,
    /// No record has that hash: the journal lacks records, was altered, or is another one.
    Absent,
    /// The files name no hash.
    Unnamed,
}

impl HeadCheck {
    /// Returns whether the journal bears the files out.
    #[must_use]
    pub const fn is_good(self) -> bool {
        matches!(self, Self::UpTo { .. } | Self::Copy(_))
    }
}

/// Returns whether files and a journal are about the same department and year.
#[must_use]
pub fn is_about(verdict: &Verdict, workbook: &Workbook) -> bool {
    let created = workbook.created();
    let same = |one: &str, other: &str| {
        csv_canonical::text(one.trim()) == csv_canonical::text(other.trim())
    };
    same(&verdict.municipality_code, &created.municipality_code)
        && same(&verdict.department_code, &created.department_code)
        && same(&verdict.fiscal_year, &created.fiscal_year.to_string())
}

/// Looks for the record whose hash the files name.
#[must_use]
pub fn head_check(verdict: &Verdict, workbook: &Workbook, hashes: &[Hash]) -> HeadCheck {
    find_head(&verdict.journal_head, workbook, hashes)
}

/// Looks for the record that bears a hash.
#[must_use]
pub fn find_head(named: &str, workbook: &Workbook, hashes: &[Hash]) -> HeadCheck {
    let named = named.trim();
    if named.is_empty() {
        return HeadCheck::Unnamed;
    }
    let place = hashes
        .iter()
        .position(|hash| lettered(hash).eq_ignore_ascii_case(named));
    if let Some(place) = place {
        let (place, count) = (place as u64, hashes.len() as u64);
        return HeadCheck::UpTo {
            number: place + 1,
            later: count - place - 1,
        };
    }
    let merged = workbook.records().iter().find(|record| {
        record.changes.iter().any(|change| {
            matches!(change, Change::Merged { parents, .. }
                if parents.iter().any(|parent| parent.eq_ignore_ascii_case(named)))
        })
    });
    if let Some(record) = merged {
        return HeadCheck::Copy(record.number);
    }
    let made_anew = workbook
        .records()
        .iter()
        .flat_map(|record| &record.changes)
        .any(|change| matches!(change, Change::Redacted { .. } | Change::Repaired { .. }));
    if made_anew {
        HeadCheck::MadeAnew
    } else {
        HeadCheck::Absent
    }
}
