//! The English words.

#[path = "en_screens.rs"]
mod screens;

use std::fmt::Display;

use super::label::english;
use super::strings::{
    DraftWords, EditWords, EvidenceWords, FigureWords, FrameWords, HelpWords, KeyLabels, Notices,
    QuitWords, SearchWords, Strings, Titles,
};
use crate::domain::action::Refusal;

/// The English words.
pub const EN: Strings = Strings {
    fiscal_year: |year| format!("FY{year}"),
    refusal: |refusal| match refusal {
        Refusal::Confirmed => "It is confirmed and cannot be changed. Reopen it first.",
        Refusal::NotConfirmed => "It is not confirmed yet. It can be changed as it is.",
        Refusal::NotApplicableClosed => {
            "Not applicable cannot be chosen for this item. Please choose another answer."
        }
        Refusal::ReasonMissing => "Nothing was changed: please give a reason.",
        Refusal::NotSetAside => "This item is not set aside. You can answer it as it is.",
        Refusal::NoPreviousAnswer => {
            "There is no answer of last year to carry over. Please choose this year's."
        }
        Refusal::Incomplete => "Not confirmed: something is still missing. See the list.",
        Refusal::NameMissing => "Not confirmed: please give a name.",
        Refusal::TooLong(limit) => super::limits::too_long(super::Lang::En, limit),
    },
    too_small: |width, height| {
        format!(
            "Please make the window 80x24 or larger (now {width}x{height}). Until then no key but Ctrl+Q (leave) does anything."
        )
    },
    keys: KeyLabels {
        help: english("Help"),
        redraw: english("Redraw the screen"),
        appearance: english("Display settings"),
        save: english("Save now"),
        undo: english("Undo"),
        redo: english("Redo"),
        quit: english("Quit"),
        keep_screen: english("Write the screen's text to a file"),
        copy: english("Copy (done by the terminal)"),
        open: english("Open"),
        up: english("Up"),
        choose: english("Choose"),
        menu: english("Menu"),
        menu_before: english("Menu, left"),
        menu_after: english("Menu, right"),
        first: english("First"),
        last: english("Last"),
        next_field: english("Next, OK"),
        field_after: english("Next field"),
        field_before: english("Field before"),
        choice_before: english("Choice before"),
        choice_after: english("Change choice"),
        back: english("Back"),
        decide: english("OK"),
        decide_or_line: english("OK, new line"),
        yes: english("Yes"),
        no: english("No"),
        remark_and_more: english("Remark etc."),
        item_before: english("Question before"),
        item_after: english("Next question"),
        overview: english("Overview"),
        search: english("Search"),
        answer_1: english("Answer 1"),
        answer_2: english("Answer 2"),
        answer_3: english("Answer 3"),
        answer_4: english("Answer 4"),
        answer_5: english("Answer 5"),
        clear: english("Clear the answer"),
        carry_over: english("Carry over last year"),
        flag: english("Flag for review"),
        clause: english("What the clause is after"),
        advance: english("Switch going on by itself"),
        go_there: english("Go there"),
        page_up: english("Page up"),
        page_down: english("Page down"),
        filter: english("Filter"),
        filter_before: english("Filter before"),
        to_home: english("Home"),
        scroll: english("Scroll"),
        run_key: english("Use this key"),
        keep_and_back: english("Save and back"),
        add_or_edit: english("Add or edit"),
        remove: english("Remove"),
        merge: english("Merge a copy"),
        take_mine: english("Keep this one"),
        take_theirs: english("Take the copy"),
        go_on: english("Next"),
        page_before: english("Before"),
        close: english("Close"),
        next_table: english("Next table"),
        column_before: english("Column before"),
        column: english("Columns"),
        neighbour_before: english("The one before"),
        neighbour: english("Next one"),
        palette: english("Find an action"),
        run: english("Do it"),
        close_help: english("Close, or use the key"),
        caret_left: english("One character left"),
        caret_right: english("One character right"),
        stretch_left: english("To the word before"),
        stretch_right: english("To the word after"),
        line_start: english("To the start of the line"),
        line_end: english("To the end of the line"),
        text_start: english("To the start of the text"),
        text_end: english("To the end of the text"),
        select_all: english("Select all of the text"),
        erase: english("Delete the character before"),
        delete: english("Delete the character after"),
        erase_stretch: english("Delete the word before"),
        erase_to_start: english("Delete everything before"),
        delete_stretch: english("Delete the word after"),
        text_undo: english("Undo in the text"),
        text_redo: english("Redo in the text"),
        row_above: english("Line above"),
        row_below: english("Line below"),
    },
    key_table: super::keys::EN,
    titles: Titles {
        home: "Workbooks",
        setup: "Begin a workbook",
        profile: "About the department",
        walk: "Self-inspection",
        overview: "Overview",
        review: "Review and confirm",
        export: "Export",
        history: "History",
        merge: "Merging a copy",
        taking: "Taking a return slip",
        check: "Checking the checklists",
        clause: "The clause",
        help: "Help",
    },
    frame: FrameWords {
        saved_at: |at| format!("Saved {at}"),
        saved: "Saved",
        saving: "Saving…",
        unsaved: |count| format!("{count} not saved"),
        read_only: "Read only",
    },
    notices: Notices {
        nothing_to_undo: "There is nothing to undo.",
        nothing_to_redo: "There is nothing to redo.",
        undone: "Undone.",
        redone: "Redone.",
        read_only: "Open for reading only, so nothing was changed. Opening it again tells why.",
        not_possible: "This could not be recorded. Saved answers are safe. Please open the workbook again.",
        input_method: "The input method is on. Switch it off first.",
        copy: "Copying is done by the terminal. Ctrl+K writes a file, Ctrl+Q leaves.",
        screen_kept: |path| format!("The text of the screen was written: {path}"),
        save_failed: |why| format!("{why} Your answers are in memory, and saving is tried again."),
        preferences_failed: |why| {
            format!("Your settings could not be kept. Your answers are safe. {why}")
        },
        all_saved: "Everything is saved.",
        save_slow: "The folder does not answer. Your answers are in memory; saving goes on. Please wait.",
        not_applicable_needs_reason: "Not applicable needs a reason. The answer was not changed.",
        advance_on: "The next question comes by itself.",
        advance_off: "The question stays after an answer.",
        no_previous: "Last year's workbook is not in this folder. No answer was changed.",
        carried: |year| format!("Carried over from {year}. Please check that it still holds."),
        carried_changed: |year| {
            format!("Carried over from {year}, but the question has changed. Please read it again.")
        },
        first_item: "This is the first question.",
        last_item: "This is the last question. F2 shows the overview.",
        all_answered: "Every question is answered.",
    },
    home: screens::HOME,
    setup: screens::SETUP,
    profile: screens::PROFILE,
    walk: screens::WALK,
    overview: screens::OVERVIEW,
    review: screens::REVIEW,
    export: screens::EXPORT,
    merge: super::merge::EN,
    taking: super::returning::EN,
    board: super::board::EN,
    history: screens::HISTORY,
    palette: super::palette::EN,
    tour: super::tour::EN,
    search: SearchWords {
        title: "Search",
        label: "Words:",
        hint: "Text of a question, its clause (6(3)②), its number (12, Q06-3a-01).",
        nothing: &[
            "No question matches.",
            "Please use fewer or other words. Kanji and kana are both found.",
        ],
        count: |count| format!("{count} found"),
    },
    help: HelpWords {
        keys: "Keys valid here",
        search: "Find:",
        hint: "Type to narrow the list of keys.",
        nothing: "No key matches. Backspace brings the list back.",
        more: "↓ for more",
    },
    edit: EditWords {
        remark: "Remark",
        reason: "Why it does not apply",
        approver: "Who approved that it does not apply",
        own: "Write your own",
        keep: "Save and back",
        hint: "(write here)",
    },
    writing: super::writing::EN,
    evidence: EvidenceWords {
        title: "Evidence",
        hint: "Choose the documents you looked at, or write your own.",
        named: |name| format!("x {name}"),
        dated: |name, date| format!("{name} ({date})"),
        example: |name| format!("  {name}"),
        own: "Another document",
        done: "[ Back ]",
        name: "Document",
        name_hint: "The name of the document.",
        date: "Date",
        date_hint: "The date of the document. May be left empty.",
        keep: "Save",
    },
    quit: QuitWords {
        title: "Leave the program?",
        saved: "Every answer is saved. You can go on at any time.",
        unsaved: |count| {
            format!(
                "{} could not be saved yet.",
                number_of(count, "answer", "answers")
            )
        },
        unsaved_hint: "If trying again does not help, keep them in another folder, such as on this computer.",
        try_again: "Try again and stay",
        elsewhere: "Keep them in another folder",
        elsewhere_hint: "The whole workbook is copied, unsaved answers included.",
        give_up: "Leave without them (unsaved answers are lost)",
        folder: "Folder",
        folder_hint: "A folder on this computer is best. It is made if needed.",
        keep: "Keep",
        keep_hint: "Writes the copy there.",
        stay_hint: "One step back.",
        taken: "This workbook is in that folder already. Please choose another one.",
        kept: "Kept in another folder.",
        kept_hint: "Once the folder works again, choose Merge in the list to bring this copy back.",
        leave: "Leave",
        stay: "Stay",
    },
    draft: DraftWords {
        title: "A text was being written.",
        found: |at| format!("From when the program ended ({at})."),
        restore: "Go on writing",
        discard: "Discard",
    },
    figures: FigureWords {
        response: "Answered",
        applicability: "Applicable",
        implementation: "Implemented",
        score: "Score",
        band: "Band",
        grade: "Grade",
        critical: |count| {
            let items = number_of(count, "critical item is", "critical items are");
            format!("{items} ×; the grade is capped.")
        },
        no_grade: "The grade is set once everything is answered.",
    },
};

/// Returns a number with what it counts, as one or as several of it.
pub(super) fn number_of<N: Copy + PartialEq + From<u8> + Display>(
    count: N,
    one: &str,
    several: &str,
) -> String {
    let what = if count == N::from(1) { one } else { several };
    format!("{count} {what}")
}
