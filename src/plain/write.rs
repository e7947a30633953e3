//! A text being written: a proposal by its number, or lines until an empty one.

use super::Session;
use super::book::{Book, Done};
use super::choice::{Choice, numbered};
use super::desk::{Picked, Step};
use crate::domain::action::{self, Outcome};
use crate::domain::checklist::Item;
use crate::domain::limits::Limit;
use crate::domain::record::{TextField, TypedField};
use crate::store::draft::Draft;
use crate::text::history;
use crate::text::search::proposals;
use crate::text::typed::is_stop;

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Written {
    /// Nothing: what was there stays.
    Kept,
    /// This text, in the place of what was there.
    Text(String),
}

#[derive(Clone, Copy)]
enum Way {
    Proposal(usize),
    Remove,
}

impl Session<'_> {
    /// Asks for one of an item's texts and records it.
    pub(super) fn write_text(&mut self, book: &mut Book, item: &Item, field: TextField) -> Step {
        if !self.may_write(book)? {
            return Ok(());
        }
        let mark = book.workbook.answer(item.id.as_str()).mark();
        let proposals = proposals(item, mark, field);
        if let Written::Text(text) = self.write(book, item, field, &proposals)? {
            let outcome = action::text(&book.workbook, item, field, &text);
            self.commit_text(book, outcome)?;
        }
        Ok(())
    }

    /// Records a text. The draft of it is needed no more, unless it could not be saved.
    pub(super) fn commit_text(&mut self, book: &mut Book, outcome: Outcome) -> Step<Done> {
        let refused = outcome.is_err();
        let done = self.commit(book, outcome)?;
        if refused || done != Done::Refused {
            self.keep_draft(book, None);
        }
        Ok(done)
    }

    /// Asks for one of an item's texts.
    pub(super) fn write(
        &mut self,
        book: &Book,
        item: &Item,
        field: TextField,
        proposals: &[String],
    ) -> Step<Written> {
        let words = self.desk.words();
        let label = history::field(self.lang(), TypedField::Text(field));
        let now = book.workbook.answer(item.id.as_str()).text(field);
        let mut choices: Vec<Choice<Way>> = numbered(proposals.iter().cloned(), Way::Proposal);
        if now.is_empty() {
            self.desk.begin(&(words.write)(label))?;
        } else {
            self.desk.begin(&(words.value)(label, now))?;
            let number = choices.len() + 1;
            choices.push(Choice::new(number, words.remove_text, Way::Remove));
        }
        self.desk.list(&choices)?;
        let hint = (words.write_hint)(choices.len(), field == TextField::Approver);
        loop {
            let picked = self.desk.hear_text(&choices, hint);
            match self.or_keep_unfinished(picked, book, item, (field, ""))? {
                Picked::Nothing => return Ok(Written::Kept),
                Picked::One(Way::Proposal(at)) => return Ok(Written::Text(proposals[at].clone())),
                Picked::One(Way::Remove) => return Ok(Written::Text(String::new())),
                Picked::Other(typed) if is_stop(&typed) => return Ok(Written::Kept),
                // A number that stands for nothing is a slip and no text.
                Picked::Other(typed) if crate::text::typed::is_number(&typed) => {
                    self.desk.not_understood(&typed)?;
                }
                Picked::Other(first) => return self.write_on(book, item, field, first),
            }
        }
    }

    /// Takes lines until an empty one. After each, the text so far is kept as a draft.
    fn write_on(
        &mut self,
        book: &Book,
        item: &Item,
        field: TextField,
        first: String,
    ) -> Step<Written> {
        let mut text = String::new();
        let mut line = first;
        loop {
            let longer = joined(&text, &line);
            if Limit::Text.allows(&longer) {
                text = longer;
            } else {
                let full = self.strings().writing.full;
                let left_out = line.chars().count();
                self.desk.say(&full(Limit::Text.max(), left_out))?;
            }
            let draft = self.draft_of(item, field, &text);
            self.keep_draft(book, Some(&draft));
            if field == TextField::Approver {
                return Ok(Written::Text(text));
            }
            let next = self.desk.listen();
            line = self.or_keep_unfinished(next, book, item, (field, &text))?;
            if line.trim().is_empty() || is_stop(&line) {
                return Ok(Written::Text(text));
            }
        }
    }

    /// Where the input ended, keeps what was typed of a text, the last line's beginning included.
    fn or_keep_unfinished<T>(
        &mut self,
        heard: Step<T>,
        book: &Book,
        item: &Item,
        (field, text): (TextField, &str),
    ) -> Step<T> {
        if heard.is_err() {
            let whole = joined(text, &std::mem::take(&mut self.desk.unfinished));
            if !whole.trim().is_empty() {
                let draft = self.draft_of(item, field, &whole);
                self.keep_draft(book, Some(&draft));
                // Nobody may be there any more to hear it.
                let _ = self.desk.begin(self.desk.words().draft_kept);
            }
        }
        heard
    }

    fn draft_of(&self, item: &Item, field: TextField, text: &str) -> Draft {
        Draft {
            item: item.id.clone(),
            field,
            text: text.to_owned(),
            at: self.start.clock.now().to_rfc3339(),
        }
    }
}

fn joined(text: &str, line: &str) -> String {
    if text.is_empty() || line.is_empty() {
        format!("{text}{line}")
    } else {
        format!("{text}\n{line}")
    }
}
