//! The list of evidence: documents already named, then the examples, then one's own.

use super::prompt::Prompt;
use super::{Overlay, OverlayGo};
use crate::domain::action;
use crate::domain::record::Evidence;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::Effects;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::screens::walk;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// The list of evidence of the item in front.
#[derive(Debug, Default)]
pub struct EvidenceList {
    selected: usize,
    /// Whether the list opened by itself after an answer, so that leaving it goes on.
    following: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Row {
    Named(usize, Evidence),
    Example(String),
    Own,
    Done,
}

impl EvidenceList {
    /// Opens the list by itself after an answer; leaving it goes on.
    #[must_use]
    pub const fn following() -> Self {
        Self {
            selected: 0,
            following: true,
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> OverlayGo {
        let rows = rows(model);
        match action {
            Action::Up => {
                self.selected = self.selected.min(rows.len() - 1).saturating_sub(1);
            }
            Action::Down => self.selected = (self.selected + 1).min(rows.len().saturating_sub(1)),
            Action::Back => return self.leave(),
            Action::Clear => {
                if let Some(Row::Named(index, _)) = rows.get(self.selected) {
                    change(model, effects, |list| {
                        list.remove(*index);
                    });
                    self.selected = self.selected.min(rows.len().saturating_sub(2));
                }
            }
            Action::Enter => match rows.get(self.selected.min(rows.len() - 1)) {
                Some(Row::Named(index, evidence)) => ask(model, Some(*index), evidence),
                Some(Row::Example(name)) => {
                    let name = name.clone();
                    change(model, effects, |list| {
                        list.push(Evidence {
                            name,
                            date: String::new(),
                        });
                    });
                    if self.following {
                        return self.leave();
                    }
                }
                Some(Row::Own) => {
                    ask(model, None, &Evidence::default());
                    // One row more by then, and the last one leads back.
                    self.selected += 2;
                }
                Some(Row::Done) | None => return self.leave(),
            },
            _ => {}
        }
        OverlayGo::Stay
    }

    fn leave(&self) -> OverlayGo {
        let following = self.following;
        OverlayGo::Then(Box::new(move |model, _| {
            if following {
                walk::go_on_after(model, true);
            }
        }))
    }

    /// Draws the list over the lower part of the screen.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let words = &canvas.strings().evidence;
        let rows = rows(model);
        let height = (rows.len() + 6).min(canvas.height());
        let whole = canvas.width();
        let top = canvas.height().saturating_sub(height);
        let mut panel = canvas.part(0, top, whole, height);
        panel.clear();
        panel.rule(0);
        panel.text(3, 1, words.title, Role::Strong);
        panel.text(3, 2, words.hint, Role::Plain);
        let visible = height.saturating_sub(5);
        let selected = self.selected.min(rows.len() - 1);
        let first = scroll(selected, rows.len(), visible);
        for (line, row) in rows.iter().enumerate().skip(first).take(visible) {
            let text = match row {
                Row::Named(_, evidence) if evidence.date.is_empty() => {
                    (words.named)(&evidence.name)
                }
                Row::Named(_, evidence) => {
                    (words.named)(&(words.dated)(&evidence.name, &evidence.date))
                }
                Row::Example(name) => (words.example)(name),
                Row::Own => words.own.to_owned(),
                Row::Done => words.done.to_owned(),
            };
            panel.row(4 + line - first, line == selected, &text, Role::Plain);
        }
    }
}

fn rows(model: &Model) -> Vec<Row> {
    let (Some(open), Some(item)) = (&model.open, model.item()) else {
        return vec![Row::Done];
    };
    let named = &open.workbook.answer(item.id.as_str()).evidence;
    let mut rows: Vec<Row> = named
        .iter()
        .enumerate()
        .map(|(index, evidence)| Row::Named(index, evidence.clone()))
        .collect();
    for example in &item.evidence {
        if !named.iter().any(|evidence| evidence.name == *example) {
            rows.push(Row::Example(example.clone()));
        }
    }
    rows.push(Row::Own);
    rows.push(Row::Done);
    rows
}

fn change(model: &mut Model, effects: &mut Effects, edit: impl FnOnce(&mut Vec<Evidence>)) {
    let (Some(open), Some(item)) = (&model.open, model.item()) else {
        return;
    };
    let mut list = open.workbook.answer(item.id.as_str()).evidence.clone();
    edit(&mut list);
    let outcome = action::evidence(&open.workbook, item, list);
    model.commit(outcome, effects);
}

/// Asks for a document's name and date; `index` names the one to replace.
fn ask(model: &mut Model, index: Option<usize>, evidence: &Evidence) {
    let words = &model.strings.evidence;
    let form = Form::new(vec![
        Field::text(words.name, words.name_hint, &evidence.name, 100),
        Field::text(words.date, words.date_hint, &evidence.date, 30),
        Field::button(words.keep, ""),
    ]);
    let prompt = Prompt::new(
        words.title,
        Vec::new(),
        form,
        Box::new(move |model, effects, _, form| {
            let named = Evidence {
                name: form.value(0).to_owned(),
                date: form.value(1).to_owned(),
            };
            if named.name.is_empty() {
                return;
            }
            change(model, effects, |list| {
                match index.and_then(|at| list.get_mut(at)) {
                    Some(place) => *place = named,
                    None => list.push(named),
                }
            });
        }),
    );
    model.overlays.push(Overlay::Prompt(prompt));
}
