//! What a spreadsheet, or a person in one, does to an exported file before it reaches the division.

use chrono::{Datelike as _, NaiveDate};
use encoding_rs::SHIFT_JIS;

use crate::domain::mark::Mark;
use crate::error::{Error, Result};
use crate::format::csv_decode::decode;
use crate::format::csv_table::{self, Table};
use crate::text::columns::{ANSWERS, Header, MARK, word};

/// What stands for a character that an encoding does not have.
const LOST: char = '?';

/// Returns the file as an old spreadsheet saves it: in CP932, numbers and dates in its own form.
pub(super) fn saved_as_cp932(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut table = table(bytes)?;
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        *cell = respelt(cell);
    }
    let text =
        String::from_utf8(written(&table)?).map_err(|error| Error::Bug(error.to_string()))?;
    let text: String = text
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|sign| {
            let (_, _, lost) = SHIFT_JIS.encode(sign.encode_utf8(&mut [0; 4]));
            if lost { LOST } else { sign }
        })
        .collect();
    Ok(SHIFT_JIS.encode(&text).0.into_owned())
}

/// Returns the answers with one mark made better than it was given.
pub(super) fn with_one_mark_better(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut table = table(bytes)?;
    let place = |id: &str| ANSWERS.iter().position(|column| column.id == id);
    let (Some(mark), Some(worth)) = (place("mark"), place("mark_value")) else {
        return Err(Error::Bug("no column of marks".to_owned()));
    };
    let said = |mark: Mark| word(MARK, mark.code(), Header::Ja);
    for from in [Mark::NotImplemented, Mark::Partial] {
        let row = table
            .rows
            .iter_mut()
            .rfind(|row| row.cells[mark] == said(from));
        if let Some(row) = row {
            said(Mark::Implemented).clone_into(&mut row.cells[mark]);
            "100".clone_into(&mut row.cells[worth]);
            break;
        }
    }
    written(&table)
}

fn table(bytes: &[u8]) -> Result<Table> {
    let bug = |error: &dyn std::fmt::Debug| Error::Bug(format!("{error:?}"));
    let decoded = decode(bytes).map_err(|error| bug(&error))?;
    csv_table::read(&decoded.text).map_err(|error| bug(&error))
}

fn written(table: &Table) -> Result<Vec<u8>> {
    csv_table::write(&table.headings, table.rows.iter().map(|row| &row.cells))
        .map_err(|error| Error::Bug(error.to_string()))
}

/// Writes a number without zeros in front or behind, and a date with strokes.
fn respelt(cell: &str) -> String {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits(cell) {
        let bare = cell.trim_start_matches('0');
        return if bare.is_empty() { "0" } else { bare }.to_owned();
    }
    if let Some(whole) = cell.strip_suffix(".0").filter(|whole| digits(whole)) {
        return whole.to_owned();
    }
    let (day, time) = cell.split_once(' ').unwrap_or((cell, ""));
    match NaiveDate::parse_from_str(day, "%Y-%m-%d") {
        Ok(date) => {
            let (year, month, day) = (date.year(), date.month(), date.day());
            let time = time.strip_prefix('0').unwrap_or(time);
            format!("{year}/{month}/{day} {time}").trim_end().to_owned()
        }
        Err(_) => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_respelt_as_a_spreadsheet_does() {
        for (cell, becomes) in [
            ("0420", "420"),
            ("0", "0"),
            ("100.0", "100"),
            ("87.5", "87.5"),
            ("2026-11-04 09:05", "2026/11/4 9:05"),
            ("2026-11-14 10:05", "2026/11/14 10:05"),
            ("2025-10-01", "2025/10/1"),
            ("Q05-01", "Q05-01"),
            ("", ""),
        ] {
            assert_eq!(respelt(cell), becomes);
        }
    }
}
