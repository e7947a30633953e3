//! Draws changed cells with as few bytes as are safe: one write for a frame, no move behind a sign
//! whose width is certain, a move behind every other, so that no row ever shifts.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth as _};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use crate::display::profile::{Frames, TerminalProfile};
use crate::display::width::is_ambiguous;

/// Room for a frame of a large terminal, in bytes.
const ROOM: usize = 16_384;

/// How signs are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Look {
    text: Color,
    ground: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look {
    text: Color::Reset,
    ground: Color::Reset,
    modifier: Modifier::empty(),
};

/// The terminal as the drawing library's backend.
#[derive(Debug)]
pub struct Painter<W: Write> {
    out: W,
    /// What is to be written when the frame is whole.
    bytes: Vec<u8>,
    profile: TerminalProfile,
    /// Where the terminal's cursor is, when that is certain.
    at: Option<Position>,
    cursor_shown: bool,
    /// Columns of the terminal, as last asked.
    width: std::cell::Cell<u16>,
}

impl<W: Write> Painter<W> {
    /// Draws on a terminal whose cursor is shown.
    pub const fn new(out: W, profile: TerminalProfile) -> Self {
        Self {
            out,
            bytes: Vec::new(),
            profile,
            at: None,
            cursor_shown: true,
            width: std::cell::Cell::new(0),
        }
    }

    /// Draws from now on for another profile.
    pub const fn set_profile(&mut self, profile: TerminalProfile) {
        self.profile = profile;
    }

    fn move_to(&mut self, to: Position) {
        if self.at == Some(to) {
            return;
        }
        match self.at {
            Some(at) if at.y == to.y => self.say(format_args!("\x1b[{}G", to.x + 1)),
            _ => self.say(format_args!("\x1b[{};{}H", to.y + 1, to.x + 1)),
        }
        self.at = Some(to);
    }

    fn say(&mut self, sequence: std::fmt::Arguments<'_>) {
        // Writing to memory cannot fail.
        let _ = self.bytes.write_fmt(sequence);
    }

    /// Changes how signs are drawn. What was on is only taken off by a reset.
    fn dress(&mut self, from: Look, to: Look) {
        let reset = !to.modifier.contains(from.modifier);
        let from = if reset { PLAIN } else { from };
        let mut codes = String::new();
        if reset {
            codes.push_str(";0");
        }
        for (modifier, code) in [
            (Modifier::BOLD, 1),
            (Modifier::DIM, 2),
            (Modifier::ITALIC, 3),
            (Modifier::UNDERLINED, 4),
            (Modifier::REVERSED, 7),
        ] {
            if to.modifier.contains(modifier) && !from.modifier.contains(modifier) {
                codes.push_str(&format!(";{code}"));
            }
        }
        if to.text != from.text {
            codes.push_str(&format!(";{}", colour_code(to.text)));
        }
        if to.ground != from.ground {
            codes.push_str(&format!(";{}", colour_code(to.ground) + 10));
        }
        self.say(format_args!("\x1b[{}m", codes.trim_start_matches(';')));
    }

    /// Tells whether the terminal surely moves on by as many cells as were counted.
    fn is_certain(&self, symbol: &str) -> bool {
        let mut signs = symbol.chars();
        match (signs.next(), signs.next()) {
            (Some(sign), None) => {
                sign.is_ascii()
                    || !is_ambiguous(sign)
                    || (self.profile.frames == Frames::Lines && !self.profile.unsure)
            }
            // What is put together of several characters is drawn differently everywhere.
            _ => false,
        }
    }
}

/// Returns the code of a colour of text; that of the ground is ten more.
const fn colour_code(colour: Color) -> u8 {
    match colour {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        // The themes know the sixteen colours and the terminal's own.
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => 39,
    }
}

