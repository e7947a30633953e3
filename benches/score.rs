//! How long the figures of 1,000 items take.

#[path = "kit/checklist.rs"]
mod checklist;
#[path = "kit/filling.rs"]
mod filling;

use divan::Bencher;
use tenken::domain::checklist::Checklist;
use tenken::domain::scope::{figures, scopes, total};
use tenken::domain::workbook::Workbook;

const ITEMS: usize = 1_000;

fn main() {
    divan::main();
}

/// Makes a checklist and a workbook in which every item is answered.
fn answered() -> (Checklist, Workbook) {
    let set = checklist::set(ITEMS);
    let checklist = set.city(checklist::CITY).expect("a checklist").clone();
    let mut workbook = filling::begun(&checklist);
    filling::fill(&checklist, &mut workbook, 3 * ITEMS);
    (checklist, workbook)
}

/// The figures of the whole.
#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    let (checklist, workbook) = answered();
    bencher.bench(|| total(&checklist, &workbook));
}

/// The figures of every scope of the summary: the whole, articles, clauses and tiers.
#[divan::bench]
fn every_scope(bencher: Bencher<'_, '_>) {
    let (checklist, workbook) = answered();
    bencher.bench(|| {
        scopes(&checklist)
            .iter()
            .map(|scope| figures(&checklist, &workbook, scope))
            .collect::<Vec<_>>()
    });
}
