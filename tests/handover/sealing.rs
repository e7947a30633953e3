//! Sealed files: written, opened, refused.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use tenken::store::disk::Disk;
use tenken::store::exports::{self, How};
use tenken::store::folder::Folder as Working;
use tenken::store::gate::{Gate, Step};
use tenken::store::sealed::{self, Opener, Seal};
use tenken::store::workbooks;
use tenken::text::columns::Header;

use crate::program::Folder;
use crate::{BOOK, PHRASE, begin, behind, names};

const SUMMARY: &str = "exports/2026_odawara_0420_summary.csv.age";
const ANSWERS: &str = "exports/2026_odawara_0420_answers.csv.age";
const RECEIPT: &str = "受付照合番号 ";

/// A department's workbook, and keys of the division.
fn department() -> Folder {
    let folder = Folder::new();
    begin(&folder, &["済み"]);
    folder.done("key new --to division");
    folder.write("phrase.txt", format!("{PHRASE}\n"));
    folder
}

#[test]
fn what_a_department_seals_the_division_opens_with_the_same_receipt() {
    let folder = department();
    let plain = folder.done(&format!("export {BOOK} --to plain"));
    let number = behind(&plain.out, RECEIPT).to_owned();
    let fresh = department();
    let ran = fresh.done(&format!("export {BOOK} --encrypt-to division.pub"));
    let receipt = behind(&ran.out, RECEIPT).to_owned();
    assert!(receipt.starts_with("R-") && number.starts_with("R-"));
    assert!(ran.out.contains("秘密の鍵でだけ開けます"), "{}", ran.out);
    assert_eq!(
        names(&fresh, "exports"),
        [
            "2026_odawara_0420_answers.csv.age",
            "2026_odawara_0420_summary.csv.age"
        ]
    );
    fresh
        .done(&format!(
            "decrypt {SUMMARY} {ANSWERS} --identity division --to opened"
        ))
        .out("暗号化を解いて書きました: opened/2026_odawara_0420_answers.csv")
        .out("一致しました")
        .out(&receipt);
    fresh
        .done("verify opened/2026_odawara_0420_summary.csv opened/2026_odawara_0420_answers.csv")
        .out(&receipt);
    // What is recorded are the digests of the plain files, under the names of the sealed ones.
    let journal = String::from_utf8(fresh.read(&format!("answers/{BOOK}.ronl"))).unwrap();
    let opened = fresh.read("opened/2026_odawara_0420_answers.csv");
    let digest = tenken::format::digest::of_bytes(&opened);
    assert!(journal.contains("2026_odawara_0420_answers.csv.age"));
    assert!(journal.contains(&digest));
}

#[test]
fn a_key_given_directly_and_several_keys_in_a_file_seal_too() {
    let folder = department();
    folder.done("key new --to second");
    let key = String::from_utf8(folder.read("second.pub")).unwrap();
    let key = key.lines().find(|line| line.starts_with("age1")).unwrap();
    let both = [folder.read("division.pub"), folder.read("second.pub")].concat();
    folder.write("both.pub", both);
    folder.done(&format!("export {BOOK} --to direct --encrypt-to {key}"));
    folder.done(&format!("export {BOOK} --to both --encrypt-to both.pub"));
    let file = "2026_odawara_0420_summary.csv.age";
    folder.done(&format!("decrypt direct/{file} --identity second --to a"));
    folder.done(&format!("decrypt both/{file} --identity second --to b"));
    folder.done(&format!("decrypt both/{file} --identity division --to c"));
    folder
        .call(&format!("decrypt direct/{file} --identity division --to d"))
        .run()
        .code(2)
        .err("この鍵では開けません");
}

