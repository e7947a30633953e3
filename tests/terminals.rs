//! Every screen on every kind of terminal: what the terminal shows is, cell by cell, what was
//! drawn; so nothing is shifted, cut off or left over, whatever the terminal takes for its widths.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "whether to try every setting is asked of the environment"
)]

#[path = "support/driver.rs"]
mod driver;
#[path = "support/each.rs"]
mod each;
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
use each::each;
use portable_pty::CommandBuilder;
use program::{Folder, PROGRAM, place};
use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use ratatui::style::{Color, Modifier};
use scenes::{Scene, WORLDS};
use screen::Terminal;
use screen::emulator::{Kind, NARROW, Screen, Style, WIDE};
use tenken::display::profile::{Ambiguous, TerminalProfile};
use tenken::text::Lang;
use tenken::tui::effect::Msg;
use tenken::tui::key::Key;
use tenken::tui::theme::Theme;
use tenken::tui::update::scopes;
use tenken::tui::widgets::frame;

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
        self.dress(&mut driver);
        driver
    }

    /// Tells the screens what terminal they are on.
    fn dress(self, driver: &mut Driver) {
        driver.model.profile = self.profile;
        driver.model.ambiguous = if self.kind.mute {
            Ambiguous::Unknown
        } else {
            Ambiguous::Auto
        };
        driver.model.theme = if self.colour {
            Theme::Standard
        } else {
            Theme::Monochrome
        };
    }

    /// Draws what is to be seen on a terminal of this setting.
    fn frame(self, driver: &mut Driver, keys: &str) -> Frame {
        self.dress(driver);
        let (buffer, cursor) = driver.cells();
        let keys = keys.to_owned();
        Frame {
            keys,
            buffer,
            cursor,
        }
    }

    fn terminal(self, folder: &Folder) -> Terminal {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--now", NOW, "--folder"]);
        command.arg(folder.root());
        // Elsewhere, so that places are told whole.
        command.cwd("/");
        command.env_clear();
        if self.lang == Lang::En {
            command.args(["--lang", "en"]);
        }
        if !self.colour {
            command.env("NO_COLOR", "1");
        }
        if self.kind.mute {
            // Waiting for an answer is another test.
            command.args(["--ambiguous", "unknown"]);
        }
        Terminal::start_on(self.kind, folder, self.size, command)
    }

    /// Tells the first cell where a terminal shows something else than was drawn.
    fn amiss(screen: &Screen, frame: &Frame) -> Option<String> {
        let area = frame.buffer.area;
        for y in 0..area.height {
            let mut x = 0;
            while x < area.width {
                let cell = &frame.buffer[(x, y)];
                let next = x + cell.cell_width().max(1);
                let seen: Vec<_> = (x..next).map(|x| screen.cell(x, y)).collect();
                let text: String = seen.iter().map(|cell| cell.text.as_str()).collect();
                // The second cell of a sign that may be wide is blank where it is not.
                let right = text == cell.symbol() || text.strip_suffix(' ') == Some(cell.symbol());
                if !right || seen.iter().any(|seen| seen.style != style(cell)) {
                    return Some(format!("{x},{y} is {seen:?}, not {cell:?}"));
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
            let amiss = Self::amiss(screen, frame)?;
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

/// Returns what a terminal sends for a key or a text.
fn bytes(word: &str) -> String {
    if let Some(text) = word.strip_prefix("text:") {
        return text.to_owned();
    }
    if let Some(text) = word.strip_prefix("paste:") {
        return format!("\x1b[200~{}\x1b[201~", text.replace('⏎', "\r"));
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
struct Place<'a> {
    begun: &'a Path,
    folder: Folder,
}

impl<'a> Place<'a> {
    fn of(begun: &'a Path) -> Self {
        let folder = Folder::of(tempfile::tempdir().unwrap());
        Self { begun, folder }
    }

    /// Returns the folder as it was at the beginning.
    fn anew(&self) -> &Folder {
        scenes::refill(self.folder.root(), self.begun);
        &self.folder
    }

    /// Returns, for each setting of one size and language, what is to be seen of a scene: before
    /// the first key and after each, and then on a screen too small.
    fn frames(&self, settings: &[Setting], keys: &str) -> Vec<(Vec<Frame>, Frame)> {
        // The screen that adjusts the look remembers what it began with.
        if settings.len() > 1 && keys.contains("C-t") {
            let each = settings.chunks(1).flat_map(|one| self.frames(one, keys));
            return each.collect();
        }
        let mut driver = settings[0].driver(self.anew().root());
        let mut all: Vec<Vec<Frame>> = Vec::new();
        all.resize_with(settings.len(), Vec::new);
        let mut see = |driver: &mut Driver, keys: &str| {
            for (setting, frames) in settings.iter().zip(&mut all) {
                frames.push(setting.frame(driver, keys));
            }
        };
        see(&mut driver, "");
        for word in keys.split_whitespace() {
            settings[0].dress(&mut driver);
            driver.press(word);
            see(&mut driver, word);
        }
        driver.resize(SMALL);
        see(&mut driver, "60×15");
        let cut = all.into_iter().map(|mut frames| {
            let small = frames.pop().unwrap();
            (frames, small)
        });
        cut.collect()
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
    let everything = std::env::var_os("TENKEN_TEST_FULL").is_some();
    let mut jobs = Vec::new();
    for lang in [Lang::Ja, Lang::En] {
        for (begun, scene) in scenes::all(lang) {
            for size in SIZES {
                let settings: Vec<Setting> = settings()
                    .filter(|setting| (setting.lang, setting.size) == (lang, size))
                    .filter(|setting| everything || is_turn(scene.0, setting))
                    .collect();
                jobs.push((begun.clone(), scene, settings));
            }
        }
    }
    each(&jobs, |(begun, scene, settings)| {
        if !settings.is_empty() {
            show_everywhere(&Place::of(begun), scene, settings.clone());
        }
    });
}

/// Returns every setting.
fn settings() -> impl Iterator<Item = Setting> {
    (0..TERMINALS.len() * 8).map(|number| Setting {
        kind: TERMINALS[number / 8].0,
        profile: TERMINALS[number / 8].1,
        size: SIZES[number / 4 % 2],
        lang: [Lang::Ja, Lang::En][number / 2 % 2],
        colour: number % 2 == 0,
    })
}

/// Tells whether it is a setting's turn for a scene. Every scene is seen at both sizes, on two of
/// the four terminals; terminals, languages and colours take turns, so that every setting is used
/// by many scenes.
fn is_turn(name: &str, setting: &Setting) -> bool {
    let scenes = WORLDS.iter().flat_map(|world| world.scenes);
    let scene = scenes.take_while(|scene| scene.0 != name).count();
    let terminal = TERMINALS.iter().take_while(|one| one.0 != setting.kind);
    let terminal = terminal.count();
    let large = usize::from(setting.size == SIZES[1]);
    let turn = scene + 2 * large;
    let english = (turn / 4 + large) % 2 == 1;
    let colour = turn / 8 % 2 == 0;
    terminal == turn % 4 && (setting.lang == Lang::En, setting.colour) == (english, colour)
}

fn show_everywhere(place: &Place, (name, keys): &Scene, settings: Vec<Setting>) {
    let frames = place.frames(&settings, keys);
    for (setting, (frames, small)) in settings.into_iter().zip(&frames) {
        let terminal = place.lead(setting, name, frames);
        terminal.look(|screen| {
            assert_eq!(screen.wraps(), [""; 0], "{name} {setting:?}");
            assert_eq!(screen.unknown(), [""; 0], "{name} {setting:?}");
            assert_framed(screen, setting.size, name);
        });
        terminal.resize(SMALL);
        setting.expect(&terminal, small, name);
        terminal.resize(setting.size);
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
    let is_divider = |x: u16, y: u16| matches!(sign(x, y), "│" | "|");
    for rules in rules.windows(2) {
        for x in (0..size.0).filter(|x| is_divider(*x, rules[0] + 1)) {
            for y in rules[0] + 1..rules[1] {
                assert!(is_divider(x, y), "{name}: the divider has a gap at {x},{y}");
            }
        }
    }
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let open = Mutex::new(Vec::new());
    each(&scenes::all(Lang::Ja), |(begun, (name, keys))| {
        let place = Place::of(begun);
        let (frames, _) = place.frames(&[PLAIN], keys).remove(0);
        let terminal = place.lead(PLAIN, name, &frames);
        open.lock().unwrap().push((*name, terminal, place.folder));
    });
    let open = open.into_inner().unwrap();
    for (_, terminal, _) in &open {
        while terminal.quiet_for(Duration::from_millis(20)) > 0 {}
    }
    let written: Vec<usize> = open.iter().map(|one| one.1.count()).collect();
    std::thread::sleep(Duration::from_secs(1));
    for ((name, terminal, _), before) in open.iter().zip(written) {
        assert_eq!(terminal.count(), before, "{name}");
    }
}

const PLAIN: Setting = Setting {
    size: SIZES[0],
    lang: Lang::Ja,
    kind: NARROW,
    profile: TerminalProfile::NARROW,
    colour: true,
};

/// Returns the hints of the footer, each with its keys. Of a pair of arrows one is enough: at an
/// end the other does nothing.
fn footer_keys(driver: &Driver) -> Vec<(String, Vec<Key>)> {
    let width = usize::from(driver.model.size.0) - 2;
    let hints = frame::hints(&driver.model, &scopes(&driver.model), width);
    let with_keys = hints.into_iter().map(|hint| match hint.shown.as_str() {
        "↑↓" => (hint.shown, vec![Key::Up, Key::Down]),
        "←→" => (hint.shown, vec![Key::Left, Key::Right]),
        _ => (hint.shown, vec![hint.key]),
    });
    with_keys.collect()
}

/// Where there is nothing to choose from, to scroll or to take away, a key of the footer rests.
const RESTING: [(&str, &str); 14] = [
    ("clause", "↑↓"),
    ("clause", "PgDn"),
    ("evidence", "Delete"),
    ("search", "↑↓"),
    ("merge_nothing", "↑↓"),
    ("merge_done", "↑↓"),
    ("merge_history", "↑↓"),
    ("merge_history", "PgDn"),
    ("desk_find", "↑↓"),
    ("desk_source", "↑↓"),
    ("desk_source", "PgDn"),
    ("returns_made", "↑↓"),
    ("returns_made", "PgDn"),
    ("roster_missing", "↑↓"),
];

/// What most often undoes a key; beginning anew takes long.
fn way_back(key: Key) -> &'static str {
    match key {
        Key::Up => "Down",
        Key::Down => "Up",
        Key::Left => "Right",
        Key::Right => "Left",
        _ => "Esc",
    }
}

#[test]
fn every_key_the_footer_shows_does_something() {
    let resting = Mutex::new(Vec::new());
    each(&scenes::all(Lang::Ja), |(begun, (name, keys))| {
        let place = Place::of(begun);
        let begin = || {
            let mut driver = PLAIN.driver(place.anew().root());
            driver.press(keys);
            driver
        };
        let mut driver = Some(begin());
        // A notice stands in the footer's place until the next key.
        if driver.as_ref().unwrap().model.notice.is_some() {
            return;
        }
        let before = PLAIN.frame(driver.as_mut().unwrap(), "");
        for (shown, keys_shown) in footer_keys(driver.as_ref().unwrap()) {
            let works = keys_shown.into_iter().any(|key| {
                let mut pressed = driver.take().unwrap();
                pressed.message(Msg::Key(key));
                let is_as_before = |driver: &mut Driver| {
                    let now = PLAIN.frame(driver, "");
                    (&now.buffer, now.cursor) == (&before.buffer, before.cursor)
                        && !driver.model.ended
                };
                let rests = is_as_before(&mut pressed);
                if !rests && !pressed.model.ended {
                    pressed.press(way_back(key));
                }
                let again = is_as_before(&mut pressed).then_some(pressed);
                driver = Some(again.unwrap_or_else(begin));
                !rests
            });
            if !works {
                resting.lock().unwrap().push((*name, shown));
            }
        }
    });
    let mut resting = resting.into_inner().unwrap();
    resting.sort_unstable();
    let mut known = RESTING.map(|(name, shown)| (name, shown.to_owned()));
    known.sort_unstable();
    assert_eq!(resting, known);
}

#[test]
fn a_storm_of_sizes_leaves_the_screen_as_it_was() {
    let number = WORLDS.iter().position(|world| world.has("walk")).unwrap();
    let begun = scenes::begun(Lang::Ja, number);
    let settings = TERMINALS.map(|(kind, profile)| Setting {
        kind,
        profile,
        ..PLAIN
    });
    each(WORLDS[number].scenes, |(name, keys)| {
        let place = Place::of(&begun);
        for (setting, (frames, _)) in settings.iter().zip(place.frames(&settings, keys)) {
            let terminal = place.lead(*setting, name, &frames);
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
        }
    });
}

#[test]
fn a_terminal_is_found_out_by_asking_it() {
    let begun = scenes::begun(Lang::Ja, 0);
    for (kind, profile) in TERMINALS {
        let setting = Setting {
            kind,
            profile,
            ..PLAIN
        };
        let place = Place::of(&begun);
        let (frames, _) = place.frames(&[setting], "").remove(0);
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--now", NOW, "--folder"]);
        command.arg(place.folder.root());
        command.env_clear();
        let terminal = Terminal::start_on(kind, place.anew(), setting.size, command);
        setting.expect(&terminal, &frames[0], "home_empty");
        terminal.look(|screen| assert_eq!(screen.wraps(), [""; 0]));
    }
}
