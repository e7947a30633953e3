//! The one way the model changes: a message in, effects out. No I/O and no clock.

use super::effect::{Effect, Effects, Msg};
use super::key::Key;
use super::keymap::{Action, Scope, resolve};
use super::model::{Model, OpenedWorkbook, SaveState};
use super::mouse::on_mouse;
use super::overlays::palette::Palette;
use super::overlays::{Overlay, OverlayGo, leaving};
use super::screens::appearance::Appearance;
use super::screens::walk::write_in_focus;
use super::screens::{Go, Screen, collect, desk, returns, roster};
use super::unseen;
use super::view::{is_too_small, screen_text};
use super::widgets::text_input::Reaction;
use crate::domain::progress::resume_at;
use crate::error::Result;

/// Applies a message.
pub fn update(model: &mut Model, message: Msg) -> Effects {
    let mut effects = Effects::default();
    match message {
        Msg::Key(key) if is_too_small(model.size) => unseen::press(model, key, &mut effects),
        Msg::Mouse(_) | Msg::Paste(_) if is_too_small(model.size) => {}
        Msg::Key(key) => press(model, key, &mut effects),
        Msg::Mouse(mouse) => on_mouse(model, mouse, &mut effects),
        Msg::Paste(text) => on_paste(model, &text, &mut effects),
        Msg::Resized(width, height) => model.size = (width, height),
        Msg::Shelf(shelf) => {
            model.shelf = shelf;
            super::screens::home::shelf_changed(model);
        }
        Msg::Created(Ok(key)) => {
            effects.push(Effect::Open(key));
        }
        Msg::Created(Err(error)) => model.tell_error(&error),
        Msg::Opened(opened) => on_opened(model, *opened),
        Msg::Saved(count) => on_saved(model, count, &mut effects),
        Msg::SaveFailed(why) => {
            let told = (model.strings.notices.save_failed)(&why);
            on_save_failed(model, why, told);
        }
        Msg::Exported(result) => super::screens::export::exported(model, result, &mut effects),
        Msg::ScreenKept(Ok(path)) => {
            let text = (model.strings.notices.screen_kept)(&path.display().to_string());
            model.tell(text);
        }
        Msg::ScreenKept(Err(error)) => model.tell_error(&error),
        Msg::CopySeen(result) => super::screens::merge::seen(model, result),
        Msg::SlipsFound(found) => super::screens::taking::found(model, found),
        Msg::SlipSeen(result) => super::screens::taking::seen(model, result),
        Msg::Merged(result) => super::screens::merge::merged(model, result),
        Msg::Checked(lines) => super::screens::pager::checked(model, &lines),
        Msg::PreferencesFailed(why) => {
            let told = (model.strings.notices.preferences_failed)(&why);
            model.warn(told);
        }
        Msg::SaveSlow => {
            let why = model.strings.notices.save_slow.to_owned();
            on_save_failed(model, why.clone(), why);
        }
        Msg::DeskOpened(result) => desk::opened(model, result),
        Msg::DeskProgress(done, all) => desk::progress(model, done, all),
        Msg::RowRead(result) => desk::row_read(model, result),
        Msg::ReturnsMade(result) => returns::made(model, result),
        Msg::ReturnsCounted(numbers, desk, order) => returns::ask(model, numbers, desk, order),
        Msg::ReturnsProposed(result) => returns::proposed(model, result),
        Msg::CollectPlanned(result) => collect::planned(model, result),
        Msg::Collected(result) => collect::collected(model, result),
        Msg::RosterRead(result) => roster::read(model, result),
        Msg::TemplateWritten(result) => roster::template_written(model, result, &mut effects),
        Msg::SavedElsewhere(result) => leaving::saved_elsewhere(model, &result),
    }
    effects
}

/// Returns the scopes in which a key is looked up: the front overlay's or screen's, then the
/// global one.
#[must_use]
pub fn scopes(model: &Model) -> Vec<Scope> {
    let front = match (model.overlays.last(), model.screens.last()) {
        (Some(overlay), _) => overlay.scope(),
        (None, Some(screen)) => screen.scope(),
        (None, None) => Scope::Global,
    };
    let writes = match (model.overlays.last(), model.screens.last()) {
        (Some(overlay), _) => overlay.writes(),
        (None, Some(screen)) => screen.writes(),
        (None, None) => false,
    };
    // A field takes its keys before what it stands in.
    let field = writes.then_some(Scope::Text);
    field.into_iter().chain([front, Scope::Global]).collect()
}

/// Does what follows from a key; also what a line of the help asks for.
pub fn press(model: &mut Model, key: Key, effects: &mut Effects) {
    model.notice = None;
    model.closing = false;
    let reaction = typed(model, key, effects);
    if reaction != Reaction::Ignored {
        return tell(model, reaction);
    }
    match resolve(&scopes(model), key.command()) {
        Some(action) => act(model, action, effects),
        None => {
            if let Key::Char(sign) = key
                && !sign.is_ascii()
            {
                model.tell(model.strings.notices.input_method);
            }
        }
    }
}

