//! Errors as data: what happened, where, and the exit code. Worded in `text`.

use std::io;
use std::path::{Path, PathBuf};

use crate::domain::action::Refusal;
use crate::domain::merge::MergeRefusal;
use crate::domain::problem::Problem;
use crate::domain::returning::Unfit as SlipUnfit;
use crate::format::journal::Damage;
use crate::format::return_file::ReturnFault;
use crate::format::roster::RosterProblem;
use crate::format::sealing::{KeyFault, OpenFault, PassphraseFault};

/// What the program was doing with a file when the system refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doing {
    /// Reading it.
    Reading,
    /// Writing it.
    Writing,
    /// Making a folder.
    MakingFolder,
    /// Listing a folder.
    Listing,
    /// Locking it.
    Locking,
    /// Drawing on the terminal.
    Drawing,
}

/// Who has a workbook open for writing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holder {
    /// The person's name; may be empty.
    pub name: String,
    /// The machine's name.
    pub host: String,
    /// Since when, as written by the other program.
    pub since: String,
}

/// What went wrong.
#[derive(Debug)]
pub enum Error {
    /// The system refused a file operation.
    Io {
        /// What was being done.
        doing: Doing,
        /// To which file.
        path: PathBuf,
        /// The system's own error.
        source: io::Error,
    },
    /// A journal cannot be read to its end.
    Damaged {
        /// The journal.
        path: PathBuf,
        /// Where and why.
        damage: Damage,
    },
    /// A file cannot be understood; the reader's own words follow.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// A file is larger than what is read as a whole.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// How many bytes are read at most.
        max: u64,
    },
    /// A folder holds more files than are looked at.
    TooMany {
        /// The folder.
        path: PathBuf,
        /// How many are looked at.
        max: usize,
    },
    /// The checklist a workbook was made for is not in the folder.
    ChecklistMissing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Another program writes this workbook.
    Locked {
        /// The workbook.
        path: PathBuf,
        /// Who, if it is known.
        holder: Option<Holder>,
    },
    /// The file was changed by something else while it was open.
    ChangedOutside(PathBuf),
    /// A link stands where a plain file or folder must be.
    Link(PathBuf),
    /// There is no such workbook.
    NotFound(PathBuf),
    /// There is one already.
    Exists(PathBuf),
    /// A workbook was named in a way that cannot be understood.
    BadWorkbookName(String),
    /// A department code that cannot be a file's name.
    BadDepartmentCode(String),
    /// There is no checklist of this name; those there are follow.
    UnknownChecklist(String, Vec<String>),
    /// The city has no such agency; those it has follow.
    UnknownAgency(String, Vec<String>),
    /// The city asks no such profile key; those it asks follow.
    UnknownProfileKey(String, Vec<String>),
    /// A value that is neither yes nor no.
    NotYesOrNo(String),
    /// A fiscal year out of range.
    BadYear(String),
    /// A date or time that cannot be read.
    BadTime(String),
    /// A day by which something is due, and which is over.
    PastDue(String),
    /// A name is needed.
    NameMissing,
    /// The workbook has no such item.
    UnknownItem(String),
    /// There is no text in that field of this item to take out.
    NothingToRedact(String),
    /// The rules forbid it.
    Refused(Refusal),
    /// There is no copy of a workbook in this place.
    NoCopy(PathBuf),
    /// Two copies of a workbook cannot be merged.
    Merge(MergeRefusal),
    /// A file is no return slip that can be taken.
    Return {
        /// The file.
        path: PathBuf,
        /// Why.
        fault: ReturnFault,
    },
    /// A workbook does not take a return slip.
    NotTaken {
        /// The slip.
        path: PathBuf,
        /// Why.
        unfit: SlipUnfit,
    },
    /// There is no return slip in this place.
    NoSlip(PathBuf),
    /// A decision about merging that cannot be understood, or is about nothing in question.
    BadDecision(String),
    /// So many differences between two copies are not decided.
    Undecided(usize),
    /// Something is still missing before confirming: so many items.
    Incomplete(usize),
    /// The checklist files have problems.
    Problems(Vec<Problem>),
    /// A roster has problems.
    Roster {
        /// The file.
        path: PathBuf,
        /// All of them.
        problems: Vec<RosterProblem>,
    },
    /// It is no regular file: a pipe, a device.
    NotAFile(PathBuf),
    /// A file may hold exports, in a form that is not opened.
    Wrapped {
        /// The file.
        path: PathBuf,
        /// What it is.
        wrapping: Wrapping,
    },
    /// A folder lies deeper than folders are looked into.
    TooDeep(PathBuf),
    /// Copies of what was handed in are kept in this folder; results without copies would contradict them.
    KeepsCopies(PathBuf),
    /// Nothing was collected in this folder.
    NoDesk(PathBuf),
    /// Another fiscal year was collected in this folder.
    OtherDesk {
        /// The folder.
        path: PathBuf,
        /// The year.
        year: i32,
    },
    /// No submission of this department counts.
    NotCollected(String),
    /// The work was stopped before it was done, and nothing was written.
    Stopped,
    /// A written file does not read back as it should.
    SelfCheck(PathBuf),
    /// Something lies in a folder that is to be filled anew.
    NotEmpty(PathBuf),
    /// A file of this name is there; nothing is written over it.
    InTheWay(PathBuf),
    /// A sealed file does not open.
    Sealed {
        /// The file.
        path: PathBuf,
        /// Why.
        fault: OpenFault,
    },
    /// A key cannot be used.
    Key {
        /// Its file; empty when it was given directly.
        path: PathBuf,
        /// Why.
        fault: KeyFault,
    },
    /// A passphrase cannot be used.
    Passphrase(PassphraseFault),
    /// There is no terminal to draw on.
    NotATerminal,
    /// The terminal cannot show the screens.
    Unfit(Unfit),
    /// The environment says something about ambiguous characters that cannot be understood.
    BadAmbiguous(String),
    /// A defect of this program.
    Bug(String),
}

