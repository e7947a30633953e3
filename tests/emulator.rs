//! The terminal of the tests is itself tested against what real terminals do.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/emulator.rs"]
mod emulator;

use emulator::{Emulator, Kind, NARROW, Screen, Style, WIDE};

const SIZE: (u16, u16) = (10, 4);

/// Returns a terminal to which something was written.
fn written(kind: Kind, bytes: &str) -> Emulator {
    let mut emulator = Emulator::new(kind, SIZE);
    assert_eq!(emulator.process(bytes.as_bytes()), b"");
    assert_eq!(emulator.screen().unknown(), [""; 0]);
    emulator
}

/// Asserts what a terminal shows of something, and where its cursor is then.
#[track_caller]
fn shows(kind: Kind, bytes: &str, text: &str, cursor: (u16, u16)) {
    let emulator = written(kind, bytes);
    assert_eq!(emulator.screen().text(), text, "{bytes:?}");
    assert_eq!(emulator.screen().cursor(), cursor, "{bytes:?}");
}

fn style(bytes: &str) -> Style {
    written(NARROW, &format!("{bytes}x"))
        .screen()
        .cell(0, 0)
        .style
}

#[test]
fn characters_take_the_cells_they_take_on_real_terminals() {
    for (text, narrow, wide) in [
        ("a", 1, 1),
        ("あ", 2, 2),
        ("〇", 2, 2),
        ("－", 2, 2),
        ("○", 1, 2),
        ("△", 1, 2),
        ("×", 1, 2),
        ("①", 1, 2),
        ("─", 1, 2),
        ("│", 1, 2),
        ("█", 1, 2),
        ("·", 1, 2),
        ("…", 1, 2),
        ("―", 1, 2),
        ("α", 1, 2),
        ("я", 1, 2),
        ("\u{e000}", 1, 2),
        ("✓", 1, 1),
        ("ｶﾞ", 2, 2),
        ("ﾊﾟﾋﾟ", 4, 4),
        ("か\u{3099}", 2, 2),
        ("e\u{301}", 1, 1),
    ] {
        shows(NARROW, text, text, (narrow, 0));
        shows(WIDE, text, text, (wide, 0));
    }
}

#[test]
fn writing_over_half_of_a_wide_character_blanks_the_other_half() {
    shows(NARROW, "ああ\x1b[1Gx", "x あ", (1, 0));
    shows(NARROW, "ああ\x1b[2Gx", " xあ", (2, 0));
    shows(NARROW, "ああ\x1b[2Gい", " い", (3, 0));
    shows(WIDE, "あ○あ\x1b[4Gx", "あ xあ", (4, 0));
    shows(NARROW, "ああ\x1b[2G\x1b[K", "", (1, 0));
    shows(NARROW, "ああ\x1b[2G\x1b[1K", "  あ", (1, 0));
    shows(NARROW, "ああ\x1b[3G\x1b[X", "あ", (2, 0));
}

#[test]
fn the_end_of_a_row_waits_for_the_next_character() {
    let full = "0123456789";
    shows(NARROW, full, full, (9, 0));
    shows(NARROW, &format!("{full}x"), "0123456789\nx", (1, 1));
    shows(NARROW, &format!("{full}\r\nx"), "0123456789\nx", (1, 1));
    shows(NARROW, &format!("{full}\x1b[1;10Hx"), "012345678x", (9, 0));
    shows(NARROW, "012345678あ", "012345678\nあ", (2, 1));
    shows(NARROW, &format!("\x1b[?7l{full}xy"), "012345678y", (9, 0));
    let wraps = |kind, text: &str| written(kind, text).screen().wraps().len();
    assert_eq!(wraps(NARROW, full), 0);
    assert_eq!(wraps(NARROW, &format!("{full}\r\nx")), 0);
    assert_eq!(wraps(NARROW, &format!("{full}x")), 1);
    assert_eq!(wraps(NARROW, "012345678あ"), 1);
    assert_eq!(wraps(NARROW, &"─".repeat(10)), 0);
    assert_eq!(wraps(WIDE, &"─".repeat(10)), 1);
}

#[test]
fn the_last_row_scrolls() {
    shows(NARROW, "a\r\nb\r\nc\r\nd\r\ne", "b\nc\nd\ne", (1, 3));
}

#[test]
fn the_cursor_goes_where_it_is_sent_and_never_beyond() {
    shows(NARROW, "\x1b[3;4H", "", (3, 2));
    shows(NARROW, "\x1b[H", "", (0, 0));
    shows(NARROW, "\x1b[99;99H", "", (9, 3));
    shows(NARROW, "\x1b[3;4H\x1b[A\x1b[2C", "", (5, 1));
    shows(NARROW, "\x1b[3;4H\x1b[B\x1b[2D", "", (1, 3));
    shows(NARROW, "\x1b[3;4H\x1b[9A\x1b[9D", "", (0, 0));
    shows(NARROW, "\x1b[3;4H\x1b[7G\x1b[2d", "", (6, 1));
    shows(NARROW, "ab\x08\tc", "ab      c", (9, 0));
    shows(NARROW, "ab\x1b7\x1b[4;4H\x1b8c", "abc", (3, 0));
}

