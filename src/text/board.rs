//! The words of the division's screens: what was collected, the roster, collecting.

#[path = "board/en.rs"]
mod en;
#[path = "board/ja.rs"]
mod ja;
#[path = "board/sealed.rs"]
mod sealed;

use super::columns::collection::CHANGE;
use super::columns::{Header, word};
use super::figures::{counts, percent, points};
use super::returning::MakingWords;
use super::{Lang, Strings};
use crate::display::width::Ruler;
use crate::domain::band::Band;
use crate::domain::comparison::{ChangeKind, Comparison};
use crate::domain::ledger::State;
use crate::domain::mark::Mark;
use crate::domain::scale::Scale;
use crate::domain::score::{Figures, one_decimal};

pub(super) use en::WORDS as EN;
pub(super) use ja::WORDS as JA;
pub use sealed::SealedWords;

type Str = &'static str;

/// The words of what was collected.
#[derive(Debug)]
pub struct BoardWords {
    /// The division's desk.
    pub title: Str,
    /// So many of so many count.
    pub counted: fn(usize, usize) -> String,
    /// The tables: submission, heat map, items, years.
    pub views: [Str; 4],
    /// What can be done besides: search, filter, the source, leave.
    pub search: Str,
    /// Filter.
    pub filter: Str,
    /// The source of a figure.
    pub source: Str,
    /// Back.
    pub back: Str,
    /// The figures are of all departments, whatever is filtered.
    pub of_all: Str,
    /// So many departments are shown of so many.
    pub shown: fn(usize, usize) -> String,
    /// Department.
    pub department: Str,
    /// State.
    pub state: Str,
    /// Score.
    pub score: Str,
    /// The change since last year; over items asked alike in brackets.
    pub change: Str,
    /// Everything together.
    pub total: Str,
    /// The legend of the heat map begins so.
    pub legend: Str,
    /// A level from so many points on.
    pub from: fn(u32) -> String,
    /// A level below so many points.
    pub below: fn(u32) -> String,
    /// × on a critical item.
    pub critical: Str,
    /// Nothing applies.
    pub not_applicable: Str,
    /// Nothing was handed in.
    pub nothing: Str,
    /// Blank: not asked.
    pub not_asked: Str,
    /// Over all items, over items asked alike.
    pub last_year: fn(&str, &str) -> String,
    /// No year before.
    pub no_last_year: Str,
    /// The file of a figure, with its rows.
    pub rows_of: fn(&str, usize, usize) -> String,
    /// Item.
    pub item: Str,
    /// The clause an item stands in.
    pub clause: Str,
    /// The share that is implemented.
    pub implemented: Str,
    /// The question.
    pub question: Str,
    /// Departments that count in a year.
    pub departments: Str,
    /// Nothing passes the filter; what to do.
    pub none_shown: [Str; 2],
    /// What was handed in does not count; where its files are.
    pub see_came: Str,
    /// So many of other states, for which there is no room.
    pub others: fn(usize) -> String,
    /// Nothing was handed in yet that counts; what to do.
    pub none_counted: [Str; 2],
    /// Whose answers are shown.
    pub any_state: [Str; 3],
    /// Every agency.
    pub any_agency: Str,
    /// Agency.
    pub agency: Str,
    /// What answers say, in the order of `Answers::ALL`.
    pub answers: [Str; 7],
    /// Answers.
    pub answers_label: Str,
    /// Show these.
    pub apply: Str,
    /// Show everybody.
    pub clear: Str,
    /// The search of departments and questions.
    pub search_hint: Str,
    /// Nothing was found; what to do.
    pub nothing_found: [Str; 2],
    /// The tables of a department: clauses, open points, answers, what was handed in.
    pub parts: [Str; 4],
    /// The department before or after.
    pub trend: Str,
    /// This year.
    pub this_year: Str,
    /// The year before.
    pub year_before: Str,
    /// Confirmed: when and by whom.
    pub confirmed: fn(&str, &str) -> String,
    /// When it was confirmed.
    pub confirmed_at: Str,
    /// Receipt.
    pub receipt: Str,
    /// No open points.
    pub no_open_points: Str,
    /// No remark.
    pub no_remark: Str,
    /// Remark.
    pub remark: Str,
    /// Last year's mark.
    pub before_mark: Str,
    /// What became of it since last year.
    pub since: Str,
    /// The answers of an item: all, only △ × ？.
    pub item_parts: [Str; 2],
    /// × on it caps the grade.
    pub critical_item: Str,
    /// A file and a row of it.
    pub file_row: fn(&str, usize) -> String,
    /// Where the files are.
    pub files: Str,
    /// The items behind a figure, with their rows.
    pub behind: Str,
    /// How to keep the page.
    pub keep_page: Str,
    /// The row is not there any more.
    pub row_gone: Str,
    /// Reading what was collected.
    pub opening: Str,
    /// So many of so many files.
    pub progress: fn(usize, usize) -> String,
    /// See what was collected.
    pub collected: Str,
    /// Where what was collected lies.
    pub folder: Str,
    /// Such as collected/2026.
    pub folder_hint: Str,
    /// Open.
    pub open: Str,
    /// It was opened while the user was elsewhere.
    pub opened_behind: Str,
    /// The words of the roster.
    pub roster: RosterWords,
    /// The words of collecting.
    pub collect: CollectWords,
    /// The words of making return slips.
    pub returns: MakingWords,
}

