//! Who must correct what it handed in, and what: from the ledger, and from what the division wishes.

use std::collections::BTreeMap;

use super::board::groups;
use super::collection::{Collection, Entry};
use super::compared::Compared;
use super::tables::outliers;
use crate::domain::governance::{About, What};
use crate::domain::item_id::ItemId;
use crate::domain::ledger::{State, code_key};
use crate::domain::record::{ReturnedItem, Slip};
use crate::domain::returning::{Demand, ReturnSlip, is_proposed};
use crate::domain::submission::{Asked, Submission};
use crate::format::audits::AuditProblem;
use crate::format::csv_cover::written_head;
use crate::format::return_file::{digest, plain};
use crate::format::returns::{self, Department, Proposal, Reading, Rules, Wish};
use crate::text::{Lang, returning as words};

/// A department that handed something in, whatever became of it.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The line of the ledger that stands for it.
    pub entry: &'a Entry,
    /// Its answers, where they count.
    pub submission: Option<&'a Submission>,
}

/// How slips are written.
#[derive(Clone, Copy, Debug)]
pub struct How<'a> {
    /// The language of the reasons.
    pub lang: Lang,
    /// Who returns.
    pub by: &'a str,
    /// The date of the slips.
    pub date: &'a str,
    /// When corrections are due; may be empty.
    pub due: &'a str,
}

/// What goes back to a department.
#[derive(Clone, Debug)]
pub struct Return<'a> {
    /// The department.
    pub place: Place<'a>,
    /// What is asked of it.
    pub demand: Demand,
    /// Why everything it handed in is returned, a sentence or two each.
    pub whole: Vec<String>,
    /// What its program is given.
    pub slip: ReturnSlip,
}

/// Returns everybody who handed something in, in the order of the ledger.
#[must_use]
pub fn places(collection: &Collection) -> Vec<Place<'_>> {
    let home = collection.municipality.as_deref().map(code_key);
    let submissions: BTreeMap<[String; 2], &Submission> = collection
        .submissions
        .iter()
        .map(|one| {
            (
                whose(&one.cover.municipality_code, &one.department_code),
                one,
            )
        })
        .collect();
    groups(collection)
        .into_iter()
        .filter_map(|group| collection.ledger.get(*group.first()?))
        .filter(|entry| {
            let code = code_key(&entry.cover().municipality_code);
            // What cannot be read at all names no municipality.
            code.is_empty() || home.as_ref().is_none_or(|home| *home == code)
        })
        .map(|entry| {
            let key = whose(&entry.cover().municipality_code, &entry.department_code);
            Place {
                entry,
                submission: submissions
                    .get(&key)
                    .copied()
                    .filter(|_| entry.state.counts()),
            }
        })
        .collect()
}

fn whose(municipality: &str, department: &str) -> [String; 2] {
    [municipality, department].map(code_key)
}

/// Returns what is asked of those of whom nothing better is known: what those asked most are.
#[must_use]
pub fn usual(collection: &Collection) -> Option<&Asked> {
    let all = collection.submissions.iter();
    let longest = all.max_by_key(|one| one.asked.items.len());
    longest.map(|one| &*one.asked)
}

/// Reads what the division wishes.
///
/// # Errors
///
/// Every problem of the file.
pub fn read(
    collection: &Collection,
    places: &[Place<'_>],
    bytes: &[u8],
) -> Result<Reading, Vec<AuditProblem>> {
    let departments: Vec<Department<'_>> = places
        .iter()
        .map(|place| Department {
            // Who handed in nothing of the year has nothing to correct.
            code: match Demand::of(place.entry.state) {
                Demand::Nothing => "",
                _ => &place.entry.department_code,
            },
            receipt: &place.entry.cover().receipt,
            asked: place.submission.map(|one| &*one.asked),
        })
        .collect();
    let rules = Rules {
        year: collection.year.number(),
        departments: &departments,
        asked: usual(collection),
    };
    returns::read(bytes, rules)
}

/// Returns what goes back, in the order of the ledger: to everybody whose submission does not count
/// and can be corrected, and to everybody of whom the division wishes something.
#[must_use]
pub fn returns<'a>(
    collection: &Collection,
    places: &[Place<'a>],
    wishes: &[Wish],
    how: How<'_>,
) -> Vec<Return<'a>> {
    let mut of: BTreeMap<usize, Vec<&Wish>> = BTreeMap::new();
    for wish in wishes {
        of.entry(wish.department).or_default().push(wish);
    }
    let year = collection.year.number();
    places
        .iter()
        .enumerate()
        .filter_map(|(at, place)| {
            let demand = Demand::of(place.entry.state);
            let own = of.remove(&at).unwrap_or_default();
            match demand {
                Demand::Nothing => None,
                Demand::Items if own.is_empty() => None,
                _ => Some(returned(*place, demand, &own, how, year)),
            }
        })
        .collect()
}

