//! Which signs must not begin or end a line, and which must stay together: JIS X 4051 and what
//! offices expect of numbers. Knows nothing of widths.

/// Returns whether a sign must not begin a line.
#[must_use]
pub const fn never_first(sign: char) -> bool {
    matches!(
        sign,
        // Closing brackets and quotation marks.
        '’' | '”' | ')' | '〕' | ']' | '］' | '}' | '｝' | '〉' | '》' | '」' | '』' | '】' | '〙'
            | '〗' | '⦆' | '»' | '）' | '｠' | '〟' | '｣'
            // Hyphens, wave dashes, and what stands between numbers.
            | '‐' | '\u{30a0}' | '–' | '―' | '—' | '〜' | '～' | '－'
            // Marks that end or divide.
            | '!' | '?' | '！' | '？' | '‼' | '⁇' | '⁈' | '⁉' | '・' | '：' | '；' | ':' | ';' | '･'
            | '。' | '．' | '、' | '，' | ',' | '.' | '｡' | '､' | '…' | '‥'
            // Iteration, the long vowel, and voicing marks.
            | 'ヽ' | 'ヾ' | '\u{309d}' | '\u{309e}' | '々' | '〻' | 'ー' | 'ｰ' | 'ﾞ' | 'ﾟ'
            | '\u{3099}'..='\u{309c}'
            // Small kana.
            | '\u{3041}' | '\u{3043}' | '\u{3045}' | '\u{3047}' | '\u{3049}' | '\u{3063}'
            | '\u{3083}' | '\u{3085}' | '\u{3087}' | '\u{308e}' | '\u{3095}' | '\u{3096}'
            | '\u{30a1}' | '\u{30a3}' | '\u{30a5}' | '\u{30a7}' | '\u{30a9}' | '\u{30c3}'
            | '\u{30e3}' | '\u{30e5}' | '\u{30e7}' | '\u{30ee}' | '\u{30f5}' | '\u{30f6}'
            | '\u{31f0}'..='\u{31ff}' | 'ｧ'..='ｯ'
            // Units behind a number.
            | '%' | '％' | '‰' | '℃' | '°' | '′' | '″' | '￠' | '¢'
    )
}

/// Returns whether a sign must not end a line.
#[must_use]
pub const fn never_last(sign: char) -> bool {
    matches!(
        sign,
        // Opening brackets and quotation marks.
        '‘' | '“' | '(' | '〔' | '[' | '［' | '{' | '｛' | '〈' | '《' | '「' | '『' | '【' | '〘'
            | '〖' | '⦅' | '«' | '（' | '｟' | '〝' | '｢'
            // What stands before a number.
            | '￥' | '¥' | '$' | '＄' | '£' | '￡' | '№' | '#' | '＃'
    )
}

/// Returns whether two signs that stand side by side belong together.
#[must_use]
pub const fn stay_together(before: char, after: char) -> bool {
    let word = is_wide_word(before) && is_wide_word(after);
    let decimals = matches!(before, '．' | '，') && is_digit(after);
    // A number stays with its counter, and with the sign that makes it an ordinal.
    let counted = is_digit(before) && is_kanji(after);
    let ordinal = before == '\u{7b2c}' && is_digit(after);
    let doubled = before as u32 == after as u32 && matches!(before, '…' | '‥' | '―' | '—');
    word || decimals || counted || ordinal || doubled
}

const fn is_wide_word(sign: char) -> bool {
    matches!(sign, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

const fn is_digit(sign: char) -> bool {
    matches!(sign, '0'..='9' | '０'..='９')
}

const fn is_kanji(sign: char) -> bool {
    matches!(sign, '\u{4e00}'..='\u{9fff}')
}
