//! What every command is given.

use chrono::{DateTime, FixedOffset};

use crate::domain::record::Author;
use crate::store::crash_note::Scene;
use crate::store::folder::Folder;
use crate::store::preferences::Preferences;
use crate::text::Lang;

/// What every command needs.
pub(super) struct Setting {
    pub folder: Folder,
    pub now: DateTime<FixedOffset>,
    pub author: Author,
    pub preferences: Preferences,
    pub lang: Lang,
    /// Whether there is a terminal to ask on.
    pub terminal: bool,
    /// Whether the process is ours alone, so that what ends it is ours to hear.
    pub alone: bool,
    pub scene: Scene,
}
