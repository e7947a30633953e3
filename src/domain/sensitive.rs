//! Text that should rarely leave a department: numbers of persons, passwords, telephone numbers,
//! addresses of mail. What is found is only offered for a look: a pattern knows no meaning.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::compose;

use super::checklist::Checklist;
use super::item_id::ItemId;
use super::record::TextField;
use super::workbook::Workbook;

#[path = "sensitive_numbers.rs"]
mod numbers;
#[path = "sensitive_words.rs"]
mod words;

/// What a text looks like.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// An individual number: twelve digits, the last of which fits the others.
    IndividualNumber,
    /// A password, passcode or PIN.
    Password,
    /// An address of mail.
    MailAddress,
    /// A telephone number.
    Telephone,
}

/// A stretch of a text that looks like something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sighting {
    /// What it looks like.
    pub kind: Kind,
    /// Where it stands, in bytes of the text as it was written.
    pub range: Range<usize>,
    /// The stretch itself, as it was written.
    pub excerpt: String,
}

/// A field of an item that is written into the exported files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// One of the texts.
    Text(TextField),
    /// The name or date of a document.
    Evidence,
}

/// Where in a workbook something was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The item, by its position in walking order.
    pub position: usize,
    /// The item's id.
    pub item: ItemId,
    /// The field.
    pub field: Field,
    /// What was found there.
    pub sighting: Sighting,
}

impl Sighting {
    /// Returns the excerpt with its middle hidden, so that a list or a log does not spread it. Of
    /// what is short or secret, less stays.
    #[must_use]
    pub fn masked(&self) -> String {
        let signs: Vec<char> = self.excerpt.chars().collect();
        let shown = match (self.kind, signs.len()) {
            (_, 0..=4) => 0,
            (Kind::Password, _) | (_, 5..=8) => 1,
            _ => 2,
        };
        let hidden = signs.len() - 2 * shown;
        let (first, rest) = signs.split_at(shown);
        let last = rest.get(hidden..).unwrap_or_default();
        let mut text: String = first.iter().collect();
        text.push_str(&"*".repeat(if self.kind == Kind::Password {
            // How long a password is says something too.
            4
        } else {
            hidden
        }));
        text.extend(last);
        text
    }
}

/// A character as it is compared, and where it came from.
#[derive(Clone, Copy, Debug)]
struct Sign {
    sign: char,
    start: usize,
    end: usize,
}

/// Returns everything in a text that deserves a look, from left to right, none over another.
#[must_use]
pub fn find(text: &str) -> Vec<Sighting> {
    let signs = folded(text);
    let candidates = numbers::individual(&signs)
        .into_iter()
        .map(|range| (Kind::IndividualNumber, range))
        .chain(
            words::passwords(&signs)
                .into_iter()
                .map(|range| (Kind::Password, range)),
        )
        .chain(
            words::addresses(&signs)
                .into_iter()
                .map(|range| (Kind::MailAddress, range)),
        )
        .chain(
            numbers::telephones(&signs)
                .into_iter()
                .map(|range| (Kind::Telephone, range)),
        );
    let mut taken: Vec<(Kind, Range<usize>)> = Vec::new();
    for (kind, range) in candidates {
        let free = taken
            .iter()
            .all(|(_, other)| range.end <= other.start || other.end <= range.start);
        if free {
            taken.push((kind, range));
        }
    }
    taken.sort_by_key(|(_, range)| range.start);
    taken
        .into_iter()
        .filter_map(|(kind, range)| {
            let start = signs.get(range.start)?.start;
            let end = signs.get(range.end.checked_sub(1)?)?.end;
            Some(Sighting {
                kind,
                range: start..end,
                excerpt: text.get(start..end)?.to_owned(),
            })
        })
        .collect()
}

/// Returns everything in a workbook's texts that deserves a look, in walking order. Texts of items
/// that are set aside count too: they are written into the files as well.
#[must_use]
pub fn in_workbook(checklist: &Checklist, workbook: &Workbook) -> Vec<Found> {
    let mut found = Vec::new();
    for (position, item) in checklist.items.iter().enumerate() {
        let answer = workbook.answer(item.id.as_str());
        let texts = [TextField::Remark, TextField::Reason, TextField::Approver]
            .map(|field| (Field::Text(field), answer.text(field)));
        let evidence = answer
            .evidence
            .iter()
            .flat_map(|evidence| [evidence.name.as_str(), evidence.date.as_str()])
            .map(|text| (Field::Evidence, text));
        for (field, text) in texts.into_iter().chain(evidence) {
            found.extend(find(text).into_iter().map(|sighting| Found {
                position,
                item: item.id.clone(),
                field,
                sighting,
            }));
        }
    }
    found
}

/// Folds a text: compatibility forms made alike, half-width kana joined with their marks, small
/// letters, invisible signs left out; each with its place in the text as it was written.
fn folded(text: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for (start, written) in text.char_indices() {
        let end = start + written.len_utf8();
        for sign in std::iter::once(written)
            .nfkc()
            .flat_map(char::to_lowercase)
            .filter(|sign| !is_invisible(*sign))
        {
            if let Some(before) = signs.last_mut()
                && let Some(joined) = compose(before.sign, sign)
            {
                before.sign = joined;
                before.end = end;
                continue;
            }
            signs.push(Sign { sign, start, end });
        }
    }
    signs
}

const fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
    )
}

#[cfg(test)]
#[path = "sensitive_tests.rs"]
mod tests;
