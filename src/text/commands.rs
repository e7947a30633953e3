//! The words of the command line.

use std::path::Path;

use super::Lang;
use super::en::number_of;
use crate::domain::record::Author;
use crate::error::Holder;
use crate::store::exports::Exported;

/// Puts the words of a language into the command line's help.
#[must_use]
pub fn localised(lang: Lang, command: clap::Command) -> clap::Command {
    let command = command.after_help(exit_codes(lang));
    let command = subcommand(lang, "tenken", command);
    let mut command = command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        subcommand(lang, &name, sub).mut_subcommands(|below| {
            let own = below.get_name().to_owned();
            // Two commands may each have a part of the same name.
            let full = format!("{name} {own}");
            let known = !about(lang, &full).is_empty();
            subcommand(lang, if known { &full } else { &own }, below)
        })
    });
    if lang == Lang::En {
        return command;
    }
    // Only now is there the command that explains the others.
    command.build();
    explained(command)
}

/// Says in Japanese what the commands that explain others do.
fn explained(command: clap::Command) -> clap::Command {
    command.mut_subcommands(|sub| match sub.get_name() {
        "help" => sub.about("命令の説明を出す"),
        _ if sub.has_subcommands() => explained(sub),
        _ => sub,
    })
}

fn subcommand(lang: Lang, name: &str, command: clap::Command) -> clap::Command {
    let command = command.about(about(lang, name)).mut_args(|argument| {
        let help = argument_help(lang, argument.get_id().as_str());
        labelled(lang, argument, help)
    });
    match lang {
        Lang::Ja => in_japanese(command),
        Lang::En => command,
    }
}

/// Puts the library's own words about a command into Japanese.
fn in_japanese(command: clap::Command) -> clap::Command {
    let last = |name: &'static str, short, action, help: &'static str| {
        clap::Arg::new(name)
            .short(short)
            .long(name)
            .action(action)
            .help(help)
            .help_heading(EVERYWHERE)
            .display_order(LAST)
    };
    let help = last("help", 'h', clap::ArgAction::Help, "この説明を出す");
    let version = last("version", 'V', clap::ArgAction::Version, "版を出す");
    let has_version = command.get_version().is_some();
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help)
        .args(has_version.then_some(version))
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .help_template(
            "{before-help}{about-with-newline}\n書き方: {usage}\n\n{all-args}{after-help}",
        )
}

/// The heading over what a command can be told, and over what each can be.
const OPTIONS: &str = "指定";
const EVERYWHERE: &str = "どの命令でも使える指定";
/// Behind everything else.
const LAST: usize = 999;

/// Says what an argument is; in Japanese also what it may be, and is if nothing is said.
fn labelled(lang: Lang, argument: clap::Arg, help: &str) -> clap::Arg {
    if lang == Lang::En {
        return argument.help(help.to_owned());
    }
    let heading = if argument.is_positional() {
        "対象"
    } else if argument.is_global_set() {
        EVERYWHERE
    } else {
        OPTIONS
    };
    let argument = argument.help_heading(heading);
    if !argument.get_action().takes_values() {
        return argument.help(help.to_owned());
    }
    let defaults: Vec<&str> = argument
        .get_default_values()
        .iter()
        .filter_map(|value| value.to_str())
        .collect();
    let mut help = help.to_owned();
    if !defaults.is_empty() {
        help.push_str(&format!("（書かなければ {}）", defaults.join(" ")));
    }
    argument
        .help(help)
        .hide_possible_values(true)
        .hide_default_value(true)
}

const fn exit_codes(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "WORKBOOK は 2026/odawara/0420（年度/市/課のコード）か、点検票のファイルです。\n\n終了コード: 0 正常　1 済んだが指摘あり　2 使い方・入力の誤り　3 読めないデータ　4 入出力の失敗　70 プログラムの誤り　128+n 信号"
        }
        Lang::En => {
            "WORKBOOK is 2026/odawara/0420 (year/city/department code) or a journal's path.\n\nExit codes: 0 ok, 1 done with findings, 2 usage or refused input, 3 unreadable data, 4 I/O, 70 defect, 128+n signal"
        }
    }
}

