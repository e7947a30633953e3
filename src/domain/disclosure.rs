//! What may be made public: figures of groups that are too small are hidden, and so is what would
//! give them away by subtraction.

use std::collections::BTreeSet;

/// The fewest departments whose figures are made public together.
pub const DEPARTMENTS_MIN: usize = 5;
/// The fewest answers whose figures are made public together.
pub const ANSWERS_MIN: u64 = 10;

/// How large the group behind a figure is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Group {
    /// Departments with an answer that counts.
    pub departments: usize,
    /// Answers that count.
    pub answers: u64,
}

impl Group {
    /// Returns whether the group is too small to be made public. An empty one tells nothing.
    #[must_use]
    pub const fn is_small(self) -> bool {
        self.answers > 0 && (self.departments < DEPARTMENTS_MIN || self.answers < ANSWERS_MIN)
    }
}

/// Returns which scopes are hidden, each given by the ids of its items: those of small groups, and
/// as many more as it takes that no small group is what is left of a scope without the scopes
/// shown inside it.
#[must_use]
pub fn hidden(scopes: &[BTreeSet<&str>], group: impl Fn(&BTreeSet<&str>) -> Group) -> Vec<bool> {
    let groups: Vec<Group> = scopes.iter().map(&group).collect();
    let mut hidden: Vec<bool> = groups.iter().map(|group| group.is_small()).collect();
    while let Some(next) = (0..scopes.len())
        .filter(|&at| !hidden[at])
        .find_map(|at| giving_away(scopes, &hidden, &groups, &group, at))
    {
        for at in 0..scopes.len() {
            hidden[at] |= scopes[at] == scopes[next];
        }
    }
    hidden
}

/// The scope to hide next, so that what is shown inside `at` does not give a small group away.
fn giving_away(
    scopes: &[BTreeSet<&str>],
    hidden: &[bool],
    groups: &[Group],
    group: &impl Fn(&BTreeSet<&str>) -> Group,
    at: usize,
) -> Option<usize> {
    let whole = &scopes[at];
    let inside: Vec<usize> = (0..scopes.len())
        .filter(|&other| {
            !hidden[other]
                && scopes[other].len() < whole.len()
                && !scopes[other].is_empty()
                && scopes[other].is_subset(whole)
        })
        .collect();
    let mut rest = whole.clone();
    for &other in &inside {
        rest.retain(|item| !scopes[other].contains(item));
    }
    if rest.is_empty() || !group(&rest).is_small() {
        return None;
    }
    // The outermost alone are subtracted; the smallest of them costs the least.
    inside
        .iter()
        .copied()
        .filter(|&one| {
            !inside.iter().any(|&other| {
                scopes[one].len() < scopes[other].len() && scopes[one].is_subset(&scopes[other])
            })
        })
        .min_by_key(|&one| (groups[one].answers, one))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn set<'a>(items: &[&'a str]) -> BTreeSet<&'a str> {
        items.iter().copied().collect()
    }

    /// Groups of so many departments for each item; every one answers.
    fn size<'a>(counts: &'a [(&'a str, usize)]) -> impl Fn(&BTreeSet<&str>) -> Group + 'a {
        move |items| {
            let of = |item: &&str| {
                counts
                    .iter()
                    .find(|(id, _)| id == item)
                    .map_or(0, |one| one.1)
            };
            Group {
                departments: items.iter().map(of).max().unwrap_or(0),
                answers: items.iter().map(|item| of(item) as u64).sum(),
            }
        }
    }

    #[test]
    fn a_small_group_is_hidden_with_what_gives_it_away() {
        let counts = [("a", 20), ("b", 3), ("c", 12), ("d", 20)];
        let scopes = [
            set(&["a", "b", "c", "d"]),
            set(&["a", "b", "c"]),
            set(&["a"]),
            set(&["b"]),
            set(&["c"]),
            set(&["d"]),
        ];
        // The second hides its smallest neighbour; the third scope is far enough away.
        let found = hidden(&scopes, size(&counts));
        assert_eq!(found, [false, false, false, true, true, false]);
        let large = [("a", 20), ("b", 13), ("c", 12), ("d", 20)];
        assert_eq!(hidden(&scopes, size(&large)), [false; 6]);
    }

    #[test]
    fn what_no_clause_of_its_own_shows_is_not_given_away_either() {
        let counts = [("a", 20), ("b", 15), ("own", 2)];
        let scopes = [set(&["a", "b", "own"]), set(&["a"]), set(&["b"])];
        assert_eq!(hidden(&scopes, size(&counts)), [false, false, true]);
    }

    #[test]
    fn nothing_is_hidden_of_groups_without_answers() {
        let counts = [("a", 20), ("b", 0)];
        let scopes = [set(&["a", "b"]), set(&["a"]), set(&["b"])];
        assert_eq!(hidden(&scopes, size(&counts)), [false; 3]);
    }

    proptest! {
        #[test]
        fn no_small_group_is_left_over(counts in proptest::collection::vec(0_usize..30, 8)) {
            let ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
            let counts: Vec<(&str, usize)> = ids.into_iter().zip(counts).collect();
            let mut scopes = vec![set(&ids), set(&ids[..5]), set(&ids[1..4]), set(&ids[5..])];
            scopes.extend(ids.iter().map(|id| set(&[id])));
            let group = size(&counts);
            let hidden = hidden(&scopes, &group);
            for (at, scope) in scopes.iter().enumerate() {
                if hidden[at] {
                    continue;
                }
                prop_assert!(!group(scope).is_small());
                let mut rest = scope.clone();
                for (other, inside) in scopes.iter().enumerate() {
                    if !hidden[other] && inside.len() < scope.len() && inside.is_subset(scope) {
                        rest.retain(|item| !inside.contains(item));
                    }
                }
                prop_assert!(!group(&rest).is_small());
            }
        }
    }
}
