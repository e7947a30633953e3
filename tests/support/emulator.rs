//! A small terminal: bytes in, a grid of cells out, and what a terminal answers. It counts cells on
//! its own, so that the program's layout is measured with another rule than the program's.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthChar as _;

/// What kind of terminal it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Kind {
    /// The cells of a character whose width depends on the terminal: 1 or 2.
    pub(crate) ambiguous: u16,
    /// Never answers what it is asked.
    pub(crate) mute: bool,
}

/// As most terminals are.
pub(crate) const NARROW: Kind = Kind {
    ambiguous: 1,
    mute: false,
};
/// As Japanese consoles often are.
pub(crate) const WIDE: Kind = Kind {
    ambiguous: 2,
    mute: false,
};

/// The private modes that tests look at.
const AUTOWRAP: u16 = 7;
const CURSOR: u16 = 25;
const ALTERNATE: u16 = 1049;
const PASTE: u16 = 2004;

/// How a character is shown.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Style {
    pub(crate) bold: bool,
    pub(crate) underlined: bool,
    pub(crate) reversed: bool,
    pub(crate) foreground: Option<u8>,
    pub(crate) background: Option<u8>,
}

/// A cell; the second one of a wide character has no text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) style: Style,
}

impl Cell {
    fn blank(style: Style) -> Self {
        let text = " ".to_owned();
        Self { text, style }
    }

    fn is_second_half(&self) -> bool {
        self.text.is_empty()
    }
}

type Grid = Vec<Vec<Cell>>;

/// What a person would see.
pub(crate) struct Screen {
    kind: Kind,
    columns: u16,
    rows: u16,
    grid: Grid,
    /// The cursor, column first.
    cursor: (u16, u16),
    /// The last column was written, and the next character begins a row.
    pending_wrap: bool,
    saved_cursor: (u16, u16),
    /// What the alternate screen covers, and the cursor there.
    covered: Option<(Grid, (u16, u16))>,
    pen: Style,
    modes: BTreeSet<u16>,
    wraps: Vec<String>,
    unknown: Vec<String>,
    answers: Vec<u8>,
}

/// A terminal without a program.
pub(crate) struct Emulator {
    parser: vte::Parser,
    screen: Screen,
}

impl Emulator {
    /// Makes an empty terminal of so many columns and rows.
    pub(crate) fn new(kind: Kind, (columns, rows): (u16, u16)) -> Self {
        let mut screen = Screen {
            kind,
            columns,
            rows,
            grid: Vec::new(),
            cursor: (0, 0),
            pending_wrap: false,
            saved_cursor: (0, 0),
            covered: None,
            pen: Style::default(),
            modes: BTreeSet::from([AUTOWRAP, CURSOR]),
            wraps: Vec::new(),
            unknown: Vec::new(),
            answers: Vec::new(),
        };
        screen.grid = screen.empty();
        let parser = vte::Parser::new();
        Self { parser, screen }
    }

    /// Takes what a program wrote, and returns what the terminal answers.
    #[must_use]
    pub(crate) fn process(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.parser.advance(&mut self.screen, bytes);
        std::mem::take(&mut self.screen.answers)
    }

    pub(crate) fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Takes another size; what does not fit is lost, as on the alternate screen of real ones.
    pub(crate) fn resize(&mut self, (columns, rows): (u16, u16)) {
        let screen = &mut self.screen;
        (screen.columns, screen.rows) = (columns, rows);
        fit(&mut screen.grid, columns, rows);
        if let Some((covered, _)) = &mut screen.covered {
            fit(covered, columns, rows);
        }
        screen.move_to(screen.cursor.0, screen.cursor.1);
    }
}

fn fit(grid: &mut Grid, columns: u16, rows: u16) {
    let blank = Cell::blank(Style::default());
    for row in grid.iter_mut() {
        let cut = row.get(usize::from(columns));
        if cut.is_some_and(Cell::is_second_half) {
            row[usize::from(columns) - 1] = blank.clone();
        }
        row.resize(usize::from(columns), blank.clone());
    }
    grid.resize(usize::from(rows), vec![blank; usize::from(columns)]);
}

impl Screen {
    /// Returns the cells of a character: of a combining one none.
    fn cells(&self, sign: char) -> u16 {
        // Letters that Japanese fonts draw wide though the table of the crate calls them narrow.
        let letter = matches!(
            sign,
            '\u{391}'..='\u{3a9}' | '\u{3b1}'..='\u{3c1}' | '\u{3c3}'..='\u{3c9}'
                | '\u{401}' | '\u{410}'..='\u{44f}' | '\u{451}'
        );
        match (sign.width(), sign.width_cjk()) {
            // The voicing marks of half-width kana stand in a cell of their own.
            _ if matches!(sign, '\u{ff9e}' | '\u{ff9f}') => 1,
            _ if letter => self.kind.ambiguous,
            (Some(1), Some(2)) => self.kind.ambiguous,
            (width, _) => width.map_or(0, |width| u16::try_from(width).unwrap()),
        }
    }

