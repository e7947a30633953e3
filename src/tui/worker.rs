//! Does what `update` asks for: the only part of the screens that touches files.

use std::path::PathBuf;
use std::time::Duration;

use super::beside::{Beside, Hear};
use super::desk_worker;
use super::effect::{Effect, ExportOrder, Msg, SealWith};
use super::model::{
    ExportResult, Model, Open, OpenedWorkbook, ReadOnly, SaveState, Shelf, ShelfRow,
};
use super::saver::{KeepDraft, Saver, Saving};
use super::screens::taking::Lying;
use crate::clock::Clock;
use crate::domain::record::Author;
use crate::error::{Error, Result};
use crate::store::crash_note::Scene;
use crate::store::desk::found;
use crate::store::draft::{self, Draft};
use crate::store::exports::How;
use crate::store::folder::{Folder, WorkbookKey};
use crate::store::known::Known;
use crate::store::merging::{self, Sight};
use crate::store::sealed::{self, Seal};
use crate::store::workbooks::{self, NewWorkbook, Opened};
use crate::store::{exports, rescue, returning, shelf};
use crate::text::{Lang, damage, errors, sealing};

/// Hears what became of records on their way to the disk.
pub type Tell = Box<dyn Fn(Saving) + Send>;

/// Does what is asked for.
pub struct Worker {
    folder: Folder,
    clock: Clock,
    lang: Lang,
    known: Known,
    saver: Option<(WorkbookKey, Saver)>,
    open: Option<WorkbookKey>,
    tell: Box<dyn Fn() -> Tell>,
    scene: Scene,
    beside: Beside,
}

impl Worker {
    /// Works in a folder; `tell` makes what each saver reports to.
    #[must_use]
    pub fn new(folder: Folder, clock: Clock, lang: Lang, tell: Box<dyn Fn() -> Tell>) -> Self {
        Self {
            scene: Scene::new(folder.clone()),
            folder,
            clock,
            lang,
            known: Known::default(),
            saver: None,
            open: None,
            tell,
            beside: Beside::default(),
        }
    }

    /// Does what takes long on a thread of its own, and tells what became of it.
    #[must_use]
    pub fn beside(mut self, hear: Hear) -> Self {
        self.beside = Beside::told(hear);
        self
    }

    /// Tells where it is at work, for a crash note.
    #[must_use]
    pub fn at(mut self, scene: Scene) -> Self {
        self.scene = scene;
        self
    }

    /// Does one thing and returns what happened, if anything is to be told.
    pub fn perform(&mut self, effect: Effect, model: &Model) -> Option<Msg> {
        match effect {
            Effect::LoadShelf => Some(Msg::Shelf(self.shelf())),
            Effect::Create(new, author) => Some(Msg::Created(self.create(&new, &author))),
            Effect::Open(key) => Some(Msg::Opened(Box::new(self.open(&key, &model.author())))),
            Effect::Close => {
                self.close();
                None
            }
            Effect::Append(record) => {
                if let Some((_, saver)) = &self.saver {
                    saver.append(record);
                }
                None
            }
            Effect::Retry => {
                if let Some((_, saver)) = &self.saver {
                    saver.retry();
                }
                None
            }
            Effect::Export(order) => Some(Msg::Exported(self.export(&order))),
            Effect::KeepScreen(text) => Some(Msg::ScreenKept(self.keep_screen(&text))),
            Effect::LookAtCopy(key, path) => Some(Msg::CopySeen(self.look_at_copy(&key, &path))),
            Effect::FindSlips => Some(Msg::SlipsFound(self.slips(model))),
            Effect::LookAtSlip(key, path) => {
                let seen = returning::look(&self.folder, &key, &path);
                Some(Msg::SlipSeen(seen.map(Box::new)))
            }
            Effect::Merge(sight, decisions) => {
                let (by, now) = (model.author(), self.clock.now());
                let merged = merging::carry_out(&self.folder, &sight, &decisions, &by, now);
                Some(Msg::Merged(merged))
            }
            Effect::SavePreferences(preferences) => {
                let error = preferences.save(&self.folder).err()?;
                let words = errors::in_a_line(self.lang, &error);
                Some(Msg::PreferencesFailed(words))
            }
            Effect::KeepDraft(draft) => {
                self.keep_draft(draft);
                None
            }
            Effect::SaveElsewhere(to) => Some(Msg::SavedElsewhere(self.save_elsewhere(to, model))),
            Effect::Check => Some(Msg::Checked(self.check())),
            // The loop around this does these itself.
            Effect::Redraw | Effect::UseMouse(_) | Effect::Quit => None,
            of_division => {
                let (folder, known) = (&self.folder, &mut self.known);
                desk_worker::perform(
                    of_division,
                    folder,
                    (self.lang, self.clock.now()),
                    known,
                    &mut self.beside,
                )
            }
        }
    }

