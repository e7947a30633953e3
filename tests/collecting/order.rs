//! The order, the number of parts and how often make no difference.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::TABLES;
use crate::offices::Offices;
use crate::program::Folder;
use crate::sheet::{NO, PARTLY};
use crate::wrapped::{locked, sealed, spoilt, zip_of};

/// Everything a division's folder holds, by name.
pub(crate) fn everything(folder: &Folder, desk: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for name in TABLES {
        let name = format!("{name}.csv");
        found.push((name.clone(), folder.read(&format!("{desk}/{name}"))));
    }
    for shelf in ["received"] {
        let mut names: Vec<String> = std::fs::read_dir(folder.path(&format!("{desk}/{shelf}")))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        for name in names {
            let bytes = folder.read(&format!("{desk}/{shelf}/{name}"));
            found.push((name, bytes));
        }
    }
    found
}

/// Files of five departments: a resubmission, a tampered one, a draft, a copy; and files that cannot
/// be read, or not without a key.
fn offices() -> (Offices, Vec<String>) {
    let offices = Offices::new();
    offices.hand_in("0410", &[]);
    offices.hand_in("0420", &[("Q05-01", NO)]);
    offices.hand_in_again("0420", &[("Q05-01", PARTLY)]);
    offices.draft("0430");
    offices.hand_in("0440", &[]);
    offices.tamper("0440", "実施,100", "一部実施,100");
    offices.copy("0410", "写し-");
    offices.roster(&["0410", "0420", "0430", "0440", "0460"]);
    let folder = offices.folder();
    let good = folder.read("in/0410/2026_odawara_0410_answers.csv");
    let zip = zip_of(&[("a.csv", b"a,b\n"), ("good.csv", &good)]);
    let spoilt = spoilt(zip.clone(), b"a,b\n");
    let hostile = [
        ("pw.zip", locked(zip)),
        ("half.zip", spoilt),
        ("broken.zip", b"PK\x03\x04 and no more".to_vec()),
        ("sealed.csv.age", sealed(&good)),
        ("book.xlsx", b"PK".to_vec()),
        ("none.csv", b"a,b\n1,2\n".to_vec()),
    ];
    for (name, bytes) in hostile {
        folder.write(&format!("in/hostile/{name}"), bytes);
    }
    let root = offices.folder().path("in");
    let mut files = Vec::new();
    for folder in std::fs::read_dir(root).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let below = path.strip_prefix(offices.folder().root()).unwrap();
            files.push(below.to_str().unwrap().to_owned());
        }
    }
    files.sort();
    (offices, files)
}

#[test]
fn any_order_any_parts_and_any_number_of_times_give_the_same_bytes() {
    let (offices, files) = offices();
    let folder = offices.folder();
    folder
        .call("collect in --year 2026 --to desk")
        .run()
        .code(1);
    let expected = everything(folder, "desk");
    folder
        .call("collect in --year 2026 --to desk")
        .run()
        .code(1);
    assert_eq!(everything(folder, "desk"), expected, "again");
    let shuffled = Just(files.clone()).prop_shuffle();
    let cuts = prop::collection::vec(0..files.len(), 0..3);
    let mut runner = TestRunner::new(Config::with_cases(6));
    runner
        .run(&(shuffled, cuts), |(files, mut cuts)| {
            let desk = format!("desk-{}", name_of_order(&files, &cuts));
            cuts.sort_unstable();
            cuts.push(files.len());
            let mut start = 0;
            for end in cuts {
                let part = files[start..end].join(" ");
                let call = format!("collect {part} --year 2026 --to {desk}");
                folder.call(&call).run();
                start = end;
            }
            prop_assert_eq!(&everything(folder, &desk), &expected);
            Ok(())
        })
        .unwrap();
}

/// A name of its own for each order.
fn name_of_order(files: &[String], cuts: &[usize]) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    (files, cuts).hash(&mut hasher);
    hasher.finish()
}
