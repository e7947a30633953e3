//! One item as a row of a list: its mark, its citation, its question.

use crate::domain::standing::{Standing, standing};
use crate::text::mark::mark_label;
use crate::tui::model::{Model, Open};
use crate::tui::symbols;

/// Returns an item as a row.
#[must_use]
pub fn item_row(model: &Model, open: &Open, position: usize) -> String {
    let ruler = model.ruler();
    let Some(item) = open.checklist.items.get(position) else {
        return String::new();
    };
    let mark = match standing(&open.checklist, &open.workbook, item) {
        Standing::Marked(mark, _) => {
            mark_label(model.ruler(), &open.checklist.scale, model.lang, mark)
        }
        Standing::SetAside(_) => model.strings.overview.aside.to_owned(),
        Standing::Blank => model.strings.overview.open.to_owned(),
    };
    let flagged = open.workbook.answer(item.id.as_str()).flagged;
    let flag = if flagged { symbols::FLAG } else { " " };
    let citation = open
        .checklist
        .clause_of(position)
        .map_or("", |clause| clause.citation.as_str());
    let citation_width = 15.max(ruler.cells(citation) + 1);
    format!(
        "{}{flag} {}{}",
        ruler.fit(&mark, 12),
        ruler.fit(citation, citation_width),
        item.question
    )
}
