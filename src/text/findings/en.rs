//! The words of findings in English.

use super::super::{Lang, read_error, table};
use super::{Outcome, ResultOf};
use crate::format::csv_finding::{Check, Finding, FindingKind, LostSign};

const ASK_AGAIN: &str = "Ask the department for the file as it was exported.";
const SAVE_AS_UTF8: &str = "Ask for the file as it was exported, or saved as \"CSV UTF-8\".";

pub(super) fn headline(outcome: &Outcome) -> String {
    let headline = match outcome.result {
        ResultOf::Unreadable => "cannot be read.".to_owned(),
        ResultOf::Same => "everything matches.".to_owned(),
        ResultOf::Alone => "the file's digest matches. The receipt was not checked, for the other file is missing.".to_owned(),
        ResultOf::DigestMissing => "the receipt matches. A file bears no digest.".to_owned(),
        ResultOf::Unsealed => "cannot be checked, for a receipt or digest is missing.".to_owned(),
        ResultOf::Lost => "does not match. Characters seem to be lost, so whether anything else differs cannot be known.".to_owned(),
        ResultOf::Differs(count) => format!("there are differences ({count})."),
    };
    if outcome.twice {
        format!("{headline} There are other files of the same department and year.")
    } else {
        headline
    }
}

pub(super) fn receipt(receipt: &str, check: Check) -> String {
    let note = match check {
        Check::Good => "read it to the department and compare",
        Check::Bad => "computed from the content; a file bears another",
        Check::Open => "computed from the content; a file bears none",
    };
    format!("Receipt {receipt} ({note})")
}

pub(super) fn what(finding: &Finding) -> String {
    use FindingKind as K;
    let quoted = |text: &str| table::quoted(Lang::En, text);
    let pair = |found: &str, expected: &str| {
        table::found_and_expected(Lang::En, finding.column_id, found, expected)
    };
    match &finding.kind {
        K::Unreadable(error) => read_error::words(Lang::En, error).0,
        K::PartnerMissing(kind) => {
            format!(
                "The other file, {}, is missing.",
                table::sheet(Lang::En, *kind)
            )
        }
        K::Duplicate => {
            "An earlier file of the same kind is about the same department and year.".to_owned()
        }
        K::ReceiptDiffers { printed, computed } | K::DigestDiffers { printed, computed } => {
            let printed = quoted(printed);
            format!("It says {printed}; the content gives {computed}.")
        }
        K::SealMissing => "Nothing is written here.".to_owned(),
        K::Inconsistent { found, expected } => {
            let (found, expected) = pair(found, expected);
            format!("It says {found}; the first row says {expected}.")
        }
        K::FigureDiffers {
            scope,
            found,
            expected,
        } => {
            let (found, expected) = pair(found, expected);
            let scope = quoted(scope);
            format!("The figure of {scope} is {found}; the answers give {expected}.")
        }
        K::CellDiffers { found, expected } => {
            let (found, expected) = pair(found, expected);
            format!("It says {found}; it should be {expected}.")
        }
        K::UnknownMark(mark) => format!("{} is no mark.", quoted(mark)),
        K::BadNumber(text) => format!("{} is no number that can stand here.", quoted(text)),
        K::WorthDiffers { found, expected } => {
            let (found, expected) = pair(found, expected);
            format!("The worth is {found}; that of this mark should be {expected}.")
        }
        K::RowTwice { first } => format!("The id is that of row {first}."),
        K::UnknownRow(id) => format!("The checklist has no {}.", quoted(id)),
        K::RowMissing(id) => format!("The row of {} is missing.", quoted(id)),
        K::Lost(sign) => lost(*sign).to_owned(),
        K::ShortRow => "The row ends early.".to_owned(),
        K::MissingColumn(_) => "The column is missing.".to_owned(),
        K::UnknownColumn(heading) => format!("The heading {} is none of ours.", quoted(heading)),
        K::OtherChecklist { found } => {
            format!(
                "The checklist of the files (digest {}) is not at hand.",
                quoted(found)
            )
        }
    }
}

const fn lost(sign: LostSign) -> &'static str {
    match sign {
        LostSign::QuestionMark => {
            "There is a `?`, perhaps in place of a character lost in an encoding."
        }
        LostSign::Replacement => "A character was lost in an encoding (U+FFFD).",
        LostSign::Geta => "There is a `〓`, perhaps in place of a character lost in an encoding.",
        LostSign::NumberedCharacter => {
            "A character was lost in an encoding (its number &#…; remains)."
        }
        LostSign::Exponent => "Digits were probably lost in a spreadsheet (1.23E+11).",
        LostSign::Hashes => "The value was probably lost in a spreadsheet (only ### remains).",
    }
}

pub(super) const fn todo(kind: &FindingKind) -> &'static str {
    use FindingKind as K;
    match kind {
        K::Unreadable(_)
        | K::DigestDiffers { .. }
        | K::SealMissing
        | K::FigureDiffers { .. }
        | K::UnknownMark(_)
        | K::BadNumber(_)
        | K::RowTwice { .. }
        | K::RowMissing(_) => ASK_AGAIN,
        K::PartnerMissing(_) => "Name both files, the summary and the answers.",
        K::Duplicate => "Ask the department which one counts.",
        K::ReceiptDiffers { .. } => "Ask the department for the number it noted.",
        K::Inconsistent { .. } => "Check whether rows of another department or year are mixed in.",
        K::CellDiffers { .. } | K::UnknownRow(_) => {
            "Compare it with the checklist and ask the department."
        }
        K::WorthDiffers { .. } => "Ask the department which of mark and worth is right.",
        K::Lost(LostSign::Exponent | LostSign::Hashes) => ASK_AGAIN,
        K::Lost(
            LostSign::QuestionMark
            | LostSign::Replacement
            | LostSign::Geta
            | LostSign::NumberedCharacter,
        ) => SAVE_AS_UTF8,
        K::ShortRow => "Read as empty cells; it may stay so.",
        K::MissingColumn(_) => "Read as empty cells; check whether the column was removed.",
        K::UnknownColumn(_) => "The column is not looked at; it may stay.",
        K::OtherChecklist { .. } => {
            "Wording and weights were not compared; that takes the checklist of that year."
        }
    }
}
