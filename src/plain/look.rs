//! The look before an export: what should rarely leave the department; then back, or on with a
//! reason.

use super::Talk;
use super::book::Book;
use super::choice::{Choice, numbered};
use super::desk::Step;
use crate::domain::sensitive;
use crate::store::workbooks::Opened;
use crate::text::look::{field, kind, words};

/// What the look came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Looked {
    /// There was nothing to look at.
    Nothing,
    /// The files may be written, for this reason.
    Despite(String),
    /// An item is to be changed first; it is in front.
    Item,
    /// The person went back.
    Back,
}

#[derive(Clone, Copy)]
enum Row {
    Found(usize),
    GoOn,
}

impl Talk<'_> {
    /// Has the person look at what deserves it.
    pub(super) fn look(&mut self, book: &mut Book, opened: &Opened) -> Step<Looked> {
        let found = sensitive::in_workbook(&opened.checklist, &opened.workbook);
        if found.is_empty() {
            return Ok(Looked::Nothing);
        }
        let lang = self.lang();
        let words = words(lang);
        self.desk.begin(words.title)?;
        self.desk.say(&(self.desk.words().look)(found.len()))?;
        self.desk.say(words.explain)?;
        self.desk.say(words.redact)?;
        let lines = found.iter().map(|found| {
            let what = format!(
                "{}: {}",
                kind(lang, found.sighting.kind),
                found.sighting.masked()
            );
            (self.desk.words().listed)(found.item.as_str(), field(lang, found.field), &what)
        });
        let mut choices = numbered(lines, Row::Found);
        choices.push(Choice::new(choices.len() + 1, words.go_on, Row::GoOn));
        match self.desk.choose(&choices, self.desk.words().look_hint)? {
            None => Ok(Looked::Back),
            Some(Row::Found(index)) => {
                book.position = found[index].position;
                Ok(Looked::Item)
            }
            Some(Row::GoOn) => {
                let reason = self.desk.field(words.reason, words.reason_hint, "", true)?;
                Ok(reason.map_or(Looked::Back, Looked::Despite))
            }
        }
    }
}
