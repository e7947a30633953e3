//! What deserves a question in a training folder is what was put there for it, and what follows from
//! the marks alone: － beside others who answer, items often marked so, and what is left open.

use std::collections::{BTreeMap, BTreeSet};

use crate::{ODAWARA, TSUKUBAMIRAI, Training, rows};

/// A department, what, and the item; empty for the department as a whole.
type Odd = (String, String, String);

/// How the departments that count answer an item.
#[derive(Default)]
struct Item {
    answered: usize,
    chosen: usize,
    not_applicable: usize,
    applicable: usize,
}

impl Item {
    /// How many of those who chose a mark chose －, in tenths of a percent, half up.
    const fn share(&self) -> usize {
        (2_000 * self.not_applicable + self.chosen) / (2 * self.chosen)
    }
}

/// The middle one, or half up between the middle two.
fn median(mut values: Vec<usize>) -> usize {
    values.sort_unstable();
    let (lower, upper) = ((values.len() - 1) / 2, values.len() / 2);
    (values[lower] + values[upper]).div_ceil(2)
}

/// The items marked － far more often than others, as `exports/README.md` says it.
fn often(items: &BTreeMap<&str, Item>) -> BTreeSet<Odd> {
    let enough = items.iter().filter(|(_, item)| item.chosen >= 5);
    let enough: Vec<(&str, &Item)> = enough.map(|(id, item)| (*id, item)).collect();
    let middle = median(enough.iter().map(|(_, item)| item.share()).collect());
    let distances = enough.iter().map(|(_, item)| item.share().abs_diff(middle));
    let limit = middle + 150.max(median(distances.collect()) * 4_448 / 1_000);
    let far = enough.into_iter().filter(|(_, item)| {
        let beyond = 1_000 * item.not_applicable >= middle * item.chosen + 3_000;
        item.share() > limit && beyond
    });
    let odd = |(id, _): (&str, _)| {
        (
            String::new(),
            "often_not_applicable".to_owned(),
            id.to_owned(),
        )
    };
    far.map(odd).collect()
}

/// The answers that count: the last submission of each department of which one counts.
fn counted(training: &Training) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let defects = training.made.defects.iter();
    let spoilt: BTreeSet<&str> = defects
        .filter(|defect| defect.year == 2026 && !defect.kind.counts())
        .map(|defect| defect.department.as_str())
        .collect();
    let mut last = BTreeMap::new();
    for (stem, rows) in training.answers(2026) {
        let department = stem.split(['-', ' ', '_']).next().unwrap().to_owned();
        if !spoilt.contains(department.as_str()) && !stem.contains(' ') {
            last.insert(department, rows);
        }
    }
    last
}

/// What follows from the marks, counted anew from the files as they were handed in.
fn follows(training: &Training) -> BTreeSet<Odd> {
    let departments = counted(training);
    let by_profile = |row: &BTreeMap<String, String>| row["回答の由来"] == "所属の属性";
    let mut items: BTreeMap<&str, Item> = BTreeMap::new();
    for row in departments.values().flatten() {
        let item = items.entry(&row["項目ID"]).or_default();
        item.answered += usize::from(!row["回答"].is_empty());
        item.chosen += usize::from(!row["回答"].is_empty() && !by_profile(row));
        item.not_applicable += usize::from(row["回答"] == "対象外" && !by_profile(row));
        item.applicable += usize::from(!["", "対象外"].contains(&row["回答"].as_str()));
    }
    let mut odd = often(&items);
    for (department, rows) in &departments {
        for row in rows {
            let item = &items[row["項目ID"].as_str()];
            let (what, others) = match (row["回答"].as_str(), by_profile(row)) {
                ("確認中", _) => ("left_open", None),
                ("対象外", false) => ("others_answer", Some(item.chosen - 1)),
                ("対象外", true) => ("others_are_asked", Some(item.answered - 1)),
                _ => continue,
            };
            let most =
                others.is_none_or(|others| others >= 5 && item.applicable * 100 >= others * 80);
            if most {
                odd.insert((department.clone(), what.to_owned(), row["項目ID"].clone()));
            }
        }
    }
    odd
}

/// What the table lists.
fn listed(training: &Training) -> BTreeSet<Odd> {
    let folder = &training.folder;
    folder
        .call("collect demo/received/2026 --year 2026 --previous demo/received/2025")
        .and("--folder")
        .and("demo")
        .and("--header")
        .and("en")
        .and("--to")
        .and(folder.path("odd"))
        .run()
        .code(1);
    let of = |row: &BTreeMap<String, String>| {
        ["department_code", "outlier", "item_id"].map(|column| row[column].clone())
    };
    let rows = rows(&folder.path("odd/outliers.csv"));
    let found: BTreeSet<Odd> = rows.iter().map(|row| of(row).into()).collect();
    assert_eq!(found.len(), rows.len(), "none twice");
    found
}

fn finds_exactly(training: &Training) {
    let told = training.made.oddities.iter();
    let mut expected: BTreeSet<Odd> = told
        .map(|odd| {
            (
                odd.department.clone(),
                odd.what.to_owned(),
                odd.item.clone(),
            )
        })
        .collect();
    let kinds: BTreeSet<&str> = training.made.oddities.iter().map(|odd| odd.what).collect();
    let seeded = [
        "changed_between_submissions",
        "improved_without_evidence",
        "many_not_applicable",
        "same_remark",
        "too_fast",
    ];
    assert_eq!(kinds, seeded.into(), "each kind there is");
    expected.extend(follows(training));
    let found = listed(training);
    let missing: Vec<_> = expected.difference(&found).collect();
    let more: Vec<_> = found.difference(&expected).collect();
    assert!(
        missing.is_empty() && more.is_empty(),
        "not found: {missing:?}\nnot put there: {more:?}"
    );
}

#[test]
fn the_table_lists_what_was_put_there_and_nothing_else() {
    finds_exactly(&ODAWARA);
}

#[test]
fn so_it_is_in_another_city_with_another_seed() {
    finds_exactly(&TSUKUBAMIRAI);
}
