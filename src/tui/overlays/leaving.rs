//! Leaving: at once when all is saved; with unsaved answers the user is told and may keep them in
//! another folder.

use std::path::PathBuf;

use super::confirm::Confirm;
use super::prompt::Prompt;
use super::{Overlay, Then};
use crate::error::{Error, Result};
use crate::text::errors;
use crate::tui::effect::{Effect, Effects};
use crate::tui::model::{Model, SaveState};
use crate::tui::widgets::form::{Field, Form};

/// The longest folder that can be typed, in characters.
const FOLDER_MAX: usize = 400;
const FOLDER: usize = 0;
const KEEP: usize = 1;

/// Asks whether to leave the program; at once when nothing can be lost and no workbook is open.
pub fn ask_quit(model: &mut Model, effects: &mut Effects) {
    if matches!(model.overlays.last(), Some(Overlay::Confirm(_))) {
        return;
    }
    if model.open.is_none() {
        return end(model, effects);
    }
    ask_to_leave(model);
}

/// Asks whether to leave the program, whatever is open.
pub fn ask_to_leave(model: &mut Model) {
    if model.unsaved() > 0 {
        return tell_unsaved(model);
    }
    let words = &model.strings.quit;
    let confirm = Confirm::new(
        words.title,
        vec![words.saved.to_owned()],
        (words.leave, words.stay),
        // An answer may have been given since the question was asked.
        Box::new(|model, effects| {
            if model.unsaved() > 0 {
                tell_unsaved(model);
            } else {
                end(model, effects);
            }
        }),
    );
    model.overlays.push(Overlay::Confirm(confirm));
}

/// Goes on to close the open workbook as soon as everything is saved; when the system refuses,
/// says so. Returns whether it can be closed at once.
pub fn may_close(model: &mut Model) -> bool {
    if model.unsaved() == 0 {
        return true;
    }
    let open = model.open.as_ref();
    if open.is_some_and(|open| matches!(open.save, SaveState::Failed(..))) {
        tell_unsaved(model);
    } else {
        model.closing = true;
        model.tell(model.strings.frame.saving);
    }
    false
}

/// Tells what is not saved, and offers to try again, to keep it elsewhere, or to give it up.
pub fn tell_unsaved(model: &mut Model) {
    let words = &model.strings.quit;
    let mut lines = Vec::new();
    if let Some(SaveState::Failed(_, why)) = model.open.as_ref().map(|open| &open.save) {
        lines.push(why.clone());
    }
    lines.push(words.unsaved_hint.to_owned());
    let stay: Then = Box::new(|_, effects| effects.push(Effect::Retry));
    let elsewhere: Then = Box::new(|model, _| ask_where(model));
    let answers = vec![
        (words.try_again.to_owned(), Some(stay)),
        (words.elsewhere.to_owned(), Some(elsewhere)),
        (words.give_up.to_owned(), Some(Box::new(end) as Then)),
    ];
    let title = (words.unsaved)(model.unsaved());
    let confirm = Confirm::of(&title, lines, answers);
    model.overlays.push(Overlay::Confirm(confirm));
}

fn ask_where(model: &mut Model) {
    let words = &model.strings.quit;
    let proposed = model.home.join("tenken").display().to_string();
    let form = Form::new(vec![
        Field::text(words.folder, words.folder_hint, &proposed, FOLDER_MAX),
        Field::button(words.keep, words.keep_hint),
        Field::button(words.stay, words.stay_hint),
    ]);
    let done = Box::new(
        |model: &mut Model, effects: &mut Effects, pressed: usize, form: &Form| {
            if pressed == KEEP && !form.value(FOLDER).is_empty() {
                effects.push(Effect::SaveElsewhere(PathBuf::from(form.value(FOLDER))));
            } else {
                tell_unsaved(model);
            }
        },
    );
    let prompt = Prompt::new(
        words.elsewhere,
        vec![words.elsewhere_hint.to_owned()],
        form,
        done,
    );
    model.overlays.push(Overlay::Prompt(prompt));
}

/// Shows what became of keeping the workbook elsewhere.
pub fn saved_elsewhere(model: &mut Model, result: &Result<PathBuf>) {
    let words = &model.strings.quit;
    match result {
        Err(error) => {
            let text = match error {
                Error::Exists(_) => words.taken.to_owned(),
                other => errors::in_a_line(model.lang, other),
            };
            tell_unsaved(model);
            model.warn(text);
        }
        Ok(path) => {
            let lines = vec![path.display().to_string(), words.kept_hint.to_owned()];
            let answers = vec![
                (words.leave.to_owned(), Some(Box::new(end) as Then)),
                (words.stay.to_owned(), None),
            ];
            let confirm = Confirm::of(words.kept, lines, answers);
            model.overlays.push(Overlay::Confirm(confirm));
        }
    }
}

/// Ends the program.
pub fn end(model: &mut Model, effects: &mut Effects) {
    model.ended = true;
    effects.push(Effect::Quit);
}
