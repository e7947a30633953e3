//! Collecting what departments handed in: the ledger, the tables, and what would change.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, ScopedJoinHandle};
use std::time::Duration;

use super::args::CollectArgs;
use super::output::Output;
use super::setting::Setting;
use super::{FINDINGS, OK, auditing, commands, passphrase};
use crate::collect::audits;
use crate::collect::compared::Compared;
use crate::collect::desk::{self, Desk, Order, Planned};
use crate::collect::gather::Progress;
use crate::collect::{layout, tables};
use crate::domain::checklist::Checklist;
use crate::error::{Doing, Error, Result};
use crate::platform::watch_for_signals;
use crate::report::{self, Edition, Source};
use crate::store::batch::Batch;
use crate::store::checklists;
use crate::store::desk::{DeskFolder, found};
use crate::store::desk_lock::DeskLock;
use crate::store::folder::Folder;
use crate::store::sealed::Opener;
use crate::text::{Lang, collecting as words, errors};

/// How often it is told how far the work is.
const TOLD_EVERY: Duration = Duration::from_millis(200);

/// Collects what was handed in.
pub(super) fn collect(
    setting: &Setting,
    asked: &CollectArgs,
    output: &mut Output<'_>,
) -> Result<u8> {
    let year = commands::fiscal_year(setting, asked.year.as_deref())?;
    let set = checklists::load(&setting.folder)?;
    let municipality = match &asked.checklist {
        Some(city) => Some(set.city(city)?.policy.municipality_code.clone()),
        None => None,
    };
    let root = setting.folder.root();
    let roster = roster(setting, asked)?;
    let to = asked.to.clone();
    let order = Order {
        inputs: &asked.inputs,
        previous: &asked.previous,
        year,
        municipality,
        roster,
        to: to.unwrap_or_else(|| root.join("collected").join(year.number().to_string())),
        keep: !asked.no_keep,
    };
    let opener = passphrase::opener(setting, &asked.opener, output)?;
    let progress = Arc::new(Progress::default());
    if setting.alone {
        let progress = Arc::clone(&progress);
        watch_for_signals(move |signal| progress.signal.store(signal, Ordering::Relaxed));
    }
    let lists = &set.checklists;
    let how = (&lists[..], opener.as_ref(), asked.dry_run);
    let (planned, lock) = match plan_alone(setting, &order, how, &progress, output) {
        Err(Error::Stopped) => return Ok(stopped(setting, &progress, output)),
        planned => planned?,
    };
    let collection = &planned.desk.collection;
    if let Some(nothing) = words::nothing_found(setting.lang, planned.is_nothing) {
        output.error(&[nothing.to_owned()]);
    }
    let mut audits_code = OK;
    if asked.dry_run {
        output.lines(words::ledger(setting.lang, collection));
        output.lines(words::changes(
            setting.lang,
            planned.before.as_ref(),
            collection,
        ));
        output.line(words::dry_run(setting.lang));
    } else {
        let written = thread::scope(|scope| {
            let writing = scope.spawn(|| write(setting, asked, &planned, lists, &progress));
            // Whoever reads it need not wait for the disk.
            output.lines(words::ledger(setting.lang, collection));
            joined(writing)
        });
        let files = match written {
            Err(Error::Stopped) => return Ok(stopped(setting, &progress, output)),
            written => written?,
        };
        drop(lock);
        let kept = audits::kept(&planned.desk.folder, collection)?;
        audits_code = auditing::tell_left_out(setting, &kept, output);
        output.lines(words::written(setting.lang, &files));
    }
    let code = if collection.takes_everything() {
        audits_code
    } else {
        FINDINGS
    };
    if setting.alone {
        // The program ends here; letting go of a country takes a while.
        std::mem::forget(planned);
    }
    Ok(code)
}

/// Returns the roster that was named, or lies in the working folder.
fn roster(setting: &Setting, asked: &CollectArgs) -> Result<Option<PathBuf>> {
    let beside = setting.folder.root().join("departments.csv");
    match &asked.roster {
        Some(path) => Ok(Some(path.clone())),
        None => Ok(setting.folder.disk().is_there(&beside)?.then_some(beside)),
    }
}

