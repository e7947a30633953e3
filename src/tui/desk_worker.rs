//! What the division's screens ask of files: opening what was collected, collecting, the roster, and
//! single rows of what was handed in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::beside::Beside;
use super::effect::{CollectOrder, Effect, Msg, OpenWith, Page, RowOrder};
use super::model::OpenDesk;
use crate::collect::board::Board;
use crate::collect::desk::{self, Desk, Order, Planned};
use crate::collect::gather::Progress;
use crate::collect::tables;
use crate::domain::checklist::Checklist;
use crate::domain::expression::ProfileKey;
use crate::error::{Error, Result};
use crate::format::csv_decode::{BYTES_MAX, decode};
use crate::format::csv_guard::unguard;
use crate::format::csv_table::{self, Table};
use crate::format::roster::{self, Rules, Sight};
use crate::report::{self, Edition, Source};
use crate::store::batch::Batch;
use crate::store::disk::Disk;
use crate::store::folder::Folder;
use crate::store::known::Known;
use crate::store::sealed::{Opener, secret_keys_of};
use crate::text::columns::Header;
use crate::text::{Lang, table};

#[path = "desk_returning.rs"]
mod returning;

/// The name of a roster.
const ROSTER: &str = "departments.csv";
/// The name of a template where there is a roster.
const TEMPLATE: &str = "departments-template.csv";

/// Does what the division's screens ask for; none when it is something else.
pub(super) fn perform(
    effect: Effect,
    folder: &Folder,
    (lang, now): (Lang, DateTime<FixedOffset>),
    known: &mut Known,
    beside: &mut Beside,
) -> Option<Msg> {
    match effect {
        Effect::OpenDesk(path) => {
            let checklists = match checklists(folder, known) {
                Ok(checklists) => checklists,
                Err(error) => return Some(Msg::DeskOpened(Err(error))),
            };
            let folder = folder.clone();
            beside
                .begin(move |progress| Msg::DeskOpened(open(&folder, path, &checklists, progress)))
        }
        Effect::PlanCollect(order) => {
            let checklists = match checklists(folder, known) {
                Ok(checklists) => checklists,
                Err(error) => return Some(Msg::CollectPlanned(Err(error))),
            };
            let folder = folder.clone();
            beside.begin(move |progress| {
                let planned = plan(&folder, &order, &checklists, progress);
                Msg::CollectPlanned(planned.map(Box::new))
            })
        }
        Effect::Collect(planned) => {
            let checklists = match checklists(folder, known) {
                Ok(checklists) => checklists,
                Err(error) => return Some(Msg::Collected(Err(error))),
            };
            let root = folder.root().to_owned();
            beside.begin(move |progress| {
                let setting = (&*checklists, progress, lang, now);
                Msg::Collected(collect(*planned, &root, setting))
            })
        }
        Effect::StopReading => {
            beside.stop();
            None
        }
        Effect::StopWriting => {
            beside.ask_to_stop();
            None
        }
        Effect::ReadRow(desk, order) => {
            let read = read_row(folder.disk(), &folder.root().join(desk), &order, lang);
            Some(Msg::RowRead(read))
        }
        Effect::WriteReturns(desk, order) => {
            let checklists = match checklists(folder, known) {
                Ok(checklists) => checklists,
                Err(error) => return Some(Msg::ReturnsMade(Err(error))),
            };
            let folder = folder.clone();
            // Each file is synced, and there may be two for each department.
            beside.begin(move |_| {
                let setting = (&*checklists, lang, now);
                returning::write(&folder, desk, order, setting)
            })
        }
        Effect::ProposeReturns(desk, to) => {
            let folder = folder.clone();
            beside
                .begin(move |_| Msg::ReturnsProposed(returning::propose(&folder, &desk, &to, lang)))
        }
        Effect::ReadRoster => Some(Msg::RosterRead(read_roster(folder, known))),
        Effect::WriteTemplate => Some(Msg::TemplateWritten(write_template(folder, known))),
        _ => None,
    }
}

fn checklists(folder: &Folder, known: &mut Known) -> Result<Vec<Checklist>> {
    Ok(known.set(folder)?.checklists.clone())
}

fn open(
    folder: &Folder,
    path: PathBuf,
    checklists: &[Checklist],
    progress: &Progress,
) -> Result<Arc<OpenDesk>> {
    let whole = folder.root().join(&path);
    let desk = desk::open(folder.disk(), &whole, checklists, progress)?;
    Ok(shown(desk, path))
}

/// Lays a result out; `folder` is its folder as people call it.
fn shown(desk: Desk, folder: PathBuf) -> Arc<OpenDesk> {
    let collection = desk.collection;
    let named = collection
        .submissions
        .first()
        .map(|one| &one.cover.municipality);
    let other = || {
        collection
            .ledger
            .iter()
            .map(|entry| &entry.cover().municipality)
    };
    let municipality = named
        .or_else(|| other().find(|name| !name.is_empty()))
        .map_or_else(String::new, ToString::to_string);
    Arc::new(OpenDesk {
        folder,
        municipality,
        board: Board::of(collection),
    })
}

