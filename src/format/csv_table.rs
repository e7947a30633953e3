//! CSV text to rows of cells and back, with the place of everything a message may name.

use csv::{QuoteStyle, ReaderBuilder, Terminator, WriterBuilder};

use super::cells::{BYTE_ORDER_MARK, Builder};
pub use super::cells::{CELL_MAX, COLUMNS_MAX, ROWS_MAX, ReadError, Row, Table};

/// Reads CSV text.
///
/// # Errors
///
/// [`ReadError`] with the place of the fault.
pub fn read(text: &str) -> Result<Table, ReadError> {
    let delimiter = delimiter(text);
    check_widths(text, delimiter)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut table = Builder::default();
    let mut places = Places::new(text);
    for record in reader.records() {
        let record = record.map_err(|_| ReadError::Malformed)?;
        let number = places.number(&record);
        table.row(number, record.iter().map(str::to_owned).collect())?;
    }
    table.finish()
}

/// Writes a table as UTF-8 with a byte order mark and CRLF between rows.
///
/// # Errors
///
/// Whatever the CSV writer reports.
pub fn write<H, R, C>(headings: H, rows: R) -> std::io::Result<Vec<u8>>
where
    H: IntoIterator<Item: AsRef<[u8]>>,
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item: AsRef<[u8]>>,
{
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(headings)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// Counts rows as a spreadsheet does: blank lines are rows, line ends within a cell are not.
struct Places<'a> {
    text: &'a [u8],
    offset: usize,
    lines: usize,
    inside_cells: usize,
}

impl<'a> Places<'a> {
    const fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            offset: 0,
            lines: 0,
            inside_cells: 0,
        }
    }

    fn number(&mut self, record: &csv::StringRecord) -> usize {
        let start = record
            .position()
            .and_then(|position| usize::try_from(position.byte()).ok())
            .unwrap_or(self.offset);
        // The reader's position lies before the blank lines it skips.
        let blank = self.text.iter().skip(start);
        let blank = blank.take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let end = start + blank.count();
        let passed = self.text.get(self.offset..end).unwrap_or_default();
        self.lines += line_ends(passed);
        self.offset = self.offset.max(end);
        let number = (self.lines + 1).saturating_sub(self.inside_cells);
        let cells = record.iter().map(str::as_bytes);
        self.inside_cells += cells.map(line_ends).sum::<usize>();
        number
    }
}

/// Counts line ends: CR LF, LF or CR.
fn line_ends(text: &[u8]) -> usize {
    let ends = memchr::memchr2_iter(b'\n', b'\r', text);
    let is_pair = |at: usize| text.get(at..at + 2) == Some(b"\r\n");
    ends.filter(|&at| !is_pair(at)).count()
}

/// Refuses a row of too many cells before it is taken apart: each takes many times its own size.
/// Quotation marks count where the reader takes them for such.
fn check_widths(text: &str, delimiter: u8) -> Result<(), ReadError> {
    let (mut row, mut column, mut opened) = (1, 1, 1);
    let (mut quoted, mut begins, mut closed, mut last) = (false, true, false, 0);
    for byte in text.bytes() {
        if quoted {
            // The second of two quotation marks opens again what the first one closed.
            quoted = byte != b'"';
            closed = !quoted;
            begins = false;
        } else if byte == b'"' && (begins || closed) {
            if begins {
                opened = row;
            }
            quoted = true;
        } else if byte == b'\n' || byte == b'\r' {
            row += usize::from(byte == b'\r' || last != b'\r');
            column = 1;
            begins = true;
            closed = false;
        } else {
            begins = byte == delimiter;
            closed = false;
            column += usize::from(begins);
            if column > COLUMNS_MAX {
                return Err(ReadError::RowTooLong { row, column });
            }
        }
        last = byte;
    }
    // The reader would take all that follows for one cell.
    if quoted {
        return Err(ReadError::OpenQuote { row: opened });
    }
    Ok(())
}

