//! The two files a department handed in, as a submission: checked first, then read.

use std::sync::Arc;

use arcstr::ArcStr;
use chrono::NaiveDateTime;

use super::csv_canonical;
use super::csv_cover::{cover_of, doubted, moment};
use super::csv_finding::{Check, Finding, FindingKind, Verdict};
use super::csv_recount::{mark, scale_of_file, small_number};
use super::csv_sheet::{Sheet, SheetRow};
use super::csv_verify::{Named, check_digest, judge};
use crate::domain::answer::{Answer, AnswerSource, Beside};
use crate::domain::checklist::Checklist;
use crate::domain::cover::Cover;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::ledger::{Claim, Soundness};
use crate::domain::limits::COLLECTED_TEXT_MAX;
use crate::domain::mark::Mark;
use crate::domain::policy::Tier;
use crate::domain::remarks::Gathered;
use crate::domain::scale::Scale;
use crate::domain::scope::ScopeKind;
use crate::domain::submission::{Asked, AskedItem, Origin, Pace, Submission};
use crate::text::columns::{Content, MARK_SOURCE, SCOPE_KIND, TIER, YES_NO};

/// A file that was handed in: its name, or the part of it that is about one department.
#[derive(Clone, Debug)]
pub struct Handed {
    /// Its name.
    pub name: ArcStr,
    /// Its content.
    pub sheet: Sheet,
}

/// What one department handed in for one year.
#[derive(Clone, Debug)]
pub struct HandedIn {
    /// What it says of itself, and whether it can be trusted.
    pub claim: Claim,
    /// What was found; none where everything is as it was written.
    pub verdict: Option<Box<Verdict>>,
    /// The answers; none unless they can be trusted.
    pub submission: Option<Box<Submission>>,
    /// Their score, in tenths of a point.
    pub score_tenths: Option<u32>,
}

impl HandedIn {
    /// Returns answers that can be trusted, with what they say of themselves.
    #[must_use]
    pub fn sound(claim: Claim, submission: Submission) -> Self {
        Self {
            claim,
            verdict: None,
            score_tenths: submission.total().score_tenths(),
            submission: Some(Box::new(submission)),
        }
    }

    /// Lets go of the answers, where they are of another year and count nowhere.
    pub fn keep_only(&mut self, year: FiscalYear) {
        self.submission
            .take_if(|submission| submission.year != year);
    }
}

/// Returns whether a file is as its own digest says.
#[must_use]
pub fn is_intact(file: Handed) -> bool {
    let named = Named::new(file.name.to_string(), file.sheet);
    check_digest(&named, &mut Vec::new()) == Check::Good
}

/// Checks the two files of a department, or the one there is, and reads them.
#[must_use]
pub fn read(
    summary: Option<Handed>,
    answers: Option<Handed>,
    checklists: &[Checklist],
) -> HandedIn {
    let named = |file: Handed| Named::new(file.name.to_string(), file.sheet);
    let (summary, answers) = (summary.map(named), answers.map(named));
    let verdict = judge(summary.as_ref(), answers.as_ref(), checklists);
    let soundness = soundness(&verdict);
    // Where the two differ, the summary is what people look at.
    let told = match soundness {
        Soundness::Sound => answers.as_ref(),
        _ => summary.as_ref().or(answers.as_ref()),
    };
    let cover = told.map_or_else(Cover::default, |named| cover_of(named.sheet()));
    let mut claim = Claim {
        cover: Arc::new(cover),
        soundness,
        files: [&verdict.summary, &verdict.answers].map(|name| Some(name.as_deref()?.into())),
    };
    let submission = match (&summary, &answers) {
        (Some(summary), Some(answers)) if claim.soundness == Soundness::Sound => {
            let scale = checklists
                .iter()
                .find(|list| list.digest == answers.sheet().first("checklist_digest").trim())
                .map(|list| list.scale.clone());
            let scale = scale.unwrap_or_else(|| scale_of_file(answers.sheet(), &mut Vec::new()).1);
            submission(summary, answers, scale, &claim).map(Box::new)
        }
        _ => None,
    };
    if claim.soundness == Soundness::Sound && submission.is_none() {
        // A year or a weight that is none.
        claim.soundness = Soundness::Altered;
    }
    if claim.soundness != Soundness::Sound {
        claim.cover = Arc::new(doubted(&claim.cover, &verdict));
    }
    HandedIn {
        verdict: submission.is_none().then(|| Box::new(verdict)),
        claim,
        score_tenths: submission
            .as_ref()
            .and_then(|submission| submission.total().score_tenths()),
        submission,
    }
}

