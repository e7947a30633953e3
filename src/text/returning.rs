//! Returning in words: the commands, what is wrong with a slip or with what the division wishes, why
//! something goes back, and what a department reads.

mod made;
mod making;
pub mod page;
mod refusals;
mod taking;

use super::audit;
use super::en::number_of;
use super::mark::mark_words;
use super::{Lang, desk, table};
use crate::collect::collection::Entry;
use crate::domain::governance::What;
use crate::domain::ledger::State;
use crate::domain::mark::Mark;
use crate::domain::scale::Scale;
use crate::format::audits::{AuditProblem, AuditProblemKind};

pub use made::{made, named, overtaken, refusal, template_written};
pub use making::MakingWords;
pub(super) use making::{EN as MAKING_EN, JA as MAKING_JA};
pub use refusals::error;
pub use taking::TakingWords;
pub(super) use taking::{EN, JA};

/// Returns the help of a command or argument; empty for others.
#[must_use]
pub fn help(lang: Lang, name: &str) -> &'static str {
    let (ja, en) = match name {
        "return" => (
            "直しの要る課ごとに、差戻し票とその課のためのファイルを作る",
            "Write return slips, and a file for the department's program",
        ),
        "return template" => (
            "差戻しの案（CSV）を出す",
            "Write what might be returned, to be edited (CSV)",
        ),
        "collected" => (
            "集めたフォルダ（なければ collected の新しい年度）",
            "The folder that was collected into; the latest in collected if absent",
        ),
        "items" => (
            "差し戻す項目と理由を書いたCSV",
            "CSV of items to correct, with reasons",
        ),
        "only" => ("この所属だけ", "Only these departments"),
        "due" => ("直しの期限（2026-12-10 の形）", "When corrections are due"),
        "returned_by" => (
            "差戻し票に書く取りまとめ部署の名前",
            "The division as the slips name it",
        ),
        "return_file" => (
            "取りまとめ部署から受け取った差戻しのファイル",
            "The return file the division handed over",
        ),
        _ => return "",
    };
    super::commands::pick(lang, ja, en)
}

/// Returns why everything a department handed in goes back: what is wrong, with its place.
#[must_use]
pub fn why(lang: Lang, entry: &Entry) -> String {
    let told = desk::reason(
        lang,
        entry.state,
        entry.verdict.as_deref(),
        entry.trouble.as_deref(),
    );
    let head = match (lang, entry.state) {
        (Lang::Ja, State::OtherEdition) => {
            return "ほかの課と方針の版が違います。今の点検項目を取りまとめ部署から受け取り、点検票を差し替えてから答え直してください。".to_owned();
        }
        (Lang::En, State::OtherEdition) => {
            return "It is of another edition of the policy. Get the current checklist from the division, update the workbook to it, and answer again.".to_owned();
        }
        (Lang::Ja, State::Altered) => "ファイルの内容が、書き出したときと違います。",
        (Lang::Ja, State::Lost) => "保存し直したときに、文字が失われました。",
        (Lang::Ja, State::Alone) => "2つのファイルの片方がありません。",
        (Lang::Ja, State::Unreadable) => "ファイルが読めません。",
        (Lang::En, State::Altered) => "The files are not as they were written.",
        (Lang::En, State::Lost) => "Characters were lost when a file was saved again.",
        (Lang::En, State::Alone) => "One of the two files is missing.",
        (Lang::En, State::Unreadable) => "A file cannot be read.",
        _ => return told.what,
    };
    // The folder and the digits it is kept under are the division's own.
    let file = told.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let file = match file.split_once('~') {
        Some((stem, _)) => stem,
        None => file,
    };
    let row = told.row.map(|row| match lang {
        Lang::Ja => format!("{row}行目"),
        Lang::En => format!("row {row}"),
    });
    let place = [Some(file.to_owned()), row, Some(told.column)];
    let place: Vec<String> = place
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    if told.what.is_empty() {
        return head.to_owned();
    }
    match lang {
        Lang::Ja => format!("{head}（{}: {}）", place.join(" "), told.what),
        Lang::En => format!("{head} ({}: {})", place.join(" "), told.what),
    }
}

/// Returns that some items are to be corrected.
#[must_use]
pub fn correct_items(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ja => format!("{count}項目を確かめて直してください。"),
        Lang::En => format!("Check and correct {}.", number_of(count, "item", "items")),
    }
}

/// Puts sentences one behind the other.
#[must_use]
pub fn joined(lang: Lang, sentences: &[String]) -> String {
    sentences.join(match lang {
        Lang::Ja => "",
        Lang::En => " ",
    })
}

