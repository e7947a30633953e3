//! Rosters of departments: checked with every problem told, and a template to begin with.

use super::program::Folder;

#[test]
fn a_roster_with_faults_is_refused_with_rows_and_columns() {
    let folder = Folder::new();
    let text = "所属コード,所属名,実施機関,mynumber,有効開始日\n\
        ,総務課,,,\n0420,下水道整備課,水道局,たぶん,2026/13/1\n0420,別の課,,,\n";
    folder.write("departments.csv", text);
    let check = "roster check departments.csv --checklist odawara";
    folder
        .call(check)
        .run()
        .code(2)
        .err("departments.csv: 直すところが 5件あります。")
        .err("2行目 A列「所属コード」: 空欄です。")
        .err("3行目 C列「実施機関」: 実施機関「水道局」がありません。")
        .err("3行目 D列: 「たぶん」は")
        .err("3行目 E列「有効開始日」: 「2026/13/1」は日付として")
        .err("4行目 A列「所属コード」: 3行目と同じ所属コードです。");
    folder
        .call(check)
        .english()
        .run()
        .code(2)
        .err("departments.csv: 5 problems.")
        .err("row 4 column A (code): The code is that of row 3.");
    // Without a city the agencies are not known, and one of them is as good as another.
    let check = "roster check departments.csv";
    folder.call(check).run().code(2).err("直すところが 4件");
    folder.call("roster check none.csv").run().code(2);
    let check = "roster check departments.csv --checklist date";
    folder.call(check).run().code(2).err("あるもの: odawara");
    assert!(!folder.path("answers").exists());
}

#[test]
fn a_good_roster_is_told_with_how_many_exist_today() {
    let folder = Folder::new();
    let text = "code,name,valid_to,predecessors,memo\n0420,a,,0419,\n0419,b,2026-03-31,,\n430,c,,,";
    folder.write("departments.csv", text);
    folder
        .done("roster check departments.csv")
        .out("所属は 3件です（今日あるのは 2件）。")
        .out("見出し「memo」の列は使いません。")
        .out("4行目 A列: 「430」はほかのコードより短いです。");
}

#[test]
fn the_roster_template_is_a_roster_and_never_overwrites() {
    let folder = Folder::new();
    let printed = folder.done("roster template --checklist odawara");
    assert!(
        printed
            .out
            .starts_with("\u{feff}所属コード,所属名,実施機関,mynumber,")
    );
    folder.write("printed.csv", &printed.out);
    folder.done("roster check printed.csv --checklist odawara");
    let write = "roster template --to written.csv";
    folder.done(write).out("written.csv");
    let before = folder.read("written.csv");
    folder.done("roster check written.csv --checklist tsukubamirai");
    folder.call(write).run().code(2).err("もうあります");
    assert_eq!(folder.read("written.csv"), before);
}
