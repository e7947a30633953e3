//! Where the lines of a text field and its caret are drawn. Draws nothing itself.

use super::text_input::{Reaction, TextInput};
use crate::display::width::Ruler;
use crate::display::wrap::LineSpan;

/// Cells kept free to the right of the caret, where an input method shows what is being composed.
const FREE: usize = 20;

/// The part of a one-line field that is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Window {
    /// The text shown.
    pub text: String,
    /// Where the caret is, in cells.
    pub column: usize,
    /// Whether there is more before it.
    pub before: bool,
    /// Whether there is more behind it.
    pub after: bool,
}

impl TextInput {
    /// Returns the lines as drawn at a width.
    #[must_use]
    pub fn wrapped(&self, ruler: Ruler, width: usize) -> Vec<LineSpan> {
        ruler.wrap_spans(&self.text, width)
    }

    /// Returns the caret's line and column in cells, as drawn at a width.
    #[must_use]
    pub fn caret_place(&self, ruler: Ruler, width: usize) -> (usize, usize) {
        self.place_in(ruler, &self.wrapped(ruler, width), width)
    }

    fn place_in(&self, ruler: Ruler, spans: &[LineSpan], width: usize) -> (usize, usize) {
        let below = spans.partition_point(|span| span.start <= self.caret);
        let mut line = below.saturating_sub(1);
        let start_of = |line: usize| spans.get(line).map_or(0, |span| span.start);
        // Where a line is broken without a blank, its end is the beginning of the next.
        let ends = |span: &LineSpan| span.end == self.caret;
        if self.at_line_end && line > 0 && spans.get(line - 1).is_some_and(ends) {
            line -= 1;
        }
        let before = self.text.get(start_of(line)..self.caret);
        // Blanks at the end of a broken line are not drawn; the caret waits at its edge.
        (
            line,
            ruler.cells_drawn(before.unwrap_or_default()).min(width),
        )
    }

    /// Moves the caret to the beginning or the end of the line it is drawn on.
    pub(super) fn move_to_edge(&mut self, ruler: Ruler, width: usize, end: bool) -> Reaction {
        let spans = self.wrapped(ruler, width);
        let (line, _) = self.place_in(ruler, &spans, width);
        let Some(span) = spans.get(line) else {
            return Reaction::Moved;
        };
        self.move_to(if end { span.end } else { span.start });
        self.at_line_end = end;
        Reaction::Moved
    }

    /// Moves the caret up or down by lines as drawn.
    pub(super) fn move_line(&mut self, ruler: Ruler, width: usize, step: isize) -> Reaction {
        if self.is_selected() {
            let edge = if step < 0 { 0 } else { self.text.len() };
            return self.move_to(edge);
        }
        let spans = self.wrapped(ruler, width);
        let (line, column) = self.place_in(ruler, &spans, width);
        let column = self.column.unwrap_or(column);
        let target = line
            .checked_add_signed(step)
            .and_then(|line| spans.get(line));
        let Some(span) = target else {
            return Reaction::Ignored;
        };
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        let mut used = 0;
        let fitting = ruler.units(text).take_while(|unit| {
            used += unit.cells;
            used <= column
        });
        let caret = span.start + fitting.last().map_or(0, |unit| unit.end);
        self.move_to(caret);
        self.at_line_end = caret == span.end && caret > span.start;
        self.column = Some(column);
        Reaction::Moved
    }

    /// Returns what a field of one line shows in so many cells: the part around the caret.
    #[must_use]
    pub fn window(&self, ruler: Ruler, room: usize) -> Window {
        let before = self.text.get(..self.caret).unwrap_or_default();
        let furthest = room.saturating_sub(FREE).max(room / 2);
        let hidden = ruler.cells_drawn(before).saturating_sub(furthest);
        self.part(ruler, hidden, room)
    }

    /// Returns what a field of one line shows while nobody writes in it: its beginning.
    #[must_use]
    pub fn beginning(&self, ruler: Ruler, room: usize) -> Window {
        self.part(ruler, 0, room)
    }

    fn part(&self, ruler: Ruler, hidden: usize, room: usize) -> Window {
        let mut skipped = 0;
        let mut first = 0;
        let mut shown = 0;
        let mut last = 0;
        for unit in ruler.units(&self.text) {
            if skipped < hidden {
                skipped += unit.cells;
                first = unit.end;
                last = first;
            } else if shown + unit.cells > room {
                break;
            } else {
                shown += unit.cells;
                last = unit.end;
            }
        }
        let before = self.text.get(first..self.caret).unwrap_or_default();
        Window {
            text: self.text.get(first..last).unwrap_or_default().to_owned(),
            column: ruler.cells_drawn(before),
            before: first > 0,
            after: last < self.text.len(),
        }
    }
}
