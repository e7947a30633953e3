//! Finding one's way: the introduction, the help, finding an action, empty lists, and that Enter, Tab,
//! the arrows and Esc suffice.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/driver.rs"]
mod driver;
#[path = "guide/palette.rs"]
mod palette;
#[path = "guide/search.rs"]
mod search;
#[path = "guide/tour.rs"]
mod tour;

use driver::Driver;
use tenken::text::Lang;
use tenken::tui::screens::Screen;

const SMALL: (u16, u16) = (80, 24);
const SIZES: [(u16, u16); 2] = [SMALL, (120, 40)];

/// Leads to a screen at every size and in every language, and compares it with its picture.
fn pictures(name: &str, lead: impl Fn(&mut Driver)) {
    for lang in [Lang::Ja, Lang::En] {
        for size in SIZES {
            let mut driver = Driver::start(size, lang);
            lead(&mut driver);
            picture(name, &mut driver);
        }
    }
}

fn picture(name: &str, driver: &mut Driver) {
    let (width, height) = driver.model.size;
    let code = if driver.model.lang == Lang::Ja {
        "ja"
    } else {
        "en"
    };
    insta::assert_snapshot!(format!("{name}_{width}x{height}_{code}"), driver.screen());
}

/// A workbook of Odawara, its profile answered with yes throughout, at the first question.
fn walk(driver: &mut Driver) {
    driver.workbook("odawara", 2026);
    driver.press("Enter");
    driver.press("Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Down Enter");
    assert!(matches!(driver.model.screens.last(), Some(Screen::Walk(_))));
}

fn started() -> Driver {
    Driver::start(SMALL, Lang::Ja)
}

#[test]
fn the_help_explains_screens_and_fields() {
    pictures("help_home", |driver| {
        driver.press("F1");
    });
    pictures("help_remark", |driver| {
        walk(driver);
        driver.press("Tab F1");
    });
    pictures("help_field", |driver| {
        driver.press("Enter Tab Tab F1");
    });
    pictures("help_figures", |driver| {
        walk(driver);
        driver.press("F2 F1");
    });
    pictures("help_figures_end", |driver| {
        walk(driver);
        driver.press("F2 F1 PgDn PgDn PgDn");
    });
}

#[test]
fn enter_after_reading_the_help_only_closes_it() {
    let mut driver = started();
    walk(&mut driver);
    let before = driver.screen();
    driver.press("F1 Enter");
    assert_eq!(driver.screen(), before);
}

#[test]
fn every_line_of_the_help_can_be_scrolled_into_view() {
    for lang in [Lang::Ja, Lang::En] {
        let mut driver = Driver::start(SMALL, lang);
        walk(&mut driver);
        driver.press("F2 F1");
        let mut seen = driver.screen();
        for _ in 0..60 {
            driver.press("Down");
            seen.push_str(&driver.screen());
        }
        for (name, _) in tenken::text::guide::figures(lang).1 {
            assert!(seen.contains(name), "{name}");
        }
        assert!(seen.contains("Ctrl+Q"), "{seen}");
        let last = driver.screen();
        driver.press("Down");
        assert_eq!(driver.screen(), last, "the end");
        driver.press("PgUp PgUp PgUp PgUp");
        assert!(!driver.screen().contains("Ctrl+Q"));
    }
}

#[test]
fn a_key_chosen_in_the_help_is_used() {
    let mut driver = started();
    walk(&mut driver);
    driver.press("F1 text:kensaku Enter");
    assert!(driver.screen().contains("設問の検索"));
}

#[test]
fn empty_lists_say_what_to_do() {
    pictures("empty_search", |driver| {
        walk(driver);
        driver.press("F3 text:zzz");
    });
    pictures("empty_palette", |driver| {
        driver.press("C-p text:zzz");
    });
    pictures("empty_help", |driver| {
        driver.press("F1 text:zzz");
    });
    let mut driver = started();
    driver.workbook("odawara", 2026);
    // Past all and the open ones, which there are.
    driver.press("Enter Esc F4");
    for todo in ["F4 で次の", "F4 で次の", "Ctrl+F", "前の年度の点検票"] {
        let screen = driver.press("F4").screen();
        assert!(screen.contains(todo), "{todo}: {screen}");
    }
}
