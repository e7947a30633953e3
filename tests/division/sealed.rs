//! Sealed files on the collecting screen: what opens them is asked for, never shown, and may be
//! missing.

use std::path::{Path, PathBuf};

use tenken::format::sealing::Passphrase;
use tenken::store::disk::Disk;
use tenken::store::sealed::{Seal, new_keys, public_keys_of, seal};

use crate::driver::Driver;
use crate::{begin, received, sees, sees_not};

const SECRET: &str = "himitsu-no-kotoba";
const OTHER: &str = "betsu-no-kotoba";

/// Puts sealed files in the place of those of a department.
fn seal_files(root: &Path, code: &str, with: &Seal) {
    let folder = root.join(format!("in/2026/{code}"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let plain = std::fs::read(&path).unwrap();
        let sealed = match with {
            Seal::Keys(_) => seal(&plain, with).unwrap(),
            Seal::Passphrase(passphrase) => quickly(&plain, passphrase),
        };
        let mut name = path.clone().into_os_string();
        name.push(".age");
        Disk::default()
            .write_new(&PathBuf::from(name), &sealed)
            .unwrap();
        std::fs::remove_file(path).unwrap();
    }
}

/// Seals with next to no work, which is what makes a passphrase slow to try.
fn quickly(plain: &[u8], passphrase: &Passphrase) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(2);
    age::encrypt(&recipient, plain).unwrap()
}

fn by_passphrase(text: &str) -> Seal {
    Seal::Passphrase(Passphrase::new(text))
}

/// Makes the division's keys, and returns the public one.
fn keys(root: &Path) -> Seal {
    let disk = Disk::default();
    new_keys(&disk, &root.join("division"), [&[], &[]]).unwrap();
    public_keys_of(&disk, root, "division.pub").unwrap()
}

fn one_passphrase(root: &Path) {
    received(root);
    seal_files(root, "0110", &by_passphrase(SECRET));
}

fn everything(root: &Path) {
    one_passphrase(root);
    seal_files(root, "0120", &by_passphrase(OTHER));
    let keys = keys(root);
    seal_files(root, "0510", &keys);
}

fn tried(make: fn(&Path)) -> Driver {
    let mut driver = begin(make);
    driver.press("BackTab BackTab Enter text:in/2026 Tab Tab Tab Tab Enter");
    driver
}

#[test]
fn a_passphrase_opens_them_and_is_never_seen() {
    let mut driver = tried(one_passphrase);
    sees(
        &mut driver,
        &[
            "2個あります",
            "in/2026/0110/2026_odawara_0110_answers.csv.age",
            "パスフレーズ",
        ],
    );
    driver.press(&format!("text:{SECRET}"));
    sees_not(&mut driver, &["himitsu", SECRET]);
    assert!(!format!("{:?}", driver.model).contains("himitsu"));
    driver.press("Enter Enter");
    sees(
        &mut driver,
        &["まだ何も書いていません", "+ 0110 秘書広報課: 提出済"],
    );
    driver.press("Home Enter");
    sees(&mut driver, &["[提出状況]", "提出 4/7"]);
    assert!(!format!("{:?}", driver.model).contains("himitsu"));
}

#[test]
fn a_wrong_one_is_told_and_typed_again() {
    let mut driver = tried(one_passphrase);
    driver.press("text:wrong-wrong Enter Enter");
    sees(
        &mut driver,
        &["このパスフレーズでは開けません", "2個あります"],
    );
    // Nothing of it is left in the field, which waits for another.
    driver.press(&format!("text:{SECRET} Enter Enter"));
    sees(&mut driver, &["+ 0110 秘書広報課: 提出済"]);
}

#[test]
fn nothing_given_is_asked_for_again() {
    let mut driver = tried(one_passphrase);
    driver.press("Enter Enter");
    sees(
        &mut driver,
        &["パスフレーズか、鍵のファイルを", "2個あります"],
    );
}

#[test]
fn without_it_they_are_rows_of_the_ledger() {
    let mut driver = tried(one_passphrase);
    driver.press("Tab Tab Enter");
    sees(&mut driver, &["まだ何も書いていません", "読めない"]);
    driver.press("Home Enter");
    sees(&mut driver, &["[提出状況]"]);
    let ledger = std::fs::read_to_string(driver.path().join("collected/2026/ledger.csv"));
    let ledger = ledger.unwrap();
    let row = |line: &&str| line.contains("0110_answers") && line.contains("読めない");
    assert!(ledger.lines().any(|line| row(&line)), "{ledger}");
    // What was not opened is kept as it came, and can be opened later.
    let kept = std::fs::read_dir(driver.path().join("collected/2026/received")).unwrap();
    let names = kept.map(|one| one.unwrap().file_name().into_string().unwrap());
    let sealed = names.filter(|name| name.contains("0110"));
    assert_eq!(sealed.filter(|name| name.contains(".age")).count(), 2);
}

#[test]
fn each_may_take_another_and_keys_may_be_named() {
    let mut driver = tried(everything);
    sees(&mut driver, &["6個あります", "ほか 3個"]);
    driver.press(&format!("text:{OTHER} Enter Enter"));
    sees(&mut driver, &["2個を開きました。残りの 4個", "4個あります"]);
    driver.press(&format!("text:{SECRET} Enter Enter"));
    // Only a key is left, and its row is there.
    sees(
        &mut driver,
        &["残りの 2個", "← 秘密の鍵のファイル →", "秘密の鍵"]
            .map(|text| text.trim_matches(['←', '→', ' '])),
    );
    driver.press("text:division.pub Enter Enter");
    sees(&mut driver, &["公開の鍵です", "2個あります"]);
    driver.press("C-a text:nowhere Enter Enter");
    sees(&mut driver, &["2個あります", "nowhere"]);
    driver.press("Esc");
    sees(&mut driver, &["届いたもの", "in/2026"]);
}

#[test]
fn a_file_of_keys_opens_what_was_sealed_to_it() {
    fn with_keys(root: &Path) {
        received(root);
        let keys = keys(root);
        seal_files(root, "0510", &keys);
    }
    let mut driver = tried(with_keys);
    driver.press("text:wrong-wrong Enter Enter");
    sees(
        &mut driver,
        &["鍵で暗号化してあります", "秘密の鍵のファイル"],
    );
    driver.press("text:division Enter Enter");
    sees(&mut driver, &["+ 0510 学校教育課: 提出済"]);
}
