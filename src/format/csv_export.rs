//! Writes a workbook as summary and answers, sealed with digests and a receipt.

use super::csv_canonical::{Canonical, SheetKind};
use super::csv_guard::{guard, needs_guard};
use super::csv_rows;
pub use super::csv_rows::ExportInput;
use super::csv_table;
use super::receipt::{file_digest, receipt};
use crate::text::columns::Header;

/// The two files of an export.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportedCsv {
    /// The bytes of the summary.
    pub summary: Vec<u8>,
    /// The bytes of the answers.
    pub answers: Vec<u8>,
    /// The receipt, printed in both files.
    pub receipt: String,
    /// The digest printed in the summary.
    pub summary_digest: String,
    /// The digest printed in the answers.
    pub answers_digest: String,
    /// How many cells bear a `'` so that no spreadsheet runs them as a formula.
    pub guarded: usize,
}

/// A file before it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Grid {
    pub kind: SheetKind,
    /// Cells in the order of the columns, without guards.
    pub rows: Vec<Vec<String>>,
}

impl Grid {
    fn new(kind: SheetKind, mut rows: Vec<Vec<String>>) -> Self {
        // No file may hold a NUL, so a text that somehow does loses it here.
        for cell in rows.iter_mut().flatten() {
            cell.retain(|sign| sign != '\0');
        }
        Self { kind, rows }
    }

    fn canonical(&self) -> Canonical {
        Canonical::new(self.kind, self.rows.iter().map(Vec::as_slice))
    }

    fn fill(&mut self, id: &str, value: &str) {
        if let Some(position) = self.kind.position(id) {
            for row in &mut self.rows {
                if let Some(cell) = row.get_mut(position) {
                    value.clone_into(cell);
                }
            }
        }
    }

    fn guarded(&self) -> usize {
        let cells = self.rows.iter().flatten();
        cells.filter(|cell| needs_guard(cell)).count()
    }

    fn write(&self, header: Header) -> std::io::Result<Vec<u8>> {
        let headings = self
            .kind
            .columns()
            .iter()
            .map(|column| column.heading(header));
        let rows = self
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| guard(cell)));
        csv_table::write(headings, rows)
    }
}

/// Both files with their seals, not yet written.
pub(super) struct Sealed {
    pub summary: Grid,
    pub answers: Grid,
    pub receipt: String,
    summary_digest: String,
    answers_digest: String,
}

/// Makes both files of a workbook.
pub(super) fn seal(input: &ExportInput<'_>) -> Sealed {
    let mut summary = Grid::new(SheetKind::Summary, csv_rows::summary(input));
    let mut answers = Grid::new(SheetKind::Answers, csv_rows::answers(input));
    let (summary_content, answers_content) = (summary.canonical(), answers.canonical());
    let sealed = receipt(&summary_content, &answers_content);
    let summary_digest = file_digest(&summary_content);
    let answers_digest = file_digest(&answers_content);
    summary.fill("receipt", &sealed);
    summary.fill("digest", &summary_digest);
    answers.fill("receipt", &sealed);
    answers.fill("digest", &answers_digest);
    Sealed {
        summary,
        answers,
        receipt: sealed,
        summary_digest,
        answers_digest,
    }
}

/// Writes a workbook as two CSV files: UTF-8 with a byte order mark, CRLF between rows.
///
/// # Errors
///
/// Whatever the CSV writer reports; writing to memory, it has nothing to report.
pub fn export_files(input: &ExportInput<'_>) -> std::io::Result<ExportedCsv> {
    let sealed = seal(input);
    Ok(ExportedCsv {
        summary: sealed.summary.write(input.header)?,
        answers: sealed.answers.write(input.header)?,
        guarded: sealed.summary.guarded() + sealed.answers.guarded(),
        receipt: sealed.receipt,
        summary_digest: sealed.summary_digest,
        answers_digest: sealed.answers_digest,
    })
}

#[cfg(test)]
#[path = "csv_export_tests.rs"]
mod tests;