fn about(lang: Lang, name: &str) -> &'static str {
    let (ja, en) = match name {
        "tenken" => (
            "情報セキュリティの自己点検票。命令を付けなければ画面が開きます。--plain なら画面を使いません。",
            "Self-inspection workbook. Without a command the screens open; --plain does without them.",
        ),
        "new" => ("点検票を作る", "Begin a workbook"),
        "profile" => ("所属の属性に答える", "Answer profile keys"),
        "fill" => ("CSVから回答を入れる", "Fill in answers from a CSV file"),
        "show" => ("集計を表で見る", "Show the figures as a table"),
        "confirm" => ("確定する", "Confirm a workbook"),
        "reopen" => (
            "確定を取り消して下書きに戻す",
            "Lead a confirmed workbook back to draft",
        ),
        "update-checklist" => (
            "今の点検項目に差し替える",
            "Take over the checklist in force",
        ),
        "merge" => (
            "別の場所で答えた写しをまとめる",
            "Merge a copy answered elsewhere",
        ),
        "export" => ("CSVファイルを書き出す", "Write the CSV files"),
        "verify" => (
            "書き出したファイルや点検票を照合する",
            "Verify exported files and journals",
        ),
        "repair" => (
            "壊れた記録ファイルを直す",
            "Make a new journal from what is good in a damaged one",
        ),
        "redact" => (
            "誤って書いた文を点検票から消す",
            "Take what was typed by mistake out of a workbook",
        ),
        "check" => ("点検項目を確かめる", "Check the checklists"),
        "list" => ("点検票の一覧を見る", "List the workbooks"),
        "collect" => (
            "各課の提出ファイルを集めて台帳と集計表を作る",
            "Collect what departments handed in: ledger and tables",
        ),
        "desk" => (
            "集めた結果を画面で見る",
            "Look at what was collected, on the screens",
        ),
        "roster" => ("所属の一覧（CSV）を扱う", "Rosters of departments (CSV)"),
        "roster check" => ("所属の一覧を確かめる", "Check a roster"),
        "roster template" => (
            "所属の一覧のひな形を出す",
            "Write a roster with headings and an example",
        ),
        other => return help_elsewhere(lang, other),
    };
    pick(lang, ja, en)
}

fn argument_help(lang: Lang, name: &str) -> &'static str {
    let (ja, en) = match name {
        "folder" => ("作業フォルダ", "Working folder"),
        "now" => ("今の日時として扱う日時", "The time to take for now"),
        "today" => ("今日として扱う日付", "The date to take for today"),
        "by" => ("記録に残す氏名", "The name kept in the record"),
        "ambiguous" => (
            "○ や ─ の幅（端末に確かめるのは auto）",
            "Cells that signs like ○ and ─ take; auto asks the terminal",
        ),
        "color" => ("色を使うか", "Whether to draw in colour"),
        "lang" => ("表示の言語", "Language of messages"),
        "plain" => (
            "画面を使わず、一行ずつ聞いて答える",
            "Question by question in plain lines, without screens",
        ),
        "workbook" => ("点検票", "Workbook"),
        "checklist" => ("市の点検項目（odawara など）", "City, such as odawara"),
        "department" => ("課のコード", "Department code"),
        "name" => ("課の名前", "Department name"),
        "agency" => (
            "実施機関（なければ最初のもの）",
            "Executive agency; the first if absent",
        ),
        "year" => (
            "年度（なければ今日の年度）",
            "Fiscal year; today's if absent",
        ),
        "answers" => ("キー=yes か キー=no", "key=yes or key=no"),
        "from" => ("CSVファイル", "CSV file"),
        "dry_run" => ("試すだけで書き込まない", "Only try, write nothing"),
        "title" => ("職名", "Post"),
        "why" => ("理由", "Reason"),
        "yes" => ("尋ねずに行う", "Do it without asking"),
        "item" => ("設問の番号（Q05-01 など）", "Item, such as Q05-01"),
        "field" => (
            "欄（remark 備考、reason 理由、approver 承認者、evidence 資料）",
            "Which field",
        ),
        "returned" => (
            "取りまとめ部署からの差戻しとして記録する",
            "Record as returned by the division",
        ),
        "copy" => (
            "写しのファイルかフォルダ",
            "The copy: a file, or a folder it lies in",
        ),
        "take" => (
            "違うところをどちらにするか",
            "Which side to take where both differ",
        ),
        "to" => ("書き出し先", "Where to"),
        "header" => ("見出し", "Headings"),
        "files" => ("ファイル", "Files"),
        "file" => ("所属の一覧（CSV）", "Roster (CSV)"),
        other => return help_elsewhere(lang, other),
    };
    pick(lang, ja, en)
}

