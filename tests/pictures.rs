//! The pictures of the guide, drawn from the same screens as everything else that is tested.
//!
//! `TENKEN_UPDATE=pictures cargo test --test pictures` draws them anew.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "the pictures are written anew when the environment says so"
)]

#[path = "support/driver.rs"]
mod driver;
#[path = "support/each.rs"]
mod each;
#[path = "support/picture.rs"]
mod picture;
#[path = "support/place.rs"]
mod place;
#[path = "support/scenes.rs"]
mod scenes;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use driver::Driver;
use each::each;
use tenken::text::Lang;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

/// The scenes that are drawn large as well.
const MAIN: [&str; 8] = [
    "home",
    "profile",
    "walk_answered",
    "overview",
    "review_complete",
    "exported",
    "history",
    "merge_conflict",
];

/// All pictures together, in bytes, are at most so large.
const ROOM: usize = 900_000;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

/// Draws every picture, by the name of its file.
fn drawn() -> BTreeMap<String, String> {
    let pictures = Mutex::new(BTreeMap::new());
    each(&scenes::all(Lang::Ja), |(begun, (name, keys))| {
        let large = MAIN.contains(name).then_some(LARGE);
        for size in [SMALL].into_iter().chain(large) {
            let mut driver = Driver::start_in(scenes::copy(begun), size, Lang::Ja);
            driver.press(keys);
            let (buffer, cursor) = driver.cells_at_home();
            let file = format!("{name}_{}x{}.svg", size.0, size.1);
            let svg = picture::svg(&buffer, cursor);
            pictures.lock().unwrap().insert(file, svg);
        }
    });
    pictures.into_inner().unwrap()
}

#[test]
fn the_pictures_are_of_the_screens_as_they_are() {
    let drawn = drawn();
    assert!(drawn.values().map(String::len).sum::<usize>() < ROOM);
    if std::env::var("TENKEN_UPDATE").is_ok_and(|what| what == "pictures") {
        let _ = std::fs::remove_dir_all(folder());
        std::fs::create_dir(folder()).unwrap();
        for (file, svg) in &drawn {
            std::fs::write(folder().join(file), svg).unwrap();
        }
    }
    let there = std::fs::read_dir(folder()).unwrap();
    let mut there: Vec<String> = there
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    there.sort();
    let names: Vec<&String> = drawn.keys().collect();
    let say = "draw the pictures anew: TENKEN_UPDATE=pictures cargo test --test pictures";
    assert!(there.iter().eq(names), "{say}");
    let other = drawn.iter().filter(|(file, svg)| {
        let found = std::fs::read_to_string(folder().join(file)).unwrap();
        found.replace("\r\n", "\n") != **svg
    });
    let other: Vec<&String> = other.map(|(file, _)| file).collect();
    assert!(other.is_empty(), "{other:?}: {say}");
}

#[test]
fn the_guide_shows_pictures_that_are_there() {
    let guide = include_str!("../README.ja.md");
    let shown = guide.split("(tests/pictures/").skip(1);
    let mut count = 0;
    for file in shown.filter_map(|rest| rest.split(')').next()) {
        assert!(folder().join(file).is_file(), "{file}");
        count += 1;
    }
    assert!(count > 0, "the guide shows no picture");
}
