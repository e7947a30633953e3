//! Lines of text broken to the width there is, anew when that changes: a window may be made smaller
//! while they are read.

use std::cell::{Ref, RefCell};

use crate::display::width::Ruler;
use crate::tui::canvas::Canvas;

/// A line before it is broken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Line {
    /// Broken where it must be; what follows stands below its beginning.
    Text(String),
    /// Never broken: a row of a table.
    Row(String),
}

/// Lines, and the rows they are shown in.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Folded {
    lines: Vec<Line>,
    /// As last asked for: there may be as many as a country has departments.
    shown: RefCell<Shown>,
}

/// Rows, and what they were broken for.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Shown {
    place: Option<(Ruler, usize)>,
    rows: Vec<String>,
}

impl Folded {
    /// Takes lines.
    #[must_use]
    pub fn new(lines: impl IntoIterator<Item = Line>) -> Self {
        Self {
            lines: lines.into_iter().collect(),
            shown: RefCell::default(),
        }
    }

    /// Returns the rows for a width in cells.
    #[must_use]
    pub fn rows(&self, ruler: Ruler, width: usize) -> Ref<'_, [String]> {
        let place = Some((ruler, width));
        if self.shown.borrow().place != place {
            let rows = self.lines.iter();
            let rows = rows.flat_map(|line| broken(ruler, line, width)).collect();
            self.shown.replace(Shown { place, rows });
        }
        Ref::map(self.shown.borrow(), |shown| shown.rows.as_slice())
    }

    /// Returns the rows for a width in cells, on a canvas.
    #[must_use]
    pub fn on(&self, canvas: &Canvas<'_, '_>, width: usize) -> Ref<'_, [String]> {
        self.rows(canvas.ruler(), width)
    }
}

fn broken(ruler: Ruler, line: &Line, width: usize) -> Vec<String> {
    match line {
        Line::Text(line) if ruler.cells(line) > width || line.contains('\n') => {
            let text = line.trim_start_matches(' ');
            let indent = " ".repeat(line.len() - text.len());
            let parts = ruler.wrap(text, width.saturating_sub(indent.len()));
            parts.iter().map(|part| format!("{indent}{part}")).collect()
        }
        Line::Text(line) | Line::Row(line) => vec![line.clone()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_follow_the_width() {
        let lines = ["  端末を確かめました。", "a | b"];
        let folded = Folded::new([
            Line::Text(lines[0].to_owned()),
            Line::Text(String::new()),
            Line::Row(lines[1].repeat(9)),
        ]);
        let row = lines[1].repeat(9);
        assert_eq!(*folded.rows(Ruler::Narrow, 40), [lines[0], "", &row]);
        let narrow = ["  端末を確", "  かめまし", "  た。", "", &row];
        assert_eq!(*folded.rows(Ruler::Narrow, 10), narrow);
        assert_eq!(*folded.rows(Ruler::Narrow, 40), [lines[0], "", &row]);
    }
}
