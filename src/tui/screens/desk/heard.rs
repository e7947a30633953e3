//! What the division's screens hear of files.

use std::sync::Arc;

use super::Desk;
use crate::error::Result;
use crate::tui::effect::Page;
use crate::tui::model::{Model, OpenDesk};
use crate::tui::screens::{Screen, collect, pager};

/// Shows what was opened, or why it cannot be.
pub fn opened(model: &mut Model, result: Result<Arc<OpenDesk>>) {
    match result {
        Ok(desk) if is_waited_for(model) => {
            model.notice = None;
            show(model, desk);
        }
        // Nobody is torn away from what they went on to.
        Ok(_) => model.tell(model.strings.board.opened_behind),
        Err(error) => model.tell_error(&error),
    }
}

/// Whether nothing would be lost by another screen.
fn is_waited_for(model: &Model) -> bool {
    let looks = matches!(
        model.screens.last(),
        Some(
            Screen::Home(_)
                | Screen::Tour(_)
                | Screen::Desk(_)
                | Screen::Department(_)
                | Screen::Item(_)
                | Screen::Pager(_)
        )
    );
    looks && model.overlays.is_empty() && model.open.is_none()
}

/// Puts the desk in front.
pub fn show(model: &mut Model, desk: Arc<OpenDesk>) {
    model.desk = Some(desk);
    model.overlays.clear();
    model.screens.truncate(1);
    model.screens.push(Screen::Desk(Desk::default()));
}

/// Tells how far opening is.
pub fn progress(model: &mut Model, done: usize, all: usize) {
    if let Some(collect) = collect::find(model).filter(|collect| collect.is_at_work()) {
        return collect.progress(done, all);
    }
    let words = &model.strings.board;
    let text = format!("{}  {}", words.opening, (words.progress)(done, all));
    model.tell(text);
}

/// Shows a row of a file that was handed in, or why it cannot be read.
pub fn row_read(model: &mut Model, result: Result<Page>) {
    match result {
        Ok(page) => show_page(model, page),
        Err(error) => model.tell_error(&error),
    }
}

/// Puts a page in front, and says how to keep it.
pub fn show_page(model: &mut Model, page: Page) {
    let mut lines = page.lines;
    lines.extend([String::new(), model.strings.board.keep_page.to_owned()]);
    let screen = pager::page(page.title, &lines);
    model.screens.push(screen);
}
