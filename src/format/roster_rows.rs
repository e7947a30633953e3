//! The rows of a roster, cell by cell and against each other.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike as _, NaiveDate};
use unicode_normalization::UnicodeNormalization as _;

use super::{RosterNote, RosterProblem, RosterProblemKind, Rules, asked};
use crate::domain::expression::ProfileKey;
use crate::domain::file_name;
use crate::domain::limits::DEPARTMENT_MAX;
use crate::domain::roster::{Department, Roster};
use crate::format::cells::{ReadError, Row, Table, fold, is_heading};
use crate::format::csv_guard::unguard;
use crate::text::columns::roster::{ROSTER, yes_or_no};

/// The years a date may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
/// The longest date, in characters.
const DATE_MAX: usize = 20;
/// The most predecessors of one department.
const PREDECESSORS_MAX: usize = 100;

/// Where the columns stand, from 1.
pub(super) struct Places<'a> {
    /// The columns of [`ROSTER`] that are there, by id.
    pub(super) columns: HashMap<&'static str, usize>,
    /// The columns of the profile.
    keys: Vec<(&'a ProfileKey, usize)>,
    /// The others.
    pub(super) unknown: Vec<RosterNote>,
}

impl<'a> Places<'a> {
    pub(super) fn of(table: &Table, rules: Rules<'a>) -> Result<Self, ReadError> {
        let mut places = Self {
            columns: HashMap::new(),
            keys: Vec::new(),
            unknown: Vec::new(),
        };
        let keys = asked(rules.keys);
        for (index, heading) in table.headings.iter().enumerate() {
            let column = index + 1;
            let folded = fold(heading);
            let known = ROSTER.iter().find(|known| is_heading(known, heading));
            let key = keys.iter().find(|key| key.as_str() == folded);
            let before = match (known, key) {
                (Some(known), _) => places.columns.insert(known.id, column),
                (None, Some(key)) => {
                    let first = places.keys.iter().find(|(seen, _)| seen == key);
                    let first = first.map(|(_, first)| *first);
                    places.keys.push((key, column));
                    first
                }
                (None, None) => {
                    places.unknown.push(RosterNote::UnknownColumn {
                        column,
                        heading: heading.clone(),
                    });
                    None
                }
            };
            if let Some(first) = before {
                return Err(ReadError::ColumnTwice { column, first });
            }
        }
        Ok(places)
    }

    fn cell<'r>(&self, row: &'r Row, id: &str) -> &'r str {
        self.columns
            .get(id)
            .map_or("", |column| cell_at(row, *column))
    }
}

fn cell_at(row: &Row, column: usize) -> &str {
    row.cells
        .get(column - 1)
        .map_or("", |cell| unguard(cell).trim())
}

