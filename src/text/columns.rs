//! The one table of CSV columns: id, Japanese heading, English heading, and what the cells hold.
//!
//! Under the Japanese header cells hold words, under the English one ids and codes. The receipt is
//! the same under both, so every word a cell may hold stands here beside its code.

pub mod audit;
pub mod checklist;
pub mod collection;
pub mod returning;
pub mod roster;

use crate::domain::checklist::Checklist;
use crate::domain::mark::Mark;
use crate::domain::standing::SetAside;

/// The language of headings and words in a CSV file.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Header {
    /// Japanese headings and the scale's words.
    #[default]
    Ja,
    /// Column ids as headings, and codes.
    En,
}

/// A word a cell may hold, and the code it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// The code.
    pub code: &'static str,
    /// The Japanese word.
    pub ja: &'static str,
}

impl Word {
    const fn new(code: &'static str, ja: &'static str) -> Self {
        Self { code, ja }
    }

    /// Returns the word as it stands in a cell.
    #[must_use]
    pub const fn under(&self, header: Header) -> &'static str {
        match header {
            Header::Ja => self.ja,
            Header::En => self.code,
        }
    }
}

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Content {
    /// Text, numbers or dates.
    Text,
    /// Numbers with one decimal.
    Tenths,
    /// One of these words; anything else is text.
    Word(&'static [Word]),
    /// Several of these words.
    List(&'static [Word]),
    /// A receipt or digest of the other columns, so not part of what it seals.
    Seal,
}

/// A column of a CSV file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its id, the heading under [`Header::En`].
    pub id: &'static str,
    /// Its Japanese heading.
    pub ja: &'static str,
    /// Its English name, for descriptions of the files.
    pub en: &'static str,
    /// What its cells hold.
    pub content: Content,
}

impl Column {
    const fn new(id: &'static str, ja: &'static str, en: &'static str, content: Content) -> Self {
        Self {
            id,
            ja,
            en,
            content,
        }
    }

    /// Returns the heading.
    #[must_use]
    pub const fn heading(&self, header: Header) -> &'static str {
        match header {
            Header::Ja => self.ja,
            Header::En => self.id,
        }
    }
}

/// Words of the status.
pub const STATUS: &[Word] = &[Word::new("draft", "下書き"), Word::new("confirmed", "確定")];
/// Words of the kinds of scope.
pub const SCOPE_KIND: &[Word] = &[
    Word::new("total", "全体"),
    Word::new("article", "条"),
    Word::new("clause", "号・細目"),
    Word::new("tier", "系統"),
];
/// The label of the scope of everything; other scopes bear the policy's own words.
pub const SCOPE_LABEL: &[Word] = &[Word::new("total", "全体")];
/// Words of the marks, as the shipped scale has them, in the order of [`Mark::ALL`].
pub const MARK: &[Word] = &[
    Word::new("implemented", "実施"),
    Word::new("partial", "一部実施"),
    Word::new("not_implemented", "未実施"),
    Word::new("not_applicable", "対象外"),
    Word::new("to_be_confirmed", "確認中"),
];
/// Words of the sources of a mark.
pub const MARK_SOURCE: &[Word] = &[
    Word::new("answered", "回答"),
    Word::new("carried", "前年度の回答を引継ぎ"),
    Word::new("profile", "所属の属性"),
];
/// Yes and no.
pub const YES_NO: &[Word] = &[Word::new("yes", "はい"), Word::new("no", "いいえ")];
/// Words of the tiers; cities name them differently, these short ones are the same everywhere.
pub const TIER: &[Word] = &[
    Word::new("mynumber", "個人番号"),
    Word::new("lgwan", "LGWAN"),
    Word::new("internet", "インターネット"),
    Word::new("common", "全系統"),
    Word::new("paper", "紙"),
];

