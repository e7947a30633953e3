//! Remarks of a training folder: put together by seed, and none of them twice.

use std::collections::HashSet;

use super::seeded::Seeded;
use crate::domain::item_id::ItemId;
use crate::domain::mark::Mark;
use crate::text::demo::Subject;
use crate::text::demo::remarks::{follows, found};

/// How often another remark is tried when one was written already.
const TRIES: usize = 50;

/// The remarks written so far.
#[derive(Default)]
pub(super) struct Remarks {
    written: HashSet<String>,
}

impl Remarks {
    /// Writes a remark that no one wrote before.
    pub(super) fn write(&mut self, seeded: &mut Seeded, item: &ItemId, mark: Mark) -> String {
        let subject = subject(item);
        let mut remark = draw(seeded, subject, mark);
        for _ in 0..TRIES {
            if !self.written.contains(&remark) {
                break;
            }
            remark = draw(seeded, subject, mark);
        }
        while !self.written.insert(remark.clone()) {
            // So many were written that all the stock's are; another sentence makes it another.
            remark.push_str(&draw(seeded, subject, Mark::Implemented));
        }
        remark
    }
}

/// Draws what was found and what follows: a remark, not looked at for others like it.
#[must_use]
pub fn draw(seeded: &mut Seeded, subject: Subject, mark: Mark) -> String {
    let found = seeded.pick(found(subject, mark)).copied();
    let follows = seeded.pick(follows(mark)).copied();
    let found = filled(seeded, found.unwrap_or_default(), (4, 10));
    found + &filled(seeded, follows.unwrap_or_default(), (1, 3))
}

/// Puts numbers and dates into a sentence; its months lie between two.
fn filled(seeded: &mut Seeded, sentence: &str, months: (i32, i32)) -> String {
    let (some, few) = (seeded.between(12, 48), seeded.between(2, 9));
    let (month, day) = (seeded.between(months.0, months.1), seeded.between(1, 28));
    sentence
        .replace("{n}", &some.to_string())
        .replace("{k}", &few.to_string())
        .replace("{m}", &month.to_string())
        .replace("{d}", &day.to_string())
}

/// Returns what an item is about, from the clause its id begins with.
#[must_use]
pub fn subject(item: &ItemId) -> Subject {
    let id = item.as_str();
    let subjects = [
        ("Q05", Subject::People),
        ("Q06-1", Subject::Order),
        ("Q06-2", Subject::Assets),
        ("Q06-3", Subject::Tiers),
        ("Q06-4", Subject::Rooms),
        ("Q06-5", Subject::People),
        ("Q06-6", Subject::Systems),
        ("Q06-7", Subject::Events),
        ("Q06-8", Subject::Partners),
    ];
    subjects
        .into_iter()
        .find(|(begin, _)| id.starts_with(begin))
        .map_or(Subject::Review, |(_, subject)| subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sensitive;

    #[test]
    fn no_remark_is_written_twice_and_none_deserves_a_look() {
        let (mut remarks, mut seeded) = (Remarks::default(), Seeded::new(1));
        let items = ["Q05-01", "Q06-3a-01", "Q06-6-01", "Q08-01"];
        let mut seen = HashSet::new();
        for index in 0..2_000_usize {
            let item = ItemId(items[index % items.len()].to_owned());
            let mark = Mark::ALL[index % Mark::ALL.len()];
            let remark = remarks.write(&mut seeded, &item, mark);
            assert!(!remark.contains(['{', '}']), "{remark}");
            assert!(sensitive::find(&remark).is_empty(), "{remark}");
            assert!(seen.insert(remark));
        }
    }
}
