//! Drives the screens as a user does: keys in, screens out. The same model, update, view and worker
//! as in the program; only the terminal is a buffer and the clock stands still.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono::DateTime;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell, CellWidth as _};
use tempfile::TempDir;
use tenken::clock::Clock;
use tenken::domain::fiscal_year::FiscalYear;
use tenken::domain::record::Author;
use tenken::store::checklists;
use tenken::store::crash_note::Scene;
use tenken::store::disk::Disk;
use tenken::store::folder::{Folder, WorkbookKey};
use tenken::store::preferences::Preferences;
use tenken::store::workbooks::{self, NewWorkbook};
use tenken::text::Lang;
use tenken::tui::effect::{Effect, Msg};
use tenken::tui::key::Key;
use tenken::tui::model::{Model, SaveState};
use tenken::tui::runtime::{Start, first_model};
use tenken::tui::saver::Saving;
use tenken::tui::update::update;
use tenken::tui::view::view;
use tenken::tui::worker::Worker;

/// The time at which every test happens.
pub(crate) const NOW: &str = "2026-11-22T14:32:07+09:00";

/// A user at a screen.
pub(crate) struct Driver {
    /// What the screens show.
    pub(crate) model: Model,
    worker: Worker,
    saved: Receiver<Saving>,
    terminal: Terminal<TestBackend>,
    folder: TempDir,
}

