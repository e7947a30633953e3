//! This year beside the years before.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::clauses::indented;
use super::{column, critical, department, hidden_note, or_hidden, section, table};
use crate::domain::comparison::{ChangeKind, TwoYears};
use crate::domain::disclosure::Group;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::scope::TOTAL;
use crate::domain::submission::{AskedItem, Submission};
use crate::report::document::{Block, Cell, Chart, ChartKind, Kind, Section, Table, YearPoint};
use crate::report::view::{View, figures, figures_in};
use crate::text::document::cells;

/// Whether the year before is too small to be made public.
pub(super) fn is_hidden(view: &View<'_>) -> bool {
    view.is_public() && (view.total.hidden || is_small(view.last()))
}

fn is_small(submissions: &[Submission]) -> bool {
    let mut group = Group::default();
    for submission in submissions {
        let answers = figures_in(submission, TOTAL).implementation().denominator;
        group.departments += usize::from(answers > 0);
        group.answers += answers;
    }
    group.is_small()
}

/// Returns the section.
pub(in crate::report) fn years(view: &View<'_>) -> Section {
    let words = view.words;
    let mut blocks = Vec::new();
    if view.last().is_empty() {
        blocks.push(Block::Text(words.parts.no_past.to_owned()));
    } else if is_hidden(view) {
        blocks.push(Block::Text(cells::HIDDEN.to_owned()));
        blocks.extend(hidden_note(view));
    } else {
        let alike = view.revision.alike;
        let described = (words.parts.two_years_described)(view.in_both(), alike);
        blocks.push(trend(view));
        blocks.push(Block::Table(two_years(view)));
        blocks.push(Block::Note(described));
        blocks.push(Block::Table(moved(view)));
        blocks.push(questions(view));
    }
    Section {
        own_page: true,
        ..section("years", words.headings.years.to_owned(), blocks)
    }
}

fn trend(view: &View<'_>) -> Block {
    let words = view.words;
    let mut by_year: BTreeMap<FiscalYear, Vec<&Submission>> = BTreeMap::new();
    let collection = view.source.collection;
    for submission in collection.past.iter().chain(&collection.submissions) {
        by_year.entry(submission.year).or_default().push(submission);
    }
    let points = by_year.into_iter().map(|(year, submissions)| {
        let submissions: Vec<Submission> = submissions.into_iter().cloned().collect();
        let hidden = view.is_public() && is_small(&submissions);
        let tenths = figures(&submissions, TOTAL).score_tenths();
        let tenths = tenths.filter(|_| !hidden);
        YearPoint {
            label: view.year(year.number()),
            tenths,
            value: if hidden {
                cells::HIDDEN.to_owned()
            } else {
                cells::score(tenths)
            },
            beside: (words.parts.over)(submissions.len()),
        }
    });
    Block::Chart(Chart {
        title: words.parts.trend.to_owned(),
        description: words.parts.trend_described.to_owned(),
        kind: ChartKind::Years(points.collect()),
    })
}

fn two_years(view: &View<'_>) -> Table {
    let words = &view.words.columns;
    let columns = vec![
        column(words.clause, Kind::Head),
        column(words.score_before, Kind::Score),
        column(words.score, Kind::Score),
        column(words.change, Kind::Change),
        column(words.score_alike_before, Kind::Score),
        column(words.score_alike, Kind::Score),
        column(words.change_alike, Kind::Change),
    ];
    let rows = std::iter::once(&view.total)
        .chain(&view.clauses)
        .map(|sum| {
            let alike = &sum.years.alike;
            let group = Group {
                departments: view.in_both(),
                answers: alike.now.implementation().denominator,
            };
            let mut row = vec![Cell::text(indented(view, sum))];
            for (years, few) in [
                (&sum.years.all, sum.hidden_before),
                (alike, sum.hidden_before || group.is_small()),
            ] {
                if view.is_public() && few {
                    row.extend([Cell::Hidden, Cell::Hidden, Cell::Hidden]);
                } else {
                    row.extend(or_hidden(view, sum, pair(years)));
                }
            }
            row
        });
    table(
        "two_years",
        view.words.parts.two_years,
        columns,
        rows.collect(),
    )
}

