//! The rows of the two files: what each column holds for a scope or an item.

use chrono::{DateTime, FixedOffset};

use super::csv_canonical::LIST_SEPARATOR;
use super::csv_evidence;
use super::csv_figures;
use crate::domain::checklist::{Checklist, Item};
use crate::domain::mark::{Mark, MarkSource};
use crate::domain::policy::Tier;
use crate::domain::previous::PreviousYear;
use crate::domain::record::{Author, Change};
use crate::domain::scope::{self, Scope, ScopeKind};
use crate::domain::score::{Figures, one_decimal};
use crate::domain::standing::{Standing, standing};
use crate::domain::workbook::{Status, Workbook};
use crate::text::columns::{self, Header};

/// What an export is made from.
#[derive(Clone, Copy, Debug)]
pub struct ExportInput<'a> {
    /// The checklist frozen into the year.
    pub checklist: &'a Checklist,
    /// The workbook.
    pub workbook: &'a Workbook,
    /// The year before, where there is one.
    pub previous: Option<&'a PreviousYear>,
    /// The hash of the journal's last record, with a letter in front.
    pub journal_head: &'a str,
    /// The language of headings and words.
    pub header: Header,
}

/// A point in time as it stands in a cell: local time, to the minute.
pub const TIME_FORMAT: &str = "%Y-%m-%d %H:%M";

/// Returns the rows of the summary, cells in the order of the columns, seals empty.
#[must_use]
pub fn summary(input: &ExportInput<'_>) -> Vec<Vec<String>> {
    scope::scopes(input.checklist)
        .iter()
        .map(|scope| {
            let figures = scope::figures(input.checklist, input.workbook, scope);
            columns::SUMMARY
                .iter()
                .map(|column| summary_cell(input, scope, &figures, column.id).unwrap_or_default())
                .collect()
        })
        .collect()
}

/// Returns the rows of the answers, cells in the order of the columns, seals empty.
#[must_use]
pub fn answers(input: &ExportInput<'_>) -> Vec<Vec<String>> {
    let outline = scope::outline(input.checklist);
    input
        .checklist
        .items
        .iter()
        .enumerate()
        .map(|(position, item)| {
            let path = clause_path(&outline, position);
            columns::ANSWERS
                .iter()
                .map(|column| {
                    answers_cell(input, item, position, column.id)
                        .or_else(|| (column.id == "clause_path").then(|| path.clone()))
                        .unwrap_or_default()
                })
                .collect()
        })
        .collect()
}

/// Returns the ids of the article and clauses an item lies in, outermost first.
#[must_use]
pub fn clause_path(outline: &[Scope], position: usize) -> String {
    let ids: Vec<&str> = outline
        .iter()
        .filter(|scope| scope.items.contains(&position))
        .map(|scope| scope.id.as_str())
        .collect();
    ids.join(" ")
}

fn summary_cell(
    input: &ExportInput<'_>,
    scope: &Scope,
    figures: &Figures,
    id: &str,
) -> Option<String> {
    let header = input.header;
    let is_total = scope.kind == ScopeKind::Total;
    if let Some(figure) = csv_figures::cell(figures, &input.checklist.scale, is_total, id) {
        return Some(figure);
    }
    Some(match id {
        "scope_kind" => columns::word(columns::SCOPE_KIND, scope.kind.code(), header).to_owned(),
        "scope_id" => scope.id.clone(),
        "scope_label" if is_total => {
            columns::word(columns::SCOPE_LABEL, ScopeKind::Total.code(), header).to_owned()
        }
        "scope_label" => format!("{} {}", scope.citation, scope.heading)
            .trim()
            .to_owned(),
        "previous_score" => input
            .previous
            .filter(|_| is_total)
            .and_then(|previous| previous.figures.score_tenths())
            .map_or_else(String::new, one_decimal),
        "handling" => input.checklist.policy.handling.clone(),
        "checklist_changed" => {
            let changed = input
                .workbook
                .records()
                .iter()
                .flat_map(|record| &record.changes)
                .any(|change| matches!(change, Change::ChecklistChanged { .. }));
            columns::yes_no(changed, header).to_owned()
        }
        _ => return shared_cell(input, id),
    })
}

/// A cell that is the same in every row of both files.
fn shared_cell(input: &ExportInput<'_>, id: &str) -> Option<String> {
    let created = input.workbook.created();
    let confirmed = match input.workbook.status() {
        Status::Draft => None,
        Status::Confirmed { by, at } => Some((by, at)),
    };
    Some(match id {
        "municipality_code" => created.municipality_code.clone(),
        "municipality" => created.municipality.clone(),
        "fiscal_year" => created.fiscal_year.to_string(),
        "department_code" => created.department_code.clone(),
        "department" => created.department.clone(),
        "agency" => created.agency.clone(),
        "edition" => created.edition.clone(),
        "checklist_digest" => created.checklist_digest.clone(),
        "status" => {
            let code = confirmed.map_or("draft", |_| "confirmed");
            columns::word(columns::STATUS, code, input.header).to_owned()
        }
        "confirmed_at" => confirmed.map_or_else(String::new, |(_, at)| time(at)),
        "confirmed_by" => confirmed.map_or_else(String::new, |(by, _)| person(by)),
        "journal_head" => input.journal_head.to_owned(),
        "receipt" | "digest" => String::new(),
        _ => return None,
    })
}

