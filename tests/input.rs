//! Keys and fields as people in a Japanese office use them: an input method left on does no harm, and
//! no paste, no Enter too many and no long text loses anything.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/driver.rs"]
mod driver;

use driver::Driver;
use tenken::domain::mark::Mark;
use tenken::text::Lang;
use tenken::tui::key::Key;
use tenken::tui::keymap::{KEYS, resolve};

/// A workbook of Odawara at its first question, every profile question open.
fn at_first_question() -> Driver {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Tab Enter");
    driver
}

/// The same, writing the remark of the first question.
fn at_remark() -> Driver {
    let mut driver = at_first_question();
    driver.press("Tab Enter");
    assert_eq!(driver.model.overlays.len(), 1);
    driver
}

fn remark(driver: &Driver) -> &str {
    let open = driver.model.open.as_ref().unwrap();
    &open.workbook.answer("Q05-01").remark
}

fn notice(driver: &Driver) -> &str {
    let notice = driver.model.notice.as_ref();
    notice.map_or("", |notice| &notice.text)
}

fn records(driver: &Driver) -> usize {
    let open = driver.model.open.as_ref().unwrap();
    open.workbook.records().len()
}

/// Returns the row in which a text stands.
fn row_with(driver: &mut Driver, text: &str) -> String {
    let screen = driver.screen();
    let row = screen.lines().find(|row| row.contains(text));
    assert!(row.is_some(), "{text}\n{screen}");
    row.unwrap().to_owned()
}

/// Asserts that there is room around the caret for what an input method shows.
#[track_caller]
fn room_to_compose(driver: &mut Driver) {
    let (columns, rows) = driver.model.size;
    let (x, y) = driver.cursor();
    assert!(y + 2 < rows, "row {y}\n{}", driver.screen());
    assert!(x + 20 <= columns, "column {x}\n{}", driver.screen());
}

#[test]
fn every_character_that_commands_does_so_under_an_input_method() {
    let yielded: Vec<char> = ('\u{3000}'..='\u{30ff}')
        .chain('\u{ff01}'..='\u{ff9f}')
        .collect();
    let mut count = 0;
    for binding in KEYS {
        for key in binding.keys {
            let Key::Char(_) = key else { continue };
            let same = |sign: &&char| Key::Char(**sign).command() == *key;
            let signs: Vec<&char> = yielded.iter().filter(same).collect();
            assert!(!signs.is_empty(), "{key}");
            for sign in signs {
                let action = resolve(&[binding.scope], Key::Char(*sign).command());
                assert_eq!(action, Some(binding.action), "{sign}");
                count += 1;
            }
        }
    }
    assert!(count >= 9, "{count}");
}

#[test]
fn marks_are_given_with_digits_of_either_width() {
    let marks = [
        Mark::Implemented,
        Mark::Partial,
        Mark::NotImplemented,
        Mark::NotApplicable,
        Mark::ToBeConfirmed,
    ];
    for (number, mark) in (1_u32..).zip(marks) {
        for first in ['0', '０'] {
            let mut driver = at_first_question();
            let digit = char::from_u32(first as u32 + number).unwrap();
            driver.press(&format!("text:{digit}"));
            let open = driver.model.open.as_ref().unwrap();
            let found = open.workbook.answer("Q05-01").mark();
            // － asks for its reason first, where the question lets it be chosen at all.
            if mark != Mark::NotApplicable {
                assert_eq!(found, Some(mark), "{digit}");
            }
        }
    }
}

#[test]
fn kana_outside_a_text_change_nothing_and_say_why() {
    let mut driver = at_first_question();
    let before = records(&driver);
    for sign in "あかー。、「漢ｱ　".chars() {
        driver.press(&format!("text:{sign}"));
        assert!(
            notice(&driver).contains("IME"),
            "{sign}: {}",
            notice(&driver)
        );
        assert_eq!(records(&driver), before, "{sign}");
        assert!(driver.model.overlays.is_empty(), "{sign}");
    }
}

