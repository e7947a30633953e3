//! Departments that fill in, confirm and hand in, and what may happen to their files on the way.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::path::PathBuf;

use tenken::store::disk::Disk;
use tenken::store::folder::{Folder as Working, WorkbookKey};
use tenken::store::workbooks;

use crate::program::{Folder, place};
use crate::sheet::{fill_file, rows};

/// The departments of a city, each in a folder of its own, and what the division received.
pub(crate) struct Offices {
    folder: Folder,
}

impl Offices {
    pub(crate) fn new() -> Self {
        Self::of(Folder::new())
    }

    /// Those of a city that all tests of a program share.
    pub(crate) fn shared(name: &str) -> Self {
        Self::of(Folder::of(place::shared(name)))
    }

    fn of(folder: Folder) -> Self {
        std::fs::create_dir(folder.path("in")).unwrap();
        Self { folder }
    }

    /// The division's own folder: what was handed in lies in `in`.
    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// A department answers everything with ○ but for some items, confirms and hands in; returns
    /// the summary's name below the folder.
    pub(crate) fn hand_in(&self, code: &str, others: &[(&str, [&'static str; 5])]) -> String {
        self.hand_in_year(code, 2026, others)
    }

    pub(crate) fn hand_in_year(
        &self,
        code: &str,
        year: i32,
        others: &[(&str, [&'static str; 5])],
    ) -> String {
        let book = self.filled(code, year, others);
        self.folder.done(&format!("confirm {book}"));
        self.export(&book, code)
    }

    /// Hands in what is not confirmed.
    pub(crate) fn draft(&self, code: &str) -> String {
        let book = self.filled(code, 2026, &[]);
        self.export(&book, code)
    }

    fn filled(&self, code: &str, year: i32, others: &[(&str, [&'static str; 5])]) -> String {
        let book = format!("{year}/odawara/{code}");
        if !self.folder.path(&format!("answers/{book}.ronl")).exists() {
            self.folder.done(&format!(
                "new --checklist odawara --department {code} --name 課{code} --year {year}"
            ));
        }
        let key: WorkbookKey = book.parse().unwrap();
        let working = Working::on(self.folder.root().to_owned(), Disk::default());
        let opened = workbooks::open(&working, &key).unwrap();
        let rows = rows(&opened.checklist, &opened.workbook, others);
        self.folder.write("fill.csv", fill_file(&rows));
        self.folder.done(&format!("fill {book} --from fill.csv"));
        book
    }

    fn export(&self, book: &str, code: &str) -> String {
        let to = format!("in/{code}");
        self.folder
            .done(&format!("export {book} --header en --to {to}"));
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path(&to))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with("_summary.csv"))
            .collect();
        names.sort_by_key(|name| (name.len(), name.clone()));
        format!("{to}/{}", names.pop().unwrap())
    }

    /// A department reopens, answers otherwise, and hands in again an hour later.
    pub(crate) fn hand_in_again(&self, code: &str, others: &[(&str, [&'static str; 5])]) {
        let book = format!("2026/odawara/{code}");
        self.folder.done(&format!("reopen {book} --why 見直し"));
        let book = self.filled(code, 2026, others);
        let confirm = self.folder.call(&format!("confirm {book}"));
        confirm.at("2026-11-22T10:00:00+09:00").run().code(0);
        self.export(&book, code);
    }

    /// The answers of a department, as received.
    pub(crate) fn answers(&self, code: &str) -> PathBuf {
        self.folder
            .path(&format!("in/{code}/2026_odawara_{code}_answers.csv"))
    }

    /// Somebody changes the answers on the way: the first place that reads so.
    pub(crate) fn tamper(&self, code: &str, from: &str, to: &str) {
        let path = self.answers(code);
        let text = std::fs::read_to_string(&path).unwrap();
        let from = from.replace("実施,100", "implemented,100");
        let to = to.replace("一部実施,100", "partial,100");
        let tampered = text.replacen(&from, &to, 1);
        assert_ne!(text, tampered);
        let below = path.strip_prefix(self.folder.root()).unwrap();
        self.folder.write(below.to_str().unwrap(), tampered);
    }

    /// Somebody copies the files under other names.
    pub(crate) fn copy(&self, code: &str, prefix: &str) {
        let folder = self.folder.path(&format!("in/{code}"));
        let names: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        for name in names {
            std::fs::copy(folder.join(&name), folder.join(format!("{prefix}{name}"))).unwrap();
        }
    }

    /// What was received so far goes to another folder.
    pub(crate) fn move_to(&self, name: &str) {
        std::fs::rename(self.folder.path("in"), self.folder.path(name)).unwrap();
        std::fs::create_dir(self.folder.path("in")).unwrap();
    }

    /// Writes a roster of codes.
    pub(crate) fn roster(&self, codes: &[&str]) {
        let rows: Vec<String> = codes
            .iter()
            .map(|code| format!("{code},課{code},"))
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        self.roster_rows(&rows);
    }

    /// Writes a roster of rows: code, name, predecessors.
    pub(crate) fn roster_rows(&self, rows: &[&str]) {
        let mut text = "code,name,predecessors\n".to_owned();
        for row in rows {
            text.push_str(row);
            text.push('\n');
        }
        // Whoever is not in force any more may be named as well.
        if rows.iter().any(|row| row.ends_with("0420")) {
            text = text
                .replace("predecessors\n", "predecessors,valid_to\n")
                .replace("\n0500", "\n0420,旧課,,2026-03-31\n0500");
        }
        self.folder.write("departments.csv", text);
    }
}