/// Finds the sign that divides the heading row: a comma, a tab or a semicolon.
#[must_use]
pub fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0_usize), (b'\t', 0), (b';', 0)];
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            _ if !quoted => {
                for (sign, count) in &mut counts {
                    *count += usize::from(*sign == byte);
                }
            }
            _ => {}
        }
    }
    let mut best = (b',', 0);
    for (sign, count) in counts {
        if count > best.1 {
            best = (sign, count);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let table = read(text).unwrap();
        table
            .rows
            .into_iter()
            .map(|row| (row.number, row.cells))
            .collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "1,\"x\ny\r\nz\"", "", "2,", ",", "\"3\",\"\"\"\""].join(end);
            let expected = [(2, ["1", "x\ny\r\nz"]), (4, ["2", ""]), (6, ["3", "\""])];
            assert_eq!(
                cells(&text),
                expected.map(|(row, cells)| (row, cells.map(str::to_owned).to_vec())),
                "{end:?}"
            );
        }
        let numbers: Vec<usize> = cells("a,b\r1,2\r3,4")
            .into_iter()
            .map(|(row, _)| row)
            .collect();
        assert_eq!(numbers, [2, 3]);
    }

    #[test]
    fn the_delimiter_is_found_in_the_headings() {
        for (text, delimiter) in [
            ("a,b;c\n1,2", ','),
            ("a\tb,c\td\n1\t2\t3", '\t'),
            ("\"a,b,c\";d;e\n1;2;3", ';'),
            ("a\n1,2;3", ','),
        ] {
            assert_eq!(char::from(super::delimiter(text)), delimiter, "{text}");
        }
    }

    #[test]
    fn row_lengths_are_checked() {
        let table = read("a,b,,\n1\n1,2,,\n").unwrap();
        assert_eq!(table.headings, ["a", "b"]);
        assert_eq!(
            table.rows.iter().map(|row| row.short).collect::<Vec<_>>(),
            [true, false]
        );
        let long = read("a,b\n1,2\n1,2,,3");
        assert_eq!(long, Err(ReadError::RowTooLong { row: 3, column: 4 }));
        assert_eq!(read("\n\n"), Err(ReadError::Empty));
        assert_eq!(read(""), Err(ReadError::Empty));
        let cell = format!("a\n{}", "あ".repeat(CELL_MAX + 1));
        assert!(matches!(
            read(&cell),
            Err(ReadError::CellTooLong {
                row: 2,
                column: 1,
                ..
            })
        ));
        let wide = "a,b\r\n\"x\n\",".to_owned() + &",".repeat(COLUMNS_MAX);
        let column = COLUMNS_MAX + 1;
        let plain = "a,b\nx\"\"".to_owned() + &",".repeat(COLUMNS_MAX);
        assert_eq!(read(&plain), Err(ReadError::RowTooLong { row: 2, column }));
        assert_eq!(read(&wide), Err(ReadError::RowTooLong { row: 2, column }));
        assert!(read(&format!("a\n\"{}\"", ",\"\"".repeat(COLUMNS_MAX))).is_ok());
        let rows = "a\n".to_owned() + &"b\n".repeat(ROWS_MAX + 1);
        assert!(matches!(read(&rows), Err(ReadError::TooManyRows { .. })));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            rows in prop::collection::vec(prop::collection::vec("[a\"',;\t\r\n あ＝]{0,6}", 2), 1..4)
        ) {
            let bytes = write(["k", "l", "m"], rows.iter().map(|row| ["1", &row[0], &row[1]])).unwrap();
            prop_assert!(bytes.starts_with(b"\xEF\xBB\xBFk,l,m\r\n"));
            let text = std::str::from_utf8(&bytes).unwrap().trim_start_matches('\u{FEFF}');
            let table = read(text).unwrap();
            prop_assert_eq!(table.rows.len(), rows.len());
            for (row, cells) in rows.iter().zip(table.rows) {
                prop_assert_eq!(row, &cells.cells[1..]);
            }
        }

        #[test]
        fn any_text_is_read_without_panic(text in any::<String>()) {
            let _ = read(&text);
        }
    }
}
