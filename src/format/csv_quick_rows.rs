//! The rows of an exported file as it was written, taken apart without copying: the heading row
//! known by its bytes, and cells found by their separators. Anything else is left to the full
//! reader.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::csv_blocks::IDENTITY;
use super::csv_canonical::SheetKind;
use super::csv_guard::unguard;
use crate::text::columns::Header;

/// Returns the language of the headings and the rows below them, of a file that begins exactly as
/// one that was written.
#[must_use]
pub fn body(kind: SheetKind, bytes: &[u8]) -> Option<(Header, &[u8])> {
    [Header::Ja, Header::En].into_iter().find_map(|header| {
        let rest = bytes.strip_prefix(heading(kind, header))?;
        Some((header, rest))
    })
}

/// Returns the byte order mark and the heading row, as they are written.
#[must_use]
pub fn heading(kind: SheetKind, header: Header) -> &'static [u8] {
    static ALL: OnceLock<[Vec<u8>; 4]> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let row = |kind: SheetKind, header| {
            let headings = kind.columns().iter().map(|column| column.heading(header));
            let row = headings.collect::<Vec<_>>().join(",");
            format!("\u{FEFF}{row}\r\n").into_bytes()
        };
        [
            row(SheetKind::Summary, Header::Ja),
            row(SheetKind::Summary, Header::En),
            row(SheetKind::Answers, Header::Ja),
            row(SheetKind::Answers, Header::En),
        ]
    });
    let kind = 2 * usize::from(kind == SheetKind::Answers);
    &all[kind + usize::from(header == Header::En)]
}

/// A cell as it stands in the file, and what follows it.
#[derive(Clone, Copy)]
pub(super) struct Raw<'a> {
    /// Its bytes, quotation marks included.
    pub(super) bytes: &'a [u8],
    /// Whether the row ends with it.
    pub(super) last: bool,
    /// How long it is with its separator.
    pub(super) length: usize,
}

/// Finds the cell at the beginning of some bytes; none when it is not written as it would be.
pub(super) fn next(bytes: &[u8]) -> Option<Raw<'_>> {
    let end = if bytes.first() == Some(&b'"') {
        quoted_end(bytes)?
    } else {
        let is_special = |byte: &u8| matches!(byte, b',' | b'\r' | b'\n' | b'"');
        bytes.iter().position(is_special)?
    };
    let (last, separator) = match bytes.get(end..)? {
        [b',', ..] => (false, 1),
        [b'\r', b'\n', ..] => (true, 2),
        _ => return None,
    };
    Some(Raw {
        bytes: bytes.get(..end)?,
        last,
        length: end + separator,
    })
}

/// Where a quoted cell ends, behind its closing mark.
fn quoted_end(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        at += memchr::memchr(b'"', bytes.get(at..)?)? + 1;
        if bytes.get(at) != Some(&b'"') {
            return Some(at);
        }
        at += 1;
    }
}

/// Takes so many cells, none of them the last of its row; returns how long they are together.
pub(super) fn skip(bytes: &[u8], cells: usize) -> Option<usize> {
    let mut length = 0;
    for _ in 0..cells {
        let cell = next(bytes.get(length..)?)?;
        if cell.last {
            return None;
        }
        length += cell.length;
    }
    Some(length)
}

/// Takes the cells of the end of a row; returns how long they are together.
pub(super) fn skip_to_end(bytes: &[u8], cells: usize) -> Option<usize> {
    let before = skip(bytes, cells.checked_sub(1)?)?;
    let cell = next(bytes.get(before..)?)?;
    cell.last.then_some(before + cell.length)
}

/// Returns a cell's text: without quotation marks and without its guard.
pub(super) fn text(raw: &[u8]) -> Option<Cow<'_, str>> {
    let inner = match raw {
        [b'"', inner @ .., b'"'] => inner,
        _ => raw,
    };
    let text = std::str::from_utf8(inner).ok()?;
    if inner.len() != raw.len() && text.contains('"') {
        let text = text.replace("\"\"", "\"");
        return Some(Cow::Owned(unguard(&text).to_owned()));
    }
    Some(Cow::Borrowed(unguard(text)))
}

/// What the first row of a department's part says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FirstCells {
    /// How long the cells are that all rows share.
    pub identity: usize,
    /// How long the cells are up to the id of the row, that one included.
    pub id: usize,
    /// Municipality, department and year, as written.
    pub whose: [String; 3],
    /// Receipt and digest, as written.
    pub seals: [String; 2],
}

/// Reads the first row of a department's part; none when it is not as it would be written.
#[must_use]
pub fn first_cells(kind: SheetKind, row: &[u8]) -> Option<FirstCells> {
    let id = kind.position(kind.row_id())? + 1;
    let columns = kind.columns().len();
    let cell = |column: &str| {
        let at = skip(row, kind.position(column)?)?;
        Some(text(next(row.get(at..)?)?.bytes)?.into_owned())
    };
    skip_to_end(row, columns)?;
    Some(FirstCells {
        identity: skip(row, IDENTITY)?,
        id: skip(row, id)?,
        whose: [
            cell("municipality_code")?,
            cell("department_code")?,
            cell("fiscal_year")?,
        ],
        seals: [cell("receipt")?, cell("digest")?],
    })
}

/// Returns where the first row ends, its line end included; none when there is no whole row.
#[must_use]
pub fn row_end(bytes: &[u8]) -> Option<usize> {
    let mut quoted = false;
    for at in memchr::memchr2_iter(b'"', b'\n', bytes) {
        if bytes.get(at) == Some(&b'"') {
            quoted = !quoted;
        } else if !quoted {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_separators() {
        let row = "a,\"b \"\"c\"\", d\",,\"x\r\ny\"\r\nnext".as_bytes();
        let mut at = 0;
        let mut cells = Vec::new();
        loop {
            let cell = next(&row[at..]).unwrap();
            cells.push(text(cell.bytes).unwrap().into_owned());
            at += cell.length;
            if cell.last {
                break;
            }
        }
        assert_eq!(cells, ["a", "b \"c\", d", "", "x\r\ny"]);
        assert_eq!(&row[at..], b"next");
        assert_eq!(row_end(row), Some(at));
        assert_eq!(skip(row, 3), Some(16));
        assert_eq!(skip(row, 4), None);
        assert_eq!(skip_to_end(row, 4), Some(at));
        assert_eq!(text(b"'=1").unwrap(), "=1");
    }

    #[test]
    fn what_would_be_written_otherwise_is_left_to_the_full_reader() {
        for bytes in ["a\nb", "a\"b,", "\"a\"b,", "a", "\"a", "a\rb"] {
            assert!(next(bytes.as_bytes()).is_none(), "{bytes:?}");
        }
    }
}
