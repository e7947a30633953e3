//! Every screen at both sizes and in both languages, reached by keys alone.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/driver.rs"]
mod driver;
#[path = "support/each.rs"]
mod each;
#[path = "support/place.rs"]
mod place;
#[path = "support/scenes.rs"]
mod scenes;

use driver::Driver;
use each::each;
use scenes::WORLDS;
use tenken::text::Lang;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];
/// A size at which some screens show more.
const LARGEST: (u16, u16) = (200, 60);
const AT_LARGEST: [&str; 2] = ["walk", "review_complete"];

#[test]
fn every_screen_is_as_in_its_picture() {
    for lang in [Lang::Ja, Lang::En] {
        each(&scenes::all(lang), |(begun, (name, keys))| {
            let more = AT_LARGEST.contains(name).then_some(LARGEST);
            for size in SIZES.into_iter().chain(more) {
                let mut driver = Driver::start_in(scenes::copy(begun), size, lang);
                driver.press(keys);
                compare(name, size, lang, &driver.screen());
            }
        });
    }
}

fn compare(name: &str, size: (u16, u16), lang: Lang, picture: &str) {
    let code = if lang == Lang::Ja { "ja" } else { "en" };
    let rows: Vec<&str> = picture.lines().take(usize::from(size.1)).collect();
    let rule = "─".repeat(usize::from(size.0));
    assert!(rows.contains(&rule.as_str()), "{name}: the footer's rule");
    insta::assert_snapshot!(format!("{name}_{}x{}_{code}", size.0, size.1), picture);
}

#[test]
fn every_picture_is_of_a_screen() {
    let names: Vec<&str> = WORLDS
        .iter()
        .flat_map(|world| world.scenes.iter().map(|(name, _)| *name))
        .collect();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let Some(file) = file.strip_prefix("screens__") else {
            continue;
        };
        let of = |name: &&str| {
            file.strip_prefix(*name)
                .is_some_and(|rest| rest.starts_with(['_']))
        };
        assert!(names.iter().any(of), "{file}");
    }
}

#[test]
fn a_window_too_small_says_so() {
    let mut driver = Driver::start((79, 24), Lang::Ja);
    let screen = driver.screen();
    assert!(screen.starts_with("画面を 80×24 以上にしてください（現在 79×24）"));
}
