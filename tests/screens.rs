//! Every screen at both sizes and in both languages, reached by keys alone.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/driver.rs"]
mod driver;

use driver::Driver;
use tenken::text::Lang;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// Leads to a screen at every size and in every language, and compares it with its picture.
fn pictures(name: &str, lead: impl Fn(&mut Driver)) {
    for lang in [Lang::Ja, Lang::En] {
        for size in SIZES {
            let mut driver = Driver::start(size, lang);
            lead(&mut driver);
            let code = if lang == Lang::Ja { "ja" } else { "en" };
            let picture = driver.screen();
            let rows: Vec<&str> = picture.lines().take(usize::from(size.1)).collect();
            let rule = "─".repeat(usize::from(size.0));
            assert!(rows.contains(&rule.as_str()), "{name}: the footer's rule");
            insta::assert_snapshot!(format!("{name}_{}x{}_{code}", size.0, size.1), picture);
        }
    }
}

/// A workbook of Odawara, its profile answered with yes throughout, at the first question.
fn walk(driver: &mut Driver) {
    driver.workbook("odawara", 2026);
    driver.press("Enter");
    driver.press("Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Down Enter");
}

/// The same, every question answered so that it can be confirmed.
fn complete(driver: &mut Driver) {
    walk(driver);
    let count = driver.model.open.as_ref().unwrap().checklist.items.len();
    for _ in 0..count {
        driver.press("1");
        if !driver.model.overlays.is_empty() {
            driver.press("Enter");
        }
    }
}

#[test]
fn home_when_nothing_is_there() {
    pictures("home_empty", |_| {});
}

#[test]
fn home_with_workbooks() {
    pictures("home", |driver| {
        walk(driver);
        driver.press("1 2 Enter Esc Esc");
        driver.workbook("tsukubamirai", 2025);
    });
}

/// The screens that show more where there is room, on a large screen.
#[test]
fn a_large_screen_shows_more() {
    for lang in [Lang::Ja, Lang::En] {
        let code = if lang == Lang::Ja { "ja" } else { "en" };
        let mut driver = Driver::start((200, 60), lang);
        walk(&mut driver);
        insta::assert_snapshot!(format!("walk_200x60_{code}"), driver.screen());
        let mut driver = Driver::start((200, 60), lang);
        complete(&mut driver);
        insta::assert_snapshot!(format!("review_200x60_{code}"), driver.screen());
    }
}

#[test]
fn how_the_screen_looks() {
    pictures("appearance", |driver| {
        driver.press("C-t Down");
    });
}

#[test]
fn beginning_a_workbook() {
    pictures("setup", |driver| {
        driver.press("Enter Right Enter Enter text:0420 Enter text:下水道整備課");
    });
}

#[test]
fn questions_about_the_department() {
    pictures("profile", |driver| {
        driver.workbook("tsukubamirai", 2026);
        driver.press("Enter Left Right Enter");
    });
}

#[test]
fn the_walk_before_an_answer() {
    pictures("walk", walk);
}

#[test]
fn the_walk_with_everything_an_answer_may_have() {
    pictures("walk_answered", |driver| {
        driver.workbook("odawara", 2025);
        driver.press("Enter");
        driver
            .press("Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Down Enter");
        driver.press("2 Enter Esc Esc");
        walk(driver);
        driver.press("3 Enter PgUp Tab Tab Enter Enter Down Down Enter Esc Tab Tab Enter");
        driver.press("BackTab BackTab BackTab");
    });
}

#[test]
fn the_walk_at_an_item_set_aside() {
    pictures("walk_aside", |driver| {
        driver.workbook("odawara", 2026);
        driver.press("Enter Right Esc F4 F4 F4 F4 F4 F4 Enter");
    });
}

#[test]
fn an_incident_not_reported_shows_what_to_do() {
    pictures("walk_report", |driver| {
        walk(driver);
        driver.press("F3 text:Q06-7-06 Enter 3 Esc PgUp");
        driver.press("F3 text:Q06-7-06 Enter");
    });
}

