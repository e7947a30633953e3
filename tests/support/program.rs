//! Runs the program in a folder of its own: no environment, a fixed clock, a name for the record.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[path = "place.rs"]
pub(crate) mod place;

/// The clock every test sees unless it says otherwise.
pub(crate) const NOW: &str = "2026-11-22T09:00:00+09:00";
/// Who fills in unless a test says otherwise.
pub(crate) const NAME: &str = "点検 花子";
/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_tenken");

/// A working folder that goes away with the test.
pub(crate) struct Folder {
    root: tempfile::TempDir,
}

impl Folder {
    pub(crate) fn new() -> Self {
        let root = tempfile::Builder::new().prefix("tenken-").tempdir();
        Self {
            root: root.unwrap(),
        }
    }

    /// Takes a folder that is there already.
    pub(crate) fn of(root: tempfile::TempDir) -> Self {
        Self { root }
    }

    /// Makes another folder that holds the same.
    pub(crate) fn copy(&self) -> Self {
        let other = Self::new();
        place::copy(self.root.path(), other.root.path());
        other
    }

    /// Returns the folder for others to keep.
    pub(crate) fn into_root(self) -> tempfile::TempDir {
        self.root
    }

    pub(crate) fn root(&self) -> &Path {
        self.root.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut options = OpenOptions::new();
        let options = options.write(true).create(true).truncate(true);
        let mut file = options.open(&path).unwrap();
        file.write_all(bytes.as_ref()).unwrap();
        path
    }

    /// Calls the program with arguments divided by blanks.
    pub(crate) fn call(&self, arguments: &str) -> Call<'_> {
        Call {
            folder: self.root.path(),
            arguments: arguments.split_whitespace().map(str::to_owned).collect(),
            clock: ["--now".to_owned(), NOW.to_owned()],
            english: false,
        }
    }

    /// Calls the program and expects it to be done without findings.
    pub(crate) fn done(&self, arguments: &str) -> Ran {
        self.call(arguments).run().code(0)
    }

    /// Begins a workbook named `year/city/code`.
    pub(crate) fn begin(&self, book: &str) {
        let [year, city, code] = book.split('/').collect::<Vec<_>>().try_into().unwrap();
        self.done(&format!(
            "new --checklist {city} --department {code} --name 下水道整備課 --year {year}"
        ));
    }
}

/// Returns the journal of a workbook, below its folder.
pub(crate) fn journal(book: &str) -> String {
    format!("answers/{book}.ronl")
}

/// A call of the program.
pub(crate) struct Call<'a> {
    folder: &'a Path,
    arguments: Vec<String>,
    clock: [String; 2],
    english: bool,
}

impl Call<'_> {
    /// Adds an argument that may hold blanks.
    pub(crate) fn and(mut self, argument: impl AsRef<Path>) -> Self {
        let text = argument.as_ref().to_str().unwrap();
        self.arguments.push(text.to_owned());
        self
    }

    pub(crate) fn today(mut self, date: &str) -> Self {
        self.clock = ["--today".to_owned(), date.to_owned()];
        self
    }

    /// Sets the clock to a moment.
    pub(crate) fn at(mut self, moment: &str) -> Self {
        self.clock = ["--now".to_owned(), moment.to_owned()];
        self
    }

    pub(crate) fn english(mut self) -> Self {
        self.english = true;
        self
    }

    pub(crate) fn run(self) -> Ran {
        let output = Command::new(PROGRAM)
            .env_clear()
            .current_dir(self.folder)
            .args(["--folder", ".", "--by", NAME])
            .args(&self.clock)
            .args(self.english.then_some("--lang=en"))
            .args(&self.arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// What a call gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    #[track_caller]
    pub(crate) fn code(self, expected: i32) -> Self {
        assert_eq!(self.code, Some(expected), "{}\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub(crate) fn out(self, part: &str) -> Self {
        assert!(self.out.contains(part), "no {part:?} in\n{}", self.out);
        self
    }

    #[track_caller]
    pub(crate) fn err(self, part: &str) -> Self {
        assert!(self.err.contains(part), "no {part:?} in\n{}", self.err);
        self
    }
}
