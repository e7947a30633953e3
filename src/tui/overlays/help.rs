//! The keys valid here, from the key table; typing narrows the list, Enter runs the line.

use super::OverlayGo;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::key::Key;
use crate::tui::keymap::Action;
use crate::tui::keymap::{Binding, Scope, bindings};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::text_draw::draw_line;
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

    /// Gives a key to the text.
    pub fn typed(&mut self, key: Key) -> Reaction {
        let reaction = self.search.key_in_line(key);
        self.after(reaction)
    }

    /// Gives a pasted text to the text.
    pub fn pasted(&mut self, text: &str) -> Reaction {
        let reaction = self.search.insert(text.trim());
        self.after(reaction)
    }

    const fn after(&mut self, reaction: Reaction) -> Reaction {
        if !matches!(reaction, Reaction::Ignored | Reaction::Moved) {
            self.selected = 0;
        }
        reaction
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
                    let key = binding.keys.first().copied();
                    return OverlayGo::Then(Box::new(move |model, effects| {
                        if let Some(key) = key {
                            crate::tui::update::press(model, key, effects);
                        }
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
        let words = &canvas.strings().help;
        let ruler = canvas.ruler();
        canvas.clear();
        canvas.text(1, 0, words.title, Role::Strong);
        let x = canvas.text(1, 2, words.search, Role::Plain) + 2;
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
        draw_line(canvas, x, 2, &self.search, true);
    }
}
