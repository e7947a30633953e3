//! Problems of the files made of sheets, told at the cells the files were made of.

use super::{CellPlace, SheetFiles, SheetProblem};
use crate::domain::problem::{Place, Problem, ProblemKind};
use crate::format::sheet_problem::SheetProblemKind;
use crate::text::columns::MARK;
use crate::text::columns::checklist::{CITY, CITY_FIELD, MARKS, SHEETS};

impl SheetFiles {
    /// Returns every problem of the sheets, those of the files among them, in the order of the
    /// sheets; and the problems of files that were not made of them.
    #[must_use]
    pub fn sorted(&self, found: Vec<Problem>) -> (Vec<SheetProblem>, Vec<Problem>) {
        let mut problems = self.problems.clone();
        let mut others = Vec::new();
        for problem in found {
            let made = self.files.iter();
            match made
                .map(|file| &file.name)
                .position(|name| *name == problem.place.file)
            {
                Some(file) => problems.push(self.told(file, problem)),
                None => others.push(problem),
            }
        }
        problems.sort_by_key(|problem| {
            let place = problem.place;
            let sheet = place
                .sheet
                .and_then(|sheet| SHEETS.iter().position(|known| *known == sheet));
            (sheet, place.row, place.at)
        });
        // What is wrong with a cell is told once: the first says more than what follows from it.
        problems.dedup_by(|again, first| {
            again == first || (again.place == first.place && first.place.at.is_some())
        });
        (problems, others)
    }

    fn told(&self, file: usize, problem: Problem) -> SheetProblem {
        let mut place = self.place(file, &problem.place);
        let kind = match problem.kind {
            ProblemKind::DuplicateId(id, name, line) => {
                let made = self.files.iter().position(|file| file.name == name);
                let first = made.map(|file| self.line(file, line));
                match first.and_then(|first| Some((first.sheet?, first.row?))) {
                    Some((sheet, row)) => SheetProblemKind::Twice(id, sheet, row),
                    None => SheetProblemKind::TwiceInFile(id, name, line),
                }
            }
            ProblemKind::MissingField(name) => match self.column(place, name) {
                Some(column) => {
                    place = column;
                    SheetProblemKind::Empty
                }
                None => missing_row(place, name)
                    .unwrap_or(SheetProblemKind::Checklist(ProblemKind::MissingField(name))),
            },
            kind => SheetProblemKind::Checklist(kind),
        };
        SheetProblem { place, kind }
    }

    /// Returns the cell something in a file came from: the last that begins before it.
    fn place(&self, file: usize, place: &Place) -> CellPlace {
        let text = &self.files[file].text;
        let line = line_start(text, place.line);
        let rest = text.get(line..).unwrap_or_default();
        let within = rest.char_indices().nth(place.column.saturating_sub(1));
        self.before(file, within.map_or(text.len(), |(at, _)| line + at))
    }

    /// Returns the cell that what stands in a line came from.
    fn line(&self, file: usize, line: usize) -> CellPlace {
        let text = &self.files[file].text;
        let end = line_start(text, line + 1).saturating_sub(1);
        self.before(file, end)
    }

    fn before(&self, file: usize, offset: usize) -> CellPlace {
        let places = &self.places[file];
        let after = places.partition_point(|(at, _)| *at <= offset);
        let found = after.checked_sub(1).and_then(|index| places.get(index));
        found.map_or_else(
            || CellPlace {
                sheet: None,
                row: None,
                column: None,
                at: None,
            },
            |(_, place)| *place,
        )
    }

    /// Returns the cell of a column in the row of a place.
    fn column(&self, place: CellPlace, id: &str) -> Option<CellPlace> {
        let (sheet, row) = (place.sheet?, place.row?);
        let rows = self.sheets.iter().find(|rows| rows.sheet == sheet)?;
        let column = rows.place(row, id);
        column.column.map(|_| column)
    }
}

/// Returns where a line begins.
fn line_start(text: &str, line: usize) -> usize {
    let mut ends = text.match_indices('\n').map(|(at, _)| at + 1);
    match line.checked_sub(2) {
        None => 0,
        Some(before) => ends.nth(before).unwrap_or(text.len()),
    }
}

/// What a sheet has a row for, and not a column.
fn missing_row(place: CellPlace, name: &str) -> Option<SheetProblemKind> {
    let sheet = place.sheet?;
    let words = if sheet == &CITY {
        CITY_FIELD
    } else if sheet == &MARKS {
        MARK
    } else {
        return None;
    };
    let word = words.iter().find(|word| word.code == name)?;
    Some(SheetProblemKind::NoRow(word))
}
