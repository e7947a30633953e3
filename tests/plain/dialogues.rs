//! What typical dialogues look like, in both languages.

use super::{begun, talk};
use crate::program::Folder;
use crate::talk::Talk;
use tenken::text::Lang;

/// Compares a dialogue in both languages with its picture.
fn pictures(name: &str, folder: impl Fn() -> Folder, lines: &[&str]) {
    for (lang, code) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        let folder = folder();
        let Talk { text, .. } = talk(&folder.path(""), lang, lines);
        let root = folder.path("").display().to_string();
        let root = root.trim_end_matches('/');
        // The folder's name, and so where its line breaks, differs from run to run.
        assert!(text.replace('\n', "").contains(root));
        let begin = text.find("\n1. ").unwrap();
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("plain__{name}_{code}"), text[begin + 1..].trim_end());
        });
    }
}

#[test]
fn beginning() {
    let lines = [
        "?",
        "1",
        "2",
        "",
        "04/20",
        "0420",
        "総務課",
        "",
        "山田太郎",
        "",
        "3",
        "1",
        "1",
        "2",
        "0",
    ];
    pictures("begin", Folder::new, &lines);
}

#[test]
fn answering() {
    let lines = [
        "1",
        "2",
        "3人が未確認です",
        "12月に確かめます",
        "",
        "4",
        "3",
        "1",
        "7",
        "名簿",
        "",
        "",
        "8",
        "5",
        "8",
        "3",
        "",
        "Q06-3b-01",
        "1",
        "1",
        "9",
        "quit",
    ];
    pictures("answer", begun, &lines);
}

#[test]
fn the_menu_and_the_review() {
    let lines = [
        "1", "1", "0", "4", "0", "3", "2", "0", "5", "0", "8", "quit",
    ];
    pictures("menu", begun, &lines);
}

#[test]
fn exporting_a_draft_after_a_look() {
    let lines = [
        "1",
        "6",
        "窓口は0465-33-1111です。",
        "",
        "0",
        "6",
        "渡す箱",
        "2",
        "3",
        "短い.txt",
        "1",
        "",
        "6",
        "",
        "2",
        "",
        "2",
        "代表番号なので公開している",
        "",
    ];
    let folder = || {
        let folder = begun();
        folder.write("短い.txt", "himitsu\n");
        folder
    };
    pictures("export_look", folder, &lines);
}

#[test]
fn one_is_counted_as_one() {
    let english = |folder: &Folder, lines: &[&str]| talk(&folder.path(""), Lang::En, lines);
    let folder = begun();
    let lines = [
        "1",
        "6",
        "The desk is 0465-33-1111.",
        "",
        "0",
        "6",
        "",
        "",
        "",
    ];
    english(&folder, &lines).says("Please look before exporting (1 place).");
    let folder = begun();
    let long = "a".repeat(2_000);
    english(&folder, &["1", "6", &long, "b", ""]).says("1 was left out.");
    english(&folder, &["1", "Q05-01", "6", "1", "ab", ""]).says("2 were left out.");
}
