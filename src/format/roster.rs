//! Reads a roster of departments, `departments.csv`, as a spreadsheet saves it: every problem of
//! the file at once, each with its row and column.

use chrono::NaiveDate;
use rows::{Places, Reader};

use super::csv_decode::decode;
use super::csv_guard::guard;
use super::csv_sheet;
use super::csv_table::{self, ReadError};
use crate::domain::expression::ProfileKey;
use crate::domain::roster::{Department, Roster};
use crate::text::columns::roster::{EXAMPLE_NAME, ROSTER};
use crate::text::columns::{Header, yes_no};

/// What a roster is checked against.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The executive agencies of the city; none when no city was named.
    pub agencies: Option<&'a [String]>,
    /// The profile keys that have a column of their own.
    pub keys: &'a [ProfileKey],
}

/// What is wrong with a roster.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RosterProblemKind {
    /// The file cannot be read.
    Unreadable(ReadError),
    /// A column is absent that a roster needs.
    MissingColumn(&'static str),
    /// It is a file that a department handed in.
    HandedIn,
    /// There are headings, but no department.
    NoDepartments,
    /// A cell is empty that must not be.
    Empty,
    /// A code that cannot be a file's name.
    BadCode(String),
    /// The code stands twice; here again.
    CodeTwice {
        /// The row it stands in first.
        first: usize,
    },
    /// The code differs from another in capitals alone.
    CodeTwin {
        /// The row the other stands in.
        first: usize,
    },
    /// A text of more characters than are kept.
    TooLong {
        /// The limit.
        limit: usize,
    },
    /// A text with a control character, such as a line end.
    ControlCharacter,
    /// Not a date.
    BadDate(String),
    /// The last day lies before the first.
    EndsBeforeItBegins,
    /// The city has no such agency; those it has follow.
    UnknownAgency(String, Vec<String>),
    /// A cell of a profile column that is neither yes nor no.
    NotYesOrNo(String),
    /// The department is its own predecessor.
    OwnPredecessor,
    /// A predecessor stands twice in the cell.
    PredecessorTwice(String),
    /// No row has the predecessor's code.
    UnknownPredecessor(String),
    /// The predecessors lead round in a circle.
    PredecessorCircle,
    /// More predecessors than are read.
    TooManyPredecessors {
        /// The limit.
        limit: usize,
    },
}

/// A problem and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RosterProblem {
    /// The row, as a spreadsheet shows it; none when the whole file is meant.
    pub row: Option<usize>,
    /// The column, from 1.
    pub column: Option<usize>,
    /// The column's id; none for a column of the profile.
    pub column_id: Option<&'static str>,
    /// What.
    pub kind: RosterProblemKind,
}

/// Something worth telling that stops nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RosterNote {
    /// A column that is none of ours; it is not looked at.
    UnknownColumn {
        /// The column, from 1.
        column: usize,
        /// Its heading.
        heading: String,
    },
    /// A code of digits that is shorter than others: spreadsheets drop leading zeros.
    ShortCode {
        /// The row.
        row: usize,
        /// The column, from 1.
        column: usize,
        /// The code.
        code: String,
    },
}

/// A roster with what is worth telling about its file.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Reading {
    /// The roster.
    pub roster: Roster,
    /// What is worth telling.
    pub notes: Vec<RosterNote>,
}

/// A roster as it stands in its file, good or not.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sight {
    /// Its departments with the rows they stand in; what cannot be read of one is left blank.
    pub rows: Vec<(usize, Department)>,
    /// What is wrong, in the order of the rows.
    pub problems: Vec<RosterProblem>,
    /// What is worth telling.
    pub notes: Vec<RosterNote>,
}

/// Reads a roster.
///
/// # Errors
///
/// Every problem of the file, in the order of its rows.
pub fn read(bytes: &[u8], rules: Rules<'_>) -> Result<Reading, Vec<RosterProblem>> {
    let Sight {
        rows,
        problems,
        notes,
    } = look(bytes, rules);
    if !problems.is_empty() {
        return Err(problems);
    }
    let departments = rows.into_iter().map(|(_, department)| department).collect();
    Ok(Reading {
        roster: Roster { departments },
        notes,
    })
}

