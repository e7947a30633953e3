//! What must hold of every line a person is shown.

use tenken::display::safe;
use tenken::text::Lang;

/// Both languages.
pub(crate) const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];
/// The longest line, in characters.
const LINE_MAX: usize = 4_000;

/// Asserts that a line holds nothing that moves a terminal or turns its text round, and that it
/// ends before everybody has gone home.
#[track_caller]
pub(crate) fn fit_to_show(line: &str) {
    let invisible = |sign: char| {
        sign.is_control()
            || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!line.contains(invisible), "{:?}", safe::line(line));
    assert!(
        line.chars().count() <= LINE_MAX,
        "too long: {}",
        safe::line(line)
    );
    assert!(!line.trim().is_empty(), "nothing said");
}

/// Asserts it of several.
#[track_caller]
pub(crate) fn all_fit_to_show(lines: &[String]) {
    for line in lines {
        fit_to_show(line);
    }
}
