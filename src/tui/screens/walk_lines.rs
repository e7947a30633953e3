//! Lines of the walk: drawn from the top, those of lesser need left out when the rows do not suffice.

use crate::tui::canvas::{Canvas, scroll};
use crate::tui::theme::Role;

/// How much a line may be left out when the rows do not suffice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Debug)]
pub(super) enum Keep {
    Always,
    IfRoom,
    Blank,
}

pub(super) struct Line {
    text: String,
    role: Role,
    right: String,
    focused: bool,
    /// Whether the next key can act on it.
    choosable: bool,
    keep: Keep,
}

impl Line {
    pub(super) fn new(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            right: String::new(),
            focused: false,
            choosable: false,
            keep: Keep::Always,
        }
    }

    pub(super) fn blank() -> Self {
        Self {
            keep: Keep::Blank,
            ..Self::new("", Role::Plain)
        }
    }

    /// Writes something at the right edge.
    pub(super) fn right(mut self, text: String) -> Self {
        self.right = text;
        self
    }

    pub(super) const fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self.choosable = true;
        self
    }

    pub(super) const fn if_room(mut self) -> Self {
        self.keep = Keep::IfRoom;
        self
    }
}

/// Leaves out blank lines, then lines of lesser need, until the rest fits.
pub(super) fn fitted(mut lines: Vec<Line>, height: usize) -> Vec<Line> {
    for keep in [Keep::Blank, Keep::IfRoom] {
        while lines.len() > height {
            let Some(last) = lines.iter().rposition(|line| line.keep == keep) else {
                break;
            };
            lines.remove(last);
        }
    }
    lines
}

pub(super) fn draw_lines(lines: &[Line], canvas: &mut Canvas<'_, '_>) {
    let ruler = canvas.ruler();
    let focused = lines.iter().position(|line| line.focused).unwrap_or(0);
    let first = scroll(focused, lines.len(), canvas.height());
    let mut caret = None;
    for (y, line) in lines.iter().skip(first).take(canvas.height()).enumerate() {
        let role = if line.focused {
            Role::Selected
        } else {
            line.role
        };
        let width = canvas.width();
        if line.choosable {
            canvas.target(0, y, width, line.focused, None);
        }
        if line.focused {
            canvas.text(0, y, &ruler.fit(&line.text, width), role);
            caret.get_or_insert(y);
        } else {
            canvas.text(0, y, &line.text, role);
        }
        if !line.right.is_empty() {
            canvas.text_right(y, &line.right, Role::Plain);
        }
    }
    if let Some(y) = caret {
        canvas.caret(1, y);
    }
}
