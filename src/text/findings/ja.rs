//! The words of findings in Japanese.

use super::super::{Lang, read_error, table};
use super::{Outcome, ResultOf};
use crate::format::csv_finding::{Check, Finding, FindingKind, LostSign};

const ASK_AGAIN: &str = "書き出したままのファイルを、提出した課からもらい直してください。";
const SAVE_AS_UTF8: &str =
    "元のファイルをもらい直すか、「CSV UTF-8（コンマ区切り）」で保存してもらってください。";

pub(super) fn headline(outcome: &Outcome) -> String {
    let headline = match outcome.result {
        ResultOf::Unreadable => "読めません。".to_owned(),
        ResultOf::Same => "一致しました。".to_owned(),
        ResultOf::Alone => "ファイルの照合値は一致しました。受付照合番号は、もう一方のファイルがないので確かめていません。".to_owned(),
        ResultOf::DigestMissing => {
            "受付照合番号は一致しました。照合値のないファイルがあります。".to_owned()
        }
        ResultOf::Unsealed => "受付照合番号か照合値が書かれていないので、確かめられません。".to_owned(),
        ResultOf::Lost => "一致しません。失われたらしい文字があるので、ほかに違いがあるかどうかは分かりません。".to_owned(),
        ResultOf::Differs(count) => format!("違いがあります（{count}件）。"),
    };
    if outcome.twice {
        format!("{headline}同じ所属・年度のファイルがほかにもあります。")
    } else {
        headline
    }
}

pub(super) fn receipt(receipt: &str, check: Check) -> String {
    let note = match check {
        Check::Good => "書き出した課と読み合わせてください",
        Check::Bad => "今の中身から計算した番号です。ファイルの番号と違います",
        Check::Open => "今の中身から計算した番号です。番号のないファイルがあります",
    };
    format!("受付照合番号 {receipt}（{note}）")
}

pub(super) fn what(finding: &Finding) -> String {
    use FindingKind as K;
    let quoted = |text: &str| table::quoted(Lang::Ja, text);
    let pair = |found: &str, expected: &str| {
        table::found_and_expected(Lang::Ja, finding.column_id, found, expected)
    };
    match &finding.kind {
        K::Unreadable(error) => read_error::words(Lang::Ja, error).0,
        K::PartnerMissing(kind) => format!("{}がありません。", table::sheet(Lang::Ja, *kind)),
        K::Duplicate => "同じ所属・年度の同じ種類のファイルが、先にもう一つあります。".to_owned(),
        K::ReceiptDiffers { printed, computed } | K::DigestDiffers { printed, computed } => {
            let printed = quoted(printed);
            format!("{printed}とありますが、中身から計算すると {computed} です。")
        }
        K::SealMissing => "何も書かれていません。".to_owned(),
        K::Inconsistent { found, expected } => {
            let (found, expected) = pair(found, expected);
            format!("{found}とありますが、最初の行では{expected}です。")
        }
        K::FigureDiffers {
            scope,
            found,
            expected,
        } => {
            let (found, expected) = pair(found, expected);
            let scope = quoted(scope);
            format!("区分{scope}の値が{found}です。回答から計算すると{expected}です。")
        }
        K::CellDiffers { found, expected } => {
            let (found, expected) = pair(found, expected);
            format!("{found}とありますが、{expected}のはずです。")
        }
        K::UnknownMark(mark) => format!("{}は回答として読めません。", quoted(mark)),
        K::BadNumber(text) => format!("{}は数として読めません。", quoted(text)),
        K::WorthDiffers { found, expected } => {
            let (found, expected) = pair(found, expected);
            format!("点が{found}です。この回答の点は{expected}のはずです。")
        }
        K::RowTwice { first } => format!("{first}行目と同じIDです。"),
        K::UnknownRow(id) => format!("{}は、点検項目にありません。", quoted(id)),
        K::RowMissing(id) => format!("{}の行がありません。", quoted(id)),
        K::Lost(sign) => lost(*sign).to_owned(),
        K::ShortRow => "行の終わりの欄がありません。".to_owned(),
        K::MissingColumn(_) => "この列がありません。".to_owned(),
        K::UnknownColumn(heading) => format!(
            "見出し{}の列は、書き出した列にありません。",
            quoted(heading)
        ),
        K::OtherChecklist { found } => {
            format!(
                "ファイルが使った点検項目（照合値{}）が手元にありません。",
                quoted(found)
            )
        }
    }
}

const fn lost(sign: LostSign) -> &'static str {
    match sign {
        LostSign::QuestionMark => {
            "「?」があります。文字コードの変換で失われた文字の代わりかもしれません。"
        }
        LostSign::Replacement => "文字コードの変換で失われた文字があります（U+FFFD）。",
        LostSign::Geta => {
            "「〓」があります。文字コードの変換で失われた文字の代わりかもしれません。"
        }
        LostSign::NumberedCharacter => {
            "文字コードの変換で失われた文字があります（&#…; の形の番号になっています）。"
        }
        LostSign::Exponent => "数の桁が、表計算ソフトで失われたようです（1.23E+11 の形）。",
        LostSign::Hashes => "値が、表計算ソフトで失われたようです（### だけが残っています）。",
    }
}

pub(super) const fn todo(kind: &FindingKind) -> &'static str {
    use FindingKind as K;
    match kind {
        K::Unreadable(_)
        | K::DigestDiffers { .. }
        | K::SealMissing
        | K::FigureDiffers { .. }
        | K::UnknownMark(_)
        | K::BadNumber(_)
        | K::RowTwice { .. }
        | K::RowMissing(_) => ASK_AGAIN,
        K::PartnerMissing(_) => "集計と回答の二つのファイルを一緒に指定してください。",
        K::Duplicate => "どちらが正しいか、提出した課に確かめてください。",
        K::ReceiptDiffers { .. } => "提出した課が控えている番号を聞いてください。",
        K::Inconsistent { .. } => "ほかの所属や年度の行が混ざっていないか確かめてください。",
        K::CellDiffers { .. } | K::UnknownRow(_) => {
            "点検項目と比べ、提出した課に確かめてください。"
        }
        K::WorthDiffers { .. } => "回答と点のどちらが正しいか、提出した課に確かめてください。",
        K::Lost(LostSign::Exponent | LostSign::Hashes) => ASK_AGAIN,
        K::Lost(
            LostSign::QuestionMark
            | LostSign::Replacement
            | LostSign::Geta
            | LostSign::NumberedCharacter,
        ) => SAVE_AS_UTF8,
        K::ShortRow => "空欄として読みました。そのままでかまいません。",
        K::MissingColumn(_) => "空欄として読みました。列を消していないか確かめてください。",
        K::UnknownColumn(_) => "この列は見ていません。そのままでかまいません。",
        K::OtherChecklist { .. } => {
            "設問の文や重みは比べていません。比べるには、その年度の点検項目を用意してください。"
        }
    }
}
