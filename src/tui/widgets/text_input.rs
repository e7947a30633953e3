//! A text being written: edits by what a reader takes for one character, and keeps its own undo.

use unicode_segmentation::UnicodeSegmentation as _;

use super::text_history::{History, Step};
use crate::display::safe;
use crate::display::units::{
    boundary_from, stretch_after, stretch_before, unit_after, unit_before,
};
use crate::display::width::Ruler;
use crate::domain::limits::TEXT_MAX;
use crate::tui::key::Key;
use crate::tui::keymap::{Action, Caret, Scope, resolve};

/// A text field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextInput {
    pub(super) text: String,
    /// The caret, in bytes; always between units.
    pub(super) caret: usize,
    /// Whether a caret where a line is broken stands at the end of the first line.
    pub(super) at_line_end: bool,
    /// The column that going up and down tries to keep.
    pub(super) column: Option<usize>,
    multi_line: bool,
    /// Whether the whole text is selected.
    all: bool,
    max: usize,
    history: History,
}

/// What a key did to a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reaction {
    /// The key means nothing to a text field.
    Ignored,
    /// The caret moved, or nothing changed.
    Moved,
    /// The text changed.
    Changed,
    /// The text is as long as it may be.
    Full {
        /// How many characters were left out.
        left_out: usize,
        /// How many characters there may be.
        max: usize,
    },
}

impl TextInput {
    /// Begins a field of one line.
    #[must_use]
    pub fn line(text: &str, max: usize) -> Self {
        Self::new(text, false, max)
    }

    /// Begins a field of many lines.
    #[must_use]
    pub fn lines(text: &str) -> Self {
        Self::new(text, true, TEXT_MAX)
    }

