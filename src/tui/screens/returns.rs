//! Making return slips for departments that must correct something.
//!
//! ```text
//!  差戻し票を作る
//! ──────────────────────────────────────────────────────────────────
//!    提出の状態から、2所属に作ります。
//!      0520 中央図書館（下書き）、0610 監査委員事務局（改変あり）
//!
//!  > 項目の表
//!    期限         2026-12-10
//!    …
//!    [ 差戻し票を作る ]
//! ```

use std::path::PathBuf;
use std::sync::Arc;

use super::desk::show_page;
use super::{Go, Screen};
use crate::collect::return_slips;
use crate::collect::returns::{How, places, returns};
use crate::display::wrap::COLUMN_MAX;
use crate::error::Result;
use crate::store::merging;
use crate::store::returning::RETURNS;
use crate::text::{desk as states, returning, typed};
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects, Page, ReturnOrder};
use crate::tui::keymap::Action;
use crate::tui::model::{Model, OpenDesk};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::theme::Role;
use crate::tui::widgets::folded::{Folded, Line};
use crate::tui::widgets::form::{Field, Form, FormGo, Kind};
use crate::tui::widgets::text_input::TextInput;

const ITEMS: usize = 0;
const DUE: usize = 1;
const BY: usize = 2;
const TO: usize = 3;
const MAKE: usize = 4;
const PROPOSE: usize = 5;
/// The longest path, day and name.
const PATH_MAX: usize = 1_000;
const DAY_MAX: usize = 10;
const NAME_MAX: usize = 100;
/// How many departments are named.
const NAMED_MAX: usize = 12;

/// Making return slips.
#[derive(Debug)]
pub struct Returns {
    /// What is asked for.
    pub form: Form,
    desk: Arc<OpenDesk>,
    /// What it is about, and who gets a slip in any case.
    about: Folded,
}

impl Returns {
    /// Begins with what was collected.
    #[must_use]
    pub fn new(model: &Model, desk: Arc<OpenDesk>) -> Self {
        let words = &model.strings.board.returns;
        let to = usual(&desk).display().to_string();
        let by = &model.preferences.name;
        let form = Form::new(vec![
            Field::text(words.items, words.items_hint, "", PATH_MAX),
            Field::text(words.due, words.due_hint, "", DAY_MAX),
            Field::text(words.by, words.by_hint, by, NAME_MAX),
            Field::text(words.to, words.to_hint, &to, PATH_MAX),
            Field::button(words.make, words.make_hint),
            Field::button(words.propose, words.propose_hint),
            Field::button(words.back, ""),
        ]);
        let about = Folded::new(about(model, &desk).into_iter().map(Line::Text));
        Self { form, desk, about }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.form.act(action) {
            FormGo::Pressed(MAKE) => self.make(model, effects),
            FormGo::Pressed(PROPOSE) => {
                model.tell(model.strings.board.collect.writing);
                effects.push(Effect::ProposeReturns(Arc::clone(&self.desk), self.to()));
            }
            FormGo::Back | FormGo::Pressed(_) => return Go::Back,
            FormGo::Chosen(_) | FormGo::Stay => {}
        }
        Go::Stay
    }

    fn make(&mut self, model: &mut Model, effects: &mut Effects) {
        let due = typed::day(self.form.value(DUE));
        if due.is_none() && !self.form.value(DUE).is_empty() {
            self.form.focus = DUE;
            return model.warn(model.strings.board.returns.bad_due);
        }
        let today = model.now.date_naive();
        let due = match due.map(|day| return_slips::due(day, today)).transpose() {
            Ok(due) => due.unwrap_or_default(),
            Err(error) => {
                self.form.focus = DUE;
                return model.tell_error(&error);
            }
        };
        let items = self.form.value(ITEMS);
        let order = ReturnOrder {
            items: (!items.is_empty()).then(|| items.to_owned()),
            due,
            by: self.form.value(BY).to_owned(),
            to: self.to(),
            is_sure: false,
        };
        write(model, effects, Arc::clone(&self.desk), Box::new(order));
    }

