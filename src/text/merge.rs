//! Merging a copy of a workbook, in words: what there is to do, what conflicts, what became of it.

mod en;
mod ja;

use super::Lang;
use super::mark::mark_words;
use crate::domain::checklist::Checklist;
use crate::domain::mark::{MarkSource, Marked};
use crate::domain::merge::{Conflict, Field, MergeRefusal, Outlook, Plan, Side, Unit, Value};
use crate::domain::workbook::Stamp;
use crate::store::merging::Sight;

pub(super) use en::WORDS as EN;
pub(super) use ja::WORDS as JA;

type Str = &'static str;

/// Ids of items that are listed before the rest is only counted.
const LISTED_MAX: usize = 20;

/// The words of merging.
#[derive(Debug)]
pub struct MergeWords {
    /// What is asked for first.
    pub intro: &'static [Str],
    /// Where the copy is.
    pub path: Str,
    /// A file or a folder.
    pub path_hint: Str,
    /// Look.
    pub look: Str,
    /// Nothing is written yet.
    pub look_hint: Str,
    /// Back.
    pub back: Str,
    /// Leads back.
    pub back_hint: Str,
    /// A path is needed.
    pub path_needed: Str,
    /// What is merged.
    pub plan: Str,
    /// The workbook.
    pub mine: Str,
    /// The copy.
    pub theirs: Str,
    /// Names a workbook and a copy.
    pub both: fn(&str, &str) -> [String; 2],
    /// Everything is there already.
    pub nothing: Str,
    /// So many records are appended as they are.
    pub behind: fn(usize) -> String,
    /// Items and profile keys taken over.
    pub taken: fn(usize, usize) -> String,
    /// Nothing is taken over.
    pub taken_nothing: Str,
    /// Their ids, and how many more.
    pub listed: fn(&str, usize) -> String,
    /// Lists of evidence put together.
    pub united: fn(usize) -> String,
    /// Exports noted.
    pub exports: fn(usize) -> String,
    /// The copy's confirmation has no effect.
    pub confirmation: Str,
    /// Returned or reopened there.
    pub steps: Str,
    /// So many conflicts.
    pub conflicts: fn(usize) -> String,
    /// The workbook ends with a torn record.
    pub torn_mine: fn(usize) -> String,
    /// The copy ends with a torn record.
    pub torn_theirs: fn(usize) -> String,
    /// Which conflict of how many.
    pub position: fn(usize, usize) -> String,
    /// The copy answered an earlier wording.
    pub reworded: Str,
    /// Nothing stands there.
    pub empty: Str,
    /// Nobody ever wrote there.
    pub untouched: Str,
    /// Taken over from an earlier year.
    pub carried: Str,
    /// A reason.
    pub reason: fn(&str) -> String,
    /// Who approved.
    pub approver: fn(&str) -> String,
    /// Yes, no, open.
    pub answers: [Str; 3],
    /// Flagged or not.
    pub flag: [Str; 2],
    /// Taken in or not.
    pub included: [Str; 2],
    /// The fields of an item, in the order of [`Field::ALL`].
    pub fields: [Str; 5],
    /// A question about the department.
    pub profile: fn(&str) -> String,
    /// Take the workbook's own value.
    pub take_mine: Str,
    /// Take the copy's value.
    pub take_theirs: Str,
    /// What is not taken is kept.
    pub kept: Str,
    /// Go on to the conflicts.
    pub decide: Str,
    /// Merge.
    pub merge: Str,
    /// Merge?
    pub really: Str,
    /// How many records are added, and the decisions for one side and the other.
    pub summary: fn(usize, usize, usize) -> Vec<String>,
    /// Not yet.
    pub not_yet: Str,
    /// Merged: so many records.
    pub done: fn(usize) -> String,
    /// Look at the result, and the copy may go.
    pub done_hint: &'static [Str],
    /// To the list.
    pub to_list: Str,
    /// Nothing to merge into.
    pub no_workbook: Str,
    /// Undecided.
    pub undecided: Str,
    /// So many are undecided; nothing was written.
    pub left: fn(usize, &str) -> [String; 2],
    /// A trial.
    pub dry_run: Str,
    /// What to do about a damaged file.
    pub repair_first: Str,
    /// A file is no longer what was looked at.
    pub changed: Str,
    /// Values of a record of merging that were not taken.
    pub set_aside: fn(usize) -> String,
    /// The two records a merge brought together.
    pub parents: fn(&str, &str) -> [String; 4],
    refusal: fn(MergeRefusal) -> (Str, Str),
    no_copy: fn(&str) -> (String, Str),
    bad_decision: fn(&str) -> (String, Str),
    open_conflicts: fn(usize) -> (String, Str),
}

/// Returns why two journals cannot be merged, and what to do.
#[must_use]
pub fn refusal(lang: Lang, refusal: MergeRefusal) -> (String, String) {
    let (what, todo) = (lang.strings().merge.refusal)(refusal);
    (what.to_owned(), todo.to_owned())
}

/// Returns that there is no copy in a place, and what to do.
#[must_use]
pub fn no_copy(lang: Lang, path: &str) -> (String, String) {
    let (what, todo) = (lang.strings().merge.no_copy)(path);
    (what, todo.to_owned())
}

/// Returns that a decision cannot be understood, and what to do.
#[must_use]
pub fn bad_decision(lang: Lang, text: &str) -> (String, String) {
    let (what, todo) = (lang.strings().merge.bad_decision)(text);
    (what, todo.to_owned())
}

/// Returns that so many conflicts are not decided, and what to do.
#[must_use]
pub fn undecided(lang: Lang, count: usize) -> (String, String) {
    let (what, todo) = (lang.strings().merge.open_conflicts)(count);
    (what, todo.to_owned())
}