fn plan(
    folder: &Folder,
    order: &CollectOrder,
    checklists: &[Checklist],
    progress: &Progress,
) -> Result<Planned> {
    let below = |paths: &[PathBuf]| -> Vec<PathBuf> {
        paths.iter().map(|path| folder.root().join(path)).collect()
    };
    let roster = folder.root().join(ROSTER);
    let opener = opener(folder, &order.openers)?;
    let order = Order {
        inputs: &below(&order.inputs),
        previous: &below(&order.previous),
        year: order.year,
        municipality: None,
        roster: folder.disk().is_there(&roster)?.then_some(roster),
        to: folder.root().join(&order.to),
        keep: true,
    };
    let mut planned = desk::plan(folder.disk(), &order, checklists, Some(&opener), progress)?;
    for (name, _) in &mut planned.sealed {
        if let Ok(below) = Path::new(&*name).strip_prefix(folder.root()) {
            *name = below.display().to_string();
        }
    }
    Ok(planned)
}

/// Reads what opens sealed files.
fn opener(folder: &Folder, openers: &[OpenWith]) -> Result<Opener> {
    let one = |with: &OpenWith| match with {
        OpenWith::Passphrase(passphrase) => Ok(Opener::Passphrase(passphrase.clone())),
        OpenWith::Keys(path) => secret_keys_of(folder.disk(), &folder.root().join(path)),
    };
    let all: Result<Vec<Opener>> = openers.iter().map(one).collect();
    all.map(Opener::Several)
}

/// Keeps what was looked at, and writes the tables and the report.
fn collect(
    planned: Planned,
    root: &Path,
    (checklists, progress, lang, now): (&[Checklist], &Progress, Lang, DateTime<FixedOffset>),
) -> Result<(usize, Arc<OpenDesk>)> {
    let disk = planned.desk.folder.disk().clone();
    // What another program has collected meanwhile would be missing.
    let Some(_lock) = desk::lock(&planned, progress)? else {
        let path = planned.desk.folder.root().to_owned();
        return Err(Error::ChangedOutside(path));
    };
    let mut batch = Batch::until(disk, || progress.is_stopped());
    desk::keep(&mut batch, &planned)?;
    let desk = &planned.desk;
    let mut files = tables::write_all(&mut batch, &desk.folder, &desk.collection, Header::Ja)?;
    let source = Source {
        collection: &desk.collection,
        checklists,
        edition: Edition::Internal,
        lang,
        made: now,
    };
    files.extend(report::write(&mut batch, &desk.folder, source)?);
    desk::note(&mut batch, &planned)?;
    batch.finish()?;
    let desk = planned.desk;
    let folder = desk.folder.root();
    let below = folder.strip_prefix(root).unwrap_or(folder).to_owned();
    Ok((files.len(), shown(desk, below)))
}

fn read_table(disk: &Disk, path: &Path) -> Result<Table> {
    let bytes = disk.read_at_most(path, BYTES_MAX as u64)?;
    let unreadable = || Error::Unreadable {
        path: path.to_owned(),
        why: String::new(),
    };
    let decoded = decode(&bytes).map_err(|_| unreadable())?;
    csv_table::read(&decoded.text).map_err(|_| unreadable())
}

/// Reads one row of a file that was handed in, as headings and cells.
fn read_row(disk: &Disk, desk: &Path, order: &RowOrder, lang: Lang) -> Result<Page> {
    let words = &lang.strings().board;
    let table = read_table(disk, &desk.join(&*order.file))?;
    let row = table.rows.iter().find(|row| row.number == order.row);
    let lines = match row {
        None => vec![words.row_gone.to_owned()],
        Some(row) => {
            // What is of this row alone comes first; whose file it is stands in every row.
            let is_item = |heading: &String| {
                let heading = heading.trim();
                [Lang::Ja, Lang::En]
                    .into_iter()
                    .any(|lang| heading == table::heading(lang, "item_id"))
            };
            let own = table.headings.iter().position(is_item).unwrap_or(0);
            let mut cells: Vec<_> = table.headings.iter().zip(&row.cells).collect();
            let own = own.min(cells.len());
            cells.rotate_left(own);
            let filled = cells.into_iter().filter(|(_, cell)| !cell.is_empty());
            filled
                .map(|(heading, cell)| format!("{heading}: {}", unguard(cell)))
                .collect()
        }
    };
    Ok(Page {
        title: (words.file_row)(&order.file, order.row),
        lines,
    })
}

fn read_roster(folder: &Folder, known: &mut Known) -> Result<Option<Sight>> {
    let path = folder.root().join(ROSTER);
    if !folder.disk().is_there(&path)? {
        return Ok(None);
    }
    let bytes = folder.disk().read_at_most(&path, BYTES_MAX as u64)?;
    let keys = keys(folder, known)?;
    let rules = Rules {
        agencies: None,
        keys: &keys,
    };
    Ok(Some(roster::look(&bytes, rules)))
}

fn write_template(folder: &Folder, known: &mut Known) -> Result<PathBuf> {
    let keys = keys(folder, known)?;
    let rules = Rules {
        agencies: None,
        keys: &keys,
    };
    let bytes = roster::template(rules).map_err(|error| Error::Bug(error.to_string()))?;
    let root = folder.root();
    let path = root.join(ROSTER);
    // Nobody's roster is written over.
    let path = if folder.disk().is_there(&path)? {
        root.join(TEMPLATE)
    } else {
        path
    };
    folder.disk().write_new(&path, &bytes)?;
    Ok(path)
}

/// The questions about departments that a roster may answer.
fn keys(folder: &Folder, known: &mut Known) -> Result<Vec<ProfileKey>> {
    let lists = &known.set(folder)?.checklists;
    let mut keys: Vec<ProfileKey> = Vec::new();
    for key in lists.iter().flat_map(|list| &list.policy.profile) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    Ok(keys)
}
