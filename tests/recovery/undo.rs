//! One action is one step back, on several items too; steps survive the end of the program, and
//! none crosses a confirmation.

use tenken::domain::mark::Mark;
use tenken::text::Lang;

use super::driver::Driver;
use super::program::Folder;
use super::sheet::{PARTLY, Row, YES, fill_file, rows, shipped};
use super::{BOOK, workbook};

fn screens(folder: &Folder) -> Driver {
    let driver = Driver::start((80, 24), Lang::Ja);
    let mut driver = driver.in_folder_of(&folder.path(""));
    driver.press("Enter");
    driver
}

fn marks(folder: &Folder) -> [Option<Mark>; 3] {
    let workbook = workbook(folder);
    ["Q05-01", "Q05-02", "Q05-03"].map(|item| workbook.answer(item).mark())
}

fn fill_three(folder: &Folder, cells: [&'static str; 5]) {
    let rows = ["Q05-01", "Q05-02", "Q05-03"].map(|item| Row {
        item: item.to_owned(),
        cells,
    });
    folder.write("three.csv", fill_file(&rows));
    folder.done(&format!("fill {BOOK} --from three.csv"));
}

#[test]
fn an_action_on_several_items_is_one_step_back_and_forth_after_a_restart() {
    let folder = Folder::new();
    folder.begin(BOOK);
    fill_three(&folder, YES);
    fill_three(&folder, PARTLY);
    let (yes, partly) = (Some(Mark::Implemented), Some(Mark::Partial));
    let count = |folder: &Folder| workbook(folder).records().len();
    assert_eq!((count(&folder), marks(&folder)), (3, [partly; 3]));
    // Every step in a program of its own.
    for (keys, wanted) in [
        ("C-z", [yes; 3]),
        ("C-z", [None; 3]),
        ("C-z", [None; 3]),
        ("C-y", [yes; 3]),
        ("C-y", [partly; 3]),
        ("C-y", [partly; 3]),
        ("C-z", [yes; 3]),
    ] {
        screens(&folder).press(keys);
        assert_eq!(marks(&folder), wanted, "{keys}");
    }
    // Steps there were none of are no records.
    assert_eq!(count(&folder), 3 + 5);
    assert_eq!(workbook(&folder).answer("Q05-01").evidence.len(), 1);
}

#[test]
fn no_step_back_crosses_a_confirmation_even_after_a_restart() {
    let folder = Folder::new();
    folder.begin(BOOK);
    let rows = rows(&shipped("odawara"), &workbook(&folder), &[]);
    folder.write("fill.csv", fill_file(&rows));
    folder.done(&format!("fill {BOOK} --from fill.csv"));
    let yes = Some(Mark::Implemented);
    folder.done(&format!("confirm {BOOK}"));
    screens(&folder).press("C-z");
    assert!(workbook(&folder).is_confirmed());
    folder.done(&format!("export {BOOK}"));
    folder.done(&format!("reopen {BOOK} --why 直すため"));
    screens(&folder).press("C-z C-y");
    assert_eq!(marks(&folder), [yes; 3]);
    assert_eq!(workbook(&folder).undo_step(), None);
    // What is done after it can be taken back, up to it and no further.
    fill_three(&folder, PARTLY);
    screens(&folder).press("C-z C-z");
    assert_eq!(marks(&folder), [yes; 3]);
}
