//! What is refused: in words, in both languages, and without changing a byte.

use super::BOOK;
use super::program::{Folder, journal};
use super::sheet::{NO, Row, YES, fill_file};

/// Asserts that a call is refused in both languages and leaves the journal as it is.
#[track_caller]
fn assert_refused(folder: &Folder, arguments: &str, japanese: &str, english: &str) {
    let before = std::fs::read(folder.path(&journal(BOOK))).ok();
    folder.call(arguments).run().code(2).err(japanese);
    folder.call(arguments).english().run().code(2).err(english);
    let after = std::fs::read(folder.path(&journal(BOOK))).ok();
    assert_eq!(before, after);
}

#[test]
fn a_workbook_is_never_begun_over_another() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let again = "new --checklist tsukubamirai --department 0420 --name 別の課 --year 2026";
    assert_refused(&folder, again, "もうあります", "already");
    // The same code in full-width digits is the same department.
    let wide = "new --checklist tsukubamirai --department ０４２０ --name 別の課 --year 2026";
    assert_refused(&folder, wide, "もうあります", "already");
}

#[test]
fn a_workbook_that_cannot_be_is_not_begun() {
    let folder = Folder::new();
    let new = "new --checklist odawara --name 課 --department";
    let cases = [
        (
            "new --checklist date --name 課 --department 1",
            "あるもの: odawara、tsukubamirai",
            "There is no checklist `date`",
        ),
        (
            &format!("{new} 1 --agency 水道局"),
            "実施機関「水道局」がありません",
            "There is no agency `水道局`",
        ),
        (
            &format!("{new} 1 --year 20260"),
            "「20260」は年度として読めません",
            "`20260` is not a fiscal year",
        ),
        (
            &format!("{new} 1 --year 令和八"),
            "「令和八」は年度として読めません",
            "is not a fiscal year",
        ),
        (
            &format!("{new} ../1"),
            "「../1」はコードに使えません",
            "`../1` cannot be a code",
        ),
        (
            &format!("{new} nul"),
            "「nul」はコードに使えません",
            "`nul` cannot be a code",
        ),
    ];
    for (arguments, japanese, english) in cases {
        assert_refused(&folder, arguments, japanese, english);
    }
    assert!(!folder.path("answers").exists());
}

#[test]
fn wrong_input_is_refused_in_words_and_changes_nothing() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let cases = [
        (
            "show 2026/tsukubamirai/0421",
            "0421.ronl: ありません",
            "0421.ronl",
        ),
        (
            "show 0420",
            "「0420」は点検票の名前ではありません",
            "`0420` does not name a workbook",
        ),
        (
            &format!("profile {BOOK} mynumbers=yes"),
            "属性「mynumbers」がありません",
            "There is no profile key `mynumbers`",
        ),
        (
            &format!("profile {BOOK} lgwan=no mynumber=maybe"),
            "「mynumber=maybe」は はい・いいえ",
            "neither yes nor no",
        ),
        (
            &format!("profile {BOOK} mynumber"),
            "キー=yes か キー=no",
            "key=yes or key=no",
        ),
        (
            &format!("profile {BOOK} lgwan=no lgwan=yes"),
            "「lgwan=yes」",
            "`lgwan=yes`",
        ),
        (
            &format!("reopen {BOOK} --why 誤り"),
            "まだ確定していないので",
            "confirmed",
        ),
        (
            &format!("fill {BOOK} --from none.csv"),
            "none.csv: ありません",
            "none.csv",
        ),
        (
            "list --now yesterday",
            "「yesterday」は日時として読めません",
            "`yesterday` is not a date",
        ),
    ];
    for (arguments, japanese, english) in cases {
        assert_refused(&folder, arguments, japanese, english);
    }
}

#[test]
fn a_fill_file_with_faults_changes_nothing_and_names_the_rows() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let before = folder.read(&journal(BOOK));
    let rows = [
        ("Q05-01", YES),
        ("Q05-99", YES),
        ("Q05-02", ["まる", "", "", "", ""]),
        ("Q05-01", NO),
        ("Q05-03", ["－", "", "", "", ""]),
    ];
    let rows = rows.map(|(item, cells)| Row {
        item: item.to_owned(),
        cells,
    });
    folder.write("faulty.csv", fill_file(&rows));
    let ran = folder.call(&format!("fill {BOOK} --from faulty.csv")).run();
    let ran = ran
        .code(2)
        .err("faulty.csv: 使えないところが 4件あります。");
    for row in ["3", "4", "5", "6"] {
        assert!(ran.err.contains(row), "row {row}: {}", ran.err);
    }
    assert_eq!(folder.read(&journal(BOOK)), before);
}

#[test]
fn the_help_of_every_command_is_in_one_language() {
    let folder = Folder::new();
    let top = folder.call("--help").run().code(0).out;
    let names = |help: &str| -> Vec<String> {
        let (_, below) = help.split_once("\n命令:\n").unwrap_or_default();
        let rows = below.lines().take_while(|line| line.starts_with("  "));
        rows.filter_map(|row| row.split_whitespace().next())
            .map(str::to_owned)
            .collect()
    };
    let commands = names(&top);
    assert!(commands.len() > 20, "{top}");
    let mut helps = vec![top];
    for command in commands.iter().filter(|name| *name != "help") {
        let help = folder.call(&format!("{command} --help")).run().code(0).out;
        for below in names(&help).iter().filter(|name| *name != "help") {
            let full = folder.call(&format!("{command} {below} --help"));
            helps.push(full.run().code(0).out);
        }
        helps.push(help);
    }
    for help in helps {
        for word in [
            "Usage",
            "Options:",
            "Arguments",
            "Commands",
            "Print",
            "ossible",
            "default",
        ] {
            assert!(!help.contains(word), "{word} in\n{help}");
        }
    }
}
