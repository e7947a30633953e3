//! Texts as they are compared in a search, what a search finds, and criteria taken apart.

use unicode_normalization::UnicodeNormalization as _;

use super::reading::reads_like;
use crate::domain::checklist::{Checklist, Item};
use crate::domain::mark::Mark;
use crate::domain::progress::asked_at;
use crate::domain::record::TextField;
use crate::domain::workbook::Workbook;

/// Returns a copy for comparing: compatibility forms, case, kana and the two spellings of
/// resilience (強靭 and 強靱) made alike.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|sign| !sign.is_whitespace())
        .map(|sign| match sign {
            '\u{30a1}'..='\u{30f6}' => char::from_u32(sign as u32 - 0x60).unwrap_or(sign),
            '靱' => '靭',
            other => other,
        })
        .collect()
}

/// Tells whether a citation begins with what was typed, brackets left out on both sides: `632` finds
/// `6(3)②`.
#[must_use]
pub fn is_citation(citation: &str, typed: &str) -> bool {
    let bare = |text: &str| -> String {
        let text = folded(text);
        text.chars().filter(|sign| sign.is_alphanumeric()).collect()
    };
    let typed = bare(typed);
    !typed.is_empty() && bare(citation).starts_with(&typed)
}

/// Takes a criterion apart where it names alternatives.
#[must_use]
pub fn alternatives(criterion: &str) -> Vec<String> {
    criterion
        .split("、又は")
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

/// Returns proposals for a text: the parts of the chosen criterion.
#[must_use]
pub fn proposals(item: &Item, mark: Option<Mark>, field: TextField) -> Vec<String> {
    let criterion = match field {
        TextField::Reason => item.criterion(Mark::NotApplicable),
        TextField::Remark => mark.and_then(|mark| match mark {
            Mark::ToBeConfirmed => None,
            other => item.criterion(other),
        }),
        TextField::Approver => None,
    };
    criterion.map_or_else(Vec::new, alternatives)
}

/// Returns the positions of the items whose question, id or clause holds what is looked for, written
/// or read; all of them when nothing is. A number is a question's place in the walk first of all.
#[must_use]
pub fn found(checklist: &Checklist, workbook: &Workbook, wanted: &str) -> Vec<usize> {
    let number = folded(wanted).parse().ok();
    let numbered = number.and_then(|number| asked_at(checklist, workbook, number));
    let rest = (0..checklist.items.len())
        .filter(|&position| Some(position) != numbered && holds(checklist, position, wanted));
    numbered.into_iter().chain(rest).collect()
}

fn holds(checklist: &Checklist, position: usize, wanted: &str) -> bool {
    let Some(item) = checklist.items.get(position) else {
        return false;
    };
    let clause = checklist.clause_of(position);
    let citation = clause.map_or("", |clause| clause.citation.as_str());
    let heading = clause.map_or("", |clause| clause.heading.as_str());
    let cited = format!("{citation} {heading}");
    let plain = folded(wanted);
    [item.question.as_str(), item.id.as_str(), &cited]
        .into_iter()
        .any(|text| folded(text).contains(&plain))
        || is_citation(citation, wanted)
        || [item.question.as_str(), heading]
            .into_iter()
            .any(|text| reads_like(text, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_word_are_found() {
        assert_eq!(folded("ＬＧＷＡＮ系　データ"), folded("lgwan系でーた"));
        assert_eq!(folded("強靱性"), folded("強靭性"));
        assert_eq!(folded("ｼｽﾃﾑ"), folded("システム"));
    }

    #[test]
    fn a_citation_is_found_with_and_without_its_brackets() {
        for typed in ["6(3)②", "６（３）②", "632", "6(3)", "6 3"] {
            assert!(is_citation("6(3)②", typed), "{typed}");
        }
        assert!(!is_citation("6(3)②", "32"));
        assert!(!is_citation("6(3)②", "()"));
    }

    #[test]
    fn a_criterion_is_taken_apart_at_its_alternatives() {
        assert_eq!(
            alternatives("見ていない端末がある、又は見つけた接続を外して報告した"),
            ["見ていない端末がある", "見つけた接続を外して報告した"]
        );
    }
}