/// The words of the roster's screen.
#[derive(Debug)]
pub struct RosterWords {
    /// The roster.
    pub title: Str,
    /// The menu's row on the first screen begins so.
    pub division: Str,
    /// What to show: all, in force on a day, with problems.
    pub filters: [Str; 3],
    /// In force on this day.
    pub on: fn(&str) -> String,
    /// What can be done: another day, search, template, read again, back.
    pub menu: [Str; 5],
    /// Code, name, agency, validity, predecessors.
    pub headings: [Str; 5],
    /// So many departments, so many with problems.
    pub counted: fn(usize, usize) -> String,
    /// There is no roster, and what it is for.
    pub missing: [Str; 3],
    /// How to change it.
    pub edit: Str,
    /// In this row nothing is wrong.
    pub sound: Str,
    /// The template was written.
    pub written: fn(&str) -> String,
    /// The day asked for.
    pub day: Str,
    /// Such as 2026-04-01.
    pub day_hint: Str,
    /// Not a day.
    pub bad_day: Str,
    /// Show.
    pub show: Str,
    /// Code or name.
    pub search: Str,
    /// A part of it is enough; nothing shows all.
    pub search_hint: Str,
    /// What is searched for.
    pub searched: fn(&str) -> String,
    /// Nothing is in this list.
    pub nothing: Str,
}

/// The words of collecting.
#[derive(Debug)]
pub struct CollectWords {
    /// Collecting.
    pub title: Str,
    /// The same in the first screen's menu.
    pub short: Str,
    /// What is about to happen.
    pub intro: [Str; 2],
    /// The folder of what was received.
    pub from: Str,
    /// Folders and files, divided by ;
    pub from_hint: Str,
    /// The fiscal year.
    pub year: Str,
    /// Which year is collected.
    pub year_hint: Str,
    /// The years before.
    pub previous: Str,
    /// Optional.
    pub previous_hint: Str,
    /// Where to.
    pub to: Str,
    /// Files already there are kept.
    pub to_hint: Str,
    /// Look.
    pub look: Str,
    /// Nothing is written yet.
    pub look_hint: Str,
    /// Back.
    pub back: Str,
    /// A folder is needed.
    pub needed: Str,
    /// Reading.
    pub reading: Str,
    /// Writing.
    pub writing: Str,
    /// Esc stops.
    pub stop: Str,
    /// Stopped; nothing was written.
    pub stopped: Str,
    /// Esc stops writing, and leaves everything as it was.
    pub stop_writing: Str,
    /// It is being stopped.
    pub stopping: Str,
    /// Writing was stopped; everything is as it was.
    pub left: Str,
    /// It was collected, and how to see it.
    pub done: [Str; 2],
    /// How to collect, for whoever presses Enter on the ledger.
    pub how: Str,
    /// The words of sealed files.
    pub sealed: SealedWords,
    /// Nothing is written yet, and what comes.
    pub planned: Str,
    /// Where results go, of a trial.
    pub goes_to: fn(&str) -> String,
    /// Collect.
    pub collect: Str,
    /// Change what was asked.
    pub change: Str,
    /// Written: so many tables.
    pub written: fn(usize, &str) -> String,
    /// Open the result.
    pub open: Str,
}

