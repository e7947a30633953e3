//! The questions about the department: they decide which items cannot apply.

use super::walk::Walk;
use super::{Go, Screen};
use crate::display::wrap::COLUMN_MAX;
use crate::domain::action;
use crate::domain::standing::{Standing, standing};
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::Effects;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// Rows below the questions, for what is to be known about one.
const NOTE_ROWS: usize = 3;

/// The questions' own state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    selected: usize,
    /// Whether the questions are met on the way into a new workbook.
    first: bool,
}

impl Profile {
    /// Begins with the first question.
    #[must_use]
    pub const fn new(first: bool) -> Self {
        Self { selected: 0, first }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let Some(open) = &model.open else {
            return Go::Back;
        };
        let last = open.checklist.questions.len();
        match action {
            Action::Up | Action::PreviousField => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected = (self.selected + 1).min(last),
            Action::Back => return Go::Back,
            Action::Left | Action::Mark(1) => self.answer(model, Some(true), effects),
            Action::Right | Action::Mark(2) => self.answer(model, Some(false), effects),
            Action::Enter if self.selected == last => {
                return if self.first {
                    Go::Instead(Box::new(Screen::Walk(Walk::default())))
                } else {
                    Go::Back
                };
            }
            Action::Enter => {
                // Enter answers an open question with yes and goes on from one already answered.
                let key = &open.checklist.questions[self.selected].key;
                if open.workbook.profile(key).is_none() {
                    self.answer(model, Some(true), effects);
                } else {
                    self.selected += 1;
                }
            }
            _ => {}
        }
        Go::Stay
    }

    fn answer(&mut self, model: &mut Model, answer: Option<bool>, effects: &mut Effects) {
        let Some(open) = &model.open else { return };
        let Some(question) = open.checklist.questions.get(self.selected) else {
            return;
        };
        let outcome = action::profile(&open.workbook, &question.key, answer);
        let same = outcome.as_ref().is_ok_and(Vec::is_empty);
        if model.commit(outcome, effects) || same {
            self.selected += 1;
        }
    }

    /// Draws the questions.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let Some(open) = &model.open else { return };
        let words = &canvas.strings().profile;
        let asked = open
            .checklist
            .items
            .iter()
            .filter(|item| {
                !matches!(
                    standing(&open.checklist, &open.workbook, item),
                    Standing::SetAside(_)
                )
            })
            .count();
        canvas.text(1, 0, words.intro, Role::Plain);
        canvas.text_right(
            0,
            &(words.asked)(asked, open.checklist.items.len()),
            Role::Strong,
        );
        canvas.rule(1);
        let questions = &open.checklist.questions;
        let height = canvas.height().saturating_sub(4 + NOTE_ROWS);
        let rows = questions.len() + 1;
        let first = scroll(self.selected, rows, height);
        let question_width = canvas.width().saturating_sub(24);
        for (row, question) in questions.iter().enumerate().skip(first).take(height) {
            let (yes, no) = match open.workbook.profile(&question.key) {
                Some(true) => (words.yes_chosen, words.no_open),
                Some(false) => (words.yes_open, words.no_chosen),
                None => (words.yes_open, words.no_open),
            };
            let text = format!(
                "{} {yes} {no}",
                ruler.fit(&question.question, question_width)
            );
            canvas.row(3 + row - first, row == self.selected, &text, Role::Plain);
        }
        if first + height >= rows {
            let label = if self.first { words.begin } else { words.done };
            let y = 3 + rows - 1 - first;
            canvas.row(
                y,
                self.selected + 1 == rows,
                &format!("[ {label} ]"),
                Role::Plain,
            );
        }
        let note = questions.get(self.selected).map_or_else(
            || words.done_hint.to_owned(),
            |question| {
                let note = question.note.as_deref().unwrap_or(words.no_note);
                // A question that does not fit its row is written out here.
                if ruler.cells(&question.question) > question_width {
                    format!("{}\n{note}", question.question)
                } else {
                    note.to_owned()
                }
            },
        );
        let top = canvas.height().saturating_sub(NOTE_ROWS);
        for (line, part) in ruler
            .wrap(&note, canvas.width().saturating_sub(6).min(COLUMN_MAX))
            .iter()
            .take(NOTE_ROWS)
            .enumerate()
        {
            canvas.text(3, top + line, part, Role::Plain);
        }
    }
}
