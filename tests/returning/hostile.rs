//! Files that are no slips, or no slips for this workbook: told in words, and nothing changes.

use tenken::domain::returning::ReturnSlip;
use tenken::format::return_file::{digest, read, write};

use crate::program::{Folder, journal};
use crate::{ALTERED, DRAFT, OPEN, collected};

/// Takes a file into a workbook that must stay as it is.
#[track_caller]
fn refused(folder: &Folder, book: &str, bytes: &[u8], code: i32, words: &[&str]) {
    let before = folder.read(&journal(book));
    folder.write("x_return.ron", bytes);
    let mut ran = folder
        .call(&format!("reopen {book} --return x_return.ron"))
        .run()
        .code(code);
    for word in words {
        ran = ran.err(word);
    }
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    assert_eq!(folder.read(&journal(book)), before);
}

fn slip(folder: &Folder) -> ReturnSlip {
    folder.done("return desk");
    read(&folder.read("desk/returns/2026_142069_0412_return.ron")).unwrap()
}

fn with(slip: &ReturnSlip, change: impl Fn(&mut ReturnSlip)) -> Vec<u8> {
    let mut slip = slip.clone();
    change(&mut slip);
    slip.slip.digest = digest(&slip);
    write(&slip).unwrap().into_bytes()
}

#[test]
fn what_is_no_slip_is_told_and_changes_nothing() {
    let folder = collected();
    let slip = slip(&folder);
    let book = format!("2026/odawara/{DRAFT}");
    let good = with(&slip, |_| {});
    let text = String::from_utf8(good.clone()).unwrap();
    let cut = &good[..good.len() / 2];
    refused(
        &folder,
        &book,
        cut,
        3,
        &["差戻しのファイルとして読めません", "もう一度もらって"],
    );
    refused(&folder, &book, b"", 3, &["読めません"]);
    let page = b"<!DOCTYPE html>\n<html lang=\"ja\">";
    refused(&folder, &book, page, 3, &["印刷する差戻し票です", ".ron"]);
    refused(&folder, &book, b"\xff\xfe\x00\x1b[2J", 3, &["読めません"]);
    let altered = text.replace("まだ確定", "もう確定");
    refused(
        &folder,
        &book,
        altered.as_bytes(),
        3,
        &["途中で内容が変わっています。"],
    );
    let newer = text.replace("format: 1", "format: 2");
    refused(
        &folder,
        &book,
        newer.as_bytes(),
        3,
        &["新しい版の tenken", "形式 2"],
    );
    let control = with(&slip, |slip| slip.reason = "\u{1b}[2J".into());
    refused(&folder, &book, &control, 3, &["表示できない文字"]);
    let long = with(&slip, |slip| slip.reason = "長".repeat(3_000));
    refused(&folder, &book, &long, 3, &["長すぎる"]);
    refused(&folder, &book, &vec![b' '; 17 * 1024 * 1024], 3, &[]);
    let deep = "(".repeat(100_000);
    refused(&folder, &book, deep.as_bytes(), 3, &["読めません"]);
    folder
        .call(&format!("reopen {book} --return nothing.ron"))
        .run()
        .code(2)
        .err("このファイルはありません。");
}

#[test]
fn what_is_for_others_is_told_by_name() {
    let folder = collected();
    let slip = slip(&folder);
    let book = format!("2026/odawara/{DRAFT}");
    for (change, words) in [
        (
            (|slip| slip.municipality_code = "082350".into()) as fn(&mut ReturnSlip),
            "ほかの自治体",
        ),
        (|slip| slip.year = 2025, "ほかの年度"),
        (|slip| slip.department_code = "0999".into(), "ほかの課"),
        (
            |slip| slip.slip.head = format!("h{}", "0".repeat(64)),
            "この点検票から書き出したもの",
        ),
    ] {
        let mut other = slip.clone();
        change(&mut other);
        if other.slip.head != slip.slip.head {
            other.slip.receipt = "R-0000000000".into();
        }
        refused(&folder, &book, &with(&other, |_| {}), 2, &[words]);
    }
    let bytes = with(&slip, |_| {});
    refused(
        &folder,
        &format!("2026/odawara/{OPEN}"),
        &bytes,
        2,
        &["ほかの課"],
    );
    refused(
        &folder,
        &format!("2026/odawara/{ALTERED}"),
        &bytes,
        2,
        &["ほかの課"],
    );
}
