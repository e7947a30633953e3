//! Errors in words: what is wrong and where, then what to do.

use std::io;
use std::path::Path;

use super::{Lang, problems};
use crate::domain::workbook::ApplyError;
use crate::error::{Doing, Error, Holder};
use crate::format::journal::{Damage, DamageKind};

/// Returns an error as lines.
#[must_use]
pub fn error(lang: Lang, error: &Error) -> Vec<String> {
    if let Error::Problems(problems) = error {
        return problems
            .iter()
            .flat_map(|problem| problems::lines(lang, problem))
            .collect();
    }
    match lang {
        Lang::Ja => japanese(error),
        Lang::En => english(error),
    }
}

fn japanese(error: &Error) -> Vec<String> {
    let (what, todo) = match error {
        Error::Io {
            doing,
            path,
            source,
        } => {
            let doing = match doing {
                Doing::Reading => "読めません",
                Doing::Writing => "書けません",
                Doing::MakingFolder => "フォルダを作れません",
                Doing::Listing => "フォルダの中を見られません",
                Doing::Locking => "鍵をかけられません",
                Doing::Drawing => "画面に書けません",
            };
            let (why, todo) = reason_ja(source);
            (format!("{}: {doing}。{why}", name(path)), todo.to_owned())
        }
        Error::Damaged { path, damage } => (
            format!("{}: {}", name(path), damage_ja(damage)),
            "ファイルには触れていません。控えのファイルと比べてください。".to_owned(),
        ),
        Error::Unreadable { path, why } => (
            format!("{}: 中身が読めません（{why}）。", name(path)),
            "別のプログラムで書き換えていないか確かめてください。".to_owned(),
        ),
        Error::ChecklistMissing { path } => (
            format!("{}: この点検票の点検表がありません。", name(path)),
            "点検票と一緒に、同じフォルダの checklist- で始まるファイルも移してください。"
                .to_owned(),
        ),
        Error::Locked { path, holder } => (
            format!(
                "{}: ほかの人が開いています{}。",
                name(path),
                holder_ja(holder.as_ref())
            ),
            "その人が終えてから、もう一度開いてください。".to_owned(),
        ),
        Error::ChangedOutside(path) => (
            format!(
                "{}: 開いている間に、ほかのプログラムが書き換えました。",
                name(path)
            ),
            "点検票を開き直してください。".to_owned(),
        ),
        Error::NotFound(path) => (
            format!("{}: ありません。", name(path)),
            "名前を確かめてください。tenken list で一覧が出ます。".to_owned(),
        ),
        Error::Exists(path) => (
            format!("{}: もうあります。", name(path)),
            "一覧から選んで開いてください。".to_owned(),
        ),
        other => return japanese_input(other),
    };
    vec![what, todo]
}

/// Errors of what was asked for.
fn japanese_input(error: &Error) -> Vec<String> {
    let (what, todo) = match error {
        Error::BadWorkbookName(text) => (
            format!("「{text}」は点検票の名前ではありません。"),
            "2026/odawara/0420 のように、年度/市/課のコードで指定してください。".to_owned(),
        ),
        Error::BadDepartmentCode(text) => (
            format!("「{text}」は名前に使えません。"),
            "20字までの英数字、- と _ で書いてください。".to_owned(),
        ),
        Error::UnknownChecklist(city, known) => (
            format!("「{city}」の点検表がありません。"),
            format!("あるもの: {}", known.join("、")),
        ),
        Error::UnknownAgency(agency, known) => (
            format!("実施機関「{agency}」がありません。"),
            format!("あるもの: {}", known.join("、")),
        ),
        Error::UnknownProfileKey(key, known) => (
            format!("属性「{key}」がありません。"),
            format!("あるもの: {}", known.join("、")),
        ),
        Error::NotYesOrNo(text) => (
            format!("「{text}」は はい・いいえ として読めません。"),
            "キー=yes か キー=no の形で書いてください。".to_owned(),
        ),
        Error::BadYear(text) => (
            format!("「{text}」は年度として読めません。"),
            "2026 のように、4月の西暦の年で書いてください。".to_owned(),
        ),
        Error::BadTime(text) => (
            format!("「{text}」は日時として読めません。"),
            "2026-11-22 か 2026-11-22T09:00:00+09:00 の形で書いてください。".to_owned(),
        ),
        Error::NameMissing => (
            "名前がありません。".to_owned(),
            "--by か --name で名前を指定してください。".to_owned(),
        ),
        Error::Refused(refusal) => (
            (Lang::Ja.strings().refusal)(*refusal).to_owned(),
            String::new(),
        ),
        Error::Incomplete(count) => (
            format!("確定できません。足りないところが {count}件あります。"),
            "下の一覧を埋めてください。".to_owned(),
        ),
        Error::SelfCheck(path) => (
            format!("{}: 書いた内容が、読み直したら違っていました。", name(path)),
            "書いたファイルは消しました。別の場所に書き出してください。".to_owned(),
        ),
        Error::NotATerminal => (
            "画面のある端末ではないので、画面を開けません。".to_owned(),
            "画面なしでは次の命令を使えます: new profile fill show confirm export verify check list（tenken --help）".to_owned(),
        ),
        Error::Bug(words) => (
            format!("プログラムの誤りです（{words}）。"),
            "取りまとめ部署に知らせてください。保存済みの回答は無事です。".to_owned(),
        ),
        _ => (String::new(), String::new()),
    };
    [what, todo]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
}

