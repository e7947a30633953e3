//! The review: what is still missing, then the figures, then confirming by name.

use super::Talk;
use super::book::{Book, Done};
use super::choice::{Choice, numbered};
use super::desk::Step;
use super::walk::Go;
use crate::domain::action;
use crate::domain::completeness::missing;
use crate::domain::record::Author;
use crate::domain::returning::was_handed_in;
use crate::domain::workbook::Status;

#[derive(Clone, Copy)]
enum Entry {
    Confirm,
    Export,
    Look,
    Reopen,
    Returned,
    Menu,
}

impl Talk<'_> {
    /// Tells where the workbook stands, and asks what to do; returns where to go.
    pub(super) fn review(&mut self, book: &mut Book) -> Step<Go> {
        self.desk.begin(self.strings().titles.review)?;
        let words = &self.strings().review;
        if let Some(reason) = book.workbook.returned() {
            self.desk.say(&(words.returned)(reason))?;
        }
        self.tell_returned(book)?;
        let lacking = missing(&book.checklist, &book.workbook);
        if !book.workbook.is_confirmed() && !lacking.is_empty() {
            return self.tell_missing(book);
        }
        self.tell_status(book)?;
        self.tell_total(book)?;
        let plain = self.desk.words();
        let mut choices = if book.workbook.is_confirmed() {
            vec![
                Choice::new(1, words.export, Entry::Export),
                Choice::new(2, words.look, Entry::Look),
                Choice::new(3, words.reopen, Entry::Reopen),
                Choice::new(4, self.strings().taking.entry, Entry::Returned),
            ]
        } else {
            vec![
                Choice::new(1, words.confirm, Entry::Confirm),
                Choice::new(2, words.look, Entry::Look),
                Choice::new(3, words.export, Entry::Export),
            ]
        };
        if !book.workbook.is_confirmed() && was_handed_in(&book.workbook) {
            let entry = self.strings().taking.entry;
            choices.push(Choice::new(4, entry, Entry::Returned));
        }
        choices.push(Choice::new(0, plain.menu, Entry::Menu));
        let chosen = self.desk.choose(&choices, plain.review_hint)?;
        match chosen.unwrap_or(Entry::Menu) {
            Entry::Confirm => self.confirm(book).map(|()| Go::Review),
            Entry::Reopen => self.lead_back(book, false),
            Entry::Returned => self.take_slip(book),
            Entry::Look => {
                book.position = 0;
                Ok(Go::On)
            }
            Entry::Export if self.export(book)? => Ok(Go::On),
            Entry::Export | Entry::Menu => Ok(Go::Menu),
        }
    }

    fn tell_status(&mut self, book: &Book) -> Step {
        let words = &self.strings().review;
        match book.workbook.status() {
            Status::Confirmed { by, at } => self.desk.say(&(words.confirmed)(
                &by.name,
                &by.title,
                &at.format("%Y-%m-%d %H:%M").to_string(),
            )),
            Status::Draft => self.desk.say(words.complete),
        }
    }

    /// Lists what is missing; a number leads to its item.
    fn tell_missing(&mut self, book: &mut Book) -> Step<Go> {
        let words = &self.strings().review;
        let lacking = missing(&book.checklist, &book.workbook);
        let plain = self.desk.words();
        self.desk.say(&(plain.lacking)(lacking.len()))?;
        let lines = lacking.iter().map(|missing| {
            let lack = (words.lack)(missing.lack);
            let question = book
                .checklist
                .items
                .get(missing.position)
                .map_or("", |item| item.question.as_str());
            (plain.listed)(missing.item.as_str(), lack, question)
        });
        let choices = numbered(lines, |index| lacking[index].position);
        Ok(match self.desk.choose_of_many(&choices)? {
            Some(position) => {
                book.position = position;
                Go::On
            }
            None => Go::Menu,
        })
    }

    fn confirm(&mut self, book: &mut Book) -> Step {
        if !self.may_write(book)? {
            return Ok(());
        }
        let words = &self.strings().review;
        let setup = &self.strings().setup;
        self.desk.begin(words.confirm)?;
        self.desk.say(words.meaning)?;
        let name = self.preferences.name.clone();
        let name = self.desk.field(words.name, words.name_hint, &name, true)?;
        let Some(name) = name else { return Ok(()) };
        let title = self.preferences.title.clone();
        let title = self
            .desk
            .field(setup.title, setup.title_hint, &title, false)?;
        let Some(title) = title else { return Ok(()) };
        let by = Author { name, title };
        self.desk.begin(words.really)?;
        self.desk.say(&(words.signed)(&by.name, &by.title))?;
        self.tell_total(book)?;
        let labels = [words.not_yet, words.confirm].map(ToOwned::to_owned);
        let choices = numbered(labels, |at| at == 1);
        let really = self.desk.choose(&choices, self.desk.words().really_hint)?;
        if really != Some(true) {
            return self.desk.say(self.desk.words().not_confirmed);
        }
        let outcome = action::confirm(&book.checklist, &book.workbook, &by);
        if self.commit(book, outcome)? == Done::Saved {
            self.desk.say(words.done)?;
        }
        Ok(())
    }

    pub(super) fn lead_back(&mut self, book: &mut Book, returned: bool) -> Step<Go> {
        let words = &self.strings().review;
        let title = if returned {
            words.take_back
        } else {
            words.reopen
        };
        if book.writer.is_none() {
            self.desk.say(self.strings().notices.read_only)?;
            return Ok(Go::Menu);
        }
        self.desk.begin(title)?;
        let reason = self.desk.field(words.reason, words.reason_hint, "", true)?;
        let Some(reason) = reason else {
            return Ok(Go::Review);
        };
        let outcome = action::back_to_draft(&book.workbook, &reason, returned);
        if self.commit(book, outcome)? == Done::Saved {
            self.desk.say(words.open_again)?;
        }
        Ok(Go::Menu)
    }
}