#[test]
fn erasing_leaves_the_rest() {
    let full = "aaa\r\nbbb\r\nccc\x1b[2;2H";
    shows(NARROW, &format!("{full}\x1b[J"), "aaa\nb", (1, 1));
    shows(NARROW, &format!("{full}\x1b[1J"), "\n  b\nccc", (1, 1));
    shows(NARROW, &format!("{full}\x1b[2J"), "", (1, 1));
    shows(NARROW, &format!("{full}\x1b[K"), "aaa\nb\nccc", (1, 1));
    shows(NARROW, &format!("{full}\x1b[2K"), "aaa\n\nccc", (1, 1));
}

#[test]
fn styles_stay_until_they_are_taken_back() {
    let plain = Style::default();
    assert_eq!(style(""), plain);
    assert_eq!(style("\x1b[1;7;33m\x1b[0m"), plain);
    assert_eq!(style("\x1b[1;7;33m\x1b[m"), plain);
    assert_eq!(style("\x1b[1;4;7m\x1b[22;24;27m"), plain);
    assert!(style("\x1b[1m").bold && style("\x1b[7m").reversed && style("\x1b[4m").underlined);
    assert_eq!(style("\x1b[36m").foreground, Some(6));
    assert_eq!(style("\x1b[96m").foreground, Some(14));
    assert_eq!(style("\x1b[38;5;6m").foreground, Some(6));
    assert_eq!(style("\x1b[41m").background, Some(1));
    assert_eq!(style("\x1b[103;48;5;9m").background, Some(9));
    assert_eq!(style("\x1b[36;41m\x1b[39;49m"), plain);
}

#[test]
fn the_alternate_screen_covers_and_gives_back() {
    let mut emulator = written(NARROW, "before\x1b[?1049h\x1b[2;2Hinside");
    assert!(emulator.screen().is_alternate() && !emulator.screen().is_as_new());
    assert_eq!(emulator.screen().text(), "\n inside");
    assert_eq!(emulator.process(b"\x1b[?1049l"), b"");
    assert_eq!(emulator.screen().text(), "before");
    assert_eq!(emulator.screen().cursor(), (6, 0));
    assert!(emulator.screen().is_as_new());
}

#[test]
fn modes_are_remembered() {
    let shown = |bytes, look: fn(&Screen) -> bool| look(written(NARROW, bytes).screen());
    assert!(shown("", Screen::has_cursor));
    assert!(!shown("\x1b[?25l", Screen::has_cursor));
    assert!(shown("\x1b[?25l\x1b[?25h", Screen::has_cursor));
    assert!(shown("\x1b[?2004h", Screen::has_bracketed_paste));
    assert!(!shown(
        "\x1b[?2004h\x1b[?2004l",
        Screen::has_bracketed_paste
    ));
    assert!(!shown("\x1b[?1000h", Screen::is_as_new));
    assert!(!shown("\x1b[7m", Screen::is_as_new));
}

#[test]
fn the_cursors_place_is_told_or_never() {
    let mut emulator = Emulator::new(WIDE, SIZE);
    assert_eq!(emulator.process("△\x1b[6n".as_bytes()), b"\x1b[1;3R");
    assert_eq!(
        emulator.process("\x1b[3;4H\x1b[6n".as_bytes()),
        b"\x1b[3;4R"
    );
    let mute = Kind { mute: true, ..WIDE };
    let mut emulator = Emulator::new(mute, SIZE);
    assert_eq!(emulator.process("△\x1b[6n".as_bytes()), b"");
}

#[test]
fn bytes_may_come_in_pieces() {
    let whole = "あ\x1b[2;3H\x1b[36mい\x1b[?25l";
    let mut emulator = Emulator::new(NARROW, SIZE);
    for byte in whole.bytes() {
        assert_eq!(emulator.process(&[byte]), b"");
    }
    assert_eq!(emulator.screen().text(), "あ\n  い");
    assert!(!emulator.screen().has_cursor());
}

#[test]
fn another_size_cuts_and_fills() {
    let mut emulator = written(NARROW, "あいうえお\r\nb\r\nc\r\nd");
    emulator.resize((5, 2));
    assert_eq!(emulator.screen().text(), "あい\nb");
    assert_eq!(emulator.screen().cursor(), (1, 1));
    emulator.resize((8, 3));
    assert_eq!(emulator.screen().text(), "あい\nb");
    assert_eq!(emulator.process(b"\x1b[3;8Hx"), b"");
    assert_eq!(emulator.screen().row(2), "       x");
    emulator.resize((1, 1));
    assert_eq!(emulator.process("あx".as_bytes()), b"");
    assert_eq!(emulator.screen().text(), "x");
}

#[test]
fn what_is_not_understood_is_kept_to_be_told() {
    for bytes in ["\x1b[5S", "\x1b[38;2;1;2;3m", "\x1b[9m", "\x1bc", "\x0e"] {
        let mut emulator = Emulator::new(NARROW, SIZE);
        assert_eq!(emulator.process(bytes.as_bytes()), b"");
        assert_eq!(emulator.screen().unknown().len(), 1, "{bytes:?}");
    }
}
