//! The overview: the figures of every article and clause, or a list of items that pass a filter.

use super::{Go, Screen, export::Export, history::History};
use chrono::NaiveDate;

use crate::display::width::Ruler;
use crate::domain::filter::Filter;
use crate::domain::progress::{next_open, resume_at};
use crate::domain::returning::{correction_due, wanted_of};
use crate::domain::scope::{Scope, ScopeKind, figures, total};
use crate::domain::score::{Figures, Rate, one_decimal};
use crate::domain::standing::{Standing, standing};
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Open};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::search::Search;
use crate::tui::symbols;
use crate::tui::theme::Role;
use crate::tui::widgets::item_row::item_row;
use crate::tui::widgets::menu::Menu;
use crate::tui::widgets::outline;

/// What can be done from the overview.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum MenuEntry {
    Walk,
    Review,
    Export,
    History,
    Profile,
    Search,
    Palette,
    Home,
}

const MENU: [MenuEntry; 8] = [
    MenuEntry::Walk,
    MenuEntry::Review,
    MenuEntry::Export,
    MenuEntry::History,
    MenuEntry::Profile,
    MenuEntry::Search,
    MenuEntry::Palette,
    MenuEntry::Home,
];

/// Widths of the columns, in cells.
const BAR: usize = 5;
const RESPONSE: usize = BAR + 7;
const RATE: usize = 14;
/// Width of the number of a rate, in cells.
const PERCENT: usize = 5;
const SCORE: usize = 5;
/// Width of the word before an item that came back, in cells.
const RETURNED: usize = 14;

/// The overview's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Overview {
    selected: usize,
    filter: Filter,
    menu: Menu,
}

