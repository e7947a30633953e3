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
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        };
        Ok(with_line_feeds(text))
    }
}

/// Returns a text with line ends as `\n`; most texts have no others, and are not copied.
pub(super) fn with_line_feeds(text: String) -> String {
    if memchr(b'\r', text.as_bytes()).is_some() {
        text.replace("\r\n", "\n")
    } else {
        text
    }
}
