//! Collecting what departments handed in: the ledger and the tables, whatever the files went through.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/offices.rs"]
mod offices;
#[path = "support/program.rs"]
mod program;
#[path = "support/sheet.rs"]
mod sheet;

#[path = "collecting/hostile.rs"]
mod hostile;
#[path = "collecting/order.rs"]
mod order;
#[path = "collecting/spoilt.rs"]
mod spoilt;
#[path = "collecting/wrapped.rs"]
mod wrapped;

use offices::Offices;
use program::Folder;
use sheet::{Exported, NO, PARTLY, UNKNOWN};

/// The tables, as they lie in the division's folder.
pub(crate) const TABLES: [&str; 8] = [
    "ledger",
    "by_department",
    "by_clause",
    "by_department_clause",
    "by_item",
    "changes",
    "open_points",
    "outliers",
];

/// Returns a table of a division's folder.
pub(crate) fn table(folder: &Folder, name: &str) -> Exported {
    Exported::read(&folder.read(&format!("desk/{name}.csv")))
}

#[test]
fn the_ledger_says_what_became_of_everything() {
    let offices = Offices::new();
    offices.hand_in("0410", &[]);
    offices.hand_in("0420", &[("Q05-01", NO)]);
    offices.hand_in_again("0420", &[("Q05-01", PARTLY)]);
    offices.draft("0430");
    offices.hand_in("0440", &[]);
    offices.tamper("0440", "実施,100", "一部実施,100");
    offices.hand_in("0999", &[]);
    offices.copy("0410", "写し-");
    offices.hand_in_year("0450", 2025, &[]);
    offices.roster(&["0410", "0420", "0430", "0440", "0450", "0460"]);
    let folder = offices.folder();
    let ran = folder
        .call("collect in --year 2026 --to desk --header en")
        .run()
        .code(1);
    let ledger = table(folder, "ledger");
    let states = |code: &str| ledger.all(("department_code", code), "state");
    assert_eq!(states("0410"), ["submitted", "duplicate"]);
    assert_eq!(states("0420"), ["superseded", "resubmitted"]);
    assert_eq!(states("0430"), ["draft"]);
    assert_eq!(states("0440"), ["altered"]);
    assert_eq!(states("0450"), ["not_submitted", "other_year"]);
    assert_eq!(states("0460"), ["not_submitted"]);
    assert_eq!(states("0999"), ["not_on_roster"]);
    let altered = ledger.cells(
        ("department_code", "0440"),
        &["fault_row", "counted", "reason"],
    );
    assert_eq!(altered[1], "no");
    assert!(
        altered[0].parse::<usize>().is_ok() && !altered[2].is_empty(),
        "{altered:?}"
    );
    ran.out("改変あり").out("desk/ledger.csv");
    let counted = table(folder, "by_department");
    assert_eq!(counted.column("department_code"), ["0410", "0420"]);
}

#[test]
fn figures_are_those_the_department_handed_in() {
    let offices = Offices::new();
    let others = [("Q05-01", NO), ("Q05-02", PARTLY), ("Q05-03", UNKNOWN)];
    let summary = offices.hand_in("0420", &others);
    offices.hand_in("0430", &[]);
    let folder = offices.folder();
    folder.done("collect in --year 2026 --to desk --header en");
    let columns = [
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
        "critical_failures",
    ];
    let clauses = table(folder, "by_department_clause");
    let own = Exported::read(&folder.read(&summary));
    for scope in own.column("scope_id") {
        let expected = own.cells(("scope_id", scope), &columns);
        let row = clauses.row(&[("department_code", "0420"), ("scope_id", scope)]);
        let found: Vec<&str> = columns.iter().map(|id| row[*id].as_str()).collect();
        assert_eq!(found, expected, "{scope}");
    }
    let total = own.cells(("scope_id", "T"), &["score", "grade", "receipt"]);
    let department = table(folder, "by_department");
    let found = department.cells(("department_code", "0420"), &["score", "grade", "receipt"]);
    assert_eq!(found, total);
    // Sums over departments: twice the items, and each open point once.
    let all = table(folder, "by_clause");
    let items: usize = own.cells(("scope_id", "T"), &["items"])[0].parse().unwrap();
    assert_eq!(
        all.cells(
            ("scope_id", "T"),
            &["items", "departments", "not_implemented"]
        ),
        [(2 * items).to_string().as_str(), "2", "1"]
    );
    let open = table(folder, "open_points");
    assert_eq!(open.column("item_id"), ["Q05-01", "Q05-02", "Q05-03"]);
    assert_eq!(open.column("remark"), [NO[2], PARTLY[2], UNKNOWN[2]]);
    let row: usize = open.column("row")[2].parse().unwrap();
    let name = open.column("file")[2];
    let bytes = folder.read(&format!("desk/{name}"));
    let answers = Exported::read(&bytes);
    assert_eq!(answers.column("item_id")[row - 2], "Q05-03");
    let by_item = table(folder, "by_item");
    assert_eq!(
        by_item.cells(
            ("item_id", "Q05-01"),
            &[
                "departments",
                "not_implemented",
                "implemented",
                "failed_rank"
            ]
        ),
        ["2", "1", "1", "1"]
    );
}

