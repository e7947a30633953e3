//! The heat map: departments and clauses. How low a score is shows as a shape before it, so that no
//! colour is needed; the least is the quietest.

use super::Desk;
use super::submitted::{cell_width, heading, name, name_width};
use crate::collect::board::Board;
use crate::domain::band::bands;
use crate::domain::heat::{HeatCell, whole_points};
use crate::text::board::band_words;
use crate::text::figures::points;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::symbols::{FLAG, NO_VALUE, Symbols};
use crate::tui::theme::Role;
use crate::tui::widgets::grid::{Grid, GridCell, HEADINGS};

/// Stands where nothing applies.
const NOT_APPLICABLE: &str = "－";
/// Width of the score of everything, in cells.
const SCORE: usize = 6;

/// Returns what a cell shows.
fn shown(symbols: &'static Symbols, cell: HeatCell) -> GridCell {
    let plain = |text: &str| GridCell {
        shape: "",
        text: format!("{text} "),
    };
    match cell {
        HeatCell::NothingHandedIn => plain(NO_VALUE),
        HeatCell::NotAsked => plain(""),
        HeatCell::NotApplicable => plain(NOT_APPLICABLE),
        HeatCell::Unanswered => plain(NO_VALUE),
        HeatCell::Score {
            tenths,
            tone,
            critical,
        } => GridCell {
            shape: symbols.heat.get(tone).copied().unwrap_or_default(),
            text: format!(
                "{:>3}{}",
                whole_points(tenths),
                if critical { FLAG } else { " " }
            ),
        },
    }
}

impl Desk {
    pub(super) fn draw_heat(
        &self,
        board: &Board,
        lines: &[usize],
        selected: bool,
        canvas: &mut Canvas<'_, '_>,
    ) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().board;
        let symbols = canvas.symbols();
        let name_of = name_width(canvas.width());
        let grid = Grid {
            frozen: name_of + SCORE + 1,
            cell: cell_width(ruler, board),
            columns: board.columns.len(),
            column: self.column.checked_sub(1),
        };
        let frozen = format!(
            "{}{}",
            ruler.fit(words.department, name_of),
            ruler.fit_right(words.score, SCORE),
        );
        // Above the digits: a flag may stand behind them.
        grid.heading(canvas, &frozen, 1, |column| heading(board, column));
        let height = canvas.height().saturating_sub(HEADINGS);
        let first = scroll(self.line, lines.len(), height);
        for (row, &at) in lines.iter().enumerate().skip(first).take(height) {
            let Some(line) = board.lines.get(at) else {
                continue;
            };
            let frozen = format!(
                "{}{}",
                ruler.fit(&ruler.truncate(&name(board, at), name_of - 1), name_of),
                ruler.fit_right(&points(line.figures.score_tenths()), SCORE),
            );
            let chosen = selected && row == self.line;
            grid.row(canvas, HEADINGS + row - first, chosen, &frozen, |column| {
                shown(symbols, board.cell(line, column))
            });
        }
    }

    /// Draws what the shapes and signs stand for.
    pub(super) fn draw_legend(board: &Board, canvas: &mut Canvas<'_, '_>, y: usize) {
        let words = &canvas.strings().board;
        let symbols = canvas.symbols();
        let mut x = canvas.text(1, y, words.legend, Role::Plain) + 2;
        for band in board.scale().map(bands).unwrap_or_default() {
            let shape = symbols.heat.get(band.tone).copied().unwrap_or_default();
            if !shape.trim().is_empty() {
                x = canvas.text(x, y, shape, Role::Accent) + 1;
            }
            x = canvas.text(x, y, &band_words(words, band), Role::Plain) + 2;
        }
        let signs = [
            (FLAG, words.critical),
            (NOT_APPLICABLE, words.not_applicable),
            (NO_VALUE, words.nothing),
            ("", words.not_asked),
        ];
        for (sign, meaning) in signs {
            let text = format!("{sign} {meaning}");
            let text = text.trim_start();
            if x + canvas.ruler().cells(text) < canvas.width() {
                x = canvas.text(x, y, text, Role::Plain) + 2;
            }
        }
    }
}
