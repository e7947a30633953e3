//! The loop: events in, effects done, one frame per burst of events. Nothing moves when nothing
//! happens.

use std::io::{self, Stdout};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};
use crossterm::terminal::size;
use ratatui::Terminal;
use ratatui::layout::{Position, Rect};

use super::effect::{Effect, Msg};
use super::incoming::{
    Incoming, make_hear, make_tell, restore_on_panic, spawn_ending, spawn_input, spawn_pauses,
};
use super::key::Key;
use super::model::{Model, SaveState, Shelf};
use super::mouse::Mouse;
use super::open_screen::{OpenScreen, open, restore, use_mouse};
use super::painter::Painter;
use super::probe;
use super::screens::Screen;
use super::theme::Theme;
use super::update::update;
use super::view::view;
use super::worker::Worker;
use crate::clock::Clock;
use crate::display::profile::{Ambiguous, TerminalProfile};
use crate::error::{Doing, Error, Result};
use crate::platform::{HANG_UP, pause};
use crate::store::crash_note::Scene;
use crate::store::draft::Draft;
use crate::store::folder::Folder;
use crate::store::preferences::Preferences;
use crate::text::Lang;

/// How long after the last key a text being typed is kept.
const DRAFT_PAUSE: Duration = Duration::from_millis(700);

/// How long a save may take before the user is told that the place does not answer.
const SLOW: Duration = Duration::from_secs(5);
/// How long what is being saved is waited for: when the user leaves, and when the system ends us.
const LEAVING: Duration = Duration::from_secs(5);
const ENDING: Duration = Duration::from_millis(700);

/// How the program was started.
#[derive(Clone, Debug)]
pub struct Start {
    /// The working folder.
    pub folder: Folder,
    /// The clock.
    pub clock: Clock,
    /// The language.
    pub lang: Lang,
    /// The theme, when said at the start; else the remembered one.
    pub theme: Option<Theme>,
    /// How wide ambiguous characters are, when said at the start; else as remembered.
    pub ambiguous: Option<Ambiguous>,
    /// Who fills in, when said at the start.
    pub by: Option<String>,
    /// The user's own folder, where unsaved answers are proposed to be kept in need.
    pub home: PathBuf,
    /// Where the program is at work, for a crash note.
    pub scene: Scene,
    /// What a division collected, to be opened at once.
    pub desk: Option<PathBuf>,
}

/// Makes the model the program begins with.
#[must_use]
pub fn first_model(start: &Start, size: (u16, u16)) -> Model {
    let mut preferences = Preferences::load(&start.folder);
    if let Some(name) = &start.by {
        preferences.act_as(name);
    }
    let root = start.folder.root();
    Model {
        lang: start.lang,
        strings: start.lang.strings(),
        theme: start
            .theme
            .or_else(|| Theme::from_code(&preferences.theme))
            .unwrap_or_default(),
        ambiguous: start
            .ambiguous
            .or_else(|| Ambiguous::from_code(&preferences.ambiguous))
            .unwrap_or_default(),
        measured: TerminalProfile::NARROW,
        profile: TerminalProfile::NARROW,
        size,
        now: start.clock.now(),
        folder: std::path::absolute(root).unwrap_or_else(|_| root.to_owned()),
        preferences,
        shelf: Shelf::default(),
        screens: vec![Screen::Home(super::screens::home::Home::default())],
        overlays: Vec::new(),
        open: None,
        desk: None,
        notice: None,
        home: start.home.clone(),
        closing: false,
        ended: false,
    }
}

