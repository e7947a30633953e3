//! A CSV file that people fill in or edit in a spreadsheet: columns found by their headings in either
//! language and in any order, cells without what guards them. Knows nothing of what rows mean.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

use super::csv_decode::decode;
use super::csv_guard::unguard;
use super::csv_table::{self, ReadError, Row, Table};
use crate::text::columns::Column;

/// Why a file is not looked at row by row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum FormFault {
    /// It cannot be read.
    Unreadable(ReadError),
    /// A column is absent that is needed.
    MissingColumn(&'static str),
}

/// Where the columns of a file stand, from 1, by id. Others are people's own.
#[derive(Debug)]
pub(super) struct Places(HashMap<&'static str, usize>);

/// Reads a file that must have some columns.
pub(super) fn read(
    bytes: &[u8],
    columns: &'static [Column],
    needed: &[&'static str],
) -> Result<(Table, Places), FormFault> {
    let table = decode(bytes)
        .map_err(ReadError::Decode)
        .and_then(|decoded| csv_table::read(&decoded.text))
        .map_err(FormFault::Unreadable)?;
    let places = places(&table, columns).map_err(FormFault::Unreadable)?;
    match needed.iter().find(|id| places.column(id).is_none()) {
        Some(missing) => Err(FormFault::MissingColumn(missing)),
        None => Ok((table, places)),
    }
}

impl Places {
    /// Returns where a column stands, from 1.
    pub(super) fn column(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }

    /// Returns a cell; empty where the row or the file has none.
    pub(super) fn cell<'r>(&self, row: &'r Row, id: &str) -> &'r str {
        let cell = self.column(id).and_then(|column| row.cells.get(column - 1));
        cell.map_or("", |cell| unguard(cell).trim())
    }
}

/// Returns a text as it is compared: full-width signs and capitals make no difference.
pub(super) fn fold(text: &str) -> String {
    let folded: String = text.nfkc().collect();
    folded.trim().to_lowercase()
}

/// Returns a code or an id as a person may have typed it.
pub(super) fn fold_code(cell: &str) -> String {
    let folded: String = cell.nfkc().collect();
    folded.trim().to_owned()
}

fn places(table: &Table, columns: &'static [Column]) -> Result<Places, ReadError> {
    let mut places = HashMap::new();
    for (index, heading) in table.headings.iter().enumerate() {
        let folded = fold(heading);
        let known = columns
            .iter()
            .find(|known| folded == known.id || folded == fold(known.ja));
        let column = index + 1;
        if let Some(first) = known.and_then(|known| places.insert(known.id, column)) {
            return Err(ReadError::ColumnTwice { column, first });
        }
    }
    Ok(Places(places))
}
