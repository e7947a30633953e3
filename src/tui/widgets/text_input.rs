//! A text being written: edits by grapheme, keeps its own undo, and knows where its caret is drawn.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use crate::display::safe;
use crate::display::width::Ruler;
use crate::display::wrap::LineSpan;
use crate::domain::limits::TEXT_MAX;
use crate::tui::key::Key;

/// Steps the field's own undo remembers.
const UNDO_MAX: usize = 200;
/// A width no line is longer than.
const ONE_LINE: usize = usize::MAX / 4;

/// A text field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextInput {
    text: String,
    /// The caret, in bytes; always between graphemes.
    caret: usize,
    multi_line: bool,
    max: usize,
    undo: Vec<(String, usize)>,
    redo: Vec<(String, usize)>,
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
    Full,
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
            multi_line,
            max,
            undo: Vec::new(),
            redo: Vec::new(),
        }
    }

    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
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
        self.remember();
        text.clone_into(&mut self.text);
        self.caret = self.text.len();
    }

    /// Applies a key.
    pub fn key(&mut self, key: Key, ruler: Ruler, width: usize) -> Reaction {
        match key {
            Key::Char(sign) => self.insert(&sign.to_string()),
            Key::Enter if self.multi_line => self.insert("\n"),
            Key::Backspace => self.remove(self.before(), self.caret),
            Key::Delete => self.remove(self.caret, self.after()),
            Key::Left => self.move_to(self.before()),
            Key::Right => self.move_to(self.after()),
            Key::Home => self.move_to(self.line_edge(ruler, width, false)),
            Key::End => self.move_to(self.line_edge(ruler, width, true)),
            Key::Up if self.multi_line => self.move_line(ruler, width, -1),
            Key::Down if self.multi_line => self.move_line(ruler, width, 1),
            Key::Ctrl('z') => self.step(true),
            Key::Ctrl('y') => self.step(false),
            _ => Reaction::Ignored,
        }
    }

    /// Applies a key to a field drawn in one line, however long.
    pub fn key_in_line(&mut self, key: Key) -> Reaction {
        self.key(key, Ruler::Narrow, ONE_LINE)
    }

    /// Returns the caret's column in cells, drawn in one line.
    #[must_use]
    pub fn caret_in_line(&self, ruler: Ruler) -> usize {
        self.caret_place(ruler, ONE_LINE).1
    }

    /// Inserts a text as one step: what was typed, or a paste.
    pub fn insert(&mut self, text: &str) -> Reaction {
        let mut safe = safe::input(text);
        if !self.multi_line {
            safe = safe.replace('\n', " ");
        }
        let room = self.max.saturating_sub(self.length());
        let full = safe.chars().count() > room;
        let kept: String = safe.chars().take(room).collect();
        if kept.is_empty() {
            return if full {
                Reaction::Full
            } else {
                Reaction::Moved
            };
        }
        self.remember();
        self.text.insert_str(self.caret, &kept);
        self.caret = boundary_at_or_after(&self.text, self.caret + kept.len());
        if full {
            Reaction::Full
        } else {
            Reaction::Changed
        }
    }

    /// Returns the lines as drawn at a width.
    #[must_use]
    pub fn wrapped(&self, ruler: Ruler, width: usize) -> Vec<LineSpan> {
        ruler.wrap_spans(&self.text, width)
    }

    /// Returns the caret's line and column in cells, as drawn at a width.
    #[must_use]
    pub fn caret_place(&self, ruler: Ruler, width: usize) -> (usize, usize) {
        let spans = self.wrapped(ruler, width);
        let line = spans
            .iter()
            .rposition(|span| span.start <= self.caret)
            .unwrap_or(0);
        let start = spans.get(line).map_or(0, |span| span.start);
        let before = self.text.get(start..self.caret).unwrap_or_default();
        (line, ruler.cells(&safe::line(before)))
    }

    fn remember(&mut self) {
        if self.undo.len() == UNDO_MAX {
            self.undo.remove(0);
        }
        self.undo.push((self.text.clone(), self.caret));
        self.redo.clear();
    }

    fn step(&mut self, back: bool) -> Reaction {
        let (from, to) = if back {
            (&mut self.undo, &mut self.redo)
        } else {
            (&mut self.redo, &mut self.undo)
        };
        let Some((text, caret)) = from.pop() else {
            return Reaction::Moved;
        };
        to.push((std::mem::replace(&mut self.text, text), self.caret));
        self.caret = caret;
        Reaction::Changed
    }

    fn remove(&mut self, start: usize, end: usize) -> Reaction {
        if start == end {
            return Reaction::Moved;
        }
        self.remember();
        self.text.replace_range(start..end, "");
        // Taking a grapheme out can join its neighbours.
        self.caret = boundary_at_or_after(&self.text, start);
        Reaction::Changed
    }

    const fn move_to(&mut self, caret: usize) -> Reaction {
        self.caret = caret;
        Reaction::Moved
    }

    fn before(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.caret, self.text.len(), true);
        cursor
            .prev_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(0)
    }

    fn after(&self) -> usize {
        let mut cursor = GraphemeCursor::new(self.caret, self.text.len(), true);
        cursor
            .next_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(self.text.len())
    }

    fn line_edge(&self, ruler: Ruler, width: usize, end: bool) -> usize {
        if !self.multi_line {
            return if end { self.text.len() } else { 0 };
        }
        let (line, _) = self.caret_place(ruler, width);
        let spans = self.wrapped(ruler, width);
        match spans.get(line) {
            Some(span) if end => span.end,
            Some(span) => span.start,
            None => self.caret,
        }
    }

    fn move_line(&mut self, ruler: Ruler, width: usize, step: isize) -> Reaction {
        let (line, column) = self.caret_place(ruler, width);
        let spans = self.wrapped(ruler, width);
        let target = line
            .checked_add_signed(step)
            .and_then(|line| spans.get(line));
        let Some(span) = target else {
            return Reaction::Ignored;
        };
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        let mut used = 0;
        let mut caret = span.start;
        for (at, grapheme) in text.grapheme_indices(true) {
            used += ruler.cells(&safe::line(grapheme));
            if used > column {
                break;
            }
            caret = span.start + at + grapheme.len();
        }
        self.move_to(caret)
    }
}

