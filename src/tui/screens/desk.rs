//! What a division collected: who handed in what, the heat map of departments and clauses, the
//! items failed most, and the years. Everything leads on to a department or an item.
//!
//! ```text
//!  取りまとめ　小田原市　令和8年度                      提出 31/40　未提出 6　改変あり 1
//!  [提出状況]  濃淡表   設問   推移                                             40/40件
//! ──────────────────────────────────────────────────────────────────
//!    所属                状態        得点  前年差 (同一)      5    6(1)   6(2)
//!  > 下水道整備課        ○  提出済   79.8  +4.1 (+3.0)     87.5  100.0   62.5
//! ```

mod bottom;
mod department;
mod filter;
mod heard;
mod heat;
mod item;
mod items;
mod source;
mod submitted;
mod years;

use std::sync::Arc;

pub use department::Department;
pub use heard::{opened, progress, row_read, show, show_page};
pub use item::ItemAcross;

use super::returns::Returns;
use super::{Go, Screen};
use crate::collect::board::Board;
use crate::collect::board_filter::BoardFilter;
use crate::domain::ledger::State;
use crate::text::board::BoardWords;
use crate::text::desk as states;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, OpenDesk};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::find::Find;
use crate::tui::theme::Role;
use crate::tui::widgets::list::moved;
use crate::tui::widgets::menu::Menu;

/// Rows below the table: a rule, two lines of detail, the legend, the menu.
const BELOW: usize = 5;
/// Rows above it: tabs, a rule, the headings.
const ABOVE: usize = 4;

/// The tables.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum View {
    /// Who handed in what.
    #[default]
    Submitted,
    /// Departments and clauses.
    Heat,
    /// The items failed most.
    Items,
    /// The years.
    Years,
}

const VIEWS: [View; 4] = [View::Submitted, View::Heat, View::Items, View::Years];

/// What stands in the menu behind the tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Entry {
    View(View),
    Search,
    Filter,
    Source,
    Returns,
    Back,
}

const MENU: [Entry; 9] = [
    Entry::View(View::Submitted),
    Entry::View(View::Heat),
    Entry::View(View::Items),
    Entry::View(View::Years),
    Entry::Search,
    Entry::Filter,
    Entry::Source,
    Entry::Returns,
    Entry::Back,
];

/// The desk's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Desk {
    view: View,
    /// The department chosen, by its place among those shown.
    line: usize,
    /// The item chosen.
    item: usize,
    /// The row of the years chosen: the whole first, then a row a column.
    scope: usize,
    /// The column chosen: the whole first, then the articles and clauses.
    column: usize,
    filter: BoardFilter,
    menu: Menu,
}

