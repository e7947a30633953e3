//! What the digest of a file is made of: four blocks of lines, each hashed on its own, so that what
//! many files share is hashed once, and a file can be checked without its partner.

use super::csv_canonical::SheetKind;
use super::csv_stream::is_plain;
use super::digest::Hasher;

/// What the digest of a file begins with.
const FILE: &str = "tenken-file-2";
/// The columns that say whose file it is: the first of both files.
pub(super) const IDENTITY: usize = crate::text::columns::IDENTITY.len();
/// The columns of an item, and those of a department's answer behind them.
pub(super) const ITEM: usize = 10;
pub(super) const ANSWERS_OWN: usize = 12;
/// The columns of a scope, of its figures, and what else is a department's own.
pub(super) const SCOPE: usize = 3;
pub(super) const FIGURES: usize = super::csv_figures::COLUMNS.len();
pub(super) const SUMMARY_OWN: usize = 3;
/// The columns of journal head, receipt and digest, at the end.
pub(super) const TAIL: usize = 3;

/// The block a column belongs to. A column added in a later version stands at the end of its group,
/// where it leaves no trace while it is empty, so that earlier receipts stay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// The same in all rows: whose file it is, and the head of the journal.
    Shared,
    /// The same for all departments: an item, or the name of a scope.
    Asked,
    /// What is computed from the answers.
    Figures,
    /// The department's own.
    Own,
    /// Receipt and digest.
    Seal,
}

impl Group {
    /// Returns the group of the column at a position.
    #[must_use]
    pub fn of(kind: SheetKind, position: usize) -> Self {
        let (asked, figures) = match kind {
            SheetKind::Answers => (ITEM, 0),
            SheetKind::Summary => (SCOPE, FIGURES),
        };
        let head = kind.columns().len() - TAIL;
        match position {
            0..IDENTITY => Self::Shared,
            _ if position < IDENTITY + asked => Self::Asked,
            _ if position < IDENTITY + asked + figures => Self::Figures,
            _ if position < head => Self::Own,
            _ if position == head => Self::Shared,
            _ => Self::Seal,
        }
    }
}

/// Returns canonical cells as one line of CSV; empty cells at its end leave no trace.
#[must_use]
pub fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let (mut line, mut kept) = (String::new(), 0);
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        if is_plain(cell.as_bytes()) {
            line.push_str(cell);
        } else {
            line.push('"');
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        }
        if !cell.is_empty() {
            kept = line.len();
        }
    }
    line.truncate(kept);
    line
}

/// The blocks of a file in the making; lines are added in the order of the asked ones.
#[derive(Clone, Default, Debug)]
pub struct Blocks {
    shared: Hasher,
    asked: Hasher,
    figures: Hasher,
    own: Hasher,
    rows: usize,
    last: Option<String>,
}

impl Blocks {
    /// Adds what a row shares with the others: only where it differs from the row before.
    pub fn shared(&mut self, line: &str) {
        if self.last.as_deref() != Some(line) {
            self.shared.part(&self.rows.to_string());
            self.shared.part(line);
            self.last = Some(line.to_owned());
        }
        self.rows += 1;
    }

    /// Returns the digest of what all rows share, where they do share it.
    #[must_use]
    pub fn shared_by_all(line: &[u8]) -> [u8; 32] {
        let mut hasher = Hasher::default();
        hasher.part("0");
        hasher.bytes(line);
        hasher.finish()
    }

    /// Adds the asked cells of a row.
    pub fn asked(&mut self, line: &[u8]) {
        self.asked.bytes(line);
    }

    /// Adds the figures of a row.
    pub fn figures(&mut self, line: &[u8]) {
        self.figures.bytes(line);
    }

    /// Adds the department's own cells of a row.
    pub fn own(&mut self, line: &[u8]) {
        self.own.bytes(line);
    }

    /// Returns the digests of the blocks.
    #[must_use]
    pub fn finish(self) -> BlockDigests {
        BlockDigests {
            shared: self.shared.finish(),
            asked: self.asked.finish(),
            figures: self.figures.finish(),
            own: self.own.finish(),
        }
    }
}

/// The digests of a file's blocks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BlockDigests {
    /// What all rows share.
    pub shared: [u8; 32],
    /// What is asked.
    pub asked: [u8; 32],
    /// What is computed; of answers, a digest of empty lines.
    pub figures: [u8; 32],
    /// What is the department's own.
    pub own: [u8; 32],
}

impl BlockDigests {
    /// Returns the digest of the file.
    #[must_use]
    pub fn digest(&self, kind: SheetKind, rows: usize) -> [u8; 32] {
        let mut hasher = Hasher::default();
        hasher.part(FILE);
        hasher.part(kind.code());
        hasher.part(&rows.to_string());
        for block in [self.shared, self.asked, self.figures, self.own] {
            hasher.raw(&block);
        }
        hasher.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::csv_figures;

    #[test]
    fn every_column_has_its_group() {
        for kind in [SheetKind::Summary, SheetKind::Answers] {
            let columns = kind.columns().iter().enumerate();
            let of = |group: Group| -> Vec<&str> {
                let inside = columns
                    .clone()
                    .filter(|(at, _)| Group::of(kind, *at) == group);
                inside.map(|(_, column)| column.id).collect()
            };
            assert_eq!(of(Group::Seal), ["receipt", "digest"]);
            assert_eq!(of(Group::Shared).last(), Some(&"journal_head"));
            let (asked, figures, own) = (of(Group::Asked), of(Group::Figures), of(Group::Own));
            if kind == SheetKind::Answers {
                assert_eq!((asked[0], asked[9]), ("item_id", "threats"));
                assert_eq!((own[0], own[11]), ("mark", "answered_by"));
                assert!(figures.is_empty());
            } else {
                assert_eq!(asked, ["scope_kind", "scope_id", "scope_label"]);
                assert_eq!(figures, csv_figures::COLUMNS);
                assert_eq!(own, ["previous_score", "handling", "checklist_changed"]);
            }
        }
    }

    #[test]
    fn a_line_has_no_trace_of_what_is_not_there() {
        assert_eq!(line(["a", "", "b,\"c\"", "", ""]), "a,,\"b,\"\"c\"\"\"");
        assert_eq!(line(["", ""]), "");
    }

    #[test]
    fn what_all_rows_share_counts_once_and_a_difference_with_its_place() {
        let of = |lines: &[&str]| {
            let mut blocks = Blocks::default();
            for line in lines {
                blocks.shared(line);
            }
            blocks.finish().shared
        };
        assert_eq!(of(&["a", "a"]), Blocks::shared_by_all(b"a"));
        assert_ne!(of(&["a", "b", "a"]), of(&["a", "a", "b"]));
    }
}
