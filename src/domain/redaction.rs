//! Taking what was typed by mistake out of every record, so that the records still fit each other.

use super::item_id::ItemId;
use super::record::{Change, Evidence, Record, TypedField};

/// Puts `placeholder` in the place of every text that a field of an item ever held, and returns in
/// how many places. Equal texts stay equal and blank ones blank, so that values before and after,
/// undo, and the reasons that － needs fit as they did.
pub fn redact(
    records: &mut [Record],
    item: &ItemId,
    field: TypedField,
    placeholder: &str,
) -> usize {
    records
        .iter_mut()
        .flat_map(|record| &mut record.changes)
        .map(|change| redact_change(change, item, field, placeholder))
        .sum()
}

fn redact_change(
    change: &mut Change,
    wanted: &ItemId,
    field: TypedField,
    placeholder: &str,
) -> usize {
    match (change, field) {
        (
            Change::Text {
                item,
                field,
                before,
                after,
            },
            TypedField::Text(text),
        ) if item == wanted && *field == text => {
            cover(before, placeholder) + cover(after, placeholder)
        }
        (
            Change::Evidence {
                item,
                before,
                after,
            },
            TypedField::Evidence,
        ) if item == wanted => before
            .iter_mut()
            .chain(after)
            .map(|evidence| cover_evidence(evidence, placeholder))
            .sum(),
        // A merge keeps the values it did not take.
        (Change::Merged { set_aside, .. }, _) => set_aside
            .iter_mut()
            .map(|aside| redact_change(&mut aside.change, wanted, field, placeholder))
            .sum(),
        _ => 0,
    }
}

fn cover_evidence(evidence: &mut Evidence, placeholder: &str) -> usize {
    cover(&mut evidence.name, placeholder) + cover(&mut evidence.date, placeholder)
}

/// Covers a text, and returns how many were covered.
fn cover(text: &mut String, placeholder: &str) -> usize {
    if text.trim().is_empty() || text == placeholder {
        return 0;
    }
    placeholder.clone_into(text);
    1
}

#[cfg(test)]
#[path = "redaction_tests.rs"]
mod tests;