/// Returns what there is to do, a line each. `dry_run` and decisions are told apart.
#[must_use]
pub fn outlook(lang: Lang, sight: &Sight) -> Vec<String> {
    let words = &lang.strings().merge;
    let mut lines = Vec::new();
    if sight.torn[0] > 0 {
        lines.push((words.torn_mine)(sight.torn[0]));
    }
    if sight.torn[1] > 0 {
        lines.push((words.torn_theirs)(sight.torn[1]));
    }
    match &sight.outlook {
        Outlook::Nothing => lines.push(words.nothing.to_owned()),
        Outlook::Behind { .. } => lines.push((words.behind)(sight.new_records)),
        Outlook::Apart(plan) => lines.extend(plan_lines(words, plan)),
    }
    lines
}

fn plan_lines(words: &MergeWords, plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    match plan.taken_over() {
        (0, 0) => lines.push(words.taken_nothing.to_owned()),
        (items, keys) => lines.push((words.taken)(items, keys)),
    }
    let units = plan.taken.iter().chain(&plan.united);
    let mut ids: Vec<&str> = units
        .filter_map(|unit| Some(unit.item()?.as_str()))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    if !ids.is_empty() {
        let more = ids.len().saturating_sub(LISTED_MAX);
        ids.truncate(LISTED_MAX);
        lines.push((words.listed)(&ids.join(" "), more));
    }
    let some = [
        (plan.united.len(), words.united),
        (plan.exports, words.exports),
    ];
    lines.extend(
        some.into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, line)| line(count)),
    );
    if plan.has_confirmation() {
        lines.push(words.confirmation.to_owned());
    } else if !plan.steps.is_empty() {
        lines.push(words.steps.to_owned());
    }
    if !plan.conflicts.is_empty() {
        lines.push((words.conflicts)(plan.conflicts.len()));
    }
    lines
}

/// Names a unit: the item and which of its fields, or the question about the department.
#[must_use]
pub fn unit(lang: Lang, checklist: &Checklist, unit: &Unit) -> String {
    let words = &lang.strings().merge;
    match unit {
        Unit::Profile(key) => {
            let question = checklist.question(key);
            let question = question.map_or(key.as_str(), |question| question.question.as_str());
            (words.profile)(question)
        }
        Unit::Item(item, field) => {
            let at = Field::ALL.iter().position(|known| known == field);
            let field = at.and_then(|at| words.fields.get(at)).unwrap_or(&"");
            format!("{item} {field}")
        }
    }
}

/// Returns a value as lines; never none.
#[must_use]
pub fn value(lang: Lang, checklist: &Checklist, value: &Value) -> Vec<String> {
    let words = &lang.strings().merge;
    let text = |text: &str| {
        if text.is_empty() {
            vec![words.empty.to_owned()]
        } else {
            text.lines().map(ToOwned::to_owned).collect()
        }
    };
    let either = |[yes, no]: [Str; 2], is: bool| vec![if is { yes } else { no }.to_owned()];
    match value {
        Value::Profile(answer) => {
            let [yes, no, open] = words.answers;
            let word = answer.map_or(open, |answer| if answer { yes } else { no });
            vec![word.to_owned()]
        }
        Value::Mark {
            marked: mark,
            reason,
            approver,
        } => {
            let mut lines = vec![mark.map_or_else(
                || words.answers[2].to_owned(),
                |mark| marked(lang, checklist, mark),
            )];
            for (part, line) in [(reason, words.reason), (approver, words.approver)] {
                if !part.is_empty() {
                    lines.push(line(part));
                }
            }
            lines
        }
        Value::Remark(remark) => text(remark),
        Value::Evidence(list) if list.is_empty() => text(""),
        Value::Evidence(list) => list
            .iter()
            .map(|evidence| {
                format!("{} {}", evidence.name, evidence.date)
                    .trim()
                    .to_owned()
            })
            .collect(),
        Value::Flag(is) => either(words.flag, *is),
        Value::Included(is) => either(words.included, *is),
    }
}

fn marked(lang: Lang, checklist: &Checklist, marked: Marked) -> String {
    let (symbol, word) = mark_words(&checklist.scale, lang, marked.mark);
    let carried = match marked.source {
        MarkSource::Typed => "",
        MarkSource::Carried { .. } => lang.strings().merge.carried,
    };
    format!("{symbol} {word}{carried}")
}

/// Returns who wrote a value, and when.
#[must_use]
pub fn stamp(lang: Lang, stamp: Option<&Stamp>) -> String {
    stamp.map_or_else(
        || lang.strings().merge.untouched.to_owned(),
        |stamp| {
            let at = stamp.at.format("%Y-%m-%d %H:%M");
            format!("{} {at}", stamp.by.name).trim().to_owned()
        },
    )
}

/// Returns a conflict as lines, with what is decided.
#[must_use]
pub fn conflict(
    lang: Lang,
    checklist: &Checklist,
    conflict: &Conflict,
    decided: Option<Side>,
) -> Vec<String> {
    let words = &lang.strings().merge;
    let choice = match decided {
        None => words.undecided,
        Some(Side::Mine) => words.take_mine,
        Some(Side::Theirs) => words.take_theirs,
    };
    let mut lines = vec![format!(
        "{} [{choice}]",
        unit(lang, checklist, &conflict.unit)
    )];
    if conflict.reworded {
        lines.push(format!("  {}", words.reworded));
    }
    for (side, version) in [
        (words.mine, &conflict.mine),
        (words.theirs, &conflict.theirs),
    ] {
        let who = stamp(lang, version.stamp.as_ref());
        let value = value(lang, checklist, &version.value).join(" / ");
        lines.push(format!("  {side}: {value} ({who})"));
    }
    lines
}
