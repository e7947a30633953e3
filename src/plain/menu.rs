//! The menu of an open workbook, and the way in.

use chrono::NaiveDate;

use super::Talk;
use super::book::Book;
use super::choice::Choice;
use super::desk::{Step, Stop};
use super::walk::Go;
use crate::domain::progress::{progress, resume_at};
use crate::domain::workbook::Status;
use crate::error::Error;
use crate::store::folder::WorkbookKey;
use crate::store::workbooks;
use crate::text::{damage, errors};

#[derive(Clone, Copy)]
enum Entry {
    Walk,
    Jump,
    Lists,
    Figures,
    Review,
    Export,
    Profile,
    History,
    Undo,
    Redo,
    Back,
}

impl Talk<'_> {
    /// Opens a workbook and stays with it until it is left for the list.
    pub(super) fn open(&mut self, key: &WorkbookKey) -> Step {
        self.start.scene.opened(Some(key));
        let now = self.start.clock.now();
        let name = self.preferences.name.clone();
        let folder = &self.start.folder;
        let known = &mut self.known;
        let left = match workbooks::open_as_possible(folder, key, &name, now, known) {
            Ok((opened, writer)) => {
                let (writer, why) = match writer {
                    Ok(writer) => (Some(writer), None),
                    Err(why) => (None, Some(why)),
                };
                let mut book = Book {
                    key: opened.key,
                    position: resume_at(&opened.checklist, &opened.workbook),
                    checklist: opened.checklist,
                    workbook: opened.workbook,
                    previous: opened.previous,
                    writer,
                    found: None,
                };
                let tail = damage::tail(self.lang(), opened.tail);
                self.enter(&mut book, why.as_ref(), tail)
            }
            Err(error) => self.tell_error(&error),
        };
        self.start.scene.opened(None);
        match left {
            Err(Stop::List) => Ok(()),
            other => other,
        }
    }

    fn enter(&mut self, book: &mut Book, why: Option<&Error>, tail: Option<String>) -> Step {
        self.tell_workbook(book)?;
        if let Some(why) = why {
            self.desk.say(&errors::only_reading(self.lang(), why))?;
        } else {
            self.desk.say_all(tail)?;
            self.offer_draft(book)?;
        }
        let go = if book.workbook.records().len() == 1 && book.writer.is_some() {
            self.profile(book)?;
            Go::On
        } else if book.workbook.is_confirmed() {
            Go::Review
        } else {
            Go::On
        };
        self.go_round(book, go)
    }

    /// Goes from the walk to the menu or the review and back, until the workbook is left.
    fn go_round(&mut self, book: &mut Book, first: Go) -> Step {
        let mut go = first;
        loop {
            go = match go {
                Go::On | Go::Stay => self.walk(book)?,
                Go::Review => self.review(book)?,
                Go::Menu => match self.menu(book)? {
                    Some(go) => go,
                    None => return Ok(()),
                },
            };
        }
    }

    /// Tells which workbook it is, how far it is, and what is to be known of it.
    fn tell_workbook(&mut self, book: &Book) -> Step {
        let created = book.workbook.created();
        let year = (self.strings().fiscal_year)(created.fiscal_year);
        let names = format!("{} {} {year}", created.municipality, created.department);
        self.desk.begin(&names)?;
        let home = &self.strings().home;
        let state = match book.workbook.status() {
            Status::Confirmed { .. } => home.confirmed,
            Status::Draft if book.workbook.is_returned() => home.returned,
            Status::Draft => home.draft,
        };
        let progress = progress(&book.checklist, &book.workbook);
        let done = progress.asked - progress.open;
        let words = self.desk.words();
        self.desk.say(&(words.state)(state, done, progress.asked))?;
        if let Ok(due) = created.deadline.parse::<NaiveDate>()
            && !book.workbook.is_confirmed()
        {
            let days = (due - self.start.clock.now().date_naive()).num_days();
            self.desk
                .say(&(self.strings().overview.due)(&due.to_string(), days))?;
        }
        if self.known.is_newer(&self.start.folder, &book.checklist) {
            self.desk.say(self.strings().overview.newer_checklist)?;
        }
        Ok(())
    }

    /// Asks what to do with the workbook; none when it is left.
    fn menu(&mut self, book: &mut Book) -> Step<Option<Go>> {
        let words = self.desk.words();
        let choices = [
            Choice::new(1, words.go_on, Entry::Walk),
            Choice::new(2, words.jump, Entry::Jump),
            Choice::new(3, words.lists, Entry::Lists),
            Choice::new(4, words.figures, Entry::Figures),
            Choice::new(5, self.strings().titles.review, Entry::Review),
            Choice::new(6, self.strings().review.export, Entry::Export),
            Choice::new(7, self.strings().titles.profile, Entry::Profile),
            Choice::new(8, self.strings().titles.history, Entry::History),
            Choice::new(9, words.undo, Entry::Undo),
            Choice::new(10, words.redo, Entry::Redo),
            Choice::new(0, words.to_list, Entry::Back),
        ];
        loop {
            self.desk.begin(words.menu)?;
            let entry = self.desk.choose(&choices, words.menu_hint)?;
            match entry {
                None | Some(Entry::Walk) => {
                    book.position = resume_at(&book.checklist, &book.workbook);
                    return Ok(Some(Go::On));
                }
                Some(Entry::Jump) => {
                    if self.jump(book)? {
                        return Ok(Some(Go::On));
                    }
                }
                Some(Entry::Lists) => {
                    if self.list_items(book)? {
                        return Ok(Some(Go::On));
                    }
                }
                Some(Entry::Figures) => self.tell_figures(book)?,
                Some(Entry::Review) => return Ok(Some(Go::Review)),
                Some(Entry::Export) => {
                    if self.export(book)? {
                        return Ok(Some(Go::On));
                    }
                }
                Some(Entry::Profile) => self.profile(book)?,
                Some(Entry::History) => self.tell_history(book)?,
                Some(Entry::Undo) => self.step_back(book, false)?,
                Some(Entry::Redo) => self.step_back(book, true)?,
                Some(Entry::Back) => return Ok(None),
            }
        }
    }
}
