//! What a committee is told of a year in a few sentences: which facts matter, by rules.

use super::comparison::TwoYears;
use super::score::{Figures, Rate};

/// The tone of a band from which a clause is looked at by the whole city; see
/// [`super::band::Band`].
pub const TONE_TO_LOOK_AT: usize = 2;

/// A clause with its score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// Its citation and heading.
    pub label: String,
    /// The score in tenths of a point.
    pub tenths: u32,
    /// The tone of the score's band.
    pub tone: usize,
}

/// An item with how often it is not implemented.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failing {
    /// Its question.
    pub question: String,
    /// Departments that answered ×, of those it applies to.
    pub rate: Rate,
}

/// How the questions of two years differ, in numbers.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Revised {
    /// New items, those that replace others included.
    pub new: usize,
    /// Items asked otherwise.
    pub revised: usize,
    /// Items asked no more.
    pub withdrawn: usize,
}

/// What became of answers since the year before, in numbers.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Moved {
    /// Answers worth more.
    pub improved: usize,
    /// Answers worth less.
    pub worsened: usize,
    /// Answers × as the year before.
    pub failed_again: usize,
}

/// What the year before is told by.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Before {
    /// The two years over all items.
    pub all: TwoYears,
    /// The two years over items asked alike, of departments that are in both.
    pub alike: TwoYears,
    /// What became of answers.
    pub moved: Moved,
    /// How the questions differ.
    pub revised: Revised,
}

/// Everything the sentences are chosen from.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Picture {
    /// Departments that are to hand in, where a roster says so.
    pub expected: Option<usize>,
    /// Departments whose answers count.
    pub submitted: usize,
    /// Departments that handed in nothing.
    pub missing: usize,
    /// Departments whose workbook is not confirmed.
    pub drafts: usize,
    /// Handed in, and not to be counted for another reason.
    pub doubtful: usize,
    /// The figures of all together.
    pub now: Figures,
    /// The year before, where it was collected.
    pub before: Option<Before>,
    /// The clause with the lowest score.
    pub weakest: Option<Named>,
    /// The clause with the highest score.
    pub strongest: Option<Named>,
    /// The item most often not implemented.
    pub failing: Option<Failing>,
    /// Departments with a critical item not implemented.
    pub critical_departments: usize,
}

/// A sentence for the committee.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// How many handed in.
    Submitted {
        /// Departments whose answers count, of those that are to hand in.
        rate: Rate,
        /// Departments that handed in nothing.
        missing: usize,
        /// Departments whose workbook is not confirmed.
        drafts: usize,
    },
    /// How many handed in, where nobody said how many are to.
    Received(usize),
    /// Files that are not counted.
    Doubtful(usize),
    /// The score and the rate of implementation.
    Score(u32, Rate),
    /// By how much the score changed, in tenths: over all items, and over those asked alike.
    Changed(i64, Option<i64>),
    /// The lowest and the highest clause.
    Clauses(Named, Named),
    /// Critical items not implemented: answers, departments.
    Critical(u64, usize),
    /// No critical item is not implemented.
    NoCritical,
    /// The item most often not implemented.
    Failing(Failing),
    /// What became of answers.
    Moved(Moved),
    /// How the questions differ.
    Revised(Revised),
}

/// What is to be done next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// Departments are asked for what they did not hand in.
    Collect(usize),
    /// Files are asked for again.
    Clear(usize),
    /// Critical items are mended by a date.
    MendCritical(u64),
    /// Departments say why the same failed again, and until when it is mended.
    Plan(usize),
    /// A clause is looked at by the whole city.
    LookAt(Named),
    /// What is to be confirmed is confirmed within the year.
    Confirm(u64),
}

/// Chooses the sentences, in order.
#[must_use]
pub fn facts(picture: &Picture) -> Vec<Fact> {
    let mut facts = vec![match picture.expected {
        Some(expected) => Fact::Submitted {
            rate: Rate {
                numerator: picture.submitted as u64,
                denominator: expected as u64,
            },
            missing: picture.missing,
            drafts: picture.drafts,
        },
        None => Fact::Received(picture.submitted),
    }];
    if picture.doubtful > 0 {
        facts.push(Fact::Doubtful(picture.doubtful));
    }
    let Some(score) = picture.now.score_tenths() else {
        return facts;
    };
    facts.push(Fact::Score(score, picture.now.implementation()));
    if let Some(all) = picture.before.and_then(|before| before.all.change_tenths()) {
        let alike = picture
            .before
            .and_then(|before| before.alike.change_tenths());
        facts.push(Fact::Changed(all, alike));
    }
    let clauses = picture.weakest.as_ref().zip(picture.strongest.as_ref());
    if let Some((weakest, strongest)) = clauses.filter(|(one, other)| one.tenths < other.tenths) {
        facts.push(Fact::Clauses(weakest.clone(), strongest.clone()));
    }
    facts.push(match picture.now.critical_failures {
        0 => Fact::NoCritical,
        answers => Fact::Critical(answers, picture.critical_departments),
    });
    let failing = picture.failing.as_ref();
    if let Some(failing) = failing.filter(|failing| failing.rate.numerator > 0) {
        facts.push(Fact::Failing(failing.clone()));
    }
    if let Some(before) = &picture.before {
        facts.push(Fact::Moved(before.moved));
        if before.revised != Revised::default() {
            facts.push(Fact::Revised(before.revised));
        }
    }
    facts
}

