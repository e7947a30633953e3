//! One item across departments: who answered what, beside last year, with the remarks. An answer
//! leads to its row in the file.

use super::{Go, find, source, tab};
use crate::collect::board::{Board, ItemLine, Line};
use crate::domain::mark::Mark;
use crate::domain::submission::Submission;
use crate::text::board::cell_line;
use crate::text::mark::{mark_label, mark_words};
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::{Effect, Effects, RowOrder};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::symbols::NO_VALUE;
use crate::tui::theme::Role;
use crate::tui::widgets::list::moved;
use crate::tui::widgets::menu::Menu;

/// Rows above the table: id, two of the question, figures, tabs, a rule.
const ABOVE: usize = 6;
/// Rows below it: a rule, a line of detail, the menu.
const BELOW: usize = 3;
/// Widths of the columns, in cells.
const NAME: usize = 24;
const MARK: usize = 12;
const BEFORE: usize = 6;
/// Both tables, search, source, back.
const MENU: usize = 5;
const SEARCH: usize = 2;
const SOURCE: usize = 3;

/// An item's own state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemAcross {
    item: usize,
    /// Whether only △, × and ？ are listed.
    only_open: bool,
    selected: usize,
    menu: Menu,
}

impl ItemAcross {
    /// Shows an item.
    #[must_use]
    pub fn at(item: usize) -> Self {
        Self {
            item,
            only_open: false,
            selected: 0,
            menu: Menu::default(),
        }
    }

    /// Returns who was asked, with the position of the item there.
    fn answers<'a>(&self, board: &'a Board) -> Vec<(&'a Line, &'a Submission, usize)> {
        let Some(item) = board.items.get(self.item) else {
            return Vec::new();
        };
        let asked = board.lines.iter().filter_map(|line| {
            let submission = board.submission(line)?;
            Some((line, submission, submission.asked.position(&item.item.id)?))
        });
        let is_open = |submission: &Submission, at: usize| {
            let mark = submission.answers.get(at).and_then(|answer| answer.mark());
            mark.is_some_and(Mark::needs_remark)
        };
        asked
            .filter(|(_, submission, at)| !self.only_open || is_open(submission, *at))
            .collect()
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let Some(desk) = model.desk.clone() else {
            return Go::Back;
        };
        let board = &desk.board;
        let answers = self.answers(board);
        let count = answers.len();
        if self.menu.act(action, MENU, true) {
            return Go::Stay;
        }
        match (action, self.menu.chosen()) {
            (Action::Enter, Some(SEARCH)) | (Action::Find, _) => find(model),
            (Action::Enter, Some(SOURCE)) => {
                self.menu = Menu::default();
                return source::of_item(model, board, self.item);
            }
            (Action::Enter, Some(at)) if at < SEARCH => self.list(at == 1),
            (Action::Enter, Some(_)) | (Action::Back, _) => return Go::Back,
            (Action::NextTable, _) => self.list(!self.only_open),
            (Action::Left, _) => self.to(self.item.saturating_sub(1)),
            (Action::Right, _) => self.to((self.item + 1).min(board.items.len().saturating_sub(1))),
            (Action::Enter, None) => {
                if let Some((_, submission, at)) = answers.get(self.selected)
                    && let Some(row) = submission.origin.row(*at)
                {
                    let file = submission.origin.answers.clone();
                    effects.push(Effect::ReadRow(desk.folder.clone(), RowOrder { file, row }));
                }
            }
            (Action::Down, _) if self.selected + 1 >= count => self.menu.enter(),
            _ => {
                let page = usize::from(model.size.1).saturating_sub(3 + ABOVE + BELOW);
                if let Some(row) = moved(action, self.selected, count, page.max(1)) {
                    self.selected = row;
                }
            }
        }
        Go::Stay
    }

    fn to(&mut self, item: usize) {
        self.item = item;
        self.selected = 0;
    }

    fn list(&mut self, only_open: bool) {
        self.only_open = only_open;
        self.selected = 0;
        self.menu = Menu::default();
    }

    /// Draws the item.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let Some(desk) = &model.desk else { return };
        let board = &desk.board;
        let Some(item) = board.items.get(self.item) else {
            return;
        };
        let words = &model.strings.board;
        let answers = self.answers(board);
        draw_head(model, board, item, canvas);
        let mut x = 1;
        for (only_open, label) in [false, true].into_iter().zip(words.item_parts) {
            x = tab(canvas, (x, 4), label, only_open == self.only_open);
        }
        canvas.rule(5);
        let (width, height) = (canvas.width(), canvas.height());
        let rows = height.saturating_sub(ABOVE + BELOW);
        let mut table = canvas.part(0, ABOVE, width, rows);
        if answers.is_empty() {
            table.text(3, 1, words.no_open_points, Role::Plain);
        }
        let at = self.selected.min(answers.len().saturating_sub(1));
        let first = scroll(at, answers.len(), rows);
        let inside = self.menu.chosen().is_none();
        for (row, answer) in answers.iter().enumerate().skip(first).take(rows) {
            let text = row_text(model, item, answer);
            table.row(row - first, inside && row == at, &text, Role::Plain);
        }
        canvas.rule(height - BELOW);
        if let Some((_, submission, position)) = answers.get(at)
            && let Some(row) = submission.origin.row(*position)
        {
            let place = (words.rows_of)(&submission.origin.answers, row, row);
            canvas.text(1, height - 2, &place, Role::Plain);
        }
        let [all, open] = words.item_parts;
        let labels = [all, open, words.search, words.source, words.back];
        self.menu.draw(canvas, height - 1, &labels);
    }
}

fn draw_head(model: &Model, board: &Board, item: &ItemLine, canvas: &mut Canvas<'_, '_>) {
    let words = &model.strings.board;
    let mut title = format!("{}　{}", item.item.citation, item.item.id);
    if item.item.critical {
        title.push('　');
        title.push_str(words.critical_item);
    }
    canvas.text(1, 0, &title, Role::Strong);
    let width = canvas.width().saturating_sub(3);
    let question = canvas.ruler().wrap(&item.item.question, width);
    for (y, line) in question.iter().take(2).enumerate() {
        canvas.text(1, 1 + y, line, Role::Strong);
    }
    let scale = board.scale();
    let text = cell_line(model.strings, scale, &item.figures);
    canvas.text(1, 3, &text, Role::Plain);
}

fn row_text(
    model: &Model,
    item: &ItemLine,
    (line, submission, at): &(&Line, &Submission, usize),
) -> String {
    let ruler = model.ruler();
    let words = &model.strings.board;
    let scale = &submission.asked.scale;
    let mark = submission.answers.get(*at).and_then(|answer| answer.mark());
    let mark = mark.map_or_else(
        || NO_VALUE.to_owned(),
        |mark| mark_label(ruler, scale, model.lang, mark),
    );
    let before = line.before.iter().find_map(|one| one.mark(&item.item.id));
    let before = before.map_or(NO_VALUE, |mark| mark_words(scale, model.lang, mark).0);
    [
        ruler.fit(
            &ruler.truncate(&submission.cover.department, NAME - 1),
            NAME,
        ),
        ruler.fit(&mark, MARK),
        format!("{} {}", words.before_mark, ruler.fit(before, BEFORE)),
        submission.remark(*at).replace('\n', " "),
    ]
    .concat()
}
