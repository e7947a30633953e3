//! Reads and checks everything that was handed in, on all cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::pairing::{Found, Pair, Part, Parts, describe};
use crate::domain::checklist::Checklist;
use crate::error::Error;
use crate::format::csv_finding::FindingKind;
use crate::format::csv_sheet::Sheet;
use crate::format::csv_submission::{self, Handed, HandedIn};
use crate::format::csv_table::ReadError;
use crate::store::disk::Disk;
use crate::store::inputs::Input;

/// How much of what was read is kept for the second look, in bytes; the rest is read again.
const KEPT_MAX: usize = 24 * 1024 * 1024;

/// What one department handed in, or a file that could not be read.
#[derive(Clone, Debug)]
pub struct Received {
    /// What was read and found.
    pub handed: HandedIn,
    /// Why a file could not be read, where the system or a seal refused.
    pub trouble: Option<Arc<Error>>,
}

/// How far the work is, and whether it is to stop.
#[derive(Default, Debug)]
pub struct Progress {
    /// Files looked at.
    pub done: AtomicUsize,
    /// Files there are; 0 while that is not known.
    pub all: AtomicUsize,
    /// The signal that asks the work to stop; 0 for none.
    pub signal: AtomicI32,
}

impl Progress {
    /// Returns whether the work is to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.signal.load(Ordering::Relaxed) != 0
    }
}

/// What was found in a file at the first look.
struct Looked {
    found: Vec<Found>,
    /// The parts themselves, while there is room.
    kept: Option<Vec<Sheet>>,
    received: Option<Received>,
}

/// Reads and checks files. The result does not depend on the number of cores, nor on the order of
/// the files.
#[must_use]
pub fn gather(
    disk: &Disk,
    inputs: &[Input],
    checklists: &[Checklist],
    progress: &Progress,
) -> Vec<Received> {
    progress.all.store(inputs.len(), Ordering::Relaxed);
    let room = AtomicUsize::new(KEPT_MAX);
    let looked = each(inputs.len(), progress, |at| {
        let looked = look(disk, inputs, at, &room);
        progress.done.fetch_add(1, Ordering::Relaxed);
        looked
    });
    let mut parts = Parts::default();
    let mut received = Vec::new();
    let mut kept: Vec<Option<Vec<Sheet>>> = Vec::with_capacity(looked.len());
    for looked in looked {
        looked.found.into_iter().for_each(|found| parts.add(found));
        received.extend(looked.received);
        kept.push(looked.kept);
    }
    let pairs = parts.pairs();
    received.extend(each(pairs.len(), progress, |at| {
        check(disk, inputs, &kept, &pairs[at], checklists)
    }));
    received.sort_by(|one, other| one.handed.claim.cmp(&other.handed.claim));
    received
}

/// Does something for each number below `count`, on all cores, and returns what it gave in order.
fn each<T: Send>(count: usize, progress: &Progress, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    let one = || {
        let mut mine = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count || progress.is_stopped() {
                break;
            }
            mine.push((at, work(at)));
        }
        done.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend(mine);
    };
    thread::scope(|scope| {
        for _ in 1..workers.min(count) {
            scope.spawn(one);
        }
        one();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, value)| value).collect()
}

fn look(disk: &Disk, inputs: &[Input], at: usize, room: &AtomicUsize) -> Looked {
    let input = &inputs[at];
    let mut size = 0;
    match parts_of(disk, input, &mut size) {
        Ok(sheets) => {
            let found = sheets
                .iter()
                .enumerate()
                .map(|(part, sheet)| describe(sheet, &input.name, at, part))
                .collect();
            let fits = room
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |room| {
                    room.checked_sub(size)
                })
                .is_ok();
            Looked {
                found,
                kept: fits.then_some(sheets),
                received: None,
            }
        }
        Err(received) => Looked {
            found: Vec::new(),
            kept: None,
            received: Some(*received),
        },
    }
}

fn parts_of(disk: &Disk, input: &Input, size: &mut usize) -> Result<Vec<Sheet>, Box<Received>> {
    let bytes = input.read(disk).map_err(|error| {
        // The reason is the error's own; the finding only says that nothing was read.
        let handed =
            csv_submission::unreadable(&input.name, FindingKind::Unreadable(ReadError::Empty));
        Box::new(Received {
            handed,
            trouble: Some(error),
        })
    })?;
    *size = bytes.len();
    let sheet = Sheet::read(&bytes).map_err(|error| {
        Box::new(Received {
            handed: csv_submission::unreadable(&input.name, FindingKind::Unreadable(error)),
            trouble: None,
        })
    })?;
    Ok(csv_submission::parts(sheet))
}

fn check(
    disk: &Disk,
    inputs: &[Input],
    kept: &[Option<Vec<Sheet>>],
    pair: &Pair,
    checklists: &[Checklist],
) -> Received {
    let mut trouble = None;
    let mut hand = |part: &Part| {
        let input = &inputs[part.file];
        let sheet = match kept.get(part.file).and_then(Option::as_ref) {
            Some(sheets) => sheets.get(part.part).cloned(),
            None => match parts_of(disk, input, &mut 0) {
                Ok(sheets) => sheets.into_iter().nth(part.part),
                // It went away, or changed, between the two looks.
                Err(received) => {
                    trouble = received.trouble;
                    None
                }
            },
        };
        Some(Handed {
            name: input.name.clone(),
            sheet: sheet?,
        })
    };
    let summary = pair.summary.as_ref().and_then(&mut hand);
    let answers = pair.answers.as_ref().and_then(hand);
    Received {
        handed: csv_submission::read(summary, answers, checklists),
        trouble,
    }
}
