//! Reading small texts: files of a checklist, preferences, notes.

use std::path::Path;

use memchr::memchr;

use super::disk::Disk;
use crate::error::{Error, Result};

/// Largest text read unless more is asked for, in bytes.
const TEXT_MAX: u64 = 4 * 1024 * 1024;

impl Disk {
    /// Reads a whole file as UTF-8, with line ends as `\n` and without a byte order mark.
    ///
    /// # Errors
    ///
    /// As [`Disk::read`]; also when it is not UTF-8.
    pub fn read_text(&self, path: &Path) -> Result<String> {
        self.read_text_at_most(path, TEXT_MAX)
    }

    /// Reads a text of at most so many bytes.
    ///
    /// # Errors
    ///
    /// As [`Disk::read_text`].
    pub fn read_text_at_most(&self, path: &Path, max: u64) -> Result<String> {
        let text = String::from_utf8(self.read_at_most(path, max)?).map_err(|error| {
            Error::Unreadable {
                path: path.to_owned(),
                why: error.to_string(),
            }
        })?;
        let plain = text.strip_prefix('\u{feff}').unwrap_or(&text);
        // Most texts are as they should be, and need no copy.
        if plain.len() == text.len() && memchr(b'\r', text.as_bytes()).is_none() {
            return Ok(text);
        }
        Ok(plain.replace("\r\n", "\n"))
    }
}
