//! Collecting what departments handed in: what and where to, then a trial that writes nothing, then
//! the same for good. Reading and writing hold up no key.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Go, Screen, desk};
use crate::collect::desk::Planned;
use crate::display::width::Ruler;
use crate::display::wrap::COLUMN_MAX;
use crate::domain::fiscal_year::FiscalYear;
use crate::error::Result;
use crate::text::collecting;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::{CollectOrder, Effect, Effects};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, OpenDesk};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form, FormGo};
use crate::tui::widgets::list::moved;

const FROM: usize = 0;
const YEAR: usize = 1;
const PREVIOUS: usize = 2;
const TO: usize = 3;
const BACK: usize = 5;
/// Longest list of paths that can be typed, in characters.
const PATHS_MAX: usize = 1_000;
/// Divides several paths.
const DIVIDER: char = ';';
/// The rows of a trial before its lines: to collect, and to change what was asked.
const CHOICES: usize = 2;
/// Width of the bar, in cells.
const BAR: usize = 40;

/// How far it is.
#[derive(Debug)]
enum Stage {
    /// What is asked for.
    Ask,
    /// So many files of so many are read.
    Reading(usize, usize),
    /// What it would give, and in words.
    Planned(Box<Planned>, Vec<String>),
    /// It is being written.
    Writing,
}

/// Collecting's own state.
#[derive(Debug)]
pub struct Collect {
    /// What is asked for.
    pub form: Form,
    years: Vec<FiscalYear>,
    stage: Stage,
    selected: usize,
}

fn place(year: Option<&FiscalYear>) -> String {
    year.map_or_else(String::new, |year| format!("collected/{}", year.number()))
}

impl Collect {
    /// Proposes this fiscal year.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let words = &model.strings.board.collect;
        let this_year = FiscalYear::of(model.now.date_naive());
        let number = this_year.map_or(0, FiscalYear::number);
        let years: Vec<FiscalYear> = (number - 2..=number + 1)
            .filter_map(FiscalYear::new)
            .collect();
        let at = years.iter().position(|year| Some(*year) == this_year);
        let names = years.iter();
        let names = names.map(|year| (model.strings.fiscal_year)(year.number()));
        let to = place(this_year.as_ref());
        let form = Form::new(vec![
            Field::text(words.from, words.from_hint, "", PATHS_MAX),
            Field::choice(
                words.year,
                words.year_hint,
                names.collect(),
                at.unwrap_or(0),
            ),
            Field::text(words.previous, words.previous_hint, "", PATHS_MAX),
            Field::text(words.to, words.to_hint, &to, PATHS_MAX),
            Field::button(words.look, words.look_hint),
            Field::button(words.back, ""),
        ]);
        Self {
            form,
            years,
            stage: Stage::Ask,
            selected: 0,
        }
    }

    /// Returns the scope of its keys: a form first, then choices.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self.stage {
            Stage::Ask => Scope::Form,
            Stage::Reading(..) | Stage::Planned(..) | Stage::Writing => Scope::Review,
        }
    }

    /// Returns whether a field with a text is in focus.
    #[must_use]
    pub fn writes(&self) -> bool {
        matches!(self.stage, Stage::Ask) && self.form.writes()
    }

    /// Returns the fields, while they are asked for.
    pub fn field(&mut self) -> Option<&mut Form> {
        matches!(self.stage, Stage::Ask).then_some(&mut self.form)
    }

    /// Returns the fields, while they are asked for.
    #[must_use]
    pub const fn asking(&self) -> Option<&Form> {
        match self.stage {
            Stage::Ask => Some(&self.form),
            Stage::Reading(..) | Stage::Planned(..) | Stage::Writing => None,
        }
    }

    /// Notes how far reading is.
    pub fn progress(&mut self, done: usize, all: usize) {
        if let Stage::Reading(known, of) = &mut self.stage {
            (*known, *of) = (done, all);
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match &self.stage {
            Stage::Ask => return self.ask(model, action, effects),
            Stage::Reading(..) if action == Action::Back => {
                effects.push(Effect::StopReading);
                self.stage = Stage::Ask;
                model.tell(model.strings.board.collect.stopped);
            }
            Stage::Reading(..) | Stage::Writing => {}
            Stage::Planned(_, lines) => {
                let count = lines.len() + CHOICES;
                let page = usize::from(model.size.1).saturating_sub(7).max(1);
                if let Some(row) = moved(action, self.selected, count, page) {
                    self.selected = row;
                } else if action == Action::Back || (action == Action::Enter && self.selected == 1)
                {
                    self.stage = Stage::Ask;
                } else if action == Action::Enter && self.selected == 0 {
                    self.write(effects);
                } else if action == Action::Enter {
                    self.selected = 0;
                }
            }
        }
        Go::Stay
    }

    fn write(&mut self, effects: &mut Effects) {
        if let Stage::Planned(planned, _) = std::mem::replace(&mut self.stage, Stage::Writing) {
            effects.push(Effect::Collect(planned));
        }
    }

    fn ask(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.form.act(action) {
            FormGo::Back | FormGo::Pressed(BACK) => return Go::Back,
            FormGo::Chosen(YEAR) => {
                let old: Vec<String> = self.years.iter().map(|year| place(Some(year))).collect();
                // What was typed stays; what was proposed follows the year.
                let is_proposed = old.iter().any(|one| one == self.form.value(TO));
                let now = place(self.years.get(self.form.chosen(YEAR)));
                if is_proposed {
                    let words = &model.strings.board.collect;
                    let field = Field::text(words.to, words.to_hint, &now, PATHS_MAX);
                    self.form.fields.splice(TO..=TO, [field]);
                }
            }
            FormGo::Pressed(_) if self.form.value(FROM).is_empty() => {
                self.form.focus = FROM;
                model.warn(model.strings.board.collect.needed);
            }
            FormGo::Pressed(_) => {
                if let Some(&year) = self.years.get(self.form.chosen(YEAR)) {
                    self.stage = Stage::Reading(0, 0);
                    let to = match self.form.value(TO) {
                        "" => place(Some(&year)),
                        to => to.to_owned(),
                    };
                    effects.push(Effect::PlanCollect(CollectOrder {
                        inputs: paths(self.form.value(FROM)),
                        previous: paths(self.form.value(PREVIOUS)),
                        year,
                        to: PathBuf::from(to),
                    }));
                }
            }
            FormGo::Chosen(_) | FormGo::Stay => {}
        }
        Go::Stay
    }

    /// Draws collecting.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let words = &model.strings.board.collect;
        let ruler = canvas.ruler();
        match &self.stage {
            Stage::Ask => {
                canvas.text(1, 0, words.title, Role::Strong);
                canvas.rule(1);
                let mut y = 3;
                let width = canvas.width().saturating_sub(6).min(COLUMN_MAX);
                for line in words.intro {
                    for part in ruler.wrap(line, width) {
                        canvas.text(3, y, &part, Role::Plain);
                        y += 1;
                    }
                }
                self.form.draw(canvas, y + 1);
            }
            Stage::Reading(done, all) => {
                canvas.text(1, 0, words.title, Role::Strong);
                canvas.rule(1);
                canvas.text(3, 3, words.reading, Role::Strong);
                let (done, all) = (*done, *all);
                let x = canvas.bar(3, 5, done as u64, all as u64, BAR) + 2;
                canvas.text(
                    x,
                    5,
                    &(model.strings.board.progress)(done, all),
                    Role::Plain,
                );
                canvas.text(3, 7, words.stop, Role::Plain);
                canvas.caret(3, 3);
            }
            Stage::Writing => {
                canvas.text(1, 0, words.title, Role::Strong);
                canvas.rule(1);
                canvas.text(3, 3, words.writing, Role::Strong);
                canvas.caret(3, 3);
            }
            Stage::Planned(_, lines) => self.draw_planned(canvas, lines),
        }
    }

    fn draw_planned(&self, canvas: &mut Canvas<'_, '_>, lines: &[String]) {
        let words = &canvas.strings().board.collect;
        canvas.text(1, 0, words.planned, Role::Strong);
        canvas.rule(1);
        let choices = [words.collect, words.change];
        for (row, label) in choices.iter().enumerate() {
            canvas.row(
                2 + row,
                self.selected == row,
                &format!("[ {label} ]"),
                Role::Plain,
            );
        }
        let height = canvas.height().saturating_sub(5);
        let at = self.selected.saturating_sub(CHOICES);
        let first = scroll(at, lines.len(), height);
        for (row, line) in lines.iter().enumerate().skip(first).take(height) {
            let chosen = self.selected == row + CHOICES;
            canvas.row(5 + row - first, chosen, line, Role::Plain);
        }
    }
}