/// What exports may be handed in as that is not opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wrapping {
    /// A workbook of a spreadsheet program.
    Spreadsheet,
    /// An archive of another kind than zip.
    Archive,
    /// An archive within a zip.
    Nested,
    /// A zip, or a file of it, with a password.
    Password,
    /// A zip, or a file of it, that is damaged.
    Broken,
    /// A file of a zip packed in a way that is not known.
    Method,
    /// A zip without any table.
    NoTable,
    /// A zip in which files have one name; only the last of them is read.
    SameName,
    /// A zip that holds more than is unpacked.
    TooMuch,
    /// A copy that is not as its name says.
    Damaged,
}

/// Why a terminal cannot show the screens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unfit {
    /// It cannot place its cursor, or says so.
    Lines,
    /// It has no Japanese letters: the console of Linux without a window system.
    NoJapanese,
    /// It takes text in another encoding, named as the system names it.
    Encoding(String),
}

impl Error {
    /// Returns the exit code: 2 refused input, 3 unreadable data, 4 I/O, 70 a defect.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Io { .. } | Self::SelfCheck(_) | Self::ChangedOutside(_) => 4,
            Self::Damaged { .. }
            | Self::Return { .. }
            | Self::Unreadable { .. }
            | Self::TooLarge { .. }
            | Self::TooMany { .. }
            | Self::Wrapped { .. }
            | Self::ChecklistMissing { .. } => 3,
            Self::Sealed { fault, .. } if !fault.is_about_the_key() => 3,
            Self::Bug(_) => 70,
            _ => 2,
        }
    }

    /// Returns the file it is about, if it is about one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Io { path, .. }
            | Self::Damaged { path, .. }
            | Self::Unreadable { path, .. }
            | Self::TooLarge { path, .. }
            | Self::ChecklistMissing { path }
            | Self::Locked { path, .. }
            | Self::ChangedOutside(path)
            | Self::NotFound(path)
            | Self::Exists(path)
            | Self::SelfCheck(path) => Some(path),
            _ => None,
        }
    }

    /// Returns a way to attach path and action to a system error.
    pub fn io(doing: Doing, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io {
            doing,
            path,
            source,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Done, or why not.
pub type Result<T> = std::result::Result<T, Error>;
