//! Taking a return slip: which file, what it says, and once it is taken, its first item.

use super::Go;
use super::walk::Walk;
use crate::domain::progress::resume_at;
use crate::domain::returning::{ReturnSlip, taken_by};
use crate::error::Result;
use crate::store::returning::Seen;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, Open};
use crate::tui::screens::Screen;
use crate::tui::widgets::form::{Field, Form, FormGo};
use crate::tui::widgets::list::moved;

const PATH: usize = 0;
const BACK: usize = 2;
/// Longest path that can be typed, in characters.
const PATH_MAX: usize = 1_000;
/// Rows of a page.
const PAGE: usize = 10;

/// How far it is.
#[derive(Debug)]
enum Stage {
    /// Which of those that lie in the folder?
    Choose,
    /// Where is it?
    Ask,
    /// What it says.
    Read(Box<Seen>),
}

/// A slip that lies in the folder.
#[derive(Clone, Debug)]
pub struct Lying {
    /// Its path, from the working folder on.
    pub path: String,
    /// What it says.
    pub slip: ReturnSlip,
}

/// What a row does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Row {
    Slip(usize),
    Other,
    Without,
}

/// The screen's own state.
#[derive(Debug)]
pub struct Taking {
    stage: Stage,
    /// What lies in the folder.
    found: Vec<Lying>,
    /// Where else it is.
    form: Form,
    selected: usize,
}

impl Taking {
    /// Looks for what lies in the folder.
    #[must_use]
    pub fn new(model: &Model, effects: &mut Effects) -> Self {
        effects.push(Effect::FindSlips);
        let words = &model.strings.taking;
        Self {
            stage: Stage::Choose,
            found: Vec::new(),
            form: Form::new(vec![
                Field::text(words.path, words.path_hint, "", PATH_MAX),
                Field::button(words.look, words.look_hint),
                Field::button(model.strings.merge.back, model.strings.merge.back_hint),
            ]),
            selected: 0,
        }
    }

    /// Returns the scope of its keys: a list, or a form.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self.stage {
            Stage::Ask => Scope::Form,
            Stage::Choose | Stage::Read(_) => Scope::Review,
        }
    }

    /// Returns the field that takes text, while there is one.
    pub fn field(&mut self) -> Option<&mut Form> {
        matches!(self.stage, Stage::Ask).then_some(&mut self.form)
    }

    /// Returns the fields, while they are asked for.
    #[must_use]
    pub fn asking(&self) -> Option<&Form> {
        matches!(self.stage, Stage::Ask).then_some(&self.form)
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.stage {
            Stage::Ask => self.ask(model, action, effects),
            Stage::Choose => self.choose(model, action, effects),
            Stage::Read(_) => self.on_slip(model, action, effects),
        }
    }

    fn rows(&self, open: &Open) -> Vec<Row> {
        let slips = (0..self.found.len()).map(Row::Slip);
        let without = open.workbook.is_confirmed().then_some(Row::Without);
        slips.chain([Row::Other]).chain(without).collect()
    }

    fn choose(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let Some(open) = &model.open else {
            return Go::Home;
        };
        let rows = self.rows(open);
        if let Some(row) = moved(action, self.selected, rows.len(), PAGE) {
            self.selected = row;
            return Go::Stay;
        }
        match (action, rows.get(self.selected)) {
            (Action::Back, _) => return Go::Back,
            (Action::Enter, Some(Row::Slip(at))) => {
                if let Some(lying) = self.found.get(*at) {
                    effects.push(Effect::LookAtSlip(open.key.clone(), lying.path.clone()));
                }
            }
            (Action::Enter, Some(Row::Other)) => {
                self.form.focus = PATH;
                self.stage = Stage::Ask;
            }
            (Action::Enter, Some(Row::Without)) => super::review::ask_reason(model, true),
            _ => {}
        }
        Go::Stay
    }

    fn ask(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let Some(open) = &model.open else {
            return Go::Home;
        };
        match self.form.act(action) {
            FormGo::Back | FormGo::Pressed(BACK) => self.stage = Stage::Choose,
            FormGo::Pressed(_) if self.form.value(PATH).is_empty() => {
                self.form.focus = PATH;
                let text = model.strings.taking.path_needed;
                model.warn(text);
            }
            FormGo::Pressed(_) => {
                let path = self.form.value(PATH).to_owned();
                effects.push(Effect::LookAtSlip(open.key.clone(), path));
            }
            FormGo::Chosen(_) | FormGo::Stay => {}
        }
        Go::Stay
    }

    fn on_slip(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match action {
            Action::Up | Action::Down => self.selected = 1 - self.selected.min(1),
            Action::Enter if self.selected == 0 => return self.take(model, effects),
            Action::Enter | Action::Back => {
                self.stage = Stage::Choose;
                self.selected = 0;
            }
            _ => {}
        }
        Go::Stay
    }

    fn take(&self, model: &mut Model, effects: &mut Effects) -> Go {
        let Stage::Read(seen) = &self.stage else {
            return Go::Stay;
        };
        if !model.commit(Ok(seen.changes.clone()), effects) {
            return Go::Stay;
        }
        let Some(open) = &mut model.open else {
            return Go::Home;
        };
        let items = &seen.slip.slip.items;
        let unknown = items
            .iter()
            .filter(|one| open.checklist.position(one.item.as_str()).is_none())
            .count();
        open.position = resume_at(&open.checklist, &open.workbook);
        let text = crate::text::returning::taken(model.lang, items.len(), unknown).join("");
        model.tell(text);
        if items.len() > unknown {
            // Back from there leads to the review, not here.
            Go::Instead(Box::new(Screen::Walk(Walk::default())))
        } else {
            Go::Back
        }
    }

    /// Returns whether a slip was taken before.
    fn is_taken(open: &Open, lying: &Lying) -> bool {
        taken_by(&open.workbook, &lying.slip.slip.digest).is_some()
    }
}

/// Shows what lies in the folder.
pub fn found(model: &mut Model, found: Vec<Lying>) {
    if let Some(Screen::Taking(taking)) = model.screens.last_mut() {
        taking.found = found;
        taking.selected = 0;
    }
}

/// Shows what a slip says. A refusal leaves the choice as it was.
pub fn seen(model: &mut Model, result: Result<Box<Seen>>) {
    match result {
        Ok(seen) => {
            if let Some(Screen::Taking(taking)) = model.screens.last_mut() {
                taking.stage = Stage::Read(seen);
                taking.selected = 0;
            }
        }
        Err(error) => model.tell_error(&error),
    }
}

#[path = "taking_view.rs"]
mod view;
