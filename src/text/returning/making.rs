//! The words of the division's screen that makes return slips.

use super::number_of;

type Str = &'static str;

/// The words of making return slips.
#[derive(Debug)]
pub struct MakingWords {
    /// Return slips.
    pub title: Str,
    /// The same in the menu of what was collected.
    pub short: Str,
    /// What is about to happen.
    pub intro: [Str; 2],
    /// So many departments whose submission does not count get one.
    pub whole: fn(usize) -> String,
    /// Nobody gets one without items.
    pub nobody: Str,
    /// So many more departments.
    pub more: fn(usize) -> String,
    /// The table of items.
    pub items: Str,
    /// It may be left out.
    pub items_hint: Str,
    /// When corrections are due.
    pub due: Str,
    /// Such as 2026-12-10; it may be left out.
    pub due_hint: Str,
    /// It is no day.
    pub bad_due: Str,
    /// Who returns.
    pub by: Str,
    /// As the slips name it.
    pub by_hint: Str,
    /// Where to.
    pub to: Str,
    /// Below the working folder.
    pub to_hint: Str,
    /// Make the slips.
    pub make: Str,
    /// Two files for each department.
    pub make_hint: Str,
    /// So many slips of so many items are to be made.
    pub counted: fn(usize, usize) -> String,
    /// Not yet.
    pub not_yet: Str,
    /// Propose items.
    pub propose: Str,
    /// A table to be edited.
    pub propose_hint: Str,
    /// Back.
    pub back: Str,
    /// The slips that were made.
    pub made: Str,
    /// Why none were made.
    pub refused: Str,
}

/// The Japanese words.
pub(in crate::text) const JA: MakingWords = MakingWords {
    title: "差戻し票を作る",
    short: "差戻し",
    intro: [
        "直しの要る課ごとに、印刷する票と、課のプログラムで開くファイルを作ります。",
        "集めたものは変わりません。課が直して出し直したら、もう一度集めます。",
    ],
    whole: |count| format!("提出の状態から、{count}所属に作ります。"),
    nobody: "提出の状態から差し戻す所属はありません。項目の表があれば、項目を差し戻せます。",
    more: |count| format!("ほか {count}所属"),
    items: "項目の表",
    items_hint: "差し戻す項目と理由のCSVです。項目を差し戻さないなら、空のままにします。",
    due: "期限",
    due_hint: "直して出し直す期限です。2026-12-10 のように書きます。空でもかまいません。",
    bad_due: "期限を日付として読めません。2026-12-10 のように書いてください。",
    by: "取りまとめ",
    by_hint: "票に書く、取りまとめ部署の名前です。",
    to: "置き場所",
    to_hint: "票とファイルを置くフォルダです。前に作ったものは書き換えません。",
    make: "差戻し票を作る",
    make_hint: "所属ごとに、印刷する票（HTML）とファイル（RON）を作ります。",
    counted: |slips, items| {
        format!("{slips}所属に差戻し票を作ります。差し戻す項目は、合わせて {items}件です。")
    },
    not_yet: "まだ作らない",
    propose: "項目の案を書き出す",
    propose_hint: "気になる回答を表にします。Excelで行を選び、理由を直してから使います。",
    back: "戻る",
    made: "作った差戻し票",
    refused: "差戻し票は作っていません",
};

/// The English words.
pub(in crate::text) const EN: MakingWords = MakingWords {
    title: "Make return slips",
    short: "Return",
    intro: [
        "For each department with something to correct: a page and a file.",
        "What was collected stays. Collect again once they have handed in anew.",
    ],
    whole: |count| match count {
        1 => "1 department gets one for the state of its submission.".to_owned(),
        _ => format!("{count} departments get one for the state of their submissions."),
    },
    nobody: "No submission goes back for its state. With a table of items, items can.",
    more: |count| format!("{count} more"),
    items: "Items",
    items_hint: "A CSV of items to correct, with reasons. Leave it empty to return none.",
    due: "Due",
    due_hint: "When corrections are due, such as 2026-12-10. It may be left empty.",
    bad_due: "That is no date. Write it like 2026-12-10.",
    by: "Division",
    by_hint: "The division as the slips name it.",
    to: "Folder",
    to_hint: "Where slips and files go. What was made before is never overwritten.",
    make: "Make the slips",
    make_hint: "For each department a page to print (HTML) and a file (RON).",
    counted: |slips, items| {
        let slips = number_of(slips, "return slip", "return slips");
        let items = number_of(items, "item", "items");
        format!("{slips} will be made, with {items} to correct in all.")
    },
    not_yet: "Not yet",
    propose: "Write proposed items",
    propose_hint: "A table of answers that deserve a question. Edit it in a spreadsheet first.",
    back: "Back",
    made: "Return slips made",
    refused: "No return slips were made",
};
