//! Saves records on a thread of its own, so that a slow disk never holds up a key.
//!
//! Records are appended in order. When the system refuses, the record and those behind it wait,
//! and are tried again with the next record, on request, and every few seconds.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::domain::record::Record;
use crate::error::Error;
use crate::store::journal_file::Appender;

/// How long to wait before trying again by itself.
const RETRY: Duration = Duration::from_secs(3);

enum Order {
    Append(Box<Record>),
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

/// The thread that saves; letting go of it waits for what can be saved.
#[derive(Debug)]
pub struct Saver {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<Appender>>,
}

impl Saver {
    /// Begins saving to a journal; `tell` hears what became of the records.
    #[must_use]
    pub fn begin(appender: Appender, tell: impl Fn(Saving) + Send + 'static) -> Self {
        let (orders, inbox) = channel();
        let thread = std::thread::spawn(move || run(appender, &inbox, &tell));
        Self {
            orders: Some(orders),
            thread: Some(thread),
        }
    }

    /// Hands a record over.
    pub fn append(&self, record: Box<Record>) {
        self.send(Order::Append(record));
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

    /// Waits until everything that can be saved is, and returns the journal's head.
    #[must_use]
    pub fn finish(mut self) -> Option<String> {
        self.end().map(|appender| appender.head())
    }

    fn end(&mut self) -> Option<Appender> {
        self.orders = None;
        self.thread.take()?.join().ok()
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

fn run(mut appender: Appender, inbox: &Receiver<Order>, tell: &impl Fn(Saving)) -> Appender {
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
            return appender;
        }
    }
}