#[test]
fn years_are_compared_both_ways_and_through_a_reorganisation() {
    let offices = Offices::new();
    offices.hand_in_year("0410", 2025, &[("Q05-01", NO)]);
    offices.hand_in_year("0420", 2025, &[("Q05-01", NO), ("Q05-02", NO)]);
    offices.move_to("last");
    offices.hand_in("0410", &[]);
    offices.hand_in("0500", &[("Q05-01", NO)]);
    offices.roster_rows(&["0410,会計課,", "0500,統合課,0420"]);
    let folder = offices.folder();
    folder.done("collect in --previous last --year 2026 --to desk --header en");
    let departments = table(folder, "by_department");
    let cells = |code| {
        let columns = ["previous_departments", "score_change", "alike_change"];
        departments.cells(("department_code", code), &columns)
    };
    let continued = cells("0410");
    assert_eq!(continued[0], "0410");
    assert_eq!(continued[1], continued[2]);
    assert!(continued[1].parse::<f64>().unwrap() > 0.0);
    assert_eq!(cells("0500")[0], "0420");
    let changes = table(folder, "changes");
    let change = |code, item| {
        let row = changes.row(&[("department_code", code), ("item_id", item)]);
        row["change"].clone()
    };
    assert_eq!(change("0410", "Q05-01"), "improved");
    assert_eq!(change("0500", "Q05-01"), "failed_again");
    assert_eq!(change("0500", "Q05-02"), "improved");
    // The next year's desk takes this one's as the year before.
    let again = folder
        .call("collect --year 2027 --previous desk --to next")
        .run()
        .code(0);
    again.out("2027");
}

#[test]
fn trying_writes_nothing_and_says_what_would_change() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    offices.roster(&["0420", "0430"]);
    let folder = offices.folder();
    folder
        .done("collect in --year 2026 --to desk --dry-run")
        .out("試しただけです")
        .out("+ 0420");
    assert!(!folder.path("desk").exists());
    folder.done("collect in --year 2026 --to desk");
    folder
        .done("collect in --year 2026 --to desk --dry-run")
        .out("台帳に変わるところはありません");
    offices.hand_in("0430", &[]);
    folder
        .done("collect in --year 2026 --to desk --dry-run")
        .out("- 0430")
        .out("+ 0430");
}

#[test]
fn what_cannot_be_collected_is_refused_with_a_reason() {
    let offices = Offices::new();
    offices.hand_in("0420", &[]);
    let folder = offices.folder();
    folder
        .call("collect nowhere --to desk")
        .run()
        .code(2)
        .err("nowhere");
    folder.write("bad.csv", "code,name\n,名なし\n");
    folder
        .call("collect in --year 2026 --to desk --roster bad.csv")
        .run()
        .code(2)
        .err("2行目");
    assert!(!folder.path("desk").exists());
    folder.done("collect in --year 2026 --to desk");
    folder
        .call("collect in --year 2025 --to desk")
        .run()
        .code(2)
        .err("2026年度を集めたフォルダです");
}
