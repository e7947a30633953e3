//! Everything the screens show, and the one place where a workbook in memory changes.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::effect::{Effect, Effects};
use super::overlays::Overlay;
use super::screens::Screen;
use super::symbols::Symbols;
use super::theme::Theme;
use crate::collect::board::Board;
use crate::display::profile::{Ambiguous, TerminalProfile};
use crate::display::width::Ruler;
use crate::domain::action::Outcome;
use crate::domain::checklist::{Checklist, Item};
use crate::domain::policy::City;
use crate::domain::previous::PreviousYear;
use crate::domain::record::{Author, Change, RecordKind};
use crate::domain::workbook::Workbook;
use crate::error::Error;
use crate::store::draft::Draft;
use crate::store::folder::WorkbookKey;
use crate::store::preferences::Preferences;
use crate::store::shelf::Summary;
use crate::store::workbooks::next_record;
use crate::text::{Lang, Strings};

/// A workbook as the list shows it.
#[derive(Clone, Debug)]
pub struct ShelfRow {
    /// Its name.
    pub key: WorkbookKey,
    /// What is in it, or why it cannot be read.
    pub content: Result<Summary, String>,
}

/// What the folder holds.
#[derive(Clone, Default, Debug)]
pub struct Shelf {
    /// The cities to choose from.
    pub cities: Vec<City>,
    /// Problems of the checklist files; no workbook can be begun then.
    pub problems: usize,
    /// The workbooks.
    pub rows: Vec<ShelfRow>,
    /// Where results that were collected lie, the latest first.
    pub collected: Vec<PathBuf>,
    /// The division's public key that lies in the folder, if there is one.
    pub division_key: Option<String>,
    /// Why the folder cannot be read, in words. An empty list would look like a first start.
    pub trouble: Option<String>,
    /// Whether the folder was read; before that the list is left blank.
    pub read: bool,
}

/// Whether everything is saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SaveState {
    /// Everything is saved; when the last time was, if any.
    Saved(Option<DateTime<FixedOffset>>),
    /// So many records are on their way.
    Saving(usize),
    /// The system refuses; so many records wait, and why.
    Failed(usize, String),
}

/// Why a workbook is open for reading only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadOnly {
    /// Another program writes it; said in words.
    Locked(String),
    /// Its journal is damaged; said in words.
    Damaged(String),
}

/// The open workbook.
#[derive(Debug)]
pub struct Open {
    /// Its name.
    pub key: WorkbookKey,
    /// Its checklist.
    pub checklist: Arc<Checklist>,
    /// Its state, changes not yet saved included.
    pub workbook: Workbook,
    /// Last year's answers.
    pub previous: Option<PreviousYear>,
    /// Set when it cannot be written.
    pub read_only: Option<ReadOnly>,
    /// Whether everything is saved.
    pub save: SaveState,
    /// The item in front of the user, by its position.
    pub position: usize,
    /// Whether the checklist in force differs from the frozen one.
    pub newer_checklist: bool,
}

/// What a division collected, as it is shown.
#[derive(Debug)]
pub struct OpenDesk {
    /// Its folder.
    pub folder: PathBuf,
    /// The name of the municipality.
    pub municipality: String,
    /// Everything shown of it.
    pub board: Board,
}

/// A line that tells what just happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The words.
    pub text: String,
    /// Whether it needs attention.
    pub warning: bool,
}

/// What an export wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportResult {
    /// The files, with their full paths.
    pub files: Vec<PathBuf>,
    /// The receipt.
    pub receipt: String,
    /// Whether the files are named anew because others were there.
    pub renamed: bool,
    /// How they were sealed, in words, if they were.
    pub sealed: Option<&'static str>,
    /// What to record of it.
    pub change: Change,
}

/// A workbook that was just opened.
#[derive(Debug)]
pub struct OpenedWorkbook {
    /// What is shown.
    pub open: Open,
    /// Text that was being typed when the program ended last time.
    pub draft: Option<Draft>,
    /// Something to tell about the journal's end.
    pub notice: Option<String>,
}

