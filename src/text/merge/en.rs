//! The English words of merging.

use super::MergeWords;
use crate::domain::merge::MergeRefusal;

pub(in crate::text) const WORDS: MergeWords = MergeWords {
    intro: &[
        "Merges a copy that was answered elsewhere into this workbook.",
        "The copy stays as it is. Where both say different things you choose, one by one.",
    ],
    path: "The copy",
    path_hint: "A file or a folder, such as E:\\0420.ronl. In a folder the same workbook is looked for.",
    look: "Look",
    look_hint: "Enter compares the two. Nothing is written yet.",
    back: "Back",
    back_hint: "Enter leads back to the list. Nothing changes.",
    path_needed: "Say where the copy is.",
    plan: "What is merged",
    mine: "This workbook",
    theirs: "The copy",
    both: |mine, theirs| {
        [
            format!("This workbook  {mine}"),
            format!("The copy       {theirs}"),
        ]
    },
    nothing: "Everything of the copy is here already. There is nothing to do.",
    behind: |count| {
        format!(
            "The copy goes on where this workbook ends. Its records ({count}) are added as they are."
        )
    },
    taken: |items, keys| match (items, keys) {
        (items, 0) => format!("Taken over from the copy: items {items}"),
        (0, keys) => format!("Taken over from the copy: profile keys {keys}"),
        (items, keys) => format!("Taken over from the copy: items {items}, profile keys {keys}"),
    },
    taken_nothing: "Nothing is taken over from the copy. Only the merge is recorded.",
    listed: |ids, more| {
        if more == 0 {
            format!("  {ids}")
        } else {
            format!("  {ids} and {more} more")
        }
    },
    united: |count| format!("Lists of evidence put together, both added to: {count}"),
    exports: |count| format!("Exports of the copy that are noted: {count}"),
    confirmation: "The copy's confirmation is not taken over. Confirm again after merging.",
    steps: "That the copy was returned or reopened is only kept in the record.",
    conflicts: |count| format!("Different on both sides: {count} (to be decided)"),
    torn_mine: |bytes| {
        format!(
            "This workbook ends with a record not written to its end ({bytes} bytes). Every saved answer is there."
        )
    },
    torn_theirs: |bytes| {
        format!(
            "The copy ends with a record not written to its end ({bytes} bytes). What stands before it is merged."
        )
    },
    position: |number, all| format!("Difference {number}/{all}"),
    reworded: "The copy answered an earlier wording. Read the question again, then choose.",
    empty: "(empty)",
    untouched: "no record",
    carried: " (carried over)",
    reason: |reason| format!("Reason: {reason}"),
    approver: |approver| format!("Approved by: {approver}"),
    answers: ["yes", "no", "open"],
    flag: ["flagged", "not flagged"],
    included: ["taken in", "left out"],
    fields: ["mark", "remark", "evidence", "flag", "included"],
    profile: |question| format!("profile: {question}"),
    take_mine: "Keep what this workbook says",
    take_theirs: "Take what the copy says",
    kept: "What you do not choose stays in the history.",
    decide: "Decide the differences",
    merge: "Merge",
    really: "Merge the copy?",
    summary: |records, mine, theirs| {
        let mut lines = vec![format!(
            "This workbook is added to, from {records} records of the copy."
        )];
        if mine + theirs > 0 {
            lines.push(format!(
                "Differences: this workbook's {mine}, the copy's {theirs}"
            ));
        }
        lines
    },
    not_yet: "Not yet",
    done: |count| format!("Merged. Records added: {count}."),
    done_hint: &[
        "The copy is as it was.",
        "From now on, go on in this workbook.",
    ],
    to_list: "Back to the list",
    no_workbook: "There is no workbook to merge into. Choose one in the list first.",
    undecided: "not decided",
    left: |count, example| {
        [
            format!("Not decided: {count}. Nothing was written."),
            format!(
                "  -> --take mine or --take theirs decides all, --take {example}=theirs decides one."
            ),
        ]
    },
    dry_run: "This is a trial; nothing was written.",
    repair_first: "Have it mended first, then merge again.",
    changed: "A file has changed since it was looked at. Choose Look again.",
    set_aside: |count| format!("Values not taken: {count} (taken -> not taken)"),
    parents: |mine, theirs| {
        [
            "Head before merging".to_owned(),
            format!("  {mine}"),
            "Head of the copy".to_owned(),
            format!("  {theirs}"),
        ]
    },
    refusal: |refusal| match refusal {
        MergeRefusal::Another => (
            "The copy is of another workbook: their first records differ.",
            "Name a file that was copied from this workbook.",
        ),
        MergeRefusal::Confirmed => (
            "The workbook is confirmed, so nothing can be merged into it.",
            "Withdraw the confirmation, then merge again.",
        ),
        MergeRefusal::ChecklistOfCopy => (
            "The copy went over to a newer checklist.",
            "Update this workbook first (tenken update-checklist), then merge again.",
        ),
        MergeRefusal::Checklists => (
            "This workbook and the copy went over to different checklists.",
            "Update both to the same one (tenken update-checklist), then merge again.",
        ),
    },
    no_copy: |path| {
        (
            format!("{path}: there is no copy."),
            "Check the drive and the file's name.",
        )
    },
    bad_decision: |text| {
        (
            format!("`{text}` is no decision for --take."),
            "Use mine, theirs, Q05-01=theirs or Q05-01:remark=mine, with a name from the list of differences.",
        )
    },
    open_conflicts: |count| {
        (
            format!("Differences not decided yet: {count}."),
            "Decide them all, then merge.",
        )
    },
};
