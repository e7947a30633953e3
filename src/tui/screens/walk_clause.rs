//! What stands behind a question, as the walk draws it: its clause, what it is after, threats, tiers.

use super::lines::Line;
use crate::display::width::Ruler;
use crate::domain::checklist::Item;
use crate::text::question::clause_facts;
use crate::tui::model::{Model, Open};
use crate::tui::theme::Role;

/// Width of the label before an explanation, in cells.
const LABEL_WIDTH: usize = 16;

/// Returns what stands beside the question where there is room for a third column.
pub(super) fn context_lines(model: &Model, open: &Open, item: &Item, width: usize) -> Vec<Line> {
    let words = &model.strings.walk;
    let mut facts = vec![(words.why, item.why.clone())];
    facts.extend(clause_facts(model.strings, &open.checklist, open.position));
    facts.push((words.evidence, item.evidence.join(words.separator)));
    let mut lines = Vec::new();
    for (label, text) in facts {
        if text.is_empty() {
            continue;
        }
        lines.push(Line::new(format!(" {label}"), Role::Strong));
        for part in model.ruler().wrap(&text, width) {
            lines.push(Line::new(format!(" {part}"), Role::Plain).if_room());
        }
        lines.push(Line::blank());
    }
    if item.provisional {
        lines.push(Line::new(format!(" {}", words.provisional), Role::Plain).if_room());
    }
    lines
}

pub(super) fn clause_lines(model: &Model, open: &Open, item: &Item, width: usize) -> Vec<Line> {
    let ruler = model.ruler();
    let words = &model.strings.walk;
    let mut tags = String::new();
    if item.is_division() {
        tags.push_str(words.division);
    }
    if item.critical {
        tags.push_str(words.critical);
    }
    if item.interpretive {
        tags.push_str(words.interpretive);
    }
    if item.on_site {
        tags.push_str(words.on_site);
    }
    let clause = open.checklist.clause_of(open.position);
    let text = clause.map_or_else(String::new, |clause| {
        format!(" {}　{}", clause.citation, clause.heading)
    });
    let room = (width + 5).saturating_sub(ruler.cells(item.id.as_str()) + ruler.cells(&tags) + 4);
    let right = if tags.is_empty() {
        item.id.to_string()
    } else {
        format!("{tags}  {}", item.id)
    };
    let line = Line::new(ruler.truncate(&text, room), Role::Strong).right(right);
    let mut lines = vec![line];
    if let Some(note) = clause.and_then(|clause| clause.note.as_ref()) {
        for part in ruler.wrap(note, width) {
            lines.push(Line::new(format!("   {part}"), Role::Plain).if_room());
        }
    }
    lines
}

pub(super) fn clause_details(model: &Model, open: &Open, width: usize) -> Vec<Line> {
    let mut lines = vec![Line::blank()];
    for (label, text) in clause_facts(model.strings, &open.checklist, open.position) {
        lines.extend(labelled(model.ruler(), label, &text, width, Role::Plain));
    }
    lines.into_iter().map(Line::if_room).collect()
}

pub(super) fn labelled(
    ruler: Ruler,
    label: &str,
    text: &str,
    width: usize,
    role: Role,
) -> Vec<Line> {
    let label = ruler.fit(label, LABEL_WIDTH);
    let indent = ruler.cells(&label);
    ruler
        .wrap(text, width.saturating_sub(indent))
        .into_iter()
        .enumerate()
        .map(|(index, part)| {
            let lead = if index == 0 {
                label.clone()
            } else {
                " ".repeat(indent)
            };
            Line::new(format!("   {lead}{part}"), role)
        })
        .collect()
}
