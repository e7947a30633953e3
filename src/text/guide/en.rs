//! What screens and fields are for, in English.

use super::{Str, Topic, WalkField};

pub(super) const FIGURES_HEADING: Str = "How the figures are made";

pub(super) const FIGURES: [(Str, Str); 7] = [
    ("Answered", "questions answered or left out ÷ all questions"),
    ("Applicable", "questions not left out ÷ all questions"),
    ("Implemented", "○ ÷ all of ○ △ × ？"),
    (
        "Score",
        "value × weight ÷ weight × 100, summed; usually ○ 1, △ 0.5, × ？ 0",
    ),
    (
        "Band",
        "the score if every open question and ？ became × or ○",
    ),
    (
        "Crit.",
        "critical items that are ×; one of them caps the grade",
    ),
    ("Grade", "set by the score once everything is answered"),
];

#[expect(clippy::too_many_lines, reason = "one arm for each place")]
pub(super) const fn lines(topic: Topic) -> &'static [Str] {
    match topic {
        Topic::Walk(field) => walk(field),
        Topic::Writing(field) => writing(field),
        Topic::Tour => &[
            "An introduction for the first start.",
            "Enter goes on, Esc closes it. Nothing is written.",
        ],
        Topic::Home => &[
            "The workbooks of this folder.",
            "Choose one with ↑ ↓ and open it with Enter. You go on where you stopped.",
            "For a new department press Tab and choose New below.",
            "Actions, below, finds everything that can be done.",
        ],
        Topic::Setup => &[
            "Here a department's workbook is begun.",
            "Fill in from top to bottom, then press Enter on Begin.",
            "Nothing is written before that. Esc leads back to the list.",
        ],
        Topic::Appearance => &[
            "Here the screen is made to read well. No answer is touched.",
            "Left and right choose; it changes at once and is remembered.",
            "Where the lines of the sample are not straight, change the width.",
        ],
        Topic::Profile => &[
            "Questions about the work and the equipment of the department.",
            "Left for yes, right for no.",
            "A no leaves out the questions that cannot apply.",
            "What is not answered counts as yes. All can be changed later.",
        ],
        Topic::Overview => &[
            "The whole inspection, and how far every clause is.",
            "Enter on a clause goes to its questions.",
            "F4 lists only open questions, only △ and ×, and so on.",
            "When done, press Tab and choose Review below.",
        ],
        Topic::Review => &[
            "What is still missing before you can confirm.",
            "Enter on a line goes to its question.",
            "Once nothing is missing, Confirm appears.",
            "Confirmed, these are the department's answers of the year.",
        ],
        Topic::Confirmed => &[
            "This workbook is confirmed. Its answers cannot be changed.",
            "Export the CSV files to hand them in.",
            "To change something yourself, reopen it with a reason.",
            "When the division returned it, choose Take a return slip.",
        ],
        Topic::Export => &[
            "Makes the two CSV files that the division gets.",
            "Check the folder, then press Enter on Export.",
            "No file is overwritten, and no answer changes.",
            "Tell the receipt number when you hand them over.",
        ],
        Topic::Look => &[
            "Some texts hold what should rarely leave the department.",
            "Enter on a line goes to its question, where it can be mended.",
            "To export all the same, give a reason. It is kept in the history.",
        ],
        Topic::Merge => &[
            "Takes over a copy that was answered elsewhere.",
            "Where both differ, you choose which one holds.",
            "Nothing is written before you choose Merge at the end.",
            "The copy stays as it is.",
        ],
        Topic::Taking => &[
            "Takes the file the division hands over when it returns a workbook.",
            "Enter on a file shows which items it names, and why.",
            "Taking it makes the workbook a draft again and opens the first item.",
            "No answer changes. Once corrected, confirm and export again.",
        ],
        Topic::History => &[
            "Who changed what, and when; the latest first.",
            "Enter on a line goes to its question.",
            "The history is only to be read.",
        ],
        Topic::Page => &[
            "A page to read. ↑ ↓ and PgUp PgDn scroll.",
            "Esc leads back. Nothing changes.",
        ],
        Topic::Evidence => &[
            "The names of the documents behind an answer.",
            "Enter on an example adds it. You can also write your own.",
            "Only name and date are kept, not the document.",
            "Delete removes one. Esc leads back to the question.",
        ],
        Topic::Fields => &[
            "Fill in the fields, then press Enter on the button below.",
            "Esc leads back and changes nothing.",
        ],
        Topic::Question => &[
            "A question before going on. Choose with ↑ ↓ and press Enter.",
            "Esc leads back and changes nothing.",
        ],
        Topic::Search => &[
            "Finds a question and goes there.",
            "Type words of the question, a clause, or a number.",
            "12 puts question 12 first.",
        ],
        Topic::Desk => &[
            "What was handed in, by department, clause, item and year.",
            "F2 changes the table. ↑ ↓ choose a row, ← → a column, Enter leads on.",
            "Below stand the figure in full, and the file and rows it comes from.",
            "In the heat map the fullest sign is the lowest score; decimals are cut.",
            "A change in brackets is over items asked as last year only.",
        ],
        Topic::Department => &[
            "One department: its clauses, its open points, every answer.",
            "← → lead to the departments beside it, F2 changes the table.",
            "Enter on an answer reads its row in the file handed in.",
            "What came lists earlier and repeated files too.",
        ],
        Topic::Item => &[
            "Who answered one question how.",
            "← → lead to other questions, F2 shows only △ × ？.",
            "Enter reads the row in the file handed in.",
        ],
        Topic::Find => &[
            "Finds departments and questions of what was collected.",
            "Type a name, a code, words of a question, or a clause.",
            "Enter leads there.",
        ],
        Topic::Collect => &[
            "Checks the files of all departments and puts them together.",
            "A trial comes first and writes nothing.",
            "A bad file stops nothing; the ledger says why.",
            "For encrypted files a passphrase or a key is asked for.",
            "Esc stops it, also while it writes; all is then as it was.",
            "With a roster (departments.csv) you see who is missing.",
        ],
        Topic::Returns => &[
            "Makes return slips for departments that must correct something.",
            "Drafts, altered files and others that do not count get one in any case.",
            "To return items, write the proposed ones and edit them in a spreadsheet.",
            "Hand the page (HTML) and the file (RON) to the department.",
            "Its program opens the file and makes the workbook a draft again.",
        ],
        Topic::Roster => &[
            "The roster, departments.csv. It cannot be changed here.",
            "Change it in a spreadsheet, save it, and choose Read again.",
            "A row with ! has a problem; choose it and read why below.",
            "F4 narrows the list. 0420 ← 0410 is 0420, which came from 0410.",
        ],
        Topic::Palette => &[
            "Finds what can be done by its name, and does it.",
            "A number goes to that question.",
            "What is not possible now says why.",
        ],
    }
}

