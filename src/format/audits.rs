//! Reads what auditors found, as a spreadsheet saves it: every problem of the file at once, each
//! with its row and column. Writes the file they fill in.

use std::collections::HashMap;

use super::csv_cover::year;
use super::csv_form::{self, FormFault, Places, fold, fold_code};
use super::csv_stream::CsvStream;
use super::csv_table::{ReadError, Row};
use super::mark_text;
use crate::domain::answer::AnswerSource;
use crate::domain::audit::Audited;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::ledger::code_key;
use crate::domain::limits::TEXT_MAX;
use crate::domain::mark::Mark;
use crate::domain::scale::Scale;
use crate::domain::submission::Submission;
use crate::text::columns::audit::AUDIT;
use crate::text::columns::{self, Header};

/// What a file is read by.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The year where a row names none, and the latest there is.
    pub year: FiscalYear,
    /// The marks.
    pub scale: &'a Scale,
    /// The submissions every row must be about; none where that does not matter any more.
    pub submissions: Option<&'a [&'a Submission]>,
}

/// What is wrong with a file of findings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AuditProblemKind {
    /// The file cannot be read.
    Unreadable(ReadError),
    /// A column is absent that is needed.
    MissingColumn(&'static str),
    /// There is a finding and no mark, or no code.
    Empty,
    /// Not a year there are answers of.
    BadYear(String),
    /// No mark.
    UnknownMark(String),
    /// No department of that code handed in that year.
    NotSubmitted(String, i32),
    /// The department was not asked this item.
    UnknownItem(String),
    /// The item of the department stands twice; here again.
    ItemTwice {
        /// The row it stands in first.
        first: usize,
    },
    /// Another file that is kept says otherwise of the same item.
    SaidOtherwise {
        /// That file.
        file: String,
        /// Its row.
        row: usize,
    },
    /// A text of more characters than are kept.
    TooLong {
        /// The limit.
        limit: usize,
    },
}

/// A problem and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditProblem {
    /// The row, as a spreadsheet shows it; none when the whole file is meant.
    pub row: Option<usize>,
    /// The column, from 1.
    pub column: Option<usize>,
    /// The column's id.
    pub column_id: Option<&'static str>,
    /// What.
    pub kind: AuditProblemKind,
}

/// Reads a file of findings. Rows that say neither a mark nor a finding were not audited.
///
/// # Errors
///
/// Every problem of the file, in the order of its rows.
pub fn read(name: &str, bytes: &[u8], rules: Rules<'_>) -> Result<Vec<Audited>, Vec<AuditProblem>> {
    let whole = |kind| {
        vec![AuditProblem {
            row: None,
            column: None,
            column_id: None,
            kind,
        }]
    };
    let needed = ["department_code", "item_id", "audited_mark"];
    let (table, columns) = csv_form::read(bytes, &AUDIT, &needed).map_err(|fault| {
        whole(match fault {
            FormFault::Unreadable(error) => AuditProblemKind::Unreadable(error),
            FormFault::MissingColumn(id) => AuditProblemKind::MissingColumn(id),
        })
    })?;
    let mut reader = Reader {
        name,
        rules,
        columns,
        first: HashMap::new(),
        problems: Vec::new(),
    };
    let audited: Vec<Audited> = table
        .rows
        .iter()
        .filter_map(|row| reader.audited(row))
        .collect();
    if reader.problems.is_empty() {
        Ok(audited)
    } else {
        Err(reader.problems)
    }
}

struct Reader<'a> {
    name: &'a str,
    rules: Rules<'a>,
    columns: Places,
    first: HashMap<(FiscalYear, String, String), usize>,
    problems: Vec<AuditProblem>,
}

