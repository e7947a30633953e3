//! What belongs to an answer, as the walk draws it: remark, evidence, reason, last year, flag.

use super::super::Focus;
use super::Line;
use crate::display::safe;
use crate::domain::checklist::Item;
use crate::domain::completeness::{asks_evidence, asks_text};
use crate::domain::record::TextField;
use crate::domain::returning::wanted_of;
use crate::domain::standing::set_aside;
use crate::text::question::{evidence_name, last_year};
use crate::tui::model::{Model, Open};
use crate::tui::symbols;
use crate::tui::theme::Role;

/// Where the value of a field begins, in cells.
const VALUE_AT: usize = 10;
/// Most rows of a reason.
const REASON_LINES: usize = 4;

/// Returns the lines of what belongs to an answer: remark, evidence, last year and so on.
pub(super) fn field_lines(
    model: &Model,
    open: &Open,
    item: &Item,
    field: Focus,
    focused: bool,
    width: usize,
) -> Vec<Line> {
    let ruler = model.ruler();
    let words = &model.strings.walk;
    let (label, value) = match field {
        Focus::Remark => (
            words.remark,
            text_value(model, open, item, TextField::Remark),
        ),
        Focus::Reason => (
            words.reason,
            text_value(model, open, item, TextField::Reason),
        ),
        Focus::Approver => (
            words.approver,
            text_value(model, open, item, TextField::Approver),
        ),
        Focus::Evidence => (words.evidence, evidence_value(model, open, item)),
        Focus::Previous => (words.previous, previous_value(model, open, item)),
        Focus::Flag => (words.flag, flag_value(model, open, item)),
        Focus::Clause => (words.clause_row, clause_value(open)),
        Focus::Included => (words.set_aside, aside_value(model, open, item)),
        Focus::Choice(_) => return Vec::new(),
    };
    let selector = if focused { symbols::SELECTOR } else { " " };
    let lines = ruler.wrap(&safe::line(&value), (width + 3).saturating_sub(VALUE_AT));
    let most = match field {
        _ if focused => 4,
        Focus::Included => 4,
        Focus::Clause => 1,
        _ => 2,
    };
    let cut = lines.len() > most;
    lines
        .into_iter()
        .take(most)
        .enumerate()
        .map(|(index, part)| {
            let lead = if index == 0 {
                ruler.fit(&format!(" {selector} {label}"), VALUE_AT)
            } else {
                " ".repeat(VALUE_AT)
            };
            let more = if cut && index + 1 == most { " .." } else { "" };
            Line::new(format!("{lead}{part}{more}"), Role::Plain).focused(focused)
        })
        .collect()
}

/// Returns why the division wants the item corrected, and whether it was changed since.
pub(super) fn returned_lines(model: &Model, open: &Open, width: usize) -> Vec<Line> {
    let words = &model.strings.taking;
    let Some(wanted) = wanted_of(&open.checklist, &open.workbook, open.position) else {
        return Vec::new();
    };
    let (mut text, role) = (wanted.reasons.join("　"), Role::Warning);
    let role = if wanted.touched { Role::Plain } else { role };
    if wanted.touched {
        text = format!("{}　{text}", words.touched);
    }
    let label = model.ruler().fit(words.label, VALUE_AT - 3);
    let parts = model
        .ruler()
        .wrap(&safe::line(&text), (width + 3).saturating_sub(VALUE_AT));
    let lines = parts.into_iter().take(REASON_LINES).enumerate();
    let lines = lines.map(|(index, part)| {
        let lead = if index == 0 { label.as_str() } else { "" };
        let lead = model.ruler().fit(lead, VALUE_AT - 3);
        Line::new(format!("   {lead}{part}"), role)
    });
    std::iter::once(Line::blank()).chain(lines).collect()
}

fn text_value(model: &Model, open: &Open, item: &Item, field: TextField) -> String {
    let words = &model.strings.walk;
    let answer = open.workbook.answer(item.id.as_str());
    let text = answer.text(field);
    if !text.trim().is_empty() {
        return text.to_owned();
    }
    if asks_text(item, answer.mark(), field) {
        words.needed.to_owned()
    } else {
        words.empty.to_owned()
    }
}

fn evidence_value(model: &Model, open: &Open, item: &Item) -> String {
    let words = &model.strings.walk;
    let answer = open.workbook.answer(item.id.as_str());
    if !answer.evidence.is_empty() {
        let names: Vec<String> = answer
            .evidence
            .iter()
            .map(|evidence| evidence_name(model.strings, evidence))
            .collect();
        return names.join(words.separator);
    }
    let examples = (words.examples)(&item.evidence.join(words.separator));
    if asks_evidence(item, answer.mark()) {
        format!("{}{examples}", words.needed)
    } else {
        examples
    }
}

fn previous_value(model: &Model, open: &Open, item: &Item) -> String {
    let words = &model.strings.walk;
    let Some(previous) = &open.previous else {
        return String::new();
    };
    let (checklist, workbook) = (&open.checklist, &open.workbook);
    last_year(model.lang, checklist, workbook, previous, item).map_or_else(
        || words.previous_none.to_owned(),
        |was| format!("{}{}　{}{}", was.mark, was.text, was.same, was.carried),
    )
}

fn clause_value(open: &Open) -> String {
    open.checklist
        .clause_of(open.position)
        .map_or_else(String::new, |clause| clause.gist.clone())
}

fn flag_value(model: &Model, open: &Open, item: &Item) -> String {
    let words = &model.strings.walk;
    if open.workbook.answer(item.id.as_str()).flagged {
        format!("{} {}", symbols::FLAG, words.flagged)
    } else {
        words.not_flagged.to_owned()
    }
}

fn aside_value(model: &Model, open: &Open, item: &Item) -> String {
    let words = &model.strings.walk;
    let Some(reason) = set_aside(&open.checklist, &open.workbook, item) else {
        return String::new();
    };
    let why = crate::text::standing::set_aside(model.lang, &open.checklist, &reason);
    let answer = open.workbook.answer(item.id.as_str());
    if answer.included {
        (words.taken_in)(&why)
    } else if answer.marked.is_some() {
        (words.aside_but_answered)(&why)
    } else {
        (words.left_out)(&why)
    }
}
