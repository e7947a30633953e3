//! Large files that hold the exports of many departments, one after another, divided without
//! holding them.

use std::ops::Range;

use arcstr::ArcStr;

use super::pairing::{Bytes, Found, Place};
use crate::error::Result;
use crate::format::cells::{BYTE_ORDER_MARK, END_OF_FILE};
use crate::format::csv_canonical::{self, SheetKind};
use crate::format::csv_quick::Taken;
use crate::format::csv_quick_rows::{FirstCells, body, first_cells, heading, row_end};
use crate::store::reading_at::Reading;
use crate::text::columns::Header;

/// How much is read at once, in bytes: what the caches near a core hold.
const READ: usize = 256 * 1024;
/// How much of a file lies in memory at the most when a part of it is read at a glance; longer
/// parts, of several hundred items, are looked at.
const AHEAD: usize = 256 * 1024;
/// How much lies there before it is known how long parts are.
const AHEAD_FIRST: usize = 32 * 1024;
/// How much of it must lie behind the part, so that the part is seen to end.
const BEHIND: usize = 16 * 1024;
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

impl Section {
    /// Returns it as a part of a file that may have its partner in another one.
    pub(super) fn found(self, kind: SheetKind, (name, file): (&ArcStr, usize)) -> Found {
        let place = Place::Bytes(Bytes::new(&self.bytes, self.first));
        Found::new(kind, self.whose, self.seals, (name, file, place))
    }
}

/// A department's part of a large file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part<T> {
    /// It was read at a glance: what it is, its bytes, and its first row.
    Read(T, Range<u64>, usize),
    /// It has to be looked at.
    Section(Section),
}

/// How a large file was divided.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Divided {
    /// Which of the two it is.
    pub(super) kind: SheetKind,
    /// The language of its headings and words.
    pub(super) header: Header,
    /// The first row that belongs to no part.
    pub(super) broken: Option<usize>,
}

/// Returns which of the two a file is, and the language of its headings; none when its heading row
/// is not as it is written.
///
/// # Errors
///
/// [`crate::error::Error::Io`].
pub(super) fn kind_of(mut file: Reading<'_>) -> Result<Option<(SheetKind, Header)>> {
    let mut start = Vec::new();
    let longest = KINDS.map(|kind| {
        heading(kind, Header::Ja)
            .len()
            .max(heading(kind, Header::En).len())
    });
    file.read_on(&mut start, longest.into_iter().max().unwrap_or(READ))?;
    Ok(known(&start))
}

const KINDS: [SheetKind; 2] = [SheetKind::Answers, SheetKind::Summary];

fn known(start: &[u8]) -> Option<(SheetKind, Header)> {
    KINDS
        .into_iter()
        .find_map(|kind| body(kind, start).map(|(header, _)| (kind, header)))
}

/// Divides a file. `see` gets its language, the bytes from a part's first row on and the number of
/// that row, and may read the part, more than once where its end was not in sight; `keep` gets what
/// was seen of the whole part, and may refuse it; `each` gets every part and says whether to go on.
/// Both work with a `context`. None when the heading row is not as it is written.
///
/// # Errors
///
/// [`crate::error::Error::Io`].
pub(super) fn divide<C, S, T>(
    file: Reading<'_>,
    context: &mut C,
    (see, keep): (
        impl Fn(&mut C, Header, &[u8], usize) -> Option<Taken<S>>,
        impl Fn(&mut C, S) -> Option<T>,
    ),
    mut each: impl FnMut(Part<T>) -> bool,
) -> Result<Option<Divided>> {
    let mut stream = Stream {
        file,
        buffer: Vec::with_capacity(2 * READ),
        at: 0,
        offset: 0,
        ended: false,
        ahead: AHEAD_FIRST,
        row: 2,
    };
    stream.read_on()?;
    let Some((kind, header)) = known(&stream.buffer) else {
        return Ok(None);
    };
    let mut divided = Divided {
        kind,
        header,
        broken: None,
    };
    stream.at = heading(kind, header).len();
    while !stream.is_at_end()? {
        if stream.passes_heading(kind, header) || stream.passes_blank()? {
            continue;
        }
        let seen = stream.see(|bytes, row| see(context, header, bytes, row))?;
        let kept = seen.and_then(|seen| {
            let Taken { value, bytes, rows } = seen;
            let value = keep(context, value)?;
            Some(Taken { value, bytes, rows })
        });
        let row = stream.row;
        let goes_on = match kept.map(|kept| stream.pass(kept)) {
            Some(part) => each(part),
            None => match stream.section(kind, header)? {
                Next::Section(section) => each(Part::Section(section)),
                Next::TooLong => {
                    divided.broken.get_or_insert(row);
                    true
                }
                Next::None => {
                    divided.broken.get_or_insert(row);
                    stream.pass_row()?
                }
            },
        };
        if !goes_on {
            break;
        }
    }
    Ok(Some(divided))
}

