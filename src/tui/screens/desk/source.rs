//! Where a figure stands: a page with the files and the rows behind it.

use super::Go;
use super::bottom::last_year;
use super::submitted::{name, state_text};
use super::years::comparison;
use crate::collect::board::{Board, Line};
use crate::domain::submission::Submission;
use crate::text::board::cell_line;
use crate::text::mark::mark_words;
use crate::tui::model::{Model, OpenDesk};
use crate::tui::screens::pager::page;

fn to_page(model: &Model, title: String, mut lines: Vec<String>) -> Go {
    lines.extend([String::new(), model.strings.board.keep_page.to_owned()]);
    Go::To(Box::new(page(title, &lines)))
}

/// Returns a file as it lies below the working folder.
fn path(desk: &OpenDesk, file: &str) -> String {
    desk.folder.join(file).display().to_string()
}

/// Returns one answer with its row.
fn answer(model: &Model, submission: &Submission, item: usize) -> Option<String> {
    let asked = submission.asked.items.get(item)?;
    let mark = submission.answers.get(item)?.mark();
    let mark = mark.map_or_else(String::new, |mark| {
        let (sign, word) = mark_words(&submission.asked.scale, model.lang, mark);
        format!("{sign} {word}")
    });
    let place = (model.strings.board.file_row)("", submission.origin.row(item)?);
    Some(format!("{}  {}  {mark}", place.trim(), asked.id))
}

/// Returns the page behind a figure of a department.
#[must_use]
pub(super) fn of_line(model: &Model, desk: &OpenDesk, line: &Line, column: Option<usize>) -> Go {
    let board = &desk.board;
    let words = &model.strings.board;
    let Some(entry) = board.entry(line) else {
        return Go::Stay;
    };
    let at = board.lines.iter().position(|one| one.entry == line.entry);
    let mut lines = vec![words.files.to_owned()];
    let names = entry.claim.files.iter().flatten();
    lines.extend(names.map(|file| format!("  {}", path(desk, file))));
    if !entry.cover().receipt.is_empty() {
        lines.push(format!("  {} {}", words.receipt, entry.cover().receipt));
    }
    lines.push(String::new());
    let Some(submission) = board.submission(line) else {
        lines.push(state_text(model.ruler(), model.lang, entry.state));
        return to_page(model, name(board, at.unwrap_or(0)), lines);
    };
    let scope = column.and_then(|at| board.columns.get(at));
    let figures = match column {
        None => line.figures,
        Some(at) => line.columns.get(at).copied().unwrap_or_default(),
    };
    let scope_name = scope.map_or_else(
        || words.total.to_owned(),
        |column| format!("{} {}", column.citation, column.heading),
    );
    lines.push(scope_name);
    let scale = &submission.asked.scale;
    lines.push(format!(
        "  {}",
        cell_line(model.strings, Some(scale), &figures)
    ));
    let compared = match scope {
        None => line.comparison,
        Some(column) => board.compare(line, column),
    };
    lines.push(format!("  {}", last_year(model, compared.as_ref())));
    lines.extend([String::new(), words.behind.to_owned()]);
    let asked = scope.and_then(|column| submission.asked.scope(&column.id));
    let items = asked.map_or_else(
        || (0..submission.asked.items.len()).collect(),
        |scope| scope.items.clone(),
    );
    let found = items
        .iter()
        .filter_map(|&item| answer(model, submission, item));
    lines.extend(found.map(|line| format!("  {line}")));
    to_page(model, name(board, at.unwrap_or(0)), lines)
}

/// Returns the page behind the figures of an item.
#[must_use]
pub(super) fn of_item(model: &Model, board: &Board, item: usize) -> Go {
    let words = &model.strings.board;
    let Some(line) = board.items.get(item) else {
        return Go::Stay;
    };
    let mut lines = vec![
        line.item.question.clone(),
        String::new(),
        words.behind.to_owned(),
    ];
    for submission in &board.collection.submissions {
        let position = submission.asked.position(&line.item.id);
        let Some(row) = position.and_then(|at| submission.origin.row(at)) else {
            continue;
        };
        let place = (words.file_row)(&submission.origin.answers, row);
        lines.push(format!("  {}  {place}", submission.cover.department));
    }
    let title = format!("{} {}", line.item.citation, line.item.id);
    to_page(model, title, lines)
}

/// Returns the page behind the figures of the years: whose answers they are.
#[must_use]
pub(super) fn of_years(model: &Model, board: &Board, column: Option<usize>) -> Go {
    let words = &model.strings.board;
    let title = column.and_then(|at| board.columns.get(at)).map_or_else(
        || words.total.to_owned(),
        |column| format!("{} {}", column.citation, column.heading),
    );
    let mut lines = Vec::new();
    let row = column.map_or(0, |at| at + 1);
    lines.push(last_year(model, comparison(board, row)));
    for year in &board.years {
        let figures = match column {
            None => Some(&year.figures),
            Some(at) => year.columns.get(at),
        };
        let Some(figures) = figures else { continue };
        let label = (model.strings.fiscal_year)(year.year.number());
        lines.extend([String::new(), label]);
        lines.push(format!("  {}", cell_line(model.strings, None, figures)));
        let of_year = board.collection.past.iter();
        let of_year = of_year.chain(&board.collection.submissions);
        let files = of_year.filter(|one| one.year == year.year);
        lines
            .extend(files.map(|one| format!("  {}  {}", one.cover.department, one.origin.answers)));
    }
    to_page(model, title, lines)
}

/// Returns the page of a department's line of the ledger.
#[must_use]
pub(super) fn of_entry(model: &Model, desk: &OpenDesk, entry: usize) -> Go {
    let words = &model.strings.board;
    let Some(entry) = desk.board.collection.ledger.get(entry) else {
        return Go::Stay;
    };
    let told = crate::text::desk::reason(
        model.lang,
        entry.state,
        entry.verdict.as_deref(),
        entry.trouble.as_deref(),
    );
    let mut lines = Vec::new();
    if !told.what.is_empty() {
        lines.extend([told.what, told.todo, String::new()]);
    }
    if let Some(verdict) = &entry.verdict {
        lines.extend(crate::text::findings::faults(model.lang, verdict));
        lines.push(String::new());
    }
    lines.push(words.files.to_owned());
    let names = entry.claim.files.iter().flatten();
    lines.extend(names.map(|file| format!("  {}", path(desk, file))));
    let title = state_text(model.ruler(), model.lang, entry.state);
    to_page(
        model,
        format!("{}　{title}", entry.cover().department),
        lines,
    )
}
