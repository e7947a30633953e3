//! Repairing: what can be proven is kept, what is lost is told, the damaged file stays.

use tenken::domain::record::Change;
use tenken::format::digest::of_bytes;

use super::program::{Folder, PROGRAM, journal};
use super::{BOOK, begun, everything, fill, lines, workbook};

const KEPT: &str = "answers/2026/odawara/0420.damaged";

fn repaired(folder: &Folder) -> (String, Vec<u64>) {
    let workbook = workbook(folder);
    match &workbook.records().last().unwrap().changes[..] {
        [Change::Repaired { damaged, lines }] => (damaged.clone(), lines.clone()),
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn a_repair_keeps_the_damaged_file_and_says_what_to_type_again() {
    let folder = begun();
    let whole = lines(&folder);
    let damaged = [&whole[..2], &whole[3..]].concat().concat();
    folder.write(&journal(BOOK), &damaged);
    // Without somebody to ask it only reports.
    let before = everything(&folder.path(""));
    let report = folder.call(&format!("repair {BOOK}")).run().code(1);
    let report = report
        .out("記録 2件")
        .out("残せない行が 2行あります")
        .out("3行目（先頭から")
        .out("4番の記録 2026-11-22 09:00 点検 花子")
        .out("Q05-02 備考「二つ目」")
        .out("Q05-02 未回答 → △ 一部実施")
        .out("Q05-03 備考「三つ目」")
        .out("行そのものがない記録: 3番")
        .out("--yes");
    assert!(!report.out.contains("Q05-01"), "{}", report.out);
    let english = folder.call(&format!("repair {BOOK}")).english().run();
    english
        .code(1)
        .out("2 lines cannot be kept")
        .out("Q05-02 remark: 二つ目");
    assert_eq!(everything(&folder.path("")), before);

    let done = folder.done(&format!("repair {BOOK} --yes"));
    done.out("0420.damaged").out("もう一度入力してください");
    assert_eq!(folder.read(KEPT), damaged);
    assert_eq!(repaired(&folder), (of_bytes(&damaged), vec![3, 4]));
    let after = folder.read(&journal(BOOK));
    assert!(after.starts_with(&whole[..2].concat()));
    // The workbook is written to again, and a second repair keeps its file as well.
    fill(&folder, "Q05-02", "二つ目");
    folder.done(&format!("repair {BOOK}")).out("壊れていません");
    let again = [&folder.read(&journal(BOOK))[..], b"memo\n"].concat();
    folder.write(&journal(BOOK), &again);
    folder.done(&format!("repair {BOOK} --yes"));
    assert_eq!(folder.read(KEPT), damaged);
    assert_eq!(folder.read("answers/2026/odawara/0420.damaged-2"), again);
    folder
        .done(&format!("verify {}", journal(BOOK)))
        .out("修復 2026-11-22 09:00");
}

#[test]
fn what_the_chain_proves_is_repaired_without_loss() {
    let folder = begun();
    let whole = lines(&folder);
    let bytes = whole.concat();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let windows = text.replace('\n', "\r\n");
    let order = |order: [usize; 5]| order.map(|index| whole[index].clone()).concat();
    let mut altered = bytes.clone();
    altered[whole[0].len() + 120] ^= 1;
    let wide: Vec<u8> = windows.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let narrow = encoding_rs::SHIFT_JIS.encode(&windows).0.into_owned();
    let cases = [
        (format!("\u{feff}{text}").into_bytes(), "先頭にBOM"),
        (windows.clone().into_bytes(), "改行がCRLF"),
        ([&b"\xff\xfe"[..], &wide].concat(), "UTF-16"),
        (narrow, "シフトJIS"),
        (
            [&bytes[..], &whole[2]].concat(),
            "6行目は、ほかの行と同じです。一つだけ残します。",
        ),
        (
            order([0, 1, 3, 2, 4]),
            "3行目は、順序が違うところにあります。",
        ),
        (altered, "2行目の121バイト目が書き換わっています。"),
        ([&bytes[..], &b"memo"[..]].concat(), "6行目"),
    ];
    for (damaged, words) in cases {
        folder.write(&journal(BOOK), &damaged);
        let report = folder
            .call(&format!("repair {BOOK}"))
            .run()
            .code(1)
            .out(words);
        let loss = report.out.contains("残せない行");
        assert_eq!(loss, damaged.ends_with(b"memo"), "{}", report.out);
        folder.done(&format!("repair {BOOK} --yes"));
        assert!(folder.read(&journal(BOOK)).starts_with(&bytes), "{words}");
        assert_eq!(repaired(&folder).0, of_bytes(&damaged));
        assert_eq!(workbook(&folder).records().len(), 6);
    }
}

#[test]
fn without_its_first_record_a_journal_is_not_repaired() {
    let folder = begun();
    let whole = lines(&folder);
    folder.write(&journal(BOOK), whole[1..].concat());
    let before = everything(&folder.path(""));
    let ran = folder.call(&format!("repair {BOOK} --yes")).run().code(3);
    ran.err("はじめの記録がありません")
        .err("控えのファイルから戻してください");
    assert_eq!(everything(&folder.path("")), before);
}

#[test]
fn a_repair_passes_over_undo_and_a_confirmation() {
    let folder = begun();
    let spoilt = [&folder.read(&journal(BOOK))[..], b"memo\n"].concat();
    folder.write(&journal(BOOK), spoilt);
    let before = workbook(&folder).undo_step();
    folder.done(&format!("repair {BOOK} --yes"));
    assert!(before.is_some());
    assert_eq!(workbook(&folder).undo_step(), before);
}

/// Takes the lock as another program would.
#[test]
fn a_workbook_being_written_is_not_repaired() {
    let folder = begun();
    let path = folder.path(&journal(BOOK));
    let disk = tenken::store::disk::Disk::default();
    let _lock = tenken::store::lock::take(&disk, &path, "他の人", "").unwrap();
    let spoilt = [&folder.read(&journal(BOOK))[..], b"memo\n"].concat();
    folder.write(&journal(BOOK), &spoilt);
    folder
        .call(&format!("repair {BOOK} --yes"))
        .run()
        .code(2)
        .err("ほかの人が開いています");
    assert_eq!(folder.read(&journal(BOOK)), spoilt);
}

#[cfg(unix)]
#[test]
fn at_a_terminal_a_repair_asks_and_takes_only_yes_for_yes() {
    use super::screen::Terminal;
    let folder = begun();
    let spoilt = [&folder.read(&journal(BOOK))[..], b"memo\n"].concat();
    folder.write(&journal(BOOK), &spoilt);
    for (answer, code) in [("n\r", 1), ("\r", 1), ("y\r", 0)] {
        let mut terminal = Terminal::start_with(&folder, (120, 40), &[PROGRAM, "repair", BOOK]);
        let asked = "Enter".as_bytes();
        terminal.wait_bytes(|bytes| bytes.windows(asked.len()).any(|part| part == asked));
        assert_eq!(folder.read(&journal(BOOK)), spoilt);
        terminal.press(answer);
        assert_eq!(terminal.exit_code(), code, "{answer:?}");
    }
    assert_eq!(folder.read(KEPT), spoilt);
}
