//! The remarks of one submission. Each different text is held once: there are as many remarks as
//! open points in a country, and many are alike.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::sync::Arc;

/// How many different texts are looked for among; more are held each on its own.
const KNOWN_MAX: usize = 1 << 16;

/// The remarks beside open items, by their positions.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Remarks {
    /// In rising order.
    positions: Box<[u32]>,
    texts: Box<[Text]>,
}

/// A text behind one thin pointer: a country has a million of these.
type Text = Arc<Box<str>>;

impl Remarks {
    /// Returns the remark at a position; empty when there is none.
    #[must_use]
    pub fn of(&self, position: usize) -> &str {
        let found = self
            .positions
            .binary_search_by_key(&position, |at| *at as usize);
        let text = found.ok().and_then(|index| self.texts.get(index));
        text.map_or("", |text| text)
    }

    /// Returns every remark with the position of its item, in rising order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        let positions = self.positions.iter().map(|at| *at as usize);
        positions.zip(self.texts.iter().map(|text| &***text))
    }
}

/// A text that is looked for by what it says.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Shared(Text);

impl Borrow<str> for Shared {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Remarks as they are found; in any order.
#[derive(Clone, Default, Debug)]
pub struct Gathered {
    found: Vec<(u32, Text)>,
    known: HashSet<Shared>,
}

impl Gathered {
    /// Forgets all but the texts, which may come again.
    pub fn clear(&mut self) {
        self.found.clear();
    }

    /// Adds a remark. What is beyond the limits of a file is left out.
    pub fn push(&mut self, position: usize, remark: &str) {
        let Ok(position) = u32::try_from(position) else {
            return;
        };
        let text = self.one(remark);
        self.found.push((position, text));
    }

    /// Returns a text, as one with the same text before it.
    fn one(&mut self, remark: &str) -> Text {
        if let Some(Shared(known)) = self.known.get(remark) {
            return Arc::clone(known);
        }
        if self.known.len() >= KNOWN_MAX {
            self.known.clear();
        }
        let text = Text::new(remark.into());
        self.known.insert(Shared(Arc::clone(&text)));
        text
    }

    /// Returns them in the order of their positions.
    pub fn finish(&mut self) -> Remarks {
        self.found.sort_by_key(|(position, _)| *position);
        Remarks {
            positions: self.found.iter().map(|(position, _)| *position).collect(),
            texts: self.found.drain(..).map(|(_, text)| text).collect(),
        }
    }
}

impl<'a> FromIterator<(usize, &'a str)> for Remarks {
    fn from_iter<T: IntoIterator<Item = (usize, &'a str)>>(remarks: T) -> Self {
        let mut gathered = Gathered::default();
        for (position, remark) in remarks {
            gathered.push(position, remark);
        }
        gathered.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_found_by_position_however_they_came() {
        let remarks: Remarks = [(7, "後"), (2, "先"), (4, "")].into_iter().collect();
        assert_eq!(
            (remarks.of(2), remarks.of(7), remarks.of(3)),
            ("先", "後", "")
        );
        let all: Vec<(usize, &str)> = remarks.iter().collect();
        assert_eq!(all, [(2, "先"), (4, ""), (7, "後")]);
        assert_eq!(remarks, all.into_iter().collect());
    }
}
