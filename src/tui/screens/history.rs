//! The history: who changed what, and when; the latest first.

use super::Go;
use crate::domain::record::Change;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::list::moved;

/// The history's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct History {
    selected: usize,
}

impl History {
    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action) -> Go {
        let Some(open) = &mut model.open else {
            return Go::Home;
        };
        let records = open.workbook.records();
        let page = usize::from(model.size.1).saturating_sub(8).max(1);
        if let Some(row) = moved(action, self.selected, records.len(), page) {
            self.selected = row;
            return Go::Stay;
        }
        match action {
            Action::Back => return Go::Back,
            Action::Enter => {
                let record = records.iter().rev().nth(self.selected);
                let merged = record.and_then(|record| {
                    crate::text::history::merged(model.lang, &open.checklist, record)
                });
                if let Some((title, lines)) = merged {
                    return Go::To(Box::new(super::pager::page(title, &lines)));
                }
                let item = records
                    .iter()
                    .rev()
                    .nth(self.selected)
                    .and_then(|record| record.changes.iter().find_map(Change::item))
                    .and_then(|item| open.checklist.position(item.as_str()));
                if let Some(position) = item {
                    open.position = position;
                    return Go::Walk;
                }
            }
            _ => {}
        }
        Go::Stay
    }

    /// Draws the history.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let Some(open) = &model.open else { return };
        let words = &canvas.strings().history;
        let records = open.workbook.records();
        canvas.text(1, 0, &(words.count)(records.len()), Role::Strong);
        canvas.rule(1);
        let height = canvas.height().saturating_sub(3);
        let first = scroll(self.selected, records.len(), height);
        let who = if canvas.width() >= 110 { 24 } else { 14 };
        for (row, record) in records.iter().rev().enumerate().skip(first).take(height) {
            let what = crate::text::history::record(model.lang, &open.checklist, record);
            let text = format!(
                "{}{}{what}",
                ruler.fit(&record.at.format("%Y-%m-%d %H:%M").to_string(), 18),
                ruler.fit(&record.by.name, who),
            );
            canvas.row(2 + row - first, row == self.selected, &text, Role::Plain);
        }
    }
}
