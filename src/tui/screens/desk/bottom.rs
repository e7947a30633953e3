//! The lines below a table: what the figure chosen is exactly, and where it stands.

use super::years::comparison;
use super::{Desk, View};
use crate::collect::board::{Board, Line};
use crate::domain::comparison::Comparison;
use crate::domain::submission::Submission;
use crate::text::board::{cell_line, difference};
use crate::text::desk::reason;
use crate::tui::canvas::Canvas;
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// Returns the file and the rows of a column of a submission: of everything without one.
#[must_use]
pub(super) fn rows(
    model: &Model,
    board: &Board,
    submission: &Submission,
    column: Option<usize>,
) -> String {
    let scope = column
        .and_then(|at| board.columns.get(at))
        .and_then(|column| submission.asked.scope(&column.id));
    let items = scope.map_or_else(
        || (0..submission.asked.items.len()).collect(),
        |scope| scope.items.clone(),
    );
    let found = items.iter().filter_map(|&item| submission.origin.row(item));
    let (first, last) = (found.clone().min(), found.max());
    match (first, last) {
        (Some(first), Some(last)) => {
            (model.strings.board.rows_of)(&submission.origin.answers, first, last)
        }
        _ => String::new(),
    }
}

/// Returns what a comparison says, in one sentence.
#[must_use]
pub(super) fn last_year(model: &Model, comparison: Option<&Comparison>) -> String {
    let words = &model.strings.board;
    match comparison.filter(|one| one.all.before.items > 0) {
        Some(one) => (words.last_year)(
            &difference(one.all.change_tenths()),
            &difference(one.alike.change_tenths()),
        ),
        None => words.no_last_year.to_owned(),
    }
}

impl Desk {
    pub(super) fn draw_bottom(
        &self,
        model: &Model,
        board: &Board,
        lines: &[usize],
        canvas: &mut Canvas<'_, '_>,
    ) {
        let two = match self.view {
            View::Submitted | View::Heat => {
                let line = lines.get(self.line).and_then(|&at| board.lines.get(at));
                line.map_or_else(Default::default, |line| self.of_line(model, board, line))
            }
            View::Items => self.of_item(model, board),
            View::Years => self.of_years(model, board),
        };
        let [one, other] = two;
        canvas.text(1, 0, &one, Role::Strong);
        canvas.text(1, 1, &other, Role::Plain);
        if self.view == View::Heat {
            Self::draw_legend(board, canvas, 2);
        }
    }

    fn of_line(&self, model: &Model, board: &Board, line: &Line) -> [String; 2] {
        let column = self.column.checked_sub(1);
        let Some(submission) = board.submission(line) else {
            let Some(entry) = board.entry(line) else {
                return Default::default();
            };
            let (verdict, trouble) = (entry.verdict.as_deref(), entry.trouble.as_deref());
            let told = reason(model.lang, entry.state, verdict, trouble);
            let place = told.row.map_or_else(
                || told.file.clone(),
                |row| (model.strings.board.file_row)(&told.file, row),
            );
            let place = [place, told.column].join(" ");
            let what = format!("{} {}", told.what, told.todo);
            return [what.trim().to_owned(), place.trim().to_owned()];
        };
        let what = column.and_then(|at| board.columns.get(at));
        let figures = match column {
            None => line.figures,
            Some(at) => line.columns.get(at).copied().unwrap_or_default(),
        };
        let name = what.map_or_else(
            || model.strings.board.total.to_owned(),
            |column| format!("{} {}", column.citation, column.heading),
        );
        let figures = cell_line(model.strings, Some(&submission.asked.scale), &figures);
        // The figures are never cut off; of the name the citation comes first.
        let ruler = model.ruler();
        let room = usize::from(model.size.0).saturating_sub(ruler.cells(&figures) + 4);
        let name = ruler.truncate(&name, room);
        [
            format!("{name}  {figures}"),
            rows(model, board, submission, column),
        ]
    }

    fn of_item(&self, model: &Model, board: &Board) -> [String; 2] {
        let Some(line) = board.items.get(self.item) else {
            return Default::default();
        };
        let width = usize::from(model.size.0).saturating_sub(3);
        let mut wrapped = model.ruler().wrap(&line.item.question, width).into_iter();
        [(); 2].map(|()| wrapped.next().unwrap_or_default())
    }

    fn of_years(&self, model: &Model, board: &Board) -> [String; 2] {
        let scale = board.scale();
        let found = comparison(board, self.scope);
        let figures = found.map(|one| one.all.now).unwrap_or_default();
        [
            cell_line(model.strings, scale, &figures),
            last_year(model, found),
        ]
    }
}