impl Overview {
    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action) -> Go {
        let Some(open) = &model.open else {
            return Go::Home;
        };
        let rows = self.row_count(model, open);
        let page = usize::from(model.size.1).saturating_sub(10).max(1);
        if self.menu.act(action, MENU.len(), true) {
            return Go::Stay;
        }
        match (action, self.menu.chosen()) {
            (Action::Enter, Some(at)) => return Self::chosen(model, at),
            (Action::Enter, None) => return self.go_there(model),
            (Action::Back, _) => return Go::Home,
            (Action::Search, _) => ask_search(model),
            (_, Some(_)) => {}
            (Action::Up, None) => self.selected = self.selected.saturating_sub(1),
            (Action::Down, None) if self.selected + 1 < rows => self.selected += 1,
            (Action::Down, None) => self.menu.enter(),
            (Action::PageUp, None) => self.selected = self.selected.saturating_sub(page),
            (Action::PageDown, None) => self.selected = (self.selected + page).min(rows.max(1) - 1),
            (Action::First, None) => self.selected = 0,
            (Action::Last, None) => self.selected = rows.saturating_sub(1),
            (Action::Filter, None) => self.turn_filter(model, true),
            (Action::Left, None) => self.turn_filter(model, false),
            _ => {}
        }
        Go::Stay
    }

    fn turn_filter(&mut self, model: &Model, next: bool) {
        let Some(open) = &model.open else { return };
        let offered: Vec<Filter> = Filter::offered(&open.workbook).collect();
        let at = offered.iter().position(|filter| *filter == self.filter);
        let step = if next { 1 } else { offered.len() - 1 };
        self.filter = offered[(at.unwrap_or(0) + step) % offered.len()];
        self.selected = 0;
    }

    fn chosen(model: &mut Model, at: usize) -> Go {
        match MENU.get(at) {
            Some(MenuEntry::Walk) => {
                resume(model);
                Go::Walk
            }
            Some(MenuEntry::Review) => Go::To(Box::new(Screen::review())),
            Some(MenuEntry::Export) => Go::To(Box::new(Screen::Export(Export::new(model)))),
            Some(MenuEntry::History) => Go::To(Box::new(Screen::History(History::default()))),
            Some(MenuEntry::Profile) => Go::To(Box::new(Screen::profile(false))),
            Some(MenuEntry::Search) => {
                ask_search(model);
                Go::Stay
            }
            Some(MenuEntry::Palette) => Go::Then(Action::Palette),
            Some(MenuEntry::Home) | None => Go::Home,
        }
    }

    fn go_there(&self, model: &mut Model) -> Go {
        let Some(open) = &model.open else {
            return Go::Home;
        };
        let position = if self.lists_items() {
            self.items(open).get(self.selected).copied()
        } else {
            outline::rows(open, model.strings)
                .get(self.selected)
                .and_then(|scope| first_open(open, scope).or_else(|| scope.items.first().copied()))
        };
        match (position, &mut model.open) {
            (Some(position), Some(open)) => {
                open.position = position;
                Go::Walk
            }
            _ => Go::Stay,
        }
    }

    fn lists_items(&self) -> bool {
        self.filter != Filter::All
    }

    fn row_count(&self, model: &Model, open: &Open) -> usize {
        if self.lists_items() {
            self.items(open).len()
        } else {
            outline::rows(open, model.strings).len()
        }
    }

    fn items(&self, open: &Open) -> Vec<usize> {
        passing(open, self.filter)
    }

    /// Draws the overview.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let Some(open) = &model.open else { return };
        self.draw_filters(model, open, canvas);
        canvas.rule(1);
        let height = canvas.height();
        let list_height = height.saturating_sub(7);
        let whole = canvas.width();
        if self.lists_items() {
            self.draw_items(model, open, &mut canvas.part(0, 2, whole, list_height + 1));
        } else {
            self.draw_clauses(model, open, &mut canvas.part(0, 2, whole, list_height + 1));
        }
        canvas.rule(height.saturating_sub(4));
        let figures = total(&open.checklist, &open.workbook);
        let text = crate::text::figures::line(model.strings, &open.checklist.scale, &figures);
        canvas.text(1, height.saturating_sub(3), &text, Role::Strong);
        let (text, role) = standing_line(model, open);
        canvas.text(1, height.saturating_sub(2), &text, role);
        let labels = canvas.strings().overview.menu;
        self.menu.draw(canvas, height.saturating_sub(1), &labels);
    }

    fn draw_filters(&self, model: &Model, open: &Open, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &model.strings.overview;
        let labels: Vec<(Filter, String)> = Filter::offered(&open.workbook)
            .map(|filter| {
                let label = words.filters[filter as usize];
                let count = passing(open, filter).len();
                let text = match filter {
                    Filter::All => label.to_owned(),
                    _ => format!("{label} {count}"),
                };
                (filter, text)
            })
            .collect();
        let wide: usize = labels.iter().map(|(_, text)| ruler.cells(text) + 2).sum();
        let heading = ruler.cells(words.filter) + 1;
        // Where all do not fit, what they are is seen without its name.
        let roomy = 1 + heading + wide <= canvas.width();
        let mut x = 1;
        if roomy {
            x = canvas.text(x, 0, words.filter, Role::Plain) + 1;
        }
        for (filter, text) in labels {
            let chosen = filter == self.filter;
            let (text, role) = match (chosen, roomy) {
                (true, _) => (format!("[{text}]"), Role::Label),
                (false, true) => (format!(" {text} "), Role::Plain),
                (false, false) => (format!("{text} "), Role::Plain),
            };
            x = canvas.text(x, 0, &text, role) + usize::from(chosen && !roomy);
        }
    }

    fn draw_clauses(&self, model: &Model, open: &Open, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &model.strings.overview;
        let rows = outline::rows(open, model.strings);
        let name = name_width(canvas.width());
        let heading = format!(
            "{}{}{}{}{}",
            ruler.fit(words.clause, name),
            ruler.fit(words.response, RESPONSE),
            ruler.fit(words.implementation, RATE),
            ruler.fit_right(words.score, SCORE),
            format_args!("  {}", words.critical),
        );
        canvas.text(3, 0, &heading, Role::Plain);
        let height = canvas.height().saturating_sub(1);
        let first = scroll(self.selected, rows.len(), height);
        for (row, scope) in rows.iter().enumerate().skip(first).take(height) {
            let figures = figures(&open.checklist, &open.workbook, scope);
            let text = clause_row(model, scope, &figures, name);
            let role = if scope.kind == ScopeKind::Article {
                Role::Strong
            } else {
                Role::Plain
            };
            let selected = self.menu.chosen().is_none() && row == self.selected;
            canvas.row(1 + row - first, selected, &text, role);
        }
    }

    fn draw_items(&self, model: &Model, open: &Open, canvas: &mut Canvas<'_, '_>) {
        let items = self.items(open);
        let height = canvas.height();
        if items.is_empty() {
            let at = Filter::ALL.iter().position(|filter| *filter == self.filter);
            let words = &model.strings.overview;
            let lines = at.and_then(|at| words.nothing.get(at));
            let lines = lines.into_iter().copied().flatten();
            for (y, line) in lines.enumerate() {
                canvas.text(3, 1 + y, line, Role::Plain);
            }
        }
        let first = scroll(self.selected, items.len(), height);
        for (row, &position) in items.iter().enumerate().skip(first).take(height) {
            let mut text = item_row(model, open, position);
            if self.filter == Filter::Returned {
                let tag = returned_tag(model, open, position);
                text = format!("{}{text}", canvas.ruler().fit(tag, RETURNED));
            }
            let selected = self.menu.chosen().is_none() && row == self.selected;
            canvas.row(row - first, selected, &text, Role::Plain);
        }
    }
}

