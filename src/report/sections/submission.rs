//! Who handed in, and what of it counts.

use std::collections::{BTreeSet, HashMap};

use super::{column, section, sheet, table};
use crate::collect::collection::Entry;
use crate::domain::ledger::{State, code_key};
use crate::domain::ranking::{DEVIATION_MIN, Place, RANKED_MIN, RESPONSE_MIN_TENTHS};
use crate::domain::scope::TOTAL;
use crate::domain::submission::Submission;
use crate::report::document::{Block, Cell, Column, Kind, Section, Table};
use crate::report::sections::summary::is_doubtful;
use crate::report::view::View;
use crate::text::desk;
use crate::text::document::cells;

/// How many handed in.
pub(super) struct Standing {
    /// Departments that are to hand in.
    pub expected: Option<usize>,
    /// Departments whose answers count.
    pub submitted: usize,
    /// Departments that handed in nothing.
    pub missing: usize,
    /// Departments of which there is a draft alone.
    pub drafts: usize,
    /// Handed in and not counted for another reason.
    pub doubtful: usize,
}

/// Counts who handed in. With a roster, only its departments are counted.
pub(super) fn standing(view: &View<'_>) -> Standing {
    let collection = view.source.collection;
    let ledger = &collection.ledger;
    let listed = |choose: &dyn Fn(State) -> bool| -> BTreeSet<usize> {
        let chosen = ledger.iter().filter(|entry| choose(entry.state));
        chosen.filter_map(|entry| entry.listed).collect()
    };
    let counted = listed(&State::counts);
    let drafts = listed(&|state| state == State::Draft);
    let has_roster = collection.roster.is_some();
    Standing {
        expected: has_roster.then(|| listed(&|state| state != State::OtherYear).len()),
        submitted: if has_roster {
            counted.len()
        } else {
            collection.submissions.len()
        },
        missing: collection.count(State::NotSubmitted),
        drafts: if has_roster {
            drafts.difference(&counted).count()
        } else {
            collection.count(State::Draft)
        },
        doubtful: ledger
            .iter()
            .filter(|entry| is_doubtful(entry.state))
            .count(),
    }
}

/// Returns the section.
pub(in crate::report) fn submission(view: &View<'_>) -> Section {
    let words = view.words;
    let blocks = vec![
        Block::Table(states(view)),
        Block::Table(board(view)),
        Block::Note((words.parts.ranks_described)(
            RESPONSE_MIN_TENTHS / 10,
            RANKED_MIN,
            DEVIATION_MIN,
        )),
        Block::Table(doubtful(view)),
        Block::Table(ledger(view)),
    ];
    Section {
        own_page: true,
        ..section("submission", words.headings.submission.to_owned(), blocks)
    }
}

fn sign(view: &View<'_>, state: State) -> Cell {
    let (sign, word) = cells::state(view.source.lang, state);
    Cell::Sign(sign.to_owned(), word.to_owned())
}

fn states(view: &View<'_>) -> Table {
    let words = view.words;
    let collection = view.source.collection;
    let rows = State::ALL.into_iter().filter_map(|state| {
        let count = collection.count(state);
        (count > 0).then(|| vec![sign(view, state), Cell::count(count)])
    });
    table(
        "states",
        words.parts.states,
        vec![
            column(words.columns.state, Kind::Head),
            column(words.columns.count, Kind::Count),
        ],
        rows.collect(),
    )
}

/// A line for each department: what counts of it, or else what came.
fn board(view: &View<'_>) -> Table {
    let words = view.words;
    let ranks = view.compared.ranks();
    let has_deviation = ranks.iter().any(|(place, _)| deviation(*place).is_some());
    let mut columns = vec![
        column(words.columns.code, Kind::Code),
        column(words.columns.department, Kind::Head),
        column(words.columns.state, Kind::Text),
        column(words.columns.score, Kind::Heat),
        column(words.columns.implementation, Kind::Rate),
        column(words.columns.change, Kind::Change),
        column(words.columns.change_alike, Kind::Change),
        column(words.columns.rank, Kind::Text),
    ];
    if has_deviation {
        columns.push(column(words.columns.deviation, Kind::Code));
    }
    let ledger = &view.source.collection.ledger;
    let mut first: HashMap<Whose, &Entry> = HashMap::new();
    for entry in ledger {
        let known = first.entry(whose_entry(entry)).or_insert(entry);
        if rank(entry.state) < rank(known.state) {
            *known = entry;
        }
    }
    let mut submissions: HashMap<Whose, usize> = HashMap::new();
    for (at, one) in view.submissions().iter().enumerate() {
        let whose = whose(&one.department_code, &one.cover.municipality_code);
        submissions.entry(whose).or_insert(at);
    }
    let rows = ledger.iter().filter_map(|entry| {
        let whose = whose_entry(entry);
        let is_first = first
            .get(&whose)
            .is_some_and(|first| std::ptr::eq(*first, entry));
        let found = submissions.get(&whose).copied();
        let found = found.filter(|_| entry.state.counts());
        (is_first && rank(entry.state) < UNLISTED)
            .then(|| board_row(view, (entry, found), &ranks, has_deviation))
    });
    table("board", words.parts.board, columns, rows.collect())
}

