//! The figures of whole workbooks, from beginning one to the exported cells, worked out by hand.
//!
//! They follow the shipped checklists: when an item, its weight or its `applies` changes, the sums in
//! the comments are to be done again.

use super::program::{Folder, NAME, journal};
use super::sheet::{BLANK, Exported, NO, NOT_HERE, PARTLY, Row, UNKNOWN, fill_file};
use super::{BOOK, ODAWARA, receipt, write_fill};

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

#[track_caller]
fn assert_figures(summary: &Exported, scope: &str, expected: &str) {
    let cells = summary.cells(("scope_id", scope), &FIGURES);
    assert_eq!(cells.join(" | "), expected, "{scope}");
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
    assert_answers(&answers);
    folder.done(&format!("verify {} {}", names[0], names[1]));
    folder.done(&format!("verify {}", journal(BOOK)));
}

fn assert_answers(answers: &Exported) {
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
