//! What all rows of one department's part share: who handed in, and the seals at the end.

use std::collections::HashSet;

use arcstr::ArcStr;

use super::csv_blocks::{Blocks, IDENTITY, TAIL};
use super::csv_canonical::{self, SheetKind};
use super::csv_cover::{agreed_day, agreed_municipality, journal_head, moment, year};
use super::csv_quick_line::{Known, put_line_by};
use super::csv_quick_rows::{next, skip, skip_to_end, text};
use crate::domain::cover::Cover;
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

/// How many different names are looked for among; more are held each on its own.
const KNOWN_MAX: usize = 1 << 14;

/// Names that stand in many files, each held once.
#[derive(Clone, Default, Debug)]
pub(super) struct Names {
    last: [(Vec<u8>, ArcStr); 5],
    known: HashSet<ArcStr>,
}

impl Names {
    /// Returns the name in a cell, as one with others if it was the last in its place.
    fn last(
        &mut self,
        place: usize,
        raw: &[u8],
        read: impl FnOnce(&str) -> String,
    ) -> Option<ArcStr> {
        let (known, name) = self.last.get_mut(place)?;
        if known != raw {
            *name = read(text(raw)?.trim()).into();
            known.clear();
            known.extend_from_slice(raw);
        }
        Some(name.clone())
    }

    /// Returns the name in a cell, as one with the same name before it.
    fn known(&mut self, raw: &[u8]) -> Option<ArcStr> {
        let text = text(raw)?;
        let name = text.trim();
        if let Some(known) = self.known.get(name) {
            return Some(known.clone());
        }
        if self.known.len() >= KNOWN_MAX {
            self.known.clear();
        }
        let name: ArcStr = name.into();
        self.known.insert(name.clone());
        Some(name)
    }
}

/// What the shared cells of the part looked at last came to.
#[derive(Clone, Default, Debug)]
pub(super) struct Shared {
    key: Vec<u8>,
    line: Vec<u8>,
    digest: [u8; 32],
    /// Cells that stand in their line as in the file.
    known: [Known; IDENTITY + 1],
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
            let known = &mut self.known;
            put_line_by(shared, &cells, &mut self.line, |at, content, raw| {
                let known = known.get_mut(at);
                known.is_some_and(|known| known.is_canonical(content, raw))
            })?;
            self.digest = Blocks::shared_by_all(&self.line);
            self.key.clear();
            self.key.extend_from_slice(frame.identity);
            self.key.extend_from_slice(frame.head);
        }
        Some(self.digest)
    }
}

/// Reads what the rows say of the export.
pub(super) fn cover(frame: &Frame<'_>, names: &mut Names) -> Option<Cover> {
    let mut at = 0;
    let mut raw = || {
        let found = next(frame.identity.get(at..)?)?;
        at += found.length;
        Some(found.bytes)
    };
    let municipality_code = names.last(0, raw()?, agreed_municipality)?;
    let municipality = names.last(1, raw()?, str::to_owned)?;
    let year = year(text(raw()?)?.trim());
    let department_code = names.known(raw()?)?;
    let department = names.known(raw()?)?;
    let agency = names.last(2, raw()?, str::to_owned)?;
    let edition = names.last(3, raw()?, agreed_day)?;
    let checklist_digest = names.last(4, raw()?, str::to_owned)?;
    let confirmed = csv_canonical::code(STATUS, &text(raw()?)?) == Some("confirmed");
    let confirmed_at = moment(text(raw()?)?.trim()).filter(|_| confirmed);
    Some(Cover {
        municipality_code,
        municipality,
        year,
        department_code,
        department,
        agency,
        edition,
        checklist_digest,
        confirmed_at,
        confirmed_by: names.known(raw()?)?,
        journal_head: journal_head(text(frame.head)?.trim()),
        receipt: text(frame.receipt)?.trim().into(),
    })
}
