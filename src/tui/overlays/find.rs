//! The search of what was collected: departments and questions at once; Enter leads there.

use super::OverlayGo;
use crate::collect::board::Board;
use crate::text::reading::reads_like;
use crate::text::search::{folded, is_citation};
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::key::Key;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::screens::Screen;
use crate::tui::screens::desk::{Department, ItemAcross};
use crate::tui::theme::Role;
use crate::tui::widgets::picker::Picker;
use crate::tui::widgets::text_draw::draw_line;
use crate::tui::widgets::text_input::Reaction;

/// Width of the column of codes and ids, in cells.
const ID: usize = 12;
/// Width of the column of citations, in cells.
const CITATION: usize = 12;

/// What is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Found {
    Department(usize),
    Item(usize),
}

/// The search.
#[derive(Default, Debug)]
pub struct Find {
    picker: Picker,
}

impl Find {
    /// Gives a key to the text.
    pub fn typed(&mut self, key: Key) -> Reaction {
        self.picker.typed(key)
    }

    /// Gives a pasted text to the text.
    pub fn pasted(&mut self, text: &str) -> Reaction {
        self.picker.pasted(text)
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &Model, action: Action) -> OverlayGo {
        let Some(desk) = &model.desk else {
            return OverlayGo::Close;
        };
        let found = found(&desk.board, self.picker.input.text());
        if self.picker.moves(action, found.len(), model.size.1) {
            return OverlayGo::Stay;
        }
        match action {
            Action::Back | Action::Find => OverlayGo::Close,
            Action::Enter => match found.get(self.picker.selected).copied() {
                Some(found) => OverlayGo::Then(Box::new(move |model, _| go_to(model, found))),
                None => OverlayGo::Stay,
            },
            _ => OverlayGo::Stay,
        }
    }

    /// Draws the search over the whole body.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let Some(desk) = &model.desk else { return };
        let words = &canvas.strings().search;
        let ruler = canvas.ruler();
        canvas.clear();
        let found = found(&desk.board, self.picker.input.text());
        canvas.text(1, 0, model.strings.board.search, Role::Strong);
        canvas.text_right(0, &(words.count)(found.len()), Role::Plain);
        canvas.rule(1);
        let x = canvas.text(1, 2, &ruler.fit(words.label, 10), Role::Plain);
        if self.picker.input.text().is_empty() {
            canvas.text(x + 2, 2, model.strings.board.search_hint, Role::Plain);
        }
        let height = canvas.height().saturating_sub(4);
        let first = scroll(self.picker.selected, found.len(), height);
        for (row, &one) in found.iter().enumerate().skip(first).take(height) {
            let text = row_text(model, &desk.board, one);
            let chosen = row == self.picker.selected;
            canvas.row(4 + row - first, chosen, &text, Role::Plain);
        }
        if found.is_empty() {
            for (y, line) in model.strings.board.nothing_found.iter().enumerate() {
                canvas.text(3, 4 + y, line, Role::Plain);
            }
        }
        draw_line(canvas, x, 2, &self.picker.input, true);
    }
}

/// Returns what holds a text, written or read: departments first. Without a text everything.
fn found(board: &Board, wanted: &str) -> Vec<Found> {
    let plain = folded(wanted);
    let holds = |texts: &[&str]| {
        texts
            .iter()
            .any(|text| folded(text).contains(&plain) || reads_like(text, wanted))
    };
    let departments = board.lines.iter().enumerate().filter(|(_, line)| {
        board.entry(line).is_some_and(|entry| {
            holds(&[
                &entry.department_code,
                &entry.cover().department,
                &entry.cover().agency,
            ])
        })
    });
    let items = board.items.iter().enumerate().filter(|(_, line)| {
        let item = &line.item;
        holds(&[&item.id, &item.question]) || is_citation(&item.citation, wanted)
    });
    let departments = departments.map(|(at, _)| Found::Department(at));
    departments
        .chain(items.map(|(at, _)| Found::Item(at)))
        .collect()
}

fn row_text(model: &Model, board: &Board, found: Found) -> String {
    let ruler = model.ruler();
    match found {
        Found::Department(at) => {
            let entry = board.lines.get(at).and_then(|line| board.entry(line));
            entry.map_or_else(String::new, |entry| {
                format!(
                    "{}{}　{}",
                    ruler.fit(&entry.department_code, ID),
                    entry.cover().department,
                    entry.cover().agency
                )
            })
        }
        Found::Item(at) => board.items.get(at).map_or_else(String::new, |line| {
            format!(
                "{}{}{}",
                ruler.fit(&line.item.id, ID),
                ruler.fit(&line.item.citation, CITATION),
                line.item.question
            )
        }),
    }
}

/// Puts what was found in front, over the desk.
fn go_to(model: &mut Model, found: Found) {
    let desk = |screen: &Screen| matches!(screen, Screen::Desk(_));
    if let Some(at) = model.screens.iter().position(desk) {
        model.screens.truncate(at + 1);
    }
    let Some(desk) = model.desk.clone() else {
        return;
    };
    model.screens.push(match found {
        Found::Department(at) => Screen::Department(Department::of(&desk.board, at, None)),
        Found::Item(at) => Screen::Item(ItemAcross::at(at)),
    });
}
