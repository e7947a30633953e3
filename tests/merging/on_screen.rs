//! Merging on the screens, by keys alone.

use tenken::domain::mark::Mark;
use tenken::store::disk::Disk;
use tenken::store::lock;
use tenken::text::Lang;

use super::driver::{Driver, NOW};

const COPY: &str = "usb/0420.ronl";
const JOURNAL: &str = "answers/2026/odawara/0420.ronl";

/// Two copies of a workbook: both answered the first question, each another one besides.
fn forked(driver: &mut Driver) {
    driver.workbook("odawara", 2026);
    let path = driver.path().to_owned();
    std::fs::create_dir(path.join("usb")).unwrap();
    let begun = std::fs::read(path.join(JOURNAL)).unwrap();
    driver.press("Enter");
    driver.press("Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Down Enter");
    driver.press("3 Esc PgDn 1");
    home(driver);
    std::fs::rename(path.join(JOURNAL), path.join(COPY)).unwrap();
    let mut options = std::fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(true)
        .open(path.join(JOURNAL))
        .unwrap();
    std::io::Write::write_all(&mut file, &begun).unwrap();
    drop(file);
    "鈴木花子".clone_into(&mut driver.model.preferences.name);
    driver.press("Enter");
    driver.press("Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Down Enter");
    driver.press("1 Esc PgDn PgDn 1");
    home(driver);
}

/// Goes back to the list.
fn home(driver: &mut Driver) {
    while driver.model.screens.len() > 1 || !driver.model.overlays.is_empty() {
        driver.press("Esc");
    }
}

fn bytes(driver: &Driver) -> Vec<u8> {
    std::fs::read(driver.path().join(JOURNAL)).unwrap()
}

#[test]
fn a_walk_through_merging_with_keys() {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    forked(&mut driver);
    let before = bytes(&driver);
    driver.press("C-g");
    assert!(driver.screen().contains("別の場所で答えた写しを"));
    driver.press("Down Enter");
    assert!(driver.screen().contains("写しの場所を入れてください。"));
    driver.paste("\"usb\"").press("Enter Enter");
    let plan = driver.screen();
    assert!(plan.contains("まとめる内容"), "{plan}");
    driver.press("Enter");
    let conflict = driver.screen();
    for part in [
        "違うところ 1/",
        "鈴木花子",
        "山田太郎",
        "○ 実施",
        "× 未実施",
    ] {
        assert!(conflict.contains(part), "{part}\n{conflict}");
    }
    // Back and forth, and nothing is written.
    driver.press("Esc Esc Esc");
    assert_eq!(bytes(&driver), before);
    driver.press("C-g").paste("usb").press("Enter Enter Enter");
    let count = driver.screen().matches("違うところ 1/1").count();
    driver.press("Down Up Right Enter");
    assert_eq!(count, 1, "{}", driver.screen());
    assert!(driver.screen().contains("この内容でまとめますか。"));
    driver.press("Enter");
    assert_eq!(bytes(&driver), before, "not yet");
    driver
        .press("1")
        .press("Esc")
        .press("2")
        .press("Down Enter");
    assert!(
        driver.screen().contains("まとめました。"),
        "{}",
        driver.screen()
    );
    let after = bytes(&driver);
    assert!(after.starts_with(&before) && after.len() > before.len());
    driver.press("Enter Enter");
    let open = driver.model.open.as_ref().unwrap();
    assert_eq!(
        open.workbook.answer("Q05-01").mark(),
        Some(Mark::NotImplemented)
    );
}

#[test]
fn the_history_tells_what_was_not_taken_and_there_is_nothing_left_to_merge() {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    forked(&mut driver);
    driver
        .press("C-g")
        .paste("usb")
        .press("Enter Enter Enter 2 Down Enter Enter Enter");
    // The history tells what was not taken.
    driver.press("F2 Tab Tab Tab Tab Enter");
    let history = driver.screen();
    assert!(
        history.contains("写しをまとめる（使わなかった内容 1件）"),
        "{history}"
    );
    driver.press("Enter");
    let page = driver.screen();
    assert!(
        page.contains("Q05-01 × 未実施 → ○ 実施 (鈴木花子"),
        "{page}"
    );
    // Once more there is nothing to do.
    driver.press("Esc Esc Esc");
    driver.press("C-g").paste("usb").press("Enter Enter");
    assert!(
        driver.screen().contains("することはありません。"),
        "{}",
        driver.screen()
    );
    driver
        .press("Enter C-g")
        .paste("nowhere")
        .press("Enter Enter");
    assert!(
        driver.screen().contains("写しがありません。"),
        "{}",
        driver.screen()
    );
}

#[test]
fn what_stands_in_the_way_is_told_and_the_path_stays_to_be_mended() {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    forked(&mut driver);
    let before = bytes(&driver);
    let copy = driver.path().join(COPY);
    let whole = std::fs::read(&copy).unwrap();
    let mut damaged = whole.clone();
    damaged[70] ^= 1;
    let write = |bytes: &[u8]| {
        std::fs::remove_file(&copy).unwrap();
        let mut file = std::fs::File::create_new(&copy).unwrap();
        std::io::Write::write_all(&mut file, bytes).unwrap();
    };
    write(&damaged);
    driver.press("C-g").paste("usb").press("Enter Enter");
    let screen = driver.screen();
    assert!(screen.contains("1行目（先頭から1バイト目）"), "{screen}");
    assert!(screen.contains("もう一度まとめてください。"), "{screen}");
    write(&whole);
    // Another program takes the workbook between looking and merging.
    driver.press("Enter Enter 2");
    let held = lock::take(&Disk::default(), &driver.path().join(JOURNAL), "田中", NOW).unwrap();
    driver.press("Down Enter");
    let screen = driver.screen();
    assert!(screen.contains("ほかの人が開いています（田中"), "{screen}");
    assert_eq!(bytes(&driver), before);
    drop(held);
    // The copy goes on meanwhile: what was looked at is no longer so.
    driver.press("2");
    let mut shorter = whole.clone();
    let line = whole[..whole.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n');
    shorter.truncate(line.unwrap() + 1);
    write(&shorter);
    driver.press("Down Enter");
    let screen = driver.screen();
    assert!(
        screen.contains("調べた後に、ファイルが変わりました。"),
        "{screen}"
    );
    assert!(screen.contains("[ 調べる ]"), "{screen}");
    assert_eq!(bytes(&driver), before);
}
