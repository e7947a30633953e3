//! Reads answers from a CSV file, typed by hand or exported earlier, into changes of a workbook:
//! all of them or none.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::csv_canonical::{self, SheetKind};
use super::csv_evidence;
use super::csv_sheet::{Sheet, SheetRow};
use super::csv_table::ReadError;
use super::mark_text;
use super::receipt::file_digest;
use crate::domain::action::{self, Refusal};
use crate::domain::checklist::{Checklist, Item};
use crate::domain::mark::{Mark, MarkSource, Marked};
use crate::domain::record::{Change, TextField};
use crate::domain::standing::{Standing, standing};
use crate::domain::workbook::Workbook;
use crate::text::columns::{MARK_SOURCE, YES_NO};

/// Why a file or a row cannot be filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FillProblemKind {
    /// The file cannot be read.
    Unreadable(ReadError),
    /// A column is absent that filling needs.
    MissingColumn(&'static str),
    /// The workbook is confirmed.
    Confirmed,
    /// The file is about another municipality, department or year.
    Other {
        /// What stands in the file.
        found: String,
        /// What the workbook has.
        expected: String,
    },
    /// No item has this id.
    UnknownItem(String),
    /// The item stands twice; here again.
    ItemTwice {
        /// The row it stands in first.
        first: usize,
    },
    /// No mark.
    UnknownMark(String),
    /// The mark is none that this item takes now.
    Refused(Refusal),
}

/// A problem and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FillProblem {
    /// The row, as a spreadsheet shows it; none when the whole file is meant.
    pub row: Option<usize>,
    /// The column, from 1; none when no one column is meant.
    pub column: Option<usize>,
    /// The column's id.
    pub column_id: Option<&'static str>,
    /// What.
    pub kind: FillProblemKind,
}

/// Something worth telling that stops nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FillNoteKind {
    /// Texts without a mark; the item stays as it is.
    TextWithoutMark,
    /// The row's item had another wording when the file was exported.
    WordingDiffers,
    /// The file was exported from another checklist.
    ChecklistDiffers,
    /// The row was set aside by the profile, but is not in this workbook; it stays as it is.
    NotSetAside,
    /// A column that is none of ours; it is not looked at.
    UnknownColumn(String),
}

/// A note and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FillNote {
    /// The row, as a spreadsheet shows it; none when the whole file is meant.
    pub row: Option<usize>,
    /// The column, from 1.
    pub column: Option<usize>,
    /// What.
    pub kind: FillNoteKind,
}

/// What filling a file in would do.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FillPlan {
    /// The changes, for one record; none when the workbook holds all of it already.
    pub changes: Vec<Change>,
    /// How many items change.
    pub items: usize,
    /// How many rows hold a mark.
    pub marked: usize,
    /// What is worth telling.
    pub notes: Vec<FillNote>,
}

const TEXTS: [(&str, TextField); 3] = [
    ("reason", TextField::Reason),
    ("remark", TextField::Remark),
    ("approver", TextField::Approver),
];

/// Reads a file into a plan. An empty mark leaves its item as it is, an empty text the text.
///
/// # Errors
///
/// Every problem of the file, in the order of its rows.
pub fn read_fill(
    bytes: &[u8],
    checklist: &Checklist,
    workbook: &Workbook,
) -> Result<FillPlan, Vec<FillProblem>> {
    let whole = |kind| FillProblem {
        row: None,
        column: None,
        column_id: None,
        kind,
    };
    if workbook.is_confirmed() {
        return Err(vec![whole(FillProblemKind::Confirmed)]);
    }
    let sheet = match Sheet::read(bytes) {
        Ok(sheet) if sheet.kind == SheetKind::Answers => sheet,
        Ok(_) => return Err(vec![whole(FillProblemKind::MissingColumn("item_id"))]),
        Err(ReadError::UnknownSheet) => {
            return Err(vec![whole(FillProblemKind::MissingColumn("item_id"))]);
        }
        Err(error) => return Err(vec![whole(FillProblemKind::Unreadable(error))]),
    };
    if sheet.place("mark").is_none() {
        return Err(vec![whole(FillProblemKind::MissingColumn("mark"))]);
    }
    let mut fill = Fill {
        unaltered: sheet.first("digest").trim() == file_digest(&sheet.canonical()),
        sheet: &sheet,
        checklist,
        workbook,
        plan: FillPlan::default(),
        problems: Vec::new(),
    };
    fill.check_file();
    fill.read_rows();
    if fill.problems.is_empty() {
        Ok(fill.plan)
    } else {
        Err(fill.problems)
    }
}

struct Fill<'a> {
    sheet: &'a Sheet,
    checklist: &'a Checklist,
    workbook: &'a Workbook,
    /// Whether the file is an export nobody has touched, so that the marks' sources still hold.
    unaltered: bool,
    plan: FillPlan,
    problems: Vec<FillProblem>,
}

