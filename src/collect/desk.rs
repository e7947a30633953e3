//! The division's folder opened, and what is handed in added to it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::SystemTime;

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
use crate::store::desk_lock::DeskLock;
use crate::store::disk::Disk;
use crate::store::found::{self, How};
use crate::store::inputs::Input;
use crate::store::keeping::Kept;
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
    let received = folder.kept(Shelf::Received, how)?.inputs;
    let previous = folder.kept(Shelf::Previous, how)?.inputs;
    let collection = together(
        disk,
        &[&received, &previous],
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
    /// What lay on the shelves before anything was read.
    seen: Vec<OsString>,
    /// What is kept, a shelf each; none where nothing is.
    keep: Option<Vec<Kept>>,
    /// Whether there was no file to read where something was to have been handed in.
    pub is_nothing: bool,
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
    let seen = folder.names()?;
    let about = about(order, known.as_ref())?;
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
    let mut handed = found::find(disk, order.inputs, how)?;
    // Results that go below what was handed in are none of it, also where no note tells them.
    let is_below = |input: &PathBuf| order.to != *input && order.to.starts_with(input);
    if order.inputs.iter().any(is_below) {
        handed.retain(|input| input.path().is_none_or(|path| !path.starts_with(&order.to)));
    }
    let earlier = find_previous(disk, order.previous, how)?;
    let is_nothing = handed.is_empty() && !order.inputs.is_empty();
    let all = || handed.iter().chain(&earlier);
    let sealed = all()
        .filter_map(|input| Some((input.name.to_string(), input.sealed()?)))
        .filter(|(_, fault)| fault.is_about_the_key())
        .collect();
    let stamps = all().filter_map(Stamped::of).collect::<Vec<_>>();
    let mut shelves = Vec::with_capacity(2);
    for (shelf, new) in [(Shelf::Received, handed), (Shelf::Previous, earlier)] {
        shelves.push(if order.keep {
            beside_kept(&folder, shelf, new, how)?
        } else {
            Kept::new(new)
        });
    }
    let roster_read = roster.as_ref().map(|(_, roster)| roster);
    let collection = loop {
        let inputs = shelves.iter().map(|kept| &kept.inputs[..]);
        let both = inputs.collect::<Vec<_>>();
        let collection = together(disk, &both, &about, roster_read, checklists, progress);
        // What was changed while it was read is told, and read no more.
        if !leave_out_changed(&mut shelves, &stamps) {
            break collection;
        }
    };
    Ok(Planned {
        desk: Desk { folder, collection },
        before,
        about,
        roster: roster.map(|(bytes, _)| bytes),
        seen,
        keep: order.keep.then_some(shelves),
        is_nothing,
        sealed,
    })
}

/// What the folder is to be about; refuses one that is about something else.
fn about(order: &Order<'_>, known: Option<&About>) -> Result<About> {
    if let Some(other) = known.filter(|known| known.year != order.year) {
        return Err(Error::OtherDesk {
            path: order.to.clone(),
            year: other.year.number(),
        });
    }
    if !order.keep && known.is_some() {
        return Err(Error::KeepsCopies(order.to.clone()));
    }
    let said = order.municipality.clone();
    Ok(About {
        year: order.year,
        municipality: said.or_else(|| known?.municipality.clone()),
    })
}

/// A large file as it was before it was read.
struct Stamped {
    path: PathBuf,
    stamp: (u64, Option<SystemTime>),
}

impl Stamped {
    fn of(input: &Input) -> Option<Self> {
        let stamp = input.stamp()?;
        let path = input.path()?.to_owned();
        Some(Self { path, stamp })
    }
}

/// Tells of every file that was changed while it was read; returns whether there was any.
fn leave_out_changed(shelves: &mut [Kept], stamps: &[Stamped]) -> bool {
    if stamps.is_empty() {
        return false;
    }
    let mut any = false;
    let inputs = shelves.iter_mut().flat_map(|kept| &mut kept.inputs);
    for input in inputs {
        let before = stamps.iter().find(|one| input.path() == Some(&one.path));
        if before.is_some_and(|before| input.stamp() != Some(before.stamp)) {
            *input = input.clone().changed();
            any = true;
        }
    }
    any
}

/// Keeps every other program from writing into the folder; none when one has put something there
/// since it was planned: then it is to be planned anew.
///
/// # Errors
///
/// As [`DeskFolder::lock`].
pub fn lock(planned: &Planned, progress: &Progress) -> Result<Option<DeskLock>> {
    let folder = &planned.desk.folder;
    let lock = folder.lock(&|| progress.is_stopped())?;
    Ok((folder.names()? == planned.seen).then_some(lock))
}

/// Keeps what was handed in, so that the folder gives the same again.
///
/// # Errors
///
/// [`Error::Io`] or [`Error::Stopped`].
pub fn keep(batch: &mut Batch<'_>, planned: &Planned) -> Result<()> {
    let folder = &planned.desk.folder;
    for kept in planned.keep.iter().flatten() {
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
    let new = folder.named(shelf, new, how)?;
    Ok(folder.kept(shelf, how)?.with(new))
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
    shelves: &[&[Input]],
    about: &About,
    roster: Option<&Roster>,
    checklists: &[Checklist],
    progress: &Progress,
) -> Collection {
    let shelf = |at: usize| shelves.get(at).copied().unwrap_or_default();
    let (received, previous) = (shelf(0), shelf(1));
    // Both years are one way to go.
    progress.done.store(0, Ordering::Relaxed);
    let all = received.len() + previous.len();
    progress.all.store(all, Ordering::Relaxed);
    // Earlier years were checked by the checklists of their time; those in force tell nothing.
    let previous = gather(disk, previous, &[], None, progress);
    let received = gather(disk, received, checklists, Some(about.year), progress);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::inputs::WHOLE_MAX;

    #[test]
    fn what_changes_while_it_is_read_is_left_out_once() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::default();
        let large = usize::try_from(WHOLE_MAX).unwrap() + 1;
        let inputs: Vec<Input> = ["a.csv", "b.csv"]
            .map(|name| {
                let path = folder.path().join(name);
                disk.write_whole(&path, &vec![b'a'; large]).unwrap();
                Input::file(name, path)
            })
            .into();
        let stamps: Vec<Stamped> = inputs.iter().filter_map(Stamped::of).collect();
        let mut shelves = [Kept::new(inputs)];
        assert!(!leave_out_changed(&mut shelves, &stamps));
        let changed = folder.path().join("b.csv");
        disk.write_whole(&changed, &vec![b'a'; large + 1]).unwrap();
        assert!(leave_out_changed(&mut shelves, &stamps));
        let read = shelves[0].inputs.iter().map(|input| input.read(&disk));
        let read: Vec<bool> = read.map(|read| read.is_ok()).collect();
        assert_eq!(read, [true, false]);
        assert!(!leave_out_changed(&mut shelves, &stamps));
    }
}
