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
            let early = Early::new(file.as_file(), scope);
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
    file: &'env File,
    scope: &'scope Scope<'scope, 'env>,
    /// What was written since the disk was last asked to take it, in bytes.
    waiting: usize,
    syncing: Option<Syncing<'scope>>,
}

/// Asks for another go, and what became of all of them.
type Syncing<'scope> = (SyncSender<()>, ScopedJoinHandle<'scope, io::Result<()>>);

impl<'scope, 'env> Early<'scope, 'env> {
    const fn new(file: &'env File, scope: &'scope Scope<'scope, 'env>) -> Self {
        Self {
            file,
            scope,
            waiting: 0,
            syncing: None,
        }
    }

    fn sync(&mut self) {
        self.waiting = 0;
        let (file, scope) = (self.file, self.scope);
        let (ask, _) = self.syncing.get_or_insert_with(|| {
            let (ask, asked) = mpsc::sync_channel(1);
            let going = scope.spawn(move || asked.iter().try_for_each(|()| file.sync_data()));
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

    #[test]
    fn a_large_file_is_whole_whenever_the_disk_took_its_parts() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("open_points.csv");
        let block = vec![b'x'; BUFFER - 1];
        let blocks = 3 * EARLY / BUFFER;
        let made = Disk::default()
            .filled(&path, |out| {
                (0..blocks).try_for_each(|_| out.write_all(&block))
            })
            .unwrap();
        let length = made.as_file().metadata().unwrap().len();
        assert_eq!(length, (blocks * block.len()) as u64);
    }
}
