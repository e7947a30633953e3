//! Takes what was typed by mistake out of a workbook: tells what goes, asks, and does it.

use super::asking::agreed;
use super::commands::place;
use super::output::Output;
use super::setting::Setting;
use super::{FINDINGS, OK};
use crate::domain::action::Refusal;
use crate::domain::item_id::ItemId;
use crate::domain::record::TypedField;
use crate::error::Result;
use crate::store::redact::{self as store, Wanted};
use crate::text::redact as words;

/// What was asked for.
pub(super) struct Asked<'a> {
    pub item: &'a str,
    pub field: TypedField,
    pub why: &'a str,
    pub yes: bool,
}

/// Takes a field of an item out of every record.
pub(super) fn redact(
    setting: &Setting,
    workbook: &str,
    asked: &Asked<'_>,
    output: &mut Output<'_>,
) -> Result<u8> {
    let lang = setting.lang;
    let (folder, key) = place(setting, workbook)?;
    if asked.why.trim().is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    let wanted = Wanted {
        item: ItemId(asked.item.trim().to_owned()),
        field: asked.field,
        why: asked.why.to_owned(),
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