#[test]
fn writing_a_remark_of_many_lines() {
    pictures("edit_long", |driver| {
        walk(driver);
        driver.press("3 Down Down text:見ていない端末 Enter Enter");
        driver.paste(
            "ｻｰﾊﾞｰの設定を見直します。\u{e000}係が受け持ちます。\n"
                .repeat(9)
                .as_str(),
        );
        driver.press("Up Up Up Up Up Up C-a");
    });
}

#[test]
fn writing_a_remark() {
    pictures("edit", |driver| {
        walk(driver);
        driver.press("3 Down Down text:12月に知らせる予定です。 Enter text:担当は庶務係です。");
    });
}

#[test]
fn naming_evidence() {
    pictures("evidence", |driver| {
        walk(driver);
        driver.press("Tab Tab Enter Enter Down");
    });
}

#[test]
fn overview_of_the_clauses() {
    pictures("overview", |driver| {
        walk(driver);
        driver.press("1 1 2 Enter 3 Esc 4 F2 Down Down");
    });
}

#[test]
fn overview_through_a_filter() {
    pictures("overview_filter", |driver| {
        walk(driver);
        driver.press("1 2 Enter 3 Esc F2 F4 F4");
    });
}

#[test]
fn searching() {
    pictures("search", |driver| {
        walk(driver);
        driver.press("F3 text:パスワード");
    });
}

#[test]
fn review_of_what_is_missing() {
    pictures("review_missing", |driver| {
        walk(driver);
        driver.press("3 Esc F2 Tab Tab Enter");
    });
}

#[test]
fn review_when_everything_is_there() {
    pictures("review_complete", complete);
}

#[test]
fn confirming_asks_for_a_name_and_once_more() {
    pictures("confirm_name", |driver| {
        complete(driver);
        driver.press("Enter");
    });
    pictures("confirm_again", |driver| {
        complete(driver);
        driver.press("Enter Enter Enter Enter");
    });
}

#[test]
fn a_confirmed_workbook() {
    pictures("confirmed", |driver| {
        complete(driver);
        driver.press("Enter Enter Enter Enter Down Enter");
        assert!(driver.model.open.as_ref().unwrap().workbook.is_confirmed());
    });
}

#[test]
fn exporting() {
    pictures("export", |driver| {
        walk(driver);
        driver.press("F2 Tab Tab Tab Enter");
    });
    pictures("exported", |driver| {
        complete(driver);
        driver.press("Enter Enter Enter Enter Down Enter Enter Enter");
    });
}

/// A workbook, and a copy of it in `usb` that was answered otherwise.
fn forked(driver: &mut Driver, apart: bool) {
    walk(driver);
    home(driver);
    let place = driver.path().join("answers/2026/odawara/0420.ronl");
    let begun = std::fs::read(&place).unwrap();
    std::fs::create_dir(driver.path().join("usb")).unwrap();
    driver.press("Enter 3 Down Down text:12月に直します。担当は庶務係です。 Esc 1 Enter 2 Esc");
    home(driver);
    std::fs::rename(&place, driver.path().join("usb/0420.ronl")).unwrap();
    let mut file = std::fs::File::create_new(&place).unwrap();
    std::io::Write::write_all(&mut file, &begun).unwrap();
    if apart {
        "鈴木花子".clone_into(&mut driver.model.preferences.name);
        driver.press("Enter 1 Enter PgDn PgDn 2 Esc");
        home(driver);
    }
}

fn home(driver: &mut Driver) {
    while driver.model.screens.len() > 1 || !driver.model.overlays.is_empty() {
        driver.press("Esc");
    }
}

#[test]
fn merging_asks_for_the_copy() {
    pictures("merge_ask", |driver| {
        forked(driver, true);
        driver.press("C-g text:usb/0421.ronl Enter Enter");
    });
}

#[test]
fn merging_tells_what_there_is_to_do() {
    pictures("merge_plan", |driver| {
        forked(driver, true);
        driver.press("C-g text:usb Enter Enter");
    });
    pictures("merge_behind", |driver| {
        forked(driver, false);
        driver.press("C-g text:usb Enter Enter");
    });
}

