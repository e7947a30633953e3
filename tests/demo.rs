//! Training folders: the same seed gives the same bytes, every file is one the program takes, and
//! what is wrong on purpose is wrong and nothing else is.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/driver.rs"]
mod driver;
#[path = "demo/oddities.rs"]
mod oddities;
#[path = "support/program.rs"]
mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDateTime;
use tenken::demo::defects::Kind;
use tenken::demo::{Made, Wish, make};
use tenken::domain::fiscal_year::FiscalYear;
use tenken::format::csv_decode::decode;
use tenken::format::csv_table;
use tenken::text::Lang;

use driver::Driver;
use program::{Call, Folder, place};

/// A folder made in this process, and what was made.
struct Training {
    folder: Folder,
    made: Made,
}

impl Training {
    fn of(city: &str, seed: u64) -> Self {
        let folder = Folder::of(place::shared(&format!("training-{city}")));
        let wish = Wish {
            city,
            seed,
            year: FiscalYear::new(2026).unwrap(),
            lang: Lang::Ja,
        };
        let place = tenken::store::folder::Folder::new(folder.path("demo"));
        let made = make(&place, wish).unwrap();
        Self { folder, made }
    }

    fn files(&self, year: i32) -> BTreeSet<String> {
        names(&self.folder.path(&format!("demo/received/{year}")))
    }

    fn path(&self, year: i32, name: &str) -> PathBuf {
        self.folder.path(&format!("demo/received/{year}/{name}"))
    }

    /// The files a kind is about.
    fn about(&self, kind: Kind) -> Vec<String> {
        let defects = self.made.defects.iter();
        let about = defects.filter(|defect| defect.kind == kind && defect.year == 2026);
        about.flat_map(|defect| defect.files.clone()).collect()
    }

    /// The answers of a year that can be read as they were written, by department: rows by column.
    fn answers(&self, year: i32) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
        let lost = self.about(Kind::CharactersLost);
        let own = format!("{year}_");
        let names = self.files(year).into_iter().filter(|name| {
            name.ends_with("_answers.csv") && name.starts_with(&own) && !lost.contains(name)
        });
        names
            .map(|name| {
                let rows = rows(&self.path(year, &name));
                let stem = name.strip_suffix("_answers.csv").unwrap();
                (stem.rsplit('_').next().unwrap().to_owned(), rows)
            })
            .collect()
    }
}

fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let text = decode(&fs::read(path).unwrap()).unwrap().text;
    let table = csv_table::read(&text).unwrap();
    let headings = table.headings;
    let of = |cells: Vec<String>| headings.iter().cloned().zip(cells).collect();
    table.rows.into_iter().map(|row| of(row.cells)).collect()
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// Every file below a folder with its bytes.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The folders that tests share; none changes them.
static ODAWARA: LazyLock<Training> = LazyLock::new(|| Training::of("odawara", 1));
static TSUKUBAMIRAI: LazyLock<Training> = LazyLock::new(|| Training::of("tsukubamirai", 3));

fn verify<'a>(training: &'a Training, year: i32, files: &BTreeSet<String>) -> Call<'a> {
    let call = training.folder.call("verify");
    let paths = files.iter().map(|name| training.path(year, name));
    paths.fold(call, Call::and)
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let other = Folder::new();
    let ran = std::thread::scope(|scope| {
        let again = scope.spawn(|| other.call("demo again").today("2031-02-03").run().code(0));
        other.done("demo other --seed 2");
        again.join().unwrap()
    });
    ran.out("received/2026 --year 2026 --previous again/received/2025");
    let training = &*ODAWARA;
    let first = tree(&training.folder.path("demo"));
    let again = tree(&other.path("again"));
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        again.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &first {
        assert!(again[name] == *bytes, "{}", name.display());
    }
    let second = tree(&other.path("other"));
    let same = first.iter().filter(|(name, bytes)| {
        let journal = name.extension().is_some_and(|ending| ending == "ronl");
        journal && second.get(*name) == Some(*bytes)
    });
    assert_eq!(same.count(), 0);
}

#[test]
fn every_file_is_good_but_the_two_that_were_spoilt() {
    let training = &*ODAWARA;
    let spoilt: BTreeSet<String> = [Kind::Altered, Kind::CharactersLost]
        .into_iter()
        .flat_map(|kind| training.about(kind))
        .collect();
    assert_eq!(spoilt.len(), 3);
    let copies = training.about(Kind::Copied);
    for year in [2024, 2025, 2026] {
        let mut good = training.files(year);
        // The summary of the altered answers is as it was, and nothing fits it any more.
        let stems: Vec<&str> = spoilt
            .iter()
            .map(|name| name.trim_end_matches("_answers.csv"))
            .collect();
        good.retain(|name| {
            let of = |stem: &&str| name.starts_with(*stem);
            year != 2026 || !(stems.iter().any(of) || spoilt.contains(name))
        });
        good.retain(|name| !copies.contains(name));
        // Two submissions of one department are no pair of copies; each is looked at alone.
        let second: BTreeSet<String> = good
            .iter()
            .filter(|name| name.contains('-'))
            .cloned()
            .collect();
        let first: BTreeSet<String> = good.difference(&second).cloned().collect();
        verify(training, year, &first).run().code(0);
        if year == 2026 {
            assert_eq!(second.len(), 4);
            verify(training, year, &second).run().code(0);
        } else {
            assert!(second.is_empty());
        }
    }
    let copies: BTreeSet<String> = copies.into_iter().collect();
    verify(training, 2026, &copies).run().code(0);
    for name in &spoilt {
        let stem = name.rsplit_once('_').unwrap().0;
        let both = ["summary", "answers"].map(|part| format!("{stem}_{part}.csv"));
        let ran = verify(training, 2026, &both.into()).run().code(1);
        if training.about(Kind::Altered).contains(name) {
            ran.out("違いがあります");
        } else {
            ran.out("失われたらしい文字がある");
        }
    }
}

