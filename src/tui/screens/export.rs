//! The export: where to, which headings, how sealed, and afterwards what was written.

use super::look::{self, Look};
use super::{Go, Screen};
use crate::error::{Error, Result};
use crate::text::columns::Header;
use crate::text::sealing::{SealWords, words as seal_words};
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects, ExportOrder, SealWith};
use crate::tui::keymap::Action;
use crate::tui::model::{ExportResult, Model};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form, FormGo};

const FOLDER: usize = 0;
const HEADER: usize = 1;
const SEAL: usize = 2;
/// The first row that depends on how the files are sealed.
const KEY: usize = 3;
const AGAIN: usize = 4;

/// How files can be sealed, as the choices stand in their row.
const WITH_KEY: usize = 1;
const WITH_PASSPHRASE: usize = 2;

/// The export's own state.
#[derive(Clone, Debug)]
pub struct Export {
    /// The fields.
    pub form: Form,
    /// The key's row, kept while another way is chosen.
    key: Box<Field>,
    /// Whether the key proposed was found in the folder.
    key_found: bool,
    result: Option<Box<ExportResult>>,
    running: bool,
}

impl Export {
    /// Proposes the folder used last, and the division's key where it was given.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let words = &model.strings.export;
        let seal = seal_words(model.lang);
        let folder = if model.preferences.export_folder.is_empty() {
            "exports".to_owned()
        } else {
            model.preferences.export_folder.clone()
        };
        let headers = vec![words.header_ja.to_owned(), words.header_en.to_owned()];
        let ways = seal.choices.map(ToOwned::to_owned).to_vec();
        let key = model.shelf.division_key.as_deref();
        let way = if key.is_some() { WITH_KEY } else { 0 };
        let mut export = Self {
            form: Form::new(vec![
                Field::text(words.folder, words.folder_hint, &folder, 200),
                Field::choice(words.header, words.header_hint, headers, 0),
                Field::choice(seal.seal, seal.seal_hint, ways, way),
                Field::button(words.write, words.write_hint),
                Field::button(words.back, words.back_hint),
            ]),
            key: Box::new(Field::text(
                seal.key,
                seal.key_hint,
                key.unwrap_or_default(),
                400,
            )),
            key_found: key.is_some(),
            result: None,
            running: false,
        };
        export.fit_rows(seal);
        export.form.focus = export.write_row();
        export
    }

    const fn back_row(&self) -> usize {
        self.form.fields.len() - 1
    }

    const fn write_row(&self) -> usize {
        self.form.fields.len() - 2
    }

    /// Puts the rows below the choice that the chosen way of sealing needs.
    fn fit_rows(&mut self, seal: &SealWords) {
        let (write, fields) = (self.write_row(), &mut self.form.fields);
        let before: Vec<Field> = fields.drain(KEY..write).collect();
        if let [key] = before.as_slice() {
            (*self.key).clone_from(key);
        }
        let rows = match self.form.chosen(SEAL) {
            WITH_KEY => vec![(*self.key).clone()],
            WITH_PASSPHRASE => vec![
                Field::secret(seal.first, seal.first_hint),
                Field::secret(seal.again, seal.again_hint),
            ],
            _ => Vec::new(),
        };
        self.form.fields.splice(KEY..KEY, rows);
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.form.act(action) {
            FormGo::Back => return Go::Back,
            FormGo::Pressed(row) if row == self.back_row() => return Go::Back,
            FormGo::Pressed(_) if !self.running => return self.begin(model, effects),
            FormGo::Chosen(SEAL) => self.fit_rows(seal_words(model.lang)),
            _ => {}
        }
        Go::Stay
    }

    /// Begins to write; where something in the texts deserves a look, that comes first.
    fn begin(&mut self, model: &mut Model, effects: &mut Effects) -> Go {
        if model.unsaved() > 0 {
            let text = model.strings.export.unsaved;
            model.warn(text);
            return Go::Stay;
        }
        // What is wrong with the fields is told before a look that might be for nothing.
        if self.seal_with(model).is_none() {
            return Go::Stay;
        }
        let deserves_a_look = model
            .open
            .as_ref()
            .is_some_and(|open| !look::found(open).is_empty());
        if deserves_a_look {
            return Go::To(Box::new(Screen::Look(Look::default())));
        }
        self.write(model, None, effects);
        Go::Stay
    }

    /// Returns what to seal with; none when a field is wrong, which is told.
    fn seal_with(&mut self, model: &mut Model) -> Option<SealWith> {
        match self.form.chosen(SEAL) {
            WITH_KEY if self.form.value(KEY).is_empty() => {
                self.form.focus = KEY;
                let text = (model.strings.setup.needed)(seal_words(model.lang).key);
                model.warn(text);
                None
            }
            WITH_KEY => Some(SealWith::Keys(self.form.value(KEY).to_owned())),
            WITH_PASSPHRASE => {
                let (first, again) = (self.form.secret(KEY), self.form.secret(AGAIN));
                match first.chosen(&again) {
                    Ok(passphrase) => Some(SealWith::Passphrase(passphrase)),
                    Err(fault) => {
                        self.form.focus = KEY;
                        model.tell_error(&Error::Passphrase(fault));
                        None
                    }
                }
            }
            _ => Some(SealWith::Nothing),
        }
    }

    fn write(&mut self, model: &mut Model, despite: Option<String>, effects: &mut Effects) {
        let Some(seal) = self.seal_with(model) else {
            return;
        };
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
        effects.push(Effect::Export(Box::new(ExportOrder {
            folder: self.form.value(FOLDER).to_owned(),
            header,
            seal,
            despite,
        })));
    }

    /// Draws the export.
    pub fn draw(&self, model: &Model, canvas: &mut Canvas<'_, '_>) {
        canvas.rule(1);
        let mut y = 3;
        match &self.result {
            None => {
                y = self.draw_what_comes(model, canvas, y);
                self.form.draw(canvas, y + 1);
            }
            Some(result) => {
                y = self.form.draw(canvas, y);
                let read_only = model
                    .open
                    .as_ref()
                    .is_some_and(|open| open.read_only.is_some());
                draw_result(canvas, y, result, read_only);
            }
        }
    }

    /// Draws what will be written, and what is to be known before.
    fn draw_what_comes(&self, model: &Model, canvas: &mut Canvas<'_, '_>, top: usize) -> usize {
        let words = &canvas.strings().export;
        let mut y = top;
        let Some(open) = &model.open else { return y };
        let stem = crate::store::folder::export_stem(&open.key);
        let way = self.form.chosen(SEAL);
        let mut lines: Vec<(String, Role)> = (words.will_write)(&stem, way != 0)
            .map(|line| (line, Role::Plain))
            .to_vec();
        if way == WITH_KEY && self.key_found {
            lines.push((seal_words(model.lang).key_found.to_owned(), Role::Plain));
        }
        if !open.workbook.is_confirmed() {
            lines.push((words.draft.to_owned(), Role::Warning));
        }
        if open.read_only.is_some() {
            lines.push((words.read_only.to_owned(), Role::Warning));
        }
        for (line, role) in lines {
            canvas.text(3, y, &line, role);
            y += 1;
        }
        y
    }
}

