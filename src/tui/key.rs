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
    /// Ctrl+Left.
    CtrlLeft,
    /// Ctrl+Right.
    CtrlRight,
    /// Ctrl+Home.
    CtrlHome,
    /// Ctrl+End.
    CtrlEnd,
    /// Ctrl+Backspace.
    CtrlBackspace,
    /// Ctrl+Delete.
    CtrlDelete,
}

/// What one key yields while an input method writes kana: hiragana, katakana and half-width
/// katakana by turns, and the punctuation.
const KANA: &[(char, &[char])] = &[
    ('a', &['\u{3042}', '\u{30a2}', '\u{ff71}']),
    ('i', &['\u{3044}', '\u{30a4}', '\u{ff72}']),
    ('u', &['\u{3046}', '\u{30a6}', '\u{ff73}']),
    ('e', &['\u{3048}', '\u{30a8}', '\u{ff74}']),
    ('o', &['\u{304a}', '\u{30aa}', '\u{ff75}']),
    ('-', &['ー', 'ｰ', '−']),
    ('.', &['。', '｡']),
    (',', &['、', '､']),
    ('/', &['・', '･']),
    ('[', &['「', '｢']),
    (']', &['」', '｣']),
    ('\\', &['￥', '¥']),
    ('~', &['〜']),
    (' ', &['\u{3000}']),
    ('"', &['”', '“']),
    ('\'', &['’', '‘']),
];

impl Key {
    /// Returns the key of a terminal event; none for a release or a key without meaning.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        if alt && !may_have_alt(event.code, ctrl) {
            return None;
        }
        Some(match event.code {
            // What some terminals send for Backspace.
            KeyCode::Char('h') if ctrl && !alt => Self::Backspace,
            KeyCode::Char(sign) if ctrl && !alt => Self::Ctrl(sign.to_ascii_lowercase()),
            KeyCode::Char(sign) => Self::Char(sign),
            KeyCode::F(number) => Self::Function(number),
            KeyCode::Enter => Self::Enter,
            KeyCode::Tab => Self::Tab,
            KeyCode::BackTab => Self::BackTab,
            KeyCode::Esc => Self::Escape,
            KeyCode::Backspace if ctrl => Self::CtrlBackspace,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::Delete if ctrl => Self::CtrlDelete,
            KeyCode::Delete => Self::Delete,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left if ctrl => Self::CtrlLeft,
            KeyCode::Left => Self::Left,
            KeyCode::Right if ctrl => Self::CtrlRight,
            KeyCode::Right => Self::Right,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Home if ctrl => Self::CtrlHome,
            KeyCode::Home => Self::Home,
            KeyCode::End if ctrl => Self::CtrlEnd,
            KeyCode::End => Self::End,
            _ => return None,
        })
    }

    /// Returns the key as a command: full-width characters become half-width, and the kana that one
    /// key yields become that key.
    #[must_use]
    pub fn command(self) -> Self {
        let Self::Char(sign) = self else { return self };
        let kana = KANA.iter().find(|(_, kana)| kana.contains(&sign));
        Self::Char(match (kana, sign) {
            (Some((ascii, _)), _) => *ascii,
            (None, '\u{ff01}'..='\u{ff5e}') => char::from_u32(sign as u32 - 0xfee0).unwrap_or(sign),
            (None, sign) => sign,
        })
    }
}

/// Returns whether a key pressed with Alt means something. Terminals fuse Esc and the key after it
/// into one with Alt, and nobody meant that key; Esc itself is Esc, and on some keyboards Ctrl and
/// Alt together are `AltGr`, which types signs but no letters of the alphabet.
const fn may_have_alt(code: KeyCode, ctrl: bool) -> bool {
    match code {
        KeyCode::Esc => true,
        KeyCode::Char(sign) => ctrl && !sign.is_ascii_alphanumeric() && sign != ' ',
        _ => false,
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
            Self::CtrlLeft => formatter.write_str("Ctrl+←"),
            Self::CtrlRight => formatter.write_str("Ctrl+→"),
            Self::CtrlHome => formatter.write_str("Ctrl+Home"),
            Self::CtrlEnd => formatter.write_str("Ctrl+End"),
            Self::CtrlBackspace => formatter.write_str("Ctrl+BackSpace"),
            Self::CtrlDelete => formatter.write_str("Ctrl+Delete"),
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
        for (kana, ascii) in "あいうえおーアｱ。、・「」￥〜"
            .chars()
            .zip("aiueo-aa.,/[]\\~".chars())
        {
            assert_eq!(Key::Char(kana).command(), Key::Char(ascii), "{kana}");
        }
        assert_eq!(Key::Char('か').command(), Key::Char('か'));
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

    #[test]
    fn a_key_fused_with_escape_does_nothing() {
        let of = |code, modifiers| Key::of(&KeyEvent::new(code, modifiers));
        let fused = [
            KeyCode::Char('1'),
            KeyCode::Char('あ'),
            KeyCode::Enter,
            KeyCode::Tab,
            KeyCode::Left,
            KeyCode::Backspace,
            KeyCode::Delete,
            KeyCode::F(2),
        ];
        for code in fused {
            assert_eq!(of(code, KeyModifiers::ALT), None, "{code}");
        }
        let both = KeyModifiers::ALT | KeyModifiers::CONTROL;
        assert_eq!(of(KeyCode::Char('s'), both), None);
        assert_eq!(of(KeyCode::Char('@'), both), Some(Key::Char('@')));
        assert_eq!(of(KeyCode::Esc, KeyModifiers::ALT), Some(Key::Escape));
    }

    #[test]
    fn control_makes_keys_of_their_own() {
        let of = |code| Key::of(&KeyEvent::new(code, KeyModifiers::CONTROL));
        assert_eq!(of(KeyCode::Left), Some(Key::CtrlLeft));
        assert_eq!(of(KeyCode::Backspace), Some(Key::CtrlBackspace));
        assert_eq!(of(KeyCode::Char('h')), Some(Key::Backspace));
        assert_eq!(of(KeyCode::Enter), Some(Key::Enter));
    }
}