const fn walk(field: WalkField) -> &'static [Str] {
    match field {
        WalkField::Choice => &[
            "Here you answer. Choose what fits the department as it is now.",
            "↑ ↓ choose, Enter takes the answer. 1 to 5 answer as well.",
            "It is saved at once, and the next open question comes.",
            "△ × ？ need a remark, － (not applicable) needs a reason.",
            "In doubt take ？ and change it later. Ctrl+Z takes back.",
        ],
        WalkField::Included => &[
            "The facts about the department leave this question out.",
            "You need not answer it, and it does not count.",
            "If it does apply, Enter takes it back in.",
        ],
        WalkField::Remark => &[
            "The remark. Enter begins to write.",
            "For △ and × say what is lacking, and by when it will be mended.",
            "For ？ say what has to be checked.",
            "Remarks are in the CSV files: no individual numbers, no passwords.",
        ],
        WalkField::Evidence => &[
            "The documents behind the answer. Enter chooses them.",
            "Only name and date are kept, not the document.",
            "Questions of great weight need one before you can confirm.",
        ],
        WalkField::Reason => &[
            "Why the question does not apply. Enter begins to write.",
            "Say in a few words why it cannot apply here.",
            "Without a reason it is not taken as not applicable.",
        ],
        WalkField::Approver => &[
            "Who approved that a critical question does not apply.",
            "Enter begins to write: post and name.",
            "It is needed before you can confirm.",
        ],
        WalkField::Previous => &[
            "The answer of last year to the same question.",
            "If it still holds, Enter takes over answer and remark.",
            "Documents are not taken over: name those of this year.",
            "Where the question has changed, please read it again.",
        ],
        WalkField::Flag => &[
            "A flag for looking again later. Enter sets it or takes it away.",
            "The filter of the overview lists flagged questions.",
            "It has no influence on the score.",
        ],
        WalkField::Clause => &[
            "The clause of the policy behind this question.",
            "Enter shows what it is after, the threats and the tiers.",
        ],
    }
}

const fn writing(field: WalkField) -> &'static [Str] {
    match field {
        WalkField::Reason => &[
            "Write why the question does not apply.",
            "Esc, or Save and back, saves the text.",
            "Enter is a new line. An empty reason changes nothing.",
        ],
        WalkField::Approver => &[
            "Write post and name of who approved that it does not apply.",
            "Esc, or Save and back, saves the text.",
        ],
        _ => &[
            "Write the remark. A proposal above can be taken and added to.",
            "Esc, or Save and back, saves the text. Enter is a new line.",
            "What is being written is kept as a draft after a short pause.",
            "Please write no individual numbers and no passwords.",
        ],
    }
}
