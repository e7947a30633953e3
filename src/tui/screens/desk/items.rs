//! The items across departments, those failed most first.

use super::Desk;
use crate::collect::board::Board;
use crate::domain::mark::Mark;
use crate::text::figures::percent;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// Widths of the columns, in cells.
const CLAUSE: usize = 11;
const ID: usize = 11;
const COUNT: usize = 5;
const RATE: usize = 8;

/// The marks in the order of their columns: what fails first.
pub(super) const ORDER: [Mark; 5] = [
    Mark::NotImplemented,
    Mark::Partial,
    Mark::ToBeConfirmed,
    Mark::NotApplicable,
    Mark::Implemented,
];

impl Desk {
    pub(super) fn draw_items(
        &self,
        model: &Model,
        board: &Board,
        selected: bool,
        canvas: &mut Canvas<'_, '_>,
    ) {
        let ruler = canvas.ruler();
        let words = &model.strings.board;
        let scale = board.scale();
        let signs = ORDER.map(|mark| {
            let sign = scale.map_or("", |scale| scale.entry(mark).symbol.as_str());
            ruler.fit_right(sign, COUNT)
        });
        let heading = format!(
            "{}{}{}{}  {}",
            ruler.fit(words.clause, CLAUSE),
            ruler.fit(words.item, ID),
            signs.concat(),
            ruler.fit_right(words.implemented, RATE),
            words.question,
        );
        canvas.text(3, 0, &heading, Role::Plain);
        let height = canvas.height().saturating_sub(1);
        let first = scroll(self.item, board.items.len(), height);
        for (row, line) in board.items.iter().enumerate().skip(first).take(height) {
            let counts = ORDER.map(|mark| ruler.fit_right(&line.count(mark).to_string(), COUNT));
            let text = format!(
                "{}{}{}{}  {}",
                ruler.fit(&line.item.citation, CLAUSE),
                ruler.fit(&line.item.id, ID),
                counts.concat(),
                ruler.fit_right(&percent(line.figures.implementation()), RATE),
                line.item.question,
            );
            let chosen = selected && row == self.item;
            canvas.row(1 + row - first, chosen, &text, Role::Plain);
        }
    }
}
