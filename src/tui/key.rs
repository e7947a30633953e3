//! Keys as the program knows them: normalised, so that an input method left on does no harm.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// A character as it was typed.
    Char(char),
    /// A letter with Ctrl, in lower case.
    Ctrl(char),
    /// F1–F12.
    Function(u8),
    /// Enter.
    Enter,
    /// Tab.
    Tab,
    /// Shift+Tab.
    BackTab,
    /// Esc.
    Escape,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

impl Key {
    /// Returns the key of a terminal event; none for a release or a key without meaning.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        Some(match event.code {
            // Ctrl and Alt together is AltGr, which types characters.
            KeyCode::Char(sign) if ctrl && !alt => Self::Ctrl(sign.to_ascii_lowercase()),
            KeyCode::Char(_) if alt && !ctrl => return None,
            KeyCode::Char(sign) => Self::Char(sign),
            KeyCode::F(number) => Self::Function(number),
            KeyCode::Enter => Self::Enter,
            KeyCode::Tab => Self::Tab,
            KeyCode::BackTab => Self::BackTab,
            KeyCode::Esc => Self::Escape,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::Delete => Self::Delete,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            _ => return None,
        })
    }

    /// Returns the key as a command: full-width characters become half-width.
    #[must_use]
    pub fn command(self) -> Self {
        match self {
            Self::Char(sign @ '\u{ff01}'..='\u{ff5e}') => {
                Self::Char(char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign))
            }
            Self::Char('\u{3000}') => Self::Char(' '),
            other => other,
        }
    }
}

impl Key {
    /// Tells whether everybody has and expects the key: Enter, Tab, the arrows, Esc.
    #[must_use]
    pub const fn is_basic(self) -> bool {
        matches!(
            self,
            Self::Enter
                | Self::Escape
                | Self::Tab
                | Self::BackTab
                | Self::Up
                | Self::Down
                | Self::Left
                | Self::Right
        )
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Char(' ') => formatter.write_str("Space"),
            Self::Char(sign) => write!(formatter, "{sign}"),
            Self::Ctrl(sign) => write!(formatter, "Ctrl+{}", sign.to_ascii_uppercase()),
            Self::Function(number) => write!(formatter, "F{number}"),
            Self::Enter => formatter.write_str("Enter"),
            Self::Tab => formatter.write_str("Tab"),
            Self::BackTab => formatter.write_str("Shift+Tab"),
            Self::Escape => formatter.write_str("Esc"),
            Self::Backspace => formatter.write_str("BackSpace"),
            Self::Delete => formatter.write_str("Delete"),
            Self::Up => formatter.write_str("↑"),
            Self::Down => formatter.write_str("↓"),
            Self::Left => formatter.write_str("←"),
            Self::Right => formatter.write_str("→"),
            Self::PageUp => formatter.write_str("PgUp"),
            Self::PageDown => formatter.write_str("PgDn"),
            Self::Home => formatter.write_str("Home"),
            Self::End => formatter.write_str("End"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_method_left_on_does_no_harm() {
        assert_eq!(Key::Char('１').command(), Key::Char('1'));
        assert_eq!(Key::Char('ａ').command(), Key::Char('a'));
        assert_eq!(Key::Char('\u{3000}').command(), Key::Char(' '));
        assert_eq!(Key::Char('あ').command(), Key::Char('あ'));
    }

    #[test]
    fn releases_are_dropped_and_characters_with_shift_kept() {
        let mut event = KeyEvent::new(KeyCode::Char('%'), KeyModifiers::SHIFT);
        assert_eq!(Key::of(&event), Some(Key::Char('%')));
        event.kind = KeyEventKind::Release;
        assert_eq!(Key::of(&event), None);
        let undo = KeyEvent::new(KeyCode::Char('Z'), KeyModifiers::CONTROL);
        assert_eq!(Key::of(&undo), Some(Key::Ctrl('z')));
    }
}
