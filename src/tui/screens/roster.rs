//! The roster of departments, as it stands in its file: what is wrong with which row, who is in
//! force on a day, and who came from whom. It is edited in a spreadsheet, and read again here.
//!
//! ```text
//!  [すべて]  2026-11-22 に有効 38   直すところ 1
//! ──────────────────────────────────────────────────────────────────
//!      コード   所属               実施機関    有効期間              前身
//!  >   0420     下水道整備課       市長        2026-04-01〜          0420 ← 0410, 0411
//! ```

use chrono::NaiveDate;

use super::Go;
use crate::domain::roster::Department;
use crate::error::Result;
use crate::format::roster::Sight;
use crate::text::reading::reads_like;
use crate::text::search::folded;
use crate::text::typed;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::screens::Screen;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::widgets::list::moved;
use crate::tui::widgets::menu::Menu;

/// Rows below the list: a rule, two lines of detail, the menu.
const BELOW: usize = 4;
/// Rows of the screen that are not the list's.
const AROUND: usize = 3 + 3 + BELOW;
/// The longest text looked for, and the longest day.
const SEARCH_MAX: usize = 40;
const DAY_MAX: usize = 10;

/// What is listed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum Filter {
    #[default]
    All,
    InForce,
    Problems,
}

const FILTERS: [Filter; 3] = [Filter::All, Filter::InForce, Filter::Problems];

/// How far the file was read.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
enum Read {
    /// It is not known yet.
    #[default]
    NotYet,
    /// There is none.
    Missing,
    /// It is there.
    There(Sight),
}

/// The roster's own state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Roster {
    read: Read,
    filter: Filter,
    /// The day it is asked who is in force on.
    day: NaiveDate,
    search: String,
    selected: usize,
    menu: Menu,
}

impl Roster {
    /// Shows who is in force today.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        Self {
            read: Read::NotYet,
            filter: Filter::All,
            day: model.now.date_naive(),
            search: String::new(),
            selected: 0,
            menu: Menu::default(),
        }
    }

    const fn sight(&self) -> Option<&Sight> {
        match &self.read {
            Read::There(sight) => Some(sight),
            Read::NotYet | Read::Missing => None,
        }
    }

    /// Returns whether there is nothing to choose from, whatever is listed.
    fn is_empty(&self) -> bool {
        self.sight().is_none_or(|sight| sight.rows.is_empty())
    }

    fn passes(&self, filter: Filter, sight: &Sight, row: usize, department: &Department) -> bool {
        let plain = folded(&self.search);
        let holds = |text: &str| folded(text).contains(&plain) || reads_like(text, &self.search);
        let agency = department.agency.as_deref().unwrap_or_default();
        let found = [&department.code, &department.name, agency]
            .into_iter()
            .any(holds);
        let listed = match filter {
            Filter::All => true,
            Filter::InForce => department.exists_on(self.day),
            Filter::Problems => sight.problems.iter().any(|one| one.row == Some(row)),
        };
        listed && (self.search.is_empty() || found)
    }

    /// Returns the positions of the rows listed.
    fn rows(&self, filter: Filter) -> Vec<usize> {
        let Some(sight) = self.sight() else {
            return Vec::new();
        };
        let rows = sight.rows.iter().enumerate();
        rows.filter_map(|(at, (row, department))| {
            self.passes(filter, sight, *row, department).then_some(at)
        })
        .collect()
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let count = self.rows(self.filter).len();
        if self.is_empty() && self.menu.chosen().is_none() {
            self.menu.enter();
        }
        let entries = model.strings.board.roster.menu.len();
        if self.menu.act(action, entries, !self.is_empty()) {
            return Go::Stay;
        }
        match (action, self.menu.chosen()) {
            (Action::Back, _) | (Action::Enter, Some(4)) => return Go::Back,
            (Action::Enter, Some(0)) => ask_day(model, &self.day.to_string()),
            (Action::Enter, Some(1)) | (Action::Find, _) => ask_search(model, &self.search),
            (Action::Enter, Some(2)) => effects.push(Effect::WriteTemplate),
            (Action::Enter, Some(_)) => effects.push(Effect::ReadRoster),
            (Action::Filter, None) => self.turn(1),
            (Action::Left, None) => self.turn(FILTERS.len() - 1),
            (Action::Enter, None) => self.menu.enter(),
            (Action::Down, None) if self.selected + 1 >= count => self.menu.enter(),
            (_, None) => {
                let page = usize::from(model.size.1).saturating_sub(AROUND).max(1);
                if let Some(row) = moved(action, self.selected, count, page) {
                    self.selected = row;
                }
            }
            _ => {}
        }
        Go::Stay
    }

    fn turn(&mut self, step: usize) {
        let at = FILTERS.iter().position(|filter| *filter == self.filter);
        self.filter = FILTERS[(at.unwrap_or(0) + step) % FILTERS.len()];
        self.selected = 0;
    }
}

fn ask_day(model: &mut Model, day: &str) {
    let words = &model.strings.board.roster;
    let form = Form::new(vec![
        Field::text(words.day, words.day_hint, day, DAY_MAX),
        Field::button(words.show, ""),
    ]);
    let done = |model: &mut Model, _: &mut Effects, _: usize, form: &Form| {
        let Some(day) = typed::day(form.value(0)) else {
            // What was typed is there to be mended.
            ask_day(model, form.value(0));
            return model.warn(model.strings.board.roster.bad_day);
        };
        if let Some(Screen::Roster(roster)) = model.screens.last_mut() {
            roster.day = day;
            roster.filter = Filter::InForce;
            roster.selected = 0;
            roster.menu = Menu::default();
        }
    };
    let prompt = Prompt::new(words.day, Vec::new(), form, Box::new(done));
    model.overlays.push(Overlay::Prompt(prompt));
}

fn ask_search(model: &mut Model, text: &str) {
    let words = &model.strings.board.roster;
    let form = Form::new(vec![
        Field::text(words.search, words.search_hint, text, SEARCH_MAX),
        Field::button(words.show, ""),
    ]);
    let done = |model: &mut Model, _: &mut Effects, _: usize, form: &Form| {
        if let Some(Screen::Roster(roster)) = model.screens.last_mut() {
            form.value(0).clone_into(&mut roster.search);
            roster.selected = 0;
            roster.menu = Menu::default();
        }
    };
    let prompt = Prompt::new(words.search, Vec::new(), form, Box::new(done));
    model.overlays.push(Overlay::Prompt(prompt));
}

/// Shows what was read.
pub fn read(model: &mut Model, result: Result<Option<Sight>>) {
    match result {
        Ok(sight) => {
            if let Some(Screen::Roster(roster)) = model.screens.last_mut() {
                roster.read = sight.map_or(Read::Missing, Read::There);
                let count = roster.rows(roster.filter).len();
                roster.selected = roster.selected.min(count.saturating_sub(1));
                roster.menu = Menu::default();
            }
        }
        Err(error) => model.tell_error(&error),
    }
}

/// Tells where the template was written, and reads it where it is the roster now.
pub fn template_written(
    model: &mut Model,
    result: Result<std::path::PathBuf>,
    effects: &mut Effects,
) {
    match result {
        Ok(path) => {
            let text = (model.strings.board.roster.written)(&path.display().to_string());
            model.tell(text);
            effects.push(Effect::ReadRoster);
        }
        Err(error) => model.tell_error(&error),
    }
}

#[path = "roster_view.rs"]
mod view;
