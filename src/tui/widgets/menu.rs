//! A row of things to do below a list. Tab and the arrows lead into it and back.

use crate::tui::canvas::Canvas;
use crate::tui::keymap::Action;
use crate::tui::symbols;
use crate::tui::theme::Role;

/// Which entry of a menu has the keys, if any.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Menu {
    chosen: Option<usize>,
}

impl Menu {
    /// Returns the entry that has the keys.
    #[must_use]
    pub const fn chosen(self) -> Option<usize> {
        self.chosen
    }

    /// Gives the keys to the first entry.
    pub const fn enter(&mut self) {
        self.chosen = Some(0);
    }

    /// Gives the keys to an entry.
    pub const fn choose(&mut self, at: usize) {
        self.chosen = Some(at);
    }

    /// Moves into, within and out of the menu; returns whether the action was meant for it.
    /// Without a list above, the menu keeps the keys.
    pub fn act(&mut self, action: Action, count: usize, has_list: bool) -> bool {
        let last = count.saturating_sub(1);
        let out = |entry| if has_list { None } else { Some(entry) };
        self.chosen = match (action, self.chosen) {
            (Action::NextField, None) => Some(0),
            (Action::NextField, Some(at)) if at < last => Some(at + 1),
            (Action::NextField, Some(_)) => out(0),
            (Action::PreviousField, None) => Some(last),
            (Action::PreviousField, Some(0)) => out(last),
            (Action::Right | Action::Filter, Some(at)) if at == last => Some(0),
            (Action::Right | Action::Filter, Some(at)) => Some(at + 1),
            (Action::Left, Some(0)) => Some(last),
            (Action::Left | Action::PreviousField, Some(at)) => Some(at - 1),
            (Action::Up, Some(at)) => out(at),
            (Action::Down, Some(at)) => Some(at),
            _ => return false,
        };
        true
    }

    /// Draws the menu in one row.
    pub fn draw(self, canvas: &mut Canvas<'_, '_>, y: usize, labels: &[&str]) {
        self.draw_part(canvas, (1, y), 0, labels);
    }

    /// Draws the entries from a number on, in a row of their own.
    pub fn draw_part(
        self,
        canvas: &mut Canvas<'_, '_>,
        (mut x, y): (usize, usize),
        from: usize,
        labels: &[&str],
    ) {
        for (index, label) in labels.iter().enumerate() {
            let chosen = self.chosen == Some(from + index);
            let (sign, role) = if chosen {
                canvas.caret(x, y);
                (symbols::SELECTOR, Role::Selected)
            } else {
                (" ", Role::Plain)
            };
            // The last one needs no room behind it.
            let gap = if index + 1 < labels.len() { " " } else { "" };
            let end = canvas.text(x, y, &format!("{sign}{label}{gap}"), role);
            canvas.target(x, y, end - x, chosen, None);
            x = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tab_goes_through_the_menu_and_back_to_the_list() {
        let mut menu = Menu::default();
        for expected in [Some(0), Some(1), Some(2), None, Some(0)] {
            menu.act(Action::NextField, 3, true);
            assert_eq!(menu.chosen(), expected);
        }
        menu.act(Action::PreviousField, 3, true);
        assert_eq!(menu.chosen(), None);
        menu.enter();
        menu.act(Action::Up, 3, false);
        assert_eq!(
            menu.chosen(),
            Some(0),
            "without a list there is nowhere else"
        );
        assert!(!Menu::default().act(Action::Up, 3, true));
    }
}