    /// Turns what a saver reports into a message.
    #[must_use]
    pub fn saving(lang: Lang, saving: &Saving) -> Msg {
        match saving {
            Saving::Saved(count) => Msg::Saved(*count),
            Saving::Failed(error) => Msg::SaveFailed(errors::in_a_line(lang, error)),
        }
    }

    /// Keeps a text being typed, or forgets the one kept.
    pub fn keep_draft(&self, draft: Option<Draft>) {
        if let Some((_, saver)) = &self.saver {
            saver.keep_draft(draft);
        }
    }

    /// Lets go of the open workbook, waiting no longer than `patience` for what is being saved.
    pub fn finish_within(&mut self, patience: Duration) {
        if let Some((_, saver)) = self.saver.take() {
            saver.finish_within(patience);
        }
        self.beside.stop();
        self.beside.finish_within(patience);
        self.close();
    }

    fn close(&mut self) {
        self.saver = None;
        self.open = None;
        self.scene.opened(None);
    }

    fn save_elsewhere(&mut self, to: PathBuf, model: &Model) -> Result<PathBuf> {
        let open = model.open.as_ref().ok_or(Error::NameMissing)?;
        let to = Folder::on(self.folder.root().join(to), self.folder.disk().clone());
        let digest = &open.workbook.created().checklist_digest;
        let copy = self.known.copy(&open.key.city, digest);
        rescue::keep(&self.folder, &to, &open.key, &open.workbook, copy)
    }

    fn shelf(&mut self) -> Shelf {
        let (cities, problems) = match self.known.cities(&self.folder) {
            Ok(cities) => cities,
            Err(error) => {
                let why = errors::in_a_line(self.lang, &error);
                return Shelf {
                    trouble: Some(why),
                    read: true,
                    ..Shelf::default()
                };
            }
        };
        let (read, trouble) = match shelf::read(&self.folder, &mut self.known) {
            Ok(read) => (read, None),
            Err(error) => (Vec::new(), Some(errors::in_a_line(self.lang, &error))),
        };
        let rows = read
            .into_iter()
            .map(|(key, content)| ShelfRow {
                key,
                content: content.map_err(|error| errors::in_row(self.lang, &error)),
            })
            .collect();
        Shelf {
            cities,
            problems,
            rows,
            division_key: sealed::division_key(&self.folder).map(|path| {
                let below = path.strip_prefix(self.folder.root()).unwrap_or(&path);
                below.display().to_string()
            }),
            trouble,
            collected: found(&self.folder),
            read: true,
        }
    }

    fn create(&mut self, new: &NewWorkbook, author: &Author) -> Result<WorkbookKey> {
        let now = self.clock.now();
        let set = self.known.set(&self.folder)?;
        workbooks::create(&self.folder, set, new, author, now)
    }

