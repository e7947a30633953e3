//! Reads and checks everything that was handed in, on all cores.

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::forms::Forms;
use super::large;
use super::look::{Looked, Setting, check, is_intact, look, look_at_two};
use super::pairing::Parts;
use super::reader::Reader;
use crate::domain::checklist::Checklist;
use crate::domain::fiscal_year::FiscalYear;
use crate::error::Error;
use crate::format::csv_submission::HandedIn;
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

/// Reads and checks files. The result does not depend on the number of cores, nor on the order of
/// the files. Of answers of other years than `year` only what they say of themselves is kept.
#[must_use]
pub fn gather(
    disk: &Disk,
    inputs: &[Input],
    checklists: &[Checklist],
    year: Option<FiscalYear>,
    progress: &Progress,
) -> Vec<Received> {
    progress.all.fetch_max(inputs.len(), Ordering::Relaxed);
    let setting = Setting {
        disk,
        inputs,
        checklists,
        year,
        room: AtomicUsize::new(KEPT_MAX),
    };
    let large = large::read(&setting, progress);
    let forms = large.forms;
    let jobs = jobs(inputs, &large.files);
    let looked = each(jobs.len(), progress, (&forms, year), |reader, at| {
        let looked = match jobs[at] {
            Job::One(file) => vec![(file, look(&setting, file))],
            Job::Two { summary, answers } => look_at_two(&setting, reader, [summary, answers]),
        };
        progress.done.fetch_add(looked.len(), Ordering::Relaxed);
        looked
    });
    let mut parts = Parts::default();
    let mut received = large.received;
    let mut kept = large.contents;
    large.found.into_iter().for_each(|one| parts.add(one));
    for (file, looked) in looked.into_iter().flatten() {
        match looked {
            Looked::Settled(done) => received.extend(done),
            Looked::Parts(found) => {
                received.extend(found.told);
                found.found.into_iter().for_each(|one| parts.add(one));
                kept.insert(file, found.content);
            }
        }
    }
    let pairs = parts.pairs(&|part| is_intact(&setting, &kept, part));
    received.extend(each(pairs.len(), progress, (&forms, year), |reader, at| {
        check(&setting, reader, &kept, &pairs[at])
    }));
    received.sort_by(|one, other| one.handed.claim.cmp(&other.handed.claim));
    received
}

/// What is looked at together.
#[derive(Clone, Copy)]
enum Job {
    One(usize),
    Two { summary: usize, answers: usize },
}

/// Puts files together whose names say that they are of one export; whether they are is seen when
/// they are read.
fn jobs(inputs: &[Input], done: &HashSet<usize>) -> Vec<Job> {
    let mut stems: HashMap<&str, [Vec<usize>; 2]> = HashMap::new();
    let stem = |name: &'static str, input: &'_ Input| input.name.rfind(name);
    for (at, input) in inputs
        .iter()
        .enumerate()
        .filter(|(at, _)| !done.contains(at))
    {
        for (kind, word) in ["_summary", "_answers"].into_iter().enumerate() {
            if let Some(stem) = stem(word, input).and_then(|end| input.name.get(..end)) {
                stems.entry(stem).or_default()[kind].push(at);
            }
        }
    }
    let mut paired = vec![None; inputs.len()];
    for [summaries, answers] in stems.into_values() {
        if let ([summary], [answers]) = (&summaries[..], &answers[..]) {
            paired[*summary] = Some(*answers);
            paired[*answers] = Some(*summary);
        }
    }
    (0..inputs.len())
        .filter(|at| !done.contains(at))
        .filter_map(|at| match paired[at] {
            None => Some(Job::One(at)),
            Some(other) if other < at => None,
            Some(other) => {
                let is_summary = stem("_summary", &inputs[at]).is_some();
                let (summary, answers) = if is_summary { (at, other) } else { (other, at) };
                Some(Job::Two { summary, answers })
            }
        })
        .collect()
}

/// Does something for each number below `count`, on all cores, and returns what it gave in order.
pub(super) fn each<T: Send>(
    count: usize,
    progress: &Progress,
    (forms, year): (&Arc<Forms>, Option<FiscalYear>),
    work: impl Fn(&mut Reader, usize) -> T + Sync,
) -> Vec<T> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    let one = || {
        let mut reader = Reader::with(forms, year);
        let mut mine = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count || progress.is_stopped() {
                break;
            }
            mine.push((at, work(&mut reader, at)));
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
