//! The list of workbooks and what can be done from here.
//!
//! ```text
//!  点検票
//! ──────────────────────────────────────────────────────────────────
//!    年度       市          課              状態     進み          得点   保存
//!  > 令和8年度  小田原市    下水道整備課    下書き   ████▌· 46/87  79.8   11/22 14:32
//!
//!  > 新しく始める   点検表を確かめる   使う人を替える   使い方   終わる
//! ```

use super::appearance::Appearance;
use super::collect::Collect;
use super::merge::Merge;
use super::roster::Roster;
use super::setup::Setup;
use super::{Go, Screen};
use crate::display::wrap::COLUMN_MAX;
use crate::domain::score::one_decimal;
use crate::domain::workbook::Status;
use crate::store::shelf::Summary;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::{Model, ShelfRow};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::leaving;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::symbols;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::widgets::list::moved;
use crate::tui::widgets::menu::Menu;

/// What can be done besides opening a workbook.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum MenuEntry {
    New,
    Export,
    Check,
    Merge,
    Person,
    Appearance,
    Palette,
    Help,
    Quit,
    Roster,
    Collect,
    Collected,
}

const MENU: [MenuEntry; 12] = [
    MenuEntry::New,
    MenuEntry::Export,
    MenuEntry::Check,
    MenuEntry::Merge,
    MenuEntry::Person,
    MenuEntry::Appearance,
    MenuEntry::Palette,
    MenuEntry::Help,
    MenuEntry::Quit,
    MenuEntry::Roster,
    MenuEntry::Collect,
    MenuEntry::Collected,
];

/// Rows of the screen that show no workbook.
const AROUND: usize = 10;
/// How many of them stand in the first row; the second one is the division's.
const FIRST_ROW: usize = 9;

/// The list's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Home {
    selected: usize,
    menu: Menu,
    /// A workbook is being opened to export it.
    exporting: bool,
}

