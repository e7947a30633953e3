//! Collecting what departments handed in: what and where to, then a trial that writes nothing, then
//! the same for good. Reading and writing hold up no key.

use std::path::PathBuf;
use std::sync::Arc;

use self::sealed::{Sealed, SealedGo};
use super::{Go, Screen, desk};
use crate::collect::desk::Planned;
use crate::display::wrap::COLUMN_MAX;
use crate::domain::fiscal_year::FiscalYear;
use crate::store::merging;
use crate::text::collecting;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::{CollectOrder, Effect, Effects, OpenWith};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, OpenDesk};
use crate::tui::theme::Role;
use crate::tui::widgets::folded::{Folded, Line};
use crate::tui::widgets::form::{Field, Form, FormGo};
use crate::tui::widgets::list::moved;

const FROM: usize = 0;
const YEAR: usize = 1;
const PREVIOUS: usize = 2;
const TO: usize = 3;
const BACK: usize = 5;
/// Longest list of paths that can be typed, in characters.
const PATHS_MAX: usize = 1_000;
/// Divides several paths; an input method writes the second one.
const DIVIDERS: [char; 2] = [';', '；'];
/// The rows of a trial before its lines: to collect, and to change what was asked.
const CHOICES: usize = 2;
/// Width of the bar, in cells.
const BAR: usize = 40;

pub use self::heard::{collected, find, planned};