impl Desk {
    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action) -> Go {
        let Some(desk) = model.desk.clone() else {
            return Go::Back;
        };
        let board = &desk.board;
        if self.menu.act(action, MENU.len(), true) {
            return Go::Stay;
        }
        if let (Action::Enter, Some(at)) = (action, self.menu.chosen()) {
            return self.chosen(model, &desk, at);
        }
        let lines = self.filter.lines(board);
        match action {
            Action::Back => return Go::Back,
            Action::NextTable => self.turn(1),
            Action::Find => find(model),
            Action::Filter => filter::ask(model, &self.filter),
            Action::Enter => return self.enter(model, board, &lines),
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(board.columns.len()),
            _ => self.go(model, action, board, lines.len()),
        }
        Go::Stay
    }

    /// Returns whether an action would do nothing: only some tables have columns to choose.
    #[must_use]
    pub const fn rests(&self, action: Action) -> bool {
        let has_columns = matches!(self.view, View::Submitted | View::Heat);
        let is_in_table = self.menu.chosen().is_none();
        matches!(action, Action::Left | Action::Right) && is_in_table && !has_columns
    }

    fn turn(&mut self, step: usize) {
        let at = VIEWS.iter().position(|view| *view == self.view);
        self.view = VIEWS[(at.unwrap_or(0) + step) % VIEWS.len()];
    }

    /// Moves among the rows; below the last one is the menu.
    fn go(&mut self, model: &Model, action: Action, board: &Board, lines: usize) {
        let (row, count) = match self.view {
            View::Submitted | View::Heat => (&mut self.line, lines),
            View::Items => (&mut self.item, board.items.len()),
            View::Years => (&mut self.scope, board.columns.len() + 1),
        };
        let page = usize::from(model.size.1).saturating_sub(3 + ABOVE + BELOW);
        if action == Action::Down && *row + 1 >= count {
            return self.menu.enter();
        }
        if let Some(to) = moved(action, *row, count, page.max(1)) {
            *row = to;
        }
    }

    fn chosen(&mut self, model: &mut Model, desk: &Arc<OpenDesk>, at: usize) -> Go {
        match MENU.get(at) {
            Some(Entry::View(view)) => {
                self.view = *view;
                self.menu = Menu::default();
            }
            Some(Entry::Search) => find(model),
            Some(Entry::Filter) => filter::ask(model, &self.filter),
            Some(Entry::Source) => {
                self.menu = Menu::default();
                return self.source(model, desk);
            }
            Some(Entry::Returns) => {
                let returns = Returns::new(model, Arc::clone(desk));
                return Go::To(Box::new(Screen::Returns(Box::new(returns))));
            }
            Some(Entry::Back) | None => return Go::Back,
        }
        Go::Stay
    }

    /// Leads to what is chosen.
    fn enter(&self, model: &Model, board: &Board, lines: &[usize]) -> Go {
        match self.view {
            View::Submitted | View::Heat => {
                let column = self.column.checked_sub(1);
                let at = lines.get(self.line);
                at.map_or(Go::Stay, |&line| {
                    Go::To(Box::new(Screen::Department(Department::of(
                        board, line, column,
                    ))))
                })
            }
            View::Items if self.item < board.items.len() => {
                Go::To(Box::new(Screen::Item(ItemAcross::at(self.item))))
            }
            View::Items => Go::Stay,
            View::Years => source::of_years(model, board, self.scope.checked_sub(1)),
        }
    }

    /// Leads to where the figure chosen stands.
    fn source(&self, model: &Model, desk: &OpenDesk) -> Go {
        let board = &desk.board;
        match self.view {
            View::Submitted | View::Heat => {
                let lines = self.filter.lines(board);
                let line = lines.get(self.line).and_then(|&at| board.lines.get(at));
                line.map_or(Go::Stay, |line| {
                    source::of_line(model, desk, line, self.column.checked_sub(1))
                })
            }
            View::Items => source::of_item(model, board, self.item),
            View::Years => source::of_years(model, board, self.scope.checked_sub(1)),
        }
    }

    /// Shows who passes a filter.
    pub fn filter_by(&mut self, filter: BoardFilter) {
        self.filter = filter;
        self.line = 0;
        self.menu = Menu::default();
        if matches!(self.view, View::Items | View::Years) {
            self.view = View::Submitted;
        }
    }

    /// Draws the desk.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let Some(desk) = &model.desk else { return };
        let board = &desk.board;
        let words = &canvas.strings().board;
        let lines = self.filter.lines(board);
        self.draw_tabs(model, board, lines.len(), canvas);
        canvas.rule(1);
        let (width, height) = (canvas.width(), canvas.height());
        let rows = height.saturating_sub(2 + BELOW);
        let nobody = match self.view {
            View::Submitted if lines.is_empty() => Some(words.none_shown),
            View::Heat if board.columns.is_empty() => Some(words.none_counted),
            View::Heat if lines.is_empty() => Some(words.none_shown),
            View::Items if board.items.is_empty() => Some(words.none_counted),
            View::Years if board.columns.is_empty() => Some(words.none_counted),
            _ => None,
        };
        let mut table = canvas.part(0, 2, width, rows);
        if let Some(nobody) = nobody {
            for (y, line) in nobody.iter().enumerate() {
                table.text(3, 1 + y, line, Role::Plain);
            }
        } else {
            let selected = self.menu.chosen().is_none();
            match self.view {
                View::Submitted => self.draw_submitted(model, board, &lines, selected, &mut table),
                View::Heat => self.draw_heat(board, &lines, selected, &mut table),
                View::Items => self.draw_items(model, board, selected, &mut table),
                View::Years => self.draw_years(model, board, selected, &mut table),
            }
        }
        canvas.rule(height - BELOW);
        let mut bottom = canvas.part(0, height - BELOW + 1, width, BELOW - 2);
        self.draw_bottom(model, board, &lines, &mut bottom);
        let labels = labels(words);
        self.menu.draw(canvas, height - 1, &labels);
    }

    fn draw_tabs(&self, model: &Model, board: &Board, shown: usize, canvas: &mut Canvas<'_, '_>) {
        let words = &model.strings.board;
        let mut x = 1;
        for (view, label) in VIEWS.iter().zip(words.views) {
            x = tab(canvas, (x, 0), label, *view == self.view);
        }
        if matches!(self.view, View::Submitted | View::Heat) {
            let count = (words.shown)(shown, board.lines.len());
            let what = filter::name(model, &self.filter);
            let text = [what.as_str(), &count].join("  ");
            let room = canvas.width().saturating_sub(x + 3);
            let text = model.ruler().truncate(text.trim_start(), room);
            let role = if self.filter.is_off() {
                Role::Plain
            } else {
                Role::Strong
            };
            canvas.text_right(0, &text, role);
        } else if !self.filter.is_off() {
            canvas.text_right(0, words.of_all, Role::Plain);
        }
    }
}

