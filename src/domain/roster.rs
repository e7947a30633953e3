//! The departments that are to hand in: codes, names, when they exist, and what became of whom.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::expression::ProfileKey;

/// A department as a roster lists it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Department {
    /// Its code, safe to be a file's name.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its executive agency, where the roster says so.
    pub agency: Option<String>,
    /// What the roster says of its profile.
    pub profile: BTreeMap<ProfileKey, bool>,
    /// Its first day, where the roster gives one.
    pub valid_from: Option<NaiveDate>,
    /// Its last day, where the roster gives one.
    pub valid_to: Option<NaiveDate>,
    /// The codes of the departments it came from.
    pub predecessors: Vec<String>,
}

impl Department {
    /// Returns whether the department exists on a day.
    #[must_use]
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

/// A roster.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Roster {
    /// Its departments, in the order of the file.
    pub departments: Vec<Department>,
}

impl Roster {
    /// Returns a department by its code.
    #[must_use]
    pub fn department(&self, code: &str) -> Option<&Department> {
        self.departments
            .iter()
            .find(|department| department.code == code)
    }

    /// Returns the positions of departments that are, through their predecessors, their own
    /// predecessors, and of those between two such circles.
    #[must_use]
    pub fn in_circles(&self) -> Vec<usize> {
        let positions: HashMap<&str, usize> = self
            .departments
            .iter()
            .enumerate()
            .map(|(position, department)| (department.code.as_str(), position))
            .collect();
        let mut arrows: Vec<(usize, usize)> = Vec::new();
        for (to, department) in self.departments.iter().enumerate() {
            let predecessors = department.predecessors.iter();
            arrows
                .extend(predecessors.filter_map(|code| Some((*positions.get(code.as_str())?, to))));
        }
        // What nothing leads to, and what leads nowhere, is taken away until nothing more is.
        let mut left = vec![true; self.departments.len()];
        peel(&arrows, &mut left);
        let back: Vec<(usize, usize)> = arrows.iter().map(|&(from, to)| (to, from)).collect();
        peel(&back, &mut left);
        let positions = left.iter().enumerate();
        positions
            .filter_map(|(position, left)| left.then_some(position))
            .collect()
    }

    /// Returns the departments that exist on a day.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = &Department> {
        self.departments
            .iter()
            .filter(move |department| department.exists_on(day))
    }
}

/// Takes away, again and again, the positions no arrow from another one left leads to.
fn peel(arrows: &[(usize, usize)], left: &mut [bool]) {
    let mut incoming = vec![0_usize; left.len()];
    let mut leading: Vec<Vec<usize>> = vec![Vec::new(); left.len()];
    for &(from, to) in arrows {
        if left[from] && left[to] {
            incoming[to] += 1;
            leading[from].push(to);
        }
    }
    let mut free: Vec<usize> = (0..left.len())
        .filter(|&position| left[position] && incoming[position] == 0)
        .collect();
    while let Some(position) = free.pop() {
        left[position] = false;
        for &to in &leading[position] {
            incoming[to] -= 1;
            if incoming[to] == 0 {
                free.push(to);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn department(code: &str, predecessors: &[&str]) -> Department {
        Department {
            code: code.into(),
            name: "x".into(),
            agency: None,
            profile: BTreeMap::new(),
            valid_from: None,
            valid_to: None,
            predecessors: predecessors.iter().map(|&code| code.into()).collect(),
        }
    }

    #[test]
    fn circles_of_predecessors_are_found() {
        let roster = |departments: &[(&str, &[&str])]| Roster {
            departments: departments
                .iter()
                .map(|(code, predecessors)| department(code, predecessors))
                .collect(),
        };
        let good = roster(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &["x"])]);
        assert_eq!(good.in_circles(), []);
        let bad = roster(&[("a", &["b"]), ("b", &["c", "c"]), ("c", &["b"]), ("d", &[])]);
        assert_eq!(bad.in_circles(), [1, 2]);
    }

    #[test]
    fn a_department_exists_from_its_first_day_to_its_last() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 4, day).unwrap();
        let department = |from, to| Department {
            valid_from: from,
            valid_to: to,
            ..department("0420", &[])
        };
        let roster = Roster {
            departments: vec![
                department(Some(day(2)), Some(day(3))),
                department(None, None),
            ],
        };
        let count = |on| roster.on(day(on)).count();
        assert_eq!([1, 2, 3, 4].map(count), [1, 2, 2, 1]);
        assert!(roster.department("0420").is_some() && roster.department("0421").is_none());
    }
}
