//! The sections of a report, each in a file of its own.

pub(super) mod clauses;
pub(super) mod departments;
pub(super) mod items;
pub(super) mod method;
pub(super) mod open;
pub(super) mod questions;
pub(super) mod submission;
pub(super) mod summary;
pub(super) mod years;

use super::document::{Block, Cell, Column, Kind, Place, Section, Table, Tone};
use super::view::{ScopeSum, View};
use crate::domain::band::bands;
use crate::domain::disclosure::{ANSWERS_MIN, DEPARTMENTS_MIN};
use crate::domain::scope::ScopeKind;
use crate::domain::submission::{AskedItem, Submission};
use crate::text::document::cells::{self, TONE_SIGNS};

/// Returns a column.
fn column(heading: &str, kind: Kind) -> Column {
    Column::new(heading, kind)
}

/// Returns a table that stands on the page and on a sheet.
fn table(id: &'static str, name: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id,
        name: name.to_owned(),
        caption: name.to_owned(),
        columns,
        rows,
        place: Place::Both,
        nothing: String::new(),
    }
}

/// Returns a table that stands on a sheet alone.
fn sheet(id: &'static str, name: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        place: Place::Sheet,
        ..table(id, name, columns, rows)
    }
}

/// Returns a section.
const fn section(id: &'static str, heading: String, blocks: Vec<Block>) -> Section {
    Section {
        id,
        heading,
        own_page: false,
        blocks,
    }
}

/// Returns a score with its band.
fn heat(view: &View<'_>, tenths: Option<u32>) -> Cell {
    Cell::Heat(tenths.map(|tenths| {
        let (tone, sign, words) = cells::tone(view.words, &view.scale, tenths);
        (tenths, Tone { tone, sign, words })
    }))
}

/// Returns what the tones mean.
fn legend(view: &View<'_>) -> Block {
    let tones = bands(&view.scale).into_iter().map(|band| Tone {
        tone: band.tone,
        sign: TONE_SIGNS.get(band.tone).copied().unwrap_or_default(),
        words: (view.words.band)(band.from, band.below),
    });
    Block::Legend(tones.collect())
}

/// Returns the citation and heading of a scope.
fn label(view: &View<'_>, sum: &ScopeSum<'_>) -> String {
    match sum.kind {
        ScopeKind::Total => view.words.parts.whole.to_owned(),
        _ if sum.label.is_empty() => sum.id.to_owned(),
        _ => sum.label.to_owned(),
    }
}

/// Returns the cells of figures, or as many signs that they are hidden.
fn or_hidden<const N: usize>(view: &View<'_>, sum: &ScopeSum<'_>, cells: [Cell; N]) -> [Cell; N] {
    if view.is_public() && sum.hidden {
        return cells.map(|_| Cell::Hidden);
    }
    cells
}

/// Says why figures are hidden, where some are.
fn hidden_note(view: &View<'_>) -> Option<Block> {
    let some = view.is_public() && (view.total.hidden || view.clauses.iter().any(|sum| sum.hidden));
    some.then(|| Block::Note((view.words.hidden_note)(DEPARTMENTS_MIN, ANSWERS_MIN)))
}

/// Returns whether an item is critical, as a sign with its word; an empty cell where it is not.
fn critical(view: &View<'_>, item: &AskedItem) -> Cell {
    if item.critical {
        Cell::Sign("★".to_owned(), view.words.parts.critical_item.to_owned())
    } else {
        Cell::text("")
    }
}

/// Returns the name of a department, with its municipality's where there are several.
fn department(view: &View<'_>, submission: &Submission) -> String {
    let first = view.submissions().first();
    if first
        .is_some_and(|first| first.cover.municipality_code != submission.cover.municipality_code)
    {
        return format!(
            "{} {}",
            submission.cover.municipality, submission.cover.department
        );
    }
    submission.cover.department.to_string()
}
