//! Finding an action by name, reading and number, from every place.

use crate::driver::Driver;
use crate::{SMALL, pictures, started, walk};
use tenken::text::Lang;
use tenken::text::reading::sound;
use tenken::tui::key::Key;
use tenken::tui::keymap::{Action, KEYS, Scope, bindings};
use tenken::tui::overlays::Overlay;
use tenken::tui::overlays::palette::{Entry, entries};
use tenken::tui::screens::Screen;

/// Everything the palette lists where the driver is.
fn listed(driver: &mut Driver) -> Vec<Entry> {
    driver.press("C-p");
    let place = match driver.model.overlays.last() {
        Some(Overlay::Palette(palette)) => Some(palette.place()),
        _ => None,
    };
    let entries = entries(&driver.model, place.unwrap());
    driver.press("Esc");
    entries
}

/// A way to every kind of screen and overlay from which the palette opens.
const WAYS: [&str; 15] = [
    "",
    "F2",
    "F2 Tab Tab Enter",
    "F2 Tab Tab Tab Enter",
    "F2 Tab Tab Tab Tab Enter",
    "F2 Tab Tab Tab Tab Tab Enter",
    "F4",
    "F3",
    "F1",
    "Tab Tab Enter",
    "Tab Tab Enter End Down Down Down Down Enter",
    "C-q",
    "Esc Esc",
    "Esc Esc C-g",
    "Esc Esc Tab Enter",
];

fn at(way: &str, lang: Lang) -> Driver {
    let mut driver = Driver::start(SMALL, lang);
    walk(&mut driver);
    driver.press(way);
    driver
}

#[test]
fn finding_an_action() {
    pictures("palette_home", |driver| {
        driver.press("C-p");
    });
    pictures("palette_walk", |driver| {
        walk(driver);
        driver.press("C-p");
    });
    pictures("palette_end", |driver| {
        walk(driver);
        driver.press("C-p PgDn PgDn PgDn");
    });
    pictures("palette_typed", |driver| {
        walk(driver);
        driver.press("C-p text:kaku");
    });
    pictures("palette_number", |driver| {
        walk(driver);
        driver.press("C-p text:１２");
    });
    pictures("palette_busy", |driver| {
        walk(driver);
        driver.press("C-q C-p");
    });
}

#[test]
fn every_entry_is_found_by_its_name_its_reading_and_latin_letters() {
    for way in WAYS {
        for entry in listed(&mut at(way, Lang::Ja)) {
            let label = entry.label;
            assert!(!label.reading.is_empty(), "{label:?}");
            let half = |text: &str| -> String {
                let count = text.chars().count();
                text.chars().take(count.div_ceil(2)).collect()
            };
            for typed in [
                label.text.to_owned(),
                half(label.text),
                label.reading.to_owned(),
                half(label.reading),
                sound(label.reading),
                half(&sound(label.reading)),
                sound(label.reading).to_uppercase(),
                entry.english.text.to_owned(),
            ] {
                assert!(entry.found_by(&typed), "{label:?} by {typed}");
            }
        }
        for entry in listed(&mut at(way, Lang::En)) {
            assert!(entry.found_by(&entry.label.text.to_uppercase()));
        }
    }
}

#[test]
fn spellings_people_use_find_what_they_mean() {
    let mut driver = started();
    walk(&mut driver);
    let entries = listed(&mut driver);
    for (typed, name) in [
        ("shirushi", "印を付ける・外す"),
        ("sirusi", "印を付ける・外す"),
        ("ｓｈｉｒｕｓｈｉ", "印を付ける・外す"),
        ("ほぞん", "今すぐ保存する"),
        ("ホゾン", "今すぐ保存する"),
        ("hozonn", "今すぐ保存する"),
        ("kiroku", "記録を見る"),
        ("zokusei", "所属の属性を直す"),
        ("history", "記録を見る"),
        ("ＣＳＶ", "CSVファイルを書き出す"),
        ("shiiesu", "CSVファイルを書き出す"),
        ("ichiran", "点検票の一覧に戻る"),
        ("itiran", "点検票の一覧に戻る"),
        ("hikitsugu", "前年の回答を引き継ぐ"),
        ("hikitugu", "前年の回答を引き継ぐ"),
        ("C-p", ""),
    ] {
        let found: Vec<&str> = entries
            .iter()
            .filter(|entry| entry.found_by(typed))
            .map(|entry| entry.label.text)
            .collect();
        let wanted = found.contains(&name) || (name.is_empty() && found.is_empty());
        assert!(wanted, "{typed}: {found:?}");
    }
}

fn is_palette(overlay: &Overlay) -> bool {
    matches!(overlay, Overlay::Palette(_))
}

/// What the menus lead to, so that it need not be in the palette.
const fn is_in_a_menu(action: Action) -> bool {
    // The palette itself is the menu's entry.
    matches!(action, Action::Palette)
}

#[test]
fn everything_a_function_or_control_key_does_is_in_the_palette() {
    for way in WAYS {
        let mut driver = at(way, Lang::Ja);
        let entries = listed(&mut driver);
        let scopes = tenken::tui::update::scopes(&driver.model);
        for binding in bindings(&scopes) {
            let needs = matches!(
                binding.keys.first(),
                Some(Key::Ctrl(_) | Key::Function(_) | Key::Delete | Key::Char(_))
            );
            let moves_the_caret = binding.scope == Scope::Text;
            if !needs || moves_the_caret || is_in_a_menu(binding.action) {
                continue;
            }
            let key = binding.keys[0].to_string();
            let there = entries.iter().any(|entry| entry.key == key);
            assert!(there, "{key} after {way:?}");
        }
    }
}

