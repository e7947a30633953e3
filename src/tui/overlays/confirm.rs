//! A question with two answers. The safe one is chosen until the user chooses the other.

use super::{Overlay, OverlayGo, Then};
use crate::display::wrap::wrap;
use crate::store::draft::Draft;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// A question with two answers.
pub struct Confirm {
    title: String,
    lines: Vec<String>,
    yes: String,
    no: String,
    yes_chosen: bool,
    then: Option<Then>,
    otherwise: Option<Then>,
}

impl std::fmt::Debug for Confirm {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Confirm").field(&self.title).finish()
    }
}

impl Confirm {
    /// Asks a question; `then` is done when the answer is yes.
    #[must_use]
    pub fn new(title: &str, lines: Vec<String>, answers: (&str, &str), then: Then) -> Self {
        Self {
            title: title.to_owned(),
            lines,
            yes: answers.0.to_owned(),
            no: answers.1.to_owned(),
            yes_chosen: false,
            then: Some(then),
            otherwise: None,
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action) -> OverlayGo {
        match action {
            Action::Left | Action::Right => self.yes_chosen = !self.yes_chosen,
            Action::Enter => {
                let then = if self.yes_chosen {
                    self.then.take()
                } else {
                    self.otherwise.take()
                };
                return then.map_or(OverlayGo::Close, OverlayGo::Then);
            }
            Action::Back => return OverlayGo::Close,
            _ => {}
        }
        OverlayGo::Stay
    }

    /// Draws the question over the lower part of the screen.
    pub fn draw(&self, canvas: &mut Canvas<'_, '_>) {
        let width = canvas.width().saturating_sub(8);
        let lines: Vec<String> = self
            .lines
            .iter()
            .flat_map(|line| wrap(line, width))
            .collect();
        let height = lines.len() + 7;
        let top = canvas.height().saturating_sub(height);
        let whole = canvas.width();
        let mut panel = canvas.part(0, top, whole, height);
        panel.clear();
        panel.rule(0);
        panel.text(3, 1, &self.title, Role::Strong);
        let mut y = 3;
        for line in &lines {
            panel.text(3, y, line, Role::Plain);
            y += 1;
        }
        y += 1;
        for (chosen, label) in [(!self.yes_chosen, &self.no), (self.yes_chosen, &self.yes)] {
            panel.row(y, chosen, label, Role::Plain);
            y += 1;
        }
    }
}

/// Asks whether to leave the program; at once when nothing can be lost and no workbook is open.
pub fn ask_quit(model: &mut Model, effects: &mut Effects) {
    if matches!(model.overlays.last(), Some(Overlay::Confirm(_))) {
        return;
    }
    if model.open.is_none() {
        model.ended = true;
        return effects.push(Effect::Quit);
    }
    ask_to_leave(model);
}

/// Asks whether to leave the program, whatever is open.
pub fn ask_to_leave(model: &mut Model) {
    let words = &model.strings.quit;
    let unsaved = model.unsaved();
    let lines = if unsaved > 0 {
        vec![(words.unsaved)(unsaved), words.unsaved_hint.to_owned()]
    } else {
        vec![words.saved.to_owned()]
    };
    let confirm = Confirm::new(
        words.title,
        lines,
        (words.leave, words.stay),
        Box::new(|model, effects| {
            model.ended = true;
            effects.push(Effect::Quit);
        }),
    );
    model.overlays.push(Overlay::Confirm(confirm));
}

/// Offers a text that was being typed when the program ended last time.
pub fn offer_draft(model: &mut Model, draft: Draft) {
    let words = &model.strings.draft;
    let title = words.title;
    let item = model
        .open
        .as_ref()
        .and_then(|open| open.checklist.item(draft.item.as_str()))
        .map_or_else(String::new, |item| item.question.clone());
    let lines = vec![
        (words.found)(&crate::text::errors::time(&draft.at)),
        item,
        draft.text.clone(),
    ];
    let answers = (words.restore, words.discard);
    let mut confirm = Confirm::new(
        title,
        lines,
        answers,
        Box::new(move |model, _| {
            if let Some(position) = model.position_of(draft.item.as_str()) {
                model.go_to(position);
                let edit = super::edit::Edit::with_text(model, draft.field, &draft.text);
                if let Some(edit) = edit {
                    model.overlays.push(Overlay::Edit(edit));
                }
            }
        }),
    );
    // Here the safe answer is to bring the text back.
    confirm.yes_chosen = true;
    confirm.otherwise = Some(Box::new(|_, effects| {
        effects.push(Effect::KeepDraft(None));
    }));
    model.overlays.push(Overlay::Confirm(confirm));
}
