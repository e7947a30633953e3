//! A CSV file written row by row, for tables too large to hold.

use std::borrow::Cow;
use std::io;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::csv_guard;
use crate::domain::score::one_decimal;
use crate::text::columns::{self, Column, Header, Word};

/// A CSV file on its way: UTF-8 with a byte order mark, CRLF between rows, every row as long as
/// the headings.
pub struct CsvStream<'a> {
    writer: Writer<&'a mut dyn io::Write>,
    header: Header,
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
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .from_writer(out);
        writer.write_record(columns.iter().map(|column| column.heading(header)))?;
        Ok(Self { writer, header })
    }

    /// Returns the language of headings and words.
    #[must_use]
    pub const fn header(&self) -> Header {
        self.header
    }

    /// Writes a cell as it is: a number, a code, a date.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn cell(&mut self, cell: impl AsRef<[u8]>) -> io::Result<()> {
        Ok(self.writer.write_field(cell)?)
    }

    /// Writes a text that came from somebody, guarded against being run.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        let guarded = if csv_guard::needs_guard(text) {
            Cow::Owned(csv_guard::guard(text))
        } else {
            Cow::Borrowed(text)
        };
        self.cell(guarded.as_bytes())
    }

    /// Writes a word of a list.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn word(&mut self, words: &[Word], code: &'static str) -> io::Result<()> {
        self.cell(columns::word(words, code, self.header))
    }

    /// Writes yes or no.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn yes_no(&mut self, yes: bool) -> io::Result<()> {
        self.cell(columns::yes_no(yes, self.header))
    }

    /// Writes a count.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn count(&mut self, count: impl TryInto<u64>) -> io::Result<()> {
        let count: u64 = count.try_into().unwrap_or(u64::MAX);
        self.cell(count.to_string())
    }

    /// Writes tenths with one decimal; empty without a value.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn tenths(&mut self, tenths: Option<u32>) -> io::Result<()> {
        self.cell(tenths.map_or_else(String::new, one_decimal))
    }

    /// Writes a difference in tenths with one decimal; empty without a value.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn difference(&mut self, tenths: Option<i64>) -> io::Result<()> {
        self.cell(tenths.map_or_else(String::new, |tenths| {
            let sign = if tenths < 0 { "-" } else { "" };
            let size = u32::try_from(tenths.unsigned_abs()).unwrap_or(u32::MAX);
            format!("{sign}{}", one_decimal(size))
        }))
    }

    /// Ends a row.
    ///
    /// # Errors
    ///
    /// Whatever writing reports; a row of another length than the headings.
    pub fn end_row(&mut self) -> io::Result<()> {
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    /// Ends the file.
    ///
    /// # Errors
    ///
    /// Whatever writing reports.
    pub fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
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
        stream.text("=1+1").unwrap();
        stream.difference(Some(-12)).unwrap();
        stream.tenths(Some(987)).unwrap();
        stream.yes_no(true).unwrap();
        stream.end_row().unwrap();
        stream.cell("short").unwrap();
        assert!(stream.end_row().is_err());
        drop(stream);
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("\u{FEFF}municipality_code,municipality,fiscal_year,scope_kind\r\n'=1+1,-1.2,98.7,yes\r\n"));
    }
}
