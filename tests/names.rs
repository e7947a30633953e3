//! Names that become paths, and links where files should be: refused or made safe.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use program::{Folder, journal};
use tenken::store::checklists::BUILT_IN;

const BOOK: &str = "2026/odawara/0420";

/// Returns every file and folder below, with the bytes of the files.
fn everything(root: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.display().to_string();
            if path.symlink_metadata().unwrap().is_dir() {
                found.push((name, Vec::new()));
                open.push(path);
            } else {
                found.push((name, fs::read(&path).unwrap_or_default()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn no_department_or_city_leads_out_of_the_folder_or_to_a_device() {
    let folder = Folder::new();
    for name in [
        "../x",
        "/etc/x",
        "..",
        ".",
        r"..\x",
        r"C:\x",
        "C:x",
        "a/b",
        "CON",
        "con",
        "NUL",
        "nul.txt",
        "COM1",
        "COM1.txt",
        "com¹",
        "LPT9",
        "CONIN$",
        "CONOUT$",
        "ＣＯＮ",
        "x.",
        "課",
        "e\u{301}",
        "é",
        "a:b",
        "*",
        "-",
        "\u{202e}x",
        "%2e%2e",
        "123456789012345678901",
        &"x".repeat(255),
        &"x".repeat(5_000),
    ] {
        if name != "-" {
            let new = "new --checklist odawara --name 課 --year 2026 --department";
            folder.call(new).and(name).run().code(2);
        }
        let new = "new --department 0420 --name 課 --year 2026 --checklist";
        folder.call(new).and(name).run().code(2);
        for book in [
            format!("2026/odawara/{name}"),
            format!("2026/{name}/0420"),
            format!("{name}/odawara/0420"),
        ] {
            let ran = folder.call("show").and(&book).run();
            assert_eq!(ran.code, Some(2), "{book}: {}", ran.err);
        }
    }
    assert!(everything(&folder.path(".")).is_empty());
}

#[test]
fn codes_that_differ_in_capitals_alone_are_not_begun_beside_each_other() {
    let folder = Folder::new();
    folder.begin("2026/odawara/0420a");
    let new = "new --checklist odawara --name 課 --year 2026 --department";
    folder
        .call(new)
        .and("0420A")
        .run()
        .code(2)
        .err("0420a.ronl")
        .err("もうあります");
    // Full-width letters are the same code, and another year has files of its own.
    folder
        .call(new)
        .and("０４２０ａ")
        .run()
        .code(2)
        .err("もうあります");
    folder.begin("2025/odawara/0420A");
}

#[test]
fn files_named_as_the_program_never_names_them_are_no_workbooks() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let bytes = folder.read(&journal(BOOK));
    for name in [
        "2026/odawara/０４２１.ronl",
        "2026/odawara/ 0422.ronl",
        "2026/odawara/..ronl",
        "+2026/odawara/0423.ronl",
        "02026/odawara/0424.ronl",
        "2026/ＯＤＡ/0425.ronl",
    ] {
        folder.write(&format!("answers/{name}"), &bytes);
    }
    folder.write("answers/2026/Thumbs.db", "x");
    folder.write("answers/2026/odawara/.DS_Store", "x");
    let list = folder.done("list");
    assert_eq!(list.out.lines().count(), 1, "{}", list.out);
    list.out(BOOK);
}

#[test]
fn a_city_whose_id_is_no_file_name_is_told_with_its_place() {
    let (_, policy) = BUILT_IN
        .iter()
        .find(|(name, _)| *name == "odawara.ron")
        .unwrap();
    for id in [
        "con",
        "nul",
        "com1",
        "../x",
        "a.b",
        "Odawara",
        "小田原",
        "abcdefghijklmnopqrstu",
        "\\u{200b}x",
    ] {
        let folder = Folder::new();
        for (name, text) in BUILT_IN {
            folder.write(&format!("checklists/{name}"), text);
        }
        let text = policy.replacen("id: \"odawara\"", &format!("id: \"{id}\""), 1);
        folder.write("checklists/odawara.ron", text);
        folder
            .call("check")
            .run()
            .code(2)
            .out("odawara.ron 4行9桁:");
        folder
            .call("check")
            .english()
            .run()
            .code(2)
            .out("is not a good identifier");
        let new = format!("new --department 0420 --name 課 --year 2026 --checklist {id}");
        folder.call(&new).run().code(2);
        assert!(!folder.path("answers").exists());
    }
}

#[test]
fn a_name_too_long_for_the_file_system_is_refused_in_words() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let before = everything(&folder.path("answers"));
    let long = "長".repeat(100);
    folder
        .call(&format!("export {BOOK} --to"))
        .and(&long)
        .run()
        .code(4)
        .err("フォルダを作れません");
    folder.call("roster template --to").and(&long).run().code(4);
    let _ = fs::remove_file(folder.path("answers/2026/odawara/0420.lock"));
    let after = everything(&folder.path("answers"));
    assert!(
        before
            .iter()
            .all(|file| after.contains(file) || file.0.contains(".lock"))
    );
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    /// Asserts that nothing of a workbook is read or written, and nothing outside changes.
    #[track_caller]
    fn assert_left_alone(folder: &Folder, outside: &Path, calls: &[String], code: i32) {
        let before = everything(outside);
        for call in calls {
            let ran = folder.call(call).run();
            assert_eq!(ran.code, Some(code), "{call}: {}{}", ran.out, ran.err);
            assert!(
                ran.err.contains("リンク") || ran.out.contains("リンク"),
                "{call}: {}",
                ran.err
            );
            let ran = folder.call(call).english().run();
            assert!(
                ran.err.contains("link") || ran.out.contains("link"),
                "{call}: {}",
                ran.err
            );
        }
        assert_eq!(everything(outside), before);
    }

    fn calls(book: &str) -> Vec<String> {
        ["show", "confirm", "export", "update-checklist"]
            .iter()
            .map(|call| format!("{call} {book}"))
            .chain([
                format!("profile {book} lgwan=no"),
                format!("reopen {book} --why x"),
            ])
            .collect()
    }

    #[test]
    fn a_workbook_that_is_a_link_is_neither_read_nor_written() {
        let folder = Folder::new();
        let other = Folder::new();
        folder.begin(BOOK);
        other.begin(BOOK);
        let path = folder.path(&journal(BOOK));
        fs::remove_file(&path).unwrap();
        symlink(other.path(&journal(BOOK)), &path).unwrap();
        assert_left_alone(&folder, &other.path("."), &calls(BOOK), 2);
        assert_left_alone(&folder, &other.path("."), &["list".to_owned()], 1);
        // One that leads nowhere is not made either.
        let nowhere = other.path("answers/2026/odawara/new.ronl");
        fs::remove_file(&path).unwrap();
        symlink(&nowhere, &path).unwrap();
        let new = "new --checklist odawara --department 0420 --name x --year 2026".to_owned();
        assert_left_alone(&folder, &other.path("."), &[new], 2);
        assert!(!nowhere.exists());
    }

    #[test]
    fn a_lock_draft_or_frozen_checklist_that_is_a_link_is_not_followed() {
        let folder = Folder::new();
        let outside = Folder::new();
        folder.begin(BOOK);
        outside.write("kept", "untouched");
        for ending in ["lock", "writer", "draft"] {
            for target in ["kept", "absent"] {
                let link = folder.path(&format!("answers/2026/odawara/0420.{ending}"));
                let _ = fs::remove_file(&link);
                symlink(outside.path(target), &link).unwrap();
                assert_left_alone(&folder, &outside.path("."), &calls(BOOK), 2);
                fs::remove_file(&link).unwrap();
            }
        }
        assert!(!outside.path("absent").exists());
        let names = fs::read_dir(folder.path("answers/2026/odawara")).unwrap();
        let mut paths = names.map(|entry| entry.unwrap().path());
        let frozen = paths
            .find(|path| path.display().to_string().contains("checklist-"))
            .unwrap();
        fs::rename(&frozen, outside.path("frozen.ron")).unwrap();
        symlink(outside.path("frozen.ron"), &frozen).unwrap();
        assert_left_alone(&folder, &outside.path("."), &[format!("show {BOOK}")], 2);
    }

    #[test]
    fn a_year_or_city_that_is_a_link_is_not_followed() {
        let other = Folder::new();
        other.begin(BOOK);
        for part in ["2026", "2026/odawara"] {
            let folder = Folder::new();
            let link = folder.path(&format!("answers/{part}"));
            fs::create_dir_all(link.parent().unwrap()).unwrap();
            symlink(other.path(&format!("answers/{part}")), &link).unwrap();
            let new = "new --checklist odawara --department 0421 --name x --year 2026".to_owned();
            let calls: Vec<String> = calls(BOOK).into_iter().chain([new]).collect();
            assert_left_alone(&folder, &other.path("."), &calls, 2);
        }
        // The folder itself may be one: whoever calls says which it is.
        let folder = Folder::new();
        symlink(other.path("."), folder.path("linked")).unwrap();
        folder.done(&format!("show linked/answers/{BOOK}.ronl"));
    }

    #[test]
    fn exports_and_templates_are_never_written_through_a_link() {
        let folder = Folder::new();
        let outside = Folder::new();
        folder.begin(BOOK);
        outside.write("kept.csv", "untouched");
        fs::create_dir_all(folder.path("exports")).unwrap();
        let stem = "exports/2026_odawara_0420";
        symlink(
            outside.path("absent.csv"),
            folder.path(&format!("{stem}_summary.csv")),
        )
        .unwrap();
        symlink(
            outside.path("kept.csv"),
            folder.path(&format!("{stem}-2_answers.csv")),
        )
        .unwrap();
        folder
            .done(&format!("export {BOOK}"))
            .out("0420-3_summary.csv");
        symlink(outside.path("absent.csv"), folder.path("template.csv")).unwrap();
        folder
            .call("roster template --to template.csv")
            .run()
            .code(2)
            .err("もうあります");
        // Preferences are replaced, link and all.
        let preferences = folder.path("answers/preferences.ron");
        let _ = fs::remove_file(&preferences);
        symlink(outside.path("kept.csv"), &preferences).unwrap();
        folder.begin("2026/odawara/0421");
        assert!(!preferences.symlink_metadata().unwrap().is_symlink());
        assert_eq!(outside.read("kept.csv"), b"untouched");
        assert!(!outside.path("absent.csv").exists());
    }
}