#[test]
fn a_passphrase_file_seals_and_opens_without_a_terminal() {
    let folder = department();
    folder
        .done(&format!("export {BOOK} --passphrase-file phrase.txt"))
        .out("別の方法で伝えてください");
    folder.done(&format!(
        "decrypt {SUMMARY} {ANSWERS} --passphrase-file phrase.txt --to opened"
    ));
    assert_eq!(names(&folder, "opened").len(), 2);
    folder.write("short.txt", "1234567\n");
    folder
        .call(&format!("export {BOOK} --to x --passphrase-file short.txt"))
        .run()
        .code(2)
        .err("8字以上")
        .err("短いと");
    folder
        .call(&format!("export {BOOK} --to x --passphrase"))
        .run()
        .code(2)
        .err("端末がありません");
    folder
        .call(&format!(
            "export {BOOK} --to x --passphrase --encrypt-to division.pub"
        ))
        .run()
        .code(2);
    assert!(names(&folder, "x").is_empty());
}

#[test]
fn verify_reads_sealed_files_and_leaves_nothing_plain() {
    let folder = department();
    let ran = folder.done(&format!("export {BOOK} --encrypt-to division.pub"));
    let receipt = behind(&ran.out, RECEIPT).to_owned();
    let before = names(&folder, "exports");
    folder
        .done(&format!("verify {SUMMARY} {ANSWERS} --identity division"))
        .out("一致しました")
        .out(&receipt);
    folder
        .call(&format!("verify {SUMMARY} {ANSWERS}"))
        .run()
        .code(2)
        .err("暗号化してあります")
        .err("--identity");
    folder
        .call(&format!(
            "verify {SUMMARY} {ANSWERS} --passphrase-file phrase.txt"
        ))
        .run()
        .code(2)
        .err("鍵で暗号化してあります");
    assert_eq!(names(&folder, "exports"), before);
    assert!(
        !names(&folder, "")
            .iter()
            .any(|name| name.contains("_answers") || name.contains("_summary"))
    );
}

/// Asserts for each file and what it is opened with: the exit code, the words, nothing written.
fn assert_told(folder: &Folder, cases: &[(&str, &str, i32, &str)]) {
    for (file, with, code, words) in cases {
        // The good file beside it is not written either: all or none.
        folder
            .call(&format!("decrypt {file} {SUMMARY} {with} --to opened"))
            .run()
            .code(*code)
            .err(words);
        folder
            .call(&format!("decrypt {file} {with} --to opened"))
            .english()
            .run()
            .code(*code);
        assert!(names(folder, "opened").is_empty(), "{file} {with}");
    }
}

#[test]
fn what_does_not_open_says_why_and_writes_nothing() {
    let folder = department();
    folder.done(&format!("export {BOOK} --encrypt-to division.pub"));
    folder.done("key new --to stranger");
    let good = folder.read(SUMMARY);
    let mut altered = good.clone();
    *altered.last_mut().unwrap() ^= 1;
    folder.write("altered.csv.age", altered);
    folder.write("cut.csv.age", &good[..good.len() - 40]);
    folder.write("other.csv.age", "item_id,mark\n");
    folder.write("hostile.csv.age", {
        let line = "A".repeat(43);
        format!(
            "age-encryption.org/v1\n-> scrypt {} 40\n{line}\n--- {line}\n0123456789abcdef",
            "A".repeat(22)
        )
    });
    assert_told(
        &folder,
        &[
            (SUMMARY, "--identity stranger", 2, "この鍵では開けません"),
            (SUMMARY, "--identity division.pub", 2, "公開の鍵です"),
            (
                SUMMARY,
                "--identity phrase.txt",
                2,
                "1行目は、使える鍵ではありません",
            ),
            (
                SUMMARY,
                "--passphrase-file phrase.txt",
                2,
                "鍵で暗号化してあります",
            ),
            (SUMMARY, "", 2, "--identity"),
            (
                "altered.csv.age",
                "--identity division",
                3,
                "書き換わっているか",
            ),
            (
                "cut.csv.age",
                "--identity division",
                3,
                "終わりが欠けています",
            ),
            (
                "other.csv.age",
                "--identity division",
                3,
                "暗号化したファイルではありません",
            ),
            (
                "fill.csv",
                "--identity division",
                3,
                "暗号化したファイルではありません",
            ),
            (
                "hostile.csv.age",
                "--passphrase-file phrase.txt",
                3,
                "2の40乗",
            ),
            ("none.csv.age", "--identity division", 2, "ありません"),
        ],
    );
}

