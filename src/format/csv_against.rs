//! Lays an exported file beside the checklist it names: rows that are missing or unknown, and
//! cells that the checklist alone decides.

use std::collections::HashSet;

use super::csv_canonical::{self, SheetKind};
use super::csv_finding::{Finding, FindingKind};
use super::csv_recount::at;
use super::csv_rows;
use super::csv_sheet::Sheet;
use crate::domain::checklist::Checklist;
use crate::domain::scope;
use crate::text::columns::Header;

/// Returns what differs.
pub(super) fn against(checklist: &Checklist, sheet: &Sheet) -> Vec<Finding> {
    let (id, expected): (&'static str, Vec<String>) = match sheet.kind {
        SheetKind::Summary => {
            let scopes = scope::scopes(checklist);
            (
                "scope_id",
                scopes.into_iter().map(|scope| scope.id).collect(),
            )
        }
        SheetKind::Answers => {
            let ids = checklist.items.iter().map(|item| item.id.0.clone());
            ("item_id", ids.collect())
        }
    };
    let mut findings = Vec::new();
    let known: HashSet<&str> = expected.iter().map(String::as_str).collect();
    let mut there: HashSet<&str> = HashSet::new();
    for row in &sheet.rows {
        let found = sheet.cell(row, id).trim();
        if known.contains(found) {
            there.insert(found);
        } else {
            let kind = FindingKind::UnknownRow(found.to_owned());
            findings.push(at(sheet, row, id, kind));
        }
    }
    for absent in expected.iter().filter(|id| !there.contains(id.as_str())) {
        let kind = FindingKind::RowMissing(absent.clone());
        findings.push(Finding::about(Some(sheet.kind), kind));
    }
    if sheet.kind == SheetKind::Answers {
        findings.extend(item_cells(checklist, sheet));
    }
    findings
}

fn item_cells(checklist: &Checklist, sheet: &Sheet) -> Vec<Finding> {
    let outline = scope::outline(checklist);
    let mut findings = Vec::new();
    for row in &sheet.rows {
        let Some(position) = checklist.position(sheet.cell(row, "item_id").trim()) else {
            continue;
        };
        let Some(item) = checklist.items.get(position) else {
            continue;
        };
        for column in sheet.kind.columns() {
            let expected = match column.id {
                "clause_path" => Some(csv_rows::clause_path(&outline, position)),
                id => csv_rows::item_cell(checklist, item, position, Header::En, id),
            };
            let (Some(expected), Some(_)) = (expected, sheet.place(column.id)) else {
                continue;
            };
            let found = sheet.cell(row, column.id);
            let canonical = |cell| csv_canonical::cell(column.content, cell);
            if found != expected && canonical(found) != canonical(&expected) {
                let kind = FindingKind::CellDiffers {
                    found: found.to_owned(),
                    expected,
                };
                findings.push(at(sheet, row, column.id, kind));
            }
        }
    }
    findings
}
