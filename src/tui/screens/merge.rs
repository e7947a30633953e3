//! Merging a copy of a workbook: where it is, what there is to do, a decision for every difference,
//! and once more before anything is written.

use super::{Go, Screen};
use crate::domain::merge::{Conflict, Outlook, Plan, Side};
use crate::error::{Error, Result};
use crate::store::folder::WorkbookKey;
use crate::store::merging::{Decision, Sight};
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::widgets::form::{Field, Form, FormGo};

const PATH: usize = 0;
const BACK: usize = 2;
/// Longest path that can be typed, in characters.
const PATH_MAX: usize = 1_000;

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    /// Where is the copy?
    Ask,
    /// What there is to do.
    Plan,
    /// The difference of this index.
    Decide(usize),
    /// So many records were added.
    Done(usize),
}

/// Merging's own state.
#[derive(Clone, Debug)]
pub struct Merge {
    key: WorkbookKey,
    /// Where the copy is.
    pub form: Form,
    stage: Stage,
    sight: Option<Box<Sight>>,
    sides: Vec<Side>,
    /// Which row has the keys.
    row: usize,
    /// The first line shown of the values.
    first: usize,
}

impl Merge {
    /// Asks for a copy of a workbook.
    #[must_use]
    pub fn new(model: &Model, key: &WorkbookKey) -> Self {
        let words = &model.strings.merge;
        Self {
            key: key.clone(),
            form: Form::new(vec![
                Field::text(words.path, words.path_hint, "", PATH_MAX),
                Field::button(words.look, words.look_hint),
                Field::button(words.back, words.back_hint),
            ]),
            stage: Stage::Ask,
            sight: None,
            sides: Vec::new(),
            row: 0,
            first: 0,
        }
    }

