//! What can be wrong with the sheets of a checklist, and where. Worded in `text`.

use super::cells::ReadError;
use crate::domain::problem::ProblemKind;
use crate::text::columns::Word;
use crate::text::columns::checklist::Sheet;

/// What is wrong with sheets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SheetProblemKind {
    /// A file or sheet cannot be read.
    Unreadable(ReadError),
    /// There is no such sheet.
    NoSheet,
    /// There are two such sheets or files.
    SheetTwice,
    /// There is no such column.
    NoColumn,
    /// A formula failed.
    Failed(String),
    /// The spreadsheet took what was typed for a date.
    TakenForDate(String),
    /// A cell is empty that must not be.
    Empty,
    /// A word that is none of those of the column.
    UnknownWord(String, &'static [Word]),
    /// No row has the clause this one is to be part of.
    UnknownParent(String),
    /// The clauses lead round in a circle, or too far down.
    ParentCircle,
    /// A name no file can have.
    BadFileName(String),
    /// A row is absent; what it is about follows.
    NoRow(&'static Word),
    /// The same id, key or file stands in the row that follows, of the sheet that follows.
    Twice(String, &'static Sheet, usize),
    /// The id stands in a file that is not among the sheets, in the line that follows.
    TwiceInFile(String, String, usize),
    /// What the reader of the checklist's files finds wrong.
    Checklist(ProblemKind),
}

/// A problem and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetProblem {
    /// Where.
    pub place: CellPlace,
    /// What.
    pub kind: SheetProblemKind,
}

/// A place in the sheets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CellPlace {
    /// The sheet; none when all are meant.
    pub sheet: Option<&'static Sheet>,
    /// The row, as a spreadsheet shows it.
    pub row: Option<usize>,
    /// The column as the sheet should have it, by its position.
    pub column: Option<usize>,
    /// Where the column stands, from 1.
    pub at: Option<usize>,
}

impl CellPlace {
    /// A sheet as a whole.
    #[must_use]
    pub const fn sheet(sheet: &'static Sheet) -> Self {
        Self {
            sheet: Some(sheet),
            row: None,
            column: None,
            at: None,
        }
    }
}
