//! The rows of overview and tree: articles, clauses, and the division's own part.

use crate::domain::scope::{Scope, ScopeKind, short_outline};
use crate::domain::standing::{Standing, standing};
use crate::text::Strings;
use crate::tui::model::Open;

/// Returns the rows; the division's part comes last, and only where it is asked.
#[must_use]
pub fn rows(open: &Open, strings: &Strings) -> Vec<Scope> {
    let mut rows = short_outline(&open.checklist);
    let items: Vec<usize> = (0..open.checklist.items.len())
        .filter(|&position| open.checklist.items[position].is_division())
        .collect();
    let asked = items.iter().any(|&position| {
        let item = &open.checklist.items[position];
        !matches!(
            standing(&open.checklist, &open.workbook, item),
            Standing::SetAside(_)
        )
    });
    if asked {
        rows.push(Scope {
            kind: ScopeKind::Article,
            id: String::new(),
            citation: String::new(),
            heading: strings.overview.division_part.to_owned(),
            depth: 0,
            items,
        });
    }
    rows
}

/// Returns a row's name.
#[must_use]
pub fn name(scope: &Scope) -> String {
    if scope.citation.is_empty() {
        scope.heading.clone()
    } else {
        format!("{} {}", scope.citation, scope.heading)
    }
}
