//! Each column of the division's tables that the exports do not have.

use crate::text::columns::{self, Column, Content};

pub(in crate::text::columns) const STATE: Column =
    Column::new("state", "提出の状態", "State", Content::Word(super::STATE));
pub(in crate::text::columns) const COUNTED: Column = Column::new(
    "counted",
    "集計に入れたか",
    "Counted",
    Content::Word(columns::YES_NO),
);
pub(in crate::text::columns) const SCORE: Column =
    Column::new("score", "得点", "Score", Content::Text);
pub(in crate::text::columns) const SUMMARY_FILE: Column = Column::new(
    "summary_file",
    "集計のファイル",
    "Summary file",
    Content::Text,
);
pub(in crate::text::columns) const ANSWERS_FILE: Column = Column::new(
    "answers_file",
    "回答のファイル",
    "Answers file",
    Content::Text,
);
pub(in crate::text::columns) const FAULT_FILE: Column = Column::new(
    "fault_file",
    "指摘のファイル",
    "File of the finding",
    Content::Text,
);
pub(in crate::text::columns) const FAULT_ROW: Column =
    Column::new("fault_row", "指摘の行", "Row of the finding", Content::Text);
pub(in crate::text::columns) const FAULT_COLUMN: Column = Column::new(
    "fault_column",
    "指摘の列",
    "Column of the finding",
    Content::Text,
);
pub(in crate::text::columns) const REASON: Column =
    Column::new("reason", "理由", "Reason", Content::Text);
pub(in crate::text::columns) const TODO: Column =
    Column::new("todo", "すること", "What to do", Content::Text);
pub(in crate::text::columns) const ITEMS: Column =
    Column::new("items", "項目数", "Items", Content::Text);
pub(in crate::text::columns) const NOT_APPLICABLE: Column = Column::new(
    "not_applicable",
    "対象外の数",
    "Not applicable",
    Content::Text,
);
pub(in crate::text::columns) const APPLICABLE: Column =
    Column::new("applicable", "対象の数", "Applicable", Content::Text);
pub(in crate::text::columns) const UNANSWERED: Column =
    Column::new("unanswered", "未回答の数", "Unanswered", Content::Text);
pub(in crate::text::columns) const TO_BE_CONFIRMED: Column = Column::new(
    "to_be_confirmed",
    "確認中の数",
    "To be confirmed",
    Content::Text,
);
pub(in crate::text::columns) const IMPLEMENTED: Column =
    Column::new("implemented", "実施の数", "Implemented", Content::Text);
pub(in crate::text::columns) const PARTIAL: Column = Column::new(
    "partial",
    "一部実施の数",
    "Partly implemented",
    Content::Text,
);
pub(in crate::text::columns) const NOT_IMPLEMENTED: Column = Column::new(
    "not_implemented",
    "未実施の数",
    "Not implemented",
    Content::Text,
);
pub(in crate::text::columns) const RESPONSE_RATE: Column = Column::new(
    "response_rate",
    "回答率（%）",
    "Response rate (%)",
    Content::Text,
);
pub(in crate::text::columns) const APPLICABILITY_RATE: Column = Column::new(
    "applicability_rate",
    "適用率（%）",
    "Applicability rate (%)",
    Content::Text,
);
pub(in crate::text::columns) const IMPLEMENTATION_RATE: Column = Column::new(
    "implementation_rate",
    "実施率（%）",
    "Implementation rate (%)",
    Content::Text,
);
pub(in crate::text::columns) const SCORE_MIN: Column = Column::new(
    "score_min",
    "得点の幅の下限",
    "Lowest possible score",
    Content::Text,
);
pub(in crate::text::columns) const SCORE_MAX: Column = Column::new(
    "score_max",
    "得点の幅の上限",
    "Highest possible score",
    Content::Text,
);
pub(in crate::text::columns) const CRITICAL_FAILURES: Column = Column::new(
    "critical_failures",
    "重点項目の未実施の数",
    "Critical items not implemented",
    Content::Text,
);
pub(in crate::text::columns) const GRADE: Column =
    Column::new("grade", "等級", "Grade", Content::Text);
pub(in crate::text::columns) const PREVIOUS_DEPARTMENTS: Column = Column::new(
    "previous_departments",
    "前年度の所属コード",
    "Departments it continues",
    Content::Text,
);
pub(in crate::text::columns) const PREVIOUS_SCORE: Column = Column::new(
    "previous_score",
    "前年度の得点",
    "Score of the year before",
    Content::Text,
);
pub(in crate::text::columns) const SCORE_CHANGE: Column = Column::new(
    "score_change",
    "得点の前年度との差",
    "Change of the score",
    Content::Text,
);
pub(in crate::text::columns) const ALIKE_ITEMS: Column = Column::new(
    "alike_items",
    "前年度と同じ設問の数",
    "Items asked alike in both years",
    Content::Text,
);
pub(in crate::text::columns) const ALIKE_PREVIOUS_SCORE: Column = Column::new(
    "alike_previous_score",
    "同じ設問だけの前年度の得点",
    "Score of the year before, items asked alike",
    Content::Text,
);
pub(in crate::text::columns) const ALIKE_SCORE: Column = Column::new(
    "alike_score",
    "同じ設問だけの得点",
    "Score, items asked alike",
    Content::Text,
);
pub(in crate::text::columns) const ALIKE_CHANGE: Column = Column::new(
    "alike_change",
    "同じ設問だけの得点の差",
    "Change of the score, items asked alike",
    Content::Text,
);
pub(in crate::text::columns) const SCOPE_KIND: Column = Column::new(
    "scope_kind",
    "区分",
    "Kind of scope",
    Content::Word(columns::SCOPE_KIND),
);
pub(in crate::text::columns) const SCOPE_ID: Column =
    Column::new("scope_id", "区分ID", "Scope id", Content::Text);
