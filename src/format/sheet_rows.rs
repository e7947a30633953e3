//! The sheets of a checklist as they were saved: their rows by column, and what is wrong with them
//! before anyone asks what they mean.

use std::collections::BTreeMap;

use super::cells::{Places, ReadError, Table, fold};
use super::csv_decode::{Encoding, decode};
use super::csv_guard::unguard;
use super::csv_table;
use super::sheet_kind::{Kind, of_city_field, of_column};
use super::sheet_problem::{CellPlace, SheetProblem, SheetProblemKind};
use super::xlsx_read::{Odd, XlsxBook};
use crate::text::columns::Word;
use crate::text::columns::checklist::{CITY, CITY_FIELD, README, SHEETS, Sheet};

/// What a spreadsheet writes where a formula failed.
const FAILED: [&str; 7] = [
    "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!",
];

/// Something worth telling that stops nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SheetNote {
    /// A sheet or file that is none of ours; it is not looked at.
    UnknownSheet(String),
    /// A column that is none of ours; it is not looked at.
    UnknownColumn(&'static Sheet, usize, String),
    /// Files in an encoding that has not every character.
    Cp932(Vec<String>),
}

/// The rows of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetRows {
    /// The sheet.
    pub sheet: &'static Sheet,
    /// Where each column stands, from 1.
    places: Vec<usize>,
    /// The rows with their numbers, each with a cell for each column.
    rows: Vec<(usize, Vec<String>)>,
}

impl SheetRows {
    /// Returns the rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = RowRef<'_>> {
        self.rows.iter().map(|(number, cells)| RowRef {
            of: self,
            number: *number,
            cells,
        })
    }

    /// Returns the place of a cell, or of a row when it has no such column.
    pub(super) fn place(&self, row: usize, id: &str) -> CellPlace {
        let column = self.sheet.columns.iter().position(|column| column.id == id);
        CellPlace {
            sheet: Some(self.sheet),
            row: Some(row),
            column,
            at: column.and_then(|column| self.places.get(column).copied()),
        }
    }
}

/// A row of a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowRef<'t> {
    of: &'t SheetRows,
    number: usize,
    cells: &'t [String],
}

impl<'t> RowRef<'t> {
    /// Returns the sheet.
    pub(super) const fn sheet(&self) -> &'static Sheet {
        self.of.sheet
    }

    /// Returns its number, as a spreadsheet shows it.
    pub(super) const fn number(&self) -> usize {
        self.number
    }

    /// Returns a cell.
    pub(super) fn cell(&self, id: &str) -> &'t str {
        let column = self
            .of
            .sheet
            .columns
            .iter()
            .position(|column| column.id == id);
        column
            .and_then(|column| self.cells.get(column))
            .map_or("", String::as_str)
    }

    /// Returns the place of a cell, or of the row.
    pub(super) fn place(&self, id: Option<&str>) -> CellPlace {
        self.of.place(self.number, id.unwrap_or_default())
    }
}

/// Every sheet of a checklist.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gathered {
    /// The sheets.
    pub sheets: Vec<SheetRows>,
    /// What is wrong with their cells as such.
    pub problems: Vec<SheetProblem>,
    /// What is worth telling.
    pub notes: Vec<SheetNote>,
}

/// Gathers the sheets of a file or of several.
#[derive(Default, Debug)]
pub struct Gathering {
    sheets: Vec<SheetRows>,
    problems: Vec<SheetProblem>,
    notes: Vec<SheetNote>,
    /// The files saved as CP932.
    cp932: Vec<String>,
}

impl Gathering {
    /// Takes the sheets of an xlsx file.
    pub fn xlsx(&mut self, bytes: &[u8]) {
        let mut book = match XlsxBook::open(bytes) {
            Ok(book) => book,
            Err(fault) => {
                let place = CellPlace {
                    sheet: None,
                    row: None,
                    column: None,
                    at: None,
                };
                let kind = SheetProblemKind::Unreadable(ReadError::Xlsx(fault));
                self.problems.push(SheetProblem { place, kind });
                return;
            }
        };
        for name in book.names() {
            if let Some(sheet) = self.known(&name, &name) {
                match book.sheet(&name) {
                    Ok(read) => self.take(sheet, read.table, &read.odd),
                    Err(error) => self.problem(sheet, SheetProblemKind::Unreadable(error)),
                }
            }
        }
    }

    /// Takes a CSV file, which is named after its sheet.
    pub fn csv(&mut self, name: &str, bytes: &[u8]) {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let Some(sheet) = self.known(stem, name) else {
            return;
        };
        let table = decode(bytes)
            .map_err(ReadError::Decode)
            .and_then(|decoded| {
                if decoded.encoding == Encoding::Cp932 {
                    self.cp932.push(name.to_owned());
                }
                csv_table::read(&decoded.text)
            });
        match table {
            Ok(table) => self.take(sheet, table, &BTreeMap::new()),
            Err(error) => self.problem(sheet, SheetProblemKind::Unreadable(error)),
        }
    }

