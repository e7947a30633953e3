//! The search: what is typed narrows the list at once; Enter goes to the question.

use super::OverlayGo;
use crate::text::search::found;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::key::Key;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Open};
use crate::tui::theme::Role;
use crate::tui::widgets::item_row::item_row;
use crate::tui::widgets::list::moved;
use crate::tui::widgets::text_draw::draw_line;
use crate::tui::widgets::text_input::{Reaction, TextInput};

/// The search.
#[derive(Debug)]
pub struct Search {
    input: TextInput,
    selected: usize,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            input: TextInput::line("", 40),
            selected: 0,
        }
    }
}

impl Search {
    /// Gives a key to the text.
    pub fn typed(&mut self, key: Key) -> Reaction {
        let reaction = self.input.key_in_line(key);
        self.after(reaction)
    }

    /// Gives a pasted text to the text.
    pub fn pasted(&mut self, text: &str) -> Reaction {
        let reaction = self.input.insert(text.trim());
        self.after(reaction)
    }

    const fn after(&mut self, reaction: Reaction) -> Reaction {
        if !matches!(reaction, Reaction::Ignored | Reaction::Moved) {
            self.selected = 0;
        }
        reaction
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &Model, action: Action) -> OverlayGo {
        let Some(open) = &model.open else {
            return OverlayGo::Close;
        };
        let found = self.found(open);
        let page = usize::from(model.size.1).saturating_sub(8).max(1);
        if let Some(row) = moved(action, self.selected, found.len(), page) {
            self.selected = row;
            return OverlayGo::Stay;
        }
        match action {
            Action::Back | Action::Search => return OverlayGo::Close,
            Action::Enter => {
                if let Some(&position) = found.get(self.selected) {
                    return OverlayGo::Then(Box::new(move |model, _| go_to(model, position)));
                }
            }
            _ => {}
        }
        OverlayGo::Stay
    }

    fn found(&self, open: &Open) -> Vec<usize> {
        found(&open.checklist, &open.workbook, self.input.text())
    }

    /// Draws the search over the whole body.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let Some(open) = &model.open else { return };
        let words = &canvas.strings().search;
        let ruler = canvas.ruler();
        canvas.clear();
        let found = self.found(open);
        canvas.text(1, 0, words.title, Role::Strong);
        canvas.text_right(0, &(words.count)(found.len()), Role::Plain);
        canvas.rule(1);
        let x = canvas.text(1, 2, &ruler.fit(words.label, 10), Role::Plain);
        if self.input.text().is_empty() {
            canvas.text(x + 2, 2, words.hint, Role::Plain);
        }
        let height = canvas.height().saturating_sub(4);
        let first = scroll(self.selected, found.len(), height);
        for (row, &position) in found.iter().enumerate().skip(first).take(height) {
            let text = item_row(model, open, position);
            canvas.row(4 + row - first, row == self.selected, &text, Role::Plain);
        }
        if found.is_empty() {
            for (y, line) in words.nothing.iter().enumerate() {
                canvas.text(3, 4 + y, line, Role::Plain);
            }
        }
        draw_line(canvas, x, 2, &self.input, true);
    }
}

/// Puts the item of a position in front, in the walk.
pub fn go_to(model: &mut Model, position: usize) {
    if let Some(open) = &mut model.open {
        open.position = position;
    }
    crate::tui::update::go_walk(model);
}
