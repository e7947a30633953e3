//! The system ends the program: by a signal, or by taking its terminal away. What was being typed is
//! kept, and nothing goes on running.
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

use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use program::{Folder, NAME, NOW, PROGRAM};
use screen::{ENTER, TAB, Terminal, item};

const BOOK: &str = "2026/odawara/0420";
const DRAFT: &str = "answers/2026/odawara/0420.draft";
const SIZE: (u16, u16) = (80, 24);
const TEXT: &str = "3台は12月に確かめる";

fn begin() -> Folder {
    let folder = Folder::new();
    folder.begin(BOOK);
    folder.done(&format!("profile {BOOK} lgwan=yes"));
    folder
}

/// Opens the workbook and begins to write a remark.
fn write_remark(terminal: &mut Terminal) {
    terminal.wait_for("下水道整備課");
    terminal.press(ENTER);
    terminal.wait(|frame| item(frame).is_some());
    terminal.press(&[TAB, ENTER].concat());
    terminal.wait_for("[ 保存して戻る ]");
    terminal.press(TEXT);
    terminal.wait_for(TEXT);
}

#[test]
fn a_signal_keeps_the_text_being_typed() {
    for (name, code) in [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)] {
        let folder = begin();
        let mut terminal = Terminal::start(&folder, SIZE);
        write_remark(&mut terminal);
        terminal.signal(name);
        assert_eq!(terminal.exit_code(), code, "{name}");
        terminal.assert_restored();
        let draft = String::from_utf8(folder.read(DRAFT)).unwrap();
        assert!(draft.contains(TEXT), "{name}: {draft}");
    }
}

/// Waits until a file holds something.
fn wait_for_file(folder: &Folder, name: &str) -> String {
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        let text = std::fs::read_to_string(folder.path(name)).unwrap_or_default();
        if text.ends_with('\n') {
            return text;
        }
        assert!(Instant::now() < end, "{name} does not come");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_vanished_terminal_ends_the_program_below_a_leader_that_lives_on() {
    let folder = begin();
    // The leader hears that the terminal is gone, goes on, and says how the program ended.
    let script = r#"trap : HUP; "$0" "$@"; echo "$?" > ended"#;
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", script, PROGRAM, "--by", NAME, "--now", NOW]);
    command.env_clear();
    let mut terminal = Terminal::start_command(&folder, SIZE, command);
    write_remark(&mut terminal);
    terminal.vanish();
    assert_eq!(wait_for_file(&folder, "ended").trim(), "129");
    let draft = String::from_utf8(folder.read(DRAFT)).unwrap();
    assert!(draft.contains(TEXT), "{draft}");
}

#[test]
fn a_closed_window_ends_the_program() {
    let folder = begin();
    let mut terminal = Terminal::start(&folder, SIZE);
    write_remark(&mut terminal);
    terminal.vanish();
    let end = Instant::now() + Duration::from_secs(20);
    while !terminal.has_ended() {
        assert!(Instant::now() < end, "the program goes on");
        std::thread::sleep(Duration::from_millis(5));
    }
    let draft = String::from_utf8(folder.read(DRAFT)).unwrap();
    assert!(draft.contains(TEXT), "{draft}");
}

#[test]
fn a_stopped_program_gives_the_terminal_back_and_goes_on_where_it_was() {
    let folder = begin();
    let mut terminal = Terminal::start(&folder, SIZE);
    write_remark(&mut terminal);
    let before = terminal.wait_for(TEXT);
    terminal.signal("TSTP");
    terminal.wait_bytes(|bytes| bytes.ends_with(b"\x1b[?25h"));
    terminal.wait_stopped();
    terminal.assert_restored();
    terminal.signal("CONT");
    terminal.wait_bytes(|bytes| {
        let text = String::from_utf8_lossy(bytes);
        text.rsplit("\x1b[?1049h")
            .next()
            .is_some_and(|last| last.contains(TEXT))
    });
    let rows =
        |text: &str| -> Vec<String> { text.lines().map(|row| row.trim_end().to_owned()).collect() };
    assert_eq!(rows(&terminal.wait_for(TEXT)), rows(&before));
    terminal.signal("TERM");
    assert_eq!(terminal.exit_code(), 143);
}

#[test]
fn a_pause_keeps_the_text_being_typed() {
    let folder = begin();
    let mut terminal = Terminal::start(&folder, SIZE);
    write_remark(&mut terminal);
    // No key follows; the program keeps the text by itself, and then does nothing more.
    let end = Instant::now() + Duration::from_secs(20);
    while !folder.path(DRAFT).exists() {
        assert!(Instant::now() < end, "no draft is kept");
        std::thread::sleep(Duration::from_millis(5));
    }
    terminal.kill();
    let draft = String::from_utf8(folder.read(DRAFT)).unwrap();
    assert!(draft.contains(TEXT), "{draft}");
}

#[test]
fn a_limit_of_file_sizes_is_told_and_ends_nothing() {
    let folder = begin();
    let before = folder.read("answers/2026/odawara/0420.ronl");
    // No file may grow: the system would end the program by a signal of its own.
    let script = r#"ulimit -f 0; exec "$0" "$@""#;
    let output = std::process::Command::new("/bin/sh")
        .args(["-c", script, PROGRAM, "profile", BOOK, "internet=no"])
        .current_dir(folder.path(""))
        .env_clear()
        .output()
        .unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(4), "{words}");
    assert!(words.contains("大きさの上限に達しました。"), "{words}");
    assert_eq!(folder.read("answers/2026/odawara/0420.ronl"), before);
}
