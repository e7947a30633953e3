//! Writing large files as they are made, without holding them in memory.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;
use std::sync::mpsc::{self, SyncSender};
use std::thread::{self, Scope, ScopedJoinHandle};

use tempfile::NamedTempFile;

use super::disk::Disk;
use super::gate::Step;
use crate::error::{Doing, Error, Result};

/// How much is gathered before it is written, in bytes.
const BUFFER: usize = 256 * 1024;
/// How much is written before the disk is asked to take it, in bytes.
const EARLY: usize = 16 * 1024 * 1024;

impl Disk {
    /// Writes a synced temporary file beside the one it is to become.
    pub(super) fn filled(
        &self,
        path: &Path,
        fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<NamedTempFile> {
        let writing = |error| Error::io(Doing::Writing, path)(error);
        let file = self.empty_temporary(path)?;
        self.ask(Step::Write, Doing::Writing, path)?;
        thread::scope(|scope| {
            let early = Early::new((self, path), file.as_file(), scope);
            let mut buffer = BufWriter::with_capacity(BUFFER, early);
            fill(&mut buffer)?;
            buffer.into_inner()?.finish()
        })
        .map_err(writing)?;
        self.ask(Step::Sync, Doing::Writing, path)?;
        file.as_file().sync_all().map_err(writing)?;
        Ok(file)
    }
}

/// A file whose beginning goes to the disk while its end is still being made.
struct Early<'scope, 'env> {
    disk: &'env Disk,
    path: &'env Path,
    file: &'env File,
    scope: &'scope Scope<'scope, 'env>,
    /// What was written since the disk was last asked to take it, in bytes.
    waiting: usize,
    syncing: Option<Syncing<'scope>>,
}

/// Asks for another go, and what became of all of them.
type Syncing<'scope> = (SyncSender<()>, ScopedJoinHandle<'scope, io::Result<()>>);

impl<'scope, 'env> Early<'scope, 'env> {
    const fn new(
        (disk, path): (&'env Disk, &'env Path),
        file: &'env File,
        scope: &'scope Scope<'scope, 'env>,
    ) -> Self {
        Self {
            disk,
            path,
            file,
            scope,
            waiting: 0,
            syncing: None,
        }
    }

    fn sync(&mut self) {
        self.waiting = 0;
        let (disk, path, file, scope) = (self.disk, self.path, self.file, self.scope);
        let take = move |()| {
            disk.before(Step::Sync, path)?;
            file.sync_data()
        };
        let (ask, _) = self.syncing.get_or_insert_with(|| {
            let (ask, asked) = mpsc::sync_channel(1);
            let going = scope.spawn(move || asked.iter().try_for_each(take));
            (ask, going)
        });
        // Where one is asked for already, it takes this too.
        let _ = ask.try_send(());
    }

    /// Waits for what is under way. A fault is told once by the system, so it is told on here.
    fn finish(self) -> io::Result<()> {
        let Some((ask, going)) = self.syncing else {
            return Ok(());
        };
        drop(ask);
        going
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}

impl io::Write for Early<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.waiting += written;
        if self.waiting >= EARLY {
            self.sync();
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::super::gate::Gate;
    use super::*;

    #[test]
    fn what_fails_half_way_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.csv");
        let disk = Disk::default();
        disk.write_whole(&path, b"old").unwrap();
        let failed = disk.filled(&path, |out| {
            out.write_all(b"new")?;
            Err(io::Error::other("full"))
        });
        assert!(failed.is_err());
        assert_eq!(disk.read(&path).unwrap(), b"old");
        assert_eq!(disk.list(folder.path()).unwrap(), ["ledger.csv"]);
    }

    fn large(disk: &Disk, path: &Path) -> Result<NamedTempFile> {
        let block = vec![b'x'; BUFFER - 1];
        let blocks = 3 * EARLY / BUFFER;
        disk.filled(path, |out| {
            (0..blocks).try_for_each(|_| out.write_all(&block))
        })
    }

    #[test]
    fn a_large_file_is_whole_whenever_the_disk_took_its_parts() {
        let folder = tempfile::tempdir().unwrap();
        let made = large(&Disk::default(), &folder.path().join("open_points.csv")).unwrap();
        let length = made.as_file().metadata().unwrap().len();
        assert_eq!(length, (3 * EARLY / BUFFER * (BUFFER - 1)) as u64);
    }

    /// Refuses the first time that something is to be made durable, and no other.
    #[derive(Default)]
    struct First(AtomicBool);

    impl Gate for First {
        fn before(&self, step: Step, _: &Path) -> io::Result<()> {
            if step == Step::Sync && !self.0.swap(true, Ordering::Relaxed) {
                return Err(io::Error::other("worn out"));
            }
            Ok(())
        }
    }

    #[test]
    fn a_fault_told_half_way_is_not_forgotten_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::gated(Arc::new(First::default()));
        assert!(large(&disk, &folder.path().join("open_points.csv")).is_err());
        assert_eq!(disk.list(folder.path()).unwrap(), [""; 0]);
    }
}
