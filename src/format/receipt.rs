//! The receipt: ten characters that two people can read to each other, over both files of an
//! export. It is unkeyed; only the value read out, or a kept copy, proves anything.

use unicode_normalization::UnicodeNormalization;

use super::csv_canonical::Canonical;
use super::digest::{Hasher, lettered};

/// What the digest of a receipt begins with.
const RECEIPT: &str = "tenken-receipt-2";
/// No characters that look alike on paper: no 0 O Q D, 1 I L, 2 Z, 5 S, 8 B, V.
const ALPHABET: [char; 22] = [
    '3', '4', '6', '7', '9', 'A', 'C', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'R', 'T', 'U',
    'W', 'X', 'Y',
];
const LENGTH: usize = 10;
const GROUP: usize = 5;
/// The digits of a file's own digest, in bytes.
const DIGEST_BYTES: usize = 8;

/// Returns the receipt of a summary and its answers, such as `R-7K3MA-9XHRT`.
#[must_use]
pub fn receipt(summary: &Canonical, answers: &Canonical) -> String {
    of_digests(&summary.digest(), &answers.digest())
}

/// Returns the receipt of a summary and its answers by the digests of their contents.
#[must_use]
pub fn of_digests(summary: &[u8; 32], answers: &[u8; 32]) -> String {
    let mut hasher = Hasher::default();
    hasher.part(RECEIPT);
    hasher.raw(summary);
    hasher.raw(answers);
    spoken(&hasher.finish())
}

/// Returns a digest as the number people read out.
fn spoken(digest: &[u8; 32]) -> String {
    let mut number = digest
        .iter()
        .take(16)
        .fold(0_u128, |number, &byte| number << 8 | u128::from(byte));
    let base = ALPHABET.len() as u128;
    let mut text = String::from("R");
    for index in 0..LENGTH {
        if index % GROUP == 0 {
            text.push('-');
        }
        let digit = usize::try_from(number % base).unwrap_or(0);
        text.extend(ALPHABET.get(digit));
        number /= base;
    }
    text
}

/// Returns the digest of one file's content: `h` and 16 hexadecimal digits.
#[must_use]
pub fn file_digest(file: &Canonical) -> String {
    printed(&file.digest())
}

/// Returns a digest as it is printed in the file.
#[must_use]
pub fn printed(digest: &[u8; 32]) -> String {
    lettered(digest.get(..DIGEST_BYTES).unwrap_or(digest))
}

/// Returns whether two receipts are the same, however they were typed: full-width, in small
/// letters, without hyphens, with blanks.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    let one = bare(one);
    !one.is_empty() && one == bare(other)
}

fn bare(receipt: &str) -> String {
    receipt
        .nfkc()
        .filter(char::is_ascii_alphanumeric)
        .map(|sign| sign.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::csv_canonical::SheetKind;
    use super::*;

    fn sheet(kind: SheetKind, cell: &str) -> Canonical {
        Canonical::new(kind, [&[cell.to_owned()][..]])
    }

    #[test]
    fn a_receipt_is_ten_clear_characters() {
        let receipt = receipt(
            &sheet(SheetKind::Summary, "142069"),
            &sheet(SheetKind::Answers, "142069"),
        );
        assert_eq!(receipt.len(), 13);
        let parts: Vec<&str> = receipt.split('-').collect();
        assert_eq!(
            parts.iter().map(|part| part.len()).collect::<Vec<_>>(),
            [1, 5, 5]
        );
        assert_eq!(parts[0], "R");
        assert!(
            parts[1..]
                .concat()
                .chars()
                .all(|sign| ALPHABET.contains(&sign))
        );
        for lookalike in "0O1IL2Z5S8BQV".chars() {
            assert!(!ALPHABET.contains(&lookalike));
        }
    }

    #[test]
    fn either_file_changes_the_receipt() {
        let one = |summary, answers| {
            receipt(
                &sheet(SheetKind::Summary, summary),
                &sheet(SheetKind::Answers, answers),
            )
        };
        assert_ne!(one("1", "1"), one("2", "1"));
        assert_ne!(one("1", "1"), one("1", "2"));
        assert_ne!(
            file_digest(&sheet(SheetKind::Summary, "1")),
            file_digest(&sheet(SheetKind::Answers, "1"))
        );
    }

    #[test]
    fn a_receipt_is_known_however_it_is_typed() {
        assert!(same("R-7K3MA-9XHRT", "ｒ－７ｋ３ｍａ 9xhrt"));
        assert!(!same("R-7K3MA-9XHRT", "R-7K3MA-9XHRY"));
        assert!(!same("", ""));
    }
}
