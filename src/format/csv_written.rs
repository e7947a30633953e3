//! The values of numbers and dates as an export writes them, told without a closer look.

use chrono::{NaiveDate, NaiveDateTime};

use super::csv_spreadsheet::YEAR_MIN;

/// The longest value of a plain number, in bytes.
pub(super) const NUMBER_MAX: usize = 16;
/// The most digits of a plain number.
const DIGITS_MAX: usize = 10;

/// Writes the value of a number as an export has it, such as `93` or `87.5`, and returns its
/// length; none for any other cell.
pub(super) fn plain_number(cell: &[u8], to: &mut [u8; NUMBER_MAX]) -> Option<usize> {
    let mut digits = [0_u8; DIGITS_MAX];
    let (mut count, mut decimals, mut point) = (0, 0, false);
    for &byte in cell {
        match byte {
            b'0'..=b'9' => {
                *digits.get_mut(count)? = byte;
                count += 1;
                decimals += usize::from(point);
            }
            b'.' if !point && count > 0 => point = true,
            _ => return None,
        }
    }
    if count == 0 || (point && decimals == 0) {
        return None;
    }
    let digits = digits.get(..count)?;
    let Some(last) = digits.iter().rposition(|&digit| digit != b'0') else {
        to[0] = b'0';
        return Some(1);
    };
    let first = digits.iter().position(|&digit| digit != b'0')?;
    let kept = digits.get(first..=last)?;
    let dropped = count - 1 - last;
    let mut length = kept.len();
    to.get_mut(..length)?.copy_from_slice(kept);
    // As many zeros as were dropped, less the places behind the point: at most two digits.
    let (sign, size) = if dropped >= decimals {
        (None, dropped - decimals)
    } else {
        (Some(b'-'), decimals - dropped)
    };
    let tens = (size >= 10).then_some(size / 10);
    let digits = [tens, Some(size % 10)].into_iter().flatten();
    let digits = digits.filter_map(|digit| Some(b'0' + u8::try_from(digit).ok()?));
    for byte in [Some(b'e'), sign].into_iter().flatten().chain(digits) {
        *to.get_mut(length)? = byte;
        length += 1;
    }
    Some(length)
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
    use super::super::csv_spreadsheet::value;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_plain_number_has_the_value_of_any_other(cell in "[0-9.]{0,12}|[0-9]{1,7}\\.[0-9]{1,3}") {
            let mut bytes = [0; NUMBER_MAX];
            if let Some(length) = plain_number(cell.as_bytes(), &mut bytes) {
                let quick = String::from_utf8_lossy(&bytes[..length]).into_owned();
                prop_assert_eq!(Some(quick), value(&cell), "{}", cell);
            }
        }
    }
}
