//! Tests of what the division's screens show.

use std::sync::Arc;

use super::*;
use crate::collect::board_filter::{Answers, BoardFilter, Submitted};
use crate::collect::collection::Setting;
use crate::collect::gather::Received;
use crate::domain::answer::{Answer, Beside};
use crate::domain::cover::Cover;
use crate::domain::ledger::{Claim, Soundness};
use crate::domain::remarks::Remarks;
use crate::domain::roster::{Department, Roster};
use crate::domain::submission::{Asked, Origin};
use crate::fixture;
use crate::format::csv_submission::{self, HandedIn};

const O: Option<Mark> = Some(Mark::Implemented);
const P: Option<Mark> = Some(Mark::Partial);
const X: Option<Mark> = Some(Mark::NotImplemented);
const A: Option<Mark> = Some(Mark::NotApplicable);

/// Three items: one of article 5, whose only clause repeats it, and two of article 6.
fn asked() -> Arc<Asked> {
    let item = |id: &str, path: &[&str]| AskedItem {
        id: id.into(),
        hash: "1".into(),
        weight: 1,
        critical: id == "c",
        clause: path[path.len() - 1].into(),
        path: path.iter().map(|&part| part.into()).collect(),
        tiers: Vec::new(),
        citation: String::new(),
        question: String::new(),
    };
    let items = vec![
        item("a", &["A5", "C5"]),
        item("b", &["A6", "C6-1"]),
        item("c", &["A6", "C6-2"]),
    ];
    let scopes = [
        (ScopeKind::Total, "T", ""),
        (ScopeKind::Article, "A5", "5 x"),
        (ScopeKind::Clause, "C5", "5 x"),
        (ScopeKind::Article, "A6", "6 y"),
        (ScopeKind::Clause, "C6-1", "6(1) z"),
        (ScopeKind::Clause, "C6-2", "6(2) w"),
    ];
    let scopes = scopes.map(|(kind, id, label)| (kind, id.into(), label.into()));
    Arc::new(Asked::new(items, scopes.to_vec(), fixture::scale().clone()))
}

fn received(year: i32, code: &str, day: u32, marks: [Option<Mark>; 3]) -> Received {
    let at = chrono::NaiveDate::from_ymd_opt(2026, 6, day).and_then(|day| day.and_hms_opt(9, 0, 0));
    let year = FiscalYear::new(year).unwrap();
    let receipt = format!("R-{code}-{}-{day}", year.number());
    let cover = Arc::new(Cover {
        municipality_code: "142069".into(),
        municipality: "x".into(),
        year: Some(year),
        department_code: code.into(),
        department: code.into(),
        confirmed_at: at,
        receipt: receipt.as_str().into(),
        ..Cover::default()
    });
    let submission = Submission {
        year,
        department_code: code.into(),
        cover: Arc::clone(&cover),
        asked: asked(),
        answers: marks
            .map(|mark| Answer::new(mark, Beside::default()))
            .into(),
        remarks: Remarks::default(),
        pace: None,
        origin: Origin {
            answers: format!("{receipt}.csv").into(),
            summary: "".into(),
            first_row: 2,
            rows: Arc::from([0, 1, 2]),
        },
    };
    Received {
        handed: HandedIn {
            score_tenths: submission.total().score_tenths(),
            claim: Claim {
                cover,
                soundness: Soundness::Sound,
                files: [None, None],
            },
            verdict: csv_submission::read(None, None, &[]).verdict,
            submission: Some(Box::new(submission)),
        },
        trouble: None,
    }
}

fn board() -> Board {
    let department = |code: &str, predecessors: &[&str]| Department {
        code: code.into(),
        name: code.into(),
        agency: None,
        profile: std::collections::BTreeMap::new(),
        valid_from: None,
        valid_to: None,
        predecessors: predecessors.iter().map(|&code| code.into()).collect(),
    };
    let roster = Roster {
        departments: vec![
            department("1", &[]),
            department("2", &["8", "9"]),
            department("3", &[]),
        ],
    };
    let now = vec![
        received(2026, "1", 1, [O, P, X]),
        received(2026, "1", 2, [O, O, X]),
        received(2026, "2", 1, [O, A, A]),
    ];
    let before = vec![
        received(2025, "1", 1, [X, O, X]),
        received(2025, "8", 1, [X, O, O]),
        received(2025, "9", 1, [O, O, O]),
        received(2024, "9", 1, [X, X, X]),
    ];
    Board::of(Collection::of(
        now,
        before,
        Setting {
            year: FiscalYear::new(2026).unwrap(),
            roster: Some(&roster),
            municipality: Some("142069"),
        },
    ))
}