#[test]
fn a_wrong_passphrase_is_told_and_writes_nothing() {
    let folder = department();
    folder.done(&format!("export {BOOK} --passphrase-file phrase.txt"));
    folder.write("wrong.txt", "三つの ことば を並べた\n");
    folder
        .call(&format!(
            "decrypt {SUMMARY} --passphrase-file wrong.txt --to opened"
        ))
        .run()
        .code(2)
        .err("このパスフレーズでは開けません");
    folder
        .call(&format!(
            "decrypt {SUMMARY} --identity division --to opened"
        ))
        .run()
        .code(2)
        .err("パスフレーズで暗号化してあります");
    assert!(names(&folder, "opened").is_empty());
}

#[test]
fn nothing_is_opened_over_another_file() {
    let folder = department();
    folder.done(&format!("export {BOOK} --encrypt-to division.pub"));
    folder.write("opened/2026_odawara_0420_answers.csv", "mine");
    folder
        .call(&format!(
            "decrypt {SUMMARY} {ANSWERS} --identity division --to opened"
        ))
        .run()
        .code(2)
        .err("もうあります");
    assert_eq!(names(&folder, "opened"), ["2026_odawara_0420_answers.csv"]);
    assert_eq!(folder.read("opened/2026_odawara_0420_answers.csv"), b"mine");
    folder
        .call(&format!(
            "decrypt {SUMMARY} ./{SUMMARY} --identity division --to twice"
        ))
        .run()
        .code(2);
    assert!(names(&folder, "twice").is_empty());
    // Beside the sealed files when no folder is named.
    folder.done(&format!("decrypt {SUMMARY} {ANSWERS} --identity division"));
    assert_eq!(names(&folder, "exports").len(), 4);
    // Then both forms of the name are taken.
    folder
        .done(&format!("export {BOOK}"))
        .out("2026_odawara_0420-2_summary.csv");
}

#[test]
fn keys_are_explained_and_never_written_over() {
    let folder = Folder::new();
    folder
        .done("key new --to keys/division")
        .out("取りまとめ部署の外に出さないでください")
        .out("各課に配ってください")
        .out("keys/division.pub")
        .out("age1");
    let secret = folder.read("keys/division");
    let ran = folder
        .call("key new --to keys/division")
        .run()
        .code(2)
        .err("もうあります");
    assert!(!ran.out.contains("AGE-SECRET"), "never on the terminal");
    assert_eq!(folder.read("keys/division"), secret);
    assert!(
        String::from_utf8(secret)
            .unwrap()
            .contains("AGE-SECRET-KEY-1")
    );
    folder.call("key").run().code(2).err("鍵の組を作る");
    folder.begin(BOOK);
    for (file, words) in [
        ("keys/division", "秘密の鍵です"),
        ("none.pub", "ありません"),
    ] {
        folder
            .call(&format!("export {BOOK} --encrypt-to {file}"))
            .run()
            .code(2)
            .err(words);
    }
    folder
        .call(&format!("export {BOOK} --encrypt-to age1nonsense"))
        .english()
        .run()
        .code(2)
        .err("the key given");
    assert!(names(&folder, "exports").is_empty());
}

/// Looks into every file of a folder before every step on the disk.
#[derive(Default)]
struct Watch {
    folder: PathBuf,
    steps: Mutex<usize>,
    seen: Mutex<Vec<String>>,
}

const PLAIN: &[&[u8]] = &[
    "設問".as_bytes(),
    "受付照合番号".as_bytes(),
    "目に付く備考".as_bytes(),
];

impl Gate for Watch {
    fn before(&self, step: Step, path: &Path) -> std::io::Result<()> {
        *self.steps.lock().unwrap() += 1;
        for entry in fs::read_dir(&self.folder).into_iter().flatten() {
            let file = entry?.path();
            let bytes = fs::read(&file)?;
            let plain = PLAIN
                .iter()
                .any(|words| bytes.windows(words.len()).any(|part| part == *words));
            if plain {
                let seen = format!("{} before {step:?} of {}", file.display(), path.display());
                self.seen.lock().unwrap().push(seen);
            }
        }
        Ok(())
    }
}