/// Returns the help of what has words of its own elsewhere.
fn help_elsewhere(lang: Lang, name: &str) -> &'static str {
    let words = [
        super::sheet::help,
        super::collecting::help,
        super::demo::help,
        super::document::help,
        super::audit::help,
        super::returning::help,
    ];
    words
        .into_iter()
        .map(|help| help(lang, name))
        .find(|help| !help.is_empty())
        .unwrap_or_else(|| super::sealing::help(lang, name))
}

pub(super) const fn pick(lang: Lang, ja: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

/// Reads yes or no as people write it.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    match super::search::folded(text).as_str() {
        "yes" | "y" | "true" | "1" | "はい" => Some(true),
        "no" | "n" | "false" | "0" | "いいえ" => Some(false),
        _ => None,
    }
}

/// Tells that a workbook was begun.
#[must_use]
pub fn begun(lang: Lang, key: &str, path: &Path) -> String {
    let path = path.display();
    match lang {
        Lang::Ja => format!("点検票 {key} を作りました（{path}）。"),
        Lang::En => format!("Began the workbook {key} ({path})."),
    }
}

/// Tells that changes were saved.
#[must_use]
pub fn recorded(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Ja, 0) => "変わったところはありません。".to_owned(),
        (Lang::Ja, _) => format!("{count}件を保存しました。"),
        (Lang::En, 0) => "Nothing changed.".to_owned(),
        (Lang::En, _) => format!("Saved {}.", number_of(count, "change", "changes")),
    }
}

/// Tells that rows of a file were refused and nothing was written.
#[must_use]
pub fn refused_file(lang: Lang, path: &Path, count: usize) -> String {
    let path = path.display();
    match lang {
        Lang::Ja => format!("{path}: 使えないところが {count}件あります。何も書き込んでいません。"),
        Lang::En => {
            let problems = number_of(count, "problem", "problems");
            format!("{path}: {problems}. Nothing was written.")
        }
    }
}

/// Tells that a workbook was confirmed.
#[must_use]
pub fn confirmed(lang: Lang, by: &Author) -> String {
    match lang {
        Lang::Ja => format!("{} {} の名で確定しました。", by.title, by.name)
            .trim_start()
            .to_owned(),
        Lang::En => format!("Confirmed by {} {}.", by.name, by.title),
    }
}

/// Tells that another checklist is in force now.
#[must_use]
pub fn checklist_changed(lang: Lang, items: usize) -> String {
    match lang {
        Lang::Ja => format!("点検項目を差し替えました。変わった設問は {items}件です。"),
        Lang::En => format!(
            "The checklist was replaced; {}.",
            number_of(items, "item differs", "items differ")
        ),
    }
}

/// Tells what was exported.
#[must_use]
pub fn exported(lang: Lang, exported: &Exported) -> Vec<String> {
    let mut lines: Vec<String> = exported
        .files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let strings = lang.strings();
    if exported.renamed {
        lines.push(strings.export.renamed.to_owned());
    }
    lines.push(strings.export.written.to_owned());
    lines.push(format!("{} {}", strings.export.receipt, exported.receipt));
    lines
}

/// Tells that an export left no record.
#[must_use]
pub fn not_recorded(lang: Lang, holder: Option<&Holder>) -> String {
    let who = super::errors::held(lang, holder);
    match lang {
        Lang::Ja => format!("{who}書き出した記録は残りません。"),
        Lang::En => format!("{who} The export is not recorded."),
    }
}

/// Tells what a journal holds.
#[must_use]
pub fn journal(lang: Lang, path: &Path, records: usize, head: &str) -> Vec<String> {
    let path = path.display();
    match lang {
        Lang::Ja => vec![
            format!("{path}: 記録 {records}件がつながっています。"),
            format!("  最後の記録の値 {head}"),
        ],
        Lang::En => vec![
            {
                let records = number_of(records, "record", "records");
                format!("{path}: {records}, the chain is whole so far.")
            },
            format!("  head {head}"),
        ],
    }
}

/// Tells that the folder holds no workbook.
#[must_use]
pub const fn no_workbooks(lang: Lang) -> &'static str {
    pick(
        lang,
        "点検票はまだありません。",
        "There are no workbooks yet.",
    )
}
