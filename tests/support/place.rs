//! Folders that tests share or copy.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::path::Path;

use tempfile::TempDir;

/// Makes an empty folder for all tests of a program: none of them knows that it is the last, so it
/// stays, below the build, until the next run makes it anew.
pub(crate) fn shared(name: &str) -> TempDir {
    let below = Path::new(env!("CARGO_TARGET_TMPDIR"));
    if below.join(name).exists() {
        std::fs::remove_dir_all(below.join(name)).unwrap();
    }
    let mut exactly = tempfile::Builder::new();
    exactly.prefix(name).rand_bytes(0);
    exactly.tempdir_in(below).unwrap()
}

/// Copies everything in a folder into another.
pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
