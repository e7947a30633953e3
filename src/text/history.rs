//! Records in words.

use super::Lang;
use super::mark::mark_words;
use crate::domain::checklist::Checklist;
use crate::domain::mark::{MarkSource, Marked};
use crate::domain::record::{Change, Record, RecordKind, TextField, TypedField};

/// Returns what a record did, in one line.
#[must_use]
pub fn record(lang: Lang, checklist: &Checklist, record: &Record) -> String {
    let lead = match (lang, record.kind) {
        (_, RecordKind::Action) => String::new(),
        (Lang::Ja, RecordKind::Undo(number)) => format!("（{number}番を戻す）"),
        (Lang::Ja, RecordKind::Redo(number)) => format!("（{number}番をやり直す）"),
        (Lang::En, RecordKind::Undo(number)) => format!("(undo of {number}) "),
        (Lang::En, RecordKind::Redo(number)) => format!("(redo of {number}) "),
    };
    let first = record
        .changes
        .first()
        .map_or_else(String::new, |first| change(lang, checklist, first));
    let more = record.changes.len().saturating_sub(1);
    match (lang, more) {
        (_, 0) => format!("{lead}{first}"),
        (Lang::Ja, _) => format!("{lead}{first}　ほか{more}件"),
        (Lang::En, _) => format!("{lead}{first}, and {more} more"),
    }
}

/// Returns what a record of merging kept, in full: a title, then the values that were not taken with
/// who wrote them and when. None for any other record.
#[must_use]
pub fn merged(lang: Lang, checklist: &Checklist, record: &Record) -> Option<(String, Vec<String>)> {
    let words = &lang.strings().merge;
    let (parents, kept) = record.changes.iter().find_map(|change| match change {
        Change::Merged { parents, set_aside } => Some((parents, set_aside)),
        _ => None,
    })?;
    let [mine, theirs] = parents;
    let mut lines = Vec::from((words.parents)(mine, theirs));
    lines.push(String::new());
    lines.push((words.set_aside)(kept.len()));
    for aside in kept {
        let at = aside.at.format("%Y-%m-%d %H:%M");
        let what = change(lang, checklist, &aside.change);
        lines.push(format!("  {what} ({} {at})", aside.by.name));
    }
    Some((self::record(lang, checklist, record), lines))
}

/// Returns what one change did.
#[must_use]
pub fn change(lang: Lang, checklist: &Checklist, change: &Change) -> String {
    match lang {
        Lang::Ja => japanese(checklist, change),
        Lang::En => english(checklist, change),
    }
}

fn marked(lang: Lang, checklist: &Checklist, marked: Option<Marked>) -> String {
    match (marked, lang) {
        (Some(marked), _) => {
            let (symbol, word) = mark_words(&checklist.scale, lang, marked.mark);
            let carried = match (marked.source, lang) {
                (MarkSource::Typed, _) => "",
                (MarkSource::Carried { .. }, Lang::Ja) => "（前年から引継ぎ）",
                (MarkSource::Carried { .. }, Lang::En) => " (carried over)",
            };
            format!("{symbol} {word}{carried}")
        }
        (None, Lang::Ja) => "未回答".to_owned(),
        (None, Lang::En) => "open".to_owned(),
    }
}