/// Returns a state with its sign. Signs differ in shape, so that a column of them can be looked down.
#[must_use]
pub const fn state_sign(state: State) -> &'static str {
    match state {
        State::Submitted => "○",
        State::Resubmitted => "◎",
        State::Draft => "△",
        State::NotSubmitted => "－",
        State::Superseded | State::Duplicate | State::OtherYear => "・",
        State::Lost
        | State::Altered
        | State::Alone
        | State::Unreadable
        | State::OtherEdition
        | State::NotOnRoster => "×",
    }
}

/// Returns a change in points with its sign.
#[must_use]
pub fn difference(tenths: Option<i64>) -> String {
    tenths.map_or_else(
        || points(None),
        |tenths| {
            let size = one_decimal(u32::try_from(tenths.unsigned_abs()).unwrap_or(u32::MAX));
            match tenths.cmp(&0) {
                std::cmp::Ordering::Less => format!("-{size}"),
                std::cmp::Ordering::Equal => size,
                std::cmp::Ordering::Greater => format!("+{size}"),
            }
        },
    )
}

/// Usual width of a change in brackets, in cells: `(+1.5)`.
const ALIKE: usize = 6;

/// Returns the change since last year, that over items asked alike in brackets; empty where nothing
/// is continued.
#[must_use]
pub fn change(ruler: Ruler, comparison: Option<&Comparison>) -> String {
    let compared = comparison.filter(|one| one.all.before.items > 0);
    compared.map_or_else(String::new, |one| {
        let alike = format!("({})", difference(one.alike.change_tenths()));
        // Below each other they stand in two columns.
        let blanks = " ".repeat(ALIKE.saturating_sub(ruler.cells(&alike)));
        format!("{} {blanks}{alike}", difference(one.all.change_tenths()))
    })
}

/// Returns the figures of a cell in one line: score, share, counts by mark.
#[must_use]
pub fn cell_line(strings: &Strings, scale: Option<&Scale>, figures: &Figures) -> String {
    let words = &strings.figures;
    let rate = figures.implementation();
    let mut line = format!(
        "{} {}  {} {} {}",
        words.score,
        points(figures.score_tenths()),
        words.implementation,
        percent(rate),
        counts(rate),
    );
    if let Some(scale) = scale {
        for (mark, count) in [
            (Mark::Implemented, figures.implemented),
            (Mark::Partial, figures.partial),
            (Mark::NotImplemented, figures.not_implemented),
            (Mark::ToBeConfirmed, figures.to_be_confirmed),
            (Mark::NotApplicable, figures.not_applicable),
        ] {
            line.push_str(&format!("  {} {count}", scale.entry(mark).symbol));
        }
    }
    line
}

/// Returns which scores a band of the heat map holds.
#[must_use]
pub fn band_words(words: &BoardWords, band: Band) -> String {
    match band.below {
        Some(below) if band.from == 0 => (words.below)(below.into()),
        _ => (words.from)(band.from.into()),
    }
}

/// Returns the word of what became of an item since the year before.
#[must_use]
pub fn change_kind(lang: Lang, kind: ChangeKind) -> &'static str {
    match lang {
        Lang::Ja => word(CHANGE, kind.code(), Header::Ja),
        Lang::En => match kind {
            ChangeKind::Improved => "improved",
            ChangeKind::Worsened => "worsened",
            ChangeKind::FailedAgain => "failed again",
            ChangeKind::Unchanged => "unchanged",
            ChangeKind::NowApplies => "applies now",
            ChangeKind::NoLongerApplies => "applies no more",
            ChangeKind::NoAnswer => "no answer",
            ChangeKind::New => "new item",
            ChangeKind::Withdrawn => "withdrawn",
        },
    }
}
