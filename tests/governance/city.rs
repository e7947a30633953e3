//! A small city whose departments handed in, and what its division collected.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use tenken::domain::checklist::{Checklist, Item};

use crate::offices::Offices;
use crate::program::Folder;
use crate::sheet::{NO, NOT_HERE, PARTLY, shipped};

/// A remark of two departments.
const SHARED: [&str; 5] = ["×", "", "来年度の機器の更新に合わせて見直します。", "", ""];
/// Better than the year before, and nothing shows it.
const UNSHOWN: [&str; 5] = ["△", "", "半分の端末で済みました", "", ""];

pub(crate) static CHECKLIST: LazyLock<Checklist> = LazyLock::new(|| shipped("odawara"));

/// The departments that hand in.
pub(crate) const CODES: [&str; 7] = ["0410", "0411", "0412", "0413", "0414", "0415", "0416"];
/// Marks － often.
pub(crate) const OFTEN: &str = "0414";
/// The departments of the shared remark.
pub(crate) const SHARING: [&str; 2] = ["0415", "0416"];
/// Has become better than the year before.
pub(crate) const BETTER: &str = "0410";
/// Hands in nothing.
pub(crate) const ABSENT: &str = "0499";

/// Returns ids of items that may be marked － without an approval.
pub(crate) fn optional() -> Vec<&'static str> {
    let is_optional =
        |item: &&Item| item.not_applicable.is_some() && !item.critical && item.weight < 3;
    let items = CHECKLIST.items.iter().filter(is_optional);
    items.map(|item| item.id.as_str()).collect()
}

/// Returns a folder with a desk `desk`, its roster, and everything handed in below `in`.
pub(crate) fn collected() -> Folder {
    static OFFICES: LazyLock<Offices> = LazyLock::new(offices);
    OFFICES.folder().copy()
}

fn offices() -> Offices {
    let offices = Offices::shared("governance");
    let ids = optional();
    offices.hand_in_year(BETTER, 2025, &[(ids[0], NO), (ids[1], NO)]);
    offices.move_to("before");
    for code in CODES {
        let others: Vec<(&str, [&str; 5])> = if code == OFTEN {
            ids.iter().take(20).map(|id| (*id, NOT_HERE)).collect()
        } else if code == BETTER {
            vec![(ids[0], UNSHOWN), (ids[1], PARTLY)]
        } else if SHARING.contains(&code) {
            // Each at an item of its own.
            let mine = usize::from(code == SHARING[0]);
            vec![(ids[20 + mine], SHARED), (ids[22], NO)]
        } else {
            Vec::new()
        };
        offices.hand_in(code, &others);
    }
    offices.roster(&[&CODES[..], &[ABSENT]].concat());
    let collect = "collect in --previous before --year 2026 --to desk";
    offices.folder().done(collect);
    offices
}

/// Reads a table of the desk: rows of cells by heading.
pub(crate) fn table(folder: &Folder, name: &str) -> Vec<BTreeMap<String, String>> {
    let bytes = folder.read(name);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap();
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(Result::unwrap).collect()
}
