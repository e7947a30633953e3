//! Keeps a spreadsheet from running a cell as a formula, and takes the guard off again.
//!
//! `'` is put before a cell that begins like a formula, and before one that already looks guarded,
//! so that taking exactly one off always gives the cell back.

use unicode_normalization::UnicodeNormalization;

const GUARD: char = '\'';
/// The minus sign, which turns into a full-width one in CP932.
const MINUS: char = '\u{2212}';

/// Returns the cell as it is written.
#[must_use]
pub fn guard(cell: &str) -> String {
    if needs_guard(cell) {
        format!("{GUARD}{cell}")
    } else {
        cell.to_owned()
    }
}

/// Returns the cell as it was before it was written.
#[must_use]
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix(GUARD)
        .filter(|rest| needs_guard(rest))
        .unwrap_or(cell)
}

/// Returns whether a cell is written with a guard.
#[must_use]
pub fn needs_guard(cell: &str) -> bool {
    // What begins with a letter, a digit or a kanji is no formula, and most cells do.
    if let [] | [b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xE5..=0xE9, ..] = cell.as_bytes() {
        return false;
    }
    let bare = cell.trim_start_matches(GUARD);
    begins_like_a_formula(bare) && !is_plain_number(bare)
}

/// The first character that counts: folded, spaces and invisible signs skipped.
fn begins_like_a_formula(cell: &str) -> bool {
    // Letters, kana and kanji are no trigger, whatever follows them.
    let everyday = |sign: char| {
        sign.is_ascii_alphanumeric()
            || matches!(sign, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}')
    };
    if cell.chars().next().is_none_or(everyday) {
        return false;
    }
    let first = cell
        .chars()
        .nfkc()
        .find(|&sign| is_trigger(sign) || !is_skipped(sign));
    first.is_some_and(is_trigger)
}

const fn is_trigger(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | MINUS)
}

/// Blanks, control characters and invisible signs: a spreadsheet may drop them and run the rest.
fn is_skipped(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(
            sign,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
        )
}

/// Returns whether a cell is a number as a program writes it, such as `-5` or `87.5`.
fn is_plain_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = cell.strip_prefix('-').unwrap_or(cell);
    match unsigned.split_once('.') {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(unsigned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_begins_like_a_formula_is_guarded() {
        for cell in [
            "=1+1",
            " =1",
            "\u{3000}=1",
            "＝1＋1",
            "－",
            "−5",
            "－5",
            "@a",
            "＠a",
            "+81",
            "\ta",
            "\ra",
            "\na",
            "-a",
            "-5-",
            "'=1",
            "''=1",
            "\u{FEFF}=1",
            "﹣1",
            "-",
            "\u{1}=1",
            "\u{202E}=1",
            "\u{AD}＋1",
            "\t ＠a",
            "\r\n=1",
        ] {
            assert_eq!(guard(cell), format!("'{cell}"), "{cell:?}");
            assert_eq!(unguard(&guard(cell)), cell);
        }
    }

    #[test]
    fn what_is_harmless_stays_as_it_is() {
        for cell in [
            "", " ", "-5", "-5.25", "87.5", "実施", "'", "'a", "'-5", "''", "a=1", "―", "ー",
        ] {
            assert_eq!(guard(cell), cell, "{cell:?}");
            assert_eq!(unguard(cell), cell);
        }
    }

    #[test]
    fn a_lost_guard_does_no_harm() {
        assert_eq!(unguard("=1"), "=1");
    }

    proptest! {
        #[test]
        fn the_guard_comes_off_again(cell in any::<String>()) {
            let written = guard(&cell);
            prop_assert_eq!(unguard(&written), cell);
        }

        #[test]
        fn the_guard_comes_off_again_from_nasty_cells(cell in "['=＝+\\-－@ \t\r\n0-9.a　]{0,6}") {
            let written = guard(&cell);
            prop_assert_eq!(unguard(&written), cell.as_str());
            prop_assert!(!begins_like_a_formula(&written) || is_plain_number(&written));
        }
    }
}
