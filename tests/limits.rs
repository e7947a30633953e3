//! How much is read and kept: refused in words beyond that, in bounded memory and time.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(target_os = "linux")]
#[path = "support/each.rs"]
mod each;
#[path = "support/program.rs"]
mod program;

use std::time::{Duration, Instant};

#[cfg(target_os = "linux")]
use each::each;
use program::{Folder, PROGRAM, journal};
use tenken::domain::item_id::ItemId;
use tenken::domain::record::{Change, TextField};
use tenken::format::journal as format;
use tenken::store::checklists::BUILT_IN;
use tenken::store::{disk::Disk, journal_file, workbooks};

const BOOK: &str = "2026/odawara/0420";
const MEBIBYTE: usize = 1024 * 1024;

/// Refuses a call in both languages and leaves the journal alone.
#[track_caller]
fn refused(folder: &Folder, arguments: &str, more: &str, japanese: &str, english: &str) {
    let before = std::fs::read(folder.path(&journal(BOOK))).ok();
    let call = || folder.call(arguments);
    let (ja, en) = if more.is_empty() {
        (call(), call().english())
    } else {
        (call().and(more), call().and(more).english())
    };
    ja.run().code(2).err(japanese);
    en.run().code(2).err(english);
    assert_eq!(std::fs::read(folder.path(&journal(BOOK))).ok(), before);
}

/// Puts the shipped checklists into the folder, with one file replaced.
fn checklists_with(folder: &Folder, name: &str, text: &str) {
    for (shipped, words) in BUILT_IN {
        folder.write(&format!("checklists/{shipped}"), words);
    }
    folder.write(&format!("checklists/{name}"), text);
}

#[test]
fn texts_that_are_too_long_are_refused_with_their_row_and_column() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let long = "あ".repeat(2_001);
    let names = "x；".repeat(50);
    let cells = [
        (
            format!("{long},,"),
            "C列「備考」: 文が長すぎます。2000字まで",
            "column C (remark): The text is too long",
        ),
        (
            format!(",{},", "あ".repeat(201)),
            "D列「確認資料」: 確認資料の名前が長すぎます。200字まで",
            "column D (evidence): ",
        ),
        (
            format!(",{names}x,"),
            "確認資料が多すぎます",
            "Too much evidence",
        ),
        (
            format!(",,{long}"),
            "文が長すぎます",
            "The text is too long",
        ),
    ];
    for (cells, japanese, english) in cells {
        folder.write(
            "a.csv",
            format!("item_id,mark,remark,evidence,reason\nQ05-01,○,{cells}\n"),
        );
        let fill = format!("fill {BOOK} --from a.csv");
        refused(&folder, &fill, "", japanese, english);
    }
    // As long as may be is kept.
    let kept = "あ".repeat(2_000);
    folder.write("a.csv", format!("item_id,mark,remark\nQ05-01,○,{kept}\n"));
    folder.done(&format!("fill {BOOK} --from a.csv"));
}

#[test]
fn names_and_reasons_that_are_too_long_are_refused() {
    let folder = Folder::new();
    let long = "長".repeat(101);
    let new = "new --checklist odawara --department 0420 --year 2026 --name";
    refused(
        &folder,
        new,
        &long,
        "課の名前が長すぎます。100字まで",
        "at most 100 characters",
    );
    assert!(!folder.path("answers").exists());
    folder.begin(BOOK);
    let confirm = format!("confirm {BOOK} --title");
    refused(
        &folder,
        &confirm,
        &long,
        "職名が長すぎます",
        "The name or post is too long",
    );
    // The name of the call itself comes last, and the last one counts.
    let by = std::process::Command::new(PROGRAM)
        .current_dir(folder.path("."))
        .args(["list", "--by", &long])
        .output()
        .unwrap();
    assert_eq!(by.status.code(), Some(2));
    assert!(String::from_utf8(by.stderr).unwrap().contains("100字まで"));
}

