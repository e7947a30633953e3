//! The English words of the line mode.

use super::{Formulas, PlainWords};
use crate::text::en::number_of;

pub(super) const WORDS: PlainWords = PlainWords {
    welcome: "Self-inspection, one line at a time. Type ? for help.",
    help: &[
        "Help",
        "Type a number and press Enter to choose it.",
        "Enter alone keeps what is there and goes on. Nothing is lost.",
        "Every answer is saved at once. When it says Saved, it is on the disk.",
        "At a question, the signs ○ △ × － and their words are answers too.",
        "An item's id, such as Q06-3b-01, leads to that item.",
        "A text ends with an empty line, or with a line of a single full stop.",
        "Where one line is asked for, a single full stop gives up.",
        "To undo, type 8 at a question, then 8 again.",
        "Type quit where a number is asked for to leave. Ctrl+C leaves too. What was saved stays.",
        "Merging copies, redacting and repairing are commands: see tenken --help.",
    ],
    new: "Begin a workbook",
    check: "Check the checklists",
    person: "Change who fills in",
    leave: "Leave",
    count: |count| match count {
        0 => "There are no workbooks yet.".to_owned(),
        1 => "There is 1 workbook.".to_owned(),
        count => format!("There are {count} workbooks."),
    },
    row: |name, state, score| match score {
        Some(score) => format!("{name}, {state}, score {score}"),
        None => format!("{name}, {state}"),
    },
    state: |state, done, asked| format!("{state}, answered {done}/{asked}"),
    list_hint: "Type a number. Enter alone opens workbook 1. ? for help.",
    empty_list_hint: "Type a number. Enter alone begins a workbook. ? for help.",
    value: |label, value| format!("{label}: {value}"),
    field: |label, hint| format!("{label}. {hint}"),
    field_hint: |kept, needed| match (kept, needed) {
        ("", true) => "Type it. A full stop alone gives up.".to_owned(),
        ("", false) => {
            "Type it. Enter alone leaves it empty. A full stop alone gives up.".to_owned()
        }
        (kept, _) => {
            format!("Type it. Enter alone takes \"{kept}\". A full stop alone gives up.")
        }
    },
    not_understood: |typed| format!("\"{typed}\" is no choice here. Nothing was changed."),
    no_text: "This is no text. Please set the terminal to UTF-8 and type it again.",
    too_long: "This is too long. Nothing was changed. Please type it in shorter lines.",
    saved: |at, what| format!("Saved at {at}. {what}"),
    same: "As before. Nothing was changed.",
    begun: "The workbook was begun.",
    begin_hint: "Type 1 or 2. Nothing was made yet.",
    do_not_begin: "Do not begin",
    proposed_hint: |number| format!("Type a number. Enter alone takes {number}. 0 gives up."),
    keep_hint: "Type a number. Enter alone leaves it as it is.",
    save_again: "Try again to save",
    give_up: "Do without this (what could not be saved is lost)",
    given_up: "Not saved. The answer is as it was before.",
    kept_hint: "Once the folder works again, bring this copy back with tenken merge.",
    rescue_hint: "Type a number. Enter alone tries again.",
    draft_kept: "The text being written was kept for the next time.",
    draft_not_kept: "The text being written could not be kept.",
    draft_stays: "The text is still kept for the next time.",
    draft_of_no_item: "Its question is not in this checklist. It cannot be recorded.",
    draft_first: |label| {
        format!("{label}: not yet. Please record or discard the text found first.")
    },
    recorded_now: "Recorded now",
    keep_draft: "Record this text",
    later_hint: "Type a number. Enter alone keeps it and asks again next time.",
    profile_question: |number, all, question| format!("Department {number}/{all}. {question}"),
    profile_hint: "Type 1 or 2. Enter alone leaves it and goes on. 0 ends the questions.",
    recorded: |text| format!("{text} (recorded)"),
    example: |text| format!("{text} (example)"),
    position: |number, all, left| {
        if left == 0 {
            format!("Question {number}/{all}, nothing left")
        } else {
            format!("Question {number}/{all}, {left} left")
        }
    },
    item: |place, id, tags| format!("{place}. {id} {tags}"),
    choice: |name, criterion, recorded| {
        let recorded = if recorded { " (recorded)" } else { "" };
        format!("{name}{recorded}: {criterion}")
    },
    item_hint: "1-5 answer. Enter next, 6 remark, 7 evidence, 8 more, 9 back, 0 menu, ? help",
    aside_hint: "1 to answer. Enter next, 8 more, 9 back, 0 menu, ? help",
    previous: |mark, text, same, carried| format!("{mark}{text}. {same}. {}", carried.trim()),
    take_in: "Take it back in and answer it",
    leave_out: "Leave it out again",
    taken_in: |why| format!("{why} Taken back in."),
    left_out: |why| format!("{why} You need not answer it."),
    remark: "Remark",
    evidence: "Evidence",
    reason: "Write why it does not apply",
    approver: "Write who approved that it does not apply",
    more: "Something else",
    before: "Question before",
    menu: "Menu",
    flag: "Flag it, to be looked at again",
    unflag: "Take the flag away",
    carry_over: "Carry over last year's answer",
    background: "Read why it is asked, the clause and the threats",
    clear: "Clear the answer",
    jump: "Go to another question",
    undo: "Undo",
    redo: "Redo",
    more_choice_hint: "Type a number. Enter alone goes back.",
    jump_hint: |count| {
        format!(
            "Type a number from 1 to {count}, an id, or words of a question. Enter alone goes back."
        )
    },
    last_item: "That was the last question.",
    write: |label| format!("Writing: {label}."),
    write_hint: |choices, one_line| match (choices, one_line) {
        (_, true) => "Type one line. Enter alone leaves it as it is.",
        (0, false) => "Type the text. An empty line ends it. Enter alone leaves it as it is.",
        (_, false) => "Type a number or a text. An empty line ends it. Enter leaves it as it is.",
    },
    replaces_text: "What you write takes the place of this text.",
    add_text: "Add to the text",
    pasted: "The lines behind the empty line were taken into the text.",
    remove_text: "Remove the text",
    evidence_hint: "Type a number, recorded ones to change them, or a document. Enter ends.",
    rename: "Change name and date",
    take_off: "Take it off",
    back: "Back",
    many_hint: |left| match left {
        0 => "A number leads to its question. Enter alone goes back.".to_owned(),
        left => format!(
            "A number leads to its question. Enter alone goes on, {left} more. 0 goes back."
        ),
    },
    more_hint: |left| {
        let left = number_of(left, "more line", "more lines");
        format!("Enter alone goes on, {left}. 0 goes back.")
    },
    lists: "Lists of questions",
    counted: |label, count| format!("{label}: {count}"),
    listed: |id, state, text| format!("{id}, {state}: {text}"),
    go_on: "Go on answering",
    figures: "Figures and how they are reckoned",
    by_clause: "Figures by clause",
    to_list: "Back to the list of workbooks",
    menu_hint: "Type a number. Enter alone goes on answering. ? for help.",
    lacking: |count| {
        let missing = number_of(count, "thing is", "things are");
        format!("{missing} missing before confirming.")
    },
    review_hint: "Type a number. Enter alone goes to the menu.",
    really_hint: "2 confirms. Enter alone does not confirm yet.",
    not_confirmed: "Not confirmed.",
    header_hint: "Type a number. Enter alone takes 1. 0 gives up.",
    seal_hint: |number| format!("Type a number. Enter alone takes {number}. 0 gives up."),
    passphrase_file: "with a passphrase from a file",
    passphrase_file_hint: "The name of a file with the passphrase as its first line. Typed here, it could be seen or read aloud.",
    look: |count| {
        let places = number_of(count, "place", "places");
        format!("Please look before exporting ({places}).")
    },
    look_hint: "The number of a question leads there. Enter alone goes back without writing.",
    will_write: "These files will be written. Nothing is overwritten.",
    do_not_write: "Do not write",
    write_files_hint: "1 writes them. Enter alone goes back without writing.",
    not_written: "Nothing was written.",
    formulas: Formulas {
        line: |label, value, formula| format!("{label} {value}. {formula}"),
        rate: |percent, counts| format!("{percent}% ({counts})"),
        no_value: "none",
        no_grade: "none yet",
        response: "Of all questions, those not left open; not applicable ones count.",
        applicability: "Of all questions, those that apply.",
        implementation: "○ ÷ (○ + △ + × + ？).",
        worth: |symbol, worth| format!("{symbol} is {worth}"),
        separator: ", ",
        score: |worths| {
            format!(
                "{worths}; their average, weighed by question, of 100. Not applicable and open ones are left out."
            )
        },
        band: "The score if everything open and every ？ were ×, and if they were ○.",
        from: |grade, from| format!("{grade} from {from}"),
        grade: |grades, cap| {
            format!("{grades}. With a × on a critical question it is {cap} at best.")
        },
        scope: |name, answered, implementation, score, failures| {
            let critical = if failures == 0 {
                String::new()
            } else {
                format!(", critical × {failures}")
            };
            format!(
                "{name}: answered {answered}, implemented {implementation}, score {score}{critical}"
            )
        },
    },
};
