//! Every glyph of the layout, in one place, for terminals that draw lines and for those that do
//! not. Marks come from the scale.

use crate::display::profile::Frames;
use crate::domain::band::TONES;

/// Stands before what is selected.
pub const SELECTOR: &str = ">";
/// Stands for each character of a text that is not shown.
pub const HIDDEN: &str = "*";
/// Stands where a figure has no value.
pub const NO_VALUE: &str = "―";
/// Stands where a line goes on to the left.
pub const MORE_LEFT: &str = "<";
/// Stands where a line goes on to the right.
pub const MORE_RIGHT: &str = ">";
/// Stands behind a flagged item.
pub const FLAG: &str = "!";

/// The glyphs of one kind of terminal. Each takes one cell there.
#[derive(Debug)]
pub struct Symbols {
    /// Draws a horizontal rule.
    pub rule: &'static str,
    /// Draws the line between two columns.
    pub divider: &'static str,
    /// Stands where more lies above.
    pub more_above: &'static str,
    /// Stands where more lies below.
    pub more_below: &'static str,
    /// A full cell of a bar.
    pub bar_full: &'static str,
    /// The parts of a cell of a bar, the smallest first.
    pub bar_parts: &'static [&'static str],
    /// A full cell of a line, for bars that stand below each other.
    pub line_full: &'static str,
    /// The parts of a cell of a line.
    pub line_parts: &'static [&'static str],
    /// An empty cell of a bar.
    pub bar_empty: &'static str,
    /// Points from what came of something to what it came from.
    pub from: &'static str,
    /// How much attention a score asks for, the least first.
    pub heat: [&'static str; TONES],
    /// The heights of a small chart, the lowest first.
    pub heights: &'static [&'static str],
}

static LINES: Symbols = Symbols {
    rule: "─",
    divider: "│",
    more_above: "↑",
    more_below: "↓",
    bar_full: "█",
    bar_parts: &["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
    line_full: "━",
    line_parts: &["╸"],
    bar_empty: "·",
    from: "←",
    heat: [" ", "▂", "▅", "▇"],
    heights: &["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
};

static ASCII: Symbols = Symbols {
    rule: "-",
    divider: "|",
    more_above: "^",
    more_below: "v",
    bar_full: "#",
    bar_parts: &[],
    line_full: "=",
    line_parts: &[],
    bar_empty: ".",
    from: "<",
    heat: [" ", ":", "+", "#"],
    heights: &[],
};

impl Symbols {
    /// Returns the glyphs of a kind of frames.
    #[must_use]
    pub const fn of(frames: Frames) -> &'static Self {
        match frames {
            Frames::Lines => &LINES,
            Frames::Ascii => &ASCII,
        }
    }

    /// Returns a bar of so many cells, filled to `part / whole`: the filled and the empty part.
    #[must_use]
    pub fn bar(&self, part: u64, whole: u64, width: usize) -> (String, String) {
        self.filled(self.bar_full, self.bar_parts, (part, whole), width)
    }

    /// Returns the same as a thin line: bars below each other would run together.
    #[must_use]
    pub fn line(&self, part: u64, whole: u64, width: usize) -> (String, String) {
        self.filled(self.line_full, self.line_parts, (part, whole), width)
    }

    fn filled(
        &self,
        one: &str,
        parts: &[&str],
        (part, whole): (u64, u64),
        width: usize,
    ) -> (String, String) {
        let steps = parts.len() + 1;
        let most = (width * steps) as u64;
        let filled = (part * most).checked_div(whole).unwrap_or(0);
        // Something done shows, and only everything done fills the bar.
        let filled = if part > 0 { filled.max(1) } else { 0 };
        let filled = usize::try_from(filled).unwrap_or(0).min(width * steps);
        let last = (filled % steps).checked_sub(1).and_then(|at| parts.get(at));
        let full = filled / steps;
        let empty = width.saturating_sub(full + usize::from(last.is_some()));
        (
            one.repeat(full) + last.unwrap_or(&""),
            self.bar_empty.repeat(empty),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_when_all_is_done() {
        let shown = |frames, part, whole| {
            let (full, empty) = Symbols::of(frames).bar(part, whole, 4);
            format!("{full}{empty}")
        };
        assert_eq!(shown(Frames::Lines, 0, 9), "····");
        assert_eq!(shown(Frames::Lines, 1, 99), "▏···");
        assert_eq!(shown(Frames::Lines, 5, 8), "██▌·");
        assert_eq!(shown(Frames::Lines, 98, 99), "███▉");
        assert_eq!(shown(Frames::Lines, 9, 9), "████");
        assert_eq!(shown(Frames::Lines, 0, 0), "····");
        let (full, empty) = Symbols::of(Frames::Lines).line(5, 8, 4);
        assert_eq!(format!("{full}{empty}"), "━━╸·");
        assert_eq!(shown(Frames::Ascii, 0, 9), "....");
        assert_eq!(shown(Frames::Ascii, 98, 99), "###.");
        assert_eq!(shown(Frames::Ascii, 9, 9), "####");
    }
}
