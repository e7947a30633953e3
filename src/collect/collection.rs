//! Everything handed in, put together: the ledger, and the submissions that count.

use std::collections::BTreeMap;
use std::sync::Arc;

use arcstr::ArcStr;

use super::gather::Received;
use crate::domain::cover::Cover;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::ledger::{Claim, Judged, Keys, Rules, Soundness, State, code_key, judge};
use crate::domain::roster::{Department, Roster};
use crate::domain::submission::{Asked, Submission};
use crate::error::Error;
use crate::format::csv_finding::Verdict;

/// A line of the ledger: something handed in, or a department that handed in nothing.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What became of it.
    pub state: State,
    /// What it says of itself; of a department that handed in nothing, what the roster says.
    pub claim: Claim,
    /// The department's code: the roster's spelling, where the roster has it.
    pub department_code: ArcStr,
    /// The position in the roster.
    pub listed: Option<usize>,
    /// The score, in tenths of a point, where the answers can be trusted.
    pub score_tenths: Option<u32>,
    /// What checking found; none where everything is as it was written, or nothing was handed in.
    pub verdict: Option<Box<Verdict>>,
    /// Why a file could not be read, where the system or a seal refused.
    pub trouble: Option<Arc<Error>>,
}

impl Entry {
    /// Returns who hands in, for which year, and under which seals.
    #[must_use]
    pub fn cover(&self) -> &Cover {
        &self.claim.cover
    }

    /// Returns the summary's name, if there is one.
    #[must_use]
    pub fn summary(&self) -> Option<&str> {
        self.file(0, |verdict| verdict.summary.as_deref())
    }

    /// Returns the name of the answers, if there are any.
    #[must_use]
    pub fn answers(&self) -> Option<&str> {
        self.file(1, |verdict| verdict.answers.as_deref())
    }

    fn file(&self, at: usize, found: fn(&Verdict) -> Option<&str>) -> Option<&str> {
        match &self.verdict {
            Some(verdict) => found(verdict),
            None => self.claim.files[at].as_deref(),
        }
    }
}

/// What a division has: the ledger of a year, and the submissions that count.
#[derive(Clone, Debug)]
pub struct Collection {
    /// The fiscal year.
    pub year: FiscalYear,
    /// The six digits of the municipality the roster is of, where it is known.
    pub municipality: Option<String>,
    /// The departments that are to hand in.
    pub roster: Option<Roster>,
    /// The ledger, departments in the order of the roster.
    pub ledger: Vec<Entry>,
    /// The submissions that count, in the same order.
    pub submissions: Vec<Submission>,
    /// Submissions of the year that a later one took the place of.
    pub superseded: Vec<Submission>,
    /// The submissions that count of earlier years, years in rising order.
    pub past: Vec<Submission>,
    /// What was handed in of earlier years and cannot be read.
    pub past_unread: Vec<Entry>,
}

/// What a collection is put together by.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The fiscal year collected.
    pub year: FiscalYear,
    /// The departments that are to hand in.
    pub roster: Option<&'a Roster>,
    /// The six digits of the municipality of the roster, where it is known.
    pub municipality: Option<&'a str>,
}

impl Collection {
    /// Puts together what was received for the year, and for the years before.
    #[must_use]
    pub fn of(received: Vec<Received>, previous: Vec<Received>, setting: Setting<'_>) -> Self {
        let mut asked = Interned::default();
        let rules = Rules {
            year: setting.year,
            roster: setting.roster,
            municipality: setting.municipality,
        };
        let judged = judge(&claims(&received), rules);
        let lines = in_order(&received, &judged, setting.roster);
        let mut received: Vec<Option<Received>> = received.into_iter().map(Some).collect();
        let mut ledger = Vec::with_capacity(lines.len());
        let mut submissions = Vec::new();
        let mut superseded = Vec::new();
        for line in lines {
            match line {
                Line::Received(at) => {
                    let Some(received) = received.get_mut(at).and_then(Option::take) else {
                        continue;
                    };
                    let (entry, submission) =
                        entry(received, at, &judged, setting.roster, &mut asked);
                    match entry.state {
                        State::Submitted | State::Resubmitted => submissions.extend(submission),
                        State::Superseded => superseded.extend(submission),
                        _ => {}
                    }
                    ledger.push(entry);
                }
                Line::Missing(at) => ledger.extend(missing(&judged, setting.roster, at)),
            }
        }
        let is_unread = |one: &Received| one.handed.claim.soundness == Soundness::Unreadable;
        let (unread, previous) = previous.into_iter().partition(is_unread);
        Self {
            year: setting.year,
            roster: setting.roster.cloned(),
            past_unread: unread_lines(unread),
            ledger,
            submissions,
            superseded,
            past: past(previous, rules, judged.municipality.as_deref(), &mut asked),
            municipality: judged.municipality,
        }
    }

