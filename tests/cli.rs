//! The command line as a person or a script meets it: figures, refusals, exit codes.

#[path = "support/program.rs"]
mod program;
#[path = "support/sheet.rs"]
mod sheet;

use program::{Folder, NAME, Ran, journal};
use sheet::{BLANK, Exported, NO, NOT_HERE, PARTLY, Row, UNKNOWN, YES, fill_file, rows, shipped};
use tenken::store::journal_file;

const BOOK: &str = "2026/tsukubamirai/0420";
const ODAWARA: &str = "2026/odawara/0420";

/// The columns whose cells the hand-worked figures below give.
const FIGURES: [&str; 16] = [
    "items",
    "not_applicable",
    "applicable",
    "unanswered",
    "to_be_confirmed",
    "implemented",
    "partial",
    "not_implemented",
    "response_rate",
    "applicability_rate",
    "implementation_rate",
    "score",
    "score_min",
    "score_max",
    "grade",
    "critical_failures",
];

/// Answers every asked item of a workbook with ○, but for those named, and saves the file.
fn write_fill(folder: &Folder, book: &str, others: &[(&str, [&'static str; 5])]) {
    let city = book.split('/').nth(1).unwrap();
    let read = journal_file::read(&folder.path(&journal(book))).unwrap();
    let rows = rows(&shipped(city), &read.workbook, others);
    folder.write("fill.csv", fill_file(&rows));
}

/// Begins a workbook that lacks nothing but its confirmation.
fn complete(folder: &Folder, book: &str) {
    folder.begin(book);
    write_fill(folder, book, &[]);
    folder.done(&format!("fill {book} --from fill.csv"));
}

#[track_caller]
fn assert_figures(summary: &Exported, scope: &str, expected: &str) {
    let cells = summary.cells(("scope_id", scope), &FIGURES);
    assert_eq!(cells.join(" | "), expected, "{scope}");
}

/// Asserts that a call is refused in both languages and leaves the journal as it is.
#[track_caller]
fn assert_refused(folder: &Folder, arguments: &str, japanese: &str, english: &str) {
    let before = std::fs::read(folder.path(&journal(BOOK))).ok();
    folder.call(arguments).run().code(2).err(japanese);
    folder.call(arguments).english().run().code(2).err(english);
    let after = std::fs::read(folder.path(&journal(BOOK))).ok();
    assert_eq!(before, after);
}

fn receipt(ran: &Ran) -> String {
    let (_, after) = ran.out.split_once("受付照合番号 ").unwrap();
    after.lines().next().unwrap().to_owned()
}

// Tsukubamirai, a department with LGWAN and the Internet, outsourcing and nothing else.
//
// 98 items. Asked are 55 of weight 102 in all:
//   C5 6 (8)  C6-1 2 (3)  C6-2 7 (16)  C6-3 2 (3)  C6-3b 2 (5)  C6-3c 2 (3)  C6-4 5 (10)
//   C6-5 8 (15)  C6-6 2 (4)  C6-7 7 (12)  C6-8a 6 (14)  C6-8b 2 (4)  C7 1 (1)  C8 3 (4)
// The other 43 are set aside. ○ but for:
//   － Q05-03 (2)   △ Q05-04 (1), Q06-5-01 (2)   × Q06-2-04 (2)   ？ Q06-1-01 (2)
//   blank Q06-3c-01 (2), Q08-02 (2)
//
// T: a = 43 + 1 = 44, u = 2, q = 1, p = 2, x = 1, y = 55 − 1 − 2 − 1 − 2 − 1 = 48.
//   Applicable weight 102 − 2 = 100, of which 4 blank, so 96 are weighed.
//   Earned: 96 − 2 (×) − 2 (？) − 3 (△) = 89 for ○, and 3/2 for △: 90.5.
//   response 96/98 = 97.96   applicability 54/98 = 55.10   implementation 48/52 = 92.31
//   score 90.5/96 = 94.27   lowest 90.5/100   highest (90.5 + 4 + 2)/100
//   A blank is left, so there is no grade.
// C5: 8 items, asked 6, － 1, so a = 3. ○ 01 02 05 07 (1 + 1 + 2 + 1 = 5), △ 04 (1).
//   5.5/6 = 91.67   4/5   5/8
// C6-1: ？ 01 (2), ○ 03 (1), a = 1. 1/3 = 33.33, highest 3/3; applicability 2/3; 1/2.
// C6-3 with its parts: 2 + 9 + 4 + 5 = 20 items, asked 2 + 0 + 2 + 2 = 6 of weight 11, blank 2.
//   9/9, lowest 9/11 = 81.82, highest 11/11; response 19/20, applicability 6/20.
// C6-3a: all 9 set aside; nothing to divide by.
// A8: 4 items, asked 3 (1 + 2 + 1), 02 blank: 2/2, lowest 2/4; response and applicability 3/4.
// internet: 20 items, asked 9 of weight 3+1+2+2+2+1+2+2+2 = 17, blank 2: lowest 15/17 = 88.24;
//   applicability 9/20.
// paper: 27 items, asked 23 of weight 46, － 2, × 2: 42/44 = 95.45; y = 21, 21/22 = 95.45;
//   applicability 22/27 = 81.48.
const DRAFT: [(&str, &str); 8] = [
    (
        "T",
        "98 | 44 | 54 | 2 | 1 | 48 | 2 | 1 | 98.0 | 55.1 | 92.3 | 94.3 | 90.5 | 96.5 |  | 0",
    ),
    (
        "C5",
        "8 | 3 | 5 | 0 | 0 | 4 | 1 | 0 | 100.0 | 62.5 | 80.0 | 91.7 | 91.7 | 91.7 |  | 0",
    ),
    (
        "C6-1",
        "3 | 1 | 2 | 0 | 1 | 1 | 0 | 0 | 100.0 | 66.7 | 50.0 | 33.3 | 33.3 | 100.0 |  | 0",
    ),
    (
        "C6-3",
        "20 | 14 | 6 | 1 | 0 | 5 | 0 | 0 | 95.0 | 30.0 | 100.0 | 100.0 | 81.8 | 100.0 |  | 0",
    ),
    (
        "C6-3a",
        "9 | 9 | 0 | 0 | 0 | 0 | 0 | 0 | 100.0 | 0.0 |  |  |  |  |  | 0",
    ),
    (
        "A8",
        "4 | 1 | 3 | 1 | 0 | 2 | 0 | 0 | 75.0 | 75.0 | 100.0 | 100.0 | 50.0 | 100.0 |  | 0",
    ),
    (
        "internet",
        "20 | 11 | 9 | 1 | 0 | 8 | 0 | 0 | 95.0 | 45.0 | 100.0 | 100.0 | 88.2 | 100.0 |  | 0",
    ),
    (
        "paper",
        "27 | 5 | 22 | 0 | 0 | 21 | 0 | 1 | 100.0 | 81.5 | 95.5 | 95.5 | 95.5 | 95.5 |  | 0",
    ),
];
// Then × Q06-3c-01 (2) and △ Q08-02 (2): u = 0, p = 3, x = 2.
// T: earned 89 + (1 + 2 + 2)/2 = 91.5 of 100, highest 93.5; implementation 48/54 = 88.89.
//   90 and more, and no × on a critical item: A.
const WHOLE: (&str, &str) = (
    "T",
    "98 | 44 | 54 | 0 | 1 | 48 | 3 | 2 | 100.0 | 55.1 | 88.9 | 91.5 | 91.5 | 93.5 | A | 0",
);

#[test]
fn tsukubamirai_from_beginning_to_confirmed_files() {
    let folder = Folder::new();
    folder.begin(BOOK);
    folder.done(&format!(
        "profile {BOOK} mynumber=no lgwan=yes internet=yes system=no public_site=no servers=no \
         infra=no outsource=はい cloud=いいえ division=no audit=no designated=no sns=no \
         special_posts=no"
    ));
    let first = [
        ("Q05-03", NOT_HERE),
        ("Q05-04", PARTLY),
        ("Q06-5-01", PARTLY),
        ("Q06-2-04", NO),
        ("Q06-1-01", UNKNOWN),
        ("Q06-3c-01", BLANK),
        ("Q08-02", BLANK),
    ];
    write_fill(&folder, BOOK, &first);
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    folder
        .done(&format!("show {BOOK}"))
        .out("回答率 98.0% (96/98)")
        .out("実施率 92.3% (48/52)")
        .out("得点 94.3   幅 90.5–96.5   等級 ―");
    folder.done(&format!("export {BOOK} --to draft --header en"));
    let summary = Exported::read(&folder.read("draft/2026_tsukubamirai_0420_summary.csv"));
    for (scope, expected) in DRAFT {
        assert_figures(&summary, scope, expected);
    }
    let last = [("Q06-3c-01", NO), ("Q08-02", PARTLY)];
    let rest = last.map(|(item, cells)| Row {
        item: item.to_owned(),
        cells,
    });
    folder.write("rest.csv", fill_file(&rest));
    folder.done(&format!("fill {BOOK} --from rest.csv"));
    folder
        .done(&format!("confirm {BOOK} --title 課長"))
        .out("課長 点検 花子 の名で確定しました。");
    let exported = folder.done(&format!("export {BOOK} --header en"));
    let names = [
        "exports/2026_tsukubamirai_0420_summary.csv",
        "exports/2026_tsukubamirai_0420_answers.csv",
    ];
    let [summary, answers] = names.map(|name| Exported::read(&folder.read(name)));
    assert_figures(&summary, WHOLE.0, WHOLE.1);
    let who = [
        "municipality_code",
        "status",
        "confirmed_by",
        "confirmed_at",
        "receipt",
    ];
    assert_eq!(
        summary.cells(("scope_id", "T"), &who),
        [
            "082350",
            "confirmed",
            &format!("課長 {NAME}"),
            "2026-11-22 09:00",
            &receipt(&exported)
        ],
    );
    let answer = ["mark", "mark_value", "mark_source", "reason", "remark"];
    let cells = |item| answers.cells(("item_id", item), &answer);
    assert_eq!(
        cells("Q05-04"),
        ["partial", "50", "answered", "", "3台が未確認"]
    );
    assert_eq!(
        cells("Q05-03"),
        ["not_applicable", "", "answered", "該当する者がいない", ""]
    );
    assert_eq!(cells("Q06-3a-06")[..3], ["not_applicable", "", "profile"]);
    folder.done(&format!("verify {} {}", names[0], names[1]));
    folder.done(&format!("verify {}", journal(BOOK)));
}

// Odawara, a department that uses only the terminals of 個人番号.
//
// 93 items. Asked are 48 of weight 91 in all:
//   C5 5 (6)  C6-1 2 (3)  C6-2 6 (14)  C6-3 1 (1)  C6-3a 7 (19)  C6-3c 1 (2)  C6-4 5 (10)
//   C6-5 7 (13)  C6-6 1 (2)  C6-7 7 (12)  C6-8b 2 (4)  C7 1 (1)  C8 3 (4)
// The other 45 are set aside. ○ but for:
//   × Q06-3a-02 (3, critical), Q06-2-05 (3)   △ Q06-7-06 (3)   － Q06-2-06 (3, critical)
//
// T: a = 46, p = 1, x = 2, y = 44. Weighed 91 − 3 = 88; earned 88 − 6 − 3/2 = 80.5.
//   applicability 47/93 = 50.54   implementation 44/47 = 93.62   score 80.5/88 = 91.48
//   That is an A, which the critical × caps at C.
// A6: 93 − 5 − 4 − 4 = 80 items, asked 48 − 5 − 1 − 3 = 39 of weight 91 − 6 − 1 − 4 = 80.
//   a = 42, y = 35. Weighed 77; earned 77 − 6 − 3/2 = 69.5: 90.26.   38/80   35/38 = 92.11
// C6-2: 6 items of weight 14, － 3, × 3: 8/11 = 72.73; 4/5; 5/6 = 83.33.
// C6-3a: 9 items, asked 7 of weight 3+3+3+3+2+3+2 = 19, × 3: 16/19 = 84.21; 6/7 = 85.71;
//   7/9 = 77.78.
// mynumber: 11 items, asked Q06-3-01 (1) and those 7: 17/20; 7/8; 8/11 = 72.73.
const ODAWARA_WHOLE: [(&str, &str); 5] = [
    (
        "T",
        "93 | 46 | 47 | 0 | 0 | 44 | 1 | 2 | 100.0 | 50.5 | 93.6 | 91.5 | 91.5 | 91.5 | C | 1",
    ),
    (
        "A6",
        "80 | 42 | 38 | 0 | 0 | 35 | 1 | 2 | 100.0 | 47.5 | 92.1 | 90.3 | 90.3 | 90.3 |  | 1",
    ),
    (
        "C6-2",
        "6 | 1 | 5 | 0 | 0 | 4 | 0 | 1 | 100.0 | 83.3 | 80.0 | 72.7 | 72.7 | 72.7 |  | 0",
    ),
    (
        "C6-3a",
        "9 | 2 | 7 | 0 | 0 | 6 | 0 | 1 | 100.0 | 77.8 | 85.7 | 84.2 | 84.2 | 84.2 |  | 1",
    ),
    (
        "mynumber",
        "11 | 3 | 8 | 0 | 0 | 7 | 0 | 1 | 100.0 | 72.7 | 87.5 | 85.0 | 85.0 | 85.0 |  | 1",
    ),
];

#[test]
fn odawara_from_beginning_to_confirmed_files() {
    let folder = Folder::new();
    folder.begin(ODAWARA);
    folder.done(&format!(
        "profile {ODAWARA} mynumber=yes lgwan=no internet=no system=no public_site=no servers=no \
         infra=no outsource=no cloud=no division=no audit=no"
    ));
    let others = [
        ("Q06-3a-02", NO),
        ("Q06-2-05", NO),
        ("Q06-7-06", PARTLY),
        ("Q06-2-06", NOT_HERE),
    ];
    write_fill(&folder, ODAWARA, &others);
    folder.done(&format!("fill {ODAWARA} --from fill.csv"));
    folder
        .done(&format!("show {ODAWARA}"))
        .out("得点 91.5   幅 91.5–91.5   等級 C");
    folder.done(&format!("confirm {ODAWARA}"));
    folder.done(&format!("export {ODAWARA} --header en"));
    let summary = Exported::read(&folder.read("exports/2026_odawara_0420_summary.csv"));
    for (scope, expected) in ODAWARA_WHOLE {
        assert_figures(&summary, scope, expected);
    }
    let answers = Exported::read(&folder.read("exports/2026_odawara_0420_answers.csv"));
    let cells = answers.cells(("item_id", "Q06-2-06"), &["mark", "critical", "approver"]);
    assert_eq!(cells, ["not_applicable", "yes", "課長 点検 太郎"]);
    folder
        .done("verify exports/2026_odawara_0420_summary.csv exports/2026_odawara_0420_answers.csv");
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
fn wrong_input_is_refused_in_words_and_changes_nothing() {
    let folder = Folder::new();
    folder.begin(BOOK);
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
            "「../1」は名前に使えません",
            "`../1` cannot be a name",
        ),
        (
            &format!("{new} nul"),
            "「nul」は名前に使えません",
            "`nul` cannot be a name",
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
            &format!("reopen {BOOK} --why 誤り"),
            "まだ確定していません",
            "confirmed",
        ),
        (
            &format!("fill {BOOK} --from none.csv"),
            "none.csv: ありません",
            "none.csv",
        ),
    ];
    for (arguments, japanese, english) in cases {
        assert_refused(&folder, arguments, japanese, english);
    }
    assert!(!folder.path("answers/2026/odawara").exists());
    let bad = "list --now yesterday";
    let ran = folder.call(bad).run();
    assert_eq!(ran.code, Some(2), "{ran:?}");
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
fn a_trial_fill_writes_nothing() {
    let folder = Folder::new();
    folder.begin(BOOK);
    write_fill(&folder, BOOK, &[]);
    let before = folder.read(&journal(BOOK));
    folder.done(&format!("fill {BOOK} --from fill.csv --dry-run"));
    assert_eq!(folder.read(&journal(BOOK)), before);
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    let after = folder.read(&journal(BOOK));
    assert!(after.starts_with(&before) && after.len() > before.len());
    // The same file once more: nothing to record.
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    assert_eq!(folder.read(&journal(BOOK)), after);
}

#[test]
fn an_exported_file_fills_its_own_workbook_and_no_other() {
    let folder = Folder::new();
    complete(&folder, BOOK);
    folder.done(&format!("export {BOOK}"));
    let file = folder.path("exports/2026_tsukubamirai_0420_answers.csv");
    // The same department and year, in a folder of its own.
    let copy = Folder::new();
    copy.begin(BOOK);
    copy.call(&format!("fill {BOOK} --from"))
        .and(&file)
        .run()
        .code(0);
    copy.done(&format!("confirm {BOOK}"));
    let others = [
        "2026/tsukubamirai/0421",
        "2025/tsukubamirai/0420",
        "2026/odawara/0420",
    ];
    for other in others {
        copy.begin(other);
        let before = copy.read(&journal(other));
        copy.call(&format!("fill {other} --from"))
            .and(&file)
            .run()
            .code(2);
        assert_eq!(copy.read(&journal(other)), before, "{other}");
    }
    // The summary holds no answers.
    let summary = folder.path("exports/2026_tsukubamirai_0420_summary.csv");
    copy.call(&format!("fill {} --from", others[0]))
        .and(summary)
        .run()
        .code(2);
}

#[test]
fn confirming_names_what_is_missing_and_closes_the_workbook() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let others = [
        ("Q05-01", BLANK),
        ("Q05-02", ["△", "", "", "", ""]),
        ("Q06-2-05", ["○", "", "", "", ""]),
        ("Q06-2-06", ["－", "文書を持たない", "", "", ""]),
        ("Q06-5-05", UNKNOWN),
    ];
    write_fill(&folder, BOOK, &others);
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    let before = folder.read(&journal(BOOK));
    folder
        .call(&format!("confirm {BOOK}"))
        .run()
        .code(2)
        .err("確定できません。足りないところが 5件あります。")
        .err("Q05-01  未回答")
        .err("Q05-02  備考がありません")
        .err("Q06-2-05  資料名がありません")
        .err("Q06-2-06  承認者がありません")
        .err("Q06-5-05  確認中のままです");
    assert_eq!(folder.read(&journal(BOOK)), before);

    let rest = others.map(|(item, _)| Row {
        item: item.to_owned(),
        cells: YES,
    });
    folder.write("rest.csv", fill_file(&rest));
    folder.done(&format!("fill {BOOK} --from rest.csv"));
    folder.done(&format!("confirm {BOOK}"));
    let confirmed = folder.read(&journal(BOOK));
    let other = Row {
        item: "Q05-01".to_owned(),
        cells: NO,
    };
    folder.write("other.csv", fill_file(&[other]));
    let fill = format!("fill {BOOK} --from other.csv");
    folder.call(&fill).run().code(2);
    for refused in [
        format!("profile {BOOK} lgwan=no"),
        format!("confirm {BOOK}"),
        format!("reopen {BOOK} --why"),
    ] {
        let why = if refused.ends_with("--why") {
            "　"
        } else {
            ""
        };
        let call = folder.call(&refused);
        let call = if why.is_empty() { call } else { call.and(why) };
        call.run().code(2);
    }
    assert_eq!(folder.read(&journal(BOOK)), confirmed);

    folder.done(&format!("reopen {BOOK} --why 入力の誤り"));
    folder.done(&fill);
    folder.done(&format!("confirm {BOOK}"));
    folder.done(&format!("reopen {BOOK} --why 資料の不足 --returned"));
    folder.done("list").out("差戻し");
}

#[test]
fn a_second_export_leaves_the_first_alone() {
    let folder = Folder::new();
    complete(&folder, BOOK);
    let first = folder.done(&format!("export {BOOK}"));
    let stem = "exports/2026_tsukubamirai_0420";
    let files = ["summary", "answers"].map(|part| format!("{stem}_{part}.csv"));
    let before = files.clone().map(|file| folder.read(&file));
    let second = folder
        .done(&format!("export {BOOK}"))
        .out("別の名前にしました");
    assert_eq!(files.map(|file| folder.read(&file)), before);
    folder.done(&format!("verify {stem}-2_summary.csv {stem}-2_answers.csv"));
    // The journal grew by the record of the first export, so its head and the receipt differ.
    assert_ne!(receipt(&first), receipt(&second));
    // One file of each: together they are no pair.
    folder
        .call(&format!("verify {stem}_summary.csv {stem}-2_answers.csv"))
        .run()
        .code(1);
}

#[test]
fn an_altered_answer_does_not_verify() {
    let folder = Folder::new();
    complete(&folder, BOOK);
    folder.done(&format!("export {BOOK} --header en"));
    let stem = "exports/2026_tsukubamirai_0420";
    let verify = format!("verify {stem}_summary.csv {stem}_answers.csv");
    folder.done(&verify);
    let answers = format!("{stem}_answers.csv");
    let good = String::from_utf8(folder.read(&answers)).unwrap();
    for (mark, other) in [
        (",100,answered", ",000,answered"),
        (",implemented,", ",partial,"),
    ] {
        assert!(good.contains(mark));
        folder.write(&answers, good.replacen(mark, other, 1));
        folder.call(&verify).run().code(1);
    }
    folder.write(&answers, &good);
    folder.done(&verify);
}

#[test]
fn the_list_names_every_workbook() {
    let folder = Folder::new();
    folder.done("list").out("点検票はまだありません。");
    assert!(!folder.path("answers").exists());
    complete(&folder, BOOK);
    folder.done(&format!("confirm {BOOK}"));
    folder.begin("2025/odawara/A-1");
    let ran = folder.done("list");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].starts_with(BOOK) && lines[0].contains("確定"),
        "{ran:?}"
    );
    assert!(lines[1].starts_with("2025/odawara/A-1"), "{ran:?}");
    assert!(lines[1].contains("小田原市") && lines[1].contains("下書き"));
    folder.write("answers/2026/odawara/0001.ronl", "x\n");
    folder.call("list").run().code(1).out("2026/odawara/0001");
}

