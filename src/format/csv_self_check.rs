//! Checks the two files just written against the workbook they were written from.

use super::csv_canonical::SheetKind;
use super::csv_export::{ExportInput, Grid, seal};
use super::csv_finding::{Finding, FindingKind};
use super::csv_recount::at;
use super::csv_sheet::Sheet;
use super::csv_verify::{Named, judge};
use super::receipt;

/// Reads both files back, recounts and re-scores them, compares every cell with the workbook, and
/// the receipt with the one that was told. Returns what is wrong; nothing, as it should be.
#[must_use]
pub fn self_check(
    input: &ExportInput<'_>,
    told: &str,
    summary: &[u8],
    answers: &[u8],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let expected = seal(input);
    if !receipt::same(&expected.receipt, told) {
        let kind = FindingKind::ReceiptDiffers {
            printed: told.to_owned(),
            computed: expected.receipt.clone(),
        };
        findings.push(Finding::about(None, kind));
    }
    let mut read = |bytes, grid: &Grid| match Sheet::read(bytes) {
        Ok(sheet) if sheet.kind == grid.kind => {
            findings.extend(differences(&sheet, grid));
            Some(Named::new("", sheet))
        }
        Ok(sheet) => {
            let kind = FindingKind::PartnerMissing(grid.kind);
            findings.push(Finding::about(Some(sheet.kind), kind));
            None
        }
        Err(error) => {
            let kind = FindingKind::Unreadable(error);
            findings.push(Finding::about(Some(grid.kind), kind));
            None
        }
    };
    let summary = read(summary, &expected.summary);
    let answers = read(answers, &expected.answers);
    if let (Some(summary), Some(answers)) = (&summary, &answers) {
        let checklists = std::slice::from_ref(input.checklist);
        let verdict = judge(Some(summary), Some(answers), checklists);
        let faults = verdict.findings.into_iter();
        findings.extend(faults.filter(|finding| !finding.kind.is_note()));
    }
    findings
}

/// Every cell of a file that is not, to the letter, what the workbook gives.
fn differences(sheet: &Sheet, grid: &Grid) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (row, expected) in sheet.rows.iter().zip(&grid.rows) {
        for (column, (found, expected)) in grid
            .kind
            .columns()
            .iter()
            .zip(row.cells.iter().zip(expected))
        {
            if found != expected {
                let kind = FindingKind::CellDiffers {
                    found: found.clone(),
                    expected: expected.clone(),
                };
                findings.push(at(sheet, row, column.id, kind));
            }
        }
    }
    let key = match grid.kind {
        SheetKind::Summary => "scope_id",
        SheetKind::Answers => "item_id",
    };
    let position = grid.kind.position(key);
    for expected in grid.rows.iter().skip(sheet.rows.len()) {
        let id = position.and_then(|position| expected.get(position));
        let kind = FindingKind::RowMissing(id.cloned().unwrap_or_default());
        findings.push(Finding::about(Some(grid.kind), kind));
    }
    for row in sheet.rows.iter().skip(grid.rows.len()) {
        let kind = FindingKind::UnknownRow(sheet.cell(row, key).to_owned());
        findings.push(at(sheet, row, key, kind));
    }
    findings
}
