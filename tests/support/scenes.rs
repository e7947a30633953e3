//! Every screen of the program and the keys that lead there, for all tests that look at screens.
//!
//! A world is a folder with something in it. A scene is what a person sees there who starts the
//! program and presses some keys.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;
use tenken::store::disk::Disk;
use tenken::store::folder::Folder;
use tenken::text::Lang;

use crate::driver::Driver;
use crate::each::each;
use crate::place;

#[path = "division.rs"]
mod division;
#[path = "slip.rs"]
mod slip;

/// A folder with something in it, and what there is to see.
pub(crate) struct World {
    /// Brings the folder into its state.
    begin: fn(&mut Driver),
    /// What there is to see.
    pub(crate) scenes: &'static [Scene],
}

/// A screen: its name, and the keys that lead to it from the list of workbooks.
pub(crate) type Scene = (&'static str, &'static str);

/// A line with half-width kana and a character of nobody's.
macro_rules! pasted {
    () => {
        " paste:ｻｰﾊﾞｰの設定を見直します。\u{e000}係が受け持ちます。⏎"
    };
}

/// Opens what was collected, from the last entry of the menu, and goes on from there.
macro_rules! desk {
    ($keys:literal) => {
        concat!("BackTab Enter", $keys)
    };
}

/// Opens the roster, from the menu.
macro_rules! roster {
    ($keys:literal) => {
        concat!("BackTab BackTab BackTab Enter", $keys)
    };
}

/// Opens the confirmed workbook, and from its review what there is to take.
macro_rules! taking {
    ($keys:literal) => {
        concat!("Enter Down Down Down Enter", $keys)
    };
}

