//! Large files that hold the exports of many departments, one after another, divided without
//! holding them.

use std::ops::Range;
use std::path::Path;

use crate::error::Result;
use crate::format::csv_canonical::{self, SheetKind};
use crate::format::csv_quick_rows::{body, first_cells, heading, row_end};
use crate::store::disk::Disk;
use crate::text::columns::Header;

/// How much is read at once, in bytes.
const READ: usize = 1024 * 1024;
/// The largest part of one department, in bytes; a longer one is no export.
const SECTION_MAX: usize = 32 * 1024 * 1024;

/// Where one department's part of a large file lies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Section {
    /// Its bytes in the file.
    pub(super) bytes: Range<u64>,
    /// Its first row, as a spreadsheet shows it.
    pub(super) first: usize,
    /// Whose it is: municipality, department and year, however they are spelt.
    pub(super) whose: [String; 3],
    /// The receipt and the digest of its first row.
    pub(super) seals: [String; 2],
}

/// A large file, divided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Divided {
    /// Which of the two it is.
    pub(super) kind: SheetKind,
    /// The language of its headings and words.
    pub(super) header: Header,
    /// Its parts.
    pub(super) sections: Vec<Section>,
    /// The row from which on it could not be divided.
    pub(super) broken: Option<usize>,
}

/// Divides a file; none when its heading row is not as it is written.
///
/// # Errors
///
/// [`crate::error::Error::Io`].
pub(super) fn divide(disk: &Disk, path: &Path) -> Result<Option<Divided>> {
    let mut file = disk.open_to_read(path)?;
    let mut buffer = Vec::with_capacity(2 * READ);
    let mut ended = disk.read_on(&mut file, path, &mut buffer, READ)? == 0;
    let kinds = [SheetKind::Answers, SheetKind::Summary];
    let known = kinds
        .into_iter()
        .find_map(|kind| body(kind, &buffer).map(|(header, _)| (kind, header)));
    let Some((kind, header)) = known else {
        return Ok(None);
    };
    let mut at = heading(kind, header).len();
    let mut walk = Walk {
        kind,
        sections: Vec::new(),
        current: Vec::new(),
        identity: 0,
        offset: at as u64,
        row: 2,
    };
    let broken = loop {
        // Whole rows of what was read.
        let fits = loop {
            let Some(end) = buffer.get(at..).and_then(row_end) else {
                break true;
            };
            let row = buffer.get(at..at + end).unwrap_or_default();
            if walk.take(row).is_none() {
                break false;
            }
            at += end;
        };
        let left = buffer.len() - at;
        if !fits || left > SECTION_MAX || (ended && left > 0) {
            break Some(walk.row);
        }
        if ended {
            break None;
        }
        buffer.drain(..at);
        at = 0;
        ended = disk.read_on(&mut file, path, &mut buffer, READ)? == 0;
    };
    Ok(Some(Divided {
        kind,
        header,
        sections: walk.sections,
        broken,
    }))
}

struct Walk {
    kind: SheetKind,
    sections: Vec<Section>,
    /// The current part's first row up to its id.
    current: Vec<u8>,
    /// How much of that is the identity.
    identity: usize,
    offset: u64,
    row: usize,
}

impl Walk {
    /// Takes a row; none when it is not as it would be written.
    fn take(&mut self, row: &[u8]) -> Option<()> {
        let same = self.current.get(..self.identity);
        let same = same.is_some_and(|identity| !identity.is_empty() && row.starts_with(identity));
        // A part ends where another department begins, and where its own first row comes again.
        if !same || row.starts_with(&self.current) {
            let first = first_cells(self.kind, row)?;
            self.current.clear();
            self.current.extend_from_slice(row.get(..first.id)?);
            self.identity = first.identity;
            self.sections.push(Section {
                bytes: self.offset..self.offset,
                first: self.row,
                whose: first.whose.map(|cell| csv_canonical::text(cell.trim())),
                seals: first.seals.map(|cell| csv_canonical::text(cell.trim())),
            });
        }
        self.offset += row.len() as u64;
        self.row += 1;
        let section = self.sections.last_mut()?;
        section.bytes.end = self.offset;
        let size = section.bytes.end - section.bytes.start;
        (size <= SECTION_MAX as u64).then_some(())
    }
}
