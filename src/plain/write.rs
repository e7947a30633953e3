//! A text being written: a proposal by its number, or lines until an empty one.

use super::Talk;
use super::book::Book;
use super::choice::{Choice, numbered};
use super::desk::{Picked, Step};
use crate::domain::action;
use crate::domain::checklist::Item;
use crate::domain::limits::Limit;
use crate::domain::record::{TextField, TypedField};
use crate::text::history;
use crate::text::search::proposals;
use crate::text::typed::{is_help_sign, is_number, is_stop};

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
    Add,
    Remove,
}

impl Talk<'_> {
    /// Asks for one of an item's texts and records it.
    pub(super) fn write_text(&mut self, book: &mut Book, item: &Item, field: TextField) -> Step {
        if !self.may_write(book)? {
            return Ok(());
        }
        let mark = book.workbook.answer(item.id.as_str()).mark();
        let proposals = proposals(item, mark, field);
        if let Written::Text(text) = self.write(book, item, field, &proposals)? {
            let outcome = action::text(&book.workbook, item, field, &text);
            self.commit_text(book, item, field, outcome)?;
        }
        Ok(())
    }

    /// Asks for one of an item's texts.
    pub(super) fn write(
        &mut self,
        book: &mut Book,
        item: &Item,
        field: TextField,
        proposals: &[String],
    ) -> Step<Written> {
        if !self.may_draft(book, field)? {
            return Ok(Written::Kept);
        }
        let words = self.desk.words();
        let label = history::field(self.lang(), TypedField::Text(field));
        let now = recorded(book, item, field).to_owned();
        let mut choices: Vec<Choice<Way>> = numbered(proposals.iter().cloned(), Way::Proposal);
        if now.is_empty() {
            self.desk.begin(&(words.write)(label))?;
        } else {
            self.desk.begin(&(words.value)(label, &now))?;
            if field != TextField::Approver {
                let number = choices.len() + 1;
                choices.push(Choice::new(number, words.add_text, Way::Add));
            }
            let number = choices.len() + 1;
            choices.push(Choice::new(number, words.remove_text, Way::Remove));
        }
        self.desk.list(&choices)?;
        if !now.is_empty() {
            self.desk.say(words.replaces_text)?;
        }
        let hint = (words.write_hint)(choices.len(), field == TextField::Approver);
        loop {
            let picked = self.desk.hear_text(&choices, hint);
            match self.or_keep_unfinished(picked, book, item, (field, ""))? {
                // A text that was pasted may begin with an empty line.
                Picked::Nothing if self.desk.waiting() => {
                    return self.write_on(book, item, field, ("", String::new()));
                }
                Picked::Nothing => return Ok(Written::Kept),
                Picked::One(Way::Proposal(at)) => return Ok(Written::Text(proposals[at].clone())),
                Picked::One(Way::Add) => return self.add(book, item, field, &now),
                Picked::One(Way::Remove) => return Ok(Written::Text(String::new())),
                Picked::Other(typed) if is_stop(&typed) => return Ok(Written::Kept),
                // A number that stands for nothing is a slip and no text.
                Picked::Other(typed) if is_number(&typed) => {
                    self.desk.not_understood(&typed)?;
                }
                Picked::Other(first) => return self.write_on(book, item, field, ("", first)),
            }
        }
    }

    /// Asks for lines to stand below the text there is.
    fn add(&mut self, book: &Book, item: &Item, field: TextField, now: &str) -> Step<Written> {
        self.desk.say((self.desk.words().write_hint)(0, false))?;
        Ok(match self.next_line(book, item, (field, now))? {
            Some(first) => self.write_on(book, item, field, (now, first))?,
            None => Written::Kept,
        })
    }

    /// Takes lines until an empty one, below a text to begin with. After each, the text so far is
    /// kept as a draft.
    fn write_on(
        &mut self,
        book: &Book,
        item: &Item,
        field: TextField,
        (begun, first): (&str, String),
    ) -> Step<Written> {
        let mut text = begun.to_owned();
        let mut line = first;
        let mut behind_the_end = false;
        loop {
            let longer = joined(&text, &line);
            if Limit::Text.allows(&longer) {
                text = longer;
            } else {
                let full = self.strings().writing.full;
                let left_out = line.chars().count();
                self.desk.say(&full(Limit::Text.max(), left_out))?;
            }
            if !text.trim().is_empty() {
                self.keep_draft(book, item, field, &text);
            }
            if field == TextField::Approver {
                break;
            }
            match self.next_line(book, item, (field, &text))? {
                Some(next) => line = next,
                None => break,
            }
            behind_the_end |= is_end(&line);
        }
        if behind_the_end {
            self.desk.say(self.desk.words().pasted)?;
        }
        Ok(Written::Text(text.trim_end_matches('\n').to_owned()))
    }

    /// Reads the next line of a text; none where the text ends. What is there already behind its end
    /// was pasted along, and is no answer to what nobody has heard yet.
    fn next_line(
        &mut self,
        book: &Book,
        item: &Item,
        (field, text): (TextField, &str),
    ) -> Step<Option<String>> {
        loop {
            let next = self.desk.listen();
            let line = self.or_keep_unfinished(next, book, item, (field, text))?;
            if !(is_end(&line) || is_help_sign(&line)) || self.desk.waiting() {
                return Ok(Some(line));
            }
            if is_end(&line) {
                return Ok(None);
            }
            self.desk.help()?;
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
            let whole = whole.trim_end_matches('\n');
            if !whole.trim().is_empty() && whole != recorded(book, item, field) {
                let words = self.desk.words();
                let kept = self.keep_draft(book, item, field, whole);
                let told = if kept {
                    words.draft_kept
                } else {
                    words.draft_not_kept
                };
                // Nobody may be there any more to hear it.
                let _ = self.desk.begin(told);
            }
        }
        heard
    }
}

fn recorded<'a>(book: &'a Book, item: &Item, field: TextField) -> &'a str {
    book.workbook.answer(item.id.as_str()).text(field)
}

fn is_end(line: &str) -> bool {
    line.trim().is_empty() || is_stop(line)
}

fn joined(text: &str, line: &str) -> String {
    if text.is_empty() {
        line.to_owned()
    } else {
        format!("{text}\n{line}")
    }
}