fn reason_ja(source: &io::Error) -> (String, &'static str) {
    use io::ErrorKind as K;
    let (why, todo) = match source.kind() {
        K::StorageFull | K::QuotaExceeded => (
            "空きがありません。",
            "要らないファイルを消すか、別の場所にしてください。",
        ),
        K::PermissionDenied => (
            "許可がありません。",
            "別のプログラムで開いていれば閉じてください。書ける場所かも確かめてください。",
        ),
        K::ReadOnlyFilesystem => (
            "書き込めない場所です。",
            "書ける場所を --folder で指定してください。",
        ),
        K::NotFound => ("場所がありません。", "フォルダの名前を確かめてください。"),
        K::StaleNetworkFileHandle | K::HostUnreachable | K::NetworkUnreachable | K::TimedOut => (
            "共有フォルダにつながりません。",
            "つながりを確かめてから、もう一度試してください。",
        ),
        _ => {
            return (
                format!("{source}"),
                "場所を確かめて、もう一度試してください。",
            );
        }
    };
    (why.to_owned(), todo)
}

/// Returns where and why a journal cannot be read on, in Japanese.
fn damage_ja(damage: &Damage) -> String {
    let line = damage.line;
    match &damage.kind {
        DamageKind::Empty => "中身がありません。".to_owned(),
        DamageKind::Shape => format!("{line}行目が記録の形ではありません。"),
        DamageKind::Hash => format!("{line}行目が書き換わっているか、前の行が欠けています。"),
        DamageKind::Record(words) => format!("{line}行目の記録が読めません（{words}）。"),
        DamageKind::Apply(ApplyError::Number { expected, found }) => {
            format!("{line}行目の番号が {found} です。{expected} のはずです。")
        }
        DamageKind::Apply(_) => format!("{line}行目の記録が、前の内容と合いません。"),
        DamageKind::Newer(format) => {
            format!(
                "新しい版のプログラムで作られています（形式 {format}）。新しい版で開いてください。"
            )
        }
    }
}

/// Returns where and why a journal cannot be read on.
#[must_use]
pub fn damage(lang: Lang, damage: &Damage) -> String {
    match lang {
        Lang::Ja => damage_ja(damage),
        Lang::En => damage_en(damage),
    }
}

/// Returns that a torn line was set aside.
#[must_use]
pub fn torn(lang: Lang, bytes: usize) -> String {
    match lang {
        Lang::Ja => format!(
            "前に終わったとき、書きかけの記録（{bytes}バイト）がありました。保存済みの回答は無事です。"
        ),
        Lang::En => format!(
            "A record was not written to its end last time ({bytes} bytes). Every saved answer is there."
        ),
    }
}

/// Returns that another program writes the workbook, and that it is open for reading only.
#[must_use]
pub fn read_only(lang: Lang, holder: Option<&Holder>) -> String {
    match lang {
        Lang::Ja => format!(
            "ほかの人が開いています{}。読むだけで開きました。",
            holder_ja(holder)
        ),
        Lang::En => format!(
            "Another program writes it{}. Open for reading only.",
            holder_en(holder)
        ),
    }
}

fn holder_ja(holder: Option<&Holder>) -> String {
    holder.map_or_else(String::new, |holder| {
        let name = if holder.name.is_empty() {
            "名前なし"
        } else {
            &holder.name
        };
        format!("（{name}、{}、{}から）", holder.host, holder.since)
    })
}

fn holder_en(holder: Option<&Holder>) -> String {
    holder.map_or_else(String::new, |holder| {
        format!(
            " ({}, {}, since {})",
            holder.name, holder.host, holder.since
        )
    })
}