/// Every world.
pub(crate) const WORLDS: &[World] = &[
    World {
        begin: |_| {},
        scenes: &[
            ("home_empty", ""),
            (
                "setup",
                "Enter Right Enter Enter text:0420 Enter text:下水道整備課",
            ),
            ("appearance", "C-t Down"),
            ("check", "Right Right Enter"),
        ],
    },
    World {
        begin: |driver| {
            asked(driver);
            driver.press("1 2 Enter Esc Esc");
            driver.workbook("tsukubamirai", 2025);
        },
        scenes: &[("home", "")],
    },
    World {
        begin: |driver| drop(driver.workbook("tsukubamirai", 2026)),
        scenes: &[
            ("profile", "Enter Left Right Enter"),
            ("clause", "Enter Esc F3 text:Q06-3c-01 Enter F4"),
        ],
    },
    World {
        begin: |driver| drop(driver.workbook("odawara", 2026)),
        scenes: &[("walk_aside", "Enter Right Esc F4 F4 F4 F4 F4 F4 Enter")],
    },
    World {
        begin: asked,
        scenes: &[
            ("walk", "Enter"),
            (
                "walk_report",
                "Enter F3 text:Q06-7-06 Enter 3 Esc PgUp F3 text:Q06-7-06 Enter",
            ),
            (
                "edit",
                "Enter 3 Down Down text:12月に知らせる予定です。 Enter text:担当は庶務係です。",
            ),
            (
                "edit_long",
                concat!(
                    "Enter 3 Down Down text:見ていない端末 Enter Enter",
                    pasted!(),
                    pasted!(),
                    pasted!(),
                    pasted!(),
                    pasted!(),
                    pasted!(),
                    pasted!(),
                    pasted!(),
                    pasted!(),
                    " Up Up Up Up Up Up C-a"
                ),
            ),
            ("evidence", "Enter Tab Tab Enter Enter Down"),
            ("overview", "Enter 1 1 2 Enter 3 Esc 4 F2 Down Down"),
            ("overview_filter", "Enter 1 2 Enter 3 Esc F2 F4 F4"),
            ("search", "Enter F3 text:パスワード"),
            ("review_missing", "Enter 3 Esc F2 Tab Tab Enter"),
            ("export", "Enter F2 Tab Tab Tab Enter"),
            (
                "export_passphrase",
                "Enter F2 Tab Tab Tab Enter BackTab Left Tab text:himitsunokotoba",
            ),
            (
                "history",
                "Enter 2 Enter 1 C-z F2 Tab Tab Tab Tab Enter Down",
            ),
            ("palette", "Enter C-p"),
            ("help", "Enter F1"),
            ("help_search", "Enter F1 text:Ctrl"),
            ("quit", "Enter C-q"),
        ],
    },
    World {
        begin: |driver| {
            driver.workbook("odawara", 2025);
            driver.press(PROFILE).press("2 Enter Esc Esc");
            asked(driver);
        },
        scenes: &[(
            "walk_answered",
            "Enter 3 Enter PgUp Tab Tab Enter Enter Down Down Enter Esc Tab Tab Enter \
             BackTab BackTab BackTab",
        )],
    },
    World {
        begin: |driver| {
            let key = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
            let path = driver.path().join("division.pub");
            Disk::default().write_new(&path, key.as_bytes()).unwrap();
            asked(driver);
        },
        scenes: &[("export_key", "Enter F2 Tab Tab Tab Enter BackTab")],
    },
    World {
        begin: |driver| {
            asked(driver);
            for remark in [
                "窓口は0465-33-1111です。",
                "番号 1234 5678 9018",
                "パスワード：himitsu9999、taro@example.jp",
            ] {
                driver.press("Tab Enter").paste(remark);
                driver.press("Esc PgDn");
            }
        },
        scenes: &[
            ("look", "Enter F2 Tab Tab Tab Enter Enter"),
            (
                "look_reason",
                "Enter F2 Tab Tab Tab Enter Enter End Enter text:代表番号なので公開しています。",
            ),
        ],
    },
    World {
        begin: complete,
        scenes: &[
            ("review_complete", "Enter F2 Tab Tab Enter"),
            ("confirm_name", "Enter F2 Tab Tab Enter Enter"),
            (
                "confirm_again",
                "Enter F2 Tab Tab Enter Enter Enter Enter Enter",
            ),
            (
                "confirmed",
                "Enter F2 Tab Tab Enter Enter Enter Enter Enter Down Enter",
            ),
            (
                "exported",
                "Enter F2 Tab Tab Enter Enter Enter Enter Enter Down Enter Enter Enter",
            ),
            (
                "exported_passphrase",
                "Enter F2 Tab Tab Enter Enter Enter Enter Enter Down Enter Enter BackTab Left Tab \
                 text:himitsunokotoba Tab text:himitsunokotoba Tab Enter",
            ),
        ],
    },
    World {
        begin: |driver| forked(driver, false),
        scenes: &[("merge_behind", "C-g text:usb Enter Enter")],
    },
    World {
        begin: |driver| {
            forked(driver, true);
            driver.workbook("odawara", 2025);
        },
        scenes: &[(
            "merge_refused",
            "C-g text:answers/2025/odawara/0420.ronl Enter Enter",
        )],
    },
    World {
        begin: |driver| forked(driver, true),
        scenes: &[
            ("merge_ask", "C-g text:usb/0421.ronl Enter Enter"),
            (
                "merge_nothing",
                "C-g text:answers/2026/odawara/0420.ronl Enter Enter",
            ),
            ("merge_plan", "C-g text:usb Enter Enter"),
            ("merge_conflict", "C-g text:usb Enter Enter Enter"),
            ("merge_conflict_remark", "C-g text:usb Enter Enter Enter 2"),
            ("merge_really", "C-g text:usb Enter Enter Enter 2 2"),
            (
                "merge_done",
                "C-g text:usb Enter Enter Enter 2 2 Down Enter",
            ),
            (
                "merge_history",
                "C-g text:usb Enter Enter Enter 2 2 Down Enter Enter Enter \
                 F2 Tab Tab Tab Tab Enter Enter",
            ),
        ],
    },
    World {
        begin: |driver| division::collected(driver.path()),
        scenes: &[
            ("desk", desk!("")),
            ("desk_filter", desk!(" F4 Right")),
            (
                "desk_filtered",
                desk!(" F4 Right Right Tab Tab Tab Enter Down"),
            ),
            ("desk_heat", desk!(" F2 Down Right Right")),
            (
                "desk_heat_right",
                desk!(
                    " F2 Right Right Right Right Right Right Right Right Right Right Right Right"
                ),
            ),
            ("desk_items", desk!(" F2 F2 Down")),
            ("desk_years", desk!(" F2 F2 F2 Down")),
            ("desk_find", desk!(" F3 text:図書")),
            (
                "desk_source",
                desk!(" F2 Right Tab Tab Tab Tab Tab Tab Tab Enter"),
            ),
            ("desk_department", desk!(" Down Down Down Enter Down")),
            ("desk_open_points", desk!(" Enter F2 Down")),
            ("desk_answers", desk!(" F2 Right Right Enter Enter")),
            ("desk_row", desk!(" Enter F2 Down Enter")),
            ("desk_came", desk!(" End Enter")),
            ("desk_item", desk!(" F2 F2 Enter Down")),
            (
                "returns",
                desk!(" Tab Tab Tab Tab Tab Tab Tab Tab Enter Tab text:2026-12-10"),
            ),
            (
                "returns_made",
                desk!(" Tab Tab Tab Tab Tab Tab Tab Tab Enter Tab Tab Tab Tab Enter"),
            ),
            ("roster", roster!(" Down Down Down")),
            (
                "collect_planned",
                concat!(
                    "BackTab BackTab Enter text:in/2026 ",
                    "Tab Tab text:in/2025 Tab Tab Enter"
                ),
            ),
        ],
    },
    World {
        begin: |driver| division::faulty_roster(driver.path()),
        scenes: &[
            ("roster_problems", roster!(" F4 F4")),
            ("collect", "BackTab BackTab Enter text:in"),
        ],
    },
    World {
        begin: |_| {},
        scenes: &[("roster_missing", roster!(""))],
    },
    World {
        begin: |driver| division::sealed(driver.path()),
        scenes: &[(
            "collect_sealed",
            "BackTab BackTab Enter text:in Tab Tab Tab Tab Enter text:secret",
        )],
    },
    World {
        begin: returned,
        scenes: &[
            ("taking", taking!("")),
            ("taking_path", taking!(" Down Enter text:usb/x_return.ron")),
            ("taking_slip", taking!(" Enter")),
            ("walk_returned", taking!(" Enter Enter")),
            (
                "walk_returned_touched",
                taking!(" Enter Enter 2 Enter PgUp PgUp"),
            ),
            (
                "overview_returned",
                taking!(" Enter Enter 2 Esc F2 F4 Down"),
            ),
            ("review_returned", taking!(" Enter Enter F2 Tab Tab Enter")),
        ],
    },
];

