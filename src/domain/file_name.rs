//! Which names may become parts of paths: department codes and cities, on every system alike.

use unicode_normalization::UnicodeNormalization as _;

/// The longest name, in characters; all are ASCII, so in bytes as well.
pub const NAME_MAX: usize = 20;
/// Names Windows keeps for devices. Those with a `$` or a superscript digit never have our shape.
const RESERVED: &[&str] = &[
    "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Returns a name as it may stand in a path: half-width letters, digits, `-` and `_`. None when
/// it cannot be a file's name everywhere.
#[must_use]
pub fn safe(text: &str) -> Option<String> {
    // What is far too long is not folded first: one sign may become eighteen.
    if text.len() > NAME_MAX * 8 {
        return None;
    }
    let name: String = text.trim().nfkc().collect();
    let shaped = !name.is_empty()
        && name.len() <= NAME_MAX
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        && !RESERVED.contains(&name.to_ascii_lowercase().as_str());
    shaped.then_some(name)
}

/// Returns whether two names are the same file where capitals make no difference.
#[must_use]
pub fn are_twins(one: &str, other: &str) -> bool {
    one != other && one.eq_ignore_ascii_case(other)
}

/// The longest name of a file that people give, in bytes.
const PLAIN_MAX: usize = 120;

/// Returns whether a name, in any letters, can be a file's name everywhere and leads nowhere else.
#[must_use]
pub fn is_plain(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let kept = |sign: char| sign.is_control() || "/\\:*?\"<>|".contains(sign);
    !name.is_empty()
        && name.len() <= PLAIN_MAX
        && name.trim() == name
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains(kept)
        && !RESERVED.contains(&stem.trim_end().to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_padded_names_are_folded() {
        for (text, name) in [
            ("0420", "0420"),
            (" ０４２０ ", "0420"),
            ("Ａ-1_b", "A-1_b"),
            ("co1", "co1"),
            ("12345678901234567890", "12345678901234567890"),
        ] {
            assert_eq!(safe(text).as_deref(), Some(name), "{text:?}");
        }
    }

    #[test]
    fn a_plain_name_may_be_in_any_letters_and_leads_nowhere() {
        for name in ["06-3_resilience", "点検 項目", "a.b", "con1"] {
            assert!(is_plain(name), "{name}");
        }
        let long = "x".repeat(PLAIN_MAX + 1);
        for name in [
            "", " ", " a", "a ", ".", "..", ".a", "a.", "../a", "a/b", "a\\b", "c:a", "a\nb",
            "con", "NUL.a", "aux .b", &long,
        ] {
            assert!(!is_plain(name), "{name:?}");
        }
    }

    #[test]
    fn no_name_leads_out_of_its_folder_or_to_a_device() {
        for text in [
            "",
            " ",
            ".",
            "..",
            "../x",
            "/etc",
            r"\\host\x",
            "C:",
            "a/b",
            r"a\b",
            "a\0b",
            "CON",
            "con",
            "Nul",
            "aux",
            "PRN",
            "COM1",
            "com0",
            "LPT9",
            "ＣＯＮ",
            "COM1.txt",
            "com¹",
            "LPT³",
            "CONIN$",
            "CONOUT$",
            "a.",
            "a .",
            "a b",
            "x:y",
            "課",
            "é",
            "e\u{301}",
            "a\u{202e}b",
            "\u{1b}[2J",
            "a\u{200d}",
            "~",
            "%2e%2e",
            "*",
            "123456789012345678901",
        ] {
            assert_eq!(safe(text), None, "{text:?}");
        }
        assert_eq!(safe(&"a".repeat(1 << 20)), None);
        assert_eq!(safe(&"\u{fdfa}".repeat(100)), None);
    }

    #[test]
    fn capitals_make_twins() {
        assert!(are_twins("0420a", "0420A"));
        assert!(!are_twins("0420A", "0420A"));
        assert!(!are_twins("0420", "0421"));
    }
}
