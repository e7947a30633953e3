//! From the desk to the department and back.

use tenken::text::Lang;

use crate::offices::Offices;
use crate::program::{Folder, journal};
use crate::talk::talk;
use crate::{DRAFT, GOOD, OPEN, collected, open_item};

/// What the department was given.
fn given(folder: &Folder) -> &'static str {
    folder.done("return template desk --to wishes.csv");
    folder.done(&format!(
        "return desk --items wishes.csv --department {OPEN}"
    ));
    "desk/returns/2026_142069_0410_return.ron"
}

#[test]
fn a_department_corrects_what_came_back_and_its_new_submission_counts() {
    let folder = collected();
    let slip = given(&folder);
    let book = format!("2026/odawara/{OPEN}");
    let before = folder.read(&journal(&book)).len();
    folder
        .done(&format!("reopen {book} --return {slip}"))
        .out("下書きに戻りました。直す項目は 1件です。");
    // One record, with the items and their reasons.
    let text = folder.read(&journal(&book));
    let added = String::from_utf8(text[before..].to_vec()).unwrap();
    assert_eq!(added.lines().count(), 1);
    assert!(added.contains("確認中（？）のままです。"), "{added}");
    folder.done(&format!("show {book}")).out("差戻し");
    // Once more it is told, and not recorded again.
    folder
        .done(&format!("reopen {book} --return {slip}"))
        .out("2026-11-22 09:00 に取り込んであります。");
    assert_eq!(folder.read(&journal(&book)).len(), text.len());
    folder.write(
        "fill.csv",
        format!(
            "item_id,mark,remark,evidence\n{},○,確かめました,確認の記録\n",
            open_item()
        ),
    );
    folder.done(&format!("fill {book} --from fill.csv"));
    let later = "2026-11-25T10:00:00+09:00";
    folder
        .call(&format!("confirm {book}"))
        .at(later)
        .run()
        .code(0);
    folder
        .call(&format!("export {book} --to in/again"))
        .at(later)
        .run()
        .code(0);
    folder
        .call("collect in --year 2026 --to desk")
        .run()
        .code(1)
        .out("再提出");
    let ledger = String::from_utf8(folder.read("desk/ledger.csv")).unwrap();
    let own: Vec<&str> = ledger
        .lines()
        .filter(|line| line.contains(",0410,"))
        .collect();
    assert!(own.iter().any(|line| line.contains("再提出")), "{ledger}");
    assert!(own.iter().any(|line| line.contains("差替")), "{ledger}");
    // The wishes were about what was handed in before.
    let ran = folder
        .call(&format!(
            "return desk --items wishes.csv --department {OPEN}"
        ))
        .run();
    ran.code(1)
        .err("2行目")
        .err("再提出")
        .out("差し戻すものはありません");
    folder.done(&format!("verify {}", journal(&book)));
}

#[test]
fn a_draft_takes_a_slip_and_a_typed_reason_still_serves() {
    let folder = collected();
    folder.done("return desk");
    let book = format!("2026/odawara/{DRAFT}");
    let slip = "desk/returns/2026_142069_0412_return.ron";
    folder.done(&format!("reopen {book} --return {slip}"));
    folder.done(&format!("show {book}")).out("差戻し");
    let book = format!("2026/odawara/{GOOD}");
    folder.done(&format!("reopen {book} --why 電話で連絡 --returned"));
    folder
        .call(&format!("reopen {book} --return {slip} --why x"))
        .run()
        .code(2);
    folder.call(&format!("reopen {book}")).run().code(2);
}