#[test]
fn whoever_types_japanese_on_the_row_of_a_remark_writes_it() {
    // A digit of an input method belongs to the text too: it must not answer the question.
    for (typed, expected) in [("研修", "研修"), ("１７人", "１７人")] {
        let mut driver = at_first_question();
        driver.press(&format!("Tab text:{typed}"));
        assert_eq!(notice(&driver), "", "{typed}");
        assert_eq!(driver.model.overlays.len(), 1, "{typed}");
        driver.press("Esc");
        assert_eq!(remark(&driver), expected);
        assert!(
            driver
                .model
                .open
                .as_ref()
                .unwrap()
                .workbook
                .answer("Q05-01")
                .mark()
                .is_none()
        );
        // What is there already stays, and digits of a keyboard are commands as everywhere.
        driver.press("text:済").press("Esc 1");
        assert_eq!(remark(&driver), format!("{expected}済"));
    }
    let mut driver = at_first_question();
    driver
        .press("Tab")
        .paste("3台を確かめた\r\n残りは来月")
        .press("Esc");
    assert_eq!(remark(&driver), "3台を確かめた\n残りは来月");
}

#[test]
fn a_paste_where_nothing_is_written_changes_nothing() {
    let pasted = "１\r\n2\t三\r\n\r\n";
    // The question, the overview, the list of evidence.
    for keys in ["", "F2", "Tab Tab Enter"] {
        let mut driver = at_first_question();
        driver.press(keys);
        let before = records(&driver);
        let (screens, overlays) = (driver.model.screens.len(), driver.model.overlays.len());
        driver.paste(pasted);
        assert_eq!(
            notice(&driver),
            "ここには貼り付けられません。何も変わっていません。",
            "{keys}"
        );
        assert_eq!(records(&driver), before, "{keys}");
        assert_eq!(driver.model.screens.len(), screens, "{keys}");
        assert_eq!(driver.model.overlays.len(), overlays, "{keys}");
    }
}

#[test]
fn a_paste_into_a_text_is_one_step_and_tells_what_did_not_fit() {
    let mut driver = at_remark();
    driver.press("text:前は").paste("１\r\n2\t三\u{1b}\r四");
    driver.press("C-z C-y Esc");
    assert_eq!(remark(&driver), "前は１\n2 三\n四");

    let mut driver = at_remark();
    driver.paste(&"長".repeat(2_012));
    assert_eq!(notice(&driver), "2000字までです。12字は入りませんでした。");
    driver.press("text:あ");
    assert_eq!(notice(&driver), "2000字までです。1字は入りませんでした。");
    driver.press("Esc");
    assert_eq!(remark(&driver).chars().count(), 2_000);
}

#[test]
fn enter_pressed_once_more_loses_nothing() {
    let mut driver = at_remark();
    driver.press("text:三台 Enter Enter");
    assert_eq!(driver.model.overlays.len(), 1, "Enter never submits");
    driver.press("C-a Enter Enter text:です Esc");
    assert_eq!(remark(&driver), "三台\n\n\n\nです");

    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.press("Enter Right Enter Enter text:0420 Enter Enter");
    assert!(driver.model.open.is_none());
    assert!(driver.screen().contains("0420"));
}

#[test]
fn everything_selected_is_shown_reversed_until_the_caret_moves() {
    let mut driver = at_remark();
    driver.press("text:三台です C-a");
    let styles = |driver: &mut Driver| driver.screen().contains("5-13 reversed");
    assert!(styles(&mut driver), "{}", driver.screen());
    driver.press("Left");
    assert!(!styles(&mut driver));
    driver.press("C-a text:無 Esc");
    assert_eq!(remark(&driver), "無");
}

#[test]
fn the_keys_of_a_field_are_in_the_help_and_run_from_there() {
    let mut driver = at_remark();
    driver.press("text:三台です F1 text:すべて選ぶ");
    assert!(row_with(&mut driver, "文をすべて選ぶ").contains("Ctrl+A"));
    driver.press("Enter BackSpace text:無 F1");
    assert!(driver.screen().contains("次の欄"));
    driver.press("Esc Esc");
    assert_eq!(remark(&driver), "無");

    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.press("Enter Right Enter Enter text:0420 F1 text:C t r l + W");
    driver.press("Enter");
    assert!(driver.model.overlays.is_empty());
    assert!(!row_with(&mut driver, "課のコード").contains("0420"));
}

