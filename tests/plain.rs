//! The line mode, from nothing to a verified export, with nothing but lines of text.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "plain/dialogues.rs"]
mod dialogues;
#[path = "plain/drafts.rs"]
mod drafts;
#[path = "plain/ending.rs"]
mod ending;
#[path = "support/fault.rs"]
mod fault;
#[path = "../benches/kit/checklist.rs"]
mod kit;
#[path = "support/program.rs"]
mod program;
#[path = "support/talk.rs"]
mod talk;
#[path = "plain/trouble.rs"]
mod trouble;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use program::{Folder, NAME, PROGRAM};
use talk::{NOW, Talk, talk, talk_with};
use tenken::domain::mark::Mark;
use tenken::domain::workbook::{Answer, Workbook};
use tenken::plain::Ended;
use tenken::store::disk::Disk;
use tenken::store::journal_file;
use tenken::text::Lang;

const BOOK: &str = "2026/odawara/0420";
const JOURNAL: &str = "answers/2026/odawara/0420.ronl";

fn workbook(folder: &Folder) -> Workbook {
    journal_file::read(&Disk::default(), &folder.path(JOURNAL))
        .unwrap()
        .workbook
}

fn answer(folder: &Folder, item: &str) -> Answer {
    workbook(folder).answer(item).clone()
}

/// A workbook of Odawara whose first question comes as soon as it is opened.
fn begun() -> Folder {
    /// Its files: made once, since making them takes the program twice.
    static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    let files = FILES.get_or_init(|| {
        let folder = Folder::new();
        folder.begin(BOOK);
        folder.done(&format!("profile {BOOK} lgwan=yes"));
        let below = "answers/2026/odawara";
        let names = std::fs::read_dir(folder.path(below)).unwrap();
        names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .map(|name| format!("{below}/{name}"))
            .chain(["answers/preferences.ron".to_owned()])
            .map(|name| (name.clone(), folder.read(&name)))
            .collect()
    });
    let folder = Folder::new();
    for (name, bytes) in files {
        folder.write(name, bytes);
    }
    folder
}

/// Opens that workbook and says some lines.
fn say(folder: &Folder, lines: &[&str]) -> Talk {
    let lines: Vec<&str> = ["1"].into_iter().chain(lines.iter().copied()).collect();
    talk(&folder.path(""), Lang::Ja, &lines)
}

