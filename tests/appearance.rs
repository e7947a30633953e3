//! How the screen looks can be changed inside, is remembered, and the mouse does what keys do.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/driver.rs"]
mod driver;

use driver::Driver;
use tenken::display::profile::{Ambiguous, Frames, TerminalProfile};
use tenken::display::width::Ruler;
use tenken::text::Lang;
use tenken::tui::effect::Msg;
use tenken::tui::mouse::Mouse;
use tenken::tui::theme::Theme;

const SIZE: (u16, u16) = (80, 24);

/// Returns the row and column where something is seen.
fn place(driver: &mut Driver, wanted: &str) -> (u16, u16) {
    let screen = driver.screen();
    let (row, line) = screen
        .lines()
        .take(usize::from(SIZE.1))
        .enumerate()
        .find(|(_, line)| line.contains(wanted))
        .unwrap_or_else(|| panic!("{wanted}:\n{screen}"));
    let before = line.split_once(wanted).unwrap().0;
    let column = Ruler::Narrow.cells(before);
    (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
}

fn click(driver: &mut Driver, wanted: &str) {
    let (column, row) = place(driver, wanted);
    driver.message(Msg::Mouse(Mouse::Click(column, row)));
}

#[test]
fn the_theme_is_switched_inside_and_remembered() {
    let mut driver = Driver::start(SIZE, Lang::Ja);
    driver.press("C-t Right");
    assert_eq!(driver.model.theme, Theme::HighContrast);
    assert!(driver.screen().contains("高コントラスト"));
    driver.press("Right Esc");
    let driver = driver.restart();
    assert_eq!(driver.model.theme, Theme::Monochrome);
}

#[test]
fn a_wide_terminal_is_told_by_looking_at_the_sample() {
    let mut driver = Driver::start(SIZE, Lang::Ja);
    driver.press("C-t BackTab Enter");
    assert_eq!(driver.model.profile, TerminalProfile::NARROW);
    driver.press("Enter");
    assert_eq!(driver.model.profile, TerminalProfile::WIDE);
    let screen = driver.screen();
    assert!(!screen.contains('─'), "{screen}");
    driver.press("Enter");
    assert_eq!(driver.model.profile.frames, Frames::Ascii);
    assert!(driver.model.profile.unsure);
    driver.press("BackTab Enter");
    assert!(driver.screen().contains("画面の設定を覚えました。"));
    let driver = driver.restart();
    assert_eq!(driver.model.ambiguous, Ambiguous::Unknown);
}

#[test]
fn a_click_goes_where_it_points_and_a_second_one_decides() {
    let mut driver = Driver::start(SIZE, Lang::Ja);
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Enter");
    click(&mut driver, "× ");
    assert!(place(&mut driver, ">  3  ×").1 > 0);
    click(&mut driver, "× ");
    let item = driver.model.open.as_ref().unwrap().checklist.items[0]
        .id
        .clone();
    let answer = driver
        .model
        .open
        .as_ref()
        .unwrap()
        .workbook
        .answer(item.as_str());
    assert_eq!(
        answer.mark().map(tenken::domain::mark::Mark::index),
        Some(2)
    );
}

#[test]
fn the_footer_and_menus_can_be_clicked_and_the_wheel_moves() {
    let mut driver = Driver::start(SIZE, Lang::Ja);
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Enter");
    click(&mut driver, "F2 ");
    assert!(
        driver.screen().contains("点検の全体"),
        "{}",
        driver.screen()
    );
    let before = driver.cursor();
    driver.message(Msg::Mouse(Mouse::Down));
    assert_eq!(driver.cursor().1, before.1 + 1);
    driver.message(Msg::Mouse(Mouse::Up));
    assert_eq!(driver.cursor(), before);
    click(&mut driver, "書き出し");
    click(&mut driver, "書き出し");
    assert!(driver.screen().contains("見出し"), "{}", driver.screen());
    // Where nothing is, nothing happens.
    let screen = driver.screen();
    driver.message(Msg::Mouse(Mouse::Click(79, 0)));
    assert_eq!(driver.screen(), screen);
}

#[test]
fn the_text_of_a_screen_is_written_to_a_file_and_never_over_another() {
    let mut driver = Driver::start(SIZE, Lang::Ja);
    driver.press("C-c");
    assert!(driver.screen().contains("Ctrl+K"), "{}", driver.screen());
    driver.press("Down");
    let screen = driver.screen();
    driver.press("C-k C-k");
    let folder = driver.path().join("exports");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        ["screen-20261122-143207-2.txt", "screen-20261122-143207.txt"]
    );
    let text = std::fs::read_to_string(folder.join(&names[1])).unwrap();
    assert!(screen.starts_with(&text), "{text}\n{screen}");
}

#[test]
fn a_click_reaches_what_stands_before_the_answer_recorded() {
    let mut driver = Driver::start(SIZE, Lang::Ja);
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Enter 3 Esc PgUp");
    click(&mut driver, "○ ");
    assert!(place(&mut driver, ">  1  ○").1 > 0);
    // Writing a remark: what is proposed, the text, and the button.
    driver.press("3");
    for wanted in ["自分で書く", "誰にも知らせていない", "[ 保存して戻る ]"] {
        click(&mut driver, wanted);
        assert!(place(&mut driver, &format!("> {wanted}")).1 > 0);
    }
}

#[test]
fn a_proposal_does_not_take_the_place_of_what_was_written_unseen() {
    let mut driver = Driver::start(SIZE, Lang::Ja);
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Enter 3 text:あとで知らせます Up Up Enter");
    let screen = driver.screen();
    assert!(screen.contains("保存して戻る"), "{screen}");
    driver.press("C-z");
    assert!(driver.screen().contains("あとで知らせます"));
}
