//! Files that hold the exports of several departments, divided into theirs.

use super::csv_canonical;
use super::csv_sheet::{Sheet, SheetRow};

/// Returns whose part of a file a row is: the municipality, the year and the department, however
/// they are spelt.
fn whose(sheet: &Sheet, row: &SheetRow) -> [String; 3] {
    ["municipality_code", "fiscal_year", "department_code"]
        .map(|id| csv_canonical::text(sheet.cell(row, id).trim()))
}

/// Divides a file that holds the exports of several departments, one after another. A part ends
/// where another department begins, and where its own first row comes again.
#[must_use]
pub fn parts(sheet: Sheet) -> Vec<Sheet> {
    let id = sheet.kind.row_id();
    let mut starts: Vec<usize> = Vec::new();
    let mut current: Option<([String; 3], String)> = None;
    for (at, row) in sheet.rows.iter().enumerate() {
        let (whose, begins) = (whose(&sheet, row), sheet.cell(row, id).to_owned());
        let goes_on = current
            .as_ref()
            .is_some_and(|(known, first)| *known == whose && *first != begins);
        if !goes_on {
            starts.push(at);
            current = Some((whose, begins));
        }
    }
    if starts.len() < 2 {
        return vec![sheet];
    }
    let ends = starts.iter().skip(1).copied().chain([sheet.rows.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| sheet.with_rows(start..end))
        .collect()
}
