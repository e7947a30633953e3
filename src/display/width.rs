//! The one thing that says how many cells a text takes, and what is built on it.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Measures text as a terminal draws it.
///
/// The standard leaves the width of many characters open (East Asian Width "ambiguous": ○ △ × ① … → ─);
/// terminals made for Japanese may draw them over two cells.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Ruler {
    /// Ambiguous characters take one cell.
    #[default]
    Narrow,
    /// Ambiguous characters take two cells.
    Wide,
}

impl Ruler {
    /// Returns the cells a text takes. Half-width kana marks take a cell of their own.
    #[must_use]
    pub fn cells(self, text: &str) -> usize {
        let kana_marks = text.matches(['\u{ff9e}', '\u{ff9f}']).count();
        match self {
            Self::Narrow => text.width() + kana_marks,
            Self::Wide => {
                text.width_cjk() + kana_marks + text.chars().filter(|sign| is_letter(*sign)).count()
            }
        }
    }

    /// Returns as much of a text as fits, with `..` where something was cut off.
    #[must_use]
    pub fn truncate(self, text: &str, max: usize) -> String {
        if self.cells(text) <= max {
            return text.to_owned();
        }
        let mark = if max >= 4 { ".." } else { "" };
        let mut kept = String::new();
        let mut used = self.cells(mark);
        for grapheme in text.graphemes(true) {
            used += self.cells(grapheme);
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
    pub fn fit(self, text: &str, width: usize) -> String {
        let mut fitted = self.truncate(text, width);
        let used = self.cells(&fitted);
        fitted.extend(std::iter::repeat_n(' ', width.saturating_sub(used)));
        fitted
    }

    /// Returns a text of at least so many cells, filled with blanks at the front.
    #[must_use]
    pub fn fit_right(self, text: &str, width: usize) -> String {
        let kept = self.truncate(text, width);
        let blanks = width.saturating_sub(self.cells(&kept));
        format!("{}{kept}", " ".repeat(blanks))
    }
}

/// Tells whether the width of a character is up to the terminal.
#[must_use]
pub fn is_ambiguous(sign: char) -> bool {
    let mut bytes = [0; 4];
    let text = sign.encode_utf8(&mut bytes);
    Ruler::Wide.cells(text) != Ruler::Narrow.cells(text)
}

/// Tells of Greek and Cyrillic letters of the Japanese character sets: terminals that draw
/// ambiguous characters wide draw these wide too, which the width library does not say.
const fn is_letter(sign: char) -> bool {
    matches!(sign,
        '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3a9}' | '\u{3b1}'..='\u{3c1}' | '\u{3c3}'..='\u{3c9}'
        | '\u{401}' | '\u{410}'..='\u{44f}' | '\u{451}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Ruler = Ruler::Narrow;
    const WIDE: Ruler = Ruler::Wide;

    #[test]
    fn half_width_kana_marks_are_counted_once() {
        for ruler in [NARROW, WIDE] {
            assert_eq!(ruler.cells("ｶﾞ"), 2);
            assert_eq!(ruler.cells("ﾊﾟﾋﾟ"), 4);
        }
        let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 9, 1));
        let (end, _) = buffer.set_stringn(0, 0, "ｶﾞ", 9, ratatui::style::Style::new());
        assert_eq!(end, 2, "ratatui and this module must agree");
    }

    #[test]
    fn what_the_standard_leaves_open_is_up_to_the_terminal() {
        for sign in "○△×◎●■□①…―→※─│█▌αΩЖё".chars() {
            let text = sign.to_string();
            assert_eq!(NARROW.cells(&text), 1, "{sign}");
            assert_eq!(WIDE.cells(&text), 2, "{sign}");
            assert!(is_ambiguous(sign), "{sign}");
        }
        for sign in "a1-〇ー－？漢か、・。ｱ".chars() {
            let text = sign.to_string();
            assert_eq!(NARROW.cells(&text), WIDE.cells(&text), "{sign}");
            assert!(!is_ambiguous(sign), "{sign}");
        }
    }

    #[test]
    fn nothing_is_cut_in_the_middle_of_a_character() {
        assert_eq!(NARROW.truncate("あいうえお", 10), "あいうえお");
        assert_eq!(NARROW.truncate("あいうえお", 9), "あいう..");
        assert_eq!(NARROW.truncate("あいうえお", 8), "あいう..");
        assert_eq!(NARROW.fit("あい", 6), "あい  ");
        assert_eq!(NARROW.fit("あいう", 5), "あ.. ");
        assert_eq!(WIDE.fit("○済", 5), "○済 ");
        assert_eq!(NARROW.fit_right("5", 3), "  5");
    }
}
