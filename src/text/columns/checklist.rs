//! The sheets in which a checklist is edited in a spreadsheet: their names and columns, and the
//! words their cells may hold. A column's id is the name of the field in the checklist's file.

use super::{Column, Content, MARK, TIER, Word, YES_NO};

/// A sheet.
#[derive(PartialEq, Eq, Debug)]
pub struct Sheet {
    /// Its id: its name under the English header, and that of its CSV file.
    pub id: &'static str,
    /// Its Japanese name.
    pub ja: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
}

/// Words of the measures of the enforcement rules.
pub const MEASURE: &[Word] = &[
    Word::new("organisation", "組織体制"),
    Word::new("classification", "情報資産の分類"),
    Word::new("physical", "物理"),
    Word::new("human", "人"),
    Word::new("technical", "技術"),
    Word::new("operation", "運用"),
    Word::new("outsourcing", "委託とクラウド"),
    Word::new("evaluation", "評価と見直し"),
    Word::new("resilience", "強靭性"),
];
/// Words of the years in which items of weight 1 are asked.
pub const BIENNIAL: &[Word] = &[Word::new("even", "偶数年度"), Word::new("odd", "奇数年度")];
/// Words of whose scale a row belongs to.
pub const SCALE_OF: &[Word] = &[Word::new("shared", "共通"), Word::new("city", "この市")];
/// Words of the fields of a city.
pub const CITY_FIELD: &[Word] = &[
    Word::new("id", "市のID"),
    Word::new("name", "市の名前"),
    Word::new("municipality_code", "全国地方公共団体コード"),
    Word::new("title", "方針の名前"),
    Word::new("edition", "方針の版"),
    Word::new("agencies", "実施機関"),
    Word::new("handling", "取扱区分"),
    Word::new("deadline", "提出期限"),
    Word::new("profile", "問う属性"),
    Word::new("biennial", "隔年"),
];

const fn text(id: &'static str, ja: &'static str, en: &'static str) -> Column {
    Column::new(id, ja, en, Content::Text)
}

const fn word(
    id: &'static str,
    ja: &'static str,
    en: &'static str,
    words: &'static [Word],
) -> Column {
    Column::new(id, ja, en, Content::Word(words))
}

const SCALE_OF_COLUMN: Column = word("scale", "範囲", "whose scale", SCALE_OF);

