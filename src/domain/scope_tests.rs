//! The scopes of the shipped checklists: whole, disjoint and in order.

use std::collections::BTreeSet;

use super::*;
use crate::domain::action;
use crate::domain::checklist::Item;
use crate::domain::mark::Mark;
use crate::fixture::{act, cities, workbook};

fn set(scope: &Scope) -> BTreeSet<usize> {
    let set: BTreeSet<usize> = scope.items.iter().copied().collect();
    assert_eq!(set.len(), scope.items.len(), "{}: an item twice", scope.id);
    set
}

fn of_kind(scopes: &[Scope], kind: ScopeKind) -> Vec<&Scope> {
    scopes.iter().filter(|scope| scope.kind == kind).collect()
}

#[test]
fn the_total_holds_each_item_exactly_once() {
    for checklist in cities() {
        let scopes = scopes(checklist);
        let totals = of_kind(&scopes, ScopeKind::Total);
        assert_eq!(totals.len(), 1);
        assert_eq!(totals[0].id, TOTAL);
        let all: BTreeSet<usize> = (0..checklist.items.len()).collect();
        assert_eq!(set(totals[0]), all);
    }
}

#[test]
fn the_articles_share_the_items_out_among_them() {
    for checklist in cities() {
        let scopes = scopes(checklist);
        let articles = of_kind(&scopes, ScopeKind::Article);
        let ids: Vec<&str> = articles.iter().map(|scope| scope.id.as_str()).collect();
        assert_eq!(ids, ["A5", "A6", "A7", "A8"]);
        let mut all: Vec<usize> = articles.iter().flat_map(|scope| set(scope)).collect();
        all.sort_unstable();
        let expected: Vec<usize> = (0..checklist.items.len()).collect();
        assert_eq!(all, expected, "each item in exactly one article");
    }
}

#[test]
fn an_article_is_the_union_of_its_clauses_and_a_clause_of_its_own() {
    for checklist in cities() {
        let outline = outline(checklist);
        for (at, scope) in outline.iter().enumerate() {
            let below: Vec<&Scope> = match scope.kind {
                ScopeKind::Article => outline[at + 1..]
                    .iter()
                    .take_while(|below| below.kind == ScopeKind::Clause)
                    .collect(),
                _ => outline[at + 1..]
                    .iter()
                    .take_while(|below| {
                        below.kind == ScopeKind::Clause && below.depth > scope.depth
                    })
                    .collect(),
            };
            let mut union: BTreeSet<usize> = below.into_iter().flat_map(set).collect();
            if scope.kind == ScopeKind::Clause {
                let clauses = checklist.policy.clauses();
                let own = clauses
                    .iter()
                    .find(|(_, _, clause)| clause.id.0 == scope.id);
                let own = &own.unwrap().2.items;
                union.extend(own.iter().filter_map(|id| checklist.position(id.as_str())));
            }
            assert_eq!(set(scope), union, "{}", scope.id);
        }
    }
}

#[test]
fn every_scope_is_named_once_and_in_reading_order() {
    for checklist in cities() {
        let scopes = scopes(checklist);
        let ids: BTreeSet<&str> = scopes.iter().map(|scope| scope.id.as_str()).collect();
        assert_eq!(ids.len(), scopes.len());
        let clauses = of_kind(&scopes, ScopeKind::Clause);
        let named: Vec<&str> = clauses.iter().map(|scope| scope.id.as_str()).collect();
        let policy = checklist.policy.clauses();
        let expected: Vec<&str> = policy
            .iter()
            .map(|(_, _, clause)| clause.id.0.as_str())
            .collect();
        assert_eq!(named, expected);
        assert!(clauses.iter().all(|scope| !scope.citation.is_empty()));
    }
}

#[test]
fn a_tier_takes_only_the_items_that_name_it() {
    for checklist in cities() {
        let scopes = scopes(checklist);
        let tiers = of_kind(&scopes, ScopeKind::Tier);
        assert_eq!(tiers.len(), Tier::ALL.len());
        for (scope, tier) in tiers.iter().zip(Tier::ALL) {
            assert_eq!(scope.id, tier.code());
            let set = set(scope);
            assert!(!set.is_empty(), "{}", scope.id);
            for (at, item) in checklist.items.iter().enumerate() {
                assert_eq!(set.contains(&at), item.tiers.contains(&tier), "{}", item.id);
            }
        }
        let named: BTreeSet<usize> = tiers.iter().flat_map(|scope| set(scope)).collect();
        assert_eq!(
            named.len(),
            checklist.items.len(),
            "every item names a tier"
        );
    }
}

#[test]
fn the_division_answers_last_and_each_item_knows_its_clause() {
    for checklist in cities() {
        let division: Vec<bool> = checklist.items.iter().map(Item::is_division).collect();
        assert!(division.is_sorted(), "the division's part stands last");
        for (at, item) in checklist.items.iter().enumerate() {
            let clause = checklist.clause_of(at).unwrap();
            assert!(clause.items.contains(&item.id), "{}", item.id);
            assert_eq!(checklist.position(item.id.as_str()), Some(at));
        }
    }
}

#[test]
fn figures_of_the_articles_add_up_to_the_total() {
    for checklist in cities() {
        let mut workbook = workbook();
        for (at, item) in checklist.items.iter().enumerate() {
            let mark = [Some(Mark::Implemented), Some(Mark::Partial), None][at % 3];
            let outcome = action::mark(&workbook, item, mark, None);
            act(&mut workbook, outcome);
        }
        let whole = total(checklist, &workbook);
        let scopes = scopes(checklist);
        assert_eq!(figures(checklist, &workbook, &scopes[0]), whole);
        let sum = |count: fn(&Figures) -> u64| -> u64 {
            of_kind(&scopes, ScopeKind::Article)
                .into_iter()
                .map(|scope| count(&figures(checklist, &workbook, scope)))
                .sum()
        };
        assert_eq!(sum(|figures| figures.items), whole.items);
        assert_eq!(sum(|figures| figures.implemented), whole.implemented);
        assert_eq!(sum(|figures| figures.partial), whole.partial);
        assert_eq!(sum(|figures| figures.unanswered), whole.unanswered);
    }
}
