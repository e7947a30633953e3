//! What a spreadsheet makes of a cell it takes for a number or a date.
//!
//! Saving a CSV file in a spreadsheet rewrites such cells: `0420` becomes `420`, `87.50` becomes
//! `87.5`, `2026-11-22 14:32` becomes `2026/11/22 14:32`. Both forms give the same value here.

use chrono::{Datelike, NaiveDate};

/// Longer cells are neither numbers nor dates.
const LENGTH_MAX: usize = 80;
/// The most digits of a number that is written out; what is longer keeps its exponent.
const DIGITS_MAX: i32 = 40;
/// The most letters of a value: a month's name and the sign before a time.
const LETTERS_MAX: usize = 4;
/// The earliest year a spreadsheet takes for a date.
pub(super) const YEAR_MIN: i32 = 1900;
const YEAR_SIGN: char = '\u{5E74}';
const MONTH_SIGN: char = '\u{6708}';
const DAY_SIGN: char = '\u{65E5}';
const HOUR_SIGN: char = '\u{6642}';
const MINUTE_SIGN: char = '\u{5206}';
const SECOND_SIGN: char = '\u{79D2}';
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Returns the number or date a cell stands for, in one form for all its spellings: the one an
/// export writes, without zeros at either end. The value of a value is itself.
#[must_use]
pub fn value(cell: &str) -> Option<String> {
    if cell.is_empty() || cell.len() > LENGTH_MAX || cell.contains(['\n', '\r']) {
        return None;
    }
    if !may_be_value(cell) {
        return None;
    }
    read_value(cell)
}

/// Returns whether a cell has the signs of a number or date and no others. Most cells have not, and
/// need no closer look.
fn may_be_value(cell: &str) -> bool {
    let (mut digits, mut letters) = (0, 0);
    for sign in cell.chars().map(narrow) {
        match sign {
            '0'..='9' => digits += 1,
            // A hash or an id is told by its first signs.
            'a'..='z' | 'A'..='Z' if letters == LETTERS_MAX => return false,
            'a'..='z' | 'A'..='Z' => letters += 1,
            '+' | '-' | '.' | ',' | '(' | ')' | '/' | ':' => {}
            YEAR_SIGN | MONTH_SIGN | DAY_SIGN | HOUR_SIGN | MINUTE_SIGN | SECOND_SIGN => {}
            blank if blank.is_whitespace() => {}
            _ => return false,
        }
    }
    digits > 0
}

fn read_value(cell: &str) -> Option<String> {
    let folded = narrowed(cell);
    number(&folded).or_else(|| moment(&folded))
}

/// Returns a cell with its full-width signs folded, without blanks around it.
#[must_use]
pub fn narrowed(cell: &str) -> String {
    let folded: String = cell.chars().map(narrow).collect();
    folded.trim().to_owned()
}

/// Folds a full-width sign; a Japanese spreadsheet takes full-width digits for numbers too.
fn narrow(sign: char) -> char {
    match sign {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        _ => sign,
    }
}

/// A number without zeros at either end.
fn number(text: &str) -> Option<String> {
    let is_sign = |byte: u8| byte.is_ascii_digit() || b"+-.,()eE".contains(&byte);
    if !text.bytes().all(is_sign) {
        return None;
    }
    let bracketed = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let (negative, rest) = match (bracketed, text.strip_prefix('-')) {
        // Brackets are the bookkeeper's minus sign.
        (Some(inside), _) => (true, inside),
        (None, Some(rest)) => (true, rest),
        (None, None) => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (rest, 0),
    };
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let whole = ungrouped(whole)?;
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && decimals.is_empty()) || !plain(&whole) || !plain(decimals) {
        return None;
    }
    let digits = format!("{whole}{decimals}");
    let kept = digits.trim_end_matches('0');
    let dropped = i32::try_from(digits.len() - kept.len()).ok()?;
    let exponent = exponent.checked_sub(i32::try_from(decimals.len()).ok()?)?;
    let kept = kept.trim_start_matches('0');
    if kept.is_empty() {
        return Some("0".to_owned());
    }
    let sign = if negative { "-" } else { "" };
    Some(format!(
        "{sign}{}",
        written_out(kept, exponent.checked_add(dropped)?)
    ))
}

