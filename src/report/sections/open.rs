//! What is to be mended: every △ × ？ with its remark.

use super::{column, critical, department, section, sheet, table};
use crate::domain::mark::Mark;
use crate::domain::submission::{AskedItem, Submission};
use crate::report::document::{Block, Cell, Column, Kind, Section, Table};
use crate::report::view::View;
use crate::text::document::cells;

/// An open point.
struct Open<'a> {
    submission: &'a Submission,
    at: usize,
    item: &'a AskedItem,
    mark: Mark,
    again: bool,
}

fn open<'a>(view: &View<'a>) -> Vec<Open<'a>> {
    let mut found = Vec::new();
    for (index, submission) in view.submissions().iter().enumerate() {
        let answers = submission.answers.iter().enumerate();
        for ((at, answer), item) in answers.zip(&submission.asked.items) {
            if let Some(mark) = answer.mark().filter(|mark| mark.needs_remark()) {
                found.push(Open {
                    submission,
                    at,
                    item,
                    mark,
                    again: view.compared.failed_again(index, &item.id),
                });
            }
        }
    }
    found
}

/// Returns the section.
pub(in crate::report) fn points(view: &View<'_>) -> Section {
    let words = view.words;
    let open = open(view);
    let blocks = vec![
        Block::Text((words.parts.open_described)(open.len())),
        Block::Table(counts(view)),
        Block::Table(failed(view, &open)),
        Block::Table(all(view, &open)),
    ];
    Section {
        own_page: true,
        ..section("open", words.headings.open.to_owned(), blocks)
    }
}

fn counts(view: &View<'_>) -> Table {
    let words = view.words;
    let mark = |mark: Mark| {
        let (sign, word) = cells::mark(&view.scale, view.source.lang, Some(mark));
        column(&format!("{sign} {word}"), Kind::Count)
    };
    let columns = vec![
        column(words.columns.department, Kind::Head),
        mark(Mark::NotImplemented),
        column(words.parts.critical, Kind::Count),
        mark(Mark::Partial),
        mark(Mark::ToBeConfirmed),
    ];
    let rows = view.submissions().iter().map(|submission| {
        let figures = submission.total();
        vec![
            Cell::text(department(view, submission)),
            Cell::Count(figures.not_implemented),
            Cell::Count(figures.critical_failures),
            Cell::Count(figures.partial),
            Cell::Count(figures.to_be_confirmed),
        ]
    });
    table(
        "open_counts",
        words.parts.open_counts,
        columns,
        rows.collect(),
    )
}

fn columns(view: &View<'_>) -> Vec<Column> {
    let words = &view.words.columns;
    vec![
        column(words.department, Kind::Head),
        column(words.item, Kind::Code),
        column(words.question, Kind::Long),
        column(words.critical, Kind::Text),
        column(words.mark, Kind::Text),
        column(words.again, Kind::Text),
        column(words.remark, Kind::Long),
    ]
}

fn row(view: &View<'_>, open: &Open<'_>) -> Vec<Cell> {
    let (sign, word) = cells::mark(&view.scale, view.source.lang, Some(open.mark));
    let again = if open.again {
        Cell::text(view.words.parts.again_here)
    } else {
        Cell::text("")
    };
    vec![
        Cell::text(department(view, open.submission)),
        Cell::text(&open.item.id),
        Cell::text(&open.item.question),
        critical(view, open.item),
        Cell::Sign(sign, word),
        again,
        Cell::text(open.submission.remark(open.at)),
    ]
}

/// Every ×, critical items first, then by item, so that the same fault stands together.
fn failed(view: &View<'_>, open: &[Open<'_>]) -> Table {
    let failed = |open: &&Open<'_>| open.mark == Mark::NotImplemented;
    let mut chosen: Vec<&Open<'_>> = open.iter().filter(failed).collect();
    chosen.sort_by_key(|open| (!open.item.critical, &open.item.id));
    let words = &view.words.columns;
    let columns = vec![
        column(words.department, Kind::Head),
        column(words.item, Kind::Code),
        column(words.question, Kind::Long),
        column(words.flags, Kind::Text),
        column(words.remark, Kind::Long),
    ];
    let rows = chosen.into_iter().map(|open| {
        vec![
            Cell::text(department(view, open.submission)),
            Cell::text(&open.item.id),
            Cell::text(&open.item.question),
            Cell::text(flags(view, open)),
            Cell::text(open.submission.remark(open.at)),
        ]
    });
    Table {
        nothing: view.words.parts.none.to_owned(),
        ..table(
            "open_failed",
            view.words.parts.open_failed,
            columns,
            rows.collect(),
        )
    }
}

/// Whether an open point is critical, and whether it is one again, in a line each.
fn flags(view: &View<'_>, open: &Open<'_>) -> String {
    let parts = &view.words.parts;
    let critical = open
        .item
        .critical
        .then(|| format!("★ {}", parts.critical_item));
    let again = open.again.then(|| format!("→ {}", parts.again_here));
    let flags: Vec<String> = critical.into_iter().chain(again).collect();
    flags.join("\n")
}

fn all(view: &View<'_>, open: &[Open<'_>]) -> Table {
    let words = &view.words.columns;
    let mut columns = columns(view);
    columns.insert(0, column(words.code, Kind::Code));
    columns.push(column(words.file, Kind::Long));
    columns.push(column(words.row, Kind::Count));
    let rows = open.iter().map(|open| {
        let origin = &open.submission.origin;
        let mut row = row(view, open);
        row.insert(0, Cell::text(&open.submission.department_code));
        row.push(Cell::text(&origin.answers));
        row.push(
            origin
                .row(open.at)
                .map_or_else(|| Cell::text(""), Cell::count),
        );
        row
    });
    sheet("open", view.words.parts.open_all, columns, rows.collect())
}
