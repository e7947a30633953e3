//! Every kind of damage is told in words of its own, and looking at it changes nothing.

use std::collections::BTreeSet;

use tenken::text::Lang;

use super::driver::Driver;
use super::program::{Folder, journal};
use super::{BOOK, begun, everything, lines};

/// A kind of damage: how the file is spoilt, words in both languages, and how many of five records
/// can still be read.
struct Kind {
    spoil: fn(&[Vec<u8>]) -> Vec<u8>,
    japanese: &'static str,
    english: &'static str,
    records: usize,
}

fn text(lines: &[Vec<u8>]) -> String {
    String::from_utf8(lines.concat()).unwrap()
}

const fn kind(
    spoil: fn(&[Vec<u8>]) -> Vec<u8>,
    japanese: &'static str,
    english: &'static str,
    records: usize,
) -> Kind {
    Kind {
        spoil,
        japanese,
        english,
        records,
    }
}

/// Nothing can be read.
fn hopeless() -> Vec<Kind> {
    vec![
        kind(
            |_| Vec::new(),
            "中身がありません（0バイト）",
            "empty (0 bytes)",
            0,
        ),
        kind(
            |_| b"\0".repeat(600),
            "1行目（先頭から1バイト目）に、記録の代わりに0",
            "line 1 (byte 1) holds zeros",
            0,
        ),
        kind(
            |_| b"PK\x03\x04 a picture".to_vec(),
            "記録ファイルではありません",
            "no journal",
            0,
        ),
        kind(
            |l| l[0][..300].to_vec(),
            "最初の記録の途中で",
            "within its first record",
            0,
        ),
        kind(
            |l| l[1..].concat(),
            "2番の記録から始まっています",
            "starts with record 2",
            0,
        ),
    ]
}

/// A line stands where it should not, or is not as it was.
fn lines_spoilt() -> Vec<Kind> {
    vec![
        kind(|l| [l, &l[4..]].concat().concat(), "6行目", "line 6", 5),
        kind(
            |l| {
                [&l[0], &l[2], &l[1], &l[3], &l[4]]
                    .map(Clone::clone)
                    .concat()
            },
            "順序が入れ替わっています",
            "wrong order",
            1,
        ),
        kind(
            |l| [&l[0], &l[1], &l[4]].map(Clone::clone).concat(),
            "3番から4番の記録がなくなっています",
            "records 3 to 4 are missing",
            2,
        ),
        kind(
            |l| {
                let mut bytes = l.concat();
                bytes[l[0].len() + l[1].len() + 150] = b'#';
                bytes
            },
            "3行目（先頭から",
            "was altered",
            2,
        ),
        kind(
            |l| {
                let mut bytes = l.concat();
                let at = l[0].len() + l[1].len() + 90;
                bytes[at..at + 60].fill(0);
                bytes
            },
            "0のバイトが並んでいます",
            "zeros",
            2,
        ),
        kind(
            |l| [&l[0][..], b"memo\n", &l[1..].concat()].concat(),
            "ここに入る記録ではありません",
            "does not belong here",
            1,
        ),
    ]
}

/// An editor saved it again.
fn saved_again() -> Vec<Kind> {
    vec![
        kind(
            |l| format!("\u{feff}{}", text(l)).into_bytes(),
            "先頭にBOM",
            "byte order mark",
            5,
        ),
        kind(
            |l| text(l).replace('\n', "\r\n").into_bytes(),
            "改行がCRLF",
            "CRLF",
            5,
        ),
        kind(
            |l| {
                format!("\u{feff}{}", text(l))
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect()
            },
            "UTF-16",
            "UTF-16",
            5,
        ),
        kind(
            |l| encoding_rs::SHIFT_JIS.encode(&text(l)).0.into_owned(),
            "シフトJIS",
            "Shift JIS",
            5,
        ),
    ]
}

