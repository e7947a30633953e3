//! What the files of one checklist have in common, learnt from a pair that the full reader checked:
//! the bytes of every question, and what they add to a digest.

use std::sync::Arc;

use arcstr::ArcStr;

use super::csv_blocks::{ANSWERS_OWN, Blocks, IDENTITY, ITEM, SCOPE, line};
use super::csv_canonical::{self, SheetKind};
use super::csv_quick_answers::KnownMark;
use super::csv_quick_frame::checklist_digest;
use super::csv_quick_rows::{next, skip, skip_to_end, text};
use crate::domain::submission::{Asked, Submission};
use crate::text::columns::{Column, Header, MARK_SOURCE};

/// The columns that are the same for all departments.
const fn fixed(kind: SheetKind) -> usize {
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
    /// The digest of their canonical lines.
    pub(super) asked: [u8; 32],
}

/// What the files of one checklist have in common.
#[derive(Clone, Debug)]
pub struct Form {
    /// The language of headings and words.
    pub header: Header,
    /// The digest of the checklist, as it stands in the files.
    pub checklist_digest: ArcStr,
    /// What is asked.
    pub asked: Arc<Asked>,
    /// How many rows below the first each item stands.
    pub rows: Arc<[usize]>,
    pub(super) summary: FixedRows,
    pub(super) answers: FixedRows,
    /// The marks as they are written.
    pub(super) marks: Vec<KnownMark>,
}

impl Form {
    /// Returns whether some rows may be of this form: they name the same checklist.
    #[must_use]
    pub fn may_fit(&self, header: Header, rows: &[u8]) -> bool {
        self.header == header && checklist_digest(rows) == Some(self.checklist_digest.as_bytes())
    }

    /// Returns the columns of answers that are a department's own.
    pub(super) fn own_columns() -> &'static [Column] {
        let columns = SheetKind::Answers.columns();
        columns
            .get(IDENTITY + ITEM..IDENTITY + ITEM + ANSWERS_OWN)
            .unwrap_or_default()
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
        let marks = crate::domain::mark::Mark::ALL;
        let words = marks.map(|mark| match header {
            Header::Ja => asked.scale.entry(mark).word.clone(),
            Header::En => mark.code().to_owned(),
        });
        let worths = marks.map(|mark| asked.scale.value(mark));
        let sources: Vec<String> = MARK_SOURCE
            .iter()
            .map(|word| word.under(header).to_owned())
            .collect();
        Some(Self {
            header,
            checklist_digest: submission.cover.checklist_digest.clone(),
            asked: Arc::clone(asked),
            rows: Arc::clone(&submission.origin.rows),
            summary: fixed_rows(SheetKind::Summary, summary, 1, scope)?,
            answers: fixed_rows(SheetKind::Answers, answers, 0, |id| asked.position(id))?,
            marks: KnownMark::all(&words, &worths, &sources),
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
    let mut lines: Vec<String> = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let identity = skip(rest, IDENTITY)?;
        let own = rest.get(identity..)?;
        let length = skip(own, fixed(kind))?;
        let raw = own.get(..length)?;
        let (row, line) = fixed_row(kind, raw, id, &find)?;
        rows.push(row);
        lines.push(line);
        let others = count.checked_sub(IDENTITY + fixed(kind))?;
        let end = skip_to_end(own.get(length..)?, others)?;
        rest = own.get(length + end..)?;
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&one, &other| lines[one].cmp(&lines[other]));
    // What is asked twice has no order of its own.
    if order
        .windows(2)
        .any(|pair| lines[pair[0]] == lines[pair[1]])
    {
        return None;
    }
    let mut blocks = Blocks::default();
    for &at in &order {
        blocks.asked(lines[at].as_bytes());
    }
    Some(FixedRows {
        rows,
        order,
        asked: blocks.finish().asked,
    })
}

fn fixed_row(
    kind: SheetKind,
    raw: &[u8],
    id: usize,
    find: &impl Fn(&str) -> Option<usize>,
) -> Option<(FixedRow, String)> {
    let columns = kind.columns().get(IDENTITY..IDENTITY + fixed(kind))?;
    let mut position = None;
    let mut cells = Vec::with_capacity(columns.len());
    let mut at = 0;
    for (index, column) in columns.iter().enumerate() {
        let cell = next(raw.get(at..)?)?;
        at += cell.length;
        let text = text(cell.bytes)?;
        if index == id {
            position = find(text.trim());
        }
        cells.push(csv_canonical::cell(column.content, &text));
    }
    let row = FixedRow {
        raw: raw.to_vec(),
        position: position?,
    };
    Some((row, line(cells.iter().map(String::as_str))))
}