    /// Returns the cursor, column first.
    pub(crate) fn cursor(&self) -> (u16, u16) {
        self.cursor
    }

    pub(crate) fn has_cursor(&self) -> bool {
        self.modes.contains(&CURSOR)
    }

    pub(crate) fn is_alternate(&self) -> bool {
        self.modes.contains(&ALTERNATE)
    }

    pub(crate) fn has_bracketed_paste(&self) -> bool {
        self.modes.contains(&PASTE)
    }

    /// Tells whether the modes are those a terminal begins with.
    pub(crate) fn is_as_new(&self) -> bool {
        self.modes == BTreeSet::from([AUTOWRAP, CURSOR]) && self.pen == Style::default()
    }

    /// Returns the rows that went on by themselves because a text was too wide.
    pub(crate) fn wraps(&self) -> &[String] {
        &self.wraps
    }

    /// Returns the sequences this terminal does not know.
    pub(crate) fn unknown(&self) -> &[String] {
        &self.unknown
    }

    pub(crate) fn cell(&self, column: u16, row: u16) -> &Cell {
        &self.grid[usize::from(row)][usize::from(column)]
    }

    /// Returns a row's text, blanks at its end included.
    pub(crate) fn row(&self, row: u16) -> String {
        let cells = self.grid[usize::from(row)].iter();
        cells.map(|cell| cell.text.as_str()).collect()
    }

    /// Returns the text, a row a line, without blanks at the ends.
    pub(crate) fn text(&self) -> String {
        let rows = (0..self.rows).map(|row| self.row(row).trim_end().to_owned() + "\n");
        rows.collect::<String>().trim_end().to_owned()
    }

    fn empty(&self) -> Grid {
        let mut grid = Grid::new();
        fit(&mut grid, self.columns, self.rows);
        grid
    }

    fn move_to(&mut self, column: u16, row: u16) {
        let last = (self.columns.saturating_sub(1), self.rows.saturating_sub(1));
        self.cursor = (column.min(last.0), row.min(last.1));
        self.pending_wrap = false;
    }

    fn line_feed(&mut self) {
        if self.cursor.1 + 1 < self.rows {
            self.cursor.1 += 1;
        } else {
            self.grid.remove(0);
            let blank = Cell::blank(Style::default());
            self.grid.push(vec![blank; usize::from(self.columns)]);
        }
    }

    fn wrap(&mut self) {
        self.wraps.push(self.row(self.cursor.1));
        self.cursor.0 = 0;
        self.line_feed();
        self.pending_wrap = false;
    }

    /// Blanks cells of the cursor's row, and the other halves of wide characters at both ends.
    fn blank(&mut self, row: u16, from: u16, to: u16) {
        let style = Style {
            background: self.pen.background,
            ..Style::default()
        };
        let row = &mut self.grid[usize::from(row)];
        let (from, to) = (usize::from(from), usize::from(to).min(row.len()));
        if from >= to {
            return;
        }
        if row[from].is_second_half() {
            row[from - 1] = Cell::blank(row[from - 1].style);
        }
        if row.get(to).is_some_and(Cell::is_second_half) {
            row[to] = Cell::blank(row[to].style);
        }
        row[from..to].fill(Cell::blank(style));
    }

    fn erase_in_display(&mut self, what: u16) {
        let (column, row) = self.cursor;
        let (first, last) = match what {
            0 => {
                self.blank(row, column, self.columns);
                (row + 1, self.rows)
            }
            1 => {
                self.blank(row, 0, column + 1);
                (0, row)
            }
            _ => (0, self.rows),
        };
        for row in first..last {
            self.blank(row, 0, self.columns);
        }
    }

    fn erase_in_line(&mut self, what: u16) {
        let (column, row) = self.cursor;
        match what {
            0 => self.blank(row, column, self.columns),
            1 => self.blank(row, 0, column + 1),
            _ => self.blank(row, 0, self.columns),
        }
    }

    fn set_mode(&mut self, mode: u16, on: bool) {
        let changed = if on {
            self.modes.insert(mode)
        } else {
            self.modes.remove(&mode)
        };
        if mode == ALTERNATE && changed {
            if on {
                let empty = self.empty();
                let grid = std::mem::replace(&mut self.grid, empty);
                self.covered = Some((grid, self.cursor));
            } else if let Some((grid, (column, row))) = self.covered.take() {
                self.grid = grid;
                self.move_to(column, row);
            }
        }
    }