#[test]
fn each_damage_is_told_in_its_own_words_and_looking_changes_nothing() {
    let folder = begun();
    let whole = lines(&folder);
    assert_eq!(whole.len(), 5);
    let lock = folder.path("answers/2026/odawara/0420.lock");
    std::fs::remove_file(lock).unwrap();
    let mut said = BTreeSet::new();
    let kinds = hopeless().into_iter().chain(lines_spoilt());
    for kind in kinds.chain(saved_again()) {
        folder.write(&journal(BOOK), (kind.spoil)(&whole));
        let before = everything(&folder.path(""));
        let code = if kind.records > 0 { 1 } else { 3 };
        let shown = folder.call(&format!("show {BOOK}")).run().code(code);
        let shown = shown.err(kind.japanese).err("ファイルには触れていません");
        let first = shown.err.lines().next().unwrap().to_owned();
        assert!(said.insert(first), "{}", shown.err);
        let english = folder.call(&format!("show {BOOK}")).english().run();
        english.code(code).err(kind.english);
        folder
            .call("list")
            .run()
            .code(1)
            .out(BOOK)
            .out(kind.japanese);
        // What is damaged is never written to.
        for command in [
            "profile 2026/odawara/0420 mynumber=no",
            "export 2026/odawara/0420",
        ] {
            folder.call(command).run().code(3).err(kind.japanese);
        }
        assert_opens_for_reading(&folder, kind.records);
        assert_eq!(everything(&folder.path("")), before, "{}", kind.japanese);
    }
}

/// Opens the workbook on the screens: what is good can be looked at, and nothing written.
fn assert_opens_for_reading(folder: &Folder, records: usize) {
    let driver = Driver::start((80, 24), Lang::Ja);
    let mut driver = driver.in_folder_of(&folder.path(""));
    driver.press("Enter");
    let count = driver
        .model
        .open
        .as_ref()
        .map_or(0, |open| open.workbook.records().len());
    assert_eq!(count, records);
    let notice = driver.model.notice.as_ref().unwrap().text.clone();
    if records > 0 {
        assert!(notice.contains("読むだけで開きました。"), "{notice}");
        assert!(notice.contains("tenken repair"), "{notice}");
        assert!(driver.screen().contains("読むだけ"));
        driver.press("1 2 3");
        let open = driver.model.open.as_ref().unwrap();
        assert_eq!(open.workbook.records().len(), records);
    } else {
        assert!(notice.contains("ファイルには触れていません。"), "{notice}");
    }
}

#[test]
fn a_folder_in_the_place_of_a_journal_is_told() {
    let folder = begun();
    let path = folder.path(&journal(BOOK));
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    let words = "フォルダがあります";
    folder
        .call(&format!("show {BOOK}"))
        .run()
        .code(3)
        .err(words);
    folder
        .call(&format!("repair {BOOK} --yes"))
        .run()
        .code(3)
        .err(words);
    folder.call("list").run().code(1).out(words);
    assert!(path.is_dir());
}

#[test]
fn a_file_of_a_gigabyte_is_refused_by_its_length() {
    let folder = begun();
    let path = folder.path(&journal(BOOK));
    // Nothing of it is on the disk: were it read, this would take as long as reading a gigabyte.
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(1 << 30).unwrap();
    for command in ["show", "repair"] {
        let ran = folder.call(&format!("{command} {BOOK}")).run().code(3);
        ran.err("大きすぎます。読めるのは128 MBまでです。");
    }
    folder.call("list").run().code(1).out("大きすぎます");
    assert_eq!(std::fs::metadata(&path).unwrap().len(), 1 << 30);
}

#[test]
fn zeros_after_a_power_cut_are_kept_aside_by_the_next_record() {
    let folder = begun();
    let whole = folder.read(&journal(BOOK));
    let before = [&whole[..], &b"\0".repeat(700)].concat();
    folder.write(&journal(BOOK), &before);
    let told = "空のまま末尾に残っています（700バイト）。保存済みの回答は無事です。";
    folder.done(&format!("show {BOOK}")).err(told);
    folder
        .done(&format!("repair {BOOK}"))
        .out(told)
        .out("壊れていません");
    assert_eq!(folder.read(&journal(BOOK)), before);
    folder
        .done(&format!("profile {BOOK} mynumber=no"))
        .err(told);
    let after = folder.read(&journal(BOOK));
    assert!(after.starts_with(&whole) && !after.contains(&0));
    let aside = folder.read("answers/2026/odawara/0420.torn");
    assert_eq!(aside, b"\0".repeat(700));
}
