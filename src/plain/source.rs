//! Standard input that a signal interrupts: between two lines the program is asked to end, and ends
//! in order. Only when it hangs in the system it is ended all the same.

use std::io::{self, BufRead, Error, Read};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::platform::watch_for_signals;

/// When the process ends all the same after the system asked it to.
const FORCED: Duration = Duration::from_millis(950);
/// Bytes read at once.
const CHUNK: usize = 4_096;

enum Incoming {
    Bytes(io::Result<Vec<u8>>),
    Signal(i32),
}

/// Standard input.
#[derive(Debug)]
pub struct Keyboard {
    /// Asks the reading thread for more. It reads nothing that nobody asked for.
    more: Sender<()>,
    inbox: Receiver<Incoming>,
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
            inbox,
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
        let gone = || Error::from(io::ErrorKind::BrokenPipe);
        self.more.send(()).map_err(|_| gone())?;
        match self.inbox.recv().map_err(|_| gone())? {
            Incoming::Signal(signal) => {
                self.signal = Some(signal);
                Err(gone())
            }
            Incoming::Bytes(read) => {
                (self.bytes, self.at) = (read?, 0);
                self.ended = self.bytes.is_empty();
                Ok(())
            }
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
        if let Ok(Incoming::Signal(signal)) = self.inbox.try_recv() {
            self.signal = Some(signal);
            return Err(Error::from(io::ErrorKind::BrokenPipe));
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
