//! The fields of a piece of RON, read by name. Knows nothing of what they mean.

use std::borrow::Cow;

use super::{Located, Node, Reader};
use crate::domain::problem::ProblemKind;
use crate::format::ron_place::TEXT_MAX;

/// The fields of a piece.
#[derive(Debug)]
pub struct Fields<'a, 'r> {
    pub(super) reader: &'r Reader<'a>,
    /// The whole piece, where an absent field is reported.
    pub node: Node<'a>,
    pub(super) fields: Vec<(Cow<'a, str>, Node<'a>)>,
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
        } else if has_control(&value) {
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
            .and_then(|node| self.reader.boolean(node))
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

/// Returns whether a text holds a control character other than a line end.
fn has_control(text: &str) -> bool {
    // Most texts hold no byte that one begins with. All bytes are looked at, so that it can be many
    // at once.
    let begins = |byte: u8| byte < b' ' || byte == 0x7f || byte == 0xc2;
    text.bytes().fold(false, |found, byte| found | begins(byte))
        && text.contains(|sign: char| sign.is_control() && sign != '\n')
}
