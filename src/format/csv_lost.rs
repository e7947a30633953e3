//! Signs of characters and numbers that a spreadsheet or an encoding lost.

use super::csv_finding::{Finding, FindingKind, LostSign};
use super::csv_recount::at;
use super::csv_sheet::Sheet;
use crate::text::columns::Content;

const REPLACEMENT: char = '\u{FFFD}';
const GETA: char = '〓';

/// Returns the cells in which something was probably lost.
pub(super) fn likely(sheet: &Sheet) -> Vec<Finding> {
    let mut findings = Vec::new();
    for row in &sheet.rows {
        for (column, cell) in sheet.kind.columns().iter().zip(&row.cells) {
            if column.content == Content::Seal {
                continue;
            }
            if let Some(sign) = lost_sign(cell) {
                findings.push(at(sheet, row, column.id, FindingKind::Lost(sign)));
            }
        }
    }
    findings
}

/// Returns the first sign of loss in a cell.
#[must_use]
pub fn lost_sign(cell: &str) -> Option<LostSign> {
    if cell.contains(REPLACEMENT) {
        Some(LostSign::Replacement)
    } else if has_numbered_character(cell) {
        Some(LostSign::NumberedCharacter)
    } else if cell.contains(GETA) {
        Some(LostSign::Geta)
    } else if cell.len() > 2 && cell.chars().all(|sign| sign == '#') {
        Some(LostSign::Hashes)
    } else if is_shortened(cell) {
        Some(LostSign::Exponent)
    } else if has_odd_question_mark(cell) {
        Some(LostSign::QuestionMark)
    } else {
        None
    }
}

fn has_numbered_character(cell: &str) -> bool {
    cell.split("&#").skip(1).any(|rest| {
        rest.split_once(';').is_some_and(|(number, _)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

/// Returns whether a `?` stands where no sentence ends: in the place of a lost character.
fn has_odd_question_mark(cell: &str) -> bool {
    let mut before = None;
    let mut signs = cell.chars().peekable();
    while let Some(sign) = signs.next() {
        let after = signs.peek();
        let ends = after.is_none_or(|after| {
            after.is_whitespace()
                || matches!(after, '。' | '、' | '」' | '』' | '）' | ')' | '"' | '!')
        });
        let begins = before.is_none_or(|before: char| before.is_whitespace() || before == '?');
        if sign == '?' && (begins || !ends) {
            return true;
        }
        before = Some(sign);
    }
    false
}

/// Returns whether a cell looks like `1.23457E+11`.
fn is_shortened(cell: &str) -> bool {
    cell.split_once("E+").is_some_and(|(mantissa, exponent)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        !exponent.is_empty() && digits(exponent) && mantissa.parse::<f64>().is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_loss_are_known() {
        for (cell, sign) in [
            ("?田", Some(LostSign::QuestionMark)),
            ("\u{FFFD}田", Some(LostSign::Replacement)),
            ("〓田", Some(LostSign::Geta)),
            ("&#134071;田", Some(LostSign::NumberedCharacter)),
            ("1.23457E+11", Some(LostSign::Exponent)),
            ("########", Some(LostSign::Hashes)),
            ("&#;", None),
            ("？", None),
            ("済んだか?", None),
            ("済んだか? 12月に見る", None),
            ("「できる?」と聞いた", None),
            ("髙?", None),
            ("??課", Some(LostSign::QuestionMark)),
            ("高?課", Some(LostSign::QuestionMark)),
            ("?", Some(LostSign::QuestionMark)),
            ("#1", None),
            ("", None),
        ] {
            assert_eq!(lost_sign(cell), sign, "{cell:?}");
        }
    }
}
