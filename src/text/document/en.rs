//! The English words of the report.

use super::super::en::number_of;
use super::{ColumnWords, DocumentWords, Headings, PartWords};

/// The English words.
pub(super) const EN: DocumentWords = DocumentWords {
    language: "en",
    title: "Information security self-inspection: report",
    subject: |municipality, year| format!("{municipality}, {year}"),
    municipalities: |count| number_of(count, "municipality", "municipalities"),
    internal: "庁内限り (internal)",
    internal_meaning: "Holds the results of single departments. Do not pass it on.",
    public: "公表用 (public)",
    public_meaning: "Totals only. No departments and no single answers.",
    made: |day| format!("Made on {day}"),
    by: "The division in charge of the inspection",
    comma: ", ",
    contents: "Contents",
    hidden_note: |departments, answers| {
        format!(
            "＊ is a hidden figure: of fewer than {departments} departments or {answers} answers, or one that would give such a figure away by subtraction."
        )
    },
    headings: Headings {
        summary: "Summary",
        submission: "Submission",
        clauses: "Results by clause",
        map: "Departments and clauses",
        items: "Questions most often ×",
        years: "Compared with last year",
        again: "× again",
        open: "What is to be mended",
        questions: "Answers that deserve a question",
        lineage: "Reorganised departments",
        method: "How it is counted",
        version: "Versions and receipts",
    },
    columns: ColumnWords {
        code: "Code",
        department: "Department",
        agency: "Agency",
        state: "State",
        count: "Number",
        confirmed: "Confirmed at",
        confirmed_by: "Confirmed by",
        score: "Score",
        implementation: "Implemented",
        response: "Answered",
        applicability: "Applicable",
        change: "Change",
        change_alike: "Asked alike",
        file: "File",
        reason: "Why, and what to do",
        clause: "Clause",
        departments: "Departments",
        items: "Questions",
        answers: "Answers",
        item: "Item",
        question: "Question",
        critical: "Critical",
        flags: "Flags",
        mark: "Mark",
        previous: "Last year",
        again: "Again",
        remark: "Remark",
        failed: "Share of ×",
        not_applicable: "Share of －",
        to_be_confirmed: "？",
        year: "Year",
        score_before: "Score last year",
        score_alike: "Asked alike",
        score_alike_before: "Asked alike, last year",
        what: "Kind",
        replaced: "Replaces",
        predecessors: "Last year's departments",
        compared: "Compared with",
        name: "Name",
        value: "Value",
        formula: "Formula",
        receipt: "Receipt",
        head: "Head of the journal",
        row: "Row",
        part: "part",
        whole: "whole",
        band: "band",
        rank: "Rank",
        deviation: "Deviation value",
        explanation: "Explanation",
    },
    parts: PartWords {
        results: "Results",
        steps: "What is next",
        shares: "Answers",
        shares_described: "The answers that count, divided into implemented, partly, not implemented, to be confirmed, blank and not applicable.",
        whole: "All",
        submitted: "Departments that handed in",
        no_roster: "no roster",
        critical: "Critical items ×",
        in_departments: |count| {
            let departments = number_of(count, "department", "departments");
            format!("in {departments}")
        },
        again: "× again",
        change: "Since last year",
        alike: |change| format!("{change} over questions asked alike"),
        over: |count| number_of(count, "department", "departments"),
        states: "Submissions by state",
        board: "Departments: submission and score",
        doubtful: "Submissions not counted",
        doubtful_none: "None. Everything received counts.",
        row: |row| format!("row {row}"),
        ledger: "Ledger",
        chart: "Score by clause",
        chart_described: |before| {
            if before {
                "Bars are this year's scores, lines across them last year's. The right end is 100."
                    .to_owned()
            } else {
                "Bars are this year's scores. The right end is 100.".to_owned()
            }
        },
        clauses: "Figures by clause",
        tiers: "Figures by tier",
        map: "Scores of departments by clause",
        map_described: "Numbers are scores. The darker, the sooner to be looked at.",
        failed_most: "Questions with most ×",
        every_item: "Figures by question",
        failed_none: "No question is ×.",
        none: "None.",
        trend: "Score over years",
        trend_described: "The score of all by year, with the departments it is over.",
        no_past: "Nothing was handed in for last year, so nothing is compared.",
        two_years: "Compared with last year by clause",
        two_years_described: |departments, alike| {
            let departments = number_of(departments, "department", "departments");
            let questions = number_of(alike, "question", "questions");
            format!(
                "\u{201c}Asked alike\u{201d} is over {departments} that handed in for both years and {questions} whose wording is the same."
            )
        },
        moved: "Changes of answers",
        revised: "Changes of questions",
        revised_none: |count| {
            let questions = number_of(count, "question is", "questions are");
            format!("All {questions} asked as last year.")
        },
        new: "New",
        reworded: "Reworded",
        split: "Replaces others",
        withdrawn: "Withdrawn",
        continued: "Questions × this year and last",
        again_here: "again",
        continued_none: "No answer is × this year and last.",
        open_described: |count| {
            let answers = number_of(count, "answer is", "answers are");
            format!(
                "{answers} △, × or ？. Those with × are listed here, critical items first; report.xlsx lists all."
            )
        },
        open_counts: "Departments",
        open_failed: "Answers ×",
        open_all: "All that is to be mended",
        lineage: "Departments of last year",
        lineage_described: "Merged, divided and renamed departments are joined to last year by the roster's predecessor codes. Departments not listed are compared with the same code.",
        lineage_none: "No department was reorganised. Each is compared with the same code.",
        nothing_before: "nothing last year",
        formulas: "Terms and formulas",
        rules: "Rules of counting",
        public_rules: "Rules of the public edition",
        versions: "Versions",
        program: "Program",
        edition: "Edition of the policy",
        checklist: "Digest of the checklist",
        receipts: "Receipts",
        receipts_described: "A receipt is computed from the content of the two files handed in. Where it is the number the department kept, nothing has changed.",
        year_before: "Last year",
        this_year: "This year",
        critical_item: "critical",
        rest_on_sheet: |count| format!("{count} more are in report.xlsx."),
        bands: "Bands of scores",
        no_value: "blank",
        ranks_described: |response, ranked, deviation| {
            format!(
                "Departments that answered {response}% or more are ranked by score; n is how many. Fewer than {ranked} are not ranked. Deviation values are given from {deviation} departments on."
            )
        },
        questions_described: |count| {
            let answers = number_of(count, "answer", "answers");
            format!(
                "{answers} to ask the departments about. None of them is known to be wrong. All are in report.xlsx."
            )
        },
        questions_all: "Answers to ask about",
    },
    band: |from, below| match (from, below) {
        (from, None) => format!("{from} or more"),
        (0, Some(below)) => format!("below {below}"),
        (from, Some(below)) => format!("{from} to below {below}"),
    },
    formulas: &[
        ("Answered", "(questions − blank) ÷ questions"),
        ("Applicable", "(questions − not applicable) ÷ questions"),
        ("Implemented", "○ ÷ (○ + △ + × + ？)"),
        (
            "Score",
            "100 × Σ (weight × worth) ÷ Σ weight over ○ △ × ？; worth ○ 1, △ ½, × 0, ？ 0",
        ),
        (
            "Share of ×",
            "departments with × ÷ departments without － and blank",
        ),
        (
            "Change",
            "this year's score − last year's, as displayed with one decimal",
        ),
    ],
    rules: &[
        "Names and formulas are those of this inspection, not an official definition.",
        "Rates and scores are rounded half up to one decimal. A rate always has its part and whole beside it.",
        "Without a denominator there is ―, neither 0 nor 100.",
        "The score of several departments is no mean of scores: all their answers are taken as one.",
        "Of the confirmed submissions of a department only the latest counts.",
        "A department that was divided off is compared with the one it came from; a merged one with all it came from together.",
        "\u{201c}Asked alike\u{201d} means that the hash of question and criteria is the same in both years.",
        "Changes of answers are counted for each department that one came from; what is × again is counted once.",
    ],
    public_rules: &[
        "There are no names of departments, results of single questions, remarks, persons or receipts in it.",
        "Figures of few departments or few answers are hidden, and so is what would give them away by subtraction.",
    ],
};
