//! Counts and scores the answers anew and lays the result beside the summary.

use std::collections::{BTreeMap, HashMap};

use super::csv_canonical::{self, SheetKind};
use super::csv_figures::{self, default_scale};
use super::csv_finding::{Finding, FindingKind, ScaleBasis};
use super::csv_sheet::{Sheet, SheetRow};
use super::csv_spreadsheet::narrowed;
use super::mark_text;
use crate::domain::mark::Mark;
use crate::domain::policy::Tier;
use crate::domain::scale::Scale;
use crate::domain::scope::TOTAL;
use crate::domain::score::{Entry, Figures};
use crate::text::columns::{Content, MARK, TIER, YES_NO};

/// The most a mark may be worth.
const WORTH_MAX: u8 = 100;

/// The columns that nothing can be counted without.
const NEEDED: [&str; 4] = ["item_id", "weight", "critical", "mark"];

/// An answer as it counts.
struct Counted {
    entry: Entry,
    /// Ids of every article, clause and tier it belongs to.
    scopes: Vec<String>,
}

/// Recomputes every figure of a summary from its answers.
///
/// Without the checklist's scale the marks' worths are taken from the answers themselves.
pub(super) fn recount(
    summary: &Sheet,
    answers: &Sheet,
    scale: Option<&Scale>,
) -> (ScaleBasis, Vec<Finding>) {
    let mut findings = Vec::new();
    // Absent columns are told elsewhere; without these nothing can be counted.
    if NEEDED.iter().any(|id| answers.place(id).is_none()) {
        return (ScaleBasis::None, findings);
    }
    let (basis, scale) = match scale {
        Some(scale) => {
            check_worths(answers, scale, &mut findings);
            (ScaleBasis::Checklist, scale.clone())
        }
        None => scale_of_file(answers, &mut findings),
    };
    let counted: Vec<Option<Counted>> = answers
        .rows
        .iter()
        .map(|row| counted(answers, row, &scale, &mut findings))
        .collect();
    // One answer that cannot be read would shift every figure above it.
    let Some(counted) = counted.into_iter().collect::<Option<Vec<Counted>>>() else {
        return (ScaleBasis::None, findings);
    };
    twice(answers, "item_id", &mut findings);
    twice(summary, "scope_id", &mut findings);
    let known = scopes_of(&counted);
    for row in &summary.rows {
        let id = summary.cell(row, "scope_id").trim();
        let members = match Tier::from_code(id) {
            Some(_) => "tiers",
            None => "clause_path",
        };
        if id != TOTAL && answers.place(members).is_none() {
            continue;
        }
        let figures = figures(&counted, id, &scale);
        check_row(summary, row, &figures, &scale, &mut findings);
    }
    for id in known {
        if !summary
            .rows
            .iter()
            .any(|row| summary.cell(row, "scope_id").trim() == id)
        {
            let kind = FindingKind::RowMissing(id);
            findings.push(Finding::about(Some(SheetKind::Summary), kind));
        }
    }
    (basis, findings)
}

fn scopes_of(counted: &[Counted]) -> Vec<String> {
    let mut known = vec![TOTAL.to_owned()];
    for id in counted.iter().flat_map(|answer| &answer.scopes) {
        if !known.contains(id) {
            known.push(id.clone());
        }
    }
    known
}

fn figures(counted: &[Counted], scope: &str, scale: &Scale) -> Figures {
    let inside = |answer: &&Counted| scope == TOTAL || answer.scopes.iter().any(|id| id == scope);
    Figures::of(
        counted.iter().filter(inside).map(|answer| answer.entry),
        scale,
    )
}

fn check_row(
    summary: &Sheet,
    row: &SheetRow,
    figures: &Figures,
    scale: &Scale,
    findings: &mut Vec<Finding>,
) {
    let scope = summary.cell(row, "scope_id").trim();
    for id in csv_figures::COLUMNS {
        if summary.place(id).is_none() {
            continue;
        }
        let found = summary.cell(row, id);
        let expected = csv_figures::cell(figures, scale, scope == TOTAL, id).unwrap_or_default();
        let differs = || csv_canonical::text(found.trim()) != csv_canonical::text(&expected);
        if found != expected && differs() {
            findings.push(at(
                summary,
                row,
                id,
                FindingKind::FigureDiffers {
                    scope: scope.to_owned(),
                    found: found.to_owned(),
                    expected,
                },
            ));
        }
    }
}