#[test]
fn the_roster_the_list_and_every_journal_are_sound() {
    let training = &*ODAWARA;
    let folder = &training.folder;
    folder
        .done("roster check demo/departments.csv --checklist odawara")
        .out("44件です（今日あるのは 40件）");
    let list = folder.done("list --folder demo");
    assert_eq!(list.out.lines().count(), training.made.counts.workbooks);
    let journals: Vec<PathBuf> = tree(&folder.path("demo"))
        .into_keys()
        .filter(|name| name.extension().is_some_and(|ending| ending == "ronl"))
        .map(|name| folder.path("demo").join(name))
        .collect();
    assert_eq!(journals.len(), training.made.counts.workbooks);
    let call = folder.call("verify");
    journals.into_iter().fold(call, Call::and).run().code(0);
    folder
        .done("show --folder demo 2026/odawara/0315")
        .out("健康づくり課");
}

#[test]
fn the_screens_open_the_folder() {
    let place = tempfile::tempdir().unwrap();
    let training = &*ODAWARA;
    for (name, bytes) in tree(&training.folder.path("demo/answers/2026")) {
        let path = place.path().join("answers/2026").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        tenken::store::disk::Disk::default()
            .write_new(&path, &bytes)
            .unwrap();
    }
    let mut driver = Driver::start_in(place, (100, 40), Lang::Ja);
    let screen = driver.screen();
    assert!(screen.contains("秘書広報課"), "{screen}");
}

#[test]
fn what_is_wrong_is_named_once_and_its_files_are_there() {
    let training = &*ODAWARA;
    let mut seen: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut departments = BTreeSet::new();
    for defect in &training.made.defects {
        *seen.entry(defect.kind).or_default() += 1;
        assert!(departments.insert(&defect.department), "{defect:?}");
        let there = training.files(defect.year);
        assert_eq!(defect.files.is_empty(), defect.kind == Kind::Missing);
        for name in &defect.files {
            assert!(there.contains(name), "{name}");
        }
    }
    assert_eq!(seen.len(), 14);
    for (kind, count) in seen {
        assert_eq!(count, if kind == Kind::Missing { 6 } else { 1 }, "{kind:?}");
    }
    let handed_in = training.files(2026).len();
    // 40 departments and one that is on no roster, two files each; three hand in nothing.
    assert_eq!(handed_in, (41 - 3 + 3) * 2);
}

#[test]
fn collecting_finds_what_is_wrong_and_nothing_else() {
    let training = &*ODAWARA;
    let folder = &training.folder;
    let made = &training.made;
    folder
        .call("collect demo/received/2026 --year 2026 --previous demo/received/2025")
        .and("--folder")
        .and("demo")
        .and("--to")
        .and(folder.path("collected"))
        .run()
        .code(1);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows(&folder.path("collected/ledger.csv")) {
        let states = found.entry(row["所属コード"].clone()).or_default();
        states.push(row["提出の状態"].clone());
    }
    assert_eq!(found.len(), made.counts.departments + 1);
    let wrong = made.defects.iter().filter(|defect| defect.year == 2026);
    let wrong: BTreeMap<&str, Kind> = wrong
        .map(|defect| (defect.department.as_str(), defect.kind))
        .collect();
    for (department, states) in &mut found {
        states.sort();
        let expected: &[&str] = match wrong.get(department.as_str()) {
            Some(Kind::Missing) => &["未提出"],
            Some(Kind::Draft) => &["下書き"],
            Some(Kind::Resubmitted | Kind::ChangedAfterConfirmation) => &["再提出", "差替え前"],
            Some(Kind::Altered) => &["改変あり"],
            Some(Kind::CharactersLost) => &["文字落ち"],
            Some(Kind::Copied) => &["提出済", "重複"],
            Some(Kind::OtherYear) => &["年度違い", "未提出"],
            Some(Kind::OtherEdition) => &["版違い"],
            Some(Kind::NotOnRoster) => &["名簿にない"],
            _ => &["提出済"],
        };
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(*states, expected, "{department}");
    }
}

