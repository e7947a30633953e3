//! Errors in words: what is wrong and where, then what to do.

#[path = "errors_en.rs"]
mod en;
#[path = "errors_ja.rs"]
mod ja;

use std::path::Path;

use en::{english, holder_en};
use ja::{holder_ja, japanese};

use super::{Lang, damage, problems};
use crate::error::{Error, Holder};
use crate::format::journal::Damage;

/// Returns an error as lines.
#[must_use]
pub fn error(lang: Lang, error: &Error) -> Vec<String> {
    if let Error::Problems(problems) = error {
        return problems
            .iter()
            .flat_map(|problem| problems::lines(lang, problem))
            .collect();
    }
    match lang {
        Lang::Ja => japanese(error),
        Lang::En => english(error),
    }
}

/// Returns where a journal cannot be read on, that it is open for reading only, and what to do.
#[must_use]
pub fn damaged(lang: Lang, damage: &Damage) -> String {
    let (what, todo) = (damage::what(lang, damage), damage::todo(lang, damage));
    match lang {
        Lang::Ja => format!("{what}読むだけで開きました。{todo}"),
        Lang::En => format!("Open for reading only: {what} {todo}"),
    }
}

/// Returns that another program writes the workbook, and that it is open for reading only.
#[must_use]
pub fn read_only(lang: Lang, holder: Option<&Holder>) -> String {
    match lang {
        Lang::Ja => format!("{}読むだけで開きました。", held(lang, holder)),
        Lang::En => format!("{} Open for reading only.", held(lang, holder)),
    }
}

fn name(path: &Path) -> String {
    crate::display::safe::line(&path.display().to_string())
}

/// Returns that another program writes the workbook, and who.
#[must_use]
pub fn held(lang: Lang, holder: Option<&Holder>) -> String {
    match lang {
        Lang::Ja => format!("ほかの人が開いています{}。", holder_ja(holder)),
        Lang::En => format!("Another program writes it{}.", holder_en(holder)),
    }
}

/// Returns a time as people write it; what is no time stays as it is.
#[must_use]
pub fn time(text: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(text).map_or_else(
        |_| text.to_owned(),
        |time| time.format("%Y-%m-%d %H:%M").to_string(),
    )
}
