//! Work that takes long is done beside the screens, on a thread of its own, so that no key waits for
//! it. One thing is done at a time; a new one stops the one before.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::effect::Msg;
use crate::collect::gather::Progress;

/// Hears what became of the work.
pub type Hear = Arc<dyn Fn(Told) + Send + Sync>;

/// What is told of work. It may lie in a queue, so it is only now that is asked whether anybody
/// still wants to hear it.
#[derive(Debug)]
pub struct Told {
    message: Msg,
    given_up: Arc<AtomicBool>,
}

impl Told {
    /// Returns what is told; none when the work was given up since.
    #[must_use]
    pub fn wanted(self) -> Option<Msg> {
        (!self.given_up.load(Ordering::Relaxed)).then_some(self.message)
    }
}

/// How often it is told how far the work is.
const TOLD_EVERY: Duration = Duration::from_millis(200);

/// Stands where the number of a signal does when the user stops the work.
const STOPPED: i32 = -1;

/// What is done beside the screens.
#[derive(Default)]
pub struct Beside {
    /// Who hears; without it the work is done at once.
    hear: Option<Hear>,
    progress: Option<Arc<Progress>>,
    /// Whether what is told of the work is wanted no more.
    given_up: Arc<AtomicBool>,
    /// Falls silent when the work ends.
    running: Option<Receiver<()>>,
}

impl fmt::Debug for Beside {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Beside")
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}

impl Beside {
    /// Does work on a thread of its own from now on.
    #[must_use]
    pub fn told(hear: Hear) -> Self {
        Self {
            hear: Some(hear),
            ..Self::default()
        }
    }

    /// Does something. Returns what became of it, where nobody else hears it.
    pub fn begin(&mut self, work: impl FnOnce(&Progress) -> Msg + Send + 'static) -> Option<Msg> {
        self.stop();
        let progress = Arc::new(Progress::default());
        self.progress = Some(Arc::clone(&progress));
        self.given_up = Arc::default();
        let Some(hear) = self.hear.clone() else {
            return Some(work(&progress));
        };
        let (done, is_done) = channel();
        let (alive, running) = channel();
        self.running = Some(running);
        let given_up = Arc::clone(&self.given_up);
        let tell = move |message| {
            let given_up = Arc::clone(&given_up);
            hear(Told { message, given_up });
        };
        let told = tell_progress(Arc::clone(&progress), is_done, tell.clone());
        thread::spawn(move || {
            let _alive = alive;
            let message = work(&progress);
            // Its last word comes after how far it was.
            let _ = done.send(());
            let _ = told.join();
            tell(message);
        });
        None
    }

    /// Stops what is being done; nothing more is heard of it.
    pub fn stop(&self) {
        self.given_up.store(true, Ordering::Relaxed);
        self.ask_to_stop();
    }

    /// Asks what is being done to stop. What became of it is told: it may have been too late.
    pub fn ask_to_stop(&self) {
        if let Some(progress) = &self.progress {
            progress.signal.store(STOPPED, Ordering::Relaxed);
        }
    }

    /// Waits for what is being done, but no longer than `patience`.
    pub fn finish_within(&mut self, patience: Duration) {
        if let Some(running) = self.running.take() {
            let _ = running.recv_timeout(patience);
        }
    }
}

/// Tells now and then how far the work is, for as long as it is done.
fn tell_progress(
    progress: Arc<Progress>,
    is_done: Receiver<()>,
    tell: impl Fn(Msg) + Send + 'static,
) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut told = (0, 0);
        while is_done.recv_timeout(TOLD_EVERY) == Err(RecvTimeoutError::Timeout) {
            let now = (
                progress.done.load(Ordering::Relaxed),
                progress.all.load(Ordering::Relaxed),
            );
            if progress.is_stopped() {
                break;
            }
            if now != told {
                told = now;
                tell(Msg::DeskProgress(now.0, now.1));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};
    use std::sync::{Barrier, Mutex};

    use super::*;

    fn heard() -> (Hear, Receiver<Msg>) {
        let (sender, inbox): (Sender<Msg>, _) = channel();
        let sender = Mutex::new(sender);
        let hear = move |told: Told| {
            if let Some(message) = told.wanted() {
                let _ = sender.lock().unwrap().send(message);
            }
        };
        (Arc::new(hear), inbox)
    }

    #[test]
    fn nobody_waits_for_work_that_is_done_beside() {
        let (hear, inbox) = heard();
        let mut beside = Beside::told(hear);
        let gate = Arc::new(Barrier::new(2));
        let inside = Arc::clone(&gate);
        let at_once = beside.begin(move |_| {
            inside.wait();
            Msg::DeskProgress(7, 7)
        });
        // It comes back although the work cannot end before the gate opens.
        assert!(at_once.is_none());
        gate.wait();
        let message = inbox.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(matches!(message, Msg::DeskProgress(7, 7)));
    }

    #[test]
    fn nothing_is_heard_of_work_that_was_stopped() {
        let (hear, inbox) = heard();
        let mut beside = Beside::told(hear);
        beside.begin(|progress| {
            while !progress.is_stopped() {
                thread::yield_now();
            }
            Msg::DeskProgress(1, 1)
        });
        beside.stop();
        beside.finish_within(Duration::from_secs(20));
        drop(beside);
        assert!(inbox.recv_timeout(Duration::from_secs(20)).is_err());
    }

    #[test]
    fn what_lies_in_the_queue_is_not_heard_after_a_stop() {
        let queue: Arc<Mutex<Vec<Told>>> = Arc::default();
        let kept = Arc::clone(&queue);
        let mut beside = Beside::told(Arc::new(move |told| kept.lock().unwrap().push(told)));
        beside.begin(|_| Msg::DeskProgress(1, 1));
        beside.finish_within(Duration::from_secs(20));
        // Done, but nobody has looked yet: it is too late to be heard.
        beside.stop();
        let told: Vec<Told> = std::mem::take(&mut queue.lock().unwrap());
        assert_eq!(told.len(), 1);
        assert!(told.into_iter().all(|one| one.wanted().is_none()));
    }

    #[test]
    fn work_that_is_asked_to_stop_says_what_became_of_it() {
        let (hear, inbox) = heard();
        let mut beside = Beside::told(hear);
        beside.begin(|progress| {
            while !progress.is_stopped() {
                thread::yield_now();
            }
            Msg::DeskProgress(3, 3)
        });
        beside.ask_to_stop();
        let message = inbox.recv_timeout(Duration::from_secs(20)).unwrap();
        assert!(matches!(message, Msg::DeskProgress(3, 3)));
    }

    #[test]
    fn the_last_word_is_what_became_of_it() {
        let (heard, inbox) = channel();
        let heard = Mutex::new(heard);
        let telling = Arc::new(Barrier::new(2));
        let inside = Arc::clone(&telling);
        let mut beside = Beside::told(Arc::new(move |told: Told| {
            if matches!(told.message, Msg::DeskProgress(1, 9)) {
                inside.wait();
                // Long enough for the work to end meanwhile.
                thread::sleep(Duration::from_millis(50));
            }
            let _ = heard.lock().unwrap().send(told.message);
        }));
        beside.begin(move |progress| {
            progress.done.store(1, Ordering::Relaxed);
            progress.all.store(9, Ordering::Relaxed);
            telling.wait();
            Msg::DeskProgress(9, 9)
        });
        drop(beside);
        let told: Vec<Msg> = inbox.iter().collect();
        let last = told.last().unwrap();
        assert!(matches!(last, Msg::DeskProgress(9, 9)), "{told:?}");
    }
}
