//! A CSV file written row by row, for tables too large to hold.

use std::borrow::Cow;
use std::io;

use memchr::{memchr, memchr3};

use super::csv_guard;
use super::digits;
use crate::text::columns::{self, Column, Header, Word};

/// How much is gathered before it is written, in bytes.
const BUFFER: usize = 64 * 1024;

/// A CSV file on its way: UTF-8 with a byte order mark, CRLF between rows, every row as long as
/// the headings.
pub struct CsvStream<'a> {
    out: &'a mut dyn io::Write,
    row: Row,
    columns: usize,
}

/// Returns whether a cell stands in a file without quotation marks.
pub(super) fn is_plain(cell: &[u8]) -> bool {
    memchr3(b'"', b',', b'\n', cell).is_none() && memchr(b'\r', cell).is_none()
}

/// Cells as they stand in a file, ready to be written many times.
#[derive(Clone, Debug)]
pub struct Row {
    bytes: Vec<u8>,
    cells: usize,
    header: Header,
}

impl Row {
    /// Begins without cells.
    #[must_use]
    pub const fn new(header: Header) -> Self {
        Self {
            bytes: Vec::new(),
            cells: 0,
            header,
        }
    }

    /// Takes all cells out, and keeps the space.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.cells = 0;
    }

    fn separate(&mut self) {
        if self.cells > 0 {
            self.bytes.push(b',');
        }
        self.cells += 1;
    }

    /// Adds a cell as it is: a number, a code, a date.
    pub fn cell(&mut self, cell: impl AsRef<[u8]>) {
        let cell = cell.as_ref();
        self.separate();
        if is_plain(cell) {
            self.bytes.extend_from_slice(cell);
            return;
        }
        self.bytes.push(b'"');
        for &byte in cell {
            if byte == b'"' {
                self.bytes.push(byte);
            }
            self.bytes.push(byte);
        }
        self.bytes.push(b'"');
    }

    /// Adds a text that came from somebody, guarded against being run.
    pub fn text(&mut self, text: &str) {
        let guarded = if csv_guard::needs_guard(text) {
            Cow::Owned(csv_guard::guard(text))
        } else {
            Cow::Borrowed(text)
        };
        self.cell(guarded.as_bytes());
    }

    /// Adds a word of a list.
    pub fn word(&mut self, words: &[Word], code: &'static str) {
        self.cell(columns::word(words, code, self.header));
    }

    /// Adds yes or no.
    pub fn yes_no(&mut self, yes: bool) {
        self.cell(columns::yes_no(yes, self.header));
    }

    /// Adds a count.
    pub fn count(&mut self, count: impl TryInto<u64>) {
        self.separate();
        digits::put(count.try_into().unwrap_or(u64::MAX), &mut self.bytes);
    }

    /// Adds tenths with one decimal; an empty cell without a value.
    pub fn tenths(&mut self, tenths: Option<u32>) {
        self.difference(tenths.map(i64::from));
    }

    /// Adds a difference in tenths with one decimal; an empty cell without a value.
    pub fn difference(&mut self, tenths: Option<i64>) {
        self.separate();
        let Some(tenths) = tenths else {
            return;
        };
        if tenths < 0 {
            self.bytes.push(b'-');
        }
        digits::put_tenths(tenths.unsigned_abs(), &mut self.bytes);
    }

    /// Adds cells that are ready.
    pub fn cells(&mut self, ready: &Self) {
        if ready.cells > 0 {
            self.separate();
            self.bytes.extend_from_slice(&ready.bytes);
            self.cells += ready.cells - 1;
        }
    }
}

impl<'a> CsvStream<'a> {
    /// Begins a file with its headings.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn new(out: &'a mut dyn io::Write, columns: &[Column], header: Header) -> io::Result<Self> {
        out.write_all("\u{FEFF}".as_bytes())?;
        Self::bare(out, columns, header)
    }

    /// Begins a file without a byte order mark, for programs that take it for a part of the first
    /// heading.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn bare(
        out: &'a mut dyn io::Write,
        columns: &[Column],
        header: Header,
    ) -> io::Result<Self> {
        let mut stream = Self {
            out,
            row: Row::new(header),
            columns: columns.len(),
        };
        for column in columns {
            stream.row.cell(column.heading(header));
        }
        stream.end_row()?;
        Ok(stream)
    }

    /// Returns the row in the making.
    pub const fn row(&mut self) -> &mut Row {
        &mut self.row
    }

    /// Returns the language of headings and words.
    #[must_use]
    pub const fn header(&self) -> Header {
        self.row.header
    }

    /// Writes a cell as it is: a number, a code, a date.
    pub fn cell(&mut self, cell: impl AsRef<[u8]>) {
        self.row.cell(cell);
    }

    /// Writes a text that came from somebody, guarded against being run.
    pub fn text(&mut self, text: &str) {
        self.row.text(text);
    }

    /// Writes a word of a list.
    pub fn word(&mut self, words: &[Word], code: &'static str) {
        self.row.word(words, code);
    }

    /// Writes yes or no.
    pub fn yes_no(&mut self, yes: bool) {
        self.row.yes_no(yes);
    }

    /// Writes a count.
    pub fn count(&mut self, count: impl TryInto<u64>) {
        self.row.count(count);
    }

    /// Writes tenths with one decimal; empty without a value.
    pub fn tenths(&mut self, tenths: Option<u32>) {
        self.row.tenths(tenths);
    }

    /// Writes a difference in tenths with one decimal; empty without a value.
    pub fn difference(&mut self, tenths: Option<i64>) {
        self.row.difference(tenths);
    }

    /// Writes cells that are ready.
    pub fn cells(&mut self, ready: &Row) {
        self.row.cells(ready);
    }

    /// Ends a row.
    ///
    /// # Errors
    ///
    /// Whatever writing reports; a row of another length than the headings.
    pub fn end_row(&mut self) -> io::Result<()> {
        if self.row.cells != self.columns {
            return Err(io::Error::other(
                "a row of another length than the headings",
            ));
        }
        self.row.cells = 0;
        self.row.bytes.extend_from_slice(b"\r\n");
        if self.row.bytes.len() >= BUFFER {
            self.out.write_all(&self.row.bytes)?;
            self.row.bytes.clear();
        }
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn finish(self) -> io::Result<()> {
        self.out.write_all(&self.row.bytes)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::columns::collection::BY_CLAUSE;

    #[test]
    fn cells_are_written_as_they_are_read() {
        let mut bytes: Vec<u8> = Vec::new();
        let columns = &BY_CLAUSE[..4];
        let mut stream = CsvStream::new(&mut bytes, columns, Header::En).unwrap();
        stream.text("=1+1");
        stream.difference(Some(-12));
        stream.tenths(Some(987));
        stream.yes_no(true);
        stream.end_row().unwrap();
        stream.cell("short");
        assert!(stream.end_row().is_err());
        let mut ready = Row::new(Header::En);
        ready.cell("a \"b\", c");
        ready.count(1_205_u16);
        stream.cells(&ready);
        stream.tenths(None);
        stream.end_row().unwrap();
        stream.finish().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let expected = concat!(
            "\u{FEFF}municipality_code,municipality,fiscal_year,scope_kind\r\n",
            "'=1+1,-1.2,98.7,yes\r\n",
            "short,\"a \"\"b\"\", c\",1205,\r\n",
        );
        assert_eq!(text, expected);
    }
}