fn english(error: &Error) -> Vec<String> {
    let (what, todo) = match error {
        Error::Io {
            doing,
            path,
            source,
        } => {
            let doing = match doing {
                Doing::Reading => "cannot read",
                Doing::Writing => "cannot write",
                Doing::MakingFolder => "cannot make the folder",
                Doing::Listing => "cannot list the folder",
                Doing::Locking => "cannot lock",
                Doing::Drawing => "cannot draw",
            };
            (
                format!("{}: {doing}: {source}.", name(path)),
                "Check the place and try again.",
            )
        }
        Error::Damaged { path, damage } => (
            format!("{}: {}", name(path), damage_en(damage)),
            "The file was not touched. Compare it with a copy.",
        ),
        Error::Unreadable { path, why } => (
            format!("{}: cannot be understood ({why}).", name(path)),
            "Check whether another program changed it.",
        ),
        Error::ChecklistMissing { path } => (
            format!("{}: the checklist of this workbook is missing.", name(path)),
            "Move the file beginning with checklist- along with the workbook.",
        ),
        Error::Locked { path, holder } => (
            format!(
                "{}: another program writes it{}.",
                name(path),
                holder_en(holder.as_ref())
            ),
            "Try again once it is closed.",
        ),
        Error::ChangedOutside(path) => (
            format!("{}: changed by another program while open.", name(path)),
            "Open the workbook again.",
        ),
        Error::NotFound(path) => (
            format!("{}: there is no such file.", name(path)),
            "Check the name; tenken list shows what there is.",
        ),
        Error::Exists(path) => (
            format!("{}: it is there already.", name(path)),
            "Open it from the list.",
        ),
        other => return english_input(other),
    };
    vec![what, todo.to_owned()]
}

fn english_input(error: &Error) -> Vec<String> {
    let known = |known: &[String]| format!("There are: {}", known.join(", "));
    let (what, todo) = match error {
        Error::BadWorkbookName(text) => (
            format!("`{text}` does not name a workbook."),
            "Use year/city/code, such as 2026/odawara/0420.".to_owned(),
        ),
        Error::BadDepartmentCode(text) => (
            format!("`{text}` cannot be a name."),
            "Use up to 20 letters, digits, - and _.".to_owned(),
        ),
        Error::UnknownChecklist(city, names) => {
            (format!("There is no checklist `{city}`."), known(names))
        }
        Error::UnknownAgency(agency, names) => {
            (format!("There is no agency `{agency}`."), known(names))
        }
        Error::UnknownProfileKey(key, names) => {
            (format!("There is no profile key `{key}`."), known(names))
        }
        Error::NotYesOrNo(text) => (
            format!("`{text}` is neither yes nor no."),
            "Write key=yes or key=no.".to_owned(),
        ),
        Error::BadYear(text) => (
            format!("`{text}` is not a fiscal year."),
            "Write the year it begins in, such as 2026.".to_owned(),
        ),
        Error::BadTime(text) => (
            format!("`{text}` is not a date or time."),
            "Write 2026-11-22 or 2026-11-22T09:00:00+09:00.".to_owned(),
        ),
        Error::NameMissing => (
            "A name is missing.".to_owned(),
            "Give it with --by or --name.".to_owned(),
        ),
        Error::Refused(refusal) => (
            (Lang::En.strings().refusal)(*refusal).to_owned(),
            String::new(),
        ),
        Error::Incomplete(count) => (
            format!("It cannot be confirmed: {count} things are missing."),
            "See the list below.".to_owned(),
        ),
        Error::SelfCheck(path) => (
            format!("{}: what was written does not read back the same.", name(path)),
            "The files were removed. Export to another place.".to_owned(),
        ),
        Error::NotATerminal => (
            "There is no terminal to draw on.".to_owned(),
            "Without a screen use: new profile fill show confirm export verify check list (tenken --help)".to_owned(),
        ),
        Error::Bug(words) => (
            format!("A defect of the program: {words}."),
            "Please tell the division. Saved answers are safe.".to_owned(),
        ),
        _ => (String::new(), String::new()),
    };
    [what, todo]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
}

fn damage_en(damage: &Damage) -> String {
    let line = damage.line;
    match &damage.kind {
        DamageKind::Empty => "the file is empty.".to_owned(),
        DamageKind::Shape => format!("line {line} is not a record."),
        DamageKind::Hash => format!("line {line} was altered, or a line before it is missing."),
        DamageKind::Record(words) => format!("the record in line {line} cannot be read ({words})."),
        DamageKind::Apply(_) => {
            format!("the record in line {line} does not fit what is before it.")
        }
        DamageKind::Newer(format) => {
            format!("made by a newer version (format {format}); open it with that.")
        }
    }
}

fn name(path: &Path) -> String {
    crate::display::safe::line(&path.display().to_string())
}
