//! Roles of style; widgets name roles, never colours. State is never told by colour alone.

use ratatui::style::{Color, Modifier, Style};

/// What a stretch of text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// The largest thing on the screen, titles, keys.
    Strong,
    /// The one accent.
    Accent,
    /// The row or choice the next key acts on.
    Selected,
    /// Something that needs attention.
    Warning,
}

/// Which styles the roles have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// The terminal's own sixteen colours, one accent.
    Standard,
    /// No colour at all: bold and reversed.
    Monochrome,
}

impl Theme {
    /// Returns the style of a role.
    #[must_use]
    pub const fn style(self, role: Role) -> Style {
        let style = Style::new();
        match (self, role) {
            (_, Role::Plain) => style,
            (_, Role::Strong) | (Self::Monochrome, Role::Accent | Role::Warning) => {
                style.add_modifier(Modifier::BOLD)
            }
            (_, Role::Selected) => style.add_modifier(Modifier::REVERSED),
            (Self::Standard, Role::Accent) => style.fg(Color::Cyan),
            (Self::Standard, Role::Warning) => style.fg(Color::Yellow).add_modifier(Modifier::BOLD),
        }
    }
}
