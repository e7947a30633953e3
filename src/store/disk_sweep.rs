//! Temporary files that a program that ended badly left behind. They are never read; they only take
//! room.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::disk::{Disk, PREFIX, TEMPORARY};

impl Disk {
    /// Removes those of a file and of files beside it of the same stem. Failing is no matter.
    pub fn sweep(&self, path: &Path) {
        let (Some(folder), Some(stem)) = (path.parent(), path.file_stem()) else {
            return;
        };
        // The point ends the stem: 0420 must not sweep for 04201.
        let ours = format!("{}.", stem.to_string_lossy());
        self.sweep_folder(folder, |name| name.starts_with(&ours));
    }

    /// Removes those of many files; each folder is looked through once. Failing is no matter.
    pub(super) fn sweep_all<'a>(&self, paths: impl IntoIterator<Item = &'a Path>) {
        let mut folders: HashMap<&Path, HashSet<String>> = HashMap::new();
        for path in paths {
            if let (Some(folder), Some(name)) = (path.parent(), path.file_name()) {
                let names = folders.entry(folder).or_default();
                names.insert(name.to_string_lossy().into_owned());
            }
        }
        for (folder, names) in folders {
            self.sweep_folder(folder, |name| names.contains(name));
        }
    }

    /// Removes those of a folder whose files, by their names, are ours.
    fn sweep_folder(&self, folder: &Path, ours: impl Fn(&str) -> bool) {
        for name in self.list(folder).unwrap_or_default() {
            let of = name
                .strip_prefix(PREFIX)
                .and_then(|rest| rest.strip_suffix(TEMPORARY))
                .and_then(|rest| rest.rsplit_once('-'));
            if of.is_some_and(|(of, _)| ours(of)) {
                let _ = self.remove(&folder.join(&name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_of_a_file_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::default();
        let left = [
            ".tenken-0420.ronl-a1B2.tmp",
            ".tenken-0420.draft-c3.tmp",
            ".tenken-04201.ronl-d4.tmp",
            ".tenken-by-item.csv-e5.tmp",
            ".tenken-by-item.csv",
            "0420.ronl",
        ];
        for name in left {
            disk.write_whole(&folder.path().join(name), b"").unwrap();
        }
        let path = |name: &str| folder.path().join(name);
        disk.sweep_all([&*path("by-item.csv"), &*path("0420")]);
        let mut rest = left.to_vec();
        rest.remove(3);
        rest.sort_unstable();
        assert_eq!(disk.list(folder.path()).unwrap(), rest);
        disk.sweep(&path("0420.ronl"));
        rest.retain(|name| !name.starts_with(".tenken-0420."));
        assert_eq!(disk.list(folder.path()).unwrap(), rest);
    }
}
