//! Nothing that moves a terminal, turns text round or never ends reaches one, whichever way it
//! came in; what is stored keeps its bytes.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/driver.rs"]
mod driver;
#[path = "support/each.rs"]
mod each;
#[path = "support/program.rs"]
mod program;

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Output};

use clap::CommandFactory as _;
use driver::Driver;
use each::each;
use program::{Folder, NOW, PROGRAM, journal};
use tenken::cli::Cli;
use tenken::store::checklists::BUILT_IN;
use tenken::text::Lang;

const BOOK: &str = "2026/odawara/0420";
/// Clears the screen, sets a title, turns round, hides, and rings; within every limit of length.
const HOSTILE: &str =
    "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}1m\u{202e}甲\u{2066}\u{200b}\u{8}\r\n乙\u{85}\u{2028}丙";

/// Asserts that text is fit to be shown.
#[track_caller]
fn fit(what: &str, text: &str) {
    for line in text.split('\n') {
        let bad = |sign: &char| {
            sign.is_control()
                || matches!(*sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        };
        let found = line.chars().find(bad);
        assert_eq!(found, None, "{what}: {line:?}");
        let length = line.chars().count();
        assert!(length <= 5_010, "{what}: a line of {length}");
    }
}

fn output(folder: &Folder, arguments: &[OsString]) -> Output {
    let mut command = Command::new(PROGRAM);
    let command = command
        .env_clear()
        .current_dir(folder.path("."))
        .args(arguments);
    command.stdin(std::process::Stdio::null()).output().unwrap()
}

/// Runs a command in both languages, looks at what it writes, and returns it.
#[track_caller]
fn run(folder: &Folder, arguments: &[&str]) -> String {
    let mut all = String::new();
    for lang in ["ja", "en"] {
        let own = ["--now", NOW, "--lang", lang];
        let arguments: Vec<OsString> = own.iter().chain(arguments).map(OsString::from).collect();
        let output = output(folder, &arguments);
        assert!(
            output.status.code().is_some_and(|code| code < 70),
            "{arguments:?}"
        );
        for stream in [output.stdout, output.stderr] {
            let text = String::from_utf8(stream).unwrap();
            fit(&format!("{arguments:?}"), &text);
            all.push_str(&text);
        }
    }
    all
}

/// A folder with hostile text wherever text can be: checklist, names, answers, notes, preferences.
fn hostile_folder() -> Folder {
    let folder = Folder::new();
    // Control characters are refused in a checklist; everything else is kept and shown safely.
    let escaped: Vec<String> = HOSTILE
        .chars()
        .filter(|sign| !sign.is_control())
        .map(|sign| format!("\\u{{{:x}}}", u32::from(sign)))
        .collect();
    let escaped = escaped.concat();
    for (name, text) in BUILT_IN {
        let text = text
            .replace("name: \"小田原市\"", &format!("name: \"{escaped}\""))
            .replace("\"市長\"", &format!("\"{escaped}\""))
            .replace("庁内限り", &escaped)
            .replace(
                "heading: \"職員等の遵守義務\"",
                &format!("heading: \"{escaped}\""),
            )
            .replace("個人番号利用事務系", &escaped)
            .replace("question: \"", &format!("question: \"{escaped}"))
            .replace("word: \"実施\"", &format!("word: \"{escaped}\""));
        folder.write(&format!("checklists/{name}"), text);
    }
    let new = [
        "new",
        "--checklist",
        "odawara",
        "--department",
        "0420",
        "--year",
        "2026",
        "--name",
        HOSTILE,
        "--by",
        HOSTILE,
    ];
    run(&folder, &new);
    let quoted = HOSTILE.replace('"', "\"\"");
    folder.write("a.csv", format!("item_id,mark,reason,remark,evidence,approver\nQ05-01,○,,\"{quoted}\",\"{quoted}\",\"{quoted}\"\nQ05-03,－,\"{quoted}\",,,\n"));
    let filled = run(&folder, &["fill", BOOK, "--from", "a.csv", "--by", HOSTILE]);
    assert!(filled.contains("2件"), "{filled}");
    folder
}

#[test]
fn stored_text_keeps_its_bytes() {
    let folder = hostile_folder();
    let bytes = folder.read(&journal(BOOK));
    let read = tenken::format::journal::read(&bytes).workbook.unwrap();
    assert_eq!(read.created().department, HOSTILE);
    assert_eq!(read.answer("Q05-01").remark, HOSTILE);
    assert_eq!(read.records()[0].by.name, HOSTILE);
}

#[test]
fn no_command_shows_stored_text_unescaped() {
    let folder = hostile_folder();
    folder.write("exports/.keep", "");
    for arguments in [
        &["list"][..],
        &["check"],
        &["show", BOOK],
        &["confirm", BOOK, "--by", HOSTILE, "--title", HOSTILE],
        &["reopen", BOOK, "--why", HOSTILE],
        &["update-checklist", BOOK],
        &["export", BOOK, "--to", "out"],
        &["export", BOOK, "--to", "out", "--header", "en"],
        &[
            "verify",
            "out/2026_odawara_0420_answers.csv",
            "out/2026_odawara_0420_summary.csv",
        ],
        &["verify", "answers/2026/odawara/0420.ronl"],
        &["roster", "check", "a.csv"],
    ] {
        let shown = run(&folder, arguments);
        assert!(!shown.trim().is_empty());
    }
    let shown = run(&folder, &["show", BOOK]);
    assert!(shown.contains("甲"), "{shown}");
}

#[test]
fn who_holds_the_lock_is_told_safely() {
    let folder = hostile_folder();
    let lock = folder.write("answers/2026/odawara/0420.lock", "");
    let file = std::fs::OpenOptions::new().write(true).open(lock).unwrap();
    file.lock().unwrap();
    let note = "(name:\"\\u{1b}[2J\\u{202e}甲\",host:\"\\u{9b}\",since:\"\\u{1b}]0;\\u{7}\")";
    folder.write("answers/2026/odawara/0420.writer", note);
    let shown = run(&folder, &["profile", BOOK, "lgwan=yes"]);
    assert!(shown.contains("甲"), "{shown}");
    run(&folder, &["export", BOOK, "--to", "out"]);
}

#[test]
fn damage_and_faults_of_files_are_told_safely() {
    let folder = hostile_folder();
    folder.write(
        "checklists/items/z.ron",
        format!("[(id: \"{HOSTILE}\", {HOSTILE}: 1, applies: \"{HOSTILE}\")]"),
    );
    folder.write(
        "b.csv",
        format!("item_id,mark,{HOSTILE}\n{HOSTILE},○\nQ05-01,{HOSTILE},x\n"),
    );
    folder.write("c.csv", format!("code,name,mynumber,valid_from,predecessors,{HOSTILE}\n{HOSTILE},x,{HOSTILE},{HOSTILE},{HOSTILE}\n"));
    folder.write("d.csv", format!("scope_id,score,receipt,department,{HOSTILE}\n{HOSTILE},{HOSTILE},{HOSTILE},{HOSTILE},x\n"));
    for arguments in [
        &["check"][..],
        &["fill", BOOK, "--from", "b.csv"],
        &["fill", BOOK, "--from", "b.csv", "--dry-run"],
        &["roster", "check", "c.csv"],
        &["verify", "b.csv", "d.csv"],
    ] {
        run(&folder, arguments);
    }
    let good = folder.read(&journal(BOOK));
    let head = tenken::format::journal::read(&good).head;
    for ron in [
        HOSTILE.replace('\n', ""),
        format!(
            "(n:4,at:\"{}\",by:(name:\"\",title:\"\"),changes:[])",
            HOSTILE.replace('\n', "")
        ),
    ] {
        let hash = tenken::format::journal::link(&head, ron.as_bytes());
        let line = format!("{} {ron}\n", tenken::format::digest::hex(&hash));
        folder.write(&journal(BOOK), [&good, line.as_bytes()].concat());
        run(&folder, &["verify", &journal(BOOK)]);
        run(&folder, &["show", BOOK]);
        run(&folder, &["list"]);
        run(&folder, &["profile", BOOK, "lgwan=yes"]);
    }
}

#[test]
fn arguments_are_repeated_safely_by_every_command() {
    let folder = taken(HOSTILE);
    for name in &commands() {
        run(&folder, &[name, "--help"]);
        run(&folder, &[name, HOSTILE]);
        run(&folder, &[name, &format!("--{HOSTILE}"), HOSTILE]);
    }
    repeats_safely(HOSTILE);
}

#[test]
fn long_arguments_are_repeated_safely_by_every_command() {
    repeats_safely(&"長".repeat(30_000));
}

fn commands() -> Vec<String> {
    let command = Cli::command();
    let commands = command.get_subcommands();
    commands
        .map(|command| command.get_name().to_owned())
        .collect()
}

/// A folder in which a name is taken, so that no command makes something under it that takes long.
fn taken(name: impl AsRef<Path>) -> Folder {
    let folder = Folder::new();
    let path = folder.root().join(name);
    // One that cannot be is refused as well.
    if std::fs::create_dir_all(&path).is_ok() {
        std::fs::create_dir(path.join("x")).unwrap();
    }
    folder
}

fn repeats_safely(hostile: &str) {
    let folder = taken(hostile);
    let option = format!("--{hostile}");
    let valued = format!("--lang={hostile}");
    let new = ["new", "--checklist"];
    let begun = ["new", "--checklist", "odawara", "--department"];
    let mut all = vec![
        vec![hostile],
        vec![&option],
        vec![&valued],
        vec!["--today", hostile, "list"],
        vec!["--folder", hostile, "list"],
        [
            &new[..],
            &[
                hostile,
                "--department",
                hostile,
                "--name",
                hostile,
                "--year",
                hostile,
            ],
        ]
        .concat(),
        [&begun[..], &[hostile, "--name", "x"]].concat(),
        [&begun[..], &["1", "--name", "x", "--agency", hostile]].concat(),
        vec!["verify", hostile],
        vec!["check", hostile],
        vec!["roster", "check", hostile],
        vec!["roster", hostile],
    ];
    let commands = commands();
    for name in &commands {
        all.push(vec![name, hostile, hostile, &option]);
        all.push(vec![name, BOOK, "--to", hostile, "--from", hostile]);
    }
    each(&all, |arguments| {
        run(&folder, arguments);
    });
}

#[cfg(unix)]
#[test]
fn arguments_and_file_names_that_are_no_text_are_told_safely() {
    use std::os::unix::ffi::OsStringExt as _;

    let bad = || OsString::from_vec(b"\xff\xfe\x1b[2J".to_vec());
    let folder = taken(bad());
    let names = commands();
    for lang in ["ja", "en"] {
        let mut calls: Vec<Vec<OsString>> = vec![
            vec![bad()],
            vec!["--folder".into(), bad(), "list".into()],
            vec!["--by".into(), bad(), "list".into()],
        ];
        calls.extend(names.iter().map(|name| vec![name.into(), bad()]));
        calls.push(
            ["roster", "check"]
                .map(OsString::from)
                .into_iter()
                .chain([bad()])
                .collect(),
        );
        for call in calls {
            let arguments: Vec<OsString> = ["--lang", lang]
                .map(OsString::from)
                .into_iter()
                .chain(call)
                .collect();
            let output = output(&folder, &arguments);
            assert!(
                output.status.code().is_some_and(|code| code < 70),
                "{arguments:?}"
            );
            for stream in [output.stdout, output.stderr] {
                fit(
                    &format!("{arguments:?}"),
                    &String::from_utf8(stream).unwrap(),
                );
            }
        }
    }
    // Files that are there, named in such a way.
    let name = "\u{1b}[2J\u{202e}\u{9b}x.csv";
    folder.write(name, "a,b\n1,2\n");
    folder.write(
        &format!("checklists/items/{}.ron", HOSTILE.replace(['\n', '\r'], "")),
        "[",
    );
    run(&folder, &["verify", name]);
    run(&folder, &["roster", "check", name]);
    let checked = run(&folder, &["check"]);
    assert!(checked.contains("甲"), "{checked}");
}

#[test]
fn the_environment_is_not_shown() {
    let folder = Folder::new();
    let output = Command::new(PROGRAM)
        .current_dir(folder.path("."))
        .envs(
            [
                "NO_COLOR",
                "LANG",
                "TERM",
                "HOME",
                "COLUMNS",
                "CLICOLOR_FORCE",
            ]
            .map(|name| (name, HOSTILE.replace('\0', ""))),
        )
        .args(["list", "--nothing"])
        .output()
        .unwrap();
    fit("environment", &String::from_utf8(output.stderr).unwrap());
    fit("environment", &String::from_utf8(output.stdout).unwrap());
}

#[test]
fn no_screen_shows_stored_text_unescaped() {
    let folder = hostile_folder();
    for lang in [Lang::Ja, Lang::En] {
        let copy = tempfile::tempdir().unwrap();
        let shown = Command::new("cp")
            .arg("-r")
            .arg(folder.path("answers"))
            .arg(folder.path("checklists"))
            .arg(copy.path())
            .status();
        assert!(shown.unwrap().success());
        let mut driver = Driver::start_in(copy, (80, 24), lang);
        HOSTILE.clone_into(&mut driver.model.preferences.name);
        let mut seen = String::new();
        for keys in [
            "F1", "Esc", "Enter", "Enter", "F1", "Esc", "1", "3", "Esc", "Down", "F2", "Esc", "F3",
            "Esc", "F4", "Esc", "F5", "Esc", "F6", "Esc", "F7", "Esc", "F8", "Esc", "Esc", "Esc",
        ] {
            driver.press(keys);
            let screen = driver.screen();
            fit(keys, &screen);
            seen.push_str(&screen);
        }
        assert!(seen.contains('甲'));
    }
}
