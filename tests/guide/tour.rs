//! The introduction of the first start.

use crate::driver::Driver;
use crate::{SIZES, SMALL, picture};
use tenken::text::Lang;

const HEADLINE: &str = "情報セキュリティの自己点検をする道具です。";
const HOME: &str = "ようこそ。";

#[test]
fn an_empty_folder_is_introduced_in_three_pages() {
    for lang in [Lang::Ja, Lang::En] {
        for size in SIZES {
            let mut driver = Driver::first_start(size, lang);
            picture("tour_1", &mut driver);
            picture("tour_2", driver.press("Enter"));
            picture("tour_3", driver.press("Enter"));
        }
    }
}

#[test]
fn it_is_shown_once() {
    for leave in [
        "Enter Enter Enter",
        "Esc",
        "Enter Esc",
        "Enter Left Enter Enter Enter",
    ] {
        let mut driver = Driver::first_start(SMALL, Lang::Ja);
        assert!(driver.screen().contains(HEADLINE));
        assert!(driver.press(leave).screen().contains(HOME), "{leave}");
        let file = driver.path().join("answers/preferences.ron");
        let preferences = std::fs::read_to_string(file).unwrap();
        assert!(preferences.contains("toured:true"), "{preferences}");
        driver.press("F5");
        assert!(driver.screen().contains(HOME));
    }
}

#[test]
fn it_goes_back_a_page() {
    let mut driver = Driver::first_start(SMALL, Lang::Ja);
    driver.press("Enter Left");
    assert!(driver.screen().contains(HEADLINE));
    driver.press("Left");
    assert!(driver.screen().contains(HEADLINE));
}

#[test]
fn whoever_has_a_workbook_or_preferences_is_not_introduced() {
    let mut driver = Driver::first_start(SMALL, Lang::Ja);
    driver.press("Esc");
    driver.workbook("odawara", 2026);
    std::fs::remove_file(driver.path().join("answers/preferences.ron")).unwrap();
    let mut driver = driver.restart_first();
    assert!(!driver.screen().contains(HEADLINE));

    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("answers")).unwrap();
    let old = "(name:\"山田太郎\",title:\"課長\",export_folder:\"\",advance:true)";
    let mut file =
        std::fs::File::create_new(folder.path().join("answers/preferences.ron")).unwrap();
    std::io::Write::write_all(&mut file, old.as_bytes()).unwrap();
    let mut driver = Driver::first_start_in(folder, SMALL, Lang::Ja);
    assert!(driver.screen().contains(HOME));
    assert_eq!(driver.model.preferences.name, "山田太郎");
}

#[test]
fn it_can_be_seen_again() {
    let mut driver = Driver::start(SMALL, Lang::Ja);
    driver.press("C-p text:annai Enter");
    assert!(driver.screen().contains(HEADLINE));
    driver.press("Esc");
    assert!(driver.screen().contains(HOME));
}
