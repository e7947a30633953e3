//! Pieces of RON exactly as this program writes it, taken off the front of a text. Whatever is
//! spelt in another way is not taken, and is left to the `ron` crate.

use std::str::FromStr;

use memchr::memchr2;

/// The most digits of a number; it then fits what it is read as, or is told not to.
const DIGITS_MAX: usize = 18;

/// What of a text is not yet taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written<'a>(&'a str);

impl<'a> Written<'a> {
    /// Begins at the front of a text.
    pub(super) const fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// Takes a word.
    pub(super) fn take(&mut self, word: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(word)?;
        Some(())
    }

    /// Takes what is between `open` and `close`, and both.
    pub(super) fn between<T>(
        &mut self,
        open: &str,
        inner: impl FnOnce(&mut Self) -> Option<T>,
        close: &str,
    ) -> Option<T> {
        self.take(open)?;
        let inner = inner(self)?;
        self.take(close)?;
        Some(inner)
    }

    /// Returns what was taken, if nothing is left.
    pub(super) fn end<T>(self, taken: T) -> Option<T> {
        self.0.is_empty().then_some(taken)
    }

    /// Takes a list.
    pub(super) fn list<T>(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.take("[")?;
        let mut list = Vec::new();
        if self.take("]").is_some() {
            return Some(list);
        }
        loop {
            list.push(element(self)?);
            if self.take(",").is_none() {
                return self.take("]").map(|()| list);
            }
        }
    }

    /// Takes `None`, or `Some` with a value.
    #[expect(
        clippy::option_option,
        reason = "the outer one tells whether it is written as here"
    )]
    pub(super) fn option<T>(
        &mut self,
        value: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.take("None").is_some() {
            return Some(None);
        }
        self.between("Some(", value, ")").map(Some)
    }

    /// Takes a value that is written as one of some words, none of which begins with another.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        values: impl IntoIterator<Item = (&'static str, T)>,
    ) -> Option<T> {
        let mut values = values.into_iter();
        values.find_map(|(word, value)| self.take(word).map(|()| value))
    }

    /// Takes `true` or `false`.
    pub(super) fn yes_or_no(&mut self) -> Option<bool> {
        self.one_of([("true", true), ("false", false)])
    }

    /// Takes a whole number without a sign.
    pub(super) fn number<T: FromStr>(&mut self) -> Option<T> {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.0.split_at_checked(digits)?;
        let plain = digits.len() <= DIGITS_MAX && (digits.len() == 1 || !digits.starts_with('0'));
        let number = digits.parse().ok().filter(|_| plain)?;
        self.0 = rest;
        Some(number)
    }

    /// Takes a text in quotation marks that has no escapes in it.
    pub(super) fn bare(&mut self) -> Option<&'a str> {
        let text = self.0.strip_prefix('"')?;
        let (text, rest) = text.split_at_checked(memchr2(b'"', b'\\', text.as_bytes())?)?;
        self.0 = rest.strip_prefix('"')?;
        Some(text)
    }

    /// Takes a text in quotation marks.
    pub(super) fn quoted(&mut self) -> Option<String> {
        let mut rest = self.0.strip_prefix('"')?;
        let mut content = String::new();
        loop {
            let (before, after) = rest.split_at_checked(memchr2(b'"', b'\\', rest.as_bytes())?)?;
            content.push_str(before);
            let Some(escape) = after.strip_prefix('\\') else {
                self.0 = after.strip_prefix('"')?;
                return Some(content);
            };
            let mut signs = escape.chars();
            content.push(match signs.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '0' => '\0',
                sign @ ('"' | '\'' | '\\') => sign,
                'u' => {
                    let (digits, after) = signs.as_str().strip_prefix('{')?.split_once('}')?;
                    signs = after.chars();
                    let plain =
                        digits.len() <= 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                    char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| plain)?)?
                }
                _ => return None,
            });
            rest = signs.as_str();
        }
    }
}
