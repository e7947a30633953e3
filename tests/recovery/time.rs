//! Clocks that go back or jump: records keep their order and are shown as they were written.

use super::program::{Folder, journal};
use super::{BOOK, workbook};

#[test]
fn records_whose_time_goes_back_or_jumps_keep_their_order_and_year() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let days = ["2026-11-24", "2019-02-28", "2041-12-31", "2026-11-23"];
    for (day, answer) in days.iter().zip(["yes", "no", "yes", "no"]) {
        let call = folder.call(&format!("profile {BOOK} lgwan={answer}"));
        call.today(day).run().code(0);
    }
    let read = workbook(&folder);
    let written: Vec<String> = read
        .records()
        .iter()
        .map(|record| record.at.format("%Y-%m-%d").to_string())
        .collect();
    assert_eq!(written[0], "2026-11-22");
    assert_eq!(written[1..], days);
    assert_eq!(read.created().fiscal_year, 2026);
    // The last record in order counts, whatever its time.
    let key = tenken::domain::expression::ProfileKey("lgwan".to_owned());
    assert_eq!(read.profile(&key), Some(false));
    folder
        .done(&format!("verify {}", journal(BOOK)))
        .out("記録 5件");
    // Neither the workbook's year nor its name follows the clock.
    for day in ["2019-02-28", "2041-12-31"] {
        let ran = folder
            .call(&format!("show {BOOK}"))
            .today(day)
            .run()
            .code(0);
        ran.out("令和8年度");
        folder.call("list").today(day).run().code(0).out(BOOK);
    }
    folder.done(&format!("export {BOOK}"));
    assert!(
        folder
            .path("exports/2026_odawara_0420_summary.csv")
            .exists()
    );
}
