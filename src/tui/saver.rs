//! Saves on a thread of its own, so that a slow or hung disk never holds up a key.
//!
//! Records are appended in order. When the system refuses, the record and those behind it wait,
//! and are tried again with the next record, on request, and every few seconds. Text being typed
//! goes the same way.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::domain::record::Record;
use crate::error::Error;
use crate::store::draft::Draft;
use crate::store::journal_file::Appender;

/// How long to wait before trying again by itself.
const RETRY: Duration = Duration::from_secs(3);

enum Order {
    Append(Box<Record>),
    Draft(Option<Draft>),
    Retry,
}

/// What became of the records.
#[derive(Debug)]
pub enum Saving {
    /// So many more are saved.
    Saved(usize),
    /// The system refuses.
    Failed(Error),
}

/// Keeps a text being typed, or forgets the one kept.
pub type KeepDraft = Box<dyn Fn(Option<&Draft>) + Send>;

/// The thread that saves; letting go of it waits for what can be saved.
#[derive(Debug)]
pub struct Saver {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
    /// Falls silent when the thread ends.
    running: Receiver<()>,
}

impl Saver {
    /// Begins saving to a journal; `tell` hears what became of the records. A draft is a help and
    /// not a promise, so nothing is heard of it.
    #[must_use]
    pub fn begin(
        appender: Appender,
        keep_draft: KeepDraft,
        tell: impl Fn(Saving) + Send + 'static,
    ) -> Self {
        let (orders, inbox) = channel();
        let (alive, running) = channel();
        let thread = std::thread::spawn(move || {
            let _alive = alive;
            run(appender, &inbox, &keep_draft, &tell);
        });
        Self {
            orders: Some(orders),
            thread: Some(thread),
            running,
        }
    }

    /// Hands a record over.
    pub fn append(&self, record: Box<Record>) {
        self.send(Order::Append(record));
    }

    /// Keeps a text being typed, or forgets the one kept.
    pub fn keep_draft(&self, draft: Option<Draft>) {
        self.send(Order::Draft(draft));
    }

    /// Tries again what waits.
    pub fn retry(&self) {
        self.send(Order::Retry);
    }

    fn send(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The thread ends only when this end lets go.
            let _ = orders.send(order);
        }
    }

    /// Waits until everything that can be saved is, but no longer than `patience`. A thread that
    /// hangs in the system by then is left to the end of the process.
    pub fn finish_within(mut self, patience: Duration) {
        self.orders = None;
        if self.running.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
            drop(self.thread.take());
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(
    mut appender: Appender,
    inbox: &Receiver<Order>,
    keep_draft: &KeepDraft,
    tell: &impl Fn(Saving),
) {
    let mut waiting: VecDeque<Box<Record>> = VecDeque::new();
    loop {
        let order = if waiting.is_empty() {
            inbox.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            inbox.recv_timeout(RETRY)
        };
        let ended = match order {
            Ok(Order::Append(record)) => {
                waiting.push_back(record);
                false
            }
            Ok(Order::Draft(draft)) => {
                keep_draft(draft.as_ref());
                continue;
            }
            Ok(Order::Retry) | Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => true,
        };
        while let Some(record) = waiting.front() {
            match appender.append(record) {
                Ok(()) => {
                    waiting.pop_front();
                    tell(Saving::Saved(1));
                }
                Err(error) => {
                    tell(Saving::Failed(error));
                    break;
                }
            }
        }
        if ended {
            return;
        }
    }
}
