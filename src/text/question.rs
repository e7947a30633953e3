//! What stands beside a question, in words: last year's answer, and what the question is after.

use super::Lang;
use super::mark::mark_words;
use super::strings::Strings;
use crate::domain::checklist::{Checklist, Item};
use crate::domain::mark::{Mark, MarkSource};
use crate::domain::previous::PreviousYear;
use crate::domain::record::Evidence;
use crate::domain::workbook::Workbook;

/// Returns a document's name, with its date where it has one.
#[must_use]
pub fn evidence_name(strings: &Strings, evidence: &Evidence) -> String {
    if evidence.date.is_empty() {
        evidence.name.clone()
    } else {
        (strings.evidence.dated)(&evidence.name, &evidence.date)
    }
}

/// Last year's answer, in parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LastYear {
    /// The mark, sign and word, or that there was none.
    pub mark: String,
    /// What was written, in quotation marks; empty when nothing was.
    pub text: String,
    /// Whether the question is the same.
    pub same: &'static str,
    /// That this year's answer was taken over from it; empty otherwise.
    pub carried: &'static str,
}

/// Returns last year's answer to an item, if there was one.
#[must_use]
pub fn last_year(
    lang: Lang,
    checklist: &Checklist,
    workbook: &Workbook,
    previous: &PreviousYear,
    item: &Item,
) -> Option<LastYear> {
    let words = &lang.strings().walk;
    let answer = previous.answer(item)?;
    let mark = answer.mark.map_or_else(
        || words.previous_blank.to_owned(),
        |mark| {
            let (symbol, word) = mark_words(&checklist.scale, lang, mark);
            format!("{symbol} {word}")
        },
    );
    let text = if answer.mark == Some(Mark::NotApplicable) {
        &answer.reason
    } else {
        &answer.remark
    };
    let marked = workbook.answer(item.id.as_str()).marked;
    let is_carried =
        marked.is_some_and(|marked| matches!(marked.source, MarkSource::Carried { .. }));
    Some(LastYear {
        mark,
        text: if text.trim().is_empty() {
            String::new()
        } else {
            (words.quoted)(text)
        },
        same: if previous.wording_changed(item) {
            words.wording_changed
        } else {
            words.wording_same
        },
        carried: if is_carried { words.carried } else { "" },
    })
}

/// Returns what stands behind the question of a position, label and text: what its clause is after,
/// the threats, the tiers, who answers.
#[must_use]
pub fn clause_facts(
    strings: &Strings,
    checklist: &Checklist,
    position: usize,
) -> Vec<(&'static str, String)> {
    let words = &strings.walk;
    let Some(item) = checklist.items.get(position) else {
        return Vec::new();
    };
    let policy = &checklist.policy;
    let threats: Vec<String> = policy
        .threats
        .iter()
        .filter(|threat| item.threats.contains(&threat.id))
        .map(|threat| format!("({}) {}", threat.id, threat.heading))
        .collect();
    let tiers: Vec<&str> = item
        .tiers
        .iter()
        .map(|tier| policy.tier_name(*tier))
        .collect();
    let gist = checklist
        .clause_of(position)
        .map_or_else(String::new, |clause| clause.gist.clone());
    vec![
        (words.clause, gist),
        (words.threats, threats.join("　")),
        (words.tiers, tiers.join("　")),
        (words.respondent, item.respondent.clone()),
    ]
}
