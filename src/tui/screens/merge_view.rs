//! Drawing a merge: what there is to do, and both sides of a difference beside each other.

use super::{Merge, Stage};
use crate::display::wrap::COLUMN_MAX;
use crate::domain::merge::{Conflict, Version};
use crate::store::merging::Sight;
use crate::text::merge as text;
use crate::tui::canvas::Canvas;
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// Rows kept free below the values: a blank, two choices, a blank and a hint.
const BELOW: usize = 5;
/// Most rows of a question above the values.
const QUESTION_MAX: usize = 3;

impl Merge {
    /// Draws the merge.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        canvas.rule(1);
        match (self.stage, &self.sight) {
            (Stage::Plan, Some(sight)) => self.draw_plan(model, sight, canvas),
            (Stage::Decide(at), Some(sight)) => {
                if let Some(conflict) = self.conflicts().get(at) {
                    self.draw_conflict(model, sight, (at, conflict), canvas);
                }
            }
            (Stage::Done(added), _) => {
                canvas.text(1, 0, &self.key.to_string(), Role::Strong);
                draw_done(added, canvas);
            }
            _ => self.draw_ask(canvas),
        }
    }

    fn draw_ask(&self, canvas: &mut Canvas<'_, '_>) {
        let words = &canvas.strings().merge;
        canvas.text(1, 0, &self.key.to_string(), Role::Strong);
        let y = lines(canvas, 3, words.intro.iter().copied());
        self.form.draw(canvas, y + 1);
    }

    fn draw_plan(&self, model: &Model, sight: &Sight, canvas: &mut Canvas<'_, '_>) {
        let words = &canvas.strings().merge;
        canvas.text(1, 0, words.plan, Role::Strong);
        let copy = sight.copy.display().to_string();
        let both = (words.both)(&sight.key.to_string(), &copy);
        let y = lines(canvas, 3, both.iter().map(String::as_str)) + 1;
        let outlook = text::outlook(model.lang, sight);
        let y = lines(canvas, y, outlook.iter().map(String::as_str)) + 1;
        let y = y.min(canvas.height().saturating_sub(2));
        if self.is_anything_to_do() {
            let go_on = if self.conflicts().is_empty() {
                words.merge
            } else {
                words.decide
            };
            canvas.row(y, self.row == 0, go_on, Role::Plain);
            canvas.row(y + 1, self.row == 1, words.back, Role::Plain);
        } else {
            canvas.row(y, true, words.to_list, Role::Plain);
        }
    }

    fn draw_conflict(
        &self,
        model: &Model,
        sight: &Sight,
        (at, conflict): (usize, &Conflict),
        canvas: &mut Canvas<'_, '_>,
    ) {
        let words = &canvas.strings().merge;
        let position = (words.position)(at + 1, self.conflicts().len());
        let x = canvas.text(1, 0, &position, Role::Strong);
        let unit = text::unit(model.lang, &sight.checklist, &conflict.unit);
        canvas.text(x + 3, 0, &unit, Role::Strong);
        let layout = Layout::of(model, sight, conflict);
        for (y, (line, role)) in (2..).zip(&layout.above) {
            canvas.text(3, y, line, *role);
        }
        let first = self.first.min(layout.last_first());
        let sides = [
            (words.mine, &conflict.mine),
            (words.theirs, &conflict.theirs),
        ];
        for (index, ((name, version), column)) in sides.into_iter().zip(&layout.columns).enumerate()
        {
            let x = 3 + index * layout.half;
            let mut part = canvas.part(x, layout.top, layout.half - 1, layout.room + 3);
            part.text(0, 0, name, Role::Strong);
            let who = text::stamp(model.lang, version.stamp.as_ref());
            part.text(0, 1, &who, Role::Plain);
            for (line, value) in column.iter().skip(first).take(layout.room).enumerate() {
                part.text(0, 3 + line, value, Role::Plain);
            }
        }
        if first < layout.last_first() {
            canvas.text(
                1,
                layout.top + layout.room + 2,
                canvas.symbols().more_below,
                Role::Accent,
            );
        }
        let y = canvas.height().saturating_sub(BELOW - 1);
        for (row, label) in [words.take_mine, words.take_theirs].into_iter().enumerate() {
            let label = format!("{} {label}", row + 1);
            canvas.row(y + row, self.row == row, &label, Role::Plain);
        }
        canvas.text(3, y + 3, words.kept, Role::Plain);
    }

    /// Returns how far the values of a difference can be scrolled.
    pub(super) fn last_first(&self, model: &Model, at: usize) -> usize {
        let sight = self.sight.as_ref();
        sight
            .zip(self.conflicts().get(at))
            .map_or(0, |(sight, conflict)| {
                Layout::of(model, sight, conflict).last_first()
            })
    }
}