/// How far it is.
#[derive(Debug)]
enum Stage {
    /// What is asked for.
    Ask,
    /// So many files of so many are read; what was asked before, to come back to.
    Reading(usize, usize, Option<Box<Sealed>>),
    /// What opens sealed files is asked for.
    Sealed(Box<Sealed>),
    /// What it would give, and in words.
    Planned(Box<Planned>, Folded),
    /// It is being written; whether it was asked to stop.
    Writing(bool),
    /// It was collected while something else was in front: what is to be shown, and told.
    Done(Arc<OpenDesk>, String),
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
            Stage::Ask | Stage::Sealed(_) => Scope::Form,
            Stage::Reading(..) | Stage::Planned(..) | Stage::Writing(_) | Stage::Done(..) => {
                Scope::Review
            }
        }
    }

    /// Returns whether it is reading or writing.
    #[must_use]
    pub const fn is_at_work(&self) -> bool {
        matches!(self.stage, Stage::Reading(..) | Stage::Writing(_))
    }

    /// Returns the fields, while they are asked for.
    pub fn field(&mut self) -> Option<&mut Form> {
        match &mut self.stage {
            Stage::Ask => Some(&mut self.form),
            Stage::Sealed(sealed) => Some(&mut sealed.form),
            _ => None,
        }
    }

    /// Returns the fields, while they are asked for.
    #[must_use]
    pub const fn asking(&self) -> Option<&Form> {
        match &self.stage {
            Stage::Ask => Some(&self.form),
            Stage::Sealed(sealed) => Some(&sealed.form),
            _ => None,
        }
    }

    /// Notes how far reading is.
    pub fn progress(&mut self, done: usize, all: usize) {
        if let Stage::Reading(known, of, _) = &mut self.stage {
            (*known, *of) = (done, all);
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match &mut self.stage {
            Stage::Ask => return self.ask(model, action, effects),
            Stage::Reading(..) if action == Action::Back => {
                effects.push(Effect::StopReading);
                self.stage = Stage::Ask;
                model.tell(model.strings.board.collect.stopped);
            }
            Stage::Writing(stopping) if action == Action::Back => {
                effects.push(Effect::StopWriting);
                *stopping = true;
            }
            Stage::Reading(..) | Stage::Writing(_) => {}
            Stage::Done(opened, text) if matches!(action, Action::Enter | Action::Back) => {
                let (opened, text) = (Arc::clone(opened), std::mem::take(text));
                model.desk = Some(opened);
                model.tell(text);
                return Go::Instead(Box::new(Screen::Desk(desk::Desk::default())));
            }
            Stage::Done(..) => {}
            Stage::Sealed(sealed) => match sealed.act(model, action) {
                SealedGo::Stay => {}
                SealedGo::Back => self.stage = Stage::Ask,
                SealedGo::Try(openers) => self.look(openers, effects),
                SealedGo::Without => {
                    if let Stage::Sealed(sealed) = std::mem::replace(&mut self.stage, Stage::Ask) {
                        self.show(model, sealed.without());
                    }
                }
            },
            Stage::Planned(_, lines) => {
                let width = planned_width(usize::from(model.size.0));
                let count = lines.rows(model.ruler(), width).len() + CHOICES;
                self.selected = self.selected.min(count - 1);
                let page = usize::from(model.size.1).saturating_sub(7).max(1);
                if let Some(row) = moved(action, self.selected, count, page) {
                    self.selected = row;
                } else if action == Action::Back || (action == Action::Enter && self.selected == 1)
                {
                    self.stage = Stage::Ask;
                } else if action == Action::Enter && self.selected == 0 {
                    self.write(effects);
                } else if action == Action::Enter {
                    // Not by a key that was pressed while it was still reading.
                    model.tell(model.strings.board.collect.how);
                }
            }
        }
        Go::Stay
    }

    /// Where results go: what was typed, or what is proposed.
    fn to(&self, year: FiscalYear) -> String {
        match self.form.value(TO) {
            "" => place(Some(&year)),
            to => to.to_owned(),
        }
    }

    /// Reads everything, with what opens sealed files.
    fn look(&mut self, openers: Vec<OpenWith>, effects: &mut Effects) {
        let Some(&year) = self.years.get(self.form.chosen(YEAR)) else {
            return;
        };
        let to = self.to(year);
        let asked = match std::mem::replace(&mut self.stage, Stage::Ask) {
            Stage::Sealed(sealed) => Some(sealed),
            _ => None,
        };
        self.stage = Stage::Reading(0, 0, asked);
        effects.push(Effect::PlanCollect(CollectOrder {
            inputs: paths(self.form.value(FROM)),
            previous: paths(self.form.value(PREVIOUS)),
            year,
            to: PathBuf::from(to),
            openers,
        }));
    }

    /// Shows what it would give. The ledger is in front, so that it is looked at before anything is
    /// written.
    fn show(&mut self, model: &Model, planned: Box<Planned>) {
        let lang = model.lang;
        let now = &planned.desk.collection;
        let nothing = collecting::nothing_found(lang, planned.is_nothing);
        let mut lines: Vec<String> = nothing.iter().map(ToString::to_string).collect();
        lines.extend(nothing.map(|_| String::new()));
        lines.push(collecting::headline(lang, now));
        lines.push((model.strings.board.collect.goes_to)(&self.to(now.year)));
        lines.push(String::new());
        lines.extend(collecting::changes(lang, planned.before.as_ref(), now));
        lines.push(String::new());
        // How many there are of each state stands above.
        lines.extend(collecting::ledger(lang, now).skip(1));
        self.selected = CHOICES;
        let lines = Folded::new(lines.into_iter().map(Line::Text));
        self.stage = Stage::Planned(planned, lines);
    }

    fn write(&mut self, effects: &mut Effects) {
        if let Stage::Planned(planned, _) =
            std::mem::replace(&mut self.stage, Stage::Writing(false))
        {
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
            FormGo::Pressed(_) => self.look(Vec::new(), effects),
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
            Stage::Sealed(sealed) => sealed.draw(canvas),
            Stage::Reading(done, all, _) => {
                canvas.text(1, 0, words.title, Role::Strong);
                canvas.rule(1);
                canvas.text(3, 3, words.reading, Role::Strong);
                let (done, all) = (*done, *all);
                let x = canvas.bar(3, 5, done as u64, all as u64, BAR) + 2;
                // While it looks for files, and opens what is sealed, nobody knows how many.
                if all > 0 {
                    let text = (model.strings.board.progress)(done, all);
                    canvas.text(x, 5, &text, Role::Plain);
                }
                canvas.text(3, 7, words.stop, Role::Plain);
                canvas.caret(3, 3);
            }
            Stage::Writing(stopping) => {
                let now = if *stopping {
                    words.stopping
                } else {
                    words.writing
                };
                draw_words(canvas, [now, words.stop_writing]);
            }
            Stage::Done(..) => draw_words(canvas, words.done),
            Stage::Planned(_, lines) => self.draw_planned(canvas, lines),
        }
    }

    fn draw_planned(&self, canvas: &mut Canvas<'_, '_>, lines: &Folded) {
        let words = &canvas.strings().board.collect;
        canvas.text(1, 0, words.planned, Role::Strong);
        canvas.rule(1);
        let choices = [words.collect, words.change];
        let lines = lines.on(canvas, planned_width(canvas.width()));
        let selected = self.selected.min(lines.len() + CHOICES - 1);
        for (row, label) in choices.iter().enumerate() {
            canvas.row(
                2 + row,
                selected == row,
                &format!("[ {label} ]"),
                Role::Plain,
            );
        }
        let height = canvas.height().saturating_sub(5);
        let at = selected.saturating_sub(CHOICES);
        let first = scroll(at, lines.len(), height);
        for (row, line) in lines.iter().enumerate().skip(first).take(height) {
            let chosen = selected == row + CHOICES;
            canvas.row(5 + row - first, chosen, line, Role::Plain);
        }
    }
}

fn paths(text: &str) -> Vec<PathBuf> {
    text.split(DIVIDERS)
        .map(merging::bare)
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .collect()
}

/// How wide what is planned may be on a screen of so many columns, in cells.
const fn planned_width(columns: usize) -> usize {
    columns.saturating_sub(6)
}

/// Draws a sentence that says what is going on, and one of what can be done.
fn draw_words(canvas: &mut Canvas<'_, '_>, [now, todo]: [&str; 2]) {
    canvas.text(1, 0, canvas.strings().board.collect.title, Role::Strong);
    canvas.rule(1);
    canvas.text(3, 3, now, Role::Strong);
    canvas.text(3, 5, todo, Role::Plain);
    canvas.caret(3, 3);
}

#[path = "collect_heard.rs"]
mod heard;
#[path = "collect_sealed.rs"]
mod sealed;
