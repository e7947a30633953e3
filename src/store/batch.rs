//! Several files written as one: each is made complete under a name nobody reads, and only when
//! all of them are there do they take their names. Whoever is stopped before leaves everything as
//! it was, folders included.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use tempfile::TempPath;

use super::disk::Disk;
use super::gate::Step;
use crate::error::{Doing, Error, Result};

/// How many files are made at once for each core.
const FILES_PER_CORE: usize = 4;

/// Writes a file.
pub type Fill<'a> = Box<dyn Fn(&mut dyn io::Write) -> io::Result<()> + Sync + 'a>;

/// Files that are to take their names together.
pub struct Batch<'a> {
    disk: Disk,
    is_stopped: Box<dyn Fn() -> bool + Sync + 'a>,
    /// What is complete, and the names it takes, in the order of taking.
    staged: Vec<(TempPath, PathBuf)>,
    /// What goes when all of them are there.
    replaced: Vec<PathBuf>,
    /// Folders made for it, outer ones first.
    folders: Vec<PathBuf>,
}

impl fmt::Debug for Batch<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Batch")
            .field("staged", &self.staged)
            .finish_non_exhaustive()
    }
}

impl<'a> Batch<'a> {
    /// Begins one that nobody stops.
    #[must_use]
    pub fn new(disk: Disk) -> Self {
        Self::until(disk, || false)
    }

    /// Begins one that is given up as soon as `is_stopped` says so.
    #[must_use]
    pub fn until(disk: Disk, is_stopped: impl Fn() -> bool + Sync + 'a) -> Self {
        Self {
            disk,
            is_stopped: Box::new(is_stopped),
            staged: Vec::new(),
            replaced: Vec::new(),
            folders: Vec::new(),
        }
    }

    /// Returns the way to the files.
    #[must_use]
    pub const fn disk(&self) -> &Disk {
        &self.disk
    }

    /// Refuses to go on when it is to be given up.
    ///
    /// # Errors
    ///
    /// [`Error::Stopped`].
    pub fn go_on(&self) -> Result<()> {
        if (self.is_stopped)() {
            Err(Error::Stopped)
        } else {
            Ok(())
        }
    }

