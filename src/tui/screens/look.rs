//! The look before an export: what should rarely leave the department, each a key away from its
//! question; then back, or on with a reason.

use super::Go;
use crate::display::wrap::COLUMN_MAX;
use crate::domain::sensitive::{self, Found};
use crate::text::look::{field, kind, words};
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::Effects;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Open};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::widgets::list::moved;

/// The longest reason, in characters.
const REASON_MAX: usize = 200;

/// Rows of a page.
const PAGE: usize = 10;

/// What a row does.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Row {
    Found(Found),
    Back,
    GoOn,
}

/// The look's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Look {
    selected: usize,
}

/// Returns what deserves a look in the open workbook.
#[must_use]
pub fn found(open: &Open) -> Vec<Found> {
    sensitive::in_workbook(&open.checklist, &open.workbook)
}

/// What was found is looked for anew each time: texts may have been changed from here.
fn rows(open: &Open) -> Vec<Row> {
    let mut rows: Vec<Row> = found(open).into_iter().map(Row::Found).collect();
    // The safe way comes first.
    rows.push(Row::Back);
    rows.push(Row::GoOn);
    rows
}

impl Look {
    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        let Some(open) = &mut model.open else {
            return Go::Home;
        };
        let rows = rows(open);
        self.selected = self.selected.min(rows.len().saturating_sub(1));
        if let Some(row) = moved(action, self.selected, rows.len(), PAGE) {
            self.selected = row;
            return Go::Stay;
        }
        match action {
            Action::Back => return Go::Back,
            Action::Enter => match rows.get(self.selected) {
                Some(Row::Found(found)) => {
                    open.position = found.position;
                    return Go::Walk;
                }
                Some(Row::GoOn) if rows.iter().any(|row| matches!(row, Row::Found(_))) => {
                    ask_reason(model);
                }
                Some(Row::GoOn) => {
                    super::export::go_on(model, None, effects);
                    return Go::Back;
                }
                Some(Row::Back) | None => return Go::Back,
            },
            _ => {}
        }
        Go::Stay
    }

    /// Draws the look.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let Some(open) = &model.open else { return };
        let words = words(model.lang);
        let rows = rows(open);
        let count = rows.len() - 2;
        let headline = if count == 0 {
            words.nothing_left.to_owned()
        } else {
            (words.headline)(count)
        };
        canvas.text(1, 0, &headline, Role::Strong);
        canvas.rule(1);
        let width = canvas.width().saturating_sub(6).min(COLUMN_MAX);
        let mut y = 3;
        for line in [words.explain, words.redact] {
            for part in ruler.wrap(line, width) {
                canvas.text(3, y, &part, Role::Plain);
                y += 1;
            }
        }
        y += 1;
        let height = canvas.height().saturating_sub(y + 1);
        let selected = self.selected.min(rows.len().saturating_sub(1));
        let first = scroll(selected, rows.len(), height);
        for (row, content) in rows.iter().enumerate().skip(first).take(height) {
            let text = row_text(model, open, content, count == 0);
            canvas.row(y + row - first, row == selected, &text, Role::Plain);
        }
    }
}

fn row_text(model: &Model, open: &Open, row: &Row, nothing_left: bool) -> String {
    let ruler = model.ruler();
    let words = words(model.lang);
    match row {
        Row::Found(found) => {
            let citation = open
                .checklist
                .clause_of(found.position)
                .map_or("", |clause| clause.citation.as_str());
            format!(
                "{}{}{}{}{}",
                ruler.fit(citation, 14),
                ruler.fit(found.item.as_str(), 11),
                ruler.fit(field(model.lang, found.field), 10),
                ruler.fit(kind(model.lang, found.sighting.kind), 22),
                found.sighting.masked(),
            )
        }
        Row::Back => format!("[ {} ]", words.back),
        Row::GoOn if nothing_left => format!("[ {} ]", words.write),
        Row::GoOn => format!("[ {} ]", words.go_on),
    }
}

fn ask_reason(model: &mut Model) {
    let words = words(model.lang);
    let form = Form::new(vec![
        Field::text(words.reason, words.reason_hint, "", REASON_MAX),
        Field::button(words.write, ""),
    ]);
    let prompt = Prompt::new(
        words.go_on,
        Vec::new(),
        form,
        Box::new(|model: &mut Model, effects: &mut Effects, _, form: &Form| {
            let reason = form.value(0).to_owned();
            if reason.is_empty() {
                return model.warn(words_needed(model));
            }
            // This screen has done its work; the export below it goes on.
            model.screens.pop();
            super::export::go_on(model, Some(reason), effects);
        }),
    );
    model.overlays.push(Overlay::Prompt(prompt));
}

const fn words_needed(model: &Model) -> &'static str {
    words(model.lang).reason_needed
}
