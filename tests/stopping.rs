//! Asking `tenken collect` to stop while it writes: heard within a moment, and nothing is half done.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/each.rs"]
mod each;
#[path = "support/program.rs"]
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use each::each;
use program::{Folder, NOW, PROGRAM};

/// How long stopping may take on a busy machine, with a program that was not optimised.
const MOMENT: Duration = Duration::from_secs(5);

/// Every file below a folder with its bytes, and every folder.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = fs::read_dir(next) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_owned();
            if path.is_dir() {
                found.insert(name, None);
                folders.push(path);
            } else {
                found.insert(name, fs::read(&path).ok());
            }
        }
    }
    found
}

/// What of a division's folder is being written and has no name of its own yet. Reads no file, so
/// that what is seen is still being written.
fn unfinished(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = fs::read_dir(next) else {
            continue;
        };
        for entry in entries.flatten() {
            let name = entry.file_name().display().to_string();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(entry.path());
            } else if name.contains(".tenken-") {
                found.push(name);
            }
        }
    }
    found
}

fn collect(folder: &Folder, arguments: &str) -> Child {
    Command::new(PROGRAM)
        .env_clear()
        .current_dir(folder.root())
        .args(["--folder", ".", "--now", NOW, "collect"])
        .args(arguments.split_whitespace())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Asks to stop as soon as a file of this name is being written; returns the code and the words.
fn stopped_at(
    folder: &Folder,
    arguments: &str,
    place: &str,
    file: &str,
    signal: &str,
) -> (Option<i32>, String) {
    let mut child = collect(folder, arguments);
    let place = folder.path(place);
    let begun = Instant::now();
    while !unfinished(&place).iter().any(|name| name.contains(file)) {
        let ended = child.try_wait().unwrap();
        assert!(ended.is_none(), "it ended before {file} was seen");
        assert!(begun.elapsed() < Duration::from_secs(120));
        std::thread::sleep(Duration::from_micros(200));
    }
    let mut kill = Command::new("kill");
    kill.arg(format!("-{signal}")).arg(child.id().to_string());
    assert!(kill.status().unwrap().success());
    let asked = Instant::now();
    let output = child.wait_with_output().unwrap();
    assert!(asked.elapsed() < MOMENT, "{:?}", asked.elapsed());
    let words = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), words)
}

const FIRST: &str =
    "demo/received/2025 --year 2025 --to desk --store store --roster demo/departments.csv";
const MORE: &str = "demo/received/2026 demo/received/2025 --year 2025 --to desk --store store --roster demo/departments.csv";

#[test]
fn all_is_as_it_was_wherever_it_is_stopped() {
    let demo = Folder::new();
    demo.done("demo demo");
    // Where nothing was before, nothing is left: no folder either.
    let first = [
        ("desk", "_answers~"),
        ("desk", "by_clause"),
        ("store", "answers"),
    ];
    each(&first, |(place, file)| {
        let folder = demo.copy();
        let (code, words) = stopped_at(&folder, FIRST, place, file, "INT");
        assert_eq!(code, Some(130), "{file}: {words}");
        assert!(words.contains("何も書いていません"), "{words}");
        assert!(!folder.path("desk").exists(), "{file}");
        assert!(!folder.path("store").exists(), "{file}");
    });
    let collected = collect(&demo, FIRST).wait_with_output().unwrap();
    assert!(matches!(collected.status.code(), Some(0 | 1)));
    // Where there was something, it is there as before.
    let more = [
        ("desk", "_answers~", "INT", 2),
        ("desk", "ledger", "TERM", 15),
        ("desk", "open_points", "INT", 2),
        ("store", "answers", "HUP", 1),
    ];
    each(&more, |(place, file, signal, number)| {
        let folder = demo.copy();
        let before = ["desk", "store"].map(|name| tree(&folder.path(name)));
        assert!(before.iter().all(|tree| tree.len() > 3));
        let (code, words) = stopped_at(&folder, MORE, place, file, signal);
        assert_eq!(code, Some(128 + number), "{file}: {words}");
        let now = ["desk", "store"].map(|name| tree(&folder.path(name)));
        assert!(now == before, "{file}: something changed");
    });
}
