//! A table with more columns than fit: what stands on the left stays, the rest goes sideways, and
//! the cell chosen can be told without colour. Only what is visible is drawn.
//!
//! ```text
//!    所属                得点 <    5   6(1)   6(2)   6(3) >
//!  > 下水道整備課        79.8     87    100   ▒ 62   █ 50
//! ```

use std::ops::Range;

use crate::tui::canvas::{Canvas, scroll};
use crate::tui::symbols::{MORE_LEFT, MORE_RIGHT, SELECTOR};
use crate::tui::theme::Role;

/// Where the text on the left begins, in cells.
const MARGIN: usize = 3;

/// Rows of headings.
pub const HEADINGS: usize = 2;

/// How a table is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grid {
    /// The width of what stays, in cells.
    pub frozen: usize,
    /// The width of a column, in cells.
    pub cell: usize,
    /// How many columns there are.
    pub columns: usize,
    /// The column chosen, if one is.
    pub column: Option<usize>,
}

/// What a cell shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GridCell {
    /// A sign before the text that shows its size.
    pub shape: &'static str,
    /// The text, of the same width in every cell of a table, so that it stands in line.
    pub text: String,
}

impl Grid {
    /// Returns the columns that are visible.
    #[must_use]
    pub fn shown(&self, width: usize) -> Range<usize> {
        let room = width.saturating_sub(MARGIN + self.frozen + 1) / self.cell.max(1);
        let first = scroll(self.column.unwrap_or(0), self.columns, room);
        first..(first + room).min(self.columns)
    }

    fn x(&self, shown: &Range<usize>, column: usize) -> usize {
        MARGIN + self.frozen + (column - shown.start) * self.cell
    }

    /// Draws the headings, two rows above each other, and where more columns lie. A heading ends
    /// as many cells before the end of its column as `behind` says.
    pub fn heading(
        &self,
        canvas: &mut Canvas<'_, '_>,
        frozen: &str,
        behind: usize,
        name: impl Fn(usize) -> [String; 2],
    ) {
        let ruler = canvas.ruler();
        let shown = self.shown(canvas.width());
        let y = HEADINGS - 1;
        canvas.text(MARGIN, y, &ruler.truncate(frozen, self.frozen), Role::Plain);
        for column in shown.clone() {
            let role = if self.column == Some(column) {
                Role::Label
            } else {
                Role::Plain
            };
            for (y, text) in name(column).iter().enumerate() {
                let text = ruler.truncate(text, self.cell - 1);
                let end = self.x(&shown, column) + self.cell - behind;
                canvas.text(end.saturating_sub(ruler.cells(&text)), y, &text, role);
            }
        }
        if shown.start > 0 {
            canvas.text(MARGIN + self.frozen - 1, y, MORE_LEFT, Role::Strong);
        }
        if shown.end < self.columns {
            canvas.text(canvas.width() - 1, y, MORE_RIGHT, Role::Strong);
        }
    }

    /// Draws a row. Of the one chosen, what stays and the cell chosen stand out.
    pub fn row(
        &self,
        canvas: &mut Canvas<'_, '_>,
        y: usize,
        selected: bool,
        frozen: &str,
        cell: impl Fn(usize) -> GridCell,
    ) {
        let ruler = canvas.ruler();
        let shown = self.shown(canvas.width());
        let width = canvas.width();
        canvas.target(0, y, width, selected, None);
        let frozen = ruler.fit(frozen, self.frozen.saturating_sub(1));
        if selected {
            canvas.text(0, y, &format!(" {SELECTOR} {frozen}"), Role::Selected);
        } else {
            canvas.text(MARGIN, y, &frozen, Role::Plain);
        }
        if selected && self.column.is_none() {
            canvas.caret(1, y);
        }
        for column in shown.clone() {
            let GridCell { shape, text } = cell(column);
            let end = self.x(&shown, column) + self.cell;
            let x = end.saturating_sub(ruler.cells(&text));
            let before = x.saturating_sub(1);
            if selected && self.column == Some(column) {
                let shape = if shape.is_empty() { " " } else { shape };
                canvas.text(before, y, &format!("{shape}{text}"), Role::Selected);
                canvas.caret(before, y);
            } else {
                canvas.text(before, y, shape, Role::Accent);
                canvas.text(x, y, &text, Role::Plain);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_chosen_is_always_visible() {
        for width in [80, 120, 200] {
            for columns in 0..40 {
                for column in 0..columns {
                    let grid = Grid {
                        frozen: 26,
                        cell: 6,
                        columns,
                        column: Some(column),
                    };
                    let shown = grid.shown(width);
                    assert!(shown.contains(&column), "{width} {columns} {column}");
                    assert!(grid.x(&shown, shown.end - 1) + grid.cell <= width);
                }
            }
        }
    }
}
