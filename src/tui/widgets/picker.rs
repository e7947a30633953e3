//! A list that what is typed narrows: the text, and the row chosen.

use super::list::moved;
use super::text_input::{Reaction, TextInput};
use crate::tui::key::Key;
use crate::tui::keymap::Action;

/// The longest text looked for, in characters.
const TEXT_MAX: usize = 40;
/// Rows of the screen that are not the list's.
const AROUND: usize = 8;

/// What is looked for, and which of the rows found is chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picker {
    /// The text.
    pub input: TextInput,
    /// The row chosen.
    pub selected: usize,
}

impl Default for Picker {
    fn default() -> Self {
        Self {
            input: TextInput::line("", TEXT_MAX),
            selected: 0,
        }
    }
}

impl Picker {
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

    /// Another text finds other rows, of which the first is chosen.
    const fn after(&mut self, reaction: Reaction) -> Reaction {
        if !matches!(reaction, Reaction::Ignored | Reaction::Moved) {
            self.selected = 0;
        }
        reaction
    }

    /// Moves among so many rows, on a screen of so many; returns whether the action was to move.
    pub fn moves(&mut self, action: Action, count: usize, screen_rows: u16) -> bool {
        let page = usize::from(screen_rows).saturating_sub(AROUND).max(1);
        let row = moved(action, self.selected, count, page);
        self.selected = row.unwrap_or(self.selected);
        row.is_some()
    }
}