    /// Returns the sheets, and what is worth telling.
    ///
    /// # Errors
    ///
    /// Every sheet and column that is absent or cannot be read; what the cells mean is not looked
    /// at before that is mended.
    pub fn finish(mut self) -> Result<Gathered, Vec<SheetProblem>> {
        let unreadable = self.problems.iter().any(|problem| {
            problem.place.sheet.is_none() && matches!(problem.kind, SheetProblemKind::Unreadable(_))
        });
        for sheet in SHEETS {
            let told = unreadable
                || self
                    .problems
                    .iter()
                    .any(|problem| problem.place.sheet == Some(sheet));
            if !told && !self.sheets.iter().any(|rows| rows.sheet == sheet) {
                self.problem(sheet, SheetProblemKind::NoSheet);
            }
        }
        let whole = |problem: &SheetProblem| problem.place.row.is_none();
        if self.problems.iter().any(whole) {
            self.problems.retain(whole);
            return Err(self.problems);
        }
        if !self.cp932.is_empty() {
            self.notes.push(SheetNote::Cp932(self.cp932));
        }
        Ok(Gathered {
            sheets: self.sheets,
            problems: self.problems,
            notes: self.notes,
        })
    }

    fn problem(&mut self, sheet: &'static Sheet, kind: SheetProblemKind) {
        let place = CellPlace::sheet(sheet);
        self.problems.push(SheetProblem { place, kind });
    }

    /// Returns the sheet of a name, if it is one that is not there yet. `full` is what the sheet or
    /// file is called.
    fn known(&mut self, name: &str, full: &str) -> Option<&'static Sheet> {
        let folded = fold(name);
        if folded == README.code || folded == fold(README.ja) {
            return None;
        }
        let Some(sheet) = sheet_of(name) else {
            self.notes.push(SheetNote::UnknownSheet(full.to_owned()));
            return None;
        };
        if self.sheets.iter().any(|rows| rows.sheet == sheet) {
            self.problem(sheet, SheetProblemKind::SheetTwice);
            return None;
        }
        Some(sheet)
    }

    fn take(&mut self, sheet: &'static Sheet, table: Table, odd: &BTreeMap<(usize, usize), Odd>) {
        let found = match Places::of(&table.headings, sheet.columns) {
            Ok(found) => found,
            Err(error) => {
                self.problem(sheet, SheetProblemKind::Unreadable(error));
                return;
            }
        };
        for (column, heading) in found.unknown {
            let note = SheetNote::UnknownColumn(sheet, column, heading);
            self.notes.push(note);
        }
        let mut places = Vec::new();
        for (column, place) in found.places.iter().enumerate() {
            if place.is_none() {
                let place = CellPlace {
                    column: Some(column),
                    ..CellPlace::sheet(sheet)
                };
                let kind = SheetProblemKind::NoColumn;
                self.problems.push(SheetProblem { place, kind });
            }
            places.push(place.unwrap_or_default());
        }
        let rows = table.rows.into_iter().map(|row| {
            let cell = |place: &usize| {
                let cell = place.checked_sub(1).and_then(|place| row.cells.get(place));
                cell.map_or_else(String::new, |cell| plain(cell))
            };
            (row.number, places.iter().map(cell).collect())
        });
        // A row that holds nothing but someone's own remarks is none.
        let rows = rows.filter(|(_, cells): &(usize, Vec<String>)| {
            cells.iter().any(|cell| !cell.trim().is_empty())
        });
        let rows = SheetRows {
            rows: rows.collect(),
            sheet,
            places,
        };
        self.strange(&rows, odd);
        self.sheets.push(rows);
    }

    /// Tells of cells that do not hold what was typed.
    fn strange(&mut self, rows: &SheetRows, odd: &BTreeMap<(usize, usize), Odd>) {
        for row in rows.rows() {
            for column in rows.sheet.columns {
                let place = row.place(Some(column.id));
                let cell = row.cell(column.id);
                let odd = odd.get(&(row.number, place.at.unwrap_or_default()));
                let kind = if FAILED.contains(&cell.trim()) || odd == Some(&Odd::Failed) {
                    SheetProblemKind::Failed(cell.to_owned())
                } else if odd == Some(&Odd::Date) && !is_date(&row, column.id) {
                    SheetProblemKind::TakenForDate(cell.to_owned())
                } else {
                    continue;
                };
                self.problems.push(SheetProblem { place, kind });
            }
        }
    }
}

fn sheet_of(name: &str) -> Option<&'static Sheet> {
    let folded = fold(name);
    SHEETS
        .into_iter()
        .find(|sheet| sheet.id == folded || fold(sheet.ja) == folded)
}

/// Returns whether a date may stand in a cell.
fn is_date(row: &RowRef<'_>, id: &str) -> bool {
    let kind = if row.sheet() == &CITY && id == "value" {
        let field = fold(row.cell("field"));
        let known = |word: &&Word| word.code == field || fold(word.ja) == field;
        let field = CITY_FIELD.iter().find(known);
        field.map_or(Kind::Text, |field| of_city_field(field.code))
    } else {
        of_column(row.sheet(), id)
    };
    matches!(kind, Kind::Date | Kind::MonthDay)
}

/// Returns a cell without its guard and with line ends of one kind.
fn plain(cell: &str) -> String {
    unguard(cell).replace("\r\n", "\n").replace('\r', "\n")
}
