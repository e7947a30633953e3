//! The line mode: numbered questions from top to bottom, one line in, lines out. For screen readers,
//! serial lines, and consoles that cannot draw.
//!
//! It stands beside the screens: the same rules, journals and words, no terminal. Nothing is written
//! that moves a cursor. A record is acknowledged only after it is on the disk, so wherever the input
//! ends, everything acknowledged is there.

mod begin;
mod book;
mod choice;
mod desk;
mod draft;
mod evidence;
mod export;
mod home;
mod item;
mod jump;
mod look;
mod menu;
mod profile;
mod reading;
mod returned;
mod review;
pub mod source;
mod typed;
mod walk;
mod write;

use std::io::Write;
use std::path::PathBuf;

use desk::{Desk, Step, Stop};
use source::Source;

use crate::clock::Clock;
use crate::domain::record::Author;
use crate::error::{Error, Result};
use crate::store::checklists::ChecklistSet;
use crate::store::crash_note::Scene;
use crate::store::folder::Folder;
use crate::store::known::Known;
use crate::store::preferences::Preferences;
use crate::text::{Lang, Strings, errors};

/// How the program was started.
#[derive(Clone, Debug)]
pub struct Start {
    /// The working folder.
    pub folder: Folder,
    /// The clock.
    pub clock: Clock,
    /// The language.
    pub lang: Lang,
    /// Who fills in, when said at the start.
    pub by: Option<String>,
    /// The user's own folder, where unsaved answers are proposed to be kept in need.
    pub home: PathBuf,
    /// Where the program is at work, for a crash note.
    pub scene: Scene,
}

/// How it ended. Either way everything acknowledged is saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// The person left, or the input came to its end.
    Left,
    /// The line broke: nothing can be read or written any more.
    Broken,
}

/// Talks until the person leaves or the input ends.
///
/// # Errors
///
/// The error of saving, when the input ended while an answer could not be saved.
pub fn run(start: &Start, input: &mut dyn Source, out: &mut dyn Write) -> Result<Ended> {
    let mut talk = Talk {
        desk: Desk::new(input, out, start.lang),
        preferences: preferences(start),
        start,
        known: Known::default(),
    };
    let left = talk.list();
    if matches!(left, Err(Stop::End)) {
        // What was being typed stands on a line of its own.
        let _ = talk.desk.say("");
    }
    match left {
        Ok(()) | Err(Stop::Quit | Stop::List | Stop::End) => {
            // Whether the farewell still reaches anybody changes nothing.
            let _ = talk.desk.say(talk.strings().quit.saved);
            Ok(Ended::Left)
        }
        Err(Stop::Broken) => Ok(Ended::Broken),
        Err(Stop::Unsaved(error)) => Err(error),
    }
}

fn preferences(start: &Start) -> Preferences {
    let mut preferences = Preferences::load(&start.folder);
    if let Some(name) = &start.by {
        preferences.act_as(name);
    }
    preferences
}

/// What every part of the talk needs.
struct Talk<'a> {
    desk: Desk<'a>,
    start: &'a Start,
    preferences: Preferences,
    /// The checklists in force, once they were needed.
    known: Known,
}

impl Talk<'_> {
    fn lang(&self) -> Lang {
        self.start.lang
    }

    fn strings(&self) -> &'static Strings {
        self.start.lang.strings()
    }

    fn author(&self) -> Author {
        self.preferences.author()
    }

    fn set(&mut self) -> Result<&ChecklistSet> {
        self.known.set(&self.start.folder)
    }

    /// Tells an error: what is wrong, then what to do.
    fn tell_error(&mut self, error: &Error) -> Step {
        for line in errors::error(self.start.lang, error) {
            self.desk.say(&line)?;
        }
        Ok(())
    }

    /// Remembers the preferences; not being able to is told, and no reason to stop.
    fn save_preferences(&mut self) -> Step {
        match self.preferences.save(&self.start.folder) {
            Ok(()) => Ok(()),
            Err(error) => self.tell_error(&error),
        }
    }
}