impl Reader<'_> {
    fn cell<'r>(&self, row: &'r Row, id: &str) -> &'r str {
        self.columns.cell(row, id)
    }

    fn problem(&mut self, row: &Row, id: &'static str, kind: AuditProblemKind) {
        self.problems.push(AuditProblem {
            row: Some(row.number),
            column: self.columns.column(id),
            column_id: Some(id),
            kind,
        });
    }

    fn audited(&mut self, row: &Row) -> Option<Audited> {
        let [marked, finding] = ["audited_mark", "finding"].map(|id| self.cell(row, id));
        if marked.is_empty() && finding.is_empty() {
            return None;
        }
        let before = self.problems.len();
        let mark = self.mark(row, marked);
        if finding.chars().count() > TEXT_MAX {
            let limit = TEXT_MAX;
            self.problem(row, "finding", AuditProblemKind::TooLong { limit });
        }
        let year = self.year(row);
        let [code, item] = ["department_code", "item_id"].map(|id| {
            let cell = self.cell(row, id);
            if cell.is_empty() {
                self.problem(row, id, AuditProblemKind::Empty);
            }
            fold_code(cell)
        });
        let (year, mark) = (year?, mark?);
        if self.problems.len() > before {
            return None;
        }
        let (code, item) = self.known(row, year, code, item)?;
        let key = (year, code_key(&code), item.clone());
        if let Some(first) = self.first.insert(key, row.number) {
            self.problem(row, "item_id", AuditProblemKind::ItemTwice { first });
            return None;
        }
        Some(Audited {
            year,
            department_code: code,
            item,
            mark,
            finding: finding.to_owned(),
            file: self.name.to_owned(),
            row: row.number,
        })
    }

    fn mark(&mut self, row: &Row, marked: &str) -> Option<Mark> {
        if marked.is_empty() {
            self.problem(row, "audited_mark", AuditProblemKind::Empty);
            return None;
        }
        let mark = mark_text::parse(marked, self.rules.scale);
        if mark.is_none() {
            let kind = AuditProblemKind::UnknownMark(marked.to_owned());
            self.problem(row, "audited_mark", kind);
        }
        mark
    }

    fn year(&mut self, row: &Row) -> Option<FiscalYear> {
        let written = self.cell(row, "fiscal_year");
        if written.is_empty() {
            return Some(self.rules.year);
        }
        let read = year(written).filter(|year| *year <= self.rules.year);
        if read.is_none() {
            let kind = AuditProblemKind::BadYear(written.to_owned());
            self.problem(row, "fiscal_year", kind);
        }
        read
    }

    /// Finds the submission a row is about, and spells code and item as it does.
    fn known(
        &mut self,
        row: &Row,
        year: FiscalYear,
        code: String,
        item: String,
    ) -> Option<(String, String)> {
        let Some(submissions) = self.rules.submissions else {
            return Some((code, item));
        };
        let key = code_key(&code);
        let submission = submissions
            .iter()
            .find(|one| one.year == year && code_key(&one.department_code) == key);
        let Some(submission) = submission else {
            let kind = AuditProblemKind::NotSubmitted(code, year.number());
            self.problem(row, "department_code", kind);
            return None;
        };
        let asked = submission.asked.items.iter();
        let known = asked.clone().find(|asked| fold(&asked.id) == fold(&item));
        let Some(known) = known else {
            self.problem(row, "item_id", AuditProblemKind::UnknownItem(item));
            return None;
        };
        Some((submission.department_code.to_string(), known.id.clone()))
    }
}

/// Writes the file auditors fill in: a row for every item the departments were asked, with their
/// own marks.
///
/// # Errors
///
/// Whatever writing reports.
pub fn template(submissions: &[&Submission], header: Header) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut stream = CsvStream::new(&mut bytes, &AUDIT, header)?;
    for submission in submissions {
        let items = submission.asked.items.iter().zip(&submission.answers);
        for (position, (item, answer)) in items.enumerate() {
            if answer.source() == AnswerSource::Profile {
                continue;
            }
            stream.cell(submission.year.number().to_string());
            stream.text(&submission.department_code);
            stream.text(&submission.cover.department);
            stream.text(&item.id);
            stream.text(&item.citation);
            stream.text(&item.question);
            match answer.mark() {
                Some(mark) => stream.word(columns::MARK, mark.code()),
                None => stream.cell(""),
            }
            stream.text(submission.remark(position));
            stream.cell("");
            stream.cell("");
            stream.end_row()?;
        }
    }
    stream.finish()?;
    Ok(bytes)
}

#[cfg(test)]
#[path = "audits_tests.rs"]
mod tests;
