//! One program at a time writes into the division's folder.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::desk::DeskFolder;
use crate::error::{Error, Result};

/// The file that is locked. It stays: whoever waits for it has it open.
const LOCK: &str = ".collection.lock";
/// How long another program is waited for, and how often it is looked at: writing takes seconds.
const TRIES: u32 = 600;
const PAUSE: Duration = Duration::from_millis(50);

/// The lock, for as long as it is held.
#[derive(Debug)]
pub struct DeskLock {
    path: PathBuf,
    _file: File,
    /// Folders made for it, outer ones first.
    made: Vec<PathBuf>,
}

impl DeskFolder {
    /// Waits until no other program writes here, and keeps others waiting.
    ///
    /// # Errors
    ///
    /// [`Error::Locked`] when another does not come to its end, [`Error::Stopped`], or
    /// [`Error::Io`].
    pub fn lock(&self, is_stopped: &dyn Fn() -> bool) -> Result<DeskLock> {
        let missing = self.root().ancestors().take_while(|one| {
            let named = !one.as_os_str().is_empty();
            named && !one.is_dir()
        });
        let mut made: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        made.reverse();
        self.disk().make_folder(self.root())?;
        let path = self.path(LOCK);
        for _ in 0..TRIES {
            if is_stopped() {
                return Err(Error::Stopped);
            }
            if let Some(file) = self.disk().try_lock(&path)? {
                return Ok(DeskLock {
                    path,
                    _file: file,
                    made,
                });
            }
            thread::sleep(PAUSE);
        }
        Err(Error::Locked {
            path: self.root().to_owned(),
            holder: None,
        })
    }
}

/// Where nothing was written, nothing is left behind.
impl Drop for DeskLock {
    fn drop(&mut self) {
        let Some(folder) = self.made.last() else {
            return;
        };
        let is_alone = fs::read_dir(folder).is_ok_and(|names| names.count() == 1);
        if is_alone && fs::remove_file(&self.path).is_ok() {
            for folder in self.made.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::Disk;

    #[test]
    fn one_holds_it_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("a/b");
        let desk = DeskFolder::new(root.clone(), Disk::default());
        let held = desk.lock(&|| false).unwrap();
        let given_up = std::cell::Cell::new(0);
        let other = desk.lock(&|| given_up.replace(given_up.get() + 1) > 1);
        assert!(matches!(other, Err(Error::Stopped)), "{other:?}");
        drop(held);
        assert!(!folder.path().join("a").exists());
        let held = desk.lock(&|| false).unwrap();
        Disk::default().write_whole(&root.join("x"), b"").unwrap();
        drop(held);
        assert!(root.join("x").exists());
    }
}
