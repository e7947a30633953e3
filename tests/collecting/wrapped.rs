//! What exports lie in: what is opened, and what is not and is told, this time and every time.

use std::io::Write as _;

use tenken::format::sealing::Passphrase;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::offices::Offices;
use crate::order::everything;
use crate::program::Folder;
use crate::table;

const COLLECT: &str = "collect in --year 2026 --to desk --header en";
const SECRET: &str = "himitsu-no-kotoba";

/// Makes a zip, its files not packed.
pub(crate) fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in files {
        zip.start_file(*name, plain).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Changes two bytes behind each of the marks with which the files of a zip are described.
fn described(mut zip: Vec<u8>, [local, central]: [usize; 2], value: u8) -> Vec<u8> {
    for (mark, at) in [(b"PK\x03\x04", local), (b"PK\x01\x02", central)] {
        let places: Vec<usize> = (0..zip.len().saturating_sub(4))
            .filter(|&start| zip[start..].starts_with(mark))
            .collect();
        for place in places {
            zip[place + at] = value;
        }
    }
    zip
}

/// Says of every file of a zip that it has a password.
pub(crate) fn locked(zip: Vec<u8>) -> Vec<u8> {
    described(zip, [6, 8], 1)
}

/// Spoils what a text of a zip holds, so that its sum does not fit.
pub(crate) fn spoilt(mut zip: Vec<u8>, text: &[u8]) -> Vec<u8> {
    let place = zip.windows(text.len()).position(|part| part == text);
    zip[place.unwrap()] ^= 1;
    zip
}

pub(crate) fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(Passphrase::new(SECRET).0);
    recipient.set_work_factor(2);
    age::encrypt(&recipient, plain).unwrap()
}

fn ledger(folder: &Folder) -> String {
    std::fs::read_to_string(folder.path("desk/ledger.csv")).unwrap()
}

#[test]
fn what_is_not_opened_is_told_with_its_reason() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    let table_in = zip_of(&[("a.csv", b"a,b\n")]);
    let told = [
        ("in/book.xlsx", table_in.clone(), "a spreadsheet"),
        ("in/old.XLS", b"x".to_vec(), "a spreadsheet"),
        ("in/a.csv.gz", b"x".to_vec(), "an archive of this kind"),
        ("in/a.lzh", b"x".to_vec(), "an archive of this kind"),
        (
            "in/outer.zip",
            zip_of(&[("in.zip", &table_in)]),
            "within a zip",
        ),
        ("in/sheet.zip", zip_of(&[("s.xlsx", b"x")]), "a spreadsheet"),
        ("in/pw.zip", locked(table_in.clone()), "has a password"),
        (
            "in/way.zip",
            described(table_in.clone(), [8, 10], 95),
            "packed in this way",
        ),
        ("in/memo.zip", zip_of(&[("memo.pdf", b"x")]), "no CSV file"),
        (
            "in/bits.zip",
            spoilt(table_in.clone(), b"a,b\n"),
            "a.csv: the zip is damaged",
        ),
    ];
    for (name, bytes, _) in &told {
        folder.write(name, bytes);
    }
    // What a computer puts beside files is none of them.
    let beside = [("__MACOSX/._a.csv", &b"x"[..]), ("readme.txt.bak", b"x")];
    let answers = std::fs::read(offices.answers("0420")).unwrap();
    let more = [&beside[..], &[("0420.csv", &answers[..])]].concat();
    folder.write("in/mac.zip", zip_of(&more));
    folder.write("in/~$book.xlsx", b"x");
    folder.write("in/memo.pdf", b"x");
    folder.call(COLLECT).run().code(1);
    let first = ledger(folder);
    for (name, _, why) in &told {
        let stem = name.split(['/', '.']).nth(1).unwrap();
        let told = first.lines().filter(|line| line.contains(stem));
        assert!(
            told.clone().any(|line| line.contains(why)),
            "{name}\n{first}"
        );
    }
    // The same answers once more, without the summary: a copy, not half of something else.
    let states = table(folder, "ledger");
    let states = states.all(("department_code", "0420"), "state");
    assert_eq!(states, ["submitted", "duplicate"]);
    let unreadable = first.matches(",unreadable,").count();
    assert_eq!(unreadable, told.len(), "{first}");
    // Nothing of it has to be handed in again to be told again.
    let all = everything(folder, "desk");
    std::fs::remove_dir_all(folder.path("in")).unwrap();
    folder
        .call("collect --year 2026 --to desk --header en")
        .run()
        .code(1);
    assert!(everything(folder, "desk") == all);
    for (name, _, _) in &told {
        let ending = name.rsplit('.').next().unwrap();
        let kept = all.iter().any(|(kept, _)| kept.ends_with(ending));
        assert!(kept, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn places_that_are_not_looked_into_are_told() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    let elsewhere = offices.folder().copy();
    for (to, name) in [("in/0420", "in/linked"), ("nowhere.csv", "in/lost.csv")] {
        std::os::unix::fs::symlink(elsewhere.path(to), folder.path(name)).unwrap();
    }
    let deep = format!("in{}", "/d".repeat(18));
    folder.write(&format!("{deep}/x.csv"), b"a,b\n");
    folder.call(COLLECT).run().code(1);
    let told = ledger(folder);
    assert_eq!(told.matches("a link to another place").count(), 2, "{told}");
    assert_eq!(told.matches("lies too deep").count(), 1, "{told}");
    assert!(told.contains(",submitted,"), "{told}");
}

#[test]
fn what_is_sealed_is_kept_until_it_is_opened() {
    let offices = sealed_offices(&["0420"]);
    let folder = offices.folder();
    folder.call(COLLECT).run().code(1);
    let unopened = ledger(folder);
    assert_eq!(unopened.matches(",unreadable,").count(), 2, "{unopened}");
    folder
        .call("collect --year 2026 --to desk --header en")
        .run()
        .code(1);
    assert_eq!(ledger(folder), unopened);
    // The key is enough: the files are there.
    folder.done("collect --year 2026 --to desk --header en --passphrase-file pass");
    let opened = everything(folder, "desk");
    let states = table(folder, "ledger");
    assert_eq!(states.column("state"), ["submitted"]);
    assert!(!opened.iter().any(|(name, _)| name.contains(".age")));
    folder.done("collect --year 2026 --to desk --header en");
    assert!(everything(folder, "desk") == opened);
}

#[test]
fn a_copy_that_was_damaged_is_replaced_by_the_good_file() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    folder.done(COLLECT);
    let first = everything(folder, "desk");
    let (name, bytes) = first
        .iter()
        .find(|(name, _)| name.contains("answers~"))
        .unwrap();
    folder.write(&format!("desk/received/{name}"), &bytes[..bytes.len() / 2]);
    folder
        .call("collect --year 2026 --to desk --header en")
        .run()
        .code(1);
    folder.done(COLLECT);
    assert!(everything(folder, "desk") == first);
}

