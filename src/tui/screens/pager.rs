//! A page of text to scroll: a clause, or what checking the checklists found.

use super::{Go, Screen};
use crate::display::wrap::COLUMN_MAX;
use crate::text::question::clause_facts;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// A page of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pager {
    title: String,
    lines: Vec<String>,
    first: usize,
}

impl Pager {
    /// Does what a key asks for.
    pub fn act(&mut self, model: &Model, action: Action) -> Go {
        let page = usize::from(model.size.1).saturating_sub(6).max(1);
        let last = self.lines.len().saturating_sub(page);
        match action {
            Action::Up => self.first = self.first.saturating_sub(1),
            Action::Down => self.first = (self.first + 1).min(last),
            Action::PageUp => self.first = self.first.saturating_sub(page),
            Action::PageDown => self.first = (self.first + page).min(last),
            Action::First => self.first = 0,
            Action::Last => self.first = last,
            Action::Back => return Go::Back,
            _ => {}
        }
        Go::Stay
    }

    /// Draws the page.
    pub fn draw(&self, canvas: &mut Canvas<'_, '_>) {
        canvas.text(1, 0, &self.title, Role::Strong);
        canvas.rule(1);
        let height = canvas.height().saturating_sub(2);
        for (y, line) in self.lines.iter().skip(self.first).take(height).enumerate() {
            canvas.text(1, 2 + y, line, Role::Plain);
        }
        canvas.caret(0, 2);
    }
}

/// Shows the clause behind the question in front.
pub fn clause(model: &Model) -> Go {
    let ruler = model.ruler();
    let Some(open) = &model.open else {
        return Go::Stay;
    };
    let Some(clause) = open.checklist.clause_of(open.position) else {
        return Go::Stay;
    };
    let width = usize::from(model.size.0).saturating_sub(6).min(COLUMN_MAX);
    let mut lines = Vec::new();
    let note = clause.note.clone().map(|note| ("", note));
    for (label, text) in clause_facts(model.strings, &open.checklist, open.position)
        .into_iter()
        .chain(note)
    {
        if !label.is_empty() {
            lines.push(label.to_owned());
        }
        lines.extend(
            ruler
                .wrap(&text, width)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
        lines.push(String::new());
    }
    Go::To(Box::new(Screen::Pager(Pager {
        title: format!("{}　{}", clause.citation, clause.heading),
        lines,
        first: 0,
    })))
}

/// Shows what checking the checklists found.
pub fn checked(model: &mut Model, lines: &[String]) {
    let (title, rest) = lines
        .split_first()
        .map_or((String::new(), lines), |(first, rest)| {
            (first.clone(), rest)
        });
    let page = page(model, title, rest);
    model.screens.push(page);
}

/// Returns a page of lines; rows of a table are not broken.
#[must_use]
pub fn page(model: &Model, title: String, lines: &[String]) -> Screen {
    let ruler = model.ruler();
    let width = usize::from(model.size.0).saturating_sub(3);
    let lines = lines
        .iter()
        .flat_map(|line| {
            if line.contains(" | ") {
                vec![line.clone()]
            } else {
                ruler.wrap(line, width)
            }
        })
        .collect();
    Screen::Pager(Pager {
        title,
        lines,
        first: 0,
    })
}