/// Returns whether an item that came back was changed since, in a word.
fn returned_tag(model: &Model, open: &Open, position: usize) -> &'static str {
    let words = &model.strings.taking;
    match wanted_of(&open.checklist, &open.workbook, position) {
        Some(wanted) if wanted.touched => words.touched,
        _ => words.label,
    }
}

/// Returns what is to be known besides the figures: a newer checklist, or when answers are due.
fn standing_line(model: &Model, open: &Open) -> (String, Role) {
    let words = &model.strings.overview;
    if open.newer_checklist {
        return (words.newer_checklist.to_owned(), Role::Warning);
    }
    let today = model.now.date_naive();
    let returned = correction_due(&open.workbook);
    let (day, told) = match returned {
        Some(day) => (day, words.correction_due),
        None => (open.workbook.created().deadline.as_str(), words.due),
    };
    match day.parse::<NaiveDate>() {
        Ok(_) if open.workbook.is_confirmed() => (words.confirmed.to_owned(), Role::Plain),
        Ok(due) => {
            let days = (due - today).num_days();
            let role = if days < 0 { Role::Warning } else { Role::Plain };
            (told(&due.to_string(), days), role)
        }
        Err(_) => (String::new(), Role::Plain),
    }
}

/// Goes on answering where it stopped.
pub fn go_on(model: &mut Model) {
    resume(model);
    crate::tui::update::go_walk(model);
}

fn resume(model: &mut Model) {
    if let Some(open) = &mut model.open {
        open.position = resume_at(&open.checklist, &open.workbook);
    }
}

/// Opens the search.
pub fn ask_search(model: &mut Model) {
    model.overlays.push(Overlay::Search(Search::default()));
}

fn first_open(open: &Open, scope: &Scope) -> Option<usize> {
    let first = *scope.items.first()?;
    let before = first.checked_sub(1);
    next_open(&open.checklist, &open.workbook, before)
        .filter(|position| scope.items.contains(position))
        .or_else(|| {
            scope.items.iter().copied().find(|&position| {
                let item = &open.checklist.items[position];
                standing(&open.checklist, &open.workbook, item) == Standing::Blank
            })
        })
}

fn passing(open: &Open, filter: Filter) -> Vec<usize> {
    filter.positions(&open.checklist, &open.workbook, open.previous.as_ref())
}

const fn name_width(width: usize) -> usize {
    let name = width.saturating_sub(3 + RESPONSE + RATE + SCORE + 7);
    if name > 60 { 60 } else { name }
}

fn clause_row(model: &Model, scope: &Scope, figures: &Figures, name: usize) -> String {
    let ruler = model.ruler();
    let indent = if scope.kind == ScopeKind::Article {
        0
    } else {
        2 + scope.depth * 2
    };
    let title = format!("{}{}", " ".repeat(indent), outline::name(scope));
    let title = ruler.fit(&ruler.truncate(&title, name - 1), name);
    if figures.applicable() == 0 && figures.items > 0 {
        return format!("{title}{}", model.strings.overview.not_applicable);
    }
    let (full, empty) = model.symbols().line(figures.answered(), figures.items, BAR);
    let counts = format!("{}/{}", figures.answered(), figures.items);
    let critical = if figures.critical_failures > 0 {
        (model.strings.overview.critical_failures)(figures.critical_failures)
    } else {
        String::new()
    };
    format!(
        "{title}{full}{empty} {}{}{}  {critical}",
        ruler.fit(&counts, RESPONSE - BAR - 1),
        ruler.fit(&rate(ruler, figures.implementation()), RATE),
        ruler.fit_right(&score(figures), SCORE),
    )
}

/// A rate as its column shows it, numbers and what stands for none ending in one place.
fn rate(ruler: Ruler, rate: Rate) -> String {
    let Some(tenths) = rate.percent_tenths() else {
        return ruler.fit_right(symbols::NO_VALUE, PERCENT);
    };
    format!(
        "{}% {}/{}",
        ruler.fit_right(&one_decimal(tenths), PERCENT),
        rate.numerator,
        rate.denominator
    )
}

fn score(figures: &Figures) -> String {
    figures
        .score_tenths()
        .map_or_else(|| symbols::NO_VALUE.to_owned(), one_decimal)
}
