//! The overview: the figures of every article and clause, or a list of items that pass a filter.

use super::{Go, Screen, export::Export, history::History};
use crate::display::width::{cells, fit, fit_right, truncate};
use crate::domain::checklist::Item;
use crate::domain::mark::Mark;
use crate::domain::progress::next_open;
use crate::domain::scope::{Scope, ScopeKind, figures, outline, total};
use crate::domain::score::{Figures, Rate, one_decimal};
use crate::domain::standing::{Standing, standing};
use crate::text::mark::mark_words;
use crate::text::search::folded;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Open};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::symbols;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// Which items are listed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Filter {
    /// All: the clauses with their figures.
    #[default]
    All,
    /// Without a mark.
    Open,
    /// △ or ×.
    Weak,
    /// △ × ？ without a remark.
    NoRemark,
    /// Flagged for review.
    Flagged,
    /// Worded otherwise than last year.
    Changed,
    /// Set aside by the profile.
    Aside,
}

const FILTERS: [Filter; 7] = [
    Filter::All,
    Filter::Open,
    Filter::Weak,
    Filter::NoRemark,
    Filter::Flagged,
    Filter::Changed,
    Filter::Aside,
];

/// What can be done from the overview.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum MenuEntry {
    Walk,
    Review,
    Export,
    History,
    Profile,
    Search,
    Home,
}

const MENU: [MenuEntry; 7] = [
    MenuEntry::Walk,
    MenuEntry::Review,
    MenuEntry::Export,
    MenuEntry::History,
    MenuEntry::Profile,
    MenuEntry::Search,
    MenuEntry::Home,
];

/// The overview's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Overview {
    selected: usize,
    filter: Filter,
    /// What was searched for; nothing when empty.
    pub search: String,
    menu: Option<usize>,
}