/// Runs the screens until the user leaves. Returns the number of the signal that ended it, if one did.
///
/// # Errors
///
/// [`Error::Io`] when the terminal cannot be drawn on at the start, [`Error::Bug`] when one of the
/// threads met a defect.
pub fn run(start: &Start) -> Result<Option<i32>> {
    let drawing = || Error::io(Doing::Drawing, "terminal");
    let mut model = first_model(start, size().map_err(drawing())?);
    let screen = OpenScreen::enter().map_err(drawing())?;
    // Before anybody else reads from the terminal, and early: it takes a moment to answer.
    let ask = || probe::ask(&mut io::stdout());
    let profile = model.ambiguous.profile().ok_or_else(ask);
    let (sender, inbox) = channel();
    restore_on_panic(sender.clone());
    spawn_ending(sender.clone());
    spawn_pauses(sender.clone());
    model.measured = profile.unwrap_or_else(|asked| asked.answer(&mut io::stdout()));
    model.profile = model.measured;
    if model.preferences.mouse {
        let _ = use_mouse(true);
    }
    // From here on another size is heard. One that came before would be missed for ever.
    event::poll(Duration::ZERO).map_err(drawing())?;
    model.size = size().map_err(drawing())?;
    let backend = Painter::new(io::stdout(), model.profile);
    let mut terminal = Terminal::new(backend).map_err(drawing())?;
    spawn_input(sender.clone());
    let mut running = Running {
        worker: Worker::new(
            start.folder.clone(),
            start.clock,
            start.lang,
            make_tell(sender.clone()),
        )
        .at(start.scene.clone())
        .beside(make_hear(sender)),
        clock: start.clock,
        lang: start.lang,
        draft: None,
        saving_since: None,
        patience: ENDING,
    };
    // The first frame stands before the folder is read.
    draw(&mut terminal, &model).map_err(drawing())?;
    let mut first = vec![Effect::LoadShelf];
    first.extend(start.desk.clone().map(Effect::OpenDesk));
    running.perform(&mut model, &mut terminal, first)?;
    let ended = running.run(&mut model, &mut terminal, &inbox);
    drop(running);
    drop(screen);
    ended
}

struct Running {
    worker: Worker,
    clock: Clock,
    lang: Lang,
    /// A text being typed that is not kept yet, and when it is to be.
    draft: Option<(Instant, Draft)>,
    /// Since when nothing became of what is being saved.
    saving_since: Option<Instant>,
    /// How long to wait at the end for what is being saved.
    patience: Duration,
}

type Screenful = Terminal<Painter<Stdout>>;

impl Running {
    fn run(
        &mut self,
        model: &mut Model,
        terminal: &mut Screenful,
        inbox: &Receiver<Incoming>,
    ) -> Result<Option<i32>> {
        while !model.ended {
            if draw(terminal, model).is_err() {
                // A terminal that cannot be drawn on is gone.
                return Ok(Some(HANG_UP));
            }
            // Everything that is there already is taken before the next frame.
            let mut incoming = Some(self.wait(inbox));
            while let Some(next) = incoming {
                match next {
                    Incoming::Signal(signal) => return Ok(Some(signal)),
                    Incoming::Crashed => return Err(Error::Bug("thread".to_owned())),
                    Incoming::Pause => {
                        self.keep_draft();
                        let (width, height) = stand_still(terminal, model.preferences.mouse)
                            .map_err(Error::io(Doing::Drawing, "terminal"))?;
                        update(model, Msg::Resized(width, height)).0.clear();
                    }
                    other => self.take(model, terminal, other)?,
                }
                if model.ended {
                    break;
                }
                incoming = inbox.try_recv().ok();
            }
        }
        self.patience = LEAVING;
        Ok(None)
    }

