//! A small pen over ratatui's buffer: everything drawn is made safe, measured and clipped here.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation as _;

use super::key::Key;
use super::symbols::{SELECTOR, Symbols};
use super::theme::{Role, Theme};
use crate::display::profile::TerminalProfile;
use crate::display::safe;
use crate::display::width::Ruler;
use crate::text::Strings;

/// What every view needs beside its own state.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The words.
    pub strings: &'a Strings,
    /// The styles.
    pub theme: Theme,
    /// What the terminal can draw.
    pub profile: TerminalProfile,
}

/// A place on the screen that a click can mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Target {
    /// Where it lies.
    pub area: Rect,
    /// Whether it has the focus.
    pub focused: bool,
    /// The key it stands for, if it is one of the footer's.
    pub key: Option<Key>,
}

/// What drawing leaves besides what is seen.
#[derive(Clone, Default, Debug)]
pub struct Marks {
    /// Where the terminal's cursor goes.
    pub cursor: Option<(u16, u16)>,
    /// What can be clicked, in the order it was drawn.
    pub targets: Vec<Target>,
}

/// A part of the screen to draw on.
pub struct Canvas<'a, 'b> {
    buffer: &'a mut Buffer,
    marks: &'a mut Marks,
    /// Where it lies.
    pub area: Rect,
    /// What every view needs.
    pub context: Context<'b>,
}

impl<'a, 'b> Canvas<'a, 'b> {
    /// Begins drawing on an area.
    pub const fn new(
        buffer: &'a mut Buffer,
        marks: &'a mut Marks,
        area: Rect,
        context: Context<'b>,
    ) -> Self {
        Self {
            buffer,
            marks,
            area,
            context,
        }
    }

    /// Returns a pen for a part of this area: so many cells in from the left and the top.
    pub fn part(&mut self, x: usize, y: usize, width: usize, height: usize) -> Canvas<'_, 'b> {
        let whole = self.area;
        let area = Rect {
            x: whole.x + small(x).min(whole.width),
            y: whole.y + small(y).min(whole.height),
            width: small(width).min(whole.width.saturating_sub(small(x))),
            height: small(height).min(whole.height.saturating_sub(small(y))),
        };
        Canvas {
            buffer: self.buffer,
            marks: self.marks,
            area,
            context: self.context,
        }
    }

    /// Returns the words.
    #[must_use]
    pub const fn strings(&self) -> &'b Strings {
        self.context.strings
    }

    /// Returns what measures text.
    #[must_use]
    pub const fn ruler(&self) -> Ruler {
        self.context.profile.ruler
    }

    /// Returns the glyphs of the layout.
    #[must_use]
    pub const fn symbols(&self) -> &'static Symbols {
        Symbols::of(self.context.profile.frames)
    }

    /// Returns the width in cells.
    #[must_use]
    pub fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    /// Returns the height in rows.
    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.area.height)
    }

    /// Writes a text and returns the column behind it. What does not fit is cut off.
    pub fn text(&mut self, x: usize, y: usize, text: &str, role: Role) -> usize {
        self.styled(x, y, text, self.context.theme.style(role))
    }

    fn styled(&mut self, x: usize, y: usize, text: &str, style: Style) -> usize {
        if y >= self.height() || x >= self.width() {
            return x;
        }
        let ruler = self.ruler();
        let shown = ruler.truncate(&safe::line(text), self.width() - x);
        let (mut column, row) = (self.area.x + small(x), self.area.y + small(y));
        for grapheme in shown.graphemes(true) {
            let width = small(ruler.cells(grapheme));
            if width == 0 {
                continue;
            }
            self.put(column, row, grapheme, width, style);
            column += width;
        }
        usize::from(column - self.area.x)
    }

    /// Puts one sign into its cells; those behind its first are left blank.
    fn put(&mut self, column: u16, row: u16, grapheme: &str, width: u16, style: Style) {
        let drawn = Ruler::Narrow.cells(grapheme);
        for next in column..column + width {
            let cell = &mut self.buffer[(next, row)];
            cell.reset();
            cell.set_style(style);
        }
        let cell = &mut self.buffer[(column, row)];
        cell.set_symbol(grapheme);
        // The library counts narrow; a sign that is wide here is told to be.
        if drawn != usize::from(width)
            && let Some(width) = NonZeroU16::new(width)
        {
            cell.set_diff_option(CellDiffOption::ForcedWidth(width));
        }
    }

    /// Writes a text that ends at the right edge.
    pub fn text_right(&mut self, y: usize, text: &str, role: Role) {
        let width = self.ruler().cells(&safe::line(text));
        self.text(self.width().saturating_sub(width + 1), y, text, role);
    }

    /// Writes a row of choice or list: the selector and, when selected, the whole row reversed.
    pub fn row(&mut self, y: usize, selected: bool, text: &str, role: Role) {
        let width = self.width();
        self.target(0, y, width, selected, None);
        if selected {
            let style = self.context.theme.style(Role::Selected);
            let line = format!(" {SELECTOR} {text}");
            let end = self.styled(0, y, &line, style);
            self.styled(end, y, &" ".repeat(width.saturating_sub(end)), style);
            self.caret(1, y);
        } else {
            self.text(3, y, text, role);
        }
    }

    /// Draws a rule over the whole width.
    pub fn rule(&mut self, y: usize) {
        self.text(0, y, &self.symbols().rule.repeat(self.width()), Role::Plain);
    }

    /// Draws a bar and returns the column behind it.
    pub fn bar(&mut self, x: usize, y: usize, part: u64, whole: u64, width: usize) -> usize {
        self.two_parts(x, y, self.symbols().bar(part, whole, width))
    }

    /// Draws a bar that stands below others, as a thin line, and returns the column behind it.
    pub fn line_bar(&mut self, x: usize, y: usize, part: u64, whole: u64, width: usize) -> usize {
        self.two_parts(x, y, self.symbols().line(part, whole, width))
    }

    fn two_parts(&mut self, x: usize, y: usize, (full, empty): (String, String)) -> usize {
        let x = self.text(x, y, &full, Role::Accent);
        self.text(x, y, &empty, Role::Plain)
    }

    /// Blanks the area, and a wide character straddling its left edge.
    pub fn clear(&mut self) {
        let area = self.area;
        for row in area.top()..area.bottom() {
            if area.x > 0 {
                let before = (area.x - 1, row);
                if self.ruler().cells(self.buffer[before].symbol()) > 1 {
                    self.buffer[before].reset();
                }
            }
            for column in area.left()..area.right() {
                self.buffer[(column, row)].reset();
            }
        }
    }

    /// What was drawn so far cannot be clicked any more: something lies over it.
    pub fn cover(&mut self) {
        self.marks.targets.clear();
    }

    /// Says that a stretch of a row can be clicked.
    pub fn target(&mut self, x: usize, y: usize, width: usize, focused: bool, key: Option<Key>) {
        let area = self.part(x, y, width, 1).area;
        if area.height > 0 {
            self.marks.targets.push(Target { area, focused, key });
        }
    }

    /// Puts the terminal's cursor; the last one to ask gets it.
    pub fn caret(&mut self, x: usize, y: usize) {
        if y < self.height() && x < self.width() {
            self.marks.cursor = Some((self.area.x + small(x), self.area.y + small(y)));
        }
    }
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// Returns the first row to show so that the selected one is visible.
#[must_use]
pub const fn scroll(selected: usize, rows: usize, height: usize) -> usize {
    if height == 0 || rows <= height {
        return 0;
    }
    let half = height / 2;
    let first = selected.saturating_sub(half);
    if first + height > rows {
        rows - height
    } else {
        first
    }
}
