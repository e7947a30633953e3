//! What every screen has: a title line, a rule, the body, a rule, the footer.
//!
//! ```text
//!  小田原市　下水道整備課　令和8年度　点検票                保存済 14:32
//!  設問 12/87  ██████▌·········                  残り 41問・約 9分
//! ──────────────────────────────────────────────────────────────────
//!  …
//! ──────────────────────────────────────────────────────────────────
//!  Enter 決定  ↑↓ 選ぶ  F1 説明
//! ```

use crate::display::safe;
use crate::tui::canvas::Canvas;
use crate::tui::keymap::{FooterHint, Scope, footer};
use crate::tui::model::{Model, SaveState};
use crate::tui::overlays::Overlay;
use crate::tui::screens::Screen;
use crate::tui::theme::Role;

/// Most rows a notice takes.
const NOTICE_ROWS: usize = 3;

/// Returns the rows the footer takes: one, or as many as a notice needs.
#[must_use]
pub fn footer_height(model: &Model, width: usize) -> usize {
    notice_lines(model, width).map_or(1, |lines| lines.len())
}

fn notice_lines(model: &Model, width: usize) -> Option<Vec<String>> {
    let ruler = model.ruler();
    let notice = model.notice.as_ref()?;
    let mut lines = ruler.wrap(&safe::line(&notice.text), width.saturating_sub(2));
    lines.truncate(NOTICE_ROWS);
    Some(lines)
}

/// Returns the keys that are told: valid ones that do something now, as many as fit.
#[must_use]
pub fn hints(model: &Model, scopes: &[Scope], width: usize) -> Vec<FooterHint> {
    let rests = |action| match (model.overlays.last(), model.screens.last()) {
        (Some(overlay), _) => overlay.rests(action),
        (None, Some(screen)) => screen.rests(action),
        (None, None) => false,
    };
    footer(scopes, model.strings, (model.ruler(), width), rests)
}

/// Draws the footer: a notice, or the keys valid now.
pub fn draw_footer(model: &Model, scopes: &[Scope], canvas: &mut Canvas<'_, '_>) {
    let warning = model.notice.as_ref().is_some_and(|notice| notice.warning);
    if let Some(lines) = notice_lines(model, canvas.width()) {
        let role = if warning { Role::Warning } else { Role::Strong };
        canvas.clear();
        for (y, line) in lines.iter().enumerate() {
            canvas.text(1, y, line, role);
        }
        return;
    }
    let mut x = 1;
    let width = canvas.width().saturating_sub(2);
    for hint in hints(model, scopes, width) {
        let begin = x;
        x = canvas.text(x, 0, &hint.shown, Role::Strong);
        x = canvas.text(x + 1, 0, hint.label, Role::Plain);
        canvas.target(begin, 0, x - begin, false, Some(hint.key));
        x += 2;
    }
}

/// Tells whether a division's collection lies below what is in front.
fn of_desk(model: &Model) -> bool {
    let desk = |screen: &Screen| matches!(screen, Screen::Desk(_));
    let helps = matches!(model.overlays.last(), Some(Overlay::Help(_)));
    !helps && model.open.is_none() && model.screens.iter().any(desk)
}

/// Draws the title line: what is open on the left, whether it is saved on the right.
pub fn draw_title(model: &Model, title: &str, canvas: &mut Canvas<'_, '_>) {
    let words = &model.strings.frame;
    let left = model.open.as_ref().map_or_else(
        || title.to_owned(),
        |open| {
            let created = open.workbook.created();
            let year = (model.strings.fiscal_year)(created.fiscal_year);
            format!(
                "{}　{}　{year}　{title}",
                created.municipality, created.department
            )
        },
    );
    if let Some(desk) = model.desk.as_ref().filter(|_| of_desk(model)) {
        let (left, right) = crate::tui::screens::desk::title(model, desk);
        canvas.text(1, 0, &left, Role::Strong);
        return canvas.text_right(0, &right, Role::Plain);
    }
    canvas.text(1, 0, &left, Role::Strong);
    let Some(open) = &model.open else { return };
    let (state, role) = match (&open.read_only, &open.save) {
        (Some(_), _) => (words.read_only.to_owned(), Role::Warning),
        (None, SaveState::Saved(Some(at))) => (
            (words.saved_at)(&at.format("%H:%M:%S").to_string()),
            Role::Plain,
        ),
        (None, SaveState::Saved(None)) => (words.saved.to_owned(), Role::Plain),
        (None, SaveState::Saving(_)) => (words.saving.to_owned(), Role::Plain),
        (None, SaveState::Failed(count, _)) => ((words.unsaved)(*count), Role::Warning),
    };
    canvas.text_right(0, &format!(" {state}"), role);
}