impl Overview {
    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let Some(open) = &model.open else {
            return Go::Home;
        };
        let rows = self.row_count(open);
        let page = usize::from(model.size.1).saturating_sub(10).max(1);
        match (action, self.menu) {
            (Action::NextField, None) => self.menu = Some(0),
            (Action::NextField, Some(at)) => {
                self.menu = (at + 1 < MENU.len()).then_some(at + 1);
            }
            (Action::PreviousField, None) => self.menu = Some(MENU.len() - 1),
            (Action::PreviousField, Some(at)) => self.menu = at.checked_sub(1),
            (Action::Filter, Some(at)) => self.menu = Some((at + 1) % MENU.len()),
            (Action::Left, Some(at)) => self.menu = Some((at + MENU.len() - 1) % MENU.len()),
            (Action::Up, Some(_)) => self.menu = None,
            (Action::Enter, Some(at)) => return self.chosen(model, at),
            (Action::Up, None) => self.selected = self.selected.saturating_sub(1),
            (Action::Down, None) if self.selected + 1 < rows => self.selected += 1,
            (Action::Down, None) => self.menu = Some(0),
            (Action::PageUp, _) => self.selected = self.selected.saturating_sub(page),
            (Action::PageDown, _) => self.selected = (self.selected + page).min(rows.max(1) - 1),
            (Action::First, _) => self.selected = 0,
            (Action::Last, _) => self.selected = rows.saturating_sub(1),
            (Action::Filter, None) => self.turn_filter(1),
            (Action::Left, None) => self.turn_filter(FILTERS.len() - 1),
            (Action::Search, _) => ask_search(model),
            (Action::Enter, None) => return self.go_there(model),
            (Action::Back, _) if !self.search.is_empty() => {
                self.search.clear();
                self.selected = 0;
            }
            (Action::Back, _) => return Go::Home,
            _ => {}
        }
        let _: &mut Effects = effects;
        Go::Stay
    }

    fn turn_filter(&mut self, step: usize) {
        let at = FILTERS
            .iter()
            .position(|filter| *filter == self.filter)
            .unwrap_or(0);
        self.filter = FILTERS[(at + step) % FILTERS.len()];
        self.selected = 0;
    }

    fn chosen(&mut self, model: &mut Model, at: usize) -> Go {
        match MENU.get(at) {
            Some(MenuEntry::Walk) => {
                if let Some(open) = &mut model.open {
                    open.position =
                        crate::domain::progress::resume_at(&open.checklist, &open.workbook);
                }
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
            Some(MenuEntry::Home) | None => Go::Home,
        }
    }

    fn go_there(&self, model: &mut Model) -> Go {
        let Some(open) = &mut model.open else {
            return Go::Home;
        };
        let position = if self.lists_items() {
            self.items(open).get(self.selected).copied()
        } else {
            outline(&open.checklist)
                .get(self.selected)
                .and_then(|scope| first_open(open, scope).or_else(|| scope.items.first().copied()))
        };
        if let Some(position) = position {
            open.position = position;
            return Go::Walk;
        }
        Go::Stay
    }

    fn lists_items(&self) -> bool {
        self.filter != Filter::All || !self.search.is_empty()
    }

    fn row_count(&self, open: &Open) -> usize {
        if self.lists_items() {
            self.items(open).len()
        } else {
            outline(&open.checklist).len()
        }
    }

    fn items(&self, open: &Open) -> Vec<usize> {
        let wanted = folded(&self.search);
        (0..open.checklist.items.len())
            .filter(|&position| {
                let item = &open.checklist.items[position];
                passes(open, item, self.filter)
                    && (wanted.is_empty() || found(open, position, item, &wanted))
            })
            .collect()
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
        self.draw_menu(canvas, height.saturating_sub(1));
    }

    fn draw_filters(&self, model: &Model, open: &Open, canvas: &mut Canvas<'_, '_>) {
        let words = &model.strings.overview;
        if !self.search.is_empty() {
            let count = self.items(open).len();
            canvas.text(1, 0, &(words.found)(&self.search, count), Role::Strong);
            return;
        }
        let mut x = canvas.text(1, 0, words.filter, Role::Plain) + 1;
        for (filter, label) in FILTERS.iter().zip(words.filters) {
            let count = open
                .checklist
                .items
                .iter()
                .filter(|item| passes(open, item, *filter))
                .count();
            let text = if *filter == Filter::All {
                label.to_owned()
            } else {
                format!("{label} {count}")
            };
            let chosen = *filter == self.filter;
            let text = if chosen {
                format!("[{text}]")
            } else {
                format!(" {text} ")
            };
            let role = if chosen { Role::Accent } else { Role::Plain };
            x = canvas.text(x, 0, &text, role);
        }
    }

    fn draw_menu(&self, canvas: &mut Canvas<'_, '_>, y: usize) {
        let labels = canvas.strings().overview.menu;
        let mut x = 1;
        for (index, label) in labels.into_iter().enumerate() {
            let chosen = self.menu == Some(index);
            let sign = if chosen { symbols::SELECTOR } else { " " };
            let role = if chosen { Role::Selected } else { Role::Plain };
            if chosen {
                canvas.caret(x, y);
            }
            x = canvas.text(x, y, &format!("{sign}{label} "), role);
        }
    }

    fn draw_clauses(&self, model: &Model, open: &Open, canvas: &mut Canvas<'_, '_>) {
        let words = &model.strings.overview;
        let rows = outline(&open.checklist);
        let name = name_width(canvas.width());
        let heading = format!(
            "{}{}{}{}{}",
            fit(words.clause, name),
            fit(words.response, 16),
            fit(words.implementation, 16),
            fit_right(words.score, 6),
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
            let selected = self.menu.is_none() && row == self.selected;
            canvas.row(1 + row - first, selected, &text, role);
        }
    }

    fn draw_items(&self, model: &Model, open: &Open, canvas: &mut Canvas<'_, '_>) {
        let items = self.items(open);
        let height = canvas.height();
        if items.is_empty() {
            canvas.text(3, 1, model.strings.overview.nothing, Role::Plain);
        }
        let first = scroll(self.selected, items.len(), height);
        for (row, &position) in items.iter().enumerate().skip(first).take(height) {
            let item = &open.checklist.items[position];
            let text = item_row(model, open, position, item);
            let selected = self.menu.is_none() && row == self.selected;
            canvas.row(row - first, selected, &text, Role::Plain);
        }
    }
}