#[test]
fn merging_shows_both_sides_of_a_difference() {
    pictures("merge_conflict", |driver| {
        forked(driver, true);
        driver.press("C-g text:usb Enter Enter Enter");
    });
    pictures("merge_conflict_remark", |driver| {
        forked(driver, true);
        driver.press("C-g text:usb Enter Enter Enter 2");
    });
    pictures("merge_really", |driver| {
        forked(driver, true);
        driver.press("C-g text:usb Enter Enter Enter 2 2");
    });
    pictures("merge_done", |driver| {
        forked(driver, true);
        driver.press("C-g text:usb Enter Enter Enter 2 2 Down Enter");
    });
}

#[test]
fn merging_tells_when_there_is_nothing_to_do_or_it_must_not_be() {
    pictures("merge_nothing", |driver| {
        forked(driver, true);
        driver.press("C-g text:answers/2026/odawara/0420.ronl Enter Enter");
    });
    pictures("merge_refused", |driver| {
        forked(driver, true);
        driver.workbook("odawara", 2025);
        driver.press("C-g text:answers/2025/odawara/0420.ronl Enter Enter");
    });
    pictures("merge_history", |driver| {
        forked(driver, true);
        driver.press("C-g text:usb Enter Enter Enter 2 2 Down Enter Enter Enter");
        driver.press("F2 Tab Tab Tab Tab Enter Enter");
    });
}

#[test]
fn exporting_sealed() {
    pictures("export_key", |driver| {
        let key = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
        let path = driver.path().join("division.pub");
        tenken::store::disk::Disk::default()
            .write_new(&path, key.as_bytes())
            .unwrap();
        walk(driver);
        driver.press("F2 Tab Tab Tab Enter BackTab");
    });
    pictures("export_passphrase", |driver| {
        walk(driver);
        driver.press("F2 Tab Tab Tab Enter BackTab Left Tab text:himitsunokotoba");
    });
    pictures("exported_passphrase", |driver| {
        complete(driver);
        driver.press("Enter Enter Enter Enter Down Enter Enter BackTab Left");
        driver.press("Tab text:himitsunokotoba Tab text:himitsunokotoba Tab Enter");
    });
}

#[test]
fn a_look_before_exporting() {
    let lead = |driver: &mut Driver| {
        walk(driver);
        for remark in [
            "窓口は0465-33-1111です。",
            "番号 1234 5678 9018",
            "パスワード：himitsu9999、taro@example.jp",
        ] {
            driver.press("Tab Enter").paste(remark);
            driver.press("Esc PgDn");
        }
        driver.press("F2 Tab Tab Tab Enter Enter");
    };
    pictures("look", lead);
    pictures("look_reason", |driver| {
        lead(driver);
        driver.press("End Enter text:代表番号なので公開しています。");
    });
}

#[test]
fn history_of_a_workbook() {
    pictures("history", |driver| {
        walk(driver);
        driver.press("2 Enter 1 C-z F2 Tab Tab Tab Tab Enter Down");
    });
}

#[test]
fn the_keys() {
    pictures("help", |driver| {
        walk(driver);
        driver.press("F1");
    });
    pictures("help_search", |driver| {
        walk(driver);
        driver.press("F1 text:Ctrl");
    });
}

#[test]
fn checking_the_checklists() {
    pictures("check", |driver| {
        driver.press("Right Right Enter");
    });
}

#[test]
fn the_clause_behind_a_question() {
    pictures("clause", |driver| {
        driver.workbook("tsukubamirai", 2026);
        driver.press("Enter Esc F3 text:Q06-3c-01 Enter F4");
    });
}

#[test]
fn leaving_asks_first() {
    pictures("quit", |driver| {
        walk(driver);
        driver.press("C-q");
    });
}

#[test]
fn a_window_too_small_says_so() {
    let mut driver = Driver::start((79, 24), Lang::Ja);
    let screen = driver.screen();
    assert!(screen.starts_with("画面を 80×24 以上にしてください（現在 79×24）"));
}