    /// Changes the pen; returns whether everything was understood.
    fn set_style(&mut self, numbers: &[u16]) -> bool {
        let pen = &mut self.pen;
        let mut rest = numbers.iter().copied();
        while let Some(number) = rest.next() {
            let colour = |base: u16| u8::try_from(number - base).ok();
            match number {
                0 => *pen = Style::default(),
                1 => pen.bold = true,
                4 => pen.underlined = true,
                7 => pen.reversed = true,
                22 => pen.bold = false,
                24 => pen.underlined = false,
                27 => pen.reversed = false,
                30..=37 => pen.foreground = colour(30),
                39 => pen.foreground = None,
                40..=47 => pen.background = colour(40),
                49 => pen.background = None,
                // The colour of underlines, which stays as it was.
                59 => {}
                90..=97 => pen.foreground = colour(82),
                100..=107 => pen.background = colour(92),
                38 | 48 => {
                    let (Some(5), Some(colour @ 0..=15)) = (rest.next(), rest.next()) else {
                        return false;
                    };
                    let colour = u8::try_from(colour).ok();
                    if number == 38 {
                        pen.foreground = colour;
                    } else {
                        pen.background = colour;
                    }
                }
                _ => return false,
            }
        }
        true
    }
}

impl vte::Perform for Screen {
    fn print(&mut self, sign: char) {
        let cells = self.cells(sign);
        if cells == 0 {
            let (column, row) = self.cursor;
            let before = column.saturating_sub(u16::from(!self.pending_wrap));
            let row = &mut self.grid[usize::from(row)];
            let upto = &mut row[..=usize::from(before)];
            let held = upto.iter_mut().rev().find(|cell| !cell.is_second_half());
            held.unwrap().text.push(sign);
            return;
        }
        if cells > self.columns {
            return;
        }
        let wraps = self.modes.contains(&AUTOWRAP);
        if wraps && (self.pending_wrap || self.cursor.0 + cells > self.columns) {
            self.wrap();
        }
        let (column, row) = (self.cursor.0.min(self.columns - cells), self.cursor.1);
        self.blank(row, column, column + cells);
        let place = usize::from(column);
        let row = &mut self.grid[usize::from(row)];
        row[place] = Cell {
            text: sign.to_string(),
            style: self.pen,
        };
        if cells == 2 {
            row[place + 1] = Cell {
                text: String::new(),
                style: self.pen,
            };
        }
        self.pending_wrap = column + cells == self.columns;
        self.cursor.0 = (column + cells).min(self.columns - 1);
    }

    fn execute(&mut self, byte: u8) {
        let (column, row) = self.cursor;
        match byte {
            0x07 => {}
            0x08 => self.move_to(column.saturating_sub(1), row),
            b'\t' => self.move_to((column / 8 + 1) * 8, row),
            b'\n' => self.line_feed(),
            b'\r' => self.move_to(0, row),
            _ => self.unknown.push(format!("control {byte:#x}")),
        }
    }

    fn csi_dispatch(&mut self, params: &vte::Params, between: &[u8], _ignore: bool, action: char) {
        let numbers: Vec<u16> = params.iter().flatten().copied().collect();
        let first = numbers.first().copied().unwrap_or(0);
        let count = first.max(1);
        let second = numbers.get(1).copied().unwrap_or(0).max(1);
        let (column, row) = self.cursor;
        match (between, action) {
            ([], 'A') => self.move_to(column, row.saturating_sub(count)),
            ([], 'B') => self.move_to(column, row.saturating_add(count)),
            ([], 'C') => self.move_to(column.saturating_add(count), row),
            ([], 'D') => self.move_to(column.saturating_sub(count), row),
            ([], 'G') => self.move_to(count - 1, row),
            ([], 'd') => self.move_to(column, count - 1),
            ([], 'H' | 'f') => self.move_to(second - 1, count - 1),
            ([], 'J') => self.erase_in_display(first),
            ([], 'K') => self.erase_in_line(first),
            ([], 'X') => self.blank(row, column, column.saturating_add(count)),
            ([], 'm') if self.set_style(&numbers) => {}
            ([], 'n') if first == 6 => {
                if !self.kind.mute {
                    let answer = format!("\x1b[{};{}R", row + 1, column + 1);
                    self.answers.extend(answer.bytes());
                }
            }
            (b"?", 'h' | 'l') => {
                for mode in numbers {
                    self.set_mode(mode, action == 'h');
                }
            }
            _ => {
                let between = String::from_utf8_lossy(between).into_owned();
                self.unknown
                    .push(format!("CSI {between}{numbers:?}{action}"));
            }
        }
    }

    fn esc_dispatch(&mut self, between: &[u8], _ignore: bool, byte: u8) {
        match (between, byte) {
            ([], b'7') => self.saved_cursor = self.cursor,
            ([], b'8') => self.move_to(self.saved_cursor.0, self.saved_cursor.1),
            // The end of a string, such as a title.
            ([], b'\\') => {}
            _ => {
                let between = String::from_utf8_lossy(between).into_owned();
                let sign = char::from(byte);
                self.unknown.push(format!("ESC {between}{sign}"));
            }
        }
    }
}
