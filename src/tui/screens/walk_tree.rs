//! The tree beside the question: the clauses, how much of each is answered, and where one is.

use crate::domain::scope::{ScopeKind, figures};
use crate::tui::canvas::{Canvas, scroll};
use crate::tui::model::Open;
use crate::tui::symbols;
use crate::tui::theme::Role;
use crate::tui::widgets::outline;

/// Draws the tree.
pub(super) fn draw_tree(open: &Open, canvas: &mut Canvas<'_, '_>) {
    let ruler = canvas.ruler();
    let rows = outline::rows(open, canvas.strings());
    // The innermost clause that holds the item is where the reader is.
    let here = rows
        .iter()
        .rposition(|scope| scope.items.contains(&open.position))
        .unwrap_or(0);
    let height = canvas.height();
    let first = scroll(here, rows.len(), height);
    for (y, scope) in rows.iter().skip(first).take(height).enumerate() {
        let figures = figures(&open.checklist, &open.workbook, scope);
        let article = scope.kind == ScopeKind::Article;
        let indent = if article { 1 } else { 3 + scope.depth * 2 };
        let counts = format!("{}/{}", figures.answered(), figures.items);
        let room = canvas.width().saturating_sub(indent + 8);
        let text = ruler.truncate(&outline::name(scope), room);
        let current = first + y == here;
        let role = if current {
            Role::Label
        } else if article {
            Role::Strong
        } else {
            Role::Plain
        };
        if current {
            canvas.text(indent - 1, y, symbols::SELECTOR, Role::Accent);
        }
        let whole = canvas.width().saturating_sub(indent + 1);
        canvas.text(indent, y, &ruler.fit(&text, whole), role);
        canvas.text_right(y, &counts, role);
    }
}
