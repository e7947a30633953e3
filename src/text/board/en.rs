//! The English words of the division's screens.

use super::{BoardWords, CollectWords, RosterWords, SealedWords};
use crate::format::sealing::OpenFault;
use crate::text::en::number_of;
use crate::text::returning::MAKING_EN;

/// The English words.
pub(in crate::text) const WORDS: BoardWords = BoardWords {
    title: "Division",
    counted: |counted, all| format!("in {counted}/{all}"),
    views: ["Submission", "Heat map", "Items", "Years"],
    search: "Search",
    filter: "Filter",
    source: "Source",
    back: "Back",
    of_all: "Of all departments",
    shown: |shown, all| format!("{shown} of {all}"),
    department: "Department",
    state: "State",
    score: "Score",
    change: "Change (alike)",
    total: "Total",
    legend: "Points",
    from: |points| format!("{points}+"),
    below: |points| format!("<{points}"),
    critical: "critical ×",
    not_applicable: "n/a",
    nothing: "not in",
    not_asked: "blank: not asked",
    last_year: |all, alike| format!("since last year {all}, over items asked alike {alike}"),
    no_last_year: "no answers of last year",
    rows_of: |file, first, last| {
        if first == last {
            format!("Source {file} row {first}")
        } else {
            format!("Source {file} rows {first}–{last}")
        }
    },
    item: "Item",
    clause: "Clause",
    implemented: "Done",
    question: "Question",
    departments: "Departments in",
    none_shown: [
        "No department passes this filter.",
        "F4 changes the filter.",
    ],
    see_came: "It is not counted. Its files and the reasons stand under What came.",
    others: |count| format!("others {count}"),
    none_counted: [
        "Nothing that counts was handed in yet.",
        "The table Submission tells the state of what came.",
    ],
    any_state: ["all", "those that count", "those that must act"],
    any_agency: "all",
    agency: "Agency",
    answers: [
        "all",
        "with △ × ？",
        "with ×",
        "with × on a critical item",
        "with items to check",
        "worse than last year",
        "better than last year",
    ],
    answers_label: "Answers",
    apply: "Show these",
    clear: "Show everybody",
    search_hint: "Department or code, words or number of a question",
    nothing_found: ["No department or question matches.", "Try a shorter word."],
    parts: ["Clauses", "To do", "All answers", "What came"],
    trend: "Years",
    this_year: "This year",
    year_before: "Last year",
    confirmed: |at, by| format!("confirmed {at} {by}"),
    confirmed_at: "Confirmed",
    receipt: "Receipt",
    no_open_points: "There are no answers △ × ？.",
    no_remark: "no remark",
    remark: "Remark",
    before_mark: "Before",
    since: "Since last year",
    item_parts: ["All departments", "To do only"],
    critical_item: "critical",
    file_row: |file, row| format!("{file} row {row}"),
    files: "Files",
    behind: "Rows behind this figure",
    keep_page: "Ctrl+K writes this screen to a file.",
    row_gone: "The row is not there. Collecting again numbers the rows anew.",
    opening: "Reading what was collected",
    progress: |done, all| format!("{done} of {all} files"),
    collected: "What was collected",
    folder: "Folder",
    folder_hint: "Where the result was collected, such as collected/2026",
    open: "Open",
    opened_behind: "What was collected is read. Open it from the first screen.",
    roster: RosterWords {
        title: "Roster",
        division: "Division:",
        filters: ["All", "In force", "Problems"],
        on: |day| format!("in force on {day}"),
        menu: ["Day", "Search", "Write template", "Read again", "Back"],
        headings: ["Code", "Department", "Agency", "In force", "Came from"],
        counted: |all, problems| {
            if problems == 0 {
                format!("{all} departments, no problems")
            } else {
                format!("{all} departments, problems: {problems}")
            }
        },
        missing: [
            "There is no roster (departments.csv) in this folder yet.",
            "With one, you see who has not handed in, and reorganised departments are compared with last year.",
            "Write template makes a file with headings and an example.",
        ],
        edit: "To change it, open departments.csv in a spreadsheet, save it, and choose Read again.",
        sound: "Nothing is wrong with this department.",
        written: |path| format!("Wrote the template. Open it in a spreadsheet: {path}"),
        day: "Day",
        day_hint: "Such as 2026-04-01.",
        bad_day: "This is not a day. Write it as 2026-04-01.",
        show: "Show",
        search: "Search",
        search_hint: "A part of the code or name; nothing shows all.",
        searched: |text| format!("\"{text}\""),
        nothing: "No department is in this list.",
    },
    returns: MAKING_EN,
    collect: CollectWords {
        title: "Collect what was handed in",
        short: "Collect",
        intro: [
            "The files of all departments are checked and put together. They stay as they are.",
            "A trial comes first. It writes nothing.",
        ],
        from: "Received",
        from_hint: "Folders, files, zips; divide several with ;",
        year: "Year",
        year_hint: "The fiscal year of the workbooks.",
        previous: "Earlier",
        previous_hint: "Last year's collected folder or files; leave it empty without.",
        to: "Result",
        to_hint: "The folder of the result; the same year can be added to any time.",
        look: "Try",
        look_hint: "Only reads and checks. Nothing is written.",
        back: "Back",
        needed: "Please name the folder of what was received.",
        reading: "Reading and checking",
        writing: "Writing",
        stop: "Esc stops.",
        stopped: "Stopped. Nothing was written.",
        stop_writing: "Esc stops, and leaves everything as it was.",
        stopping: "Stopping",
        left: "Stopped while writing. Everything is as it was before.",
        done: ["Collected.", "Enter shows the result."],
        how: "To collect, go to \"Collect like this\" with Home and press Enter.",
        sealed: SealedWords {
            title: "Encrypted files",
            found: |count| {
                let files = number_of(count, "file is encrypted", "files are encrypted");
                format!("{files}. What is not opened stands in the ledger as unreadable.")
            },
            more: |count| format!("{count} more"),
            way: "Open with",
            way_hint: "← → choose.",
            ways: ["a passphrase", "a file of secret keys"],
            passphrase: "Passphrase",
            passphrase_hint: "As the department told you. It is not shown, and kept nowhere.",
            keys: "Secret keys",
            keys_hint: "The division's file of secret keys: the one without .pub.",
            open: "Open and check",
            open_hint: "Opens them and reads again. Nothing is written yet.",
            without: "Go on without",
            without_hint: "They stand in the ledger as unreadable, and can be added later.",
            change: "Change the fields",
            needed: "Please give a passphrase or a file of keys.",
            wrong: |fault| match fault {
                OpenFault::WrongKey => {
                    "This key does not open them. Ask the department which key was used."
                }
                OpenFault::TakesPassphrase => {
                    "They take a passphrase, not a key. Choose \"a passphrase\"."
                }
                OpenFault::TakesKey => {
                    "They take a key, not a passphrase. Choose \"a file of secret keys\"."
                }
                _ => "This passphrase does not open them. Check capitals and wide letters.",
            },
            some: |opened, left| {
                let files = number_of(opened, "file", "files");
                format!("Opened {files}. The other {left} take something else.")
            },
        },
        planned: "This is a trial. Nothing is written yet.",
        goes_to: |to| format!("Results go to: {to}"),
        collect: "Collect like this",
        change: "Change the fields",
        written: |count, to| format!("Collected. Tables and report written: {count}, in {to}"),
        open: "Open",
    },
};
