//! The review: what is still missing, then the score, then confirming by name.

use super::{Go, Screen, export::Export, taking::Taking};
use crate::display::wrap::COLUMN_MAX;
use crate::domain::action;
use crate::domain::completeness::{Missing, missing};
use crate::domain::progress::untouched_count;
use crate::domain::record::Author;
use crate::domain::returning::{wanted, was_handed_in};
use crate::domain::scope::total;
use crate::domain::workbook::Status;
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::effect::Effects;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Open};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::theme::Role;
use crate::tui::widgets::chart::{draw_scores, least_height};
use crate::tui::widgets::form::{Field, Form};
use crate::tui::widgets::list::moved;

/// Rows of the list that come before the chart, when there is not room for both.
const LIST_ROWS: usize = 12;

/// Rows of a page.
const PAGE: usize = 10;

/// What a row does.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Row {
    Missing(Missing),
    Confirm,
    Export,
    Reopen,
    Returned,
    Walk,
}

/// The review's own state.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Review {
    selected: usize,
}

impl Review {
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
                Some(Row::Missing(missing)) => {
                    open.position = missing.position;
                    return Go::Walk;
                }
                Some(Row::Walk) => return Go::Walk,
                Some(Row::Confirm) => ask_name(model),
                Some(Row::Export) => {
                    return Go::To(Box::new(Screen::Export(Export::new(model))));
                }
                Some(Row::Reopen) => ask_reason(model, false),
                Some(Row::Returned) => {
                    let taking = Taking::new(model, effects);
                    return Go::To(Box::new(Screen::Taking(Box::new(taking))));
                }
                None => {}
            },
            _ => {}
        }
        Go::Stay
    }

    /// Draws the review.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let Some(open) = &model.open else { return };
        let words = &canvas.strings().review;
        let rows = rows(open);
        let lacking = missing(&open.checklist, &open.workbook).len();
        let headline = match open.workbook.status() {
            Status::Confirmed { by, at } => (words.confirmed)(
                &by.name,
                &by.title,
                &at.format("%Y-%m-%d %H:%M").to_string(),
            ),
            Status::Draft if lacking > 0 => (words.lacking)(lacking),
            Status::Draft if untouched_count(&open.checklist, &open.workbook) > 0 => {
                model.strings.taking.first.to_owned()
            }
            Status::Draft => words.complete.to_owned(),
        };
        canvas.text(1, 0, &headline, Role::Strong);
        canvas.rule(1);
        let mut y = 3;
        let figures = total(&open.checklist, &open.workbook);
        for line in crate::text::figures::lines(model.strings, &open.checklist.scale, &figures) {
            for part in ruler.wrap(&line, canvas.width().saturating_sub(6)) {
                canvas.text(3, y, &part, Role::Plain);
                y += 1;
            }
        }
        if let Some(reason) = open.workbook.returned() {
            for line in ruler.wrap(
                &(words.returned)(reason),
                canvas.width().saturating_sub(6).min(COLUMN_MAX),
            ) {
                canvas.text(3, y, &line, Role::Warning);
                y += 1;
            }
        }
        if let Some((text, role)) = returned_line(model, open) {
            for line in ruler.wrap(&text, canvas.width().saturating_sub(6).min(COLUMN_MAX)) {
                canvas.text(3, y, &line, role);
                y += 1;
            }
        }
        y += 1;
        let room = canvas.height().saturating_sub(y);
        let chart = room.saturating_sub(rows.len().min(LIST_ROWS) + 1);
        let height = if chart >= least_height(open) {
            rows.len().min(room - 1 - least_height(open))
        } else {
            room.saturating_sub(1)
        };
        if chart >= least_height(open) {
            let below = y + height + 1;
            draw_scores(model, open, canvas, below, room - height - 1);
        }
        let selected = self.selected.min(rows.len().saturating_sub(1));
        let first = scroll(selected, rows.len(), height);
        for (row, content) in rows.iter().enumerate().skip(first).take(height) {
            let text = row_text(model, open, content);
            canvas.row(y + row - first, row == selected, &text, Role::Plain);
        }
    }
}

/// Returns how many of the items that came back were not changed yet; none when none came back.
fn returned_line(model: &Model, open: &Open) -> Option<(String, Role)> {
    let words = &model.strings.taking;
    if wanted(&open.checklist, &open.workbook).is_empty() {
        return None;
    }
    Some(match untouched_count(&open.checklist, &open.workbook) {
        0 => (words.all_touched.to_owned(), Role::Plain),
        left => ((words.left)(left), Role::Warning),
    })
}