fn japanese(checklist: &Checklist, change: &Change) -> String {
    let mark = |mark| marked(Lang::Ja, checklist, mark);
    match change {
        Change::Created(created) => format!("点検票を作成（{}）", created.department),
        Change::ChecklistChanged { items, .. } => {
            format!("点検項目を差し替え（設問の変更 {}件）", items.len())
        }
        Change::Profile { key, after, .. } => {
            let answer = match after {
                Some(true) => "はい",
                Some(false) => "いいえ",
                None => "未回答",
            };
            let question = checklist.question(key);
            let question = question.map_or(key.as_str(), |question| question.question.as_str());
            format!("属性「{question}」→ {answer}")
        }
        Change::Included { item, after, .. } => {
            let what = if *after {
                "対象に戻す"
            } else {
                "対象から外す"
            };
            format!("{item} {what}")
        }
        Change::Mark {
            item,
            before,
            after,
        } => format!("{item} {} → {}", mark(*before), mark(*after)),
        Change::Text {
            item, field, after, ..
        } => {
            let field = field_ja(TypedField::Text(*field));
            format!("{item} {field}「{after}」")
        }
        Change::Evidence { item, after, .. } => format!("{item} 資料 {}件", after.len()),
        Change::Flag { item, after, .. } => {
            format!(
                "{item} {}",
                if *after {
                    "印を付ける"
                } else {
                    "印を外す"
                }
            )
        }
        Change::Confirmed { by } => format!("確定（{} {}）", by.title, by.name),
        Change::Exported {
            receipt, despite, ..
        } => match despite {
            Some(reason) => format!("書き出し「{reason}」（{receipt}）"),
            None => format!("書き出し（{receipt}）"),
        },
        Change::Returned { reason, slip } => match slip {
            Some(slip) => format!("差戻し「{reason}」（差戻し票 {}項目）", slip.items.len()),
            None => format!("差戻し「{reason}」"),
        },
        Change::Reopened { reason } => format!("確定の取消し「{reason}」"),
        Change::Merged { set_aside, .. } if set_aside.is_empty() => "写しをまとめる".to_owned(),
        Change::Merged { set_aside, .. } => {
            format!("写しをまとめる（使わなかった内容 {}件）", set_aside.len())
        }
        Change::Repaired { lines, .. } => match lines.len() {
            0 => "記録ファイルを修復".to_owned(),
            lost => format!("記録ファイルを修復（失われた行 {lost}行）"),
        },
        Change::Redacted {
            item, field, why, ..
        } => format!("{item} {}の文を削除「{why}」", field_ja(*field)),
    }
}

fn english(checklist: &Checklist, change: &Change) -> String {
    let mark = |mark| marked(Lang::En, checklist, mark);
    match change {
        Change::Created(created) => format!("created ({})", created.department),
        Change::ChecklistChanged { items, .. } => {
            format!("checklist replaced ({} items differ)", items.len())
        }
        Change::Profile { key, after, .. } => {
            let answer = match after {
                Some(true) => "yes",
                Some(false) => "no",
                None => "open",
            };
            format!("profile {key}: {answer}")
        }
        Change::Included { item, after, .. } => {
            format!("{item} {}", if *after { "taken in" } else { "left out" })
        }
        Change::Mark {
            item,
            before,
            after,
        } => format!("{item} {} -> {}", mark(*before), mark(*after)),
        Change::Text {
            item, field, after, ..
        } => {
            let field = field_en(TypedField::Text(*field));
            format!("{item} {field}: {after}")
        }
        Change::Evidence { item, after, .. } => format!("{item} evidence: {}", after.len()),
        Change::Flag { item, after, .. } => {
            format!("{item} {}", if *after { "flagged" } else { "flag removed" })
        }
        Change::Confirmed { by } => format!("confirmed by {} {}", by.name, by.title),
        Change::Exported {
            receipt, despite, ..
        } => match despite {
            Some(reason) => format!("exported after a look: {reason} ({receipt})"),
            None => format!("exported ({receipt})"),
        },
        Change::Returned { reason, slip } => match slip {
            Some(slip) => format!("returned: {reason} (slip, {} items)", slip.items.len()),
            None => format!("returned: {reason}"),
        },
        Change::Reopened { reason } => format!("reopened: {reason}"),
        Change::Merged { set_aside, .. } if set_aside.is_empty() => "merged a copy".to_owned(),
        Change::Merged { set_aside, .. } => {
            format!("merged a copy ({} values set aside)", set_aside.len())
        }
        Change::Repaired { lines, .. } => match lines.len() {
            0 => "journal repaired".to_owned(),
            lost => format!("journal repaired ({lost} lines lost)"),
        },
        Change::Redacted {
            item, field, why, ..
        } => format!("{item} {} redacted: {why}", field_en(*field)),
    }
}

/// Returns the name of a field as the screens have it.
#[must_use]
pub const fn field(lang: Lang, field: TypedField) -> &'static str {
    match lang {
        Lang::Ja => field_ja(field),
        Lang::En => field_en(field),
    }
}

const fn field_ja(field: TypedField) -> &'static str {
    match field {
        TypedField::Text(TextField::Reason) => "理由",
        TypedField::Text(TextField::Remark) => "備考",
        TypedField::Text(TextField::Approver) => "承認者",
        TypedField::Evidence => "資料",
    }
}

const fn field_en(field: TypedField) -> &'static str {
    match field {
        TypedField::Text(TextField::Reason) => "reason",
        TypedField::Text(TextField::Remark) => "remark",
        TypedField::Text(TextField::Approver) => "approver",
        TypedField::Evidence => "evidence",
    }
}
