//! The mouse, when it is on: the wheel is the arrows, a click is the way there by keys. So nothing
//! can be done with it that the keys cannot do, and no screen knows of it.

use super::canvas::Target;
use super::effect::{Effects, Msg};
use super::key::Key;
use super::model::Model;
use super::update::update;
use super::view::targets;

/// What the mouse did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mouse {
    /// A click at a column and row.
    Click(u16, u16),
    /// The wheel turned up.
    Up,
    /// The wheel turned down.
    Down,
}

/// The most keys tried on the way to what was clicked.
const STEPS_MAX: usize = 400;

/// Does what the mouse asks for.
pub fn on_mouse(model: &mut Model, mouse: Mouse, effects: &mut Effects) {
    match mouse {
        Mouse::Up => press(model, Key::Up, effects),
        Mouse::Down => press(model, Key::Down, effects),
        Mouse::Click(column, row) => click(model, (column, row), effects),
    }
}

fn press(model: &mut Model, key: Key, effects: &mut Effects) {
    effects.extend(update(model, Msg::Key(key)));
}

fn click(model: &mut Model, at: (u16, u16), effects: &mut Effects) {
    match hit(model, at) {
        Some(Target { key: Some(key), .. }) => return press(model, key, effects),
        // A second click on the same thing decides.
        Some(Target { focused: true, .. }) => return press(model, Key::Enter, effects),
        Some(_) => {}
        None => return,
    }
    for key in [Key::Down, Key::Up, Key::Tab] {
        let mut seen = vec![focus(model)];
        for _ in 0..STEPS_MAX {
            press(model, key, effects);
            let targets = targets(model);
            if under(&targets, at).is_some_and(|target| target.focused) {
                return;
            }
            // Nothing moves any more, or it goes round.
            let now = focused(targets);
            if seen.contains(&now) {
                break;
            }
            seen.push(now);
        }
    }
}

/// Returns what lies at a place of the screen.
fn hit(model: &Model, at: (u16, u16)) -> Option<Target> {
    under(&targets(model), at).copied()
}

fn under(targets: &[Target], (column, row): (u16, u16)) -> Option<&Target> {
    let mut all = targets.iter().rev();
    all.find(|target| target.area.contains((column, row).into()))
}

/// Returns where the focus is.
fn focus(model: &Model) -> Vec<Target> {
    focused(targets(model))
}

fn focused(mut targets: Vec<Target>) -> Vec<Target> {
    targets.retain(|target| target.focused);
    targets
}
