//! The look before an export, on the command line and on the screens.

use tenken::domain::record::Change;
use tenken::text::Lang;

use crate::driver::Driver;
use crate::program::Folder;
use crate::{BOOK, PHRASE, begin, names};

#[test]
fn an_export_with_telling_text_is_stopped_until_a_reason_is_given() {
    let folder = Folder::new();
    begin(
        &folder,
        &[
            "担当は0465-33-1111",
            "番号 1234 5678 9018",
            "パスワード：himitsu9999",
            "taro@example.jp まで",
        ],
    );
    let ran = folder.call(&format!("export {BOOK}")).run().code(1);
    for line in [
        "4か所",
        "Q05-01 備考: 電話番号らしい数 04********11",
        "Q05-02 備考: 個人番号らしい数 12**********18",
        "Q05-03 備考: パスワードらしい文字 h****9",
        "Q05-04 備考: メールアドレス ta***********jp",
        "--despite",
        "tenken redact",
    ] {
        assert!(ran.out.contains(line), "no {line} in\n{}", ran.out);
    }
    for whole in ["33-1111", "5678", "himitsu", "taro@"] {
        assert!(!ran.out.contains(whole) && !ran.err.contains(whole));
    }
    assert!(names(&folder, "exports").is_empty(), "nothing is written");
    folder
        .call(&format!("export {BOOK} --despite"))
        .and(" 　")
        .run()
        .code(2)
        .err("理由を書いてください");
    assert!(names(&folder, "exports").is_empty());
    folder
        .call(&format!("export {BOOK} --despite"))
        .and("窓口の番号なので")
        .run()
        .code(0);
    assert_eq!(names(&folder, "exports").len(), 2);
    let journal = String::from_utf8(folder.read(&format!("answers/{BOOK}.ronl"))).unwrap();
    let last = journal.lines().last().unwrap();
    assert!(
        last.contains("Exported") && last.contains("窓口の番号なので"),
        "{last}"
    );
}

#[test]
fn a_reason_is_kept_only_when_there_was_something_to_look_at() {
    let folder = Folder::new();
    begin(&folder, &["済み"]);
    folder
        .call(&format!("export {BOOK} --despite"))
        .and("念のため")
        .english()
        .run()
        .code(0);
    let journal = String::from_utf8(folder.read(&format!("answers/{BOOK}.ronl"))).unwrap();
    assert!(!journal.contains("念のため"));
}

/// A workbook at its export screen, with a remark.
fn at_export(remark: &str) -> Driver {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Tab Enter Tab Enter");
    driver.paste(remark);
    driver.press("Esc F2 Tab Tab Tab Enter");
    assert!(driver.screen().contains("書き出し先"));
    driver
}

fn exports(driver: &Driver) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(driver.path().join("exports")) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Returns the reason of the export that is the last record; empty when it has none.
fn last_export(driver: &Driver) -> Option<String> {
    let open = driver.model.open.as_ref().unwrap();
    let last = open.workbook.records().last().unwrap();
    match last.changes.first() {
        Some(Change::Exported { despite, .. }) => Some(despite.clone().unwrap_or_default()),
        _ => None,
    }
}

#[test]
fn the_screen_shows_what_to_look_at_and_leads_to_the_question() {
    let mut driver = at_export("窓口 0465-33-1111");
    driver.press("Enter");
    let screen = driver.screen();
    assert!(
        screen.contains("書き出す前に見てください（1か所）"),
        "{screen}"
    );
    assert!(screen.contains("Q05-01") && screen.contains("04********11"));
    assert!(!screen.contains("33-1111"));
    assert!(exports(&driver).is_empty());
    driver.press("Enter");
    assert!(driver.screen().contains("設問 1/"), "{}", driver.screen());
    assert_eq!(driver.model.item().unwrap().id.as_str(), "Q05-01");
    // Taken out there, nothing is left to look at, and the export needs no reason.
    driver.press("Tab Enter");
    for _ in 0..15 {
        driver.press("BackSpace");
    }
    driver.press("Esc F2 Tab Tab Tab Enter Enter");
    assert_eq!(exports(&driver).len(), 2);
    assert_eq!(last_export(&driver), Some(String::new()));
}

