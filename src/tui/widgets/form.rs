//! A short form: text fields, choices and buttons, one below the other.
//!
//! ```text
//!    課のコード     0420▏
//!  > 実施機関       ← 市長 →
//!
//!    [ はじめる ]
//! ```

use super::text_draw::draw_line;
use super::text_input::{Reaction, TextInput};
use crate::display::wrap::COLUMN_MAX;
use crate::format::sealing::Passphrase;
use crate::tui::canvas::Canvas;
use crate::tui::key::Key;
use crate::tui::keymap::Action;
use crate::tui::theme::Role;

/// What a field takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A text.
    Text(TextInput),
    /// One of several.
    Choice {
        /// What there is to choose.
        options: Vec<String>,
        /// Which one is chosen.
        selected: usize,
    },
    /// A text that is not shown.
    Secret(Passphrase),
    /// Something to do.
    Button,
}

/// A field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// What it is called.
    pub label: String,
    /// A sentence shown while it is in focus.
    pub hint: String,
    /// What it takes.
    pub kind: Kind,
}

/// A form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Form {
    /// Its fields.
    pub fields: Vec<Field>,
    /// Which one is in focus.
    pub focus: usize,
}

/// What an action did to a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormGo {
    /// Nothing of interest outside.
    Stay,
    /// A choice changed: the field's index.
    Chosen(usize),
    /// A button was pressed: the field's index.
    Pressed(usize),
    /// Back.
    Back,
}

impl Field {
    /// Makes a text field.
    #[must_use]
    pub fn text(label: &str, hint: &str, text: &str, max: usize) -> Self {
        Self {
            label: label.to_owned(),
            hint: hint.to_owned(),
            kind: Kind::Text(TextInput::line(text, max)),
        }
    }

    /// Makes a field for a text that is not shown.
    #[must_use]
    pub fn secret(label: &str, hint: &str) -> Self {
        Self {
            label: label.to_owned(),
            hint: hint.to_owned(),
            kind: Kind::Secret(Passphrase::default()),
        }
    }

    /// Makes a choice.
    #[must_use]
    pub fn choice(label: &str, hint: &str, options: Vec<String>, selected: usize) -> Self {
        Self {
            label: label.to_owned(),
            hint: hint.to_owned(),
            kind: Kind::Choice { options, selected },
        }
    }

    /// Makes a button.
    #[must_use]
    pub fn button(label: &str, hint: &str) -> Self {
        Self {
            label: label.to_owned(),
            hint: hint.to_owned(),
            kind: Kind::Button,
        }
    }
}

impl Form {
    /// Makes a form with its first field in focus.
    #[must_use]
    pub const fn new(fields: Vec<Field>) -> Self {
        Self { fields, focus: 0 }
    }

    /// Returns the text of a field, without blanks around it; of a choice, what is chosen.
    #[must_use]
    pub fn value(&self, index: usize) -> &str {
        match self.fields.get(index).map(|field| &field.kind) {
            Some(Kind::Text(input)) => input.text().trim(),
            Some(Kind::Choice { options, selected }) => {
                options.get(*selected).map_or("", String::as_str)
            }
            _ => "",
        }
    }

    /// Returns the text of a field that does not show it.
    #[must_use]
    pub fn secret(&self, index: usize) -> Passphrase {
        match self.fields.get(index).map(|field| &field.kind) {
            Some(Kind::Secret(secret)) => secret.clone(),
            _ => Passphrase::default(),
        }
    }

    /// Returns which option of a choice is chosen.
    #[must_use]
    pub fn chosen(&self, index: usize) -> usize {
        match self.fields.get(index).map(|field| &field.kind) {
            Some(Kind::Choice { selected, .. }) => *selected,
            _ => 0,
        }
    }

    /// Returns whether the field in focus is one with a text.
    #[must_use]
    pub fn writes(&self) -> bool {
        let field = self.fields.get(self.focus);
        matches!(field.map(|field| &field.kind), Some(Kind::Text(_)))
    }

    /// Returns whether an action would do nothing: there is nothing to choose from.
    #[must_use]
    pub fn rests(&self, action: Action) -> bool {
        let field = self.fields.get(self.focus).map(|field| &field.kind);
        matches!(action, Action::Left | Action::Right)
            && !matches!(field, Some(Kind::Choice { .. }))
    }

    /// Gives a key to the field in focus.
    pub fn typed(&mut self, key: Key) -> Reaction {
        match self.fields.get_mut(self.focus).map(|field| &mut field.kind) {
            // One line has no up and down, and Enter goes on to the next field.
            Some(Kind::Text(input)) => input.key_in_line(key),
            Some(Kind::Secret(secret)) => {
                *secret = match key {
                    Key::Char(sign) => secret.with(sign),
                    Key::Backspace => secret.without_last(),
                    _ => return Reaction::Ignored,
                };
                Reaction::Changed
            }
            _ => Reaction::Ignored,
        }
    }

