//! The columns of the division's tables, and the words their cells may hold.

use super::{
    AGENCY, CHECKLIST_DIGEST, CONFIRMED_AT, CONFIRMED_BY, Column, DEPARTMENT, DEPARTMENT_CODE,
    EDITION, FISCAL_YEAR, MUNICIPALITY, MUNICIPALITY_CODE, RECEIPT, Word,
};

pub(super) mod fields;
mod governance;

pub use governance::{OUTLIER, OUTLIERS};

/// Words of what became of something handed in, in the order of [`State::ALL`].
///
/// [`State::ALL`]: crate::domain::ledger::State::ALL
pub const STATE: &[Word] = &[
    Word::new("submitted", "提出済"),
    Word::new("resubmitted", "再提出"),
    Word::new("superseded", "差替え前"),
    Word::new("duplicate", "重複"),
    Word::new("draft", "下書き"),
    Word::new("other_edition", "版違い"),
    Word::new("other_year", "年度違い"),
    Word::new("not_on_roster", "名簿にない"),
    Word::new("lost_characters", "文字落ち"),
    Word::new("altered", "改変あり"),
    Word::new("file_missing", "片方だけ"),
    Word::new("unreadable", "読めない"),
    Word::new("not_submitted", "未提出"),
];
/// Words of what became of an item since the year before, in the order of [`ChangeKind::ALL`].
///
/// [`ChangeKind::ALL`]: crate::domain::comparison::ChangeKind::ALL
pub const CHANGE: &[Word] = &[
    Word::new("improved", "改善"),
    Word::new("worsened", "悪化"),
    Word::new("failed_again", "未実施が継続"),
    Word::new("unchanged", "変化なし"),
    Word::new("now_applies", "新たに対象"),
    Word::new("no_longer_applies", "新たに対象外"),
    Word::new("no_answer", "どちらかが未回答"),
    Word::new("new", "新設の設問"),
    Word::new("withdrawn", "廃止の設問"),
];

/// The ledger: everything handed in, and who handed in nothing.
pub static LEDGER: [Column; 20] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    fields::STATE,
    fields::COUNTED,
    EDITION,
    CONFIRMED_AT,
    CONFIRMED_BY,
    fields::SCORE,
    RECEIPT,
    fields::SUMMARY_FILE,
    fields::ANSWERS_FILE,
    fields::FAULT_FILE,
    fields::FAULT_ROW,
    fields::FAULT_COLUMN,
    fields::REASON,
    fields::TODO,
];

/// Departments that count.
pub static BY_DEPARTMENT: [Column; 35] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    fields::STATE,
    fields::ITEMS,
    fields::NOT_APPLICABLE,
    fields::APPLICABLE,
    fields::UNANSWERED,
    fields::TO_BE_CONFIRMED,
    fields::IMPLEMENTED,
    fields::PARTIAL,
    fields::NOT_IMPLEMENTED,
    fields::RESPONSE_RATE,
    fields::APPLICABILITY_RATE,
    fields::IMPLEMENTATION_RATE,
    fields::SCORE,
    fields::SCORE_MIN,
    fields::SCORE_MAX,
    fields::CRITICAL_FAILURES,
    fields::GRADE,
    fields::PREVIOUS_DEPARTMENTS,
    fields::PREVIOUS_SCORE,
    fields::SCORE_CHANGE,
    fields::ALIKE_ITEMS,
    fields::ALIKE_PREVIOUS_SCORE,
    fields::ALIKE_SCORE,
    fields::ALIKE_CHANGE,
    RECEIPT,
    fields::ANSWERS_FILE,
    fields::RANK,
    fields::RANKED_DEPARTMENTS,
    fields::DEVIATION,
];

/// Articles, clauses and tiers, over all departments.
pub static BY_CLAUSE: [Column; 28] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    fields::SCOPE_KIND,
    fields::SCOPE_ID,
    fields::SCOPE_LABEL,
    fields::DEPARTMENTS,
    fields::ITEMS,
    fields::NOT_APPLICABLE,
    fields::APPLICABLE,
    fields::UNANSWERED,
    fields::TO_BE_CONFIRMED,
    fields::IMPLEMENTED,
    fields::PARTIAL,
    fields::NOT_IMPLEMENTED,
    fields::RESPONSE_RATE,
    fields::APPLICABILITY_RATE,
    fields::IMPLEMENTATION_RATE,
    fields::SCORE,
    fields::SCORE_MIN,
    fields::SCORE_MAX,
    fields::CRITICAL_FAILURES,
    fields::PREVIOUS_SCORE,
    fields::SCORE_CHANGE,
    fields::ALIKE_ITEMS,
    fields::ALIKE_PREVIOUS_SCORE,
    fields::ALIKE_SCORE,
    fields::ALIKE_CHANGE,
];

