//! The open workbook, and the one way it changes: a record is on the disk before the workbook in
//! memory has it, and before anybody is told.

use std::path::PathBuf;
use std::sync::Arc;

use super::Talk;
use super::choice::numbered;
use super::desk::{Step, Stop};
use crate::domain::action::Outcome;
use crate::domain::checklist::{Checklist, Item};
use crate::domain::previous::PreviousYear;
use crate::domain::record::{Change, Record, RecordKind};
use crate::domain::workbook::Workbook;
use crate::error::Error;
use crate::store::draft::Draft;
use crate::store::folder::{Folder, WorkbookKey};
use crate::store::journal_file::Appender;
use crate::store::rescue;
use crate::store::workbooks::next_record;
use crate::text::history;

/// The open workbook.
pub(super) struct Book {
    pub key: WorkbookKey,
    pub checklist: Arc<Checklist>,
    pub workbook: Workbook,
    pub previous: Option<PreviousYear>,
    /// What writes it; none when it is open for reading only.
    pub writer: Option<Appender>,
    /// The item in front, by its position.
    pub position: usize,
    /// A text found that is not decided on.
    pub found: Option<Draft>,
}

/// What became of an action.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Done {
    /// It is saved.
    Saved,
    /// It was so already.
    Same,
    /// It is not possible, or was not saved; that was told.
    Refused,
}

/// What to do when an answer cannot be saved.
#[derive(Clone, Copy)]
enum Rescue {
    Again,
    Elsewhere,
    GiveUp,
}

impl Book {
    /// Returns the item in front.
    pub(super) fn item(&self) -> Option<Item> {
        self.checklist.items.get(self.position).cloned()
    }
}

impl Talk<'_> {
    /// Records what an action gave, and tells what became of it.
    pub(super) fn commit(&mut self, book: &mut Book, outcome: Outcome) -> Step<Done> {
        match outcome {
            Ok(changes) if changes.is_empty() => {
                self.desk.say(self.desk.words().same)?;
                Ok(Done::Same)
            }
            Ok(changes) => self.record(book, RecordKind::Action, changes),
            Err(refusal) => {
                self.desk.say((self.strings().refusal)(refusal))?;
                Ok(Done::Refused)
            }
        }
    }

    /// Tells whether the workbook takes answers, and if not, says why.
    pub(super) fn may_write(&mut self, book: &Book) -> Step<bool> {
        if book.writer.is_none() {
            self.desk.say(self.strings().notices.read_only)?;
        } else if book.workbook.is_confirmed() {
            let refusal = crate::domain::action::Refusal::Confirmed;
            self.desk.say((self.strings().refusal)(refusal))?;
        } else {
            return Ok(true);
        }
        Ok(false)
    }

    /// Takes the last action back, or repeats what was taken back.
    pub(super) fn step_back(&mut self, book: &mut Book, redo: bool) -> Step {
        let words = &self.strings().notices;
        let step = if redo {
            book.workbook.redo_step()
        } else {
            book.workbook.undo_step()
        };
        let Some((kind, changes)) = step else {
            return self.desk.say(if redo {
                words.nothing_to_redo
            } else {
                words.nothing_to_undo
            });
        };
        let item = changes.iter().find_map(Change::item).cloned();
        if self.record(book, kind, changes)? == Done::Saved {
            if let Some(position) = item.and_then(|item| book.checklist.position(item.as_str())) {
                book.position = position;
            }
            self.desk
                .say(if redo { words.redone } else { words.undone })?;
        }
        Ok(())
    }

    fn record(&mut self, book: &mut Book, kind: RecordKind, changes: Vec<Change>) -> Step<Done> {
        let lang = self.lang();
        let now = self.start.clock.now();
        let record = next_record(&book.workbook, kind, changes, &self.author(), now);
        let mut after = book.workbook.clone();
        if book.writer.is_none() {
            self.desk.say(self.strings().notices.read_only)?;
            return Ok(Done::Refused);
        }
        if after.apply(record.clone()).is_err() {
            self.desk.say(self.strings().notices.not_possible)?;
            return Ok(Done::Refused);
        }
        if !self.append(book, &record, &after)? {
            return Ok(Done::Refused);
        }
        book.workbook = after;
        let what = history::record(lang, &book.checklist, &record);
        let at = now.format("%H:%M:%S").to_string();
        self.desk.say(&(self.desk.words().saved)(&at, &what))?;
        Ok(Done::Saved)
    }

    /// Appends a record; where the system refuses, the person says how to go on. Returns whether it
    /// is on the disk.
    fn append(&mut self, book: &mut Book, record: &Record, after: &Workbook) -> Step<bool> {
        loop {
            let Some(writer) = &mut book.writer else {
                return Ok(false);
            };
            let Err(error) = writer.append(record) else {
                return Ok(true);
            };
            match self.rescue(book, &error, after) {
                Ok(true) => {}
                Ok(false) => return Ok(false),
                Err(Stop::List) => return Err(Stop::List),
                // However the talk ends here, the answer is unsaved, and the exit code says so.
                Err(_) => return Err(Stop::Unsaved(error)),
            }
        }
    }

    /// Tells that an answer could not be saved, and does what the person wants. Returns whether to
    /// try again.
    fn rescue(&mut self, book: &Book, error: &Error, after: &Workbook) -> Step<bool> {
        self.desk.say((self.strings().quit.unsaved)(1).as_str())?;
        self.tell_error(error)?;
        match self.ask_rescue()? {
            Rescue::Again => {}
            Rescue::Elsewhere => self.keep_elsewhere(book, after)?,
            Rescue::GiveUp => {
                self.desk.say(self.desk.words().given_up)?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn ask_rescue(&mut self) -> Step<Rescue> {
        let words = self.desk.words();
        let quit = &self.strings().quit;
        let labels = [
            words.save_again.to_owned(),
            quit.elsewhere.to_owned(),
            words.give_up.to_owned(),
        ];
        let ways = [Rescue::Again, Rescue::Elsewhere, Rescue::GiveUp];
        let choices = numbered(labels, |index| ways[index]);
        let chosen = self.desk.choose(&choices, words.rescue_hint)?;
        Ok(chosen.unwrap_or(Rescue::Again))
    }

    /// Keeps the whole workbook in another folder, what is not saved included. Kept, it is left:
    /// going on here would make two that differ.
    fn keep_elsewhere(&mut self, book: &Book, after: &Workbook) -> Step {
        let quit = &self.strings().quit;
        let proposed = self.start.home.join("tenken").display().to_string();
        let hint = quit.elsewhere_hint;
        let Some(to) = self.desk.field(quit.folder, hint, &proposed, true)? else {
            return Ok(());
        };
        let from = &self.start.folder;
        let to = Folder::on(from.root().join(PathBuf::from(to)), from.disk().clone());
        let digest = &after.created().checklist_digest;
        let copy = self.known.copy(&book.key.city, digest);
        let kept = rescue::keep(from, &to, &book.key, after, copy);
        match kept {
            Ok(path) => {
                self.desk.say(quit.kept)?;
                self.desk.say(&path.display().to_string())?;
                self.desk.say(self.desk.words().kept_hint)?;
                Err(Stop::List)
            }
            Err(Error::Exists(_)) => self.desk.say(quit.taken),
            Err(error) => self.tell_error(&error),
        }
    }
}
