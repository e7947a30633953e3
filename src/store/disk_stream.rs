//! Writing large files as they are made, without holding them in memory.

use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use super::disk::Disk;
use super::gate::Step;
use crate::error::{Doing, Error, Result};

/// How much is gathered before it is written, in bytes.
const BUFFER: usize = 256 * 1024;

impl Disk {
    /// Writes a synced temporary file beside the one it is to become.
    pub(super) fn filled(
        &self,
        path: &Path,
        fill: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<NamedTempFile> {
        let writing = |error| Error::io(Doing::Writing, path)(error);
        let mut file = self.empty_temporary(path)?;
        self.ask(Step::Write, Doing::Writing, path)?;
        let mut buffer = BufWriter::with_capacity(BUFFER, file.as_file_mut());
        fill(&mut buffer).map_err(writing)?;
        buffer.flush().map_err(writing)?;
        drop(buffer);
        self.ask(Step::Sync, Doing::Writing, path)?;
        file.as_file().sync_all().map_err(writing)?;
        Ok(file)
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
}
