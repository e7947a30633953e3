//! A small collection made by hand, for the tests of reports.

use std::sync::Arc;

use arcstr::ArcStr;
use chrono::{DateTime, FixedOffset, NaiveDate};

use super::view::{Edition, Source};
use crate::collect::collection::{Collection, Entry};
use crate::domain::answer::{Answer, Beside};
use crate::domain::cover::{Cover, JournalHead};
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::ledger::{Claim, Soundness, State};
use crate::domain::mark::Mark;
use crate::domain::roster::{Department, Roster};
use crate::domain::scope::ScopeKind;
use crate::domain::submission::{Asked, AskedItem, Origin, Submission};
use crate::fixture;
use crate::text::Lang;

/// What no public report may hold, put into every text of a department.
pub(super) const SECRET: &str = "秘密";

/// Items: two clauses of one article, and an article that is one clause. The hash of an item of
/// 2025 differs for one, and one is new.
fn asked(year: i32) -> Arc<Asked> {
    let item = |id: &str, path: &[&str], critical: bool| AskedItem {
        id: id.into(),
        hash: format!("h{id}{}", if id == "Q06-2-01" { year } else { 0 }),
        weight: 2,
        critical,
        clause: (*path.last().unwrap()).into(),
        path: path.iter().map(|&part| part.into()).collect(),
        tiers: Vec::new(),
        citation: "6(1)".into(),
        question: format!("{id} を確かめましたか。"),
    };
    let mut items = vec![
        item("Q05-01", &["A5", "C5"], true),
        item("Q05-02", &["A5", "C5"], false),
        item("Q06-1-01", &["A6", "C6-1"], false),
        item("Q06-1-02", &["A6", "C6-1"], false),
        item("Q06-1-03", &["A6", "C6-1"], false),
        item("Q06-2-01", &["A6", "C6-2"], false),
    ];
    if year == 2026 {
        items.push(item("Q06-2-02", &["A6", "C6-2"], false));
    }
    let scopes = [
        (ScopeKind::Total, "T", ""),
        (ScopeKind::Article, "A5", "5 職員の遵守"),
        (ScopeKind::Clause, "C5", "5 職員の遵守"),
        (ScopeKind::Article, "A6", "6 対策"),
        (ScopeKind::Clause, "C6-1", "6(1) 組織体制"),
        (ScopeKind::Clause, "C6-2", "6(2) 分類 <と> 管理"),
    ];
    let scopes = scopes.map(|(kind, id, label)| (kind, id.into(), label.into()));
    Arc::new(Asked::new(items, scopes.to_vec(), fixture::scale().clone()))
}

/// A department's answers: the department and the year decide, in a plain pattern.
fn submission(year: i32, number: usize, asked: &Arc<Asked>) -> Submission {
    let spread = |at: usize| (number * 3 + at * 5 + usize::from(year == 2025)) % 7;
    let mark = |at: usize| match spread(at) {
        0 => Mark::NotImplemented,
        1 => Mark::Partial,
        // The last clause applies to few departments.
        _ if at >= 5 && number > 2 => Mark::NotApplicable,
        2 if at == 3 => Mark::ToBeConfirmed,
        _ => Mark::Implemented,
    };
    let marks: Vec<Mark> = (0..asked.items.len()).map(mark).collect();
    let remarks = marks.iter().enumerate();
    let remarks = remarks
        .filter(|(_, mark)| mark.needs_remark())
        .map(|(at, _)| (at, format!("{SECRET}の備考 <b>{at}</b>")))
        .collect();
    let remarks: Vec<(usize, String)> = remarks;
    let confirmed = NaiveDate::from_ymd_opt(year, 11, 10).unwrap();
    let cover = Cover {
        municipality_code: "142069".into(),
        municipality: "見本市".into(),
        year: FiscalYear::new(year),
        department_code: format!("0{number}10").into(),
        department: format!("{SECRET}第{number}課").into(),
        agency: "市長".into(),
        edition: "2025-10-01".into(),
        checklist_digest: "h0".into(),
        confirmed_at: confirmed.and_hms_opt(9, 30, 0),
        confirmed_by: format!("課長 {SECRET}花子").into(),
        receipt: format!("R-{SECRET}-{number}").into(),
        journal_head: JournalHead::Written("h1".into()),
    };
    Submission {
        year: FiscalYear::new(year).unwrap(),
        department_code: cover.department_code.clone(),
        cover: Arc::new(cover),
        asked: Arc::clone(asked),
        answers: marks
            .into_iter()
            .map(|mark| {
                let remark = mark.needs_remark();
                let beside = Beside {
                    remark,
                    ..Beside::default()
                };
                Answer::new(Some(mark), beside)
            })
            .collect(),
        remarks: remarks
            .iter()
            .map(|(at, text)| (*at, text.as_str()))
            .collect(),
        pace: None,
        origin: Origin {
            answers: format!("received/{SECRET}.csv").into(),
            summary: "".into(),
            first_row: 2,
            rows: (0..asked.items.len()).collect(),
        },
    }
}

