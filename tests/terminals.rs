//! Every screen on every kind of terminal: what the terminal shows is, cell by cell, what was
//! drawn; so nothing is shifted, cut off or left over, whatever the terminal takes for its widths.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/driver.rs"]
mod driver;
#[path = "support/program.rs"]
mod program;
#[path = "support/scenes.rs"]
mod scenes;
#[path = "support/screen.rs"]
mod screen;

use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use driver::{Driver, NOW};
use portable_pty::CommandBuilder;
use program::{Folder, PROGRAM};
use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::style::{Color, Modifier};
use scenes::{Scene, WORLDS, World};
use screen::Terminal;
use screen::emulator::{Kind, NARROW, Screen, Style, WIDE};
use tempfile::TempDir;
use tenken::display::profile::TerminalProfile;
use tenken::text::Lang;
use tenken::tui::keymap;
use tenken::tui::theme::Theme;
use tenken::tui::update::scopes;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];
const SMALL: (u16, u16) = (60, 15);

/// The terminals, each with what it is to be taken for.
const TERMINALS: [(Kind, TerminalProfile); 4] = [
    (NARROW, TerminalProfile::NARROW),
    (WIDE, TerminalProfile::WIDE),
    (mute(NARROW), TerminalProfile::UNKNOWN),
    (mute(WIDE), TerminalProfile::UNKNOWN),
];

const fn mute(kind: Kind) -> Kind {
    Kind { mute: true, ..kind }
}

/// How the program is started.
#[derive(Clone, Copy, Debug)]
struct Setting {
    size: (u16, u16),
    lang: Lang,
    kind: Kind,
    profile: TerminalProfile,
    colour: bool,
}

/// What is to be seen after some keys.
struct Frame {
    keys: String,
    buffer: Buffer,
    cursor: (u16, u16),
}

impl Setting {
    fn driver(self, folder: &Path) -> Driver {
        let mut driver = Driver::start_there(folder, self.size, self.lang);
        driver.model.profile = self.profile;
        if !self.colour {
            driver.model.theme = Theme::Monochrome;
        }
        driver
    }

    fn terminal(self, folder: &Folder) -> Terminal {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--now", NOW, "--folder"]);
        command.arg(folder.root());
        command.env_clear();
        if self.lang == Lang::En {
            command.args(["--lang", "en"]);
        }
        if !self.colour {
            command.env("NO_COLOR", "1");
        }
        Terminal::start_on(self.kind, folder, self.size, command)
    }

    /// Tells the first cell where a terminal shows something else than was drawn.
    fn amiss(self, screen: &Screen, frame: &Frame) -> Option<String> {
        let area = frame.buffer.area;
        for y in 0..area.height {
            let mut x = 0;
            while x < area.width {
                let cell = &frame.buffer[(x, y)];
                let seen = screen.cell(x, y);
                if seen.text != cell.symbol() || seen.style != style(cell) {
                    return Some(format!("{x},{y} is {seen:?}, not {cell:?}"));
                }
                let next = x + cell.cell_width().max(1);
                for behind in x + 1..next {
                    let seen = screen.cell(behind, y);
                    if !seen.text.trim().is_empty() || seen.style != style(cell) {
                        return Some(format!("{behind},{y} is {seen:?}, a second half"));
                    }
                }
                x = next;
            }
        }
        let (shown, cursor) = (screen.has_cursor(), screen.cursor());
        let right = shown && cursor == frame.cursor;
        (!right).then(|| format!("cursor {shown} {cursor:?}, not {:?}", frame.cursor))
    }

    #[track_caller]
    fn expect(self, terminal: &Terminal, frame: &Frame, name: &str) {
        terminal.wait_until_right(|screen| {
            let amiss = self.amiss(screen, frame)?;
            Some(format!("{name} after {:?}: {amiss}\n{self:?}", frame.keys))
        });
    }
}

fn style(cell: &Cell) -> Style {
    let number = |colour| match colour {
        Color::Black => Some(0),
        Color::Red => Some(1),
        Color::Green => Some(2),
        Color::Yellow => Some(3),
        Color::Blue => Some(4),
        Color::Magenta => Some(5),
        Color::Cyan => Some(6),
        Color::Gray => Some(7),
        Color::Reset => None,
        other => panic!("no colour of the themes: {other:?}"),
    };
    Style {
        bold: cell.modifier.contains(Modifier::BOLD),
        underlined: cell.modifier.contains(Modifier::UNDERLINED),
        reversed: cell.modifier.contains(Modifier::REVERSED),
        foreground: number(cell.fg),
        background: number(cell.bg),
    }
}

fn frame(driver: &mut Driver, keys: &str) -> Frame {
    let (buffer, cursor) = driver.cells();
    let keys = keys.to_owned();
    Frame {
        keys,
        buffer,
        cursor,
    }
}

