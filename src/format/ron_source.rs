//! Reads RON piece by piece, so that every value keeps its place and every problem is told at once.
//!
//! The `ron` crate does the reading. Lists and fields are first split into raw pieces that still
//! point into the source; a piece is then read on its own, and a fault in one leaves the others.
//! A plain file has an outline, which gives the same pieces without splitting again and again.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use ron::error::SpannedError;
use ron::value::RawValue;
use serde::de::Deserialize;

pub use fields::Fields;

use super::ron_outline::{Outline, Part, Shape};
use super::ron_place::{
    LIST_MAX, PROBLEMS_MAX, offset_of, place, skip_comments, syntax_fault, whole_file,
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
    /// Its part of the file's outline, if the file has one.
    part: Option<usize>,
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
    outlines: Vec<Option<Outline<'a>>>,
    problems: RefCell<Vec<Problem>>,
    /// The file of the first problem that was one too many.
    too_many_in: Cell<Option<usize>>,
}

impl<'a> Reader<'a> {
    /// Begins reading files.
    #[must_use]
    pub fn new(files: &'a [SourceFile]) -> Self {
        Self {
            files,
            outlines: files
                .iter()
                .map(|file| Outline::of(without_mark(&file.text)))
                .collect(),
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
        let text = without_mark(all);
        Node {
            file,
            text,
            offset: all.len() - text.len(),
            part: self.outlines[file].as_ref().map(|_| 0),
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

    /// Returns a piece's part of the outline, if it is of this shape.
    fn part(&self, node: Node<'a>, shape: Shape) -> Option<(&Outline<'a>, usize)> {
        let (outline, index) = (self.outlines[node.file].as_ref()?, node.part?);
        (outline.part(index)?.shape == shape).then_some((outline, index))
    }

    /// Returns the value of a piece that is of this shape.
    fn plain(&self, node: Node<'a>, shape: Shape) -> Option<&'a str> {
        let (outline, index) = self.part(node, shape)?;
        outline.part(index).map(|part| part.value)
    }

    /// Returns the pieces right below one of this shape, with their names or keys.
    fn below(&self, node: Node<'a>, shape: Shape) -> Option<Vec<(Cow<'a, str>, Node<'a>)>> {
        let (outline, index) = self.part(node, shape)?;
        let named = |(index, part): (usize, &Part<'a>)| {
            let piece = self.piece(node, part.text, Some(index));
            (Cow::Borrowed(part.key), piece)
        };
        Some(outline.below(index).map(named).collect())
    }

    fn piece(&self, node: Node<'a>, text: &'a str, part: Option<usize>) -> Node<'a> {
        let base = self.files[node.file].text.as_ptr() as usize;
        Node {
            file: node.file,
            text,
            offset: (text.as_ptr() as usize).saturating_sub(base),
            part,
        }
    }

    /// Returns raw pieces with their names or keys.
    fn named(
        &self,
        node: Node<'a>,
        raw: Vec<(String, &'a RawValue)>,
    ) -> Vec<(Cow<'a, str>, Node<'a>)> {
        raw.into_iter()
            .map(|(name, raw)| (Cow::Owned(name), self.piece(node, raw.get_ron(), None)))
            .collect()
    }

    /// Splits a list into its elements; a problem and no elements when it is not one.
    #[must_use]
    pub fn list(&self, node: Node<'a>) -> Vec<Node<'a>> {
        self.elements(node).unwrap_or_default()
    }

    /// Splits a list into its elements; none and a problem when it is not one.
    #[must_use]
    pub fn elements(&self, node: Node<'a>) -> Option<Vec<Node<'a>>> {
        let pieces: Vec<Node<'a>> = if let Some(below) = self.below(node, Shape::List) {
            below.into_iter().map(|(_, piece)| piece).collect()
        } else {
            let raw: Vec<&'a RawValue> = self.split(node, '[', Expected::List)?;
            raw.into_iter()
                .map(|raw| self.piece(node, raw.get_ron(), None))
                .collect()
        };
        if pieces.len() > LIST_MAX {
            self.problem(node, ProblemKind::TooMany(LIST_MAX));
            return None;
        }
        Some(pieces)
    }

    /// Splits `(name: value, …)` into its fields, noting unknown and repeated ones.
    #[must_use]
    pub fn fields(
        &self,
        node: Node<'a>,
        allowed: &'static [&'static str],
    ) -> Option<Fields<'a, '_>> {
        let named = if let Some(below) = self.below(node, Shape::Fields) {
            below
        } else {
            let raw: RawFields<'a> = self.split(node, '(', Expected::Fields)?;
            self.named(node, raw.0)
        };
        let mut fields: Vec<(Cow<'a, str>, Node<'a>)> = Vec::with_capacity(named.len());
        for (name, value) in named {
            let fault = if !allowed.contains(&&*name) {
                ProblemKind::UnknownField(name.to_string(), allowed.to_vec())
            } else if fields.iter().any(|(seen, _)| *seen == name) {
                ProblemKind::RepeatedField(name.to_string())
            } else {
                fields.push((name, value));
                continue;
            };
            let key = self.key_offset(node, &name, value);
            self.note(node.file, key, name.chars().count(), fault);
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
        let named = self.below(node, Shape::Map).unwrap_or_else(|| {
            let raw: Option<RawMap<'a>> = self.split(node, '{', Expected::Map);
            raw.map_or_else(Vec::new, |raw| self.named(node, raw.0))
        });
        let mut pairs: Vec<(String, Node<'a>)> = Vec::new();
        let mut seen = HashSet::new();
        for (key, value) in named {
            let key = key.into_owned();
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
        if let Some(quoted) = self.plain(node, Shape::Text) {
            return Some(quoted.trim_matches('"').to_owned());
        }
        self.value(node, Expected::Text)
    }

    /// Reads a whole number.
    #[must_use]
    pub fn number(&self, node: Node<'a>) -> Option<i64> {
        let plain = self.plain(node, Shape::Number);
        if let Some(number) = plain.and_then(|digits| digits.parse().ok()) {
            return Some(number);
        }
        self.value(node, Expected::Number)
    }

    /// Reads `true` or `false`.
    #[must_use]
    pub fn boolean(&self, node: Node<'a>) -> Option<bool> {
        let plain = self.plain(node, Shape::Word);
        if let Some(boolean) = plain.and_then(|word| word.parse().ok()) {
            return Some(boolean);
        }
        self.value(node, Expected::Boolean)
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

/// Returns a text without the byte order mark that some editors put in front.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[path = "ron_fields.rs"]
mod fields;

#[cfg(test)]
#[path = "ron_outline_tests.rs"]
mod outline_tests;
