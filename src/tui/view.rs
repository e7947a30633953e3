//! One frame: title, screen, overlays, footer. Changes nothing.

use ratatui::Frame;
use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;

use super::canvas::{Canvas, Context, Marks, Target};
use super::model::Model;
use super::overlays::Overlay;
use super::screens::Screen;
use super::theme::Role;
use super::update::scopes;
use super::widgets::frame::{draw_footer, draw_title, footer_height};

/// The smallest screen everything fits on: columns and rows.
pub const SMALLEST: (u16, u16) = (80, 24);

/// Draws the model.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let marks = draw_on(model, frame.buffer_mut(), area);
    // Where nothing is chosen the cursor stands at the beginning: readers of the screen follow it.
    frame.set_cursor_position(marks.cursor.unwrap_or((area.x, area.y)));
}

/// Returns what can be clicked.
#[must_use]
pub fn targets(model: &Model) -> Vec<Target> {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    draw_on(model, &mut Buffer::empty(area), area).targets
}

/// Returns what is seen, as lines of text.
#[must_use]
pub fn screen_text(model: &Model) -> String {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    let mut buffer = Buffer::empty(area);
    draw_on(model, &mut buffer, area);
    let row = |y: u16| {
        let mut text = String::new();
        let mut x = 0;
        while x < area.width {
            let cell = &buffer[(x, y)];
            text.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        text.trim_end().to_owned() + "\n"
    };
    (0..area.height).map(row).collect()
}

/// Returns whether a window of so many columns and rows is too small to show anything.
#[must_use]
pub const fn is_too_small((width, height): (u16, u16)) -> bool {
    width < SMALLEST.0 || height < SMALLEST.1
}

fn draw_on(model: &Model, buffer: &mut Buffer, area: Rect) -> Marks {
    let mut marks = Marks::default();
    let context = Context {
        strings: model.strings,
        theme: model.theme,
        profile: model.profile,
    };
    let mut canvas = Canvas::new(buffer, &mut marks, area, context);
    if is_too_small((area.width, area.height)) {
        let text = (model.strings.too_small)(area.width, area.height);
        for (y, line) in model
            .ruler()
            .wrap(&text, usize::from(area.width))
            .iter()
            .enumerate()
        {
            canvas.text(0, y, line, Role::Strong);
        }
    } else {
        draw(model, &mut canvas, area);
    }
    marks
}

fn draw(model: &Model, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    draw_title(model, title(model), canvas);
    {
        let mut body = canvas.part(0, 1, width, height - 3);
        if let Some(screen) = model.screens.last() {
            screen.draw(model, &mut body);
        }
        for overlay in &model.overlays {
            body.cover();
            overlay.draw(model, &mut body);
        }
    }
    // A long notice covers the last rows of the body.
    let footer_height = footer_height(model, width);
    canvas.rule(height - 1 - footer_height);
    let mut footer = canvas.part(0, height - footer_height, width, footer_height);
    draw_footer(model, &scopes(model), &mut footer);
}

fn title(model: &Model) -> &'static str {
    let words = &model.strings.titles;
    if let Some(Overlay::Help(_)) = model.overlays.last() {
        return words.help;
    }
    match model.screens.last() {
        Some(Screen::Tour(_)) => model.strings.tour.title,
        Some(Screen::Setup(_)) => words.setup,
        Some(Screen::Profile(_)) => words.profile,
        Some(Screen::Walk(_)) => words.walk,
        Some(Screen::Overview(_)) => words.overview,
        Some(Screen::Review(_)) => words.review,
        Some(Screen::Export(_)) => words.export,
        Some(Screen::Merge(_)) => words.merge,
        Some(Screen::Taking(_)) => words.taking,
        Some(Screen::Appearance(_)) => crate::text::appearance::words(model.lang).title,
        Some(Screen::Look(_)) => crate::text::look::words(model.lang).title,
        Some(Screen::History(_)) => words.history,
        Some(Screen::Pager(_)) if matches!(below(model), Some(Screen::History(_))) => words.history,
        Some(Screen::Pager(_)) if model.open.is_some() => words.clause,
        Some(Screen::Pager(_)) if is_of_desk(model) => model.strings.board.title,
        Some(Screen::Pager(_)) => words.check,
        Some(
            Screen::Desk(_)
            | Screen::Department(_)
            | Screen::Item(_)
            | Screen::Collect(_)
            | Screen::Returns(_),
        ) => model.strings.board.title,
        Some(Screen::Roster(_)) => model.strings.board.roster.title,
        Some(Screen::Home(_)) | None => words.home,
    }
}

/// Tells whether what is in front is about what a division collected.
pub fn is_of_desk(model: &Model) -> bool {
    let desk = |screen: &Screen| matches!(screen, Screen::Desk(_));
    model.screens.iter().any(desk)
}

/// Returns the screen under the one in front.
fn below(model: &Model) -> Option<&Screen> {
    model.screens.iter().rev().nth(1)
}
