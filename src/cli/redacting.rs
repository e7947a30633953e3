//! Takes what was typed by mistake out of a workbook: tells what goes, asks, and does it.

use super::args::RedactArgs;
use super::asking::agreed;
use super::commands::place;
use super::output::Output;
use super::setting::Setting;
use super::{FINDINGS, OK};
use crate::domain::action::Refusal;
use crate::domain::item_id::ItemId;
use crate::error::Result;
use crate::store::redact::{self as store, Wanted};
use crate::text::redact as words;

/// Takes a field of an item out of every record.
pub(super) fn redact(
    setting: &Setting,
    workbook: &str,
    asked: &RedactArgs,
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let (folder, key) = place(setting, workbook)?;
    if asked.why.trim().is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let wanted = Wanted {
        item: ItemId(asked.item.trim().to_owned()),
        field: asked.field.into(),
        why: asked.why.clone(),
        placeholder: words::PLACEHOLDER,
    };
    let (author, now) = (&setting.author, setting.now);
    let redaction = store::plan(&folder, &key, &wanted, author, now)?;
    output.lines(words::report(lang, &wanted, &redaction));
    if !agreed(setting, asked.yes, output) {
        return Ok(FINDINGS);
    }
    store::carry_out(&folder, &redaction, author, now)?;
    output.lines(words::done(lang, &wanted));
    Ok(OK)
}