#[test]
fn results_without_copies_do_not_contradict_those_with() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    folder.done(COLLECT);
    let first = everything(folder, "desk");
    folder.write("other/x.csv", b"a,b\n");
    folder
        .call("collect other --year 2026 --to desk --no-keep")
        .run()
        .code(2)
        .err("--no-keep");
    assert!(everything(folder, "desk") == first);
}

#[test]
fn files_joined_by_copy_are_read_as_if_they_were_not() {
    let offices = Offices::new();
    for code in ["0410", "0420"] {
        offices.hand_in(code, &[]);
    }
    for mark in [true, false] {
        for large in [false, true] {
            let folder = offices.folder().copy();
            for kind in ["summary", "answers"] {
                let file = |code: &str| {
                    let name = format!("in/{code}/2026_odawara_{code}_{kind}.csv");
                    folder.read(&name)
                };
                let second = file("0420");
                let plain = second.strip_prefix("\u{FEFF}".as_bytes()).unwrap();
                let again = if mark { &second[..] } else { plain };
                let mut all = [&file("0410"), again].concat();
                let size = if large { 1_200_000 } else { 1 };
                let other = String::from_utf8(file("0410")).unwrap();
                for number in 7000.. {
                    if all.len() > size {
                        break;
                    }
                    let more = other.replace(",0410,", &format!(",{number},"));
                    all.extend_from_slice(more.as_bytes());
                }
                all.push(0x1A);
                folder.write(&format!("joined/all_{kind}.csv"), all);
            }
            let ran = folder
                .call("collect joined --year 2026 --to desk --header en")
                .run();
            let told = ledger(&folder);
            for code in ["0410", "0420"] {
                let states = table(&folder, "ledger");
                assert_eq!(
                    states.all(("department_code", code), "state"),
                    ["submitted"],
                    "{mark} {large} {}\n{told}",
                    ran.out
                );
            }
            assert!(!told.contains(",unreadable,"), "{told}");
        }
    }
}

/// What a run left, with the report.
fn with_report(folder: &Folder, desk: &str) -> Vec<(String, Vec<u8>)> {
    let mut all = everything(folder, desk);
    for name in ["report.html", "report.xlsx", "collection.ron"] {
        all.push((name.to_owned(), folder.read(&format!("{desk}/{name}"))));
    }
    all
}

/// Departments whose files are sealed, and the file with what opens them.
fn sealed_offices(codes: &[&str]) -> Offices {
    let offices = Offices::new();
    offices.folder().write("pass", SECRET);
    for code in codes {
        offices.hand_in(code, &[]);
        for kind in ["summary", "answers"] {
            let name = format!("in/{code}/2026_odawara_{code}_{kind}.csv");
            let bytes = sealed(&offices.folder().read(&name));
            std::fs::remove_file(offices.folder().path(&name)).unwrap();
            // Names may hold dots.
            let name = format!("in/{code}/v1.0_{code}_{kind}.csv.age");
            offices.folder().write(&name, bytes);
        }
    }
    offices
}