fn returned<'a>(
    place: Place<'a>,
    demand: Demand,
    wishes: &[&Wish],
    how: How<'_>,
    year: i32,
) -> Return<'a> {
    let entry = place.entry;
    let mut whole: Vec<String> = Vec::new();
    if demand != Demand::Items {
        whole.push(plain(&words::why(how.lang, entry)));
    }
    let all = wishes.iter().filter(|wish| wish.item.is_none());
    whole.extend(all.map(|wish| wish.reason.clone()));
    let mut items: Vec<ReturnedItem> = wishes
        .iter()
        .filter_map(|wish| {
            Some(ReturnedItem {
                item: ItemId(wish.item.clone()?),
                reason: wish.reason.clone(),
            })
        })
        .collect();
    items.sort_by(|one, other| one.item.cmp(&other.item));
    let mut reasons = whole.clone();
    if !items.is_empty() {
        reasons.push(words::correct_items(how.lang, items.len()));
    }
    let mut slip = ReturnSlip {
        municipality_code: plain(&entry.cover().municipality_code),
        year,
        department_code: plain(&entry.department_code),
        department: plain(&entry.cover().department),
        reason: words::joined(how.lang, &reasons),
        slip: Slip {
            digest: String::new(),
            receipt: plain(&entry.cover().receipt),
            head: plain(&written_head(&entry.cover().journal_head)),
            by: plain(how.by),
            date: how.date.to_owned(),
            due: how.due.to_owned(),
            items,
        },
    };
    slip.slip.digest = digest(&slip);
    Return {
        place,
        demand,
        whole,
        slip,
    }
}

/// Returns what is proposed to be returned: what deserves a look among the answers of departments.
/// One row for each answer, whatever was found about it.
#[must_use]
pub fn proposals<'a>(
    compared: &Compared<'a>,
    places: &[Place<'a>],
    lang: Lang,
) -> Vec<Proposal<'a>> {
    let submissions = &compared.collection.submissions;
    let mut found: BTreeMap<(usize, usize), (What, Vec<String>)> = BTreeMap::new();
    for finding in outliers::findings(compared) {
        let (true, About::Answer(position)) = (is_proposed(&finding.what), finding.about) else {
            continue;
        };
        let Some(submission) = submissions.get(finding.submission) else {
            continue;
        };
        let own = |place: &Place<'_>| {
            place
                .submission
                .is_some_and(|one| std::ptr::eq(one, submission))
        };
        let Some(at) = places.iter().position(own) else {
            continue;
        };
        let reason = words::proposed(lang, &submission.asked.scale, &finding.what);
        let (_, reasons) = found
            .entry((at, position))
            .or_insert_with(|| (finding.what, Vec::new()));
        reasons.push(reason);
    }
    found
        .into_iter()
        .filter_map(|((at, position), (what, reasons))| {
            Some(Proposal {
                submission: places.get(at)?.submission?,
                position,
                found: what.code(),
                reason: words::joined(lang, &reasons),
            })
        })
        .collect()
}

/// Returns the departments that handed in nothing of the year, and how many lines of the ledger are
/// of no department of the roster.
#[must_use]
pub fn left_alone<'a>(places: &[Place<'a>]) -> (Vec<&'a Entry>, usize) {
    let of = |state: State| {
        places
            .iter()
            .filter(move |place| place.entry.state == state)
    };
    let absent = of(State::NotSubmitted).chain(of(State::OtherYear));
    (
        absent.map(|place| place.entry).collect(),
        of(State::NotOnRoster).count(),
    )
}