#[test]
fn a_journal_with_longer_texts_than_are_taken_now_is_read_and_goes_on() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let path = folder.path(&journal(BOOK));
    let read = journal_file::read(&Disk::default(), &path).unwrap();
    let long = "古".repeat(50_000);
    let change = Change::Text {
        item: ItemId("Q05-01".into()),
        field: TextField::Remark,
        before: String::new(),
        after: long.clone(),
    };
    let first = &read.workbook.records()[0];
    let record = workbooks::next_record(
        &read.workbook,
        tenken::domain::record::RecordKind::Action,
        vec![change],
        &first.by,
        first.at,
    );
    let (line, _) = format::encode(&record, &read.head).unwrap();
    let mut bytes = folder.read(&journal(BOOK));
    bytes.extend_from_slice(line.as_bytes());
    folder.write(&journal(BOOK), bytes);
    folder.done(&format!("show {BOOK}"));
    folder.done(&format!("verify {}", journal(BOOK)));
    folder.done(&format!("export {BOOK} --header en"));
    // The same text coming back from the export changes nothing, and the mark is taken.
    folder.write("a.csv", format!("item_id,mark,remark\nQ05-01,○,{long}\n"));
    folder.done(&format!("fill {BOOK} --from a.csv"));
}

#[test]
fn files_that_are_too_large_are_not_read() {
    let folder = Folder::new();
    folder.begin(BOOK);
    folder.write("a.csv", "item_id,mark\n".repeat(33 * MEBIBYTE / 13 + 1));
    for call in [
        format!("fill {BOOK} --from a.csv"),
        "verify a.csv".to_owned(),
        "roster check a.csv".to_owned(),
    ] {
        folder
            .call(&call)
            .run()
            .code(3)
            .err("a.csv: 大きすぎます。読めるのは32 MBまでです。");
        folder
            .call(&call)
            .english()
            .run()
            .code(3)
            .err("At most 32 MB are read.");
    }
    checklists_with(&folder, "items/a.ron", &" ".repeat(4 * MEBIBYTE + 1));
    folder
        .call("check")
        .run()
        .code(3)
        .err("a.ron: 大きすぎます。読めるのは4 MBまでです。");
    // A file that says of itself to be larger than any journal.
    let journal = std::fs::OpenOptions::new()
        .write(true)
        .open(folder.path(&journal(BOOK)))
        .unwrap();
    journal.set_len(200 * MEBIBYTE as u64).unwrap();
    folder
        .call(&format!("show {BOOK}"))
        .run()
        .code(3)
        .err("128 MB");
}

#[test]
fn sets_of_too_many_files_and_too_much_in_all_are_not_read() {
    let folder = Folder::new();
    for number in 0..501 {
        folder.write(&format!("checklists/items/{number}.ron"), "[]");
    }
    folder
        .call("check")
        .run()
        .code(3)
        .err("ファイルが多すぎます。見られるのは500件まで");
    folder
        .call("check")
        .english()
        .run()
        .code(3)
        .err("too many files. At most 500");
    let folder = Folder::new();
    for number in 0..5 {
        folder.write(
            &format!("checklists/items/{number}.ron"),
            " ".repeat(4 * MEBIBYTE),
        );
    }
    folder
        .call("check")
        .run()
        .code(3)
        .err("大きすぎます。読めるのは16 MBまで");
}

#[test]
fn nesting_of_any_depth_is_told_with_its_place_and_overflows_nothing() {
    for (opening, closing) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("Some(", ")"),
        ("[(a:", ")]"),
    ] {
        let deep = opening.repeat(10_000) + "1" + &closing.repeat(10_000);
        for (name, text) in [
            ("scale.ron", format!("(marks: {deep})")),
            ("items/a.ron", format!("[{deep}]")),
            ("odawara.ron", deep.clone()),
        ] {
            let folder = Folder::new();
            checklists_with(&folder, name, &text);
            folder
                .call("check")
                .run()
                .code(2)
                .out(&format!("{name} 1行"));
            folder
                .call("check")
                .english()
                .run()
                .code(2)
                .out(&format!("{name}:1:"));
        }
    }
    let folder = Folder::new();
    let (name, text) = BUILT_IN[0];
    let deep = format!("applies: \"{}a{}\"", "(".repeat(400), ")".repeat(400));
    checklists_with(&folder, name, &text.replacen("applies: \"true\"", &deep, 1));
    folder.call("check").run().code(2).out("適用条件");
}

