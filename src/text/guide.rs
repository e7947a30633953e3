//! What a screen and a field are for, in words of the office: the first part of the help.

#[path = "guide/en.rs"]
mod en;
#[path = "guide/ja.rs"]
mod ja;

use super::Lang;

type Str = &'static str;

/// What the help is asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Topic {
    /// The first start.
    Tour,
    /// The list of workbooks.
    Home,
    /// Beginning a workbook.
    Setup,
    /// How the screen looks.
    Appearance,
    /// The questions about the department.
    Profile,
    /// The walk, at one of its fields.
    Walk(WalkField),
    /// The overview.
    Overview,
    /// The review before confirming.
    Review,
    /// The review of a confirmed workbook.
    Confirmed,
    /// The export.
    Export,
    /// The look before an export.
    Look,
    /// Merging a copy.
    Merge,
    /// Taking a return slip.
    Taking,
    /// The history.
    History,
    /// A page of text.
    Page,
    /// A text being written.
    Writing(WalkField),
    /// The list of evidence.
    Evidence,
    /// A few fields over a screen.
    Fields,
    /// A question with a few answers.
    Question,
    /// The search.
    Search,
    /// Finding an action.
    Palette,
    /// What a division collected.
    Desk,
    /// A department of it.
    Department,
    /// An item of it across departments.
    Item,
    /// The search of it.
    Find,
    /// Collecting.
    Collect,
    /// Making return slips.
    Returns,
    /// The roster.
    Roster,
}

/// A field of the walk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WalkField {
    /// The choices.
    Choice,
    /// Taking back in what the profile sets aside.
    Included,
    /// The remark.
    Remark,
    /// The evidence.
    Evidence,
    /// The reason of －.
    Reason,
    /// Who approved －.
    Approver,
    /// Last year's answer.
    Previous,
    /// The flag.
    Flag,
    /// The clause.
    Clause,
}

/// Every topic, for tests of the words.
pub const TOPICS: [Topic; 38] = [
    Topic::Tour,
    Topic::Home,
    Topic::Setup,
    Topic::Appearance,
    Topic::Profile,
    Topic::Walk(WalkField::Choice),
    Topic::Walk(WalkField::Included),
    Topic::Walk(WalkField::Remark),
    Topic::Walk(WalkField::Evidence),
    Topic::Walk(WalkField::Reason),
    Topic::Walk(WalkField::Approver),
    Topic::Walk(WalkField::Previous),
    Topic::Walk(WalkField::Flag),
    Topic::Walk(WalkField::Clause),
    Topic::Overview,
    Topic::Review,
    Topic::Confirmed,
    Topic::Export,
    Topic::Look,
    Topic::Merge,
    Topic::Taking,
    Topic::History,
    Topic::Page,
    Topic::Writing(WalkField::Remark),
    Topic::Writing(WalkField::Reason),
    Topic::Writing(WalkField::Approver),
    Topic::Evidence,
    Topic::Fields,
    Topic::Question,
    Topic::Search,
    Topic::Palette,
    Topic::Desk,
    Topic::Department,
    Topic::Item,
    Topic::Find,
    Topic::Collect,
    Topic::Returns,
    Topic::Roster,
];

impl Topic {
    /// Tells whether figures are shown there, so that their formulas belong to the help.
    #[must_use]
    pub const fn has_figures(self) -> bool {
        matches!(
            self,
            Self::Overview
                | Self::Review
                | Self::Confirmed
                | Self::Export
                | Self::Desk
                | Self::Department
                | Self::Item
        )
    }
}

/// Returns what a place is for, what to do there, and what becomes of it.
#[must_use]
pub const fn lines(lang: Lang, topic: Topic) -> &'static [Str] {
    match lang {
        Lang::Ja => ja::lines(topic),
        Lang::En => en::lines(topic),
    }
}

/// Returns the formulas of the figures: a heading, then name and formula.
#[must_use]
pub const fn figures(lang: Lang) -> (Str, &'static [(Str, Str)]) {
    match lang {
        Lang::Ja => (ja::FIGURES_HEADING, &ja::FIGURES),
        Lang::En => (en::FIGURES_HEADING, &en::FIGURES),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_explained_in_two_to_six_short_lines() {
        for lang in [Lang::Ja, Lang::En] {
            for topic in TOPICS {
                let lines = lines(lang, topic);
                assert!((2..=6).contains(&lines.len()), "{lang:?} {topic:?}");
                for line in lines {
                    assert!(line.chars().count() <= 76, "{lang:?} {topic:?}: {line}");
                }
            }
        }
    }

    #[test]
    fn the_formulas_are_called_as_the_screens_call_the_figures() {
        for lang in [Lang::Ja, Lang::En] {
            let words = &lang.strings().figures;
            let names: Vec<Str> = figures(lang).1.iter().map(|(name, _)| *name).collect();
            let shown = [
                words.response,
                words.applicability,
                words.implementation,
                words.score,
                words.band,
                lang.strings().overview.critical,
                words.grade,
            ];
            assert_eq!(names, shown, "{lang:?}");
        }
    }
}