fn rows(open: &Open) -> Vec<Row> {
    if open.workbook.is_confirmed() {
        return vec![Row::Export, Row::Walk, Row::Reopen, Row::Returned];
    }
    let mut rows: Vec<Row> = missing(&open.checklist, &open.workbook)
        .into_iter()
        .map(Row::Missing)
        .collect();
    if rows.is_empty() {
        rows.push(Row::Confirm);
        // What came back is to be corrected first.
        let place = usize::from(untouched_count(&open.checklist, &open.workbook) == 0);
        rows.insert(place, Row::Walk);
    }
    rows.push(Row::Export);
    // What was handed in may come back before it is confirmed again.
    if was_handed_in(&open.workbook) {
        rows.push(Row::Returned);
    }
    rows
}

fn row_text(model: &Model, open: &Open, row: &Row) -> String {
    let ruler = model.ruler();
    let words = &model.strings.review;
    match row {
        Row::Missing(missing) => {
            let item = open.checklist.items.get(missing.position);
            let citation = open
                .checklist
                .clause_of(missing.position)
                .map_or("", |clause| clause.citation.as_str());
            format!(
                "{}{}{}",
                ruler.fit((words.lack)(missing.lack), 22),
                ruler.fit(citation, 17),
                item.map_or("", |item| item.question.as_str())
            )
        }
        Row::Confirm => format!("[ {} ]", words.confirm),
        Row::Export => format!("[ {} ]", words.export),
        Row::Reopen => format!("[ {} ]", words.reopen),
        Row::Returned => format!("[ {} ]", model.strings.taking.entry),
        Row::Walk => format!("[ {} ]", words.look),
    }
}

fn ask_name(model: &mut Model) {
    let words = &model.strings.review;
    let setup = &model.strings.setup;
    let form = Form::new(vec![
        Field::text(words.name, words.name_hint, &model.preferences.name, 40),
        Field::text(setup.title, setup.title_hint, &model.preferences.title, 40),
        Field::button(words.go_on, words.go_on_hint),
    ]);
    let prompt = Prompt::new(
        words.confirm,
        vec![words.meaning.to_owned()],
        form,
        Box::new(|model: &mut Model, _: &mut Effects, _, form: &Form| {
            let by = Author {
                name: form.value(0).to_owned(),
                title: form.value(1).to_owned(),
            };
            ask_again(model, by);
        }),
    );
    model.overlays.push(Overlay::Prompt(prompt));
}

fn ask_again(model: &mut Model, by: Author) {
    let Some(open) = &model.open else { return };
    let words = &model.strings.review;
    if by.name.is_empty() {
        return model.warn((model.strings.setup.needed)(words.name));
    }
    let figures = total(&open.checklist, &open.workbook);
    let mut lines = vec![(words.signed)(&by.name, &by.title)];
    lines.extend(crate::text::figures::lines(
        model.strings,
        &open.checklist.scale,
        &figures,
    ));
    let left = untouched_count(&open.checklist, &open.workbook);
    if left > 0 {
        lines.push((model.strings.taking.left)(left));
    }
    let confirm = Confirm::new(
        words.really,
        lines,
        (words.confirm, words.not_yet),
        Box::new(move |model, effects| {
            let Some(open) = &model.open else { return };
            let outcome = action::confirm(&open.checklist, &open.workbook, &by);
            if model.commit(outcome, effects) {
                let text = model.strings.review.done;
                model.tell(text);
            }
        }),
    );
    model.overlays.push(Overlay::Confirm(confirm));
}

/// Asks why the workbook becomes a draft again: returned, or reopened here.
pub(super) fn ask_reason(model: &mut Model, returned: bool) {
    let words = &model.strings.review;
    let title = if returned {
        words.take_back
    } else {
        words.reopen
    };
    let form = Form::new(vec![
        Field::text(words.reason, words.reason_hint, "", 200),
        Field::button(title, ""),
    ]);
    let prompt = Prompt::new(
        title,
        Vec::new(),
        form,
        Box::new(
            move |model: &mut Model, effects: &mut Effects, _, form: &Form| {
                let Some(open) = &model.open else { return };
                let outcome = action::back_to_draft(&open.workbook, form.value(0), returned);
                if model.commit(outcome, effects) {
                    let text = model.strings.review.open_again;
                    model.tell(text);
                    if matches!(model.screens.last(), Some(Screen::Taking(_))) {
                        model.screens.pop();
                    }
                }
            },
        ),
    );
    model.overlays.push(Overlay::Prompt(prompt));
}
