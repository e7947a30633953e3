//! The words of the screen on which a department takes a return slip.

type Str = &'static str;

/// The words of taking a slip.
#[derive(Debug)]
pub struct TakingWords {
    /// What this is for.
    pub intro: &'static [Str],
    /// The slips that lie in the folder.
    pub found: fn(usize) -> String,
    /// None lies there.
    pub none: Str,
    /// A slip as a row: its date, who returned it, its items and its file.
    pub row: fn(&str, &str, usize, &str) -> String,
    /// Stands beside a slip that was taken.
    pub taken: Str,
    /// Name another file.
    pub other: Str,
    /// Return without a slip: a reason is typed.
    pub without: Str,
    /// Where the file is.
    pub path: Str,
    /// What can be typed.
    pub path_hint: Str,
    /// Look at it.
    pub look: Str,
    /// Nothing changes yet.
    pub look_hint: Str,
    /// A path is needed.
    pub path_needed: Str,
    /// The heading of a slip: date and who.
    pub head: fn(&str, &str) -> String,
    /// About which receipt.
    pub receipt: fn(&str) -> String,
    /// When it is due.
    pub due: fn(&str) -> String,
    /// How many items it names.
    pub items: fn(usize) -> String,
    /// How many more there are.
    pub more: fn(usize) -> String,
    /// Take it.
    pub take: Str,
    /// Not now.
    pub back: Str,
    /// What taking does.
    pub meaning: Str,
    /// Stands before a reason on the walk.
    pub label: Str,
    /// Touched since.
    pub touched: Str,
    /// How many items were not touched since.
    pub left: fn(usize) -> String,
    /// All items that were wanted were touched.
    pub all_touched: Str,
    /// Everything is answered, and returned items were not touched since.
    pub first: Str,
    /// Take a slip.
    pub entry: Str,
    /// Asks, line by line, which slip.
    pub which: Str,
    /// Asks, line by line, whether to take it.
    pub really: Str,
}

pub(in crate::text) const JA: TakingWords = TakingWords {
    intro: &[
        "取りまとめ部署から受け取った差戻しのファイルを選んでください。",
        "点検票は下書きに戻り、直す項目に印が付きます。答えは変わりません。",
    ],
    found: |count| format!("作業フォルダにある差戻しのファイル　{count}件"),
    none: "作業フォルダと returns フォルダに、差戻しのファイルはありません。",
    row: |date, by, items, file| {
        let by = if by.is_empty() {
            String::new()
        } else {
            format!("　{by}")
        };
        format!("{date}{by}　{items}項目　{file}")
    },
    taken: "取込済",
    other: "ファイルの場所を入れる",
    without: "ファイルなしで、理由だけ入れる",
    path: "差戻しのファイル",
    path_hint: "受け取ったファイルの場所です。名前は _return で終わり、種類は .ron です。",
    look: "内容を見る",
    look_hint: "まだ何も変わりません。",
    path_needed: "ファイルの場所を入れてください。",
    head: |date, by| format!("差戻し票　{date}　{by}").trim_end().to_owned(),
    receipt: |receipt| format!("提出の受付照合番号　{receipt}"),
    due: |due| format!("直しの期限　{due}"),
    items: |count| format!("直す項目　{count}件"),
    more: |count| format!("ほか {count}件"),
    take: "取り込んで直し始める",
    back: "取り込まない",
    meaning: "取り込むと、点検票は下書きに戻ります。直したら、もう一度確定して書き出してください。",
    label: "差戻し",
    touched: "直しました",
    left: |count| format!("差し戻された項目のうち、まだ直していないものが {count}件あります。"),
    all_touched: "差し戻された項目は、すべて直しました。",
    first: "差し戻された項目を直してから、確定してください。",
    entry: "差戻し票を取り込む",
    which: "番号を入れてください。Enter だけなら、戻ります。",
    really: "1 で取り込みます。Enter だけなら、取り込みません。",
};

pub(in crate::text) const EN: TakingWords = TakingWords {
    intro: &[
        "Choose the return file the division handed over.",
        "The workbook becomes a draft again and the items are marked. No answer changes.",
    ],
    found: |count| format!("Return files in the working folder: {count}"),
    none: "There is no return file in the working folder or its folder returns.",
    row: |date, by, items, file| {
        let by = if by.is_empty() {
            String::new()
        } else {
            format!("  {by}")
        };
        let items = super::number_of(items, "item", "items");
        format!("{date}{by}  {items}  {file}")
    },
    taken: "taken",
    other: "Name a file",
    without: "Without a file: type the reason",
    path: "Return file",
    path_hint: "Where the file you were given is: its name has _return in it and ends in .ron.",
    look: "Look at it",
    look_hint: "Nothing changes yet.",
    path_needed: "Name the file.",
    head: |date, by| format!("Return slip  {date}  {by}").trim_end().to_owned(),
    receipt: |receipt| format!("Receipt of the submission  {receipt}"),
    due: |due| format!("Due  {due}"),
    items: |count| format!("Items to correct: {count}"),
    more: |count| format!("{count} more"),
    take: "Take it and begin to correct",
    back: "Not now",
    meaning: "The workbook becomes a draft again. Once corrected, confirm and export it again.",
    label: "Return",
    touched: "changed since",
    left: |count| {
        let items = super::number_of(count, "returned item was", "returned items were");
        format!("{items} not changed yet.")
    },
    all_touched: "All returned items were changed.",
    first: "Correct the returned items, then confirm.",
    entry: "Take a return slip",
    which: "Type a number. Enter alone leads back.",
    really: "1 takes it. Enter alone does not.",
};
