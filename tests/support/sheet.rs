//! CSV files: those to be filled in, and those that were exported.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::collections::BTreeMap;

use tenken::domain::checklist::Checklist;
use tenken::domain::standing::{Standing, standing};
use tenken::domain::workbook::Workbook;
use tenken::store::checklists;

/// Returns a shipped checklist.
pub(crate) fn shipped(city: &str) -> Checklist {
    let set = checklists::of_files(checklists::built_in());
    set.city(city).unwrap().clone()
}

/// An item's answer as one row of a file to be filled in.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) item: String,
    /// Mark, reason, remark, evidence, approver.
    pub(crate) cells: [&'static str; 5],
}

pub(crate) const YES: [&str; 5] = ["○", "", "", "確認の記録", ""];
pub(crate) const PARTLY: [&str; 5] = ["△", "", "3台が未確認", "確認の記録", ""];
pub(crate) const NO: [&str; 5] = ["×", "", "12月に直します", "", ""];
pub(crate) const UNKNOWN: [&str; 5] = ["？", "", "担当に聞いています", "", ""];
pub(crate) const NOT_HERE: [&str; 5] = ["－", "該当する者がいない", "", "", "課長 点検 太郎"];
pub(crate) const BLANK: [&str; 5] = ["", "", "", "", ""];

/// Answers every item that is asked with ○, but for those named.
pub(crate) fn rows(
    checklist: &Checklist,
    workbook: &Workbook,
    others: &[(&str, [&'static str; 5])],
) -> Vec<Row> {
    let asked = checklist
        .items
        .iter()
        .filter(|item| !matches!(standing(checklist, workbook, item), Standing::SetAside(_)));
    let rows: Vec<Row> = asked
        .map(|item| {
            let other = others.iter().find(|(id, _)| *id == item.id.as_str());
            Row {
                item: item.id.to_string(),
                cells: other.map_or(YES, |(_, cells)| *cells),
            }
        })
        .collect();
    for (id, _) in others {
        assert!(rows.iter().any(|row| row.item == *id), "{id} is not asked");
    }
    rows
}

/// Writes rows as a file to be filled in.
pub(crate) fn fill_file(rows: &[Row]) -> String {
    let mut text = "item_id,mark,reason,remark,evidence,approver\n".to_owned();
    for row in rows {
        text.push_str(&format!("{},{}\n", row.item, row.cells.join(",")));
    }
    text
}

/// An exported file: rows of cells by column id.
pub(crate) struct Exported(Vec<BTreeMap<String, String>>);

impl Exported {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::Reader::from_reader(bytes);
        Self(reader.deserialize().map(Result::unwrap).collect())
    }

    /// Returns cells of the row in which a column holds a value.
    #[track_caller]
    pub(crate) fn cells(&self, key: (&str, &str), columns: &[&str]) -> Vec<&str> {
        let row = self.0.iter().find(|row| row[key.0] == key.1);
        let row = row.unwrap_or_else(|| panic!("no row {key:?}"));
        columns.iter().map(|id| row[*id].as_str()).collect()
    }

    /// Returns the cells of a column.
    pub(crate) fn column(&self, id: &str) -> Vec<&str> {
        self.0.iter().map(|row| row[id].as_str()).collect()
    }

    /// Returns cells of a column, of all rows in which another holds a value.
    pub(crate) fn all(&self, key: (&str, &str), id: &str) -> Vec<&str> {
        let rows = self.0.iter().filter(|row| row[key.0] == key.1);
        rows.map(|row| row[id].as_str()).collect()
    }

    /// Returns the row in which columns hold values.
    #[track_caller]
    pub(crate) fn row(&self, keys: &[(&str, &str)]) -> &BTreeMap<String, String> {
        let fits =
            |row: &&BTreeMap<String, String>| keys.iter().all(|(id, value)| row[*id] == *value);
        let row = self.0.iter().find(fits);
        row.unwrap_or_else(|| panic!("no row {keys:?}"))
    }
}
