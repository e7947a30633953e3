//! The key table as Markdown, for the manual; a test compares it with what the manual says. Knows
//! nothing of what keys do.

use super::keymap::{KEYS, Scope};
use crate::text::Strings;

/// Returns every key of the program as a Markdown table: where, which keys, what they do. Keys that
/// are called the same in one place share a row.
#[must_use]
pub fn readme_table(strings: &Strings) -> String {
    let [place, key, what] = strings.key_table.headings;
    let head = format!("| {place} | {key} | {what} |\n|---|---|---|\n");
    let lines = rows(strings).into_iter().map(|row| {
        let keys = row.keys.join(strings.walk.separator);
        format!("| {} | {keys} | {} |\n", row.place, row.label)
    });
    std::iter::once(head).chain(lines).collect()
}

struct Row {
    scope: Scope,
    place: &'static str,
    keys: Vec<String>,
    label: &'static str,
}

fn rows(strings: &Strings) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for binding in KEYS {
        let label = (binding.label)(strings).text;
        let keys = binding.keys.iter().map(ToString::to_string);
        let same = |row: &&mut Row| row.scope == binding.scope && row.label == label;
        if let Some(row) = rows.iter_mut().find(same) {
            row.keys.extend(keys);
        } else {
            rows.push(Row {
                scope: binding.scope,
                place: place(strings, binding.scope),
                keys: keys.collect(),
                label,
            });
        }
    }
    rows
}

/// Names a scope: by its screen's title where it has one.
#[must_use]
pub fn place(strings: &Strings, scope: Scope) -> &'static str {
    match scope {
        Scope::Global => strings.key_table.everywhere,
        Scope::Home => strings.titles.home,
        Scope::Form => strings.key_table.form,
        Scope::Profile => strings.titles.profile,
        Scope::Walk => strings.titles.walk,
        Scope::Overview => strings.titles.overview,
        Scope::Review => strings.titles.review,
        Scope::Export => strings.titles.export,
        Scope::Merge => strings.titles.merge,
        Scope::Desk => strings.board.title,
        Scope::Detail => strings.key_table.detail,
        Scope::Roster => strings.board.roster.title,
        Scope::History => strings.titles.history,
        Scope::Pager => strings.key_table.page,
        Scope::Help => strings.titles.help,
        Scope::Text => strings.key_table.text,
        Scope::Edit => strings.key_table.edit,
        Scope::Evidence => strings.evidence.title,
        Scope::Confirm => strings.key_table.question,
        Scope::Search => strings.search.title,
        Scope::Palette => strings.palette.title,
        Scope::Tour => strings.tour.title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_key_stands_in_the_table_of_each_language() {
        for lang in [Lang::Ja, Lang::En] {
            let strings = lang.strings();
            let table = readme_table(strings);
            for binding in KEYS {
                let label = (binding.label)(strings).text;
                let lead = format!("| {} |", place(strings, binding.scope));
                let row = table
                    .lines()
                    .find(|line| line.starts_with(&lead) && line.ends_with(&format!("| {label} |")))
                    .unwrap_or_else(|| panic!("{lead} {label}"));
                for key in binding.keys {
                    assert!(row.contains(&key.to_string()), "{row}: {key}");
                }
            }
        }
    }

    #[test]
    fn places_are_told_apart() {
        let strings = Lang::Ja.strings();
        let mut seen: Vec<(Scope, &str)> = Vec::new();
        for binding in KEYS {
            let name = place(strings, binding.scope);
            for (scope, other) in &seen {
                assert!((*scope == binding.scope) == (*other == name), "{name}");
            }
            seen.push((binding.scope, name));
        }
    }
}
