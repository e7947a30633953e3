//! Cells that are written many times, ready made: as they stand in the file, and as they are hashed.

use tenken::format::csv_blocks::{Blocks, Group, line};
use tenken::format::csv_canonical::{SheetKind, cell};
use tenken::format::csv_guard::guard;
use tenken::format::receipt;

/// A few cells of one group that stand side by side.
#[derive(Clone)]
pub(crate) struct Piece {
    /// As in the file, commas between.
    csv: Vec<u8>,
    /// As they are hashed, a comma behind each.
    canon: Vec<u8>,
    group: Group,
}

impl Piece {
    /// Makes a piece of cells, by column id.
    pub(crate) fn of<'a>(
        kind: SheetKind,
        cells: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let (mut csv, mut canon, mut group) = (Vec::new(), Vec::new(), Group::Own);
        for (index, (id, raw)) in cells.into_iter().enumerate() {
            if index > 0 {
                csv.push(b',');
            }
            quote(&mut csv, &guard(raw));
            let position = kind.position(id).expect("a column");
            let canonical = cell(kind.columns()[position].content, raw);
            canon.extend_from_slice(line([canonical.as_str()]).as_bytes());
            canon.push(b',');
            group = Group::of(kind, position);
        }
        Self { csv, canon, group }
    }
}

/// Writes a cell with quotation marks where it needs them.
fn quote(to: &mut Vec<u8>, text: &str) {
    if text.contains(['"', ',', '\r', '\n']) {
        to.push(b'"');
        to.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        to.push(b'"');
    } else {
        to.extend_from_slice(text.as_bytes());
    }
}

/// What stands at the end of every row, written last.
const SEALS: usize = "R-XXXXX-XXXXX".len() + 1 + "h0123456789abcdef".len() + 2;

/// One file in the making: its rows as written, and what their lines are.
#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) csv: Vec<u8>,
    rows: Vec<Lines>,
    count: usize,
    seals: Vec<usize>,
    digest: [u8; 32],
}

/// A row as it is hashed.
#[derive(Default)]
struct Lines {
    shared: Vec<u8>,
    asked: Vec<u8>,
    figures: Vec<u8>,
    own: Vec<u8>,
}

impl Lines {
    fn all(&mut self) -> [&mut Vec<u8>; 4] {
        [
            &mut self.shared,
            &mut self.asked,
            &mut self.figures,
            &mut self.own,
        ]
    }
}

impl Sheet {
    /// Begins a file anew.
    pub(crate) fn begin(&mut self) {
        self.csv.clear();
        self.seals.clear();
        self.count = 0;
    }

    /// Begins a row.
    pub(crate) fn row(&mut self) {
        if self.rows.len() == self.count {
            self.rows.push(Lines::default());
        }
        self.rows[self.count].all().into_iter().for_each(Vec::clear);
    }

    /// Adds cells to a row.
    pub(crate) fn push(&mut self, piece: &Piece) {
        self.csv.extend_from_slice(&piece.csv);
        self.csv.push(b',');
        let row = &mut self.rows[self.count];
        let line = match piece.group {
            Group::Shared => &mut row.shared,
            Group::Asked => &mut row.asked,
            Group::Figures => &mut row.figures,
            Group::Own => &mut row.own,
            Group::Seal => return,
        };
        line.extend_from_slice(&piece.canon);
    }

    /// Ends a row, leaving room for its seals.
    pub(crate) fn end_row(&mut self) {
        self.seals.push(self.csv.len());
        self.csv.resize(self.csv.len() + SEALS, 0);
        for line in self.rows[self.count].all() {
            while line.last() == Some(&b',') {
                line.pop();
            }
        }
        self.count += 1;
    }

    /// Hashes the rows in their order.
    pub(crate) fn close(&mut self, kind: SheetKind) {
        let mut blocks = Blocks::default();
        let mut rows: Vec<&Lines> = self.rows.iter().take(self.count).collect();
        rows.sort_by(|one, other| one.asked.cmp(&other.asked));
        for row in rows {
            blocks.shared(std::str::from_utf8(&row.shared).expect("UTF-8"));
            blocks.asked(&row.asked);
            if kind == SheetKind::Summary {
                blocks.figures(&row.figures);
            }
            blocks.own(&row.own);
        }
        self.digest = blocks.finish().digest(kind, self.count);
    }

    /// Writes the seals into every row.
    pub(crate) fn seal(&mut self, receipt: &str) {
        let seals = format!("{receipt},{}\r\n", receipt::printed(&self.digest));
        for &place in &self.seals {
            self.csv[place..place + SEALS].copy_from_slice(seals.as_bytes());
        }
    }
}

/// Returns the receipt over two files.
pub(crate) fn receipt(summary: &Sheet, answers: &Sheet) -> String {
    receipt::of_digests(&summary.digest, &answers.digest)
}
