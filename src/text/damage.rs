//! What happened to a journal, in words: what is wrong and where, then what to do.

use super::Lang;
use crate::format::csv_decode::Encoding;
use crate::format::journal::{Damage, Tail};
use crate::format::journal_diagnosis::Cause;
use crate::format::journal_forms::Form;

/// Returns what is wrong with a journal, and where.
#[must_use]
pub fn what(lang: Lang, damage: &Damage) -> String {
    match lang {
        Lang::Ja => japanese(damage),
        Lang::En => english(damage),
    }
}

/// Returns what to do about it.
#[must_use]
pub const fn todo(lang: Lang, damage: &Damage) -> &'static str {
    match (&damage.cause, lang) {
        (Cause::Newer(_), Lang::Ja) => "書き込むには、新しい版のプログラムで開いてください。",
        (Cause::Newer(_), Lang::En) => "To write in it, open it with the newer version.",
        (Cause::NotUnderstood, Lang::Ja) => {
            "ファイルには触れていません。新しい版のプログラムがあれば、それで開いてください。なければ tenken repair で、どこまで直せるか確かめられます。"
        }
        (Cause::NotUnderstood, Lang::En) => {
            "The file was not touched. Open it with a newer version if there is one; else tenken repair tells how far it can be mended."
        }
        (cause, Lang::Ja) if cause.can_be_repaired() => {
            "ファイルには触れていません。tenken repair で、どこまで直せるか確かめられます。"
        }
        (cause, Lang::En) if cause.can_be_repaired() => {
            "The file was not touched. tenken repair tells how far it can be mended."
        }
        (_, Lang::Ja) => "ファイルには触れていません。控えのファイルから戻してください。",
        (_, Lang::En) => "The file was not touched. Put a copy in its place.",
    }
}

/// Returns what is to be said about the end of a journal: of a record that was not written to its
/// end. Everything saved before it is there.
#[must_use]
pub fn tail(lang: Lang, tail: Tail) -> Option<String> {
    Some(match (tail, lang) {
        (Tail::Clean | Tail::NoLineEnd, _) => return None,
        (Tail::Torn(bytes), Lang::Ja) => format!(
            "前に終わったとき、書きかけの記録（{bytes}バイト）がありました。保存済みの回答は無事です。ファイルを写した直後なら、元のファイルと大きさを比べてください。"
        ),
        (Tail::Torn(bytes), Lang::En) => format!(
            "A record was not written to its end last time ({bytes} bytes). Every saved answer is there. If the file was just copied, compare its size with the original."
        ),
        (Tail::Zeros(bytes), Lang::Ja) => format!(
            "電源が切れたときの書きかけが、空のまま末尾に残っています（{bytes}バイト）。保存済みの回答は無事です。"
        ),
        (Tail::Zeros(bytes), Lang::En) => format!(
            "When the power went, a record was left empty at the end ({bytes} bytes). Every saved answer is there."
        ),
    })
}

/// Returns how a file was saved again.
#[must_use]
pub fn form(lang: Lang, form: Form) -> String {
    let encoding = match (form.encoding, lang) {
        (Encoding::Utf8, _) => "",
        (Encoding::Utf8Bom, Lang::Ja) => "先頭にBOM",
        (Encoding::Utf8Bom, Lang::En) => "a byte order mark at its beginning",
        (Encoding::Utf16Le | Encoding::Utf16Be, Lang::Ja) => "文字コードがUTF-16",
        (Encoding::Utf16Le | Encoding::Utf16Be, Lang::En) => "as UTF-16",
        (Encoding::Cp932, Lang::Ja) => "文字コードがシフトJIS",
        (Encoding::Cp932, Lang::En) => "as Shift JIS",
    };
    let line_ends = match (form.line_ends, lang) {
        (false, _) => "",
        (true, Lang::Ja) => "改行がCRLF",
        (true, Lang::En) => "with CRLF line ends",
    };
    let parts: Vec<&str> = [encoding, line_ends]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(match lang {
        Lang::Ja => "、",
        Lang::En => ", ",
    })
}

fn japanese(damage: &Damage) -> String {
    let place = format!(
        "{}行目（先頭から{}バイト目）",
        damage.line,
        damage.offset + 1
    );
    match &damage.cause {
        Cause::Empty => "中身がありません（0バイト）。".to_owned(),
        Cause::Folder => "記録ファイルがあるはずの場所に、フォルダがあります。".to_owned(),
        Cause::NotAJournal => "点検票の記録ファイルではありません。".to_owned(),
        Cause::CutInFirst => "最初の記録の途中で、ファイルが終わっています。".to_owned(),
        Cause::BeginningMissing(number) => {
            format!("はじめの記録がありません。{number}番の記録から始まっています。")
        }
        Cause::SavedAgain(how) => format!(
            "別のソフトで保存し直されています（{}）。",
            form(Lang::Ja, *how)
        ),
        Cause::Zeros => format!("{place}に、記録の代わりに0のバイトが並んでいます。"),
        Cause::Duplicate(first) => format!("{place}が、{first}行目と同じです。"),
        Cause::Swapped(other) => {
            format!("{place}から{other}行目まで、行の順序が入れ替わっています。")
        }
        Cause::Extra => format!("{place}は、ここに入る記録ではありません。"),
        Cause::Missing { from, to } if from == to => {
            format!("{place}の前で、{from}番の記録がなくなっています。")
        }
        Cause::Missing { from, to } => {
            format!("{place}の前で、{from}番から{to}番の記録がなくなっています。")
        }
        Cause::Altered => format!("{place}の文字が書き換わっています。"),
        Cause::NotUnderstood => {
            format!("{place}の記録は書かれたときのままですが、この版では読めません。")
        }
        Cause::Newer(format) => {
            format!("新しい版のプログラムで作られています（形式 {format}）。")
        }
    }
}

fn english(damage: &Damage) -> String {
    let place = format!("line {} (byte {})", damage.line, damage.offset + 1);
    match &damage.cause {
        Cause::Empty => "the file is empty (0 bytes).".to_owned(),
        Cause::Folder => "there is a folder where the journal should be.".to_owned(),
        Cause::NotAJournal => "this is no journal of a workbook.".to_owned(),
        Cause::CutInFirst => "the file ends within its first record.".to_owned(),
        Cause::BeginningMissing(number) => {
            format!("the beginning is missing; it starts with record {number}.")
        }
        Cause::SavedAgain(how) => {
            format!("another program saved it again ({}).", form(Lang::En, *how))
        }
        Cause::Zeros => format!("{place} holds zeros in the place of a record."),
        Cause::Duplicate(first) => format!("{place} is the same as line {first}."),
        Cause::Swapped(other) => format!("{place} to line {other} stand in the wrong order."),
        Cause::Extra => format!("{place} does not belong here."),
        Cause::Missing { from, to } if from == to => {
            format!("record {from} is missing before {place}.")
        }
        Cause::Missing { from, to } => {
            format!("records {from} to {to} are missing before {place}.")
        }
        Cause::Altered => format!("{place} was altered."),
        Cause::NotUnderstood => {
            format!("{place} is as it was written, but this version cannot read it.")
        }
        Cause::Newer(format) => format!("made by a newer version (format {format})."),
    }
}
