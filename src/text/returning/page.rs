//! The words of the page that is printed: the slip a department holds in its hands.

use crate::domain::returning::Demand;
use crate::text::Lang;

type Str = &'static str;

/// The words of the page in one language.
#[derive(Debug)]
pub struct PageWords {
    /// The language, as HTML names it.
    pub language: Str,
    /// What it is.
    pub title: Str,
    /// To whom.
    pub to: fn(&str, &str) -> String,
    /// The handling mark where the policy names none.
    pub internal: Str,
    /// The date.
    pub date: Str,
    /// Who returns it.
    pub by: Str,
    /// Due on.
    pub due: Str,
    /// Where no date is set.
    pub no_due: Str,
    /// The receipt of what was handed in.
    pub receipt: Str,
    /// When it was confirmed.
    pub confirmed: Str,
    /// Why everything is returned.
    pub whole: Str,
    /// The items, with how many there are.
    pub items: fn(usize) -> String,
    /// The headings of the table.
    pub columns: [Str; 6],
    /// No remark, no mark.
    pub none: Str,
    /// What to do.
    pub steps: Str,
    /// The steps, for what is asked; the file's name is given.
    pub to_do: fn(Demand, &str) -> [String; 3],
    /// What the file does, and what not.
    pub note: Str,
}

/// Returns the words of a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static PageWords {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

const JA: PageWords = PageWords {
    language: "ja",
    title: "自己点検　差戻し票",
    to: |department, code| format!("{department}　御中（所属コード {code}）"),
    internal: "庁内限り",
    date: "差戻しの日",
    by: "取りまとめ",
    due: "直しの期限",
    no_due: "定めていません",
    receipt: "提出の受付照合番号",
    confirmed: "提出の確定",
    whole: "差し戻す理由",
    items: |count| format!("直す項目　{count}件"),
    columns: ["", "条項・番号", "設問", "回答", "備考", "差戻しの理由"],
    none: "―",
    steps: "していただくこと",
    to_do: |demand, file| {
        let take = format!(
            "tenken で今年度の点検票を開き、「確認と確定」の「差戻し票を取り込む」で {file} を選びます。"
        );
        match demand {
            Demand::Files => [
                "点検票の答えが正しければ、tenken でもう一度書き出し、できた2つのファイルを開かずに出してください。".to_owned(),
                format!("答えも直すときは、点検票を開き、「差戻し票を取り込む」で {file} を選びます。直してから確定します。"),
                "書き出したファイルは表計算ソフトで保存し直さず、新しい受付照合番号を添えて出してください。".to_owned(),
            ],
            Demand::Workbook => [
                take,
                "点検票を直し、足りないところを答えて、確定します。".to_owned(),
                "もう一度書き出し、できた2つのファイルと新しい受付照合番号を出してください。".to_owned(),
            ],
            Demand::Items | Demand::Nothing => [
                take,
                "下の項目を直します。直さない項目には、その理由を備考に書きます。終わったら確定します。".to_owned(),
                "もう一度書き出し、できた2つのファイルと新しい受付照合番号を出してください。".to_owned(),
            ],
        }
    },
    note: "差戻しのファイルを取り込むと、点検票が下書きに戻り、直す項目に印が付きます。答えは変わりません。",
};

const EN: PageWords = PageWords {
    language: "en",
    title: "Self-inspection: return slip",
    to: |department, code| format!("To {department} (department code {code})"),
    internal: "Internal",
    date: "Returned on",
    by: "Returned by",
    due: "Due",
    no_due: "No date is set",
    receipt: "Receipt of the submission",
    confirmed: "Confirmed",
    whole: "Why it is returned",
    items: |count| format!("Items to correct: {count}"),
    columns: ["", "Clause, item", "Question", "Answer", "Remark", "Why"],
    none: "―",
    steps: "What to do",
    to_do: |demand, file| {
        let take = format!(
            "Open this year's workbook in tenken; in the review choose \"Take a return slip\" and {file}."
        );
        match demand {
            Demand::Files => [
                "If the answers are right, export once more and hand in both files without opening them.".to_owned(),
                format!("To correct answers too, open the workbook and take {file} in the review; correct, then confirm."),
                "Do not save the exported files again in a spreadsheet. Tell the new receipt.".to_owned(),
            ],
            Demand::Workbook => [
                take,
                "Correct the workbook, answer what is missing, and confirm.".to_owned(),
                "Export once more; hand in both files and tell the new receipt.".to_owned(),
            ],
            Demand::Items | Demand::Nothing => [
                take,
                "Correct the items below. Where nothing is to be corrected, say why in the remark. Then confirm.".to_owned(),
                "Export once more; hand in both files and tell the new receipt.".to_owned(),
            ],
        }
    },
    note: "Taking the file makes the workbook a draft again and marks the items. It changes no answer.",
};