#[test]
fn the_screen_goes_on_with_a_reason_and_records_it() {
    let mut driver = at_export("窓口 0465-33-1111");
    driver.press("Enter Down Down Enter");
    assert!(driver.screen().contains("理由を書いて、このまま書き出す"));
    // Without a reason nothing happens.
    driver.press("Enter Enter");
    assert!(exports(&driver).is_empty());
    let notice = driver.model.notice.clone().unwrap();
    assert_eq!(notice.text, "理由を書いてください。");
    driver.press("Enter text:代表番号なので Enter Enter");
    assert_eq!(exports(&driver).len(), 2);
    assert_eq!(last_export(&driver), Some("代表番号なので".to_owned()));
    let screen = driver.screen();
    assert!(
        screen.contains("書き出して、読み直して確かめました。"),
        "{screen}"
    );
    driver.press("Esc Tab Enter");
    let history = driver.screen();
    assert!(history.contains("代表番号なので"), "{history}");
}

#[test]
fn going_back_from_the_look_writes_nothing() {
    let mut driver = at_export("窓口 0465-33-1111");
    driver.press("Enter Down Enter");
    assert!(driver.screen().contains("書き出し先"));
    driver.press("Enter Esc");
    assert!(driver.screen().contains("書き出し先"));
    assert!(exports(&driver).is_empty());
}

#[test]
fn the_divisions_key_in_the_folder_is_proposed_and_seals() {
    let folder = Folder::new();
    folder.done("key new --to division");
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("checklists")).unwrap();
    std::fs::copy(
        folder.path("division.pub"),
        home.path().join("checklists/division.pub"),
    )
    .unwrap();
    let mut driver = Driver::start_in(home, (80, 24), Lang::Ja);
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Tab Tab Tab Enter");
    let screen = driver.screen();
    assert!(screen.contains("取りまとめ部署の鍵で"), "{screen}");
    assert!(screen.contains("checklists/division.pub"), "{screen}");
    driver.press("Enter");
    assert_eq!(
        exports(&driver),
        [
            "2026_odawara_0420_answers.csv.age",
            "2026_odawara_0420_summary.csv.age"
        ]
    );
    assert!(driver.screen().contains("秘密の鍵でだけ開けます"));
    // The plain way is a choice of its own.
    driver.press("Tab Tab Tab Left Tab Enter");
    assert_eq!(exports(&driver).len(), 4);
    assert!(exports(&driver).contains(&"2026_odawara_0420-2_summary.csv".to_owned()));
}

#[test]
fn a_passphrase_typed_twice_on_the_screen_seals_and_is_never_shown_or_kept() {
    let mut driver = at_export("済み");
    driver.press("BackTab Left Tab");
    driver.paste("himitsu na kotoba");
    driver.press("Tab");
    driver.paste("himitsu na kotobb");
    let screen = driver.screen();
    assert!(screen.contains(&"*".repeat(17)), "{screen}");
    driver.press("Tab Enter");
    assert!(exports(&driver).is_empty());
    assert!(
        driver
            .model
            .notice
            .clone()
            .unwrap()
            .text
            .contains("違います")
    );
    // The field is in front again; it is typed anew.
    driver.press("Tab BackSpace text:a Tab Enter");
    assert_eq!(exports(&driver).len(), 2);
    let shown = driver.screen();
    assert!(
        !shown.contains("himitsu") && !shown.contains("***"),
        "{shown}"
    );
    let everything = format!("{:?}", driver.model);
    assert!(!everything.contains("himitsu"));
    for entry in ["answers/preferences.ron", "answers/2026/odawara/0420.ronl"] {
        let text = std::fs::read_to_string(driver.path().join(entry)).unwrap();
        assert!(!text.contains("himitsu"), "{entry}");
    }
    let sealed = driver
        .path()
        .join("exports/2026_odawara_0420_answers.csv.age");
    let bytes = std::fs::read(sealed).unwrap();
    let phrase = |text| {
        tenken::store::sealed::Opener::Passphrase(tenken::format::sealing::Passphrase::new(text))
    };
    assert!(tenken::store::sealed::open(&bytes, &phrase("himitsu na kotoba")).is_ok());
    assert!(tenken::store::sealed::open(&bytes, &phrase(PHRASE)).is_err());
}
