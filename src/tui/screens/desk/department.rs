//! One department of what was collected: its figures beside last year, what is open, every answer,
//! and everything it handed in. An answer leads to its row in the file.

use super::submitted::{name, state_text};
use super::{Go, find, source, tab};
use crate::collect::board::{Board, Line};
use crate::domain::ledger::code_key;
use crate::domain::mark::Mark;
use crate::domain::submission::Submission;
use crate::text::board::BoardWords;
use crate::text::figures::points;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects, RowOrder};
use crate::tui::keymap::Action;
use crate::tui::model::{Model, OpenDesk};
use crate::tui::theme::Role;
use crate::tui::widgets::list::moved;
use crate::tui::widgets::menu::Menu;

#[path = "department_rows.rs"]
mod rows;

/// Rows above the table: name, figures, years, tabs, a rule.
const ABOVE: usize = 5;
/// Rows below it: a rule, two lines of detail, the menu.
const BELOW: usize = 4;
/// The most years of the trend.
const YEARS: usize = 5;

/// The tables.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum View {
    /// The figures of each article and clause.
    #[default]
    Clauses,
    /// What is △, × or ？.
    Open,
    /// Every answer.
    Answers,
    /// What was handed in.
    Came,
}

const VIEWS: [View; 4] = [View::Clauses, View::Open, View::Answers, View::Came];

/// What stands in the menu behind the tables: search, source, back.
const MENU: usize = VIEWS.len() + 3;
const SEARCH: usize = VIEWS.len();
const SOURCE: usize = VIEWS.len() + 1;

/// A department's own state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Department {
    line: usize,
    view: View,
    selected: usize,
    menu: Menu,
}

impl Department {
    /// Shows a department, a column of it chosen; where nothing counts, what was handed in.
    #[must_use]
    pub fn of(board: &Board, line: usize, column: Option<usize>) -> Self {
        let counts = board.lines.get(line).and_then(|line| line.submission);
        let column = column.filter(|_| counts.is_some());
        Self {
            line,
            view: if counts.is_some() {
                View::Clauses
            } else {
                View::Came
            },
            selected: column.map_or(0, |column| column + 1),
            menu: Menu::default(),
        }
    }

