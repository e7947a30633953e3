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
use crate::store::inputs::{self, Input};
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
    let collection = together(
        disk,
        [folder.kept(Shelf::Received)?, folder.kept(Shelf::Previous)?],
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
    new: Vec<Input>,
    keep: bool,
    /// How many files were found among what was handed in.
    pub found: usize,
    /// What is sealed and might open with something else: its name, and why it did not.
    pub sealed: Vec<(String, OpenFault)>,
}

/// Reads everything and puts it together, and writes nothing.
///
/// # Errors
///
/// A path that is not there, a roster with problems, another year in the folder; never a file that
/// was handed in.
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
    let handed = inputs::find(disk, order.inputs, opener, &is_stopped)?;
    let earlier = find_previous(disk, order.previous, opener, &is_stopped)?;
    let found = handed.len();
    let all = handed.iter().chain(&earlier);
    let sealed = all
        .filter_map(|input| Some((input.name.to_string(), input.sealed()?)))
        .filter(|(_, fault)| fault.is_about_the_key())
        .collect();
    let (received, previous, new) = if order.keep {
        let handed = folder.named(Shelf::Received, handed);
        let earlier = folder.named(Shelf::Previous, earlier);
        let received = with(folder.kept(Shelf::Received)?, &handed);
        let previous = with(folder.kept(Shelf::Previous)?, &earlier);
        (received, previous, [handed, earlier].concat())
    } else {
        (handed, earlier, Vec::new())
    };
    let collection = together(
        disk,
        [received, previous],
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
        new,
        keep: order.keep,
        found,
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
    if planned.keep {
        folder.keep(batch, &planned.new)?;
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
    if planned.keep {
        planned.desk.folder.write_about(batch, &planned.about)?;
    }
    Ok(())
}

/// What was handed in the years before: files, or folders of a division with all they keep.
fn find_previous(
    disk: &Disk,
    paths: &[PathBuf],
    opener: Option<&Opener>,
    is_stopped: &dyn Fn() -> bool,
) -> Result<Vec<Input>> {
    let mut found = Vec::new();
    for path in paths {
        let folder = DeskFolder::new(path.clone(), disk.clone());
        if folder.about()?.is_some() {
            found.extend(folder.kept(Shelf::Received)?);
            found.extend(folder.kept(Shelf::Previous)?);
        } else {
            let path = std::slice::from_ref(path);
            found.extend(inputs::find(disk, path, opener, is_stopped)?);
        }
    }
    Ok(found)
}

/// What is kept, and what is new beside it; what is there twice once.
fn with(mut kept: Vec<Input>, new: &[Input]) -> Vec<Input> {
    kept.extend(new.iter().cloned());
    kept.sort_by(|one, other| one.name.cmp(&other.name));
    kept.dedup_by(|one, other| one.name == other.name);
    kept
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