#[test]
fn remarks_are_the_same_in_the_two_departments_that_copied_and_nowhere_else() {
    let training = &*ODAWARA;
    let copied = training.about(Kind::SameRemarks);
    let copier = copied[0].split('_').nth(2).unwrap();
    for year in [2024, 2025, 2026] {
        let mut owners: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (department, rows) in training.answers(year) {
            let department = department.split(['-', ' ']).next().unwrap().to_owned();
            for row in rows.iter().filter(|row| !row["備考"].is_empty()) {
                let owners = owners.entry(row["備考"].clone()).or_default();
                owners.insert(department.clone());
            }
        }
        let shared: Vec<_> = owners.values().filter(|owners| owners.len() > 1).collect();
        if year == 2026 {
            assert!(shared.len() >= 5, "{}", shared.len());
        } else {
            assert_eq!(shared.len(), 0);
        }
        assert!(shared.iter().all(|owners| owners.contains(copier)));
        assert!(shared.iter().all(|owners| *owners == shared[0]));
    }
}

#[test]
fn only_one_department_answers_in_a_moment() {
    let training = &*ODAWARA;
    let hasty = training.about(Kind::Hasty);
    let hasty = hasty[0].split('_').nth(2).unwrap();
    for (department, rows) in training.answers(2026) {
        let times = rows.iter().map(|row| row["回答日時"].as_str());
        let times: BTreeSet<NaiveDateTime> = times
            .filter(|time| !time.is_empty())
            .map(|time| NaiveDateTime::parse_from_str(time, "%Y-%m-%d %H:%M").unwrap())
            .collect();
        let span = (*times.last().unwrap() - *times.first().unwrap()).num_minutes();
        assert_eq!(
            span <= 2,
            department == hasty,
            "{department}: {span} minutes"
        );
        assert!(span <= 2 || span >= 10, "{department}: {span} minutes");
    }
}

#[test]
fn only_one_department_improves_without_evidence() {
    let training = &*ODAWARA;
    let bare = training.about(Kind::ImprovedWithoutEvidence);
    let bare = bare[0].split('_').nth(2).unwrap();
    for (department, rows) in training.answers(2026) {
        let better = rows.iter().filter(|row| {
            let before = row["前年度の回答"].as_str();
            row["回答"] == "実施" && ["一部実施", "未実施", "確認中"].contains(&before)
        });
        let without = better.filter(|row| row["確認資料"].is_empty()).count();
        let altered = usize::from(training.about(Kind::Altered)[0].contains(&department));
        if department == bare {
            assert!(without >= 5, "{without}");
        } else {
            assert!(without <= altered, "{department}: {without}");
        }
    }
}

#[test]
fn years_get_better_and_have_something_to_compare() {
    let training = &*ODAWARA;
    let mut shares = Vec::new();
    for year in [2024, 2025, 2026] {
        let rows: Vec<_> = training.answers(year).into_values().flatten().collect();
        let count = |mark: &str| rows.iter().filter(|row| row["回答"] == mark).count();
        let [good, part, bad] = ["実施", "一部実施", "未実施"].map(count);
        shares.push(100 * good / (good + part + bad));
        assert!(count("確認中") > 0 && part > 0 && bad > 0);
    }
    assert!(shares.is_sorted() && shares[0] < shares[2], "{shares:?}");
    assert!((50..90).contains(&shares[2]), "{shares:?}");
    let asked = |year| -> BTreeMap<String, String> {
        let answers = training.answers(year);
        let rows = &answers["0110"];
        let pair =
            |row: &BTreeMap<String, String>| (row["項目ID"].clone(), row["項目の照合値"].clone());
        rows.iter().map(pair).collect()
    };
    let (then, now) = (asked(2025), asked(2026));
    assert_eq!(asked(2024), then);
    assert!(now.keys().any(|id| !then.contains_key(id)));
    assert!(then.keys().any(|id| !now.contains_key(id)));
    assert!(
        now.iter()
            .any(|(id, hash)| then.get(id).is_some_and(|old| old != hash))
    );
}

#[test]
fn another_city_and_year_have_their_folder_too() {
    let training = &*TSUKUBAMIRAI;
    assert_eq!(training.made.counts.departments, 40);
    let folder = &training.folder;
    folder.done("roster check demo/departments.csv --checklist tsukubamirai");
    verify(training, 2025, &training.files(2025)).run().code(0);
    folder.done("list --folder demo").out("つくばみらい市");
}

#[test]
fn what_cannot_be_made_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    folder.write("full/memo.txt", "x");
    folder.write("file", "x");
    let refused = |arguments: &str, part: &str| {
        folder.call(arguments).run().code(2).err(part);
    };
    refused("demo full", "空ではありません");
    refused("demo new --city date", "あるもの: odawara");
    refused("demo new --year 1990", "1990");
    refused("demo new --year soon", "soon");
    folder
        .call("demo full")
        .english()
        .run()
        .code(2)
        .err("not empty");
    folder.call("demo file").run().code(4);
    assert_eq!(names(&folder.path("full")).len(), 1);
    assert!(!folder.path("new").exists());
    assert!(!folder.path("answers").exists());
}