/// Chooses what is to be done next, most pressing first.
#[must_use]
pub fn steps(picture: &Picture) -> Vec<Step> {
    let mut steps = Vec::new();
    let waited_for = picture.missing + picture.drafts;
    if waited_for > 0 {
        steps.push(Step::Collect(waited_for));
    }
    if picture.doubtful > 0 {
        steps.push(Step::Clear(picture.doubtful));
    }
    if picture.now.critical_failures > 0 {
        steps.push(Step::MendCritical(picture.now.critical_failures));
    }
    let again = picture.before.map_or(0, |before| before.moved.failed_again);
    if again > 0 {
        steps.push(Step::Plan(again));
    }
    let weakest = picture.weakest.as_ref();
    if let Some(weakest) = weakest.filter(|weakest| weakest.tone >= TONE_TO_LOOK_AT) {
        steps.push(Step::LookAt(weakest.clone()));
    }
    if picture.now.to_be_confirmed > 0 {
        steps.push(Step::Confirm(picture.now.to_be_confirmed));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::mark::Mark;
    use crate::domain::score::Entry;
    use crate::fixture;

    fn figures(marks: &[Mark]) -> Figures {
        let entry = |mark: &Mark| Entry {
            weight: 1,
            critical: true,
            mark: Some(*mark),
        };
        Figures::of(marks.iter().map(entry), fixture::scale())
    }

    fn named(label: &str, tenths: u32, tone: usize) -> Named {
        Named {
            label: label.into(),
            tenths,
            tone,
        }
    }

    #[test]
    fn without_answers_only_the_submission_is_told() {
        let picture = Picture {
            expected: Some(3),
            missing: 3,
            ..Picture::default()
        };
        let rate = Rate {
            numerator: 0,
            denominator: 3,
        };
        let told = Fact::Submitted {
            rate,
            missing: 3,
            drafts: 0,
        };
        assert_eq!(facts(&picture), [told]);
        assert_eq!(steps(&picture), [Step::Collect(3)]);
        assert_eq!(facts(&Picture::default()), [Fact::Received(0)]);
        assert_eq!(steps(&Picture::default()), []);
    }

    #[test]
    fn the_year_before_is_told_only_where_it_has_a_score() {
        let now = figures(&[Mark::Implemented, Mark::NotImplemented]);
        let two = |before: &[Mark]| TwoYears {
            before: figures(before),
            now,
        };
        let mut picture = Picture {
            submitted: 1,
            now,
            before: Some(Before {
                all: two(&[Mark::NotImplemented]),
                ..Before::default()
            }),
            critical_departments: 1,
            ..Picture::default()
        };
        let told = facts(&picture);
        assert!(told.contains(&Fact::Changed(500, None)), "{told:?}");
        assert!(told.contains(&Fact::Critical(1, 1)), "{told:?}");
        assert!(!told.iter().any(|fact| matches!(fact, Fact::Revised(_))));
        picture.before = Some(Before {
            all: two(&[Mark::NotApplicable]),
            ..Before::default()
        });
        let told = facts(&picture);
        assert!(!told.iter().any(|fact| matches!(fact, Fact::Changed(..))));
    }

    #[test]
    fn clauses_are_told_apart_only_when_they_differ() {
        let mut picture = Picture {
            now: figures(&[Mark::Implemented]),
            weakest: Some(named("a", 700, 2)),
            strongest: Some(named("b", 900, 0)),
            ..Picture::default()
        };
        let both = Fact::Clauses(named("a", 700, 2), named("b", 900, 0));
        assert!(facts(&picture).contains(&both));
        assert_eq!(steps(&picture), [Step::LookAt(named("a", 700, 2))]);
        picture.weakest = Some(named("b", 900, 0));
        let told = facts(&picture);
        assert!(!told.iter().any(|fact| matches!(fact, Fact::Clauses(..))));
        assert_eq!(steps(&picture), []);
    }

    #[test]
    fn steps_follow_from_what_is_open() {
        let picture = Picture {
            drafts: 1,
            doubtful: 2,
            now: figures(&[Mark::NotImplemented, Mark::ToBeConfirmed]),
            before: Some(Before {
                moved: Moved {
                    failed_again: 4,
                    ..Moved::default()
                },
                ..Before::default()
            }),
            ..Picture::default()
        };
        let expected = [
            Step::Collect(1),
            Step::Clear(2),
            Step::MendCritical(1),
            Step::Plan(4),
            Step::Confirm(1),
        ];
        assert_eq!(steps(&picture), expected);
    }
}
