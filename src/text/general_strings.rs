//! The shape of the words that are not one screen's: titles, notices, overlays, figures.

type Str = &'static str;

/// The titles of the screens.
#[derive(Debug)]
pub struct Titles {
    /// Workbooks.
    pub home: Str,
    /// Begin a workbook.
    pub setup: Str,
    /// About the department.
    pub profile: Str,
    /// Self-inspection.
    pub walk: Str,
    /// Overview.
    pub overview: Str,
    /// Review and confirm.
    pub review: Str,
    /// Export.
    pub export: Str,
    /// History.
    pub history: Str,
    /// Merging a copy.
    pub merge: Str,
    /// Taking a return slip.
    pub taking: Str,
    /// Checking the checklists.
    pub check: Str,
    /// The clause.
    pub clause: Str,
    /// Help.
    pub help: Str,
}

/// The title line.
#[derive(Debug)]
pub struct FrameWords {
    /// Takes values.
    pub saved_at: fn(&str) -> String,
    /// Saved.
    pub saved: Str,
    /// Saving….
    pub saving: Str,
    /// Takes values.
    pub unsaved: fn(usize) -> String,
    /// Read only.
    pub read_only: Str,
}

/// What just happened.
#[derive(Debug)]
pub struct Notices {
    /// There is nothing to undo.
    pub nothing_to_undo: Str,
    /// There is nothing to redo.
    pub nothing_to_redo: Str,
    /// Undone.
    pub undone: Str,
    /// Redone.
    pub redone: Str,
    /// Open for reading only. Nothing can be changed.
    pub read_only: Str,
    /// This could not be recorded. Please open the workbook again.
    pub not_possible: Str,
    /// The input method is on. Switch it off first.
    pub input_method: Str,
    /// Copying is done by the terminal. Ctrl+Q leaves the program.
    pub copy: Str,
    /// The text of the screen was written to this file.
    pub screen_kept: fn(&str) -> String,
    /// The system refuses to save, and why.
    pub save_failed: fn(&str) -> String,
    /// Preferences could not be saved, and why.
    pub preferences_failed: fn(&str) -> String,
    /// Everything is saved.
    pub all_saved: Str,
    /// Saving takes long. The folder does not answer.
    pub save_slow: Str,
    /// Not applicable needs a reason. The answer was not changed.
    pub not_applicable_needs_reason: Str,
    /// The next question comes by itself.
    pub advance_on: Str,
    /// The question stays after an answer.
    pub advance_off: Str,
    /// There is no workbook of last year.
    pub no_previous: Str,
    /// Takes values.
    pub carried: fn(&str) -> String,
    /// Takes values.
    pub carried_changed: fn(&str) -> String,
    /// This is the first question.
    pub first_item: Str,
    /// This is the last question. F2 shows the overview.
    pub last_item: Str,
    /// Every question is answered.
    pub all_answered: Str,
}

/// The search.
#[derive(Debug)]
pub struct SearchWords {
    /// Search.
    pub title: Str,
    /// Words:.
    pub label: Str,
    /// Text of a question, its clause, its number.
    pub hint: Str,
    /// No question matches, and what to do.
    pub nothing: &'static [Str],
    /// Takes values.
    pub count: fn(usize) -> String,
}

/// The list of keys.
#[derive(Debug)]
pub struct HelpWords {
    /// Keys valid here.
    pub keys: Str,
    /// Find:.
    pub search: Str,
    /// Type to narrow the list of keys.
    pub hint: Str,
    /// No key matches, and how the list comes back.
    pub nothing: Str,
    /// More lies below.
    pub more: Str,
}

/// Writing a text.
#[derive(Debug)]
pub struct EditWords {
    /// Remark.
    pub remark: Str,
    /// Why it does not apply.
    pub reason: Str,
    /// Who approved that it does not apply.
    pub approver: Str,
    /// Write your own.
    pub own: Str,
    /// Save and back.
    pub keep: Str,
    /// (write here).
    pub hint: Str,
}

/// The list of evidence.
#[derive(Debug)]
pub struct EvidenceWords {
    /// Evidence.
    pub title: Str,
    /// Choose the documents you looked at, or write your own.
    pub hint: Str,
    /// Takes values.
    pub named: fn(&str) -> String,
    /// Takes values.
    pub dated: fn(&str, &str) -> String,
    /// Takes values.
    pub example: fn(&str) -> String,
    /// Another document.
    pub own: Str,
    /// `[ Back ]`.
    pub done: Str,
    /// Document.
    pub name: Str,
    /// The name of the document.
    pub name_hint: Str,
    /// Date.
    pub date: Str,
    /// The date of the document. May be left empty.
    pub date_hint: Str,
    /// Save.
    pub keep: Str,
}

/// Leaving.
#[derive(Debug)]
pub struct QuitWords {
    /// Leave the program?.
    pub title: Str,
    /// Every answer is saved. You can go on at any time.
    pub saved: Str,
    /// Takes values.
    pub unsaved: fn(usize) -> String,
    /// They are not on the disk yet. They can be kept in another folder, such as on this computer.
    pub unsaved_hint: Str,
    /// Try again to save.
    pub try_again: Str,
    /// Keep them in another folder.
    pub elsewhere: Str,
    /// The whole workbook is copied there.
    pub elsewhere_hint: Str,
    /// Leave without them.
    pub give_up: Str,
    /// Folder.
    pub folder: Str,
    /// A folder on this computer.
    pub folder_hint: Str,
    /// Keep there.
    pub keep: Str,
    /// Writes the copy.
    pub keep_hint: Str,
    /// Goes back.
    pub stay_hint: Str,
    /// The workbook is in that folder already.
    pub taken: Str,
    /// Kept.
    pub kept: Str,
    /// Once the folder works again, choose Merge in the list to bring this copy back.
    pub kept_hint: Str,
    /// Leave.
    pub leave: Str,
    /// Stay.
    pub stay: Str,
}

/// A text found again.
#[derive(Debug)]
pub struct DraftWords {
    /// A text was being written.
    pub title: Str,
    /// Takes values.
    pub found: fn(&str) -> String,
    /// Go on writing.
    pub restore: Str,
    /// Discard.
    pub discard: Str,
}

/// The figures.
#[derive(Debug)]
pub struct FigureWords {
    /// Answered.
    pub response: Str,
    /// Applicable.
    pub applicability: Str,
    /// Implemented.
    pub implementation: Str,
    /// Score.
    pub score: Str,
    /// Band.
    pub band: Str,
    /// Grade.
    pub grade: Str,
    /// Takes values.
    pub critical: fn(u64) -> String,
    /// The grade is set once everything is answered.
    pub no_grade: Str,
}