/// Asks what to search for; the overview then lists what was found.
pub fn ask_search(model: &mut Model) {
    let words = &model.strings.overview;
    let form = Form::new(vec![
        Field::text(words.search, words.search_hint, "", 40),
        Field::button(words.search_go, ""),
    ]);
    let prompt = Prompt::new(
        words.search_title,
        Vec::new(),
        form,
        Box::new(|model: &mut Model, _: &mut Effects, _, form: &Form| {
            let overview = Overview {
                search: form.value(0).to_owned(),
                ..Overview::default()
            };
            // One overview at a time: the one below is the one that shows what was found.
            while model.screens.len() > 1 {
                model.screens.pop();
            }
            model.screens.push(Screen::Overview(overview));
        }),
    );
    model.overlays.push(Overlay::Prompt(prompt));
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

fn passes(open: &Open, item: &Item, filter: Filter) -> bool {
    let standing = standing(&open.checklist, &open.workbook, item);
    let answer = open.workbook.answer(item.id.as_str());
    match filter {
        Filter::All => true,
        Filter::Open => standing == Standing::Blank,
        Filter::Weak => matches!(answer.mark(), Some(Mark::Partial | Mark::NotImplemented)),
        Filter::NoRemark => {
            answer.mark().is_some_and(Mark::needs_remark) && answer.remark.trim().is_empty()
        }
        Filter::Flagged => answer.flagged,
        Filter::Changed => open
            .previous
            .as_ref()
            .is_some_and(|previous| previous.wording_changed(item)),
        Filter::Aside => matches!(standing, Standing::SetAside(_)),
    }
}

fn found(open: &Open, position: usize, item: &Item, wanted: &str) -> bool {
    let citation = open
        .checklist
        .clause_of(position)
        .map_or_else(String::new, |clause| {
            format!("{} {}", clause.citation, clause.heading)
        });
    [item.question.as_str(), item.id.as_str(), &citation]
        .into_iter()
        .any(|text| folded(text).contains(wanted))
}

const fn name_width(width: usize) -> usize {
    let name = width.saturating_sub(3 + 16 + 16 + 6 + 8);
    if name > 60 { 60 } else { name }
}

fn clause_row(model: &Model, scope: &Scope, figures: &Figures, name: usize) -> String {
    let indent = if scope.kind == ScopeKind::Article {
        0
    } else {
        2 + scope.depth * 2
    };
    let title = format!("{}{} {}", " ".repeat(indent), scope.citation, scope.heading);
    let title = fit(&truncate(&title, name - 1), name);
    if figures.applicable() == 0 && figures.items > 0 {
        return format!("{title}{}", model.strings.overview.not_applicable);
    }
    let (full, empty) = symbols::bar(figures.answered(), figures.items, 6);
    let counts = format!("{}/{}", figures.answered(), figures.items);
    let critical = if figures.critical_failures > 0 {
        (model.strings.overview.critical_failures)(figures.critical_failures)
    } else {
        String::new()
    };
    format!(
        "{title}{full}{empty} {}{}{}  {critical}",
        fit(&counts, 9),
        fit(&rate(figures.implementation()), 16),
        fit_right(&score(figures), 6),
    )
}

fn rate(rate: Rate) -> String {
    rate.percent_tenths().map_or_else(
        || symbols::NO_VALUE.to_owned(),
        |tenths| {
            format!(
                "{}% {}/{}",
                fit_right(&one_decimal(tenths), 5),
                rate.numerator,
                rate.denominator
            )
        },
    )
}

fn score(figures: &Figures) -> String {
    figures
        .score_tenths()
        .map_or_else(|| symbols::NO_VALUE.to_owned(), one_decimal)
}

fn item_row(model: &Model, open: &Open, position: usize, item: &Item) -> String {
    let mark = match standing(&open.checklist, &open.workbook, item) {
        Standing::Marked(mark, _) => {
            let (symbol, word) = mark_words(&open.checklist.scale, model.lang, mark);
            format!("{symbol} {word}")
        }
        Standing::SetAside(_) => model.strings.overview.aside.to_owned(),
        Standing::Blank => model.strings.overview.open.to_owned(),
    };
    let citation = open
        .checklist
        .clause_of(position)
        .map_or("", |clause| clause.citation.as_str());
    let citation_width = 18.max(cells(citation) + 1);
    format!(
        "{}{}{}",
        fit(&mark, 14),
        fit(citation, citation_width),
        item.question
    )
}

/// Opens the export of a workbook that was opened for that.
pub fn open_export(model: &mut Model) {
    let export = Screen::Export(Export::new(model));
    model.screens.truncate(2);
    model.screens.push(export);
}

/// Asks to read the folder again.
pub fn reload(effects: &mut Effects) {
    effects.push(Effect::LoadShelf);
}