pub(in crate::text::columns) const SCOPE_LABEL: Column = Column::new(
    "scope_label",
    "区分名",
    "Scope",
    Content::Word(columns::SCOPE_LABEL),
);
pub(in crate::text::columns) const DEPARTMENTS: Column =
    Column::new("departments", "所属の数", "Departments", Content::Text);
pub(in crate::text::columns) const ITEM_ID: Column =
    Column::new("item_id", "項目ID", "Item id", Content::Text);
pub(in crate::text::columns) const ITEM_HASH: Column =
    Column::new("item_hash", "項目の照合値", "Item hash", Content::Text);
pub(in crate::text::columns) const CLAUSE: Column =
    Column::new("clause", "号・細目ID", "Clause id", Content::Text);
pub(in crate::text::columns) const CITATION: Column =
    Column::new("citation", "根拠", "Citation", Content::Text);
pub(in crate::text::columns) const QUESTION: Column =
    Column::new("question", "設問", "Question", Content::Text);
pub(in crate::text::columns) const WEIGHT: Column =
    Column::new("weight", "重み", "Weight", Content::Text);
pub(in crate::text::columns) const CRITICAL: Column = Column::new(
    "critical",
    "重点項目",
    "Critical",
    Content::Word(columns::YES_NO),
);
pub(in crate::text::columns) const FAILED_RANK: Column = Column::new(
    "failed_rank",
    "未実施の多い順",
    "Rank by not implemented",
    Content::Text,
);
pub(in crate::text::columns) const NOT_APPLICABLE_RANK: Column = Column::new(
    "not_applicable_rank",
    "対象外の多い順",
    "Rank by not applicable",
    Content::Text,
);
pub(in crate::text::columns) const PREVIOUS_NOT_IMPLEMENTED: Column = Column::new(
    "previous_not_implemented",
    "前年度の未実施の数",
    "Not implemented the year before",
    Content::Text,
);
pub(in crate::text::columns) const FAILED_AGAIN_COUNT: Column = Column::new(
    "failed_again",
    "前年度からの継続の数",
    "Not implemented again",
    Content::Text,
);
pub(in crate::text::columns) const PREVIOUS_DEPARTMENT_CODE: Column = Column::new(
    "previous_department_code",
    "前年度の所属コード",
    "Department of the year before",
    Content::Text,
);
pub(in crate::text::columns) const PREVIOUS_MARK: Column = Column::new(
    "previous_mark",
    "前年度の回答",
    "Mark of the year before",
    Content::Word(columns::MARK),
);
pub(in crate::text::columns) const MARK: Column =
    Column::new("mark", "回答", "Mark", Content::Word(columns::MARK));
pub(in crate::text::columns) const CHANGE: Column =
    Column::new("change", "変化", "Change", Content::Word(super::CHANGE));
pub(in crate::text::columns) const ASKED_ALIKE: Column = Column::new(
    "asked_alike",
    "前年度と同じ設問か",
    "Asked alike",
    Content::Word(columns::YES_NO),
);
pub(in crate::text::columns) const EVIDENCE: Column = Column::new(
    "evidence",
    "確認資料の有無",
    "Evidence",
    Content::Word(columns::YES_NO),
);
pub(in crate::text::columns) const FILE: Column =
    Column::new("file", "ファイル", "File", Content::Text);
pub(in crate::text::columns) const ROW: Column = Column::new("row", "行", "Row", Content::Text);
pub(in crate::text::columns) const REMARK: Column =
    Column::new("remark", "備考", "Remark", Content::Text);
pub(in crate::text::columns) const FAILED_AGAIN_HERE: Column = Column::new(
    "failed_again",
    "前年度からの継続",
    "Not implemented again",
    Content::Word(columns::YES_NO),
);
pub(super) const CLAUSE_PATH: Column = Column::new(
    "clause_path",
    "条から細目までのID",
    "Article and clauses",
    Content::Text,
);
pub(super) const TIERS: Column =
    Column::new("tiers", "系統", "Tiers", Content::List(columns::TIER));
pub(super) const MARK_VALUE: Column =
    Column::new("mark_value", "回答の点", "Worth of the mark", Content::Text);
pub(super) const MARK_SOURCE: Column = Column::new(
    "mark_source",
    "回答の由来",
    "Source of the mark",
    Content::Word(columns::MARK_SOURCE),
);
pub(super) const RANK: Column = Column::new("rank", "得点の順位", "Rank", Content::Text);
pub(super) const RANKED_DEPARTMENTS: Column = Column::new(
    "ranked_departments",
    "順位の母数n",
    "Ranked departments n",
    Content::Text,
);
pub(super) const DEVIATION: Column =
    Column::new("deviation", "偏差値", "Deviation value", Content::Text);
