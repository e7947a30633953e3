//! One department's answer beside what the others answer to the same item: － where others do, and
//! what is still to be confirmed.
//!
//! A － somebody chose is compared with the departments that are asked as well; an item the profile
//! sets aside, with all that have the item, since it is the profile that is in question.

use super::counts::{Counts, PerItem, is_chosen};
use super::{About, COMPARED_MIN, Finding, Group, MOST_PERCENT, What};
use crate::domain::mark::Mark;
use crate::domain::score::Rate;

/// Finds － where most others answer, and what is left open.
pub(super) fn others(group: &Group<'_>, counts: &PerItem, findings: &mut Vec<Finding>) {
    for (at, submission) in group.iter() {
        let answers = submission.answers.iter().zip(counts.of_items(submission));
        for (position, (answer, all)) in answers.enumerate() {
            let others = || all.without(Counts::of(*answer));
            let what = match answer.mark() {
                Some(Mark::NotApplicable) => not_applicable(is_chosen(*answer), others()),
                Some(Mark::ToBeConfirmed) => Some(What::LeftOpen {
                    again: was_open(group, at, position),
                    others: Rate {
                        numerator: others().open,
                        denominator: others().answered,
                    },
                }),
                _ => None,
            };
            findings.extend(what.map(|what| Finding {
                submission: at,
                about: About::Answer(position),
                what,
            }));
        }
    }
}

fn not_applicable(chosen: bool, others: Counts) -> Option<What> {
    let applicable = Rate {
        numerator: others.applicable,
        denominator: if chosen {
            others.chosen
        } else {
            others.answered
        },
    };
    let enough = applicable.denominator >= COMPARED_MIN as u64;
    let most = applicable.numerator * 100 >= applicable.denominator * MOST_PERCENT;
    (enough && most).then_some(if chosen {
        What::OthersAnswer { applicable }
    } else {
        What::OthersAreAsked { applicable }
    })
}

fn was_open(group: &Group<'_>, at: usize, position: usize) -> bool {
    let submission = group.material.submissions.get(at);
    let item = submission.and_then(|one| one.asked.items.get(position));
    item.is_some_and(|item| {
        group
            .sources(at)
            .any(|before| before.mark(&item.id) == Some(Mark::ToBeConfirmed))
    })
}
