//! The hints of the footer, from the key table: as many as fit, the most important ones.

use super::{Action, Hint, KEYS, Scope, bindings};
use crate::display::width::Ruler;
use crate::text::Strings;
use crate::tui::key::Key;

/// A key and what it does, as the footer shows them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FooterHint {
    /// The key.
    pub key: Key,
    /// How it is written: arrows as the pair they belong to.
    pub shown: String,
    /// What it does.
    pub label: &'static str,
    /// What it asks for.
    pub action: Action,
    priority: u8,
}

/// Returns the footer's hints that fit a width, but for actions that rest; less important ones go
/// first.
#[must_use]
pub fn footer(
    scopes: &[Scope],
    strings: &Strings,
    (ruler, width): (Ruler, usize),
    rests: impl Fn(Action) -> bool,
) -> Vec<FooterHint> {
    let mut hints: Vec<FooterHint> = bindings(scopes)
        .filter(|binding| !rests(binding.action))
        .filter_map(|binding| {
            let (Hint::Footer(priority), Some(&key)) = (binding.hint, binding.keys.first()) else {
                return None;
            };
            let pair = KEYS.iter().any(|other| {
                other.scope == binding.scope
                    && other.keys.first() == Some(&Key::Left)
                    && other.hint != Hint::Help
            });
            let shown = if key == Key::Right && pair {
                key.to_string()
            } else {
                shown(key)
            };
            Some(FooterHint {
                key,
                shown,
                label: (binding.label)(strings).text,
                action: binding.action,
                priority,
            })
        })
        .collect();
    // Enter first, Esc last: the order of the footer is that of the priorities.
    hints.sort_by_key(|hint| {
        if hint.priority == 2 {
            100
        } else {
            hint.priority
        }
    });
    let total = |hints: &[FooterHint]| -> usize {
        hints
            .iter()
            .map(|hint| ruler.cells(&hint.shown) + 1 + ruler.cells(hint.label) + 2)
            .sum()
    };
    while total(&hints) > width {
        let Some(worst) = (0..hints.len()).max_by_key(|&index| hints[index].priority) else {
            break;
        };
        hints.remove(worst);
    }
    hints
}

/// Returns how a key is written in the footer: arrows as the pair they belong to.
fn shown(key: Key) -> String {
    match key {
        Key::Down => "↑↓".to_owned(),
        Key::Right => "←→".to_owned(),
        other => other.to_string(),
    }
}
