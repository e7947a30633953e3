//! The years one after the other: everybody's score, over everything and each article and clause.

use super::Desk;
use crate::collect::board::{Board, YearLine};
use crate::domain::comparison::Comparison;
use crate::domain::scope::ScopeKind;
use crate::domain::score::Figures;
use crate::text::board::change;
use crate::text::figures::points;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// Widths of the columns, in cells.
const YEAR: usize = 11;
const CHANGE: usize = 15;
/// The widest name.
const NAME_MAX: usize = 44;
/// The narrowest name.
const NAME_MIN: usize = 22;

/// Returns the figures of a row of a year: the whole first, then a row a column.
fn figures(year: &YearLine, row: usize) -> Figures {
    match row.checked_sub(1) {
        None => year.figures,
        Some(column) => year.columns.get(column).copied().unwrap_or_default(),
    }
}

/// Returns this year beside the year before, of a row.
#[must_use]
pub(super) fn comparison(board: &Board, row: usize) -> Option<&Comparison> {
    match row.checked_sub(1) {
        None => Some(&board.comparison),
        Some(column) => board.column_comparisons.get(column),
    }
}

impl Desk {
    pub(super) fn draw_years(
        &self,
        model: &Model,
        board: &Board,
        selected: bool,
        canvas: &mut Canvas<'_, '_>,
    ) {
        let ruler = canvas.ruler();
        let words = &model.strings.board;
        let room = canvas.width().saturating_sub(3 + NAME_MIN + CHANGE + 1) / YEAR;
        let years = &board.years;
        let years = years
            .get(years.len().saturating_sub(room)..)
            .unwrap_or_default();
        let left = canvas
            .width()
            .saturating_sub(3 + CHANGE + 1 + years.len() * YEAR);
        let name = left.min(NAME_MAX);
        let mut heading = ruler.fit(words.clause, name);
        let mut counts = ruler.fit(words.departments, name);
        for year in years {
            let label = (model.strings.fiscal_year)(year.year.number());
            heading.push_str(&ruler.fit_right(&label, YEAR));
            counts.push_str(&ruler.fit_right(&year.departments.to_string(), YEAR));
        }
        heading.push_str(&ruler.fit_right(words.change, CHANGE));
        canvas.text(3, 0, &heading, Role::Plain);
        canvas.text(3, 1, &counts, Role::Plain);
        let height = canvas.height().saturating_sub(2);
        let rows = board.columns.len() + 1;
        let first = scroll(self.scope, rows, height);
        for row in (first..rows).take(height) {
            let column = row.checked_sub(1).and_then(|at| board.columns.get(at));
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
            let mut text = ruler.fit(&ruler.truncate(&title, name - 1), name);
            for year in years {
                let score = points(figures(year, row).score_tenths());
                text.push_str(&ruler.fit_right(&score, YEAR));
            }
            text.push_str(&ruler.fit_right(&change(ruler, comparison(board, row)), CHANGE));
            let strong = column.is_none_or(|column| column.kind == ScopeKind::Article);
            let role = if strong { Role::Strong } else { Role::Plain };
            let chosen = selected && row == self.scope;
            canvas.row(2 + row - first, chosen, &text, role);
        }
    }
}
