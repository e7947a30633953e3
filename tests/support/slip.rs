//! A return slip for a workbook, as the division would write it.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::path::Path;

use tenken::domain::item_id::ItemId;
use tenken::domain::record::{ReturnedItem, Slip};
use tenken::domain::returning::ReturnSlip;
use tenken::format::return_file::{digest, write};
use tenken::store::disk::Disk;
use tenken::store::folder::{Folder, WorkbookKey};
use tenken::store::workbooks;

/// Items, and why they come back.
const ITEMS: [(&str, &str); 3] = [
    (
        "Q05-02",
        "確認中（？）のままです。確かめた結果を答えてください。",
    ),
    (
        "Q06-3b-01",
        "前年度の △ 一部実施 から ○ 実施 に上がっています。確かめた資料の名前を書いてください。",
    ),
    (
        "Q06-5-08",
        "備考がほかの所属と同じです。この所属のことを書いてください。",
    ),
];

/// Lays a slip for the workbook of Odawara into its folder.
pub(crate) fn lay(root: &Path) {
    let folder = Folder::on(root.to_owned(), Disk::default());
    let key: WorkbookKey = "2026/odawara/0420".parse().unwrap();
    let opened = workbooks::open(&folder, &key).unwrap();
    let created = opened.workbook.created();
    let items = ITEMS.map(|(item, reason)| ReturnedItem {
        item: ItemId(item.to_owned()),
        reason: reason.to_owned(),
    });
    let mut slip = ReturnSlip {
        municipality_code: created.municipality_code.clone(),
        year: created.fiscal_year,
        department_code: created.department_code.clone(),
        department: created.department.clone(),
        reason: "3項目を確かめて直してください。".to_owned(),
        slip: Slip {
            receipt: "R-3K7PW2XH9D".to_owned(),
            head: opened.head,
            by: "情報政策課".to_owned(),
            date: "2026-11-24".to_owned(),
            due: "2026-12-10".to_owned(),
            items: items.to_vec(),
            ..Slip::default()
        },
    };
    slip.slip.digest = digest(&slip);
    let text = write(&slip).unwrap();
    let path = root.join("returns/2026_142069_0420_return.ron");
    Disk::default().make_folder(path.parent().unwrap()).unwrap();
    Disk::default().write_new(&path, text.as_bytes()).unwrap();
}