    fn line<'a>(&self, board: &'a Board) -> Option<&'a Line> {
        board.lines.get(self.line)
    }

    /// Returns the positions of the items listed.
    fn items(&self, board: &Board) -> Vec<usize> {
        let submission = self.line(board).and_then(|line| board.submission(line));
        let Some(submission) = submission else {
            return Vec::new();
        };
        let is_open = |at: &usize| {
            let mark = submission.answers.get(*at).and_then(|answer| answer.mark());
            mark.is_some_and(Mark::needs_remark)
        };
        let all = 0..submission.asked.items.len();
        match self.view {
            View::Open => all.filter(is_open).collect(),
            _ => all.collect(),
        }
    }

    fn count(&self, board: &Board) -> usize {
        let Some(line) = self.line(board) else {
            return 0;
        };
        match self.view {
            View::Clauses if line.submission.is_none() => 0,
            View::Clauses => board.columns.len() + 1,
            View::Open | View::Answers => self.items(board).len(),
            View::Came => line.others.len() + 1,
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let Some(desk) = model.desk.clone() else {
            return Go::Back;
        };
        let board = &desk.board;
        let count = self.count(board);
        if self.menu.act(action, MENU, true) {
            return Go::Stay;
        }
        if let (Action::Enter, Some(at)) = (action, self.menu.chosen()) {
            return self.chosen(model, &desk, at);
        }
        match action {
            Action::Back => return Go::Back,
            Action::NextTable => {
                let at = VIEWS.iter().position(|view| *view == self.view);
                self.show(VIEWS[(at.unwrap_or(0) + 1) % VIEWS.len()]);
            }
            Action::Find => find(model),
            Action::Left => self.to(self.line.saturating_sub(1)),
            Action::Right => self.to((self.line + 1).min(board.lines.len().saturating_sub(1))),
            Action::Enter if count == 0 => self.menu.enter(),
            Action::Enter => return self.enter(model, &desk, effects),
            Action::Down if self.selected + 1 >= count => self.menu.enter(),
            _ => {
                let page = usize::from(model.size.1).saturating_sub(3 + ABOVE + BELOW + 1);
                if let Some(row) = moved(action, self.selected, count, page.max(1)) {
                    self.selected = row;
                }
            }
        }
        Go::Stay
    }

    /// Goes to another department; the same table stays in front.
    fn to(&mut self, line: usize) {
        if line != self.line {
            self.line = line;
            if self.view != View::Clauses {
                self.selected = 0;
            }
        }
    }

    fn show(&mut self, view: View) {
        self.view = view;
        self.selected = 0;
        self.menu = Menu::default();
    }

    fn chosen(&mut self, model: &mut Model, desk: &OpenDesk, at: usize) -> Go {
        match at {
            SEARCH => find(model),
            SOURCE => {
                self.menu = Menu::default();
                return self.source(model, desk);
            }
            _ => match VIEWS.get(at) {
                Some(view) => self.show(*view),
                None => return Go::Back,
            },
        }
        Go::Stay
    }

    fn source(&self, model: &Model, desk: &OpenDesk) -> Go {
        let column = match self.view {
            View::Clauses => self.selected.checked_sub(1),
            _ => None,
        };
        let line = self.line(&desk.board);
        line.map_or(Go::Stay, |line| source::of_line(model, desk, line, column))
    }

    /// Leads to what is chosen: a clause to its answers, an answer to its row.
    fn enter(&mut self, model: &Model, desk: &OpenDesk, effects: &mut Effects) -> Go {
        let board = &desk.board;
        let Some(line) = self.line(board) else {
            return Go::Stay;
        };
        match self.view {
            View::Clauses => {
                let column = self.selected.checked_sub(1);
                let scope = column
                    .and_then(|at| board.columns.get(at))
                    .and_then(|column| {
                        let submission = board.submission(line)?;
                        submission.asked.scope(&column.id)
                    });
                let first = scope.and_then(|scope| scope.items.first().copied());
                if line.submission.is_some() {
                    self.show(View::Answers);
                    self.selected = first.unwrap_or(0);
                }
            }
            View::Open | View::Answers => {
                let item = self.items(board).get(self.selected).copied();
                let submission = board.submission(line);
                if let (Some(item), Some(submission)) = (item, submission)
                    && let Some(row) = submission.origin.row(item)
                {
                    let file = submission.origin.answers.clone();
                    effects.push(Effect::ReadRow(desk.folder.clone(), RowOrder { file, row }));
                }
            }
            View::Came => {
                let all = [line.entry].into_iter().chain(line.others.iter().copied());
                let entry = all.into_iter().nth(self.selected);
                return entry.map_or(Go::Stay, |entry| source::of_entry(model, desk, entry));
            }
        }
        Go::Stay
    }

    /// Draws the department.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let Some(desk) = &model.desk else { return };
        let board = &desk.board;
        let Some(line) = self.line(board) else { return };
        let words = &model.strings.board;
        self.draw_head(model, board, line, canvas);
        let mut x = 1;
        for (view, label) in VIEWS.iter().zip(words.parts) {
            x = tab(canvas, (x, 3), label, *view == self.view);
        }
        canvas.rule(4);
        let (width, height) = (canvas.width(), canvas.height());
        let mut table = canvas.part(0, ABOVE, width, height.saturating_sub(ABOVE + BELOW));
        let selected = self.menu.chosen().is_none();
        self.draw_rows(model, board, line, selected, &mut table);
        canvas.rule(height - BELOW);
        let mut bottom = canvas.part(0, height - BELOW + 1, width, 2);
        self.draw_detail(model, board, line, &mut bottom);
        self.menu.draw(canvas, height - 1, &labels(words));
    }

    fn draw_head(&self, model: &Model, board: &Board, line: &Line, canvas: &mut Canvas<'_, '_>) {
        let Some(entry) = board.entry(line) else {
            return;
        };
        let ruler = canvas.ruler();
        let parts = [
            &*entry.department_code,
            &name(board, self.line),
            &entry.cover().agency,
        ];
        let mut parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let from = board
            .submission(line)
            .map_or_else(Vec::new, |one| came_from(line, one));
        let origin = format!("{} {}", canvas.symbols().from, from.join(", "));
        if !from.is_empty() {
            parts.push(&origin);
        }
        let state = state_text(ruler, model.lang, entry.state);
        let room = canvas.width().saturating_sub(ruler.cells(&state) + 5);
        canvas.text(1, 0, &ruler.truncate(&parts.join("　"), room), Role::Strong);
        canvas.text_right(0, &state, Role::Strong);
        let [one, other] = if let Some(submission) = board.submission(line) {
            let scale = &submission.asked.scale;
            [
                crate::text::figures::line(model.strings, scale, &line.figures),
                trend(model, board, line),
            ]
        } else {
            let (verdict, trouble) = (entry.verdict.as_deref(), entry.trouble.as_deref());
            let told = crate::text::desk::reason(model.lang, entry.state, verdict, trouble);
            [told.what, told.todo]
        };
        canvas.text(1, 1, &one, Role::Plain);
        canvas.text(1, 2, &other, Role::Plain);
    }
}

fn labels(words: &BoardWords) -> [&'static str; MENU] {
    let [one, two, three, four] = words.parts;
    [
        one,
        two,
        three,
        four,
        words.search,
        words.source,
        words.back,
    ]
}

/// Returns the scores of the years.
fn trend(model: &Model, board: &Board, line: &Line) -> String {
    let trend = board.trend(line);
    let years = trend.iter().skip(trend.len().saturating_sub(YEARS));
    let years: Vec<String> = years
        .map(|(year, figures)| {
            let year = (model.strings.fiscal_year)(year.number());
            format!("{year} {}", points(figures.score_tenths()))
        })
        .collect();
    format!("{}  {}", model.strings.board.trend, years.join("  "))
}

/// Returns the names of the departments of last year that this one came from.
fn came_from(line: &Line, submission: &Submission) -> Vec<String> {
    let own = code_key(&submission.department_code);
    let others = line.before.iter();
    let others = others.filter(|one| code_key(&one.department_code) != own);
    others.map(|one| one.cover.department.to_string()).collect()
}
