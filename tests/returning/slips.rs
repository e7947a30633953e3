//! What the division writes.

use crate::program::Folder;
use crate::{ABSENT, ALTERED, DRAFT, GOOD, OPEN, collected, open_item};

fn names(folder: &Folder, name: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path(name)).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder.read(name)).unwrap()
}

#[test]
fn without_wishes_only_what_cannot_count_goes_back() {
    let folder = collected();
    let ran = folder.done("return desk --due 2026-12-10");
    ran.out(&format!("{DRAFT} 課{DRAFT}　下書き　0項目"))
        .out(&format!("{ALTERED} 課{ALTERED}　改変あり　0項目"))
        .out("2所属の差戻し票があります。")
        .out(&format!(
            "未提出の 1所属には作りません（直すものがありません）: {ABSENT} 課{ABSENT}"
        ));
    let expected: Vec<String> = [DRAFT, ALTERED]
        .iter()
        .flat_map(|code| {
            ["html", "ron"].map(|ending| format!("2026_142069_{code}_return.{ending}"))
        })
        .collect();
    assert_eq!(names(&folder, "desk/returns"), expected);
    let draft = text(&folder, "desk/returns/2026_142069_0412_return.html");
    for part in [
        "差戻し票",
        "課0412　御中（所属コード 0412）",
        "まだ確定していません。",
        "2026-12-10",
        "2026_142069_0412_return.ron",
        "点検 花子",
        "小田原市",
    ] {
        assert!(draft.contains(part), "{part}\n{draft}");
    }
    let altered = text(&folder, "desk/returns/2026_142069_0413_return.html");
    for part in [
        "ファイルの内容が、書き出したときと違います。",
        "2026_odawara_0413_",
        "もう一度書き出し",
    ] {
        assert!(altered.contains(part), "{part}\n{altered}");
    }
    assert!(
        !altered.contains("received/") && !altered.contains('~'),
        "{altered}"
    );
    // The same again is left alone; a slip of another day is another.
    folder
        .done("return desk --due 2026-12-10")
        .out("前と同じです");
    assert_eq!(names(&folder, "desk/returns").len(), 4);
    // What is over cannot be kept to.
    let past = folder.call("return desk --due 2026-11-21").run();
    past.code(2).err("期限 2026-11-21 は過ぎています。");
    let later = folder.call("return desk --due 2026-12-10");
    later.at("2026-11-25T09:00:00+09:00").run().code(0);
    assert!(names(&folder, "desk/returns").contains(&"2026_142069_0412_return-2.ron".to_owned()));
    // It changes nothing of what was collected.
    folder
        .call("return nowhere")
        .run()
        .code(2)
        .err("先に集めて");
}

#[test]
fn what_is_proposed_is_edited_and_goes_back() {
    let folder = collected();
    folder
        .done("return template desk --to wishes.csv")
        .out("差戻しの案 1行");
    let wishes = text(&folder, "wishes.csv");
    assert!(wishes.contains("確認中（？）のままです。"), "{wishes}");
    let ran = folder.done(&format!(
        "return desk --items wishes.csv --department {OPEN} --to out"
    ));
    ran.out(&format!("{OPEN} 課{OPEN}　提出済　1項目"))
        .out("1所属");
    let page = text(&folder, "out/2026_142069_0410_return.html");
    for part in [
        "直す項目　1件",
        open_item(),
        "確認中（？）のままです。確かめた結果を答えてください。",
        "担当に聞いています",
        "？",
        "R-",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("<script"));
    // Nobody else got one, and the whole of a submission may be meant.
    assert_eq!(names(&folder, "out").len(), 2);
    folder.write(
        "whole.csv",
        format!("所属コード,項目ID,差戻しの理由\n{GOOD},,<b>確定した人の職名がありません。</b>\n"),
    );
    folder.done("return desk --items whole.csv").out("3所属");
    let page = text(&folder, "desk/returns/2026_142069_0411_return.html");
    assert!(
        page.contains("&lt;b&gt;確定した人の職名がありません。&lt;/b&gt;"),
        "{page}"
    );
}

#[test]
fn wishes_with_mistakes_are_refused_as_a_whole() {
    let folder = collected();
    folder.write(
        "wishes.csv",
        format!("所属コード,項目ID,差戻しの理由\n{GOOD},Q05-01,\n0777,Q05-01,理由\n{ABSENT},Q05-01,理由\n{GOOD},Q99-99,理由\n"),
    );
    let ran = folder.call("return desk --items wishes.csv").run().code(2);
    ran.err("4件")
        .err("2行目 C列「差戻しの理由」: 空欄です。")
        .err("行ごと消してください。")
        .err("3行目 A列「所属コード」: 2026年度の提出に、所属「0777」がありません。")
        .err("4行目 A列")
        .err("5行目 B列「項目ID」: この所属の設問に「Q99-99」がありません。");
    assert!(!folder.path("desk/returns").exists());
    folder
        .call("return desk --due 12月10日")
        .run()
        .code(2)
        .err("2026-11-22");
    folder
        .call("return desk --department 0777")
        .run()
        .code(2)
        .err("0777");
}
