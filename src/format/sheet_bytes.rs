//! Sheets of cells as an xlsx file or as CSV files.

use chrono::{DateTime, FixedOffset};
use rust_xlsxwriter::{DataValidation, IgnoreError, Workbook, Worksheet, XlsxError};

use super::csv_guard::guard;
use super::csv_table;
use super::sheet_kind::{Kind, of_column};
use super::sheet_out::Cells;
use super::sheet_problem::CellPlace;
use super::xlsx_write::{Looks, book, fits, headings, text};
use crate::text::columns::checklist::README;
use crate::text::columns::{Content, Header};

/// The widths of columns in characters: of long texts, of lists and short texts, of all else.
const WIDTHS: [f64; 3] = [48.0, 24.0, 14.0];
/// The rows below the headings for which words are offered.
const OFFERED_ROWS: u32 = 2_000;

/// Why sheets cannot be written as an xlsx file.
#[derive(Debug)]
pub enum WriteFault {
    /// A cell is longer than a cell of a spreadsheet can be.
    TooLong(CellPlace),
    /// A defect, in the writer's own words.
    Other(String),
}

impl From<XlsxError> for WriteFault {
    fn from(error: XlsxError) -> Self {
        Self::Other(error.to_string())
    }
}

/// Writes sheets as one xlsx file, with a sheet in front that explains them in these lines.
///
/// # Errors
///
/// [`WriteFault`].
pub fn xlsx(
    sheets: &[Cells],
    header: Header,
    readme: &[String],
    made: DateTime<FixedOffset>,
) -> Result<Vec<u8>, WriteFault> {
    let looks = Looks::default();
    let mut book = book(made)?;
    let sheet = book.add_worksheet();
    sheet.set_name(README.under(header))?;
    sheet.set_column_width(0, 100.0)?;
    for (row, line) in (0..).zip(readme) {
        text(sheet, (row, 0), line, &looks.text)?;
    }
    for cells in sheets {
        add(&mut book, cells, header, &looks)?;
    }
    Ok(book.save_to_buffer()?)
}

fn add(
    book: &mut Workbook,
    cells: &Cells,
    header: Header,
    looks: &Looks,
) -> Result<(), WriteFault> {
    let of = cells.sheet;
    let sheet = book.add_worksheet();
    sheet.set_name(match header {
        Header::Ja => of.ja,
        Header::En => of.id,
    })?;
    let named = of.columns.iter().map(|column| {
        let width = width(of_column(of, column.id), column.id);
        (column.heading(header), width)
    });
    headings(sheet, 0, named, 1, looks)?;
    for (row, line) in (1..).zip(&cells.rows) {
        for (column, cell) in (0_u16..).zip(line) {
            let cell = guarded_twice(cell);
            if !fits(&cell) {
                return Err(WriteFault::TooLong(CellPlace {
                    sheet: Some(of),
                    row: usize::try_from(row).ok(),
                    column: Some(column.into()),
                    at: Some(usize::from(column) + 1),
                }));
            }
            text(sheet, (row, column), &cell, &looks.text)?;
        }
    }
    offer_words(sheet, cells, header)?;
    Ok(())
}

/// Offers the words a column may hold, and lets numbers be text without a mark in every cell.
fn offer_words(sheet: &mut Worksheet, cells: &Cells, header: Header) -> Result<(), XlsxError> {
    for (column, known) in (0_u16..).zip(cells.sheet.columns) {
        if let Content::Word(words) = known.content {
            let words: Vec<&str> = words.iter().map(|word| word.under(header)).collect();
            let list = DataValidation::new().allow_list_strings(&words)?;
            sheet.add_data_validation(1, column, OFFERED_ROWS, column, &list)?;
        }
    }
    let last = u16::try_from(cells.sheet.columns.len()).unwrap_or(u16::MAX);
    sheet.ignore_error_range(0, 0, OFFERED_ROWS, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn width(kind: Kind, id: &str) -> f64 {
    let [long, middle, short] = WIDTHS;
    match (kind, id) {
        (Kind::Text, "citation" | "symbol" | "word" | "grade" | "critical_cap" | "file") => short,
        (Kind::Text, "heading" | "respondent") | (Kind::Names | Kind::Lines, _) => middle,
        (Kind::Text, _) => long,
        (Kind::Name, "applies") => middle,
        _ => short,
    }
}

/// A cell of text is never run, so it needs no guard; but what looks guarded gets another, so that
/// taking one off gives the cell back, whether it was ever saved as CSV or not.
fn guarded_twice(cell: &str) -> String {
    if cell.starts_with('\'') {
        guard(cell)
    } else {
        cell.to_owned()
    }
}

/// Writes a sheet as CSV.
///
/// # Errors
///
/// Whatever the CSV writer reports.
pub fn csv(cells: &Cells, header: Header) -> std::io::Result<Vec<u8>> {
    let headings = cells.sheet.columns.iter();
    let headings = headings.map(|column| column.heading(header));
    let rows = cells.rows.iter();
    let rows = rows.map(|row| row.iter().map(|cell| guard(cell)));
    csv_table::write(headings, rows)
}
