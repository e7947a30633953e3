//! The division's screens as it uses them: keys in, screens out, and what lies in its folder then.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/division.rs"]
mod division;
#[path = "support/driver.rs"]
mod driver;
#[path = "support/place.rs"]
mod place;

#[path = "division/sealed.rs"]
mod sealed;
#[path = "division/working.rs"]
mod working;

use std::path::Path;
use std::sync::{Arc, LazyLock};

use driver::Driver;
use tempfile::TempDir;
use tenken::text::Lang;
use tenken::tui::model::OpenDesk;
use tenken::tui::view::targets;

const SMALL: (u16, u16) = (80, 24);

/// What was handed in, made once: it takes its time.
static RECEIVED: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = place::shared("received");
    division::received(folder.path());
    folder
});

/// The same, collected.
static COLLECTED: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = place::shared("collected");
    received(folder.path());
    division::collect(folder.path());
    folder
});

/// What was handed in, the same for every test.
fn received(root: &Path) {
    place::copy(RECEIVED.path(), root);
}

/// What was collected, the same for every test.
fn collected(root: &Path) {
    place::copy(COLLECTED.path(), root);
}

fn begin(make: fn(&Path)) -> Driver {
    let folder = TempDir::new().unwrap();
    make(folder.path());
    Driver::start_in(folder, SMALL, Lang::Ja)
}

/// What was collected, opened from the menu.
fn desk() -> Driver {
    let mut driver = begin(collected);
    driver.press("BackTab Enter");
    driver
}

#[track_caller]
fn sees(driver: &mut Driver, texts: &[&str]) {
    let screen = driver.screen();
    for text in texts {
        assert!(screen.contains(text), "{text}:\n{screen}");
    }
}

#[track_caller]
fn sees_not(driver: &mut Driver, texts: &[&str]) {
    let screen = driver.screen();
    for text in texts {
        assert!(!screen.contains(text), "{text}:\n{screen}");
    }
}

#[test]
fn the_board_says_who_is_missing_and_what_is_wrong() {
    let mut driver = desk();
    sees(
        &mut driver,
        &["提出 4/7", "未提出 1", "下書き 1", "改変あり 1", "7/7件"],
    );
    // The department that was altered: why, and what to do.
    driver.press("End");
    sees(&mut driver, &["改変あり", "received/2026_odawara_0610"]);
    driver.press("Enter");
    sees(&mut driver, &["[届いたもの]", "もらい直して", "R-"]);
    driver.press("Enter");
    sees(&mut driver, &["監査委員事務局", "ファイル", "2行目"]);
}

#[test]
fn a_figure_leads_to_its_department_its_answers_and_its_row() {
    let mut driver = desk();
    driver.press("Right Right");
    sees(&mut driver, &["出典 received/2026_odawara_0110_answers"]);
    driver.press("Enter");
    sees(&mut driver, &["0110　秘書広報課　市長", "[条項]"]);
    // The clause chosen on the board is chosen here, and leads to its first answer.
    driver.press("Enter");
    sees(&mut driver, &["[すべての回答]", "Q06-1-01"]);
    driver.press("Enter");
    sees(&mut driver, &["項目ID: Q06-1-01", "answers~", "行目"]);
    driver.press("Esc Esc");
    sees(&mut driver, &["[提出状況]"]);
}

#[test]
fn an_item_is_seen_across_departments() {
    let mut driver = desk();
    driver.press("F2 F2");
    sees(&mut driver, &["[設問]", "実施率"]);
    driver.press("Enter");
    sees(&mut driver, &["秘書広報課", "学校教育課", "上下水道総務課"]);
    driver.press("F2");
    sees(&mut driver, &["[要対応だけ]"]);
    sees_not(&mut driver, &["○  実施"]);
    driver.press("Enter");
    sees(&mut driver, &["項目ID: "]);
}

#[test]
fn filters_narrow_the_board_and_are_told() {
    let mut driver = desk();
    // State: those that must act first.
    driver.press("F4 Right Right Tab Tab Tab Enter");
    sees(
        &mut driver,
        &["所属の直しが要るもの  3/7件", "防災安全課", "中央図書館"],
    );
    sees_not(&mut driver, &["秘書広報課"]);
    // Agency.
    driver.press("F4 Tab Right Right Right Tab Tab Enter");
    sees(&mut driver, &["教育委員会  1/7件", "中央図書館"]);
    sees_not(&mut driver, &["防災安全課"]);
    // Where it does not narrow the figures, that is told.
    driver.press("F2 F2");
    sees(&mut driver, &["[設問]", "すべての所属の数です"]);
    driver.press("F2 F2");
    // And everybody again.
    driver.press("F4 Tab Tab Tab Tab Enter");
    sees(&mut driver, &["7/7件", "秘書広報課"]);
}

