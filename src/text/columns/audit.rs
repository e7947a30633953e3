//! The columns of audits: of the sample, of what auditors hand in, and of the tables made of it.

use super::collection::fields;
use super::{
    AGENCY, Column, Content, DEPARTMENT, DEPARTMENT_CODE, FISCAL_YEAR, MARK, MUNICIPALITY,
    MUNICIPALITY_CODE, Word, YES_NO,
};

/// Words of how a mark stands to the auditors', in the order of [`Outcome::ALL`]; and of what has
/// no submission to stand beside.
///
/// [`Outcome::ALL`]: crate::domain::audit::Outcome::ALL
pub const OUTCOME: &[Word] = &[
    Word::new("agrees", "一致"),
    Word::new("over_estimated", "過大評価"),
    Word::new("under_estimated", "過小評価"),
    Word::new("applicability_differs", "対象か対象外かの違い"),
    Word::new("not_assessed", "未回答"),
    Word::new(NO_SUBMISSION, "比べる提出がない"),
];

/// The code of what has no submission to stand beside.
pub const NO_SUBMISSION: &str = "no_submission";

const AUDITED_MARK: Column = Column::new(
    "audited_mark",
    "監査の回答",
    "Mark found by the auditors",
    Content::Word(MARK),
);
const FINDING: Column = Column::new("finding", "監査の所見", "Finding", Content::Text);
const AUDITED: Column = Column::new(
    "audited",
    "監査した項目の数",
    "Items audited",
    Content::Text,
);
const AUDITED_DEPARTMENTS: Column = Column::new(
    "audited",
    "監査した所属の数",
    "Departments audited",
    Content::Text,
);
const AGREES: Column = Column::new("agrees", "一致の数", "Agree", Content::Text);
const OVER: Column = Column::new(
    "over_estimated",
    "過大評価の数",
    "Over-estimated",
    Content::Text,
);
const UNDER: Column = Column::new(
    "under_estimated",
    "過小評価の数",
    "Under-estimated",
    Content::Text,
);
const APPLICABILITY: Column = Column::new(
    "applicability_differs",
    "対象か対象外かの違いの数",
    "Differ on applicability",
    Content::Text,
);
const NOT_ASSESSED: Column = Column::new(
    "not_assessed",
    "未回答だった数",
    "Not assessed",
    Content::Text,
);
const AGREEMENT_RATE: Column = Column::new(
    "agreement_rate",
    "一致率（%）",
    "Agreement (%)",
    Content::Text,
);
const OVER_RATE: Column = Column::new(
    "over_estimation_rate",
    "過大評価率（%）",
    "Over-estimation (%)",
    Content::Text,
);
const OWN_SCORE: Column = Column::new(
    "own_score",
    "自己点検の得点",
    "Score of the own marks",
    Content::Text,
);
const AUDITED_SCORE: Column = Column::new(
    "audited_score",
    "監査の得点",
    "Score of the auditors' marks",
    Content::Text,
);
const EXCESS: Column = Column::new("excess", "得点の差", "Own minus audited", Content::Text);

/// What auditors fill in. Only the codes, the items and what they found are read.
pub static AUDIT: [Column; 10] = [
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    fields::ITEM_ID,
    fields::CITATION,
    fields::QUESTION,
    fields::MARK,
    fields::REMARK,
    AUDITED_MARK,
    FINDING,
];

/// What was audited, beside the departments' own marks.
pub static AUDIT_FINDINGS: [Column; 14] = [
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    fields::ITEM_ID,
    fields::CITATION,
    fields::QUESTION,
    fields::MARK,
    AUDITED_MARK,
    Column::new("outcome", "比べた結果", "Outcome", Content::Word(OUTCOME)),
    fields::REMARK,
    FINDING,
    fields::FILE,
    fields::ROW,
];

/// How the departments' marks stand to the auditors', for each department and year.
pub static AUDIT_DEPARTMENTS: [Column; 15] = [
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    AUDITED,
    AGREES,
    OVER,
    UNDER,
    APPLICABILITY,
    NOT_ASSESSED,
    AGREEMENT_RATE,
    OVER_RATE,
    OWN_SCORE,
    AUDITED_SCORE,
    EXCESS,
];

/// The same for each item and year.
pub static AUDIT_ITEMS: [Column; 15] = [
    FISCAL_YEAR,
    fields::ITEM_ID,
    fields::CITATION,
    fields::QUESTION,
    AUDITED_DEPARTMENTS,
    AGREES,
    OVER,
    UNDER,
    APPLICABILITY,
    NOT_ASSESSED,
    AGREEMENT_RATE,
    OVER_RATE,
    OWN_SCORE,
    AUDITED_SCORE,
    EXCESS,
];

/// The departments that may be drawn for an audit.
pub static SAMPLE: [Column; 13] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    Column::new("drawn", "選んだか", "Drawn", Content::Word(YES_NO)),
    Column::new("order", "選んだ順", "Order", Content::Text),
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    fields::STATE,
    fields::SCORE,
    Column::new("weight", "選ばれやすさ", "Weight", Content::Text),
    Column::new("reasons", "理由", "Reasons", Content::Text),
    Column::new("seed", "種", "Seed", Content::Text),
];

/// The tables made of audits, each with the name of its file without the ending.
pub static AUDIT_TABLES: [(&str, &[Column]); 3] = [
    ("audit_findings", &AUDIT_FINDINGS),
    ("audit_departments", &AUDIT_DEPARTMENTS),
    ("audit_items", &AUDIT_ITEMS),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::Outcome;

    #[test]
    fn every_outcome_has_its_word_in_order() {
        let codes: Vec<&str> = OUTCOME.iter().map(|word| word.code).collect();
        let known = Outcome::ALL.map(Outcome::code);
        assert_eq!(codes[..5], known);
        assert_eq!(codes[5..], [NO_SUBMISSION]);
    }
}