    /// Gives a pasted text to the field in focus.
    pub fn pasted(&mut self, text: &str) -> Reaction {
        match self.fields.get_mut(self.focus).map(|field| &mut field.kind) {
            Some(Kind::Text(input)) => input.insert(text.trim_end()),
            Some(Kind::Secret(secret)) => {
                for sign in text.trim_end_matches(['\r', '\n']).chars() {
                    *secret = secret.with(sign);
                }
                Reaction::Changed
            }
            _ => Reaction::Ignored,
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action) -> FormGo {
        let last = self.fields.len().saturating_sub(1);
        if let Some(Kind::Text(input)) =
            self.fields.get_mut(self.focus).map(|field| &mut field.kind)
        {
            input.leave();
        }
        match action {
            Action::NextField => {
                self.focus = if self.focus == last {
                    0
                } else {
                    self.focus + 1
                }
            }
            Action::PreviousField => {
                self.focus = self.focus.checked_sub(1).unwrap_or(last);
            }
            Action::Enter => {
                if let Some(Kind::Button) = self.fields.get(self.focus).map(|field| &field.kind) {
                    return FormGo::Pressed(self.focus);
                }
                self.focus = (self.focus + 1).min(last);
            }
            Action::Left => return self.choose(-1),
            Action::Right => return self.choose(1),
            Action::Back => return FormGo::Back,
            _ => {}
        }
        FormGo::Stay
    }

    fn choose(&mut self, step: isize) -> FormGo {
        let focus = self.focus;
        if let Some(Kind::Choice { options, selected }) =
            self.fields.get_mut(focus).map(|field| &mut field.kind)
        {
            let count = options.len().max(1);
            *selected = (*selected + count).saturating_add_signed(step) % count;
            return FormGo::Chosen(focus);
        }
        FormGo::Stay
    }

    /// Draws the form and returns the row below it.
    pub fn draw(&self, canvas: &mut Canvas<'_, '_>, top: usize) -> usize {
        let ruler = canvas.ruler();
        let label_width = self
            .fields
            .iter()
            .filter(|field| field.kind != Kind::Button)
            .map(|field| ruler.cells(&field.label))
            .max()
            .unwrap_or(0)
            + 3;
        let mut y = top;
        let mut button_before = false;
        for (index, field) in self.fields.iter().enumerate() {
            let focused = index == self.focus;
            let button = field.kind == Kind::Button;
            if button && !button_before {
                y += 1;
            }
            button_before = button;
            draw_field(canvas, y, field, focused, label_width);
            y += 1;
        }
        let hint = self.fields.get(self.focus).map_or("", |field| &field.hint);
        y += 1;
        let width = canvas.width().saturating_sub(6).min(COLUMN_MAX);
        for line in ruler.wrap(hint, width) {
            canvas.text(3, y, &line, Role::Plain);
            y += 1;
        }
        y
    }
}

fn draw_field(
    canvas: &mut Canvas<'_, '_>,
    y: usize,
    field: &Field,
    focused: bool,
    label_width: usize,
) {
    let whole = canvas.width();
    canvas.target(0, y, whole, focused, None);
    match &field.kind {
        Kind::Button => canvas.row(y, focused, &format!("[ {} ]", field.label), Role::Plain),
        Kind::Choice { options, selected } => {
            let value = options.get(*selected).map_or("", String::as_str);
            let label = canvas.ruler().fit(&field.label, label_width);
            let value = if focused {
                format!("{label}← {value} →")
            } else {
                format!("{label}  {value}")
            };
            canvas.row(y, focused, &value, Role::Plain);
        }
        Kind::Secret(secret) => {
            // No more than fits: how long a long one is need not be seen.
            let room = canvas.width().saturating_sub(3 + label_width + 4);
            let count = secret.length().min(room);
            let hidden = crate::tui::symbols::HIDDEN.repeat(count);
            let role = draw_label(canvas, y, field, focused, label_width);
            canvas.text(3 + label_width + 2, y, &hidden, role);
            if focused {
                canvas.caret(3 + label_width + 2 + count, y);
            }
        }
        Kind::Text(input) => {
            draw_label(canvas, y, field, focused, label_width);
            draw_line(canvas, 3 + label_width + 2, y, input, focused);
        }
    }
}

/// Draws the selector and the label of a field, and returns the role of what is in it.
fn draw_label(
    canvas: &mut Canvas<'_, '_>,
    y: usize,
    field: &Field,
    focused: bool,
    label_width: usize,
) -> Role {
    let role = if focused { Role::Strong } else { Role::Plain };
    if focused {
        canvas.text(1, y, crate::tui::symbols::SELECTOR, Role::Accent);
    }
    canvas.text(3, y, &canvas.ruler().fit(&field.label, label_width), role);
    role
}
