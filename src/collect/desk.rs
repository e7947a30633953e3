//! The division's folder opened, and what is handed in added to it.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use super::collection::{Collection, Setting};
use super::gather::{Progress, gather};
use crate::domain::checklist::Checklist;
use crate::domain::expression::ProfileKey;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::roster::Roster;
use crate::error::{Error, Result};
use crate::format::roster::{self, Rules};
use crate::format::sealing::OpenFault;
use crate::store::batch::Batch;
use crate::store::desk::{About, DeskFolder, Shelf};
use crate::store::disk::Disk;
use crate::store::found::{self, How};
use crate::store::inputs::Input;
use crate::store::keeping::{self, Kept};
use crate::store::sealed::Opener;

/// A division's folder with everything in it put together.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The folder.
    pub folder: DeskFolder,
    /// What it holds.
    pub collection: Collection,
}

/// Opens a division's folder. Changes nothing.
///
/// # Errors
///
/// [`Error::NoDesk`] when nothing was collected there; else why it cannot be read.
pub fn open(
    disk: &Disk,
    root: &Path,
    checklists: &[Checklist],
    progress: &Progress,
) -> Result<Desk> {
    let folder = DeskFolder::new(root.to_owned(), disk.clone());
    let about = folder
        .about()?
        .ok_or_else(|| Error::NoDesk(root.to_owned()))?;
    let roster = kept_roster(&folder, checklists)?;
    let how: How<'_> = (None, &|| progress.is_stopped());
    let kept = [Shelf::Received, Shelf::Previous].map(|shelf| folder.kept(shelf, how));
    let [received, previous] = kept;
    let collection = together(
        disk,
        [received?.inputs, previous?.inputs],
        &about,
        roster.as_ref().map(|(_, roster)| roster),
        checklists,
        progress,
    );
    Ok(Desk { folder, collection })
}

/// What is to be collected.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// What was handed in.
    pub inputs: &'a [PathBuf],
    /// What was handed in the years before, or the folder it was collected in.
    pub previous: &'a [PathBuf],
    /// The fiscal year.
    pub year: FiscalYear,
    /// The six digits of the roster's municipality, where it was said.
    pub municipality: Option<String>,
    /// The roster; without it, the one kept in the folder is used.
    pub roster: Option<PathBuf>,
    /// The division's folder.
    pub to: PathBuf,
    /// Whether what was handed in is kept in it.
    pub keep: bool,
}

/// What collecting would give, before anything is written.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The folder with everything put together.
    pub desk: Desk,
    /// What the folder held before; none when nothing was collected there.
    pub before: Option<Collection>,
    about: About,
    roster: Option<Vec<u8>>,
    keep: Option<Kept>,
    /// How many files were found among what was handed in.
    pub found: usize,
    /// What is sealed and might open with something else: its name, and why it did not.
    pub sealed: Vec<(String, OpenFault)>,
}

/// Reads everything and puts it together, and writes nothing.
///
/// # Errors
///
/// A path that is not there, a roster with problems, another year in the folder, or copies in it
/// where none are to be kept; never a file that was handed in.
pub fn plan(
    disk: &Disk,
    order: &Order<'_>,
    checklists: &[Checklist],
    opener: Option<&Opener>,
    progress: &Progress,
) -> Result<Planned> {
    let folder = DeskFolder::new(order.to.clone(), disk.clone());
    let known = folder.about()?;
    if let Some(other) = known.as_ref().filter(|known| known.year != order.year) {
        return Err(Error::OtherDesk {
            path: order.to.clone(),
            year: other.year.number(),
        });
    }
    if !order.keep && known.is_some() {
        return Err(Error::KeepsCopies(order.to.clone()));
    }
    let about = About {
        year: order.year,
        municipality: order
            .municipality
            .clone()
            .or_else(|| known.as_ref()?.municipality.clone()),
    };
    let roster = match &order.roster {
        Some(path) => Some(read_roster(disk, path, checklists)?),
        None => kept_roster(&folder, checklists)?,
    };
    let before = match &known {
        Some(_) => Some(open(disk, &order.to, checklists, progress)?.collection),
        None => None,
    };
    let is_stopped = || progress.is_stopped();
    let how: How<'_> = (opener, &is_stopped);
    let handed = found::find(disk, order.inputs, how)?;
    let earlier = find_previous(disk, order.previous, how)?;
    let count = handed.len();
    let all = handed.iter().chain(&earlier);
    let sealed = all
        .filter_map(|input| Some((input.name.to_string(), input.sealed()?)))
        .filter(|(_, fault)| fault.is_about_the_key())
        .collect();
    let shelves = [(Shelf::Received, handed), (Shelf::Previous, earlier)];
    let shelves = shelves.map(|(shelf, new)| {
        if order.keep {
            return beside_kept(&folder, shelf, new, how);
        }
        let (inputs, opened) = (new, Vec::new());
        Ok(Kept { inputs, opened })
    });
    let [received, previous] = shelves;
    let (received, previous) = (received?, previous?);
    let keep = order.keep.then(|| Kept {
        inputs: [&received.inputs[..], &previous.inputs].concat(),
        opened: [received.opened, previous.opened].concat(),
    });
    let collection = together(
        disk,
        [received.inputs, previous.inputs],
        &about,
        roster.as_ref().map(|(_, roster)| roster),
        checklists,
        progress,
    );
    Ok(Planned {
        desk: Desk { folder, collection },
        before,
        about,
        roster: roster.map(|(bytes, _)| bytes),
        keep,
        found: count,
        sealed,
    })
}

