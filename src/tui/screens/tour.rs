//! The first start: what this is, how to answer, how it ends; a page each.

use super::Go;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// The first start's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Tour {
    page: usize,
}

impl Tour {
    /// Does what a key asks for. Whoever leaves is not shown it again.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match action {
            Action::Enter if self.page + 1 < model.strings.tour.pages.len() => self.page += 1,
            Action::Left => self.page = self.page.saturating_sub(1),
            Action::Enter | Action::Back => {
                if !model.preferences.toured {
                    model.preferences.toured = true;
                    effects.push(Effect::SavePreferences(model.preferences.clone()));
                }
                return Go::Back;
            }
            _ => {}
        }
        Go::Stay
    }

    /// Draws the page.
    pub fn draw(&self, canvas: &mut Canvas<'_, '_>) {
        let words = &canvas.strings().tour;
        let Some(page) = words.pages.get(self.page) else {
            return;
        };
        let count = words.pages.len();
        canvas.rule(1);
        canvas.text_right(0, &(words.position)(self.page + 1, count), Role::Plain);
        canvas.text(3, 3, page.headline, Role::Strong);
        let width = canvas.width().saturating_sub(6);
        let mut y = 5;
        for line in page.lines {
            for part in canvas.ruler().wrap(line, width) {
                canvas.text(3, y, &part, Role::Plain);
                y += 1;
            }
        }
        let todo = if self.page + 1 < count {
            words.go_on
        } else {
            words.finish
        };
        canvas.text(3, y + 2, todo, Role::Strong);
        canvas.caret(3, 3);
    }
}

/// Shows the first start to whoever finds an empty folder that nobody has used yet.
pub fn greet(model: &mut Model) {
    let shelf = &model.shelf;
    let empty = shelf.read && shelf.trouble.is_none() && shelf.rows.is_empty();
    if empty && !model.preferences.toured && model.screens.len() == 1 && model.overlays.is_empty() {
        model.screens.push(super::Screen::Tour(Tour::default()));
    }
}
