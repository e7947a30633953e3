//! What becomes of everything that was handed in: one state for each, and who has not handed in.
//!
//! The rules look at what was handed in as a set. In which order it came, in how many parts and
//! how often makes no difference.

mod codes;
mod copies;
mod municipalities;

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use arcstr::ArcStr;
use chrono::NaiveDateTime;

use super::cover::Cover;
use super::fiscal_year::FiscalYear;
use super::roster::Roster;
use codes::Codes;
pub use codes::{Keys, code_key};
use copies::copies;
use municipalities::{editions, home_of};

/// Whether files can be trusted to be as they were written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Soundness {
    /// Receipt, counts and figures fit.
    Sound,
    /// Characters were lost when the file was saved; more cannot be known.
    Lost,
    /// Something differs from what was written.
    Altered,
    /// One of the two files is missing.
    Alone,
    /// A file cannot be read.
    Unreadable,
}

/// What was handed in, as far as it says of itself. Claims are in order by what makes them a
/// department's and the later one, then by their files.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What it says of itself.
    pub cover: Arc<Cover>,
    /// Whether it can be trusted.
    pub soundness: Soundness,
    /// The names of its files, to tell apart what is alike otherwise.
    pub files: [Option<ArcStr>; 2],
}

/// What claims are compared by.
type Order<'a> = (
    [&'a str; 2],
    Option<FiscalYear>,
    Option<NaiveDateTime>,
    [&'a str; 2],
    Soundness,
    &'a [Option<ArcStr>; 2],
);

impl Ord for Claim {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Claim {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Claim {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Claim {}

impl Claim {
    fn order(&self) -> Order<'_> {
        let cover = &*self.cover;
        (
            [&cover.municipality_code, &cover.department_code],
            cover.year,
            cover.confirmed_at,
            [&cover.receipt, &cover.edition],
            self.soundness,
            &self.files,
        )
    }

    /// Returns the names of its files, one a line.
    #[must_use]
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.files.iter().flatten().map(|name| &**name).collect();
        names.join("\n")
    }
}

/// What becomes of something handed in, or of a department that handed in nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum State {
    /// It counts.
    Submitted,
    /// It counts, in the place of an earlier one.
    Resubmitted,
    /// A later one of the same department counts.
    Superseded,
    /// The same, handed in again.
    Duplicate,
    /// Not confirmed yet.
    Draft,
    /// Made for another edition of the policy.
    OtherEdition,
    /// Of another fiscal year.
    OtherYear,
    /// No department of the roster.
    NotOnRoster,
    /// Characters were lost when it was saved.
    Lost,
    /// Altered after it was written.
    Altered,
    /// One of the two files is missing.
    Alone,
    /// A file cannot be read.
    Unreadable,
    /// Nothing was handed in.
    NotSubmitted,
}

impl State {
    /// Every state, in the order they are listed in.
    pub const ALL: [Self; 13] = [
        Self::Submitted,
        Self::Resubmitted,
        Self::Superseded,
        Self::Duplicate,
        Self::Draft,
        Self::OtherEdition,
        Self::OtherYear,
        Self::NotOnRoster,
        Self::Lost,
        Self::Altered,
        Self::Alone,
        Self::Unreadable,
        Self::NotSubmitted,
    ];

    /// Returns the code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Resubmitted => "resubmitted",
            Self::Superseded => "superseded",
            Self::Duplicate => "duplicate",
            Self::Draft => "draft",
            Self::OtherEdition => "other_edition",
            Self::OtherYear => "other_year",
            Self::NotOnRoster => "not_on_roster",
            Self::Lost => "lost_characters",
            Self::Altered => "altered",
            Self::Alone => "file_missing",
            Self::Unreadable => "unreadable",
            Self::NotSubmitted => "not_submitted",
        }
    }

    /// Returns whether the answers count.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Submitted | Self::Resubmitted)
    }

    /// Returns whether something about the files themselves is wrong.
    #[must_use]
    pub const fn is_fault(self) -> bool {
        matches!(
            self,
            Self::Lost | Self::Altered | Self::Alone | Self::Unreadable
        )
    }

    /// Returns whether the department has to do something before its answers count.
    #[must_use]
    pub const fn asks_department(self) -> bool {
        self.is_fault() || matches!(self, Self::Draft | Self::OtherEdition | Self::NotSubmitted)
    }
}

/// What claims are judged by.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The fiscal year collected.
    pub year: FiscalYear,
    /// The departments that are to hand in.
    pub roster: Option<&'a Roster>,
    /// The municipality of the roster; without it, the one most claims are about.
    pub municipality: Option<&'a str>,
}

/// What became of claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judged {
    /// The state of each claim.
    pub states: Vec<State>,
    /// The position in the roster of each claim's department.
    pub departments: Vec<Option<usize>>,
    /// Positions in the roster of the departments that handed in nothing for the year.
    pub not_submitted: Vec<usize>,
    /// The municipality the roster was taken to be of.
    pub municipality: Option<String>,
}

/// Judges claims.
#[must_use]
pub fn judge<C: Borrow<Claim>>(claims: &[C], rules: Rules<'_>) -> Judged {
    let claims: Vec<&Claim> = claims.iter().map(Borrow::borrow).collect();
    judge_all(&claims, rules)
}

