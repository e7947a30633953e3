//! Errors in words: what is wrong and where, then what to do.

#[path = "errors_en.rs"]
mod en;
#[path = "errors_ja.rs"]
mod ja;

use std::path::Path;

use en::{english, holder_en};
use ja::{holder_ja, japanese};

use super::{Lang, damage, desk, problems, redact, returning, sealing};
use crate::display::safe;
use crate::error::{Error, Holder};
use crate::format::journal::Damage;
use crate::store::folder::JOURNAL;

/// Returns an error as lines.
#[must_use]
pub fn error(lang: Lang, error: &Error) -> Vec<String> {
    if let Error::Problems(problems) = error {
        return problems
            .iter()
            .flat_map(|problem| problems::lines(lang, problem))
            .collect();
    }
    if let Error::UnknownItem(item) = error {
        return redact::unknown_item(lang, item);
    }
    if let Error::NothingToRedact(item) = error {
        return redact::nothing_there(lang, item);
    }
    let special = sealing::error(lang, error)
        .or_else(|| desk::error(lang, error))
        .or_else(|| returning::error(lang, error));
    let lines = special.unwrap_or_else(|| match lang {
        Lang::Ja => japanese(error),
        Lang::En => english(error),
    });
    lines.iter().map(|line| safe::line(line)).collect()
}

/// Returns an error in one line, for where there is no room for more.
#[must_use]
pub fn in_a_line(lang: Lang, error: &Error) -> String {
    let mut line = String::new();
    for part in self::error(lang, error) {
        // Behind a Japanese full stop there is no blank.
        if !line.is_empty() && !line.ends_with('。') {
            line.push(' ');
        }
        line.push_str(&part);
    }
    line
}

/// Returns an error's first line without the path, for a row that names the workbook itself.
#[must_use]
pub fn in_row(lang: Lang, error: &Error) -> String {
    let first = self::error(lang, error)
        .into_iter()
        .next()
        .unwrap_or_default();
    let place = error.path().map(|path| format!("{}: ", name(path)));
    place
        .and_then(|place| first.strip_prefix(&place).map(str::to_owned))
        .unwrap_or(first)
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
fn read_only(lang: Lang, holder: Option<&Holder>) -> String {
    match lang {
        Lang::Ja => format!(
            "{}読むだけで開きました。その人が終えてから開き直すと、答えられます。",
            held(lang, holder)
        ),
        Lang::En => format!(
            "{} Open for reading only. Once it is closed there, open it again to answer.",
            held(lang, holder)
        ),
    }
}

/// Returns why a workbook is open for reading only.
#[must_use]
pub fn only_reading(lang: Lang, why: &Error) -> String {
    match why {
        Error::Locked { holder, .. } => read_only(lang, holder.as_ref()),
        Error::Damaged { damage, .. } => damaged(lang, damage),
        other => in_a_line(lang, other),
    }
}

/// Returns that the program met a defect, where, and what it left; nothing of what people wrote.
#[must_use]
pub fn crashed(lang: Lang, place: &str, note: Option<&Path>) -> Vec<String> {
    let note = note.map(name);
    match lang {
        Lang::Ja => vec![
            format!("プログラムの不具合で終わりました。（{place}）"),
            "保存済みの回答は無事です。もう一度始めてください。".to_owned(),
            note.map_or_else(String::new, |note| {
                format!(
                    "続くときは、次のファイルを添えて知らせてください。回答は入っていません。{note}"
                )
            }),
        ],
        Lang::En => vec![
            format!("The program ended by a defect of its own. ({place})"),
            "Every saved answer is safe. Please start again.".to_owned(),
            note.map_or_else(String::new, |note| {
                format!(
                    "If it happens again, report it with this file, which holds no answers: {note}"
                )
            }),
        ],
    }
}

fn name(path: &Path) -> String {
    safe::line(&path.display().to_string())
}

fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == JOURNAL)
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
