//! The keys valid here, from the key table; typing narrows the list, Enter runs the line.

use super::OverlayGo;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::key::Key;
use crate::tui::keymap::Action;
use crate::tui::keymap::{Binding, Scope, bindings};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::text_input::{Reaction, TextInput};

/// The list of keys.
#[derive(Debug)]
pub struct Help {
    scopes: Vec<Scope>,
    search: TextInput,
    selected: usize,
}

impl Help {
    /// Lists the keys valid in some scopes.
    #[must_use]
    pub fn new(scopes: Vec<Scope>) -> Self {
        Self {
            scopes,
            search: TextInput::line("", 40),
            selected: 0,
        }
    }

    /// Gives a key to the search; returns whether it was taken.
    pub fn typed(&mut self, key: Key) -> bool {
        let taken = self.search.key_in_line(key) != Reaction::Ignored;
        if taken {
            self.selected = 0;
        }
        taken
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action) -> OverlayGo {
        let rows = self.rows(model);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(rows.len().saturating_sub(1)),
            Action::Back | Action::Help => return OverlayGo::Close,
            Action::Enter => {
                if let Some(binding) = rows.get(self.selected) {
                    let action = binding.action;
                    return OverlayGo::Then(Box::new(move |model, effects| {
                        crate::tui::update::act(model, action, effects);
                    }));
                }
            }
            _ => {}
        }
        OverlayGo::Stay
    }

    fn rows(&self, model: &Model) -> Vec<&'static Binding> {
        let wanted = crate::text::search::folded(self.search.text());
        bindings(&self.scopes)
            .filter(|binding| {
                let label = (binding.label)(model.strings);
                crate::text::search::folded(label).contains(&wanted)
                    || binding
                        .keys
                        .iter()
                        .any(|key| crate::text::search::folded(&key.to_string()).contains(&wanted))
            })
            .collect()
    }

    /// Draws the list over the whole body.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().help;
        canvas.clear();
        canvas.text(1, 0, words.title, Role::Strong);
        let x = canvas.text(1, 2, words.search, Role::Plain) + 2;
        canvas.text(x, 2, self.search.text(), Role::Strong);
        let rows = self.rows(model);
        let height = canvas.height().saturating_sub(4);
        let first = scroll(self.selected, rows.len(), height);
        for (line, binding) in rows.iter().skip(first).take(height).enumerate() {
            let keys: Vec<String> = binding.keys.iter().map(Key::to_string).collect();
            let text = format!(
                "{}{}",
                ruler.fit(&keys.join(", "), 22),
                (binding.label)(canvas.strings())
            );
            canvas.row(4 + line, first + line == self.selected, &text, Role::Plain);
        }
        if rows.is_empty() {
            canvas.text(3, 4, words.nothing, Role::Plain);
        }
        let caret = self.search.caret_in_line(ruler);
        canvas.caret(x + caret, 2);
    }
}