#[test]
fn a_record_and_a_frozen_checklist_of_any_depth_are_refused_in_words() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let good = folder.read(&journal(BOOK));
    let read = format::read(&good);
    for opening in ["(", "[", "{", "(n:(", "Some("] {
        let ron = opening.repeat(10_000);
        let hash = format::link(&read.head, ron.as_bytes());
        let line = format!("{} {ron}\n", tenken::format::digest::hex(&hash));
        folder.write(&journal(BOOK), [&good, line.as_bytes()].concat());
        folder
            .call(&format!("verify {}", journal(BOOK)))
            .run()
            .code(1)
            .out("この版では読めません");
    }
    folder.write(&journal(BOOK), &good);
    let names = std::fs::read_dir(folder.path("answers/2026/odawara")).unwrap();
    let mut names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let frozen = names.find(|name| name.starts_with("checklist-")).unwrap();
    folder.write(
        &format!("answers/2026/odawara/{frozen}"),
        "[(".repeat(10_000),
    );
    folder
        .call(&format!("show {BOOK}"))
        .run()
        .code(3)
        .err("中身が読めません");
}

#[test]
fn lists_texts_and_problems_have_limits_that_are_told() {
    let (_, policy) = BUILT_IN
        .iter()
        .find(|(name, _)| *name == "odawara.ron")
        .unwrap();
    let many = "\"a\",".repeat(2_001);
    let cases = [
        (
            policy.replacen("agencies: [", &format!("agencies: [{many}"), 1),
            "多すぎます（2000件まで）",
        ),
        (
            policy.replacen("庁内限り", &"庁".repeat(4_001), 1),
            "文が長すぎます（4000字まで）",
        ),
        (
            policy.replacen("停電や通信の途絶", &"停".repeat(201), 1),
            "文が長すぎます（200字まで）",
        ),
        (
            policy.replacen(
                "agencies: [",
                &format!("agencies: [{}", "1,".repeat(1_900)),
                1,
            ),
            "省きました",
        ),
    ];
    for (text, words) in cases {
        let folder = Folder::new();
        checklists_with(&folder, "odawara.ron", &text);
        folder.call("check").run().code(2).out(words);
    }
}