const MUNICIPALITY_CODE: Column = Column::new(
    "municipality_code",
    "全国地方公共団体コード",
    "Municipality code",
    Content::Text,
);
const MUNICIPALITY: Column = Column::new("municipality", "団体名", "Municipality", Content::Text);
const FISCAL_YEAR: Column = Column::new("fiscal_year", "年度", "Fiscal year", Content::Text);
const DEPARTMENT_CODE: Column = Column::new(
    "department_code",
    "所属コード",
    "Department code",
    Content::Text,
);
const DEPARTMENT: Column = Column::new("department", "所属名", "Department", Content::Text);
const AGENCY: Column = Column::new("agency", "実施機関", "Executive agency", Content::Text);
const EDITION: Column = Column::new("edition", "方針の版", "Policy edition", Content::Text);
const CHECKLIST_DIGEST: Column = Column::new(
    "checklist_digest",
    "点検項目一覧の照合値",
    "Checklist digest",
    Content::Text,
);
const STATUS_COLUMN: Column = Column::new("status", "状態", "Status", Content::Word(STATUS));
const CONFIRMED_AT: Column = Column::new("confirmed_at", "確定日時", "Confirmed at", Content::Text);
const CONFIRMED_BY: Column = Column::new("confirmed_by", "確定者", "Confirmed by", Content::Text);
const JOURNAL_HEAD: Column =
    Column::new("journal_head", "記録の末尾", "Journal head", Content::Text);
const RECEIPT: Column = Column::new("receipt", "受付照合番号", "Receipt", Content::Seal);
const DIGEST: Column = Column::new("digest", "このファイルの照合値", "Digest", Content::Seal);

/// The columns that say whose file it is; the same in every row of both files.
pub const IDENTITY: [Column; 11] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    EDITION,
    CHECKLIST_DIGEST,
    STATUS_COLUMN,
    CONFIRMED_AT,
    CONFIRMED_BY,
];

/// The columns of the summary: one row for each scope.
pub static SUMMARY: [Column; 36] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    EDITION,
    CHECKLIST_DIGEST,
    STATUS_COLUMN,
    CONFIRMED_AT,
    CONFIRMED_BY,
    Column::new(
        "scope_kind",
        "区分",
        "Kind of scope",
        Content::Word(SCOPE_KIND),
    ),
    Column::new("scope_id", "区分ID", "Scope id", Content::Text),
    Column::new("scope_label", "区分名", "Scope", Content::Word(SCOPE_LABEL)),
    Column::new("items", "項目数", "Items", Content::Text),
    Column::new(
        "not_applicable",
        "対象外の数",
        "Not applicable",
        Content::Text,
    ),
    Column::new("applicable", "対象の数", "Applicable", Content::Text),
    Column::new("unanswered", "未回答の数", "Unanswered", Content::Text),
    Column::new(
        "to_be_confirmed",
        "確認中の数",
        "To be confirmed",
        Content::Text,
    ),
    Column::new("implemented", "実施の数", "Implemented", Content::Text),
    Column::new(
        "partial",
        "一部実施の数",
        "Partly implemented",
        Content::Text,
    ),
    Column::new(
        "not_implemented",
        "未実施の数",
        "Not implemented",
        Content::Text,
    ),
    Column::new(
        "response_rate",
        "回答率（%）",
        "Response rate (%)",
        Content::Tenths,
    ),
    Column::new(
        "applicability_rate",
        "適用率（%）",
        "Applicability rate (%)",
        Content::Tenths,
    ),
    Column::new(
        "implementation_rate",
        "実施率（%）",
        "Implementation rate (%)",
        Content::Tenths,
    ),
    Column::new("score", "得点", "Score", Content::Tenths),
    Column::new(
        "score_min",
        "得点の幅の下限",
        "Lowest possible score",
        Content::Tenths,
    ),
    Column::new(
        "score_max",
        "得点の幅の上限",
        "Highest possible score",
        Content::Tenths,
    ),
    Column::new("grade", "等級", "Grade", Content::Text),
    Column::new(
        "critical_failures",
        "重点項目の未実施の数",
        "Critical items not implemented",
        Content::Text,
    ),
    Column::new(
        "previous_score",
        "前年度の得点",
        "Score of the year before",
        Content::Tenths,
    ),
    Column::new("handling", "取扱区分", "Handling", Content::Text),
    Column::new(
        "checklist_changed",
        "年度内の点検項目の訂正",
        "Checklist corrected within the year",
        Content::Word(YES_NO),
    ),
    JOURNAL_HEAD,
    RECEIPT,
    DIGEST,
];