impl Driver {
    /// Starts the program in a new folder.
    pub(crate) fn start(size: (u16, u16), lang: Lang) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), size, lang)
    }

    /// Starts the program in a new folder that nobody has used, as it is seen for the first time.
    pub(crate) fn first_start(size: (u16, u16), lang: Lang) -> Self {
        Self::first_start_in(tempfile::tempdir().unwrap(), size, lang)
    }

    /// Starts the program in a folder as whoever finds it there does.
    pub(crate) fn first_start_in(folder: TempDir, size: (u16, u16), lang: Lang) -> Self {
        let path = folder.path().to_owned();
        let mut driver = Self::start_first(&path, folder, size, lang, Disk::default());
        driver.perform(vec![Effect::LoadShelf]);
        driver
    }

    /// Starts the program in a folder.
    pub(crate) fn start_in(folder: TempDir, size: (u16, u16), lang: Lang) -> Self {
        let path = folder.path().to_owned();
        Self::start_at(&path, folder, size, lang, Disk::default())
    }

    /// Starts the program in a folder, on a disk that may fail.
    pub(crate) fn start_on(disk: Disk, folder: TempDir, size: (u16, u16), lang: Lang) -> Self {
        let path = folder.path().to_owned();
        Self::start_at(&path, folder, size, lang, disk)
    }

    /// Starts the program in a folder that belongs to somebody else.
    pub(crate) fn start_there(path: &Path, size: (u16, u16), lang: Lang) -> Self {
        let own = tempfile::tempdir().unwrap();
        let mut driver = Self::start_at(path, own, size, lang, Disk::default());
        path.clone_into(&mut driver.model.folder);
        driver
    }

    /// Starts the program for somebody who has seen the introduction.
    fn start_at(path: &Path, folder: TempDir, size: (u16, u16), lang: Lang, disk: Disk) -> Self {
        let mut driver = Self::start_first(path, folder, size, lang, disk);
        driver.model.preferences.toured = true;
        driver.perform(vec![Effect::LoadShelf]);
        driver
    }

    fn start_first(path: &Path, folder: TempDir, size: (u16, u16), lang: Lang, disk: Disk) -> Self {
        let folder_of = Folder::on(path.to_owned(), disk);
        let clock = Clock::Fixed(DateTime::parse_from_rfc3339(NOW).unwrap());
        let start = Start {
            folder: folder_of.clone(),
            clock,
            lang,
            theme: None,
            ambiguous: None,
            by: None,
            home: PathBuf::from("/home/tenken"),
            scene: Scene::new(folder_of),
            desk: None,
        };
        let mut model = first_model(&start, size);
        // The folder's real name differs from run to run.
        model.folder = PathBuf::from("/home/tenken");
        let (sender, saved) = channel();
        let tell = Box::new(move || {
            let sender = sender.clone();
            Box::new(move |saving| {
                let _ = sender.send(saving);
            }) as Box<dyn Fn(Saving) + Send>
        });
        Self {
            model,
            worker: Worker::new(start.folder, clock, lang, tell),
            saved,
            terminal: Terminal::new(TestBackend::new(size.0, size.1)).unwrap(),
            folder,
        }
    }

    /// Ends the program and starts it again in the same folder.
    pub(crate) fn restart(self) -> Self {
        let (size, lang) = (self.model.size, self.model.lang);
        drop(self.worker);
        Self::start_in(self.folder, size, lang)
    }

    /// Ends the program and starts it again as for the first time.
    pub(crate) fn restart_first(self) -> Self {
        let (size, lang) = (self.model.size, self.model.lang);
        drop(self.worker);
        Self::first_start_in(self.folder, size, lang)
    }

    /// Starts another program in the folder of one that goes on running.
    pub(crate) fn in_folder_of(self, other: &Path) -> Self {
        let (size, lang) = (self.model.size, self.model.lang);
        let mut second = Self::start_at(
            other,
            tempfile::tempdir().unwrap(),
            size,
            lang,
            Disk::default(),
        );
        "鈴木花子".clone_into(&mut second.model.preferences.name);
        second
    }

    /// Ends the program; its folder and what it would remember stay.
    pub(crate) fn end(self) -> (TempDir, Preferences) {
        (self.folder, self.model.preferences)
    }

    /// Goes back to the list of workbooks.
    pub(crate) fn home(&mut self) {
        while self.model.screens.len() > 1 || !self.model.overlays.is_empty() {
            self.press("Esc");
        }
    }

    /// Returns the working folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Begins a workbook without the screens; the list shows it.
    pub(crate) fn workbook(&mut self, city: &str, year: i32) -> WorkbookKey {
        let folder = Folder::new(self.path().to_owned());
        let set = checklists::load(&folder).unwrap();
        let new = NewWorkbook {
            city: city.to_owned(),
            department_code: "0420".to_owned(),
            department: "下水道整備課".to_owned(),
            agency: None,
            year: FiscalYear::new(year).unwrap(),
        };
        let key = workbooks::create(&folder, &set, &new, &person(), self.model.now).unwrap();
        self.model.preferences.name = person().name;
        self.model.preferences.title = person().title;
        self.perform(vec![Effect::LoadShelf]);
        key
    }

    /// Presses keys, named as in the help and separated by blanks; `text:…` types, and `paste:…`
    /// pastes, with `⏎` for the end of a line.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            if let Some(text) = name.strip_prefix("text:") {
                for sign in text.chars() {
                    self.message(Msg::Key(Key::Char(sign)));
                }
            } else if let Some(text) = name.strip_prefix("paste:") {
                self.paste(&text.replace('⏎', "\n"));
            } else {
                self.message(Msg::Key(key(name)));
            }
        }
        self
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.message(Msg::Paste(text.to_owned()));
        self
    }

    /// Gives the screens a message.
    pub(crate) fn message(&mut self, message: Msg) {
        let effects = update(&mut self.model, message);
        self.perform(effects.0);
        while self.is_saving() {
            self.hear();
        }
    }

    /// Waits until everything is saved, what was refused before included.
    pub(crate) fn wait_saved(&mut self) {
        while self.model.unsaved() > 0 {
            self.hear();
        }
    }

    /// Hears what became of a record.
    fn hear(&mut self) {
        let saving = self.saved.recv_timeout(Duration::from_secs(20)).unwrap();
        let message = Worker::saving(self.model.lang, &saving);
        let effects = update(&mut self.model, message);
        self.perform(effects.0);
    }

    /// Returns whether a save is on its way; a refused one waits for its time.
    fn is_saving(&self) -> bool {
        let open = self.model.open.as_ref();
        open.is_some_and(|open| matches!(open.save, SaveState::Saving(_)))
    }

    /// Presses a key and keeps back what is to be done: the work takes its time.
    pub(crate) fn hold(&mut self, name: &str) -> Vec<Effect> {
        update(&mut self.model, Msg::Key(key(name))).0
    }

    /// Does what is to be done.
    pub(crate) fn perform(&mut self, effects: Vec<Effect>) {
        let mut queue = std::collections::VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            if let Some(message) = self.worker.perform(effect, &self.model) {
                queue.extend(update(&mut self.model, message).0);
            }
        }
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, (columns, rows): (u16, u16)) {
        self.terminal.backend_mut().resize(columns, rows);
        self.message(Msg::Resized(columns, rows));
    }

    /// Draws the screen, and returns its cells and where the terminal's cursor is.
    pub(crate) fn cells(&mut self) -> (Buffer, (u16, u16)) {
        let model = &self.model;
        // The buffer keeps what a wide character hid, which a terminal does not.
        self.terminal.clear().unwrap();
        self.terminal.draw(|frame| view(model, frame)).unwrap();
        let backend = self.terminal.backend();
        assert!(backend.cursor_visible());
        (backend.buffer().clone(), backend.cursor_position().into())
    }

    /// The same, as it would be if the folder were `/home/tenken`: its real name differs from run
    /// to run.
    pub(crate) fn cells_at_home(&mut self) -> (Buffer, (u16, u16)) {
        let (mut buffer, cursor) = self.cells();
        let root = self.folder.path().display().to_string();
        let home = "/home/tenken";
        let columns = usize::from(buffer.area.width);
        for row in buffer.content.chunks_mut(columns) {
            let is_root = |cells: &[Cell]| {
                cells
                    .iter()
                    .map(Cell::symbol)
                    .eq(root.split_terminator("").skip(1))
            };
            let Some(at) = row.windows(root.len()).position(is_root) else {
                continue;
            };
            for (cell, sign) in row[at..].iter_mut().zip(home.split_terminator("").skip(1)) {
                cell.set_symbol(sign);
            }
            let behind = at + home.len();
            row[behind..].rotate_left(root.len() - home.len());
            for cell in &mut row[columns - (root.len() - home.len())..] {
                cell.reset();
            }
        }
        (buffer, cursor)
    }

    /// Returns the screen as text: a row a line, a blank line, then the stretches of style.
    pub(crate) fn screen(&mut self) -> String {
        let (buffer, _) = self.cells();
        let root = self.folder.path().display().to_string();
        let text = screen_text(&buffer);
        text.replace(&root, "/home/tenken")
    }

    /// Returns where the terminal's cursor is.
    pub(crate) fn cursor(&mut self) -> (u16, u16) {
        self.cells().1
    }
}

