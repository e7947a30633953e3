//! Keeps the invariants of ARCHITECTURE.md: which part may know which, where words and keys live,
//! how large a file may grow.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The longest a source file may be, in lines.
const LINES_MAX: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                let name = path.strip_prefix(root()).unwrap();
                let name = name.to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{folder}");
    found
}

/// Returns the code of a file: without comments and without its tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

fn is_test(name: &str) -> bool {
    name.contains("_tests")
        || name.contains("test_kit")
        || name.ends_with("fixture.rs")
        || name.ends_with("_sequences.rs")
        || name.ends_with("_problems.rs")
        || name.ends_with("_syntax.rs")
}

/// What each part must not know.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "src/domain",
        &[
            "crate::format",
            "crate::store",
            "crate::text",
            "crate::tui",
            "crate::cli",
            "crate::display",
            "crate::error",
            "serde",
            "ratatui",
            "std::fs",
            "std::io",
            "std::env",
            "Local::now",
        ],
    ),
    (
        "src/format",
        &[
            "crate::store",
            "crate::tui",
            "crate::cli",
            "ratatui",
            "std::fs",
            "std::env",
            "std::path",
            "Local::now",
        ],
    ),
    (
        "src/display",
        &[
            "crate::store",
            "crate::format",
            "crate::tui",
            "crate::cli",
            "std::fs",
        ],
    ),
    (
        "src/store",
        &[
            "crate::collect",
            "crate::tui",
            "crate::plain",
            "crate::cli",
            "ratatui",
        ],
    ),
    (
        "src/text",
        &[
            "crate::tui",
            "crate::plain",
            "crate::cli",
            "ratatui",
            "std::fs",
        ],
    ),
    (
        "src/collect",
        &[
            "crate::tui",
            "crate::plain",
            "crate::cli",
            "std::fs",
            "ratatui",
        ],
    ),
    ("src/tui", &["crate::plain", "crate::cli", "std::fs"]),
    (
        "src/demo",
        &[
            "crate::tui",
            "crate::plain",
            "crate::cli",
            "std::fs",
            "ratatui",
        ],
    ),
    (
        "src/plain",
        &[
            "crate::tui",
            "crate::cli",
            "std::fs",
            "ratatui",
            "crossterm",
        ],
    ),
];

#[test]
fn arrows_point_inward() {
    let mut broken = Vec::new();
    for (folder, words) in FORBIDDEN {
        for (name, text) in files(folder, "rs") {
            if is_test(&name) {
                continue;
            }
            let code = code(&text);
            for word in *words {
                if code.contains(word) {
                    broken.push(format!("{name} knows {word}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn only_the_store_touches_files() {
    for (name, text) in files("src", "rs") {
        if !name.starts_with("src/store") && !is_test(&name) {
            assert!(!code(&text).contains("std::fs"), "{name}");
        }
    }
}

#[test]
fn only_display_measures_text() {
    for (name, text) in files("src", "rs") {
        let measures = ["unicode_width", ".width_cjk()", "UnicodeWidth"];
        if name != "src/display/width.rs" && !is_test(&name) {
            for word in measures {
                assert!(!code(&text).contains(word), "{name}: {word}");
            }
        }
    }
}

#[test]
fn words_live_in_text() {
    // Kana and kanji; signs such as ○ and full-width digits are no words.
    let is_word = |sign: char| matches!(sign, '\u{3041}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}');
    for (name, text) in files("src", "rs") {
        if name.starts_with("src/text") || is_test(&name) {
            continue;
        }
        for (number, line) in code(&text).lines().enumerate() {
            assert!(!line.contains(is_word), "{name}:{} {line}", number + 1);
        }
    }
}

#[test]
fn files_stay_small_and_say_what_they_are_for() {
    for (name, text) in files("src", "rs") {
        let lines = text.lines().count();
        assert!(lines <= LINES_MAX, "{name} has {lines} lines");
        if !is_test(&name) {
            assert!(
                text.starts_with("//!"),
                "{name} does not say what it is for"
            );
        }
    }
}

#[test]
fn nothing_is_left_over() {
    let marks = [
        "todo!",
        "unimplemented!",
        "dbg!",
        "FIXME",
        "XXX",
        "#[ignore",
    ];
    for (name, text) in files("src", "rs") {
        for mark in marks {
            assert!(!text.contains(mark), "{name}: {mark}");
        }
    }
}

#[test]
fn every_shipped_checklist_is_built_in() {
    let built_in: Vec<&str> = tenken::store::checklists::BUILT_IN
        .iter()
        .map(|(name, _)| *name)
        .collect();
    for (name, text) in files("checklists", "ron") {
        let name = name.strip_prefix("checklists/").unwrap();
        let found = tenken::store::checklists::BUILT_IN
            .iter()
            .find(|(known, _)| *known == name);
        assert_eq!(found.map(|(_, text)| *text), Some(text.as_str()), "{name}");
    }
    assert_eq!(built_in.len(), files("checklists", "ron").len());
}

#[test]
fn answers_and_exports_are_never_committed() {
    let ignored = fs::read_to_string(root().join(".gitignore")).unwrap();
    for line in ["/answers", "/exports/*", "!/exports/README.md"] {
        assert!(ignored.lines().any(|found| found == line), "{line}");
    }
}
