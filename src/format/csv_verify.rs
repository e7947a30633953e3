//! Checks exported files: pairs them, recomputes receipt, digests and figures, and says where
//! they differ. Words nothing and opens no file.

use std::borrow::Cow;
use std::collections::HashMap;

use super::csv_against::against;
use super::csv_canonical::{self, Canonical, SheetKind};
use super::csv_finding::{Check, Finding, FindingKind, ScaleBasis, Verdict};
use super::csv_lost;
use super::csv_recount::{at, recount};
use super::csv_sheet::Sheet;
use super::receipt::{self, file_digest};
use crate::domain::checklist::Checklist;
use crate::text::columns::{Content, IDENTITY};

/// A file as it was given.
#[derive(Clone, Copy, Debug)]
pub struct InputFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A file that was read.
pub(super) struct Named<'a> {
    name: Cow<'a, str>,
    sheet: Sheet,
    content: Canonical,
}

impl<'a> Named<'a> {
    pub(super) fn new(name: impl Into<Cow<'a, str>>, sheet: Sheet) -> Self {
        Self {
            name: name.into(),
            content: sheet.canonical(),
            sheet,
        }
    }

    /// Returns its name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Returns its cells.
    pub(super) const fn sheet(&self) -> &Sheet {
        &self.sheet
    }
}

