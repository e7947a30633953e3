//! The scopes figures are computed for: the whole, articles, clauses and tiers.

use super::checklist::Checklist;
use super::policy::Tier;
use super::score::{Entry, Figures};
use super::standing::standing;
use super::workbook::Workbook;

/// What a scope is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScopeKind {
    /// Every item.
    Total,
    /// The items of an article.
    Article,
    /// The items of a clause and everything below it.
    Clause,
    /// The items that name a tier.
    Tier,
}

impl ScopeKind {
    /// Returns the code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Article => "article",
            Self::Clause => "clause",
            Self::Tier => "tier",
        }
    }

    /// Returns the kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Total, Self::Article, Self::Clause, Self::Tier]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// A set of items that figures are computed for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scope {
    /// What it is.
    pub kind: ScopeKind,
    /// Its id: `T`, `A6`, `C6-3a` or a tier's code.
    pub id: String,
    /// The citation of an article or clause; empty otherwise.
    pub citation: String,
    /// Its heading or the city's name of the tier; empty for the total.
    pub heading: String,
    /// How deep a clause stands below its article; 0 otherwise.
    pub depth: usize,
    /// Positions of its items in walking order.
    pub items: Vec<usize>,
}

/// The id of the scope of everything.
pub const TOTAL: &str = "T";

/// Returns every scope of a checklist: total, each article with its clauses, then the tiers.
#[must_use]
pub fn scopes(checklist: &Checklist) -> Vec<Scope> {
    let mut scopes = vec![Scope {
        kind: ScopeKind::Total,
        id: TOTAL.to_owned(),
        citation: String::new(),
        heading: String::new(),
        depth: 0,
        items: (0..checklist.items.len()).collect(),
    }];
    scopes.extend(outline(checklist));
    for tier in Tier::ALL {
        scopes.push(Scope {
            kind: ScopeKind::Tier,
            id: tier.code().to_owned(),
            citation: String::new(),
            heading: checklist.policy.tier_name(tier).to_owned(),
            depth: 0,
            items: (0..checklist.items.len())
                .filter(|&index| checklist.items[index].tiers.contains(&tier))
                .collect(),
        });
    }
    scopes
}

/// Returns the articles and clauses in reading order.
#[must_use]
pub fn outline(checklist: &Checklist) -> Vec<Scope> {
    let mut scopes: Vec<Scope> = Vec::new();
    let clauses = checklist.policy.clauses();
    for article in &checklist.policy.articles {
        let own: Vec<_> = clauses
            .iter()
            .filter(|(_, parent, _)| parent.id == article.id)
            .collect();
        let mut items: Vec<usize> = own
            .iter()
            .flat_map(|(_, _, clause)| &clause.items)
            .filter_map(|id| checklist.position(id.as_str()))
            .collect();
        items.sort_unstable();
        scopes.push(Scope {
            kind: ScopeKind::Article,
            id: article.id.clone(),
            citation: article.citation.clone(),
            heading: article.heading.clone(),
            depth: 0,
            items,
        });
        for (depth, _, clause) in own {
            let mut items: Vec<usize> = clause
                .item_ids()
                .into_iter()
                .filter_map(|id| checklist.position(id.as_str()))
                .collect();
            items.sort_unstable();
            scopes.push(Scope {
                kind: ScopeKind::Clause,
                id: clause.id.0.clone(),
                citation: clause.citation.clone(),
                heading: clause.heading.clone(),
                depth: *depth,
                items,
            });
        }
    }
    scopes
}

/// Returns the outline without clauses that only repeat their article.
#[must_use]
pub fn short_outline(checklist: &Checklist) -> Vec<Scope> {
    let mut scopes = outline(checklist);
    let repeated = |scopes: &[Scope], index: usize| {
        let clause = &scopes[index];
        clause.kind == ScopeKind::Clause
            && scopes[..index]
                .iter()
                .rev()
                .find(|scope| scope.kind == ScopeKind::Article)
                .is_some_and(|article| {
                    article.items == clause.items && article.heading == clause.heading
                })
    };
    let keep: Vec<bool> = (0..scopes.len())
        .map(|index| !repeated(&scopes, index))
        .collect();
    let mut keep = keep.into_iter();
    scopes.retain(|_| keep.next().unwrap_or(true));
    scopes
}

/// Computes the figures of a scope.
#[must_use]
pub fn figures(checklist: &Checklist, workbook: &Workbook, scope: &Scope) -> Figures {
    figures_of(checklist, workbook, &scope.items)
}

/// Computes the figures of all items.
#[must_use]
pub fn total(checklist: &Checklist, workbook: &Workbook) -> Figures {
    let items: Vec<usize> = (0..checklist.items.len()).collect();
    figures_of(checklist, workbook, &items)
}

fn figures_of(checklist: &Checklist, workbook: &Workbook, items: &[usize]) -> Figures {
    Figures::of(
        items
            .iter()
            .filter_map(|&index| checklist.items.get(index))
            .map(|item| Entry {
                weight: item.weight,
                critical: item.critical,
                mark: standing(checklist, workbook, item).mark(),
            }),
        &checklist.scale,
    )
}

#[cfg(test)]
#[path = "scope_tests.rs"]
mod tests;