/// Writes everything. Whoever asks to stop leaves all as it was, up to the moment in which all
/// files take their names.
fn write(
    setting: &Setting,
    asked: &CollectArgs,
    planned: &Planned,
    checklists: &[Checklist],
    progress: &Progress,
) -> Result<Vec<PathBuf>> {
    let Desk { folder, collection } = &planned.desk;
    let mut batch = Batch::until(setting.folder.disk().clone(), || progress.is_stopped());
    desk::keep(&mut batch, planned)?;
    let mut files = tables::write_all(&mut batch, folder, collection, asked.header.into())?;
    if let Some(store) = &asked.store {
        let compared = Compared::of(collection);
        files.extend(layout::write(&mut batch, store, &compared)?);
    }
    if !asked.no_keep {
        let source = Source {
            collection,
            checklists,
            edition: Edition::Internal,
            lang: setting.lang,
            made: setting.now,
        };
        files.extend(report::write(&mut batch, folder, source)?);
    }
    desk::note(&mut batch, planned)?;
    batch.finish()?;
    Ok(files)
}

/// Returns where the result lies that is to be looked at: where it is said, else what the working
/// folder holds, the latest first.
pub(super) fn place(folder: &Folder, named: Option<&Path>) -> Result<PathBuf> {
    let root = folder.root();
    let path = match named {
        Some(path) => path.to_owned(),
        None => root.join(found(folder).into_iter().next().unwrap_or_default()),
    };
    let there = DeskFolder::new(path.clone(), folder.disk().clone());
    there.about()?.ok_or_else(|| Error::NoDesk(path.clone()))?;
    std::path::absolute(&path).map_err(Error::io(Doing::Listing, &path))
}

/// Tells the ledger of a result.
pub(super) fn tell(
    folder: &Folder,
    path: &Path,
    lang: Lang,
    output: &mut Output<'_>,
) -> Result<()> {
    let set = checklists::load(folder)?;
    let progress = Progress::default();
    let desk = desk::open(folder.disk(), path, &set.checklists, &progress)?;
    output.lines(words::ledger(lang, &desk.collection));
    Ok(())
}

fn stopped(setting: &Setting, progress: &Progress, output: &mut Output<'_>) -> u8 {
    output.error(&errors::error(setting.lang, &Error::Stopped));
    let signal = progress.signal.load(Ordering::Relaxed);
    u8::try_from(128 + signal).unwrap_or(FINDINGS)
}

/// Reads everything, and keeps other programs from writing until that is done; again where one has
/// written meanwhile.
fn plan_alone(
    setting: &Setting,
    order: &Order<'_>,
    (checklists, opener, dry_run): (&[Checklist], Option<&Opener>, bool),
    progress: &Progress,
    output: &mut Output<'_>,
) -> Result<(Planned, Option<DeskLock>)> {
    loop {
        let planned = plan(setting, order, checklists, opener, progress, output);
        if progress.is_stopped() {
            return Err(Error::Stopped);
        }
        let planned = planned?;
        if dry_run {
            return Ok((planned, None));
        }
        if let Some(lock) = desk::lock(&planned, progress)? {
            return Ok((planned, Some(lock)));
        }
    }
}

/// Reads everything, telling how far it is where there is somebody to see it.
fn plan(
    setting: &Setting,
    order: &Order<'_>,
    checklists: &[Checklist],
    opener: Option<&Opener>,
    progress: &Progress,
    output: &mut Output<'_>,
) -> Result<Planned> {
    let disk = setting.folder.disk();
    if !setting.terminal {
        return desk::plan(disk, order, checklists, opener, progress);
    }
    thread::scope(|scope| {
        let (done, is_done) = mpsc::channel::<()>();
        let work = scope.spawn(move || {
            // Dropped when the work ends in any way.
            let _done = done;
            desk::plan(disk, order, checklists, opener, progress)
        });
        let mut told = false;
        while is_done.recv_timeout(TOLD_EVERY) == Err(RecvTimeoutError::Timeout) {
            let count = progress.done.load(Ordering::Relaxed);
            let all = progress.all.load(Ordering::Relaxed);
            output.progress(&words::progress(setting.lang, count, all));
            told = true;
        }
        if told {
            output.progress("");
        }
        joined(work)
    })
}

fn joined<T>(work: ScopedJoinHandle<'_, T>) -> T {
    work.join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
