//! The file a return slip is handed over in: RON with a digest over what it says, so that damage is
//! told. The digest is no seal: anyone can make one.

use serde::{Deserialize, Serialize};

use super::digest::{Hasher, lettered};
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::item_id::ItemId;
use crate::domain::limits::{DEPARTMENT_MAX, Limit, PERSON_MAX, TEXT_MAX};
use crate::domain::record::{ReturnedItem, Slip};
use crate::domain::returning::{ITEMS_MAX, ReturnSlip};

/// The newest form this program writes and understands.
pub const FORMAT: u32 = 1;
/// The largest file read, in bytes: more than as many items as there may be, with long reasons.
pub const BYTES_MAX: u64 = 16 * 1024 * 1024;
/// What the file says it is.
const KIND: &str = "tenken-return";
/// How much of the reader's own words is kept, in characters.
const WORDS_MAX: usize = 200;
/// A receipt, a digest, a date or a code, in characters.
const WORD_MAX: usize = 100;

/// Why a file is no slip that can be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReturnFault {
    /// It is not UTF-8, or not written as a slip is; the reader's own words.
    Form(String),
    /// It is the page that is printed.
    Page,
    /// It is of a newer form.
    Newer(u32),
    /// What it says is not what its digest is of.
    Digest,
    /// A text is longer, or there are more items, than are taken.
    TooLong,
    /// A text holds signs that cannot be shown.
    Control,
    /// It names no year, or no department.
    Empty,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SlipFile {
    kind: String,
    format: u32,
    municipality_code: String,
    fiscal_year: i32,
    department_code: String,
    department: String,
    receipt: String,
    journal_head: String,
    date: String,
    due: String,
    by: String,
    reason: String,
    items: Vec<ItemFile>,
    digest: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    item: String,
    reason: String,
}

/// What every form of the file begins with.
#[derive(Deserialize)]
struct Beginning {
    kind: String,
    format: u32,
}

/// Returns the digest of what a slip says.
#[must_use]
pub fn digest(slip: &ReturnSlip) -> String {
    let mut hasher = Hasher::default();
    let inner = &slip.slip;
    for part in [
        KIND,
        &FORMAT.to_string(),
        &slip.municipality_code,
        &slip.year.to_string(),
        &slip.department_code,
        &slip.department,
        &inner.receipt,
        &inner.head,
        &inner.date,
        &inner.due,
        &inner.by,
        &slip.reason,
    ] {
        hasher.part(part);
    }
    for returned in &inner.items {
        hasher.part(returned.item.as_str());
        hasher.part(&returned.reason);
    }
    lettered(&hasher.finish())
}

/// Writes a slip, a line for each thing it says.
///
/// # Errors
///
/// The serialiser's own words, which would be a defect of this program.
pub fn write(slip: &ReturnSlip) -> Result<String, String> {
    let inner = &slip.slip;
    let file = SlipFile {
        kind: KIND.to_owned(),
        format: FORMAT,
        municipality_code: slip.municipality_code.clone(),
        fiscal_year: slip.year,
        department_code: slip.department_code.clone(),
        department: slip.department.clone(),
        receipt: inner.receipt.clone(),
        journal_head: inner.head.clone(),
        date: inner.date.clone(),
        due: inner.due.clone(),
        by: inner.by.clone(),
        reason: slip.reason.clone(),
        items: inner
            .items
            .iter()
            .map(|returned| ItemFile {
                item: returned.item.0.clone(),
                reason: returned.reason.clone(),
            })
            .collect(),
        digest: digest(slip),
    };
    let pretty = ron::ser::PrettyConfig::new().new_line("\n");
    let text = ron::ser::to_string_pretty(&file, pretty).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

/// Reads a slip.
///
/// # Errors
///
/// [`ReturnFault`].
pub fn read(bytes: &[u8]) -> Result<ReturnSlip, ReturnFault> {
    let text = std::str::from_utf8(bytes).map_err(|error| form(&error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('<') {
        return Err(ReturnFault::Page);
    }
    let beginning: Beginning = ron::from_str(text).map_err(|error| form(&error))?;
    if beginning.kind != KIND {
        return Err(form(&beginning.kind));
    }
    if beginning.format > FORMAT {
        return Err(ReturnFault::Newer(beginning.format));
    }
    let file: SlipFile = ron::from_str(text).map_err(|error| form(&error))?;
    let written = file.digest.clone();
    let mut slip = slip_of(file);
    let computed = digest(&slip);
    if !computed.eq_ignore_ascii_case(written.trim()) {
        return Err(ReturnFault::Digest);
    }
    slip.slip.digest = computed;
    checked(slip)
}

fn form(words: &impl ToString) -> ReturnFault {
    ReturnFault::Form(words.to_string().chars().take(WORDS_MAX).collect())
}

fn slip_of(file: SlipFile) -> ReturnSlip {
    let items = file.items.into_iter();
    ReturnSlip {
        municipality_code: file.municipality_code,
        year: file.fiscal_year,
        department_code: file.department_code,
        department: file.department,
        reason: file.reason,
        slip: Slip {
            digest: String::new(),
            receipt: file.receipt,
            head: file.journal_head,
            by: file.by,
            date: file.date,
            due: file.due,
            items: items
                .map(|one| ReturnedItem {
                    item: ItemId(one.item),
                    reason: one.reason,
                })
                .collect(),
        },
    }
}

/// Returns a slip whose texts can be kept and shown. A digest is soon made: what it says may still
/// be anything.
fn checked(slip: ReturnSlip) -> Result<ReturnSlip, ReturnFault> {
    let inner = &slip.slip;
    let words = [
        (&slip.municipality_code, WORD_MAX),
        (&slip.department_code, WORD_MAX),
        (&slip.department, DEPARTMENT_MAX),
        (&inner.receipt, WORD_MAX),
        (&inner.head, WORD_MAX),
        (&inner.date, WORD_MAX),
        (&inner.due, WORD_MAX),
        (&inner.by, PERSON_MAX),
        (&slip.reason, TEXT_MAX),
    ];
    let too_long = |text: &str, max: usize| text.chars().take(max + 1).count() > max;
    let items = || inner.items.iter();
    if inner.items.len() > ITEMS_MAX
        || words.iter().any(|(text, max)| too_long(text, *max))
        || items()
            .any(|one| too_long(one.item.as_str(), WORD_MAX) || !Limit::Text.allows(&one.reason))
    {
        return Err(ReturnFault::TooLong);
    }
    let texts = words.iter().map(|(text, _)| text.as_str());
    let texts = texts.chain(items().flat_map(|one| [one.item.as_str(), one.reason.as_str()]));
    if texts.into_iter().any(|text| text.contains(is_unseen)) {
        return Err(ReturnFault::Control);
    }
    if FiscalYear::new(slip.year).is_none()
        || slip.department_code.trim().is_empty()
        || (slip.reason.trim().is_empty() && inner.items.is_empty())
    {
        return Err(ReturnFault::Empty);
    }
    Ok(slip)
}

/// Signs that steer a terminal or turn the direction of writing.
fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns a text as a slip may hold it: on one line, without signs that cannot be shown.
#[must_use]
pub fn plain(text: &str) -> String {
    let one_line: String = text
        .chars()
        .map(|sign| if is_unseen(sign) { ' ' } else { sign })
        .collect();
    one_line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[path = "return_file_tests.rs"]
mod tests;