/// Returns what a terminal sends for a key or a text.
fn bytes(word: &str) -> String {
    if let Some(text) = word.strip_prefix("text:") {
        return text.to_owned();
    }
    if let Some(letter) = word.strip_prefix("C-") {
        return char::from(letter.as_bytes()[0] & 0x1f).to_string();
    }
    let sequence = match word {
        "Enter" => "\r",
        "Tab" => "\t",
        "BackTab" => "\x1b[Z",
        "Esc" => "\x1b",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Home" => "\x1b[H",
        "End" => "\x1b[F",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        "Delete" => "\x1b[3~",
        "F1" => "\x1bOP",
        "F2" => "\x1bOQ",
        "F3" => "\x1bOR",
        "F4" => "\x1bOS",
        "F5" => "\x1b[15~",
        other => other,
    };
    sequence.to_owned()
}

/// A folder as a world leaves it, and another at one place, where it is used again and again.
struct Place {
    begun: TempDir,
    folder: Folder,
}

impl Place {
    fn of(world: &World, lang: Lang) -> Self {
        let begun = world.folder(lang);
        let folder = Folder::of(tempfile::tempdir().unwrap());
        Self { begun, folder }
    }

    /// Returns the folder as it was at the beginning.
    fn anew(&self) -> &Folder {
        scenes::refill(self.folder.root(), self.begun.path());
        &self.folder
    }

    /// Returns what is to be seen of a scene after each key: before the first, then the last, and
    /// then on a screen too small.
    fn frames(&self, setting: Setting, keys: &str) -> (Vec<Frame>, Frame) {
        let mut driver = setting.driver(self.anew().root());
        let mut frames = vec![frame(&mut driver, "")];
        for word in keys.split_whitespace() {
            driver.press(word);
            frames.push(frame(&mut driver, word));
        }
        driver.resize(SMALL);
        let small = frame(&mut driver, "60×15");
        (frames, small)
    }

    /// Leads a program on a terminal to a scene.
    fn lead(&self, setting: Setting, name: &str, frames: &[Frame]) -> Terminal {
        let mut terminal = setting.terminal(self.anew());
        for frame in frames {
            terminal.press(&bytes(&frame.keys));
            setting.expect(&terminal, frame, name);
        }
        terminal
    }
}

#[test]
fn every_terminal_shows_every_screen_as_it_was_drawn() {
    let mut jobs = Vec::new();
    for world in WORLDS {
        for lang in [Lang::Ja, Lang::En] {
            for size in SIZES {
                jobs.push((world, lang, size));
            }
        }
    }
    scenes::each(&jobs, |(world, lang, size)| {
        let place = Place::of(world, *lang);
        for scene in world.scenes {
            for colour in [true, false] {
                show_everywhere(&place, scene, *lang, *size, colour);
            }
        }
    });
}

fn show_everywhere(
    place: &Place,
    (name, keys): &Scene,
    lang: Lang,
    size: (u16, u16),
    colour: bool,
) {
    let mut known: Option<(TerminalProfile, (Vec<Frame>, Frame))> = None;
    for (kind, profile) in TERMINALS {
        let setting = Setting {
            size,
            lang,
            kind,
            profile,
            colour,
        };
        let (_, (frames, small)) = match known.take() {
            Some(frames) if frames.0 == profile => known.insert(frames),
            _ => known.insert((profile, place.frames(setting, keys))),
        };
        let terminal = place.lead(setting, name, frames);
        terminal.look(|screen| {
            assert_eq!(screen.wraps(), [""; 0], "{name} {setting:?}");
            assert_eq!(screen.unknown(), [""; 0], "{name} {setting:?}");
            assert_framed(screen, size, name);
        });
        terminal.resize(SMALL);
        setting.expect(&terminal, small, name);
        terminal.resize(size);
        setting.expect(&terminal, frames.last().unwrap(), name);
    }
}

/// Asserts that rules go from edge to edge, and that a divider goes from rule to rule.
fn assert_framed(screen: &Screen, size: (u16, u16), name: &str) {
    let sign = |x, y| screen.cell(x, y).text.as_str();
    let is_rule = |y: &u16| (0..size.0).all(|x| matches!(sign(x, *y), "─" | "-"));
    let begins = |y: &u16| matches!((sign(0, *y), sign(1, *y)), ("─", "─") | ("-", "-"));
    let rules: Vec<u16> = (0..size.1).filter(is_rule).collect();
    let begun: Vec<u16> = (0..size.1).filter(begins).collect();
    assert_eq!(rules, begun, "{name}: a rule does not reach the edge");
    let (first, last) = (rules[0], rules[rules.len() - 1]);
    assert!(first < last, "{name}: the body has two rules");
    let is_divider = |x: u16, y: u16| matches!(sign(x, y), "│" | "|");
    if let Some(x) = (0..size.0).find(|x| is_divider(*x, first + 1)) {
        let next = rules[1];
        for y in first + 1..next {
            assert!(is_divider(x, y), "{name}: the divider has a gap at {x},{y}");
        }
    }
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let mut open = Vec::new();
    for world in WORLDS {
        let begun = world.folder(Lang::Ja);
        for (name, keys) in world.scenes {
            let place = Place {
                begun: scenes::copy(begun.path()),
                folder: Folder::of(tempfile::tempdir().unwrap()),
            };
            let setting = plain(Lang::Ja);
            let (frames, _) = place.frames(setting, keys);
            let terminal = place.lead(setting, name, &frames);
            open.push((name, terminal, place));
        }
    }
    for (_, terminal, _) in &open {
        while terminal.quiet_for(Duration::from_millis(20)) > 0 {}
    }
    let written: Vec<usize> = open.iter().map(|one| one.1.count()).collect();
    std::thread::sleep(Duration::from_secs(1));
    for ((name, terminal, _), before) in open.iter().zip(written) {
        assert_eq!(terminal.count(), before, "{name}");
    }
}

fn plain(lang: Lang) -> Setting {
    Setting {
        size: SIZES[0],
        lang,
        kind: NARROW,
        profile: TerminalProfile::NARROW,
        colour: true,
    }
}

/// Returns the keys the footer names, each as a terminal sends it. Of a pair of arrows one is
/// enough: at an end the other does nothing.
fn footer_keys(driver: &Driver) -> Vec<Vec<&'static str>> {
    let shown = keymap::footer(
        &scopes(&driver.model),
        driver.model.strings,
        driver.model.ruler(),
        usize::from(driver.model.size.0) - 2,
    );
    let keys = shown.iter().map(|(key, _)| match key.as_str() {
        "↑↓" => vec!["Up", "Down"],
        "←→" => vec!["Left", "Right"],
        "←" => vec!["Left"],
        "→" => vec!["Right"],
        "Enter" => vec!["Enter"],
        "Tab" => vec!["Tab"],
        "Esc" => vec!["Esc"],
        "PgDn" => vec!["PgDn"],
        "Delete" => vec!["Delete"],
        "F1" => vec!["F1"],
        "F2" => vec!["F2"],
        "F3" => vec!["F3"],
        "F4" => vec!["F4"],
        other => panic!("a key the footer has not shown so far: {other}"),
    });
    keys.collect()
}

