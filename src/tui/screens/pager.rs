//! A page of text to scroll: a clause, or what checking the checklists found.

use super::{Go, Screen};
use crate::display::wrap::COLUMN_MAX;
use crate::text::question::clause_facts;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::folded::{Folded, Line};

/// A page of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pager {
    title: String,
    lines: Folded,
    /// The widest a line may be, in cells.
    widest: usize,
    first: usize,
}

impl Pager {
    /// Does what a key asks for.
    pub fn act(&mut self, model: &Model, action: Action) -> Go {
        let page = usize::from(model.size.1).saturating_sub(6).max(1);
        let width = self.width(usize::from(model.size.0));
        let rows = self.lines.rows(model.ruler(), width).len();
        let last = rows.saturating_sub(page);
        self.first = self.first.min(last);
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
        let rows = self.lines.on(canvas, self.width(canvas.width()));
        let first = self.first.min(rows.len().saturating_sub(height));
        for (y, row) in rows.iter().skip(first).take(height).enumerate() {
            canvas.text(1, 2 + y, row, Role::Plain);
        }
        canvas.caret(0, 2);
    }

    /// How wide a line may be on a screen of so many columns, in cells.
    fn width(&self, columns: usize) -> usize {
        columns.saturating_sub(3).min(self.widest)
    }
}

/// Shows the clause behind the question in front.
pub fn clause(model: &Model) -> Go {
    let Some(open) = &model.open else {
        return Go::Stay;
    };
    let Some(clause) = open.checklist.clause_of(open.position) else {
        return Go::Stay;
    };
    let mut lines = Vec::new();
    let note = clause.note.clone().map(|note| ("", note));
    for (label, text) in clause_facts(model.strings, &open.checklist, open.position)
        .into_iter()
        .chain(note)
    {
        if !label.is_empty() {
            lines.push(Line::Text(label.to_owned()));
        }
        lines.push(Line::Text(format!("  {text}")));
        lines.push(Line::Text(String::new()));
    }
    Go::To(Box::new(Screen::Pager(Pager {
        title: format!("{}　{}", clause.citation, clause.heading),
        lines: Folded::new(lines),
        widest: COLUMN_MAX + 2,
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
    let page = page(title, rest);
    model.screens.push(page);
}

/// Returns a page of lines; rows of a table are not broken.
#[must_use]
pub fn page(title: String, lines: &[String]) -> Screen {
    let line = |line: &String| {
        if line.contains(" | ") {
            Line::Row(line.clone())
        } else {
            Line::Text(line.clone())
        }
    };
    Screen::Pager(Pager {
        title,
        lines: Folded::new(lines.iter().map(line)),
        widest: usize::MAX,
        first: 0,
    })
}
