//! Why a CSV or xlsx file cannot be read, in words.

use super::Lang;
use super::table::place;
use crate::format::cells::ReadError;
use crate::format::csv_decode::{DecodeError, Encoding};
use crate::format::xlsx_read::XlsxFault;

const MEBIBYTE: usize = 1024 * 1024;

/// Returns why a file cannot be read, and what to do.
#[must_use]
pub fn words(lang: Lang, error: &ReadError) -> (String, &'static str) {
    match lang {
        Lang::Ja => japanese(error),
        Lang::En => english(error),
    }
}

fn japanese(error: &ReadError) -> (String, &'static str) {
    let at = |row, column| place(Lang::Ja, row, Some(column), None);
    match error {
        ReadError::Decode(error) => decoding_ja(error),
        ReadError::Xlsx(fault) => xlsx_ja(*fault),
        ReadError::Empty => (
            "中身がありません。".to_owned(),
            "ファイルを確かめてください。",
        ),
        ReadError::Malformed => (
            "CSVの形ではありません。".to_owned(),
            "CSVで保存し直してください。",
        ),
        ReadError::TooManyRows { limit } => (
            format!("行が多すぎます（{limit}行まで）。"),
            "別のファイルではないか確かめてください。",
        ),
        ReadError::CellTooLong { row, column, limit } => (
            format!(
                "{}の文字が多すぎます（{limit}字まで）。",
                at(Some(*row), *column)
            ),
            "\" が閉じているか確かめてください。",
        ),
        ReadError::OpenQuote { row } => (
            format!("{row}行目で始まる \" が、終わりまで閉じていません。"),
            "その \" を消すか閉じて、保存し直してください。",
        ),
        ReadError::RowTooLong { row, column } => (
            format!("{}には見出しがありません。", at(Some(*row), *column)),
            "コンマの入る欄が \" で囲まれているか確かめてください。",
        ),
        ReadError::ColumnTwice { column, first } => (
            format!(
                "{}の見出しは{}と同じです。",
                at(None, *column),
                at(None, *first)
            ),
            "どちらかの列を消してください。",
        ),
        ReadError::UnknownSheet => (
            "集計のファイルでも回答のファイルでもありません。".to_owned(),
            "1行目の見出しを確かめてください。",
        ),
        ReadError::BrokenRow { row } => (
            format!(
                "{}から先が、書き出した形ではありません。",
                place(Lang::Ja, Some(*row), None, None)
            ),
            "書き出したままのファイルをもらい直してください。",
        ),
    }
}

fn decoding_ja(error: &DecodeError) -> (String, &'static str) {
    match error {
        DecodeError::TooLarge { bytes, limit } => (
            format!(
                "ファイルが大きすぎます（{}MB。{}MBまで）。",
                bytes.div_ceil(MEBIBYTE),
                limit / MEBIBYTE
            ),
            "別のファイルではないか確かめてください。",
        ),
        DecodeError::Nul => (
            "文字だけのファイルではありません。".to_owned(),
            "CSVで保存し直してください。Excelブック（.xlsx）は読めません。",
        ),
        DecodeError::Malformed(encoding) => (
            match encoding {
                Encoding::Utf8Bom | Encoding::Utf8 => "UTF-8として読めない文字があります。",
                Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16として読めない文字があります。",
                Encoding::Cp932 => "UTF-8としてもシフトJISとしても読めない文字があります。",
            }
            .to_owned(),
            "「CSV UTF-8（コンマ区切り）」で保存し直してください。",
        ),
    }
}

fn xlsx_ja(fault: XlsxFault) -> (String, &'static str) {
    match fault {
        XlsxFault::NotXlsx => (
            "Excelブック（.xlsx）ではありません。".to_owned(),
            "ファイルを確かめてください。CSVのときは、フォルダを指定します。",
        ),
        XlsxFault::Old => (
            "古い形のExcelブック（.xls）です。".to_owned(),
            "Excelで開き、「Excelブック（.xlsx）」で保存し直してください。",
        ),
        XlsxFault::Encrypted => (
            "パスワードが付いているので読めません。".to_owned(),
            "パスワードを外して保存し直してください。",
        ),
        XlsxFault::Broken => (
            "ファイルが壊れています。".to_owned(),
            "Excelで開けるか確かめ、別の名前で保存し直してください。",
        ),
        XlsxFault::Unpacked(limit) => (
            format!("中身が大きすぎます（{}MBまで）。", limit / MEBIBYTE),
            "別のファイルではないか確かめてください。",
        ),
        XlsxFault::TooMuchText(limit) => (
            format!("文字が多すぎます（{}MBまで）。", limit / MEBIBYTE),
            "別のファイルではないか確かめてください。",
        ),
    }
}

