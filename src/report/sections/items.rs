//! Items over all departments: failed most.

use std::collections::BTreeMap;

use super::{column, critical, section, sheet, table};
use crate::domain::score::{Figures, Rate};
use crate::domain::submission::AskedItem;
use crate::report::document::{Block, Cell, Kind, Section, Table};
use crate::report::view::View;

/// How many items are listed on the page.
const SHOWN: usize = 15;

/// An item over all departments.
pub(super) struct ItemSum<'a> {
    pub item: &'a AskedItem,
    pub figures: Figures,
}

impl ItemSum<'_> {
    /// Returns × of those it applies to.
    pub(super) const fn failed(&self) -> Rate {
        Rate {
            numerator: self.figures.not_implemented,
            denominator: self.figures.implementation().denominator,
        }
    }

    const fn set_aside(&self) -> Rate {
        Rate {
            numerator: self.figures.not_applicable,
            denominator: self.figures.items,
        }
    }
}

/// The items in the order of their ids.
fn sums<'a>(view: &View<'a>) -> Vec<ItemSum<'a>> {
    let mut sums: BTreeMap<&str, ItemSum<'a>> = BTreeMap::new();
    for submission in view.submissions() {
        for (at, item) in submission.asked.items.iter().enumerate() {
            let known = sums.entry(&item.id).or_insert_with(|| ItemSum {
                item,
                figures: Figures::default(),
            });
            known.figures.join(&submission.figures_of(&[at]));
        }
    }
    sums.into_values().collect()
}

/// The items with a ×, most × first; of equally many the higher share first.
fn failed<'a>(view: &View<'a>) -> Vec<ItemSum<'a>> {
    let mut sums = sums(view);
    sums.retain(|sum| sum.figures.not_implemented > 0);
    sums.sort_by(|one, other| {
        let (a, b) = (one.failed(), other.failed());
        let shares = (b.numerator * a.denominator).cmp(&(a.numerator * b.denominator));
        b.numerator.cmp(&a.numerator).then(shares)
    });
    sums
}

/// The item most often ×.
pub(super) fn most_failed<'a>(view: &View<'a>) -> Option<ItemSum<'a>> {
    failed(view).into_iter().next()
}

/// Returns the section.
pub(in crate::report) fn items(view: &View<'_>) -> Section {
    let words = view.words;
    let failed = failed(view);
    let mut blocks = vec![Block::Table(most(view, &failed))];
    if failed.len() > SHOWN {
        let rest = failed.len() - SHOWN;
        blocks.push(Block::Note((words.parts.rest_on_sheet)(rest)));
    }
    blocks.push(Block::Table(every(view)));
    section("items", words.headings.items.to_owned(), blocks)
}

fn most(view: &View<'_>, failed: &[ItemSum<'_>]) -> Table {
    let words = view.words;
    let columns = vec![
        column(words.columns.item, Kind::Code),
        column(words.columns.question, Kind::Long),
        column(words.columns.critical, Kind::Text),
        column(words.columns.failed, Kind::Rate),
    ];
    let rows = failed.iter().take(SHOWN).map(|sum| {
        vec![
            Cell::text(&sum.item.id),
            Cell::text(&sum.item.question),
            critical(view, sum.item),
            Cell::Rate(sum.failed()),
        ]
    });
    Table {
        nothing: words.parts.failed_none.to_owned(),
        ..table("failed", words.parts.failed_most, columns, rows.collect())
    }
}

fn every(view: &View<'_>) -> Table {
    let words = &view.words.columns;
    let columns = vec![
        column(words.item, Kind::Code),
        column(words.clause, Kind::Text),
        column(words.question, Kind::Long),
        column(words.critical, Kind::Text),
        column(words.failed, Kind::Rate),
        column(words.implementation, Kind::Rate),
        column(words.not_applicable, Kind::Rate),
        column(words.to_be_confirmed, Kind::Count),
        column(words.score, Kind::Heat),
    ];
    let rows = sums(view).into_iter().map(|sum| {
        vec![
            Cell::text(&sum.item.id),
            Cell::text(&sum.item.citation),
            Cell::text(&sum.item.question),
            critical(view, sum.item),
            Cell::Rate(sum.failed()),
            Cell::Rate(sum.figures.implementation()),
            Cell::Rate(sum.set_aside()),
            Cell::Count(sum.figures.to_be_confirmed),
            super::heat(view, sum.figures.score_tenths()),
        ]
    });
    sheet(
        "items",
        view.words.parts.every_item,
        columns,
        rows.collect(),
    )
}
