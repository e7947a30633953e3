//! The one function that says how many cells a text takes, and what is built on it.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Returns the cells a text takes, counted as the drawing library counts: half-width kana marks
/// take a cell of their own.
#[must_use]
pub fn cells(text: &str) -> usize {
    text.width() + text.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// Returns as much of a text as fits, with `..` where something was cut off.
#[must_use]
pub fn truncate(text: &str, max: usize) -> String {
    if cells(text) <= max {
        return text.to_owned();
    }
    let mark = if max >= 4 { ".." } else { "" };
    let mut kept = String::new();
    let mut used = cells(mark);
    for grapheme in text.graphemes(true) {
        used += cells(grapheme);
        if used > max {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.push_str(mark);
    kept
}

/// Returns a text of exactly so many cells: cut off or filled with blanks at the end.
#[must_use]
pub fn fit(text: &str, width: usize) -> String {
    let mut fitted = truncate(text, width);
    let used = cells(&fitted);
    fitted.extend(std::iter::repeat_n(' ', width.saturating_sub(used)));
    fitted
}

/// Returns a text of at least so many cells, filled with blanks at the front.
#[must_use]
pub fn fit_right(text: &str, width: usize) -> String {
    let kept = truncate(text, width);
    let blanks = width.saturating_sub(cells(&kept));
    format!("{}{kept}", " ".repeat(blanks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_width_kana_marks_are_counted_once() {
        assert_eq!(cells("ｶﾞ"), 2);
        assert_eq!(cells("ﾊﾟﾋﾟ"), 4);
        let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 9, 1));
        let (end, _) = buffer.set_stringn(0, 0, "ｶﾞ", 9, ratatui::style::Style::new());
        assert_eq!(end, 2, "ratatui and this module must agree");
    }

    #[test]
    fn nothing_is_cut_in_the_middle_of_a_character() {
        assert_eq!(truncate("あいうえお", 10), "あいうえお");
        assert_eq!(truncate("あいうえお", 9), "あいう..");
        assert_eq!(truncate("あいうえお", 8), "あいう..");
        assert_eq!(fit("あい", 6), "あい  ");
        assert_eq!(fit("あいう", 5), "あ.. ");
        assert_eq!(fit_right("5", 3), "  5");
    }
}
