//! What all rows of one department's part share: who handed in, and the seals at the end.

use chrono::NaiveDateTime;

use super::csv_canonical::{self, SheetKind};
use super::csv_quick_rows::{IDENTITY, TAIL, next, skip, skip_to_end, text};
use super::csv_submission::{agreed_day, agreed_municipality, moment, year};
use super::csv_written::{NUMBER_MAX, is_written_moment, plain_number};
use super::digest;
use crate::domain::fiscal_year::FiscalYear;
use crate::text::columns::{Content, STATUS};

/// The identity and the end of every row of one part.
pub(super) struct Frame<'a> {
    pub(super) identity: &'a [u8],
    pub(super) tail: &'a [u8],
    /// What both add to a digest, and how many cells of each are not empty.
    pub(super) identity_canonical: Vec<u8>,
    pub(super) identity_filled: usize,
    pub(super) head_canonical: Vec<u8>,
    pub(super) head_filled: usize,
    pub(super) receipt: String,
}

/// Who handed in, as the identity says.
pub(super) struct Who {
    pub(super) municipality_code: String,
    pub(super) municipality: String,
    pub(super) year: Option<FiscalYear>,
    pub(super) department_code: String,
    pub(super) department: String,
    pub(super) agency: String,
    pub(super) edition: String,
    pub(super) checklist_digest: String,
    pub(super) confirmed_at: Option<NaiveDateTime>,
    pub(super) confirmed_by: String,
    pub(super) journal_head: String,
}

/// Finds what the rows share in the first of them.
pub(super) fn frame(kind: SheetKind, bytes: &[u8]) -> Option<Frame<'_>> {
    let columns = kind.columns();
    let end = skip(bytes, IDENTITY)?;
    let identity = bytes.get(..end)?;
    let own = columns.len() - IDENTITY - TAIL;
    let rest = bytes.get(end..)?;
    let own = skip(rest, own)?;
    let rest = rest.get(own..)?;
    let tail = rest.get(..skip_to_end(rest, TAIL)?)?;
    let mut frame = Frame {
        identity,
        tail,
        identity_canonical: Vec::new(),
        identity_filled: 0,
        head_canonical: Vec::new(),
        head_filled: 0,
        receipt: String::new(),
    };
    let mut at = 0;
    for column in columns.get(..IDENTITY)? {
        let cell = next(identity.get(at..)?)?;
        at += cell.length;
        let filled = put(
            column.id,
            column.content,
            cell.bytes,
            &mut frame.identity_canonical,
        )?;
        frame.identity_filled += usize::from(filled);
    }
    let head = columns.get(columns.len() - TAIL)?;
    let cell = next(tail)?;
    let filled = put(head.id, head.content, cell.bytes, &mut frame.head_canonical)?;
    frame.head_filled = usize::from(filled);
    let before = cell.length;
    let cell = next(tail.get(before..)?)?;
    frame.receipt = text(cell.bytes)?.into_owned();
    let digest = tail.get(before + cell.length..).and_then(next)?;
    (!digest.bytes.is_empty()).then_some(frame)
}

/// Reads who handed in.
pub(super) fn identity(frame: &Frame<'_>) -> Option<Who> {
    let mut cells: Vec<String> = Vec::with_capacity(IDENTITY);
    let mut at = 0;
    for _ in 0..IDENTITY {
        let cell = next(frame.identity.get(at..)?)?;
        at += cell.length;
        cells.push(text(cell.bytes)?.trim().to_owned());
    }
    let journal_head = text(next(frame.tail)?.bytes)?.trim().to_owned();
    let cells: [String; IDENTITY] = cells.try_into().ok()?;
    let [
        municipality_code,
        municipality,
        fiscal_year,
        department_code,
        department,
        agency,
        edition,
        checklist_digest,
        status,
        confirmed_at,
        confirmed_by,
    ] = cells;
    let confirmed = csv_canonical::code(STATUS, &status) == Some("confirmed");
    Some(Who {
        municipality_code: agreed_municipality(&municipality_code),
        municipality,
        year: year(&fiscal_year),
        department_code,
        department,
        agency,
        edition: agreed_day(&edition),
        checklist_digest,
        confirmed_at: moment(&confirmed_at).filter(|_| confirmed),
        confirmed_by,
        journal_head,
    })
}