    /// Where to; with the field left empty, where it is proposed.
    fn to(&self) -> PathBuf {
        match merging::bare(self.form.value(TO)) {
            "" => usual(&self.desk),
            to => PathBuf::from(to),
        }
    }

    /// Draws the form.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let words = &model.strings.board.returns;
        canvas.text(1, 0, words.title, Role::Strong);
        canvas.rule(1);
        let width = canvas.width().saturating_sub(6).min(COLUMN_MAX);
        let mut y = 3;
        for row in self.about.on(canvas, width).iter() {
            canvas.text(3, y, row, Role::Plain);
            y += 1;
        }
        self.form.draw(canvas, y + 1);
    }
}

/// Where slips are usually put.
fn usual(desk: &OpenDesk) -> PathBuf {
    desk.folder.join(RETURNS)
}

/// Says what it is about, and who gets a slip for the state of what was handed in.
fn about(model: &Model, desk: &OpenDesk) -> Vec<String> {
    let words = &model.strings.board.returns;
    let collection = &desk.board.collection;
    let how = How {
        lang: model.lang,
        by: "",
        date: "",
        due: "",
    };
    let all = places(collection);
    let found = returns(collection, &all, &[], how);
    let mut lines: Vec<String> = words.intro.iter().map(ToString::to_string).collect();
    lines.push(String::new());
    if found.is_empty() {
        lines.push(words.nobody.to_owned());
        return lines;
    }
    let mut names: Vec<String> = found
        .iter()
        .take(NAMED_MAX)
        .map(|one| {
            let entry = one.place.entry;
            returning::named(model.lang, entry, states::state(model.lang, entry.state))
        })
        .collect();
    if found.len() > NAMED_MAX {
        names.push((words.more)(found.len() - NAMED_MAX));
    }
    lines.push((words.whole)(found.len()));
    lines.push(format!("  {}", names.join(model.strings.walk.separator)));
    lines
}

fn write(model: &mut Model, effects: &mut Effects, desk: Arc<OpenDesk>, order: Box<ReturnOrder>) {
    model.tell(model.strings.board.collect.writing);
    effects.push(Effect::WriteReturns(desk, order));
}

/// Asks whether to make as many slips as a table makes.
pub fn ask(
    model: &mut Model,
    numbers: (usize, usize),
    desk: Arc<OpenDesk>,
    order: Box<ReturnOrder>,
) {
    // Nobody is asked of what they turned away from.
    if !matches!(model.screens.last(), Some(Screen::Returns(_))) || !model.overlays.is_empty() {
        return;
    }
    model.notice = None;
    let words = &model.strings.board.returns;
    let lines = vec![(words.counted)(numbers.0, numbers.1)];
    let then = Box::new(move |model: &mut Model, effects: &mut Effects| {
        let sure = ReturnOrder {
            is_sure: true,
            ..*order
        };
        write(model, effects, desk, Box::new(sure));
    });
    let confirm = Confirm::new(words.title, lines, (words.make, words.not_yet), then);
    model.overlays.push(Overlay::Confirm(confirm));
}

/// Shows which slips were made, or why none were.
pub fn made(model: &mut Model, result: Result<Page>) {
    let waits = matches!(model.screens.last(), Some(Screen::Returns(_)));
    match result {
        Ok(page) if waits && model.overlays.is_empty() => {
            model.notice = None;
            show_page(model, page);
        }
        // Nobody is torn away from what they went on to.
        Ok(page) => model.tell(page.title),
        Err(error) => model.tell_error(&error),
    }
}

/// Puts the table that was proposed into its field.
pub fn proposed(model: &mut Model, result: Result<(PathBuf, usize)>) {
    match result {
        Ok((path, rows)) => {
            if let Some(Screen::Returns(returns)) = model.screens.last_mut()
                && let Some(field) = returns.form.fields.get_mut(ITEMS)
            {
                field.kind = Kind::Text(TextInput::line(&path.display().to_string(), PATH_MAX));
                returns.form.focus = ITEMS;
            }
            let text = returning::template_written(model.lang, &path, rows);
            model.tell(text);
        }
        Err(error) => model.tell_error(&error),
    }
}