impl Home {
    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let rows = model.shelf.rows.len();
        if rows == 0 && self.menu.chosen().is_none() {
            self.menu.enter();
        }
        match (action, self.menu.chosen()) {
            (Action::Down, Some(0..FIRST_ROW)) => {
                self.menu.choose(FIRST_ROW);
                return Go::Stay;
            }
            (Action::Up, Some(FIRST_ROW..)) => {
                self.menu.choose(0);
                return Go::Stay;
            }
            _ => {}
        }
        if self.menu.act(action, MENU.len(), rows > 0) {
            return Go::Stay;
        }
        match (action, self.menu.chosen()) {
            (Action::Enter, Some(at)) => return self.chosen(model, at, effects),
            (Action::Merge, _) => return self.merge(model),
            (Action::Back, _) => leaving::ask_to_leave(model),
            (_, Some(_)) => {}
            (Action::Down, None) if self.selected + 1 >= rows => self.menu.enter(),
            (Action::Enter, None) => {
                if let Some(row) = model.shelf.rows.get(self.selected) {
                    effects.push(Effect::Open(row.key.clone()));
                }
            }
            (_, None) => {
                let page = usize::from(model.size.1).saturating_sub(AROUND).max(1);
                if let Some(row) = moved(action, self.selected, rows, page) {
                    self.selected = row;
                }
            }
        }
        Go::Stay
    }

    fn chosen(&mut self, model: &mut Model, at: usize, effects: &mut Effects) -> Go {
        match MENU.get(at) {
            Some(MenuEntry::New) if !may_begin(model) => {}
            Some(MenuEntry::New) => return Go::To(Box::new(Screen::Setup(Setup::new(model)))),
            Some(MenuEntry::Export) => {
                if let Some(row) = model.shelf.rows.get(self.selected) {
                    self.exporting = true;
                    effects.push(Effect::Open(row.key.clone()));
                } else {
                    let text = model.strings.home.nothing_to_export;
                    model.tell(text);
                }
            }
            Some(MenuEntry::Merge) => return self.merge(model),
            Some(MenuEntry::Check) => effects.push(Effect::Check),
            Some(MenuEntry::Person) => ask_person(model),
            Some(MenuEntry::Appearance) => {
                return Go::To(Box::new(Screen::Appearance(Appearance::new(model))));
            }
            Some(MenuEntry::Palette) => return Go::Then(Action::Palette),
            Some(MenuEntry::Help) => return Go::Then(Action::Help),
            Some(MenuEntry::Quit) => leaving::ask_to_leave(model),
            Some(MenuEntry::Roster) => {
                effects.push(Effect::ReadRoster);
                return Go::To(Box::new(Screen::Roster(Box::new(Roster::new(model)))));
            }
            Some(MenuEntry::Collect) => {
                return Go::To(Box::new(Screen::Collect(Box::new(Collect::new(model)))));
            }
            Some(MenuEntry::Collected) => open_collected(model, effects),
            None => {}
        }
        Go::Stay
    }

    fn merge(&self, model: &mut Model) -> Go {
        if let Some(row) = model.shelf.rows.get(self.selected) {
            return Go::To(Box::new(Screen::Merge(Merge::new(model, &row.key))));
        }
        let text = model.strings.merge.no_workbook;
        model.tell(text);
        Go::Stay
    }

    /// Draws the list.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().home;
        canvas.text(
            1,
            0,
            &(words.folder)(&model.folder.display().to_string()),
            Role::Plain,
        );
        canvas.rule(1);
        let bottom = canvas.height().saturating_sub(2);
        if !model.shelf.read {
            return;
        }
        if let Some(why) = &model.shelf.trouble {
            let mut y = 3;
            for part in ruler.wrap(why, canvas.width().saturating_sub(6).min(COLUMN_MAX)) {
                canvas.text(3, y, &part, Role::Warning);
                y += 1;
            }
            canvas.text(3, y + 1, words.read_again, Role::Plain);
        } else if model.shelf.rows.is_empty() {
            let mut y = 3;
            canvas.text(3, y, words.welcome, Role::Strong);
            y += 2;
            for line in words.first_steps {
                for part in ruler.wrap(line, canvas.width().saturating_sub(6).min(COLUMN_MAX)) {
                    canvas.text(3, y, &part, Role::Plain);
                    y += 1;
                }
            }
        } else {
            canvas.text(3, 2, &header(model, canvas.width()), Role::Plain);
            let height = bottom.saturating_sub(4);
            let first = scroll(self.selected, model.shelf.rows.len(), height);
            for (line, row) in model.shelf.rows.iter().enumerate().skip(first).take(height) {
                let has_keys = self.menu.chosen().is_none();
                let y = 3 + line - first;
                let text = row_text(model, row, canvas.width());
                let selected = line == self.selected;
                canvas.row(y, selected && has_keys, &text, Role::Plain);
                // What the menu is about: the workbook it writes out or merges.
                if selected && !has_keys {
                    canvas.text(1, y, symbols::SELECTOR, Role::Plain);
                }
            }
        }
        if model.shelf.problems > 0 {
            canvas.text(3, bottom - 1, words.checklists_broken, Role::Warning);
        }
        self.draw_menu(model, canvas, bottom);
    }

    fn draw_menu(&self, model: &Model, canvas: &mut Canvas<'_, '_>, y: usize) {
        let words = &canvas.strings().home;
        let labels = [
            words.new,
            words.export,
            words.check,
            canvas.strings().merge.merge,
            words.person,
            words.appearance,
            canvas.strings().palette.entry,
            words.help,
            words.quit,
        ];
        let mut menu = self.menu;
        if model.shelf.rows.is_empty() && menu.chosen().is_none() {
            menu.enter();
        }
        menu.draw(canvas, y, &labels);
        let words = &canvas.strings().board;
        let x = canvas.text(2, y + 1, words.roster.division, Role::Plain) + 1;
        let labels = [words.roster.title, words.collect.short, words.collected];
        menu.draw_part(canvas, (x, y + 1), FIRST_ROW, &labels);
    }
}

/// Returns whether the workbook was opened to export it, once.
pub fn take_exporting(model: &mut Model) -> bool {
    match model.screens.first_mut() {
        Some(Screen::Home(home)) => std::mem::take(&mut home.exporting),
        _ => false,
    }
}

/// Begins a workbook, where one can be begun.
pub fn begin(model: &mut Model) {
    if may_begin(model) {
        let setup = Setup::new(model);
        model.screens.push(Screen::Setup(setup));
    }
}

/// Tells whether a workbook can be begun, and if not, says why.
fn may_begin(model: &mut Model) -> bool {
    let why = if model.shelf.problems > 0 {
        Some(model.strings.home.checklists_broken.to_owned())
    } else {
        model.shelf.trouble.clone()
    };
    let Some(why) = why else { return true };
    model.warn(why);
    false
}