fn counted(
    answers: &Sheet,
    row: &SheetRow,
    scale: &Scale,
    findings: &mut Vec<Finding>,
) -> Option<Counted> {
    let written = answers.cell(row, "mark");
    let mark = if written.trim().is_empty() {
        Ok(None)
    } else {
        mark(written, scale).map(Some).ok_or(written)
    };
    if let Err(unknown) = mark {
        let kind = FindingKind::UnknownMark(unknown.to_owned());
        findings.push(at(answers, row, "mark", kind));
    }
    let weight = small_number(answers.cell(row, "weight"));
    if weight.is_none() {
        let kind = FindingKind::BadNumber(answers.cell(row, "weight").to_owned());
        findings.push(at(answers, row, "weight", kind));
    }
    let mut scopes: Vec<String> = csv_canonical::list(answers.cell(row, "clause_path"))
        .map(str::to_owned)
        .collect();
    let tiers = csv_canonical::cell(Content::List(TIER), answers.cell(row, "tiers"));
    scopes.extend(csv_canonical::list(&tiers).map(str::to_owned));
    Some(Counted {
        entry: Entry {
            weight: weight?,
            critical: csv_canonical::code(YES_NO, answers.cell(row, "critical")) == Some("yes"),
            mark: mark.ok()?,
        },
        scopes,
    })
}

/// A mark as an export writes it: a code, a word of the scale, or a word of the shipped scale.
pub(super) fn mark(written: &str, scale: &Scale) -> Option<Mark> {
    mark_text::parse(written, scale)
        .or_else(|| Mark::from_code(csv_canonical::code(MARK, written)?))
}

pub(super) fn small_number(cell: &str) -> Option<u8> {
    let narrow = narrowed(cell);
    let whole = narrow.split_once('.').map_or(&*narrow, |(whole, _)| whole);
    let number = whole.parse().ok()?;
    (csv_canonical::text(&narrow) == csv_canonical::text(whole)).then_some(number)
}

/// Each row's mark and the worth written beside it, where there is one.
fn worths<'a>(
    answers: &'a Sheet,
    scale: &'a Scale,
) -> impl Iterator<Item = (&'a SheetRow, Mark, &'a str)> {
    answers.rows.iter().filter_map(move |row| {
        let worth = answers.cell(row, "mark_value").trim();
        let mark = mark(answers.cell(row, "mark"), scale)?;
        (answers.place("mark_value").is_some() && mark != Mark::NotApplicable)
            .then_some((row, mark, worth))
    })
}

fn check_worths(answers: &Sheet, scale: &Scale, findings: &mut Vec<Finding>) {
    for (row, mark, worth) in worths(answers, scale) {
        let expected = scale.value(mark).unwrap_or(0);
        if small_number(worth) != Some(expected) {
            let kind = FindingKind::WorthDiffers {
                found: worth.to_owned(),
                expected: expected.to_string(),
            };
            findings.push(at(answers, row, "mark_value", kind));
        }
    }
}

pub(super) fn scale_of_file(answers: &Sheet, findings: &mut Vec<Finding>) -> (ScaleBasis, Scale) {
    let shipped = default_scale();
    let mut seen: BTreeMap<Mark, u8> = BTreeMap::new();
    for (row, mark, worth) in worths(answers, &shipped) {
        let Some(number) = small_number(worth).filter(|&number| number <= WORTH_MAX) else {
            let kind = FindingKind::BadNumber(worth.to_owned());
            findings.push(at(answers, row, "mark_value", kind));
            continue;
        };
        let first = *seen.entry(mark).or_insert(number);
        if first != number {
            let kind = FindingKind::WorthDiffers {
                found: worth.to_owned(),
                expected: first.to_string(),
            };
            findings.push(at(answers, row, "mark_value", kind));
        }
    }
    let mut scale = shipped.clone();
    for (mark, number) in seen {
        if let Some(entry) = scale.marks.get_mut(mark.index()) {
            entry.value = Some(number);
        }
    }
    let basis = if scale == shipped {
        ScaleBasis::Default
    } else {
        ScaleBasis::File
    };
    (basis, scale)
}

fn twice(sheet: &Sheet, id: &'static str, findings: &mut Vec<Finding>) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for row in &sheet.rows {
        let key = sheet.cell(row, id).trim();
        if let Some(&first) = first.get(key) {
            findings.push(at(sheet, row, id, FindingKind::RowTwice { first }));
        } else {
            first.insert(key, row.number);
        }
    }
}

/// Returns a finding about a cell.
pub(super) fn at(sheet: &Sheet, row: &SheetRow, id: &'static str, kind: FindingKind) -> Finding {
    Finding {
        sheet: Some(sheet.kind),
        row: Some(row.number),
        column: sheet.place(id),
        column_id: Some(id),
        kind,
    }
}

#[cfg(test)]
mod tests {
    use super::small_number;

    #[test]
    fn numbers_are_read_as_spreadsheets_write_them() {
        for (cell, number) in [
            ("3", Some(3)),
            (" 50.0 ", Some(50)),
            ("３", Some(3)),
            ("５０．０", Some(50)),
            ("50.5", None),
            ("三", None),
            ("", None),
        ] {
            assert_eq!(small_number(cell), number, "{cell}");
        }
    }
}
