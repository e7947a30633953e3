//! A workbook and a copy of it on disk: find the copy, look at both, merge. The copy is only read.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::disk::READ_MAX;
use super::folder::{Folder, JOURNAL, WorkbookKey};
use super::journal_file::TORN;
use super::{checklists, journal_file, lock};
use crate::domain::checklist::Checklist;
use crate::domain::merge::{self, Line, Outlook, Plan, Side, Unit};
use crate::domain::record::Author;
use crate::domain::workbook::Workbook;
use crate::error::{Error, Result};
use crate::format::digest::{lettered, of_bytes};
use crate::format::frozen;
use crate::format::journal::{self, Hash, Journal};

/// A workbook and a copy of it, as they were read.
#[derive(Clone, Debug)]
pub struct Sight {
    /// The workbook's name.
    pub key: WorkbookKey,
    /// Where the copy was found.
    pub copy: PathBuf,
    /// The checklist of the workbook.
    pub checklist: Checklist,
    /// What there is to do.
    pub outlook: Outlook,
    /// How many records only the copy has.
    pub new_records: usize,
    /// How many bytes of a record not written to its end the workbook and the copy have.
    pub torn: [usize; 2],
    /// What the files held: merging does what was looked at, or nothing.
    seen: [String; 2],
}

/// A decision for a unit that both changed.
pub type Decision = (Unit, Side);

/// Returns the journal that a person means by a path: a file, a folder it lies in, or the name of a
/// workbook in the working folder. Quotes around the path are of no matter.
///
/// # Errors
///
/// [`Error::NoCopy`] when there is no such file.
pub fn find_copy(folder: &Folder, key: &WorkbookKey, text: &str) -> Result<PathBuf> {
    let bare = bare(text);
    let path = meant(folder, text);
    if bare.is_empty() {
        return Err(Error::NoCopy(path));
    }
    if path.is_dir() {
        let whole = Folder::new(path.clone());
        let year = key.year.number().to_string();
        let name = format!("{}.{JOURNAL}", key.department_code);
        return [
            whole.journal(key),
            path.join(&year).join(&key.city).join(&name),
            path.join(&key.city).join(&name),
            path.join(&name),
        ]
        .into_iter()
        .find(|place| place.is_file())
        .ok_or_else(|| Error::NoCopy(path.join(name)));
    }
    match bare.parse::<WorkbookKey>() {
        Ok(named) if !path.exists() && !bare.ends_with(JOURNAL) => Ok(folder.journal(&named)),
        _ => Ok(path),
    }
}

/// Returns a path that was typed or pasted without the quotes around it.
#[must_use]
pub fn bare(text: &str) -> &str {
    let text = text.trim();
    [('"', '"'), ('\'', '\''), ('“', '”'), ('「', '」')]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))
        .unwrap_or(text)
}

/// Returns the path a person means: as it is, or from the working folder on.
pub fn meant(folder: &Folder, text: &str) -> PathBuf {
    let path = PathBuf::from(bare(text));
    if path.is_absolute() || path.exists() {
        path
    } else {
        folder.root().join(path)
    }
}

/// Looks at a workbook and a copy of it; changes nothing.
///
/// # Errors
///
/// [`Error::Merge`] when they must not be merged, [`Error::Damaged`] when one is damaged, and what
/// reading gives.
pub fn look(folder: &Folder, key: &WorkbookKey, copy: &Path) -> Result<Sight> {
    let mine = Half::read(folder, &folder.journal(key))?;
    let theirs = Half::read(folder, copy).map_err(|error| match error {
        Error::NotFound(path) => Error::NoCopy(path),
        other => other,
    })?;
    sight(folder, key, copy, &mine, &theirs)
}

/// Merges what was looked at: appends the copy's records to the workbook, all at once. A crash
/// leaves the journal as it was or whole.
///
/// # Errors
///
/// [`Error::ChangedOutside`] when a file is not what was looked at, [`Error::Undecided`] when a
/// conflict is not decided, [`Error::Locked`] when another program writes the workbook, [`Error::Io`].
pub fn carry_out(
    folder: &Folder,
    sight: &Sight,
    decisions: &[Decision],
    by: &Author,
    now: DateTime<FixedOffset>,
) -> Result<usize> {
    let (disk, path) = (folder.disk(), folder.journal(&sight.key));
    if !disk.is_there(&path)? {
        return Err(Error::NotFound(path));
    }
    let _lock = lock::take(disk, &path, &by.name, &now.to_rfc3339())?;
    let mine = Half::read(folder, &path)?;
    let theirs = Half::read(folder, &sight.copy)?;
    for (half, seen) in [&mine, &theirs].into_iter().zip(&sight.seen) {
        if half.head != *seen {
            return Err(Error::ChangedOutside(half.path.clone()));
        }
    }
    disk.sweep(&path);
    let (lines, added) = match &sight.outlook {
        Outlook::Nothing => return Ok(0),
        Outlook::Behind { common } => {
            bring_checklist(folder, sight, &theirs.workbook)?;
            let begins = theirs.line(*common);
            let lines = theirs.good.get(begins..).unwrap_or_default().to_vec();
            (lines, theirs.hashes.len() - common)
        }
        Outlook::Apart(plan) => {
            let sides = sides(plan, decisions)?;
            let decide = |index: usize| sides.get(index).copied().unwrap_or(Side::Mine);
            let records = merge::merged(&mine.workbook, &theirs.workbook, plan, decide, by, now)
                .map_err(|error| Error::Bug(format!("{error:?}")))?;
            let lines = journal::encode_all(&records, mine.last).map_err(Error::Bug)?;
            (lines.into_bytes(), records.len())
        }
    };
    let mut whole = mine.good.clone();
    if !whole.ends_with(b"\n") {
        whole.push(b'\n');
    }
    whole.extend_from_slice(&lines);
    if !whole.ends_with(b"\n") {
        whole.push(b'\n');
    }
    if whole.len() as u64 > READ_MAX {
        return Err(Error::TooLarge {
            path,
            max: READ_MAX,
        });
    }
    // What is about to stand there must read back to its end.
    let read = journal::read(&whole);
    if read.damage.is_some() || read.good_length != whole.len() {
        return Err(Error::Bug(
            "the merged journal does not read back".to_owned(),
        ));
    }
    if !mine.torn.is_empty() {
        journal_file::keep_beside(disk, &path, TORN, &mine.torn)?;
    }
    disk.write_whole(&path, &whole)?;
    Ok(added)
}

