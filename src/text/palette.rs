//! The words of finding an action: places to go to with their readings, and why one is not possible.

use super::label::{Label, english, label};

type Str = &'static str;

/// The words of finding an action.
#[derive(Debug)]
pub struct PaletteWords {
    /// Find an action.
    pub title: Str,
    /// The menu's entry.
    pub entry: Str,
    /// What to type.
    pub hint: Str,
    /// What is typed.
    pub search: Str,
    /// So many actions were found.
    pub count: fn(usize) -> String,
    /// No action was found, and what to do.
    pub nothing: &'static [Str],
    /// Go to the question of this number.
    pub jump: fn(usize) -> String,
    /// What is done is done at the question of this number.
    pub at: fn(usize) -> String,
    /// Places to go to.
    pub places: Places,
    /// Why an action is not possible now.
    pub blocked: BlockedWords,
}

/// Places to go to, and what else no key stands for.
#[derive(Debug)]
pub struct Places {
    /// Go on answering.
    pub go_on: Label,
    /// The overview.
    pub overview: Label,
    /// The review.
    pub review: Label,
    /// The export.
    pub export: Label,
    /// The history.
    pub history: Label,
    /// The questions about the department.
    pub profile: Label,
    /// The search.
    pub search: Label,
    /// The list of workbooks.
    pub home: Label,
    /// Begin a workbook.
    pub new: Label,
    /// Check the checklists.
    pub check: Label,
    /// Who fills in.
    pub person: Label,
    /// The first start again.
    pub tour: Label,
    /// The roster.
    pub roster: Label,
    /// Collecting.
    pub collect: Label,
    /// What was collected.
    pub collected: Label,
    /// Make return slips.
    pub returns: Label,
    /// Take a return slip.
    pub taking: Label,
    /// The standard colours.
    pub standard: Label,
    /// High contrast.
    pub high_contrast: Label,
    /// No colours.
    pub monochrome: Label,
}

/// Why an action is not possible now, and what to do.
#[derive(Debug)]
pub struct BlockedWords {
    /// It is open for reading only.
    pub read_only: Str,
    /// It is confirmed.
    pub confirmed: Str,
    /// The checklists have problems.
    pub checklists: Str,
    /// The folder cannot be read.
    pub folder: Str,
    /// There is nothing of last year to take over.
    pub no_previous: Str,
    /// No workbook is open.
    pub no_workbook: Str,
    /// It was not handed in yet.
    pub not_handed_in: Str,
    /// Something lies over the screen and waits for an answer.
    pub busy: Str,
    /// The user is there already.
    pub here: Str,
    /// It is so already.
    pub in_use: Str,
    /// It is done on another screen.
    pub elsewhere: fn(&str) -> String,
    /// A text is being written; the palette would lead away from it.
    pub writing: Str,
}

/// The Japanese words.
pub const JA: PaletteWords = PaletteWords {
    title: "操作を探す",
    entry: "操作",
    hint: "かな、漢字、ローマ字で絞り込めます。数字で設問へ移れます。",
    search: "探す:",
    count: |count| format!("{count}件"),
    nothing: &[
        "当てはまる操作はありません。",
        "文字を消すか、別のことばにしてください。Esc で戻ります。",
    ],
    jump: |number| format!("設問 {number} へ移る"),
    at: |number| format!("設問 {number} で行います。"),
    places: Places {
        go_on: label("続きから答える", "つづきからこたえる"),
        overview: label("点検の全体を見る", "てんけんのぜんたいをみる"),
        review: label("確認と確定", "かくにんとかくてい"),
        export: label("CSVファイルを書き出す", "しーえすぶいふぁいるをかきだす"),
        history: label("記録を見る", "きろくをみる"),
        profile: label("所属の属性を直す", "しょぞくのぞくせいをなおす"),
        search: label("設問を検索する", "せつもんをけんさくする"),
        home: label("点検票の一覧に戻る", "てんけんひょうのいちらんにもどる"),
        new: label("点検票を新しく始める", "てんけんひょうをあたらしくはじめる"),
        check: label("点検項目を確かめる", "てんけんこうもくをたしかめる"),
        person: label("使う人を替える", "つかうひとをかえる"),
        tour: label("はじめての案内を見る", "はじめてのあんないをみる"),
        roster: label("所属の一覧を見る", "しょぞくのいちらんをみる"),
        collect: label("提出されたものを集める", "ていしゅつされたものをあつめる"),
        collected: label("集めた結果を見る", "あつめたけっかをみる"),
        returns: label("差戻し票を作る", "さしもどしひょうをつくる"),
        taking: label("差戻し票を取り込む", "さしもどしひょうをとりこむ"),
        standard: label("色合いを標準にする", "いろあいをひょうじゅんにする"),
        high_contrast: label(
            "色合いを高コントラストにする",
            "いろあいをこうこんとらすとにする",
        ),
        monochrome: label("色合いを白黒にする", "いろあいをしろくろにする"),
    },
    blocked: BlockedWords {
        read_only: "読むだけで開いています。",
        confirmed: "確定済みなので変えられません。",
        checklists: "点検項目に誤りがあります。",
        folder: "フォルダを読めません。",
        no_previous: "前年の回答がありません。",
        no_workbook: "先に点検票を開いてください。",
        not_handed_in: "まだ提出していません。",
        busy: "先に Esc で欄を閉じてください。",
        here: "今の画面です。",
        in_use: "今の色合いです。",
        elsewhere: |place| format!("「{place}」で使えます。"),
        writing: "書いている途中です。Esc で保存してから、もう一度押してください。",
    },
};

/// The English words.
pub const EN: PaletteWords = PaletteWords {
    title: "Find an action",
    entry: "Actions",
    hint: "Type a part of a name, or the number of a question.",
    search: "Find:",
    count: |count| format!("{count} found"),
    nothing: &[
        "No action matches.",
        "Backspace brings the list back. Esc leads back to the screen.",
    ],
    jump: |number| format!("Go to question {number}"),
    at: |number| format!("At question {number}."),
    places: Places {
        go_on: english("Go on answering"),
        overview: english("Go to the overview"),
        review: english("Review and confirm"),
        export: english("Export the CSV files"),
        history: english("See the history"),
        profile: english("Facts about the department"),
        search: english("Search the questions"),
        home: english("Back to the list of workbooks"),
        new: english("Begin a new workbook"),
        check: english("Check the checklists"),
        person: english("Change who fills in"),
        tour: english("See the introduction again"),
        roster: english("The roster"),
        collect: english("Collect what was handed in"),
        collected: english("What was collected"),
        returns: english("Make return slips"),
        taking: english("Take a return slip"),
        standard: english("Theme: standard"),
        high_contrast: english("Theme: high contrast"),
        monochrome: english("Theme: black and white"),
    },
    blocked: BlockedWords {
        read_only: "Open for reading only.",
        confirmed: "Confirmed: cannot be changed.",
        checklists: "The checklists have problems.",
        folder: "The folder cannot be read.",
        no_previous: "No answer of last year.",
        no_workbook: "Open a workbook first.",
        not_handed_in: "It was not handed in yet.",
        busy: "Close what is open with Esc first.",
        here: "You are there.",
        in_use: "In use now.",
        elsewhere: |place| format!("On the screen \"{place}\"."),
        writing: "A text is being written. Esc saves it; then press again.",
    },
};