/// Where the parts of a difference stand.
struct Layout {
    /// The question, and a warning, from the third row on.
    above: Vec<(String, Role)>,
    /// The row of the headings.
    top: usize,
    /// The width of a column with the gap behind it.
    half: usize,
    /// How many rows the values have.
    room: usize,
    /// The values of both sides.
    columns: [Vec<String>; 2],
}

impl Layout {
    fn of(model: &Model, sight: &Sight, conflict: &Conflict) -> Self {
        let ruler = model.ruler();
        let (width, height) = (usize::from(model.size.0), usize::from(model.size.1));
        let inner = width.saturating_sub(6);
        let item = conflict.unit.item();
        let item = item.and_then(|item| sight.checklist.item(item.as_str()));
        let question = item.map_or_else(Vec::new, |item| {
            ruler.wrap(&item.question, inner.min(COLUMN_MAX))
        });
        let mut above: Vec<(String, Role)> = question
            .into_iter()
            .take(QUESTION_MAX)
            .map(|line| (line, Role::Plain))
            .collect();
        if conflict.reworded {
            let lines = ruler.wrap(model.strings.merge.reworded, inner.min(COLUMN_MAX));
            above.extend(lines.into_iter().map(|line| (line, Role::Warning)));
        }
        let top = above.len() + 3;
        let half = inner / 2;
        // The title and the footer are none of the screen's own rows.
        let end = height.saturating_sub(3 + BELOW);
        Self {
            above,
            top,
            half,
            room: end.saturating_sub(top + 3),
            columns: [&conflict.mine, &conflict.theirs]
                .map(|version| column(model, sight, version, half - 2)),
        }
    }

    fn last_first(&self) -> usize {
        let longest = self.columns.iter().map(Vec::len).max().unwrap_or(0);
        longest.saturating_sub(self.room)
    }
}

fn column(model: &Model, sight: &Sight, version: &Version, width: usize) -> Vec<String> {
    let ruler = model.ruler();
    text::value(model.lang, &sight.checklist, &version.value)
        .iter()
        .flat_map(|line| ruler.wrap(line, width))
        .collect()
}

fn draw_done(added: usize, canvas: &mut Canvas<'_, '_>) {
    let words = &canvas.strings().merge;
    canvas.text(3, 3, &(words.done)(added), Role::Strong);
    let y = lines(canvas, 5, words.done_hint.iter().copied());
    canvas.row(y + 1, true, words.to_list, Role::Plain);
}

/// Writes lines, wrapped behind their indent, and returns the row below them.
fn lines<'a>(
    canvas: &mut Canvas<'_, '_>,
    top: usize,
    lines: impl Iterator<Item = &'a str>,
) -> usize {
    let ruler = canvas.ruler();
    let mut y = top;
    for line in lines {
        let indent = ruler.cells(line) - ruler.cells(line.trim_start());
        let width = canvas.width().saturating_sub(6 + indent).min(COLUMN_MAX);
        for part in ruler.wrap(line.trim_start(), width) {
            canvas.text(3 + indent, y, &part, Role::Plain);
            y += 1;
        }
    }
    y
}