    /// Returns the scope of its keys: a form first, then choices.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self.stage {
            Stage::Ask => Scope::Form,
            Stage::Plan | Stage::Decide(_) | Stage::Done(_) => Scope::Merge,
        }
    }

    /// Returns the field that takes text, while there is one.
    pub fn field(&mut self) -> Option<&mut Form> {
        (self.stage == Stage::Ask).then_some(&mut self.form)
    }

    /// Returns the fields, while they are asked for.
    #[must_use]
    pub fn asking(&self) -> Option<&Form> {
        (self.stage == Stage::Ask).then_some(&self.form)
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.stage {
            Stage::Ask => return self.ask(model, action, effects),
            Stage::Plan => return self.on_plan(model, action),
            Stage::Decide(at) => self.decide(model, at, action),
            Stage::Done(_) => {
                if matches!(action, Action::Enter | Action::Back) {
                    return Go::Home;
                }
            }
        }
        Go::Stay
    }

    fn ask(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.form.act(action) {
            FormGo::Back | FormGo::Pressed(BACK) => return Go::Back,
            FormGo::Pressed(_) if self.form.value(PATH).is_empty() => {
                self.form.focus = PATH;
                let text = model.strings.merge.path_needed;
                model.warn(text);
            }
            FormGo::Pressed(_) => {
                let path = self.form.value(PATH).to_owned();
                effects.push(Effect::LookAtCopy(self.key.clone(), path));
            }
            FormGo::Chosen(_) | FormGo::Stay => {}
        }
        Go::Stay
    }

    fn on_plan(&mut self, model: &mut Model, action: Action) -> Go {
        match action {
            Action::Up | Action::Down if self.is_anything_to_do() => self.row = 1 - self.row,
            Action::Back => self.to(Stage::Ask),
            Action::Enter if !self.is_anything_to_do() => return Go::Home,
            Action::Enter if self.row == 1 => self.to(Stage::Ask),
            Action::Enter if self.conflicts().is_empty() => self.ask_again(model),
            Action::Enter => self.to(Stage::Decide(0)),
            _ => {}
        }
        Go::Stay
    }

    fn decide(&mut self, model: &mut Model, at: usize, action: Action) {
        match action {
            Action::Up | Action::Down => self.row = 1 - self.row,
            Action::PageUp => self.first = self.first.saturating_sub(1),
            Action::PageDown => self.first = (self.first + 1).min(self.last_first(model, at)),
            Action::Mark(number) => self.take(model, at, usize::from(number) - 1),
            Action::Enter => self.take(model, at, self.row),
            Action::Back if at == 0 => self.to(Stage::Plan),
            Action::Back => self.to(Stage::Decide(at - 1)),
            _ => {}
        }
    }

    /// Notes a decision and goes on to the next difference, or asks once more.
    fn take(&mut self, model: &mut Model, at: usize, row: usize) {
        let side = if row == 0 { Side::Mine } else { Side::Theirs };
        // The remark beside a mark is proposed from the same side.
        let item = |conflict: &Conflict| conflict.unit.item().cloned();
        let of = self.conflicts().get(at).and_then(item);
        let same = |conflict: &&Conflict| of.is_some() && item(conflict) == of;
        let count = self.conflicts().get(at + 1..).unwrap_or_default().iter();
        let count = count.take_while(same).count();
        for known in self.sides.iter_mut().skip(at).take(1 + count) {
            *known = side;
        }
        if at + 1 < self.conflicts().len() {
            self.to(Stage::Decide(at + 1));
        } else {
            self.row = row;
            self.ask_again(model);
        }
    }

    fn to(&mut self, stage: Stage) {
        self.stage = stage;
        self.first = 0;
        self.row = match stage {
            Stage::Decide(at) => usize::from(self.sides.get(at) == Some(&Side::Theirs)),
            Stage::Ask | Stage::Plan | Stage::Done(_) => 0,
        };
    }

    fn ask_again(&self, model: &mut Model) {
        let words = &model.strings.merge;
        let records = self.sight.as_ref().map_or(0, |sight| sight.new_records);
        let theirs = self.sides.iter().filter(|side| **side == Side::Theirs);
        let theirs = theirs.count();
        let confirm = Confirm::new(
            words.really,
            (words.summary)(records, self.sides.len() - theirs, theirs),
            (words.merge, words.not_yet),
            Box::new(|model, effects| {
                if let Some(Screen::Merge(merge)) = model.screens.last() {
                    effects.extend(merge.order());
                }
            }),
        );
        model.overlays.push(Overlay::Confirm(confirm));
    }

    /// Returns what is to be done once all is decided.
    fn order(&self) -> Effects {
        let mut effects = Effects::default();
        if let Some(sight) = &self.sight {
            let units = self.conflicts().iter().map(|conflict| &conflict.unit);
            let decisions: Vec<Decision> = units.cloned().zip(self.sides.iter().copied()).collect();
            effects.push(Effect::Merge(sight.clone(), decisions));
        }
        effects
    }

    fn plan(&self) -> Option<&Plan> {
        match &self.sight.as_ref()?.outlook {
            Outlook::Apart(plan) => Some(plan),
            Outlook::Nothing | Outlook::Behind { .. } => None,
        }
    }

    fn conflicts(&self) -> &[Conflict] {
        self.plan().map_or(&[], |plan| &plan.conflicts)
    }

    fn is_anything_to_do(&self) -> bool {
        let outlook = self.sight.as_ref().map(|sight| &sight.outlook);
        outlook.is_some_and(|outlook| *outlook != Outlook::Nothing)
    }
}

/// Shows what looking at a copy gave. A refusal leaves the path to be mended.
pub fn seen(model: &mut Model, result: Result<Box<Sight>>) {
    match result {
        Ok(sight) => {
            if let Some(Screen::Merge(merge)) = model.screens.last_mut() {
                merge.sight = Some(sight);
                merge.sides = vec![Side::Mine; merge.conflicts().len()];
                merge.to(Stage::Plan);
            }
        }
        Err(error) => refused(model, &error),
    }
}

/// Shows what became of merging.
pub fn merged(model: &mut Model, result: Result<usize>) {
    let Some(Screen::Merge(merge)) = model.screens.last_mut() else {
        return;
    };
    match result {
        Ok(added) => merge.to(Stage::Done(added)),
        Err(error) => {
            if matches!(error, Error::ChangedOutside(_)) {
                merge.to(Stage::Ask);
                let text = model.strings.merge.changed;
                return model.warn(text);
            }
            refused(model, &error);
        }
    }
}

fn refused(model: &mut Model, error: &Error) {
    model.tell_error(error);
    if let (Error::Damaged { .. }, Some(notice)) = (error, &mut model.notice) {
        notice.text.push(' ');
        notice.text.push_str(model.strings.merge.repair_first);
    }
}

#[path = "merge_view.rs"]
mod view;
