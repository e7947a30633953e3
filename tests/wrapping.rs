//! Lines are broken as Japanese is printed, at every width a text column has.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use tenken::display::line_rules::{never_first, never_last, stay_together};
use tenken::display::width::Ruler;
use tenken::store::checklists;
use tenken::store::folder::Folder;

const WIDTHS: [usize; 4] = [20, 38, 60, 76];

/// Returns every question and criterion that is shipped, once.
fn texts() -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let set = checklists::load(&Folder::new(folder.path().to_owned())).unwrap();
    let mut texts = Vec::new();
    for city in ["odawara", "tsukubamirai"] {
        let checklist = set.city(city).unwrap();
        for item in &checklist.items {
            texts.push(item.question.clone());
            texts.push(item.why.clone());
        }
    }
    texts.sort();
    texts.dedup();
    assert!(texts.len() > 150, "{}", texts.len());
    texts
}

#[test]
fn no_shipped_text_breaks_a_rule_at_any_width() {
    for text in texts() {
        for width in WIDTHS {
            let lines = Ruler::Narrow.wrap(&text, width);
            let kept = |text: &str| text.replace([' ', '\u{3000}', '\n'], "");
            assert_eq!(kept(&lines.concat()), kept(&text));
            for line in &lines {
                assert!(Ruler::Narrow.cells_drawn(line) <= width, "{width}: {line}");
            }
            for pair in lines.windows(2) {
                let last = pair[0].chars().next_back().unwrap();
                let first = pair[1].chars().next().unwrap();
                assert!(!never_first(first), "{width}: {pair:?}");
                assert!(!never_last(last), "{width}: {pair:?}");
                assert!(!stay_together(last, first), "{width}: {pair:?}");
            }
        }
    }
}

#[test]
fn questions_of_both_cities_are_broken_as_they_were() {
    let texts = texts();
    // Those with the most signs that the rules are about.
    let hard = |text: &&String| {
        let signs = text.chars();
        signs
            .filter(|&sign| never_first(sign) || never_last(sign) || sign.is_ascii_digit())
            .count()
    };
    let mut chosen: Vec<&String> = texts.iter().collect();
    chosen.sort_by_key(|text| (usize::MAX - hard(text), text.len()));
    let mut picture = String::new();
    for width in WIDTHS {
        picture.push_str(&format!("{width}\n"));
        for text in chosen.iter().take(8) {
            for line in Ruler::Narrow.wrap(text, width) {
                let blanks = " ".repeat(width - Ruler::Narrow.cells_drawn(&line));
                picture.push_str(&format!("|{line}{blanks}|\n"));
            }
            picture.push('\n');
        }
    }
    insta::assert_snapshot!(picture);
}
