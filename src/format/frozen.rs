//! The copy of a checklist frozen into a year: its source files in one RON file.

use serde::{Deserialize, Serialize};

use super::checklist_files::ChecklistFiles;
use super::ron_source::SourceFile;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrozenFile {
    format: u32,
    files: Vec<(String, String)>,
}

/// Writes the files of a checklist as one text.
///
/// # Errors
///
/// The serialiser's own words, which would be a defect of this program.
pub fn encode(files: &ChecklistFiles) -> Result<String, String> {
    let frozen = FrozenFile {
        format: 1,
        files: files
            .files
            .iter()
            .map(|file| (file.name.clone(), file.text.clone()))
            .collect(),
    };
    ron::to_string(&frozen).map_err(|error| error.to_string())
}

/// Reads the files of a checklist back.
///
/// # Errors
///
/// The reader's own words.
pub fn decode(text: &str) -> Result<ChecklistFiles, String> {
    let frozen: FrozenFile = ron::from_str(text).map_err(|error| error.to_string())?;
    Ok(ChecklistFiles {
        files: frozen
            .files
            .into_iter()
            .map(|(name, text)| SourceFile { name, text })
            .collect(),
    })
}
