//! What deserves a look before an export, in words.

use super::Lang;
use crate::domain::record::TextField;
use crate::domain::sensitive::{Field, Found, Kind};

/// The words of the screen that asks for a look.
#[derive(Debug)]
pub struct LookWords {
    /// A look before exporting.
    pub title: &'static str,
    /// So many places; Enter leads there.
    pub headline: fn(usize) -> String,
    /// Nothing of the kind is left.
    pub nothing_left: &'static str,
    /// What may be in the list, and that nothing is written yet.
    pub explain: &'static str,
    /// How text leaves the history too.
    pub redact: &'static str,
    /// Go on with a reason.
    pub go_on: &'static str,
    /// Back to the export.
    pub back: &'static str,
    /// Reason.
    pub reason: &'static str,
    /// Kept in the history.
    pub reason_hint: &'static str,
    /// Export.
    pub write: &'static str,
    /// A reason is needed.
    pub reason_needed: &'static str,
}

const JA: LookWords = LookWords {
    title: "書き出す前の確認",
    headline: |count| {
        format!("書き出す前に見てください（{count}か所）。Enter でその設問へ移ります。")
    },
    nothing_left: "見るところは、もうありません。書き出せます。",
    explain: "外に出してよいか、確かめてほしい文字です。まだ何も書いていません。",
    redact: "消した文も記録に残ります。記録からも消すには tenken redact を使います。",
    go_on: "理由を書いて、このまま書き出す",
    back: "書き出しの画面に戻る",
    reason: "理由",
    reason_hint: "例: 窓口の代表番号なので公開している。記録に残ります。",
    write: "書き出す",
    reason_needed: "理由を書いてください。",
};

const EN: LookWords = LookWords {
    title: "A look before the export",
    headline: |count| format!("Please look before exporting ({count}). Enter leads to the item."),
    nothing_left: "Nothing is left to look at. The files can be written.",
    explain: "This may be text that should not leave. Nothing is written yet.",
    redact: "Removed text stays in the history; tenken redact takes it out there too.",
    go_on: "Give a reason and export as it is",
    back: "Back to the export",
    reason: "Reason",
    reason_hint: "Such as: it is the public number of the desk. Kept in the history.",
    write: "Export",
    reason_needed: "Please give a reason.",
};

/// Returns the words of a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static LookWords {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

/// Names what a text looks like.
#[must_use]
pub const fn kind(lang: Lang, kind: Kind) -> &'static str {
    match (kind, lang) {
        (Kind::IndividualNumber, Lang::Ja) => "個人番号らしい数",
        (Kind::Password, Lang::Ja) => "パスワードらしい文字",
        (Kind::MailAddress, Lang::Ja) => "メールアドレス",
        (Kind::Telephone, Lang::Ja) => "電話番号らしい数",
        (Kind::IndividualNumber, Lang::En) => "individual number",
        (Kind::Password, Lang::En) => "password",
        (Kind::MailAddress, Lang::En) => "mail address",
        (Kind::Telephone, Lang::En) => "telephone number",
    }
}

/// Names a field.
#[must_use]
pub const fn field(lang: Lang, field: Field) -> &'static str {
    match (field, lang) {
        (Field::Text(TextField::Remark), Lang::Ja) => "備考",
        (Field::Text(TextField::Reason), Lang::Ja) => "理由",
        (Field::Text(TextField::Approver), Lang::Ja) => "承認者",
        (Field::Evidence, Lang::Ja) => "資料",
        (Field::Text(TextField::Remark), Lang::En) => "remark",
        (Field::Text(TextField::Reason), Lang::En) => "reason",
        (Field::Text(TextField::Approver), Lang::En) => "approver",
        (Field::Evidence, Lang::En) => "evidence",
    }
}

/// Tells on the command line what was found, that nothing was written, and what to do.
#[must_use]
pub fn refused(lang: Lang, found: &[Found]) -> Vec<String> {
    let count = found.len();
    let (lead, todo) = match lang {
        Lang::Ja => (
            format!("書き出す前に見てください（{count}か所）。何も書いていません。"),
            "要らない文字は消してください。このまま書き出すときは、--despite に理由を書きます。理由は記録に残ります。",
        ),
        Lang::En => (
            format!("Please look before exporting ({count}). Nothing was written."),
            "Remove what is not needed. To export as it is, give a reason with --despite; it is kept in the history.",
        ),
    };
    let mut lines = vec![lead];
    lines.extend(found.iter().map(|found| {
        format!(
            "  {} {}: {} {}",
            found.item,
            field(lang, found.field),
            kind(lang, found.sighting.kind),
            found.sighting.masked(),
        )
    }));
    lines.push(todo.to_owned());
    lines.push(words(lang).redact.to_owned());
    lines
}
