//! A few fields to fill in over a screen: a search, a reason, a document.

use super::{OverlayGo, Then};
use crate::display::wrap::COLUMN_MAX;
use crate::tui::canvas::Canvas;
use crate::tui::effect::Effects;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Form, FormGo};

/// What to do with the fields: the index of the button pressed and the form.
pub type Done = Box<dyn FnOnce(&mut Model, &mut Effects, usize, &Form)>;

/// A few fields to fill in.
pub struct Prompt {
    title: String,
    lines: Vec<String>,
    /// The fields.
    pub form: Form,
    done: Option<Done>,
}

impl std::fmt::Debug for Prompt {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Prompt").field(&self.title).finish()
    }
}

impl Prompt {
    /// Asks for a few fields; `done` gets them when a button is pressed.
    #[must_use]
    pub fn new(title: &str, lines: Vec<String>, form: Form, done: Done) -> Self {
        Self {
            title: title.to_owned(),
            lines,
            form,
            done: Some(done),
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action) -> OverlayGo {
        match self.form.act(action) {
            FormGo::Back => OverlayGo::Close,
            FormGo::Pressed(index) => {
                let form = self.form.clone();
                self.done.take().map_or(OverlayGo::Close, |done| {
                    let then: Then = Box::new(move |model: &mut Model, effects: &mut Effects| {
                        done(model, effects, index, &form);
                    });
                    OverlayGo::Then(then)
                })
            }
            FormGo::Stay | FormGo::Chosen(_) => OverlayGo::Stay,
        }
    }

    /// Draws the fields over the lower part of the screen.
    pub fn draw(&self, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let width = canvas.width().saturating_sub(8).min(COLUMN_MAX);
        let lines: Vec<String> = self
            .lines
            .iter()
            .flat_map(|line| ruler.wrap(line, width))
            .collect();
        let height = lines.len() + self.form.fields.len() + 8;
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
        if !lines.is_empty() {
            y += 1;
        }
        self.form.draw(&mut panel, y);
    }
}
