//! How a line that was typed is understood: as a command, a number, a call for help.

use chrono::NaiveDate;

use super::search::folded;

/// Returns what was typed as a command: half-width, lower case, without blanks and without the stop
/// people put behind a number.
#[must_use]
pub fn command(typed: &str) -> String {
    let folded = folded(typed);
    let stops = ['.', '。', '．', '､', '、', ')'];
    let bare = folded.trim_end_matches(stops);
    let bare = bare.strip_suffix('番').unwrap_or(bare);
    if bare.is_empty() {
        folded
    } else {
        bare.to_owned()
    }
}

/// Returns the day that was typed, such as 2026-12-10, also with an input method left on.
#[must_use]
pub fn day(typed: &str) -> Option<NaiveDate> {
    folded(typed).parse().ok()
}

/// Returns whether help is asked for.
#[must_use]
pub fn is_help(typed: &str) -> bool {
    let help = ["help", "使い方", "つかいかた", "へるぷ"];
    is_help_sign(typed) || help.contains(&command(typed).as_str())
}

/// Returns whether help is asked for with a sign, which no text is.
#[must_use]
pub fn is_help_sign(typed: &str) -> bool {
    matches!(command(typed).as_str(), "?" | "f1")
}

/// Returns whether the person leaves the program.
#[must_use]
pub fn is_quit(typed: &str) -> bool {
    let quit = ["quit", "exit", "終わる", "おわる", "終了"];
    quit.contains(&command(typed).as_str())
}

/// Returns whether a line is the full stop that ends a text or gives a field up.
#[must_use]
pub fn is_stop(typed: &str) -> bool {
    matches!(typed.trim(), "." | "．" | "。" | "｡")
}

/// Returns whether a line is a number and nothing else.
#[must_use]
pub fn is_number(typed: &str) -> bool {
    let typed = command(typed);
    !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a line is of half-width or full-width letters and digits: a slip of the hand
/// where a sign or a word is meant.
#[must_use]
pub fn is_ascii(typed: &str) -> bool {
    command(typed)
        .chars()
        .all(|sign| sign.is_ascii_alphanumeric())
}

/// Returns whether a line is a kana or two, as an input method makes of a key.
#[must_use]
pub fn is_kana(typed: &str) -> bool {
    let typed = command(typed);
    let kana = |sign| matches!(sign, 'ぁ'..='ん' | 'ー');
    (1..=2).contains(&typed.chars().count()) && typed.chars().all(kana)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_understood_as_people_type_it() {
        for typed in ["12", "１２", " 12 ", "12.", "１２。", "12番", "1 2"] {
            assert_eq!(command(typed), "12", "{typed}");
            assert!(is_number(typed), "{typed}");
        }
        assert_eq!(command("Ｑ０６－３ｂ－０１"), "q06-3b-01");
        for typed in ["?", "？", "F1", "ｆ１", "使い方", "ヘルプ"] {
            assert!(is_help(typed), "{typed}");
        }
        for typed in ["終わる", "QUIT"] {
            assert!(is_quit(typed), "{typed}");
        }
        for typed in [".", "．", "。"] {
            assert!(is_stop(typed), "{typed}");
        }
        assert!(is_kana("ぬ") && is_kana("あ") && !is_kana("3台") && !is_kana("はい、そう"));
        assert!(is_ascii("ｏ") && is_ascii("x") && !is_ascii("○") && !is_ascii("実施"));
    }
}
