//! What only the system can tell: that the program is asked to end, or that its terminal is gone.
//!
//! The one module with unsafe code, for the one call Windows has no safe form of: hearing of the
//! closed window. Everything else here is safe.

/// The signal that a vanished terminal and a closed window count as.
pub const HANG_UP: i32 = 1;
/// The signal that Ctrl+C counts as where the system has no signals.
#[cfg(windows)]
const INTERRUPT: i32 = 2;

/// Calls `tell` with a signal's number when the program is asked to end: HUP, INT, QUIT and TERM, a
/// terminal that is gone below a leader that lives on, on Windows the closed window. Once for each.
pub fn watch_for_the_end(tell: impl Fn(i32) + Clone + Send + Sync + 'static) {
    system::watch(tell);
}

/// Calls `tell` as [`watch_for_the_end`] does, but lets the terminal be: its end is read as the end
/// of what is typed.
pub fn watch_for_signals(tell: impl Fn(i32) + Clone + Send + Sync + 'static) {
    system::watch_signals(tell);
}

/// Calls `tell` when the program is asked to pause. It has to call [`pause`] then.
pub fn watch_for_pauses(tell: impl Fn() + Send + 'static) {
    system::watch_for_pauses(tell);
}

/// Stands still until the program is told to go on.
pub fn pause() {
    system::pause();
}

/// Keeps a click into the window from holding up the program, as consoles of Windows do; lets it
/// again when dropped.
#[must_use]
pub fn take_clicks() -> Clicks {
    Clicks(system::take_clicks())
}

/// What a click into the window did before.
#[derive(Debug)]
pub struct Clicks(Option<u32>);

impl Drop for Clicks {
    fn drop(&mut self) {
        if let Some(mode) = self.0 {
            system::give_clicks_back(mode);
        }
    }
}

/// Has a write beyond the size the system allows a file fail like any other, instead of ending the
/// program without a word.
pub fn take_size_limit_as_error() {
    system::take_size_limit_as_error();
}

/// Tells whether the terminal understands escape sequences: old consoles of Windows do not, and
/// newer ones are told to here.
#[must_use]
pub fn understands_escapes() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}

#[cfg(unix)]
mod system {
    use std::sync::Arc;
    use std::thread;

    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    pub(super) fn watch(tell: impl Fn(i32) + Clone + Send + 'static) {
        let told = tell.clone();
        thread::spawn(move || {
            if terminal_is_gone() {
                told(super::HANG_UP);
            }
        });
        watch_signals(tell);
    }

    pub(super) fn watch_signals(tell: impl Fn(i32) + Send + 'static) {
        let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM]) else {
            return;
        };
        thread::spawn(move || {
            for signal in signals.forever() {
                tell(signal);
            }
        });
    }

    pub(super) fn watch_for_pauses(tell: impl Fn() + Send + 'static) {
        let Ok(mut signals) = Signals::new([SIGTSTP]) else {
            return;
        };
        thread::spawn(move || {
            for _ in signals.forever() {
                tell();
            }
        });
    }

    pub(super) fn pause() {
        // Nothing better can be done when the system does not stop us.
        let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
    }

    pub(super) const fn take_clicks() -> Option<u32> {
        None
    }

    pub(super) const fn give_clicks_back(_mode: u32) {}

    pub(super) fn take_size_limit_as_error() {
        // The signal only has to be heard; nobody asks for the flag.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    }

    /// Waits, without waking, until the terminal hangs up. Reading it would not do: the drawing
    /// library's reader takes the end of a terminal for nothing to read, and tries for ever.
    fn terminal_is_gone() -> bool {
        let stdin = rustix::stdio::stdin();
        loop {
            // No flag is asked for: a hang-up is always told.
            let mut asked = [PollFd::new(&stdin, PollFlags::empty())];
            match poll(&mut asked, None) {
                Err(Errno::INTR) => {}
                Err(_) => return false,
                Ok(_) => {
                    let told = asked[0].revents();
                    return told.intersects(PollFlags::HUP | PollFlags::ERR);
                }
            }
        }
    }
}

#[cfg(windows)]
#[expect(
    unsafe_code,
    reason = "the console tells of a closed window through a callback only"
)]
mod system {
    use std::sync::OnceLock;
    use std::thread;
    use std::time::Duration;

    use crossterm_winapi::{ConsoleMode, Handle};
    use windows_sys::Win32::System::Console::{
        CTRL_BREAK_EVENT, CTRL_C_EVENT, CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT, CTRL_SHUTDOWN_EVENT,
        ENABLE_EXTENDED_FLAGS, ENABLE_QUICK_EDIT_MODE, SetConsoleCtrlHandler,
    };
    use windows_sys::core::BOOL;

    /// The callback takes no argument of ours, so what it calls must stand here.
    static TELL: OnceLock<Box<dyn Fn(i32) + Send + Sync>> = OnceLock::new();

    /// Windows ends the program when the callback returns, and after five seconds anyway.
    const GRACE: Duration = Duration::from_secs(5);

    pub(super) fn watch(tell: impl Fn(i32) + Send + Sync + 'static) {
        if TELL.set(Box::new(tell)).is_ok() {
            // SAFETY: `heard` has the type the system asks for, lives as long as the program, and
            // touches only `TELL`, which is set before and never changed again.
            let _ = unsafe { SetConsoleCtrlHandler(Some(heard), 1) };
        }
    }

    pub(super) fn watch_signals(tell: impl Fn(i32) + Send + Sync + 'static) {
        watch(tell);
    }

    pub(super) fn watch_for_pauses(_tell: impl Fn()) {}

    pub(super) const fn pause() {}

    pub(super) fn take_clicks() -> Option<u32> {
        let console = ConsoleMode::from(Handle::current_in_handle().ok()?);
        let before = console.mode().ok()?;
        let mode = (before | ENABLE_EXTENDED_FLAGS) & !ENABLE_QUICK_EDIT_MODE;
        console.set_mode(mode).ok()?;
        Some(before)
    }

    pub(super) fn give_clicks_back(mode: u32) {
        if let Ok(handle) = Handle::current_in_handle() {
            let _ = ConsoleMode::from(handle).set_mode(mode | ENABLE_EXTENDED_FLAGS);
        }
    }

    pub(super) const fn take_size_limit_as_error() {}

    /// Called by the system on a thread of its own.
    extern "system" fn heard(event: u32) -> BOOL {
        match event {
            // Heard only where keys are read as lines; the screens take it for a key.
            CTRL_C_EVENT => {
                if let Some(tell) = TELL.get() {
                    tell(super::INTERRUPT);
                }
                1
            }
            CTRL_CLOSE_EVENT | CTRL_LOGOFF_EVENT | CTRL_SHUTDOWN_EVENT | CTRL_BREAK_EVENT => {
                if let Some(tell) = TELL.get() {
                    tell(super::HANG_UP);
                }
                thread::sleep(GRACE);
                1
            }
            _ => 0,
        }
    }
}

#[cfg(not(any(unix, windows)))]
mod system {
    pub(super) fn watch(_tell: impl Fn(i32)) {}

    pub(super) fn watch_signals(_tell: impl Fn(i32)) {}

    pub(super) fn watch_for_pauses(_tell: impl Fn()) {}

    pub(super) const fn pause() {}

    pub(super) const fn take_clicks() -> Option<u32> {
        None
    }

    pub(super) const fn give_clicks_back(_mode: u32) {}

    pub(super) const fn take_size_limit_as_error() {}
}