fn boundary_at_or_after(text: &str, at: usize) -> usize {
    text.grapheme_indices(true)
        .map(|(start, _)| start)
        .find(|&start| start >= at)
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn editing_takes_whole_characters() {
        let mut input = TextInput::lines("");
        input.insert("葛\u{e0100}か\u{3099}");
        input.key(Key::Backspace, Ruler::Narrow, 20);
        assert_eq!(input.text(), "葛\u{e0100}");
        input.key(Key::Backspace, Ruler::Narrow, 20);
        assert_eq!(input.text(), "");
        input.key(Key::Ctrl('z'), Ruler::Narrow, 20);
        assert_eq!(input.text(), "葛\u{e0100}");
    }

    #[test]
    fn a_paste_is_one_step_and_made_safe() {
        let mut input = TextInput::lines("");
        assert_eq!(input.insert("一\r\n二\u{1b}[2J\t三"), Reaction::Changed);
        assert_eq!(input.text(), "一\n二[2J 三");
        input.key(Key::Ctrl('z'), Ruler::Narrow, 20);
        assert_eq!(input.text(), "");
        let mut line = TextInput::line("", 3);
        assert_eq!(line.insert("a\nbcd"), Reaction::Full);
        assert_eq!(line.text(), "a b");
    }

    #[test]
    fn the_caret_follows_the_wrapped_lines() {
        let mut input = TextInput::lines("あいうえおかきくけこ");
        assert_eq!(input.caret_place(Ruler::Narrow, 10), (1, 10));
        input.key(Key::Up, Ruler::Narrow, 10);
        assert_eq!(
            input.caret_place(Ruler::Narrow, 10).0,
            1,
            "the end of line one is the start of line two"
        );
        input.key(Key::Home, Ruler::Narrow, 10);
        input.key(Key::Left, Ruler::Narrow, 10);
        assert_eq!(input.caret_place(Ruler::Narrow, 10), (0, 8));
    }

    proptest! {
        #[test]
        fn the_caret_is_always_between_characters(
            keys in prop::collection::vec(0_u8..12, 0..60)
        ) {
            let mut input = TextInput::lines("か\u{3099}🙂");
            for key in keys {
                let key = match key {
                    0 => Key::Left,
                    1 => Key::Right,
                    2 => Key::Backspace,
                    3 => Key::Delete,
                    4 => Key::Up,
                    5 => Key::Down,
                    6 => Key::Enter,
                    7 => Key::Ctrl('z'),
                    8 => Key::Char('\u{3099}'),
                    9 => Key::Char('\u{200d}'),
                    10 => Key::Home,
                    _ => Key::Char('は'),
                };
                input.key(key, Ruler::Narrow, 8);
                let boundary = input.text.is_char_boundary(input.caret);
                prop_assert!(boundary);
                let (line, _) = input.caret_place(Ruler::Narrow, 8);
                prop_assert!(line < input.wrapped(Ruler::Narrow, 8).len());
            }
        }
    }
}
