//! What a terminal can draw: how wide ambiguous characters are, and whether lines can be drawn.

use super::width::Ruler;

/// What rules, bars and dividers are drawn with.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Frames {
    /// Line and block characters.
    #[default]
    Lines,
    /// ASCII, which every terminal draws one cell wide.
    Ascii,
}

/// What a terminal was found, or said, to be like.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct TerminalProfile {
    /// How wide text is.
    pub ruler: Ruler,
    /// What the layout is drawn with.
    pub frames: Frames,
    /// Whether the width of ambiguous characters is not known: then both cells are blanked before
    /// each of them and the place is said anew behind it, so that no row shifts and nothing is
    /// written over half of a character.
    pub unsure: bool,
}

impl TerminalProfile {
    /// A terminal that draws ambiguous characters over one cell, lines included.
    pub const NARROW: Self = Self {
        ruler: Ruler::Narrow,
        frames: Frames::Lines,
        unsure: false,
    };
    /// A terminal that draws ambiguous characters over two cells: lines would not join.
    pub const WIDE: Self = Self {
        ruler: Ruler::Wide,
        frames: Frames::Ascii,
        unsure: false,
    };
    /// A terminal that does not say: every such character gets two cells, of which it may leave
    /// the second one blank.
    pub const UNKNOWN: Self = Self {
        ruler: Ruler::Wide,
        frames: Frames::Ascii,
        unsure: true,
    };

    /// Returns the profile of a terminal that drew the [`PROBES`] over so many cells. None of it
    /// is believed unless every answer makes sense.
    #[must_use]
    pub fn measured(widths: &[u16]) -> Self {
        match widths {
            [1, 1, 1, 1] => Self::NARROW,
            [sign, rule, dots, block]
                if [sign, rule, dots, block]
                    .iter()
                    .all(|w| (1..=2).contains(*w)) =>
            {
                // The font decides: some signs may be wide while lines are narrow.
                let wide = *sign == 2 || *dots == 2;
                Self {
                    ruler: Ruler::Wide,
                    frames: Frames::Ascii,
                    unsure: !(wide && *sign == *dots),
                }
            }
            _ => Self::UNKNOWN,
        }
    }
}

/// What was said about ambiguous characters: on the command line, or on the screen that adjusts it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Ambiguous {
    /// The terminal is asked.
    #[default]
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
    /// Not known; drawn so that it does not matter.
    Unknown,
}

impl Ambiguous {
    /// Every choice.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Narrow, Self::Wide, Self::Unknown];

    /// Returns the profile, unless the terminal is to be asked.
    #[must_use]
    pub const fn profile(self) -> Option<TerminalProfile> {
        match self {
            Self::Auto => None,
            Self::Narrow => Some(TerminalProfile::NARROW),
            Self::Wide => Some(TerminalProfile::WIDE),
            Self::Unknown => Some(TerminalProfile::UNKNOWN),
        }
    }

    /// Returns the choice as it is written on the command line and remembered.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Narrow => "1",
            Self::Wide => "2",
            Self::Unknown => "unknown",
        }
    }

    /// Reads a choice.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// What a terminal is asked to draw at the start: a mark, a line, punctuation, a block.
pub const PROBES: [&str; 4] = ["△", "─", "…", "█"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_what_it_drew() {
        assert_eq!(
            TerminalProfile::measured(&[1, 1, 1, 1]),
            TerminalProfile::NARROW
        );
        assert_eq!(
            TerminalProfile::measured(&[2, 2, 2, 2]),
            TerminalProfile::WIDE
        );
        assert_eq!(TerminalProfile::measured(&[]), TerminalProfile::UNKNOWN);
        assert_eq!(TerminalProfile::measured(&[1, 1]), TerminalProfile::UNKNOWN);
        assert_eq!(
            TerminalProfile::measured(&[3, 1, 1, 1]),
            TerminalProfile::UNKNOWN
        );
        let lines_only = TerminalProfile::measured(&[1, 2, 1, 2]);
        assert_eq!(lines_only.frames, Frames::Ascii);
        assert!(lines_only.unsure);
    }
}
