//! The draft of a text: kept while it is written, found when the workbook is opened, and gone only when
//! it is recorded or thrown away. There is one for a workbook, so one found is decided on before
//! another text is written.

use super::Talk;
use super::book::{Book, Done};
use super::choice::numbered;
use super::desk::Step;
use crate::domain::action::{self, Outcome};
use crate::domain::checklist::Item;
use crate::domain::record::{TextField, TypedField};
use crate::store::draft::{self, Draft};
use crate::text::{errors, history};

impl Talk<'_> {
    /// Offers a text that was being typed when the program ended last time.
    pub(super) fn offer_draft(&mut self, book: &mut Book) -> Step {
        book.found = draft::kept(&self.start.folder, &book.key);
        let Some(found) = book.found.clone() else {
            return Ok(());
        };
        let recorded = self.decide_draft(book, &found, self.desk.words().later_hint)?;
        if let Some(position) = book.checklist.position(found.item.as_str())
            && recorded
        {
            book.position = position;
        }
        Ok(())
    }

    /// Has the person decide on a text found before one of another field is written in its place.
    /// Returns whether that may be.
    pub(super) fn may_draft(&mut self, book: &mut Book, field: TextField) -> Step<bool> {
        if let Some(found) = book.found.clone() {
            self.decide_draft(book, &found, self.desk.words().more_choice_hint)?;
        }
        if book.found.is_some() {
            let label = history::field(self.lang(), TypedField::Text(field));
            self.desk.say(&(self.desk.words().draft_first)(label))?;
        }
        Ok(book.found.is_none())
    }

    /// Tells a text found and asks what becomes of it. Returns whether it is to be recorded.
    fn decide_draft(&mut self, book: &mut Book, found: &Draft, hint: &str) -> Step<bool> {
        let words = &self.strings().draft;
        let plain = self.desk.words();
        let item = book.checklist.item(found.item.as_str()).cloned();
        self.desk.begin(words.title)?;
        self.desk.say(&(words.found)(&errors::time(&found.at)))?;
        self.desk
            .say_all(item.as_ref().map(|item| &item.question))?;
        let label = history::field(self.lang(), TypedField::Text(found.field));
        self.desk.say(&(plain.value)(label, &found.text))?;
        let now = book
            .workbook
            .answer(found.item.as_str())
            .text(found.field)
            .to_owned();
        if !now.is_empty() && now != found.text {
            self.desk.say(&(plain.value)(plain.recorded_now, &now))?;
        }
        let labels = [plain.keep_draft, words.discard].map(ToOwned::to_owned);
        let choices = numbered(labels, |index| index == 0);
        match (self.desk.choose(&choices, hint)?, item) {
            (None, _) => return Ok(false),
            (Some(false), _) => {
                self.forget_draft(book);
                return Ok(false);
            }
            (Some(true), None) => {
                self.desk.say(plain.draft_of_no_item)?;
                self.desk.say(plain.draft_stays)?;
            }
            (Some(true), Some(item)) => {
                let outcome = action::text(&book.workbook, &item, found.field, &found.text);
                self.commit_text(book, &item, found.field, outcome)?;
            }
        }
        Ok(true)
    }

    /// Records a text. Its draft is needed no more then; what could not be recorded stays as one.
    pub(super) fn commit_text(
        &mut self,
        book: &mut Book,
        item: &Item,
        field: TextField,
        outcome: Outcome,
    ) -> Step<Done> {
        let done = self.commit(book, outcome)?;
        let kept = draft::kept(&self.start.folder, &book.key)
            .filter(|kept| kept.item == item.id && kept.field == field);
        if kept.is_some() {
            if done == Done::Refused {
                book.found = kept;
                self.desk.say(self.desk.words().draft_stays)?;
            } else {
                self.forget_draft(book);
            }
        }
        Ok(done)
    }

    /// Keeps a text being typed. Returns whether it is kept; failing is not told on every line, since
    /// a draft is a help and not a promise.
    pub(super) fn keep_draft(
        &self,
        book: &Book,
        item: &Item,
        field: TextField,
        text: &str,
    ) -> bool {
        let draft = Draft {
            item: item.id.clone(),
            field,
            text: text.to_owned(),
            at: self.start.clock.now().to_rfc3339(),
        };
        book.writer.is_some() && draft::keep(&self.start.folder, &book.key, Some(&draft)).is_ok()
    }

    /// Forgets the draft. Where that fails it is found once more, which loses nothing.
    fn forget_draft(&self, book: &mut Book) {
        book.found = None;
        let _ = draft::keep(&self.start.folder, &book.key, None);
    }
}