    /// Waits for something to happen, or for the time of what was to be done later.
    fn wait(&self, inbox: &Receiver<Incoming>) -> Incoming {
        let draft = self.draft.as_ref().map(|(due, _)| *due);
        let slow = self.saving_since.map(|since| since + SLOW);
        let Some(due) = draft.into_iter().chain(slow).min() else {
            return inbox.recv().unwrap_or(Incoming::Signal(HANG_UP));
        };
        match inbox.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(incoming) => incoming,
            Err(RecvTimeoutError::Disconnected) => Incoming::Signal(HANG_UP),
            Err(RecvTimeoutError::Timeout) => Incoming::Due,
        }
    }

    fn take(&mut self, model: &mut Model, terminal: &mut Screenful, next: Incoming) -> Result<()> {
        let Some(message) = self.message(next, terminal) else {
            return Ok(());
        };
        model.now = self.clock.now();
        let progress = matches!(message, Msg::Saved(_) | Msg::SaveSlow);
        let effects = update(model, message);
        self.perform(model, terminal, effects.0)?;
        self.time_saving(model, progress);
        Ok(())
    }

    /// Notes since when nothing became of what is being saved.
    fn time_saving(&mut self, model: &Model, progress: bool) {
        let saving = model
            .open
            .as_ref()
            .is_some_and(|open| matches!(open.save, SaveState::Saving(_)));
        if !saving {
            self.saving_since = None;
        } else if progress || self.saving_since.is_none() {
            self.saving_since = Some(Instant::now());
        }
    }

    fn message(&mut self, incoming: Incoming, terminal: &mut Screenful) -> Option<Msg> {
        match incoming {
            Incoming::Event(Event::Key(event)) => Key::of(&event).map(Msg::Key),
            Incoming::Event(Event::Paste(text)) => Some(Msg::Paste(text)),
            Incoming::Event(Event::Mouse(event)) => mouse(event).map(Msg::Mouse),
            Incoming::Event(Event::Resize(..)) => {
                // The numbers of the event can be wrong; the terminal is asked.
                let size = terminal.size().ok()?;
                clear(terminal).ok()?;
                Some(Msg::Resized(size.width, size.height))
            }
            Incoming::Told(told) => told.wanted(),
            Incoming::Saving(saving) => Some(Worker::saving(self.lang, &saving)),
            Incoming::Due => self.due(),
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
                Effect::UseMouse(on) => {
                    // A terminal without a mouse is no reason to end.
                    let _ = use_mouse(on);
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

    /// Does what was to be done at this time.
    fn due(&mut self) -> Option<Msg> {
        let now = Instant::now();
        if self.draft.as_ref().is_some_and(|(due, _)| *due <= now) {
            self.keep_draft();
        }
        let slow = self.saving_since.is_some_and(|since| since + SLOW <= now);
        slow.then_some(Msg::SaveSlow)
    }

    fn keep_draft(&mut self) {
        if let Some((_, draft)) = self.draft.take() {
            self.worker.keep_draft(Some(draft));
        }
    }
}

/// However the loop ended, a panic included: what is being typed is kept, and what is being saved
/// is waited for.
impl Drop for Running {
    fn drop(&mut self) {
        self.keep_draft();
        self.worker.finish_within(self.patience);
    }
}

/// Gives the terminal to whoever asked for the pause, and takes it again afterwards.
/// Returns the size it has then.
fn stand_still(terminal: &mut Screenful, mouse: bool) -> io::Result<(u16, u16)> {
    restore();
    pause();
    open()?;
    if mouse {
        use_mouse(true)?;
    }
    clear(terminal)?;
    size()
}

/// Returns what the mouse did, if it means something.
fn mouse(event: MouseEvent) -> Option<Mouse> {
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Mouse::Click(event.column, event.row)),
        MouseEventKind::ScrollUp => Some(Mouse::Up),
        MouseEventKind::ScrollDown => Some(Mouse::Down),
        _ => None,
    }
}

fn draw(terminal: &mut Screenful, model: &Model) -> io::Result<()> {
    terminal.backend_mut().set_profile(model.profile);
    terminal.draw(|frame| view(model, frame)).map(|_| ())
}

/// Forgets what is on the screen, so that the next frame is drawn whole. `Terminal::clear` would
/// ask the terminal where its cursor is, and the thread that reads keys would take the answer.
fn clear(terminal: &mut Screenful) -> io::Result<()> {
    let size = terminal.size()?;
    terminal.resize(Rect::from((Position::ORIGIN, size)))
}