fn pair(years: &TwoYears) -> [Cell; 3] {
    [
        Cell::Score(years.before.score_tenths()),
        Cell::Score(years.now.score_tenths()),
        Cell::Change(years.change_tenths()),
    ]
}

fn moved(view: &View<'_>) -> Table {
    let words = view.words;
    let tally = view.tally();
    let rows = ChangeKind::ALL.into_iter().filter_map(|kind| {
        let count = tally.get(&kind).copied()?;
        Some(vec![
            Cell::text(cells::change_kind(view.source.lang, kind)),
            Cell::count(count),
        ])
    });
    table(
        "moved",
        words.parts.moved,
        vec![
            column(words.columns.what, Kind::Head),
            column(words.columns.answers, Kind::Count),
        ],
        rows.collect(),
    )
}

/// How the questions differ; that they are the same is said in a sentence.
fn questions(view: &View<'_>) -> Block {
    let words = view.words;
    let (parts, revision) = (&words.parts, &view.revision);
    let now = texts(view.submissions());
    let before = texts(view.last());
    let row = |what: &str, id: &str, replaced: &str| {
        let item = now.get(id).or_else(|| before.get(id));
        vec![
            Cell::text(what),
            Cell::text(id),
            Cell::text(item.map_or("", |item| &item.question)),
            Cell::text(replaced),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    rows.extend(revision.new.iter().map(|id| row(parts.new, id, "")));
    rows.extend(
        revision
            .revised
            .iter()
            .map(|id| row(parts.reworded, id, "")),
    );
    let split = revision.split.iter();
    rows.extend(split.map(|(id, old)| row(parts.split, id, &old.join(" "))));
    rows.extend(
        revision
            .withdrawn
            .iter()
            .map(|id| row(parts.withdrawn, id, "")),
    );
    if rows.is_empty() {
        return Block::Text((parts.revised_none)(revision.alike));
    }
    let mut columns = vec![
        column(words.columns.what, Kind::Text),
        column(words.columns.item, Kind::Code),
        column(words.columns.question, Kind::Long),
        column(words.columns.replaced, Kind::Code),
    ];
    if revision.split.is_empty() {
        columns.truncate(3);
        for row in &mut rows {
            row.truncate(3);
        }
    }
    Block::Table(table("questions", parts.revised, columns, rows))
}

fn texts(submissions: &[Submission]) -> BTreeMap<&str, &AskedItem> {
    let items = submissions.iter().flat_map(|one| &one.asked.items);
    items.map(|item| (item.id.as_str(), item)).collect()
}

/// Returns the section of what failed again: a line for each item with the departments.
pub(in crate::report) fn again(view: &View<'_>) -> Section {
    let words = view.words;
    let mut found: BTreeMap<&str, (&AskedItem, Vec<String>)> = BTreeMap::new();
    for (index, submission) in view.submissions().iter().enumerate() {
        for at in view.again(index) {
            if let Some(item) = submission.asked.items.get(at) {
                let known = found.entry(&item.id).or_insert((item, Vec::new()));
                known.1.push(department(view, submission));
            }
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort_by_key(|(item, departments)| (!item.critical, Reverse(departments.len())));
    let rows = found.into_iter().map(|(item, departments)| {
        vec![
            Cell::text(&item.id),
            Cell::text(&item.question),
            critical(view, item),
            Cell::count(departments.len()),
            Cell::text(departments.join(words.comma)),
        ]
    });
    let columns = vec![
        column(words.columns.item, Kind::Code),
        column(words.columns.question, Kind::Long),
        column(words.columns.critical, Kind::Text),
        column(words.columns.departments, Kind::Count),
        column(words.columns.department, Kind::Long),
    ];
    let table = Table {
        nothing: words.parts.continued_none.to_owned(),
        ..table("again", words.parts.continued, columns, rows.collect())
    };
    let blocks = vec![Block::Table(table)];
    section("again", words.headings.again.to_owned(), blocks)
}
