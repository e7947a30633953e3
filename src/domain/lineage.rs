//! Which departments of last year a department continues: itself, or those the roster says it
//! came from.

use std::collections::HashMap;

use super::ledger::code_key;
use super::roster::Roster;
use super::submission::Submission;

/// Returns, for each submission, the positions of the submissions of the year before that it
/// continues. A department that was divided is continued by each of its successors.
///
/// The department itself comes first; predecessors follow in the order of the roster, and through
/// those that handed in nothing also theirs. The roster is of one municipality; departments of
/// others continue themselves.
#[must_use]
pub fn sources(
    submissions: &[Submission],
    past: &[Submission],
    roster: Option<(&Roster, &str)>,
) -> Vec<Vec<usize>> {
    let known: HashMap<(String, String), usize> = past
        .iter()
        .enumerate()
        .map(|(at, submission)| {
            (
                key(
                    &submission.cover.municipality_code,
                    &submission.department_code,
                ),
                at,
            )
        })
        .collect();
    submissions
        .iter()
        .map(|submission| {
            let municipality = &submission.cover.municipality_code;
            let find = |code: &str| known.get(&key(municipality, code)).copied();
            let mut found: Vec<usize> = find(&submission.department_code).into_iter().collect();
            let home = roster.filter(|(_, home)| code_key(home) == code_key(municipality));
            if let Some((roster, _)) = home {
                add_predecessors(roster, &submission.department_code, &find, &mut found);
            }
            found
        })
        .collect()
}

/// Returns the keys of the codes a department has had: its own first, then those of everything it
/// came from.
#[must_use]
pub fn line_of(roster: Option<&Roster>, code: &str) -> Vec<String> {
    let mut line = vec![code_key(code)];
    let mut next = 0;
    while let Some(code) = line.get(next).cloned() {
        next += 1;
        let departments = roster.into_iter().flat_map(|roster| &roster.departments);
        let own = departments.filter(|department| code_key(&department.code) == code);
        for predecessor in own.flat_map(|department| &department.predecessors) {
            let key = code_key(predecessor);
            if !line.contains(&key) {
                line.push(key);
            }
        }
    }
    line
}

fn key(municipality: &str, department: &str) -> (String, String) {
    (code_key(municipality), code_key(department))
}

fn add_predecessors(
    roster: &Roster,
    code: &str,
    find: &impl Fn(&str) -> Option<usize>,
    found: &mut Vec<usize>,
) {
    let mut seen = vec![code_key(code)];
    let mut waiting = vec![code.to_owned()];
    while let Some(code) = waiting.pop() {
        let department = roster
            .departments
            .iter()
            .find(|department| code_key(&department.code) == code_key(&code));
        let Some(department) = department else {
            continue;
        };
        for predecessor in &department.predecessors {
            // A circle in the roster must not lead round for ever.
            if seen.contains(&code_key(predecessor)) {
                continue;
            }
            seen.push(code_key(predecessor));
            match find(predecessor) {
                Some(at) if found.contains(&at) => {}
                Some(at) => found.push(at),
                None => waiting.push(predecessor.clone()),
            }
        }
    }
}
