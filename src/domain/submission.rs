//! A department's answers of one year as it handed them in, and what it was asked.
//!
//! Small on purpose: a byte an answer, and texts of open points alone. Everything that many
//! departments share is held once.

use std::collections::HashMap;
use std::sync::Arc;

use arcstr::ArcStr;
use chrono::NaiveDateTime;

use super::answer::Answer;
use super::cover::Cover;
use super::fiscal_year::FiscalYear;
use super::mark::Mark;
use super::policy::Tier;
use super::remarks::Remarks;
use super::scale::Scale;
use super::scope::{ScopeKind, TOTAL};
use super::score::{Entry, Figures};

/// An item as an export asks it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedItem {
    /// Its id.
    pub id: String,
    /// The hash of its question and criteria; equal means comparable.
    pub hash: String,
    /// Its weight, 1–3.
    pub weight: u8,
    /// Whether a × on it caps the grade.
    pub critical: bool,
    /// The id of the innermost clause.
    pub clause: String,
    /// The ids of its article and clauses, outermost first.
    pub path: Vec<String>,
    /// The tiers it names.
    pub tiers: Vec<Tier>,
    /// The citation as printed.
    pub citation: String,
    /// The question.
    pub question: String,
}

/// A set of items that figures are computed for, as an export names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedScope {
    /// What it is.
    pub kind: ScopeKind,
    /// Its id: `T`, `A6`, `C6-3a` or a tier's code.
    pub id: String,
    /// Its citation and heading; empty for the whole.
    pub label: String,
    /// Positions of its items.
    pub items: Vec<usize>,
}

/// What departments were asked: the items in the order of their ids, and the scopes above them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The items, in the order of their ids.
    pub items: Vec<AskedItem>,
    /// The scopes: the whole, each article with its clauses, then the tiers.
    pub scopes: Vec<AskedScope>,
    /// What marks are worth and which grades there are.
    pub scale: Scale,
    /// The weight of each item, and whether it is critical: side by side, since they are looked at
    /// for every figure.
    weights: Box<[(u8, bool)]>,
    /// The position of each scope, by its id.
    places: HashMap<String, usize>,
}

impl Asked {
    /// Puts items and the labels of scopes in order, and finds out which items each scope has.
    #[must_use]
    pub fn new(
        mut items: Vec<AskedItem>,
        scopes: Vec<(ScopeKind, String, String)>,
        scale: Scale,
    ) -> Self {
        items.sort_by(|one, other| one.id.cmp(&other.id));
        let mut scopes: Vec<AskedScope> = scopes
            .into_iter()
            .map(|(kind, id, label)| AskedScope {
                items: members(&items, kind, &id),
                label: if kind == ScopeKind::Total {
                    String::new()
                } else {
                    label
                },
                kind,
                id,
            })
            .collect();
        scopes.sort_by_cached_key(|scope| order_of(scope.kind, &scope.id));
        scopes.dedup_by(|one, other| one.id == other.id);
        let weights = items.iter().map(|item| (item.weight, item.critical));
        let places = scopes.iter().enumerate();
        Self {
            weights: weights.collect(),
            // Of two with one id the first is found.
            places: places
                .rev()
                .map(|(at, scope)| (scope.id.clone(), at))
                .collect(),
            items,
            scopes,
            scale,
        }
    }

    /// Returns the position of an item.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.items
            .binary_search_by(|item| item.id.as_str().cmp(id))
            .ok()
    }

    /// Returns a scope by its id.
    #[must_use]
    pub fn scope(&self, id: &str) -> Option<&AskedScope> {
        self.scopes.get(*self.places.get(id)?)
    }
}

fn members(items: &[AskedItem], kind: ScopeKind, id: &str) -> Vec<usize> {
    let tier = Tier::from_code(id);
    let inside = |item: &AskedItem| match kind {
        ScopeKind::Total => true,
        ScopeKind::Article | ScopeKind::Clause => item.path.iter().any(|part| part == id),
        ScopeKind::Tier => tier.is_some_and(|tier| item.tiers.contains(&tier)),
    };
    (0..items.len())
        .filter(|&position| inside(&items[position]))
        .collect()
}

