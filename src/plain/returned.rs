//! Taking a return slip: which file, what it says, and whether to take it.

use super::Talk;
use super::book::{Book, Done};
use super::choice::{Choice, numbered};
use super::desk::Step;
use super::walk::Go;
use crate::domain::progress::{resume_at, untouched_count};
use crate::domain::returning::{taken_by, wanted, wanted_of};
use crate::store::returning::{self, Seen};
use crate::text::returning as words;

/// Which slip is meant.
#[derive(Clone, Copy)]
enum Which {
    Found(usize),
    Other,
    Without,
}

impl Talk<'_> {
    /// Asks for a slip, tells what it says and takes it; returns where to go.
    pub(super) fn take_slip(&mut self, book: &mut Book) -> Step<Go> {
        let words = &self.strings().taking;
        if book.writer.is_none() {
            self.desk.say(self.strings().notices.read_only)?;
            return Ok(Go::Menu);
        }
        self.desk.begin(words.entry)?;
        let found = returning::found(&self.start.folder, &book.workbook);
        if found.is_empty() {
            self.desk.say(words.none)?;
        }
        let labels = found.iter().map(|(path, slip)| {
            let own = &slip.slip;
            let path = path.display().to_string();
            let label = (words.row)(&own.date, &own.by, own.items.len(), &path);
            if taken_by(&book.workbook, &own.digest).is_some() {
                format!("{label}　{}", words.taken)
            } else {
                label
            }
        });
        let mut choices = numbered(labels, Which::Found);
        choices.push(Choice::new(choices.len() + 1, words.other, Which::Other));
        if book.workbook.is_confirmed() {
            let number = choices.len() + 1;
            choices.push(Choice::new(number, words.without, Which::Without));
        }
        let path = match self.desk.choose(&choices, words.which)? {
            None => return Ok(Go::Review),
            Some(Which::Without) => return self.lead_back(book, true),
            Some(Which::Found(at)) => found.get(at).map(|(path, _)| path.display().to_string()),
            Some(Which::Other) => self.desk.field(words.path, words.path_hint, "", true)?,
        };
        let Some(path) = path else {
            return Ok(Go::Review);
        };
        match returning::look(&self.start.folder, &book.key, &path) {
            Ok(seen) => self.take_seen(book, seen),
            Err(error) => {
                self.tell_error(&error)?;
                Ok(Go::Review)
            }
        }
    }

    fn take_seen(&mut self, book: &mut Book, seen: Seen) -> Step<Go> {
        let texts = &self.strings().taking;
        let own = &seen.slip.slip;
        self.desk.begin(&(texts.head)(&own.date, &own.by))?;
        self.desk.say(&seen.slip.reason)?;
        if !own.receipt.is_empty() {
            self.desk.say(&(texts.receipt)(&own.receipt))?;
        }
        if !own.due.is_empty() {
            self.desk.say(&(texts.due)(&own.due))?;
        }
        for returned in &own.items {
            let line = format!("{}　{}", returned.item, returned.reason);
            self.desk.say(&line)?;
        }
        self.desk.say(texts.meaning)?;
        let labels = [texts.take, texts.back].map(ToOwned::to_owned);
        let choices = numbered(labels, |at| at == 0);
        let take = self.desk.choose(&choices, texts.really)?;
        if take != Some(true) {
            return Ok(Go::Review);
        }
        let unknown = own
            .items
            .iter()
            .filter(|one| book.checklist.position(one.item.as_str()).is_none())
            .count();
        let count = own.items.len();
        if self.commit(book, Ok(seen.changes))? != Done::Saved {
            return Ok(Go::Review);
        }
        self.desk
            .say_all(words::taken(self.lang(), count, unknown))?;
        book.position = resume_at(&book.checklist, &book.workbook);
        Ok(if count > unknown { Go::On } else { Go::Review })
    }

    /// Tells how many of the items that came back were not changed yet.
    pub(super) fn tell_returned(&mut self, book: &Book) -> Step {
        if wanted(&book.checklist, &book.workbook).is_empty() {
            return Ok(());
        }
        let words = &self.strings().taking;
        match untouched_count(&book.checklist, &book.workbook) {
            0 => self.desk.say(words.all_touched),
            left => self.desk.say(&(words.left)(left)),
        }
    }

    /// Returns why the division wants the item in front corrected.
    pub(super) fn returned_line(&self, book: &Book) -> Option<String> {
        let wanted = wanted_of(&book.checklist, &book.workbook, book.position)?;
        let texts = &self.strings().taking;
        let mut text = wanted.reasons.join("　");
        if wanted.touched {
            text = format!("{}　{text}", texts.touched);
        }
        Some((self.desk.words().value)(texts.label, &text))
    }
}