/// Articles, clauses and tiers of each department.
pub static BY_DEPARTMENT_CLAUSE: [Column; 30] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    fields::SCOPE_KIND,
    fields::SCOPE_ID,
    fields::SCOPE_LABEL,
    fields::ITEMS,
    fields::NOT_APPLICABLE,
    fields::APPLICABLE,
    fields::UNANSWERED,
    fields::TO_BE_CONFIRMED,
    fields::IMPLEMENTED,
    fields::PARTIAL,
    fields::NOT_IMPLEMENTED,
    fields::RESPONSE_RATE,
    fields::APPLICABILITY_RATE,
    fields::IMPLEMENTATION_RATE,
    fields::SCORE,
    fields::SCORE_MIN,
    fields::SCORE_MAX,
    fields::CRITICAL_FAILURES,
    fields::PREVIOUS_SCORE,
    fields::SCORE_CHANGE,
    fields::ALIKE_ITEMS,
    fields::ALIKE_PREVIOUS_SCORE,
    fields::ALIKE_SCORE,
    fields::ALIKE_CHANGE,
];

/// Items, over all departments.
pub static BY_ITEM: [Column; 25] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    fields::ITEM_ID,
    fields::ITEM_HASH,
    fields::CLAUSE,
    fields::CITATION,
    fields::QUESTION,
    fields::WEIGHT,
    fields::CRITICAL,
    fields::DEPARTMENTS,
    fields::NOT_APPLICABLE,
    fields::APPLICABLE,
    fields::UNANSWERED,
    fields::TO_BE_CONFIRMED,
    fields::IMPLEMENTED,
    fields::PARTIAL,
    fields::NOT_IMPLEMENTED,
    fields::APPLICABILITY_RATE,
    fields::IMPLEMENTATION_RATE,
    fields::SCORE,
    fields::FAILED_RANK,
    fields::NOT_APPLICABLE_RANK,
    fields::PREVIOUS_NOT_IMPLEMENTED,
    fields::FAILED_AGAIN_COUNT,
];

/// Items whose answer or wording differs from the year before.
pub static CHANGES: [Column; 20] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    fields::PREVIOUS_DEPARTMENT_CODE,
    fields::ITEM_ID,
    fields::CLAUSE,
    fields::CITATION,
    fields::QUESTION,
    fields::WEIGHT,
    fields::CRITICAL,
    fields::PREVIOUS_MARK,
    fields::MARK,
    fields::CHANGE,
    fields::ASKED_ALIKE,
    fields::EVIDENCE,
    fields::FILE,
    fields::ROW,
];

/// Every △, × and ？, with its remark.
pub static OPEN_POINTS: [Column; 18] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    fields::ITEM_ID,
    fields::CLAUSE,
    fields::CITATION,
    fields::QUESTION,
    fields::WEIGHT,
    fields::CRITICAL,
    fields::MARK,
    fields::REMARK,
    fields::PREVIOUS_MARK,
    fields::FAILED_AGAIN_HERE,
    fields::FILE,
    fields::ROW,
];

/// The answers that count, laid out for engines that read many files as one table; the year and the
/// municipality stand in the path.
pub static LAID_OUT: [Column; 17] = [
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    EDITION,
    CHECKLIST_DIGEST,
    CONFIRMED_AT,
    RECEIPT,
    fields::ITEM_ID,
    fields::ITEM_HASH,
    fields::CLAUSE,
    fields::CLAUSE_PATH,
    fields::WEIGHT,
    fields::CRITICAL,
    fields::TIERS,
    fields::MARK,
    fields::MARK_VALUE,
    fields::MARK_SOURCE,
];

/// Who continues whom of the year before, beside [`LAID_OUT`].
pub static LINEAGE: [Column; 2] = [DEPARTMENT_CODE, fields::PREVIOUS_DEPARTMENT_CODE];

/// A table of the division: the file's name without its ending, and its columns.
pub static TABLES: [(&str, &[Column]); 8] = [
    ("ledger", &LEDGER),
    ("by_department", &BY_DEPARTMENT),
    ("by_clause", &BY_CLAUSE),
    ("by_department_clause", &BY_DEPARTMENT_CLAUSE),
    ("by_item", &BY_ITEM),
    ("changes", &CHANGES),
    ("open_points", &OPEN_POINTS),
    ("outliers", &OUTLIERS),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::comparison::ChangeKind;
    use crate::domain::ledger::State;

    #[test]
    fn every_code_has_its_word_in_order() {
        let codes = |words: &[Word]| words.iter().map(|word| word.code).collect::<Vec<_>>();
        assert_eq!(codes(STATE), State::ALL.map(State::code));
        assert_eq!(codes(CHANGE), ChangeKind::ALL.map(ChangeKind::code));
    }

    #[test]
    fn no_two_columns_of_a_table_share_a_heading() {
        for (name, columns) in TABLES {
            for (index, column) in columns.iter().enumerate() {
                for other in &columns[..index] {
                    assert!(
                        column.id != other.id && column.ja != other.ja,
                        "{name} {}",
                        column.id
                    );
                }
            }
        }
    }
}
