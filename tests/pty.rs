//! The screens on a real terminal: begin, end, resize, and a whole run by keys alone.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/program.rs"]
mod program;
#[path = "support/screen.rs"]
mod screen;

use program::{Folder, PROGRAM};
use screen::emulator::Screen;
use screen::{CTRL_C, CTRL_Q, DOWN, ENTER, F5, RIGHT, TAB, Terminal, position};
use std::time::Duration;
use tenken::display::profile::PROBES;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const WELCOME: &str = "ようこそ。";
const DOCUMENTS: &str = "確認した資料";

/// Asserts that the front page stands as it should on a terminal of a size.
fn assert_front_page(size: (u16, u16)) {
    let folder = Folder::new();
    let terminal = Terminal::start(&folder, size);
    let text = terminal.wait_for(WELCOME);
    let rows: Vec<&str> = text.lines().collect();
    assert!(rows[0].starts_with(" 点検票の一覧"), "{text}");
    assert!(rows[1].starts_with(" フォルダ /"), "{text}");
    let count = usize::from(size.1);
    assert!(rows[count - 1].starts_with(" Enter 開く"), "{text}");
    assert!(rows[count - 1].contains("F1 説明"), "{text}");
    assert!(
        text.contains(">新しく始める") && text.contains("終わる"),
        "{text}"
    );
    // A rule goes from edge to edge, and nothing is written beyond the last column.
    let rules = rows.iter().filter(|row| row.starts_with("──"));
    let widths: Vec<usize> = rules.map(|row| row.chars().count()).collect();
    assert_eq!(widths, [usize::from(size.0); 2], "{text}");
    assert!(terminal.look(Screen::is_alternate));
    assert!(terminal.look(Screen::has_bracketed_paste));
    terminal.look(|screen| assert_eq!(screen.wraps(), [""; 0]));
    terminal.look(|screen| assert_eq!(screen.unknown(), [""; 0]));
}

#[test]
fn the_first_frame_is_whole_on_a_small_terminal() {
    assert_front_page(SMALL);
}

#[test]
fn the_first_frame_is_whole_on_a_large_terminal() {
    assert_front_page(LARGE);
}

#[test]
fn ctrl_q_leaves_and_restores_the_terminal() {
    let folder = Folder::new();
    let mut terminal = Terminal::start(&folder, SMALL);
    terminal.wait_for(WELCOME);
    assert!(terminal.has_other_modes());
    terminal.press(CTRL_Q);
    assert_eq!(terminal.exit_code(), 0);
    terminal.assert_restored();
    // Looking around leaves nothing behind but the preferences that were there before.
    assert_eq!(folder.read("answers/preferences.ron"), b"(toured:true)");
    let left = std::fs::read_dir(folder.path("answers")).unwrap();
    assert_eq!(left.count(), 1);
}

#[test]
fn a_signal_leaves_and_restores_the_terminal() {
    let folder = Folder::new();
    for (name, code) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let mut terminal = Terminal::start(&folder, SMALL);
        terminal.wait_for(WELCOME);
        terminal.signal(name);
        assert_eq!(terminal.exit_code(), code, "{name}");
        terminal.assert_restored();
    }
}

#[test]
fn ctrl_c_tells_instead_of_ending() {
    let folder = Folder::new();
    let mut terminal = Terminal::start(&folder, SMALL);
    terminal.wait_for(WELCOME);
    terminal.press(CTRL_C);
    terminal.wait_for("Ctrl+K で画面を文字の");
    terminal.press(CTRL_Q);
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let folder = Folder::new();
    folder.begin("2026/odawara/0420");
    let mut terminal = Terminal::start(&folder, SMALL);
    terminal.wait_for("下水道整備課");
    terminal.press(ENTER);
    terminal.wait_for("保存済 09:00:00");
    let step = Duration::from_secs(2);
    while terminal.quiet_for(Duration::from_millis(100)) > 0 {}
    assert_eq!(terminal.quiet_for(step), 0);
}

