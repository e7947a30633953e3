//! Reads RON piece by piece, so that every value keeps its place and every problem is told at once.
//!
//! The `ron` crate does the reading. Lists and fields are first split into raw pieces that still
//! point into the source; a piece is then read on its own, and a fault in one leaves the others.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use ron::error::SpannedError;
use ron::value::RawValue;
use serde::de::Deserialize;

use super::ron_place::{
    LIST_MAX, PROBLEMS_MAX, TEXT_MAX, offset_of, place, skip_comments, syntax_fault, whole_file,
};
use super::ron_raw::{RawFields, RawMap};
use crate::domain::problem::{Expected, Problem, ProblemKind, SyntaxFault};

/// A file's name and text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceFile {
    /// The name, as shown in messages.
    pub name: String,
    /// The text, with line ends as `\n`.
    pub text: String,
}

/// A piece of a source.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    file: usize,
    text: &'a str,
    offset: usize,
}

/// A value with the piece it was read from.
#[derive(Clone, Debug)]
pub struct Located<'a, T> {
    /// The value.
    pub value: T,
    /// Its piece.
    pub node: Node<'a>,
}

/// Reads pieces and gathers problems.
#[derive(Debug)]
pub struct Reader<'a> {
    files: &'a [SourceFile],
    problems: RefCell<Vec<Problem>>,
    /// The file of the first problem that was one too many.
    too_many_in: Cell<Option<usize>>,
}

/// The fields of a piece.
#[derive(Debug)]
pub struct Fields<'a, 'r> {
    reader: &'r Reader<'a>,
    /// The whole piece, where an absent field is reported.
    pub node: Node<'a>,
    fields: Vec<(String, Node<'a>)>,
}

impl<'a> Reader<'a> {
    /// Begins reading files.
    #[must_use]
    pub const fn new(files: &'a [SourceFile]) -> Self {
        Self {
            files,
            problems: RefCell::new(Vec::new()),
            too_many_in: Cell::new(None),
        }
    }

    /// Returns the problems gathered, in the order of files and places.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by(|a, b| a.place.cmp(&b.place));
        problems.dedup();
        if let Some(file) = self.too_many_in.get() {
            let name = &self.files[file].name;
            problems.push(whole_file(name, ProblemKind::MoreProblems));
        }
        problems
    }

