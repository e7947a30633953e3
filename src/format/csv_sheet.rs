//! A summary or an answers file as read back: cells by column id, each with its place.

use std::ops::Range;

use super::cells::{Places, is_heading};
use super::csv_canonical::{Canonical, SheetKind};
use super::csv_decode::{Encoding, decode};
use super::csv_guard::unguard;
use super::csv_quick_rows::heading;
use super::csv_table::{self, ReadError, Table};
use crate::text::columns::{Column, Header};

/// A row of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetRow {
    /// Its number, as a spreadsheet shows it.
    pub number: usize,
    /// Its cells in the order of [`SheetKind::columns`], guards taken off.
    pub cells: Vec<String>,
    /// Whether cells were absent at its end.
    pub short: bool,
}

/// A summary or an answers file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// Which of the two it is.
    pub kind: SheetKind,
    /// The encoding it was saved in.
    pub encoding: Encoding,
    /// Its rows.
    pub rows: Vec<SheetRow>,
    /// Headings that name no column, with their places.
    pub unknown: Vec<(usize, String)>,
    /// Where each column of [`SheetKind::columns`] stands, from 1.
    places: Vec<Option<usize>>,
}

/// Returns which of the two files has these headings; none for any other.
#[must_use]
pub fn kind_of(headings: &[String]) -> Option<SheetKind> {
    let is_of = |kind: &SheetKind| {
        let mut columns = kind.columns().iter();
        let column = columns.find(|column| column.id == kind.row_id());
        let is_there = |column| headings.iter().any(|one| is_heading(column, one));
        column.is_some_and(is_there)
    };
    let mut kinds = [SheetKind::Answers, SheetKind::Summary].into_iter();
    kinds.find(is_of)
}

impl Sheet {
    /// Reads a file, finding out from its headings which of the two it is.
    ///
    /// # Errors
    ///
    /// [`ReadError`] with the place of the fault.
    pub fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let decoded = decode(bytes).map_err(ReadError::Decode)?;
        let table = csv_table::read(&decoded.text)?;
        let kind = kind_of(&table.headings).ok_or(ReadError::UnknownSheet)?;
        Self::arrange(kind, decoded.encoding, table)
    }

    /// Reads rows of a file as it was written, headings left out; the first is of this number.
    ///
    /// # Errors
    ///
    /// [`ReadError`] with the place of the fault.
    pub fn read_part(
        kind: SheetKind,
        header: Header,
        rows: &[u8],
        first: usize,
    ) -> Result<Self, ReadError> {
        let above = first.saturating_sub(2);
        let sheet = Self::read(&[heading(kind, header), rows].concat());
        let mut sheet = sheet.map_err(|error| error.moved(above))?;
        for row in &mut sheet.rows {
            row.number += above;
        }
        Ok(sheet)
    }

    fn arrange(kind: SheetKind, encoding: Encoding, table: Table) -> Result<Self, ReadError> {
        let Places { places, unknown } = Places::of(&table.headings, kind.columns())?;
        let rows = table
            .rows
            .into_iter()
            .map(|row| SheetRow {
                number: row.number,
                short: row.short,
                cells: places
                    .iter()
                    .map(|place| {
                        let cell = place.and_then(|place| row.cells.get(place - 1));
                        cell.map_or_else(String::new, |cell| unguard(cell).to_owned())
                    })
                    .collect(),
            })
            .collect();
        Ok(Self {
            kind,
            encoding,
            rows,
            unknown,
            places,
        })
    }

    /// Returns a cell; empty when the file lacks the column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a SheetRow, id: &str) -> &'a str {
        self.kind
            .position(id)
            .and_then(|position| row.cells.get(position))
            .map_or("", String::as_str)
    }

    /// Returns a cell of the first row; empty when there is none.
    #[must_use]
    pub fn first(&self, id: &str) -> &str {
        self.rows.first().map_or("", |row| self.cell(row, id))
    }

    /// Returns the number of the first row; none when there is none.
    #[must_use]
    pub fn first_row(&self) -> Option<usize> {
        self.rows.first().map(|row| row.number)
    }

    /// Returns where a column stands in the file, from 1.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        let position = self.kind.position(id)?;
        self.places.get(position).copied().flatten()
    }

    /// Returns the columns the file lacks.
    pub fn missing(&self) -> impl Iterator<Item = &'static Column> {
        self.kind
            .columns()
            .iter()
            .zip(&self.places)
            .filter(|(_, place)| place.is_none())
            .map(|(column, _)| column)
    }

    /// Returns the same file with some of its rows alone.
    #[must_use]
    pub fn with_rows(&self, rows: Range<usize>) -> Self {
        Self {
            rows: self.rows.get(rows).unwrap_or_default().to_vec(),
            unknown: self.unknown.clone(),
            places: self.places.clone(),
            ..*self
        }
    }

    /// Returns the canonical content.
    #[must_use]
    pub fn canonical(&self) -> Canonical {
        Canonical::new(self.kind, self.rows.iter().map(|row| row.cells.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_both_languages() {
        let sheet =
            Sheet::read("回答,メモ, ITEM_ID ,所属コード\n実施,x,Q05-01,0420".as_bytes()).unwrap();
        assert_eq!(sheet.kind, SheetKind::Answers);
        assert_eq!(sheet.first("mark"), "実施");
        assert_eq!(sheet.first("item_id"), "Q05-01");
        assert_eq!(sheet.first("remark"), "");
        assert_eq!(sheet.place("item_id"), Some(3));
        assert_eq!(sheet.place("remark"), None);
        assert_eq!(sheet.unknown, [(2, "メモ".to_owned())]);
        assert_eq!(sheet.missing().count(), sheet.kind.columns().len() - 3);
    }

    #[test]
    fn percent_signs_may_be_full_width() {
        let sheet = Sheet::read("scope_id,回答率(%),実施率（％）\nT,1,2".as_bytes()).unwrap();
        assert_eq!(
            (
                sheet.first("response_rate"),
                sheet.first("implementation_rate")
            ),
            ("1", "2")
        );
    }

    #[test]
    fn faults_are_told() {
        assert_eq!(Sheet::read(b"a,b\n1,2"), Err(ReadError::UnknownSheet));
        assert_eq!(
            Sheet::read("item_id,mark,項目ID\n1,2,3".as_bytes()),
            Err(ReadError::ColumnTwice {
                column: 3,
                first: 1
            })
        );
    }

    #[test]
    fn no_two_columns_share_a_heading() {
        for kind in [SheetKind::Summary, SheetKind::Answers] {
            for (index, column) in kind.columns().iter().enumerate() {
                assert!(!column.id.is_empty() && !column.ja.is_empty() && !column.en.is_empty());
                for other in &kind.columns()[..index] {
                    assert!(!is_heading(other, column.ja) && !is_heading(other, column.id));
                }
            }
        }
    }
}
