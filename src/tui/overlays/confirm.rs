//! A question with a few answers. The safe one stands first and is chosen until the user moves.

use super::{Overlay, OverlayGo, Then};
use crate::display::wrap::COLUMN_MAX;
use crate::store::draft::Draft;
use crate::tui::canvas::Canvas;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;

/// An answer: its words, and what it leads to.
pub type Answer = (String, Option<Then>);

/// A question with a few answers.
pub struct Confirm {
    title: String,
    lines: Vec<String>,
    answers: Vec<Answer>,
    chosen: usize,
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
        let (yes, no) = answers;
        let answers = vec![(no.to_owned(), None), (yes.to_owned(), Some(then))];
        Self::of(title, lines, answers)
    }

    /// Asks a question with answers of any number; an answer that leads nowhere closes it.
    #[must_use]
    pub fn of(title: &str, lines: Vec<String>, answers: Vec<Answer>) -> Self {
        Self {
            title: title.to_owned(),
            lines,
            answers,
            chosen: 0,
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action) -> OverlayGo {
        match action {
            Action::Left => {
                let last = self.answers.len().saturating_sub(1);
                self.chosen = self.chosen.checked_sub(1).unwrap_or(last);
            }
            Action::Right => self.chosen = (self.chosen + 1) % self.answers.len().max(1),
            Action::Enter => {
                let answer = self.answers.get_mut(self.chosen);
                let then = answer.and_then(|(_, then)| then.take());
                return then.map_or(OverlayGo::Close, OverlayGo::Then);
            }
            Action::Back => return OverlayGo::Close,
            _ => {}
        }
        OverlayGo::Stay
    }

    /// Draws the question over the lower part of the screen.
    pub fn draw(&self, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let width = canvas.width().saturating_sub(8).min(COLUMN_MAX);
        let lines: Vec<String> = self
            .lines
            .iter()
            .flat_map(|line| ruler.wrap(line, width))
            .collect();
        let height = lines.len() + 5 + self.answers.len();
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
        for (index, (label, _)) in self.answers.iter().enumerate() {
            panel.row(y, index == self.chosen, label, Role::Plain);
            y += 1;
        }
    }
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
    let restore: Then = Box::new(move |model, _| {
        if let Some(position) = model.position_of(draft.item.as_str()) {
            model.go_to(position);
            let edit = super::edit::Edit::with_text(model, draft.field, &draft.text);
            if let Some(edit) = edit {
                model.overlays.push(Overlay::Edit(edit));
            }
        }
    });
    let discard: Then = Box::new(|_, effects| effects.push(Effect::KeepDraft(None)));
    let mut confirm = Confirm::of(
        title,
        lines,
        vec![
            (words.discard.to_owned(), Some(discard)),
            (words.restore.to_owned(), Some(restore)),
        ],
    );
    // Here the safe answer is to bring the text back.
    confirm.chosen = 1;
    model.overlays.push(Overlay::Confirm(confirm));
}
