//! Records as this program writes them, read many times quicker than by the RON reader. Knows the
//! changes made every day; a record with any other, or in any other spelling, is left to that one.

use chrono::DateTime;

use super::ron_written::Written;
use crate::domain::expression::ProfileKey;
use crate::domain::item_id::ItemId;
use crate::domain::mark::{Mark, MarkSource, Marked};
use crate::domain::record::{Author, Change, Evidence, Record, RecordKind, TextField};

/// Reads a record; none when it is not written as here.
pub(super) fn record(text: &str) -> Option<Record> {
    let mut rest = Written::new(text);
    let number = rest.between("(n:", Written::number, ",at:")?;
    let at = DateTime::parse_from_rfc3339(rest.bare()?).ok()?;
    let by = rest.between(",by:", author, ",")?;
    let kind = kind(&mut rest)?;
    let changes = rest.between("changes:", |rest| rest.list(change), ")")?;
    rest.end(Record {
        number,
        at,
        by,
        kind,
        changes,
    })
}

fn author(rest: &mut Written<'_>) -> Option<Author> {
    let name = rest.between("(name:", Written::quoted, ",")?;
    let title = rest.between("title:", Written::quoted, ")")?;
    Some(Author { name, title })
}

fn kind(rest: &mut Written<'_>) -> Option<RecordKind> {
    if rest.take("undo:Some(").is_some() {
        let number = rest.number()?;
        rest.take("),").map(|()| RecordKind::Undo(number))
    } else if rest.take("redo:Some(").is_some() {
        let number = rest.number()?;
        rest.take("),").map(|()| RecordKind::Redo(number))
    } else {
        Some(RecordKind::Action)
    }
}

fn change(rest: &mut Written<'_>) -> Option<Change> {
    if rest.take("Profile(key:").is_some() {
        let key = ProfileKey(rest.quoted()?);
        let (before, after) = both(rest, |rest| rest.option(Written::yes_or_no))?;
        return Some(Change::Profile { key, before, after });
    }
    let of_item = rest.one_of(OF_ITEM)?;
    let item = ItemId(rest.quoted()?);
    of_item(rest, item)
}

/// Takes what follows the item.
type OfItem = fn(&mut Written<'_>, ItemId) -> Option<Change>;

const OF_ITEM: [(&str, OfItem); 5] = [
    ("Mark(item:", |rest, item| {
        let (before, after) = both(rest, |rest| rest.option(marked))?;
        Some(Change::Mark {
            item,
            before,
            after,
        })
    }),
    ("Text(item:", |rest, item| {
        rest.take(",field:")?;
        let field = rest.one_of([
            ("reason", TextField::Reason),
            ("remark", TextField::Remark),
            ("approver", TextField::Approver),
        ])?;
        let (before, after) = both(rest, Written::quoted)?;
        Some(Change::Text {
            item,
            field,
            before,
            after,
        })
    }),
    ("Evidence(item:", |rest, item| {
        let (before, after) = both(rest, |rest| rest.list(evidence))?;
        Some(Change::Evidence {
            item,
            before,
            after,
        })
    }),
    ("Flag(item:", |rest, item| {
        let (before, after) = both(rest, Written::yes_or_no)?;
        Some(Change::Flag {
            item,
            before,
            after,
        })
    }),
    ("Included(item:", |rest, item| {
        let (before, after) = both(rest, Written::yes_or_no)?;
        Some(Change::Included {
            item,
            before,
            after,
        })
    }),
];

/// Takes the values before and after, which end a change.
fn both<'a, T>(
    rest: &mut Written<'a>,
    mut value: impl FnMut(&mut Written<'a>) -> Option<T>,
) -> Option<(T, T)> {
    let before = rest.between(",before:", &mut value, ",")?;
    let after = rest.between("after:", &mut value, ")")?;
    Some((before, after))
}

fn marked(rest: &mut Written<'_>) -> Option<Marked> {
    if rest.take("Carried(mark:").is_none() {
        return rest.between("Typed(", mark, ")").map(Marked::typed);
    }
    let mark = mark(rest)?;
    let year = rest.between(",year:", Written::number, ",")?;
    let wording_changed = rest.between("wording_changed:", Written::yes_or_no, ")")?;
    Some(Marked {
        mark,
        source: MarkSource::Carried {
            year,
            wording_changed,
        },
    })
}

fn mark(rest: &mut Written<'_>) -> Option<Mark> {
    rest.one_of(Mark::ALL.map(|mark| (mark.code(), mark)))
}

fn evidence(rest: &mut Written<'_>) -> Option<Evidence> {
    let name = rest.between("(name:", Written::quoted, ",")?;
    let date = rest.between("date:", Written::quoted, ")")?;
    Some(Evidence { name, date })
}

#[cfg(test)]
#[path = "journal_written_tests.rs"]
mod tests;
