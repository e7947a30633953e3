//! Keys while the window is too small to show anything. Nobody answers a question unseen, so only
//! leaving does something, and it asks nothing.

use super::effect::{Effect, Effects};
use super::key::Key;
use super::keymap::{Action, resolve};
use super::model::Model;
use super::update::scopes;
use super::view::SMALLEST;

/// Returns whether the window is too small.
#[must_use]
pub(super) fn is_unseen(model: &Model) -> bool {
    model.size.0 < SMALLEST.0 || model.size.1 < SMALLEST.1
}

/// Leaves if that is what the key asks for and everything is saved.
pub(super) fn press(model: &mut Model, key: Key, effects: &mut Effects) {
    let leaves = resolve(&scopes(model), key.command()) == Some(Action::Quit);
    if leaves && model.unsaved() == 0 {
        model.ended = true;
        effects.push(Effect::Quit);
    }
}
