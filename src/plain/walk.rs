//! The walk through the items: one is read out, answered or passed, then the next.

use super::Talk;
use super::book::{Book, Done};
use super::choice::Choice;
use super::desk::{Picked, Step};
use super::item::Do;
use super::write::Written;
use crate::domain::action;
use crate::domain::checklist::Item;
use crate::domain::completeness::{Lack, asks_reason_first, missing};
use crate::domain::mark::Mark;
use crate::domain::progress::{asked, next_due};
use crate::domain::record::TextField;
use crate::domain::standing::{Standing, set_aside, standing};
use crate::format::mark_text;
use crate::text::search::proposals;
use crate::text::typed::{command, is_ascii};

/// Where an item leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Go {
    /// It is read out again, or another one that is in front by now.
    On,
    /// It stays as it was read out.
    Stay,
    /// To the menu.
    Menu,
    /// To the review: nothing is open any more.
    Review,
}

/// What else can be done at an item.
#[derive(Clone, Copy)]
enum More {
    Text(TextField),
    Flag,
    CarryOver,
    Background,
    Clear,
    Include,
    Jump,
    Undo,
    Redo,
}

impl Talk<'_> {
    /// Walks from the item in front until the person wants something else.
    pub(super) fn walk(&mut self, book: &mut Book) -> Step<Go> {
        loop {
            match self.at_item(book)? {
                Go::On | Go::Stay => {}
                go => return Ok(go),
            }
        }
    }

    fn at_item(&mut self, book: &mut Book) -> Step<Go> {
        let Some(item) = book.item() else {
            return Ok(Go::Menu);
        };
        let choices = self.item_choices(book, &item);
        self.desk.say("")?;
        self.desk.say_all(self.item_head(book, &item))?;
        self.desk.list(&choices)?;
        self.desk.say_all(self.item_facts(book, &item))?;
        loop {
            let hint = self.hint(book, &item);
            let typed = match self.desk.hear(&choices, hint)? {
                Picked::Nothing => return self.turn(book, true),
                Picked::One(what) => match self.at(book, &item, what)? {
                    Go::Stay => continue,
                    go => return Ok(go),
                },
                Picked::Other(typed) => typed,
            };
            if let Some(position) = by_id(book, &typed) {
                book.position = position;
                return Ok(Go::On);
            }
            let aside = matches!(
                standing(&book.checklist, &book.workbook, &item),
                Standing::SetAside(_)
            );
            // A letter alone is a slip; the signs and words of the marks are not.
            let mark = mark_text::parse(&typed, &book.checklist.scale)
                .filter(|_| !aside && !is_ascii(&typed));
            match mark {
                None => self.desk.not_understood(&typed)?,
                Some(mark) => match self.answer(book, &item, mark)? {
                    Go::Stay => {}
                    go => return Ok(go),
                },
            }
        }
    }

    fn hint(&self, book: &Book, item: &Item) -> &'static str {
        let words = self.desk.words();
        match standing(&book.checklist, &book.workbook, item) {
            Standing::SetAside(_) => words.aside_hint,
            _ => words.item_hint,
        }
    }

    fn at(&mut self, book: &mut Book, item: &Item, what: Do) -> Step<Go> {
        match what {
            Do::Answer(mark) => return self.answer(book, item, mark),
            Do::TakeIn => {
                let outcome = action::toggle_included(&book.checklist, &book.workbook, item);
                self.commit(book, outcome)?;
                return Ok(Go::On);
            }
            Do::Remark => self.write_text(book, item, TextField::Remark)?,
            Do::Evidence => self.name_evidence(book, item, false)?,
            Do::More => return self.more(book, item),
            Do::Before => return self.turn(book, false),
            Do::Menu => return Ok(Go::Menu),
        }
        Ok(Go::Stay)
    }

    fn answer(&mut self, book: &mut Book, item: &Item, mark: Mark) -> Step<Go> {
        let recorded = book.workbook.answer(item.id.as_str());
        let done = if asks_reason_first(item, recorded, mark) {
            self.answer_with_reason(book, item)?
        } else {
            let outcome = action::mark(&book.workbook, item, Some(mark), None);
            self.commit(book, outcome)?
        };
        if done == Done::Refused {
            return Ok(Go::Stay);
        }
        self.complete(book, item)?;
        self.advance(book)
    }

    /// Records － together with its reason; without one nothing changes.
    fn answer_with_reason(&mut self, book: &mut Book, item: &Item) -> Step<Done> {
        if !self.may_write(book)? {
            return Ok(Done::Refused);
        }
        let mark = Some(Mark::NotApplicable);
        let proposals = proposals(item, mark, TextField::Reason);
        match self.write(book, item, TextField::Reason, &proposals)? {
            Written::Text(text) if !text.trim().is_empty() => {
                let outcome = action::mark(&book.workbook, item, mark, Some(&text));
                self.commit_text(book, item, TextField::Reason, outcome)
            }
            _ => {
                self.desk
                    .say(self.strings().notices.not_applicable_needs_reason)?;
                Ok(Done::Refused)
            }
        }
    }

    /// Asks once for each thing the answer still needs.
    fn complete(&mut self, book: &mut Book, item: &Item) -> Step {
        let mut asked = Vec::new();
        loop {
            let lack = missing(&book.checklist, &book.workbook)
                .into_iter()
                .filter(|missing| missing.item == item.id)
                .map(|missing| missing.lack)
                .find(|lack| !asked.contains(lack));
            let Some(lack) = lack else { return Ok(()) };
            asked.push(lack);
            match lack {
                Lack::Remark => self.write_text(book, item, TextField::Remark)?,
                Lack::Approver => self.write_text(book, item, TextField::Approver)?,
                Lack::Evidence => self.name_evidence(book, item, true)?,
                Lack::Mark | Lack::Confirmation => {}
            }
        }
    }

    fn advance(&mut self, book: &mut Book) -> Step<Go> {
        match next_due(&book.checklist, &book.workbook, Some(book.position)) {
            Some(position) if self.preferences.advance => {
                book.position = position;
                Ok(Go::On)
            }
            Some(_) => Ok(Go::Stay),
            None => {
                self.desk.say(self.strings().notices.all_answered)?;
                Ok(Go::Review)
            }
        }
    }

    /// Goes to the next or previous item that is asked.
    fn turn(&mut self, book: &mut Book, next: bool) -> Step<Go> {
        let asked = asked(&book.checklist, &book.workbook);
        let found = if next {
            asked.into_iter().find(|at| *at > book.position)
        } else {
            asked.into_iter().rfind(|at| *at < book.position)
        };
        match found {
            Some(position) => {
                book.position = position;
                Ok(Go::On)
            }
            None if next => {
                self.desk.say(self.desk.words().last_item)?;
                Ok(Go::Menu)
            }
            None => {
                self.desk.say(self.strings().notices.first_item)?;
                Ok(Go::Stay)
            }
        }
    }

    fn more(&mut self, book: &mut Book, item: &Item) -> Step<Go> {
        let words = self.desk.words();
        let flagged = book.workbook.answer(item.id.as_str()).flagged;
        let flag = if flagged { words.unflag } else { words.flag };
        let mut choices = vec![
            Choice::new(1, words.reason, More::Text(TextField::Reason)),
            Choice::new(2, words.approver, More::Text(TextField::Approver)),
            Choice::new(3, flag, More::Flag),
            Choice::new(4, words.carry_over, More::CarryOver),
            Choice::new(5, words.background, More::Background),
            Choice::new(6, words.clear, More::Clear),
            Choice::new(7, words.jump, More::Jump),
            Choice::new(8, words.undo, More::Undo),
            Choice::new(9, words.redo, More::Redo),
        ];
        let answer = book.workbook.answer(item.id.as_str());
        if answer.included && set_aside(&book.checklist, &book.workbook, item).is_some() {
            choices.push(Choice::new(10, words.leave_out, More::Include));
        }
        self.desk.begin(words.more)?;
        let Some(what) = self.desk.choose(&choices, words.more_choice_hint)? else {
            return Ok(Go::Stay);
        };
        match what {
            More::Text(field) => {
                self.write_text(book, item, field)?;
                return Ok(Go::Stay);
            }
            More::Flag => {
                let outcome = action::toggle_flag(&book.workbook, item);
                self.commit(book, outcome)?;
                return Ok(Go::Stay);
            }
            More::Background => {
                self.desk.say("")?;
                self.desk.say_all(self.item_background(book, item))?;
                return Ok(Go::Stay);
            }
            More::CarryOver => self.carry_over(book, item)?,
            More::Clear => {
                let outcome = action::mark(&book.workbook, item, None, None);
                self.commit(book, outcome)?;
            }
            More::Include => {
                let outcome = action::toggle_included(&book.checklist, &book.workbook, item);
                self.commit(book, outcome)?;
            }
            More::Jump => {
                self.jump(book)?;
            }
            More::Undo => self.step_back(book, false)?,
            More::Redo => self.step_back(book, true)?,
        }
        Ok(Go::On)
    }

    fn carry_over(&mut self, book: &mut Book, item: &Item) -> Step {
        let words = &self.strings().notices;
        let Some(previous) = &book.previous else {
            return self.desk.say(words.no_previous);
        };
        let changed = previous.wording_changed(item);
        let year = (self.strings().fiscal_year)(previous.year);
        let outcome = action::carry_over(&book.workbook, previous, item);
        if self.commit(book, outcome)? == Done::Saved {
            self.desk.say(&if changed {
                (words.carried_changed)(&year)
            } else {
                (words.carried)(&year)
            })?;
        }
        Ok(())
    }
}

fn by_id(book: &Book, typed: &str) -> Option<usize> {
    let wanted = command(typed);
    book.checklist
        .items
        .iter()
        .position(|item| command(item.id.as_str()) == wanted)
}
