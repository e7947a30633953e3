//! What taking out a text tells: what goes, and what still holds it.

use super::en::number_of;
use super::{Lang, history};
use crate::display::safe;
use crate::store::redact::{Redaction, Wanted};

/// What stands in the place of what was taken out, in every language: it is kept in the journal.
pub const PLACEHOLDER: &str = "［削除済み］";

/// Returns what would be done.
#[must_use]
pub fn report(lang: Lang, wanted: &Wanted, redaction: &Redaction) -> Vec<String> {
    let item = safe::line(wanted.item.as_str());
    let field = history::field(lang, wanted.field);
    let places = redaction.places;
    let mut lines = vec![match lang {
        Lang::Ja => format!(
            "設問 {item} の{field}を、今までの記録 {places}か所で「{PLACEHOLDER}」に置き換え、記録ファイルを作り直します。元の文は戻せません。"
        ),
        Lang::En => format!(
            "The {field} of {item} is replaced by \"{PLACEHOLDER}\" in {} of the records and the journal made anew. It cannot be taken back.",
            number_of(places, "place", "places")
        ),
    }];
    if redaction.unfinished {
        lines.push(
            match lang {
                Lang::Ja => "末尾の書きかけの記録も消します。",
                Lang::En => "The unfinished record at the end goes as well.",
            }
            .to_owned(),
        );
    }
    for file in &redaction.beside {
        let file = safe::line(&file.display().to_string());
        lines.push(match lang {
            Lang::Ja => format!("{file} にも残っているかもしれないので、このファイルを消します。"),
            Lang::En => format!("{file} may hold it too and is removed."),
        });
    }
    lines
}

/// Returns that it was done, and what still holds the text.
#[must_use]
pub fn done(lang: Lang, wanted: &Wanted) -> Vec<String> {
    let item = safe::line(wanted.item.as_str());
    let field = history::field(lang, wanted.field);
    match lang {
        Lang::Ja => vec![
            format!("設問 {item} の{field}を点検票から消しました。"),
            "書き出したCSV、控えやバックアップ、前年や翌年の点検票には残っています。それぞれ消してください。".to_owned(),
            "今までの書き出しの受付照合番号と「記録の末尾」は、この点検票と合わなくなりました。提出済みなら、書き出し直して取りまとめ部署に知らせてください。".to_owned(),
        ],
        Lang::En => vec![
            format!("Took the {field} of {item} out of the workbook."),
            "Exports already written, backups, copies and the workbooks of other years still hold it. Remove it there as well.".to_owned(),
            "Receipts and journal heads of earlier exports no longer match this workbook. Export again and tell the division if files were handed over.".to_owned(),
        ],
    }
}

/// Returns that the workbook has no such item.
#[must_use]
pub fn unknown_item(lang: Lang, item: &str) -> Vec<String> {
    lines(match lang {
        Lang::Ja => (
            format!("設問「{item}」がありません。"),
            "設問の番号を確かめてください。Q05-01 のように書きます。",
        ),
        Lang::En => (
            format!("There is no item `{item}`."),
            "Check its number, such as Q05-01.",
        ),
    })
}

/// Returns that the field of an item holds nothing to take out.
#[must_use]
pub fn nothing_there(lang: Lang, item: &str) -> Vec<String> {
    lines(match lang {
        Lang::Ja => (
            format!("設問「{item}」のその欄に、消す文がありません。"),
            "設問の番号と欄を確かめてください。何も変えていません。",
        ),
        Lang::En => (
            format!("That field of `{item}` holds no text to take out."),
            "Check the item and the field. Nothing was changed.",
        ),
    })
}

fn lines((what, todo): (String, &str)) -> Vec<String> {
    vec![safe::line(&what), todo.to_owned()]
}
