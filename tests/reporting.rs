//! The report through the program: made from a collected folder, in both editions.
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

use offices::Offices;
use program::Folder;
use sheet::{Exported, NO, PARTLY};

/// Two departments of this year and last, one of which hands in nothing this year.
fn collected() -> Offices {
    let offices = Offices::new();
    for code in ["0410", "0420"] {
        offices.hand_in_year(code, 2025, &[("Q05-01", NO)]);
    }
    offices.move_to("old");
    offices.hand_in("0410", &[("Q05-01", NO), ("Q05-02", PARTLY)]);
    offices.roster(&["0410", "0420"]);
    let collect = "collect in --year 2026 --previous old --to desk --header en";
    offices.folder().call(collect).run();
    offices
}

fn text(folder: &Folder, name: &str) -> String {
    String::from_utf8(folder.read(name)).unwrap()
}

#[test]
fn a_report_has_the_figures_of_the_tables() {
    let offices = collected();
    let folder = offices.folder();
    let ran = folder.done("report desk");
    ran.out("desk/report.html").out("desk/report.xlsx");
    let page = text(folder, "desk/report.html");
    let tables = Exported::read(&folder.read("desk/by_department.csv"));
    let cells = tables.cells(
        ("department_code", "0410"),
        &["score", "implementation_rate", "receipt", "score_change"],
    );
    assert!(
        page.contains(&format!("</i>{}</td>", cells[0])),
        "{cells:?}"
    );
    assert!(
        page.contains(&format!(">{}%<small>", cells[1])),
        "{cells:?}"
    );
    assert!(page.contains(cells[2]) && page.contains("課0410"));
    let change = cells[3].trim_start_matches(['+', '-']);
    assert!(page.contains(&format!("{change}</td>")), "{cells:?}");
    // The policy's own mark stands above every page.
    assert!(page.contains("<b class=\"mark\">庁内限り</b>"));
    // What was not handed in, and what failed twice.
    assert!(page.contains("</span>未提出</td>") && page.contains(">Q05-01</td>"));
}

#[test]
fn the_same_folder_gives_the_same_report_and_another_place_is_free() {
    let offices = collected();
    let folder = offices.folder();
    folder.done("report desk");
    let first = ["desk/report.html", "desk/report.xlsx"].map(|name| folder.read(name));
    folder.done("report desk --to elsewhere");
    let again = ["elsewhere/report.html", "elsewhere/report.xlsx"].map(|name| folder.read(name));
    assert!(first == again);
    folder.done("report desk --to elsewhere");
    assert_eq!(
        std::fs::read_dir(folder.path("elsewhere")).unwrap().count(),
        2
    );
}

#[test]
fn the_public_edition_lies_beside_and_tells_no_department() {
    let offices = collected();
    let folder = offices.folder();
    let internal = folder.read("desk/report.html");
    let ran = folder.done("report desk --edition public");
    ran.out("desk/report_public.html");
    assert!(folder.read("desk/report.html") == internal);
    let page = text(folder, "desk/report_public.html");
    for word in ["課0410", "課0420", "0410", "点検 花子", "R-", "Q05-01"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.contains("<b class=\"mark\">公表用</b>") && page.contains("＊"));
    let english = folder.call("report desk --edition public").english();
    english.run().code(0).out("report_public.html");
    assert!(text(folder, "desk/report_public.html").contains("<html lang=\"en\">"));
}

#[test]
fn a_folder_without_a_collection_is_refused() {
    let folder = Folder::new();
    folder.call("report .").run().code(2);
    folder.call("report nowhere --edition public").run().code(2);
    assert!(!folder.path("report.html").exists());
}
