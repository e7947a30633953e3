//! The words of the manual's key table: its headings, and places that have no screen title.

/// The words of the key table.
#[derive(Debug)]
pub struct KeyTableWords {
    /// The headings: where, which key, what it does.
    pub headings: [&'static str; 3],
    /// Every screen.
    pub everywhere: &'static str,
    /// A form with fields, such as beginning a workbook.
    pub form: &'static str,
    /// A department or an item of what was collected.
    pub detail: &'static str,
    /// A page of text to scroll.
    pub page: &'static str,
    /// A field with a text.
    pub text: &'static str,
    /// A text being written.
    pub edit: &'static str,
    /// A question with two answers.
    pub question: &'static str,
}

/// The Japanese words.
pub const JA: KeyTableWords = KeyTableWords {
    headings: ["画面", "キー", "すること"],
    everywhere: "どの画面でも",
    form: "欄に書き入れる画面",
    detail: "所属・設問ごとの結果",
    page: "文を読む画面",
    text: "文字の欄",
    edit: "備考や理由を書くところ",
    question: "はい・いいえの確かめ",
};

/// The English words.
pub const EN: KeyTableWords = KeyTableWords {
    headings: ["Screen", "Key", "What it does"],
    everywhere: "Everywhere",
    form: "Forms",
    detail: "A department or item collected",
    page: "Pages to read",
    text: "Text fields",
    edit: "Writing a text",
    question: "Questions",
};