fn paths(text: &str) -> Vec<PathBuf> {
    text.split(DIVIDER)
        .map(str::trim)
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .collect()
}

/// Breaks a line; what follows stands below its beginning.
fn wrapped(ruler: Ruler, line: &str, width: usize) -> Vec<String> {
    let text = line.trim_start();
    let indent = " ".repeat(line.len() - text.len());
    if ruler.cells(line) <= width {
        return vec![line.to_owned()];
    }
    let parts = ruler.wrap(text, width.saturating_sub(indent.len()));
    parts.iter().map(|part| format!("{indent}{part}")).collect()
}

/// Shows what collecting would give. A refusal leaves what was asked to be mended.
pub fn planned(model: &mut Model, result: Result<Box<Planned>>) {
    let lang = model.lang;
    let width = usize::from(model.size.0).saturating_sub(6);
    let ruler = model.ruler();
    let Some(Screen::Collect(collect)) = model.screens.last_mut() else {
        return;
    };
    collect.selected = 0;
    match result {
        Ok(planned) => {
            let now = &planned.desk.collection;
            let mut lines = collecting::changes(lang, planned.before.as_ref(), now);
            lines.push(String::new());
            lines.extend(collecting::ledger(lang, now));
            let lines = lines.iter().flat_map(|line| wrapped(ruler, line, width));
            collect.stage = Stage::Planned(planned, lines.collect());
        }
        Err(error) => {
            collect.stage = Stage::Ask;
            model.tell_error(&error);
        }
    }
}

/// Shows what was collected.
pub fn collected(model: &mut Model, result: Result<(usize, Arc<OpenDesk>)>) {
    match result {
        Ok((count, opened)) => {
            let folder = opened.folder.display().to_string();
            let text = (model.strings.board.collect.written)(count, &folder);
            desk::show(model, opened);
            model.tell(text);
        }
        Err(error) => {
            if let Some(Screen::Collect(collect)) = model.screens.last_mut() {
                collect.stage = Stage::Ask;
            }
            model.tell_error(&error);
        }
    }
}