#[test]
fn a_department_has_one_line_whatever_it_handed_in() {
    let board = board();
    let states: Vec<State> = board
        .lines
        .iter()
        .map(|line| board.entry(line).unwrap().state)
        .collect();
    let expected = [State::Resubmitted, State::Submitted, State::NotSubmitted];
    assert_eq!(states, expected);
    let others: Vec<usize> = board.lines.iter().map(|line| line.others.len()).collect();
    assert_eq!(others, [1, 0, 0]);
    assert_eq!(board.lines[0].figures.score_tenths(), Some(667));
    assert_eq!(board.lines[2].submission, None);
}

#[test]
fn a_clause_that_repeats_its_article_has_no_column_of_its_own() {
    let board = board();
    let ids: Vec<&str> = board.columns.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["A5", "A6", "C6-1", "C6-2"]);
    assert_eq!(board.columns[3].citation, "6(2)");
    assert_eq!(board.columns[3].heading, "w");
}

#[test]
fn cells_say_what_the_figures_say() {
    let board = board();
    assert_eq!(board.cell(&board.lines[1], 1), HeatCell::NotApplicable);
    assert_eq!(board.cell(&board.lines[2], 1), HeatCell::NothingHandedIn);
    let HeatCell::Score {
        tenths, critical, ..
    } = board.cell(&board.lines[0], 1)
    else {
        panic!("no score");
    };
    assert_eq!((tenths, critical), (500, true));
}

#[test]
fn the_sums_are_those_of_the_lines() {
    let board = board();
    let mut all = Figures::default();
    for line in &board.lines {
        all.join(&line.figures);
    }
    let year = board.years.last().unwrap();
    assert_eq!((year.figures, year.departments), (all, 2));
    assert_eq!(board.comparison.all.now, all);
    let mut items = Figures::default();
    for line in &board.items {
        items.join(&line.figures);
    }
    assert_eq!(items, all);
    let years: Vec<i32> = board.years.iter().map(|line| line.year.number()).collect();
    assert_eq!(years, [2024, 2025, 2026]);
    // × first.
    assert_eq!(board.items[0].item.id, "c");
}

#[test]
fn a_department_goes_on_from_those_it_came_from() {
    let board = board();
    let trend: Vec<(i32, Option<u32>)> = board
        .trend(&board.lines[1])
        .into_iter()
        .map(|(year, figures)| (year.number(), figures.score_tenths()))
        .collect();
    assert_eq!(
        trend,
        [(2024, Some(0)), (2025, Some(833)), (2026, Some(1000))]
    );
    let changes = board.changes(&board.lines[0]);
    let kinds: Vec<ChangeKind> = changes.into_iter().map(|one| one.unwrap().0).collect();
    let expected = [
        ChangeKind::Improved,
        ChangeKind::Unchanged,
        ChangeKind::FailedAgain,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn filters_narrow_the_departments() {
    let board = board();
    let shown = |submitted, answers| {
        let filter = BoardFilter {
            submitted,
            agency: None,
            answers,
        };
        filter.lines(&board)
    };
    assert_eq!(shown(Submitted::Any, Answers::Any), [0, 1, 2]);
    assert_eq!(shown(Submitted::Counts, Answers::Any), [0, 1]);
    assert_eq!(shown(Submitted::AsksDepartment, Answers::Any), [2]);
    assert_eq!(shown(Submitted::Is(State::Resubmitted), Answers::Any), [0]);
    assert_eq!(shown(Submitted::Any, Answers::CriticalFailure), [0]);
    assert_eq!(shown(Submitted::Any, Answers::ToBeConfirmed), [0; 0]);
    assert_eq!(shown(Submitted::Any, Answers::Better), [0, 1]);
    assert_eq!(shown(Submitted::Counts, Answers::Worse), [0; 0]);
    let nobody = BoardFilter {
        agency: Some("nobody's".into()),
        ..BoardFilter::default()
    };
    assert_eq!(nobody.lines(&board), [0; 0]);
}
