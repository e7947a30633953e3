//! The shape of a whole file of plain RON, found in one pass, so that it need not be split piece by
//! piece. Knows the part of RON that is written every day: lists, named fields, maps, texts without
//! escapes, bare words, numbers and line comments. A file with anything else has no outline, and is
//! left to the `ron` crate, which also tells every fault.

use memchr::{memchr, memchr2};

/// How deep brackets may be nested; the `ron` crate takes more.
const DEPTH_MAX: usize = 16;
/// The most digits of a number; it then fits whatever it is read as.
const DIGITS_MAX: usize = 18;
/// Bytes of a file for each piece of it, at least: brackets upon brackets are no use to anybody, and
/// would take many times their room.
const BYTES_PER_PART: usize = 12;
/// The pieces a short file may have in any case.
const PARTS_FREE: usize = 64;
/// Words that mean something else than a name.
const OWN_MEANING: [&str; 5] = ["true", "false", "inf", "inff32", "inff64"];

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// `[…]`
    List,
    /// `(name: …)`
    Fields,
    /// `{"key": …}`
    Map,
    /// `"…"` without escapes.
    Text,
    /// A bare word.
    Word,
    /// A whole number without a sign.
    Number,
}

/// A piece of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    /// What it is.
    pub(super) shape: Shape,
    /// The name or key it stands behind.
    pub(super) key: &'a str,
    /// The piece with the comments in front.
    pub(super) text: &'a str,
    /// The value alone.
    pub(super) value: &'a str,
    /// The part after everything below this one.
    next: usize,
}

/// The pieces of a file, each before those below it.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    parts: Vec<Part<'a>>,
}

impl<'a> Outline<'a> {
    /// Finds the outline of a text; none when it is not plain.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let mut scanner = Scanner {
            text,
            at: 0,
            parts: Vec::new(),
            parts_max: PARTS_FREE + text.len() / BYTES_PER_PART,
        };
        scanner.value("", 0)?;
        scanner.skip()?;
        (scanner.at == text.len()).then_some(Self {
            parts: scanner.parts,
        })
    }

    /// Returns a part, if there are so many.
    pub(super) fn part(&self, index: usize) -> Option<&Part<'a>> {
        self.parts.get(index)
    }

    /// Returns the parts right below a part, with their numbers.
    pub(super) fn below(&self, index: usize) -> impl Iterator<Item = (usize, &Part<'a>)> {
        let end = self.part(index).map_or(0, |part| part.next);
        let mut at = index + 1;
        std::iter::from_fn(move || {
            let part = self.part(at).filter(|_| at < end)?;
            let found = (at, part);
            at = part.next;
            Some(found)
        })
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    parts: Vec<Part<'a>>,
    parts_max: usize,
}

impl<'a> Scanner<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Passes over what belongs together.
    fn run(&mut self, belongs: impl Fn(u8) -> bool) -> Option<&'a str> {
        let start = self.at;
        let rest = self.rest();
        let end = rest.iter().position(|byte| !belongs(*byte));
        self.at += end.unwrap_or(rest.len());
        self.text.get(start..self.at)
    }

    fn blanks(&mut self) {
        self.run(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    }

    /// Passes over blanks and line comments.
    fn skip(&mut self) -> Option<()> {
        self.blanks();
        while self.rest().starts_with(b"//") {
            self.at += memchr(b'\n', self.rest())?;
            self.blanks();
        }
        Some(())
    }

    /// Reads a value that ends before a comma, a closing bracket or the end.
    fn value(&mut self, key: &'a str, depth: usize) -> Option<()> {
        if depth > DEPTH_MAX || self.parts.len() >= self.parts_max {
            return None;
        }
        self.blanks();
        let whole = self.at;
        self.skip()?;
        let start = self.at;
        let index = self.parts.len();
        self.parts.push(Part {
            shape: Shape::Word,
            key,
            text: "",
            value: "",
            next: 0,
        });
        let shape = match self.peek()? {
            b'[' => self.list(depth)?,
            b'(' => self.fields(depth)?,
            b'{' => self.map(depth)?,
            b'"' => {
                self.quoted()?;
                Shape::Text
            }
            b'0'..=b'9' => self.number()?,
            _ => {
                self.name()?;
                Shape::Word
            }
        };
        let (text, value) = (
            self.text.get(whole..self.at)?,
            self.text.get(start..self.at)?,
        );
        let next = self.parts.len();
        *self.parts.get_mut(index)? = Part {
            shape,
            key,
            text,
            value,
            next,
        };
        // The crate counts blanks behind a word as part of it, and comments behind any value.
        if shape != Shape::Word {
            self.blanks();
        }
        let ends = matches!(self.peek(), None | Some(b',' | b']' | b')' | b'}'));
        (ends || depth == 0).then_some(())
    }

    fn list(&mut self, depth: usize) -> Option<Shape> {
        self.at += 1;
        loop {
            let start = self.at;
            self.skip()?;
            if self.take(b']') {
                return Some(Shape::List);
            }
            // A comment in front of a value belongs to it.
            self.at = start;
            self.value("", depth + 1)?;
            if !self.take(b',') {
                return self.take(b']').then_some(Shape::List);
            }
        }
    }

    fn fields(&mut self, depth: usize) -> Option<Shape> {
        self.at += 1;
        self.skip()?;
        loop {
            let name = self.name().filter(|name| !OWN_MEANING.contains(name))?;
            if !self.entry(name, b')', depth)? {
                return Some(Shape::Fields);
            }
        }
    }

    fn map(&mut self, depth: usize) -> Option<Shape> {
        self.at += 1;
        self.skip()?;
        loop {
            let key = self.quoted()?;
            if !self.entry(key, b'}', depth)? {
                return Some(Shape::Map);
            }
        }
    }

    /// Reads what follows a name or key; tells whether another one follows.
    fn entry(&mut self, key: &'a str, end: u8, depth: usize) -> Option<bool> {
        self.blanks();
        if !self.take(b':') {
            return None;
        }
        self.value(key, depth + 1)?;
        let more = self.take(b',');
        self.skip()?;
        match (self.take(end), more) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        }
    }

    fn quoted(&mut self) -> Option<&'a str> {
        if !self.take(b'"') {
            return None;
        }
        let start = self.at;
        self.at += memchr2(b'"', b'\\', self.rest())?;
        let text = self.text.get(start..self.at)?;
        self.take(b'"').then_some(text)
    }

    fn number(&mut self) -> Option<Shape> {
        let digits = self.run(|byte| byte.is_ascii_digit())?;
        let plain = digits.len() <= DIGITS_MAX && (digits.len() == 1 || !digits.starts_with('0'));
        plain.then_some(Shape::Number)
    }

    fn name(&mut self) -> Option<&'a str> {
        let name =
            self.run(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'0'..=b'9'))?;
        name.starts_with(|first: char| first == '_' || first.is_ascii_lowercase())
            .then_some(name)
    }
}