/// A place among all scopes, whoever named them first: the whole, articles each before its
/// clauses, tiers; numbers by their worth.
#[must_use]
pub fn order_of(kind: ScopeKind, id: &str) -> (u8, Vec<(u64, String)>, u8) {
    let rank = match kind {
        ScopeKind::Total => 0,
        ScopeKind::Article | ScopeKind::Clause => 1,
        ScopeKind::Tier => 2,
    };
    if let Some(tier) = Tier::from_code(id) {
        let place = Tier::ALL.iter().position(|known| *known == tier);
        return (rank, vec![(place.unwrap_or(0) as u64, String::new())], 0);
    }
    let parts = id.trim_start_matches(|sign: char| sign.is_ascii_uppercase());
    let parts = parts
        .split('-')
        .map(|part| {
            let digits = part.chars().take_while(char::is_ascii_digit).count();
            let (number, rest) = part.split_at_checked(digits).unwrap_or((part, ""));
            (number.parse().unwrap_or(u64::MAX), rest.to_owned())
        })
        .collect();
    (rank, parts, u8::from(kind == ScopeKind::Clause))
}

/// How fast a department answered, carried answers and those of the profile aside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pace {
    /// When the first answer was given.
    pub first: NaiveDateTime,
    /// When the last one was.
    pub last: NaiveDateTime,
    /// How many there are.
    pub answers: usize,
}

/// Where a submission stands, so that any figure can be followed back to a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The file of answers.
    pub answers: ArcStr,
    /// The file of the summary.
    pub summary: ArcStr,
    /// The row its answers begin in, as a spreadsheet shows it.
    pub first_row: usize,
    /// How many rows below that each item stands, in the order of [`Asked::items`].
    pub rows: Arc<[usize]>,
}

impl Origin {
    /// Returns the row an item stands in, as a spreadsheet shows it.
    #[must_use]
    pub fn row(&self, item: usize) -> Option<usize> {
        self.rows.get(item).map(|below| self.first_row + below)
    }
}

/// A department's answers of one year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Submission {
    /// What its files say of themselves.
    pub cover: Arc<Cover>,
    /// The fiscal year.
    pub year: FiscalYear,
    /// The department's code: the roster's spelling, where there is a roster.
    pub department_code: ArcStr,
    /// What was asked.
    pub asked: Arc<Asked>,
    /// The answers, in the order of [`Asked::items`].
    pub answers: Box<[Answer]>,
    /// The remarks beside △ × ？.
    pub remarks: Remarks,
    /// How fast it was answered, where there are times.
    pub pace: Option<Pace>,
    /// Where it stands.
    pub origin: Origin,
}

impl Submission {
    /// Computes the figures of some items.
    #[must_use]
    pub fn figures_of(&self, items: &[usize]) -> Figures {
        let entries = items.iter().filter_map(|&position| self.entry(position));
        Figures::of(entries, &self.asked.scale)
    }

    /// Computes the figures of everything.
    #[must_use]
    pub fn total(&self) -> Figures {
        self.asked
            .scope(TOTAL)
            .map(|scope| self.figures_of(&scope.items))
            .unwrap_or_default()
    }

    /// Returns what an item contributes.
    #[must_use]
    pub fn entry(&self, position: usize) -> Option<Entry> {
        let &(weight, critical) = self.asked.weights.get(position)?;
        Some(Entry {
            weight,
            critical,
            mark: self.answers.get(position)?.mark(),
        })
    }

    /// Returns the mark of an item by its id.
    #[must_use]
    pub fn mark(&self, item: &str) -> Option<Mark> {
        self.answers.get(self.asked.position(item)?)?.mark()
    }

    /// Returns the remark of an open item; empty when there is none.
    #[must_use]
    pub fn remark(&self, position: usize) -> &str {
        self.remarks.of(&self.answers, position)
    }

    /// Returns every remark of an open item with its position, in rising order.
    pub fn remarks(&self) -> impl Iterator<Item = (usize, &str)> {
        self.remarks.iter(&self.answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_stand_in_the_order_people_read_them() {
        let id = |kind, id: &str| (kind, id.to_owned());
        let expected = [
            id(ScopeKind::Total, "T"),
            id(ScopeKind::Article, "A5"),
            id(ScopeKind::Clause, "C5"),
            id(ScopeKind::Article, "A6"),
            id(ScopeKind::Clause, "C6-1"),
            id(ScopeKind::Clause, "C6-3"),
            id(ScopeKind::Clause, "C6-3a"),
            id(ScopeKind::Clause, "C6-10"),
            id(ScopeKind::Article, "A10"),
            id(ScopeKind::Tier, "mynumber"),
            id(ScopeKind::Tier, "paper"),
        ];
        let mut sorted = expected.clone();
        sorted.reverse();
        sorted.sort_by_cached_key(|(kind, id)| order_of(*kind, id));
        assert_eq!(sorted, expected);
    }
}