/// Keeps the selection within a list that was read anew.
pub fn shelf_changed(model: &mut Model) {
    let rows = model.shelf.rows.len();
    if let Some(Screen::Home(home)) = model.screens.first_mut() {
        home.selected = home.selected.min(rows.saturating_sub(1));
    }
    super::tour::greet(model);
}

/// Opens what was collected: the one result there is, or the folder that is named.
pub fn open_collected(model: &mut Model, effects: &mut Effects) {
    if let [only] = model.shelf.collected.as_slice() {
        return effects.push(Effect::OpenDesk(only.clone()));
    }
    let words = &model.strings.board;
    let latest = model.shelf.collected.first();
    let latest = latest.map_or_else(String::new, |path| path.display().to_string());
    let form = Form::new(vec![
        Field::text(words.folder, words.folder_hint, &latest, 1_000),
        Field::button(words.open, ""),
    ]);
    let done = |model: &mut Model, effects: &mut Effects, _: usize, form: &Form| match form.value(0)
    {
        "" => model.warn(model.strings.board.folder_hint),
        path => effects.push(Effect::OpenDesk(path.into())),
    };
    let prompt = Prompt::new(words.collected, Vec::new(), form, Box::new(done));
    model.overlays.push(Overlay::Prompt(prompt));
}

/// Asks who fills in.
pub fn ask_person(model: &mut Model) {
    let words = &model.strings.setup;
    let form = Form::new(vec![
        Field::text(words.name, words.name_hint, &model.preferences.name, 40),
        Field::text(words.title, words.title_hint, &model.preferences.title, 40),
        Field::button(words.keep, ""),
    ]);
    let prompt = Prompt::new(
        words.person,
        Vec::new(),
        form,
        Box::new(|model, effects, _, form| {
            form.value(0).clone_into(&mut model.preferences.name);
            form.value(1).clone_into(&mut model.preferences.title);
            effects.push(Effect::SavePreferences(model.preferences.clone()));
        }),
    );
    model.overlays.push(Overlay::Prompt(prompt));
}

/// Widths of the columns at a width of the screen: year, city, department, status, bar.
const fn columns(width: usize) -> [usize; 5] {
    if width >= 110 {
        [13, 20, 30, 12, 16]
    } else {
        [10, 15, 15, 7, 5]
    }
}

fn header(model: &Model, width: usize) -> String {
    let ruler = model.ruler();
    let words = &model.strings.home;
    let [year, city, department, status, bar] = columns(width);
    [
        ruler.fit(words.year, year),
        ruler.fit(words.city, city),
        ruler.fit(words.department, department),
        ruler.fit(words.status, status),
        ruler.fit(words.progress, bar + 6),
        ruler.fit_right(words.score, 5),
        format!("  {}", words.saved),
    ]
    .concat()
}

fn row_text(model: &Model, row: &ShelfRow, width: usize) -> String {
    let ruler = model.ruler();
    let [year, city, department, _, _] = columns(width);
    let head = ruler.fit(&(model.strings.fiscal_year)(row.key.year.number()), year);
    match &row.content {
        Ok(content) => head + &content_text(model, content, width),
        Err(why) => {
            head + &ruler.fit(&row.key.city, city)
                + &ruler.fit(&row.key.department_code, department)
                + why
        }
    }
}

fn content_text(model: &Model, content: &Summary, width: usize) -> String {
    let ruler = model.ruler();
    let words = &model.strings.home;
    let [_, city, department, status, bar] = columns(width);
    let state = match (&content.status, content.returned) {
        (Status::Confirmed { .. }, _) => words.confirmed,
        (Status::Draft, true) => words.returned,
        (Status::Draft, false) => words.draft,
    };
    let done = content.progress.asked - content.progress.open;
    let (full, empty) = model
        .symbols()
        .line(done as u64, content.progress.asked as u64, bar - 1);
    let count = format!("{done}/{}", content.progress.asked);
    let score = content
        .score
        .map_or_else(|| symbols::NO_VALUE.to_owned(), one_decimal);
    let saved = content
        .saved_at
        .map_or_else(String::new, |at| at.format("%m/%d %H:%M").to_string());
    [
        ruler.fit(&content.municipality, city),
        ruler.fit(&content.department, department),
        ruler.fit(state, status),
        format!("{full}{empty} "),
        ruler.fit(&count, 6),
        ruler.fit_right(&score, 5),
        format!("  {saved}"),
    ]
    .concat()
}
