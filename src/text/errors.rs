//! Errors in words: what is wrong and where, then what to do.

#[path = "errors_en.rs"]
mod en;
#[path = "errors_ja.rs"]
mod ja;

use std::path::Path;

use en::{damage_en, english, holder_en};
use ja::{damage_ja, holder_ja, japanese};

use super::{Lang, problems};
use crate::display::safe;
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
    let lines = match lang {
        Lang::Ja => japanese(error),
        Lang::En => english(error),
    };
    lines.iter().map(|line| safe::line(line)).collect()
}

/// Returns where and why a journal cannot be read on.
#[must_use]
pub fn damage(lang: Lang, damage: &Damage) -> String {
    safe::line(&match lang {
        Lang::Ja => damage_ja(damage),
        Lang::En => damage_en(damage),
    })
}

/// Returns where a journal cannot be read on, and that it is open for reading only.
#[must_use]
pub fn damaged(lang: Lang, damage: &Damage) -> String {
    let damage = self::damage(lang, damage);
    match lang {
        Lang::Ja => format!("{damage}読むだけで開きました。"),
        Lang::En => format!("Open for reading only: {damage}"),
    }
}

/// Returns that a torn line was set aside.
#[must_use]
pub fn torn(lang: Lang, bytes: usize) -> String {
    match lang {
        Lang::Ja => format!(
            "前に終わったとき、書きかけの記録（{bytes}バイト）がありました。保存済みの回答は無事です。"
        ),
        Lang::En => format!(
            "A record was not written to its end last time ({bytes} bytes). Every saved answer is there."
        ),
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
    safe::line(&path.display().to_string())
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
