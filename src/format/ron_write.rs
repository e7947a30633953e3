//! Writes RON as the shipped checklists have it, and remembers from which cell each stretch came.

/// A value: one, or a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Value {
    /// A text, a number, a word.
    One(String),
    /// Several.
    Many(Vec<String>),
}

/// How a list is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Layout {
    /// In one line.
    Inline,
    /// In lines of so many values.
    Lines(usize),
}

/// Writes a file. `P` is the place in the sheets from which something comes.
#[derive(Debug)]
pub(super) struct Writer<P> {
    text: String,
    depth: usize,
    places: Vec<(usize, P)>,
}

impl<P: Clone> Writer<P> {
    /// Begins a file.
    pub(super) const fn new() -> Self {
        Self {
            text: String::new(),
            depth: 0,
            places: Vec::new(),
        }
    }

    /// Returns the text, and where what comes from which place begins.
    pub(super) fn finish(mut self) -> (String, Vec<(usize, P)>) {
        self.text.push('\n');
        (self.text, self.places)
    }

    /// Tells from where comes what follows.
    pub(super) fn at(&mut self, place: P) {
        self.places.push((self.text.len(), place));
    }

    /// Writes something.
    pub(super) fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Begins a line.
    pub(super) fn line(&mut self) {
        self.text.push('\n');
        self.text.push_str(&"    ".repeat(self.depth));
    }

    /// Opens a bracket; what stands in it is set in.
    pub(super) fn open(&mut self, bracket: &str) {
        self.put(bracket);
        self.depth += 1;
    }

    /// Closes a bracket in a line of its own.
    pub(super) fn close(&mut self, bracket: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line();
        self.put(bracket);
    }

    /// Writes a value.
    pub(super) fn value(&mut self, value: &Value, layout: Layout) {
        match (value, layout) {
            (Value::One(value), _) => self.put(value),
            (Value::Many(values), Layout::Inline) => {
                self.put("[");
                self.put(&values.join(", "));
                self.put("]");
            }
            (Value::Many(values), Layout::Lines(count)) => {
                self.open("[");
                for values in values.chunks(count.max(1)) {
                    self.line();
                    self.put(&values.join(", "));
                    self.put(",");
                }
                self.close("]");
            }
        }
    }

    /// Writes a field in a line of its own.
    pub(super) fn field(&mut self, name: &str, value: &Value, layout: Layout, place: P) {
        self.line();
        self.at(place);
        self.put(name);
        self.put(": ");
        self.value(value, layout);
        self.put(",");
    }

    /// Writes fields in one line, in brackets.
    pub(super) fn record(&mut self, fields: Vec<(&str, Value, P)>, place: P) {
        self.at(place);
        self.put("(");
        for (index, (name, value, place)) in fields.into_iter().enumerate() {
            if index > 0 {
                self.put(", ");
            }
            self.at(place);
            self.put(name);
            self.put(": ");
            self.value(&value, Layout::Inline);
        }
        self.put(")");
    }
}

/// Returns a text as RON writes it. What cannot be seen is written by its number.
pub(super) fn quoted(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => {
                written.push('\\');
                written.push(sign);
            }
            '\n' => written.push_str("\\n"),
            sign if sign.is_control() || sign == '\u{feff}' => {
                written.extend(sign.escape_unicode());
            }
            sign => written.push(sign),
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_is_read_back(text in any::<String>()) {
            let read: String = ron::from_str(&quoted(&text)).unwrap();
            prop_assert_eq!(read, text);
        }
    }
}
