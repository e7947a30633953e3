//! Errors in Japanese.

use std::io;
use std::path::Path;

use super::{is_workbook, name, time};
use crate::error::{Doing, Error, Holder, Unfit};
use crate::text::{Lang, damage, merge};

fn check_name(path: &Path) -> &'static str {
    if is_workbook(path) {
        "名前を確かめてください。tenken list で一覧が出ます。"
    } else {
        "場所と名前を確かめてください。"
    }
}

pub(super) fn japanese(error: &Error) -> Vec<String> {
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
            format!("{}: {}", name(path), damage::what(Lang::Ja, damage)),
            damage::todo(Lang::Ja, damage).to_owned(),
        ),
        Error::Unreadable { path, why } => (
            format!("{}: 中身が読めません（{why}）。", name(path)),
            "ファイルは変えていません。別のプログラムで書き換えていないか確かめてください。".to_owned(),
        ),
        Error::TooLarge { path, max } => (
            format!(
                "{}: 大きすぎます。読めるのは{} MBまでです。",
                name(path),
                max / (1024 * 1024)
            ),
            "別のファイルではないか確かめてください。".to_owned(),
        ),
        Error::ChecklistMissing { path } => (
            format!("{}: この点検票の点検項目の控えがありません。", name(path)),
            "回答は無事です。点検票と一緒に、同じフォルダの checklist- で始まるファイルも移してください。"
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
            "ここからは書いていません。開き直して、もう一度行ってください。".to_owned(),
        ),
        Error::NotFound(path) => (
            format!("{}: ありません。", name(path)),
            check_name(path).to_owned(),
        ),
        Error::Exists(path) => (
            format!("{}: もうあります。", name(path)),
            "あるものをそのまま使うか、ほかの名前にしてください。何も書き換えていません。".to_owned(),
        ),
        Error::NotEmpty(path) => (
            format!("{}: フォルダが空ではありません。", name(path)),
            "新しいフォルダの名前か、空のフォルダを指定してください。何も書いていません。".to_owned(),
        ),
        other => return japanese_input(other),
    };
    vec![what, todo]
}

/// Errors of what was asked for.
#[expect(clippy::too_many_lines, reason = "one arm for each error")]
pub(super) fn japanese_input(error: &Error) -> Vec<String> {
    let (what, todo) = match error {
        Error::BadWorkbookName(text) => (
            format!("「{text}」は点検票の名前ではありません。"),
            "2026/odawara/0420 のように、年度/市/課のコードで指定してください。".to_owned(),
        ),
        Error::BadDepartmentCode(text) => (
            format!("「{text}」はコードに使えません。"),
            "20字までの英数字、- と _ で書いてください。".to_owned(),
        ),
        Error::UnknownChecklist(city, known) => (
            format!("「{city}」の点検項目がありません。"),
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
            "2026-11-22 のように書いてください。".to_owned(),
        ),
        Error::NotAFile(path) => (
            format!("{}: ふつうのファイルではありません。", name(path)),
            "中身をファイルに写して、そのファイルを指定してください。".to_owned(),
        ),
        Error::PastDue(day) => (
            format!("期限 {day} は過ぎています。"),
            "今日か、これからの日を書いてください。".to_owned(),
        ),
        Error::NameMissing => (
            "名前がありません。".to_owned(),
            "--by か --name で名前を指定してください。".to_owned(),
        ),
        Error::Refused(refusal) => (
            (Lang::Ja.strings().refusal)(*refusal).to_owned(),
            String::new(),
        ),
        Error::NoCopy(path) => merge::no_copy(Lang::Ja, &name(path)),
        Error::Merge(refusal) => merge::refusal(Lang::Ja, *refusal),
        Error::BadDecision(text) => merge::bad_decision(Lang::Ja, text),
        Error::Undecided(count) => merge::undecided(Lang::Ja, *count),
        Error::Incomplete(count) => (
            format!("確定できません。足りないところが {count}件あります。"),
            "下の一覧を埋めてください。".to_owned(),
        ),
        Error::Link(path) => (
            format!("{}: 別の場所を指すリンクなので使いません。", name(path)),
            "リンクをやめて、ファイルやフォルダそのものを置いてください。".to_owned(),
        ),
        Error::TooMany { path, max } => (
            format!(
                "{}: ファイルが多すぎます。見られるのは{max}件までです。",
                name(path)
            ),
            "別のフォルダではないか確かめてください。".to_owned(),
        ),
        Error::SelfCheck(path) => (
            format!("{}: 書いた内容が、読み直したら違っていました。", name(path)),
            "書いたファイルは消しました。別の場所に書き出してください。".to_owned(),
        ),
        Error::NotATerminal => (
            "画面のある端末ではないので、画面を開けません。".to_owned(),
            "tenken --plain と tenken desk --plain で、一行ずつ答えられます。画面のない命令は tenken --help にあります。".to_owned(),
        ),
        Error::Unfit(unfit) => unfit_ja(unfit),
        Error::BadAmbiguous(word) => (
            format!("TENKEN_AMBIGUOUS={word}: この指定は分かりません。"),
            "auto、1、2、unknown のどれかにしてください。".to_owned(),
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

fn unfit_ja(unfit: &Unfit) -> (String, String) {
    match unfit {
        Unfit::Lines => (
            "This terminal cannot draw the screens. この端末では画面を描けません。".to_owned(),
            "Lines of text follow (tenken --plain). 一行ずつの方法で始めます。".to_owned(),
        ),
        Unfit::NoJapanese => (
            "This console has no Japanese letters. このコンソールは日本語を表示できません。".to_owned(),
            "Use a terminal window, or fbterm or kmscon. 端末の窓か、fbterm か kmscon で開いてください。".to_owned(),
        ),
        Unfit::Encoding(name) => (
            format!("This terminal is not set to UTF-8 ({name}). 端末の文字コードが UTF-8 ではありません。"),
            "Set it to UTF-8, for example LANG=ja_JP.UTF-8. 端末の文字コードを UTF-8 にしてください。".to_owned(),
        ),
    }
}

pub(super) fn reason_ja(source: &io::Error) -> (String, &'static str) {
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
        K::FileTooLarge => (
            "ファイルの大きさの上限に達しました。",
            "情報システムの担当に、大きさの上限を尋ねてください。",
        ),
        K::ResourceBusy | K::ExecutableFileBusy => (
            "別のプログラムが使っています。",
            "そのプログラムを閉じてから、もう一度試してください。",
        ),
        K::IsADirectory => ("フォルダです。", "中のファイルを指定してください。"),
        K::NotADirectory => ("フォルダではありません。", "フォルダを指定してください。"),
        K::NotFound => ("場所がありません。", "フォルダの名前を確かめてください。"),
        K::StaleNetworkFileHandle | K::HostUnreachable | K::NetworkUnreachable | K::TimedOut => (
            "共有フォルダにつながりません。",
            "つながりを確かめてから、もう一度試してください。",
        ),
        _ => {
            return (
                format!("機器やつながりの不具合です（{source}）。"),
                "場所を確かめて、もう一度試してください。",
            );
        }
    };
    (why.to_owned(), todo)
}

pub(super) fn holder_ja(holder: Option<&Holder>) -> String {
    holder.map_or_else(String::new, |holder| {
        let name = if holder.name.is_empty() {
            "名前なし"
        } else {
            &holder.name
        };
        format!("（{name}、{}、{}から）", holder.host, time(&holder.since))
    })
}
