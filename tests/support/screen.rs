//! The program on a terminal of its own, with an emulator that shows what a person would see.
//!
//! Tests wait until something is seen, never for a time: a slow machine makes them slow, not wrong.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

#[path = "emulator.rs"]
pub(crate) mod emulator;

use std::io::{Read as _, Write as _};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use emulator::{Emulator, Kind, NARROW, Screen};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

use crate::program::{Folder, NAME, NOW, PROGRAM};

/// How long something may take to be seen before the test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) const ENTER: &str = "\r";
pub(crate) const TAB: &str = "\t";
pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const RIGHT: &str = "\x1b[C";
pub(crate) const CTRL_C: &str = "\x03";
pub(crate) const CTRL_Q: &str = "\x11";
pub(crate) const F5: &str = "\x1b[15~";

/// What came from the program so far.
struct Seen {
    emulator: Emulator,
    bytes: Vec<u8>,
    /// The text of the last frame that was drawn to its end.
    frame: String,
}

impl Seen {
    /// Takes what the program wrote, and returns what the terminal answers.
    fn take(&mut self, bytes: &[u8]) -> Vec<u8> {
        let answer = self.emulator.process(bytes);
        self.bytes.extend_from_slice(bytes);
        // Every frame ends with hiding the cursor, or with showing and placing it.
        let placed = self.bytes.strip_suffix(b"H").is_some_and(|rest| {
            let numbers = |byte: &u8| byte.is_ascii_digit() || *byte == b';';
            let end = rest.iter().rposition(|byte| !numbers(byte));
            end.is_some_and(|end| rest[..=end].ends_with(b"\x1b[?25h\x1b["))
        });
        if placed || self.bytes.ends_with(b"\x1b[?25l") {
            self.frame = self.emulator.screen().text();
        }
        answer
    }
}

type Shared = Arc<(Mutex<Seen>, Condvar)>;
type Writer = Arc<Mutex<Box<dyn std::io::Write + Send>>>;

fn write(writer: &Writer, bytes: &[u8]) -> std::io::Result<()> {
    let mut writer = writer.lock().unwrap();
    writer.write_all(bytes)?;
    writer.flush()
}

/// Our ends of the terminal.
struct Ends {
    writer: Writer,
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal's modes outlive the program.
    _slave: Box<dyn SlavePty + Send>,
}

/// The program on a terminal.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    ends: Option<Ends>,
    /// Set when the thread that reads is to let go of its end.
    gone: Arc<AtomicBool>,
    shared: Shared,
    modes_before: String,
}