impl<W: Write> Backend for Painter<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut look = PLAIN;
        let mut begun = false;
        for (x, y, cell) in content {
            if !begun {
                // A cursor that runs over the screen while it is drawn is not nice to see.
                self.hide_cursor()?;
                begun = true;
            }
            self.move_to(Position { x, y });
            let wanted = Look {
                text: cell.fg,
                ground: cell.bg,
                modifier: cell.modifier,
            };
            if wanted != look {
                self.dress(look, wanted);
                look = wanted;
            }
            let next = x.saturating_add(cell.cell_width());
            if self.profile.unsure && !self.is_certain(cell.symbol()) {
                // Drawn narrow, the sign would leave in its second cell what was there before.
                self.say(format_args!("{:1$}", "", usize::from(next - x)));
                self.at = None;
                self.move_to(Position { x, y });
            }
            self.bytes.extend_from_slice(cell.symbol().as_bytes());
            // Behind the last cell a terminal waits with going on to the next row.
            let certain = next < self.width.get() && self.is_certain(cell.symbol());
            self.at = certain.then_some(Position { x: next, y });
        }
        if look != PLAIN {
            self.say(format_args!("\x1b[0m"));
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor_shown {
            self.say(format_args!("\x1b[?25l"));
            self.cursor_shown = false;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !self.cursor_shown {
            self.say(format_args!("\x1b[?25h"));
            self.cursor_shown = true;
            self.at = None;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        let (x, y) = crossterm::cursor::position()?;
        Ok(Position { x, y })
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.at != Some(position) {
            self.at = None;
        }
        self.move_to(position);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.at = None;
        let code = match clear_type {
            ClearType::All => "2J",
            ClearType::AfterCursor => "J",
            ClearType::BeforeCursor => "1J",
            ClearType::CurrentLine => "2K",
            ClearType::UntilNewLine => "K",
        };
        self.say(format_args!("\x1b[0m\x1b[{code}"));
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = crossterm::terminal::size()?;
        self.width.set(width);
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.bytes.is_empty() {
            self.out.write_all(&self.bytes)?;
            self.out.flush()?;
            self.bytes.clear();
            self.bytes.shrink_to(ROOM);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// Returns the bytes for a row of text drawn in a style, on a terminal of twenty columns.
    fn painted(profile: TerminalProfile, text: &str, style: Style) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        let (end, _) = buffer.set_stringn(0, 0, text, 20, style);
        let mut out = Vec::new();
        let mut painter = Painter::new(&mut out, profile);
        painter.width.set(20);
        let mut x = 0;
        let mut cells = Vec::new();
        while x < end {
            let cell = &buffer[(x, 0)];
            cells.push((x, 0, cell));
            x += cell.cell_width().max(1);
        }
        painter.draw(cells.into_iter()).unwrap();
        painter.flush().unwrap();
        String::from_utf8(out).unwrap()
    }

    const BEGIN: &str = "\x1b[?25l\x1b[1;1H";

    #[test]
    fn certain_widths_need_no_moves() {
        let plain = Style::new();
        let text = "設問 1/89 ─○か";
        assert_eq!(
            painted(TerminalProfile::NARROW, text, plain),
            format!("{BEGIN}{text}")
        );
    }

    #[test]
    fn the_place_is_said_anew_behind_what_may_be_drawn_otherwise() {
        let plain = Style::new();
        assert_eq!(
            painted(TerminalProfile::UNKNOWN, "a○b漢c", plain),
            format!("{BEGIN}a \x1b[1;2H○\x1b[1;3Hb漢c")
        );
        // Put together of several characters, on every terminal.
        assert_eq!(
            painted(TerminalProfile::NARROW, "ｶﾞa", plain),
            format!("{BEGIN}ｶﾞ\x1b[1;3Ha")
        );
    }

    #[test]
    fn styles_are_put_on_once_and_taken_off_at_the_end() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        assert_eq!(
            painted(TerminalProfile::NARROW, "ab", bold),
            format!("{BEGIN}\x1b[1mab\x1b[0m")
        );
        let label = bold.fg(Color::Gray).bg(Color::Blue);
        assert_eq!(
            painted(TerminalProfile::NARROW, "ab", label),
            format!("{BEGIN}\x1b[1;37;44mab\x1b[0m")
        );
    }

    #[test]
    fn nothing_new_is_no_bytes() {
        let mut out = Vec::new();
        let mut painter = Painter::new(&mut out, TerminalProfile::NARROW);
        painter.set_cursor_position((3, 4)).unwrap();
        painter.flush().unwrap();
        for _ in 0..3 {
            painter.draw(std::iter::empty()).unwrap();
            painter.show_cursor().unwrap();
            painter.set_cursor_position((3, 4)).unwrap();
            painter.flush().unwrap();
        }
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[5;4H");
    }
}
