//! Places in a source: lines, columns and what the RON reader stumbled over; how much is read.

use ron::error::Error as RonError;

use super::ron_source::SourceFile;
use crate::domain::problem::{Place, Problem, ProblemKind, SyntaxFault};

/// The most problems told at once.
pub(super) const PROBLEMS_MAX: usize = 300;
/// The most entries of a list or map.
pub(super) const LIST_MAX: usize = 2_000;
/// The longest text, in characters.
pub(super) const TEXT_MAX: usize = 4_000;
/// How many characters of a line are kept on either side of a place.
const KEPT: usize = 200;

/// Returns the place of a stretch of a file.
pub(super) fn place(file: &SourceFile, offset: usize, length: usize) -> Place {
    let (before, after) = file
        .text
        .split_at_checked(offset)
        .unwrap_or((&file.text, ""));
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.get(line_start..).unwrap_or_default();
    let column = line.chars().count();
    let near = line
        .char_indices()
        .rev()
        .nth(KEPT - 1)
        .map_or(0, |(at, _)| at);
    let mut excerpt = line.get(near..).unwrap_or_default().to_owned();
    let rest = after.split('\n').next().unwrap_or_default();
    excerpt.extend(rest.chars().take(KEPT));
    Place {
        file: file.name.clone(),
        line: before.matches('\n').count() + 1,
        column: column + 1,
        length,
        excerpt,
        skipped: column.saturating_sub(KEPT),
    }
}

/// Returns a problem of a file as a whole.
#[must_use]
pub(super) fn whole_file(name: &str, kind: ProblemKind) -> Problem {
    Problem {
        place: Place {
            file: name.to_owned(),
            line: 0,
            column: 0,
            length: 1,
            excerpt: String::new(),
            skipped: 0,
        },
        kind,
    }
}

/// Returns the byte at a line and column, both from 1 and the column in characters.
pub(super) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let mut offset = 0;
    for (index, part) in text.split_inclusive('\n').enumerate() {
        if index + 1 == line {
            let within: usize = part
                .chars()
                .take(column.saturating_sub(1))
                .map(char::len_utf8)
                .sum();
            return (offset + within).min(text.len());
        }
        offset += part.len();
    }
    text.len()
}

/// Returns a text without the blanks and comments in front.
pub(super) fn skip_comments(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let end = match rest.get(..2) {
            Some("//") => "\n",
            Some("/*") => "*/",
            _ => return rest,
        };
        let Some((_, after)) = rest.split_once(end) else {
            return rest;
        };
        rest = after.trim_start();
    }
}

/// Names a fault of the RON reader.
pub(super) fn syntax_fault(error: &RonError) -> SyntaxFault {
    match error {
        RonError::ExpectedComma => SyntaxFault::Comma,
        RonError::ExpectedMapColon => SyntaxFault::Colon,
        RonError::ExpectedArrayEnd => SyntaxFault::ListEnd,
        RonError::ExpectedStructLikeEnd | RonError::ExpectedMapEnd => SyntaxFault::FieldsEnd,
        RonError::ExpectedIdentifier
        | RonError::InvalidIdentifier(_)
        | RonError::SuggestRawIdentifier(_) => SyntaxFault::FieldName,
        RonError::UnexpectedChar(sign) => SyntaxFault::UnexpectedSign(*sign),
        RonError::ExpectedString | RonError::ExpectedStringEnd | RonError::InvalidEscape(_) => {
            SyntaxFault::Text
        }
        RonError::UnclosedBlockComment => SyntaxFault::Comment,
        RonError::Eof => SyntaxFault::EndOfFile,
        RonError::TrailingCharacters => SyntaxFault::Trailing,
        RonError::ExceededRecursionLimit => SyntaxFault::Depth,
        other => SyntaxFault::Other(other.to_string()),
    }
}
