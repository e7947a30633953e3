//! Drawing what there is to take, and what a slip says.

use super::{Row, Stage, Taking};
use crate::display::wrap::COLUMN_MAX;
use crate::domain::returning::ReturnSlip;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::model::{Model, Open};
use crate::tui::theme::Role;

/// Where a reason begins, in cells.
const REASON_AT: usize = 15;
/// Rows below the items: a blank, what taking does in two rows, a blank and two choices.
const BELOW: usize = 6;

impl Taking {
    /// Draws the screen.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let Some(open) = &model.open else { return };
        canvas.rule(1);
        match &self.stage {
            Stage::Choose => self.draw_choice(open, canvas),
            Stage::Ask => {
                let words = &canvas.strings().taking;
                canvas.text(1, 0, words.other, Role::Strong);
                let y = lines(canvas, 3, words.intro, Role::Plain);
                self.form.draw(canvas, y + 1);
            }
            Stage::Read(seen) => self.draw_slip(open, &seen.slip, canvas),
        }
    }

    fn draw_choice(&self, open: &Open, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().taking;
        let headline = if self.found.is_empty() {
            words.entry.to_owned()
        } else {
            (words.found)(self.found.len())
        };
        canvas.text(1, 0, &headline, Role::Strong);
        let mut y = lines(canvas, 3, words.intro, Role::Plain) + 1;
        if self.found.is_empty() {
            y = lines(canvas, y, &[words.none], Role::Plain) + 1;
        }
        let rows = self.rows(open);
        let any_taken = self.found.iter().any(|lying| Self::is_taken(open, lying));
        let tag = if any_taken {
            ruler.cells(words.taken) + 2
        } else {
            0
        };
        let height = canvas.height().saturating_sub(y + 1);
        let first = scroll(self.selected, rows.len(), height);
        let width = canvas.width().saturating_sub(6);
        for (row, what) in rows.iter().enumerate().skip(first).take(height) {
            let text = match what {
                Row::Other => format!("[ {} ]", words.other),
                Row::Without => format!("[ {} ]", words.without),
                Row::Slip(at) => self.found.get(*at).map_or_else(String::new, |lying| {
                    let slip = &lying.slip.slip;
                    let taken = if Self::is_taken(open, lying) {
                        words.taken
                    } else {
                        ""
                    };
                    let text = (words.row)(&slip.date, &slip.by, slip.items.len(), &lying.path);
                    format!("{}{text}", ruler.fit(taken, tag))
                }),
            };
            let text = ruler.truncate(&text, width);
            canvas.row(y + row - first, row == self.selected, &text, Role::Plain);
        }
    }

    fn draw_slip(&self, open: &Open, slip: &ReturnSlip, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().taking;
        let inner = &slip.slip;
        canvas.text(1, 0, &(words.head)(&inner.date, &inner.by), Role::Strong);
        let mut y = lines(canvas, 3, &[slip.reason.as_str()], Role::Strong);
        if !inner.receipt.is_empty() {
            y = lines(
                canvas,
                y,
                &[(words.receipt)(&inner.receipt).as_str()],
                Role::Plain,
            );
        }
        if !inner.due.is_empty() {
            y = lines(canvas, y, &[(words.due)(&inner.due).as_str()], Role::Plain);
        }
        let bottom = canvas.height().saturating_sub(BELOW);
        if !inner.items.is_empty() {
            canvas.text(3, y + 1, &(words.items)(inner.items.len()), Role::Label);
            y += 2;
        }
        let width = canvas.width().saturating_sub(6 + REASON_AT).min(COLUMN_MAX);
        for (index, returned) in inner.items.iter().enumerate() {
            let parts = ruler.wrap(&returned.reason, width);
            let last = index + 1 == inner.items.len();
            if y + parts.len() + usize::from(!last) > bottom {
                let more = (words.more)(inner.items.len() - index);
                canvas.text(3, y, &more, Role::Plain);
                break;
            }
            let known = open.checklist.position(returned.item.as_str()).is_some();
            let role = if known { Role::Plain } else { Role::Warning };
            canvas.text(3, y, returned.item.as_str(), role);
            for part in parts {
                canvas.text(3 + REASON_AT, y, &part, Role::Plain);
                y += 1;
            }
        }
        let y = canvas.height().saturating_sub(BELOW - 1);
        lines(canvas, y, &[words.meaning], Role::Plain);
        let y = canvas.height().saturating_sub(2);
        for (row, label) in [words.take, words.back].into_iter().enumerate() {
            let label = format!("[ {label} ]");
            canvas.row(y + row, self.selected == row, &label, Role::Plain);
        }
    }
}

/// Writes lines, wrapped, and returns the row below them.
fn lines(canvas: &mut Canvas<'_, '_>, top: usize, lines: &[&str], role: Role) -> usize {
    let ruler = canvas.ruler();
    let width = canvas.width().saturating_sub(6).min(COLUMN_MAX);
    let mut y = top;
    for line in lines {
        for part in ruler.wrap(line, width) {
            canvas.text(3, y, &part, role);
            y += 1;
        }
    }
    y
}
