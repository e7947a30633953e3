//! Keys while the window is too small to show anything. Nobody answers a question unseen, so only
//! leaving does something, and it asks nothing.

use super::effect::Effects;
use super::key::Key;
use super::keymap::{Action, resolve};
use super::model::Model;
use super::overlays::leaving;
use super::update::scopes;

/// Leaves if that is what the key asks for and everything is saved.
pub(super) fn press(model: &mut Model, key: Key, effects: &mut Effects) {
    let leaves = resolve(&scopes(model), key.command()) == Some(Action::Quit);
    if leaves && model.unsaved() == 0 {
        leaving::end(model, effects);
    }
}
