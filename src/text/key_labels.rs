//! The shape of what keys are called.

use super::label::Label;

/// What keys do, in a few characters.
#[derive(Debug)]
pub struct KeyLabels {
    /// Help.
    pub help: Label,
    /// Write the text of the screen to a file.
    pub keep_screen: Label,
    /// Redraw the screen.
    pub redraw: Label,
    /// How the screen looks.
    pub appearance: Label,
    /// Save now.
    pub save: Label,
    /// Undo.
    pub undo: Label,
    /// Redo.
    pub redo: Label,
    /// Quit.
    pub quit: Label,
    /// Copy (done by the terminal).
    pub copy: Label,
    /// Open.
    pub open: Label,
    /// Up.
    pub up: Label,
    /// Choose.
    pub choose: Label,
    /// Menu.
    pub menu: Label,
    /// Menu, left.
    pub menu_before: Label,
    /// Menu, right.
    pub menu_after: Label,
    /// First.
    pub first: Label,
    /// Last.
    pub last: Label,
    /// Next.
    pub next_field: Label,
    /// Next field.
    pub field_after: Label,
    /// Field before.
    pub field_before: Label,
    /// Choice before.
    pub choice_before: Label,
    /// Change choice.
    pub choice_after: Label,
    /// Back.
    pub back: Label,
    /// OK.
    pub decide: Label,
    /// OK, or a new line.
    pub decide_or_line: Label,
    /// Yes.
    pub yes: Label,
    /// No.
    pub no: Label,
    /// Remark etc.
    pub remark_and_more: Label,
    /// Question before.
    pub item_before: Label,
    /// Prev/next.
    pub item_after: Label,
    /// Overview.
    pub overview: Label,
    /// Search.
    pub search: Label,
    /// Answer 1.
    pub answer_1: Label,
    /// Answer 2.
    pub answer_2: Label,
    /// Answer 3.
    pub answer_3: Label,
    /// Answer 4.
    pub answer_4: Label,
    /// Answer 5.
    pub answer_5: Label,
    /// Clear the answer.
    pub clear: Label,
    /// Carry over last year.
    pub carry_over: Label,
    /// Flag for review.
    pub flag: Label,
    /// What the clause is after.
    pub clause: Label,
    /// Switch going on by itself.
    pub advance: Label,
    /// Go there.
    pub go_there: Label,
    /// Page up.
    pub page_up: Label,
    /// Page down.
    pub page_down: Label,
    /// Filter.
    pub filter: Label,
    /// Filter before.
    pub filter_before: Label,
    /// Home.
    pub to_home: Label,
    /// Scroll.
    pub scroll: Label,
    /// Use this key.
    pub run_key: Label,
    /// Save and back.
    pub keep_and_back: Label,
    /// Add or edit.
    pub add_or_edit: Label,
    /// Remove.
    pub remove: Label,
    /// Merge a copy.
    pub merge: Label,
    /// Take the workbook's own.
    pub take_mine: Label,
    /// Take the copy's.
    pub take_theirs: Label,
    /// Next.
    pub go_on: Label,
    /// Before.
    pub page_before: Label,
    /// Close.
    pub close: Label,
    /// The next table.
    pub next_table: Label,
    /// The column before.
    pub column_before: Label,
    /// Columns.
    pub column: Label,
    /// The one before this.
    pub neighbour_before: Label,
    /// The one beside this.
    pub neighbour: Label,
    /// Find an action.
    pub palette: Label,
    /// Do it.
    pub run: Label,
    /// Close, or use the key.
    pub close_help: Label,
    /// One character left.
    pub caret_left: Label,
    /// One character right.
    pub caret_right: Label,
    /// To the word before.
    pub stretch_left: Label,
    /// To the word after.
    pub stretch_right: Label,
    /// To the start of the line.
    pub line_start: Label,
    /// To the end of the line.
    pub line_end: Label,
    /// To the start of the text.
    pub text_start: Label,
    /// To the end of the text.
    pub text_end: Label,
    /// Select all of the text.
    pub select_all: Label,
    /// Delete the character before.
    pub erase: Label,
    /// Delete the character after.
    pub delete: Label,
    /// Delete the word before.
    pub erase_stretch: Label,
    /// Delete everything before.
    pub erase_to_start: Label,
    /// Delete the word after.
    pub delete_stretch: Label,
    /// Undo in the text.
    pub text_undo: Label,
    /// Redo in the text.
    pub text_redo: Label,
    /// Line above.
    pub row_above: Label,
    /// Line below.
    pub row_below: Label,
}