    fn new(text: &str, multi_line: bool, max: usize) -> Self {
        Self {
            text: text.to_owned(),
            caret: text.len(),
            at_line_end: false,
            column: None,
            multi_line,
            all: false,
            max,
            history: History::default(),
        }
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns where the caret is, in bytes.
    #[must_use]
    pub const fn caret(&self) -> usize {
        self.caret
    }

    /// Returns whether the whole text is selected.
    #[must_use]
    pub const fn is_selected(&self) -> bool {
        self.all
    }

    /// Returns the number of characters.
    #[must_use]
    pub fn length(&self) -> usize {
        self.text.chars().count()
    }

    /// Returns how many characters may be written.
    #[must_use]
    pub const fn max(&self) -> usize {
        self.max
    }

    /// Replaces the whole text, as one step of the field's undo.
    pub fn set(&mut self, text: &str) {
        self.history.note(Step::Whole, &self.text, self.caret);
        text.clone_into(&mut self.text);
        self.move_to(self.text.len());
    }

    /// Lets the selection go, for a field that is left.
    pub const fn leave(&mut self) {
        self.all = false;
        self.history.pause();
    }

    /// Applies a key; `width` is that of the lines as drawn.
    pub fn key(&mut self, key: Key, ruler: Ruler, width: usize) -> Reaction {
        match key {
            Key::Char(sign) => self.replace(&sign.to_string(), Step::Typing),
            Key::Enter if self.multi_line => {
                // Pressed once too often to end a conversion, it must not delete what is selected.
                self.all = false;
                self.replace("\n", Step::Whole)
            }
            Key::Up if self.multi_line => self.move_line(ruler, width, -1),
            Key::Down if self.multi_line => self.move_line(ruler, width, 1),
            _ => match resolve(&[Scope::Text], key) {
                Some(Action::Text(caret)) => self.edit(caret, ruler, width),
                _ => Reaction::Ignored,
            },
        }
    }

    /// Applies a key to a field drawn in one line, however long.
    pub fn key_in_line(&mut self, key: Key) -> Reaction {
        self.key(key, Ruler::Narrow, usize::MAX)
    }

    fn edit(&mut self, caret: Caret, ruler: Ruler, width: usize) -> Reaction {
        match caret {
            Caret::Left if self.all => self.move_to(0),
            Caret::Right if self.all => self.move_to(self.text.len()),
            Caret::Left => self.move_to(unit_before(&self.text, self.caret)),
            Caret::Right => self.move_to(unit_after(&self.text, self.caret)),
            Caret::StretchLeft => self.move_to(stretch_before(&self.text, self.caret)),
            Caret::StretchRight => self.move_to(stretch_after(&self.text, self.caret)),
            Caret::TextStart => self.move_to(0),
            Caret::TextEnd => self.move_to(self.text.len()),
            Caret::LineStart if !self.multi_line => self.move_to(0),
            Caret::LineEnd if !self.multi_line => self.move_to(self.text.len()),
            Caret::LineStart => self.move_to_edge(ruler, width, false),
            Caret::LineEnd => self.move_to_edge(ruler, width, true),
            Caret::SelectAll => {
                self.move_to(self.text.len());
                self.all = !self.text.is_empty();
                Reaction::Moved
            }
            Caret::Erase
            | Caret::Delete
            | Caret::EraseStretch
            | Caret::DeleteStretch
            | Caret::EraseToStart
                if self.all =>
            {
                self.remove(0, self.text.len(), Step::Whole)
            }
            Caret::Erase => {
                let start = unit_before(&self.text, self.caret);
                self.remove(start, self.caret, Step::Erasing)
            }
            Caret::Delete => {
                let end = unit_after(&self.text, self.caret);
                self.remove(self.caret, end, Step::Erasing)
            }
            Caret::EraseStretch => {
                let start = stretch_before(&self.text, self.caret);
                self.remove(start, self.caret, Step::Whole)
            }
            Caret::DeleteStretch => {
                let end = stretch_after(&self.text, self.caret);
                self.remove(self.caret, end, Step::Whole)
            }
            Caret::EraseToStart => {
                let before = self.text.get(..self.caret).unwrap_or_default();
                let start = before.rfind('\n').map_or(0, |end| end + 1);
                self.remove(start, self.caret, Step::Whole)
            }
            Caret::Undo => self.step(true),
            Caret::Redo => self.step(false),
        }
    }

    /// Inserts a pasted text as one step.
    pub fn insert(&mut self, text: &str) -> Reaction {
        let reaction = self.replace(text, Step::Whole);
        self.history.pause();
        reaction
    }

    /// Puts a text in the place of what is selected, or at the caret.
    fn replace(&mut self, text: &str, step: Step) -> Reaction {
        let mut safe = safe::input(text);
        if !self.multi_line {
            safe = safe.replace('\n', " ");
        }
        let (start, end) = if self.all {
            (0, self.text.len())
        } else {
            (self.caret, self.caret)
        };
        let replaced = self.text.get(start..end).unwrap_or_default().chars();
        let room = (self.max + replaced.count()).saturating_sub(self.length());
        let kept = first_characters(&safe, room);
        let left_out = safe.get(kept.len()..).unwrap_or_default().chars().count();
        if !kept.is_empty() {
            self.history.note(step, &self.text, self.caret);
            self.text.replace_range(start..end, kept);
            self.put(boundary_from(&self.text, start + kept.len()));
        }
        match (left_out, kept.is_empty()) {
            (0, true) => Reaction::Moved,
            (0, false) => Reaction::Changed,
            _ => Reaction::Full {
                left_out,
                max: self.max,
            },
        }
    }

    fn remove(&mut self, start: usize, end: usize, step: Step) -> Reaction {
        if start == end {
            return Reaction::Moved;
        }
        self.history.note(step, &self.text, self.caret);
        self.text.replace_range(start..end, "");
        // Taking a character out can join its neighbours.
        self.put(boundary_from(&self.text, start));
        Reaction::Changed
    }

    fn step(&mut self, back: bool) -> Reaction {
        let now = (self.text.clone(), self.caret);
        let Some((text, caret)) = self.history.step(back, now) else {
            return self.move_to(self.caret);
        };
        self.text = text;
        self.put(caret);
        Reaction::Changed
    }

    /// Puts the caret after a change.
    const fn put(&mut self, caret: usize) {
        self.caret = caret;
        self.at_line_end = false;
        self.column = None;
        self.all = false;
    }

    /// Moves the caret, which ends a run of typing and lets the selection go.
    pub(super) const fn move_to(&mut self, caret: usize) -> Reaction {
        self.put(caret);
        self.history.pause();
        Reaction::Moved
    }
}

/// Returns the beginning of a text, of at most so many characters, without tearing what a reader
/// takes for one.
fn first_characters(text: &str, max: usize) -> &str {
    let mut count = 0;
    let end = text.grapheme_indices(true).find(|(_, unit)| {
        count += unit.chars().count();
        count > max
    });
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or_default())
}

#[cfg(test)]
#[path = "text_input_tests.rs"]
mod tests;
