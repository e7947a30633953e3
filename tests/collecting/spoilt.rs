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
fn joined(files: &[String], spoil: &dyn Fn(&str) -> String) -> String {
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
fn large(files: &[String], spoil: &dyn Fn(&str) -> String) -> String {
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
        ("before", |rows| format!("\r\n{rows}")),
        ("commas", |rows| format!("{rows}{}\r\n", ",".repeat(35))),
        ("lf", |rows| rows.replace("\r\n", "\n")),
        ("nul", |rows| rows.replacen("0420", "04\0", 1)),
        ("joined", |rows| rows.replacen("\r\n", "", 1)),
    ];
    let (offices, [summaries, answers]) = handed_in();
    for (name, spoil) in spoilt {
        let folder = offices.folder().copy();
        std::fs::remove_dir_all(folder.path("in")).unwrap();
        folder.write("in/all_summary.csv", joined(&summaries, &str::to_owned));
        folder.write("in/all_answers.csv", large(&answers, &spoil));
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
fn rows_that_say_nothing_stand_in_no_way() {
    let (offices, [summaries, answers]) = handed_in();
    let within = |more: &str, rows: &str| {
        let (first, rest) = rows.split_once("\r\n").unwrap();
        format!("{first}\r\n{more}\r\n{rest}")
    };
    let heading = answers[0].split("\r\n").next().unwrap();
    let plain = heading.trim_start_matches('\u{FEFF}');
    let commas = ",".repeat(35);
    for (name, more) in [
        ("blank", ""),
        ("commas", commas.as_str()),
        ("heading", heading),
        ("plain heading", plain),
        ("ended", "\u{1A}"),
    ] {
        for is_large in [false, true] {
            let folder = offices.folder().copy();
            std::fs::remove_dir_all(folder.path("in")).unwrap();
            let make = if is_large { large } else { joined };
            let all = make(&answers, &|rows: &str| within(more, rows));
            // The last row without its end.
            let all = all.strip_suffix("\r\n").unwrap();
            folder.write("in/all_answers.csv", all);
            folder.write("in/all_summary.csv", make(&summaries, &str::to_owned));
            folder.call(COLLECT).run();
            let told = std::fs::read_to_string(folder.path("desk/ledger.csv")).unwrap();
            for code in CODES {
                assert_eq!(states(&folder, code), ["submitted"], "{name} {is_large}");
            }
            assert!(!told.contains(",unreadable,"), "{name} {is_large}\n{told}");
        }
    }
}

#[test]
fn a_row_that_cannot_be_read_takes_its_own_department_alone() {
    let spoilt: [(&str, Spoil); 4] = [
        ("nul", |rows| rows.replacen("0420", "04\0", 3)),
        ("cells", |rows| rows.replacen("\r\n", ",x\r\n", 3)),
        ("long", |rows| {
            let long = "あ".repeat(100_001);
            rows.replacen(",,", &format!(",{long},"), 1)
        }),
        ("quote", |rows| rows.replacen("\r\n", "\r\n\"", 1)),
    ];
    let (offices, [summaries, answers]) = handed_in();
    for (name, spoil) in spoilt {
        let folder = offices.folder().copy();
        std::fs::remove_dir_all(folder.path("in")).unwrap();
        folder.write("in/s.csv", joined(&summaries, &str::to_owned));
        folder.write("in/a.csv", joined(&answers, &spoil));
        folder.call(COLLECT).run().code(1);
        let told = std::fs::read_to_string(folder.path("desk/ledger.csv")).unwrap();
        assert_eq!(states(&folder, CODES[0]), ["submitted"], "{name}\n{told}");
        // A mark that is never closed takes all that follows it.
        if name != "quote" {
            assert_eq!(states(&folder, CODES[2]), ["submitted"], "{name}\n{told}");
        }
        assert_ne!(states(&folder, CODES[1]), ["submitted"], "{name}\n{told}");
        if name == "long" {
            // Row 1 is the heading, and the department before it has as many rows as the file.
            let row = answers[0].matches("\r\n").count() + 1;
            assert!(told.contains(&format!(",{row},")), "{row}\n{told}");
        }
    }
}

#[test]
fn a_receipt_of_somebody_else_makes_no_copy() {
    let (offices, [_, answers]) = handed_in();
    let folder = offices.folder();
    std::fs::remove_dir_all(folder.path("in/0420")).unwrap();
    let receipt = |text: &str| {
        let at = text.find("R-").unwrap();
        text.get(at..at + 13).unwrap().to_owned()
    };
    let forged = answers[1].replace(&receipt(&answers[1]), &receipt(&answers[0]));
    assert_ne!(forged, answers[1]);
    folder.write("in/0420/a.csv", forged);
    folder.call(COLLECT).run().code(1);
    assert_ne!(states(folder, CODES[1]), ["duplicate"]);
}

#[test]
fn a_file_named_as_the_note_hides_nobody() {
    let (offices, _) = handed_in();
    let folder = offices.folder();
    folder.write("in/0420/collection.ron", b"");
    folder.done(COLLECT);
    for code in CODES {
        assert_eq!(states(folder, code), ["submitted"], "{code}");
    }
}

#[test]
fn two_programs_at_once_leave_what_both_collected() {
    let (offices, _) = handed_in();
    let folder = offices.folder();
    folder.done(COLLECT);
    let expected = everything(folder, "desk");
    for round in 0..3 {
        let desk = format!("desk{round}");
        std::thread::scope(|scope| {
            for code in CODES {
                let call = format!("collect in/{code} --year 2026 --to {desk} --header en");
                scope.spawn(move || folder.done(&call));
            }
        });
        assert!(everything(folder, &desk) == expected, "{round}");
    }
}

#[test]
fn what_cannot_be_read_of_earlier_years_is_told() {
    let (offices, _) = handed_in();
    let folder = offices.folder();
    folder.write("last/broken.zip", b"PK and no more");
    for _ in 0..2 {
        folder
            .call(&format!("{COLLECT} --previous last"))
            .run()
            .code(1)
            .out("前年までのファイルで、読めないもの 1件")
            .out("broken~");
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
    // Nor those that keep no copies, and no note.
    let bare = "collect in --year 2026 --to in/bare --header en --no-keep";
    folder.done(bare);
    let first = folder.read("in/bare/ledger.csv");
    folder.done(bare);
    assert!(folder.read("in/bare/ledger.csv") == first);
    // Nor are those of another folder, named themselves.
    folder
        .call("collect in/desk --year 2026 --to other")
        .run()
        .err("読めるファイルが一つもありません");
}