#[test]
fn a_code_that_cannot_be_used_leads_back_to_its_field() {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.press("Enter Right Enter Enter text:秘書0110 Enter text:秘書課 Enter Enter");
    driver.press("text:山田 Enter Enter Enter");
    assert!(
        driver
            .screen()
            .contains("「秘書0110」はコードに使えません。")
    );
    assert!(row_with(&mut driver, "課のコード").contains('>'));
    driver.press("C-a text:0110 Enter Enter Enter Enter Enter Enter");
    assert!(!driver.screen().contains("点検票を始める"));
}

#[test]
fn half_width_kana_are_offered_to_be_made_full_width() {
    let offer = "半角カナを全角にする";
    let mut driver = at_remark();
    driver.press("text:三台");
    assert!(!driver.screen().contains(offer));
    driver.press("text:ｻｰﾊﾞｰ");
    assert!(driver.screen().contains(offer));
    driver.press("Tab Tab Enter");
    assert!(!driver.screen().contains(offer));
    assert!(driver.screen().contains("三台サーバー"));
    driver.press("C-z");
    assert!(driver.screen().contains("三台ｻｰﾊﾞｰ"));
    driver.press("C-y Esc");
    assert_eq!(remark(&driver), "三台サーバー");
}

#[test]
fn what_cannot_be_shown_is_counted_and_kept() {
    let text = "葛\u{e0100}飾\u{e000}の\u{200b}端末\u{f8ff}";
    let mut driver = at_remark();
    driver.paste(text);
    assert!(
        driver.screen().contains("表示できない文字 3個"),
        "{}",
        driver.screen()
    );
    driver.press("Esc");
    assert_eq!(remark(&driver), text);
}

#[test]
fn a_long_remark_scrolls_both_ways_and_says_so() {
    let mut driver = at_remark();
    for number in 1..10 {
        driver.press(&format!("text:{number}行目 Enter"));
    }
    assert!(driver.screen().contains("上に6行"), "{}", driver.screen());
    driver.press("C-Home");
    assert!(driver.screen().contains("下に6行"));
    // The top line stays as long as the caret is in sight.
    driver.press("Down Down Down Down Up");
    let middle = driver.screen();
    assert!(middle.contains("上に1行・下に5行"), "{middle}");
    assert!(
        middle.contains("2行目") && middle.contains("5行目"),
        "{middle}"
    );
    let (_, y) = driver.cursor();
    assert!(
        driver
            .screen()
            .lines()
            .nth(usize::from(y))
            .unwrap()
            .contains("4行目")
    );
}

#[test]
fn the_limit_is_told_when_it_is_near() {
    let mut driver = at_remark();
    driver.paste(&"長".repeat(1_899));
    let row = row_with(&mut driver, "1899/2000");
    assert!(!row.contains("残り"), "{row}");
    driver.press("text:い");
    assert!(row_with(&mut driver, "1900/2000").contains("残り 100文字"));
}

#[test]
fn a_long_line_shows_what_is_around_the_caret() {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.press("Enter Right Enter Enter text:0420 Enter");
    driver.paste("上下水道局事業管理課施設更新計画担当及び下水道整備課管路維持係合同班（臨時）");
    room_to_compose(&mut driver);
    let row = row_with(&mut driver, "合同班");
    assert!(row.contains('<') && !row.contains("上下水道局"), "{row}");
    let (x, y) = driver.cursor();
    driver.press("Left Left Left Left");
    assert_eq!(driver.cursor(), (x, y), "the text moves under the caret");
    driver.press("Home");
    let row = row_with(&mut driver, "上下水道局");
    assert!(row.ends_with('>') && !row.contains('<'), "{row}");
}

#[test]
fn there_is_room_to_compose_wherever_text_is_written() {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.press("Enter Right Enter Enter");
    room_to_compose(&mut driver);
    driver.press("text:0420 Enter");
    room_to_compose(&mut driver);
    driver.press("Esc F1");
    room_to_compose(&mut driver);

    let mut driver = at_first_question();
    driver.press("F3");
    room_to_compose(&mut driver);
    driver.press("Esc 2");
    room_to_compose(&mut driver);
    driver.press("Tab");
    for _ in 0..9 {
        driver.press("text:あ Enter");
    }
    room_to_compose(&mut driver);
}