/// Everything the screens show.
#[derive(Debug)]
pub struct Model {
    /// The language.
    pub lang: Lang,
    /// The words.
    pub strings: &'static Strings,
    /// The styles.
    pub theme: Theme,
    /// What was said about ambiguous characters.
    pub ambiguous: Ambiguous,
    /// What the terminal was found to draw at the start.
    pub measured: TerminalProfile,
    /// What the terminal can draw.
    pub profile: TerminalProfile,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The time of the last message.
    pub now: DateTime<FixedOffset>,
    /// Where things are.
    pub folder: PathBuf,
    /// What is remembered between starts.
    pub preferences: Preferences,
    /// What the folder holds.
    pub shelf: Shelf,
    /// The screens, the last one in front.
    pub screens: Vec<Screen>,
    /// What lies over the screen, the last one in front.
    pub overlays: Vec<Overlay>,
    /// The open workbook.
    pub open: Option<Open>,
    /// What a division collected, while it is looked at.
    pub desk: Option<Arc<OpenDesk>>,
    /// What just happened.
    pub notice: Option<Notice>,
    /// Where unsaved answers are proposed to be kept when the folder takes nothing: the user's own.
    pub home: PathBuf,
    /// Whether the open workbook is to be closed as soon as everything is saved.
    pub closing: bool,
    /// Whether the program is about to end.
    pub ended: bool,
}

impl Model {
    /// Tells something.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            warning: false,
        });
    }

    /// Tells something that needs attention.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            warning: true,
        });
    }

    /// Tells an error.
    pub fn tell_error(&mut self, error: &Error) {
        let text = crate::text::errors::in_a_line(self.lang, error);
        self.warn(text);
    }

    /// Returns what measures text.
    #[must_use]
    pub const fn ruler(&self) -> Ruler {
        self.profile.ruler
    }

    /// Returns the glyphs of the layout.
    #[must_use]
    pub const fn symbols(&self) -> &'static Symbols {
        Symbols::of(self.profile.frames)
    }

    /// Returns who acts.
    #[must_use]
    pub fn author(&self) -> Author {
        self.preferences.author()
    }

    /// Returns the item in front of the user.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        let open = self.open.as_ref()?;
        open.checklist.items.get(open.position)
    }

    /// Records what an action gave: changes the workbook in memory and sends the record to be
    /// saved. A refusal is told, and nothing changes. Returns whether something was recorded.
    pub fn commit(&mut self, outcome: Outcome, effects: &mut Effects) -> bool {
        match outcome {
            Ok(changes) => self.record(RecordKind::Action, changes, effects),
            Err(refusal) => {
                let text = (self.strings.refusal)(refusal);
                self.warn(text);
                false
            }
        }
    }

    /// Takes the last action back, or repeats what was taken back.
    pub fn step_back(&mut self, redo: bool, effects: &mut Effects) {
        let Some(open) = &self.open else { return };
        let step = if redo {
            open.workbook.redo_step()
        } else {
            open.workbook.undo_step()
        };
        let words = &self.strings.notices;
        match step {
            None if redo => self.tell(words.nothing_to_redo),
            None => self.tell(words.nothing_to_undo),
            Some((kind, changes)) => {
                let item = changes.iter().find_map(Change::item).cloned();
                if self.record(kind, changes, effects) {
                    if let Some(position) = item
                        .as_ref()
                        .and_then(|item| self.position_of(item.as_str()))
                    {
                        self.go_to(position);
                    }
                    self.tell(if redo { words.redone } else { words.undone });
                }
            }
        }
    }

    /// Returns the position of an item of the open workbook.
    #[must_use]
    pub fn position_of(&self, item: &str) -> Option<usize> {
        self.open.as_ref()?.checklist.position(item)
    }

    /// Puts an item in front of the user.
    pub fn go_to(&mut self, position: usize) {
        if let Some(open) = &mut self.open {
            open.position = position;
        }
        if let Some(Screen::Walk(walk)) = self.screens.last_mut() {
            *walk = super::screens::walk::Walk::default();
        }
    }

    fn record(&mut self, kind: RecordKind, changes: Vec<Change>, effects: &mut Effects) -> bool {
        if changes.is_empty() {
            return false;
        }
        let author = self.author();
        let now = self.now;
        let strings = self.strings;
        let Some(open) = &mut self.open else {
            return false;
        };
        if open.read_only.is_some() {
            self.warn(strings.notices.read_only);
            return false;
        }
        let record = next_record(&open.workbook, kind, changes, &author, now);
        if open.workbook.apply(record.clone()).is_err() {
            self.warn(strings.notices.not_possible);
            return false;
        }
        open.save = match &open.save {
            SaveState::Saved(_) => SaveState::Saving(1),
            SaveState::Saving(count) => SaveState::Saving(count + 1),
            SaveState::Failed(count, why) => SaveState::Failed(count + 1, why.clone()),
        };
        effects.push(Effect::Append(Box::new(record)));
        true
    }

    /// Returns how many records are not saved yet.
    #[must_use]
    pub fn unsaved(&self) -> usize {
        match self.open.as_ref().map(|open| &open.save) {
            Some(SaveState::Saving(count) | SaveState::Failed(count, _)) => *count,
            _ => 0,
        }
    }
}
