//! Tests of two years beside each other.

use std::sync::Arc;

use super::*;
use crate::domain::answer::{Answer, Beside};
use crate::domain::cover::Cover;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::lineage;
use crate::domain::remarks::Remarks;
use crate::domain::roster::{Department, Roster};
use crate::domain::scale::{MarkEntry, Scale};
use crate::domain::scope::{ScopeKind, TOTAL};
use crate::domain::submission::{AskedItem, Origin};

const O: Option<Mark> = Some(Mark::Implemented);
const P: Option<Mark> = Some(Mark::Partial);
const X: Option<Mark> = Some(Mark::NotImplemented);
const A: Option<Mark> = Some(Mark::NotApplicable);

fn scale() -> Scale {
    let values = [Some(100), Some(50), Some(0), None, Some(0)];
    Scale {
        marks: values.map(|value| MarkEntry {
            symbol: String::new(),
            word: String::new(),
            value,
        }),
        grades: Vec::new(),
        critical_cap: String::new(),
        seconds_per_item: 15,
    }
}

/// A submission of items, each an id, a hash and a mark.
fn submission(year: i32, code: &str, items: &[(&str, &str, Option<Mark>)]) -> Submission {
    let asked = items
        .iter()
        .map(|(id, hash, _)| AskedItem {
            id: (*id).to_owned(),
            hash: (*hash).to_owned(),
            weight: 1,
            critical: false,
            clause: "C5".into(),
            path: vec!["A5".into(), "C5".into()],
            tiers: Vec::new(),
            citation: String::new(),
            question: String::new(),
        })
        .collect();
    let scopes = [(ScopeKind::Total, TOTAL), (ScopeKind::Article, "A5")]
        .map(|(kind, id)| (kind, id.to_owned(), String::new()))
        .to_vec();
    let cover = Cover {
        municipality_code: "142069".into(),
        department_code: code.into(),
        ..Cover::default()
    };
    Submission {
        year: FiscalYear::new(year).unwrap(),
        department_code: code.into(),
        cover: Arc::new(cover),
        asked: Arc::new(Asked::new(asked, scopes, scale())),
        answers: items
            .iter()
            .map(|(_, _, mark)| Answer::new(*mark, Beside::default()))
            .collect(),
        remarks: Remarks::default(),
        pace: None,
        origin: Origin {
            answers: "".into(),
            summary: "".into(),
            first_row: 2,
            rows: Arc::from([]),
        },
    }
}

#[test]
fn items_are_told_by_what_became_of_them() {
    let before = submission(
        2025,
        "1",
        &[
            ("a", "1", X),
            ("b", "1", O),
            ("c", "1", X),
            ("d", "1", A),
            ("e", "1", O),
            ("f", "1", O),
            ("z", "1", P),
        ],
    );
    let now = submission(
        2026,
        "1",
        &[
            ("a", "1", P),
            ("b", "2", P),
            ("c", "1", X),
            ("d", "1", O),
            ("e", "1", A),
            ("f", "1", None),
            ("n", "1", O),
        ],
    );
    let kinds: Vec<(ChangeKind, bool)> = items(&now, &before)
        .into_iter()
        .map(|change| (change.kind, change.alike))
        .collect();
    assert_eq!(
        kinds,
        [
            (ChangeKind::Improved, true),
            (ChangeKind::Worsened, false),
            (ChangeKind::FailedAgain, true),
            (ChangeKind::NowApplies, true),
            (ChangeKind::NoLongerApplies, true),
            (ChangeKind::NoAnswer, true),
            (ChangeKind::New, false),
            (ChangeKind::Withdrawn, false),
        ]
    );
}

#[test]
fn like_is_compared_with_like() {
    // The new item and the revised one pull the score down; what was asked alike went up.
    let before = submission(2025, "1", &[("a", "1", X), ("b", "1", O)]);
    let now = submission(2026, "1", &[("a", "1", O), ("b", "2", X), ("c", "1", X)]);
    let compared = compare(&now, &[&before], TOTAL).unwrap();
    assert_eq!(compared.all.change_tenths(), Some(333 - 500));
    assert_eq!(compared.alike.change_tenths(), Some(1000));
    assert_eq!(compared.alike.now.items, 1);
    assert_eq!(compare(&now, &[], TOTAL), None);
}

#[test]
fn merged_departments_are_taken_together() {
    let one = submission(2025, "1", &[("a", "1", X)]);
    let two = submission(2025, "2", &[("a", "1", O)]);
    let now = submission(2026, "3", &[("a", "1", O)]);
    let compared = compare(&now, &[&one, &two], TOTAL).unwrap();
    assert_eq!(compared.all.before.items, 2);
    assert_eq!(compared.alike.now.items, 1);
    assert_eq!(compared.alike.change_tenths(), Some(500));
}

#[test]
fn a_department_continues_its_predecessors() {
    let department = |code: &str, predecessors: &[&str]| Department {
        code: code.into(),
        name: code.into(),
        agency: None,
        profile: BTreeMap::new(),
        valid_from: None,
        valid_to: None,
        predecessors: predecessors.iter().map(|&code| code.into()).collect(),
    };
    let roster = Roster {
        departments: vec![
            department("0001", &[]),
            department("0003", &["0001", "0002"]),
            department("0004", &["0009"]),
            department("0009", &["0002"]),
        ],
    };
    let past = [submission(2025, "1", &[]), submission(2025, "0002", &[])];
    let now = ["0001", "0003", "0004", "0005"].map(|code| submission(2026, code, &[]));
    let found = lineage::sources(&now, &past, Some((&roster, "142069")));
    assert_eq!(found, [vec![0], vec![0, 1], vec![1], vec![]]);
    let alone = lineage::sources(&now, &past, None);
    assert_eq!(alone, [vec![0], vec![], vec![], vec![]]);
}

#[test]
fn questions_that_differ_are_listed() {
    let before = submission(2025, "1", &[("a", "1", X), ("b", "1", O), ("c", "1", O)]);
    let now = submission(
        2026,
        "1",
        &[("a", "1", O), ("b", "2", X), ("d", "1", X), ("e", "1", X)],
    );
    let replaces = BTreeMap::from([("d".to_owned(), vec!["c".to_owned(), "y".to_owned()])]);
    let found = revision(
        [&*now.asked].into_iter(),
        [&*before.asked].into_iter(),
        &replaces,
    );
    assert_eq!(
        found,
        Revision {
            new: vec!["e".into()],
            revised: vec!["b".into()],
            split: vec![("d".into(), vec!["c".into()])],
            withdrawn: vec!["c".into()],
            alike: 1,
        }
    );
}
