//! Everything the loop hears, and the threads that hear it.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crossterm::event::Event;
use crossterm::terminal::disable_raw_mode;

use super::beside::{Hear, Told};
use super::burst;
use super::open_screen::restore;
use super::saver::Saving;
use super::worker::Tell;
use crate::platform::{HANG_UP, watch_for_pauses, watch_for_the_end};

/// When the process ends all the same after the system asked it to.
const FORCED: Duration = Duration::from_millis(950);

/// Something the loop hears.
pub(super) enum Incoming {
    /// A key, a paste, another size.
    Event(Event),
    /// What became of records.
    Saving(Saving),
    /// What became of work that is done beside the screens.
    Told(Box<Told>),
    /// The program is asked to end.
    Signal(i32),
    /// The program is asked to pause.
    Pause,
    /// A thread of the program met a defect.
    Crashed,
    /// The time of something that was waited for has come.
    Due,
}

/// Restores the terminal before the words of a panic are written. One on another thread ends the
/// loop, which keeps what is being typed.
pub(super) fn restore_on_panic(sender: Sender<Incoming>) {
    let before = std::panic::take_hook();
    let main = thread::current().id();
    // The hook may be called on any thread; the sender of a channel is for one at a time.
    let sender = Mutex::new(sender);
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().id() != main
            && let Ok(sender) = sender.try_lock()
        {
            let _ = sender.send(Incoming::Crashed);
        }
        restore();
        before(panic);
    }));
}

/// Reads what is typed.
pub(super) fn spawn_input(sender: Sender<Incoming>) {
    thread::spawn(move || {
        let send = |event| sender.send(Incoming::Event(event)).is_ok();
        while burst::read().is_ok_and(|events| events.into_iter().all(send)) {}
        // Nothing can be typed any more: the terminal is gone.
        let _ = sender.send(Incoming::Signal(HANG_UP));
    });
}

/// Makes what a saver reports to.
pub(super) fn make_tell(sender: Sender<Incoming>) -> Box<dyn Fn() -> Tell> {
    Box::new(move || {
        let sender = sender.clone();
        Box::new(move |saving| {
            let _ = sender.send(Incoming::Saving(saving));
        })
    })
}

/// Makes what work beside the screens reports to.
pub(super) fn make_hear(sender: Sender<Incoming>) -> Hear {
    Arc::new(move |told| {
        let _ = sender.send(Incoming::Told(Box::new(told)));
    })
}

/// Hears when the program is to pause, so that the terminal is in order meanwhile.
pub(super) fn spawn_pauses(sender: Sender<Incoming>) {
    watch_for_pauses(move || {
        let _ = sender.send(Incoming::Pause);
    });
}

/// Hears what ends the program from outside. The loop gets the time to end in order; when it does
/// not come to it, because the terminal or a share hangs, the process ends all the same.
pub(super) fn spawn_ending(sender: Sender<Incoming>) {
    watch_for_the_end(move |signal| {
        let _ = sender.send(Incoming::Signal(signal));
        thread::sleep(FORCED);
        let _ = disable_raw_mode();
        std::process::exit(128 + signal);
    });
}
