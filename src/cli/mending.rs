//! Repairs a damaged journal: tells what can be saved and what is lost, asks, and makes a new one.

use super::asking::agreed;
use super::commands::place;
use super::output::Output;
use super::setting::Setting;
use super::{FINDINGS, OK};
use crate::error::Result;
use crate::store::{checklists, repair as store};
use crate::text::{damage, repair as words};

/// Repairs a workbook's journal.
pub(super) fn repair(
    setting: &Setting,
    workbook: &str,
    yes: bool,
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let (folder, key) = place(setting, workbook)?;
    let examined = store::examine(&folder, &key)?;
    let salvage = &examined.salvage;
    if let Some(words) = damage::tail(lang, salvage.tail) {
        output.line(&words);
    }
    if salvage.is_whole() {
        let count = salvage.workbook.records().len();
        output.line(&words::whole(lang, &examined.path, count));
        return Ok(OK);
    }
    let created = salvage.workbook.created();
    // It only names marks and questions here, so the one in force does as well.
    let checklist =
        checklists::frozen(&folder, &key, &created.checklist_digest).or_else(|missing| {
            let set = checklists::load(&folder)?;
            set.city(&created.city).cloned().map_err(|_| missing)
        })?;
    output.lines(words::report(lang, &examined.path, salvage, &checklist));
    if !agreed(setting, yes, output) {
        return Ok(FINDINGS);
    }
    let kept = store::repair(folder.disk(), &examined, &setting.author, setting.now)?;
    output.lines(words::done(lang, &kept, !salvage.lost.is_empty()));
    Ok(OK)
}
