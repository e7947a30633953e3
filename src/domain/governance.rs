//! What deserves a look among the answers of many departments, each with the figures that led to
//! it. A finding is a question to the department, never a judgement.
//!
//! What is compared with others is compared within one municipality, and only where enough others
//! answered: with a few departments, any of them is out of line.

mod changes;
mod contrast;
mod counts;
mod rates;
mod remarks;

use std::collections::BTreeMap;

use super::ledger::code_key;
use super::mark::Mark;
use super::score::Rate;
use super::submission::{Pace, Submission};

use changes::Earlier;
use counts::PerItem;
pub use rates::{Usual, usual};
use remarks::Letters;

/// The fewest departments, or items, that anything is compared with.
pub const COMPARED_MIN: usize = 5;
/// How far above the median a rate must lie at the least, in tenths of a percent.
pub const ABOVE_MEDIAN_TENTHS: u32 = 150;
/// How many answers beyond those the median would give there must be.
pub const ANSWERS_BEYOND: u64 = 3;
/// How many of the others make most of them, in percent.
pub const MOST_PERCENT: u64 = 80;
/// The shortest remark that is compared, in letters and digits: shorter ones are alike by chance.
pub const REMARK_LETTERS_MIN: usize = 12;
/// The fewest answers that are looked at for their pace.
pub const PACE_ANSWERS_MIN: usize = 20;
/// The least time to read a question and choose, in seconds: a third of what a checklist expects.
pub const SECONDS_PER_ANSWER: i64 = 5;
/// Times of answers are kept to the minute: the first and the last may lie this much further apart.
const SECONDS_UNKNOWN: i64 = 60;

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The submissions that count.
    pub submissions: &'a [Submission],
    /// Submissions of the year that a later one took the place of.
    pub superseded: &'a [Submission],
    /// The submissions of the year before.
    pub before: &'a [Submission],
    /// For each submission, the positions in `before` of those it continues.
    pub sources: &'a [Vec<usize>],
}

/// What a finding is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum About {
    /// The department as a whole.
    Department,
    /// Its answer to an item, by the item's position.
    Answer(usize),
    /// An item in all departments, by its position in the submission named.
    Item(usize),
}

/// Something that deserves a look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The position of the submission; for an item in all departments, one that asks it.
    pub submission: usize,
    /// What it is about.
    pub about: About,
    /// What.
    pub what: What,
}

/// What deserves a look, with the figures that led to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// The department marks － far more often than others: of the items its profile lets apply.
    ManyNotApplicable(OutOfLine),
    /// The item is marked － far more often than others: by the departments it is asked of.
    OftenNotApplicable(OutOfLine),
    /// Marked －, and applicable in most other departments that are asked.
    OthersAnswer {
        /// In how many of the others it applies.
        applicable: Rate,
    },
    /// Set aside by the profile, and applicable in most other departments that have the item.
    OthersAreAsked {
        /// In how many of the others it applies.
        applicable: Rate,
    },
    /// Still to be confirmed.
    LeftOpen {
        /// Whether it was so the year before.
        again: bool,
        /// How many of the others left it open.
        others: Rate,
    },
    /// Worth more than the year before, and no evidence is named.
    ImprovedWithoutEvidence {
        /// The best mark of the year before.
        before: Mark,
        /// The mark.
        now: Mark,
    },
    /// The remark is that of other departments.
    SameRemark {
        /// How many departments have it, this one among them.
        departments: usize,
        /// How many departments wrote remarks that are compared.
        compared: usize,
    },
    /// Answered faster than the questions can be read.
    TooFast {
        /// How fast.
        pace: Pace,
        /// The least time so many answers take, in seconds.
        needed_seconds: i64,
        /// The median of the time departments took, in seconds, where enough are known.
        usual_seconds: Option<i64>,
    },
    /// Given after the workbook was confirmed.
    ChangedAfterConfirmation {
        /// The mark.
        now: Option<Mark>,
    },
    /// Differs from an earlier submission of the year.
    ChangedBetween {
        /// The mark of the earlier submission.
        before: Option<Mark>,
        /// The mark that counts.
        now: Option<Mark>,
    },
}

impl What {
    /// Every code, in the order findings are listed in.
    pub const CODES: [&'static str; 10] = [
        "many_not_applicable",
        "often_not_applicable",
        "others_answer",
        "others_are_asked",
        "left_open",
        "improved_without_evidence",
        "same_remark",
        "too_fast",
        "changed_after_confirmation",
        "changed_between_submissions",
    ];

