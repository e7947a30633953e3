//! Answers that became better without a sign of it, and answers that changed after they were
//! handed in.

use std::collections::HashMap;
use std::sync::Arc;

use super::{About, Finding, Group, What};
use crate::domain::ledger::code_key;
use crate::domain::submission::{Asked, Submission};

/// Where each item of this year stands in what was asked the year before. Departments share what
/// was asked, so that items are looked up by name once for all of them.
#[derive(Default)]
struct Places(HashMap<[*const Asked; 2], Vec<Option<usize>>>);

impl Places {
    fn between(&mut self, now: &Arc<Asked>, before: &Arc<Asked>) -> &[Option<usize>] {
        let key = [Arc::as_ptr(now), Arc::as_ptr(before)];
        self.0.entry(key).or_insert_with(|| {
            let items = now.items.iter();
            items.map(|item| before.position(&item.id)).collect()
        })
    }
}

/// Finds answers worth more than in every submission of the year before that had one, without
/// evidence.
pub(super) fn improved(group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut places = Places::default();
    for (at, submission) in group.iter() {
        let scale = &submission.asked.scale;
        let mut best: Vec<Option<(u8, _)>> = vec![None; submission.answers.len()];
        for before in group.sources(at) {
            let places = places.between(&submission.asked, &before.asked);
            for (best, place) in best.iter_mut().zip(places) {
                let answer = place.and_then(|place| before.answers.get(place));
                let Some(mark) = answer.and_then(|answer| answer.mark()) else {
                    continue;
                };
                let Some(worth) = before.asked.scale.value(mark) else {
                    continue;
                };
                if best.is_none_or(|(known, _)| worth > known) {
                    *best = Some((worth, mark));
                }
            }
        }
        for (position, (answer, best)) in submission.answers.iter().zip(best).enumerate() {
            let now = answer.mark().filter(|_| !answer.has_evidence());
            let worth = now.and_then(|now| Some((now, scale.value(now)?)));
            if let (Some((now, worth)), Some((known, before))) = (worth, best)
                && worth > known
            {
                findings.push(Finding {
                    submission: at,
                    about: About::Answer(position),
                    what: What::ImprovedWithoutEvidence { before, now },
                });
            }
        }
    }
}

/// Finds answers given after the workbook was confirmed.
pub(super) fn late(group: &Group<'_>, findings: &mut Vec<Finding>) {
    for (at, submission) in group.iter() {
        let answers = submission.answers.iter().enumerate();
        let late = answers.filter(|(_, answer)| answer.is_late());
        findings.extend(late.map(|(position, answer)| Finding {
            submission: at,
            about: About::Answer(position),
            what: What::ChangedAfterConfirmation { now: answer.mark() },
        }));
    }
}

/// The submissions that a later one took the place of, by municipality and department; the latest
/// first.
pub(super) struct Earlier<'a>(HashMap<[String; 2], Vec<&'a Submission>>);

impl<'a> Earlier<'a> {
    /// Puts them in order.
    pub(super) fn of(superseded: &'a [Submission]) -> Self {
        let mut earlier: HashMap<_, Vec<&Submission>> = HashMap::new();
        for submission in superseded {
            earlier
                .entry(whose(submission))
                .or_default()
                .push(submission);
        }
        for list in earlier.values_mut() {
            list.sort_by(|one, other| {
                let order = |one: &Submission| (one.cover.confirmed_at, one.cover.receipt.clone());
                order(other).cmp(&order(one))
            });
        }
        Self(earlier)
    }
}

fn whose(submission: &Submission) -> [String; 2] {
    [
        &submission.cover.municipality_code,
        &submission.department_code,
    ]
    .map(|code| code_key(code))
}

/// Finds marks that differ from an earlier submission of the same department; from the latest of
/// those that differ.
pub(super) fn between(group: &Group<'_>, earlier: &Earlier<'_>, findings: &mut Vec<Finding>) {
    if earlier.0.is_empty() {
        return;
    }
    for (at, submission) in group.iter() {
        let Some(earlier) = earlier.0.get(&whose(submission)) else {
            continue;
        };
        let items = submission.asked.items.iter().zip(&submission.answers);
        for (position, (item, answer)) in items.enumerate() {
            let mut marks = earlier.iter().filter_map(|one| {
                let place = one.asked.position(&item.id)?;
                Some(one.answers.get(place)?.mark())
            });
            let differing = marks.find(|before| *before != answer.mark());
            findings.extend(differing.map(|before| Finding {
                submission: at,
                about: About::Answer(position),
                what: What::ChangedBetween {
                    before,
                    now: answer.mark(),
                },
            }));
        }
    }
}