#[test]
fn no_plain_text_touches_the_disk_not_even_in_between() {
    let folder = Folder::new();
    begin(&folder, &["目に付く備考"]);
    let working = Working::new(folder.path(""));
    let opened = workbooks::open(&working, &BOOK.parse().unwrap()).unwrap();
    folder.done("key new --to division");
    let to_key =
        sealed::public_keys_of(&Disk::default(), &folder.path(""), "division.pub").unwrap();
    let phrase = tenken::format::sealing::Passphrase::new(PHRASE);
    let to_phrase = Seal::Passphrase(phrase.clone());
    for (name, seal) in [
        ("plain", None),
        ("key", Some(&to_key)),
        ("phrase", Some(&to_phrase)),
    ] {
        let to = folder.path(name);
        let watch = Arc::new(Watch {
            folder: to.clone(),
            ..Watch::default()
        });
        let how = How {
            header: Header::Ja,
            seal,
            despite: None,
        };
        let gate: Arc<dyn Gate> = watch.clone();
        let exported = exports::write(&Disk::gated(gate), &opened, &to, how).unwrap();
        assert!(*watch.steps.lock().unwrap() > 10);
        let seen = watch.seen.lock().unwrap();
        // The plain export shows that the watch sees what there is to see.
        assert_eq!(seen.is_empty(), seal.is_some(), "{seen:?}");
        assert_eq!(names(&folder, name).len(), 2, "nothing in between is left");
        if seal.is_some() {
            let bytes = fs::read(&exported.files[1]).unwrap();
            let opener = match name {
                "key" => {
                    sealed::secret_keys_of(&Disk::default(), &folder.path("division")).unwrap()
                }
                _ => Opener::Passphrase(phrase.clone()),
            };
            let plain = String::from_utf8(sealed::open(&bytes, &opener).unwrap()).unwrap();
            assert!(plain.contains("目に付く備考"));
        }
    }
}

/// Spoils what is written, as a failing stick does.
struct Spoil(PathBuf);

impl Gate for Spoil {
    fn before(&self, step: Step, path: &Path) -> std::io::Result<()> {
        if step == Step::OpenToRead && path == self.0 {
            let mut bytes = fs::read(path)?;
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            std::io::Write::write_all(&mut fs::OpenOptions::new().write(true).open(path)?, &bytes)?;
        }
        Ok(())
    }
}

#[test]
fn a_sealed_file_that_reads_back_otherwise_is_not_left() {
    let folder = Folder::new();
    begin(&folder, &["済み"]);
    let working = Working::new(folder.path(""));
    let opened = workbooks::open(&working, &BOOK.parse().unwrap()).unwrap();
    folder.done("key new --to division");
    let seal = sealed::public_keys_of(&Disk::default(), &folder.path(""), "division.pub").unwrap();
    let spoilt = folder.path(ANSWERS);
    let disk = Disk::gated(Arc::new(Spoil(spoilt)));
    let how = How {
        header: Header::Ja,
        seal: Some(&seal),
        despite: None,
    };
    let error = exports::write(&disk, &opened, &folder.path("exports"), how).unwrap_err();
    assert_eq!(error.exit_code(), 4);
    assert!(names(&folder, "exports").is_empty());
}