#[test]
fn drawing_anew_asks_the_terminal_nothing() {
    let folder = Folder::new();
    let mut terminal = Terminal::start(&folder, SMALL);
    terminal.wait_for(WELCOME);
    let drawn = |times: usize| {
        move |bytes: &[u8]| String::from_utf8_lossy(bytes).matches("よ").count() == times
    };
    terminal.press(F5);
    terminal.wait_bytes(drawn(2));
    terminal.resize(LARGE);
    terminal.wait_bytes(drawn(3));
    terminal.press(TAB);
    terminal.wait_for(">書き出す");
    // Asking where the cursor is would wait for an answer that the thread of the keys reads.
    // Only the start may ask, before that thread is there.
    let asked = |bytes: &[u8]| bytes.windows(4).filter(|part| part == b"\x1b[6n").count();
    terminal.wait_bytes(|bytes| asked(bytes) == PROBES.len());
}

#[test]
fn a_window_too_small_says_so_and_recovers() {
    let folder = Folder::new();
    let mut terminal = Terminal::start(&folder, SMALL);
    terminal.wait_for(WELCOME);
    terminal.resize((60, 15));
    terminal.wait_for("80×24 以上にしてください（現在 60×15）");
    terminal.resize(LARGE);
    let text = terminal.wait_for(WELCOME);
    assert!(!text.contains("以上にしてください"), "{text}");
    assert_eq!(text.lines().count(), usize::from(LARGE.1), "{text}");
    terminal.resize((80, 10));
    terminal.wait_for("（現在 80×10）");
    terminal.resize(SMALL);
    terminal.wait_for(WELCOME);
    terminal.press(CTRL_Q);
    assert_eq!(terminal.exit_code(), 0);
}

/// Answers what is asked with ○ until nothing is left, documents included.
fn answer_everything(terminal: &mut Terminal) {
    let state = |frame: &str| (remaining(frame), frame.contains(DOCUMENTS));
    let mut now = state(&terminal.wait_for("設問 1/"));
    while let (Some(_), document) = now {
        // A digit answers; Enter picks the first document where one is asked for.
        terminal.press(if document { ENTER } else { "1" });
        now = state(&terminal.wait(|frame| state(frame) != now));
    }
}

/// Returns how many questions are open; none on a screen that does not tell.
fn remaining(screen: &str) -> Option<usize> {
    let (_, after) = screen.split_once("残り")?;
    match after.trim_start().split_once('問') {
        Some((number, _)) => number.parse().ok(),
        None => Some(0),
    }
}

/// Returns the receipt on the screen.
fn receipt(screen: &str) -> Option<&str> {
    screen
        .split_whitespace()
        .find(|word| word.starts_with("R-"))
}

#[test]
fn a_whole_year_by_enter_tab_arrows_and_digits() {
    let folder = Folder::new();
    let mut terminal = Terminal::start(&folder, SMALL);
    terminal.wait_for(WELCOME);
    terminal.press(ENTER);
    terminal.wait_for("← 小田原市 →");
    terminal.press(RIGHT);
    terminal.wait_for("← つくばみらい市 →");
    // The year is proposed; then the code and the name; the rest stays as proposed.
    terminal.press(&[ENTER, ENTER, "0420", TAB, "42", TAB].concat());
    terminal.wait_for("← 市長 →");
    terminal.press(&ENTER.repeat(4));
    terminal.wait_for("点検する設問 96/98");
    // The terminals of LGWAN and of the Internet: 43 less than the 55 with outsourcing are asked,
    // so many as C6-8a (6) and Q05-05 take away: 55 − 7.
    terminal.press("211222222222222");
    terminal.wait(|frame| frame.contains("> [ 点検を始める ]") && frame.contains("設問 48/98"));
    terminal.press(ENTER);
    terminal.wait(|frame| position(frame) == Some((1, 48)));
    answer_everything(&mut terminal);
    terminal.wait_for("すべてそろいました。");
    terminal.press(ENTER);
    terminal.wait_for("課の責任者の氏名です。");
    terminal.press(&ENTER.repeat(3));
    terminal.wait_for("この内容で確定しますか。");
    terminal.press(&[DOWN, ENTER].concat());
    terminal.wait(|frame| frame.contains("確定しました。") && frame.contains("保存済"));
    terminal.press(ENTER);
    terminal.wait_for("> [ 書き出す ]");
    terminal.press(ENTER);
    let written = terminal.wait(|frame| receipt(frame).is_some());
    let receipt = receipt(&written).unwrap();
    let stem = "exports/2026_tsukubamirai_0420";
    let files = format!("{stem}_summary.csv {stem}_answers.csv");
    folder.done(&format!("verify {files}")).out(receipt);
    folder.done("verify answers/2026/tsukubamirai/0420.ronl");
    terminal.wait_for("保存済");
    terminal.press(CTRL_Q);
    terminal.wait_for("点検を終わりますか。");
    terminal.press(&[DOWN, ENTER].concat());
    assert_eq!(terminal.exit_code(), 0);
    terminal.assert_restored();
    folder.done("list").out("確定").out("48/48").out("100.0");
}

