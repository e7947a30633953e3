//! Why a slip is not taken, in words.

use crate::display::safe;
use crate::domain::returning::Unfit;
use crate::error::Error;
use crate::format::return_file::ReturnFault;
use crate::text::Lang;

/// Returns an error about slips as lines; none for any other error.
#[must_use]
pub fn error(lang: Lang, error: &Error) -> Option<Vec<String>> {
    let (path, (what, todo)) = match error {
        Error::Return { path, fault } => (path, fault_words(lang, fault)),
        Error::NotTaken { path, unfit } => (path, unfit_words(lang, *unfit)),
        Error::NoSlip(path) => (
            path,
            match lang {
                Lang::Ja => (
                    "このファイルはありません。".to_owned(),
                    "受け取った差戻しのファイル（名前が _return.ron で終わるもの）の場所を確かめてください。",
                ),
                Lang::En => (
                    "there is no such file.".to_owned(),
                    "Name the file the division handed over; it ends in _return.ron.",
                ),
            },
        ),
        _ => return None,
    };
    let name = path.display();
    Some(vec![format!("{name}: {what}"), todo.to_owned()])
}

fn fault_words(lang: Lang, fault: &ReturnFault) -> (String, &'static str) {
    let again = match lang {
        Lang::Ja => "取りまとめ部署に、もう一度もらってください。何も変えていません。",
        Lang::En => "Ask the division for it again. Nothing changed.",
    };
    let what = match (lang, fault) {
        (Lang::Ja, ReturnFault::Form(words)) => {
            format!(
                "差戻しのファイルとして読めません（{}）。",
                safe::line(words)
            )
        }
        (Lang::Ja, ReturnFault::Page) => {
            return (
                "印刷する差戻し票です。".to_owned(),
                "いっしょに受け取った、種類が .ron のファイルを選んでください。何も変えていません。",
            );
        }
        (Lang::En, ReturnFault::Page) => {
            return (
                "it is the page to print.".to_owned(),
                "Choose the file that came with it and ends in .ron. Nothing changed.",
            );
        }
        (Lang::Ja, ReturnFault::Newer(format)) => {
            return (
                format!("新しい版の tenken が作った差戻しのファイルです（形式 {format}）。"),
                "このパソコンの tenken を新しくしてから開いてください。何も変えていません。",
            );
        }
        (Lang::Ja, ReturnFault::Digest) => "途中で内容が変わっています。".to_owned(),
        (Lang::Ja, ReturnFault::TooLong) => "理由が長すぎるか、項目が多すぎます。".to_owned(),
        (Lang::Ja, ReturnFault::Control) => "表示できない文字が入っています。".to_owned(),
        (Lang::Ja, ReturnFault::Empty) => "年度か所属か理由がありません。".to_owned(),
        (Lang::En, ReturnFault::Form(words)) => {
            format!("it is no return file ({}).", safe::line(words))
        }
        (Lang::En, ReturnFault::Newer(format)) => {
            return (
                format!("a newer version of tenken wrote it (form {format})."),
                "Update tenken here and open it again. Nothing changed.",
            );
        }
        (Lang::En, ReturnFault::Digest) => "it was changed on its way.".to_owned(),
        (Lang::En, ReturnFault::TooLong) => {
            "a reason is too long, or there are too many items.".to_owned()
        }
        (Lang::En, ReturnFault::Control) => "it holds signs that cannot be shown.".to_owned(),
        (Lang::En, ReturnFault::Empty) => "it names no year, department or reason.".to_owned(),
    };
    (what, again)
}

fn unfit_words(lang: Lang, unfit: Unfit) -> (String, &'static str) {
    let (ja, en) = match unfit {
        Unfit::Municipality => (
            (
                "ほかの自治体への差戻しです。",
                "自分の自治体の点検票を開いているか、確かめてください。",
            ),
            (
                "it is for another municipality.",
                "Open the workbook it is for.",
            ),
        ),
        Unfit::Year => (
            (
                "ほかの年度への差戻しです。",
                "その年度の点検票を開いてから、取り込んでください。",
            ),
            (
                "it is for another fiscal year.",
                "Open the workbook of that year.",
            ),
        ),
        Unfit::Department => (
            (
                "ほかの課への差戻しです。",
                "自分の課への差戻しのファイルを、取りまとめ部署に確かめてください。",
            ),
            (
                "it is for another department.",
                "Ask the division for the file of your department.",
            ),
        ),
        Unfit::Submission => (
            (
                "この点検票から書き出したものへの差戻しではありません。",
                "別のパソコンや写しから提出したなら、そちらの点検票で取り込むか、写しをまとめてから取り込んでください。",
            ),
            (
                "it is about a submission that did not come from this workbook.",
                "Take it where the submission was exported, or merge that copy first.",
            ),
        ),
        Unfit::Taken(_) => (
            (
                "この差戻し票は、もう取り込んであります。",
                "何も変えていません。",
            ),
            ("it was taken before.", "Nothing changed."),
        ),
    };
    let (what, todo) = match lang {
        Lang::Ja => ja,
        Lang::En => en,
    };
    (what.to_owned(), todo)
}