    /// Returns the place in the order of [`What::CODES`].
    #[must_use]
    pub const fn index(&self) -> usize {
        match self {
            Self::ManyNotApplicable(_) => 0,
            Self::OftenNotApplicable(_) => 1,
            Self::OthersAnswer { .. } => 2,
            Self::OthersAreAsked { .. } => 3,
            Self::LeftOpen { .. } => 4,
            Self::ImprovedWithoutEvidence { .. } => 5,
            Self::SameRemark { .. } => 6,
            Self::TooFast { .. } => 7,
            Self::ChangedAfterConfirmation { .. } => 8,
            Self::ChangedBetween { .. } => 9,
        }
    }

    /// Returns the code used in files.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        Self::CODES[self.index()]
    }
}

/// A rate that is out of line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfLine {
    /// The rate.
    pub rate: Rate,
    /// What is usual, and how far it reaches.
    pub usual: Usual,
}

/// Looks at everything, one municipality after another: within each in the order of
/// [`What::CODES`], then of the submissions, then of the items.
pub fn examine(material: Material<'_>) -> impl Iterator<Item = Finding> + use<'_> {
    let earlier = Earlier::of(material.superseded);
    let groups = municipalities(material.submissions);
    let mut letters = Letters::default();
    groups.into_values().flat_map(move |members| {
        let group = Group { material, members };
        let mut findings = Vec::new();
        let counts = PerItem::of(&group);
        rates::departments(&group, &mut findings);
        rates::items(&group, &counts, &mut findings);
        contrast::others(&group, &counts, &mut findings);
        remarks::same(&group, &mut letters, &mut findings);
        pace(&group, &mut findings);
        changes::improved(&group, &mut findings);
        changes::late(&group, &mut findings);
        changes::between(&group, &earlier, &mut findings);
        findings.sort_by_key(|finding| (finding.what.index(), finding.submission, finding.about));
        findings
    })
}

/// The submissions of one municipality.
struct Group<'a> {
    material: Material<'a>,
    members: Vec<usize>,
}

impl<'a> Group<'a> {
    fn iter(&self) -> impl Iterator<Item = (usize, &'a Submission)> + use<'a, '_> {
        let submissions = self.material.submissions;
        self.members
            .iter()
            .filter_map(move |&at| Some((at, submissions.get(at)?)))
    }

    /// The submissions of the year before that a submission continues.
    fn sources(&self, at: usize) -> impl Iterator<Item = &'a Submission> + use<'a> {
        let before = self.material.before;
        let sources = self.material.sources.get(at).map_or(&[][..], Vec::as_slice);
        sources.iter().filter_map(move |&source| before.get(source))
    }
}

/// Returns the positions of the submissions of each municipality.
#[must_use]
pub fn municipalities(submissions: &[Submission]) -> BTreeMap<String, Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut at = 0;
    // Those of one stand together, mostly.
    for here in submissions
        .chunk_by(|one, next| one.cover.municipality_code == next.cover.municipality_code)
    {
        let key = code_key(&here[0].cover.municipality_code);
        groups.entry(key).or_default().extend(at..at + here.len());
        at += here.len();
    }
    groups
}

fn pace(group: &Group<'_>, findings: &mut Vec<Finding>) {
    let seconds = |pace: Pace| (pace.last - pace.first).num_seconds();
    let mut known: Vec<i64> = group
        .iter()
        .filter_map(|(_, submission)| submission.pace.map(seconds))
        .collect();
    known.sort_unstable();
    let usual_seconds = (known.len() >= COMPARED_MIN)
        .then(|| known.get(known.len() / 2).copied())
        .flatten();
    for (at, submission) in group.iter() {
        let Some(pace) = submission.pace else {
            continue;
        };
        let answers = i64::try_from(pace.answers).unwrap_or(i64::MAX);
        let needed_seconds = answers.saturating_mul(SECONDS_PER_ANSWER);
        if pace.answers >= PACE_ANSWERS_MIN && seconds(pace) + SECONDS_UNKNOWN < needed_seconds {
            findings.push(Finding {
                submission: at,
                about: About::Department,
                what: What::TooFast {
                    pace,
                    needed_seconds,
                    usual_seconds,
                },
            });
        }
    }
}

#[cfg(test)]
#[path = "governance_tests.rs"]
mod tests;