/// What the city and its policy are called, a row for each field.
pub static CITY: Sheet = Sheet {
    id: "city",
    ja: "市",
    columns: &[
        word("field", "欄", "field", CITY_FIELD),
        text("value", "値", "value"),
    ],
};
/// The clause tree, articles included, in reading order.
pub static CLAUSES: Sheet = Sheet {
    id: "clauses",
    ja: "条項",
    columns: &[
        text("id", "条項ID", "clause"),
        text(
            "parent",
            "親の条項ID",
            "the clause or article it is part of",
        ),
        text("citation", "根拠", "citation as printed"),
        text("heading", "見出し", "heading"),
        text("gist", "要旨", "what it asks for"),
        text("note", "注意", "a caution"),
        word("measure", "措置", "measure", MEASURE),
        text("items", "項目ID", "its items"),
    ],
};
/// The item bank.
pub static ITEMS: Sheet = Sheet {
    id: "items",
    ja: "項目",
    columns: &[
        text("id", "項目ID", "item"),
        text("question", "設問", "question"),
        text("why", "問う理由", "why it is asked"),
        text("implemented", "○の基準", "what ○ means"),
        text("partial", "△の基準", "what △ means"),
        text("not_implemented", "×の基準", "what × means"),
        text(
            "not_applicable",
            "対象外にできる場合",
            "when － may be chosen",
        ),
        text(
            "not_applicable_note",
            "対象外についての補足",
            "a hint where － cannot be chosen",
        ),
        text(
            "evidence",
            "確認資料の例",
            "examples of evidence, one a line",
        ),
        Column::new("tiers", "系統", "tiers", Content::List(TIER)),
        text("threats", "脅威", "threats, as T1 T2"),
        text("respondent", "答える所属", "who answers, in words"),
        text("applies", "適用条件", "who answers, by profile keys"),
        text("weight", "重み", "weight, 1 to 3"),
        word("critical", "重点項目", "critical item", YES_NO),
        word(
            "interpretive",
            "解釈による項目",
            "asked for by interpretation",
            YES_NO,
        ),
        word(
            "on_site",
            "現地で確かめる項目",
            "takes a walk round the office",
            YES_NO,
        ),
        text(
            "report_guide",
            "未実施のときの案内",
            "what to do at once when ×",
        ),
        text("replaces", "前の項目ID", "the items it replaces"),
        text("file", "ファイル", "its file below items"),
    ],
};
/// The city's words for `{term.…}`.
pub static TERMS: Sheet = Sheet {
    id: "terms",
    ja: "呼び名",
    columns: &[
        text("key", "名前", "name in {term.…}"),
        text("value", "呼び名", "the city's word"),
    ],
};
/// The city's values for `{setting.…}`.
pub static SETTINGS: Sheet = Sheet {
    id: "settings",
    ja: "設定値",
    columns: &[
        text("key", "名前", "name in {setting.…}"),
        text("value", "値", "value"),
        text("note", "内容", "what it is the value of"),
        word("provisional", "仮の値", "only a proposal", YES_NO),
    ],
};
/// The city's names of the tiers.
pub static TIERS: Sheet = Sheet {
    id: "tiers",
    ja: "系統",
    columns: &[
        word("key", "系統", "tier", TIER),
        text("value", "呼び名", "the city's name"),
    ],
};
/// The threats the policy names.
pub static THREATS: Sheet = Sheet {
    id: "threats",
    ja: "脅威",
    columns: &[
        text("id", "脅威", "threat, as T1"),
        text("heading", "見出し", "heading"),
        text("gist", "要旨", "what it means"),
    ],
};
/// The revisions of the policy, oldest first.
pub static HISTORY: Sheet = Sheet {
    id: "history",
    ja: "改正",
    columns: &[
        text("date", "日付", "date"),
        text("note", "内容", "what changed"),
    ],
};
/// The questions about a department.
pub static QUESTIONS: Sheet = Sheet {
    id: "questions",
    ja: "属性の問い",
    columns: &[
        text("key", "属性", "profile key"),
        text("question", "問い", "question"),
        text("note", "補足", "a remark"),
    ],
};
/// What of a scale there is once.
pub static SCALE: Sheet = Sheet {
    id: "scale",
    ja: "採点",
    columns: &[
        SCALE_OF_COLUMN,
        text(
            "critical_cap",
            "重点項目が未実施のときの上限の等級",
            "best grade with a critical ×",
        ),
        text("seconds_per_item", "1項目の秒数", "seconds an item takes"),
    ],
};
/// How the marks are written and what they are worth.
pub static MARKS: Sheet = Sheet {
    id: "marks",
    ja: "回答の区分",
    columns: &[
        SCALE_OF_COLUMN,
        word("mark", "回答", "mark", MARK),
        text("symbol", "記号", "sign"),
        text("word", "ことば", "word"),
        text("value", "点", "worth, 0 to 100"),
    ],
};
/// The grades, best first.
pub static GRADES: Sheet = Sheet {
    id: "grades",
    ja: "等級",
    columns: &[
        SCALE_OF_COLUMN,
        text("grade", "等級", "grade"),
        text("from", "得点の下限", "lowest score"),
    ],
};

/// Every sheet, in the order of the file.
pub static SHEETS: [&Sheet; 12] = [
    &CITY, &CLAUSES, &ITEMS, &TERMS, &SETTINGS, &TIERS, &THREATS, &HISTORY, &QUESTIONS, &SCALE,
    &MARKS, &GRADES,
];

/// The name of the sheet that explains the others, and is not read.
pub const README: Word = Word::new("readme", "はじめに");
