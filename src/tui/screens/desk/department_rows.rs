//! The rows of a department's tables, and the lines below them.

use super::super::bottom::{last_year, rows as rows_of};
use super::{Department, View};
use crate::collect::board::{Board, Line};
use crate::display::wrap::COLUMN_MAX;
use crate::domain::comparison::Comparison;
use crate::domain::scope::ScopeKind;
use crate::domain::score::Figures;
use crate::domain::submission::Submission;
use crate::text::board::{change, change_kind};
use crate::text::desk::reason;
use crate::text::figures::{percent, points};
use crate::text::mark::{mark_label, mark_words};
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::model::Model;
use crate::tui::screens::desk::submitted::{state_text, state_width};
use crate::tui::symbols::NO_VALUE;
use crate::tui::theme::Role;

/// Widths of the columns, in cells.
const RATE: usize = 15;
const SCORE: usize = 7;
const CHANGE: usize = 16;
const MARK: usize = 12;
const BEFORE: usize = 6;
const CLAUSE: usize = 11;
const ID: usize = 11;
const WORD: usize = 16;
const DATE: usize = 18;
const RECEIPT: usize = 14;
/// The widest name.
const NAME_MAX: usize = 60;

impl Department {
    pub(super) fn draw_rows(
        &self,
        model: &Model,
        board: &Board,
        line: &Line,
        selected: bool,
        canvas: &mut Canvas<'_, '_>,
    ) {
        let words = &model.strings.board;
        let count = self.count(board);
        if count == 0 && self.view == View::Open && line.submission.is_some() {
            canvas.text(3, 1, words.no_open_points, Role::Plain);
        }
        if count == 0 && line.submission.is_none() {
            return draw_uncounted(model, board, line, canvas);
        }
        if count == 0 {
            return;
        }
        let name = canvas
            .width()
            .saturating_sub(3 + RATE + 2 * SCORE + CHANGE + 1)
            .min(NAME_MAX);
        canvas.text(3, 0, &self.heading(model, name), Role::Plain);
        let height = canvas.height().saturating_sub(1);
        let at = self.selected.min(count - 1);
        let first = scroll(at, count, height);
        let items = self.items(board);
        let changes = board.changes(line);
        for row in (first..count).take(height) {
            let (text, role) = match self.view {
                View::Clauses => clause(model, board, line, row, name),
                View::Open | View::Answers => {
                    let submission = board.submission(line);
                    let item = items.get(row).copied().unwrap_or(0);
                    let change = changes.get(item).copied().flatten();
                    let text = submission.map_or_else(String::new, |submission| {
                        self.answer(model, submission, item, change)
                    });
                    (text, Role::Plain)
                }
                View::Came => {
                    let all = [line.entry].into_iter().chain(line.others.iter().copied());
                    let entry = all.into_iter().nth(row).unwrap_or(line.entry);
                    (came(model, board, entry), Role::Plain)
                }
            };
            canvas.row(1 + row - first, selected && row == at, &text, role);
        }
    }

    fn heading(&self, model: &Model, name: usize) -> String {
        let ruler = model.ruler();
        let words = &model.strings.board;
        match self.view {
            View::Clauses => [
                ruler.fit(words.clause, name),
                ruler.fit_right(words.implemented, RATE),
                ruler.fit_right(words.score, SCORE),
                ruler.fit_right(words.before_mark, SCORE),
                ruler.fit_right(words.change, CHANGE),
            ]
            .concat(),
            View::Open => [
                ruler.fit(words.answers_label, MARK),
                ruler.fit(words.since, WORD),
                ruler.fit(words.clause, CLAUSE),
                ruler.fit(words.item, ID),
                words.question.to_owned(),
            ]
            .concat(),
            View::Answers => [
                ruler.fit(words.answers_label, MARK),
                ruler.fit(words.before_mark, BEFORE),
                ruler.fit(words.clause, CLAUSE),
                ruler.fit(words.item, ID),
                words.question.to_owned(),
            ]
            .concat(),
            View::Came => [
                ruler.fit(words.state, state_width(ruler, model.lang)),
                ruler.fit(words.confirmed_at, DATE),
                ruler.fit(words.receipt, RECEIPT),
                words.files.to_owned(),
            ]
            .concat(),
        }
    }

    fn answer(
        &self,
        model: &Model,
        submission: &Submission,
        item: usize,
        change: Option<(
            crate::domain::comparison::ChangeKind,
            Option<crate::domain::mark::Mark>,
        )>,
    ) -> String {
        let ruler = model.ruler();
        let scale = &submission.asked.scale;
        let Some(asked) = submission.asked.items.get(item) else {
            return String::new();
        };
        let mark = submission
            .answers
            .get(item)
            .and_then(|answer| answer.mark());
        let mark = mark.map_or_else(
            || NO_VALUE.to_owned(),
            |mark| mark_label(ruler, scale, model.lang, mark),
        );
        let before = if self.view == View::Open {
            let word = change.map_or("", |(kind, _)| change_kind(model.lang, kind));
            ruler.fit(word, WORD)
        } else {
            let previous = change.and_then(|(_, mark)| mark);
            let sign = previous.map_or(NO_VALUE, |mark| mark_words(scale, model.lang, mark).0);
            ruler.fit(sign, BEFORE)
        };
        [
            ruler.fit(&mark, MARK),
            before,
            ruler.fit(&asked.citation, CLAUSE),
            ruler.fit(&asked.id, ID),
            asked.question.clone(),
        ]
        .concat()
    }