fn entry(state: State, listed: usize, submission: Option<&Submission>) -> Entry {
    let department_code: ArcStr = format!("0{}10", listed + 1).into();
    let nothing = || {
        Arc::new(Cover {
            municipality_code: "142069".into(),
            municipality: "見本市".into(),
            department_code: department_code.clone(),
            department: format!("{SECRET}第{}課", listed + 1).into(),
            agency: "市長".into(),
            edition: "2025-10-01".into(),
            ..Cover::default()
        })
    };
    Entry {
        state,
        claim: Claim {
            cover: submission.map_or_else(nothing, |one| Arc::clone(&one.cover)),
            soundness: Soundness::Sound,
            files: [None, submission.map(|one| one.origin.answers.clone())],
        },
        department_code: department_code.clone(),
        listed: Some(listed),
        score_tenths: submission.and_then(|one| one.total().score_tenths()),
        verdict: None,
        trouble: None,
    }
}

/// A collection of so many departments that handed in, one more that did not, and the year before.
/// The second department came from another.
pub(super) fn collection(count: usize) -> Collection {
    let (now, before) = (asked(2026), asked(2025));
    let submissions: Vec<Submission> = (1..=count).map(|at| submission(2026, at, &now)).collect();
    let mut past: Vec<Submission> = (1..=count)
        .map(|at| submission(2025, at, &before))
        .collect();
    if let Some(old) = past.get_mut(1) {
        old.department_code = "0990".into();
    }
    let department = |at: usize| Department {
        code: format!("0{}10", at + 1),
        name: format!("{SECRET}第{}課", at + 1),
        agency: None,
        profile: std::collections::BTreeMap::new(),
        valid_from: None,
        valid_to: None,
        predecessors: if at == 1 {
            vec!["0990".into()]
        } else {
            Vec::new()
        },
    };
    let mut ledger: Vec<Entry> = submissions
        .iter()
        .enumerate()
        .map(|(at, one)| entry(State::Submitted, at, Some(one)))
        .collect();
    ledger.push(entry(State::NotSubmitted, count, None));
    Collection {
        year: FiscalYear::new(2026).unwrap(),
        municipality: Some("142069".into()),
        roster: Some(Roster {
            departments: (0..=count).map(department).collect(),
        }),
        ledger,
        submissions,
        superseded: Vec::new(),
        past_unread: Vec::new(),
        past,
    }
}

/// When reports of tests are made.
pub(super) fn made() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T09:00:00+09:00").unwrap()
}

/// What a report is made from.
pub(super) fn source(collection: &Collection, edition: Edition, lang: Lang) -> Source<'_> {
    Source {
        collection,
        checklists: &[],
        edition,
        lang,
        made: made(),
    }
}