    fn open(&mut self, key: &WorkbookKey, author: &Author) -> Result<OpenedWorkbook> {
        self.close();
        self.scene.opened(Some(key));
        let now = self.clock.now();
        let (folder, known) = (&self.folder, &mut self.known);
        let (opened, writer) = workbooks::open_as_possible(folder, key, &author.name, now, known)?;
        let read_only = match writer {
            Ok(appender) => {
                let saver = Saver::begin(appender, self.draft_keeper(key), (self.tell)());
                self.saver = Some((key.clone(), saver));
                None
            }
            Err(why) => {
                let words = errors::only_reading(self.lang, &why);
                Some(if matches!(why, Error::Locked { .. }) {
                    ReadOnly::Locked(words)
                } else {
                    ReadOnly::Damaged(words)
                })
            }
        };
        self.open = Some(key.clone());
        let notice = damage::tail(self.lang, opened.tail);
        let draft = draft::kept(&self.folder, key).filter(|_| read_only.is_none());
        Ok(OpenedWorkbook {
            open: self.shown(opened, read_only),
            draft,
            notice,
        })
    }

    /// Makes what keeps drafts of a workbook. Failing is not told on every key.
    fn draft_keeper(&self, key: &WorkbookKey) -> KeepDraft {
        let (folder, key) = (self.folder.clone(), key.clone());
        Box::new(move |draft| {
            let _ = draft::keep(&folder, &key, draft);
        })
    }

    fn shown(&mut self, opened: Opened, read_only: Option<ReadOnly>) -> Open {
        let newer_checklist = self.known.is_newer(&self.folder, &opened.checklist);
        let saved_at = opened.workbook.records().last().map(|record| record.at);
        Open {
            key: opened.key,
            checklist: opened.checklist,
            workbook: opened.workbook,
            previous: opened.previous,
            read_only,
            save: SaveState::Saved(saved_at),
            position: 0,
            newer_checklist,
        }
    }

    /// Exports what is on disk: the screen lets this happen only when everything is saved.
    fn keep_screen(&self, text: &str) -> Result<PathBuf> {
        let at = self.clock.now().format("%Y%m%d-%H%M%S");
        exports::keep_text(&self.folder, &format!("screen-{at}"), text)
    }

    fn export(&self, order: &ExportOrder) -> Result<ExportResult> {
        let key = self.open.as_ref().ok_or(Error::NameMissing)?;
        let opened = workbooks::open(&self.folder, key)?;
        let to = if order.folder.is_empty() {
            self.folder.exports()
        } else {
            self.folder.root().join(&order.folder)
        };
        let disk = self.folder.disk();
        let seal = match &order.seal {
            SealWith::Nothing => None,
            SealWith::Keys(key) => Some(sealed::public_keys_of(disk, self.folder.root(), key)?),
            SealWith::Passphrase(passphrase) => Some(Seal::Passphrase(passphrase.clone())),
        };
        let how = How {
            header: order.header,
            seal: seal.as_ref(),
            despite: order.despite.as_deref(),
        };
        let exported = exports::write(disk, &opened, &to, how)?;
        Ok(ExportResult {
            files: exported.files.to_vec(),
            receipt: exported.receipt,
            renamed: exported.renamed,
            sealed: seal.map(|seal| sealing::sealed(self.lang, &seal)),
            change: exported.change,
        })
    }

    fn look_at_copy(&self, key: &WorkbookKey, path: &str) -> Result<Box<Sight>> {
        let copy = merging::find_copy(&self.folder, key, path)?;
        merging::look(&self.folder, key, &copy).map(Box::new)
    }

    fn slips(&self, model: &Model) -> Vec<Lying> {
        let open = model.open.as_ref();
        let found = open.map(|open| returning::found(&self.folder, &open.workbook));
        let lying = |(path, slip): (PathBuf, _)| Lying {
            path: path.display().to_string(),
            slip,
        };
        found.unwrap_or_default().into_iter().map(lying).collect()
    }

    fn check(&mut self) -> Vec<String> {
        let lang = self.lang;
        // What is on disk now, not what was loaded at the start.
        self.known.forget_in_force();
        match self.known.set(&self.folder) {
            Ok(set) => crate::text::coverage::report(lang, &set.checklists, &set.problems),
            Err(error) => errors::error(lang, &error),
        }
    }
}