#[test]
fn every_key_the_footer_shows_does_something() {
    let idle = Mutex::new(Vec::new());
    scenes::each(WORLDS, |world| {
        let place = Place::of(world, Lang::Ja);
        let setting = plain(Lang::Ja);
        for (name, keys) in world.scenes {
            let mut driver = setting.driver(place.anew().root());
            driver.press(keys);
            // A notice stands in the footer's place until the next key.
            if driver.model.notice.is_some() {
                continue;
            }
            let before = frame(&mut driver, "");
            let shown = footer_keys(&driver);
            drop(driver);
            for either in shown {
                let does = either.iter().any(|key| {
                    let mut driver = setting.driver(place.anew().root());
                    driver.press(keys).press(key);
                    let after = frame(&mut driver, key);
                    driver.model.ended
                        || (&after.buffer, after.cursor) != (&before.buffer, before.cursor)
                });
                if !does {
                    idle.lock().unwrap().push(format!("{name}: {either:?}"));
                }
            }
        }
    });
    assert_eq!(idle.into_inner().unwrap(), [""; 0]);
}

#[test]
fn a_storm_of_sizes_leaves_the_screen_as_it_was() {
    let world = WORLDS.iter().find(|world| world.has("walk")).unwrap();
    let place = Place::of(world, Lang::Ja);
    for (kind, profile) in TERMINALS {
        let setting = Setting {
            kind,
            profile,
            ..plain(Lang::Ja)
        };
        for (name, keys) in world.scenes {
            let (frames, _) = place.frames(setting, keys);
            let mut terminal = place.lead(setting, name, &frames);
            let odd = [
                (1, 1),
                (300, 100),
                (2, 1),
                (1, 100),
                (80, 1),
                (79, 24),
                (80, 23),
            ];
            let growing = (20..=200).step_by(7).map(|columns| (columns, 24));
            for size in odd.into_iter().chain(growing) {
                terminal.resize(size);
            }
            terminal.resize(setting.size);
            setting.expect(&terminal, frames.last().unwrap(), name);
            assert!(!terminal.has_ended());
        }
    }
}
