//! Why something handed in was not opened, in words.

use super::Lang;
use crate::error::{Error, Wrapping};

/// Returns an error about what exports may lie in as lines; none for any other error.
#[must_use]
pub fn error(lang: Lang, error: &Error) -> Option<Vec<String>> {
    let lines = |what: String, todo: &str| Some(vec![what, todo.to_owned()]);
    match (error, lang) {
        (Error::TooDeep(path), Lang::Ja) => lines(
            format!(
                "{}: 深いところにあるフォルダなので、中を見ていません。",
                path.display()
            ),
            "フォルダを浅いところに移してください。",
        ),
        (Error::TooDeep(path), Lang::En) => lines(
            format!("{}: this folder lies too deep to be read.", path.display()),
            "Move it further up.",
        ),
        (Error::Wrapped { path, wrapping }, _) => {
            let (what, todo) = wrapped(lang, *wrapping);
            lines(format!("{}: {what}", path.display()), todo)
        }
        _ => None,
    }
}

const fn wrapped(lang: Lang, wrapping: Wrapping) -> (&'static str, &'static str) {
    match lang {
        Lang::Ja => japanese(wrapping),
        Lang::En => english(wrapping),
    }
}

const fn japanese(wrapping: Wrapping) -> (&'static str, &'static str) {
    match wrapping {
        Wrapping::Spreadsheet => (
            "表計算のファイルなので、読んでいません。",
            "書き出したままのCSVファイルをもらい直してください。",
        ),
        Wrapping::Archive => (
            "この形の圧縮ファイルは開けません。",
            "中のCSVファイルを取り出して置くか、zip にしてください。",
        ),
        Wrapping::Nested => (
            "zip の中の圧縮ファイルは開けません。",
            "外側の zip を開いて、中の圧縮ファイルを取り出して置いてください。",
        ),
        Wrapping::Password => (
            "zip にパスワードが付いているので、開けません。",
            "zip をパスワードで開いて、中のファイルを取り出して置いてください。",
        ),
        Wrapping::Broken => (
            "zip が壊れていて、開けません。",
            "もう一度もらってください。",
        ),
        Wrapping::Method => (
            "この方式で圧縮した zip は開けません。",
            "zip を開いて、中のファイルを取り出して置いてください。",
        ),
        Wrapping::SameName => (
            "zip の中に同じ名前のファイルがあるので、一つしか読めません。",
            "zip を開いて、中のファイルを別の名前で置いてください。",
        ),
        Wrapping::TooMuch => (
            "zip の中身が大きすぎるので、読んでいません。",
            "中身を確かめ、要るファイルを取り出して置いてください。",
        ),
        Wrapping::Damaged => (
            "この写しは壊れています。",
            "元のファイルをもう一度集めてください。",
        ),
        Wrapping::NoTable => (
            "zip の中にCSVファイルがありません。",
            "zip の中身を確かめてください。",
        ),
    }
}

const fn english(wrapping: Wrapping) -> (&'static str, &'static str) {
    match wrapping {
        Wrapping::NoTable => ("the zip holds no CSV file.", "Check what is in it."),
        Wrapping::Spreadsheet => (
            "this is a spreadsheet and was not read.",
            "Ask for the CSV files as they were exported.",
        ),
        Wrapping::Archive => (
            "an archive of this kind is not opened.",
            "Take out the CSV files, or make a zip of them.",
        ),
        Wrapping::Nested => (
            "an archive within a zip is not opened.",
            "Open the outer zip and take the inner one out.",
        ),
        Wrapping::Password => (
            "the zip has a password and is not opened.",
            "Open it with its password and take the files out.",
        ),
        Wrapping::Broken => (
            "the zip is damaged and cannot be opened.",
            "Ask for it again.",
        ),
        Wrapping::Method => (
            "a zip packed in this way is not opened.",
            "Open it and take the files out.",
        ),
        Wrapping::SameName => (
            "files in the zip have the same name; only one of them is read.",
            "Open it and take the files out under other names.",
        ),
        Wrapping::TooMuch => (
            "the zip holds too much; this was not read.",
            "Check what is in it, and take out the files that matter.",
        ),
        Wrapping::Damaged => (
            "this copy is damaged.",
            "Collect the file it was made of again.",
        ),
    }
}
