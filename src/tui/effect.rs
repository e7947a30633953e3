//! What happened and what is to be done, as data. `update` turns one into the other; only the
//! runtime does anything.

use std::path::PathBuf;
use std::sync::Arc;

use arcstr::ArcStr;

use crate::collect::desk::Planned;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::record::{Author, Record};
use crate::error::Result;
use crate::format::roster::Sight as RosterSight;
use crate::format::sealing::Passphrase;
use crate::store::draft::Draft;
use crate::store::folder::WorkbookKey;
use crate::store::merging::{Decision, Sight};
use crate::store::preferences::Preferences;
use crate::store::returning::Seen;
use crate::store::workbooks::NewWorkbook;
use crate::text::columns::Header;

use super::key::Key;
use super::model::{ExportResult, OpenDesk, OpenedWorkbook, Shelf};
use super::mouse::Mouse;
use super::screens::taking::Lying;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// A text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resized(u16, u16),
    /// The folder was read.
    Shelf(Shelf),
    /// A workbook was begun, or not.
    Created(Result<WorkbookKey>),
    /// A workbook was opened, or not.
    Opened(Box<Result<OpenedWorkbook>>),
    /// So many records were saved.
    Saved(usize),
    /// The system refuses to save; why.
    SaveFailed(String),
    /// Files were exported, or not.
    Exported(Result<ExportResult>),
    /// A copy of a workbook was looked at, or not.
    CopySeen(Result<Box<Sight>>),
    /// The return slips that lie in the folder.
    SlipsFound(Vec<Lying>),
    /// A return slip was looked at, or not.
    SlipSeen(Result<Box<Seen>>),
    /// A copy was merged: so many records were added, or not.
    Merged(Result<usize>),
    /// The text of a screen was written, or not.
    ScreenKept(Result<PathBuf>),
    /// The checklists were checked: lines to show.
    Checked(Vec<String>),
    /// The preferences could not be saved; why.
    PreferencesFailed(String),
    /// Saving takes long: a share that hangs gives no error.
    SaveSlow,
    /// The workbook was kept in another folder, or not; its journal there.
    SavedElsewhere(Result<PathBuf>),
    /// What was collected was opened, or not.
    DeskOpened(Result<Arc<OpenDesk>>),
    /// So many files of so many were looked at.
    DeskProgress(usize, usize),
    /// What collecting would give, or why it cannot be told.
    CollectPlanned(Result<Box<Planned>>),
    /// It was collected, or not: how many tables were written, and the result.
    Collected(Result<(usize, Arc<OpenDesk>)>),
    /// A row of a file that was handed in, or not: its cells in words.
    RowRead(Result<Page>),
    /// Return slips were made, or not: which.
    ReturnsMade(Result<Page>),
    /// A table of items was read, and nothing was written yet: how many slips it makes, of how many
    /// items, and what was asked for.
    ReturnsCounted((usize, usize), Arc<OpenDesk>, Box<ReturnOrder>),
    /// Items to return were proposed, or not: the table, and how many rows it has.
    ReturnsProposed(Result<(PathBuf, usize)>),
    /// The roster was read, or not.
    RosterRead(Result<Option<RosterSight>>),
    /// The template of a roster was written, or not.
    TemplateWritten(Result<PathBuf>),
}

/// How an export is to be written.
#[derive(Debug)]
pub struct ExportOrder {
    /// Where to, as the user wrote it.
    pub folder: String,
    /// Which headings.
    pub header: Header,
    /// What the files are sealed with.
    pub seal: SealWith,
    /// Why they are written although something in them deserved a look.
    pub despite: Option<String>,
}

/// What files are to be sealed with.
#[derive(Debug)]
pub enum SealWith {
    /// Nothing.
    Nothing,
    /// Public keys: their file, or a key, as the user wrote it.
    Keys(String),
    /// A passphrase.
    Passphrase(Passphrase),
}

/// A page to read: its title and its lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// The title.
    pub title: String,
    /// The lines.
    pub lines: Vec<String>,
}

/// What is to be collected.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CollectOrder {
    /// What was handed in.
    pub inputs: Vec<PathBuf>,
    /// What was handed in the years before.
    pub previous: Vec<PathBuf>,
    /// The fiscal year.
    pub year: FiscalYear,
    /// The division's folder.
    pub to: PathBuf,
    /// What opens sealed files, the latest last.
    pub openers: Vec<OpenWith>,
}

/// What sealed files are to be opened with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OpenWith {
    /// A passphrase.
    Passphrase(Passphrase),
    /// The file of secret keys, as the user wrote it.
    Keys(String),
}

/// A row of a file that was handed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowOrder {
    /// The file, below the division's folder.
    pub file: ArcStr,
    /// The row, as a spreadsheet shows it.
    pub row: usize,
}

/// What return slips are wanted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReturnOrder {
    /// The table of items to return, as the user wrote it; none to return none.
    pub items: Option<String>,
    /// When corrections are due; may be empty.
    pub due: String,
    /// The division as the slips name it.
    pub by: String,
    /// Where to.
    pub to: PathBuf,
    /// Whether the user has seen how many slips a table makes.
    pub is_sure: bool,
}

/// Something to do.
#[derive(Debug)]
pub enum Effect {
    /// Open what a division collected.
    OpenDesk(PathBuf),
    /// Look at what collecting would give; nothing is written.
    PlanCollect(CollectOrder),
    /// Collect what was looked at.
    Collect(Box<Planned>),
    /// Stop reading; nothing more is heard of it.
    StopReading,
    /// Stop writing, and tell what became of it.
    StopWriting,
    /// Read a row of a file that was handed in.
    ReadRow(PathBuf, RowOrder),
    /// Make return slips.
    WriteReturns(Arc<OpenDesk>, Box<ReturnOrder>),
    /// Propose items to return, in a table in a folder.
    ProposeReturns(Arc<OpenDesk>, PathBuf),
    /// Read the roster of the folder.
    ReadRoster,
    /// Write the template of a roster.
    WriteTemplate,
    /// Read the folder.
    LoadShelf,
    /// Begin a workbook.
    Create(Box<NewWorkbook>, Author),
    /// Open a workbook.
    Open(WorkbookKey),
    /// Close the open workbook.
    Close,
    /// Save a record.
    Append(Box<Record>),
    /// Try again to save what waits.
    Retry,
    /// Keep the open workbook, what is not saved included, in another folder.
    SaveElsewhere(PathBuf),
    /// Export the open workbook.
    Export(Box<ExportOrder>),
    /// Look for a copy of a workbook at a path, and at what merging it would do.
    LookAtCopy(WorkbookKey, String),
    /// Look for return slips that lie in the folder.
    FindSlips,
    /// Look at a return slip at a path, beside the workbook.
    LookAtSlip(WorkbookKey, String),
    /// Merge a copy that was looked at.
    Merge(Box<Sight>, Vec<Decision>),
    /// Remember the preferences.
    SavePreferences(Preferences),
    /// Keep a text being typed, or forget it.
    KeepDraft(Option<Draft>),
    /// Check the checklists.
    Check,
    /// Write the text of a screen to a file.
    KeepScreen(String),
    /// Switch the mouse on or off.
    UseMouse(bool),
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}

/// What is to be done, in order.
#[must_use]
#[derive(Debug, Default)]
pub struct Effects(pub Vec<Effect>);

impl Effects {
    /// Adds something to do.
    pub fn push(&mut self, effect: Effect) {
        self.0.push(effect);
    }

    /// Adds everything of another list.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}
