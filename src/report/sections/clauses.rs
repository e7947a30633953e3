//! Figures by article, clause and tier.

use super::{column, heat, hidden_note, label, or_hidden, section, sheet, table};
use crate::report::document::{Bar, Block, Cell, Chart, ChartKind, Kind, Section, Table};
use crate::report::view::{ScopeSum, View};
use crate::text::document::cells;

/// Returns the section.
pub(in crate::report) fn clauses(view: &View<'_>) -> Section {
    let words = view.words;
    let mut blocks = vec![chart(view)];
    let sums: Vec<&ScopeSum<'_>> = std::iter::once(&view.total).chain(&view.clauses).collect();
    blocks.push(Block::Table(figures(
        view,
        "clauses",
        words.parts.clauses,
        &sums,
    )));
    blocks.extend(hidden_note(view));
    if !view.is_public() {
        let tiers: Vec<&ScopeSum<'_>> = view.tiers.iter().collect();
        blocks.push(Block::Table(figures(
            view,
            "tiers",
            words.parts.tiers,
            &tiers,
        )));
        blocks.push(Block::Table(counts(view)));
    }
    Section {
        own_page: true,
        ..section("clauses", words.headings.clauses.to_owned(), blocks)
    }
}

fn chart(view: &View<'_>) -> Block {
    let words = view.words;
    let with_before = !view.last().is_empty() && !super::years::is_hidden(view);
    let sums = std::iter::once(&view.total).chain(&view.clauses);
    let bars = sums.map(|sum| {
        let hidden = view.is_public() && sum.hidden;
        let tenths = sum.figures.score_tenths().filter(|_| !hidden);
        let before = sum.years.all.before.score_tenths();
        Bar {
            label: label(view, sum),
            depth: sum.depth,
            tenths,
            before: before
                .filter(|_| with_before && !hidden && !(view.is_public() && sum.hidden_before)),
            value: if hidden {
                cells::HIDDEN.to_owned()
            } else {
                cells::score(tenths)
            },
        }
    });
    Block::Chart(Chart {
        title: words.parts.chart.to_owned(),
        description: (words.parts.chart_described)(with_before),
        kind: ChartKind::Bars(bars.collect()),
    })
}

fn figures(view: &View<'_>, id: &'static str, name: &str, sums: &[&ScopeSum<'_>]) -> Table {
    let words = &view.words.columns;
    let columns = vec![
        column(words.clause, Kind::Head),
        column(words.departments, Kind::Count),
        column(words.implementation, Kind::Rate),
        column(words.response, Kind::Rate),
        column(words.applicability, Kind::Rate),
        column(words.score, Kind::Heat),
    ];
    let rows = sums.iter().map(|sum| {
        let figures = &sum.figures;
        let cells = [
            Cell::count(sum.group.departments),
            Cell::Rate(figures.implementation()),
            Cell::Rate(figures.response()),
            Cell::Rate(figures.applicability()),
            heat(view, figures.score_tenths()),
        ];
        let mut row = vec![Cell::text(indented(view, sum))];
        row.extend(or_hidden(view, sum, cells));
        row
    });
    table(id, name, columns, rows.collect())
}

/// How many answers of each kind there are: for who wants to count again.
fn counts(view: &View<'_>) -> Table {
    use crate::domain::mark::Mark;
    let words = &view.words.columns;
    let mark = |mark: Option<Mark>| {
        let (sign, word) = cells::mark(&view.scale, view.source.lang, mark);
        column(&format!("{sign} {word}"), Kind::Count)
    };
    let mut columns = vec![
        column(words.clause, Kind::Head),
        column(words.answers, Kind::Count),
    ];
    columns.extend(Mark::ALL.into_iter().map(Some).chain([None]).map(mark));
    let sums = std::iter::once(&view.total)
        .chain(&view.clauses)
        .chain(&view.tiers);
    let rows = sums.map(|sum| {
        let figures = &sum.figures;
        let mut row = vec![Cell::text(indented(view, sum))];
        row.extend(
            [
                figures.items,
                figures.implemented,
                figures.partial,
                figures.not_implemented,
                figures.not_applicable,
                figures.to_be_confirmed,
                figures.unanswered,
            ]
            .map(Cell::Count),
        );
        row
    });
    sheet("marks", view.words.parts.shares, columns, rows.collect())
}

/// The name of a scope, clauses moved in below their article.
pub(super) fn indented(view: &View<'_>, sum: &ScopeSum<'_>) -> String {
    format!("{}{}", "　".repeat(sum.depth), label(view, sum))
}
