//! What repairing a journal tells: what can be saved, what is put right, and what is lost.

use std::path::Path;

use super::en::number_of;
use super::{Lang, chain, damage, history};
use crate::display::safe;
use crate::domain::checklist::Checklist;
use crate::domain::record::{Change, Record};
use crate::format::journal_salvage::{Lost, MendKind, Salvage};

/// Returns that there is nothing to repair.
#[must_use]
pub fn whole(lang: Lang, path: &Path, records: usize) -> String {
    let path = safe::line(&path.display().to_string());
    match lang {
        Lang::Ja => format!("{path}: 壊れていません。記録 {records}件がすべて読めます。"),
        Lang::En => format!("{path}: not damaged; all {records} records can be read."),
    }
}

/// Returns what repairing would save, put right and lose.
#[must_use]
pub fn report(lang: Lang, path: &Path, salvage: &Salvage, checklist: &Checklist) -> Vec<String> {
    let path = safe::line(&path.display().to_string());
    let records = salvage.workbook.records();
    let last = records.last().map_or_else(String::new, |record| {
        record.at.format("%Y-%m-%d %H:%M").to_string()
    });
    let count = records.len();
    let mut lines = vec![match lang {
        Lang::Ja => format!("{path}: 壊れています。記録 {count}件（{last}まで）は確かに残せます。"),
        Lang::En => {
            let records = number_of(count, "record", "records");
            format!("{path}: damaged; {records} (up to {last}) can be saved.")
        }
    }];
    if let Some(form) = salvage.form {
        let form = damage::form(lang, form);
        lines.push(match lang {
            Lang::Ja => format!("  別のソフトで保存し直された形（{form}）を、元に戻します。"),
            Lang::En => format!("  It was saved again ({form}); that is taken back."),
        });
    }
    for mend in &salvage.mends {
        let what = chain::mend(lang, mend);
        let todo = match (mend.kind, lang) {
            (MendKind::Duplicate, Lang::Ja) => "一つだけ残します。",
            (MendKind::Duplicate, Lang::En) => "One of them is kept.",
            (_, Lang::Ja) => "元どおりに直せます。",
            (_, Lang::En) => "It can be put right.",
        };
        lines.push(format!("  {what}{}{todo}", space(lang)));
    }
    lines.extend(lost(lang, salvage, checklist));
    lines
}

fn lost(lang: Lang, salvage: &Salvage, checklist: &Checklist) -> Vec<String> {
    if salvage.lost.is_empty() {
        return vec![match lang {
            Lang::Ja => "失われる記録はありません。".to_owned(),
            Lang::En => "No record is lost.".to_owned(),
        }];
    }
    let count = salvage.lost.len();
    let mut lines = vec![match lang {
        Lang::Ja => format!(
            "残せない行が {count}行あります。正しいと確かめられないので、新しい記録ファイルには入れません。読めた内容は次のとおりです。必要なら、もう一度入力してください。"
        ),
        Lang::En => format!(
            "{} cannot be kept: nothing proves it. What was read follows; type it again where it is needed.",
            number_of(count, "line", "lines"),
        ),
    }];
    for line in &salvage.lost {
        lines.extend(lost_line(lang, line, checklist));
    }
    if !salvage.missing.is_empty() {
        let numbers: Vec<String> = salvage.missing.iter().map(u64::to_string).collect();
        lines.push(match lang {
            Lang::Ja => format!("  行そのものがない記録: {}番", numbers.join("番、")),
            Lang::En => format!("  records without a line: {}", numbers.join(", ")),
        });
    }
    lines
}

fn lost_line(lang: Lang, lost: &Lost, checklist: &Checklist) -> Vec<String> {
    let (line, byte) = (lost.line, lost.offset + 1);
    let place = match lang {
        Lang::Ja => format!("  {line}行目（先頭から{byte}バイト目）"),
        Lang::En => format!("  line {line} (byte {byte})"),
    };
    let Some(record) = &lost.record else {
        return vec![match lang {
            Lang::Ja => format!("{place}: 読めません。"),
            Lang::En => format!("{place}: cannot be read."),
        }];
    };
    let mut lines = vec![format!("{place}: {}", author(lang, record))];
    for change in &record.changes {
        lines.push(format!("    {}", said(lang, checklist, change)));
    }
    lines
}

fn author(lang: Lang, record: &Record) -> String {
    let at = record.at.format("%Y-%m-%d %H:%M");
    let (number, name) = (record.number, safe::line(&record.by.name));
    match lang {
        Lang::Ja => format!("{number}番の記録 {at} {name}"),
        Lang::En => format!("record {number} {at} {name}"),
    }
}

fn said(lang: Lang, checklist: &Checklist, change: &Change) -> String {
    if let Change::Evidence { item, after, .. } = change {
        // The history only counts them; here they are to be typed again.
        let documents: Vec<String> = after
            .iter()
            .map(|evidence| {
                format!("{} {}", evidence.name, evidence.date)
                    .trim()
                    .to_owned()
            })
            .collect();
        return match lang {
            Lang::Ja => format!("{item} 資料「{}」", documents.join("」「")),
            Lang::En => format!("{item} evidence: {}", documents.join("; ")),
        };
    }
    history::change(lang, checklist, change)
}

/// Returns that a new journal stands there, and where the damaged one is kept.
#[must_use]
pub fn done(lang: Lang, kept: &Path, again: bool) -> Vec<String> {
    let kept = safe::line(&kept.display().to_string());
    let mut lines = vec![match lang {
        Lang::Ja => {
            format!("新しい記録ファイルを作りました。壊れたファイルは {kept} に残してあります。")
        }
        Lang::En => format!("Made a new journal. The damaged file is kept as {kept}."),
    }];
    if again {
        lines.push(match lang {
            Lang::Ja => "上の内容を、画面でもう一度入力してください。".to_owned(),
            Lang::En => "Type what is listed above again on the screens.".to_owned(),
        });
    }
    lines
}

const fn space(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "",
        Lang::En => " ",
    }
}
