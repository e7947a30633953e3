//! The values of numbers and dates as an export writes them, told without a closer look.

use chrono::{NaiveDate, NaiveDateTime};

use super::csv_spreadsheet::YEAR_MIN;

/// The most digits of a number that needs no closer look.
const DIGITS_MAX: usize = 12;

/// Returns whether a cell is a whole number as it is written in an export: then its value is the
/// cell itself.
pub(super) fn is_written_number(cell: &[u8]) -> bool {
    let digits = cell.iter().all(u8::is_ascii_digit) && (1..=DIGITS_MAX).contains(&cell.len());
    digits && (cell.len() == 1 || cell[0] != b'0')
}

/// Returns whether a cell is a number with one decimal as it is written in an export.
pub(super) fn is_written_tenths(cell: &[u8]) -> bool {
    match cell {
        [whole @ .., b'.', tenths] => tenths.is_ascii_digit() && is_written_number(whole),
        _ => false,
    }
}

/// Returns whether a cell is a moment as it is written in an export, `2026-11-22 14:32`: then its
/// value is the cell itself.
pub(super) fn is_written_moment(cell: &[u8]) -> bool {
    written_moment(cell).is_some()
}

/// Reads a moment as it is written in an export.
pub(super) fn written_moment(cell: &[u8]) -> Option<NaiveDateTime> {
    let is_written = cell.len() == 16
        && [(4, b'-'), (7, b'-'), (10, b' '), (13, b':')]
            .iter()
            .all(|&(at, sign)| cell[at] == sign);
    if !is_written {
        return None;
    }
    let number = |start: usize, end: usize| {
        cell[start..end].iter().try_fold(0_u32, |number, digit| {
            let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
            Some(number * 10 + u32::from(digit))
        })
    };
    let year = i32::try_from(number(0, 4)?).ok()?;
    if year < YEAR_MIN {
        return None;
    }
    NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)?.and_hms_opt(
        number(11, 13)?,
        number(14, 16)?,
        0,
    )
}

#[cfg(test)]
mod tests {
    use super::super::csv_canonical::cell;
    use super::*;
    use crate::text::columns::Content;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_written_number_is_its_own_value(raw in "[0-9.]{0,14}|[0-9]{1,7}\\.[0-9]{1,3}") {
            prop_assert!(!is_written_number(raw.as_bytes()) || cell(Content::Text, &raw) == raw);
            prop_assert!(!is_written_tenths(raw.as_bytes()) || cell(Content::Tenths, &raw) == raw);
        }
    }
}
