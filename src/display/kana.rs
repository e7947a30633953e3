//! Half-width katakana as full-width. Knows only text.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::compose;

/// The half-width katakana and the punctuation that belongs to them.
const HALF_WIDTH: std::ops::RangeInclusive<char> = '\u{ff61}'..='\u{ff9f}';

/// Returns whether there are half-width katakana in a text.
#[must_use]
pub fn has_half_width(text: &str) -> bool {
    text.chars().any(|sign| HALF_WIDTH.contains(&sign))
}

/// Returns a text with its half-width katakana full-width, voicing marks joined to their kana.
#[must_use]
pub fn full_width(text: &str) -> String {
    let mut wide = String::with_capacity(text.len());
    for sign in text.chars() {
        // The combining mark, and the sign of its own where there is nothing to combine with.
        let (mark, alone) = match sign {
            '\u{ff9e}' => ('\u{3099}', '\u{309b}'),
            '\u{ff9f}' => ('\u{309a}', '\u{309c}'),
            sign if HALF_WIDTH.contains(&sign) => {
                wide.extend(std::iter::once(sign).nfkc());
                continue;
            }
            sign => {
                wide.push(sign);
                continue;
            }
        };
        let before = wide.chars().next_back();
        if let Some(joined) = before.and_then(|before| compose(before, mark)) {
            wide.pop();
            wide.push(joined);
        } else {
            wide.push(alone);
        }
    }
    wide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voicing_marks_are_joined_and_all_else_is_kept() {
        assert_eq!(
            full_width("ｻｰﾊﾞｰ｡ﾊﾟｿｺﾝ｢ｳﾞ｣･ｧ､ﾜﾞ"),
            "サーバー。パソコン「ヴ」・ァ、ヷ"
        );
        assert_eq!(
            full_width("ABC①㈱か\u{3099}Ａ\u{e000}"),
            "ABC①㈱か\u{3099}Ａ\u{e000}"
        );
        assert_eq!(full_width("ﾞ亜ﾟカﾞ"), "゛亜゜ガ");
        assert!(has_half_width("aｱ"));
        assert!(!has_half_width("アＡ"));
        assert!(!has_half_width(&full_width("ｶﾞﾞﾟ｡")));
    }
}
