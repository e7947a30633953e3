//! The heat map: departments and clauses.

use super::{column, department, heat, label, legend, section, table};
use crate::domain::scope::ScopeKind;
use crate::report::document::{Block, Cell, Column, Kind, Section};
use crate::report::view::{ScopeSum, View, figures_in};

/// The longest heading of a narrow column, in characters.
const NARROW: usize = 5;

/// Returns the section.
pub(in crate::report) fn map(view: &View<'_>) -> Section {
    let words = view.words;
    let sums = view.columns();
    let mut columns = vec![
        column(words.columns.department, Kind::Head),
        column(words.parts.whole, Kind::Heat),
    ];
    columns.extend(sums.iter().map(|sum| Column {
        heading: short(sum),
        full: label(view, sum),
        kind: Kind::Heat,
    }));
    let scopes: Vec<&str> = std::iter::once(view.total.id)
        .chain(sums.iter().map(|sum| sum.id))
        .collect();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut whole = vec![Cell::text(words.parts.whole)];
    let all = std::iter::once(&view.total).chain(sums.iter().copied());
    whole.extend(all.map(|sum| heat(view, sum.figures.score_tenths())));
    rows.push(whole);
    rows.extend(view.submissions().iter().map(|submission| {
        let mut row = vec![Cell::text(department(view, submission))];
        let cells = scopes.iter().map(|scope| figures_in(submission, scope));
        row.extend(cells.map(|figures| heat(view, figures.score_tenths())));
        row
    }));
    let blocks = vec![
        Block::Text(words.parts.map_described.to_owned()),
        legend(view),
        Block::Table(table("map", words.parts.map, columns, rows)),
        Block::Note(names(view, &sums)),
    ];
    Section {
        own_page: true,
        ..section("map", words.headings.map.to_owned(), blocks)
    }
}

/// The citation, or where that is long, the number of the clause's id.
fn short(sum: &ScopeSum<'_>) -> String {
    let citation = sum.label.split_whitespace().next().unwrap_or(sum.id);
    if citation.chars().count() <= NARROW {
        return citation.to_owned();
    }
    let bare = sum
        .id
        .trim_start_matches(|sign: char| sign.is_ascii_uppercase());
    bare.to_owned()
}

/// What the headings of the narrow columns stand for.
fn names(view: &View<'_>, sums: &[&ScopeSum<'_>]) -> String {
    let named = sums.iter().map(|sum| {
        let label = label(view, sum);
        let short = short(sum);
        if label.starts_with(&short) || sum.kind == ScopeKind::Total {
            label
        } else {
            format!("{short} {label}")
        }
    });
    named.collect::<Vec<_>>().join("　")
}
