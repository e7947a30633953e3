//! Journals and exports laid beside each other: what one had and the other lacks is found.

use super::program::{Folder, journal};
use super::{BOOK, begun, fill, lines};

const FILES: &str = "exports/2026_odawara_0420_summary.csv exports/2026_odawara_0420_answers.csv";

fn verify() -> String {
    format!("verify {FILES} {}", journal(BOOK))
}

fn exported() -> Folder {
    let folder = begun();
    folder.done(&format!("export {BOOK}"));
    folder
}

#[test]
fn a_journal_cut_at_a_record_boundary_is_found_beside_its_export() {
    let folder = exported();
    folder
        .done(&verify())
        .out("CSVは、この記録ファイルの5番までの内容です。その後の記録が1件あります。");
    let whole = lines(&folder);
    for kept in 1..=4 {
        folder.write(&journal(BOOK), whole[..kept].concat());
        // Alone it looks sound: only the export knows more.
        folder.done(&format!("verify {}", journal(BOOK)));
        let ran = folder.call(&verify()).run().code(1);
        ran.out("「記録の末尾」が、この記録ファイルにありません。")
            .out("記録が失われたか");
        let ran = folder.call(&verify()).english().run().code(1);
        ran.out("Records were lost since the export");
    }
    folder.write(&journal(BOOK), whole[..5].concat());
    folder
        .done(&verify())
        .out("最後の記録（5番）までの内容です。");
}

#[test]
fn a_journal_of_its_own_chain_is_found_beside_the_export_of_another() {
    let folder = exported();
    let other = begun();
    fill(&other, "Q05-01", "別の答え");
    folder.write(&journal(BOOK), other.read(&journal(BOOK)));
    // The same answers up to the export, at the same time: the same chain.
    folder.done(&verify()).out("その後の記録が1件あります。");
    let other = Folder::new();
    other.begin(BOOK);
    other.done(&format!("profile {BOOK} lgwan=no"));
    folder.write(&journal(BOOK), other.read(&journal(BOOK)));
    folder
        .call(&verify())
        .run()
        .code(1)
        .out("別の記録ファイルです");
    // A journal of another department is not taken for the one of the files.
    other.begin("2026/odawara/0999");
    let path = journal("2026/odawara/0999");
    folder.write(&path, other.read(&path));
    let ran = folder.call(&format!("verify {FILES} {path}")).run().code(1);
    ran.out("0999.ronl: 同じ所属・年度のCSVがない");
}

#[test]
fn a_journal_tells_its_receipts_with_their_time() {
    let folder = exported();
    let ran = folder.done(&format!("export {BOOK} --to again"));
    let receipt = ran
        .out
        .lines()
        .last()
        .unwrap()
        .split_whitespace()
        .last()
        .unwrap()
        .to_owned();
    let ran = folder.done(&format!("verify {}", journal(BOOK)));
    let ran = ran.out(&format!(
        "書き出し 2026-11-22 09:00 受付照合番号 {receipt}（7番）"
    ));
    assert_eq!(ran.out.matches("受付照合番号 R-").count(), 2);
}

#[test]
fn tampering_with_a_journal_is_located_by_line_and_byte() {
    let folder = begun();
    let whole = lines(&folder);
    let bytes = whole.concat();
    let begin = whole[0].len() + whole[1].len();
    let verify = format!("verify {}", journal(BOOK));
    let mut altered = bytes.clone();
    altered[begin + 149] ^= 4;
    folder.write(&journal(BOOK), &altered);
    let place = format!("3行目（先頭から{}バイト目）", begin + 1);
    let ran = folder.call(&verify).run().code(1).out(&place);
    ran.out("記録 2件")
        .out("3行目の150バイト目が書き換わっています。");
    // Altered digits of the hash: the record is whole, and the next line tells so too.
    let mut altered = bytes.clone();
    altered[begin + 9] = if altered[begin + 9] == b'0' {
        b'1'
    } else {
        b'0'
    };
    folder.write(&journal(BOOK), &altered);
    let ran = folder.call(&verify).run().code(1);
    ran.out("3行目の10バイト目から")
        .out("前の行とつながらない行: 3行目、4行目");
    // Lines in the wrong order and lines that are gone.
    let order = [0, 3, 1, 2, 4].map(|index| whole[index].clone()).concat();
    folder.write(&journal(BOOK), order);
    let ran = folder.call(&verify).run().code(1);
    ran.out("2行目（先頭から")
        .out("順序が入れ替わっています")
        .out("2行目は、順序が違う");
    folder.write(&journal(BOOK), [&whole[..2], &whole[3..]].concat().concat());
    folder
        .call(&verify)
        .run()
        .code(1)
        .out("3番の記録がなくなっています");
}
