//! What collecting did, in words: the ledger as a table, what would change, what was written.

use std::collections::HashMap;
use std::iter;
use std::path::PathBuf;

use arcstr::ArcStr;

use super::Lang;
use super::desk::{self, reason};
use super::en::number_of;
use super::figures::points;
use crate::collect::collection::{Collection, Entry};
use crate::display::safe;
use crate::display::width::Ruler;
use crate::domain::ledger::State;

/// Widths of the ledger's columns, in cells.
const CODE: usize = 8;
const NAME: usize = 26;
const STATE: usize = 16;
const SCORE: usize = 6;
/// Width of the bar, in signs: any terminal has them.
const BAR: usize = 30;

/// Returns the ledger as lines: a line for each, and below what does not count why.
pub fn ledger(lang: Lang, collection: &Collection) -> impl Iterator<Item = String> {
    let headline = iter::once_with(move || headline(lang, collection));
    headline
        .chain(collection.ledger.iter().flat_map(move |entry| {
            let line = iter::once(row(lang, entry));
            line.chain(why(lang, entry))
        }))
        .chain(past_unread(lang, collection))
}

/// What was handed in of earlier years and cannot be read: it stands in no ledger.
fn past_unread(lang: Lang, collection: &Collection) -> Vec<String> {
    let count = collection.past_unread.len();
    let told = collection.past_unread.iter();
    let told = told.filter_map(|entry| why(lang, entry));
    let head = match lang {
        Lang::Ja => format!("  前年までのファイルで、読めないもの {count}件"),
        Lang::En => format!("  Files of earlier years that cannot be read: {count}"),
    };
    let head = iter::once(head).filter(|_| count > 0);
    head.chain(told).collect()
}

/// How many there are of each state.
#[must_use]
pub fn headline(lang: Lang, collection: &Collection) -> String {
    let counts: Vec<String> = State::ALL
        .into_iter()
        .map(|state| (state, collection.count(state)))
        .filter(|(_, count)| *count > 0)
        .map(|(state, count)| format!("{} {count}", desk::state(lang, state)))
        .collect();
    let counts = counts.join(match lang {
        Lang::Ja => "　",
        Lang::En => ", ",
    });
    match lang {
        Lang::Ja => format!("{}年度　{counts}", collection.year.number()),
        Lang::En => format!("Fiscal year {}: {counts}", collection.year.number()),
    }
}

fn row(lang: Lang, entry: &Entry) -> String {
    let ruler = Ruler::Narrow;
    let score = points(entry.score_tenths);
    let names = entry.claim.names();
    let name = label_of(&entry.cover().department, &names);
    let cells = [
        ruler.fit(&safe::line(&entry.department_code), CODE),
        ruler.fit(&safe::line(name), NAME),
        ruler.fit(desk::state(lang, entry.state), STATE),
        ruler.fit_right(&score, SCORE),
        format!("  {}", safe::line(&entry.cover().receipt)),
    ];
    format!("  {}", cells.concat())
}

fn why(lang: Lang, entry: &Entry) -> Option<String> {
    if !entry.state.is_fault()
        && !matches!(
            entry.state,
            State::OtherYear | State::OtherEdition | State::NotOnRoster
        )
    {
        return None;
    }
    let told = reason(
        lang,
        entry.state,
        entry.verdict.as_deref(),
        entry.trouble.as_deref(),
    );
    let row = told.row.map(|row| match lang {
        Lang::Ja => format!("{row}行目"),
        Lang::En => format!("row {row}"),
    });
    let place: Vec<String> = [Some(told.file), row, Some(told.column)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .map(|part| safe::line(&part))
        .collect();
    let place = place.join(" ");
    let colon = if place.is_empty() { "" } else { ": " };
    let arrow = if told.todo.is_empty() { "" } else { " → " };
    Some(format!(
        "      {place}{colon}{}{arrow}{}",
        told.what, told.todo
    ))
}

/// Returns what would change: lines of the ledger that are new, and those that become others.
#[must_use]
pub fn changes(lang: Lang, before: Option<&Collection>, after: &Collection) -> Vec<String> {
    let known = before.map_or(&[][..], |before| &before.ledger);
    let (known_states, now) = (states(known), states(&after.ledger));
    let mut lines = Vec::new();
    for entry in &after.ledger {
        let (sign, from) = match known_states.get(&key(entry)) {
            Some(was) if *was == entry.state => continue,
            Some(was) => ("*", format!("{} → ", desk::state(lang, *was))),
            None => ("+", String::new()),
        };
        lines.push(format!(
            "  {sign} {}: {from}{}",
            who(entry),
            desk::state(lang, entry.state)
        ));
    }
    for entry in known.iter().filter(|entry| !now.contains_key(&key(entry))) {
        lines.push(format!(
            "  - {}: {}",
            who(entry),
            desk::state(lang, entry.state)
        ));
    }
    let head = match (lang, lines.len()) {
        (Lang::Ja, 0) => "台帳に変わるところはありません。".to_owned(),
        (Lang::Ja, count) => format!("台帳の変わるところ {count}件"),
        (Lang::En, 0) => "Nothing changes in the ledger.".to_owned(),
        (Lang::En, count) => {
            let lines = number_of(
                count,
                "line of the ledger changes",
                "lines of the ledger change",
            );
            format!("{lines}:")
        }
    };
    lines.insert(0, head);
    lines
}

/// Tells that nothing was found where it was looked for; none where something was.
#[must_use]
pub const fn nothing_found(lang: Lang, is_nothing: bool) -> Option<&'static str> {
    match (lang, is_nothing) {
        (Lang::Ja, true) => {
            Some("届いたものの場所に、読めるファイルが一つもありません。場所を確かめてください。")
        }
        (Lang::En, true) => Some("Not one file to read was found there. Check the place."),
        _ => None,
    }
}

