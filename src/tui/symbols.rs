//! Every glyph of the layout, in one place. Marks come from the scale.

/// Draws a horizontal rule.
pub const RULE: &str = "─";
/// Draws the line between the tree and the question.
pub const DIVIDER: &str = "│";
/// Stands before what is selected.
pub const SELECTOR: &str = ">";
/// Stands for each character of a text that is not shown.
pub const HIDDEN: &str = "*";
/// A full cell of a bar.
pub const BAR_FULL: &str = "█";
/// A half cell of a bar.
pub const BAR_HALF: &str = "▌";
/// An empty cell of a bar.
pub const BAR_EMPTY: &str = "·";
/// Stands where a figure has no value.
pub const NO_VALUE: &str = "―";
/// Stands where more lies below.
pub const MORE_BELOW: &str = "↓";
/// Stands behind a flagged item.
pub const FLAG: &str = "!";

/// Returns a bar of so many cells, filled to `part / whole`.
#[must_use]
pub fn bar(part: u64, whole: u64, width: usize) -> (String, String) {
    let width = width as u64;
    let halves = (part * width * 2).checked_div(whole).unwrap_or(0);
    // Something done shows, and only everything done fills the bar.
    let halves = if part > 0 { halves.max(1) } else { 0 };
    let full = usize::try_from(halves / 2).unwrap_or(0);
    let half = usize::from(halves % 2 == 1);
    let empty = usize::try_from(width)
        .unwrap_or(0)
        .saturating_sub(full + half);
    (
        format!("{}{}", BAR_FULL.repeat(full), BAR_HALF.repeat(half)),
        BAR_EMPTY.repeat(empty),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_only_when_all_is_done() {
        let shown = |part, whole| {
            let (full, empty) = bar(part, whole, 4);
            format!("{full}{empty}")
        };
        assert_eq!(shown(0, 9), "····");
        assert_eq!(shown(1, 99), "▌···");
        assert_eq!(shown(98, 99), "███▌");
        assert_eq!(shown(9, 9), "████");
        assert_eq!(shown(0, 0), "····");
    }
}
