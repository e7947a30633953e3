//! What is spoilt takes nothing from what is good, and is told the same way again.

use crate::offices::Offices;
use crate::order::everything;
use crate::program::Folder;
use crate::table;

const CODES: [&str; 3] = ["0410", "0420", "0430"];
const COLLECT: &str = "collect in --year 2026 --to desk --header en";

/// Departments that handed in, and the files of both kinds in the order of the departments.
fn handed_in() -> (Offices, [Vec<String>; 2]) {
    let offices = Offices::new();
    for code in CODES {
        offices.hand_in(code, &[]);
    }
    let files = ["summary", "answers"].map(|kind| {
        let file = |code| format!("in/{code}/2026_odawara_{code}_{kind}.csv");
        let read = |code| String::from_utf8(offices.folder().read(&file(code))).unwrap();
        CODES.into_iter().map(read).collect()
    });
    (offices, files)
}

/// How rows are spoilt.
type Spoil = fn(&str) -> String;

fn states(folder: &Folder, code: &str) -> Vec<String> {
    let ledger = table(folder, "ledger");
    let mut states = ledger.all(("department_code", code), "state");
    states.sort_unstable();
    states.into_iter().map(str::to_owned).collect()
}

/// One file of many exports; the rows of the department in the middle are spoilt in some way.
fn joined(files: &[String], spoil: impl Fn(&str) -> String) -> String {
    let heading = files[0].split_inclusive('\n').next().unwrap();
    let mut all = heading.to_owned();
    for (file, code) in files.iter().zip(CODES) {
        let rows = file.strip_prefix(heading).unwrap();
        all.push_str(&if code == CODES[1] {
            spoil(rows)
        } else {
            rows.to_owned()
        });
    }
    all
}

/// The same, so large that it is read part by part.
fn large(files: &[String], spoil: impl Fn(&str) -> String) -> String {
    let mut all = joined(files, spoil);
    let heading = files[0].split_inclusive('\n').next().unwrap();
    let rows = files[0].strip_prefix(heading).unwrap();
    let mut number = 7000;
    while all.len() < 1_100_000 {
        number += 1;
        all.push_str(&rows.replace(&format!(",{},", CODES[0]), &format!(",{number},")));
    }
    all
}

#[test]
fn a_spoilt_part_of_a_large_file_leaves_the_others_and_is_told_the_same_again() {
    let spoilt: [(&str, Spoil); 5] = [
        ("blank", |rows| format!("\r\n{rows}")),
        ("commas", |rows| format!("{rows}{}\r\n", ",".repeat(35))),
        ("lf", |rows| rows.replace("\r\n", "\n")),
        ("nul", |rows| rows.replacen("0420", "04\0", 1)),
        ("joined", |rows| rows.replacen("\r\n", "", 1)),
    ];
    let (offices, [summaries, answers]) = handed_in();
    for (name, spoil) in spoilt {
        let folder = offices.folder().copy();
        std::fs::remove_dir_all(folder.path("in")).unwrap();
        folder.write("in/all_summary.csv", joined(&summaries, str::to_owned));
        folder.write("in/all_answers.csv", large(&answers, spoil));
        folder.call(COLLECT).run();
        let first = everything(&folder, "desk");
        for code in [CODES[0], CODES[2]] {
            assert_eq!(states(&folder, code), ["submitted"], "{name} {code}");
        }
        folder.call(COLLECT).run();
        assert!(everything(&folder, "desk") == first, "{name}: another time");
        folder
            .call("collect in --year 2026 --to other --header en --no-keep")
            .run();
        assert_eq!(
            table(&folder, "ledger").all(("department_code", CODES[2]), "state"),
            ["submitted"],
            "{name}"
        );
    }
}

#[test]
fn an_altered_copy_takes_no_partner_from_what_is_good() {
    let (offices, [summaries, answers]) = handed_in();
    let altered = [
        (
            "answers",
            answers[0].replacen(",implemented,", ",partial,", 1),
        ),
        (
            "summary",
            summaries[0]
                .replacen("0410", "0410 ", 1)
                .replacen(",100.0,", ",99.0,", 1),
        ),
    ];
    for (kind, text) in altered {
        for copy in [" - コピー", " (1)", "-2", "_edited", "z"] {
            let folder = offices.folder().copy();
            folder.write(
                &format!("in/0410/2026_odawara_0410_{kind}{copy}.csv"),
                &text,
            );
            for more in ["", " --no-keep"] {
                let to = if more.is_empty() { "desk" } else { "other" };
                folder
                    .call(&format!(
                        "collect in --year 2026 --to {to} --header en{more}"
                    ))
                    .run();
                let path = folder.path(&format!("{to}/by_department.csv"));
                let counted = std::fs::read_to_string(path).unwrap();
                assert!(counted.contains(",0410,"), "{kind}{copy}{more}: {counted}");
            }
        }
    }
}