fn xlsx_en(fault: XlsxFault) -> (String, &'static str) {
    match fault {
        XlsxFault::NotXlsx => (
            "The file is no Excel workbook (.xlsx).".to_owned(),
            "Check the file; of CSV files, name the folder.",
        ),
        XlsxFault::Old => (
            "The file is an Excel workbook of the old kind (.xls).".to_owned(),
            "Open it in Excel and save it as .xlsx.",
        ),
        XlsxFault::Encrypted => (
            "The file has a password and cannot be read.".to_owned(),
            "Save it again without the password.",
        ),
        XlsxFault::Broken => (
            "The file is damaged.".to_owned(),
            "Check whether Excel opens it, and save it under another name.",
        ),
        XlsxFault::Unpacked(limit) => (
            format!("The file holds too much (at most {} MB).", limit / MEBIBYTE),
            "Check whether it is another file.",
        ),
        XlsxFault::TooMuchText(limit) => (
            format!(
                "The cells hold too much text (at most {} MB).",
                limit / MEBIBYTE
            ),
            "Check whether it is another file.",
        ),
    }
}

fn english(error: &ReadError) -> (String, &'static str) {
    let at = |row, column| place(Lang::En, row, Some(column), None);
    match error {
        ReadError::Decode(error) => decoding_en(error),
        ReadError::Xlsx(fault) => xlsx_en(*fault),
        ReadError::Empty => ("The file is empty.".to_owned(), "Check the file."),
        ReadError::Malformed => ("The file is no CSV.".to_owned(), "Save it as CSV."),
        ReadError::TooManyRows { limit } => (
            format!("There are too many rows (at most {limit})."),
            "Check whether it is another file.",
        ),
        ReadError::CellTooLong { row, column, limit } => (
            format!(
                "The text at {} is too long (at most {limit} characters).",
                at(Some(*row), *column)
            ),
            "Check whether a \" is not closed.",
        ),
        ReadError::OpenQuote { row } => (
            format!("A \" that begins in row {row} is never closed."),
            "Remove it or close it, and save the file again.",
        ),
        ReadError::RowTooLong { row, column } => (
            format!("There is no heading at {}.", at(Some(*row), *column)),
            "Check whether a cell with a comma stands in \" \".",
        ),
        ReadError::ColumnTwice { column, first } => (
            format!(
                "The heading of {} is that of {}.",
                at(None, *column),
                at(None, *first)
            ),
            "Remove one of the columns.",
        ),
        ReadError::UnknownSheet => (
            "The file is neither a summary nor answers.".to_owned(),
            "Check the headings in row 1.",
        ),
        ReadError::BrokenRow { row } => (
            format!(
                "From {} on it is not as it was written.",
                place(Lang::En, Some(*row), None, None)
            ),
            "Ask for the file as it was exported.",
        ),
    }
}

fn decoding_en(error: &DecodeError) -> (String, &'static str) {
    match error {
        DecodeError::TooLarge { bytes, limit } => (
            format!(
                "The file is too large ({} MB; at most {} MB).",
                bytes.div_ceil(MEBIBYTE),
                limit / MEBIBYTE
            ),
            "Check whether it is another file.",
        ),
        DecodeError::Nul => (
            "The file is not plain text.".to_owned(),
            "Save it as CSV; an Excel workbook (.xlsx) cannot be read.",
        ),
        DecodeError::Malformed(encoding) => (
            match encoding {
                Encoding::Utf8Bom | Encoding::Utf8 => "The file holds bytes that are not UTF-8.",
                Encoding::Utf16Le | Encoding::Utf16Be => {
                    "The file holds bytes that are not UTF-16."
                }
                Encoding::Cp932 => "The file holds bytes that are neither UTF-8 nor Shift JIS.",
            }
            .to_owned(),
            "Save it as \"CSV UTF-8\".",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_file_has_words() {
        let encodings = [
            Encoding::Utf8Bom,
            Encoding::Utf8,
            Encoding::Utf16Le,
            Encoding::Utf16Be,
            Encoding::Cp932,
        ];
        let mut errors = vec![
            ReadError::Decode(DecodeError::TooLarge {
                bytes: 33 * MEBIBYTE,
                limit: 32 * MEBIBYTE,
            }),
            ReadError::Decode(DecodeError::Nul),
            ReadError::Empty,
            ReadError::Malformed,
            ReadError::TooManyRows { limit: 5 },
            ReadError::CellTooLong {
                row: 2,
                column: 3,
                limit: 4,
            },
            ReadError::OpenQuote { row: 2 },
            ReadError::RowTooLong { row: 2, column: 37 },
            ReadError::ColumnTwice {
                column: 2,
                first: 1,
            },
            ReadError::UnknownSheet,
            ReadError::BrokenRow { row: 2 },
        ];
        let limit = 32 * MEBIBYTE;
        errors.extend(
            [
                XlsxFault::NotXlsx,
                XlsxFault::Old,
                XlsxFault::Encrypted,
                XlsxFault::Broken,
                XlsxFault::Unpacked(limit),
                XlsxFault::TooMuchText(limit),
            ]
            .map(ReadError::Xlsx),
        );
        errors
            .extend(encodings.map(|encoding| ReadError::Decode(DecodeError::Malformed(encoding))));
        for error in &errors {
            for lang in [Lang::Ja, Lang::En] {
                let (what, todo) = words(lang, error);
                assert!(!what.is_empty() && !todo.is_empty(), "{error:?}");
            }
        }
        let (what, _) = words(Lang::Ja, &errors[7]);
        assert_eq!(what, "2行目 AK列には見出しがありません。");
        let (what, _) = words(Lang::Ja, &errors[0]);
        assert_eq!(what, "ファイルが大きすぎます（33MB。32MBまで）。");
    }
}
