//! Sheets of an xlsx file as tables of cells. Files come from outside: whatever a file claims about
//! itself, no more is unpacked and kept than the limits say.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, SheetType, Xlsx};
use zip::ZipArchive;
use zip::result::ZipError;

use super::cells::{Builder, COLUMNS_MAX, ROWS_MAX, ReadError, Table};
use crate::domain::limits::{CELLS_MAX, UNPACKED_MAX};

/// How a zip file begins, which an xlsx file is.
const ZIP: &[u8] = b"PK\x03\x04";
/// How a file of older office programs begins; a workbook with a password is one as well.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// The part of a compound file that holds a workbook with a password.
const ENCRYPTED_PART: &str = "EncryptedPackage";
/// The part of the texts that several cells share.
const SHARED_TEXTS: &str = "sharedstrings.xml";
/// Where that part says how many there are.
const COUNT: &str = "uniqueCount";
/// What a cell takes besides its text, roughly, in bytes.
const CELL_COST: usize = 64;
/// The day after the last one a spreadsheet knows, as a spreadsheet counts days.
const DAYS_END: f64 = 2_958_466.0;

/// Why bytes are no xlsx file that can be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum XlsxFault {
    /// Not an xlsx file at all.
    NotXlsx,
    /// A file of the kind before xlsx.
    Old,
    /// The file takes a password.
    Encrypted,
    /// The file is spoilt.
    Broken,
    /// Unpacked it holds more bytes than are read; the limit follows.
    Unpacked(usize),
    /// Its cells hold more text than is read; the limit in bytes follows.
    TooMuchText(usize),
}

/// A cell that does not hold what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Odd {
    /// The spreadsheet took it for a date.
    Date,
    /// A formula in it failed.
    Failed,
}

/// The cells of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct XlsxSheet {
    /// The cells as a table.
    pub table: Table,
    /// The cells that do not hold what was typed, by row and column.
    pub odd: BTreeMap<(usize, usize), Odd>,
}

/// An xlsx file, of which one sheet is read after another.
pub struct XlsxBook<'a> {
    book: Xlsx<Cursor<&'a [u8]>>,
    /// How many bytes of cells may yet be read.
    room: usize,
}

impl<'a> XlsxBook<'a> {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// [`XlsxFault`].
    pub fn open(bytes: &'a [u8]) -> Result<Self, XlsxFault> {
        check_kind(bytes)?;
        check_parts(bytes)?;
        let book = Xlsx::new(Cursor::new(bytes)).map_err(|_| XlsxFault::Broken)?;
        Ok(Self {
            book,
            room: CELLS_MAX,
        })
    }

    /// Returns the names of its sheets of cells, in order.
    pub fn names(&self) -> Vec<String> {
        self.book
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| sheet.name.clone())
            .collect()
    }

    /// Reads a sheet.
    ///
    /// # Errors
    ///
    /// [`ReadError`], with the place of the fault where there is one.
    pub fn sheet(&mut self, name: &str) -> Result<XlsxSheet, ReadError> {
        let broken = |_| ReadError::Xlsx(XlsxFault::Broken);
        let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        let mut odd = BTreeMap::new();
        let mut cells = self.book.worksheet_cells_reader(name).map_err(broken)?;
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let (row, column) = cell.get_position();
            let place = (row as usize + 1, column as usize + 1);
            let (text, strange) = text(cell.get_value());
            if text.is_empty() {
                continue;
            }
            let too_much = ReadError::Xlsx(XlsxFault::TooMuchText(CELLS_MAX));
            self.room = self
                .room
                .checked_sub(text.len() + CELL_COST)
                .ok_or(too_much)?;
            if place.1 > COLUMNS_MAX {
                let (row, column) = place;
                return Err(ReadError::RowTooLong { row, column });
            }
            if let Some(strange) = strange {
                odd.insert(place, strange);
            }
            let cells = rows.entry(row).or_default();
            cells.resize(cells.len().max(place.1), String::new());
            cells[place.1 - 1] = text;
            if rows.len() > ROWS_MAX + 1 {
                return Err(ReadError::TooManyRows { limit: ROWS_MAX });
            }
        }
        let mut builder = Builder::default();
        for (row, cells) in rows {
            builder.row(row as usize + 1, cells)?;
        }
        let table = builder.finish()?;
        Ok(XlsxSheet { table, odd })
    }
}

