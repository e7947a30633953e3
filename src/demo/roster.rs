//! The roster of a training folder: the departments of before and after the reorganisation.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::checklist::Checklist;
use crate::domain::expression::ProfileKey;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::roster::{Department, Roster};
use crate::text::demo::departments::{Era, PLACES, Place};

/// How many years before the last one most departments were made.
const AGE: i32 = 7;

/// Returns the roster of a city; the reorganisation is on the first day of `year`.
#[must_use]
pub(super) fn roster(checklist: &Checklist, year: FiscalYear) -> Roster {
    Roster {
        departments: PLACES
            .iter()
            .map(|place| department(checklist, place, year))
            .collect(),
    }
}

/// Returns a department as a roster lists it.
pub(super) fn department(checklist: &Checklist, place: &Place, year: FiscalYear) -> Department {
    let policy = &checklist.policy;
    let names = place.agency.names().iter();
    let agency = names
        .filter_map(|name| policy.agencies.iter().find(|agency| agency == name))
        .chain(policy.agencies.first())
        .next();
    let keys = policy.profile.iter();
    let asked = keys.filter(|key| key.as_str() != ProfileKey::PREVIOUS);
    let first = year.date(4, 1);
    let old = first.and_then(|day| day.with_year(day.year() - AGE));
    let (valid_from, valid_to, predecessors) = match place.era {
        Era::Always => (old, None, &[][..]),
        Era::Before => (old, first.as_ref().and_then(NaiveDate::pred_opt), &[][..]),
        Era::After(predecessors) => (first, None, predecessors),
    };
    Department {
        code: place.code.to_owned(),
        name: place.name.to_owned(),
        agency: agency.cloned(),
        profile: asked
            .map(|key| {
                let yes = place.yes.split(' ').any(|yes| yes == key.as_str());
                (key.clone(), yes)
            })
            .collect(),
        valid_from,
        valid_to,
        predecessors: predecessors.iter().map(|code| (*code).to_owned()).collect(),
    }
}
