//! The loop: events in, effects done, one frame per burst of events. Nothing moves when nothing
//! happens.

use std::io::{self, Stdout, Write as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::cursor::Show;
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event};
use crossterm::execute;
use crossterm::style::force_color_output;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};

use super::effect::{Effect, Msg};
use super::key::Key;
use super::model::{Model, Shelf};
use super::saver::Saving;
use super::screens::Screen;
use super::theme::Theme;
use super::update::update;
use super::view::view;
use super::worker::{Tell, Worker};
use crate::clock::Clock;
use crate::error::{Doing, Error, Result};
use crate::store::draft::Draft;
use crate::store::folder::Folder;
use crate::store::preferences::Preferences;
use crate::text::Lang;

/// How long after the last key a text being typed is kept.
const DRAFT_PAUSE: Duration = Duration::from_millis(700);

/// The signal that a vanished terminal counts as.
const HANG_UP: i32 = 1;

/// How the program was started.
#[derive(Clone, Debug)]
pub struct Start {
    /// The working folder.
    pub folder: Folder,
    /// The clock.
    pub clock: Clock,
    /// The language.
    pub lang: Lang,
    /// Whether to do without colour.
    pub monochrome: bool,
    /// Who fills in, when said at the start.
    pub by: Option<String>,
}

enum Incoming {
    Event(Event),
    Saving(Saving),
    #[cfg_attr(not(unix), expect(dead_code, reason = "Windows has no such signals"))]
    Signal(i32),
    InputEnded,
}

/// Makes the model the program begins with.
#[must_use]
pub fn first_model(start: &Start, size: (u16, u16)) -> Model {
    let mut preferences = Preferences::load(&start.folder);
    if let Some(name) = &start.by {
        if preferences.name != *name {
            preferences.title.clear();
        }
        preferences.name.clone_from(name);
    }
    let root = start.folder.root();
    Model {
        lang: start.lang,
        strings: start.lang.strings(),
        theme: if start.monochrome {
            Theme::Monochrome
        } else {
            Theme::Standard
        },
        size,
        now: start.clock.now(),
        folder: std::path::absolute(root).unwrap_or_else(|_| root.to_owned()),
        preferences,
        shelf: Shelf::default(),
        screens: vec![Screen::Home(super::screens::home::Home::default())],
        overlays: Vec::new(),
        open: None,
        notice: None,
        ended: false,
    }
}

/// Runs the screens until the user leaves. Returns the number of the signal that ended it, if one did.
///
/// # Errors
///
/// [`Error::Io`] when the terminal cannot be drawn on.
pub fn run(start: &Start) -> Result<Option<i32>> {
    let drawing = || Error::io(Doing::Drawing, "terminal");
    let screen = OpenScreen::enter().map_err(drawing())?;
    restore_on_panic();
    if start.monochrome {
        // Told to do without colour, the library would lose bold and reversed too.
        force_color_output(true);
    }
    let (sender, inbox) = channel();
    spawn_input(sender.clone());
    spawn_signals(&sender);
    let backend = CrosstermBackend::new(io::stdout());
    let mut terminal = Terminal::new(backend).map_err(drawing())?;
    let size = terminal.size().map_err(drawing())?;
    let mut model = first_model(start, (size.width, size.height));
    let mut running = Running {
        worker: Worker::new(
            start.folder.clone(),
            start.clock,
            start.lang,
            make_tell(sender),
        ),
        clock: start.clock,
        lang: start.lang,
        draft: None,
    };
    // The first frame stands before the folder is read.
    draw(&mut terminal, &model).map_err(drawing())?;
    running.perform(&mut model, &mut terminal, vec![Effect::LoadShelf])?;
    let signal = running.run(&mut model, &mut terminal, &inbox)?;
    running.end();
    drop(screen);
    Ok(signal)
}

struct Running {
    worker: Worker,
    clock: Clock,
    lang: Lang,
    /// A text being typed that is not kept yet, and when it is to be.
    draft: Option<(Instant, Draft)>,
}

type Screenful = Terminal<CrosstermBackend<Stdout>>;

impl Running {
    fn run(
        &mut self,
        model: &mut Model,
        terminal: &mut Screenful,
        inbox: &Receiver<Incoming>,
    ) -> Result<Option<i32>> {
        while !model.ended {
            draw(terminal, model).map_err(Error::io(Doing::Drawing, "terminal"))?;
            let Some(first) = self.wait(inbox) else {
                continue;
            };
            // Everything that is there already is taken before the next frame.
            let mut incoming = Some(first);
            while let Some(next) = incoming {
                if let Incoming::Signal(signal) = next {
                    return Ok(Some(signal));
                }
                if matches!(next, Incoming::InputEnded) {
                    return Ok(Some(HANG_UP));
                }
                self.take(model, terminal, next)?;
                if model.ended {
                    break;
                }
                incoming = inbox.try_recv().ok();
            }
        }
        Ok(None)
    }

