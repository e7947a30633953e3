//! The words of the screen that adjusts what is shown.

use super::Lang;

/// The words of the screen.
#[derive(Debug)]
pub struct AppearanceWords {
    /// How the screen looks.
    pub title: &'static str,
    /// The theme.
    pub theme: &'static str,
    /// What themes are for.
    pub theme_hint: &'static str,
    /// The themes, in their order.
    pub themes: [&'static str; 3],
    /// How wide signs are.
    pub width: &'static str,
    /// What that is about.
    pub width_hint: &'static str,
    /// The widths, in their order.
    pub widths: [&'static str; 4],
    /// The mouse.
    pub mouse: &'static str,
    /// What the mouse costs.
    pub mouse_hint: &'static str,
    /// Off and on.
    pub mice: [&'static str; 2],
    /// Above the sample.
    pub sample: &'static str,
    /// Two rows of signs and letters, each of three cells of a table.
    pub samples: [[&'static str; 3]; 3],
    /// A sample of what needs attention.
    pub attention: &'static str,
    /// Is the sample in order?
    pub question: &'static str,
    /// It is.
    pub yes: &'static str,
    /// It is not; the next width is tried.
    pub no: &'static str,
    /// What `no` does.
    pub no_hint: &'static str,
    /// The choice is remembered.
    pub kept: &'static str,
}

const JA: AppearanceWords = AppearanceWords {
    title: "画面の調整",
    theme: "色合い",
    theme_hint: "見やすいものを選びます。どれを選んでも、文字と記号の意味は同じです。",
    themes: ["標準", "高コントラスト", "白黒"],
    width: "記号の幅",
    width_hint: "○ や ─ の幅は、端末によって違います。下の見本を見て選びます。",
    widths: [
        "自動（端末に確かめる）",
        "半角1文字分",
        "全角1文字分",
        "分からない（罫線を + - | で描く）",
    ],
    mouse: "マウス",
    mouse_hint: "使うと、文字の範囲を選んで写すには Shift を押しながら引きます。",
    mice: ["使わない", "使う"],
    sample: "見本",
    samples: [
        ["○ 実施", "△ 一部実施", "× 未実施"],
        ["①②③", "…→※", "■□●"],
        ["あいう", "ｱｲｳｶﾞ", "ABC123"],
    ],
    attention: "! 注意",
    question: "縦の線はまっすぐですか。文字は欠けていませんか。",
    yes: "はい、この設定で使う",
    no: "いいえ、次の幅を試す",
    no_hint: "そろうまで、何度か押します。",
    kept: "画面の設定を覚えました。",
};

const EN: AppearanceWords = AppearanceWords {
    title: "Display settings",
    theme: "Theme",
    theme_hint: "Choose what reads best. Words and signs mean the same in all of them.",
    themes: ["Standard", "High contrast", "Black and white"],
    width: "Width of signs",
    width_hint: "Terminals draw signs like ○ and ─ differently. Choose by the sample below.",
    widths: [
        "Automatic (ask the terminal)",
        "One cell",
        "Two cells",
        "Not known (lines as + - |)",
    ],
    mouse: "Mouse",
    mouse_hint: "With the mouse on, hold Shift while dragging to select text for copying.",
    mice: ["Off", "On"],
    sample: "Sample",
    samples: [
        ["○ done", "△ partly", "× not done"],
        ["①②③", "…→※", "■□●"],
        ["あいう", "ｱｲｳｶﾞ", "ABC123"],
    ],
    attention: "! Attention",
    question: "Are the upright lines straight, and is nothing cut off?",
    yes: "Yes, keep this",
    no: "No, try the next width",
    no_hint: "Press it again until everything is in line.",
    kept: "The display settings are remembered.",
};

/// Returns the words in a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static AppearanceWords {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}
