//! What a person can do to a workbook, turned into changes; refused when the rules forbid it.

use super::checklist::{Checklist, Item};
use super::completeness::missing;
use super::expression::ProfileKey;
use super::limits::{EVIDENCE_COUNT_MAX, Limit};
use super::mark::{Mark, MarkSource, Marked};
use super::previous::PreviousYear;
use super::record::{Author, Change, Evidence, TextField};
use super::standing::set_aside;
use super::workbook::Workbook;

/// Why an action is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The workbook is confirmed.
    Confirmed,
    /// The workbook is not confirmed.
    NotConfirmed,
    /// － cannot be chosen for this item: every respondent must answer it.
    NotApplicableClosed,
    /// － needs a reason.
    ReasonMissing,
    /// The item is not set aside, so there is nothing to take back in.
    NotSetAside,
    /// There is no answer from last year.
    NoPreviousAnswer,
    /// Something is still missing before confirming.
    Incomplete,
    /// Confirming takes a name.
    NameMissing,
    /// A text is longer, or a list has more entries, than are kept.
    TooLong(Limit),
}

/// Changes, or why there are none.
pub type Outcome = Result<Vec<Change>, Refusal>;

/// Gives an item a mark or takes it away; － takes its reason along.
///
/// # Errors
///
/// A [`Refusal`] when the rules forbid it.
pub fn mark(workbook: &Workbook, item: &Item, mark: Option<Mark>, reason: Option<&str>) -> Outcome {
    open(workbook)?;
    let answer = workbook.answer(item.id.as_str());
    let mut changes = Vec::new();
    if let Some(reason) = reason {
        check(
            Limit::Text,
            reason,
            workbook.answer(item.id.as_str()).text(TextField::Reason),
        )?;
        // The reason may be emptied here even beside －, as long as the mark leaves with it.
        changes.extend(text_change(workbook, item, TextField::Reason, reason));
    }
    if mark == Some(Mark::NotApplicable) {
        if item.not_applicable.is_none() {
            return Err(Refusal::NotApplicableClosed);
        }
        if reason.unwrap_or(&answer.reason).trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
    }
    let after = mark.map(Marked::typed);
    if answer.marked != after {
        changes.push(Change::Mark {
            item: item.id.clone(),
            before: answer.marked,
            after,
        });
    }
    Ok(changes)
}

/// Writes one of an item's texts.
///
/// # Errors
///
/// A [`Refusal`] when the workbook is confirmed, or the reason of － would be emptied.
pub fn text(workbook: &Workbook, item: &Item, field: TextField, after: &str) -> Outcome {
    open(workbook)?;
    if field == TextField::Reason
        && after.trim().is_empty()
        && workbook.answer(item.id.as_str()).mark() == Some(Mark::NotApplicable)
    {
        return Err(Refusal::ReasonMissing);
    }
    check(
        Limit::Text,
        after,
        workbook.answer(item.id.as_str()).text(field),
    )?;
    Ok(text_change(workbook, item, field, after)
        .into_iter()
        .collect())
}

fn text_change(workbook: &Workbook, item: &Item, field: TextField, after: &str) -> Option<Change> {
    let before = workbook.answer(item.id.as_str()).text(field);
    (before != after).then(|| Change::Text {
        item: item.id.clone(),
        field,
        before: before.to_owned(),
        after: after.to_owned(),
    })
}

/// Replaces an item's list of evidence.
///
/// # Errors
///
/// A [`Refusal`] when the workbook is confirmed.
pub fn evidence(workbook: &Workbook, item: &Item, after: Vec<Evidence>) -> Outcome {
    open(workbook)?;
    let before = &workbook.answer(item.id.as_str()).evidence;
    if *before == after {
        return Ok(Vec::new());
    }
    if after.len() > EVIDENCE_COUNT_MAX {
        return Err(Refusal::TooLong(Limit::EvidenceCount));
    }
    for evidence in after.iter().filter(|evidence| !before.contains(evidence)) {
        check(Limit::Evidence, &evidence.name, "")?;
        check(Limit::EvidenceDate, &evidence.date, "")?;
    }
    Ok(vec![Change::Evidence {
        item: item.id.clone(),
        before: before.clone(),
        after,
    }])
}

/// Sets or removes the flag for review.
///
/// # Errors
///
/// A [`Refusal`] when the workbook is confirmed.
pub fn toggle_flag(workbook: &Workbook, item: &Item) -> Outcome {
    open(workbook)?;
    let before = workbook.answer(item.id.as_str()).flagged;
    Ok(vec![Change::Flag {
        item: item.id.clone(),
        before,
        after: !before,
    }])
}