/// Runs the program in a folder with lines on its standard input, which is no terminal.
fn run(folder: &Folder, input: &[u8], more: &[&str]) -> (i32, String, String) {
    let mut child = Command::new(PROGRAM)
        .env_clear()
        .current_dir(folder.path(""))
        .args(["--plain", "--folder", ".", "--now", NOW])
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

/// Answers whatever is asked, from beginning a workbook to its export.
fn everything(said: &str) -> String {
    let replies = [
        ("点検票はまだありません。", "１"),
        ("1. 始める", "1"),
        ("市1. ", ""),
        ("年度1. ", ""),
        ("課のコード。", "０４２０"),
        ("課の名前。", "下水道整備課"),
        ("実施機関1. ", ""),
        ("あなたの氏名。", "山田太郎"),
        ("職名。例: 課長。空のままでもかまいません。入れて", "課長"),
        ("属性 1/12。", "２"),
        ("属性 2/12。", "いいえ"),
        ("属性 ", ""),
        ("資料の名前を入れます。", "1"),
        ("1から5で答える。", "1"),
        ("1. 確定する", "1"),
        ("確定する人の氏名。", ""),
        ("職名。", ""),
        ("2. 確定する", "2"),
        ("1. CSVファイルを書き出す", "1"),
        ("書き出し先。", ""),
        ("見出し1. ", ""),
        ("暗号化1. ", ""),
        ("1. 書き出す", "1"),
        ("メニュー1. ", "0"),
        ("点検票は 1件です。", "0"),
    ];
    let reply = replies.iter().find(|(part, _)| said.contains(part));
    let (_, reply) = reply.unwrap_or_else(|| panic!("no reply to {said}"));
    (*reply).to_owned()
}

#[test]
fn the_whole_task_from_nothing_to_a_verified_export() {
    let folder = Folder::new();
    let whole = talk_with(&folder.path(""), Lang::Ja, Disk::default(), |said| {
        Some(everything(said))
    });
    assert_eq!(whole.ended.as_ref().unwrap(), &Ended::Left);
    whole
        .says("すべての設問に答えました。")
        .says("受付照合番号: R-")
        .says("回答はすべて保存済みです。");
    assert!(workbook(&folder).is_confirmed());
    folder
        .done(&format!(
            "verify exports/2026_odawara_0420_summary.csv exports/2026_odawara_0420_answers.csv {JOURNAL}"
        ))
        .out("R-");

    // The same lines through a pipe give the same journal but for nothing.
    let piped = Folder::new();
    let input = whole.typed.join("\r\n") + "\r\n";
    let (code, out, err) = run(&piped, input.as_bytes(), &[]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert_eq!(piped.read(JOURNAL), folder.read(JOURNAL));
    assert!(!out.contains('\u{1b}'));
    let ruler = tenken::display::width::Ruler::Wide;
    for line in out.lines() {
        assert!(ruler.cells(line) <= 76, "{line}");
    }
}

#[test]
fn full_width_digits_signs_and_words_answer() {
    for typed in ["２", " 2 ", "2.", "△", "一部実施"] {
        let folder = begun();
        say(&folder, &[typed, "3人が未確認です", ""]).says("保存しました（14:32:07）。");
        let answer = answer(&folder, "Q05-01");
        assert_eq!(answer.mark(), Some(Mark::Partial), "{typed}");
        assert_eq!(answer.remark, "3人が未確認です", "{typed}");
    }
}

#[test]
fn what_is_no_choice_changes_nothing_and_says_what_is() {
    let folder = begun();
    let before = folder.read(JOURNAL);
    let long = "あ".repeat(100);
    for typed in ["6x", "99", "o", "x", "いろは", "/", "-1", &long] {
        say(&folder, &[typed])
            .says("は選べません。何も変えていません。1から5で答える。")
            .does_not_say("保存しました");
    }
    say(&folder, &["ぬ"]).says("IMEがオンです。");
    say(&folder, &["4"]).says("この設問では対象外を選べません。");
    assert_eq!(folder.read(JOURNAL), before);
}

#[test]
fn an_empty_line_keeps_what_is_there_and_goes_on() {
    let folder = begun();
    let before = folder.read(JOURNAL);
    let talk = say(&folder, &["", "", "9"]);
    talk.says("Q05-02").says("Q05-03");
    assert!(talk.behind("> 9\n").contains("Q05-02"));
    assert_eq!(folder.read(JOURNAL), before);
}

#[test]
fn a_text_of_several_lines_ends_with_an_empty_line_or_a_stop() {
    for stop in ["", ".", "。"] {
        let folder = begun();
        say(&folder, &["6", "1行目", "2行目", stop, "9"]).says("最初の設問です。");
        assert_eq!(answer(&folder, "Q05-01").remark, "1行目\n2行目", "{stop}");
        // What is there can be kept, replaced and taken away.
        say(&folder, &["Q05-01", "6", ""]).says("備考: 1行目2行目");
        assert_eq!(answer(&folder, "Q05-01").remark, "1行目\n2行目");
        say(&folder, &["Q05-01", "6", "別の文", ""]);
        assert_eq!(answer(&folder, "Q05-01").remark, "別の文");
        say(&folder, &["Q05-01", "6", "2"]);
        assert_eq!(answer(&folder, "Q05-01").remark, "");
    }
}

#[test]
fn a_text_longer_than_is_kept_is_told() {
    let folder = begun();
    let long = "あ".repeat(1_500);
    say(&folder, &["6", &long, &long, "終わり", ""])
        .says("2000字までです。1500字は入りませんでした。");
    assert_eq!(answer(&folder, "Q05-01").remark, format!("{long}\n終わり"));
}

#[test]
fn not_applicable_takes_its_reason_along_or_changes_nothing() {
    let folder = begun();
    say(&folder, &["Q05-03", "4", "."]).says("対象外には理由が必要です。回答は変えていません。");
    assert_eq!(answer(&folder, "Q05-03").mark(), None);
    say(&folder, &["ｑ０５－０３", "4", "該当者がいない", ""]);
    let answer = answer(&folder, "Q05-03");
    assert_eq!(answer.mark(), Some(Mark::NotApplicable));
    assert_eq!(answer.reason, "該当者がいない");
}

#[test]
fn a_critical_item_asks_who_approved_that_it_does_not_apply() {
    let folder = begun();
    let set = tenken::store::checklists::of_files(tenken::store::checklists::built_in());
    let checklist = set.city("odawara").unwrap();
    let item = checklist
        .items
        .iter()
        .find(|item| item.critical && item.not_applicable.is_some() && !item.is_division())
        .unwrap();
    let id = item.id.to_string();
    say(&folder, &[&id, "4", "端末がない", "", "課長 点検 太郎"]).says("承認者を書きます。");
    assert_eq!(answer(&folder, &id).approver, "課長 点検 太郎");
}

#[test]
fn documents_are_chosen_written_changed_and_taken_off() {
    let folder = begun();
    say(
        &folder,
        &["7", "1", "点検の記録", "2026-11-01", "9", "", ""],
    )
    .says("「9」は選べません。");
    let evidence = answer(&folder, "Q05-01").evidence;
    assert_eq!(evidence.len(), 2);
    assert_eq!(evidence[1].name, "点検の記録");
    assert_eq!(evidence[1].date, "2026-11-01");
    say(
        &folder,
        &["Q05-01", "7", "2", "1", "別の記録", "", "1", "2", ""],
    );
    let evidence = answer(&folder, "Q05-01").evidence;
    assert_eq!(evidence.len(), 1);
    assert_eq!(
        (evidence[0].name.as_str(), evidence[0].date.as_str()),
        ("別の記録", "2026-11-01")
    );
}

#[test]
fn undo_and_redo_tell_what_they_did() {
    let folder = begun();
    let talk = say(&folder, &["1", "9", "8", "8"]);
    talk.says("一つ前に戻しました。")
        .says("Q05-01 ○ 実施 → 未回答");
    assert_eq!(answer(&folder, "Q05-01").mark(), None);
    // What was taken back can be repeated after the program was started anew.
    say(&folder, &["8", "9", "8", "9"])
        .says("やり直しました。")
        .says("やり直せる操作がありません。");
    let folder = begun();
    say(&folder, &["1", "8", "8", "8", "9"]).says("やり直しました。");
    assert_eq!(answer(&folder, "Q05-01").mark(), Some(Mark::Implemented));
}

#[test]
fn flag_clear_and_lists_lead_to_items() {
    let folder = begun();
    say(&folder, &["8", "3", "1", "Q05-01", "8", "6"]).says("Q05-01 印を付ける");
    let talk = say(&folder, &["0", "3", "5", "1"]);
    talk.says("印つき 1件").says("Q05-01 未回答: ");
    assert!(talk.behind("> 1\n").contains("印: あとで見直す"));
}

#[test]
fn any_item_is_reached_by_number_id_or_words() {
    let folder = begun();
    let talk = say(&folder, &["0", "2", "４"]);
    assert!(talk.behind("> ４\n").contains("設問 4/"));
    let talk = say(&folder, &["0", "2", "q06-3b-01"]);
    assert!(talk.behind("> q06-3b-01\n").contains("Q06-3b-01"));
    let talk = say(&folder, &["0", "2", "0", "そんな設問はない", "LGWAN", "2"]);
    talk.says("「0」は選べません。")
        .says("当てはまる設問はありません。");
    assert!(talk.behind("> 2\n").contains("LGWAN"));
}

#[test]
fn an_item_that_is_set_aside_says_why_and_can_be_taken_in() {
    let folder = begun();
    folder.done(&format!("profile {BOOK} lgwan=no"));
    let talk = say(&folder, &["Q06-3b-01", "2", "1", "1", "", "9"]);
    talk.says("外した設問。Q06-3b-01")
        .says("に「いいえ」と答えました。この設問は答えなくてかまいません。")
        .says("「2」は選べません。");
    assert!(answer(&folder, "Q06-3b-01").included);
    assert!(answer(&folder, "Q06-3b-01").mark().is_some());
}

#[test]
fn last_years_answer_is_told_and_taken_over() {
    let folder = Folder::new();
    folder.begin("2025/odawara/0420");
    folder.done("profile 2025/odawara/0420 lgwan=yes");
    talk(&folder.path(""), Lang::Ja, &["1", "2", "3台が未確認", ""]);
    folder.begin(BOOK);
    folder.done(&format!("profile {BOOK} lgwan=yes"));
    say(&folder, &["8", "4"])
        .says("前年: △ 一部実施「3台が未確認」。設問は前年と同じです。")
        .says("令和7年度の回答を引き継ぎました。");
    let answer = answer(&folder, "Q05-01");
    assert_eq!(answer.remark, "3台が未確認");
    assert_eq!(answer.mark(), Some(Mark::Partial));
}

#[test]
fn what_is_missing_is_told_a_page_at_a_time_and_leads_there() {
    let folder = begun();
    let talk = say(&folder, &["0", "5", "", "12"]);
    talk.says("足りないところが、あと ")
        .says("1. Q05-01 未回答: ")
        .says("0 で戻ります。");
    assert!(talk.behind("> 12\n").contains("設問 12/"));
    let talk = say(&folder, &["0", "5", "0"]);
    assert!(talk.behind("> 0\n").contains("メニュー"));
}

#[test]
fn figures_are_told_with_their_formulas() {
    let folder = begun();
    say(&folder, &["1", "0", "4"])
        .says("実施率 100.0%（1/1）。○ ÷（○ + △ + × + ？）です。")
        .says("得点 100.0。○ を 1、△ を 0.5、× を 0、？ を 0 とし、設問の重みを掛けた平均です")
        .says("A は 90点から、B は 75点から、C は 60点から、D は 0点から")
        .says("5 職員等の遵守義務: 回答 1/");
}

#[test]
fn the_history_tells_who_did_what() {
    let folder = begun();
    say(&folder, &["1", "0", "8"]).says(&format!("2026-11-22 09:00 {NAME} 点検票を作成"));
}

#[test]
fn an_answer_in_the_middle_of_a_pipe_is_not_guessed() {
    let folder = begun();
    // The line was cut off: it may have been going to be 12, or a whole other text.
    let (code, out, err) = run(&folder, b"1\n1\n2", &[]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(answer(&folder, "Q05-01").mark().is_some());
    assert!(answer(&folder, "Q05-02").mark().is_none());
}

#[test]
fn the_name_given_at_the_start_is_the_one_recorded() {
    let folder = begun();
    run(&folder, b"1\n1\n", &["--by", "鈴木花子"]);
    let workbook = workbook(&folder);
    assert_eq!(workbook.records().last().unwrap().by.name, "鈴木花子");
}

fn exists(folder: &Folder, name: &str) -> bool {
    Path::new(&folder.path(name)).exists()
}