/// A file being divided.
struct Stream<'a> {
    file: Reading<'a>,
    buffer: Vec<u8>,
    /// Where the next part begins in the buffer.
    at: usize,
    /// Where the buffer begins in the file.
    offset: u64,
    ended: bool,
    /// How much of the file is to lie in the buffer when a part begins.
    ahead: usize,
    /// The row the next part begins in.
    row: usize,
}

impl Stream<'_> {
    /// Reads more, and lets go of what lies before the next part.
    fn read_on(&mut self) -> Result<()> {
        self.buffer.drain(..self.at);
        self.offset += self.at as u64;
        self.at = 0;
        let read = self.file.read_on(&mut self.buffer, READ)?;
        self.ended = read == 0;
        Ok(())
    }

    fn is_at_end(&mut self) -> Result<bool> {
        while !self.ended && self.buffer.len() - self.at < self.ahead {
            self.read_on()?;
        }
        Ok(self.at >= self.buffer.len())
    }

    fn place(&self, length: usize) -> Range<u64> {
        let start = self.offset + self.at as u64;
        start..start + length as u64
    }

    /// Goes on behind the heading row, if it comes again: several files were joined to one.
    fn passes_heading(&mut self, kind: SheetKind, header: Header) -> bool {
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let length = heading_length(rest, kind, header);
        self.at += length.unwrap_or(0);
        self.row += usize::from(length.is_some());
        length.is_some()
    }

    /// Goes on behind a row that holds nothing.
    fn passes_blank(&mut self) -> Result<bool> {
        let first = self.buffer.get(self.at).copied().unwrap_or_default();
        if !BLANK.contains(&first) {
            return Ok(false);
        }
        let Some(end) = self.row_end(0)? else {
            return Ok(false);
        };
        let passes = is_blank(self.bytes(0..end));
        if passes {
            self.at += end;
            self.row += 1;
        }
        Ok(passes)
    }

    /// Lets the next part be seen, as a whole.
    fn see<T>(
        &mut self,
        mut see: impl FnMut(&[u8], usize) -> Option<Taken<T>>,
    ) -> Result<Option<Taken<T>>> {
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let taken = see(rest, self.row);
            let behind = taken.as_ref().map(|taken| rest.len() - taken.bytes);
            // A part that ends where the buffer does may go on, and one may be longer than the buffer.
            let cut = match behind {
                Some(behind) => behind < BEHIND,
                None => rest.len() < AHEAD,
            };
            if !self.ended && cut {
                self.read_on()?;
                continue;
            }
            if let Some(taken) = &taken {
                let longest = self.ahead.max(taken.bytes + taken.bytes / 4 + BEHIND);
                self.ahead = longest.min(AHEAD);
            }
            return Ok(taken);
        }
    }

    /// Goes on behind a part that was read.
    fn pass<T>(&mut self, taken: Taken<T>) -> Part<T> {
        let part = Part::Read(taken.value, self.place(taken.bytes), self.row);
        self.at += taken.bytes;
        self.row += taken.rows;
        part
    }

    /// Returns where a row ends that begins so far behind the next part; none when there is no whole
    /// row.
    fn row_end(&mut self, from: usize) -> Result<Option<usize>> {
        loop {
            let rest = self.buffer.get(self.at + from..).unwrap_or_default();
            if let Some(end) = row_end(rest) {
                return Ok(Some(from + end));
            }
            // The last row needs no line end.
            if self.ended {
                return Ok((!rest.is_empty()).then_some(from + rest.len()));
            }
            if rest.len() > SECTION_MAX {
                return Ok(None);
            }
            self.read_on()?;
        }
    }

    /// Goes on behind a row that begins no part; returns whether it has an end.
    fn pass_row(&mut self) -> Result<bool> {
        let end = self.row_end(0)?;
        self.at += end.unwrap_or(0);
        self.row += usize::from(end.is_some());
        Ok(end.is_some())
    }

    fn bytes(&self, range: Range<usize>) -> &[u8] {
        let range = self.at + range.start..self.at + range.end;
        self.buffer.get(range).unwrap_or_default()
    }

    /// Finds the end of the next part row by row.
    fn section(&mut self, kind: SheetKind, header: Header) -> Result<Next> {
        let Some(mut end) = self.row_end(0)? else {
            return Ok(Next::None);
        };
        let Some(first) = first_cells(kind, self.bytes(0..end)) else {
            return Ok(Next::None);
        };
        let mut rows = 1;
        while let Some(next) = self.row_end(end)? {
            let row = self.bytes(end..next);
            // A part ends where another department begins, and where its own first row comes again.
            let goes_on = row.starts_with(self.bytes(0..first.identity))
                && !row.starts_with(self.bytes(0..first.id));
            // What says nothing stands in no way.
            if !goes_on && !is_blank(row) && heading_length(row, kind, header).is_none() {
                break;
            }
            (end, rows) = (next, rows + 1);
            if end > SECTION_MAX {
                self.at += end;
                self.row += rows;
                return Ok(Next::TooLong);
            }
        }
        let section = of_cells(first, self.place(end), self.row);
        self.at += end;
        self.row += rows;
        Ok(Next::Section(section))
    }
}

