//! The parts of what the division's screens show, each computed from the collection alone.

use std::collections::{BTreeMap, HashMap};

use super::{Column, ItemLine, Line, YearLine};
use crate::collect::collection::Collection;
use crate::collect::compared::Compared;
use crate::domain::ledger::{State, code_key};
use crate::domain::mark::Mark;
use crate::domain::scope::{ScopeKind, TOTAL};
use crate::domain::score::Figures;
use crate::domain::submission::{AskedScope, Submission, order_of};

pub(super) fn municipalities(collection: &Collection) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for submission in &collection.submissions {
        if !found.contains(&&*submission.cover.municipality_code) {
            found.push(&submission.cover.municipality_code);
        }
    }
    found
}

/// Every article and clause that anybody was asked, in reading order; a clause that only repeats
/// its article is left out.
pub(super) fn columns(submissions: &[Submission]) -> Vec<Column> {
    let mut found: BTreeMap<_, Column> = BTreeMap::new();
    for submission in submissions {
        let scopes = &submission.asked.scopes;
        for (at, scope) in scopes.iter().enumerate() {
            let (citation, heading) = scope.label.split_once(' ').unwrap_or((&scope.label, ""));
            let repeats = |article: &AskedScope| {
                article.kind == ScopeKind::Article && article.items == scope.items
            };
            let shown = match scope.kind {
                ScopeKind::Article => true,
                ScopeKind::Clause => !scopes.iter().take(at).any(repeats),
                ScopeKind::Total | ScopeKind::Tier => false,
            };
            if shown {
                found
                    .entry(order_of(scope.kind, &scope.id))
                    .or_insert_with(|| Column {
                        id: scope.id.clone(),
                        kind: scope.kind,
                        citation: citation.to_owned(),
                        heading: heading.to_owned(),
                    });
            }
        }
    }
    found.into_values().collect()
}

/// What tells departments apart, whatever a spreadsheet did to their codes.
fn place(municipality: &str, department: &str) -> (String, String) {
    (code_key(municipality), code_key(department))
}

/// The lines of the ledger by department, in the order of the ledger. What names no department
/// stands alone.
pub(in crate::collect) fn groups(collection: &Collection) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for (at, entry) in collection.ledger.iter().enumerate() {
        let key = place(&entry.cover().municipality_code, &entry.department_code);
        let alone = key.1.is_empty() || entry.state == State::Unreadable;
        if let Some(&group) = known.get(&key).filter(|_| !alone) {
            groups[group].push(at);
            continue;
        }
        if !alone {
            known.insert(key, groups.len());
        }
        groups.push(vec![at]);
    }
    // What counts stands for the department, else what asks most of it.
    for group in &mut groups {
        group.sort_by_key(|&at| rank(collection.ledger[at].state));
    }
    groups
}

const fn rank(state: State) -> u8 {
    match state {
        State::Submitted | State::Resubmitted => 0,
        State::Altered => 1,
        State::Lost => 2,
        State::Alone => 3,
        State::Unreadable => 4,
        State::OtherEdition => 5,
        State::Draft => 6,
        State::NotOnRoster => 7,
        State::NotSubmitted => 8,
        State::OtherYear => 9,
        State::Superseded => 10,
        State::Duplicate => 11,
    }
}

pub(super) fn lines(compared: &Compared<'_>, columns: &[Column]) -> Vec<Line> {
    let collection = compared.collection;
    let all = collection.submissions.iter().enumerate();
    let places: HashMap<(String, String), usize> = all
        .map(|(at, one)| {
            (
                place(&one.cover.municipality_code, &one.department_code),
                at,
            )
        })
        .collect();
    let line = |mut group: Vec<usize>| {
        let at = group.remove(0);
        let entry = collection
            .ledger
            .get(at)
            .filter(|entry| entry.state.counts());
        let place =
            entry.map(|one| place(&one.claim.cover.municipality_code, &one.department_code));
        let submission = place.and_then(|place| places.get(&place)).copied();
        let counted = submission.and_then(|at| Some((at, collection.submissions.get(at)?)));
        Line {
            entry: at,
            others: group,
            submission,
            before: counted.map_or_else(Vec::new, |(at, _)| {
                let before = compared.sources_of(at);
                before.into_iter().cloned().collect()
            }),
            figures: counted.map_or_else(Figures::default, |(_, one)| one.total()),
            comparison: counted.and_then(|(at, _)| compared.of_scope(at, TOTAL)),
            columns: counted.map_or_else(Vec::new, |(_, one)| {
                columns
                    .iter()
                    .map(|column| figures(one, &column.id))
                    .collect()
            }),
        }
    };
    groups(collection).into_iter().map(line).collect()
}

/// The figures of a scope; empty where it was not asked.
fn figures(submission: &Submission, scope: &str) -> Figures {
    let scope = submission.asked.scope(scope);
    scope.map_or_else(Figures::default, |scope| {
        submission.figures_of(&scope.items)
    })
}

/// The items of everybody, those failed most first: ×, then △, then ？; else in order of their ids.
pub(super) fn items(submissions: &[Submission]) -> Vec<ItemLine> {
    let mut found: BTreeMap<&str, ItemLine> = BTreeMap::new();
    for submission in submissions {
        for (at, item) in submission.asked.items.iter().enumerate() {
            let line = found.entry(&item.id).or_insert_with(|| ItemLine {
                item: item.clone(),
                marks: [0; 5],
                figures: Figures::default(),
            });
            line.figures.join(&submission.figures_of(&[at]));
            if let Some(mark) = submission.answers.get(at).and_then(|answer| answer.mark()) {
                line.marks[mark.index()] += 1;
            }
        }
    }
    let mut items: Vec<ItemLine> = found.into_values().collect();
    items.sort_by_key(|line| {
        std::cmp::Reverse(
            [Mark::NotImplemented, Mark::Partial, Mark::ToBeConfirmed].map(|mark| line.count(mark)),
        )
    });
    items
}

pub(super) fn years(collection: &Collection, columns: &[Column]) -> Vec<YearLine> {
    let mut years: Vec<YearLine> = Vec::new();
    for submission in collection.past.iter().chain(&collection.submissions) {
        if years.last().is_none_or(|line| line.year != submission.year) {
            years.push(YearLine {
                year: submission.year,
                departments: 0,
                figures: Figures::default(),
                columns: vec![Figures::default(); columns.len()],
            });
        }
        if let Some(line) = years.last_mut() {
            line.departments += 1;
            line.figures.join(&submission.total());
            for (sum, column) in line.columns.iter_mut().zip(columns) {
                sum.join(&figures(submission, &column.id));
            }
        }
    }
    years
}
