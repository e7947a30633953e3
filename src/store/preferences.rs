//! What the program remembers between starts: who fills in, and a few choices.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::folder::Folder;
use crate::domain::record::Author;
use crate::error::{Error, Result};

/// Remembered choices. A file that cannot be read counts as none; nothing important is in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The name of the person who fills in.
    pub name: String,
    /// The person's post.
    pub title: String,
    /// Where exports go; the folder's own `exports` when empty.
    pub export_folder: String,
    /// Whether the next open question comes by itself after an answer.
    pub advance: bool,
    /// The theme, by its code; the standard one when empty or unknown.
    pub theme: String,
    /// How wide ambiguous characters are, by its code; the terminal is asked when empty or unknown.
    pub ambiguous: String,
    /// Whether the mouse works.
    pub mouse: bool,
    /// Whether the introduction of the first start was seen. Whoever has preferences of an earlier
    /// version is no beginner.
    #[serde(default = "seen")]
    pub toured: bool,
}

const fn seen() -> bool {
    true
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            name: String::new(),
            title: String::new(),
            export_folder: String::new(),
            advance: true,
            theme: String::new(),
            ambiguous: String::new(),
            mouse: false,
            toured: false,
        }
    }
}

impl Preferences {
    /// Takes the name said at the start. A post is remembered for one person only.
    pub fn act_as(&mut self, name: &str) {
        if self.name != name {
            self.title.clear();
        }
        name.clone_into(&mut self.name);
    }

    /// Returns who fills in.
    #[must_use]
    pub fn author(&self) -> Author {
        Author {
            name: self.name.clone(),
            title: self.title.clone(),
        }
    }

    /// Returns where exports go.
    #[must_use]
    pub fn exports(&self, folder: &Folder) -> PathBuf {
        if self.export_folder.trim().is_empty() {
            folder.exports()
        } else {
            folder.root().join(self.export_folder.trim())
        }
    }

    /// Loads the preferences of a folder.
    #[must_use]
    pub fn load(folder: &Folder) -> Self {
        folder
            .disk()
            .read_text(&folder.preferences())
            .ok()
            .and_then(|text| ron::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Saves the preferences.
    ///
    /// # Errors
    ///
    /// [`Error::Io`].
    pub fn save(&self, folder: &Folder) -> Result<()> {
        folder.disk().make_folder(&folder.answers())?;
        let text = ron::to_string(self).map_err(|error| Error::Bug(error.to_string()))?;
        folder
            .disk()
            .write_whole(&folder.preferences(), text.as_bytes())
    }
}