    /// Returns how many lines of the ledger have a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.ledger
            .iter()
            .filter(|entry| entry.state == state)
            .count()
    }

    /// Returns whether everything that was handed in counts, or has been replaced.
    #[must_use]
    pub fn takes_everything(&self) -> bool {
        let takes_this_year = self.ledger.iter().all(|entry| {
            let settled = [State::Superseded, State::Duplicate, State::NotSubmitted];
            entry.state.counts() || settled.contains(&entry.state)
        });
        takes_this_year && self.past_unread.is_empty()
    }

    /// Returns the submissions that count of the year before.
    pub fn last_year(&self) -> impl Iterator<Item = &Submission> {
        let year = self.year.previous();
        self.past
            .iter()
            .filter(move |submission| Some(submission.year) == year)
    }
}

fn claims(received: &[Received]) -> Vec<&Claim> {
    let received = received.iter();
    received.map(|received| &received.handed.claim).collect()
}

/// What a line of the ledger is about, by a position.
#[derive(Clone, Copy)]
enum Line {
    /// Something received.
    Received(usize),
    /// A department of the roster that handed in nothing.
    Missing(usize),
}

/// Puts the lines of the ledger in order: the municipality of the roster first, its departments as
/// the roster has them.
fn in_order(received: &[Received], judged: &Judged, roster: Option<&Roster>) -> Vec<Line> {
    let claims = claims(received);
    let covers = || claims.iter().map(|claim| &claim.cover);
    let municipalities = Keys::of(covers().map(|cover| &*cover.municipality_code));
    let codes = Keys::of(covers().map(|cover| &*cover.department_code));
    let departments = roster.map_or(&[][..], |roster| &roster.departments);
    let listed = Keys::of(departments.iter().map(|department| &*department.code));
    let home = judged.municipality.as_deref().map(code_key);
    let place = |line: &Line| match *line {
        Line::Missing(at) => (
            false,
            home.as_deref().unwrap_or_default(),
            at,
            listed.key(at),
        ),
        Line::Received(at) => {
            let key = municipalities.key(at);
            let elsewhere = home.as_deref() != Some(key);
            let listed = judged.departments.get(at).copied().flatten();
            (elsewhere, key, listed.unwrap_or(usize::MAX), codes.key(at))
        }
    };
    let mut by_claim: Vec<usize> = (0..claims.len()).collect();
    by_claim.sort_by_key(|&at| claims[at]);
    let missing = judged.not_submitted.iter().copied();
    let missing = missing.filter(|at| *at < departments.len());
    let mut lines: Vec<Line> = missing.map(Line::Missing).collect();
    lines.extend(by_claim.into_iter().map(Line::Received));
    // Claims about the same stay in their own order.
    lines.sort_by(|one, other| place(one).cmp(&place(other)));
    lines
}

fn entry(
    received: Received,
    at: usize,
    judged: &Judged,
    roster: Option<&Roster>,
    asked: &mut Interned,
) -> (Entry, Option<Submission>) {
    let handed = received.handed;
    let listed = judged.departments.get(at).copied().flatten();
    let department = listed.and_then(|at| roster?.departments.get(at));
    let mut claim = handed.claim;
    let department_code = match department.map(|department| department.code.as_str()) {
        Some(code) if code != &*claim.cover.department_code => code.into(),
        _ => claim.cover.department_code.clone(),
    };
    if claim.soundness != Soundness::Sound {
        Arc::make_mut(&mut claim.cover).agency = agency_of(department);
    }
    let submission = handed.submission.map(|mut submission| {
        submission.asked = asked.one(&submission.asked);
        submission.department_code = department_code.clone();
        *submission
    });
    let entry = Entry {
        state: judged.states.get(at).copied().unwrap_or(State::Unreadable),
        department_code,
        listed,
        score_tenths: handed.score_tenths,
        verdict: handed.verdict,
        trouble: received.trouble,
        claim,
    };
    (entry, submission)
}

