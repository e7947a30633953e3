//! Draws the fields that are written in: one line, or an area of lines with its limit.

use super::text_input::TextInput;
use crate::display::width::Ruler;
use crate::tui::canvas::Canvas;
use crate::tui::symbols;
use crate::tui::theme::Role;

/// Draws a field of one line; the text scrolls so that the caret is in it.
pub fn draw_line(
    canvas: &mut Canvas<'_, '_>,
    x: usize,
    y: usize,
    input: &TextInput,
    focused: bool,
) {
    // The last cells are for the sign that there is more, and for the caret behind a full field.
    let room = canvas.width().saturating_sub(x + 2);
    let window = if focused {
        input.window(canvas.ruler(), room)
    } else {
        input.beginning(canvas.ruler(), room)
    };
    let role = match (focused, input.is_selected()) {
        (true, true) => Role::Selected,
        (true, false) => Role::Strong,
        (false, _) => Role::Plain,
    };
    let end = canvas.text(x, y, &window.text, role);
    if window.before {
        canvas.text(x.saturating_sub(1), y, symbols::MORE_LEFT, Role::Accent);
    }
    if window.after {
        canvas.text(end, y, symbols::MORE_RIGHT, Role::Accent);
    }
    if focused {
        canvas.caret(x + window.column, y);
    }
}

/// An area of lines.
#[derive(Clone, Copy)]
pub struct Area {
    /// What measures the text.
    pub ruler: Ruler,
    /// The column of the text.
    pub x: usize,
    /// The first row.
    pub y: usize,
    /// The cells of a line.
    pub width: usize,
    /// The rows shown at once.
    pub rows: usize,
    /// The line at the top, as it was last.
    pub top: usize,
}

impl Area {
    /// Returns the line at the top, moved no further than it takes to show the caret.
    #[must_use]
    pub fn follow(&self, input: &TextInput) -> usize {
        let (line, _) = input.caret_place(self.ruler, self.width);
        let lowest = input
            .wrapped(self.ruler, self.width)
            .len()
            .saturating_sub(self.rows);
        let top = self.top.min(lowest);
        top.clamp((line + 1).saturating_sub(self.rows), line)
    }

    /// Draws the lines, and the caret when the area is in focus. Returns how many lines there are
    /// above and below what is shown.
    pub fn draw(
        &self,
        canvas: &mut Canvas<'_, '_>,
        input: &TextInput,
        focused: bool,
    ) -> (usize, usize) {
        let top = self.follow(input);
        let spans = input.wrapped(self.ruler, self.width);
        let role = if focused && input.is_selected() {
            Role::Selected
        } else {
            Role::Strong
        };
        for (row, span) in spans.iter().skip(top).take(self.rows).enumerate() {
            let text = input.text().get(span.start..span.end).unwrap_or_default();
            canvas.text(self.x, self.y + row, text, role);
        }
        if focused {
            let (line, column) = input.caret_place(self.ruler, self.width);
            canvas.caret(self.x + column, self.y + line - top);
        }
        (top, spans.len().saturating_sub(top + self.rows))
    }
}

/// Draws a text that ends before a column from the right, and returns the cells it took.
pub fn draw_right(canvas: &mut Canvas<'_, '_>, y: usize, text: &str, role: Role) {
    let x = canvas
        .width()
        .saturating_sub(canvas.ruler().cells_drawn(text) + 2);
    canvas.text(x, y, text, role);
}
