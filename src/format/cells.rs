//! Tables of cells, whether they came from CSV text or from a sheet of an xlsx file: rows as a
//! spreadsheet numbers them, and the columns known by their headings.

use unicode_normalization::UnicodeNormalization as _;

use super::csv_decode::DecodeError;
use super::xlsx_read::XlsxFault;
use crate::text::columns::Column;

/// The most rows read.
pub const ROWS_MAX: usize = 20_000;
/// The most characters a cell may hold.
pub const CELL_MAX: usize = 100_000;
/// The most columns a row may have. Short rows are filled up, so this times the rows is what a
/// small file can grow to.
pub const COLUMNS_MAX: usize = 200;
/// What stands before UTF-8 text that a spreadsheet is to know as such.
pub const BYTE_ORDER_MARK: &str = "\u{FEFF}";
/// What ended files once; `copy` puts it behind those it joins.
pub const END_OF_FILE: char = '\u{1A}';

/// Why a file cannot be read as a table. Rows and columns count from 1, as a spreadsheet shows
/// them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// The bytes are no text.
    Decode(DecodeError),
    /// The bytes are no xlsx file that can be read.
    Xlsx(XlsxFault),
    /// There is no heading row.
    Empty,
    /// The text is no CSV.
    Malformed,
    /// More rows than are read.
    TooManyRows {
        /// The limit.
        limit: usize,
    },
    /// A cell holds more characters than are read.
    CellTooLong {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
        /// The limit.
        limit: usize,
    },
    /// A quotation mark that no other one closes.
    OpenQuote {
        /// The row it opens in.
        row: usize,
    },
    /// A row has cells beyond the last heading.
    RowTooLong {
        /// The row.
        row: usize,
        /// The first column without a heading.
        column: usize,
    },
    /// A heading stands twice.
    ColumnTwice {
        /// The second place.
        column: usize,
        /// The first place.
        first: usize,
    },
    /// Neither a summary nor answers.
    UnknownSheet,
    /// From a row on, a large file is not as it was written.
    BrokenRow {
        /// The row.
        row: usize,
    },
}

impl ReadError {
    /// Returns the same fault so many rows further down.
    #[must_use]
    pub fn moved(mut self, rows: usize) -> Self {
        if let Self::CellTooLong { row, .. }
        | Self::RowTooLong { row, .. }
        | Self::OpenQuote { row }
        | Self::BrokenRow { row } = &mut self
        {
            *row += rows;
        }
        self
    }

    /// Returns the row and the column of the fault, as much of it as is known.
    #[must_use]
    pub const fn place(&self) -> (Option<usize>, Option<usize>) {
        match *self {
            Self::CellTooLong { row, column, .. } | Self::RowTooLong { row, column } => {
                (Some(row), Some(column))
            }
            Self::OpenQuote { row } | Self::BrokenRow { row } => (Some(row), None),
            Self::ColumnTwice { column, .. } => (None, Some(column)),
            _ => (None, None),
        }
    }
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its number, as a spreadsheet shows it.
    pub number: usize,
    /// Its cells, one for each heading.
    pub cells: Vec<String>,
    /// Whether cells were absent at its end.
    pub short: bool,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// The headings.
    pub headings: Vec<String>,
    /// The rows below them, blank ones left out.
    pub rows: Vec<Row>,
}

/// Makes a table of rows as they come: the first that is not blank holds the headings.
#[derive(Default, Debug)]
pub(super) struct Builder {
    headings: Option<Vec<String>>,
    rows: Vec<Row>,
}

