//! A disk whose Nth step fails, or is the last thing the process does; and a folder with a short
//! checklist, so that a thousand runs take seconds.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tenken::cli::{Environment, Surroundings, run};
use tenken::store::disk::Disk;
use tenken::store::gate::{Gate, Step};

use crate::kit;
use crate::program::{Folder, NAME, NOW};

/// The workbook everything happens to.
pub(crate) const BOOK: &str = "2026/sample/0420";
/// Its first questions.
pub(crate) const ITEMS: [&str; 3] = ["Q06-1-0001", "Q06-1-0002", "Q06-1-0003"];

/// What happens at the Nth step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What {
    /// The system refuses this step alone.
    Once(Refusal),
    /// It refuses this step and all that follow.
    FromHere(Refusal),
    /// The process ends, as by a power cut.
    Abort,
    /// The program meets a defect.
    Panic,
    /// The step does not come back, as on a share that is gone.
    Hang,
    /// Nothing; steps are counted.
    Nothing,
}

/// How a system refuses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Refusal {
    Eio,
    Enospc,
    Erofs,
    Eacces,
    Edquot,
    Estale,
    Sharing,
}

pub(crate) const REFUSALS: [Refusal; 7] = [
    Refusal::Eio,
    Refusal::Enospc,
    Refusal::Erofs,
    Refusal::Eacces,
    Refusal::Edquot,
    Refusal::Estale,
    Refusal::Sharing,
];

impl Refusal {
    fn error(self) -> io::Error {
        let number = match self {
            Self::Eio => 5,
            Self::Enospc => 28,
            Self::Erofs => 30,
            Self::Eacces => 13,
            Self::Edquot => 122,
            Self::Estale => 116,
            // Windows' sharing violation has no number here; its kind is what the program sees.
            Self::Sharing => return io::ErrorKind::ResourceBusy.into(),
        };
        if cfg!(target_os = "linux") {
            return io::Error::from_raw_os_error(number);
        }
        match self {
            Self::Enospc => io::ErrorKind::StorageFull.into(),
            Self::Erofs => io::ErrorKind::ReadOnlyFilesystem.into(),
            Self::Eacces => io::ErrorKind::PermissionDenied.into(),
            Self::Edquot => io::ErrorKind::QuotaExceeded.into(),
            Self::Estale => io::ErrorKind::StaleNetworkFileHandle.into(),
            _ => io::Error::other("input/output error"),
        }
    }
}

/// Stands before every step.
pub(crate) struct Fault {
    at: usize,
    what: What,
    count: AtomicUsize,
    hit: Mutex<Option<Step>>,
}

impl Fault {
    /// Something happens at the Nth step, from 1.
    pub(crate) fn at(at: usize, what: What) -> Arc<Self> {
        Arc::new(Self {
            at,
            what,
            count: AtomicUsize::new(0),
            hit: Mutex::new(None),
        })
    }

    /// Returns the step it happened at; none when there were fewer.
    pub(crate) fn hit(&self) -> Option<Step> {
        *self.hit.lock().unwrap()
    }

    /// Returns how many steps were asked for.
    pub(crate) fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }

    /// Returns a disk on which it stands.
    pub(crate) fn disk(self: &Arc<Self>) -> Disk {
        Disk::gated(Arc::clone(self) as Arc<dyn Gate>)
    }
}

impl Gate for Fault {
    fn before(&self, step: Step, _path: &Path) -> io::Result<()> {
        let number = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        if number == self.at {
            *self.hit.lock().unwrap() = Some(step);
        }
        match self.what {
            What::Once(refusal) if number == self.at => Err(refusal.error()),
            What::FromHere(refusal) if number >= self.at => Err(refusal.error()),
            What::Abort if number == self.at => std::process::abort(),
            What::Panic if number == self.at => panic!("{}", SECRET),
            What::Hang if number == self.at => {
                std::thread::sleep(Duration::from_secs(600));
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// Refuses every step below a folder while it is switched on.
pub(crate) struct Refusing {
    below: PathBuf,
    refusal: Refusal,
    on: AtomicBool,
}

impl Refusing {
    /// Stands before a folder, switched off.
    pub(crate) fn below(below: PathBuf, refusal: Refusal) -> Arc<Self> {
        Arc::new(Self {
            below,
            refusal,
            on: AtomicBool::new(false),
        })
    }

    /// Switches it on or off.
    pub(crate) fn switch(&self, on: bool) {
        self.on.store(on, Ordering::SeqCst);
    }

    /// Returns a disk on which it stands.
    pub(crate) fn disk(self: &Arc<Self>) -> Disk {
        Disk::gated(Arc::clone(self) as Arc<dyn Gate>)
    }
}

impl Gate for Refusing {
    fn before(&self, _step: Step, path: &Path) -> io::Result<()> {
        if self.on.load(Ordering::SeqCst) && path.starts_with(&self.below) {
            return Err(self.refusal.error());
        }
        Ok(())
    }
}

/// Stands in a panic's own words, as an answer might.
pub(crate) const SECRET: &str = "3台が未確認";

/// What a call of the program inside this process gave.
pub(crate) struct Called {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Calls the program inside this process, on a disk of our own.
pub(crate) fn call(folder: &Folder, disk: Disk, arguments: &str) -> Called {
    let root = folder.path("");
    let before = ["tenken", "--folder", root.to_str().unwrap()];
    let before = before.into_iter().chain(["--by", NAME, "--now", NOW]);
    let arguments = arguments.replace("{dir}", root.to_str().unwrap());
    let words = arguments.split_whitespace();
    let all = before.chain(words).map(Into::into).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(all, surroundings(disk, false), &mut out, &mut err);
    Called {
        code,
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

/// Returns the surroundings of a run on a disk of our own.
pub(crate) fn surroundings(disk: Disk, alone: bool) -> Surroundings {
    Surroundings {
        terminal: alone,
        environment: Environment::default(),
        home: std::env::temp_dir(),
        alone,
        disk,
    }
}

/// Makes a folder with a checklist of three questions.
pub(crate) fn folder() -> Folder {
    let folder = Folder::new();
    for file in &kit::set(ITEMS.len()).files.files {
        folder.write(&format!("checklists/{}", file.name), &file.text);
    }
    folder
}

/// Makes a folder with a workbook: begun, and a profile key answered.
pub(crate) fn begun() -> Folder {
    let folder = folder();
    for command in [
        "new --checklist sample --department 0420 --name 下水道整備課 --year 2026".to_owned(),
        format!("profile {BOOK} lgwan=yes"),
    ] {
        let called = call(&folder, Disk::default(), &command);
        assert_eq!(called.code, 0, "{}", called.err);
    }
    folder
}