/// One of the two journals, as it was read.
struct Half {
    path: PathBuf,
    workbook: Workbook,
    good: Vec<u8>,
    torn: Vec<u8>,
    hashes: Vec<String>,
    last: Hash,
    head: String,
}

impl Half {
    fn read(folder: &Folder, path: &Path) -> Result<Self> {
        let mut good = folder.disk().read(path)?;
        let Journal {
            workbook,
            head,
            good_length,
            damage,
            ..
        } = journal::read(&good);
        let workbook = match (workbook, damage) {
            (Some(workbook), None) => workbook,
            (_, Some(damage)) => {
                return Err(Error::Damaged {
                    path: path.to_owned(),
                    damage,
                });
            }
            (None, None) => {
                return Err(Error::Bug("journal without record and damage".to_owned()));
            }
        };
        let torn = good.split_off(good_length.min(good.len()));
        let hashes = journal::hashes(&good);
        Ok(Self {
            path: path.to_owned(),
            workbook,
            hashes: hashes.iter().map(|hash| lettered(hash)).collect(),
            good,
            torn,
            last: head,
            head: lettered(&head),
        })
    }

    const fn as_line(&self) -> Line<'_> {
        Line {
            workbook: &self.workbook,
            hashes: self.hashes.as_slice(),
        }
    }

    /// Returns where the line behind so many others begins.
    fn line(&self, count: usize) -> usize {
        self.good
            .split_inclusive(|byte| *byte == b'\n')
            .take(count)
            .map(<[u8]>::len)
            .sum()
    }
}

fn sight(
    folder: &Folder,
    key: &WorkbookKey,
    copy: &Path,
    mine: &Half,
    theirs: &Half,
) -> Result<Sight> {
    let outlook = merge::look(mine.as_line(), theirs.as_line()).map_err(Error::Merge)?;
    let digest = &mine.workbook.created().checklist_digest;
    let new_records = match &outlook {
        Outlook::Nothing => 0,
        Outlook::Behind { common } => theirs.hashes.len() - common,
        Outlook::Apart(plan) => theirs.hashes.len() - plan.known(),
    };
    Ok(Sight {
        key: key.clone(),
        copy: copy.to_owned(),
        checklist: checklists::frozen(folder, key, digest)?,
        outlook,
        new_records,
        torn: [mine.torn.len(), theirs.torn.len()],
        seen: [mine.head.clone(), theirs.head.clone()],
    })
}

/// Returns the decisions in the order of the conflicts.
fn sides(plan: &Plan, decisions: &[Decision]) -> Result<Vec<Side>> {
    let decided = plan.conflicts.iter().map(|conflict| {
        let found = decisions.iter().find(|(unit, _)| *unit == conflict.unit);
        found.map(|(_, side)| *side)
    });
    let sides: Vec<Side> = decided.flatten().collect();
    match plan.conflicts.len() - sides.len() {
        0 => Ok(sides),
        open => Err(Error::Undecided(open)),
    }
}

/// Puts the checklist that the copy went over to beside the workbook, before a record names it.
fn bring_checklist(folder: &Folder, sight: &Sight, theirs: &Workbook) -> Result<()> {
    let digest = &theirs.created().checklist_digest;
    let (disk, place) = (folder.disk(), folder.frozen(&sight.key, digest));
    if disk.is_there(&place)? {
        return Ok(());
    }
    let name = place.file_name().unwrap_or_default();
    let there = sight.copy.with_file_name(name);
    if !disk.is_there(&there)? {
        return Err(Error::ChecklistMissing { path: there });
    }
    let text = disk.read_text(&there)?;
    let files = frozen::decode(&text).ok();
    if files.is_none_or(|files| files.digest() != *digest) {
        return Err(Error::Unreadable {
            path: there,
            why: format!("digest {}", of_bytes(text.as_bytes())),
        });
    }
    match disk.write_new(&place, text.as_bytes()) {
        Err(Error::Exists(_)) => Ok(()),
        other => other,
    }
}
