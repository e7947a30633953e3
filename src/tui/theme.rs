//! Roles of style; widgets name roles, never colours. State is never told by colour alone.
//!
//! The terminal's own ground is kept, light or dark. So text stands in the terminal's own colour,
//! or in a pair of colours of which each is readable on the other, whatever the ground; a single
//! colour is left to what need not be read: bars and markers.

use ratatui::style::{Color, Modifier, Style};

/// What a stretch of text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// The largest thing on the screen, titles, keys.
    Strong,
    /// The one accent: bars and markers, no text.
    Accent,
    /// A short label that stands out: the state of a workbook, a chosen filter.
    Label,
    /// The row or choice the next key acts on.
    Selected,
    /// Something that needs attention.
    Warning,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] = [
        Self::Plain,
        Self::Strong,
        Self::Accent,
        Self::Label,
        Self::Selected,
        Self::Warning,
    ];
}

/// Which styles the roles have.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Theme {
    /// The terminal's own sixteen colours, one accent.
    #[default]
    Standard,
    /// Nothing quiet: bold, underlined and reversed, black on yellow for warnings.
    HighContrast,
    /// No colour at all: bold and reversed.
    Monochrome,
}

impl Theme {
    /// Every theme, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Standard, Self::HighContrast, Self::Monochrome];

    /// Returns the code it is remembered by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::HighContrast => "high-contrast",
            Self::Monochrome => "monochrome",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }

    /// Returns the style of a role.
    #[must_use]
    pub const fn style(self, role: Role) -> Style {
        let style = Style::new();
        let bold = style.add_modifier(Modifier::BOLD);
        match (self, role) {
            (_, Role::Plain) => style,
            (_, Role::Strong) => bold,
            (Self::Standard, Role::Accent) => style.fg(Color::Cyan),
            (Self::Standard, Role::Label) => bold.fg(Color::Gray).bg(Color::Blue),
            (Self::Standard | Self::Monochrome, Role::Selected) => {
                style.add_modifier(Modifier::REVERSED)
            }
            (Self::HighContrast, Role::Selected) => bold.add_modifier(Modifier::REVERSED),
            (Self::Standard | Self::HighContrast, Role::Warning) => {
                bold.fg(Color::Black).bg(Color::Yellow)
            }
            (_, Role::Accent) => bold,
            (_, Role::Label) => bold.add_modifier(Modifier::UNDERLINED),
            (Self::Monochrome, Role::Warning) => bold.add_modifier(Modifier::REVERSED),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sixteen colours as terminals draw them: black, red, green, yellow, blue, magenta, cyan,
    /// white, then the bright ones; of the Windows console, its older form, xterm, and VGA.
    const PALETTES: [[u32; 8]; 4] = [
        [
            0x0c_0c_0c, 0xc5_0f_1f, 0x13_a1_0e, 0xc1_9c_00, 0x00_37_da, 0x88_17_98, 0x3a_96_dd,
            0xcc_cc_cc,
        ],
        [
            0x00_00_00, 0x80_00_00, 0x00_80_00, 0x80_80_00, 0x00_00_80, 0x80_00_80, 0x00_80_80,
            0xc0_c0_c0,
        ],
        [
            0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd,
            0xe5_e5_e5,
        ],
        [
            0x00_00_00, 0xaa_00_00, 0x00_aa_00, 0xaa_55_00, 0x00_00_aa, 0xaa_00_aa, 0x00_aa_aa,
            0xaa_aa_aa,
        ],
    ];

    fn luminance(colour: u32) -> f64 {
        let part = |shift: u32| {
            let value = f64::from((colour >> shift) & 0xff) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn number(colour: Color) -> Option<usize> {
        [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
        ]
        .iter()
        .position(|known| *known == colour)
    }

    #[test]
    fn text_is_readable_on_every_ground() {
        for theme in Theme::ALL {
            for role in Role::ALL {
                let style = theme.style(role);
                match (style.fg, style.bg) {
                    // The terminal's own pair, or reversed.
                    (None, None) => {}
                    (Some(text), Some(ground)) => {
                        let (text, ground) = (number(text), number(ground));
                        for palette in PALETTES {
                            let ratio = contrast(palette[text.unwrap()], palette[ground.unwrap()]);
                            assert!(ratio >= 4.0, "{theme:?} {role:?}: {ratio:.1}");
                        }
                    }
                    _ => assert_eq!(role, Role::Accent, "{theme:?}: text in a single colour"),
                }
            }
        }
    }

    #[test]
    fn no_colour_is_no_colour_and_roles_differ_all_the_same() {
        for role in Role::ALL {
            let style = Theme::Monochrome.style(role);
            assert_eq!((style.fg, style.bg), (None, None));
        }
        for theme in Theme::ALL {
            let plain = theme.style(Role::Plain);
            for role in [Role::Selected, Role::Warning, Role::Label] {
                assert_ne!(theme.style(role), plain, "{theme:?} {role:?}");
            }
        }
    }
}