/// What running the program took: its exit code, the most memory in MB, and how long.
fn measured(folder: &Folder, arguments: &str) -> (i32, usize, Duration) {
    let begun = Instant::now();
    let mut child = std::process::Command::new(PROGRAM)
        .env_clear()
        .current_dir(folder.path("."))
        .args(arguments.split_whitespace())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
        let peak = status.ok().and_then(|text| {
            let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
            line.split_whitespace().nth(1)?.parse::<usize>().ok()
        });
        most = peak.unwrap_or(0).max(most);
        if let Some(status) = child.try_wait().unwrap() {
            return (status.code().unwrap(), most / 1024, begun.elapsed());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Runs commands on files as large as may be, made to cost as much as they can.
///
/// `cargo test --test limits hostile -- --nocapture` prints what it took.
#[cfg(target_os = "linux")]
#[test]
fn hostile_files_take_bounded_memory_and_time() {
    let items = |count: usize, item: &str| format!("[{}]", item.repeat(count));
    let size = 4 * MEBIBYTE - 100;
    let item = BUILT_IN[0].1;
    let item = item
        .get(item.find("    (").unwrap()..item.find("    ),").unwrap())
        .unwrap();
    let laughing = "{term.mynumber}".repeat(250);
    let (_, policy) = BUILT_IN
        .iter()
        .find(|(name, _)| *name == "odawara.ron")
        .unwrap();
    let terms: Vec<String> = (0..size / 20)
        .map(|number| format!("\"k{number}\": \"x\","))
        .collect();
    let laughs: String = (0..900)
        .map(|number| {
            let item = item.replace("Q05-01", &format!("Q99-{number}"));
            item.replacen("why: \"", &format!("why: \"{laughing}"), 1) + "),"
        })
        .collect();
    let named: Vec<String> = (0..900)
        .map(|number| format!("\"Q99-{number}\","))
        .collect();
    let cases: [(&str, &str, String); 7] = [
        ("problems in one line", "items/z.ron", items(size / 9, "1,")),
        (
            "empty items",
            "items/z.ron",
            items(1_990, "(id: \"\", weight: 9),"),
        ),
        (
            "one text",
            "items/z.ron",
            format!("[(id: \"{}\")]", "x".repeat(size - 20)),
        ),
        (
            "map keys",
            "odawara.ron",
            policy.replacen("terms: {", &format!("terms: {{{}", terms.concat()), 1),
        ),
        ("open brackets", "items/z.ron", "[".repeat(size)),
        ("open comments", "items/z.ron", "/*".repeat(size / 2)),
        ("placeholders", "items/z.ron", format!("[{laughs}]")),
    ];
    each(&cases, |(what, name, text)| {
        let folder = Folder::new();
        checklists_with(&folder, name, text);
        if *what == "placeholders" {
            let policy =
                policy.replacen("\"Q05-01\"", &format!("{} \"Q05-01\"", named.concat()), 1);
            let policy = policy.replacen("個人番号利用事務系", &"番".repeat(200), 1);
            folder.write("checklists/odawara.ron", policy);
        }
        let (code, most, took) = measured(&folder, "check");
        println!(
            "check, {what}, {} KB: code {code}, {most} MB, {took:?}",
            text.len() / 1024
        );
        assert_eq!(code, 2, "{what}");
        assert!(
            most < 400 && took < Duration::from_secs(60),
            "{what}: {most} MB, {took:?}"
        );
    });
    let size = 8 * MEBIBYTE;
    let heads: Vec<String> = (0..190).map(|number| format!("k{number},")).collect();
    let cases: [(&str, String); 7] = [
        (
            "short rows",
            heads.concat() + "item_id,mark,code,name\n" + &"x\n".repeat(19_000),
        ),
        (
            "rows",
            "item_id,mark\n".to_owned() + &"Q05-01,x\n".repeat(19_000),
        ),
        (
            "blank rows",
            "item_id,mark\n".to_owned() + &"\n".repeat(size),
        ),
        (
            "commas",
            "item_id,mark\nx\"\"".to_owned() + &",".repeat(size),
        ),
        (
            "an open quotation",
            "item_id,mark\nQ05-01,\"".to_owned() + &"x\n".repeat(size / 2),
        ),
        (
            "quotation marks",
            "item_id,mark\n".to_owned() + &"\"".repeat(size),
        ),
        (
            "ligatures",
            "item_id,mark\n".to_owned() + &"\u{fdfa}".repeat(size / 3),
        ),
    ];
    each(&cases, |(what, text)| {
        let folder = Folder::new();
        folder.begin(BOOK);
        folder.write("a.csv", text);
        for command in [
            format!("fill {BOOK} --from a.csv"),
            "verify a.csv".to_owned(),
            "roster check a.csv".to_owned(),
        ] {
            let (code, most, took) = measured(&folder, &command);
            let size = text.len() / 1024;
            println!("{command}, {what}, {size} KB: code {code}, {most} MB, {took:?}");
            assert!((0..=2).contains(&code), "{what}: {code}");
            assert!(
                most < 400 && took < Duration::from_secs(60),
                "{what}: {most} MB, {took:?}"
            );
        }
    });
}

#[test]
fn findings_in_great_number_are_told_in_bounded_length() {
    let folder = Folder::new();
    folder.begin(BOOK);
    folder.done(&format!("export {BOOK}"));
    let name = "exports/2026_odawara_0420_answers.csv";
    let rows = "x\r\n".repeat(2_000);
    let bytes = [folder.read(name), rows.into_bytes()].concat();
    folder.write(name, bytes);
    let ran = folder.call(&format!("verify {name}")).run().code(1);
    let ran = ran.out("件ありますが、省きました。");
    assert!(ran.out.lines().count() < 320, "{}", ran.out);
}