/// Returns the findings about a file that cannot be read, as a department's verdict.
#[must_use]
pub fn unreadable(name: &str, finding: FindingKind) -> HandedIn {
    let mut handed = read(None, None, &[]);
    if let Some(verdict) = &mut handed.verdict {
        verdict.unreadable = Some(name.to_owned());
        let (row, column) = match &finding {
            FindingKind::Unreadable(error) => error.place(),
            _ => (None, None),
        };
        verdict.findings = vec![Finding {
            row,
            column,
            ..Finding::about(None, finding)
        }];
    }
    handed.claim.soundness = Soundness::Unreadable;
    handed.claim.files = [Some(name.into()), None];
    handed
}

fn soundness(verdict: &Verdict) -> Soundness {
    // The receipt seals both files; where it fits, a file's own digest can only be wrong itself.
    let sealed = verdict.receipt_check == Check::Good;
    let faults = || {
        verdict.findings.iter().filter(|finding| {
            let outdone = sealed && matches!(finding.kind, FindingKind::DigestDiffers { .. });
            !finding.kind.is_note() && !outdone
        })
    };
    if verdict.unreadable.is_some() || (verdict.summary.is_none() && verdict.answers.is_none()) {
        return Soundness::Unreadable;
    }
    let seals = faults().all(|finding| {
        matches!(
            finding.kind,
            FindingKind::ReceiptDiffers { .. } | FindingKind::DigestDiffers { .. }
        )
    });
    if verdict.has_lost_characters() && seals && faults().next().is_some() {
        Soundness::Lost
    } else if faults().next().is_some() {
        Soundness::Altered
    } else if verdict.summary.is_none() || verdict.answers.is_none() {
        Soundness::Alone
    } else {
        Soundness::Sound
    }
}

fn submission(
    summary: &Named<'_>,
    answers: &Named<'_>,
    scale: Scale,
    claim: &Claim,
) -> Option<Submission> {
    let (summary, sheet) = ((summary.name(), summary.sheet()), answers.sheet());
    let mut rows: Vec<(AskedItem, &SheetRow)> = sheet
        .rows
        .iter()
        .map(|row| Some((asked_item(sheet, row)?, row)))
        .collect::<Option<_>>()?;
    rows.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    let first_row = rows.iter().map(|(_, row)| row.number).min()?;
    let below = rows.iter().map(|(_, row)| row.number - first_row).collect();
    let mut texts = Texts::default();
    let given: Box<[Answer]> = rows
        .iter()
        .enumerate()
        .map(|(position, (_, row))| answer(sheet, row, position, &scale, claim, &mut texts))
        .collect();
    let (items, _): (Vec<AskedItem>, Vec<&SheetRow>) = rows.into_iter().unzip();
    Some(Submission {
        year: claim.cover.year?,
        department_code: claim.cover.department_code.clone(),
        cover: Arc::clone(&claim.cover),
        asked: Arc::new(Asked::new(items, scopes(summary.1), scale)),
        answers: given,
        remarks: texts.remarks.finish(),
        pace: texts.pace,
        origin: Origin {
            answers: answers.name().into(),
            summary: summary.0.into(),
            first_row,
            rows: below,
        },
    })
}