fn labels(words: &BoardWords) -> [&'static str; 9] {
    let [one, two, three, four] = words.views;
    let (search, filter, source, back) = (words.search, words.filter, words.source, words.back);
    let returns = words.returns.short;
    [one, two, three, four, search, filter, source, returns, back]
}

/// Draws a tab; the one in front stands in brackets.
fn tab(canvas: &mut Canvas<'_, '_>, (x, y): (usize, usize), label: &str, chosen: bool) -> usize {
    if chosen {
        canvas.text(x, y, &format!("[{label}]"), Role::Label)
    } else {
        canvas.text(x, y, &format!(" {label} "), Role::Plain)
    }
}

fn find(model: &mut Model) {
    model.overlays.push(Overlay::Find(Find::default()));
}

/// Puts parts beside each other, each a number in words; those without room are one number.
fn fitting(model: &Model, parts: &[(usize, String)], room: usize) -> String {
    let texts: Vec<&str> = parts.iter().map(|(_, text)| text.as_str()).collect();
    let mut shortened = (1..=parts.len()).rev().map(|shown| {
        let (shown, rest) = (&texts[..shown], &parts[shown..]);
        let rest: usize = rest.iter().map(|(count, _)| count).sum();
        let more = (rest > 0).then(|| (model.strings.board.others)(rest));
        [shown, &more.iter().map(String::as_str).collect::<Vec<_>>()]
            .concat()
            .join("  ")
    });
    let fits = |text: &String| model.ruler().cells(text) <= room;
    shortened.find(fits).unwrap_or_default()
}

/// Returns the title line: whose collection it is, and how it stands.
#[must_use]
pub fn title(model: &Model, desk: &OpenDesk) -> (String, String) {
    let words = &model.strings.board;
    let collection = &desk.board.collection;
    let year = (model.strings.fiscal_year)(collection.year.number());
    let left = [words.title, &desk.municipality, &year]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("　");
    let counted = desk
        .board
        .lines
        .iter()
        .filter(|line| line.submission.is_some());
    let expected = desk.board.lines.iter().filter(|line| {
        let state = desk.board.entry(line).map(|entry| entry.state);
        !matches!(state, None | Some(State::NotOnRoster | State::OtherYear))
    });
    let parts = (words.counted)(counted.count(), expected.count());
    let room = usize::from(model.size.0).saturating_sub(model.ruler().cells(&left) + 6);
    let others = [
        State::NotSubmitted,
        State::Draft,
        State::Altered,
        State::Lost,
        State::Alone,
        State::Unreadable,
        State::OtherEdition,
        State::NotOnRoster,
        State::OtherYear,
    ];
    let counts = others.map(|state| (state, desk.board.count(state)));
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let mut all: Vec<(usize, String)> = vec![(0, parts)];
    all.extend(counts.map(|(state, count)| {
        (
            count,
            format!("{} {count}", states::state(model.lang, state)),
        )
    }));
    (left, fitting(model, &all, room))
}
