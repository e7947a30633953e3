//! The words of the line mode, and the figures as it tells them.

use super::Lang;
use super::figures::counts;
use crate::domain::mark::Mark;
use crate::domain::scale::Scale;
use crate::domain::score::{Figures, Rate, one_decimal};

mod en;
mod ja;

type Str = &'static str;

/// The words of the line mode that the screens do not have.
#[derive(Debug)]
pub struct PlainWords {
    /// What this is, and how to get help.
    pub welcome: Str,
    /// How it is used.
    pub help: &'static [Str],
    /// Begin a workbook.
    pub new: Str,
    /// Check the checklists.
    pub check: Str,
    /// Change who fills in.
    pub person: Str,
    /// Leave.
    pub leave: Str,
    /// So many workbooks.
    pub count: fn(usize) -> String,
    /// A workbook in the list: its name, its state, its score.
    pub row: fn(&str, &str, Option<&str>) -> String,
    /// Draft or not, and how many of how many are answered.
    pub state: fn(&str, usize, usize) -> String,
    /// What to type at the list.
    pub list_hint: Str,
    /// What to type at a list without workbooks.
    pub empty_list_hint: Str,
    /// A label with its value.
    pub value: fn(&str, &str) -> String,
    /// A field with what it is for.
    pub field: fn(&str, &str) -> String,
    /// What to type in a field: what is kept, whether something is needed.
    pub field_hint: fn(&str, bool) -> String,
    /// What was typed is not a choice.
    pub not_understood: fn(&str) -> String,
    /// A line was no text.
    pub no_text: Str,
    /// A line was too long.
    pub too_long: Str,
    /// Saved, when and what.
    pub saved: fn(&str, &str) -> String,
    /// It was so already.
    pub same: Str,
    /// A workbook was begun.
    pub begun: Str,
    /// What to type to begin, or not.
    pub begin_hint: Str,
    /// Do not begin.
    pub do_not_begin: Str,
    /// What to type where one is proposed.
    pub proposed_hint: fn(usize) -> String,
    /// What to type where something is chosen or left as it is.
    pub keep_hint: Str,
    /// Try to save again.
    pub save_again: Str,
    /// Do not record this answer.
    pub give_up: Str,
    /// It was not recorded.
    pub given_up: Str,
    /// What to type when saving fails.
    pub rescue_hint: Str,
    /// A text being written was kept.
    pub draft_kept: Str,
    /// Record a text found again.
    pub keep_draft: Str,
    /// What to type to decide now or later.
    pub later_hint: Str,
    /// A question about the department: number, of how many, the question.
    pub profile_question: fn(usize, usize, &str) -> String,
    /// What to type there.
    pub profile_hint: Str,
    /// Marks what is recorded.
    pub recorded: fn(&str) -> String,
    /// Marks an example.
    pub example: fn(&str) -> String,
    /// Number, of how many, how many are open.
    pub position: fn(usize, usize, usize) -> String,
    /// The first line of an item: where it stands, its id, its tags.
    pub item: fn(&str, &str, &str) -> String,
    /// A mark: its name, its criterion, whether it is recorded.
    pub choice: fn(&str, &str, bool) -> String,
    /// What to type at an item.
    pub item_hint: Str,
    /// What to type at an item that is set aside.
    pub aside_hint: Str,
    /// Last year's mark, text, whether the question is the same, whether it was carried over.
    pub previous: fn(&str, &str, &str, &str) -> String,
    /// Take the item back in.
    pub take_in: Str,
    /// Leave the item out again.
    pub leave_out: Str,
    /// Taken in although set aside, and why.
    pub taken_in: fn(&str) -> String,
    /// Left out, and why.
    pub left_out: fn(&str) -> String,
    /// Remark.
    pub remark: Str,
    /// Evidence.
    pub evidence: Str,
    /// Reason.
    pub reason: Str,
    /// Approver.
    pub approver: Str,
    /// Something else at an item.
    pub more: Str,
    /// The item before.
    pub before: Str,
    /// The menu.
    pub menu: Str,
    /// Flag the item.
    pub flag: Str,
    /// Take the flag away.
    pub unflag: Str,
    /// Take over last year's answer.
    pub carry_over: Str,
    /// Why it is asked, and its clause.
    pub background: Str,
    /// Take the mark away.
    pub clear: Str,
    /// Go to another item.
    pub jump: Str,
    /// Undo.
    pub undo: Str,
    /// Redo.
    pub redo: Str,
    /// What to type in a list of things to do.
    pub more_choice_hint: Str,
    /// What to type to go to an item; so many are asked.
    pub jump_hint: fn(usize) -> String,
    /// This was the last item.
    pub last_item: Str,
    /// One of a text is to be written.
    pub write: fn(&str) -> String,
    /// What to type to write: so many choices, whether one line is all.
    pub write_hint: fn(usize, bool) -> Str,
    /// Remove the text.
    pub remove_text: Str,
    /// What to type for documents.
    pub evidence_hint: Str,
    /// Name a document anew.
    pub rename: Str,
    /// Take a document off the list.
    pub take_off: Str,
    /// Back.
    pub back: Str,
    /// What to type in a long list: so many are left to tell.
    pub many_hint: fn(usize) -> String,
    /// What to type to hear more: so many lines are left.
    pub more_hint: fn(usize) -> String,
    /// Lists of items.
    pub lists: Str,
    /// A list, and how many are in it.
    pub counted: fn(&str, usize) -> String,
    /// An item in a list: its id, its state, its question.
    pub listed: fn(&str, &str, &str) -> String,
    /// Go on answering.
    pub go_on: Str,
    /// The figures.
    pub figures: Str,
    /// By clause.
    pub by_clause: Str,
    /// Back to the list of workbooks.
    pub to_list: Str,
    /// What to type at the menu.
    pub menu_hint: Str,
    /// So much is missing.
    pub lacking: fn(usize) -> String,
    /// What to type at the review.
    pub review_hint: Str,
    /// What to type to confirm, or not.
    pub really_hint: Str,
    /// It was not confirmed.
    pub not_confirmed: Str,
    /// What to type for the headings.
    pub header_hint: Str,
    /// What to type for sealing; this one is proposed.
    pub seal_hint: fn(usize) -> String,
    /// A passphrase from a file.
    pub passphrase_file: Str,
    /// Why from a file.
    pub passphrase_file_hint: Str,
    /// So many places deserve a look.
    pub look: fn(usize) -> String,
    /// What to type at the look.
    pub look_hint: Str,
    /// These files will be written.
    pub will_write: Str,
    /// Do not write.
    pub do_not_write: Str,
    /// What to type to write the files, or not.
    pub write_files_hint: Str,
    /// Nothing was written.
    pub not_written: Str,
    /// How the figures are reckoned.
    formulas: Formulas,
}

