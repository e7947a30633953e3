//! A copy of a text that is safe to show: no control characters, nothing invisible that changes
//! what others see. The stored text keeps its bytes.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The most marks shown on one sign: no writing has more, and thousands are one cell to measure.
const MARKS_MAX: usize = 8;

/// Stands for a character that cannot be shown.
pub const REPLACEMENT: char = '〓';

/// Returns the copy to show, in one line: line ends become blanks.
#[must_use]
pub fn line(text: &str) -> String {
    copy(text, ' ')
}

/// Returns the copy to show, keeping line ends.
#[must_use]
pub fn lines(text: &str) -> String {
    copy(&text.replace("\r\n", "\n"), '\n')
}

/// Returns the copy to show, in one line of at most so many characters.
#[must_use]
pub fn line_within(text: &str, max: usize) -> String {
    let mut shown = line(text);
    let longer = shown.len() > max;
    if let Some((at, _)) = longer.then(|| shown.char_indices().nth(max)).flatten() {
        shown.truncate(at);
        shown.push_str("..");
    }
    shown
}

fn copy(text: &str, line_end: char) -> String {
    if text.chars().all(is_everyday) {
        return text.to_owned();
    }
    copy_each(text, line_end)
}

/// Returns whether a sign is shown as it is whatever stands around it: printable ASCII, kana, kanji
/// and their punctuation.
const fn is_everyday(sign: char) -> bool {
    matches!(
        sign,
        ' '..='~'
            | '\u{3000}'..='\u{3020}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FE}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{FF01}'..='\u{FF5E}'
    )
}

fn copy_each(text: &str, line_end: char) -> String {
    let mut marks = 0;
    text.nfc()
        .filter_map(|sign| shown(sign, line_end))
        .filter(|sign| {
            marks = if is_combining_mark(*sign) {
                marks + 1
            } else {
                0
            };
            marks <= MARKS_MAX
        })
        .collect()
}

/// Returns a text as it may be stored from the keyboard or a paste: line ends as `\n`, no other
/// control characters.
#[must_use]
pub fn input(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|sign| match sign {
            '\r' | '\n' => Some('\n'),
            '\t' => Some(' '),
            other if other.is_control() => None,
            other => Some(other),
        })
        .collect()
}

/// Returns how many characters of a text nobody sees: shown as [`REPLACEMENT`], or not at all. What
/// only joins or varies its neighbours is seen with them.
#[must_use]
pub fn unseen(text: &str) -> usize {
    text.chars()
        .filter(|&sign| match shown(sign, ' ') {
            Some(copy) => copy == REPLACEMENT && sign != REPLACEMENT,
            None => !matches!(sign, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' | '\u{200c}' | '\u{200d}'),
        })
        .count()
}

fn shown(sign: char, line_end: char) -> Option<char> {
    match sign {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(line_end),
        '\t' => Some(' '),
        other if other.is_control() => Some(REPLACEMENT),
        // Private use: no font shows it, and its width is anyone's guess.
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some(REPLACEMENT),
        // Variation selectors, joiners, direction marks, tags: dropped from the copy.
        '\u{fe00}'..='\u{fe0f}'
        | '\u{e0000}'..='\u{e0fff}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{180e}'
        | '\u{feff}'
        | '\u{00ad}'
        | '\u{061c}' => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_moves_the_terminal_remains() {
        for sign in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let sign = sign.to_string();
            let shown = copy_each(&sign, ' ');
            assert!(!sign.chars().all(is_everyday) || shown == sign, "{sign:?}");
        }
        assert_eq!(line("a\u{1b}[2Jb\u{9b}c"), "a〓[2Jb〓c");
        assert_eq!(line("a\u{202e}b\u{200b}c"), "abc");
        assert_eq!(line("葛\u{e0100}か\u{3099}\u{e000}"), "葛が〓");
        assert_eq!(line("一\r\n二"), "一  二");
        assert_eq!(line("a\u{85}b\u{2028}c\u{fffa}\u{180e}d"), "a〓b cd");
        assert_eq!(
            line(&("e".to_owned() + &"\u{338}".repeat(5_000)))
                .chars()
                .count(),
            9
        );
        assert_eq!(line_within("一二三", 2), "一二..");
        assert_eq!(line_within("一二", 2), "一二");
        assert_eq!(lines("一\r\n二\n三"), "一\n二\n三");
        assert_eq!(unseen("〓葛\u{e0100}👩\u{200d}👧\n\ta"), 0);
        assert_eq!(unseen("\u{e000}\u{1b}\u{200b}\u{202e}a"), 4);
        assert_eq!(input("a\tb\r\nc\rd\u{7}"), "a b\nc\nd");
    }
}
