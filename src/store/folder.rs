//! Where things lie below the working folder, and which names are safe to make paths of.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::disk::Disk;
use crate::domain::file_name;
use crate::domain::fiscal_year::FiscalYear;
use crate::error::{Error, Result};

/// The extension of a journal.
pub const JOURNAL: &str = "ronl";

/// What names a workbook: year, city and department code.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct WorkbookKey {
    /// The fiscal year.
    pub year: FiscalYear,
    /// The policy's short name.
    pub city: String,
    /// The department's code.
    pub department_code: String,
}

impl WorkbookKey {
    /// Makes a key; the code's full-width characters become half-width.
    ///
    /// # Errors
    ///
    /// [`Error::BadDepartmentCode`] when the code cannot be a file's name everywhere.
    pub fn new(year: FiscalYear, city: &str, department_code: &str) -> Result<Self> {
        Ok(Self {
            year,
            city: safe_name(city)?,
            department_code: safe_name(department_code)?,
        })
    }

    /// Returns the key of the same department the year before.
    #[must_use]
    pub fn previous(&self) -> Option<Self> {
        Some(Self {
            year: self.year.previous()?,
            ..self.clone()
        })
    }
}

impl fmt::Display for WorkbookKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}/{}/{}",
            self.year.number(),
            self.city,
            self.department_code
        )
    }
}

impl FromStr for WorkbookKey {
    type Err = Error;

    /// Reads `2026/odawara/0420`, or the end of a journal's path.
    fn from_str(text: &str) -> Result<Self> {
        let bad = || Error::BadWorkbookName(text.to_owned());
        let text_slashes = text.replace('\\', "/");
        let trimmed = text_slashes
            .strip_suffix(&format!(".{JOURNAL}"))
            .unwrap_or(&text_slashes);
        let mut parts = trimmed.rsplit('/');
        let (code, city, year) = (parts.next(), parts.next(), parts.next());
        let year = year
            .and_then(|year| year.parse().ok())
            .and_then(FiscalYear::new)
            .ok_or_else(bad)?;
        Self::new(year, city.ok_or_else(bad)?, code.ok_or_else(bad)?)
    }
}

/// Makes a name safe to be a file's name on every system.
fn safe_name(text: &str) -> Result<String> {
    file_name::safe(text).ok_or_else(|| Error::BadDepartmentCode(text.to_owned()))
}

/// The working folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Folder {
    root: PathBuf,
    disk: Disk,
}

impl Folder {
    /// Names a working folder.
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        Self::on(root, Disk::default())
    }

    /// Names a working folder on a disk of one's own.
    #[must_use]
    pub const fn on(root: PathBuf, disk: Disk) -> Self {
        Self { root, disk }
    }

    /// Returns the way to its files.
    #[must_use]
    pub const fn disk(&self) -> &Disk {
        &self.disk
    }

    /// Returns the folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the folder of all answers.
    #[must_use]
    pub fn answers(&self) -> PathBuf {
        self.root.join("answers")
    }

    /// Returns the folder of one year and city.
    #[must_use]
    pub fn year_and_city(&self, key: &WorkbookKey) -> PathBuf {
        self.answers()
            .join(key.year.number().to_string())
            .join(&key.city)
    }

    /// Returns the journal of a workbook.
    #[must_use]
    pub fn journal(&self, key: &WorkbookKey) -> PathBuf {
        self.beside(key, JOURNAL)
    }

    /// Returns a file beside a journal, of another extension.
    #[must_use]
    pub fn beside(&self, key: &WorkbookKey, extension: &str) -> PathBuf {
        self.year_and_city(key)
            .join(format!("{}.{extension}", key.department_code))
    }

    /// Returns the frozen copy of a checklist.
    #[must_use]
    pub fn frozen(&self, key: &WorkbookKey, digest: &str) -> PathBuf {
        let short: String = digest
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(65)
            .collect();
        self.year_and_city(key)
            .join(format!("checklist-{short}.ron"))
    }

    /// Returns the default folder of exports.
    #[must_use]
    pub fn exports(&self) -> PathBuf {
        self.root.join("exports")
    }

    /// Returns the folder of checklists that replaces the built-in ones.
    #[must_use]
    pub fn checklists(&self) -> PathBuf {
        self.root.join("checklists")
    }

    /// Returns the file of preferences.
    #[must_use]
    pub fn preferences(&self) -> PathBuf {
        self.answers().join("preferences.ron")
    }
}

/// Returns the beginning of an export's file names.
#[must_use]
pub fn export_stem(key: &WorkbookKey) -> String {
    format!("{}_{}_{}", key.year.number(), key.city, key.department_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_named_by_year_city_and_code() {
        let key: WorkbookKey = "2026/odawara/0420".parse().unwrap();
        assert_eq!(key.to_string(), "2026/odawara/0420");
        let path: WorkbookKey = r"C:\x\answers\2026\odawara\0420.ronl".parse().unwrap();
        assert_eq!(path, key);
        let wide = WorkbookKey::new(key.year, "odawara", "０４２０").unwrap();
        assert_eq!(wide, key);
    }

    #[test]
    fn names_that_are_no_file_names_are_refused() {
        let year = FiscalYear::new(2026).unwrap();
        for code in [
            "",
            " ",
            "..",
            "a/b",
            r"a\b",
            "CON",
            "nul",
            "a.",
            "課",
            "a b",
            "x:y",
            "\u{1b}",
            "123456789012345678901",
        ] {
            assert!(WorkbookKey::new(year, "odawara", code).is_err(), "{code:?}");
        }
        assert!("0420".parse::<WorkbookKey>().is_err());
        assert!("year/odawara/0420".parse::<WorkbookKey>().is_err());
    }
}
