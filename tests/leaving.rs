//! Leaving while the disk refuses: nothing is given up unasked, and the answers may go elsewhere.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/driver.rs"]
mod driver;
#[path = "support/fault.rs"]
mod fault;
#[path = "../benches/kit/checklist.rs"]
mod kit;
#[path = "support/program.rs"]
mod program;

use std::path::PathBuf;
use std::sync::Arc;

use driver::Driver;
use fault::{BOOK, ITEMS, Refusal, Refusing, begun};
use program::{Folder, journal};
use tenken::domain::mark::Mark;
use tenken::store::disk::Disk;
use tenken::store::journal_file::{self, ReadJournal};
use tenken::text::Lang;

/// A user at the first question, on a disk that can be made to refuse.
fn at_first_question(lang: Lang, size: (u16, u16)) -> (Driver, Arc<Refusing>) {
    let root = begun().into_root();
    let refusing = Refusing::below(root.path().to_owned(), Refusal::Enospc);
    let mut driver = Driver::start_on(refusing.disk(), root, size, lang);
    driver.press("Enter");
    (driver, refusing)
}

fn read(path: &std::path::Path) -> ReadJournal {
    journal_file::read(&Disk::default(), path).unwrap()
}

#[test]
fn leaving_with_unsaved_answers_offers_another_folder() {
    let (mut driver, refusing) = at_first_question(Lang::Ja, (80, 24));
    refusing.switch(true);
    driver.press("1 C-q");
    let shown = driver.screen();
    assert!(
        shown.contains("まだ保存できていない回答が 1件あります。"),
        "{shown}"
    );
    assert!(shown.contains("空きがあり"), "{shown}");
    let elsewhere = Folder::new();
    driver.press("Down Enter");
    driver.press(&"BackSpace ".repeat(30));
    driver.paste(elsewhere.path("").to_str().unwrap());
    driver.press("Tab Enter");
    let shown = driver.screen();
    assert!(shown.contains("別のフォルダに残しました。"), "{shown}");
    // The copy is a whole workbook: it opens by itself and continues the journal left behind.
    let kept = read(&elsewhere.path(&journal(BOOK)));
    assert_eq!(kept.damage, None);
    assert_eq!(
        kept.workbook.answer(ITEMS[0]).mark(),
        Some(Mark::Implemented)
    );
    let left = std::fs::read(driver.path().join(journal(BOOK))).unwrap();
    assert!(elsewhere.read(&journal(BOOK)).starts_with(&left));
    elsewhere.done(&format!("show {BOOK}")).out("下水道整備課");
    driver.press("Enter");
    assert!(driver.model.ended);
}

#[test]
fn another_folder_that_holds_the_workbook_is_not_replaced() {
    let (mut driver, refusing) = at_first_question(Lang::Ja, (80, 24));
    refusing.switch(true);
    driver.press("1 C-q Down Enter");
    let elsewhere = begun();
    let before = elsewhere.read(&journal(BOOK));
    driver.press(&"BackSpace ".repeat(30));
    driver.paste(elsewhere.path("").to_str().unwrap());
    driver.press("Tab Enter");
    let shown = driver.screen();
    assert!(shown.contains("もうこの点検票があります。"), "{shown}");
    assert!(shown.contains("別のフォルダに残す"), "{shown}");
    assert_eq!(elsewhere.read(&journal(BOOK)), before);
    assert!(!driver.model.ended);
}

#[test]
fn trying_again_saves_once_the_disk_takes_it() {
    let (mut driver, refusing) = at_first_question(Lang::Ja, (80, 24));
    refusing.switch(true);
    driver.press("1 C-q");
    refusing.switch(false);
    driver.press("Enter");
    driver.wait_saved();
    let read = read(&driver.path().join(journal(BOOK)));
    assert_eq!(
        read.workbook.answer(ITEMS[0]).mark(),
        Some(Mark::Implemented)
    );
    driver.press("C-q");
    assert!(
        driver.screen().contains("回答はすべて保存"),
        "{}",
        driver.screen()
    );
}

#[test]
fn going_back_to_the_list_with_unsaved_answers_asks_first() {
    let (mut driver, refusing) = at_first_question(Lang::Ja, (80, 24));
    refusing.switch(true);
    driver.press("1 Esc Esc");
    let shown = driver.screen();
    assert!(shown.contains("別のフォルダに残す"), "{shown}");
    assert!(driver.model.open.is_some());
    assert_eq!(driver.model.unsaved(), 1);
}

/// Pictures of what is said when the disk refuses, and of where to keep the answers.
#[test]
fn the_screens_of_a_disk_that_refuses() {
    for lang in [Lang::Ja, Lang::En] {
        for size in [(80, 24), (120, 40)] {
            let (mut driver, refusing) = at_first_question(lang, size);
            driver.model.home = PathBuf::from("/home/tenken");
            let code = if lang == Lang::Ja { "ja" } else { "en" };
            let picture = |driver: &mut Driver, name: &str| {
                let name = format!("{name}_{}x{}_{code}", size.0, size.1);
                insta::assert_snapshot!(name, driver.screen());
            };
            refusing.switch(true);
            driver.press("1");
            picture(&mut driver, "unsaved");
            driver.press("C-q");
            picture(&mut driver, "leaving_unsaved");
            driver.press("Down Enter");
            picture(&mut driver, "keeping_elsewhere");
            driver.press("Esc C-q Esc Esc Esc");
            driver.model.overlays.clear();
        }
    }
    for lang in [Lang::Ja, Lang::En] {
        let root = begun().into_root();
        let refusing = Refusing::below(root.path().to_owned(), Refusal::Estale);
        refusing.switch(true);
        let mut driver = Driver::start_on(refusing.disk(), root, (80, 24), lang);
        let code = if lang == Lang::Ja { "ja" } else { "en" };
        insta::assert_snapshot!(format!("folder_unreadable_80x24_{code}"), driver.screen());
    }
}