/// Checks files, each department and year on its own, in the order they were given.
///
/// Checklists let items, weights and the scale be checked too; each is used for the files that
/// name its digest.
#[must_use]
pub fn verify(files: &[InputFile<'_>], checklists: &[Checklist]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut summaries = Vec::new();
    let mut answers = Vec::new();
    for file in files {
        match Sheet::read(file.bytes) {
            Ok(sheet) => {
                let list = match sheet.kind {
                    SheetKind::Summary => &mut summaries,
                    SheetKind::Answers => &mut answers,
                };
                list.push(Named::new(file.name, sheet));
            }
            Err(error) => {
                let mut verdict = begin(None, None);
                verdict.unreadable = Some(file.name.to_owned());
                let kind = FindingKind::Unreadable(error);
                verdict.findings.push(Finding::about(None, kind));
                verdicts.push(verdict);
            }
        }
    }
    let (pairs, lone) = pair(summaries, answers);
    let mut seen: Vec<(SheetKind, [String; 3])> = Vec::new();
    let pairs = pairs
        .into_iter()
        .map(|(summary, answers)| (Some(summary), Some(answers)));
    let lone = lone.into_iter().map(|file| match file.sheet.kind {
        SheetKind::Summary => (Some(file), None),
        SheetKind::Answers => (None, Some(file)),
    });
    for (summary, answers) in pairs.chain(lone) {
        let mut verdict = judge(summary.as_ref(), answers.as_ref(), checklists);
        for file in [&summary, &answers].into_iter().flatten() {
            let key = (file.sheet.kind, key(&file.sheet));
            if seen.contains(&key) {
                let about = Finding::about(Some(key.0), FindingKind::Duplicate);
                verdict.findings.push(about);
            } else {
                seen.push(key);
            }
        }
        verdicts.push(verdict);
    }
    verdicts
}

/// Checks the two files of one department, or the one there is.
pub(super) fn judge(
    summary: Option<&Named<'_>>,
    answers: Option<&Named<'_>>,
    checklists: &[Checklist],
) -> Verdict {
    let mut verdict = begin(summary, answers);
    let mut sheets: Vec<&Sheet> = Vec::new();
    for file in [summary, answers].into_iter().flatten() {
        verdict.findings.extend(shape(&file.sheet));
        let check = check_digest(file, &mut verdict.findings);
        match file.sheet.kind {
            SheetKind::Summary => verdict.summary_check = check,
            SheetKind::Answers => verdict.answers_check = check,
        }
        sheets.push(&file.sheet);
    }
    let fitting = fitting(checklists, &sheets, &mut verdict.findings);
    match (summary, answers) {
        (Some(summary), Some(answers)) => {
            check_receipt(summary, answers, &mut verdict);
            let scale = fitting.map(|checklist| &checklist.scale);
            let (basis, findings) = recount(&summary.sheet, &answers.sheet, scale);
            verdict.scale = basis;
            verdict.findings.extend(findings);
        }
        (Some(_), None) => missing(SheetKind::Answers, &mut verdict),
        (None, Some(_)) => missing(SheetKind::Summary, &mut verdict),
        (None, None) => {}
    }
    verdict.findings.extend(consistency(&sheets));
    if let Some(checklist) = fitting {
        for sheet in &sheets {
            verdict.findings.extend(against(checklist, sheet));
        }
    }
    once(&mut verdict.findings);
    verdict
}

/// Drops what two checks found alike, such as a row that neither the answers nor the checklist
/// can do without.
fn once(findings: &mut Vec<Finding>) {
    // A hostile file has tens of thousands of findings: only those of one cell are compared.
    let mut cells: HashMap<_, Vec<usize>> = HashMap::new();
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings.drain(..) {
        let cell = (finding.sheet, finding.row, finding.column);
        let known = cells.entry(cell).or_default();
        if known.iter().all(|at| kept.get(*at) != Some(&finding)) {
            known.push(kept.len());
            kept.push(finding);
        }
    }
    *findings = kept;
}

fn begin(summary: Option<&Named<'_>>, answers: Option<&Named<'_>>) -> Verdict {
    let first = |id: &str| {
        summary
            .or(answers)
            .map_or_else(String::new, |file| file.sheet.first(id).to_owned())
    };
    Verdict {
        municipality_code: first("municipality_code"),
        municipality: first("municipality"),
        department_code: first("department_code"),
        department: first("department"),
        fiscal_year: first("fiscal_year"),
        journal_head: first("journal_head"),
        unreadable: None,
        summary: summary.map(|file| file.name.clone().into_owned()),
        answers: answers.map(|file| file.name.clone().into_owned()),
        receipt: None,
        receipt_check: Check::Open,
        summary_check: Check::Open,
        answers_check: Check::Open,
        scale: ScaleBasis::None,
        findings: Vec::new(),
    }
}

fn missing(kind: SheetKind, verdict: &mut Verdict) {
    let about = Finding::about(None, FindingKind::PartnerMissing(kind));
    verdict.findings.push(about);
}

/// Municipality, department and year, however they are spelt.
fn key(sheet: &Sheet) -> [String; 3] {
    ["municipality_code", "department_code", "fiscal_year"]
        .map(|id| csv_canonical::text(sheet.first(id).trim()))
}

type Pairs<'a> = Vec<(Named<'a>, Named<'a>)>;

/// Pairs files of the same department and year, those that print the same receipt first.
fn pair<'a>(summaries: Vec<Named<'a>>, mut answers: Vec<Named<'a>>) -> (Pairs<'a>, Vec<Named<'a>>) {
    let mut pairs = Vec::new();
    let mut waiting = Vec::new();
    for summary in summaries {
        let fits = |other: &Named<'_>| {
            key(&other.sheet) == key(&summary.sheet)
                && receipt::same(other.sheet.first("receipt"), summary.sheet.first("receipt"))
        };
        match answers.iter().position(fits) {
            Some(index) => pairs.push((summary, answers.remove(index))),
            None => waiting.push(summary),
        }
    }
    let mut lone = Vec::new();
    for summary in waiting {
        let fits = |other: &Named<'_>| key(&other.sheet) == key(&summary.sheet);
        match answers.iter().position(fits) {
            Some(index) => pairs.push((summary, answers.remove(index))),
            None => lone.push(summary),
        }
    }
    lone.extend(answers);
    (pairs, lone)
}

/// Columns and rows that are not as they were written.
fn shape(sheet: &Sheet) -> Vec<Finding> {
    let mut findings = Vec::new();
    for column in sheet.missing() {
        findings.push(Finding {
            row: Some(1),
            column_id: Some(column.id),
            ..Finding::about(Some(sheet.kind), FindingKind::MissingColumn(column.id))
        });
    }
    for (place, heading) in &sheet.unknown {
        findings.push(Finding {
            column: Some(*place),
            ..Finding::about(
                Some(sheet.kind),
                FindingKind::UnknownColumn(heading.clone()),
            )
        });
    }
    for row in sheet.rows.iter().filter(|row| row.short) {
        findings.push(Finding {
            row: Some(row.number),
            ..Finding::about(Some(sheet.kind), FindingKind::ShortRow)
        });
    }
    findings
}

