//! Where keys mean something and what they can ask for. What becomes of it is each place's business.

/// Where a key means something.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Scope {
    /// Everywhere.
    Global,
    /// The list of workbooks.
    Home,
    /// A form with fields.
    Form,
    /// The questions about the department.
    Profile,
    /// The walk through the items.
    Walk,
    /// The overview.
    Overview,
    /// The review before confirming.
    Review,
    /// The export.
    Export,
    /// Merging a copy.
    Merge,
    /// What was collected.
    Desk,
    /// A department or an item of what was collected.
    Detail,
    /// The roster.
    Roster,
    /// The history.
    History,
    /// A page of text to scroll.
    Pager,
    /// The list of keys.
    Help,
    /// A field with a text, wherever it stands.
    Text,
    /// A text being written.
    Edit,
    /// The list of evidence.
    Evidence,
    /// A question with two answers.
    Confirm,
    /// The search.
    Search,
    /// Finding an action.
    Palette,
    /// The first start.
    Tour,
}

/// What a key asks for. What it does is the scope's business.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Action {
    /// Decide, open, go on.
    Enter,
    /// One level back.
    Back,
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// To the left, or the choice before.
    Left,
    /// To the right, or the choice after.
    Right,
    /// The field after.
    NextField,
    /// The field before.
    PreviousField,
    /// The page or item before.
    PageUp,
    /// The page or item after.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// Answer with the mark of this number.
    Mark(u8),
    /// Take the mark away.
    Clear,
    /// Show the keys.
    Help,
    /// Find an action.
    Palette,
    /// Show the overview.
    Overview,
    /// Search.
    Search,
    /// The next filter, or the clause behind a question.
    Filter,
    /// Adjust how the screen looks.
    Appearance,
    /// Draw everything anew.
    Redraw,
    /// Save now.
    Save,
    /// Take the last action back.
    Undo,
    /// Repeat what was taken back.
    Redo,
    /// Leave the program.
    Quit,
    /// Tell that copying is the terminal's business.
    Copy,
    /// Write the text of the screen to a file.
    KeepScreen,
    /// Take over last year's answer.
    CarryOver,
    /// Flag for review.
    Flag,
    /// Switch going on by itself on or off.
    Advance,
    /// Merge a copy.
    Merge,
    /// The next table.
    NextTable,
    /// Find a department or a question.
    Find,
    /// Something within the text of a field.
    Text(Caret),
}

/// What a key asks for within the text of a field.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Caret {
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// To the stretch before.
    StretchLeft,
    /// To the stretch after.
    StretchRight,
    /// To the beginning of the line.
    LineStart,
    /// To the end of the line.
    LineEnd,
    /// To the beginning of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
    /// Select the whole text.
    SelectAll,
    /// Delete the character before.
    Erase,
    /// Delete the character after.
    Delete,
    /// Delete the stretch before.
    EraseStretch,
    /// Delete the stretch after.
    DeleteStretch,
    /// Delete everything before, up to the beginning of the line that was written.
    EraseToStart,
    /// Take the last step back.
    Undo,
    /// Repeat what was taken back.
    Redo,
}