/// What comes next in a file.
enum Next {
    /// A department's part.
    Section(Section),
    /// A part too long for an export; it was passed, as far as it was read.
    TooLong,
    /// A row that begins no part.
    None,
}

/// What a row that says nothing is made of; the last is what ended files once.
const BLANK: &[u8] = b"\r\n, \t\x1A";

fn is_blank(row: &[u8]) -> bool {
    row.iter().all(|byte| BLANK.contains(byte))
}

/// Returns how long the heading row is that some bytes begin with, with or without its mark and what
/// ended the file before it; none when they begin otherwise.
fn heading_length(bytes: &[u8], kind: SheetKind, header: Header) -> Option<usize> {
    let ended = usize::from(bytes.first() == Some(&(END_OF_FILE as u8)));
    let rest = bytes.get(ended..)?;
    let marked = heading(kind, header);
    let plain = marked
        .strip_prefix(BYTE_ORDER_MARK.as_bytes())
        .unwrap_or(marked);
    let again = [marked, plain]
        .into_iter()
        .find(|row| rest.starts_with(row));
    again.map(|row| ended + row.len())
}

/// Divides a file of which nothing is read at a glance; `each` gets every part and says whether to go
/// on. None when its heading row is not as it is written.
///
/// # Errors
///
/// [`crate::error::Error::Io`].
pub(super) fn sections(
    file: Reading<'_>,
    mut each: impl FnMut(Section) -> bool,
) -> Result<Option<Divided>> {
    let nothing = (
        |(): &mut (), _: Header, _: &[u8], _: usize| None::<Taken<()>>,
        |(): &mut (), ()| None::<()>,
    );
    divide(file, &mut (), nothing, |part| match part {
        Part::Section(section) => each(section),
        Part::Read((), ..) => true,
    })
}

fn of_cells(cells: FirstCells, bytes: Range<u64>, first: usize) -> Section {
    let same = |cell: String| csv_canonical::text(cell.trim());
    Section {
        bytes,
        first,
        whose: cells.whose.map(same),
        seals: cells.seals.map(same),
    }
}

/// Describes a part that was read, from its bytes.
pub(super) fn describe(
    kind: SheetKind,
    part: &[u8],
    bytes: Range<u64>,
    first: usize,
) -> Option<Section> {
    let row = part.get(..row_end(part)?)?;
    Some(of_cells(first_cells(kind, row)?, bytes, first))
}

#[cfg(test)]
#[path = "sections_tests.rs"]
mod tests;
