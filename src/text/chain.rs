//! What checking a journal found, in words: its records, the receipts it notes, where it was
//! altered, and whether exported files were written from it.

use std::path::Path;

use super::Lang;
use crate::display::safe;
use crate::domain::record::{Change, Record};
use crate::format::csv_journal::HeadCheck;
use crate::format::journal_salvage::{Mend, MendKind};

/// Returns what a journal holds: its length, its head, and each export with time and receipt, as
/// far as it is among `records`.
#[must_use]
pub fn holds(
    lang: Lang,
    path: &Path,
    (count, records): (usize, &[Record]),
    head: &str,
) -> Vec<String> {
    let mut lines = super::commands::journal(lang, path, count, head);
    for record in records {
        let at = record.at.format("%Y-%m-%d %H:%M");
        let number = record.number;
        for change in &record.changes {
            match (change, lang) {
                (Change::Exported { receipt, .. }, Lang::Ja) => {
                    lines.push(format!(
                        "  書き出し {at} 受付照合番号 {receipt}（{number}番）"
                    ));
                }
                (Change::Exported { receipt, .. }, Lang::En) => {
                    lines.push(format!(
                        "  exported {at} receipt {receipt} (record {number})"
                    ));
                }
                (Change::Repaired { damaged, .. }, Lang::Ja) => lines.push(format!(
                    "  修復 {at}（{number}番）。壊れていたファイルの値 {damaged}"
                )),
                (Change::Repaired { damaged, .. }, Lang::En) => lines.push(format!(
                    "  repaired {at} (record {number}); digest of the damaged file {damaged}"
                )),
                (Change::Redacted { item, .. }, Lang::Ja) => lines.push(format!(
                    "  文の削除 {at}（{number}番、{item}）。これより前の書き出しとは照合できません"
                )),
                (Change::Redacted { item, .. }, Lang::En) => lines.push(format!(
                    "  redacted {at} (record {number}, {item}); earlier exports cannot be compared"
                )),
                _ => {}
            }
        }
    }
    lines
}

/// Returns where exactly something in a line was put right, or stands wrong.
#[must_use]
pub fn mend(lang: Lang, mend: &Mend) -> String {
    let line = mend.line;
    let column = mend.column.unwrap_or(1);
    match (mend.kind, lang) {
        (MendKind::Moved, Lang::Ja) => format!("{line}行目は、順序が違うところにあります。"),
        (MendKind::Moved, Lang::En) => format!("Line {line} stands in the wrong place."),
        (MendKind::Duplicate, Lang::Ja) => format!("{line}行目は、ほかの行と同じです。"),
        (MendKind::Duplicate, Lang::En) => format!("Line {line} is the same as another."),
        (MendKind::Byte, Lang::Ja) => {
            format!("{line}行目の{column}バイト目が書き換わっています。")
        }
        (MendKind::Byte, Lang::En) => format!("Line {line}: byte {column} was altered."),
        (MendKind::Digits, Lang::Ja) => format!(
            "{line}行目の{column}バイト目から、つながりを確かめる値が書き換わっています。内容は無事です。"
        ),
        (MendKind::Digits, Lang::En) => format!(
            "Line {line}: the hash was altered from byte {column}; the record itself is whole."
        ),
        (MendKind::LineEnd, Lang::Ja) => {
            format!("{line}行目の{column}バイト目にあるはずの改行がありません。")
        }
        (MendKind::LineEnd, Lang::En) => {
            format!("Line {line}: the line end at byte {column} is gone.")
        }
        (MendKind::Split, Lang::Ja) => {
            format!("{line}行目の{column}バイト目が、改行に書き換わっています。")
        }
        (MendKind::Split, Lang::En) => {
            format!("Line {line}: byte {column} was turned into a line end.")
        }
    }
}

/// Returns which lines do not follow the one before, beside the first.
#[must_use]
pub fn breaks(lang: Lang, lines: &[usize]) -> String {
    let numbers: Vec<String> = lines.iter().map(ToString::to_string).collect();
    match lang {
        Lang::Ja => format!("前の行とつながらない行: {}行目", numbers.join("行目、")),
        Lang::En => format!(
            "Lines that do not follow the one before: {}",
            numbers.join(", ")
        ),
    }
}

/// Returns whether exported files were written from a journal.
#[must_use]
pub fn head(lang: Lang, path: &Path, check: HeadCheck) -> String {
    let path = safe::line(&path.display().to_string());
    match (check, lang) {
        (HeadCheck::UpTo { number, later: 0 }, Lang::Ja) => {
            format!("{path}: CSVは、この記録ファイルの最後の記録（{number}番）までの内容です。")
        }
        (HeadCheck::UpTo { number, later: 0 }, Lang::En) => {
            format!("{path}: the files were written after its last record ({number}).")
        }
        (HeadCheck::UpTo { number, later }, Lang::Ja) => format!(
            "{path}: CSVは、この記録ファイルの{number}番までの内容です。その後の記録が{later}件あります。"
        ),
        (HeadCheck::UpTo { number, later }, Lang::En) => {
            format!("{path}: the files were written after record {number}; {later} follow.")
        }
        (HeadCheck::Copy(number), Lang::Ja) => {
            format!("{path}: CSVは、この記録ファイルに{number}番の記録でまとめた写しの内容です。")
        }
        (HeadCheck::Copy(number), Lang::En) => {
            format!("{path}: the files were written from a copy that record {number} merged.")
        }
        (HeadCheck::MadeAnew, Lang::Ja) => format!(
            "{path}: CSVの「記録の末尾」が、この記録ファイルにありません。文の削除か修復で作り直されているので、それより前のCSVなら合いません。書き出し直したCSVで確かめてください。"
        ),
        (HeadCheck::MadeAnew, Lang::En) => format!(
            "{path}: the journal head of the files is not in it. It was made anew by a redaction or a repair, so earlier files do not match; export again."
        ),
        (HeadCheck::Absent, Lang::Ja) => format!(
            "{path}: CSVの「記録の末尾」が、この記録ファイルにありません。書き出した後で記録が失われたか、別の記録ファイルです。控えと比べてください。"
        ),
        (HeadCheck::Absent, Lang::En) => format!(
            "{path}: the journal head of the files is not in it. Records were lost since the export, or it is another journal. Compare it with a copy."
        ),
        (HeadCheck::Unnamed, Lang::Ja) => {
            format!("{path}: CSVに「記録の末尾」がないので、照合できません。")
        }
        (HeadCheck::Unnamed, Lang::En) => {
            format!("{path}: the files name no journal head to compare.")
        }
    }
}

/// Returns that no exported file given is about the same department and year as a journal.
#[must_use]
pub fn no_files(lang: Lang, path: &Path) -> String {
    let path = safe::line(&path.display().to_string());
    match lang {
        Lang::Ja => format!(
            "{path}: 同じ所属・年度のCSVがないので、CSVとは照合していません。ファイルの組合せを確かめてください。"
        ),
        Lang::En => format!(
            "{path}: none of the files is about the same department and year. Check which belong together."
        ),
    }
}