#[test]
fn opened_at_once_or_later_is_the_same() {
    let offices = sealed_offices(&["0410", "0420"]);
    let folder = offices.folder();
    let with_key = "collect in --year 2026 --to once --header en --passphrase-file pass";
    folder.done(with_key);
    let once = with_report(folder, "once");
    for calls in [
        &["collect in", "collect in --passphrase-file pass"][..],
        &["collect in", "collect --passphrase-file pass"],
        &[
            "collect in/0420",
            "collect in/0410",
            "collect --passphrase-file pass",
        ],
        &[
            "collect in --passphrase-file pass",
            "collect in",
            "collect in --passphrase-file pass",
        ],
    ] {
        let later = format!("later{}", calls.concat().len());
        for call in calls {
            folder
                .call(&format!("{call} --year 2026 --to {later} --header en"))
                .run();
        }
        assert!(with_report(folder, &later) == once, "{calls:?}");
    }
}

#[test]
fn what_is_sealed_in_a_zip_is_told_no_more_when_it_was_opened() {
    let offices = sealed_offices(&["0420"]);
    let folder = offices.folder();
    let file = |kind| folder.read(&format!("in/0420/v1.0_0420_{kind}.csv.age"));
    let mixed = [
        ("s.csv.age", &file("summary")[..]),
        ("a.csv.age", &file("answers")),
        ("memo.xlsx", b"x"),
    ];
    folder.write("zips/mix.zip", zip_of(&mixed));
    let collect = "collect zips --year 2026 --to desk --header en";
    folder
        .call(&format!("{collect} --passphrase-file pass"))
        .run()
        .code(1);
    let first = with_report(folder, "desk");
    let told = ledger(folder);
    assert_eq!(told.matches(",unreadable,").count(), 1, "{told}");
    folder
        .call("collect --year 2026 --to desk --header en")
        .run()
        .code(1);
    assert!(with_report(folder, "desk") == first);
}

#[test]
fn a_damaged_copy_of_what_is_not_opened_is_told_until_it_comes_again() {
    let offices = sealed_offices(&["0420"]);
    let folder = offices.folder();
    folder.write("in/u.zip", b"PK and no more");
    folder.call(COLLECT).run().code(1);
    let first = with_report(folder, "desk");
    for (name, _) in first
        .iter()
        .filter(|(name, _)| !name.contains('.') || name.contains('~'))
    {
        folder.write(&format!("desk/received/{name}"), b"");
    }
    let again = "collect --year 2026 --to desk --header en";
    folder.call(again).run().code(1);
    let told = ledger(folder);
    assert_eq!(told.matches("this copy is damaged").count(), 3, "{told}");
    folder.call(COLLECT).run().code(1);
    assert!(with_report(folder, "desk") == first);
}

#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_a_copy_takes_nothing_away() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    folder.write("in/u.zip", b"PK and no more");
    folder.call(COLLECT).run().code(1);
    let received = folder.path("desk/received");
    std::fs::create_dir(received.join("old.zip")).unwrap();
    let mut make = std::process::Command::new("mkfifo");
    assert!(make.arg(received.join("p.csv")).status().unwrap().success());
    for _ in 0..2 {
        folder
            .call("collect --year 2026 --to desk --header en")
            .run()
            .code(1);
        let told = ledger(folder);
        assert_eq!(told.matches("no regular file").count(), 2, "{told}");
        assert!(
            told.contains("u~") && told.contains(",submitted,"),
            "{told}"
        );
    }
}

#[test]
fn files_of_one_name_in_a_zip_are_told() {
    let offices = Offices::new();
    offices.hand_in("0410", &[]);
    let folder = offices.folder();
    let answers = std::fs::read(offices.answers("0410")).unwrap();
    let mut zip = zip_of(&[("one.csv", b"a,b\n"), ("two.csv", &answers)]);
    // No library writes two of one name, but programs do.
    while let Some(at) = zip.windows(7).position(|name| name == b"one.csv") {
        zip[at..at + 7].copy_from_slice(b"two.csv");
    }
    folder.write("in/0410/both.zip", zip);
    folder.call(COLLECT).run().code(1);
    let told = ledger(folder);
    assert!(
        told.contains("files in the zip have the same name"),
        "{told}"
    );
}

#[test]
fn a_zip_that_holds_too_much_takes_no_room_from_others() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    let mut bomb = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let zeros = vec![b' '; 1024 * 1024];
    for name in ["1.csv", "2.csv", "3.csv", "4.csv", "5.csv", "6.csv"] {
        bomb.start_file(name, SimpleFileOptions::default()).unwrap();
        bomb.write_all(&zeros).unwrap();
    }
    folder.write("in/a_bomb.zip", bomb.finish().unwrap().into_inner());
    folder.call(COLLECT).run().code(1);
    let told = ledger(folder);
    assert!(told.contains("holds too much"), "{told}");
    assert!(told.contains(",submitted,"), "{told}");
}
