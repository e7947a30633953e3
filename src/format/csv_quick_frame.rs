//! What all rows of one department's part share: who handed in, and the seals at the end.

use std::sync::Arc;

use chrono::NaiveDateTime;

use super::csv_blocks::{Blocks, IDENTITY, TAIL};
use super::csv_canonical::{self, SheetKind};
use super::csv_quick_line::put_line;
use super::csv_quick_rows::{next, skip, skip_to_end, text};
use super::csv_submission::{agreed_day, agreed_municipality, moment, year};
use crate::domain::fiscal_year::FiscalYear;
use crate::text::columns::STATUS;

/// The identity and the end of every row of one part.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) identity: &'a [u8],
    pub(super) tail: &'a [u8],
    /// The journal's head.
    head: &'a [u8],
    /// The receipt, as it stands in the file.
    pub(super) receipt: &'a [u8],
}

/// Finds what the rows share in the first of them.
pub(super) fn frame(kind: SheetKind, bytes: &[u8]) -> Option<Frame<'_>> {
    let end = skip(bytes, IDENTITY)?;
    let (identity, rest) = bytes.split_at_checked(end)?;
    let own = skip(rest, kind.columns().len() - IDENTITY - TAIL)?;
    let rest = rest.get(own..)?;
    let tail = rest.get(..skip_to_end(rest, TAIL)?)?;
    let head = next(tail)?;
    let receipt = tail.get(head.length..).and_then(next)?;
    let digest = tail.get(head.length + receipt.length..).and_then(next)?;
    (!digest.bytes.is_empty()).then_some(Frame {
        identity,
        tail,
        head: head.bytes,
        receipt: receipt.bytes,
    })
}

/// Returns the digest of the checklist a part names, as it stands in the file.
pub(super) fn checklist_digest(rows: &[u8]) -> Option<&[u8]> {
    const PLACE: usize = 7;
    let at = skip(rows, PLACE)?;
    Some(next(rows.get(at..)?)?.bytes)
}

/// Names that stand in many files, each held once.
#[derive(Clone, Default, Debug)]
pub(super) struct Names([Option<Arc<str>>; 8]);

impl Names {
    /// Returns a name, as one with others if it was the last in its place.
    pub(super) fn one(&mut self, place: usize, name: &str) -> Arc<str> {
        let Some(known) = self.0.get_mut(place) else {
            return name.into();
        };
        match known {
            Some(known) if **known == *name => Arc::clone(known),
            _ => Arc::clone(known.insert(name.into())),
        }
    }
}

/// What the shared cells of the part looked at last came to.
#[derive(Clone, Default, Debug)]
pub(super) struct Shared {
    key: Vec<u8>,
    line: Vec<u8>,
    digest: [u8; 32],
}

impl Shared {
    /// Returns the digest of what the rows share.
    pub(super) fn of(&mut self, kind: SheetKind, frame: &Frame<'_>) -> Option<[u8; 32]> {
        let known = self.key.strip_prefix(frame.identity) == Some(frame.head);
        if !known {
            let mut cells: [&[u8]; IDENTITY + 1] = [&[]; IDENTITY + 1];
            let mut at = 0;
            for cell in cells.iter_mut().take(IDENTITY) {
                let found = next(frame.identity.get(at..)?)?;
                at += found.length;
                *cell = found.bytes;
            }
            cells[IDENTITY] = frame.head;
            let columns = kind.columns();
            let head = columns.get(columns.len() - TAIL)?;
            self.line.clear();
            let shared = columns.iter().take(IDENTITY).chain([head]);
            put_line(shared, &cells, &mut self.line)?;
            self.digest = Blocks::shared_by_all(&self.line);
            self.key.clear();
            self.key.extend_from_slice(frame.identity);
            self.key.extend_from_slice(frame.head);
        }
        Some(self.digest)
    }
}

/// Who handed in, as the identity says.
#[derive(Clone, Debug)]
pub(super) struct Who {
    pub(super) municipality_code: Arc<str>,
    pub(super) municipality: Arc<str>,
    pub(super) year: Option<FiscalYear>,
    pub(super) department_code: Arc<str>,
    pub(super) department: Arc<str>,
    pub(super) agency: Arc<str>,
    pub(super) edition: Arc<str>,
    pub(super) checklist_digest: Arc<str>,
    pub(super) confirmed_at: Option<NaiveDateTime>,
    pub(super) confirmed_by: Arc<str>,
    pub(super) journal_head: Arc<str>,
}

/// Reads who handed in.
pub(super) fn identity(frame: &Frame<'_>, names: &mut Names) -> Option<Who> {
    let mut at = 0;
    let mut cell = || {
        let found = next(frame.identity.get(at..)?)?;
        at += found.length;
        text(found.bytes)
    };
    let municipality_code = agreed_municipality(cell()?.trim());
    let municipality = names.one(1, cell()?.trim());
    let year = year(cell()?.trim());
    let department_code = cell()?.trim().into();
    let department = cell()?.trim().into();
    let agency = names.one(2, cell()?.trim());
    let edition = names.one(3, &agreed_day(cell()?.trim()));
    let checklist_digest = names.one(4, cell()?.trim());
    let confirmed = csv_canonical::code(STATUS, &cell()?) == Some("confirmed");
    let confirmed_at = moment(cell()?.trim()).filter(|_| confirmed);
    Some(Who {
        municipality_code: names.one(0, &municipality_code),
        municipality,
        year,
        department_code,
        department,
        agency,
        edition,
        checklist_digest,
        confirmed_at,
        confirmed_by: names.one(5, cell()?.trim()),
        journal_head: text(frame.head)?.trim().into(),
    })
}