/// Draws what was written: what matters most first. Opened for reading only there is no record of it.
fn draw_result(canvas: &mut Canvas<'_, '_>, top: usize, result: &ExportResult, read_only: bool) {
    let ruler = canvas.ruler();
    let words = &canvas.strings().export;
    let width = canvas.width().saturating_sub(8);
    let mut lines = vec![(words.receipt_hint.to_owned(), Role::Plain)];
    if read_only {
        lines.push((words.read_only.to_owned(), Role::Warning));
    }
    let plain = |line: String| (line, Role::Plain);
    lines.extend(result.sealed.map(|line| plain(line.to_owned())));
    if result.renamed {
        lines.push(plain(words.renamed.to_owned()));
    }
    for file in &result.files {
        let wrapped = ruler.wrap(&file.display().to_string(), width);
        lines.extend(wrapped.iter().map(|line| plain(format!("  {line}"))));
    }
    // A row of air, where there is one.
    let top = if top + 3 + lines.len() <= canvas.height() {
        top + 1
    } else {
        top
    };
    canvas.text(3, top, words.written, Role::Strong);
    let x = canvas.text(3, top + 1, words.receipt, Role::Plain) + 2;
    canvas.text(x, top + 1, &result.receipt, Role::Label);
    for (row, (line, role)) in lines.iter().enumerate() {
        canvas.text(3, top + 2 + row, line, *role);
    }
}

/// Goes on with the export in front, after a look and with the reason given.
pub fn go_on(model: &mut Model, despite: Option<String>, effects: &mut Effects) {
    let Some(mut screen) = model.screens.pop() else {
        return;
    };
    if let Screen::Export(export) = &mut screen {
        export.write(model, despite, effects);
    }
    model.screens.push(screen);
}

/// Shows what an export gave.
pub fn exported(model: &mut Model, result: Result<ExportResult>, effects: &mut Effects) {
    let message = match &result {
        Ok(_) => None,
        Err(error) => {
            let why = crate::text::errors::in_a_line(model.lang, error);
            Some((model.strings.export.failed)(&why))
        }
    };
    let seal = seal_words(model.lang);
    if let Some(Screen::Export(export)) = model.screens.last_mut() {
        export.running = false;
        export.result = result.as_ref().ok().cloned().map(Box::new);
        if export.result.is_some() {
            // A passphrase is not kept a moment longer than it is needed.
            export.fit_rows(seal);
            export.form.focus = export.back_row();
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
