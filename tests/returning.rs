//! Returning: what the division writes for departments, and what their program makes of it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "returning/hostile.rs"]
mod hostile;
#[path = "support/offices.rs"]
mod offices;
#[path = "support/program.rs"]
mod program;
#[path = "returning/round.rs"]
mod round;
#[path = "support/sheet.rs"]
mod sheet;
#[path = "returning/slips.rs"]
mod slips;
#[path = "support/talk.rs"]
mod talk;

use std::sync::LazyLock;

use offices::Offices;
use program::Folder;

/// Left open one item, and improved another without evidence.
pub(crate) const OPEN: &str = "0410";
/// Nothing is wrong with it.
pub(crate) const GOOD: &str = "0411";
/// Not confirmed.
pub(crate) const DRAFT: &str = "0412";
/// Somebody changed its answers on the way.
pub(crate) const ALTERED: &str = "0413";
/// Handed in nothing.
pub(crate) const ABSENT: &str = "0499";

/// An item that may stay open.
pub(crate) fn open_item() -> &'static str {
    static ITEM: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    ITEM.get_or_init(|| {
        let list = sheet::shipped("odawara");
        let item = list
            .items
            .iter()
            .find(|item| !item.critical && item.weight < 3);
        item.unwrap().id.to_string()
    })
}

/// Returns a folder with a desk `desk`, its roster, what was handed in below `in`, and the
/// departments' workbooks.
pub(crate) fn collected() -> Folder {
    static OFFICES: LazyLock<Offices> = LazyLock::new(offices);
    OFFICES.folder().copy()
}

fn offices() -> Offices {
    let offices = Offices::shared("returning");
    offices.hand_in(
        OPEN,
        &[(open_item(), ["？", "", "担当に聞いています", "", ""])],
    );
    offices.hand_in(GOOD, &[]);
    offices.draft(DRAFT);
    offices.hand_in(ALTERED, &[(open_item(), ["△", "", "3台が未確認", "", ""])]);
    let answers = format!("in/{ALTERED}/2026_odawara_{ALTERED}_answers.csv");
    let text = String::from_utf8(offices.folder().read(&answers)).unwrap();
    let altered = text.replacen(",partial,50", ",implemented,100", 1);
    assert_ne!(text, altered);
    offices.folder().write(&answers, altered);
    offices.roster(&[OPEN, GOOD, DRAFT, ALTERED, ABSENT]);
    offices
        .folder()
        .call("collect in --year 2026 --to desk")
        .run()
        .code(1);
    offices
}