    /// Makes a file that is to take the place of any of its name. `fill` writes it.
    ///
    /// # Errors
    ///
    /// [`Error::Io`], or [`Error::Stopped`], also half-way through the file.
    pub fn fill(
        &mut self,
        path: &Path,
        fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<()> {
        self.go_on()?;
        self.make_folder_of(path)?;
        let is_stopped = &self.is_stopped;
        let filled = self
            .disk
            .filled(path, |out| fill(&mut Listening { out, is_stopped }));
        // Whatever a writer made of it: it was stopped.
        self.go_on()?;
        self.staged
            .push((filled?.into_temp_path(), path.to_owned()));
        Ok(())
    }

    /// Makes several files at once, more than there are cores, since each waits for the disk; the
    /// first are begun first.
    ///
    /// # Errors
    ///
    /// [`Error::Io`], or [`Error::Stopped`], also half-way through the files.
    pub fn fill_all(&mut self, files: &[(PathBuf, Fill<'_>)]) -> Result<()> {
        self.go_on()?;
        for (path, _) in files {
            self.make_folder_of(path)?;
        }
        // Room for those to come.
        self.disk.sweep_all(files.iter().map(|(path, _)| &**path));
        let next = AtomicUsize::new(0);
        let made = Mutex::new(Vec::with_capacity(files.len()));
        let (disk, is_stopped) = (&self.disk, &self.is_stopped);
        let one = || {
            while let Some((path, fill)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                let file = disk.filled(path, |out| fill(&mut Listening { out, is_stopped }));
                made.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push((path, file));
            }
        };
        thread::scope(|scope| {
            let cores = thread::available_parallelism().map_or(1, NonZero::get);
            for _ in 1..(FILES_PER_CORE * cores).min(files.len()) {
                scope.spawn(one);
            }
            one();
        });
        // Whatever a writer made of it: it was stopped.
        self.go_on()?;
        for (path, file) in made.into_inner().unwrap_or_else(PoisonError::into_inner) {
            self.staged.push((file?.into_temp_path(), path.clone()));
        }
        Ok(())
    }

    /// Makes a file of bytes, unless one of its name has them already.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] or [`Error::Stopped`].
    pub fn bytes(&mut self, path: &Path, bytes: &[u8]) -> Result<()> {
        if self.disk.is_there(path)? && self.disk.read(path)? == bytes {
            return Ok(());
        }
        self.fill(path, |out| out.write_all(bytes))
    }

    /// Removes a file that others of the batch take the place of, once they have their names.
    pub fn replace(&mut self, path: PathBuf) {
        self.replaced.push(path);
    }

    /// Lets every file take its name. From here on nothing is given up: it takes a moment.
    ///
    /// # Errors
    ///
    /// [`Error::Stopped`], and nothing happened; or [`Error::Io`], and each file is either as it
    /// was or whole as it is to be.
    pub fn finish(mut self) -> Result<()> {
        self.go_on()?;
        self.folders.clear();
        let mut folders = BTreeSet::new();
        let staged = std::mem::take(&mut self.staged);
        let paths: Vec<PathBuf> = staged.iter().map(|(_, path)| path.clone()).collect();
        for (file, path) in staged {
            self.disk.ask(Step::Rename, Doing::Writing, &path)?;
            file.persist(&path)
                .map_err(|error| Error::io(Doing::Writing, &path)(error.error))?;
            folders.insert(path.parent().map(Path::to_owned).unwrap_or_default());
        }
        for folder in folders {
            // Any name in it will do.
            self.disk.sync_folder_of(&folder.join("x"))?;
        }
        for path in self.replaced.iter().filter(|path| !paths.contains(path)) {
            self.disk.remove(path)?;
        }
        self.disk.sweep_all(paths.iter().map(PathBuf::as_path));
        Ok(())
    }

    fn make_folder_of(&mut self, path: &Path) -> Result<()> {
        let Some(folder) = path.parent().filter(|one| !one.as_os_str().is_empty()) else {
            return Ok(());
        };
        if folder.is_dir() {
            return Ok(());
        }
        let missing = folder.ancestors().take_while(|one| {
            let named = !one.as_os_str().is_empty();
            named && !one.is_dir()
        });
        let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        missing.reverse();
        let made = self.disk.make_folder(folder);
        self.folders.extend(missing);
        made
    }
}

/// What was not finished leaves nothing behind.
impl Drop for Batch<'_> {
    fn drop(&mut self) {
        self.staged.clear();
        for folder in self.folders.drain(..).rev() {
            // One in which somebody else put something stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes on for as long as nobody asks it to stop.
struct Listening<'a> {
    out: &'a mut dyn io::Write,
    is_stopped: &'a dyn Fn() -> bool,
}

impl io::Write for Listening<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.is_stopped)() {
            return Err(io::Error::other("stopped"));
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;

    #[test]
    fn names_are_taken_when_everything_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("sub/two"));
        let disk = Disk::default();
        disk.write_whole(&one, b"old").unwrap();
        let left = folder.path().join(".tenken-one-a1.tmp");
        disk.write_whole(&left, b"of a run that was cut off")
            .unwrap();
        let mut batch = Batch::new(disk.clone());
        batch.fill(&one, |out| out.write_all(b"new")).unwrap();
        batch.bytes(&two, b"2").unwrap();
        assert_eq!(disk.read(&one).unwrap(), b"old");
        assert!(!two.exists());
        batch.finish().unwrap();
        assert_eq!(disk.read(&one).unwrap(), b"new");
        assert_eq!(disk.read(&two).unwrap(), b"2");
        assert_eq!(disk.list(folder.path()).unwrap(), ["one", "sub"]);
    }

    #[test]
    fn what_is_stopped_leaves_everything_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let one = folder.path().join("one");
        let disk = Disk::default();
        disk.write_whole(&one, b"old").unwrap();
        let stopped = AtomicBool::new(false);
        let mut batch = Batch::until(disk.clone(), || stopped.load(Ordering::Relaxed));
        batch.fill(&one, |out| out.write_all(b"new")).unwrap();
        let below = folder.path().join("a/b/two");
        let half = batch.fill(&below, |out| {
            out.write_all(b"half")?;
            stopped.store(true, Ordering::Relaxed);
            out.write_all(b"rest")
        });
        assert!(matches!(half, Err(Error::Stopped)), "{half:?}");
        let nothing: Fill<'_> = Box::new(|_| Ok(()));
        let several = batch.fill_all(&[(folder.path().join("three"), nothing)]);
        assert!(matches!(several, Err(Error::Stopped)), "{several:?}");
        assert!(matches!(batch.finish(), Err(Error::Stopped)));
        assert_eq!(disk.read(&one).unwrap(), b"old");
        assert_eq!(disk.list(folder.path()).unwrap(), ["one"]);
    }

    #[test]
    fn what_is_there_already_is_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("one");
        let disk = Disk::default();
        disk.write_whole(&path, b"same").unwrap();
        let mut batch = Batch::new(disk);
        batch.bytes(&path, b"same").unwrap();
        assert!(batch.staged.is_empty());
    }
}
