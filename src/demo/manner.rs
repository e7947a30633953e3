//! How a department answers: how far it has got, how it changes over the years, and what is odd
//! about it.

use super::defects::Kind;
use super::seeded::Seeded;
use crate::domain::checklist::{Checklist, Item};
use crate::domain::mark::Mark;
use crate::domain::roster::Department;

/// How much better every year is than the one before, in a thousand.
const RISE: i32 = 40;

/// How a department answers in a year.
pub(super) struct Manner<'a> {
    seed: u64,
    department: &'a Department,
    /// Whose habits these are: those of the first department it came from.
    voice: &'a str,
    /// How many items of a thousand are in order.
    level: i32,
    /// How many items of a thousand are said not to apply, where that can be said.
    not_applicable: i32,
    /// Whether everything is answered at once.
    pub hasty: bool,
    /// Whether what has become better is shown by nothing.
    pub without_evidence: bool,
}

impl<'a> Manner<'a> {
    /// Returns how a department answers in the `nth` year, the last of which is `last`.
    pub(super) fn of(
        seed: u64,
        department: &'a Department,
        nth: i32,
        is_last: bool,
        kinds: &[Kind],
    ) -> Self {
        let voice = department.predecessors.first();
        let voice = voice.map_or(department.code.as_str(), String::as_str);
        let mood = Seeded::of(seed, &[voice, "mood", &nth.to_string()]).between(-20, 20);
        let own = Seeded::of(seed, &[voice, "level"]).between(500, 830);
        let has = |kind| kinds.contains(&kind);
        let level = if has(Kind::Hasty) && is_last {
            1_300
        } else if has(Kind::ImprovedWithoutEvidence) {
            if is_last { 940 } else { 520 }
        } else if has(Kind::ChangedAfterConfirmation) {
            560 + RISE * nth
        } else {
            own + RISE * nth + mood
        };
        Self {
            seed,
            department,
            voice,
            level,
            not_applicable: if has(Kind::ManyNotApplicable) && is_last {
                550
            } else {
                25
            },
            hasty: has(Kind::Hasty) && is_last,
            without_evidence: has(Kind::ImprovedWithoutEvidence) && is_last,
        }
    }

    /// Returns the mark it gives an item. What was in order stays so: the years draw alike, and
    /// only the bar moves.
    pub(super) fn mark(&self, checklist: &Checklist, position: usize, item: &Item) -> Mark {
        let id = item.id.as_str();
        let mut own = Seeded::of(self.seed, &[&self.department.code, id]);
        let mut inherited = Seeded::of(self.seed, &[self.voice, id]);
        if item.not_applicable.is_some() && own.chance(self.not_applicable) {
            return Mark::NotApplicable;
        }
        let drawn = if own.chance(150) {
            own.between(0, 999)
        } else {
            // The draw above, of the one it came from.
            inherited.number();
            inherited.between(0, 999)
        };
        let clause = checklist.clause_of(position);
        let clause = clause.map_or("", |clause| clause.id.0.as_str());
        let bar = self.level
            + Seeded::of(self.seed, &["clause", clause]).between(-170, 70)
            + Seeded::of(self.seed, &["item", id]).between(-70, 70);
        if drawn < bar {
            Mark::Implemented
        } else if drawn < bar + (1_000 - bar) * 6 / 10 {
            if !item.critical && own.chance(60) {
                Mark::ToBeConfirmed
            } else {
                Mark::Partial
            }
        } else if item.critical && own.chance(700) {
            Mark::Partial
        } else {
            Mark::NotImplemented
        }
    }

    /// Returns whether it names evidence beside an answer it need not show.
    pub(super) fn shows(&self, seeded: &mut Seeded, better: bool) -> bool {
        // A department without a past shows everything: what it came from may have been worse.
        let must = better || !self.department.predecessors.is_empty();
        if self.without_evidence && better {
            return false;
        }
        must || seeded.chance(450)
    }
}