/// The columns of the answers: one row for each item.
pub static ANSWERS: [Column; 36] = [
    MUNICIPALITY_CODE,
    MUNICIPALITY,
    FISCAL_YEAR,
    DEPARTMENT_CODE,
    DEPARTMENT,
    AGENCY,
    EDITION,
    CHECKLIST_DIGEST,
    STATUS_COLUMN,
    CONFIRMED_AT,
    CONFIRMED_BY,
    Column::new("item_id", "項目ID", "Item id", Content::Text),
    Column::new("item_hash", "項目の照合値", "Item hash", Content::Text),
    Column::new("clause", "号・細目ID", "Clause id", Content::Text),
    Column::new(
        "clause_path",
        "条から細目までのID",
        "Article and clauses",
        Content::Text,
    ),
    Column::new("citation", "根拠", "Citation", Content::Text),
    Column::new("question", "設問", "Question", Content::Text),
    Column::new("weight", "重み", "Weight", Content::Text),
    Column::new("critical", "重点項目", "Critical", Content::Word(YES_NO)),
    Column::new("tiers", "系統", "Tiers", Content::List(TIER)),
    Column::new("threats", "脅威", "Threats", Content::List(&[])),
    Column::new("mark", "回答", "Mark", Content::Word(MARK)),
    Column::new("mark_value", "回答の点", "Worth of the mark", Content::Text),
    Column::new(
        "mark_source",
        "回答の由来",
        "Source of the mark",
        Content::Word(MARK_SOURCE),
    ),
    Column::new("reason", "対象外の理由", "Reason", Content::Text),
    Column::new("remark", "備考", "Remark", Content::Text),
    Column::new("evidence", "確認資料", "Evidence", Content::Text),
    Column::new("approver", "対象外の承認者", "Approver", Content::Text),
    Column::new(
        "previous_mark",
        "前年度の回答",
        "Mark of the year before",
        Content::Word(MARK),
    ),
    Column::new(
        "wording_changed",
        "前年度からの文言の変更",
        "Wording changed since the year before",
        Content::Word(YES_NO),
    ),
    Column::new(
        "flagged",
        "見直しの印",
        "Flagged for review",
        Content::Word(YES_NO),
    ),
    Column::new("answered_at", "回答日時", "Answered at", Content::Text),
    Column::new("answered_by", "回答者", "Answered by", Content::Text),
    JOURNAL_HEAD,
    RECEIPT,
    DIGEST,
];

/// Returns the word of a code under a header; the code itself when the list has no such word.
#[must_use]
pub fn word(words: &[Word], code: &'static str, header: Header) -> &'static str {
    words
        .iter()
        .find(|word| word.code == code)
        .map_or(code, |word| word.under(header))
}

/// Returns the word for yes or no.
#[must_use]
pub fn yes_no(yes: bool, header: Header) -> &'static str {
    word(YES_NO, if yes { "yes" } else { "no" }, header)
}

/// Returns how a mark is written: the scale's word, or the code.
#[must_use]
pub fn mark(checklist: &Checklist, mark: Mark, header: Header) -> &str {
    match header {
        Header::Ja => &checklist.scale.entry(mark).word,
        Header::En => mark.code(),
    }
}

/// Returns why an item is not asked, in the checklist's own language under either header.
#[must_use]
pub fn set_aside_reason(checklist: &Checklist, reason: &SetAside) -> String {
    match reason {
        SetAside::Biennial => "隔年で問う項目のため、今年度は対象外".to_owned(),
        SetAside::Profile(keys) => {
            let answers: Vec<String> = keys
                .iter()
                .map(|key| {
                    let question = checklist
                        .question(key)
                        .map_or(key.as_str(), |question| question.question.as_str());
                    format!("{question}→いいえ")
                })
                .collect();
            format!("所属の属性による（{}）", answers.join("、"))
        }
    }
}