    pub(super) fn draw_detail(
        &self,
        model: &Model,
        board: &Board,
        line: &Line,
        canvas: &mut Canvas<'_, '_>,
    ) {
        let words = &model.strings.board;
        let [one, other] = match self.view {
            View::Clauses => {
                let column = self.selected.checked_sub(1);
                let (_, compared) = of_row(board, line, self.selected);
                let place = board
                    .submission(line)
                    .map_or_else(String::new, |one| rows_of(model, board, one, column));
                let change = if line.submission.is_some() {
                    last_year(model, compared.as_ref())
                } else {
                    String::new()
                };
                [change, place]
            }
            View::Open | View::Answers => {
                let item = self.items(board).get(self.selected).copied();
                let found = board.submission(line).zip(item);
                found.map_or_else(Default::default, |(submission, item)| {
                    let asked = submission.asked.items.get(item);
                    let question = asked.map_or_else(String::new, |asked| asked.question.clone());
                    let remark = submission.remark(item);
                    let remark = if remark.is_empty() {
                        words.no_remark.to_owned()
                    } else {
                        format!("{} {}", words.remark, remark.replace('\n', " "))
                    };
                    [question, remark]
                })
            }
            View::Came => {
                let entry = board.entry(line);
                let confirmed = entry.filter(|entry| !entry.cover().confirmed_by.is_empty());
                let confirmed = confirmed.map_or_else(String::new, |entry| {
                    let at = entry.cover().confirmed_at;
                    let at = at.map_or_else(String::new, |at| at.format("%Y-%m-%d").to_string());
                    (words.confirmed)(&at, &entry.cover().confirmed_by)
                });
                [confirmed, String::new()]
            }
        };
        canvas.text(1, 0, &one, Role::Strong);
        canvas.text(1, 1, &other, Role::Plain);
    }
}

/// Says why there are no figures, as long as it is, and where the files are.
fn draw_uncounted(model: &Model, board: &Board, line: &Line, canvas: &mut Canvas<'_, '_>) {
    let Some(entry) = board.entry(line) else {
        return;
    };
    let (verdict, trouble) = (entry.verdict.as_deref(), entry.trouble.as_deref());
    let told = reason(model.lang, entry.state, verdict, trouble);
    let files = if entry.claim.files.iter().flatten().next().is_some() {
        model.strings.board.see_came
    } else {
        ""
    };
    let width = canvas.width().saturating_sub(6).min(COLUMN_MAX);
    let lines = [&*told.what, &told.todo, files];
    let rows = lines
        .iter()
        .flat_map(|line| model.ruler().wrap(line, width));
    for (y, row) in rows.filter(|row| !row.is_empty()).enumerate() {
        canvas.text(3, 1 + y, &row, Role::Plain);
    }
}

/// Returns the figures of a row of clauses: the whole first, then a row a column.
fn of_row(board: &Board, line: &Line, row: usize) -> (Figures, Option<Comparison>) {
    match row.checked_sub(1) {
        None => (line.figures, line.comparison),
        Some(at) => (
            line.columns.get(at).copied().unwrap_or_default(),
            board
                .columns
                .get(at)
                .and_then(|column| board.compare(line, column)),
        ),
    }
}

fn clause(model: &Model, board: &Board, line: &Line, row: usize, name: usize) -> (String, Role) {
    let ruler = model.ruler();
    let words = &model.strings.board;
    let column = row.checked_sub(1).and_then(|at| board.columns.get(at));
    let (figures, compared) = of_row(board, line, row);
    let title = column.map_or_else(
        || words.total.to_owned(),
        |column| {
            let indent = if column.kind == ScopeKind::Article {
                ""
            } else {
                "  "
            };
            format!("{indent}{} {}", column.citation, column.heading)
        },
    );
    let rate = figures.implementation();
    let counts = format!("{}/{}", rate.numerator, rate.denominator);
    let rate = format!("{} {}", percent(rate), ruler.fit_right(&counts, 7));
    let before = compared
        .as_ref()
        .filter(|one| one.all.before.items > 0)
        .map_or_else(String::new, |one| points(one.all.before.score_tenths()));
    let text = if figures.items == 0 {
        ruler.fit(&title, name)
    } else {
        [
            ruler.fit(&ruler.truncate(&title, name - 1), name),
            ruler.fit_right(&rate, RATE),
            ruler.fit_right(&points(figures.score_tenths()), SCORE),
            ruler.fit_right(&before, SCORE),
            ruler.fit_right(&change(ruler, compared.as_ref()), CHANGE),
        ]
        .concat()
    };
    let strong = column.is_none_or(|column| column.kind == ScopeKind::Article);
    (text, if strong { Role::Strong } else { Role::Plain })
}

fn came(model: &Model, board: &Board, entry: usize) -> String {
    let ruler = model.ruler();
    let Some(entry) = board.collection.ledger.get(entry) else {
        return String::new();
    };
    let at = entry.cover().confirmed_at;
    let at = at.map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M").to_string());
    [
        ruler.fit(
            &state_text(ruler, model.lang, entry.state),
            state_width(ruler, model.lang),
        ),
        ruler.fit(&at, DATE),
        ruler.fit(&entry.cover().receipt, RECEIPT),
        entry.claim.names().replace('\n', "  "),
    ]
    .concat()
}