fn answers_cell(input: &ExportInput<'_>, item: &Item, position: usize, id: &str) -> Option<String> {
    item_cell(input.checklist, item, position, input.header, id)
        .or_else(|| mark_cell(input, item, id))
        .or_else(|| text_cell(input, item, id))
        .or_else(|| shared_cell(input, id))
}

/// Returns a cell that depends on the checklist alone; none for any other column.
#[must_use]
pub fn item_cell(
    checklist: &Checklist,
    item: &Item,
    position: usize,
    header: Header,
    id: &str,
) -> Option<String> {
    Some(match id {
        "item_id" => item.id.0.clone(),
        "item_hash" => item.hash.clone(),
        "clause" => checklist
            .clause_of(position)
            .map_or_else(String::new, |clause| clause.id.0.clone()),
        "citation" => checklist
            .clause_of(position)
            .map_or_else(String::new, |clause| clause.citation.clone()),
        "question" => item.question.clone(),
        "weight" => item.weight.to_string(),
        "critical" => columns::yes_no(item.critical, header).to_owned(),
        "tiers" => tiers(&item.tiers, header),
        "threats" => {
            let threats: Vec<String> = item.threats.iter().map(|id| format!("T{id}")).collect();
            threats.join(" ")
        }
        _ => return None,
    })
}

fn tiers(tiers: &[Tier], header: Header) -> String {
    let separator = match header {
        Header::Ja => LIST_SEPARATOR,
        Header::En => ' ',
    };
    let words: Vec<&str> = tiers
        .iter()
        .map(|tier| columns::word(columns::TIER, tier.code(), header))
        .collect();
    words.join(separator.to_string().as_str())
}

fn mark_cell(input: &ExportInput<'_>, item: &Item, id: &str) -> Option<String> {
    let written = |mark: Option<Mark>| {
        mark.map_or_else(String::new, |mark| {
            columns::mark(input.checklist, mark, input.header).to_owned()
        })
    };
    let stands = || standing(input.checklist, input.workbook, item);
    let answer = input.workbook.answer(item.id.as_str());
    Some(match id {
        "mark" => written(stands().mark()),
        "mark_value" => stands()
            .mark()
            .and_then(|mark| input.checklist.scale.value(mark))
            .map_or_else(String::new, |value| value.to_string()),
        "mark_source" => {
            let code = match stands() {
                Standing::Marked(_, MarkSource::Typed) => "answered",
                Standing::Marked(_, MarkSource::Carried { .. }) => "carried",
                Standing::SetAside(_) => "profile",
                Standing::Blank => return Some(String::new()),
            };
            columns::word(columns::MARK_SOURCE, code, input.header).to_owned()
        }
        "reason" => match stands() {
            Standing::SetAside(reason) => columns::set_aside_reason(input.checklist, &reason),
            Standing::Marked(..) | Standing::Blank => answer.reason.clone(),
        },
        "previous_mark" => written(
            input
                .previous
                .and_then(|previous| previous.answer(item))
                .and_then(|earlier| earlier.mark),
        ),
        "wording_changed" => wording_changed(input, item)
            .map_or("", |changed| columns::yes_no(changed, input.header))
            .to_owned(),
        _ => return None,
    })
}

/// Whether the wording differs from that of the year before; none where nothing was answered then.
fn wording_changed(input: &ExportInput<'_>, item: &Item) -> Option<bool> {
    let marked = input.workbook.answer(item.id.as_str()).marked;
    if let Some(MarkSource::Carried {
        wording_changed, ..
    }) = marked.map(|marked| marked.source)
    {
        return Some(wording_changed);
    }
    let previous = input.previous?;
    previous.answer(item)?;
    Some(previous.wording_changed(item))
}

fn text_cell(input: &ExportInput<'_>, item: &Item, id: &str) -> Option<String> {
    let answer = input.workbook.answer(item.id.as_str());
    Some(match id {
        "remark" => answer.remark.clone(),
        "evidence" => csv_evidence::join(&answer.evidence),
        "approver" => answer.approver.clone(),
        "flagged" => columns::yes_no(answer.flagged, input.header).to_owned(),
        "answered_at" => answer
            .stamp
            .as_ref()
            .map_or_else(String::new, |stamp| time(&stamp.at)),
        "answered_by" => answer
            .stamp
            .as_ref()
            .map_or_else(String::new, |stamp| person(&stamp.by)),
        _ => return None,
    })
}

fn time(at: &DateTime<FixedOffset>) -> String {
    at.format(TIME_FORMAT).to_string()
}

/// A person's post and name.
fn person(author: &Author) -> String {
    format!("{} {}", author.title, author.name)
        .trim()
        .to_owned()
}

#[cfg(test)]
#[path = "csv_rows_tests.rs"]
mod tests;