/// Writes digits times a power of ten.
fn written_out(digits: &str, exponent: i32) -> String {
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let point = count.saturating_add(exponent);
    if !(-DIGITS_MAX..=DIGITS_MAX).contains(&point) || count > DIGITS_MAX {
        return format!("{digits}e{exponent}");
    }
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    if exponent >= 0 {
        return format!("{digits}{}", zeros(exponent));
    }
    let whole = usize::try_from(point).unwrap_or(0);
    match digits.split_at_checked(whole) {
        Some((whole, decimals)) if point > 0 => format!("{whole}.{decimals}"),
        _ => format!("0.{}{digits}", zeros(-point)),
    }
}

/// Takes out the commas between groups of three digits; none when they stand elsewhere.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    let fits = !grouped || (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    fits.then(|| whole.replace(',', ""))
}

/// A date, a time, or both.
fn moment(text: &str) -> Option<String> {
    if let Some(time) = time(text) {
        return Some(time);
    }
    if let Some(date) = date(text) {
        return Some(date);
    }
    let (day, hour) = text.split_once([' ', 'T'])?;
    Some(format!("{} {}", date(day)?, time(hour.trim_start())?))
}

fn date(text: &str) -> Option<String> {
    if !text.contains(['-', '/', YEAR_SIGN, MONTH_SIGN]) {
        return None;
    }
    let plain = text
        .replace([YEAR_SIGN, MONTH_SIGN], "/")
        .replace([DAY_SIGN], "");
    let divider = if plain.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = plain.split(divider).collect();
    match parts[..] {
        [year, month, ""] | [year, month] if year.len() == 4 => {
            let date = calendar(digits(year, 4)?, digits(month, 2)?, 1)?;
            Some(format!("{:04}-{:02}", date.year(), date.month()))
        }
        [first, second] => by_name(first, second).or_else(|| {
            // A leap year, so that the last of February is a day.
            let date = calendar(2000, digits(first, 2)?, digits(second, 2)?)?;
            Some(format!("{:02}-{:02}", date.month(), date.day()))
        }),
        [first, second, third] => {
            let date = if third.len() == 4 {
                calendar(digits(third, 4)?, digits(first, 2)?, digits(second, 2)?)?
            } else {
                let year = match digits(first, 4)? {
                    year @ 0..30 => year + 2000,
                    year @ 30..100 => year + 1900,
                    year => year,
                };
                calendar(year, digits(second, 2)?, digits(third, 2)?)?
            };
            Some(date.to_string())
        }
        _ => None,
    }
}

/// `Apr-26`, a month of a year, and `26-Apr`, a day of a month.
fn by_name(first: &str, second: &str) -> Option<String> {
    let month = |name: &str| {
        let index = MONTHS
            .iter()
            .position(|month| name.eq_ignore_ascii_case(month))?;
        i32::try_from(index + 1).ok()
    };
    if let Some(month) = month(first) {
        let year = digits(second, 2)?;
        let century = if year < 30 { 2000 } else { 1900 };
        return Some(format!("{:04}-{month:02}", century + year));
    }
    let date = calendar(2000, month(second)?, digits(first, 2)?)?;
    Some(format!("{:02}-{:02}", date.month(), date.day()))
}

fn time(text: &str) -> Option<String> {
    if !text.contains([':', HOUR_SIGN, MINUTE_SIGN]) {
        return None;
    }
    let plain = text
        .replace([HOUR_SIGN, MINUTE_SIGN], ":")
        .replace([SECOND_SIGN], "");
    let plain = plain.strip_suffix(':').unwrap_or(&plain);
    let parts: Vec<&str> = plain.split(':').collect();
    let (hour, minute, second) = match parts[..] {
        [hour, minute] => (digits(hour, 2)?, digits(minute, 2)?, 0),
        [hour, minute, second] => (digits(hour, 2)?, digits(minute, 2)?, digits(second, 2)?),
        _ => return None,
    };
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(if second == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    })
}

fn calendar(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    let date = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    (YEAR_MIN..=9999).contains(&year).then_some(date)
}

