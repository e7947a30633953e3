//! Rosters: every problem told with its place, or departments that can be relied on.

use std::collections::HashSet;

use tenken::domain::file_name;
use tenken::format::roster::{RosterProblemKind, Rules, read, template};
use tenken::text::roster as words;

use super::shown::{LANGS, all_fit_to_show, fit_to_show};
use super::workbook;

/// Checks bytes as a roster, with a city's agencies and without.
pub(crate) fn check(data: &[u8]) {
    let policy = &workbook::odawara().policy;
    for agencies in [None, Some(policy.agencies.as_slice())] {
        let rules = Rules {
            agencies,
            keys: &policy.profile,
        };
        check_with(data, rules);
        assert!(read(&template(rules).unwrap(), rules).is_ok());
    }
}

fn check_with(data: &[u8], rules: Rules<'_>) {
    match read(data, rules) {
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(problems.is_sorted_by_key(|problem| problem.row));
            for problem in &problems {
                let whole = matches!(
                    problem.kind,
                    RosterProblemKind::Unreadable(_)
                        | RosterProblemKind::MissingColumn(_)
                        | RosterProblemKind::NoDepartments
                );
                assert_eq!(whole, problem.row.is_none());
                assert!(problem.row.is_none_or(|row| row > 1));
                for lang in LANGS {
                    all_fit_to_show(&words::problem(lang, problem));
                }
            }
        }
        Ok(reading) => {
            let roster = &reading.roster;
            assert!(!roster.departments.is_empty() && roster.in_circles().is_empty());
            let mut codes = HashSet::new();
            for department in &roster.departments {
                let code = &department.code;
                assert_eq!(file_name::safe(code).as_ref(), Some(code));
                assert!(
                    codes.insert(code.to_ascii_lowercase()),
                    "a code stands twice"
                );
                assert!(!department.name.is_empty());
                assert!(!department.name.contains(char::is_control));
                if let (Some(from), Some(to)) = (department.valid_from, department.valid_to) {
                    assert!(from <= to);
                }
                for predecessor in &department.predecessors {
                    assert!(predecessor != code && roster.department(predecessor).is_some());
                }
                if let (Some(agencies), Some(agency)) = (rules.agencies, &department.agency) {
                    assert!(agencies.contains(agency));
                }
            }
            for lang in LANGS {
                fit_to_show(&words::good(lang, "a\u{1b}.csv", roster, 0));
                for note in &reading.notes {
                    fit_to_show(&words::note(lang, note));
                }
            }
        }
    }
}
