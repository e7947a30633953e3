use std::collections::HashSet;

use super::*;
use crate::display::width::Ruler;
use crate::text::Lang;

const SCOPES: &[Scope] = &[
    Scope::Home,
    Scope::Form,
    Scope::Profile,
    Scope::Walk,
    Scope::Overview,
    Scope::Review,
    Scope::Export,
    Scope::History,
    Scope::Pager,
    Scope::Help,
    Scope::Edit,
    Scope::Evidence,
    Scope::Search,
    Scope::Confirm,
    Scope::Merge,
    Scope::Desk,
    Scope::Detail,
    Scope::Roster,
    Scope::Palette,
    Scope::Tour,
];

#[test]
fn no_key_means_two_things_in_a_scope() {
    let mut seen = HashSet::new();
    for binding in KEYS {
        for key in binding.keys {
            assert!(
                seen.insert((binding.scope, key.to_string())),
                "{key} in {:?}",
                binding.scope
            );
        }
    }
}

#[test]
fn every_scope_can_be_left_with_escape_and_used_with_enter() {
    for scope in SCOPES {
        assert_eq!(
            resolve(&[*scope], Key::Escape),
            Some(Action::Back),
            "{scope:?}"
        );
        assert!(resolve(&[*scope], Key::Enter).is_some(), "{scope:?}");
    }
}

#[test]
fn the_keys_that_never_arrive_are_not_used() {
    // While an input method composes, F6–F10 are its own; F11 is the window's; Ctrl+J/H/I/M/[ are
    // line feed, backspace, tab, return and escape.
    for binding in KEYS {
        for key in binding.keys {
            let arrives = match key {
                Key::Function(number) => *number <= 5,
                Key::Ctrl(letter) => !"jhim[v".contains(*letter),
                _ => true,
            };
            assert!(arrives, "{key}");
        }
    }
}

#[test]
fn letters_alone_are_no_commands() {
    for binding in KEYS {
        for key in binding.keys {
            assert!(
                !matches!(key, Key::Char(letter) if letter.is_alphabetic()),
                "{key} cannot be typed while an input method is on"
            );
        }
    }
}

#[test]
fn help_shows_every_binding_once() {
    for scope in SCOPES {
        let shown: Vec<&Binding> = bindings(&[*scope, Scope::Global]).collect();
        let bound = KEYS
            .iter()
            .filter(|binding| binding.scope == *scope || binding.scope == Scope::Global)
            .filter(|binding| {
                binding.scope == *scope || resolve(&[*scope], binding.keys[0]).is_none()
            })
            .count();
        assert_eq!(shown.len(), bound, "{scope:?}");
    }
}

#[test]
fn the_footer_fits_eighty_columns_and_keeps_enter_escape_and_help() {
    for lang in [Lang::Ja, Lang::En] {
        for scope in SCOPES {
            let hints = footer(
                &[*scope, Scope::Global],
                lang.strings(),
                (Ruler::Narrow, 78),
                |_| false,
            );
            let width: usize = hints
                .iter()
                .map(|hint| Ruler::Narrow.cells(&hint.shown) + Ruler::Narrow.cells(hint.label) + 3)
                .sum();
            assert!(width <= 78, "{scope:?}: {width}");
            let keys: Vec<&str> = hints.iter().map(|hint| hint.shown.as_str()).collect();
            assert!(keys.contains(&"F1"), "{scope:?}: {keys:?}");
            // The walk's way back is the overview, which has a key of its own there.
            assert!(
                keys.contains(&"Esc") || keys.contains(&"F2") || *scope == Scope::Walk,
                "{scope:?}: {keys:?}"
            );
        }
    }
}

#[test]
fn every_label_says_something() {
    for binding in KEYS {
        let (ja, en) = (Lang::Ja.strings(), Lang::En.strings());
        assert!(!(binding.label)(ja).text.is_empty());
        assert!(!(binding.label)(en).text.is_empty());
    }
}

#[test]
fn the_front_scope_wins() {
    let front = [Scope::Edit, Scope::Global];
    assert_eq!(resolve(&front, Key::Ctrl('s')), Some(Action::Back));
    let front = [Scope::Walk, Scope::Global];
    assert_eq!(resolve(&front, Key::Ctrl('s')), Some(Action::Save));
    assert_eq!(resolve(&front, Key::Char('x')), None);
}

#[test]
fn every_japanese_label_has_a_reading_in_kana() {
    let is_kana = |sign: char| matches!(sign, '\u{3041}'..='\u{3096}' | '\u{30fc}');
    for binding in KEYS {
        let label = (binding.label)(Lang::Ja.strings());
        assert!(!label.reading.is_empty(), "{}", label.text);
        assert!(label.reading.chars().all(is_kana), "{}", label.reading);
    }
}
