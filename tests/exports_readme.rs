//! The description of the exported files names every column, in order.

use tenken::text::columns::audit::{AUDIT, AUDIT_TABLES, SAMPLE};
use tenken::text::columns::collection::TABLES;
use tenken::text::columns::returning::RETURN;
use tenken::text::columns::{ANSWERS, Column, SUMMARY};

const README: &str = include_str!("../exports/README.md");

/// Finds the rows of a table that begins below a heading.
fn rows(heading: &str) -> Vec<&'static str> {
    let (_, below) = README.split_once(heading).expect(heading);
    below
        .lines()
        .skip_while(|line| !line.starts_with("| `"))
        .take_while(|line| line.starts_with("| `"))
        .collect()
}

fn named(columns: &[Column]) -> Vec<String> {
    columns
        .iter()
        .map(|column| format!("| `{}` | {} |", column.id, column.ja))
        .collect()
}

#[test]
fn every_column_is_described_in_order() {
    let own = [
        ("the summary".to_owned(), &SUMMARY[..]),
        ("the answers".to_owned(), &ANSWERS[..]),
    ];
    let tables = TABLES.map(|(name, columns)| (format!("{name}\n"), columns));
    let audits = AUDIT_TABLES.map(|(name, columns)| (format!("{name}\n"), columns));
    let others = [
        ("sample\n".to_owned(), &SAMPLE[..]),
        ("audit\n".to_owned(), &AUDIT[..]),
        ("return\n".to_owned(), &RETURN[..]),
    ];
    let tables = tables.into_iter().chain(audits).chain(others);
    for (heading, columns) in own.into_iter().chain(tables) {
        let heading = format!("Columns of {heading}");
        let rows = rows(&heading);
        let named = named(columns);
        assert_eq!(rows.len(), named.len(), "{heading}");
        for (row, name) in rows.iter().zip(&named) {
            assert!(row.starts_with(name.as_str()), "{row} is not {name}");
        }
    }
}
