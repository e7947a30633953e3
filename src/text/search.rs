//! Texts as they are compared in a search, and criteria taken apart.

use unicode_normalization::UnicodeNormalization as _;

/// Returns a copy for comparing: compatibility forms, case, kana and the two spellings of
/// resilience (強靭 and 強靱) made alike.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|sign| !sign.is_whitespace())
        .map(|sign| match sign {
            '\u{30a1}'..='\u{30f6}' => char::from_u32(sign as u32 - 0x60).unwrap_or(sign),
            '靱' => '靭',
            other => other,
        })
        .collect()
}

/// Tells whether a citation begins with what was typed, brackets left out on both sides: `632` finds
/// `6(3)②`.
#[must_use]
pub fn is_citation(citation: &str, typed: &str) -> bool {
    let bare = |text: &str| -> String {
        let text = folded(text);
        text.chars().filter(|sign| sign.is_alphanumeric()).collect()
    };
    let typed = bare(typed);
    !typed.is_empty() && bare(citation).starts_with(&typed)
}

/// Takes a criterion apart where it names alternatives.
#[must_use]
pub fn alternatives(criterion: &str) -> Vec<String> {
    criterion
        .split("、又は")
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_word_are_found() {
        assert_eq!(folded("ＬＧＷＡＮ系　データ"), folded("lgwan系でーた"));
        assert_eq!(folded("強靱性"), folded("強靭性"));
        assert_eq!(folded("ｼｽﾃﾑ"), folded("システム"));
    }

    #[test]
    fn a_citation_is_found_with_and_without_its_brackets() {
        for typed in ["6(3)②", "６（３）②", "632", "6(3)", "6 3"] {
            assert!(is_citation("6(3)②", typed), "{typed}");
        }
        assert!(!is_citation("6(3)②", "32"));
        assert!(!is_citation("6(3)②", "()"));
    }

    #[test]
    fn a_criterion_is_taken_apart_at_its_alternatives() {
        assert_eq!(
            alternatives("見ていない端末がある、又は見つけた接続を外して報告した"),
            ["見ていない端末がある", "見つけた接続を外して報告した"]
        );
    }
}