#[test]
fn a_terminal_that_cannot_draw_is_given_lines_and_others_a_way_out() {
    for (kind, locale, words, code) in [
        ("dumb", "ja_JP.UTF-8", "一行ずつの方法で始めます。", 0),
        ("linux", "ja_JP.UTF-8", "no Japanese letters", 2),
        ("xterm", "ja_JP.eucJP", "not set to UTF-8 (eucJP)", 2),
    ] {
        let folder = Folder::new();
        let script = format!("TERM={kind} LANG={locale} TENKEN_AMBIGUOUS= exec \"$0\"");
        let words_of = ["/bin/sh", "-c", script.as_str(), PROGRAM];
        let mut terminal = Terminal::start_with(&folder, SMALL, &words_of);
        terminal.wait_bytes(|bytes| String::from_utf8_lossy(bytes).contains(words));
        if code == 0 {
            // The end of what is typed ends the lines in order.
            terminal.press("\x04");
        }
        assert_eq!(terminal.exit_code(), code, "{kind} {locale}");
    }
}

#[test]
fn what_is_said_about_the_terminal_is_checked() {
    let folder = Folder::new();
    let script = "TENKEN_AMBIGUOUS=3 exec \"$0\"";
    let mut terminal = Terminal::start_with(&folder, SMALL, &["/bin/sh", "-c", script, PROGRAM]);
    terminal.wait_bytes(|bytes| String::from_utf8_lossy(bytes).contains("TENKEN_AMBIGUOUS=3"));
    assert_eq!(terminal.exit_code(), 2);
    // What is said at the start comes before what the environment says.
    let words = [PROGRAM, "--ambiguous", "2"];
    let mut terminal = Terminal::start_with(&folder, SMALL, &words);
    let text = terminal.wait_for(WELCOME);
    assert!(text.contains("----") && !text.contains('─'), "{text}");
    terminal.signal("TERM");
    assert_eq!(terminal.exit_code(), 143);
}

#[test]
fn a_text_pasted_line_by_line_is_no_answer() {
    let folder = Folder::new();
    folder.begin("2026/odawara/0420");
    folder.done("profile 2026/odawara/0420 lgwan=yes");
    let mut terminal = Terminal::start_with(&folder, SMALL, &[PROGRAM, "--plain"]);
    let told = |terminal: &Terminal, words: &str| {
        terminal.wait_bytes(|bytes| String::from_utf8_lossy(bytes).contains(words));
    };
    terminal.press("1\n6\n");
    told(&terminal, "備考を書きます。");
    terminal.press("一行目\n\n2\n三行目\n\n");
    told(&terminal, "保存しました");
    terminal.press("\x04");
    assert_eq!(terminal.exit_code(), 0);
    let journal = String::from_utf8(folder.read("answers/2026/odawara/0420.ronl")).unwrap();
    assert!(journal.contains(r"一行目\n\n2\n三行目"), "{journal}");
    assert!(!journal.contains("Mark("), "{journal}");
}
