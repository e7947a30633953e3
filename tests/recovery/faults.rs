//! A disk that fails while a journal is repaired or redacted: there is always a whole journal, the
//! old one or the new, and trying again leads to the end.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::DateTime;
use tenken::domain::item_id::ItemId;
use tenken::domain::record::{Author, TextField, TypedField};
use tenken::format::journal;
use tenken::store::disk::Disk;
use tenken::store::folder::{Folder as Store, WorkbookKey};
use tenken::store::gate::{Gate, Step};
use tenken::store::redact::{self, Wanted};
use tenken::store::repair;

use super::program::{Folder, NOW, journal as path_of};
use super::{BOOK, begun, everything, lines};

/// Refuses the Nth step and all that follow, as a disk that is full or gone.
struct FromStep {
    at: usize,
    count: AtomicUsize,
}

impl Gate for FromStep {
    fn before(&self, _: Step, _: &Path) -> io::Result<()> {
        if self.count.fetch_add(1, Ordering::SeqCst) >= self.at {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    }
}

fn store(folder: &Folder, at: usize) -> Store {
    let count = AtomicUsize::new(0);
    let gate = Arc::new(FromStep { at, count });
    Store::on(folder.path(""), Disk::gated(gate))
}

fn key() -> WorkbookKey {
    BOOK.parse().unwrap()
}

fn repaired(store: &Store) -> tenken::error::Result<()> {
    let examined = repair::examine(store, &key())?;
    let now = DateTime::parse_from_rfc3339(NOW).unwrap();
    repair::repair(store.disk(), &examined, &Author::default(), now)?;
    Ok(())
}

fn redacted(store: &Store) -> tenken::error::Result<()> {
    let now = DateTime::parse_from_rfc3339(NOW).unwrap();
    let wanted = Wanted {
        item: ItemId("Q05-01".to_owned()),
        field: TypedField::Text(TextField::Remark),
        why: "誤り".to_owned(),
        placeholder: tenken::text::redact::PLACEHOLDER,
    };
    let by = Author::default();
    let redaction = redact::plan(store, &key(), &wanted, &by, now)?;
    redact::carry_out(store, &redaction, &by, now)
}

const MANY: usize = 10_000;

#[test]
fn a_repair_on_a_disk_that_fails_loses_nothing() {
    let sample = begun();
    let whole = lines(&sample);
    let damaged = [&whole[..2], &whole[3..]].concat().concat();
    let files = everything(&sample.path("answers"));
    let mut steps = 0;
    loop {
        let folder = Folder::new();
        for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with('/')) {
            folder.write(&format!("answers/{name}"), bytes);
        }
        folder.write(&path_of(BOOK), &damaged);
        let done = repaired(&store(&folder, steps)).is_ok();
        let now = folder.read(&path_of(BOOK));
        if now != damaged {
            assert_eq!(journal::read(&now).damage, None, "step {steps}");
            assert_eq!(folder.read("answers/2026/odawara/0420.damaged"), damaged);
        }
        if done {
            break;
        }
        repaired(&store(&folder, MANY)).unwrap();
        assert_eq!(journal::read(&folder.read(&path_of(BOOK))).damage, None);
        assert_eq!(folder.read("answers/2026/odawara/0420.damaged"), damaged);
        steps += 1;
    }
    assert!(steps > 10, "{steps}");
}

#[test]
fn a_redaction_on_a_disk_that_fails_leaves_a_whole_journal_and_can_be_done_again() {
    let sample = begun();
    let before = sample.read(&path_of(BOOK));
    let files = everything(&sample.path("answers"));
    let holds = |bytes: &[u8]| {
        let name = "田中さん".as_bytes();
        bytes.windows(name.len()).any(|part| part == name)
    };
    let mut steps = 0;
    loop {
        let folder = Folder::new();
        for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with('/')) {
            folder.write(&format!("answers/{name}"), bytes);
        }
        folder.write("answers/2026/odawara/0420.torn", &before);
        let done = redacted(&store(&folder, steps)).is_ok();
        let now = folder.read(&path_of(BOOK));
        assert_eq!(journal::read(&now).damage, None, "step {steps}");
        assert!(now == before || !holds(&now), "step {steps}");
        if done {
            assert!(
                !everything(&folder.path("answers"))
                    .values()
                    .any(|bytes| holds(bytes))
            );
            break;
        }
        // Where all was done but making it durable, there is nothing left to do.
        let _ = redacted(&store(&folder, MANY));
        assert!(
            !everything(&folder.path("answers"))
                .values()
                .any(|bytes| holds(bytes))
        );
        steps += 1;
    }
    assert!(steps > 10, "{steps}");
}