/// Returns what can be done from the menu of a screen: by way of its palette, without other keys.
fn by_menu(way: &str) -> Vec<Entry> {
    let mut driver = at(way, Lang::Ja);
    let entries = listed(&mut driver);
    let there = |entry: &Entry| {
        let why = entry.blocked.as_ref().map(|why| why.short.as_str());
        why.is_none_or(|why| !why.ends_with("で使えます。"))
    };
    entries.into_iter().filter(there).collect()
}

#[test]
fn enter_tab_the_arrows_and_escape_suffice() {
    let (home, overview) = (by_menu("Esc Esc"), by_menu("F2"));
    for binding in KEYS {
        let special = matches!(binding.keys[0], Key::Ctrl(_) | Key::Function(_));
        // A text can be written without the keys that make it more comfortable.
        if !special || binding.action == Action::Palette || binding.scope == Scope::Text {
            continue;
        }
        let other = binding.keys.iter().any(|key| key.is_basic());
        let label = (binding.label)(Lang::Ja.strings());
        // The places a menu leads to have names of their own.
        let goes = matches!(
            binding.action,
            Action::Overview | Action::Search | Action::NextTable | Action::Find
        );
        let listed = home
            .iter()
            .chain(&overview)
            .any(|entry| entry.label == label);
        assert!(other || goes || listed, "{label:?}");
    }
}

#[test]
fn what_belongs_to_a_question_is_done_at_the_one_in_front() {
    let mut driver = at("C-f PgDn PgDn F2 C-p text:shirushi", Lang::Ja);
    assert!(driver.screen().contains("設問 3 で行います。"));
    driver.press("Enter");
    let screen = driver.screen();
    assert!(screen.contains("設問 3/"), "{screen}");
    assert!(screen.contains("あとで見直す"), "{screen}");
}

#[test]
fn the_menus_lead_to_it_without_any_key_but_the_basic_ones() {
    let mut driver = started();
    driver.press("Tab Right Right Right Right Right Enter");
    assert!(driver.model.overlays.iter().any(is_palette));
    let mut driver = started();
    walk(&mut driver);
    driver.press("Esc Tab Left Left Enter");
    assert!(driver.model.overlays.iter().any(is_palette));
    driver.press("Down Enter");
    assert!(driver.model.overlays.is_empty());
}

#[test]
fn what_is_possible_is_done() {
    for (typed, seen) in [
        ("かくにん", "確定までに"),
        ("ぜんたい", "絞込み"),
        ("しーえすぶい", "書き出し先"),
        ("きろくをみる", "新しい順"),
        ("ぞくせい", "課について答えます"),
        ("けんさく", "設問の検索"),
        ("ほうしんの", "方針の趣旨"),
        ("しるし", "あとで見直す"),
        ("おわる", "点検を終わりますか"),
        ("いちらん", "フォルダ /home/tenken"),
        ("すぐほぞん", "すべて保存済み"),
        ("つかうひと", "あなたの氏名"),
        ("１０", "設問 10/"),
    ] {
        let mut driver = started();
        walk(&mut driver);
        driver.press("C-p").paste(typed);
        driver.press("Enter");
        let screen = driver.screen();
        assert!(screen.contains(seen), "{typed}: {screen}");
        let open = driver.model.overlays.iter().any(is_palette);
        assert!(!open, "{typed}: {screen}");
    }
}

#[test]
fn screens_do_not_pile_up() {
    let mut driver = started();
    walk(&mut driver);
    for typed in [
        "きろくをみる",
        "かくにん",
        "ぜんたい",
        "つづきから",
        "きろくをみる",
    ] {
        driver.press("C-p").paste(typed);
        driver.press("Enter");
        assert!(driver.model.screens.len() <= 3, "{typed}");
    }
    driver.press("Esc");
    assert!(matches!(
        driver.model.screens.last(),
        Some(Screen::Overview(_))
    ));
}

#[test]
fn what_is_not_possible_says_why_and_stays() {
    let mut driver = started();
    walk(&mut driver);
    driver.press("C-p text:hikitsugu Enter");
    assert!(
        driver
            .screen()
            .contains("前年の点検票がこのフォルダにありません。")
    );
    assert!(driver.model.overlays.iter().any(is_palette));
    let mut driver = started();
    driver.press("C-p text:kiroku Enter");
    let screen = driver.screen();
    assert!(screen.contains("先に点検票を開いてください。"), "{screen}");
}

#[test]
fn the_colours_are_changed_and_remembered() {
    let mut driver = started();
    let before = driver.screen();
    driver.press("C-p").paste("こんとらすと");
    driver.press("Enter");
    assert_ne!(driver.screen(), before);
    let file = driver.path().join("answers/preferences.ron");
    let preferences = std::fs::read_to_string(file).unwrap();
    assert!(preferences.contains("high-contrast"), "{preferences}");
    driver.press("C-p").paste("こんとらすと");
    assert!(driver.press("Enter").screen().contains("今の色合いです。"));
}

#[test]
fn a_text_being_written_is_not_left_behind() {
    let mut driver = started();
    walk(&mut driver);
    driver.press("3 Down Down text:直します C-p");
    let screen = driver.screen();
    assert!(screen.contains("書いている途中です"), "{screen}");
    assert!(screen.contains("直します"), "{screen}");
}

#[test]
fn the_same_key_closes_it() {
    let mut driver = started();
    let before = driver.screen();
    driver.press("C-p C-p");
    assert_eq!(driver.screen(), before);
}