    /// Waits for something to happen; none when a text being typed was kept meanwhile.
    fn wait(&mut self, inbox: &Receiver<Incoming>) -> Option<Incoming> {
        let Some((due, _)) = &self.draft else {
            return Some(inbox.recv().unwrap_or(Incoming::InputEnded));
        };
        match inbox.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(incoming) => Some(incoming),
            Err(RecvTimeoutError::Disconnected) => Some(Incoming::InputEnded),
            Err(RecvTimeoutError::Timeout) => {
                self.keep_draft();
                None
            }
        }
    }

    fn take(&mut self, model: &mut Model, terminal: &mut Screenful, next: Incoming) -> Result<()> {
        let Some(message) = self.message(next, terminal) else {
            return Ok(());
        };
        model.now = self.clock.now();
        let effects = update(model, message);
        self.perform(model, terminal, effects.0)
    }

    fn message(&self, incoming: Incoming, terminal: &mut Screenful) -> Option<Msg> {
        match incoming {
            Incoming::Event(Event::Key(event)) => Key::of(&event).map(Msg::Key),
            Incoming::Event(Event::Paste(text)) => Some(Msg::Paste(text)),
            Incoming::Event(Event::Resize(..)) => {
                // The numbers of the event can be wrong; the terminal is asked.
                let size = terminal.size().ok()?;
                clear(terminal).ok()?;
                Some(Msg::Resized(size.width, size.height))
            }
            Incoming::Saving(saving) => Some(Worker::saving(self.lang, &saving)),
            _ => None,
        }
    }

    fn perform(
        &mut self,
        model: &mut Model,
        terminal: &mut Screenful,
        effects: Vec<Effect>,
    ) -> Result<()> {
        let mut queue = std::collections::VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            match effect {
                Effect::Redraw => {
                    clear(terminal).map_err(Error::io(Doing::Drawing, "terminal"))?;
                }
                Effect::Quit => return Ok(()),
                Effect::KeepDraft(Some(draft)) => {
                    self.draft = Some((Instant::now() + DRAFT_PAUSE, draft));
                }
                other => {
                    if matches!(other, Effect::KeepDraft(None)) {
                        self.draft = None;
                    }
                    if let Some(message) = self.worker.perform(other, model) {
                        queue.extend(update(model, message).0);
                    }
                }
            }
        }
        Ok(())
    }

    fn keep_draft(&mut self) {
        if let Some((_, draft)) = self.draft.take() {
            self.worker.keep_draft(Some(&draft));
        }
    }

    /// Keeps what is being typed and waits for what is being saved.
    fn end(mut self) {
        self.keep_draft();
        drop(self.worker);
    }
}

fn draw(terminal: &mut Screenful, model: &Model) -> io::Result<()> {
    terminal.draw(|frame| view(model, frame)).map(|_| ())
}

/// Forgets what is on the screen, so that the next frame is drawn whole. `Terminal::clear` would
/// ask the terminal where its cursor is, and the thread that reads keys would take the answer.
fn clear(terminal: &mut Screenful) -> io::Result<()> {
    let size = terminal.size()?;
    terminal.resize(Rect::from((Position::ORIGIN, size)))
}

/// The terminal in the state the screens need; letting go of it restores the old one.
struct OpenScreen;

impl OpenScreen {
    fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        Ok(Self)
    }
}

impl Drop for OpenScreen {
    fn drop(&mut self) {
        restore();
    }
}

fn restore() {
    // Nothing better can be done when the terminal is gone.
    let _ = execute!(
        io::stdout(),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
    let _ = io::stdout().flush();
}

fn restore_on_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        before(panic);
    }));
}

fn spawn_input(sender: Sender<Incoming>) {
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            if sender.send(Incoming::Event(event)).is_err() {
                return;
            }
        }
        let _ = sender.send(Incoming::InputEnded);
    });
}

fn make_tell(sender: Sender<Incoming>) -> Box<dyn Fn() -> Tell> {
    Box::new(move || {
        let sender = sender.clone();
        Box::new(move |saving| {
            let _ = sender.send(Incoming::Saving(saving));
        })
    })
}

#[cfg(unix)]
fn spawn_signals(sender: &Sender<Incoming>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]) else {
        return;
    };
    let sender = sender.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            if sender.send(Incoming::Signal(signal)).is_err() {
                return;
            }
        }
    });
}

#[cfg(not(unix))]
fn spawn_signals(_sender: &Sender<Incoming>) {}
