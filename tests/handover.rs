//! What leaves the department: sealed files, a look at the texts first, nothing over a network.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/driver.rs"]
mod driver;
#[path = "handover/looking.rs"]
mod looking;
#[path = "handover/network.rs"]
mod network;
#[path = "support/program.rs"]
mod program;
#[cfg(unix)]
#[path = "support/screen.rs"]
mod screen;
#[path = "handover/sealing.rs"]
mod sealing;

use program::Folder;

pub(crate) const BOOK: &str = "2026/odawara/0420";
/// A passphrase that is long enough.
pub(crate) const PHRASE: &str = "三つの ことば を並べる";

/// Begins a workbook with remarks beside its first answers.
fn begin(folder: &Folder, remarks: &[&str]) {
    folder.begin(BOOK);
    let mut text = "item_id,mark,remark,evidence\n".to_owned();
    for (index, remark) in remarks.iter().enumerate() {
        text.push_str(&format!("Q05-0{},○,{remark},綴り\n", index + 1));
    }
    folder.write("fill.csv", text);
    folder.done(&format!("fill {BOOK} --from fill.csv"));
}

/// Returns the names in a folder, sorted; none when there is no such folder.
fn names(folder: &Folder, below: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder.path(below)) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Returns what stands behind a label in an output.
fn behind<'a>(text: &'a str, label: &str) -> &'a str {
    let (_, after) = text
        .split_once(label)
        .unwrap_or_else(|| panic!("no {label} in {text}"));
    after.lines().next().unwrap().trim()
}
