//! The remarks of one submission. Each different text is held once: there are as many remarks as
//! open points in a country, and many are alike.

use std::collections::HashSet;

use arcstr::ArcStr;

use super::answer::Answer;

/// How many different texts are looked for among; more are held each on its own.
const KNOWN_MAX: usize = 1 << 16;

/// The remarks that are kept, in the order of their items. Which items these are the answers say:
/// see [`Answer::keeps_remark`].
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Remarks(Box<[ArcStr]>);

impl Remarks {
    /// Returns the remark at a position among the answers it was given with; empty when there is
    /// none.
    #[must_use]
    pub fn of(&self, answers: &[Answer], position: usize) -> &str {
        let Some((before, [answer, ..])) = answers.split_at_checked(position) else {
            return "";
        };
        let kept = before.iter().filter(|answer| answer.keeps_remark()).count();
        let text = self.0.get(kept).filter(|_| answer.keeps_remark());
        text.map_or("", |text| text)
    }

    /// Returns every remark with the position of its item, in rising order.
    pub fn iter(&self, answers: &[Answer]) -> impl Iterator<Item = (usize, &str)> {
        let kept = |(at, answer): (usize, &Answer)| answer.keeps_remark().then_some(at);
        let positions = answers.iter().enumerate().filter_map(kept);
        positions.zip(self.0.iter().map(|text| &**text))
    }
}

/// Remarks as they are found; in any order.
#[derive(Clone, Default, Debug)]
pub struct Gathered {
    found: Vec<(u16, ArcStr)>,
    known: HashSet<ArcStr>,
}

impl Gathered {
    /// Forgets all but the texts, which may come again.
    pub fn clear(&mut self) {
        self.found.clear();
    }

    /// Adds a remark. What is beyond the rows a file may have is left out.
    pub fn push(&mut self, position: usize, remark: &str) {
        let Ok(position) = u16::try_from(position) else {
            return;
        };
        let text = self.one(remark);
        self.found.push((position, text));
    }

    /// Returns a text, as one with the same text before it.
    fn one(&mut self, remark: &str) -> ArcStr {
        if let Some(known) = self.known.get(remark) {
            return known.clone();
        }
        if self.known.len() >= KNOWN_MAX {
            self.known.clear();
        }
        let text = ArcStr::from(remark);
        self.known.insert(text.clone());
        text
    }

    /// Returns them in the order of their positions.
    pub fn finish(&mut self) -> Remarks {
        self.found.sort_by_key(|(position, _)| *position);
        Remarks(self.found.drain(..).map(|(_, text)| text).collect())
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
    use super::super::answer::Beside;
    use super::super::mark::Mark;
    use super::*;

    #[test]
    fn remarks_are_found_by_position_however_they_came() {
        let remarks: Remarks = [(7, "後"), (2, "先"), (4, "")].into_iter().collect();
        let with = |at| Beside {
            remark: [2, 4, 7, 8].contains(&at),
            ..Beside::default()
        };
        let answers: Vec<Answer> = (0..10)
            .map(|at| Answer::new(Some(Mark::ALL[usize::from(at < 8)]), with(at)))
            .collect();
        let all: Vec<(usize, &str)> = remarks.iter(&answers).collect();
        assert_eq!(all, [(2, "先"), (4, ""), (7, "後")]);
        for at in 0..12 {
            let known = all.iter().find(|(position, _)| *position == at);
            assert_eq!(remarks.of(&answers, at), known.map_or("", |(_, text)| text));
        }
        assert_eq!(remarks, all.into_iter().collect());
    }
}