/// Gives a key to the text field in front, if there is one that takes it.
fn typed(model: &mut Model, key: Key, effects: &mut Effects) -> Reaction {
    // What an input method gives is meant for the text in focus; digits and letters are commands.
    let is_text = matches!(key, Key::Char(sign) if !sign.is_ascii());
    if is_text && model.overlays.is_empty() && !write_in_focus(model) {
        return Reaction::Moved;
    }
    if let Some(mut overlay) = model.overlays.pop() {
        let reaction = overlay.typed(model, key, effects);
        model.overlays.push(overlay);
        return reaction;
    }
    let screen = model.screens.last_mut();
    screen.map_or(Reaction::Ignored, |screen| screen.typed(key))
}

fn on_paste(model: &mut Model, text: &str, effects: &mut Effects) {
    model.notice = None;
    if model.overlays.is_empty() && !write_in_focus(model) {
        return;
    }
    let reaction = if let Some(mut overlay) = model.overlays.pop() {
        let reaction = overlay.pasted(model, text, effects);
        model.overlays.push(overlay);
        reaction
    } else {
        let screen = model.screens.last_mut();
        screen.map_or(Reaction::Ignored, |screen| screen.pasted(text))
    };
    if reaction == Reaction::Ignored {
        model.tell(model.strings.writing.no_field);
    }
    tell(model, reaction);
}

/// Tells that a field did not take everything.
fn tell(model: &mut Model, reaction: Reaction) {
    if let Reaction::Full { left_out, max } = reaction {
        let text = (model.strings.writing.full)(max, left_out);
        model.warn(text);
    }
}

/// Does what a key asks for; also what a line of the palette asks for.
pub fn act(model: &mut Model, action: Action, effects: &mut Effects) {
    match action {
        Action::Quit => return leaving::ask_quit(model, effects),
        Action::Redraw => {
            if matches!(model.screens.last(), Some(Screen::Home(_))) {
                effects.push(Effect::LoadShelf);
            }
            return effects.push(Effect::Redraw);
        }
        // Where something is at work, Ctrl+C is what everybody tries first.
        Action::Copy if is_at_work(model) => return on_screen(model, Action::Back, effects),
        Action::Copy => {
            let words = model.strings.notices.copy;
            return model.tell(words);
        }
        Action::KeepScreen => return effects.push(Effect::KeepScreen(screen_text(model))),
        Action::Appearance => return look_at_appearance(model),
        Action::Help if !matches!(model.overlays.last(), Some(Overlay::Help(_))) => {
            return model.overlays.push(Overlay::help(model));
        }
        Action::Palette => return find_action(model, effects),
        _ => {}
    }
    if model.overlays.is_empty() {
        match action {
            Action::Save => save_now(model, effects),
            Action::Undo => model.step_back(false, effects),
            Action::Redo => model.step_back(true, effects),
            _ => on_screen(model, action, effects),
        }
    } else {
        on_overlay(model, action, effects);
    }
}

/// Whether what is in front reads or writes something long.
fn is_at_work(model: &Model) -> bool {
    let front = model.screens.last();
    model.overlays.is_empty()
        && matches!(front, Some(Screen::Collect(collect)) if collect.is_at_work())
}

/// Opens the palette, or closes it again. Looking something up gives way to it; a text being written
/// does not.
fn find_action(model: &mut Model, effects: &mut Effects) {
    match model.overlays.last() {
        Some(Overlay::Palette(_)) => return on_overlay(model, Action::Palette, effects),
        Some(Overlay::Edit(_)) => return model.tell(model.strings.palette.blocked.writing),
        Some(Overlay::Help(_) | Overlay::Search(_) | Overlay::Find(_)) => {
            model.overlays.pop();
            return find_action(model, effects);
        }
        _ => {}
    }
    let palette = Palette::new(model);
    model.overlays.push(Overlay::Palette(palette));
}

fn look_at_appearance(model: &mut Model) {
    let there = |screen: &Screen| matches!(screen, Screen::Appearance(_));
    if !model.overlays.is_empty() {
        model.tell(model.strings.palette.blocked.busy);
    } else if !model.screens.iter().any(there) {
        let screen = Screen::Appearance(Appearance::new(model));
        model.screens.push(screen);
    }
}

fn on_overlay(model: &mut Model, action: Action, effects: &mut Effects) {
    let Some(mut overlay) = model.overlays.pop() else {
        return;
    };
    // What an overlay opens lies over it.
    let at = model.overlays.len();
    match overlay.act(model, action, effects) {
        OverlayGo::Stay => model.overlays.insert(at, overlay),
        OverlayGo::Close => {}
        OverlayGo::Then(next) => next(model, effects),
    }
}