/// Tells what the bytes are by how they begin.
fn check_kind(bytes: &[u8]) -> Result<(), XlsxFault> {
    if bytes.starts_with(ZIP) {
        return Ok(());
    }
    if !bytes.starts_with(COMPOUND) {
        return Err(XlsxFault::NotXlsx);
    }
    let name: Vec<u8> = ENCRYPTED_PART
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let encrypted = bytes.windows(name.len()).any(|window| window == name);
    Err(if encrypted {
        XlsxFault::Encrypted
    } else {
        XlsxFault::Old
    })
}

/// Unpacks every part once, only to count: what a part says about its size may be a lie.
fn check_parts(bytes: &[u8]) -> Result<(), XlsxFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| XlsxFault::Broken)?;
    let mut room = UNPACKED_MAX;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => XlsxFault::Encrypted,
            _ => XlsxFault::Broken,
        })?;
        let name = part.name().map_err(|_| XlsxFault::Broken)?;
        let counted = name.to_ascii_lowercase().ends_with(SHARED_TEXTS);
        let mut content = Vec::new();
        part.take(room as u64 + 1)
            .read_to_end(&mut content)
            .map_err(|_| XlsxFault::Broken)?;
        room = room
            .checked_sub(content.len())
            .ok_or(XlsxFault::Unpacked(UNPACKED_MAX))?;
        if counted && !is_counted_well(&content) {
            return Err(XlsxFault::Broken);
        }
    }
    Ok(())
}

/// Returns whether the shared texts claim no more of them than there can be: the reader makes room
/// for as many as it is told.
fn is_counted_well(content: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(content) else {
        return false;
    };
    // Every spreadsheet writes UTF-8. In another encoding the claim could hide from this look.
    let other = text.split_once("encoding=").is_some_and(|(_, after)| {
        !after
            .trim_start_matches(['"', '\''])
            .to_ascii_lowercase()
            .starts_with("utf-8")
    });
    let mut claims = text.split(COUNT).skip(1).map(|after| {
        after
            .trim_start_matches(|sign: char| sign.is_ascii_whitespace() || "=\"'".contains(sign))
            .chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    });
    !other
        && !text.contains('\0')
        && claims.all(|claim| {
            claim.is_empty()
                || claim
                    .parse::<usize>()
                    .is_ok_and(|count| count <= content.len())
        })
}

/// Returns what a cell shows, and what is odd about it.
fn text(value: &DataRef<'_>) -> (String, Option<Odd>) {
    match value {
        DataRef::Empty => (String::new(), None),
        DataRef::String(text) | DataRef::DurationIso(text) => (text.clone(), None),
        DataRef::SharedString(text) => ((*text).to_owned(), None),
        DataRef::Int(number) => (number.to_string(), None),
        // Without `.0`, as a spreadsheet shows it.
        DataRef::Float(number) => (number.to_string(), None),
        DataRef::Bool(true) => ("TRUE".to_owned(), None),
        DataRef::Bool(false) => ("FALSE".to_owned(), None),
        DataRef::DateTime(moment) => {
            let days = moment.as_f64();
            if !moment.is_datetime() || !(1.0..DAYS_END).contains(&days) {
                return (days.to_string(), Some(Odd::Date));
            }
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            (format!("{year:04}-{month:02}-{day:02}"), Some(Odd::Date))
        }
        DataRef::DateTimeIso(moment) => {
            let date = moment.split('T').next().unwrap_or_default();
            (date.to_owned(), Some(Odd::Date))
        }
        DataRef::Error(error) => (error.to_string(), Some(Odd::Failed)),
    }
}

#[cfg(test)]
#[path = "xlsx_read_tests.rs"]
mod tests;
