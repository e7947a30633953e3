//! The export: where to, which headings, and afterwards what was written.

use super::Go;
use crate::display::wrap::wrap;
use crate::error::Result;
use crate::text::columns::Header;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::{ExportResult, Model};
use crate::tui::screens::Screen;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form, FormGo};

const FOLDER: usize = 0;
const HEADER: usize = 1;
const WRITE: usize = 2;
const BACK: usize = 3;

/// The export's own state.
#[derive(Clone, Debug)]
pub struct Export {
    /// The fields.
    pub form: Form,
    result: Option<ExportResult>,
    running: bool,
}

impl Export {
    /// Proposes the folder used last.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let words = &model.strings.export;
        let folder = if model.preferences.export_folder.is_empty() {
            "exports".to_owned()
        } else {
            model.preferences.export_folder.clone()
        };
        let headers = vec![words.header_ja.to_owned(), words.header_en.to_owned()];
        Self {
            form: Form {
                fields: vec![
                    Field::text(words.folder, words.folder_hint, &folder, 200),
                    Field::choice(words.header, words.header_hint, headers, 0),
                    Field::button(words.write, words.write_hint),
                    Field::button(words.back, words.back_hint),
                ],
                focus: WRITE,
            },
            result: None,
            running: false,
        }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.form.act(action) {
            FormGo::Back | FormGo::Pressed(BACK) => return Go::Back,
            FormGo::Pressed(_) if !self.running => {
                if model.unsaved() > 0 {
                    let text = model.strings.export.unsaved;
                    model.warn(text);
                    return Go::Stay;
                }
                self.running = true;
                self.result = None;
                self.form
                    .value(FOLDER)
                    .clone_into(&mut model.preferences.export_folder);
                effects.push(Effect::SavePreferences(model.preferences.clone()));
                let header = if self.form.chosen(HEADER) == 0 {
                    Header::Ja
                } else {
                    Header::En
                };
                effects.push(Effect::Export {
                    folder: self.form.value(FOLDER).to_owned(),
                    header,
                });
            }
            _ => {}
        }
        Go::Stay
    }

    /// Draws the export.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        let words = &canvas.strings().export;
        canvas.rule(1);
        let width = canvas.width().saturating_sub(6);
        let mut y = 3;
        if let Some(open) = &model.open {
            let stem = crate::store::folder::export_stem(&open.key);
            for line in (words.will_write)(&stem) {
                canvas.text(3, y, &line, Role::Plain);
                y += 1;
            }
            if !open.workbook.is_confirmed() {
                canvas.text(3, y, words.draft, Role::Warning);
                y += 1;
            }
            if open.read_only.is_some() {
                canvas.text(3, y, words.read_only, Role::Warning);
                y += 1;
            }
        }
        y = self.form.draw(canvas, y + 1);
        let Some(result) = &self.result else { return };
        canvas.text(3, y, words.written, Role::Strong);
        y += 1;
        for file in &result.files {
            for line in wrap(&file.display().to_string(), width) {
                canvas.text(5, y, &line, Role::Plain);
                y += 1;
            }
        }
        if result.renamed {
            canvas.text(3, y, words.renamed, Role::Plain);
            y += 1;
        }
        y += 1;
        let x = canvas.text(3, y, words.receipt, Role::Plain) + 2;
        canvas.text(x, y, &result.receipt, Role::Accent);
        canvas.text(3, y + 1, words.receipt_hint, Role::Plain);
    }
}

/// Shows what an export gave.
pub fn exported(model: &mut Model, result: Result<ExportResult>, effects: &mut Effects) {
    let message = match &result {
        Ok(_) => None,
        Err(error) => Some(crate::text::errors::error(model.lang, error).join(" ")),
    };
    if let Some(Screen::Export(export)) = model.screens.last_mut() {
        export.running = false;
        export.result = result.as_ref().ok().cloned();
        if export.result.is_some() {
            export.form.focus = BACK;
        }
    }
    match (message, result) {
        (Some(message), _) => model.warn(message),
        (None, Ok(result)) => {
            let may_write = model
                .open
                .as_ref()
                .is_some_and(|open| open.read_only.is_none());
            if may_write {
                model.commit(Ok(vec![result.change]), effects);
            }
            let text = model.strings.export.written;
            model.tell(text);
        }
        (None, Err(_)) => {}
    }
}