/// Reads rows and gathers problems.
pub(super) struct Reader<'a> {
    rules: Rules<'a>,
    places: &'a Places<'a>,
    problems: Vec<RosterProblem>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(rules: Rules<'a>, places: &'a Places<'a>) -> Self {
        Self {
            rules,
            places,
            problems: Vec::new(),
        }
    }

    pub(super) fn into_problems(self) -> Vec<RosterProblem> {
        self.problems
    }

    fn problem(&mut self, row: usize, id: &'static str, kind: RosterProblemKind) {
        self.problems.push(RosterProblem {
            row: Some(row),
            column: self.places.columns.get(id).copied(),
            column_id: Some(id),
            kind,
        });
    }

    /// Reads a row; what is wrong in it is told and left blank.
    pub(super) fn department(&mut self, row: &Row) -> Department {
        let department = Department {
            code: self.code(row),
            name: self.text(row, "name"),
            agency: self.agency(row),
            profile: self.profile(row),
            valid_from: self.date(row, "valid_from"),
            valid_to: self.date(row, "valid_to"),
            predecessors: self.predecessors(row),
        };
        if department.name.is_empty() && self.places.cell(row, "name").is_empty() {
            self.problem(row.number, "name", RosterProblemKind::Empty);
        }
        if let (Some(from), Some(to)) = (department.valid_from, department.valid_to)
            && from > to
        {
            self.problem(
                row.number,
                "valid_to",
                RosterProblemKind::EndsBeforeItBegins,
            );
        }
        department
    }

    fn code(&mut self, row: &Row) -> String {
        let written = self.places.cell(row, "code");
        let code = file_name::safe(written);
        if code.is_none() {
            let kind = if written.is_empty() {
                RosterProblemKind::Empty
            } else {
                RosterProblemKind::BadCode(written.to_owned())
            };
            self.problem(row.number, "code", kind);
        }
        code.unwrap_or_default()
    }

    fn text(&mut self, row: &Row, id: &'static str) -> String {
        let written = self.places.cell(row, id);
        if written.chars().count() > DEPARTMENT_MAX {
            let limit = DEPARTMENT_MAX;
            self.problem(row.number, id, RosterProblemKind::TooLong { limit });
            return String::new();
        }
        if written.contains(char::is_control) {
            self.problem(row.number, id, RosterProblemKind::ControlCharacter);
            return String::new();
        }
        written.to_owned()
    }

    fn agency(&mut self, row: &Row) -> Option<String> {
        let written = self.text(row, "agency");
        if written.is_empty() {
            return None;
        }
        let Some(agencies) = self.rules.agencies else {
            return Some(written);
        };
        let known = agencies
            .iter()
            .find(|agency| fold(agency) == fold(&written));
        if known.is_none() {
            let kind = RosterProblemKind::UnknownAgency(written, agencies.to_vec());
            self.problem(row.number, "agency", kind);
        }
        known.cloned()
    }

    fn profile(&mut self, row: &Row) -> BTreeMap<ProfileKey, bool> {
        let mut profile = BTreeMap::new();
        for (key, column) in &self.places.keys {
            let written = cell_at(row, *column);
            if written.is_empty() {
                continue;
            }
            if let Some(answer) = yes_or_no(&fold(written)) {
                profile.insert((*key).clone(), answer);
            } else {
                self.problems.push(RosterProblem {
                    row: Some(row.number),
                    column: Some(*column),
                    column_id: None,
                    kind: RosterProblemKind::NotYesOrNo(written.to_owned()),
                });
            }
        }
        profile
    }

    fn date(&mut self, row: &Row, id: &'static str) -> Option<NaiveDate> {
        let written = self.places.cell(row, id);
        if written.is_empty() {
            return None;
        }
        let date = date(written);
        if date.is_none() {
            let kind = RosterProblemKind::BadDate(written.to_owned());
            self.problem(row.number, id, kind);
        }
        date
    }

    fn predecessors(&mut self, row: &Row) -> Vec<String> {
        let id = "predecessors";
        let written = self.places.cell(row, id);
        let mut codes: Vec<String> = Vec::new();
        for part in written.split([';', '\u{ff1b}']).map(str::trim) {
            if part.is_empty() {
                continue;
            }
            if codes.len() >= PREDECESSORS_MAX {
                let limit = PREDECESSORS_MAX;
                self.problem(
                    row.number,
                    id,
                    RosterProblemKind::TooManyPredecessors { limit },
                );
                break;
            }
            match file_name::safe(part) {
                None => self.problem(row.number, id, RosterProblemKind::BadCode(part.to_owned())),
                Some(code) if codes.contains(&code) => {
                    self.problem(row.number, id, RosterProblemKind::PredecessorTwice(code));
                }
                Some(code) => codes.push(code),
            }
        }
        codes
    }

    /// Checks the departments against each other and puts them together.
    pub(super) fn relations(&mut self, departments: Vec<(usize, Department)>) -> Roster {
        let mut first: HashMap<String, (usize, String)> = HashMap::new();
        for (row, department) in &departments {
            let code = &department.code;
            if code.is_empty() {
                continue;
            }
            match first.get(&code.to_ascii_lowercase()) {
                None => {
                    first.insert(code.to_ascii_lowercase(), (*row, code.clone()));
                }
                Some((seen, other)) => {
                    let first = *seen;
                    let kind = if file_name::are_twins(code, other) {
                        RosterProblemKind::CodeTwin { first }
                    } else {
                        RosterProblemKind::CodeTwice { first }
                    };
                    self.problem(*row, "code", kind);
                }
            }
        }
        for (row, department) in &departments {
            for code in &department.predecessors {
                let known = first.get(&code.to_ascii_lowercase());
                let kind = if *code == department.code {
                    RosterProblemKind::OwnPredecessor
                } else if known.is_some_and(|(_, known)| known == code) {
                    continue;
                } else {
                    RosterProblemKind::UnknownPredecessor(code.clone())
                };
                self.problem(*row, "predecessors", kind);
            }
        }
        let (rows, departments): (Vec<usize>, Vec<Department>) = departments.into_iter().unzip();
        let roster = Roster { departments };
        if self.problems.is_empty() {
            for position in roster.in_circles() {
                let row = rows.get(position).copied().unwrap_or_default();
                self.problem(row, "predecessors", RosterProblemKind::PredecessorCircle);
            }
        }
        roster
    }
}

/// Reads a date as typed or as a spreadsheet rewrites it: `2026-04-01`, `2026/4/1`.
fn date(written: &str) -> Option<NaiveDate> {
    if written.chars().count() > DATE_MAX {
        return None;
    }
    let folded: String = written.nfkc().collect();
    let mut parts = folded.trim().split(['-', '/', '.']);
    let mut next = |digits: usize| {
        let part = parts.next()?;
        let plain = (1..=digits).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (year, month, day) = (next(4)?, next(2)?, next(2)?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
        .filter(|date| YEARS.contains(&date.year()))
}
