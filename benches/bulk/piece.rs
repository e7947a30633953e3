//! Cells that are written many times, ready made: as they stand in the file, and as they are hashed.

use sha2::{Digest as _, Sha256};
use tenken::format::csv_canonical::{SheetKind, cell};
use tenken::format::csv_guard::guard;
use tenken::text::columns::Column;

/// A few cells that stand side by side.
#[derive(Clone, Default)]
pub(crate) struct Piece {
    /// As in the file, commas between.
    csv: Vec<u8>,
    /// As it is hashed: id and canonical form of each cell that is not empty.
    canon: Vec<u8>,
    cells: usize,
}

impl Piece {
    /// Makes a piece of cells, by column id.
    pub(crate) fn of<'a>(
        kind: SheetKind,
        cells: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let mut piece = Self::default();
        for (index, (id, raw)) in cells.into_iter().enumerate() {
            if index > 0 {
                piece.csv.push(b',');
            }
            quote(&mut piece.csv, &guard(raw));
            let position = kind.position(id).expect("a column");
            let column: &Column = &kind.columns()[position];
            let canonical = cell(column.content, raw);
            if !canonical.is_empty() {
                part(&mut piece.canon, id.as_bytes());
                part(&mut piece.canon, canonical.as_bytes());
                piece.cells += 1;
            }
        }
        piece
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

/// Adds a part as it is hashed: its length, then its bytes.
fn part(to: &mut Vec<u8>, bytes: &[u8]) {
    to.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    to.extend_from_slice(bytes);
}

/// What stands at the end of every row, written last.
const SEALS: usize = "R-XXXXX-XXXXX".len() + 1 + "h0123456789abcdef".len() + 2;

/// One file in the making: its rows as written, and its canonical content.
#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) csv: Vec<u8>,
    rows: Vec<Vec<u8>>,
    count: usize,
    seals: Vec<usize>,
    body: Vec<u8>,
    cells: usize,
    canon: Vec<u8>,
}

impl Sheet {
    /// Begins a file anew.
    pub(crate) fn begin(&mut self) {
        self.csv.clear();
        self.seals.clear();
        self.canon.clear();
        self.count = 0;
    }

    /// Begins a row.
    pub(crate) fn row(&mut self) {
        self.body.clear();
        self.cells = 0;
    }

    /// Adds cells to a row.
    pub(crate) fn push(&mut self, piece: &Piece) {
        self.csv.extend_from_slice(&piece.csv);
        self.csv.push(b',');
        self.body.extend_from_slice(&piece.canon);
        self.cells += piece.cells;
    }

    /// Ends a row, leaving room for its seals.
    pub(crate) fn end_row(&mut self) {
        self.seals.push(self.csv.len());
        self.csv.resize(self.csv.len() + SEALS, 0);
        if self.rows.len() == self.count {
            self.rows.push(Vec::new());
        }
        let row = &mut self.rows[self.count];
        row.clear();
        part(row, self.cells.to_string().as_bytes());
        row.extend_from_slice(&self.body);
        self.count += 1;
    }

    /// Puts the rows together in the order they are hashed in.
    pub(crate) fn close(&mut self, kind: SheetKind, order: &[usize]) {
        let code = match kind {
            SheetKind::Summary => "summary",
            SheetKind::Answers => "answers",
        };
        part(&mut self.canon, code.as_bytes());
        part(&mut self.canon, self.count.to_string().as_bytes());
        for &row in order {
            self.canon.extend_from_slice(&self.rows[row]);
        }
    }

    /// Writes the seals into every row.
    pub(crate) fn seal(&mut self, receipt: &str) {
        let digest = digest("tenken-file-1", &[&self.canon]);
        let short = tenken::format::digest::lettered(&digest[..8]);
        let seals = format!("{receipt},{short}\r\n");
        for &place in &self.seals {
            self.csv[place..place + SEALS].copy_from_slice(seals.as_bytes());
        }
    }
}

/// Returns the receipt over two files.
pub(crate) fn receipt(summary: &Sheet, answers: &Sheet) -> String {
    let digest = digest("tenken-receipt-1", &[&summary.canon, &answers.canon]);
    tenken::format::receipt::spoken(&digest)
}

fn digest(name: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut first = Vec::new();
    part(&mut first, name.as_bytes());
    let mut hasher = Sha256::new();
    hasher.update(&first);
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}