/// Keeps what was handed in, so that the folder gives the same again.
///
/// # Errors
///
/// [`Error::Io`] or [`Error::Stopped`].
pub fn keep(batch: &mut Batch<'_>, planned: &Planned) -> Result<()> {
    let folder = &planned.desk.folder;
    if let Some(kept) = &planned.keep {
        folder.keep(batch, kept)?;
    }
    if let Some(roster) = &planned.roster {
        folder.write_roster(batch, roster)?;
    }
    Ok(())
}

/// Notes what the folder is about. Last: a folder with a note is a division's folder.
///
/// # Errors
///
/// [`Error::Io`] or [`Error::Stopped`].
pub fn note(batch: &mut Batch<'_>, planned: &Planned) -> Result<()> {
    if planned.keep.is_some() {
        planned.desk.folder.write_about(batch, &planned.about)?;
    }
    Ok(())
}

/// What was handed in, under the names it is kept by, and what is kept already.
fn beside_kept(folder: &DeskFolder, shelf: Shelf, new: Vec<Input>, how: How<'_>) -> Result<Kept> {
    // What was handed in now is as its name says; what was kept may have been damaged.
    let mut inputs = folder.named(shelf, new, how)?;
    let kept = folder.kept(shelf, how)?;
    inputs.extend(kept.inputs);
    keeping::once(&mut inputs);
    Ok(Kept { inputs, ..kept })
}

/// What was handed in the years before: files, or folders of a division with all they keep.
fn find_previous(disk: &Disk, paths: &[PathBuf], how: How<'_>) -> Result<Vec<Input>> {
    let mut all = Vec::new();
    for path in paths {
        let folder = DeskFolder::new(path.clone(), disk.clone());
        if folder.about()?.is_some() {
            for shelf in [Shelf::Received, Shelf::Previous] {
                all.extend(folder.kept(shelf, how)?.inputs);
            }
        } else {
            all.extend(found::find(disk, std::slice::from_ref(path), how)?);
        }
    }
    Ok(all)
}

fn together(
    disk: &Disk,
    [received, previous]: [Vec<Input>; 2],
    about: &About,
    roster: Option<&Roster>,
    checklists: &[Checklist],
    progress: &Progress,
) -> Collection {
    // Both years are one way to go.
    progress.done.store(0, Ordering::Relaxed);
    let all = received.len() + previous.len();
    progress.all.store(all, Ordering::Relaxed);
    // Earlier years were checked by the checklists of their time; those in force tell nothing.
    let previous = gather(disk, &previous, &[], None, progress);
    let received = gather(disk, &received, checklists, Some(about.year), progress);
    let setting = Setting {
        year: about.year,
        roster,
        municipality: about.municipality.as_deref(),
    };
    Collection::of(received, previous, setting)
}

fn kept_roster(folder: &DeskFolder, checklists: &[Checklist]) -> Result<Option<(Vec<u8>, Roster)>> {
    let path = folder.roster();
    if !folder.disk().is_there(&path)? {
        return Ok(None);
    }
    read_roster(folder.disk(), &path, checklists).map(Some)
}

fn read_roster(disk: &Disk, path: &Path, checklists: &[Checklist]) -> Result<(Vec<u8>, Roster)> {
    let bytes = disk.read(path)?;
    let mut keys: Vec<ProfileKey> = Vec::new();
    for key in checklists.iter().flat_map(|list| &list.policy.profile) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    let rules = Rules {
        agencies: None,
        keys: &keys,
    };
    let reading = roster::read(&bytes, rules).map_err(|problems| Error::Roster {
        path: path.to_owned(),
        problems,
    })?;
    Ok((bytes, reading.roster))
}
