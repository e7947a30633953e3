//! Merging a copy of a workbook: tells what there is to do, and does it when all is decided.

use super::commands::place;
use super::output::Output;
use super::setting::Setting;
use super::{FINDINGS, OK};
use crate::domain::merge::{Conflict, Field, Outlook, Side, Unit};
use crate::error::{Error, Result};
use crate::store::folder::{Folder, WorkbookKey};
use crate::store::merging::{self, Decision, Sight};
use crate::text::merge as words;

/// Merges a copy into a workbook.
pub(super) fn merge(
    setting: &Setting,
    workbook: &str,
    copy: &str,
    take: &[String],
    dry_run: bool,
    output: &mut Output<'_>,
) -> Result<u8> {
    let (folder, key) = place(setting, workbook)?;
    let done = looked_and_merged(setting, (&folder, &key), copy, take, dry_run, output);
    if let Err(Error::Damaged { .. }) = &done {
        output.note(setting.lang.strings().merge.repair_first);
    }
    done
}

fn looked_and_merged(
    setting: &Setting,
    (folder, key): (&Folder, &WorkbookKey),
    copy: &str,
    take: &[String],
    dry_run: bool,
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let strings = &lang.strings().merge;
    let copy = merging::find_copy(folder, key, copy)?;
    let sight = merging::look(folder, key, &copy)?;
    let mine = folder.journal(key).display().to_string();
    output.lines((strings.both)(&mine, &copy.display().to_string()));
    output.lines(words::outlook(lang, &sight));
    let conflicts = conflicts(&sight);
    let decisions = decisions(conflicts, take)?;
    for conflict in conflicts {
        let decided = decisions.iter().find(|(unit, _)| *unit == conflict.unit);
        let decided = decided.map(|(_, side)| *side);
        output.lines(words::conflict(lang, &sight.checklist, conflict, decided));
    }
    let open = conflicts
        .iter()
        .find(|conflict| decisions.iter().all(|(unit, _)| *unit != conflict.unit));
    if let Some(open) = open {
        let count = conflicts.len() - decisions.len();
        output.lines((strings.left)(count, unit_name(&open.unit)));
        return Ok(FINDINGS);
    }
    if sight.outlook == Outlook::Nothing {
        return Ok(OK);
    }
    if dry_run {
        output.line(strings.dry_run);
        return Ok(OK);
    }
    let added = merging::carry_out(folder, &sight, &decisions, &setting.author, setting.now)?;
    output.line(&(strings.done)(added));
    Ok(OK)
}

fn conflicts(sight: &Sight) -> &[Conflict] {
    match &sight.outlook {
        Outlook::Apart(plan) => &plan.conflicts,
        Outlook::Nothing | Outlook::Behind { .. } => &[],
    }
}

/// Reads the decisions: `mine` or `theirs` for all, `ITEM=mine` for an item or profile key,
/// `ITEM:remark=mine` for one field. The closer one wins, and of two alike the later.
fn decisions(conflicts: &[Conflict], take: &[String]) -> Result<Vec<Decision>> {
    let mut closest: Vec<Option<(u8, Side)>> = vec![None; conflicts.len()];
    for text in take {
        let bad = || Error::BadDecision(text.clone());
        let (name, side) = match text.rsplit_once('=') {
            Some((name, side)) => (name.trim(), side),
            None => ("", text.as_str()),
        };
        let side = match side.trim() {
            "mine" => Side::Mine,
            "theirs" => Side::Theirs,
            _ => return Err(bad()),
        };
        if name.is_empty() && text.contains('=') {
            return Err(bad());
        }
        let mut meant = name.is_empty();
        for (conflict, decided) in conflicts.iter().zip(&mut closest) {
            let Some(near) = nearness(&conflict.unit, name) else {
                continue;
            };
            meant = true;
            if decided.is_none_or(|(known, _)| known <= near) {
                *decided = Some((near, side));
            }
        }
        if !meant {
            return Err(bad());
        }
    }
    let decided = conflicts.iter().zip(closest);
    Ok(decided
        .filter_map(|(conflict, decided)| Some((conflict.unit.clone(), decided?.1)))
        .collect())
}

/// Returns how closely a name means a unit: everything, its item or key, or the unit itself.
fn nearness(unit: &Unit, name: &str) -> Option<u8> {
    if name.is_empty() {
        return Some(0);
    }
    if name == unit_name(unit) {
        return Some(1);
    }
    let (item, field) = name.split_once(':')?;
    match unit {
        Unit::Item(known, of) if known.as_str() == item && field_name(*of) == field => Some(2),
        _ => None,
    }
}

const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Mark => "mark",
        Field::Remark => "remark",
        Field::Evidence => "evidence",
        Field::Flag => "flag",
        Field::Included => "included",
    }
}

fn unit_name(unit: &Unit) -> &str {
    match unit {
        Unit::Profile(key) => key.as_str(),
        Unit::Item(item, _) => item.as_str(),
    }
}