/// What a line of the ledger is known by: the department, the files and the receipt.
fn key(entry: &Entry) -> Key<'_> {
    (
        &entry.department_code,
        &entry.claim.files,
        &entry.cover().receipt,
    )
}

type Key<'a> = (&'a str, &'a [Option<ArcStr>; 2], &'a str);

fn states(ledger: &[Entry]) -> HashMap<Key<'_>, State> {
    ledger
        .iter()
        .map(|entry| (key(entry), entry.state))
        .collect()
}

fn who(entry: &Entry) -> String {
    let names = entry.claim.names();
    let name = label_of(&entry.cover().department, &names);
    format!(
        "{} {}",
        safe::line(&entry.department_code),
        safe::line(name)
    )
}

/// Tells that nothing was written.
#[must_use]
pub const fn dry_run(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "試しただけです。何も書いていません。",
        Lang::En => "This was a trial. Nothing was written.",
    }
}

/// Tells what was written.
#[must_use]
pub fn written(lang: Lang, files: &[PathBuf]) -> Vec<String> {
    let head = match lang {
        Lang::Ja => format!("{}個のファイルを書きました。", files.len()),
        Lang::En => format!("Wrote {}.", number_of(files.len(), "file", "files")),
    };
    let names = files.iter().map(|file| format!("  {}", file.display()));
    [head].into_iter().chain(names).collect()
}

/// Tells how far the work is; a bar, as soon as it is known how much there is.
#[must_use]
pub fn progress(lang: Lang, done: usize, all: usize) -> String {
    let word = match lang {
        Lang::Ja => "読んでいます",
        Lang::En => "Reading",
    };
    if all == 0 {
        return word.to_owned();
    }
    let full = (done.min(all) * BAR) / all;
    let bar = ["#".repeat(full), "-".repeat(BAR - full)].concat();
    format!("{word} [{bar}] {done}/{all}")
}

/// The name of a department; of what is nameless, its files.
fn label_of<'a>(department: &'a str, files: &'a str) -> &'a str {
    if department.is_empty() {
        files
    } else {
        department
    }
}

/// Returns what an option of collecting is for; empty for any other.
#[must_use]
pub fn help(lang: Lang, name: &str) -> &'static str {
    let (ja, en) = match name {
        "inputs" => (
            "提出されたファイル、フォルダ、zip",
            "What was handed in: files, folders, zips",
        ),
        "previous" => (
            "前年度に集めたフォルダか、前年度のファイル",
            "What was collected the year before, or its files",
        ),
        "roster" => ("所属の一覧（CSV）", "Roster (CSV)"),
        "store" => (
            "集計に入れた回答を、DuckDB や Spark が読む形で書くフォルダ",
            "Folder to lay the answers that count out in, for DuckDB or Spark",
        ),
        "no_keep" => (
            "提出されたファイルの控えを取らない",
            "Keep no copy of what was handed in",
        ),
        _ => return "",
    };
    super::commands::pick(lang, ja, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_as_long_as_the_work_is_far() {
        let bar = |done, all| progress(Lang::En, done, all);
        assert_eq!(bar(0, 0), "Reading");
        assert_eq!(bar(0, 80), format!("Reading [{}] 0/80", "-".repeat(30)));
        let half = format!("Reading [{}{}] 40/80", "#".repeat(15), "-".repeat(15));
        assert_eq!(bar(40, 80), half);
        assert_eq!(bar(80, 80), format!("Reading [{}] 80/80", "#".repeat(30)));
    }
}