fn judge_all(claims: &[&Claim], rules: Rules<'_>) -> Judged {
    let home = rules
        .municipality
        .map(str::to_owned)
        .or_else(|| home_of(claims));
    let municipalities = Keys::of(claims.iter().map(|claim| &*claim.cover.municipality_code));
    let home_key = home.as_deref().map(code_key);
    let is_home = |at: usize| home_key.as_deref() == Some(municipalities.key(at));
    let codes = rules.roster.map(Codes::new);
    let departments: Vec<Option<usize>> = claims
        .iter()
        .enumerate()
        .map(|(at, claim)| {
            codes
                .as_ref()
                .filter(|_| is_home(at))
                .and_then(|codes| codes.find(&claim.cover.department_code))
                .filter(|&at| existed(rules, at))
        })
        .collect();
    let editions = editions(claims, &municipalities, rules);
    let mut states: Vec<State> = claims
        .iter()
        .enumerate()
        .map(|(at, claim)| {
            let listed = rules.roster.is_none() || !is_home(at) || departments[at].is_some();
            let edition = editions.get(municipalities.key(at));
            alone(claim, rules.year, listed, edition.map(String::as_str))
        })
        .collect();
    copies(claims, &mut states);
    rank(claims, &municipalities, &departments, &mut states);
    let not_submitted = rules.roster.map_or_else(Vec::new, |roster| {
        let mut there = vec![false; roster.departments.len()];
        for ((claim, department), state) in claims.iter().zip(&departments).zip(&states) {
            let known = *state != State::OtherYear && claim.cover.year.is_some();
            if let (true, Some(there)) = (known, department.and_then(|at| there.get_mut(at))) {
                *there = true;
            }
        }
        (0..there.len())
            .filter(|&at| !there[at] && is_expected(rules, at))
            .collect()
    });
    Judged {
        states,
        departments,
        not_submitted,
        municipality: home,
    }
}

/// Whether a department of the roster existed on any day of the year.
fn existed(rules: Rules<'_>, at: usize) -> bool {
    let Some(department) = rules.roster.and_then(|roster| roster.departments.get(at)) else {
        return false;
    };
    let first = rules.year.date(4, 1);
    let last = rules.year.date(3, 31);
    let begins = department.valid_from.zip(last);
    let ends = department.valid_to.zip(first);
    begins.is_none_or(|(from, last)| from <= last) && ends.is_none_or(|(to, first)| first <= to)
}

/// Whether a department is to hand in: it exists on the last day of the year.
fn is_expected(rules: Rules<'_>, at: usize) -> bool {
    let department = rules.roster.and_then(|roster| roster.departments.get(at));
    let last = rules.year.date(3, 31);
    department
        .zip(last)
        .is_some_and(|(department, last)| department.exists_on(last))
}

/// The state a claim has whatever else was handed in.
fn alone(claim: &Claim, year: FiscalYear, listed: bool, edition: Option<&str>) -> State {
    match claim.soundness {
        Soundness::Unreadable => State::Unreadable,
        Soundness::Alone => State::Alone,
        Soundness::Altered => State::Altered,
        Soundness::Lost => State::Lost,
        Soundness::Sound if claim.cover.year != Some(year) => State::OtherYear,
        Soundness::Sound if !listed => State::NotOnRoster,
        Soundness::Sound if claim.cover.confirmed_at.is_none() => State::Draft,
        Soundness::Sound if edition.is_some_and(|edition| *edition != *claim.cover.edition) => {
            State::OtherEdition
        }
        Soundness::Sound => State::Submitted,
    }
}

/// A department of a municipality: by its place in the roster, or by that of its code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Named {
    Listed(usize),
    Code(Option<u32>),
}

/// Lets the latest confirmed claim of a department count, and tells copies from earlier ones.
fn rank(
    claims: &[&Claim],
    municipalities: &Keys,
    departments: &[Option<usize>],
    states: &mut [State],
) {
    let codes = Keys::of(claims.iter().map(|claim| &*claim.cover.department_code));
    let whose = |at: usize| {
        let department = match departments[at] {
            Some(listed) => Named::Listed(listed),
            None => Named::Code(codes.place(at)),
        };
        (municipalities.place(at), department)
    };
    let sound = |at: &usize| claims[*at].soundness == Soundness::Sound;
    let mut order: Vec<usize> = (0..claims.len()).filter(sound).collect();
    order.sort_unstable_by(|&one, &other| {
        // The same at all is the same in any order.
        let claim = || claims[one].cmp(claims[other]).then(one.cmp(&other));
        whose(one).cmp(&whose(other)).then_with(claim)
    });
    let mut seen: HashSet<(&str, &str)> = HashSet::new();
    for department in order.chunk_by(|one, next| whose(*one) == whose(*next)) {
        seen.clear();
        let mut group = Vec::new();
        for &at in department {
            // What is alike but for the names of its files is a copy, whatever became of the first.
            let cover = &claims[at].cover;
            if !seen.insert((&cover.municipality_code, &cover.receipt)) {
                states[at] = State::Duplicate;
            } else if states[at] == State::Submitted {
                group.push(at);
            }
        }
        let latest = group.iter().max_by_key(|&&at| {
            let claim = claims[at];
            (claim.cover.confirmed_at, &claim.cover.receipt, &claim.files)
        });
        let Some(&latest) = latest else {
            continue;
        };
        for &at in &group {
            states[at] = State::Superseded;
        }
        states[latest] = if group.len() > 1 {
            State::Resubmitted
        } else {
            State::Submitted
        };
    }
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
