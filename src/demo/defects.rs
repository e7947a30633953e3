//! What is wrong in a training folder, on purpose: which departments, which kind, which files.

use super::seeded::Seeded;
use crate::domain::roster::{Department, Roster};
use crate::text::demo::departments::STRANGER;

/// A kind of thing that a division meets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// Nothing was handed in.
    Missing,
    /// Handed in before it was confirmed.
    Draft,
    /// Handed in twice: returned by the division and mended.
    Resubmitted,
    /// Handed in twice: reopened, and marks are better in the second.
    ChangedAfterConfirmation,
    /// One mark of the answers was altered after the export.
    Altered,
    /// Saved again by a spreadsheet in an encoding that lacks some of its characters.
    CharactersLost,
    /// The same files twice, the second under another name.
    Copied,
    /// The files of the year before, and none of this year: nothing was handed in for it.
    OtherYear,
    /// Answered with the checklist of an earlier edition.
    OtherEdition,
    /// The roster has no such department.
    NotOnRoster,
    /// Every remark is that of another department.
    SameRemarks,
    /// Everything was answered within two minutes.
    Hasty,
    /// Much is said not to apply.
    ManyNotApplicable,
    /// Marks are better than the year before, and nothing shows it.
    ImprovedWithoutEvidence,
}

impl Kind {
    /// Returns whether what was handed in is taken for good.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(
            self,
            Self::Resubmitted
                | Self::ChangedAfterConfirmation
                | Self::Copied
                | Self::SameRemarks
                | Self::Hasty
                | Self::ManyNotApplicable
                | Self::ImprovedWithoutEvidence
        )
    }
}

/// One thing that is wrong on purpose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Defect {
    /// The department's code.
    pub department: String,
    /// The fiscal year it is found in.
    pub year: i32,
    /// What.
    pub kind: Kind,
    /// The names of the files it is about, in the folder of what was received that year; for
    /// [`Kind::Missing`] none. A second submission and a copy are named, not the first.
    pub files: Vec<String>,
}

/// Something among the answers of the last year that deserves a question, put there on purpose.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Oddity {
    /// The department's code.
    pub department: String,
    /// What, by the codes of [`What::CODES`](crate::domain::governance::What::CODES).
    pub what: &'static str,
    /// The item's id; empty where it is about the department as a whole.
    pub item: String,
}

/// What is odd about an answer, and the item's id.
pub(super) type Odd = (&'static str, String);

/// What befalls one department in the last year; two where both are about the same remarks.
const ONCE: [Kind; 12] = [
    Kind::Missing,
    Kind::Missing,
    Kind::Missing,
    Kind::Draft,
    Kind::Resubmitted,
    Kind::ChangedAfterConfirmation,
    Kind::Altered,
    Kind::CharactersLost,
    Kind::Copied,
    Kind::OtherYear,
    Kind::OtherEdition,
    Kind::Hasty,
];

/// Which department meets with what.
pub(super) struct Plan {
    /// Code, year, kind.
    planned: Vec<(String, i32, Kind)>,
    /// The department whose remarks another one copies.
    pub copied_from: Option<String>,
}

impl Plan {
    /// Draws what happens in three years, the last of which is `year`.
    pub(super) fn draw(seed: u64, roster: &Roster, year: i32) -> Self {
        let mut seeded = Seeded::of(seed, &["defects"]);
        // What was there all the time and is no one's special part.
        let usual = |department: &&Department| {
            let special = ["division", "audit"];
            let holds = |key: &str, yes: bool| yes && special.contains(&key);
            department.valid_to.is_none()
                && department.predecessors.is_empty()
                && !department
                    .profile
                    .iter()
                    .any(|(key, yes)| holds(key.as_str(), *yes))
        };
        let mut free: Vec<&Department> = roster.departments.iter().filter(usual).collect();
        seeded.shuffle(&mut free);
        let mut planned = vec![(STRANGER.code.to_owned(), year, Kind::NotOnRoster)];
        let mut copied_from = None;
        if let Some((one, other)) = alike(&free) {
            planned.push((other.code.clone(), year, Kind::SameRemarks));
            free.retain(|department| ![&one.code, &other.code].contains(&&department.code));
            copied_from = Some(one.code.clone());
        }
        for kind in [Kind::ManyNotApplicable, Kind::ImprovedWithoutEvidence] {
            // Where little is set aside, so that there is much to say.
            let wide = |department: &&Department| {
                let answers = department.profile.values();
                answers.filter(|yes| **yes).count()
            };
            let widest = free.iter().enumerate();
            if let Some((position, _)) = widest.max_by_key(|(_, department)| wide(department)) {
                planned.push((free.remove(position).code.clone(), year, kind));
            }
        }
        let mut rest = free.into_iter();
        for (kind, department) in ONCE.into_iter().zip(&mut rest) {
            planned.push((department.code.clone(), year, kind));
        }
        for (before, department) in [year - 2, year - 2, year - 1].into_iter().zip(rest) {
            planned.push((department.code.clone(), before, Kind::Missing));
        }
        Self {
            planned,
            copied_from,
        }
    }

    /// Returns what happens to a department, in any year.
    pub(super) fn of(&self, code: &str) -> Vec<Kind> {
        let own = self.planned.iter().filter(|(owner, ..)| owner == code);
        own.map(|(.., kind)| *kind).collect()
    }

    /// Returns what happens to a department in a year.
    pub(super) fn in_year(&self, code: &str, year: i32) -> Option<Kind> {
        let found = self
            .planned
            .iter()
            .find(|(owner, when, _)| owner == code && *when == year);
        found.map(|(.., kind)| *kind)
    }
}

/// Returns two departments that answer the same items, in the order of the roster's codes.
fn alike<'a>(departments: &[&'a Department]) -> Option<(&'a Department, &'a Department)> {
    departments.iter().enumerate().find_map(|(index, one)| {
        let mut others = departments.iter().skip(index + 1);
        let other = others.find(|other| other.profile == one.profile)?;
        Some(if one.code < other.code {
            (*one, *other)
        } else {
            (*other, *one)
        })
    })
}