/// How each figure is reckoned.
#[derive(Debug)]
struct Formulas {
    /// A figure, its value, its formula.
    line: fn(&str, &str, &str) -> String,
    /// A percentage and its counts.
    rate: fn(&str, &str) -> String,
    /// There is no value.
    no_value: Str,
    /// There is no grade yet.
    no_grade: Str,
    response: Str,
    applicability: Str,
    implementation: Str,
    /// What a mark is worth.
    worth: fn(&str, &str) -> String,
    /// Between the marks.
    separator: Str,
    /// The score, from what the marks are worth.
    score: fn(&str) -> String,
    band: Str,
    /// A grade and where it begins.
    from: fn(&str, u8) -> String,
    /// The grades, and the best one with a critical failure.
    grade: fn(&str, &str) -> String,
    /// A clause: its name, answered, implementation, score, critical failures.
    scope: fn(&str, &str, &str, &str, u64) -> String,
}

/// Returns the words of a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static PlainWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Returns the figures, one a line, each with how it is reckoned.
#[must_use]
pub fn figures(lang: Lang, scale: &Scale, figures: &Figures) -> Vec<String> {
    let words = &lang.strings().figures;
    let formulas = &self::words(lang).formulas;
    let line = formulas.line;
    let band = match (figures.score_min_tenths(), figures.score_max_tenths()) {
        (Some(min), Some(max)) => Some(format!("{}–{}", one_decimal(min), one_decimal(max))),
        _ => None,
    };
    let grade = figures.grade(scale);
    let mut lines = vec![
        line(
            words.response,
            &rate(lang, figures.response()),
            formulas.response,
        ),
        line(
            words.applicability,
            &rate(lang, figures.applicability()),
            formulas.applicability,
        ),
        line(
            words.implementation,
            &rate(lang, figures.implementation()),
            formulas.implementation,
        ),
        line(
            words.score,
            &value(lang, figures.score_tenths().map(one_decimal)),
            &(formulas.score)(&worths(formulas, scale)),
        ),
        line(words.band, &value(lang, band), formulas.band),
        line(
            words.grade,
            grade.unwrap_or(formulas.no_grade),
            &(formulas.grade)(&grades(formulas, scale), &scale.critical_cap),
        ),
    ];
    if figures.unanswered > 0 {
        lines.push(words.no_grade.to_owned());
    }
    if figures.critical_failures > 0 {
        lines.push((words.critical)(figures.critical_failures));
    }
    lines
}

/// Returns the figures of an article or clause as one line.
#[must_use]
pub fn scope(lang: Lang, name: &str, figures: &Figures) -> String {
    let words = words(lang);
    if figures.applicable() == 0 {
        return (words.value)(name, lang.strings().overview.not_applicable);
    }
    let answered = counts(figures.response());
    let score = value(lang, figures.score_tenths().map(one_decimal));
    let implementation = rate(lang, figures.implementation());
    let failures = figures.critical_failures;
    (words.formulas.scope)(name, &answered, &implementation, &score, failures)
}

fn value(lang: Lang, value: Option<String>) -> String {
    value.unwrap_or_else(|| words(lang).formulas.no_value.to_owned())
}

fn rate(lang: Lang, rate: Rate) -> String {
    let formulas = &words(lang).formulas;
    rate.percent_tenths().map_or_else(
        || formulas.no_value.to_owned(),
        |tenths| (formulas.rate)(&one_decimal(tenths), &counts(rate)),
    )
}

fn worths(formulas: &Formulas, scale: &Scale) -> String {
    let worths: Vec<String> = Mark::ALL
        .into_iter()
        .filter_map(|mark| {
            let worth = one_decimal(u32::from(scale.value(mark)?) / 10);
            let worth = worth.strip_suffix(".0").unwrap_or(&worth);
            Some((formulas.worth)(&scale.entry(mark).symbol, worth))
        })
        .collect();
    worths.join(formulas.separator)
}

fn grades(formulas: &Formulas, scale: &Scale) -> String {
    let grades: Vec<String> = scale
        .grades
        .iter()
        .map(|grade| (formulas.from)(&grade.grade, grade.from))
        .collect();
    grades.join(formulas.separator)
}