/// Looks at a roster, whatever is wrong with it.
#[must_use]
pub fn look(bytes: &[u8], rules: Rules<'_>) -> Sight {
    let whole = |kind| Sight {
        problems: vec![RosterProblem {
            row: None,
            column: None,
            column_id: None,
            kind,
        }],
        ..Sight::default()
    };
    let table = decode(bytes)
        .map_err(ReadError::Decode)
        .and_then(|decoded| csv_table::read(&decoded.text));
    let table = match table {
        Ok(table) => table,
        Err(error) => return whole(RosterProblemKind::Unreadable(error)),
    };
    let places = match Places::of(&table, rules) {
        Ok(places) => places,
        Err(error) => return whole(RosterProblemKind::Unreadable(error)),
    };
    for id in ["code", "name"] {
        if !places.columns.contains_key(id) {
            return whole(RosterProblemKind::MissingColumn(id));
        }
    }
    // It has codes and names of departments too, the same in every row.
    if csv_sheet::kind_of(&table.headings).is_some() {
        return whole(RosterProblemKind::HandedIn);
    }
    if table.rows.is_empty() {
        return whole(RosterProblemKind::NoDepartments);
    }
    let mut reader = Reader::new(rules, &places);
    let departments: Vec<(usize, Department)> = table
        .rows
        .iter()
        .map(|row| (row.number, reader.department(row)))
        .collect();
    let mut notes = places.unknown.clone();
    notes.extend(short_codes(&departments, &places));
    let numbers: Vec<usize> = departments.iter().map(|(row, _)| *row).collect();
    let roster = reader.relations(departments);
    let mut problems = reader.into_problems();
    problems.sort_by_key(|problem| problem.row);
    Sight {
        rows: numbers.into_iter().zip(roster.departments).collect(),
        problems,
        notes,
    }
}

/// Writes a roster with headings and one example row.
///
/// # Errors
///
/// Whatever the CSV writer reports.
pub fn template(rules: Rules<'_>) -> std::io::Result<Vec<u8>> {
    let example = Department {
        code: "0420".to_owned(),
        name: EXAMPLE_NAME.to_owned(),
        agency: rules.agencies.and_then(<[String]>::first).cloned(),
        profile: rules.keys.iter().map(|key| (key.clone(), false)).collect(),
        valid_from: NaiveDate::from_ymd_opt(2026, 4, 1),
        valid_to: None,
        predecessors: Vec::new(),
    };
    let departments = vec![example];
    write(&Roster { departments }, rules.keys)
}

/// Writes a roster, with a column for each of the profile's keys.
///
/// # Errors
///
/// Whatever the CSV writer reports.
pub fn write(roster: &Roster, keys: &[ProfileKey]) -> std::io::Result<Vec<u8>> {
    let keys = asked(keys);
    let own = ROSTER.iter().map(|column| column.heading(Header::Ja));
    let rows = roster.departments.iter().map(|department| {
        let day = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
        let answers = keys.iter().map(|key| {
            let answer = department.profile.get(key);
            answer.map_or_else(String::new, |yes| yes_no(*yes, Header::En).to_owned())
        });
        let own = [
            department.code.clone(),
            department.name.clone(),
            department.agency.clone().unwrap_or_default(),
            day(department.valid_from),
            day(department.valid_to),
            department.predecessors.join(";"),
        ];
        with_keys(own.map(|cell| guard(&cell)).into_iter(), answers)
    });
    let headings = with_keys(own, keys.iter().map(|key| key.as_str()));
    csv_table::write(headings, rows)
}

/// The keys stand between what a department is and when it exists.
fn with_keys<T>(own: impl Iterator<Item = T> + Clone, keys: impl Iterator<Item = T>) -> Vec<T> {
    let (what, when) = (own.clone().take(3), own.skip(3));
    what.chain(keys).chain(when).collect()
}

/// The keys that a roster answers: one is derived from the folder instead.
fn asked(keys: &[ProfileKey]) -> Vec<&ProfileKey> {
    let is_asked = |key: &&ProfileKey| key.as_str() != ProfileKey::PREVIOUS;
    keys.iter().filter(is_asked).collect()
}

fn short_codes(departments: &[(usize, Department)], places: &Places<'_>) -> Vec<RosterNote> {
    let is_number = |code: &str| code.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = departments
        .iter()
        .filter(|(_, department)| is_number(&department.code));
    let longest = numbers
        .clone()
        .map(|(_, department)| department.code.len())
        .max()
        .unwrap_or(0);
    numbers
        .filter(|(_, department)| department.code.len() < longest)
        .map(|(row, department)| RosterNote::ShortCode {
            row: *row,
            column: places.columns.get("code").copied().unwrap_or(1),
            code: department.code.clone(),
        })
        .collect()
}

#[path = "roster_rows.rs"]
mod rows;

#[cfg(test)]
#[path = "roster_tests.rs"]
mod tests;