fn digits(text: &str, length_max: usize) -> Option<i32> {
    let plain = !text.is_empty()
        && text.len() <= length_max
        && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(spellings: &[&str]) {
        let first = value(spellings[0]);
        assert!(first.is_some(), "{spellings:?}");
        for spelling in spellings {
            assert_eq!(value(spelling), first, "{spelling:?}");
        }
    }

    proptest! {
        #[test]
        fn the_first_look_lets_every_value_through(
            cell in "[0-9０-９+\\-.,/:() eETAprOct年月日時分秒＋．a-z]{1,12}|[0-9]{1,2}-[A-Z][a-z]{2}[ T][0-9:]{4,5}"
        ) {
            prop_assert!(may_be_value(&cell) || read_value(&cell).is_none());
        }
    }

    #[test]
    fn spellings_of_a_number_are_one() {
        same(&["87.5", "87.50", "８７．５", " 87.5 ", "087.5", "+87.5"]);
        same(&["100", "100.0", "1e2", "1.00E+02"]);
        same(&["0420", "420", "420.0"]);
        same(&["1234567", "1,234,567"]);
        same(&["0.5", ".5", "０．５０"]);
        same(&["0", "0.0", "-0", "000"]);
        same(&["(1)", "-1", "-1.0"]);
        assert_ne!(value("87.5"), value("875"));
        assert_ne!(value("1"), value("10"));
        assert_ne!(value("5"), value("-5"));
    }

    #[test]
    fn spellings_of_a_date_are_one() {
        same(&[
            "2026-11-22",
            "2026/11/22",
            "２０２６/１１/２２",
            "2026年11月22日",
            "11/22/2026",
            "26/11/22",
        ]);
        same(&["2026-04-01", "2026/4/1", "2026年4月1日"]);
        same(&[
            "2026-11-22 09:05",
            "2026/11/22 9:05",
            "2026/11/22  9:05:00",
            "2026-11-22T09:05",
            "2026年11月22日 9時5分",
        ]);
        same(&["12/1", "12-1", "12-01", "12月1日", "1-Dec"]);
        same(&["2026-04", "2026/4", "2026年4月", "Apr-26"]);
        same(&["9:05", "09:05:00"]);
        assert_ne!(value("2026-11-22 09:05"), value("2026-11-22 09:06"));
        assert_ne!(value("2026-11-22 00:00"), value("2026-11-22"));
    }

    #[test]
    fn other_texts_have_no_value() {
        for text in [
            "",
            "-",
            "--",
            "+",
            ".",
            "e5",
            "1e",
            "R-AAAAA",
            "h0123",
            "2026-13-01",
            "13/1",
            "2/30",
            "0465-33-1234",
            "03-3333-1234",
            "6(1)",
            "第5条",
            "24:00",
            "Q05-01",
            "C6-1",
            "1.2.3",
            "87.5%",
            "T1",
            "1e99999999999",
            "()",
            "1\n2",
            "年月日",
            "1,2,3",
            "1234,567",
            ",123",
            "①",
        ] {
            assert_eq!(value(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_number_is_written_as_an_export_writes_it() {
        for (cell, written) in [
            ("0420", "420"),
            ("87.50", "87.5"),
            ("100.0", "100"),
            (".05", "0.05"),
            ("(1,234)", "-1234"),
            ("1.5E+03", "1500"),
            ("1e60", "1e60"),
        ] {
            assert_eq!(value(cell).as_deref(), Some(written));
        }
    }

    proptest! {
        #[test]
        fn the_value_of_a_value_is_itself(
            cell in "[-+(]?[0-9]{0,30}[.]?[0-9]{0,30}([eE][-+]?[0-9]{1,3})?[)]?|[0-9]{1,4}[-/年][0-9]{1,2}([-/月][0-9]{1,2}日?)?( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?|[0-9]{1,2}:[0-9]{2}|[A-Z][a-z]{2}-[0-9]{2}"
        ) {
            if let Some(known) = value(&cell) {
                prop_assert_eq!(value(&known), Some(known));
            }
        }

        #[test]
        fn any_text_is_read_without_panic(text in any::<String>(), near in "[-+()0-9/:.eE,T 年月日]{0,14}") {
            let _ = value(&text);
            let _ = value(&near);
        }
    }
}
