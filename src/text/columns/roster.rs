//! The columns of a roster of departments, and the words its cells may hold.

use super::{Column, Content, Word, YES_NO};

/// The columns of a roster but for those of the profile, which bear the profile's keys.
pub const ROSTER: [Column; 6] = [
    Column::new("code", "所属コード", "department code", Content::Text),
    Column::new("name", "所属名", "department", Content::Text),
    Column::new("agency", "実施機関", "executive agency", Content::Text),
    Column::new("valid_from", "有効開始日", "first day", Content::Text),
    Column::new("valid_to", "有効終了日", "last day", Content::Text),
    Column::new(
        "predecessors",
        "前身の所属コード",
        "codes of the departments it came from, divided by ;",
        Content::Text,
    ),
];

/// What else is read as yes or no, beside [`YES_NO`].
const OTHER: &[Word] = &[
    Word::new("yes", "○"),
    Word::new("yes", "〇"),
    Word::new("yes", "有"),
    Word::new("yes", "y"),
    Word::new("yes", "true"),
    Word::new("yes", "1"),
    Word::new("no", "×"),
    Word::new("no", "無"),
    Word::new("no", "n"),
    Word::new("no", "false"),
    Word::new("no", "0"),
];

/// Reads a folded cell as yes or no.
#[must_use]
pub fn yes_or_no(folded: &str) -> Option<bool> {
    YES_NO
        .iter()
        .chain(OTHER)
        .find(|word| word.code == folded || word.ja == folded)
        .map(|word| word.code == "yes")
}

/// The name of the department in the template's example row.
pub const EXAMPLE_NAME: &str = "下水道整備課";
