//! A screen as an SVG picture. Every run of text is put at its cell and told its length, so that
//! the grid holds in any font; lines and bars are shapes, so that they join. The same screen gives
//! the same bytes.

use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr as _;

/// The size of a cell, and of the edge around the screen.
const WIDTH: u16 = 10;
const HEIGHT: u16 = 24;
const EDGE: u16 = 12;
/// How far the line that letters stand on is below the top of their cell.
const BASE: u16 = 18;

/// The colours: what they are called in the picture, then on a light and on a dark ground. Each
/// can be read on its ground, and grey on blue and black on yellow on each other.
const PALETTE: [(&str, &str, &str); 11] = [
    ("paper", "#ffffff", "#16191d"),
    ("ink", "#1c2024", "#e4e6e8"),
    ("black", "#000000", "#000000"),
    ("red", "#b3261e", "#f2837c"),
    ("green", "#1a7035", "#6fcf86"),
    ("yellow", "#f0c419", "#f0c419"),
    ("blue", "#1d4f9e", "#1d4f9e"),
    ("magenta", "#8a2a8f", "#d88adb"),
    ("cyan", "#0b7285", "#4cc0d4"),
    ("gray", "#f2f4f6", "#f2f4f6"),
    ("cursor", "#c2410c", "#ff9d5c"),
];

/// Returns the picture of a screen and its cursor.
pub(crate) fn svg(buffer: &Buffer, cursor: (u16, u16)) -> String {
    let area = buffer.area;
    let (width, height) = (area.width * WIDTH, area.height * HEIGHT);
    let mut body = String::new();
    for y in 0..area.height {
        let signs = signs(buffer, y);
        grounds(&mut body, &signs, y);
        let mut rest = &signs[..];
        while let Some(first) = rest.first() {
            let alike = rest.iter().take_while(|sign| sign.goes_with(first)).count();
            let (run, behind) = rest.split_at(alike.max(1));
            // A wide font may draw a sign over the blank behind it.
            let room = behind.first().is_none_or(|next| next.kind == Kind::Blank);
            let squeezed = first.kind == Kind::Squeezed && !(run.len() == 1 && room);
            for part in run.chunks(if squeezed { 1 } else { run.len() }) {
                draw(&mut body, part, y, squeezed);
            }
            rest = behind;
        }
    }
    let under = buffer[cursor].cell_width().max(1) * WIDTH;
    let (x, y) = (cursor.0 * WIDTH, cursor.1 * HEIGHT);
    body.push_str(&format!(
        "<rect class=\"k\" x=\"{x}\" y=\"{y}\" width=\"{under}\" height=\"{HEIGHT}\"/>\n"
    ));
    let (whole, high) = (width + 2 * EDGE, height + 2 * EDGE);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"{high}\" \
         viewBox=\"-{EDGE} -{EDGE} {whole} {high}\" lang=\"ja\">\n<style>\n{}</style>\n\
         <rect class=\"paper\" x=\"-{EDGE}\" y=\"-{EDGE}\" width=\"{whole}\" height=\"{high}\" \
         rx=\"8\"/>\n{body}</svg>\n",
        style()
    )
}

fn style() -> String {
    let mut style = "text{font-family:\"BIZ UDGothic\",\"MS Gothic\",\"Noto Sans Mono CJK JP\",\
                     \"Osaka-Mono\",monospace;font-size:20px}\n\
                     .b{font-weight:bold}\n.u{text-decoration:underline}\n\
                     .k{fill:none;stroke-width:2}\n"
        .to_owned();
    let mut dark = String::new();
    for (name, light, on_dark) in PALETTE {
        let what = if name == "cursor" {
            ("k", "stroke")
        } else {
            (name, "fill")
        };
        style.push_str(&format!(".{}{{{}:{light}}}\n", what.0, what.1));
        if light != on_dark {
            dark.push_str(&format!(".{}{{{}:{on_dark}}}", what.0, what.1));
        }
    }
    format!("{style}@media (prefers-color-scheme:dark){{{dark}}}\n")
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Blank,
    /// A shape: a line or a block.
    Shape,
    /// One cell, as half a square.
    Narrow,
    /// One cell, though Japanese fonts draw it as a square.
    Squeezed,
    /// Two cells.
    Wide,
}

/// What stands in a cell, and how.
#[derive(Debug)]
struct Sign {
    text: String,
    kind: Kind,
    x: u16,
    cells: u16,
    ink: &'static str,
    ground: &'static str,
    bold: bool,
    underlined: bool,
}