impl Fill<'_> {
    fn check_file(&mut self) {
        let created = self.workbook.created();
        let year = created.fiscal_year.to_string();
        for row in &self.sheet.rows {
            for (id, expected) in [
                ("municipality_code", &created.municipality_code),
                ("department_code", &created.department_code),
                ("fiscal_year", &year),
            ] {
                let found = self.sheet.cell(row, id).trim();
                let same = csv_canonical::text(found) == csv_canonical::text(expected);
                if !found.is_empty() && !same {
                    let kind = FillProblemKind::Other {
                        found: found.to_owned(),
                        expected: expected.clone(),
                    };
                    self.problem(row, id, kind);
                }
            }
            if !self.problems.is_empty() {
                // The other rows would only say the same.
                break;
            }
        }
        let digest = self.sheet.first("checklist_digest").trim();
        if !digest.is_empty() && digest != created.checklist_digest {
            self.note(None, "checklist_digest", FillNoteKind::ChecklistDiffers);
        }
        for (column, heading) in &self.sheet.unknown {
            self.plan.notes.push(FillNote {
                row: None,
                column: Some(*column),
                kind: FillNoteKind::UnknownColumn(heading.clone()),
            });
        }
    }

    fn read_rows(&mut self) {
        let mut first: HashMap<String, usize> = HashMap::new();
        let sheet = self.sheet;
        for row in &sheet.rows {
            let id: String = sheet.cell(row, "item_id").nfkc().collect();
            let id = id.trim();
            let Some(item) = self.checklist.item(id) else {
                let kind = FillProblemKind::UnknownItem(id.to_owned());
                self.problem(row, "item_id", kind);
                continue;
            };
            if let Some(&first) = first.get(id) {
                self.problem(row, "item_id", FillProblemKind::ItemTwice { first });
                continue;
            }
            first.insert(id.to_owned(), row.number);
            self.read_row(row, item);
        }
    }

    fn read_row(&mut self, row: &SheetRow, item: &Item) {
        let written = self.sheet.cell(row, "mark").trim();
        if written.is_empty() {
            let has_text = TEXTS
                .iter()
                .map(|(id, _)| *id)
                .chain(["evidence"])
                .any(|id| !self.sheet.cell(row, id).is_empty());
            if has_text {
                self.note(Some(row), "mark", FillNoteKind::TextWithoutMark);
            }
            return;
        }
        let Some(mark) = mark_text::parse(written, &self.checklist.scale) else {
            let kind = FillProblemKind::UnknownMark(written.to_owned());
            self.problem(row, "mark", kind);
            return;
        };
        let source = csv_canonical::code(MARK_SOURCE, self.sheet.cell(row, "mark_source"));
        if source == Some("profile") && mark == Mark::NotApplicable {
            let stands = standing(self.checklist, self.workbook, item);
            if stands == Standing::Blank {
                self.note(Some(row), "mark_source", FillNoteKind::NotSetAside);
            }
            return;
        }
        let hash = self.sheet.cell(row, "item_hash").trim();
        if !hash.is_empty() && hash != item.hash {
            self.note(Some(row), "item_hash", FillNoteKind::WordingDiffers);
        }
        self.plan.marked += 1;
        match self.changes(row, item, mark) {
            Ok(changes) => {
                self.plan.items += usize::from(!changes.is_empty());
                self.plan.changes.extend(changes);
            }
            Err((id, refusal)) => self.problem(row, id, FillProblemKind::Refused(refusal)),
        }
    }

    fn changes(
        &self,
        row: &SheetRow,
        item: &Item,
        mark: Mark,
    ) -> Result<Vec<Change>, (&'static str, Refusal)> {
        let workbook = self.workbook;
        let cell = |id| Some(self.sheet.cell(row, id)).filter(|cell| !cell.is_empty());
        let mut changes =
            action::mark(workbook, item, Some(mark), cell("reason")).map_err(|refusal| {
                let reason = refusal == Refusal::ReasonMissing;
                (if reason { "reason" } else { "mark" }, refusal)
            })?;
        self.keep_source(row, item, mark, &mut changes);
        for (id, field) in TEXTS {
            if field == TextField::Reason {
                continue;
            }
            if let Some(text) = cell(id) {
                let more = action::text(workbook, item, field, text);
                changes.extend(more.map_err(|refusal| (id, refusal))?);
            }
        }
        if let Some(evidence) = cell("evidence") {
            let more = action::evidence(workbook, item, csv_evidence::parse(evidence));
            changes.extend(more.map_err(|refusal| ("evidence", refusal))?);
        }
        Ok(changes)
    }

    /// A mark taken over from the year before stays one: as it is in the workbook, or as it is in
    /// the file if nobody has touched that.
    fn keep_source(&self, row: &SheetRow, item: &Item, mark: Mark, changes: &mut Vec<Change>) {
        let source = csv_canonical::code(MARK_SOURCE, self.sheet.cell(row, "mark_source"));
        if source != Some("carried") {
            return;
        }
        let before = self.workbook.answer(item.id.as_str()).marked;
        let is_mark = |change: &Change| matches!(change, Change::Mark { .. });
        if before.is_some_and(|marked| marked.mark == mark) {
            changes.retain(|change| !is_mark(change));
        } else if self.unaltered {
            let reworded = csv_canonical::code(YES_NO, self.sheet.cell(row, "wording_changed"));
            let source = MarkSource::Carried {
                year: self.workbook.created().fiscal_year - 1,
                wording_changed: reworded != Some("no"),
            };
            for change in changes {
                if let Change::Mark { after, .. } = change {
                    *after = Some(Marked { mark, source });
                }
            }
        }
    }

    fn problem(&mut self, row: &SheetRow, id: &'static str, kind: FillProblemKind) {
        self.problems.push(FillProblem {
            row: Some(row.number),
            column: self.sheet.place(id),
            column_id: Some(id),
            kind,
        });
    }

    fn note(&mut self, row: Option<&SheetRow>, id: &str, kind: FillNoteKind) {
        self.plan.notes.push(FillNote {
            row: row.map(|row| row.number),
            column: self.sheet.place(id),
            kind,
        });
    }
}

#[cfg(test)]
#[path = "csv_fill_tests.rs"]
mod tests;
