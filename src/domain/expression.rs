//! Applicability expressions over profile keys: `mynumber & (lgwan | internet)`, or `true`.

use std::fmt;

/// A key of the department's profile, such as `mynumber`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ProfileKey(pub String);

impl ProfileKey {
    /// The key of the division that collects the workbooks.
    pub const DIVISION: &'static str = "division";
    /// The key that tells whether there was a self-inspection or audit the year before.
    pub const PREVIOUS: &'static str = "previous";

    /// Returns the key's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProfileKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// When an item applies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expression {
    /// Applies to every department.
    Always,
    /// Applies when the key is answered yes.
    Key(ProfileKey),
    /// Applies when every part applies.
    All(Vec<Self>),
    /// Applies when any part applies.
    Any(Vec<Self>),
}

/// Why an expression could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExpressionError {
    /// Where, in bytes from the start of the expression.
    pub offset: usize,
    /// What was found there; empty at the end of the expression.
    pub found: String,
}

/// Deepest nesting of brackets; more is refused.
const DEPTH_MAX: usize = 16;
/// The longest expression, in bytes.
const LENGTH_MAX: usize = 1_000;

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    ///
    /// Tells where the text is not an expression.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        if text.len() > LENGTH_MAX {
            let (offset, found) = text
                .char_indices()
                .find(|(at, _)| *at >= LENGTH_MAX)
                .map_or((text.len(), String::new()), |(at, sign)| (at, sign.into()));
            return Err(ExpressionError { offset, found });
        }
        let mut parser = Parser {
            rest: text,
            length: text.len(),
        };
        let expression = parser.any(0)?;
        parser.skip_blanks();
        if parser.rest.is_empty() {
            Ok(expression)
        } else {
            Err(parser.error())
        }
    }

    /// Returns whether the item applies, given which keys are answered yes.
    #[must_use]
    pub fn holds(&self, yes: &impl Fn(&ProfileKey) -> bool) -> bool {
        match self {
            Self::Always => true,
            Self::Key(key) => yes(key),
            Self::All(parts) => parts.iter().all(|part| part.holds(yes)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(yes)),
        }
    }

    /// Returns the keys used, in order of appearance, each once.
    #[must_use]
    pub fn keys(&self) -> Vec<&ProfileKey> {
        let mut keys = Vec::new();
        self.collect_keys(&mut keys);
        keys
    }

    fn collect_keys<'a>(&'a self, keys: &mut Vec<&'a ProfileKey>) {
        match self {
            Self::Always => {}
            Self::Key(key) => {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.collect_keys(keys);
                }
            }
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
    length: usize,
}

impl Parser<'_> {
    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\u{3000}']);
    }

    fn error(&self) -> ExpressionError {
        ExpressionError {
            offset: self.length - self.rest.len(),
            found: self.rest.chars().take(1).collect(),
        }
    }

    fn take(&mut self, sign: char) -> bool {
        self.skip_blanks();
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn any(&mut self, depth: usize) -> Result<Expression, ExpressionError> {
        let mut parts = vec![self.all(depth)?];
        while self.take('|') {
            parts.push(self.all(depth)?);
        }
        Ok(single_or(parts, Expression::Any))
    }

    fn all(&mut self, depth: usize) -> Result<Expression, ExpressionError> {
        let mut parts = vec![self.key(depth)?];
        while self.take('&') {
            parts.push(self.key(depth)?);
        }
        Ok(single_or(parts, Expression::All))
    }

    fn key(&mut self, depth: usize) -> Result<Expression, ExpressionError> {
        if depth > DEPTH_MAX {
            return Err(self.error());
        }
        if self.take('(') {
            let inner = self.any(depth + 1)?;
            return if self.take(')') {
                Ok(inner)
            } else {
                Err(self.error())
            };
        }
        let end = self
            .rest
            .find(|sign: char| !(sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_'))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        if word.is_empty() {
            return Err(self.error());
        }
        self.rest = rest;
        Ok(if word == "true" {
            Expression::Always
        } else {
            Expression::Key(ProfileKey(word.to_owned()))
        })
    }
}

fn single_or(
    mut parts: Vec<Expression>,
    join: impl FnOnce(Vec<Expression>) -> Expression,
) -> Expression {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            parts.push(last);
            join(parts)
        }
        (_, None) => Expression::Always,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, yes: &[&str]) -> bool {
        Expression::parse(text)
            .unwrap()
            .holds(&|key: &ProfileKey| yes.contains(&key.as_str()))
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert!(holds("true", &[]));
        assert!(holds("a & b | c", &["c"]));
        assert!(!holds("a & (b | c)", &["c"]));
        assert!(holds("(a & b) | (a & c)", &["a", "c"]));
        assert!(!holds("(a & b) | (a & c)", &["a"]));
    }

    #[test]
    fn a_fault_is_told_with_its_place() {
        let offset = |text| Expression::parse(text).unwrap_err().offset;
        assert_eq!(offset(""), 0);
        assert_eq!(offset("a &"), 3);
        assert_eq!(offset("a b"), 2);
        assert_eq!(offset("(a | b"), 6);
        assert_eq!(offset("a & Ｂ"), 4);
        assert!(Expression::parse(&"(".repeat(9_999)).is_err());
    }

    #[test]
    fn keys_are_listed_once() {
        let expression = Expression::parse("(a & b) | (a & c)").unwrap();
        let keys: Vec<_> = expression
            .keys()
            .into_iter()
            .map(ProfileKey::as_str)
            .collect();
        assert_eq!(keys, ["a", "b", "c"]);
    }
}
