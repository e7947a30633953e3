//! What the division wants corrected, as a spreadsheet saves it: every problem of the file at once,
//! each with its row and column. Writes the file with proposals.

use std::collections::HashMap;

use super::audits::{AuditProblem, AuditProblemKind as Kind};
use super::csv_form::{self, FormFault, Places, fold, fold_code};
use super::csv_stream::CsvStream;
use super::csv_table::Row;
use super::return_file::plain;
use crate::domain::ledger::code_key;
use crate::domain::limits::TEXT_MAX;
use crate::domain::submission::{Asked, Submission};
use crate::text::columns::collection::OUTLIER;
use crate::text::columns::returning::RETURN;
use crate::text::columns::{self, Header};

/// A department that handed something in.
#[derive(Clone, Copy, Debug)]
pub struct Department<'a> {
    /// Its code.
    pub code: &'a str,
    /// The receipt of what it handed in.
    pub receipt: &'a str,
    /// What it was asked; none where that is not known.
    pub asked: Option<&'a Asked>,
}

/// What a file is read by.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The fiscal year.
    pub year: i32,
    /// The departments that handed something in.
    pub departments: &'a [Department<'a>],
    /// What is asked of departments of which nothing better is known.
    pub asked: Option<&'a Asked>,
}

/// Something to be corrected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wish {
    /// The department, by its position in [`Rules::departments`].
    pub department: usize,
    /// The item; none when everything it handed in is meant.
    pub item: Option<String>,
    /// Why.
    pub reason: String,
}

/// What a file says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Reading {
    /// What is to be corrected, in the order of the rows.
    pub wishes: Vec<Wish>,
    /// Rows about a submission that another one has taken the place of: they are left out.
    pub overtaken: Vec<usize>,
}

/// Reads a file.
///
/// # Errors
///
/// Every problem of the file, in the order of its rows.
pub fn read(bytes: &[u8], rules: Rules<'_>) -> Result<Reading, Vec<AuditProblem>> {
    let needed = ["department_code", "item_id", "return_reason"];
    let (table, places) = csv_form::read(bytes, &RETURN, &needed).map_err(|fault| {
        vec![AuditProblem {
            row: None,
            column: None,
            column_id: None,
            kind: match fault {
                FormFault::Unreadable(error) => Kind::Unreadable(error),
                FormFault::MissingColumn(id) => Kind::MissingColumn(id),
            },
        }]
    })?;
    let mut reader = Reader {
        rules,
        places,
        first: HashMap::new(),
        reading: Reading::default(),
        problems: Vec::new(),
    };
    for row in &table.rows {
        reader.row(row);
    }
    if reader.problems.is_empty() {
        Ok(reader.reading)
    } else {
        Err(reader.problems)
    }
}

struct Reader<'a> {
    rules: Rules<'a>,
    places: Places,
    first: HashMap<(usize, Option<String>), usize>,
    reading: Reading,
    problems: Vec<AuditProblem>,
}

impl Reader<'_> {
    fn problem(&mut self, row: &Row, id: &'static str, kind: Kind) {
        self.problems.push(AuditProblem {
            row: Some(row.number),
            column: self.places.column(id),
            column_id: Some(id),
            kind,
        });
    }

    fn row(&mut self, row: &Row) {
        let [code, item, receipt] = ["department_code", "item_id", "receipt"]
            .map(|id| fold_code(self.places.cell(row, id)));
        let written = self.places.cell(row, "return_reason");
        if code.is_empty() && item.is_empty() && written.is_empty() {
            return;
        }
        let before = self.problems.len();
        let reason = plain(written);
        if reason.is_empty() {
            self.problem(row, "return_reason", Kind::Empty);
        } else if reason.chars().count() > TEXT_MAX {
            let limit = TEXT_MAX;
            self.problem(row, "return_reason", Kind::TooLong { limit });
        }
        let Some(department) = self.department(row, code) else {
            return;
        };
        let known = self.rules.departments[department];
        if !receipt.is_empty() && !receipt.eq_ignore_ascii_case(known.receipt) {
            if self.problems.len() == before {
                self.reading.overtaken.push(row.number);
            }
            return;
        }
        let item = match self.item(item, known) {
            Ok(item) => item,
            Err(unknown) => return self.problem(row, "item_id", Kind::UnknownItem(unknown)),
        };
        if let Some(first) = self.first.insert((department, item.clone()), row.number) {
            return self.problem(row, "item_id", Kind::ItemTwice { first });
        }
        self.reading.wishes.push(Wish {
            department,
            item,
            reason,
        });
    }

    fn department(&mut self, row: &Row, code: String) -> Option<usize> {
        if code.is_empty() {
            self.problem(row, "department_code", Kind::Empty);
            return None;
        }
        let key = code_key(&code);
        let mut departments = self.rules.departments.iter();
        let found = departments.position(|one| code_key(one.code) == key);
        if found.is_none() {
            let kind = Kind::NotSubmitted(code, self.rules.year);
            self.problem(row, "department_code", kind);
        }
        found
    }

    /// Finds an item as the department was asked it, and spells it so.
    fn item(&self, item: String, known: Department<'_>) -> Result<Option<String>, String> {
        if item.is_empty() {
            return Ok(None);
        }
        let asked = known.asked.or(self.rules.asked);
        let items = asked.into_iter().flat_map(|asked| &asked.items);
        let found = items.into_iter().find(|one| fold(&one.id) == fold(&item));
        found.map(|one| Some(one.id.clone())).ok_or(item)
    }
}

/// A row proposed.
#[derive(Clone, Debug)]
pub struct Proposal<'a> {
    /// The submission.
    pub submission: &'a Submission,
    /// The item's position in it.
    pub position: usize,
    /// What was found, by its code.
    pub found: &'static str,
    /// The reason proposed.
    pub reason: String,
}

/// Writes the file with proposals.
///
/// # Errors
///
/// Whatever writing reports.
pub fn template(proposals: &[Proposal<'_>], header: Header) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut stream = CsvStream::new(&mut bytes, &RETURN, header)?;
    for proposal in proposals {
        let (submission, at) = (proposal.submission, proposal.position);
        let Some(item) = submission.asked.items.get(at) else {
            continue;
        };
        stream.text(&submission.department_code);
        stream.text(&submission.cover.department);
        stream.cell(&*submission.cover.receipt);
        stream.text(&item.id);
        stream.text(&item.citation);
        stream.text(&item.question);
        match submission.answers.get(at).and_then(|answer| answer.mark()) {
            Some(mark) => stream.word(columns::MARK, mark.code()),
            None => stream.cell(""),
        }
        stream.text(submission.remark(at));
        stream.word(OUTLIER, proposal.found);
        stream.text(&proposal.reason);
        stream.end_row()?;
    }
    stream.finish()?;
    Ok(bytes)
}

#[cfg(test)]
#[path = "returns_tests.rs"]
mod tests;