/// Opens a new workbook of Odawara and answers its profile with yes throughout.
const PROFILE: &str =
    "Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Down Enter";

/// A workbook of Odawara, its profile answered with yes throughout, at the first question.
fn asked(driver: &mut Driver) {
    driver.workbook("odawara", 2026);
    driver.press(PROFILE);
}

/// The same, every question answered so that it can be confirmed.
fn complete(driver: &mut Driver) {
    asked(driver);
    let count = driver.model.open.as_ref().unwrap().checklist.items.len();
    for _ in 0..count {
        driver.press("1");
        if !driver.model.overlays.is_empty() {
            driver.press("Enter");
        }
    }
}

/// A workbook that was confirmed and exported, and the slip it comes back with.
fn returned(driver: &mut Driver) {
    complete(driver);
    driver.press("Enter Enter Enter Enter Down Enter Enter Enter Enter");
    driver.home();
    slip::lay(driver.path());
}

/// A workbook, and a copy of it in `usb` that was answered otherwise.
fn forked(driver: &mut Driver, apart: bool) {
    asked(driver);
    driver.home();
    let place = driver.path().join("answers/2026/odawara/0420.ronl");
    let begun = std::fs::read(&place).unwrap();
    std::fs::create_dir(driver.path().join("usb")).unwrap();
    driver.press("Enter 3 Down Down text:12月に直します。担当は庶務係です。 Esc 1 Enter 2 Esc");
    driver.home();
    std::fs::rename(&place, driver.path().join("usb/0420.ronl")).unwrap();
    let mut file = std::fs::File::create_new(&place).unwrap();
    std::io::Write::write_all(&mut file, &begun).unwrap();
    if apart {
        "鈴木花子".clone_into(&mut driver.model.preferences.name);
        driver.press("Enter 1 Enter PgDn PgDn 2 Esc");
        driver.home();
    }
}

impl World {
    /// Tells whether a scene is among those of this world.
    pub(crate) fn has(&self, scene: &str) -> bool {
        self.scenes.iter().any(|(name, _)| *name == scene)
    }

    /// Makes the folder of this world.
    pub(crate) fn folder(&self, lang: Lang) -> TempDir {
        let mut driver = Driver::start((80, 24), lang);
        (self.begin)(&mut driver);
        driver.home();
        let folder = driver.end();
        folder
            .1
            .save(&Folder::new(folder.0.path().to_owned()))
            .unwrap();
        folder.0
    }
}

/// Returns another folder that holds the same.
pub(crate) fn copy(folder: &Path) -> TempDir {
    let other = tempfile::tempdir().unwrap();
    place::copy(folder, other.path());
    other
}

/// Makes a folder hold what another one holds, and nothing else.
pub(crate) fn refill(folder: &Path, from: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            std::fs::remove_dir_all(path).unwrap();
        } else {
            std::fs::remove_file(path).unwrap();
        }
    }
    place::copy(from, folder);
}

/// The folders of all worlds as they begin, made once for all tests of a program.
static BEGUN: LazyLock<TempDir> = LazyLock::new(|| {
    let all = place::shared(concat!("worlds-", env!("CARGO_CRATE_NAME")));
    let languages = [Lang::Ja, Lang::En].into_iter();
    let worlds = languages.flat_map(|lang| WORLDS.iter().enumerate().map(move |one| (lang, one)));
    each(&worlds.collect::<Vec<_>>(), |(lang, (number, world))| {
        let root = place_of(all.path(), *lang, *number);
        std::fs::create_dir_all(&root).unwrap();
        place::copy(world.folder(*lang).path(), &root);
    });
    all
});

fn place_of(all: &Path, lang: Lang, number: usize) -> PathBuf {
    all.join(format!("{lang:?}")).join(number.to_string())
}

/// Returns the folder in which a world begins.
pub(crate) fn begun(lang: Lang, number: usize) -> PathBuf {
    place_of(BEGUN.path(), lang, number)
}

/// Returns every scene with the folder in which its world begins.
pub(crate) fn all(lang: Lang) -> Vec<(PathBuf, &'static Scene)> {
    let worlds = WORLDS.iter().enumerate();
    let all = worlds.flat_map(|(number, world)| {
        let begun = begun(lang, number);
        world.scenes.iter().map(move |one| (begun.clone(), one))
    });
    all.collect()
}
