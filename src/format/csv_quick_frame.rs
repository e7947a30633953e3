//! What all rows of one department's part share: who handed in, and the seals at the end.

use chrono::NaiveDateTime;

use super::csv_canonical::{self, SheetKind};
use super::csv_quick_rows::{IDENTITY, TAIL, next, skip, skip_to_end, text};
use super::csv_submission::{agreed_day, agreed_municipality, moment, year};
use super::digest;
use crate::domain::fiscal_year::FiscalYear;
use crate::text::columns::{Content, STATUS};

/// The identity and the end of every row of one part.
pub(super) struct Frame<'a> {
    pub(super) identity: &'a [u8],
    pub(super) tail: &'a [u8],
    /// What both add to a digest, and how many cells of each are not empty.
    pub(super) identity_canonical: Vec<u8>,
    pub(super) identity_filled: usize,
    pub(super) head_canonical: Vec<u8>,
    pub(super) head_filled: usize,
    pub(super) receipt: String,
}

/// Who handed in, as the identity says.
pub(super) struct Who {
    pub(super) municipality_code: String,
    pub(super) municipality: String,
    pub(super) year: Option<FiscalYear>,
    pub(super) department_code: String,
    pub(super) department: String,
    pub(super) agency: String,
    pub(super) edition: String,
    pub(super) checklist_digest: String,
    pub(super) confirmed_at: Option<NaiveDateTime>,
    pub(super) confirmed_by: String,
    pub(super) journal_head: String,
}

/// Finds what the rows share in the first of them.
pub(super) fn frame(kind: SheetKind, bytes: &[u8]) -> Option<Frame<'_>> {
    let columns = kind.columns();
    let end = skip(bytes, IDENTITY)?;
    let identity = bytes.get(..end)?;
    let own = columns.len() - IDENTITY - TAIL;
    let rest = bytes.get(end..)?;
    let own = skip(rest, own)?;
    let rest = rest.get(own..)?;
    let tail = rest.get(..skip_to_end(rest, TAIL)?)?;
    let mut frame = Frame {
        identity,
        tail,
        identity_canonical: Vec::new(),
        identity_filled: 0,
        head_canonical: Vec::new(),
        head_filled: 0,
        receipt: String::new(),
    };
    let mut at = 0;
    for column in columns.get(..IDENTITY)? {
        let cell = next(identity.get(at..)?)?;
        at += cell.length;
        let filled = put(
            column.id,
            column.content,
            cell.bytes,
            &mut frame.identity_canonical,
        )?;
        frame.identity_filled += usize::from(filled);
    }
    let head = columns.get(columns.len() - TAIL)?;
    let cell = next(tail)?;
    let filled = put(head.id, head.content, cell.bytes, &mut frame.head_canonical)?;
    frame.head_filled = usize::from(filled);
    let before = cell.length;
    let cell = next(tail.get(before..)?)?;
    frame.receipt = text(cell.bytes)?.into_owned();
    let digest = tail.get(before + cell.length..).and_then(next)?;
    (!digest.bytes.is_empty()).then_some(frame)
}

/// Reads who handed in.
pub(super) fn identity(frame: &Frame<'_>) -> Option<Who> {
    let mut cells: Vec<String> = Vec::with_capacity(IDENTITY);
    let mut at = 0;
    for _ in 0..IDENTITY {
        let cell = next(frame.identity.get(at..)?)?;
        at += cell.length;
        cells.push(text(cell.bytes)?.trim().to_owned());
    }
    let journal_head = text(next(frame.tail)?.bytes)?.trim().to_owned();
    let cells: [String; IDENTITY] = cells.try_into().ok()?;
    let [
        municipality_code,
        municipality,
        fiscal_year,
        department_code,
        department,
        agency,
        edition,
        checklist_digest,
        status,
        confirmed_at,
        confirmed_by,
    ] = cells;
    let confirmed = csv_canonical::code(STATUS, &status) == Some("confirmed");
    Some(Who {
        municipality_code: agreed_municipality(&municipality_code),
        municipality,
        year: year(&fiscal_year),
        department_code,
        department,
        agency,
        edition: agreed_day(&edition),
        checklist_digest,
        confirmed_at: moment(&confirmed_at).filter(|_| confirmed),
        confirmed_by,
        journal_head,
    })
}

/// Adds a cell to what is digested; tells whether it is not empty.
pub(super) fn put(id: &str, content: Content, raw: &[u8], to: &mut Vec<u8>) -> Option<bool> {
    if raw.is_empty() {
        return Some(false);
    }
    let canonical = csv_canonical::cell(content, &text(raw)?);
    if canonical.is_empty() {
        return Some(false);
    }
    digest::put(to, id.as_bytes());
    digest::put(to, canonical.as_bytes());
    Some(true)
}
