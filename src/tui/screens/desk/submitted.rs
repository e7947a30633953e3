//! Who handed in what: state by sign and word, score, change since last year, and the score of each
//! article and clause.

use super::Desk;
use crate::collect::board::Board;
use crate::display::width::Ruler;
use crate::domain::ledger::State;
use crate::text::Lang;
use crate::text::board::{change, state_sign};
use crate::text::desk::state as state_word;
use crate::text::figures::points;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::model::Model;
use crate::tui::widgets::grid::{Grid, GridCell, HEADINGS};

/// Widths of the columns, in cells.
const SIGN: usize = 3;
const SCORE: usize = 6;
const CHANGE: usize = 15;
/// The narrowest and the widest column of figures.
const CELLS: (usize, usize) = (6, 10);
/// The narrowest and the widest name.
const NAMES: (usize, usize) = (18, 30);
/// Of a wide screen, this much more is left to the name.
const NAME_FROM: usize = 100;

/// Returns the width of a column of states.
#[must_use]
pub(super) fn state_width(ruler: Ruler, lang: Lang) -> usize {
    let widths = State::ALL.map(|state| ruler.cells(state_word(lang, state)));
    SIGN + widths.into_iter().max().unwrap_or(0) + 1
}

/// Returns a state as sign and word.
#[must_use]
pub(super) fn state_text(ruler: Ruler, lang: Lang, state: State) -> String {
    format!(
        "{}{}",
        ruler.fit(state_sign(state), SIGN),
        state_word(lang, state)
    )
}

/// Returns the width of the column of names.
#[must_use]
pub(super) const fn name_width(width: usize) -> usize {
    let more = width.saturating_sub(NAME_FROM) / 2;
    if NAMES.0 + more > NAMES.1 {
        NAMES.1
    } else {
        NAMES.0 + more
    }
}

/// Returns the heading of a column: its citation, what stands behind its number below it.
#[must_use]
pub(super) fn heading(board: &Board, column: usize) -> [String; 2] {
    let citation = board.columns.get(column).map_or("", |one| &*one.citation);
    let end = citation.rfind(')').map_or(0, |at| at + 1);
    match citation.split_at_checked(end) {
        Some((number, rest)) if !number.is_empty() && !rest.is_empty() => {
            [number.to_owned(), rest.to_owned()]
        }
        _ => [String::new(), citation.to_owned()],
    }
}

/// Returns the width of a column that its heading and a score have room in.
#[must_use]
pub(super) fn cell_width(ruler: Ruler, board: &Board) -> usize {
    let headings = (0..board.columns.len()).flat_map(|column| heading(board, column));
    let longest = headings.map(|part| ruler.cells(&part)).max().unwrap_or(0);
    (longest + 1).clamp(CELLS.0, CELLS.1)
}

/// Returns a department's name, as it names itself; of what is nameless, its files.
#[must_use]
pub(super) fn name(board: &Board, line: usize) -> String {
    let entry = board.lines.get(line).and_then(|line| board.entry(line));
    entry.map_or_else(String::new, |entry| {
        if entry.cover().department.is_empty() {
            entry.claim.names().replace('\n', " ")
        } else {
            entry.cover().department.to_string()
        }
    })
}

impl Desk {
    pub(super) fn draw_submitted(
        &self,
        model: &Model,
        board: &Board,
        lines: &[usize],
        selected: bool,
        canvas: &mut Canvas<'_, '_>,
    ) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().board;
        let (name_of, state) = (name_width(canvas.width()), state_width(ruler, model.lang));
        let grid = Grid {
            frozen: name_of + state + SCORE + CHANGE + 1,
            cell: cell_width(ruler, board),
            columns: board.columns.len(),
            column: self.column.checked_sub(1),
        };
        let frozen = format!(
            "{}{}{}{}",
            ruler.fit(words.department, name_of),
            ruler.fit(words.state, state),
            ruler.fit_right(words.score, SCORE),
            ruler.fit_right(words.change, CHANGE),
        );
        grid.heading(canvas, &frozen, 0, |column| heading(board, column));
        let height = canvas.height().saturating_sub(HEADINGS);
        let first = scroll(self.line, lines.len(), height);
        for (row, &at) in lines.iter().enumerate().skip(first).take(height) {
            let Some(line) = board.lines.get(at) else {
                continue;
            };
            let of = board.entry(line).map(|entry| entry.state);
            let frozen = format!(
                "{}{}{}{}",
                ruler.fit(&ruler.truncate(&name(board, at), name_of - 1), name_of),
                ruler.fit(
                    &of.map_or_else(String::new, |of| state_text(ruler, model.lang, of)),
                    state
                ),
                ruler.fit_right(&points(line.figures.score_tenths()), SCORE),
                ruler.fit_right(&change(ruler, line.comparison.as_ref()), CHANGE),
            );
            let chosen = selected && row == self.line;
            grid.row(canvas, HEADINGS + row - first, chosen, &frozen, |column| {
                GridCell {
                    shape: "",
                    text: match line.columns.get(column) {
                        Some(figures) if figures.items > 0 => points(figures.score_tenths()),
                        Some(_) => String::new(),
                        None => points(None),
                    },
                }
            });
        }
    }
}