#[cfg(unix)]
#[test]
fn plain_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    use tenken::domain::record::TextField;
    use tenken::store::draft::{Draft, keep};

    let folder = department();
    folder.done(&format!("export {BOOK}"));
    let working = Working::new(folder.path(""));
    let key = BOOK.parse().unwrap();
    let (_, appender) =
        workbooks::open_for_writing(&working, &key, "花子", chrono::DateTime::default()).unwrap();
    let draft = Draft {
        item: tenken::domain::item_id::ItemId("Q05-01".into()),
        field: TextField::Remark,
        text: "書きかけ".into(),
        at: String::new(),
    };
    keep(&working, &key, Some(&draft)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let mut found = Vec::new();
    let mut folders = vec![folder.path("answers"), folder.path("exports")];
    while let Some(below) = folders.pop() {
        assert_eq!(mode(&below), 0o700, "{}", below.display());
        for entry in fs::read_dir(&below).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                assert_eq!(mode(&path), 0o600, "{}", path.display());
                let name = path.file_name().unwrap().to_str().unwrap();
                found.push(name.split_at(name.find('-').unwrap_or(0)).0.to_owned() + name);
            }
        }
    }
    // The journal, its lock and holder, the draft, the frozen checklist, preferences and exports.
    for ending in [
        ".ronl",
        ".lock",
        ".writer",
        ".draft",
        "preferences.ron",
        "_answers.csv",
    ] {
        assert!(
            found.iter().any(|name| name.ends_with(ending)),
            "{ending}: {found:?}"
        );
    }
    assert!(
        found.iter().any(|name| name.starts_with("checklist")),
        "{found:?}"
    );
    for name in ["division", "division.pub"] {
        assert_eq!(mode(&folder.path(name)), 0o600);
    }
    drop(appender);
}

#[cfg(unix)]
mod on_a_terminal {
    use super::{ANSWERS, SUMMARY, department};
    use crate::program::{Folder, NAME, NOW, PROGRAM};
    use crate::screen::emulator::Screen;
    use crate::screen::{CTRL_C, ENTER, Terminal};
    use crate::{BOOK, names};

    const SECRET: &str = "himitsu na kotoba";

    fn export(folder: &Folder) -> Terminal {
        let words = [
            PROGRAM,
            "--by",
            NAME,
            "--now",
            NOW,
            "export",
            BOOK,
            "--passphrase",
        ];
        Terminal::start_with(folder, (80, 24), &words)
    }

    fn wait_for(terminal: &Terminal, text: &str) {
        terminal.wait_bytes(|bytes| String::from_utf8_lossy(bytes).contains(text));
    }

    #[test]
    fn a_passphrase_is_asked_for_twice_and_never_shown() {
        let folder = department();
        let mut terminal = export(&folder);
        wait_for(&terminal, "パスフレーズ: ");
        terminal.press(&format!("{SECRET}{ENTER}"));
        wait_for(&terminal, "もう一度: ");
        terminal.press(&format!("{SECRET}x\x7f{ENTER}"));
        assert_eq!(terminal.exit_code(), 0);
        wait_for(&terminal, "暗号化しました");
        terminal.assert_restored();
        let shown = terminal.look(Screen::text);
        assert!(
            !shown.contains("himitsu") && !shown.contains('*'),
            "{shown}"
        );
        folder.write("phrase.txt", format!("{SECRET}\r\n"));
        folder.done(&format!(
            "verify {SUMMARY} {ANSWERS} --passphrase-file phrase.txt"
        ));
    }

    #[test]
    fn a_passphrase_too_short_or_typed_otherwise_writes_nothing() {
        let folder = department();
        let mut terminal = export(&folder);
        wait_for(&terminal, "パスフレーズ: ");
        terminal.press(&format!("short{ENTER}"));
        assert_eq!(terminal.exit_code(), 2);
        wait_for(&terminal, "8字以上");
        let mut terminal = export(&folder);
        wait_for(&terminal, "パスフレーズ: ");
        terminal.press(&format!("{SECRET}{ENTER}"));
        wait_for(&terminal, "もう一度: ");
        terminal.press(&format!("{SECRET}!{ENTER}"));
        assert_eq!(terminal.exit_code(), 2);
        wait_for(&terminal, "二つのパスフレーズが違います");
        let mut terminal = export(&folder);
        wait_for(&terminal, "パスフレーズ: ");
        terminal.press(CTRL_C);
        assert_eq!(terminal.exit_code(), 2);
        terminal.assert_restored();
        assert!(names(&folder, "exports").is_empty());
    }
}
