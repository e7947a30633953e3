//! Problems of checklist files in words: what is wrong, and what to do.

#[path = "problems_en.rs"]
mod en;
#[path = "problems_ja.rs"]
mod ja;

use super::Lang;
use crate::display::excerpt::excerpt;
use crate::display::safe;
use crate::domain::problem::{Problem, ProblemKind};

/// Returns a problem as lines: place and message, excerpt with carets, what to do.
#[must_use]
pub fn lines(lang: Lang, problem: &Problem) -> Vec<String> {
    let place = &problem.place;
    let (what, todo) = words(lang, &problem.kind);
    let head = match (place.line, lang) {
        (0, _) => format!("{}: {what}", place.file),
        (line, Lang::Ja) => format!("{} {line}行{}桁: {what}", place.file, place.column),
        (line, Lang::En) => format!("{}:{line}:{}: {what}", place.file, place.column),
    };
    // Names and texts of the file come from outside.
    let mut lines = vec![safe::line(&head)];
    lines.extend(excerpt(place).into_iter().map(|line| format!("  {line}")));
    lines.push(safe::line(&format!("  → {todo}")));
    lines
}

/// Returns what is wrong and what to do, without its place.
#[must_use]
pub fn words(lang: Lang, kind: &ProblemKind) -> (String, String) {
    match lang {
        Lang::Ja => ja::japanese(kind),
        Lang::En => en::english(kind),
    }
}

fn say(what: &str, todo: &str) -> (String, String) {
    (what.to_owned(), todo.to_owned())
}
