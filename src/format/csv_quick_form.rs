//! What the files of one checklist have in common, learnt from a pair that the full reader checked:
//! the bytes of every question, and what they add to a digest.

use std::sync::Arc;

use super::csv_canonical::{self, SheetKind};
use super::csv_quick_rows::{IDENTITY, next, skip, skip_to_end, text};
use super::digest;
use crate::domain::submission::{Asked, Submission};
use crate::text::columns::{Content, Header};

/// The columns of an item, after those of the identity.
const ITEM: usize = 10;
/// The columns of a scope, after those of the identity.
const SCOPE: usize = 3;

/// The columns that are the same for all departments.
pub(super) const fn fixed(kind: SheetKind) -> usize {
    match kind {
        SheetKind::Answers => ITEM,
        SheetKind::Summary => SCOPE,
    }
}

/// The part of a row that is the same for all departments.
#[derive(Clone, Debug)]
pub(super) struct FixedRow {
    /// Its bytes, the last separator included.
    pub(super) raw: Vec<u8>,
    /// What it adds to a digest.
    pub(super) canonical: Vec<u8>,
    /// How many of its cells are not empty.
    pub(super) filled: usize,
    /// The position in [`Asked::items`] or [`Asked::scopes`].
    pub(super) position: usize,
}

/// The rows of a file, as far as they are the same for all departments.
#[derive(Clone, Debug)]
pub(super) struct FixedRows {
    /// In the order of the file.
    pub(super) rows: Vec<FixedRow>,
    /// Their order in a digest.
    pub(super) order: Vec<usize>,
}

/// What the files of one checklist have in common.
#[derive(Clone, Debug)]
pub struct Form {
    /// The language of headings and words.
    pub header: Header,
    /// The digest of the checklist, as it stands in the files.
    pub checklist_digest: String,
    /// What is asked.
    pub asked: Arc<Asked>,
    /// How many rows below the first each item stands.
    pub rows: Arc<[usize]>,
    pub(super) summary: FixedRows,
    pub(super) answers: FixedRows,
    /// The words of the marks, in their order.
    pub(super) marks: Vec<String>,
}

impl Form {
    /// Returns whether some rows of answers may be of this form: their first row asks the same.
    #[must_use]
    pub fn begins(&self, answers: &[u8]) -> bool {
        let own = skip(answers, IDENTITY).and_then(|identity| answers.get(identity..));
        let first = self.answers.rows.first();
        own.zip(first)
            .is_some_and(|(own, first)| own.starts_with(&first.raw))
    }

    /// Learns from the rows of a pair, headings left out, that the full reader read as this
    /// submission; none when the files are not as they would be written.
    #[must_use]
    pub fn learn(
        header: Header,
        summary: &[u8],
        answers: &[u8],
        submission: &Submission,
    ) -> Option<Self> {
        let asked = &submission.asked;
        let scope = |id: &str| asked.scopes.iter().position(|scope| scope.id == id);
        let marks = crate::domain::mark::Mark::ALL
            .into_iter()
            .map(|mark| match header {
                Header::Ja => asked.scale.entry(mark).word.clone(),
                Header::En => mark.code().to_owned(),
            })
            .collect();
        Some(Self {
            header,
            checklist_digest: submission.checklist_digest.clone(),
            asked: Arc::clone(asked),
            rows: Arc::clone(&submission.origin.rows),
            summary: fixed_rows(SheetKind::Summary, summary, 1, scope)?,
            answers: fixed_rows(SheetKind::Answers, answers, 0, |id| asked.position(id))?,
            marks,
        })
    }
}

/// Takes the rows of a file; `id` is the place of the id among the fixed columns.
fn fixed_rows(
    kind: SheetKind,
    bytes: &[u8],
    id: usize,
    find: impl Fn(&str) -> Option<usize>,
) -> Option<FixedRows> {
    let count = kind.columns().len();
    let mut rows: Vec<FixedRow> = Vec::new();
    let mut keys: Vec<Vec<String>> = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let identity = skip(rest, IDENTITY)?;
        let own = rest.get(identity..)?;
        let length = skip(own, fixed(kind))?;
        let raw = own.get(..length)?;
        let (row, key) = fixed_row(kind, raw, id, &find)?;
        rows.push(row);
        keys.push(key);
        let others = count.checked_sub(IDENTITY + fixed(kind))?;
        let end = skip_to_end(own.get(length..)?, others)?;
        rest = own.get(length + end..)?;
    }
    // The identity is the same in all rows, so rows are ordered by what follows.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&one, &other| keys[one].cmp(&keys[other]));
    Some(FixedRows { rows, order })
}

fn fixed_row(
    kind: SheetKind,
    raw: &[u8],
    id: usize,
    find: &impl Fn(&str) -> Option<usize>,
) -> Option<(FixedRow, Vec<String>)> {
    let columns = kind.columns().get(IDENTITY..IDENTITY + fixed(kind))?;
    let mut row = FixedRow {
        raw: raw.to_vec(),
        canonical: Vec::new(),
        filled: 0,
        position: 0,
    };
    let mut key = Vec::new();
    let mut at = 0;
    for (index, column) in columns.iter().enumerate() {
        let cell = next(raw.get(at..)?)?;
        at += cell.length;
        let text = text(cell.bytes)?;
        if index == id {
            row.position = find(text.trim())?;
        }
        let canonical = csv_canonical::cell(column.content, &text);
        // Rows are told apart by their id; what follows it decides nothing.
        if index <= id {
            if canonical.is_empty() {
                return None;
            }
            key.push(canonical.clone());
        }
        if column.content != Content::Seal && !canonical.is_empty() {
            digest::put(&mut row.canonical, column.id.as_bytes());
            digest::put(&mut row.canonical, canonical.as_bytes());
            row.filled += 1;
        }
    }
    Some((row, key))
}
