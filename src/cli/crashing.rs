//! What happens when the program meets a defect of its own: a note is left and the user is told.

use std::io::Write as _;
use std::panic::{PanicHookInfo, set_hook};

use crate::clock::Clock;
use crate::store::crash_note::{Crash, Scene};
use crate::text::{Lang, errors};

/// Tells of panics in the user's language instead of the library's words.
pub(super) fn tell_of_panics(scene: Scene, clock: Clock, lang: Lang) {
    set_hook(Box::new(move |panic| {
        let crash = crash(panic, clock);
        let note = scene.leave_note(&crash);
        let lines = errors::crashed(lang, &crash.place, note.as_deref());
        // With nowhere to write to, the note and the exit code are left.
        let _ = writeln!(std::io::stderr(), "{}", lines.join("\n"));
    }));
}

fn crash(panic: &PanicHookInfo<'_>, clock: Clock) -> Crash {
    Crash {
        at: clock.now().to_rfc3339(),
        place: panic
            .location()
            .map_or_else(|| "?".to_owned(), ToString::to_string),
        thread: std::thread::current().name().unwrap_or("?").to_owned(),
        words: panic.payload().downcast_ref::<&'static str>().copied(),
    }
}