fn size_of((columns, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

impl Terminal {
    /// Starts the screens in a folder, on a terminal of so many columns and rows.
    pub(crate) fn start(folder: &Folder, size: (u16, u16)) -> Self {
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--by", NAME, "--now", NOW]);
        command.env_clear();
        Self::start_command(folder, size, command)
    }

    /// Starts a program, named with its arguments, in a folder.
    pub(crate) fn start_with(folder: &Folder, size: (u16, u16), words: &[&str]) -> Self {
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.env_clear();
        Self::start_command(folder, size, command)
    }

    /// Starts any command in a folder, on a terminal of so many columns and rows.
    pub(crate) fn start_command(
        folder: &Folder,
        size: (u16, u16),
        command: CommandBuilder,
    ) -> Self {
        Self::start_on(NARROW, folder, size, command)
    }

    /// Starts any command in a folder, on a terminal of a kind.
    pub(crate) fn start_on(
        kind: Kind,
        folder: &Folder,
        size: (u16, u16),
        mut command: CommandBuilder,
    ) -> Self {
        let pair = native_pty_system().openpty(size_of(size)).unwrap();
        let modes_before = format!("{:?}", pair.master.get_termios());
        // Whoever is tested has seen the introduction, even in an empty folder.
        if !folder.path("answers").exists() {
            folder.write("answers/preferences.ron", "(toured:true)");
        }
        command.env("TERM", "xterm-256color");
        if command.get_cwd().is_none() {
            command.cwd(folder.path(""));
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = Seen {
            emulator: Emulator::new(kind, size),
            bytes: Vec::new(),
            frame: String::new(),
        };
        let shared: Shared = Arc::new((Mutex::new(seen), Condvar::new()));
        let writer: Writer = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        // A terminal that vanished answers nothing, and is not kept by its answers.
        let answering = Arc::downgrade(&writer);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let there = Arc::clone(&shared);
        let gone = Arc::new(AtomicBool::new(false));
        let is_gone = Arc::clone(&gone);
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if is_gone.load(Ordering::SeqCst) {
                    return;
                }
                let answer = there.0.lock().unwrap().take(&buffer[..count]);
                if !answer.is_empty()
                    && let Some(writer) = answering.upgrade()
                {
                    let _ = write(&writer, &answer);
                }
                there.1.notify_all();
            }
        });
        Self {
            child,
            ends: Some(Ends {
                writer,
                master: pair.master,
                _slave: pair.slave,
            }),
            gone,
            shared,
            modes_before,
        }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.shared.0.lock().unwrap()
    }

    /// Sends keys.
    pub(crate) fn press(&mut self, keys: &str) {
        let ends = self.ends.as_ref().unwrap();
        write(&ends.writer, keys.as_bytes()).unwrap();
    }

    /// Waits until a whole frame is as wanted, and returns its text.
    #[track_caller]
    pub(crate) fn wait(&self, wanted: impl Fn(&str) -> bool) -> String {
        self.wait_seen(|seen| wanted(&seen.frame)).frame.clone()
    }

    /// Waits until everything written to the terminal is as wanted.
    #[track_caller]
    pub(crate) fn wait_bytes(&self, wanted: impl Fn(&[u8]) -> bool) {
        drop(self.wait_seen(|seen| wanted(&seen.bytes)));
    }

    /// Waits until nothing is amiss any more on what a person would see.
    #[track_caller]
    pub(crate) fn wait_until_right(&self, amiss: impl Fn(&Screen) -> Option<String>) {
        let end = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        while let Some(what) = amiss(seen.emulator.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let text = seen.emulator.screen().text();
                drop(seen);
                panic!("{what}:\n{text}");
            }
            seen = self.shared.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    #[track_caller]
    fn wait_seen(&self, wanted: impl Fn(&Seen) -> bool) -> MutexGuard<'_, Seen> {
        let end = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        while !wanted(&seen) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let text = seen.emulator.screen().text();
                drop(seen);
                panic!("not seen in time:\n{text}");
            }
            seen = self.shared.1.wait_timeout(seen, left).unwrap().0;
        }
        seen
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> String {
        self.wait(|screen| screen.contains(text))
    }

    /// Waits until nothing more has come for a while, and returns how many bytes came.
    pub(crate) fn quiet_for(&self, while_: Duration) -> usize {
        let seen = self.seen();
        let before = seen.bytes.len();
        let (seen, _) = self
            .shared
            .1
            .wait_timeout_while(seen, while_, |seen| seen.bytes.len() == before)
            .unwrap();
        seen.bytes.len() - before
    }

    /// Returns how many bytes came so far.
    pub(crate) fn count(&self) -> usize {
        self.seen().bytes.len()
    }

    /// Looks at the emulator.
    pub(crate) fn look<T>(&self, at: impl Fn(&Screen) -> T) -> T {
        at(self.seen().emulator.screen())
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, size: (u16, u16)) {
        let mut seen = self.seen();
        seen.emulator.resize(size);
        let ends = self.ends.as_ref().unwrap();
        ends.master.resize(size_of(size)).unwrap();
    }

    /// Sends a signal by name.
    pub(crate) fn signal(&self, name: &str) {
        let number = self.child.process_id().unwrap().to_string();
        let script = "kill -s \"$0\" \"$1\"";
        let done = Command::new("/bin/sh")
            .args(["-c", script, name, &number])
            .status();
        assert!(done.unwrap().success());
    }

    /// Waits until the program stands still.
    #[track_caller]
    pub(crate) fn wait_stopped(&self) {
        let number = self.child.process_id().unwrap().to_string();
        let end = Instant::now() + PATIENCE;
        loop {
            let told = Command::new("ps")
                .args(["-o", "state=", "-p", &number])
                .output();
            if told.unwrap().stdout.starts_with(b"T") {
                return;
            }
            assert!(Instant::now() < end, "the program goes on");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Ends the program at once, as a crash or the task manager would.
    pub(crate) fn kill(mut self) {
        self.kill_now();
    }

    fn kill_now(&mut self) {
        let child: &mut dyn Child = self.child.as_mut();
        if let Some(child) = child.downcast_mut::<std::process::Child>() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Returns whether the program has ended.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// Returns what is on the screen now.
    pub(crate) fn now(&self) -> String {
        self.seen().frame.clone()
    }

    /// Takes the terminal away from the program. The reading thread lets go at the next output:
    /// drawing everything anew brings some.
    pub(crate) fn vanish(&mut self) {
        self.gone.store(true, Ordering::SeqCst);
        self.press(F5);
        self.ends = None;
    }

    /// Waits until the program has ended, and returns its exit code.
    #[track_caller]
    pub(crate) fn exit_code(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(
                Instant::now() < end,
                "still running:\n{}",
                self.wait(|_| true)
            );
            let seen = self.shared.0.lock().unwrap();
            let _ = self.shared.1.wait_timeout(seen, Duration::from_millis(5));
        }
    }

    /// Asserts that the terminal is as it was before the program.
    #[track_caller]
    pub(crate) fn assert_restored(&self) {
        let end = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        // The last bytes may still be on their way through the terminal.
        while seen.emulator.screen().is_alternate() && Instant::now() < end {
            let step = Duration::from_millis(5);
            seen = self.shared.1.wait_timeout(seen, step).unwrap().0;
        }
        assert!(seen.emulator.screen().is_as_new());
        assert!(!self.has_other_modes());
    }

    /// Tells whether the terminal's modes differ from those before the program.
    pub(crate) fn has_other_modes(&self) -> bool {
        let ends = self.ends.as_ref().unwrap();
        format!("{:?}", ends.master.get_termios()) != self.modes_before
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.kill_now();
    }
}

/// Returns the id of the item on the screen.
pub(crate) fn item(screen: &str) -> Option<&str> {
    screen
        .split_whitespace()
        .find(|word| word.starts_with("Q0"))
}

/// Returns which of the asked items is on the screen, and how many there are.
pub(crate) fn position(screen: &str) -> Option<(usize, usize)> {
    let (_, after) = screen.split_once("設問 ")?;
    let (number, all) = after.split_whitespace().next()?.split_once('/')?;
    Some((number.parse().ok()?, all.parse().ok()?))
}