#[test]
fn without_a_terminal_the_commands_are_named() {
    let folder = Folder::new();
    folder
        .call("")
        .run()
        .code(2)
        .err("端末ではないので")
        .err("new profile fill show confirm export verify check list");
    folder.call("").english().run().code(2).err("no terminal");
}

#[test]
fn a_broken_checklist_is_shown_at_its_place() {
    let folder = Folder::new();
    folder.done("check");
    let items = include_str!("../checklists/items/05_compliance.ron");
    let broken = items.replacen("weight: 1,", "weight: x1,", 1);
    let line = broken.lines().position(|line| line.contains("x1")).unwrap() + 1;
    folder.write("items/05_compliance.ron", &broken);
    let ran = folder.call("check items/05_compliance.ron").run().code(2);
    let ran = ran.out(&format!("items/05_compliance.ron {line}行17桁"));
    let shown: Vec<&str> = ran.out.lines().collect();
    assert_eq!(shown[1], format!("  {line} |         weight: x1,"));
    assert_eq!(
        shown[2],
        format!(
            "  {} |                 ^^",
            " ".repeat(line.to_string().len())
        )
    );
    folder
        .call("check items/05_compliance.ron")
        .english()
        .run()
        .code(2)
        .out(&format!("items/05_compliance.ron:{line}:17"));
    // In the folder of the workbooks it replaces what is built in, and then nothing can be begun.
    folder.write("checklists/items/05_compliance.ron", &broken);
    folder.call("check").run().code(2);
    folder
        .call("new --checklist odawara --department 1 --name 課")
        .run()
        .code(2)
        .err(&format!("{line}行"));
    assert!(!folder.path("answers").exists());
}

