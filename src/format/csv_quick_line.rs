//! Cells of a file as it was written, and the canonical line they make: mostly the very bytes that
//! stand in the file.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};

use super::csv_blocks;
use super::csv_canonical;
use super::csv_quick_rows::{next, text};
use super::csv_table::CELL_MAX;
use super::csv_written::{is_written_moment, is_written_number, is_written_tenths};
use crate::text::columns::{Column, Content};

/// So many cells, taken apart.
pub(super) struct Cells<'a, const N: usize> {
    /// The cells as they stand in the file.
    pub(super) raw: [&'a [u8]; N],
    /// How long they are together, with the comma behind each.
    pub(super) length: usize,
}

impl<'a, const N: usize> Cells<'a, N> {
    /// Takes cells off the beginning of some bytes, each with a comma behind it; none when they are
    /// not as they would be written.
    pub(super) fn take(bytes: &'a [u8]) -> Option<Self> {
        let mut raw: [&[u8]; N] = [&[]; N];
        let mut length = 0;
        for cell in &mut raw {
            let rest = bytes.get(length..)?;
            // Most cells are empty or short.
            let end = match rest.first()? {
                b',' => 0,
                _ => memchr::memchr2(b',', b'"', rest)?,
            };
            if rest.get(end) == Some(&b'"') {
                return Self::take_quoted(bytes);
            }
            *cell = rest.get(..end)?;
            length += end + 1;
        }
        let broken = memchr::memchr3(0, b'\r', b'\n', bytes.get(..length)?).is_some();
        let fits = length <= CELL_MAX && !broken;
        fits.then_some(Self { raw, length })
    }

    fn take_quoted(bytes: &'a [u8]) -> Option<Self> {
        let mut raw: [&[u8]; N] = [&[]; N];
        let mut length = 0;
        for cell in &mut raw {
            let found = next(bytes.get(length..)?).filter(|found| !found.last)?;
            length += found.length;
            *cell = found.bytes;
        }
        // What the full reader refuses.
        let refused = length > CELL_MAX || memchr::memchr(0, bytes.get(..length)?).is_some();
        (!refused).then_some(Self { raw, length })
    }
}

/// Returns the canonical line of cells that stand in the file as in it, each with a comma behind it.
pub(super) fn as_it_stands(cells: &[u8]) -> &[u8] {
    let mut line = cells;
    // Empty cells at the end leave no trace, nor does the last comma.
    while let [rest @ .., b','] = line {
        line = rest;
    }
    line
}

/// Returns whether a cell stands in the file as in its canonical line.
pub(super) fn is_canonical(content: Content, raw: &[u8]) -> bool {
    let Some(first) = raw.first() else {
        return true;
    };
    if matches!(first, b'"' | b'\'') {
        return false;
    }
    match content {
        Content::Word(words) => {
            words.iter().any(|word| word.ja.as_bytes() == raw)
                || !words.iter().any(|word| word.code.as_bytes() == raw)
                    && csv_canonical::is_itself(raw)
                    && is_trimmed(raw)
        }
        Content::Text => {
            is_written_moment(raw) || is_written_number(raw) || csv_canonical::is_itself(raw)
        }
        Content::Tenths => is_written_tenths(raw),
        Content::List(_) | Content::Seal => false,
    }
}

/// Words are known whatever blanks stand around them.
fn is_trimmed(raw: &[u8]) -> bool {
    std::str::from_utf8(raw).is_ok_and(|text| text.trim().len() == text.len())
}

/// Adds the canonical line of some cells.
pub(super) fn put_line<'a>(
    columns: impl IntoIterator<Item = &'a Column>,
    cells: &[&[u8]],
    to: &mut Vec<u8>,
) -> Option<()> {
    put_line_by(columns, cells, to, |_, content, raw| {
        is_canonical(content, raw)
    })
}

/// Adds the canonical line of some cells; `canonical` says whether a cell stands in the file as in
/// it.
pub(super) fn put_line_by<'a>(
    columns: impl IntoIterator<Item = &'a Column>,
    cells: &[&[u8]],
    to: &mut Vec<u8>,
    mut canonical: impl FnMut(usize, Content, &[u8]) -> bool,
) -> Option<()> {
    let mut kept = to.len();
    for (at, (column, raw)) in columns.into_iter().zip(cells).enumerate() {
        if at > 0 {
            to.push(b',');
        }
        let before = to.len();
        if canonical(at, column.content, raw) {
            to.extend_from_slice(raw);
        } else {
            let made = csv_canonical::cell(column.content, &text(raw)?);
            to.extend_from_slice(csv_blocks::line([made.as_str()]).as_bytes());
        }
        if to.len() > before {
            kept = to.len();
        }
    }
    to.truncate(kept);
    Some(())
}

