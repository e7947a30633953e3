//! The words about fields that are written in: their limit, what cannot be shown, and pasting.

use super::en::number_of;

/// The words about fields that are written in.
#[derive(Debug)]
pub struct WritingWords {
    /// So many characters at most, and how many were left out.
    pub full: fn(usize, usize) -> String,
    /// So many characters may still be written.
    pub left: fn(usize) -> String,
    /// So many lines are above what is shown, and below.
    pub hidden_lines: fn(usize, usize) -> String,
    /// So many characters cannot be shown.
    pub unseen: fn(usize) -> String,
    /// Make half-width katakana full-width.
    pub full_width: &'static str,
    /// Nothing can be pasted here, and nothing changed.
    pub no_field: &'static str,
}

/// The Japanese words.
pub const JA: WritingWords = WritingWords {
    full: |max, left_out| format!("{max}字までです。{left_out}字は入りませんでした。"),
    left: |left| format!("残り {left}文字"),
    hidden_lines: |above, below| match (above, below) {
        (0, 0) => String::new(),
        (above, 0) => format!("上に{above}行"),
        (0, below) => format!("下に{below}行"),
        (above, below) => format!("上に{above}行・下に{below}行"),
    },
    unseen: |count| format!("表示できない文字 {count}個"),
    full_width: "半角カナを全角にする",
    no_field: "ここには貼り付けられません。何も変わっていません。",
};

/// The English words.
pub const EN: WritingWords = WritingWords {
    full: |max, left_out| {
        let left_out = number_of(left_out, "was", "were");
        format!("Up to {max} characters. {left_out} left out.")
    },
    left: |left| format!("{left} left"),
    hidden_lines: |above, below| match (above, below) {
        (0, 0) => String::new(),
        (above, 0) => format!("{above} above"),
        (0, below) => format!("{below} below"),
        (above, below) => format!("{above} above, {below} below"),
    },
    unseen: |count| format!("{count} that cannot be shown"),
    full_width: "Make half-width kana full-width",
    no_field: "Nothing can be pasted here. Nothing has changed.",
};