    /// Returns the whole of a file as one piece.
    #[must_use]
    pub fn whole(&self, file: usize) -> Node<'a> {
        let all = self.files[file].text.as_str();
        // Some editors put a byte order mark in front.
        let text = all.strip_prefix('\u{feff}').unwrap_or(all);
        Node {
            file,
            text,
            offset: all.len() - text.len(),
        }
    }

    /// Notes a problem at a piece.
    pub fn problem(&self, node: Node<'a>, kind: ProblemKind) {
        let text = skip_comments(node.text);
        let offset = node.offset + node.text.len() - text.len();
        let first_line = text.lines().next().unwrap_or_default();
        self.note(node.file, offset, first_line.chars().count(), kind);
    }

    /// Notes a problem at a value.
    pub fn problem_at<T>(&self, located: &Located<'a, T>, kind: ProblemKind) {
        self.problem(located.node, kind);
    }

    /// Notes a problem at the first occurrence of `part` within a piece.
    pub fn problem_within(&self, node: Node<'a>, part: &str, kind: ProblemKind) {
        match node.text.find(part) {
            Some(at) => self.note(node.file, node.offset + at, part.chars().count(), kind),
            None => self.problem(node, kind),
        }
    }

    /// Returns the name of a piece's file and its line.
    #[must_use]
    pub fn line(&self, node: Node<'a>) -> (String, usize) {
        let place = place(&self.files[node.file], node.offset, 1);
        (place.file, place.line)
    }

    fn note(&self, file: usize, offset: usize, length: usize, kind: ProblemKind) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() >= PROBLEMS_MAX {
            // Each takes a look at the whole file, and nobody reads on for so long.
            self.too_many_in.set(self.too_many_in.get().or(Some(file)));
            return;
        }
        let place = place(&self.files[file], offset, length.max(1));
        problems.push(Problem {
            place,
            kind: kind.shortened(),
        });
    }

    fn syntax(&self, node: Node<'a>, error: &SpannedError) {
        let start = error.span.start;
        let fault = syntax_fault(&error.code);
        let mut at = offset_of(node.text, start.line, start.col);
        let (before, after) = node.text.split_at_checked(at).unwrap_or((node.text, ""));
        match fault {
            // The reader stops at what follows, often a line below; the comma belongs behind what
            // stands before.
            SyntaxFault::Comma => at = before.trim_end().len(),
            // The reader stops at the blanks in front.
            SyntaxFault::UnexpectedSign(sign) => at += after.find(sign).unwrap_or(0),
            SyntaxFault::Trailing => at += after.len() - skip_comments(after).len(),
            _ => {}
        }
        let kind = ProblemKind::Syntax(fault);
        self.note(node.file, node.offset + at, 1, kind);
    }

    fn split<T: Deserialize<'a>>(
        &self,
        node: Node<'a>,
        opening: char,
        expected: Expected,
    ) -> Option<T> {
        match ron::from_str::<T>(node.text) {
            Ok(pieces) => Some(pieces),
            Err(error) => {
                // A comment that is never closed hides what the piece is.
                if skip_comments(node.text).starts_with([opening, '/']) {
                    self.syntax(node, &error);
                } else {
                    self.problem(node, ProblemKind::WrongKind(expected));
                }
                None
            }
        }
    }

    fn piece(&self, node: Node<'a>, raw: &'a RawValue) -> Node<'a> {
        let text = raw.get_ron();
        let base = self.files[node.file].text.as_ptr() as usize;
        Node {
            file: node.file,
            text,
            offset: (text.as_ptr() as usize).saturating_sub(base),
        }
    }

    /// Splits a list into its elements; a problem and no elements when it is not one.
    #[must_use]
    pub fn list(&self, node: Node<'a>) -> Vec<Node<'a>> {
        self.elements(node).unwrap_or_default()
    }

    /// Splits a list into its elements; none and a problem when it is not one.
    #[must_use]
    pub fn elements(&self, node: Node<'a>) -> Option<Vec<Node<'a>>> {
        let raw: Vec<&'a RawValue> = self.split(node, '[', Expected::List)?;
        if raw.len() > LIST_MAX {
            self.problem(node, ProblemKind::TooMany(LIST_MAX));
            return None;
        }
        Some(raw.into_iter().map(|raw| self.piece(node, raw)).collect())
    }

    /// Splits `(name: value, …)` into its fields, noting unknown and repeated ones.
    #[must_use]
    pub fn fields(
        &self,
        node: Node<'a>,
        allowed: &'static [&'static str],
    ) -> Option<Fields<'a, '_>> {
        let raw: RawFields<'a> = self.split(node, '(', Expected::Fields)?;
        let mut fields: Vec<(String, Node<'a>)> = Vec::new();
        for (name, value) in raw.0 {
            let value = self.piece(node, value);
            let key = self.key_offset(node, &name, value);
            let length = name.chars().count();
            if !allowed.contains(&name.as_str()) {
                let kind = ProblemKind::UnknownField(name, allowed.to_vec());
                self.note(node.file, key, length, kind);
            } else if fields.iter().any(|(seen, _)| *seen == name) {
                self.note(node.file, key, length, ProblemKind::RepeatedField(name));
            } else {
                fields.push((name, value));
            }
        }
        Some(Fields {
            reader: self,
            node,
            fields,
        })
    }

    /// Splits `{"key": value, …}` into pairs, in order, noting repeated keys.
    #[must_use]
    pub fn map(&self, node: Node<'a>) -> Vec<(String, Node<'a>)> {
        let raw: Option<RawMap<'a>> = self.split(node, '{', Expected::Map);
        let mut pairs: Vec<(String, Node<'a>)> = Vec::new();
        let mut seen = HashSet::new();
        for (key, value) in raw.map_or_else(Vec::new, |raw| raw.0) {
            let value = self.piece(node, value);
            if pairs.len() >= LIST_MAX {
                self.problem(node, ProblemKind::TooMany(LIST_MAX));
                break;
            }
            if seen.insert(key.clone()) {
                pairs.push((key, value));
            } else {
                self.problem(value, ProblemKind::RepeatedField(key));
            }
        }
        pairs
    }

    fn key_offset(&self, node: Node<'a>, name: &str, value: Node<'a>) -> usize {
        let text = &self.files[node.file].text;
        text.get(node.offset..value.offset)
            .and_then(|before| before.rfind(name))
            .map_or(value.offset, |at| node.offset + at)
    }

    fn value<T: for<'de> Deserialize<'de>>(&self, node: Node<'a>, expected: Expected) -> Option<T> {
        match ron::from_str::<T>(node.text) {
            Ok(value) => Some(value),
            Err(error) => {
                if expected == Expected::Text && node.text.starts_with('"') {
                    self.syntax(node, &error);
                } else {
                    self.problem(node, ProblemKind::WrongKind(expected));
                }
                None
            }
        }
    }

    /// Reads a text; none and a problem when it is something else.
    #[must_use]
    pub fn text(&self, node: Node<'a>) -> Option<String> {
        self.value(node, Expected::Text)
    }

    /// Reads a whole number.
    #[must_use]
    pub fn number(&self, node: Node<'a>) -> Option<i64> {
        self.value(node, Expected::Number)
    }

    /// Reads a bare word, or one in quotes, that must be one of `allowed`.
    #[must_use]
    pub fn word<T: Copy>(&self, node: Node<'a>, allowed: &[(&'static str, T)]) -> Option<T> {
        let bare = node.text.trim().trim_matches('"');
        let found = allowed.iter().find(|(word, _)| *word == bare);
        if found.is_none() {
            let words = allowed.iter().map(|(word, _)| *word).collect();
            self.problem(node, ProblemKind::UnknownWord(bare.to_owned(), words));
        }
        found.map(|(_, value)| *value)
    }
}

impl<'a> Fields<'a, '_> {
    /// Returns a field's piece, if the field is there.
    #[must_use]
    pub fn optional(&self, name: &str) -> Option<Node<'a>> {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, node)| *node)
    }

    /// Returns a field's piece; none and a problem when it is absent.
    #[must_use]
    pub fn required(&self, name: &'static str) -> Option<Node<'a>> {
        let found = self.optional(name);
        if found.is_none() {
            self.reader
                .problem(self.node, ProblemKind::MissingField(name));
        }
        found
    }

    /// Reads a text that must be there and not empty.
    #[must_use]
    pub fn text(&self, name: &'static str) -> Option<Located<'a, String>> {
        let node = self.required(name)?;
        self.filled(name, node)
    }

    /// Reads a text that may be absent, but not empty.
    #[must_use]
    pub fn optional_text(&self, name: &'static str) -> Option<Located<'a, String>> {
        let node = self.optional(name)?;
        self.filled(name, node)
    }

    /// Reads a piece that belongs to a field as a text that must not be empty.
    #[must_use]
    pub fn filled(&self, name: &'static str, node: Node<'a>) -> Option<Located<'a, String>> {
        let value = self.reader.text(node)?;
        let fault = if value.trim().is_empty() {
            ProblemKind::EmptyText(name)
        } else if value.len() > TEXT_MAX && value.chars().count() > TEXT_MAX {
            ProblemKind::TextTooLong(TEXT_MAX)
        } else if value.contains(|sign: char| sign.is_control() && sign != '\n') {
            ProblemKind::ControlCharacter
        } else {
            return Some(Located { value, node });
        };
        self.reader.problem(node, fault);
        None
    }

    /// Reads a number within a range.
    #[must_use]
    pub fn number(&self, name: &'static str, min: i64, max: i64) -> Option<i64> {
        let node = self.required(name)?;
        let value = self.reader.number(node)?;
        if (min..=max).contains(&value) {
            return Some(value);
        }
        self.reader
            .problem(node, ProblemKind::NumberRange(value, min, max));
        None
    }

    /// Reads `true` or `false`; absent means `false`.
    #[must_use]
    pub fn flag(&self, name: &'static str) -> bool {
        self.optional(name)
            .and_then(|node| self.reader.value(node, Expected::Boolean))
            .unwrap_or(false)
    }

    /// Reads a list of texts; absent means empty.
    #[must_use]
    pub fn texts(&self, name: &'static str) -> Vec<Located<'a, String>> {
        self.pieces(name)
            .into_iter()
            .filter_map(|node| self.filled(name, node))
            .collect()
    }

    /// Returns the elements of a list; absent means empty.
    #[must_use]
    pub fn pieces(&self, name: &'static str) -> Vec<Node<'a>> {
        self.optional(name)
            .map_or_else(Vec::new, |node| self.reader.list(node))
    }

    /// Returns the pairs of a map; absent means empty.
    #[must_use]
    pub fn pairs(&self, name: &'static str) -> Vec<(String, Node<'a>)> {
        self.optional(name)
            .map_or_else(Vec::new, |node| self.reader.map(node))
    }
}