#[test]
fn the_search_leads_to_departments_and_questions() {
    let mut driver = desk();
    driver.press("F3 text:0420 Enter");
    // Its years go on from those it came from.
    sees(
        &mut driver,
        &[
            "0420　上下水道総務課",
            "← 水道総務課, 下水道総務課",
            "推移  令和7年度",
        ],
    );
    driver.press("F3 text:Q06-5-08 Enter");
    sees(&mut driver, &["Q06-5-08", "[すべての所属]"]);
    driver.press("Esc");
    sees(&mut driver, &["[提出状況]"]);
}

#[test]
fn names_stay_while_columns_go_sideways() {
    let mut driver = desk();
    driver.press("F2");
    let first = driver.screen();
    assert!(first.contains("6(1)") && !first.contains("6(9)"), "{first}");
    let columns = driver.model.desk.as_ref().unwrap().board.columns.len();
    driver.press(&"Right ".repeat(columns + 3));
    sees(&mut driver, &["秘書広報課", "得点", "<", "7", "8"]);
    sees_not(&mut driver, &["6(1) "]);
    driver.press(&"Left ".repeat(columns + 3));
    assert_eq!(driver.screen(), first);
}

#[test]
fn only_what_is_visible_is_drawn() {
    let mut driver = desk();
    let desk = driver.model.desk.as_ref().unwrap();
    let mut board = desk.board.clone();
    for _ in 0..8 {
        board.lines.extend(board.lines.clone());
    }
    let count = board.lines.len();
    driver.model.desk = Some(Arc::new(OpenDesk {
        folder: desk.folder.clone(),
        municipality: desk.municipality.clone(),
        board,
    }));
    for keys in ["", "End", "F2", "Home"] {
        driver.press(keys);
        let rows = targets(&driver.model).len();
        assert!(count > 1_000 && rows < 40, "{rows} of {count}");
    }
    sees(&mut driver, &["秘書広報課"]);
}

#[test]
fn a_trial_writes_nothing_and_collecting_writes_it_all() {
    let mut driver = begin(received);
    let there = |driver: &Driver| driver.path().join("collected").exists();
    driver.press("BackTab BackTab Enter text:in/2026 Tab Tab text:in/2025 Tab Tab Enter");
    sees(
        &mut driver,
        &[
            "まだ何も書いていません",
            "このとおり集める",
            "台帳の変わるところ",
        ],
    );
    assert!(!there(&driver));
    driver.press("Esc");
    sees(&mut driver, &["in/2026", "collected/2026"]);
    assert!(!there(&driver));
    driver.press("Enter Home Enter");
    sees(&mut driver, &["集めました", "[提出状況]", "提出 4/7"]);
    assert!(driver.path().join("collected/2026/by_clause.csv").exists());
    assert!(driver.path().join("collected/2026/collection.ron").exists());
    assert!(driver.path().join("collected/2026/report.html").exists());
    // It is offered from then on.
    let mut driver = driver.restart();
    driver.press("BackTab Enter");
    sees(&mut driver, &["提出 4/7"]);
}

#[test]
fn collecting_from_nowhere_is_refused_and_can_be_mended() {
    let mut driver = begin(received);
    driver.press("BackTab BackTab Enter Tab Tab Tab Tab Enter");
    sees(&mut driver, &["届いたもののフォルダを入れてください"]);
    driver.press("text:nowhere Tab Tab Tab Tab Enter");
    sees(&mut driver, &["nowhere"]);
    // Paths in quotes, as they are pasted, and divided by an input method.
    std::fs::create_dir(driver.path().join("empty")).unwrap();
    driver.press("BackTab BackTab BackTab BackTab C-u");
    driver.paste("\"empty\"；\"nowhere2\"");
    driver.press("Tab Tab Tab Tab Enter");
    sees(&mut driver, &["nowhere2: ありません"]);
    driver.press("BackTab BackTab BackTab BackTab C-u text:empty Tab Tab Tab Tab Enter");
    sees(&mut driver, &["読めるファイルが一つもありません"]);
    assert!(!driver.path().join("collected").exists());
}

#[test]
fn the_roster_tells_every_row_what_is_wrong_with_it() {
    let mut driver = begin(division::faulty_roster);
    driver.press("BackTab BackTab BackTab Enter");
    sees(&mut driver, &["直すところ 3か所", "秘書広報課"]);
    driver.press("F4 F4");
    sees(&mut driver, &["[直すところ 2]", "3行目", "→ "]);
    sees_not(&mut driver, &["秘書広報課"]);
    // Mended in a spreadsheet, and read again.
    division::sound_roster(driver.path());
    driver.press("F4 Tab Right Right Right Enter");
    sees(&mut driver, &["誤りなし", "0420 ← 0410, 0415"]);
}