#[test]
fn a_workbook_may_be_named_by_its_path() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let path = folder.path(&journal(BOOK));
    folder.done(&format!("show {}", journal(BOOK)));
    let elsewhere = Folder::new();
    elsewhere
        .call("show")
        .and(&path)
        .run()
        .code(0)
        .out("下水道整備課");
    elsewhere
        .call("profile")
        .and(&path)
        .and("lgwan=no")
        .run()
        .code(0);
    // Its files go beside it, not to where the program was started.
    elsewhere.call("export").and(&path).run().code(0);
    assert!(
        folder
            .path("exports/2026_tsukubamirai_0420_summary.csv")
            .exists()
    );
    assert!(!elsewhere.path("exports").exists());
}

#[test]
fn a_path_never_leads_to_another_workbook_of_the_same_name() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let before = folder.read(&journal(BOOK));
    // A copy in a place of its own is not the workbook of the folder.
    folder.write("copy/2026/tsukubamirai/0420.ronl", &before);
    let copy = folder.path("copy/2026/tsukubamirai/0420.ronl");
    folder
        .call("profile")
        .and(&copy)
        .and("lgwan=no")
        .run()
        .code(2);
    folder.call("show").and(&copy).run().code(2);
    assert_eq!(folder.read(&journal(BOOK)), before);
}

