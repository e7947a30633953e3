//! The English words of each screen.

use super::number_of;
use crate::domain::completeness::Lack;
use crate::text::screen_strings::{
    ExportWords, HistoryWords, HomeWords, OverviewWords, ProfileWords, ReviewWords, SetupWords,
    WalkWords,
};

pub(super) const HOME: HomeWords = HomeWords {
    folder: |path| format!("Folder {path}"),
    welcome: "Welcome. Let us begin the self-inspection.",
    first_steps: &[
        "1. Choose New, then your city and department.",
        "2. Answer a few questions about the department. Items that cannot apply are left out.",
        "3. Answer one question at a time. Every answer is saved at once.",
        "4. Review, confirm and export the CSV files.",
        "",
        "You may stop at any time and go on later.",
    ],
    year: "Year",
    city: "City",
    department: "Department",
    status: "Status",
    progress: "Answered",
    score: "Score",
    saved: "Saved",
    draft: "Draft",
    confirmed: "Done",
    returned: "Return",
    new: "New",
    export: "Export",
    check: "Check",
    person: "Person",
    appearance: "Display",
    help: "Help",
    quit: "Quit",
    checklists_broken: "The checklists have problems. Choose Check.",
    nothing_to_export: "There is no workbook to export. Begin one with New.",
    read_again: "F5 reads the folder again.",
};

pub(super) const SETUP: SetupWords = SetupWords {
    intro: "A new workbook. Fill in from top to bottom, then choose Begin.",
    city: "City",
    city_hint: "Choose with the arrow keys.",
    year: "Fiscal year",
    year_hint: "Proposed from today. A fiscal year runs from April to March.",
    code: "Department code",
    code_hint: "The number set by the division, such as 0420.",
    department: "Department",
    department_hint: "The name of the department.",
    agency: "Agency",
    agency_hint: "Most departments belong to the mayor.",
    name: "Your name",
    name_hint: "Kept in the record of who answered.",
    title: "Post",
    title_hint: "Such as head of department. May be left empty.",
    begin: "Begin",
    begin_hint: "Enter creates the workbook.",
    needed: |label| format!("Please fill in: {label}."),
    keep: "Save",
    person: "Person",
};

pub(super) const PROFILE: ProfileWords = ProfileWords {
    intro: "About the department. Items that cannot apply are left out.",
    asked: |asked, all| format!("Questions {asked}/{all}"),
    yes_open: " yes ",
    yes_chosen: "[yes]",
    no_open: " no ",
    no_chosen: "[no]",
    begin: "Begin the inspection",
    done: "Back",
    done_hint: "An unanswered question counts as yes. You can change it later.",
    no_note: "Left for yes, right for no. You can change it later.",
};

pub(super) const WALK: WalkWords = WalkWords {
    position: |number, all| format!("Question {number}/{all}"),
    position_aside: "Left out",
    remaining: |open, minutes| {
        if open == 0 {
            "Nothing left".to_owned()
        } else {
            format!("{open} left, about {minutes} min")
        }
    },
    division: "[division]",
    critical: "[critical]",
    interpretive: "[by interpretation]",
    on_site: "[on site]",
    remark: "Remark",
    evidence: "Papers",
    reason: "Reason",
    approver: "Appr.",
    previous: "Before",
    flag: "Flag",
    set_aside: "Aside",
    needed: "(needed) ",
    empty: "(none)",
    examples: |names| format!("e.g. {names}"),
    separator: ", ",
    quoted: |text| format!(" \"{text}\""),
    previous_none: "Not asked last year",
    previous_blank: "No answer",
    wording_same: "Same question as last year",
    wording_changed: "The question has changed",
    carried: "  carried over",
    flagged: "To be looked at again",
    not_flagged: "(none)",
    taken_in: |why| format!("{why} Taken back in. Enter leaves it out."),
    left_out: |why| format!("{why} You need not answer. Enter takes it back in."),
    aside_but_answered: |why| format!("{why} There is an answer, and it counts."),
    not_applicable_closed: "Cannot be chosen here. ",
    to_be_confirmed: "To be checked later (needs a remark)",
    why: "Why",
    report: "Do this now",
    clause: "Clause",
    clause_row: "Clause",
    threats: "Threats",
    tiers: "Tiers",
    respondent: "Answered by",
    provisional: "※ marks a provisional value until the city sets its own.",
};