/// Returns the person at the screen.
pub(crate) fn person() -> Author {
    Author {
        name: "山田太郎".to_owned(),
        title: "課長".to_owned(),
    }
}

/// Returns a buffer's text, stepping over the second cell of wide characters, and its styles.
fn screen_text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut text = String::new();
    let mut styles = String::new();
    for y in 0..area.height {
        let mut row = String::new();
        let mut x = 0;
        let mut stretch: Option<(u16, String)> = None;
        while x < area.width {
            let cell = &buffer[(x, y)];
            row.push_str(cell.symbol());
            let style = style_name(cell);
            if stretch.as_ref().is_none_or(|(_, known)| *known != style) {
                close(&mut styles, y, x, stretch.take());
                stretch = Some((x, style));
            }
            x += cell.cell_width().max(1);
        }
        assert!(x <= area.width, "row {y} is wider than the screen");
        close(&mut styles, y, area.width, stretch);
        text.push_str(row.trim_end());
        text.push('\n');
    }
    format!("{text}\n{styles}")
}

fn close(styles: &mut String, y: u16, end: u16, stretch: Option<(u16, String)>) {
    if let Some((start, style)) = stretch
        && !style.is_empty()
    {
        styles.push_str(&format!("{y:>2} {start}-{end} {style}\n"));
    }
}

fn style_name(cell: &Cell) -> String {
    let mut name = Vec::new();
    if cell.fg != ratatui::style::Color::Reset {
        name.push(format!("{}", cell.fg).to_lowercase());
    }
    if cell.bg != ratatui::style::Color::Reset {
        name.push(format!("on {}", cell.bg).to_lowercase());
    }
    if !cell.modifier.is_empty() {
        name.push(format!("{:?}", cell.modifier).to_lowercase());
    }
    name.join(" ")
}

fn key(name: &str) -> Key {
    match name {
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "BackTab" => Key::BackTab,
        "Esc" => Key::Escape,
        "BackSpace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        "Home" => Key::Home,
        "End" => Key::End,
        "Space" => Key::Char(' '),
        "C-Left" => Key::CtrlLeft,
        "C-Right" => Key::CtrlRight,
        "C-Home" => Key::CtrlHome,
        "C-End" => Key::CtrlEnd,
        "C-BackSpace" => Key::CtrlBackspace,
        "C-Delete" => Key::CtrlDelete,
        _ => {
            if let Some(letter) = name.strip_prefix("C-") {
                return Key::Ctrl(letter.chars().next().unwrap());
            }
            if let Some(Ok(number)) = name.strip_prefix('F').map(str::parse) {
                return Key::Function(number);
            }
            let mut signs = name.chars();
            let sign = signs.next().unwrap();
            assert!(signs.next().is_none(), "no such key: {name}");
            Key::Char(sign)
        }
    }
}