#[test]
fn what_is_altered_has_no_voice_in_whose_roster_it_is() {
    let (offices, [_, answers]) = handed_in();
    let folder = offices.folder();
    let heading = answers[0].split_inclusive('\n').next().unwrap();
    let junk: Vec<String> = (0..9)
        .map(|code| format!("131016,x,2026,{code}\r\n"))
        .collect();
    folder.write("in/junk.csv", heading.to_owned() + &junk.concat());
    offices.roster(&CODES);
    folder.call(COLLECT).run().code(1);
    for code in CODES {
        assert_eq!(states(folder, code), ["submitted"], "{code}");
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_told_with_its_row() {
    let (offices, [_, answers]) = handed_in();
    let folder = offices.folder();
    let mut rows: Vec<&str> = answers[0].split_inclusive('\n').collect();
    let opened = format!("\"{}", rows[9]);
    rows[9] = &opened;
    let name = "in/0410/2026_odawara_0410_answers.csv";
    folder.write(name, rows.concat());
    folder.call(COLLECT).run().code(1);
    let told = std::fs::read_to_string(folder.path("desk/ledger.csv")).unwrap();
    assert!(told.contains("row 10 is never closed"), "{told}");
    assert_eq!(states(folder, CODES[2]), ["submitted"]);
    // A roster without its end would leave out departments.
    folder.write(
        "departments.csv",
        "code,name\n0410,課\n0420,\"課\n0430,課\n",
    );
    folder
        .call("roster check departments.csv")
        .run()
        .code(2)
        .err("3行目で始まる");
}

#[test]
fn names_of_any_length_are_kept() {
    let (offices, _) = handed_in();
    let folder = offices.folder();
    let long = "あ".repeat(80);
    let place = folder.path("in/0410/2026_odawara_0410_answers.csv");
    std::fs::rename(place, folder.path(&format!("in/0410/{long}.csv"))).unwrap();
    folder.done(COLLECT);
    assert_eq!(states(folder, CODES[0]), ["submitted"]);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_told_and_not_waited_for() {
    let (offices, _) = handed_in();
    let folder = offices.folder();
    for name in ["in/pipe.csv", "in/pipe.zip"] {
        let mut make = std::process::Command::new("mkfifo");
        assert!(make.arg(folder.path(name)).status().unwrap().success());
    }
    folder.call(COLLECT).run().code(1);
    let told = std::fs::read_to_string(folder.path("desk/ledger.csv")).unwrap();
    assert_eq!(told.matches("it is no regular file").count(), 2, "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_unicode_are_collected_as_well() {
    use std::os::unix::ffi::OsStrExt as _;
    let (offices, _) = handed_in();
    let folder = offices.folder();
    for code in [CODES[0], CODES[1]] {
        let place = folder.path(&format!("in/{code}/2026_odawara_{code}_answers.csv"));
        // Unpacked from a zip of another system; both look alike when they are shown.
        let name = [&b"\x8f\x8a"[..], &code.as_bytes()[1..], b"\x8a.csv"].concat();
        let name = std::ffi::OsStr::from_bytes(&name);
        std::fs::rename(place, folder.path("in").join(name)).unwrap();
    }
    folder.done(COLLECT);
    for code in CODES {
        assert_eq!(states(folder, code), ["submitted"], "{code}");
    }
}

#[test]
fn results_that_lie_among_what_was_handed_in_are_no_submissions() {
    let (offices, _) = handed_in();
    let folder = offices.folder();
    let collect = "collect in --year 2026 --to in/desk --header en";
    folder.done(collect);
    let first = everything(folder, "in/desk");
    folder.done(collect);
    assert!(everything(folder, "in/desk") == first);
    // Nor are those of another folder, named themselves.
    folder
        .call("collect in/desk --year 2026 --to other")
        .run()
        .err("読めるファイルが一つもありません");
}