#[test]
fn the_year_follows_the_date() {
    let folder = Folder::new();
    let new = "new --checklist odawara --name 課 --department 1";
    folder.call(new).today("2027-03-31").run().code(0);
    folder.call(new).today("2027-04-01").run().code(0);
    let ran = folder.done("list");
    let names: Vec<&str> = ran
        .out
        .split_whitespace()
        .filter(|word| word.contains("/odawara/"))
        .collect();
    assert_eq!(names, ["2027/odawara/1", "2026/odawara/1"]);
    folder
        .call(new)
        .today("2027-02-29")
        .run()
        .code(2)
        .err("2027-02-29");
}

#[test]
fn last_years_answers_stand_beside_this_years() {
    let folder = Folder::new();
    let last_year = "2025/odawara/0420";
    folder.begin(last_year);
    // A key unanswered counts as yes, but for the derived one of last year: C6-9 (2 items) and
    // Q07-04, Q07-07 are set aside. The other 89 weigh, clause by clause,
    // 6 + 5 + 14 + 3 + 25 + 7 + 9 + 8 + 14 + 17 + 19 + 16 + 14 + 14 + 3 + 6 = 180.
    // × Q05-01 (1): 179/180 = 99.44.
    write_fill(&folder, last_year, &[("Q05-01", NO)]);
    folder.done(&format!("fill {last_year} --from fill.csv"));
    folder.begin(ODAWARA);
    folder.done(&format!("export {ODAWARA} --header en"));
    let summary = Exported::read(&folder.read("exports/2026_odawara_0420_summary.csv"));
    assert_eq!(
        summary.cells(("scope_id", "T"), &["previous_score"]),
        ["99.4"]
    );
    assert_eq!(summary.cells(("scope_id", "A5"), &["previous_score"]), [""]);
    let answers = Exported::read(&folder.read("exports/2026_odawara_0420_answers.csv"));
    let columns = ["mark", "previous_mark", "wording_changed"];
    let cells = |item| answers.cells(("item_id", item), &columns);
    assert_eq!(cells("Q05-01"), ["", "not_implemented", "no"]);
    assert_eq!(cells("Q05-02"), ["", "implemented", "no"]);
}

