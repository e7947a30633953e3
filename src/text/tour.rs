//! The words of the first start: three short pages.

type Str = &'static str;

/// The words of the first start.
#[derive(Debug)]
pub struct TourWords {
    /// The title of the screen.
    pub title: Str,
    /// Which page of how many.
    pub position: fn(usize, usize) -> String,
    /// The pages: what this is, how to answer, how it ends.
    pub pages: [TourPage; 3],
    /// What Enter and Esc do before the last page.
    pub go_on: Str,
    /// What Enter does on the last page.
    pub finish: Str,
}

/// A page.
#[derive(Debug)]
pub struct TourPage {
    /// Its headline.
    pub headline: Str,
    /// Its lines; an empty one is a pause.
    pub lines: &'static [Str],
}

/// The Japanese words.
pub const JA: TourWords = TourWords {
    title: "はじめての案内",
    position: |page, pages| format!("{page}/{pages}"),
    pages: [
        TourPage {
            headline: "情報セキュリティの自己点検をする道具です。",
            lines: &[
                "課ごとに、年に一度、点検票を一つ作ります。",
                "市の方針が守られているかを、課の責任者が答えます。",
                "",
                "はじめに、課についての問いに答えます。",
                "関係のない設問は、そこで外れます。",
                "",
                "インターネットにはつなぎません。",
                "書いたものは、このフォルダの中だけに置きます。",
            ],
        },
        TourPage {
            headline: "設問は、一度に一つずつ出ます。",
            lines: &[
                "↑ ↓　　答えを選びます。",
                "Enter 　決めます。次の設問が出ます。",
                "Esc 　　一つ前の画面に戻ります。書いたものは消えません。",
                "",
                "答えは、そのつど保存します。右上に「保存済」と出ます。",
                "途中でやめても、続きから始められます。",
                "",
                "困ったら F1 で説明が出ます。Ctrl+P で操作を探せます。",
            ],
        },
        TourPage {
            headline: "終わったら、確定して提出します。",
            lines: &[
                "1. 全部に答えると、足りないところの一覧が出ます。",
                "2. そろったら、責任者の氏名で確定します。",
                "3. CSVファイルを書き出して、取りまとめ部署に渡します。",
                "   受付照合番号も伝えてください。",
                "",
                "確定したあとでも、理由を書けば直せます。",
            ],
        },
    ],
    go_on: "Enter で次へ進みます。Esc で案内を閉じます。",
    finish: "Enter で始めます。この案内は「操作」（Ctrl+P）から、また見られます。",
};

/// The English words.
pub const EN: TourWords = TourWords {
    title: "Introduction",
    position: |page, pages| format!("{page}/{pages}"),
    pages: [
        TourPage {
            headline: "This is a workbook for the self-inspection of information security.",
            lines: &[
                "Every department fills in one workbook a year.",
                "The head of department answers whether the city's policy is kept.",
                "",
                "First come a few questions about the department.",
                "Items that cannot apply to it are left out.",
                "",
                "There is no connection to the internet.",
                "What you write stays in this folder.",
            ],
        },
        TourPage {
            headline: "One question is shown at a time.",
            lines: &[
                "↑ ↓    choose an answer.",
                "Enter  takes it. The next question comes.",
                "Esc    leads one screen back. Nothing you wrote is lost.",
                "",
                "Every answer is saved at once: see Saved at the upper right.",
                "You may stop at any time and go on later.",
                "",
                "F1 explains where you are. Ctrl+P finds an action.",
            ],
        },
        TourPage {
            headline: "In the end you confirm and hand in.",
            lines: &[
                "1. Once all is answered, you see what is still missing.",
                "2. The head of department confirms by name.",
                "3. Export the CSV files and hand them to the division.",
                "   Tell the receipt number, too.",
                "",
                "After that it can still be changed, with a reason.",
            ],
        },
    ],
    go_on: "Enter goes on. Esc closes the introduction.",
    finish: "Enter begins. Actions (Ctrl+P) shows this again.",
};
