//! Submissions made by hand for tests: departments that answer a few items.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::answer::{Answer, AnswerSource, Beside};
use super::cover::Cover;
use super::fiscal_year::FiscalYear;
use super::mark::Mark;
use super::remarks::Remarks;
use super::scope::{ScopeKind, TOTAL};
use super::submission::{Asked, AskedItem, Origin, Pace, Submission};
use crate::fixture;

/// A moment of the autumn of 2026.
pub(crate) fn moment(hour: u32, minute: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, 9).unwrap();
    day.and_hms_opt(hour, minute, 0).unwrap()
}

/// Reads marks: `o` ○, `t` △, `x` ×, `-` －, `?` ？, `.` blank, `p` － set aside by the profile.
pub(crate) fn answer(sign: char) -> Answer {
    let mark = match sign {
        'o' => Some(Mark::Implemented),
        't' => Some(Mark::Partial),
        'x' => Some(Mark::NotImplemented),
        '-' | 'p' => Some(Mark::NotApplicable),
        '?' => Some(Mark::ToBeConfirmed),
        _ => None,
    };
    let source = if sign == 'p' {
        AnswerSource::Profile
    } else {
        AnswerSource::Answered
    };
    let beside = Beside {
        source,
        ..Beside::default()
    };
    Answer::new(mark, beside)
}

/// A department that answers `Q001`, `Q002` and so on, a sign for each.
pub(crate) fn submission(code: &str, signs: &str) -> Submission {
    submission_of(2026, code, signs)
}

/// The same of a year.
pub(crate) fn submission_of(year: i32, code: &str, signs: &str) -> Submission {
    let items = (1..=signs.chars().count())
        .map(|number| AskedItem {
            id: format!("Q{number:03}"),
            hash: "h1".into(),
            weight: 1,
            critical: false,
            clause: "C5".into(),
            path: vec!["A5".into(), "C5".into()],
            tiers: Vec::new(),
            citation: "5".into(),
            question: "?".into(),
        })
        .collect();
    let scopes = vec![(ScopeKind::Total, TOTAL.to_owned(), String::new())];
    let cover = Cover {
        municipality_code: "142069".into(),
        municipality: "M".into(),
        year: FiscalYear::new(year),
        department_code: code.into(),
        department: format!("D{code}").into(),
        agency: "A".into(),
        confirmed_at: Some(moment(12, 0)),
        receipt: format!("R-{code}").into(),
        ..Cover::default()
    };
    Submission {
        year: FiscalYear::new(year).unwrap(),
        department_code: code.into(),
        cover: Arc::new(cover),
        asked: Arc::new(Asked::new(items, scopes, fixture::scale().clone())),
        answers: signs.chars().map(answer).collect(),
        remarks: Remarks::default(),
        pace: None,
        origin: Origin {
            answers: format!("{code}_answers.csv").into(),
            summary: format!("{code}_summary.csv").into(),
            first_row: 2,
            rows: (0..signs.chars().count()).collect(),
        },
    }
}

/// The same answer with a remark.
pub(crate) fn with_remark(answer: Answer) -> Answer {
    let beside = Beside {
        remark: true,
        ..answer.beside()
    };
    Answer::new(answer.mark(), beside)
}

impl Submission {
    /// Puts a remark beside an answer.
    pub(crate) fn remarked(mut self, position: usize, remark: &str) -> Self {
        let known = self.remarks().chain([(position, remark)]);
        self.remarks = known.collect();
        self.answers[position] = with_remark(self.answers[position]);
        self
    }

    /// Puts evidence beside every answer.
    pub(crate) fn shown(mut self) -> Self {
        for answer in &mut self.answers {
            let beside = Beside {
                evidence: true,
                ..answer.beside()
            };
            *answer = Answer::new(answer.mark(), beside);
        }
        self
    }

    /// Says how many answers were given from nine o'clock on, in how many minutes.
    pub(crate) fn paced(mut self, answers: usize, minutes: u32) -> Self {
        self.pace = Some(Pace {
            first: moment(9, 0),
            last: moment(9 + minutes / 60, minutes % 60),
            answers,
        });
        self
    }
}
