//! How it is counted, what departments became, and what the figures can be followed back to.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::{column, department, section, table};
use crate::report::document::{Block, Cell, Kind, Section, Table};
use crate::report::view::{View, same_code};

/// Returns a moment as it stands in a cell; an empty text for none.
pub(super) fn moment(at: Option<NaiveDateTime>) -> String {
    at.map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M").to_string())
}

/// Returns the section of departments that continue others.
pub(in crate::report) fn lineage(view: &View<'_>) -> Section {
    let words = view.words;
    let columns = vec![
        column(words.columns.code, Kind::Code),
        column(words.columns.department, Kind::Head),
        column(words.columns.predecessors, Kind::Long),
    ];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (at, submission) in view.submissions().iter().enumerate() {
        let sources = view.compared.sources_of(at);
        let own = |code: &str| same_code(code, &submission.department_code);
        let is_itself = matches!(&sources[..], [one] if own(&one.department_code));
        let is_renamed = sources
            .iter()
            .any(|one| one.cover.department != submission.cover.department);
        if view.last().is_empty() || (is_itself && !is_renamed) {
            continue;
        }
        let named = sources
            .iter()
            .map(|one| format!("{} {}", one.department_code, one.cover.department));
        let named: Vec<String> = named.collect();
        rows.push(vec![
            Cell::text(&submission.department_code),
            Cell::text(department(view, submission)),
            Cell::text(if named.is_empty() {
                words.parts.nothing_before.to_owned()
            } else {
                named.join(words.comma)
            }),
        ]);
    }
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(Block::Text(words.parts.lineage_none.to_owned()));
    } else {
        blocks.push(Block::Text(words.parts.lineage_described.to_owned()));
        let table = table("lineage", words.parts.lineage, columns, rows);
        blocks.push(Block::Table(table));
    }
    section("lineage", words.headings.lineage.to_owned(), blocks)
}

/// Returns the section of terms, formulas and rules.
pub(in crate::report) fn method(view: &View<'_>) -> Section {
    let words = view.words;
    let rows = words.formulas.iter();
    let rows = rows.map(|(name, formula)| vec![Cell::text(*name), Cell::text(*formula)]);
    let formulas = table(
        "formulas",
        words.parts.formulas,
        vec![
            column(words.columns.name, Kind::Head),
            column(words.columns.formula, Kind::Long),
        ],
        rows.collect(),
    );
    let list = |heading: &str, rules: &[&str]| {
        let rules = rules.iter().map(|rule| (*rule).to_owned());
        Block::List(heading.to_owned(), rules.collect())
    };
    let mut blocks = vec![Block::Table(formulas), list(words.parts.rules, words.rules)];
    if view.is_public() {
        blocks.push(list(words.parts.public_rules, words.public_rules));
    }
    section("method", words.headings.method.to_owned(), blocks)
}

/// Returns the section of versions, and, for the office, of receipts.
pub(in crate::report) fn version(view: &View<'_>) -> Section {
    let words = view.words;
    let mut blocks = vec![Block::Table(versions(view))];
    if !view.is_public() {
        blocks.push(Block::Table(receipts(view)));
        blocks.push(Block::Note(words.parts.receipts_described.to_owned()));
    }
    section("version", words.headings.version.to_owned(), blocks)
}

fn versions(view: &View<'_>) -> Table {
    let words = view.words;
    let program = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    let mut rows = vec![vec![Cell::text(words.parts.program), Cell::text(program)]];
    let editions: BTreeSet<&str> = view
        .submissions()
        .iter()
        .map(|one| &*one.cover.edition)
        .collect();
    let digests: BTreeSet<&str> = view
        .submissions()
        .iter()
        .map(|one| &*one.cover.checklist_digest)
        .collect();
    let row = |name: &str, value: &str| vec![Cell::text(name), Cell::text(value)];
    rows.extend(
        editions
            .into_iter()
            .map(|one| row(words.parts.edition, one)),
    );
    rows.extend(
        digests
            .into_iter()
            .map(|one| row(words.parts.checklist, one)),
    );
    table(
        "versions",
        words.parts.versions,
        vec![
            column(words.columns.name, Kind::Head),
            column(words.columns.value, Kind::Code),
        ],
        rows,
    )
}

fn receipts(view: &View<'_>) -> Table {
    let words = view.words;
    let columns = vec![
        column(words.columns.code, Kind::Code),
        column(words.columns.department, Kind::Head),
        column(words.columns.confirmed, Kind::Code),
        column(words.columns.confirmed_by, Kind::Text),
        column(words.columns.receipt, Kind::Code),
    ];
    let rows = view.submissions().iter().map(|submission| {
        vec![
            Cell::text(&submission.department_code),
            Cell::text(department(view, submission)),
            Cell::text(moment(submission.cover.confirmed_at)),
            Cell::text(&submission.cover.confirmed_by),
            Cell::text(&submission.cover.receipt),
        ]
    });
    table("receipts", words.parts.receipts, columns, rows.collect())
}
