//! The search: what is typed narrows the list at once; Enter goes to the question.

use super::OverlayGo;
use crate::text::search::found;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::key::Key;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Open};
use crate::tui::theme::Role;
use crate::tui::widgets::item_row::item_row;
use crate::tui::widgets::picker::Picker;
use crate::tui::widgets::text_draw::draw_line;
use crate::tui::widgets::text_input::Reaction;

/// The search.
#[derive(Default, Debug)]
pub struct Search {
    picker: Picker,
}

impl Search {
    /// Gives a key to the text.
    pub fn typed(&mut self, key: Key) -> Reaction {
        self.picker.typed(key)
    }

    /// Gives a pasted text to the text.
    pub fn pasted(&mut self, text: &str) -> Reaction {
        self.picker.pasted(text)
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &Model, action: Action) -> OverlayGo {
        let Some(open) = &model.open else {
            return OverlayGo::Close;
        };
        let found = self.found(open);
        if self.picker.moves(action, found.len(), model.size.1) {
            return OverlayGo::Stay;
        }
        match action {
            Action::Back | Action::Search => return OverlayGo::Close,
            Action::Enter => {
                if let Some(&position) = found.get(self.picker.selected) {
                    return OverlayGo::Then(Box::new(move |model, _| go_to(model, position)));
                }
            }
            _ => {}
        }
        OverlayGo::Stay
    }

    fn found(&self, open: &Open) -> Vec<usize> {
        found(&open.checklist, &open.workbook, self.picker.input.text())
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
        if self.picker.input.text().is_empty() {
            canvas.text(x + 2, 2, words.hint, Role::Plain);
        }
        let height = canvas.height().saturating_sub(4);
        let first = scroll(self.picker.selected, found.len(), height);
        for (row, &position) in found.iter().enumerate().skip(first).take(height) {
            let text = item_row(model, open, position);
            canvas.row(
                4 + row - first,
                row == self.picker.selected,
                &text,
                Role::Plain,
            );
        }
        if found.is_empty() {
            for (y, line) in words.nothing.iter().enumerate() {
                canvas.text(3, 4 + y, line, Role::Plain);
            }
        }
        draw_line(canvas, x, 2, &self.picker.input, true);
    }
}

/// Puts the item of a position in front, in the walk.
pub fn go_to(model: &mut Model, position: usize) {
    if let Some(open) = &mut model.open {
        open.position = position;
    }
    crate::tui::update::go_walk(model);
}
