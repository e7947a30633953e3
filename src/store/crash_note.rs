//! What is left beside a journal when the program ends by a defect of its own: where in the
//! program, and nothing of what people wrote.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::folder::{Folder, WorkbookKey};

/// The ending of crash notes.
const ENDING: &str = "crash";

/// Where the program is at work: the folder, and the workbook that is open. Clones share it.
#[derive(Clone, Debug)]
pub struct Scene {
    folder: Folder,
    open: Arc<Mutex<Option<WorkbookKey>>>,
}

/// A defect that showed itself.
#[derive(Clone, Debug)]
pub struct Crash {
    /// When.
    pub at: String,
    /// The place in the program's source.
    pub place: String,
    /// The thread's name.
    pub thread: String,
    /// The program's own words, when they are fixed ones. Words made at the time may hold answers.
    pub words: Option<&'static str>,
}

impl Scene {
    /// Begins with no workbook open.
    #[must_use]
    pub fn new(folder: Folder) -> Self {
        Self {
            folder,
            open: Arc::default(),
        }
    }

    /// Notes which workbook is open.
    pub fn opened(&self, key: Option<&WorkbookKey>) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        *open = key.cloned();
    }

    /// Leaves a note beside the open journal, else in the folder of answers, and returns its path.
    /// None when it cannot be written: a crash must not make another.
    #[must_use]
    pub fn leave_note(&self, crash: &Crash) -> Option<PathBuf> {
        let open = self.open.try_lock().ok().and_then(|open| open.clone());
        let path = open.map_or_else(
            || self.folder.answers().join(format!("tenken.{ENDING}")),
            |key| self.folder.beside(&key, ENDING),
        );
        let text = format!(
            "tenken {} ({} {})\n{}\n{} @ {}\n{}\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            crash.at,
            crash.place,
            crash.thread,
            crash.words.unwrap_or("-"),
        );
        self.folder
            .disk()
            .write_whole(&path, text.as_bytes())
            .ok()?;
        Some(path)
    }
}