fn asked_item(sheet: &Sheet, row: &SheetRow) -> Option<AskedItem> {
    let cell = |id| sheet.cell(row, id).trim();
    let tiers = csv_canonical::cell(Content::List(TIER), cell("tiers"));
    let path: Vec<String> = csv_canonical::list(cell("clause_path"))
        .map(str::to_owned)
        .collect();
    Some(AskedItem {
        id: cell("item_id").to_owned(),
        hash: cell("item_hash").to_owned(),
        weight: small_number(cell("weight"))?,
        critical: csv_canonical::code(YES_NO, cell("critical")) == Some("yes"),
        clause: cell("clause").to_owned(),
        path,
        tiers: csv_canonical::list(&tiers)
            .filter_map(Tier::from_code)
            .collect(),
        citation: cell("citation").to_owned(),
        question: cell("question").to_owned(),
    })
}

fn scopes(summary: &Sheet) -> Vec<(ScopeKind, String, String)> {
    let kind = |written: &str| {
        let code = csv_canonical::code(SCOPE_KIND, written)?;
        ScopeKind::from_code(code)
    };
    summary
        .rows
        .iter()
        .filter_map(|row| {
            let cell = |id| summary.cell(row, id).trim();
            let label = cell("scope_label").to_owned();
            Some((
                kind(cell("scope_kind"))?,
                cell("scope_id").to_owned(),
                label,
            ))
        })
        .collect()
}

/// The cells of an answer that say what it is worth, and how it was given.
pub(super) struct Given<'a> {
    pub(super) mark: Option<Mark>,
    pub(super) source: AnswerSource,
    pub(super) when: Option<NaiveDateTime>,
    pub(super) remark: &'a str,
    pub(super) evidence: bool,
}

/// What is gathered while answers are read.
#[derive(Default, Debug)]
pub(super) struct Texts {
    pub(super) remarks: Gathered,
    pub(super) pace: Option<Pace>,
}

impl Texts {
    /// Forgets all, and keeps the space.
    pub(super) fn clear(&mut self) {
        self.remarks.clear();
        self.pace = None;
    }

    /// Takes the answer to the item at a position.
    pub(super) fn take(
        &mut self,
        position: usize,
        given: &Given<'_>,
        confirmed_at: Option<NaiveDateTime>,
    ) -> Answer {
        let own = given.mark.is_some() && given.source == AnswerSource::Answered;
        if let Some(when) = given.when.filter(|_| own) {
            let pace = self.pace.get_or_insert(Pace {
                first: when,
                last: when,
                answers: 0,
            });
            pace.first = pace.first.min(when);
            pace.last = pace.last.max(when);
            pace.answers += 1;
        }
        let remark = given.remark.trim();
        if given.mark.is_some_and(Mark::needs_remark) && !remark.is_empty() {
            let long = remark.len() > COLLECTED_TEXT_MAX;
            let end = long.then(|| remark.char_indices().nth(COLLECTED_TEXT_MAX));
            let end = end.flatten();
            let kept = end.and_then(|(end, _)| remark.get(..end)).unwrap_or(remark);
            self.remarks.push(position, kept);
        }
        let late = given.when.zip(confirmed_at);
        Answer::new(
            given.mark,
            Beside {
                source: given.source,
                evidence: given.evidence,
                remark: !remark.is_empty(),
                late: late.is_some_and(|(when, confirmed)| when > confirmed),
            },
        )
    }
}

fn answer(
    sheet: &Sheet,
    row: &SheetRow,
    position: usize,
    scale: &Scale,
    claim: &Claim,
    texts: &mut Texts,
) -> Answer {
    let source = match csv_canonical::code(MARK_SOURCE, sheet.cell(row, "mark_source")) {
        Some("carried") => AnswerSource::Carried,
        Some("profile") => AnswerSource::Profile,
        _ => AnswerSource::Answered,
    };
    let given = Given {
        mark: mark(sheet.cell(row, "mark"), scale),
        source,
        when: moment(sheet.cell(row, "answered_at")),
        remark: sheet.cell(row, "remark"),
        evidence: !sheet.cell(row, "evidence").trim().is_empty(),
    };
    texts.take(position, &given, claim.cover.confirmed_at)
}

#[cfg(test)]
#[path = "csv_submission_tests.rs"]
mod tests;