pub(super) const OVERVIEW: OverviewWords = OverviewWords {
    clause: "Clause",
    response: "Answered",
    implementation: "Implemented",
    score: "Score",
    critical: "Crit.",
    critical_failures: |count| format!("× {count}"),
    not_applicable: "Not applicable",
    aside: "－ set aside",
    open: "   open",
    filter: "Filter",
    filters: [
        "all",
        "returned",
        "open",
        "△×",
        "no remark",
        "flagged",
        "changed",
        "aside",
    ],
    division_part: "The division's own items",
    newer_checklist: "The checklist in force is newer than this one.",
    confirmed: "Confirmed.",
    due: |date, days| {
        if days < 0 {
            format!("Due {date}, {} days ago", -days)
        } else {
            format!("Due {date}, {days} days left")
        }
    },
    correction_due: |date, days| {
        if days < 0 {
            format!("Corrections due {date}, {} days ago", -days)
        } else {
            format!("Corrections due {date}, {days} days left")
        }
    },
    nothing: [
        &["There is no question. F4 changes the filter."],
        &["No question was returned.", "F4 chooses the next filter."],
        &["No question is open.", "Press Tab and choose Review."],
        &["No question is △ or ×.", "F4 goes to the next filter."],
        &["No remark is missing.", "F4 goes to the next filter."],
        &[
            "No question is flagged.",
            "Ctrl+F flags the question in front of you.",
        ],
        &[
            "No question has changed since last year.",
            "They are compared when last year's workbook is in the same folder.",
        ],
        &[
            "No question is left out.",
            "A no to a question about the department leaves out what cannot apply.",
        ],
    ],
    menu: [
        "Go on",
        "Review",
        "Export",
        "History",
        "Department",
        "Search",
        "Actions",
        "Home",
    ],
};

pub(super) const REVIEW: ReviewWords = ReviewWords {
    confirmed: |name, title, at| format!("Confirmed by {name} {title} at {at}"),
    chart: "Scores by article",
    trend: "Year by year",
    lacking: |count| {
        let missing = number_of(count, "thing is", "things are");
        format!("{missing} missing. Enter goes to the question.")
    },
    complete: "Everything is there. Please check and confirm.",
    lack: |lack| match lack {
        Lack::Mark => "no answer",
        Lack::Remark => "no remark",
        Lack::Evidence => "no document",
        Lack::Confirmation => "to be confirmed",
        Lack::Approver => "no approver",
    },
    returned: |reason| format!("Returned or reopened: {reason}"),
    confirm: "Confirm",
    export: "Export the CSV files",
    look: "Look at the answers",
    reopen: "Reopen",
    take_back: "Returned by the division",
    name: "Confirmed by",
    name_hint: "The name of the head of department.",
    go_on: "Next",
    go_on_hint: "You will be asked once more.",
    meaning: "Once confirmed, this is the answer for the year. It cannot be changed until it is returned or reopened.",
    signed: |name, title| format!("Confirmed by {name} {title}"),
    really: "Confirm these answers?",
    not_yet: "Not yet",
    done: "Confirmed. Now export the CSV files.",
    reason: "Reason",
    reason_hint: "Kept in the history.",
    open_again: "It is a draft again.",
};

pub(super) const EXPORT: ExportWords = ExportWords {
    folder: "Folder",
    folder_hint: "A folder. It is made if it does not exist.",
    header: "Headings",
    header_hint: "Japanese for people, ids for programs.",
    header_ja: "Japanese",
    header_en: "Ids",
    write: "Export",
    write_hint: "Enter writes two files. Nothing is overwritten.",
    back: "Back",
    back_hint: "Enter leads back.",
    will_write: |stem, sealed| {
        let ending = if sealed { ".age" } else { "" };
        [
            format!("{stem}_summary.csv{ending}  figures by clause"),
            format!("{stem}_answers.csv{ending}  answers by item"),
        ]
    },
    draft: "Not confirmed yet. The files say draft.",
    read_only: "Open for reading only. The export is not recorded.",
    unsaved: "Some answers are not saved yet. Save them with Ctrl+S first.",
    failed: |why| format!("Not exported. No answer was changed. {why}"),
    written: "Written, read back and checked.",
    renamed: "Files of that name were there, so these have another name.",
    receipt: "Receipt",
    receipt_hint: "Tell this number when you hand over the files.",
};

pub(super) const HISTORY: HistoryWords = HistoryWords {
    count: |count| {
        let records = number_of(count, "record", "records");
        format!("{records}, latest first")
    },
};