#[test]
fn the_roster_of_a_day_is_who_was_there() {
    let mut driver = begin(received);
    driver.press("BackTab BackTab BackTab Enter F4");
    sees(&mut driver, &["[2026-11-22 に有効 7]"]);
    sees_not(&mut driver, &["水道総務課    "]);
    driver.press("Tab Enter C-a text:2025-06-31 Enter Enter");
    sees(&mut driver, &["日付として読めません", "2025-06-31"]);
    driver.press("C-a text:2025-06-01 Enter Enter");
    sees(&mut driver, &["[2025-06-01 に有効 8]", "0415"]);
}

#[test]
fn a_template_is_written_once_and_over_nothing() {
    let folder = TempDir::new().unwrap();
    let mut driver = Driver::start_in(folder, SMALL, Lang::Ja);
    driver.press("BackTab BackTab BackTab Enter");
    sees(&mut driver, &["まだありません"]);
    driver.press("Right Right Enter");
    sees(&mut driver, &["ひな形を書きました"]);
    let path = driver.path().join("departments.csv");
    let first = std::fs::read(&path).unwrap();
    driver.press("Tab Right Right Enter");
    assert_eq!(std::fs::read(&path).unwrap(), first);
    assert!(driver.path().join("departments-template.csv").exists());
}

/// The screen of return slips, reached over the menu.
fn returns() -> Driver {
    let mut driver = desk();
    driver.press("Tab Tab Tab Tab Tab Tab Tab Tab Enter");
    driver
}

#[test]
fn return_slips_are_made_for_whom_it_says() {
    let mut driver = returns();
    let named = [
        "2所属に作ります",
        "0520 中央図書館（下書き）",
        "0610 監査委員事務局（改変あり）",
    ];
    sees(&mut driver, &named);
    // A day that is none leads back to its field, and nothing is written.
    driver.press("Tab text:明日 Enter Enter Enter Enter");
    sees(&mut driver, &["期限を日付として読めません"]);
    let folder = driver.path().join("collected/2026/returns");
    assert!(!folder.exists());
    // An input method left on, and a folder left empty, are of no matter.
    driver.press("C-u text:２０２６－１２－１０ Enter C-u text:情報政策課 Enter C-u Enter Enter");
    sees(
        &mut driver,
        &[
            "作った差戻し票",
            "0520 中央図書館",
            "2所属の差戻し票があります",
        ],
    );
    let root = driver.path().display().to_string();
    sees_not(&mut driver, &[&root]);
    let names: Vec<String> = names(&folder);
    let expected = [
        "0520_return.html",
        "0520_return.ron",
        "0610_return.html",
        "0610_return.ron",
    ];
    assert_eq!(names, expected.map(|name| format!("2026_142069_{name}")));
    let page = std::fs::read_to_string(folder.join(&names[0])).unwrap();
    for part in ["中央図書館", "2026-12-10", "情報政策課"] {
        assert!(page.contains(part), "{part}");
    }
    driver.press("Esc Esc");
    sees(&mut driver, &["[提出状況]"]);
    driver.press("C-p text:sasimodosi Enter Tab C-u text:2026-11-21 Enter Enter Enter Enter");
    sees(&mut driver, &["期限 2026-11-21 は過ぎています"]);
    driver.press("Esc C-p text:sasimodosi Enter");
    sees(&mut driver, &named);
}

#[test]
fn items_are_proposed_edited_and_returned() {
    let mut driver = returns();
    driver.press("BackTab BackTab Enter");
    sees(
        &mut driver,
        &[
            "> 項目の表",
            "collected/2026/returns/items.csv",
            "差戻しの案",
        ],
    );
    let table = driver.path().join("collected/2026/returns/items.csv");
    let rows = std::fs::read_to_string(&table).unwrap().lines().count();
    assert!(rows > 1, "{rows}");
    // Another look proposes beside what may be edited already.
    driver.press("BackTab BackTab Enter");
    sees(&mut driver, &["returns/items-2.csv"]);
    // How many it makes is asked before anything is written.
    let before = names(table.parent().unwrap());
    driver.press("Enter Enter Enter Enter Enter");
    sees(
        &mut driver,
        &["3所属に差戻し票を作ります", "> まだ作らない"],
    );
    driver.press("Enter");
    assert_eq!(names(table.parent().unwrap()), before);
    driver.press("Enter Down Enter");
    sees(&mut driver, &["作った差戻し票", "提出済"]);
    // A table with problems is told row by row, and no slip is made anew.
    let before = names(table.parent().unwrap());
    std::fs::remove_file(&table).unwrap();
    let unknown = "年度,所属コード,項目ID,差戻しの理由\n2026,9999,Q05-01,確かめてください。\n";
    let disk = tenken::store::disk::Disk::default();
    disk.write_new(&table, unknown.as_bytes()).unwrap();
    driver.press("Esc BackTab BackTab BackTab BackTab C-u text:collected/2026/returns/items.csv Enter Enter Enter Enter Enter");
    sees(&mut driver, &["差戻し票は作っていません", "2行目", "9999"]);
    assert_eq!(names(table.parent().unwrap()), before);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