fn on_screen(model: &mut Model, action: Action, effects: &mut Effects) {
    let Some(mut screen) = model.screens.pop() else {
        return;
    };
    match screen.act(model, action, effects) {
        Go::Stay => model.screens.push(screen),
        Go::Back => {
            let to_home = matches!(model.screens.last(), Some(Screen::Home(_)));
            if model.screens.is_empty() || (to_home && !leaving::may_close(model)) {
                return model.screens.push(screen);
            }
            if to_home {
                close(model, effects);
            }
        }
        Go::To(next) => {
            model.screens.push(screen);
            model.screens.push(*next);
        }
        Go::Instead(next) => model.screens.push(*next),
        Go::Walk => {
            model.screens.push(screen);
            go_walk(model);
        }
        Go::Then(action) => {
            model.screens.push(screen);
            act(model, action, effects);
        }
        Go::Home => {
            if model.screens.is_empty() || !leaving::may_close(model) {
                return model.screens.push(screen);
            }
            close(model, effects);
        }
    }
}

/// Puts the walk in front: back to it when it is already open below, so that screens do not pile up.
pub fn go_walk(model: &mut Model) {
    let below = model
        .screens
        .iter()
        .position(|screen| matches!(screen, Screen::Walk(_)));
    if let Some(at) = below {
        model.screens.truncate(at);
    }
    model
        .screens
        .push(Screen::Walk(super::screens::walk::Walk::default()));
}

/// Puts a screen in front that leads back to the overview, or the overview itself.
pub fn go_below_overview(model: &mut Model, screen: Option<Screen>) {
    model.screens.truncate(1);
    model.screens.push(Screen::overview());
    model.screens.extend(screen);
}

/// Leads to the list of workbooks, as soon as everything is saved.
pub fn go_home(model: &mut Model, effects: &mut Effects) {
    if model.open.is_none() {
        model.screens.truncate(1);
    } else if leaving::may_close(model) {
        close(model, effects);
    }
}

/// Closes the open workbook, everything of which is saved, and leads to the list.
fn close(model: &mut Model, effects: &mut Effects) {
    model.screens.truncate(1);
    model.closing = false;
    model.open = None;
    effects.push(Effect::Close);
    effects.push(Effect::LoadShelf);
}

fn save_now(model: &mut Model, effects: &mut Effects) {
    let words = &model.strings.notices;
    if model.unsaved() > 0 {
        effects.push(Effect::Retry);
    } else {
        model.tell(words.all_saved);
    }
}

fn on_opened(model: &mut Model, opened: Result<OpenedWorkbook>) {
    let opened = match opened {
        Ok(opened) => opened,
        Err(error) => return model.tell_error(&error),
    };
    let mut open = opened.open;
    open.position = resume_at(&open.checklist, &open.workbook);
    let fresh = open.workbook.records().len() == 1;
    let confirmed = open.workbook.is_confirmed();
    let read_only = open.read_only.clone();
    model.open = Some(open);
    model.screens.truncate(1);
    let exporting = super::screens::home::take_exporting(model);
    model.screens.push(Screen::overview());
    if exporting {
        let export = super::screens::export::Export::new(model);
        model.screens.push(Screen::Export(export));
    } else if fresh {
        model.screens.push(Screen::profile(true));
    } else if confirmed {
        model.screens.push(Screen::review());
    } else {
        go_walk(model);
    }
    match read_only {
        Some(super::model::ReadOnly::Locked(why) | super::model::ReadOnly::Damaged(why)) => {
            model.warn(why);
        }
        None => {
            if let Some(notice) = opened.notice {
                model.warn(notice);
            }
            if let Some(draft) = opened.draft {
                super::overlays::confirm::offer_draft(model, draft);
            }
        }
    }
}

fn on_saved(model: &mut Model, count: usize, effects: &mut Effects) {
    let now = model.now;
    if let Some(open) = &mut model.open {
        let left = match &open.save {
            SaveState::Saving(waiting) | SaveState::Failed(waiting, _) => {
                waiting.saturating_sub(count)
            }
            SaveState::Saved(_) => 0,
        };
        open.save = if left == 0 {
            SaveState::Saved(Some(now))
        } else {
            SaveState::Saving(left)
        };
    }
    if model.closing && model.unsaved() == 0 {
        close(model, effects);
    }
}

fn on_save_failed(model: &mut Model, why: String, told: String) {
    if let Some(open) = &mut model.open {
        let waiting = match &open.save {
            SaveState::Saving(waiting) | SaveState::Failed(waiting, _) => *waiting,
            SaveState::Saved(_) => 0,
        };
        open.save = SaveState::Failed(waiting, why);
    }
    if model.closing {
        model.closing = false;
        leaving::tell_unsaved(model);
    }
    model.warn(told);
}