impl Sign {
    fn of(cell: &Cell, x: u16) -> Self {
        let text = cell.symbol().to_owned();
        let cells = cell.cell_width().max(1);
        let kind = match text.chars().next() {
            None | Some(' ' | '\u{3000}') => Kind::Blank,
            Some('─' | '━' | '╸' | '│' | '\u{2580}'..='\u{2590}' | '·') => Kind::Shape,
            Some(_) if cells > 1 => Kind::Wide,
            Some(_) if text.width_cjk() > 1 => Kind::Squeezed,
            Some(_) => Kind::Narrow,
        };
        let (mut ink, mut ground) = (colour(cell.fg, "ink"), colour(cell.bg, "paper"));
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut ground);
        }
        Self {
            text,
            kind,
            x,
            cells,
            ink,
            ground,
            bold: cell.modifier.contains(Modifier::BOLD),
            underlined: cell.modifier.contains(Modifier::UNDERLINED),
        }
    }

    /// Tells whether a sign can be drawn together with the first of a run.
    fn goes_with(&self, first: &Self) -> bool {
        let look = |sign: &Self| (sign.kind, sign.ink, sign.bold, sign.underlined);
        let same = self.kind != Kind::Shape || self.text == first.text;
        look(self) == look(first) && same
    }
}

fn signs(buffer: &Buffer, y: u16) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut x = 0;
    while x < buffer.area.width {
        let sign = Sign::of(&buffer[(x, y)], x);
        x += sign.cells;
        signs.push(sign);
    }
    signs
}

fn colour(colour: Color, own: &'static str) -> &'static str {
    match colour {
        Color::Reset => own,
        Color::Black => "black",
        Color::Red => "red",
        Color::Green => "green",
        Color::Yellow => "yellow",
        Color::Blue => "blue",
        Color::Magenta => "magenta",
        Color::Cyan => "cyan",
        Color::Gray => "gray",
        other => panic!("no colour of the palette: {other:?}"),
    }
}

/// Draws what is behind the text, where it is not the paper.
fn grounds(body: &mut String, signs: &[Sign], y: u16) {
    for run in signs.chunk_by(|one, other| one.ground == other.ground) {
        if run[0].ground != "paper" {
            let (x, cells) = extent(run);
            rect(
                body,
                run[0].ground,
                x * WIDTH,
                y * HEIGHT,
                cells * WIDTH,
                HEIGHT,
            );
        }
    }
}

fn extent(run: &[Sign]) -> (u16, u16) {
    (run[0].x, run.iter().map(|sign| sign.cells).sum())
}

fn rect(body: &mut String, class: &str, x: u16, y: u16, width: u16, height: u16) {
    body.push_str(&format!(
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\n"
    ));
}

fn draw(body: &mut String, run: &[Sign], y: u16, squeezed: bool) {
    let first = &run[0];
    let (x, cells) = extent(run);
    let (left, top, wide) = (x * WIDTH, y * HEIGHT, cells * WIDTH);
    match first.kind {
        Kind::Blank => {}
        Kind::Shape => shape(body, run, left, top, wide),
        Kind::Narrow | Kind::Squeezed | Kind::Wide => {
            let mut class = first.ink.to_owned();
            class.push_str(if first.bold { " b" } else { "" });
            class.push_str(if first.underlined { " u" } else { "" });
            let text: String = run.iter().map(|sign| sign.text.as_str()).collect();
            let text = text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            let length = match first.kind {
                _ if squeezed => {
                    format!(" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\"")
                }
                Kind::Squeezed => String::new(),
                _ => format!(" textLength=\"{wide}\""),
            };
            let base = top + BASE;
            body.push_str(&format!(
                "<text class=\"{class}\" x=\"{left}\" y=\"{base}\"{length}>{text}</text>\n"
            ));
        }
    }
}

/// Draws lines and blocks; those of a run are one shape.
fn shape(body: &mut String, run: &[Sign], left: u16, top: u16, wide: u16) {
    let ink = run[0].ink;
    let sign = run[0].text.chars().next().unwrap();
    match sign {
        '─' => rect(body, ink, left, top + HEIGHT / 2, wide, 1),
        '━' => rect(body, ink, left, top + HEIGHT / 2 - 1, wide, 3),
        '╸' => rect(body, ink, left, top + HEIGHT / 2 - 1, WIDTH / 2, 3),
        '█' => rect(body, ink, left, top, wide, HEIGHT),
        '·' => {
            for sign in run {
                let (x, y) = (sign.x * WIDTH + WIDTH / 2 - 1, top + HEIGHT / 2 - 1);
                rect(body, ink, x, y, 2, 2);
            }
        }
        _ => {
            for sign in run {
                let x = sign.x * WIDTH;
                let (inset, across, height) = block(sign.text.chars().next().unwrap());
                let down = HEIGHT - height;
                rect(body, ink, x + inset, top + down, across, height);
            }
        }
    }
}

/// Returns where a block begins in its cell, how wide it is, and how high from below.
fn block(sign: char) -> (u16, u16, u16) {
    let eighth = |code: u32| u16::try_from(code).unwrap();
    match sign {
        '│' => (WIDTH / 2, 1, HEIGHT),
        '▀' => panic!("no half block hangs from above"),
        '▁'..='█' => (0, WIDTH, HEIGHT * eighth(sign as u32 - 0x2580) / 8),
        '▉'..='▏' => (0, (WIDTH * eighth(0x2590 - sign as u32) / 8).max(1), HEIGHT),
        other => panic!("no block: {other}"),
    }
}