/// Returns the reason proposed for something that deserves a look: what is asked of the department.
#[must_use]
pub fn proposed(lang: Lang, scale: &Scale, what: &What) -> String {
    let mark = |mark: Mark| {
        let (sign, word) = mark_words(scale, lang, mark);
        format!("{sign} {word}").trim().to_owned()
    };
    let text = match (lang, what) {
        (Lang::Ja, What::OthersAnswer { .. }) => {
            "対象外（－）としています。対象にならないかを確かめ、対象外なら理由を詳しく書いてください。"
        }
        (Lang::Ja, What::OthersAreAsked { .. }) => {
            "所属の属性の答えから、聞かれていない設問です。属性の答えが正しいかを確かめてください。"
        }
        (Lang::Ja, What::LeftOpen { again: false, .. }) => {
            "確認中（？）のままです。確かめた結果を答えてください。"
        }
        (Lang::Ja, What::LeftOpen { again: true, .. }) => {
            "前年度に続いて確認中（？）です。確かめた結果を答えてください。"
        }
        (Lang::Ja, What::ImprovedWithoutEvidence { before, now }) => {
            return format!(
                "前年度の {} から {} に上がっています。確かめた資料の名前を書いてください。",
                mark(*before),
                mark(*now)
            );
        }
        (Lang::Ja, What::SameRemark { .. }) => {
            "備考がほかの所属と同じです。この所属のことを書いてください。"
        }
        (Lang::Ja, _) => "確定より後に答えた項目です。確かめて、もう一度確定してください。",
        (Lang::En, What::OthersAnswer { .. }) => {
            "Marked －. Check whether it applies; if it does not, say in more detail why."
        }
        (Lang::En, What::OthersAreAsked { .. }) => {
            "Not asked because of the department's profile. Check the answers of the profile."
        }
        (Lang::En, What::LeftOpen { again: false, .. }) => {
            "Left to be confirmed. Answer what you found."
        }
        (Lang::En, What::LeftOpen { again: true, .. }) => {
            "To be confirmed, as the year before. Answer what you found."
        }
        (Lang::En, What::ImprovedWithoutEvidence { before, now }) => {
            return format!(
                "Rose from {} the year before to {}. Name the document that shows it.",
                mark(*before),
                mark(*now)
            );
        }
        (Lang::En, What::SameRemark { .. }) => {
            "The remark is that of other departments. Describe your own."
        }
        (Lang::En, _) => "Answered after confirming. Check it, and confirm again.",
    };
    text.to_owned()
}

/// Returns a problem of what the division wishes as lines.
#[must_use]
pub fn problem(lang: Lang, problem: &AuditProblem) -> Vec<String> {
    let (what, todo) = match (&problem.kind, lang) {
        (AuditProblemKind::Empty, Lang::Ja) => (
            "空欄です。".to_owned(),
            "書き入れてください。差し戻さないなら、行ごと消してください。",
        ),
        (AuditProblemKind::Empty, Lang::En) => (
            "The cell is empty.".to_owned(),
            "Fill it in, or remove the row if nothing is returned.",
        ),
        (AuditProblemKind::MissingColumn(id), Lang::Ja) => (
            format!("「{}」の列がありません。", table::heading(lang, id)),
            "見出しを足してください。項目の案を書き出すと（tenken return template）、見出しが揃っています。",
        ),
        (AuditProblemKind::MissingColumn(id), Lang::En) => (
            format!("There is no column {id}."),
            "Add the heading; proposed items (tenken return template) have all of them.",
        ),
        (AuditProblemKind::NotSubmitted(code, year), Lang::Ja) => (
            format!(
                "{year}年度の提出に、所属{}がありません。",
                table::quoted(lang, code)
            ),
            "所属コードを確かめてください。提出のない課は差し戻せません。",
        ),
        _ => return audit::problem(lang, problem),
    };
    audit::told(lang, problem, &what, todo)
}

/// Tells what taking a slip did.
#[must_use]
pub fn taken(lang: Lang, items: usize, unknown: usize) -> Vec<String> {
    let mut lines = vec![match (lang, items) {
        (Lang::Ja, 0) => "差戻し票を取り込みました。点検票は下書きに戻りました。".to_owned(),
        (Lang::Ja, _) => {
            format!(
                "差戻し票を取り込みました。点検票は下書きに戻りました。直す項目は {items}件です。"
            )
        }
        (Lang::En, 0) => "Took the return slip. The workbook is a draft again.".to_owned(),
        (Lang::En, _) => format!(
            "Took the return slip. The workbook is a draft again; {} to correct.",
            number_of(items, "item", "items")
        ),
    }];
    if unknown > 0 {
        lines.push(match lang {
            Lang::Ja => format!("このうち {unknown}件は、この点検票にない項目です。取りまとめ部署に確かめてください。"),
            Lang::En => format!("{unknown} of them are not in this workbook. Ask the division."),
        });
    }
    lines
}

/// Tells that a slip was taken before.
#[must_use]
pub fn taken_before(lang: Lang, at: &str) -> String {
    match lang {
        Lang::Ja => format!("この差戻し票は {at} に取り込んであります。何も変えていません。"),
        Lang::En => format!("This slip was taken at {at}. Nothing changed."),
    }
}