/// Adds a cell to what is digested; tells whether it is not empty.
pub(super) fn put(id: &str, content: Content, raw: &[u8], to: &mut Vec<u8>) -> Option<bool> {
    if raw.is_empty() {
        return Some(false);
    }
    let mut number = [0; NUMBER_MAX];
    if content == Content::Text
        && let Some(length) = plain_number(raw, &mut number)
    {
        digest::put(to, id.as_bytes());
        digest::put_two(to, csv_canonical::VALUE_BYTES, &number[..length]);
        return Some(true);
    }
    if let Some(written) = as_written(content, raw) {
        digest::put(to, id.as_bytes());
        match written {
            Written::Itself => digest::put(to, raw),
            Written::Code(code) => digest::put(to, code.as_bytes()),
            Written::Value => digest::put_two(to, csv_canonical::VALUE_BYTES, raw),
        }
        return Some(true);
    }
    let canonical = csv_canonical::cell(content, &text(raw)?);
    if canonical.is_empty() {
        return Some(false);
    }
    digest::put(to, id.as_bytes());
    digest::put(to, canonical.as_bytes());
    Some(true)
}

/// The canonical form of a cell that can be told at a glance.
enum Written {
    /// The cell itself.
    Itself,
    /// The code of a word.
    Code(&'static str),
    /// The cell itself, as the value of a date.
    Value,
}

/// Tells the canonical form of everyday cells at a glance; none for those that take a closer look.
fn as_written(content: Content, raw: &[u8]) -> Option<Written> {
    let is_plain = raw
        .first()
        .is_some_and(|first| !matches!(first, b'"' | b'\''));
    if !is_plain {
        return None;
    }
    match content {
        Content::Word(words) => words
            .iter()
            .find(|word| word.code.as_bytes() == raw || word.ja.as_bytes() == raw)
            .map(|word| Written::Code(word.code)),
        Content::Text if is_written_moment(raw) => Some(Written::Value),
        Content::Text if csv_canonical::is_itself(raw) => Some(Written::Itself),
        Content::Text | Content::List(_) | Content::Seal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::columns::{MARK, TIER};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_glance_tells_what_a_closer_look_would(
            raw in prop_oneof![
                "[ -~\u{300}\u{3000}-\u{30ff}\u{4e00}-\u{9fff}\u{f900}-\u{faff}\u{ff01}-\u{ff5e}]{0,8}",
                "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}",
                "2026-(02|04|12)-(28|29|30|31) (00|23|24):(00|59|60)",
                "[0-9]{1,9}(\\.[0-9]{1,2})?",
                "(実施|未実施|yes|partial|全系統|[0-9.,e+-]{0,6})",
            ],
        ) {
            for content in [Content::Text, Content::Word(MARK), Content::List(TIER), Content::Seal] {
                let mut at_a_glance = Vec::new();
                let filled = put("id", content, raw.as_bytes(), &mut at_a_glance);
                // As the cell stands in a file, a mark at its beginning is no text.
                if raw.starts_with(['"', '\'']) {
                    continue;
                }
                let canonical = csv_canonical::cell(content, &raw);
                let mut expected = Vec::new();
                if !canonical.is_empty() {
                    digest::put(&mut expected, b"id");
                    digest::put(&mut expected, canonical.as_bytes());
                }
                prop_assert_eq!(filled, Some(!canonical.is_empty()));
                prop_assert_eq!(at_a_glance, expected, "{}", raw);
            }
        }
    }
}
