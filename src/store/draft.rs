//! Text being typed: a small side file, overwritten, so that a crash costs at most a second of it.

use serde::{Deserialize, Serialize};

use super::folder::{Folder, WorkbookKey};
use crate::domain::item_id::ItemId;
use crate::domain::record::TextField;
use crate::error::{Error, Result};

/// A text that was being typed and not yet saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// The item.
    pub item: ItemId,
    /// Which of its texts.
    pub field: TextField,
    /// The text so far.
    pub text: String,
    /// When it was last kept, RFC 3339.
    pub at: String,
}

#[derive(Serialize, Deserialize)]
struct DraftFile {
    item: String,
    field: u8,
    text: String,
    at: String,
}

const FIELDS: [TextField; 3] = [TextField::Reason, TextField::Remark, TextField::Approver];

/// Returns the extension of the file.
#[must_use]
pub const fn extension() -> &'static str {
    "draft"
}

/// Keeps a draft, or removes the one kept.
///
/// # Errors
///
/// [`Error::Io`].
pub fn keep(folder: &Folder, key: &WorkbookKey, draft: Option<&Draft>) -> Result<()> {
    let path = folder.beside(key, extension());
    let Some(draft) = draft else {
        return folder.disk().remove(&path);
    };
    let field = FIELDS.iter().position(|field| *field == draft.field);
    let text = ron::to_string(&DraftFile {
        item: draft.item.0.clone(),
        field: field.and_then(|at| u8::try_from(at).ok()).unwrap_or(0),
        text: draft.text.clone(),
        at: draft.at.clone(),
    })
    .map_err(|error| Error::Bug(error.to_string()))?;
    folder.disk().write_whole(&path, text.as_bytes())
}

/// Returns the draft kept for a workbook, if there is one that can be read.
#[must_use]
pub fn kept(folder: &Folder, key: &WorkbookKey) -> Option<Draft> {
    let text = folder
        .disk()
        .read_text(&folder.beside(key, extension()))
        .ok()?;
    let file: DraftFile = ron::from_str(&text).ok()?;
    Some(Draft {
        item: ItemId(file.item),
        field: *FIELDS.get(usize::from(file.field))?,
        text: file.text,
        at: file.at,
    })
}
