//! Standard input that a signal interrupts: between two lines the program is asked to end, and ends
//! in order. Only when it hangs in the system it is ended all the same.

use std::io::{self, BufRead, Error, IsTerminal, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::platform::watch_for_signals;

/// When the process ends all the same after the system asked it to.
const FORCED: Duration = Duration::from_millis(950);
/// How long the rest of what was pasted may take to come; less than from one key to the next.
const PASTED: Duration = Duration::from_millis(50);
/// Bytes read at once.
const CHUNK: usize = 4_096;

/// Where lines come from.
pub trait Source: BufRead {
    /// Returns whether a person's next line is there already, as behind a line that was pasted. Lines
    /// that nobody types are never waiting: they answer whatever is asked.
    fn waiting(&mut self) -> bool {
        false
    }
}

impl Source for &[u8] {}

#[derive(Debug)]
enum Incoming {
    Bytes(io::Result<Vec<u8>>),
    Signal(i32),
}

/// Standard input.
#[derive(Debug)]
pub struct Keyboard {
    /// Asks the reading thread for more. It reads nothing that nobody asked for.
    more: Sender<()>,
    /// It was asked and has not answered.
    asked: bool,
    inbox: Receiver<Incoming>,
    /// What came while nobody wanted to read.
    early: Option<Incoming>,
    terminal: bool,
    bytes: Vec<u8>,
    at: usize,
    ended: bool,
    signal: Option<i32>,
}

impl Keyboard {
    /// Begins to listen.
    #[must_use]
    pub fn begin() -> Self {
        let (sender, inbox) = channel();
        let (more, asked) = channel();
        let signals = sender.clone();
        watch_for_signals(move |signal| {
            let _ = signals.send(Incoming::Signal(signal));
            thread::sleep(FORCED);
            std::process::exit(128 + signal);
        });
        thread::spawn(move || {
            let mut stdin = io::stdin().lock();
            while asked.recv().is_ok() {
                let mut bytes = vec![0; CHUNK];
                let read = stdin.read(&mut bytes).map(|count| {
                    bytes.truncate(count);
                    bytes
                });
                if sender.send(Incoming::Bytes(read)).is_err() {
                    return;
                }
            }
        });
        Self {
            more,
            asked: false,
            inbox,
            early: None,
            terminal: io::stdin().is_terminal(),
            bytes: Vec::new(),
            at: 0,
            ended: false,
            signal: None,
        }
    }

    /// Returns the signal that ended it, if one did.
    #[must_use]
    pub const fn signal(&self) -> Option<i32> {
        self.signal
    }

    fn take(&mut self) -> io::Result<()> {
        let next = if let Some(next) = self.early.take() {
            next
        } else {
            self.ask()?;
            self.inbox.recv().map_err(|_| gone())?
        };
        self.hear(next)
    }

    fn ask(&mut self) -> io::Result<()> {
        if !self.asked {
            self.more.send(()).map_err(|_| gone())?;
            self.asked = true;
        }
        Ok(())
    }

    fn hear(&mut self, next: Incoming) -> io::Result<()> {
        match next {
            Incoming::Signal(signal) => {
                self.signal = Some(signal);
                Err(gone())
            }
            Incoming::Bytes(read) => {
                self.asked = false;
                (self.bytes, self.at) = (read?, 0);
                self.ended = self.bytes.is_empty();
                Ok(())
            }
        }
    }
}

fn gone() -> Error {
    Error::from(io::ErrorKind::BrokenPipe)
}

impl Source for Keyboard {
    fn waiting(&mut self) -> bool {
        if !self.terminal || self.ended || self.early.is_some() {
            return false;
        }
        if self.at < self.bytes.len() {
            return true;
        }
        if self.ask().is_err() {
            return false;
        }
        match self.inbox.recv_timeout(PASTED) {
            Ok(Incoming::Bytes(Ok(bytes))) => {
                self.hear(Incoming::Bytes(Ok(bytes))).is_ok() && !self.ended
            }
            Ok(other) => {
                self.early = Some(other);
                false
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }
}

impl Read for Keyboard {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Keyboard {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        // A signal counts before what was typed behind it.
        match self.inbox.try_recv() {
            Ok(Incoming::Signal(signal)) => self.hear(Incoming::Signal(signal))?,
            Ok(bytes) => {
                self.early.get_or_insert(bytes);
            }
            Err(_) => {}
        }
        if self.at >= self.bytes.len() && !self.ended {
            self.take()?;
        }
        Ok(self.bytes.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at += count;
    }
}
