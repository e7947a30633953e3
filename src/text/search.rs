//! Texts as they are compared in a search, what a search finds, and criteria taken apart.

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::checklist::{Checklist, Item};
use crate::domain::mark::Mark;
use crate::domain::record::TextField;

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

/// Returns the positions of the items whose question, id or clause holds what is looked for; all
/// of them when nothing is.
#[must_use]
pub fn found(checklist: &Checklist, wanted: &str) -> Vec<usize> {
    let wanted = folded(wanted);
    (0..checklist.items.len())
        .filter(|&position| wanted.is_empty() || holds(checklist, position, &wanted))
        .collect()
}

fn holds(checklist: &Checklist, position: usize, wanted: &str) -> bool {
    let Some(item) = checklist.items.get(position) else {
        return false;
    };
    let citation = checklist
        .clause_of(position)
        .map_or_else(String::new, |clause| {
            format!("{} {}", clause.citation, clause.heading)
        });
    [item.question.as_str(), item.id.as_str(), &citation]
        .into_iter()
        .any(|text| folded(text).contains(wanted))
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
    fn a_criterion_is_taken_apart_at_its_alternatives() {
        assert_eq!(
            alternatives("見ていない端末がある、又は見つけた接続を外して報告した"),
            ["見ていない端末がある", "見つけた接続を外して報告した"]
        );
    }
}