fn agency_of(department: Option<&Department>) -> ArcStr {
    let agency = department.and_then(|department| department.agency.as_deref());
    agency.unwrap_or_default().into()
}

/// The line of a department that handed in nothing.
fn missing(judged: &Judged, roster: Option<&Roster>, at: usize) -> Option<Entry> {
    let department = roster?.departments.get(at)?;
    let department_code: ArcStr = department.code.as_str().into();
    let cover = Cover {
        municipality_code: judged.municipality.as_deref().unwrap_or_default().into(),
        department_code: department_code.clone(),
        department: department.name.as_str().into(),
        agency: agency_of(Some(department)),
        ..Cover::default()
    };
    Some(Entry {
        state: State::NotSubmitted,
        claim: Claim {
            cover: Arc::new(cover),
            soundness: Soundness::Sound,
            files: [None, None],
        },
        department_code,
        listed: Some(at),
        score_tenths: None,
        verdict: None,
        trouble: None,
    })
}

/// The lines of files of which nobody knows whose they are.
fn unread_lines(unread: Vec<Received>) -> Vec<Entry> {
    let line = |received: Received| Entry {
        state: State::Unreadable,
        department_code: ArcStr::new(),
        listed: None,
        score_tenths: None,
        verdict: received.handed.verdict,
        trouble: received.trouble,
        claim: received.handed.claim,
    };
    unread.into_iter().map(line).collect()
}

/// The submissions that count of the years before, each year judged on its own.
fn past(
    previous: Vec<Received>,
    rules: Rules<'_>,
    municipality: Option<&str>,
    asked: &mut Interned,
) -> Vec<Submission> {
    let mut years: BTreeMap<FiscalYear, Vec<Received>> = BTreeMap::new();
    for received in previous {
        let year = received.handed.claim.cover.year;
        if let Some(year) = year.filter(|year| *year < rules.year) {
            years.entry(year).or_default().push(received);
        }
    }
    let mut past = Vec::new();
    for (year, received) in years {
        let rules = Rules {
            year,
            municipality: municipality.or(rules.municipality),
            ..rules
        };
        let judged = judge(&claims(&received), rules);
        let mut counted: Vec<(Option<usize>, Submission)> = Vec::new();
        for (at, received) in received.into_iter().enumerate() {
            let (entry, submission) = entry(received, at, &judged, rules.roster, asked);
            // Who was abolished since may be gone from the roster, and counted all the same.
            let counts = entry.state.counts() || entry.state == State::NotOnRoster;
            if let Some(submission) = submission.filter(|_| counts) {
                counted.push((entry.listed, submission));
            }
        }
        counted.sort_by_cached_key(|(listed, submission)| {
            (
                submission.cover.municipality_code.clone(),
                listed.unwrap_or(usize::MAX),
                code_key(&submission.department_code),
                submission.cover.confirmed_at,
                submission.cover.receipt.clone(),
            )
        });
        past.extend(counted.into_iter().map(|(_, submission)| submission));
    }
    past
}

/// What was asked, each different form held once.
#[derive(Default)]
struct Interned(BTreeMap<String, Vec<Arc<Asked>>>);

impl Interned {
    fn one(&mut self, asked: &Arc<Asked>) -> Arc<Asked> {
        let first = asked.items.first().map_or("", |item| &item.hash);
        let known = self.0.entry(first.to_owned()).or_default();
        if let Some(one) = known.iter().find(|one| *one == asked) {
            return Arc::clone(one);
        }
        known.push(Arc::clone(asked));
        Arc::clone(asked)
    }
}