/// Takes an item back in that the profile sets aside, or leaves it out again.
///
/// # Errors
///
/// A [`Refusal`] when the workbook is confirmed or the item is not set aside.
pub fn toggle_included(checklist: &Checklist, workbook: &Workbook, item: &Item) -> Outcome {
    open(workbook)?;
    if set_aside(checklist, workbook, item).is_none() {
        return Err(Refusal::NotSetAside);
    }
    let before = workbook.answer(item.id.as_str()).included;
    Ok(vec![Change::Included {
        item: item.id.clone(),
        before,
        after: !before,
    }])
}

/// Answers a profile key.
///
/// # Errors
///
/// A [`Refusal`] when the workbook is confirmed.
pub fn profile(workbook: &Workbook, key: &ProfileKey, after: Option<bool>) -> Outcome {
    open(workbook)?;
    let before = workbook.profile(key);
    if before == after {
        return Ok(Vec::new());
    }
    Ok(vec![Change::Profile {
        key: key.clone(),
        before,
        after,
    }])
}

/// Takes over last year's mark of one item, with its reason where － needs one. An empty remark
/// is filled with last year's.
///
/// # Errors
///
/// A [`Refusal`] when there is no answer to take over or the rules forbid it.
pub fn carry_over(workbook: &Workbook, previous: &PreviousYear, item: &Item) -> Outcome {
    open(workbook)?;
    let earlier = previous.answer(item).ok_or(Refusal::NoPreviousAnswer)?;
    let mark = earlier.mark.ok_or(Refusal::NoPreviousAnswer)?;
    let answer = workbook.answer(item.id.as_str());
    let mut changes = Vec::new();
    if mark == Mark::NotApplicable {
        if item.not_applicable.is_none() {
            return Err(Refusal::NotApplicableClosed);
        }
        if answer.reason.trim().is_empty() {
            if earlier.reason.trim().is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            changes.extend(text(workbook, item, TextField::Reason, &earlier.reason)?);
        }
    }
    if answer.remark.trim().is_empty() && !earlier.remark.trim().is_empty() {
        changes.extend(text(workbook, item, TextField::Remark, &earlier.remark)?);
    }
    let after = Some(Marked {
        mark,
        source: MarkSource::Carried {
            year: previous.year,
            wording_changed: previous.wording_changed(item),
        },
    });
    if answer.marked != after {
        changes.push(Change::Mark {
            item: item.id.clone(),
            before: answer.marked,
            after,
        });
    }
    Ok(changes)
}

/// Confirms the workbook.
///
/// # Errors
///
/// A [`Refusal`] when something is missing, no name is given, or it is confirmed already.
pub fn confirm(checklist: &Checklist, workbook: &Workbook, by: &Author) -> Outcome {
    open(workbook)?;
    if by.name.trim().is_empty() {
        return Err(Refusal::NameMissing);
    }
    author(by)?;
    if !missing(checklist, workbook).is_empty() {
        return Err(Refusal::Incomplete);
    }
    Ok(vec![Change::Confirmed { by: by.clone() }])
}

/// Leads a confirmed workbook back to draft: returned by the division, or reopened here.
///
/// # Errors
///
/// A [`Refusal`] when it is not confirmed or no reason is given.
pub fn back_to_draft(workbook: &Workbook, reason: &str, returned: bool) -> Outcome {
    if !workbook.is_confirmed() {
        return Err(Refusal::NotConfirmed);
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    check(Limit::Text, reason, "")?;
    let reason = reason.to_owned();
    Ok(vec![if returned {
        Change::Returned { reason, slip: None }
    } else {
        Change::Reopened { reason }
    }])
}

/// Checks who is to be named in a record.
///
/// # Errors
///
/// [`Refusal::TooLong`].
pub fn author(by: &Author) -> Result<(), Refusal> {
    check(Limit::Person, &by.name, "")?;
    check(Limit::Person, &by.title, "")
}

/// Checks a length. What is stored already may stay.
fn check(limit: Limit, text: &str, stored: &str) -> Result<(), Refusal> {
    if limit.allows(text) || text == stored {
        Ok(())
    } else {
        Err(Refusal::TooLong(limit))
    }
}

const fn open(workbook: &Workbook) -> Result<(), Refusal> {
    if workbook.is_confirmed() {
        Err(Refusal::Confirmed)
    } else {
        Ok(())
    }
}

#[cfg(test)]
#[path = "action_tests.rs"]
mod tests;