impl Builder {
    /// Takes a row of this number.
    ///
    /// # Errors
    ///
    /// [`ReadError`] with the place of the fault.
    pub(super) fn row(&mut self, number: usize, mut cells: Vec<String>) -> Result<(), ReadError> {
        for (index, cell) in cells.iter().enumerate() {
            check_cell(number, index + 1, cell)?;
        }
        let is_blank = |cell: &String| cell.trim_matches(is_blank).is_empty();
        if cells.iter().all(is_blank) {
            return Ok(());
        }
        let Some(headings) = &self.headings else {
            // Files put together by hand may hold the mark twice.
            if let Some(first) = cells.first_mut() {
                *first = first.trim_start_matches(BYTE_ORDER_MARK).to_owned();
            }
            self.headings = Some(trimmed(cells));
            return Ok(());
        };
        // Files joined to one have it again in their middle.
        if is_again(headings, &cells) {
            return Ok(());
        }
        if self.rows.len() >= ROWS_MAX {
            return Err(ReadError::TooManyRows { limit: ROWS_MAX });
        }
        let extra = cells.iter().skip(headings.len());
        if let Some(beyond) = extra.clone().position(|cell| !cell.is_empty()) {
            return Err(ReadError::RowTooLong {
                row: number,
                column: headings.len() + beyond + 1,
            });
        }
        let short = cells.len() < headings.len();
        cells.resize(headings.len(), String::new());
        self.rows.push(Row {
            number,
            cells,
            short,
        });
        Ok(())
    }

    /// Returns the table.
    ///
    /// # Errors
    ///
    /// [`ReadError::Empty`].
    pub(super) fn finish(self) -> Result<Table, ReadError> {
        Ok(Table {
            headings: self.headings.ok_or(ReadError::Empty)?,
            rows: self.rows,
        })
    }
}

/// Whether a sign says nothing.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || sign == END_OF_FILE
}

/// Returns whether a row is the heading row once more.
fn is_again(headings: &[String], cells: &[String]) -> bool {
    let is_before = |sign: char| sign == END_OF_FILE || BYTE_ORDER_MARK.contains(sign);
    let cells = cells.iter().map(|cell| cell.trim_start_matches(is_before));
    headings.iter().eq(cells)
}

fn check_cell(row: usize, column: usize, cell: &str) -> Result<(), ReadError> {
    if cell.len() > CELL_MAX && cell.chars().count() > CELL_MAX {
        return Err(ReadError::CellTooLong {
            row,
            column,
            limit: CELL_MAX,
        });
    }
    Ok(())
}

/// Leaves out empty headings at the end, where a spreadsheet adds some.
fn trimmed(mut headings: Vec<String>) -> Vec<String> {
    while headings
        .last()
        .is_some_and(|heading| heading.trim().is_empty())
    {
        headings.pop();
    }
    headings
}

/// Where the columns stand that a table is to have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Places {
    /// The place of each column, from 1.
    pub places: Vec<Option<usize>>,
    /// Headings that name none of them, with their places.
    pub unknown: Vec<(usize, String)>,
}

impl Places {
    /// Finds the columns by their headings, in whatever order they stand.
    ///
    /// # Errors
    ///
    /// [`ReadError::ColumnTwice`].
    pub fn of(headings: &[String], columns: &[Column]) -> Result<Self, ReadError> {
        let mut places: Vec<Option<usize>> = vec![None; columns.len()];
        let mut unknown = Vec::new();
        for (index, heading) in headings.iter().enumerate() {
            let column = index + 1;
            let exactly = |known: &Column| known.id == heading || known.ja == heading;
            let position = columns.iter().position(exactly).or_else(|| {
                let alike = |known: &Column| is_heading(known, heading);
                columns.iter().position(alike)
            });
            match position.and_then(|position| places.get_mut(position)) {
                None => unknown.push((column, heading.clone())),
                Some(Some(first)) => {
                    let first = *first;
                    return Err(ReadError::ColumnTwice { column, first });
                }
                Some(place) => *place = Some(column),
            }
        }
        Ok(Self { places, unknown })
    }
}

/// Returns whether a heading names a column: its id or its Japanese heading, folded.
#[must_use]
pub fn is_heading(column: &Column, heading: &str) -> bool {
    let folded = fold(heading);
    folded == column.id || folded == fold(column.ja)
}

/// Folds what is typed full-width or in capitals.
#[must_use]
pub fn fold(text: &str) -> String {
    let folded: String = text.nfkc().collect();
    folded.trim().to_lowercase()
}