#[test]
fn data_that_cannot_be_read_gives_3() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let good = folder.read(&journal(BOOK));
    folder.write(&journal(BOOK), b"not a journal\n");
    for command in ["show", "confirm", "export"] {
        folder
            .call(&format!("{command} {BOOK}"))
            .run()
            .code(3)
            .err("1行目");
    }
    folder
        .call(&format!("verify {}", journal(BOOK)))
        .run()
        .code(3);
    assert_eq!(folder.read(&journal(BOOK)), b"not a journal\n");
    assert!(!folder.path("exports").exists());
    // Without its checklist a workbook cannot be understood.
    folder.write(&journal(BOOK), good);
    let beside = std::fs::read_dir(folder.path("answers/2026/tsukubamirai")).unwrap();
    let frozen = beside
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_str().unwrap().contains("checklist-"))
        .unwrap();
    std::fs::remove_file(frozen).unwrap();
    folder
        .call(&format!("show {BOOK}"))
        .run()
        .code(3)
        .err("checklist-");
}

#[test]
fn a_system_that_refuses_gives_4() {
    let folder = Folder::new();
    folder.begin(BOOK);
    folder.write("file", "");
    folder
        .call(&format!("export {BOOK} --to file/below"))
        .run()
        .code(4)
        .err("file");
    let new = "new --checklist odawara --department 1 --name 課 --folder file";
    folder.call(new).run().code(4);
    folder.call("list --folder file").run().code(4);
}