pub(super) fn check_digest(file: &Named<'_>, findings: &mut Vec<Finding>) -> Check {
    let sheet = &file.sheet;
    let printed = sheet.first("digest").trim();
    let computed = file_digest(&file.content);
    let mut seal = |kind| {
        findings.push(Finding {
            row: sheet.first_row(),
            column: sheet.place("digest"),
            column_id: Some("digest"),
            ..Finding::about(Some(sheet.kind), kind)
        });
    };
    let check = if printed.is_empty() {
        seal(FindingKind::SealMissing);
        Check::Open
    } else if printed.eq_ignore_ascii_case(&computed) {
        Check::Good
    } else {
        seal(FindingKind::DigestDiffers {
            printed: printed.to_owned(),
            computed,
        });
        Check::Bad
    };
    if check != Check::Good {
        findings.extend(csv_lost::likely(sheet));
    }
    check
}

fn check_receipt(summary: &Named<'_>, answers: &Named<'_>, verdict: &mut Verdict) {
    let computed = receipt::receipt(&summary.content, &answers.content);
    verdict.receipt_check = Check::Good;
    for sheet in [&summary.sheet, &answers.sheet] {
        let printed = sheet.first("receipt").trim();
        let kind = if printed.is_empty() {
            FindingKind::SealMissing
        } else if receipt::same(printed, &computed) {
            continue;
        } else {
            FindingKind::ReceiptDiffers {
                printed: printed.to_owned(),
                computed: computed.clone(),
            }
        };
        verdict.receipt_check = match kind {
            FindingKind::SealMissing if verdict.receipt_check == Check::Good => Check::Open,
            FindingKind::SealMissing => verdict.receipt_check,
            _ => Check::Bad,
        };
        verdict.findings.push(Finding {
            row: sheet.first_row(),
            column: sheet.place("receipt"),
            column_id: Some("receipt"),
            ..Finding::about(Some(sheet.kind), kind)
        });
    }
    verdict.receipt = Some(computed);
}

/// Cells that must be the same in every row of both files.
fn consistency(sheets: &[&Sheet]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(first) = sheets.first() else {
        return findings;
    };
    let shared = IDENTITY.iter().map(|column| (column.id, column.content));
    let shared = shared.chain([("journal_head", Content::Text), ("receipt", Content::Seal)]);
    for (id, content) in shared {
        check_same(sheets, id, content, first.first(id), &mut findings);
    }
    for sheet in sheets {
        let digest = sheet.first("digest");
        check_same(&[sheet], "digest", Content::Seal, digest, &mut findings);
    }
    findings
}

fn check_same(
    sheets: &[&Sheet],
    id: &'static str,
    content: Content,
    expected: &str,
    findings: &mut Vec<Finding>,
) {
    let canonical = csv_canonical::cell(content, expected);
    for sheet in sheets.iter().filter(|sheet| sheet.place(id).is_some()) {
        for row in &sheet.rows {
            let found = sheet.cell(row, id);
            if found != expected && csv_canonical::cell(content, found) != canonical {
                let kind = FindingKind::Inconsistent {
                    found: found.to_owned(),
                    expected: expected.to_owned(),
                };
                findings.push(at(sheet, row, id, kind));
            }
        }
    }
}

/// Returns the checklist that the files name, if it is at hand.
fn fitting<'a>(
    checklists: &'a [Checklist],
    sheets: &[&Sheet],
    findings: &mut Vec<Finding>,
) -> Option<&'a Checklist> {
    let named = sheets.first()?.first("checklist_digest").trim();
    let found = checklists
        .iter()
        .find(|checklist| checklist.digest == named);
    if found.is_none() && !checklists.is_empty() {
        let kind = FindingKind::OtherChecklist {
            found: named.to_owned(),
        };
        findings.push(Finding::about(None, kind));
    }
    found
}

#[cfg(test)]
#[path = "csv_verify_tests.rs"]
mod tests;