#[test]
fn redacting_merging_and_repairing_carry_a_slip() {
    let folder = collected();
    let slip = given(&folder);
    let book = format!("2026/odawara/{OPEN}");
    folder.done(&format!("reopen {book} --return {slip}"));
    let redact = format!(
        "redact {book} --item {} --field remark --why 個人名 --yes",
        open_item()
    );
    let ran = folder.call(&redact).run();
    ran.code(0);
    let text = String::from_utf8(folder.read(&journal(&book))).unwrap();
    assert!(
        text.contains("slip:") && !text.contains("担当に聞いています"),
        "{text}"
    );
    folder.done(&format!("verify {}", journal(&book)));
    folder
        .done(&format!("reopen {book} --return {slip}"))
        .out("取り込んであります");
    // A line in the middle was lost: the slip is in what is saved.
    let lines: Vec<&str> = text.lines().collect();
    let mut torn = lines.clone();
    torn.swap(1, 2);
    folder.write(&journal(&book), torn.join("\n") + "\n");
    folder.call(&format!("repair {book} --yes")).run();
    let text = String::from_utf8(folder.read(&journal(&book))).unwrap();
    assert!(text.contains("slip:"), "{text}");
}

#[test]
fn a_copy_that_took_a_slip_brings_it_along() {
    let folder = collected();
    let slip = given(&folder);
    let book = format!("2026/odawara/{OPEN}");
    let copy = folder.copy();
    copy.done(&format!("reopen {book} --return {slip}"));
    copy.write(
        "fill.csv",
        format!(
            "item_id,mark,remark,evidence\n{},○,見た,記録\n",
            open_item()
        ),
    );
    copy.done(&format!("fill {book} --from fill.csv"));
    // Here somebody reopened by hand meanwhile.
    folder.done(&format!("reopen {book} --why 見直し"));
    let theirs = copy.path(&journal(&book));
    folder
        .call(&format!("merge {book}"))
        .and(&theirs)
        .run()
        .code(0);
    let text = String::from_utf8(folder.read(&journal(&book))).unwrap();
    assert_eq!(text.matches("slip:Some(").count(), 1, "{text}");
    folder
        .done(&format!("reopen {book} --return {slip}"))
        .out("取り込んであります");
}

#[test]
fn a_slip_over_an_earlier_submission_is_known_and_one_over_anothers_is_not() {
    let offices = Offices::new();
    offices.hand_in("0410", &[(open_item(), ["？", "", "聞いています", "", ""])]);
    offices.hand_in("0411", &[]);
    offices.roster(&["0410", "0411"]);
    let folder = offices.folder();
    folder.done("collect in --year 2026 --to desk");
    folder.done("return template desk --to wishes.csv");
    folder.done("return desk --items wishes.csv");
    let slip = "desk/returns/2026_142069_0410_return.ron";
    // The department began anew elsewhere: the submission did not come from there.
    let other = Offices::new();
    other.hand_in("0410", &[]);
    let path = folder.path(slip);
    let ran = other
        .folder()
        .call("reopen 2026/odawara/0410 --return")
        .and(&path)
        .run();
    ran.code(2)
        .err("この点検票から書き出したものへの差戻しではありません。");
    // Where it came from, it is taken although more was recorded since.
    offices.hand_in_again("0410", &[]);
    folder.done(&format!("reopen 2026/odawara/0410 --return {slip}"));
}

#[test]
fn line_by_line_a_slip_that_lies_in_the_folder_is_read_out_and_taken() {
    let folder = collected();
    let slip = given(&folder);
    folder.write("returns/x_return.ron", folder.read(slip));
    folder.write("returns/y_return.ron", "(");
    let said = talk(&folder.path(""), Lang::Ja, &["1", "4", "1", "1", "0"]);
    said.says("2026-11-22　点検 花子　1項目　returns/x_return.ron")
        .says("1項目を確かめて直してください。")
        .says("1 で取り込みます。")
        .says("直す項目は 1件です。")
        .says("差戻し: 確認中（？）のままです。")
        .does_not_say("y_return");
    // Once more it says that it was taken, and a typed path that is nothing leads back.
    let said = talk(
        &folder.path(""),
        Lang::Ja,
        &["1", "0", "5", "4", "2", "nothing.ron", "4", "1"],
    );
    said.says("差し戻された項目のうち、まだ直していないものが 1件あります。")
        .says("取込済")
        .says("このファイルはありません。")
        .says("もう取り込んであります。");
}