/// A cell that is often the same as the one looked at before.
#[derive(Clone, Default, Debug)]
pub(super) struct Known(Vec<u8>);

impl Known {
    /// Returns whether a cell, always of one content, stands in the file as in its canonical line.
    pub(super) fn is_canonical(&mut self, content: Content, raw: &[u8]) -> bool {
        if raw.is_empty() || self.0 == raw {
            return true;
        }
        let canonical = is_canonical(content, raw);
        if canonical {
            self.0.clear();
            self.0.extend_from_slice(raw);
        }
        canonical
    }
}

/// The longest text that is looked at as soon as remembered, in bytes.
const SHORT: usize = 16;
/// How many texts are remembered.
const TEXTS_MAX: usize = 1 << 16;

/// Texts that stand in a file as in their canonical line, remembered by their hashes: many
/// departments write the same. Of two texts with one hash, one may pass that would not; its line
/// then fits no digest, and the full reader decides.
#[derive(Default, Debug)]
pub(super) struct KnownTexts {
    hasher: RandomState,
    hashes: HashSet<u64>,
}

impl KnownTexts {
    /// Returns whether a text stands in the file as in its canonical line.
    pub(super) fn is_canonical(&mut self, raw: &[u8]) -> bool {
        // Numbers and dates are told at once.
        if raw.len() <= SHORT {
            return is_canonical(Content::Text, raw);
        }
        let hash = self.hasher.hash_one(raw);
        if self.hashes.contains(&hash) {
            return true;
        }
        let canonical = is_canonical(Content::Text, raw);
        if canonical {
            if self.hashes.len() >= TEXTS_MAX {
                self.hashes.clear();
            }
            self.hashes.insert(hash);
        }
        canonical
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::columns::{MARK, TIER};
    use proptest::prelude::*;

    #[test]
    fn cells_are_taken_with_their_commas() {
        let bytes = b"a,,\"b,c\",,tail\r\n";
        let cells = Cells::<4>::take(bytes).unwrap();
        assert_eq!(cells.raw, [&b"a"[..], b"", b"\"b,c\"", b""]);
        assert_eq!(cells.length, 10);
        assert_eq!(as_it_stands(&bytes[..cells.length]), b"a,,\"b,c\"");
        assert!(Cells::<3>::take(b"a,b\r\n").is_none());
        assert!(Cells::<2>::take(b"a\0,b,").is_none());
    }

    #[test]
    fn texts_that_are_canonical_are_so_again_and_others_never() {
        let mut texts = KnownTexts::default();
        let same = "7月の研修を見送り、代わりの日を決めていません。";
        // Voicing marks are composed, and line ends are of one kind.
        let others = [
            "か\u{3099}いらんした記録がありません。",
            "記録がありません。\r来月に確かめます。",
        ];
        for _ in 0..3 {
            assert!(texts.is_canonical(same.as_bytes()));
            for other in others {
                assert!(!texts.is_canonical(other.as_bytes()), "{other}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_glance_tells_what_a_closer_look_would(
            raw in prop_oneof![
                "[ -~\u{300}\u{3000}-\u{30ff}\u{4e00}-\u{9fff}\u{f900}-\u{faff}\u{ff01}-\u{ff5e}]{0,8}",
                "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}",
                "2026-(02|04|12)-(28|29|30|31) (00|23|24):(00|59|60)",
                "[0-9]{1,9}(\\.[0-9]{1,2})?",
                " ?(実施|未実施|yes|partial|全系統|[0-9.,e+-]{0,6})　?",
            ],
        ) {
            // As the cell stands in a file, a mark at its beginning is no text.
            prop_assume!(!raw.starts_with(['"', '\'']) && !raw.contains([',', '"']));
            for content in [Content::Text, Content::Tenths, Content::Word(MARK), Content::List(TIER)] {
                let canonical = csv_canonical::cell(content, &raw);
                prop_assert!(!is_canonical(content, raw.as_bytes()) || canonical == raw, "{raw}");
                let column = Column { id: "id", ja: "", en: "", content };
                let mut line = Vec::new();
                put_line([&column], &[raw.as_bytes()], &mut line).unwrap();
                prop_assert_eq!(String::from_utf8(line).unwrap(), csv_blocks::line([canonical.as_str()]));
            }
        }
    }
}
