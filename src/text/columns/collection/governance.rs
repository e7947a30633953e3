//! The columns of the table of what deserves a look, and its words.

use super::fields;
use crate::text::columns::{
    AGENCY, Column, Content, DEPARTMENT, DEPARTMENT_CODE, FISCAL_YEAR, MARK, MUNICIPALITY,
    MUNICIPALITY_CODE, Word,
};

/// Words of what deserves a look, in the order of [`What::CODES`].
///
/// [`What::CODES`]: crate::domain::governance::What::CODES
pub const OUTLIER: &[Word] = &[
    Word::new("many_not_applicable", "対象外が多い所属"),
    Word::new("often_not_applicable", "対象外が多い設問"),
    Word::new("others_answer", "ほかの所属は対象"),
    Word::new("others_are_asked", "ほかの所属は属性で対象"),
    Word::new("left_open", "確認中のまま"),
    Word::new("improved_without_evidence", "資料のない改善"),
    Word::new("same_remark", "ほかの所属と同じ備考"),
    Word::new("too_fast", "短すぎる回答時間"),
    Word::new("changed_after_confirmation", "確定後の回答"),
    Word::new("changed_between_submissions", "再提出での変更"),
];

/// What deserves a look, with the figures that led to it.
pub static OUTLIERS: [Column; 21] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    Column::new(
        "outlier",
        "気になる点",
        "What deserves a look",
        Content::Word(OUTLIER),
    ),
    fields::ITEM_ID,
    fields::CLAUSE,
    fields::CITATION,
    fields::QUESTION,
    fields::MARK,
    Column::new(
        "compared_mark",
        "比べた回答",
        "Mark it is compared with",
        Content::Word(MARK),
    ),
    Column::new("value", "値", "Value", Content::Text),
    Column::new("others", "ほかの所属の値", "Value of others", Content::Text),
    Column::new("limit", "目安", "Limit", Content::Text),
    Column::new("n", "比べた数n", "Compared n", Content::Text),
    Column::new("explanation", "説明", "Explanation", Content::Text),
    fields::REMARK,
    fields::FILE,
    fields::ROW,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::governance::What;

    #[test]
    fn every_outlier_has_its_word_in_order() {
        let codes: Vec<&str> = OUTLIER.iter().map(|word| word.code).collect();
        assert_eq!(codes, What::CODES);
    }
}