/// Whose a line is, however the codes are spelt: department and municipality.
type Whose = (String, String);

fn whose(department: &str, municipality: &str) -> Whose {
    (code_key(department), code_key(municipality))
}

fn whose_entry(entry: &Entry) -> Whose {
    whose(&entry.department_code, &entry.cover().municipality_code)
}

/// The rank of what stands for no department.
const UNLISTED: u8 = 9;

/// Of the lines of a department the one of the lowest rank stands for it, the first of several.
const fn rank(state: State) -> u8 {
    match state {
        State::Submitted | State::Resubmitted => 0,
        State::Draft => 1,
        State::Superseded | State::Duplicate => 3,
        State::OtherYear | State::NotOnRoster => UNLISTED,
        State::NotSubmitted => 4,
        _ => 2,
    }
}

const fn deviation(place: Place) -> Option<i32> {
    match place {
        Place::At {
            deviation_tenths, ..
        } => deviation_tenths,
        _ => None,
    }
}

fn board_row(
    view: &View<'_>,
    (entry, found): (&Entry, Option<usize>),
    ranks: &[(Place, usize)],
    has_deviation: bool,
) -> Vec<Cell> {
    let submission = found.and_then(|at| view.submissions().get(at));
    let compared = found.and_then(|at| view.compared.of_scope(at, TOTAL));
    let mut row = vec![
        Cell::text(&entry.department_code),
        Cell::text(&entry.cover().department),
        sign(view, entry.state),
    ];
    let figures = submission.map(Submission::total).unwrap_or_default();
    row.push(super::heat(view, figures.score_tenths()));
    row.push(Cell::Rate(figures.implementation()));
    row.push(Cell::Change(
        compared.and_then(|both| both.all.change_tenths()),
    ));
    row.push(Cell::Change(
        compared.and_then(|both| both.alike.change_tenths()),
    ));
    let standing = found.and_then(|at| ranks.get(at)).copied();
    row.push(Cell::text(
        standing.map_or_else(String::new, |(place, ranked)| {
            cells::place(view.source.lang, place, ranked)
        }),
    ));
    if has_deviation {
        let tenths = standing.and_then(|(place, _)| deviation(place));
        row.push(Cell::text(
            tenths.map_or_else(String::new, cells::deviation),
        ));
    }
    row
}

fn doubtful(view: &View<'_>) -> Table {
    let words = view.words;
    let columns = vec![
        column(words.columns.state, Kind::Text),
        column(words.columns.code, Kind::Code),
        column(words.columns.department, Kind::Head),
        column(words.columns.file, Kind::Long),
        column(words.columns.reason, Kind::Long),
    ];
    let ledger = view.source.collection.ledger.iter();
    let rows = ledger
        .filter(|entry| is_doubtful(entry.state))
        .map(|entry| {
            vec![
                sign(view, entry.state),
                Cell::text(&entry.department_code),
                Cell::text(&entry.cover().department),
                Cell::text(entry.claim.names()),
                Cell::text(why(view, entry)),
            ]
        });
    Table {
        nothing: words.parts.doubtful_none.to_owned(),
        ..table("doubtful", words.parts.doubtful, columns, rows.collect())
    }
}

/// Why something does not count, with its place.
fn why(view: &View<'_>, entry: &Entry) -> String {
    let trouble = entry.trouble.as_deref();
    let lang = view.source.lang;
    let reason = desk::reason(lang, entry.state, entry.verdict.as_deref(), trouble);
    let row = reason.row.map(view.words.parts.row);
    let parts = [
        row.unwrap_or_default(),
        reason.column,
        reason.what,
        reason.todo,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn ledger(view: &View<'_>) -> Table {
    let words = &view.words.columns;
    let columns: Vec<Column> = vec![
        column(words.code, Kind::Code),
        column(words.department, Kind::Head),
        column(words.agency, Kind::Text),
        column(words.state, Kind::Text),
        column(words.year, Kind::Code),
        column(words.confirmed, Kind::Code),
        column(words.confirmed_by, Kind::Text),
        column(words.score, Kind::Score),
        column(words.receipt, Kind::Code),
        column(words.file, Kind::Long),
    ];
    let rows = view.source.collection.ledger.iter().map(|entry| {
        let claim = &entry.claim;
        let year = claim
            .cover
            .year
            .map_or_else(String::new, |year| year.number().to_string());
        vec![
            Cell::text(&entry.department_code),
            Cell::text(&entry.cover().department),
            Cell::text(&entry.cover().agency),
            sign(view, entry.state),
            Cell::text(year),
            Cell::text(super::method::moment(claim.cover.confirmed_at)),
            Cell::text(&entry.cover().confirmed_by),
            Cell::Score(entry.score_tenths),
            Cell::text(&claim.cover.receipt),
            Cell::text(claim.names()),
        ]
    });
    sheet("ledger", view.words.parts.ledger, columns, rows.collect())
}
