//! The terminal as the screens need it, and given back as it was.

use std::io::{self, Write as _};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use crate::platform::{Clicks, take_clicks};

/// The terminal in the state the screens need; letting go of it restores the old one.
pub(super) struct OpenScreen {
    /// Given back after the terminal's modes: fields are dropped last.
    _clicks: Clicks,
}

impl OpenScreen {
    pub(super) fn enter() -> io::Result<Self> {
        let clicks = take_clicks();
        open()?;
        Ok(Self { _clicks: clicks })
    }
}

impl Drop for OpenScreen {
    fn drop(&mut self) {
        restore();
    }
}

/// Switches the mouse on or off. While it is on, the terminal cannot select text by dragging.
pub(super) fn use_mouse(on: bool) -> io::Result<()> {
    if on {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}

/// Takes the terminal, at the start and after a pause.
pub(super) fn open() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

/// Gives the terminal back as it was.
pub(super) fn restore() {
    // Nothing better can be done when the terminal is gone. One step that fails, such as taking the
    // mouse back from a Windows console that never gave it, must not keep the others from being done.
    let _ = execute!(io::stdout(), DisableMouseCapture);
    let _ = disable_raw_mode();
    let _ = execute!(io::stdout(), DisableBracketedPaste);
    let _ = execute!(io::stdout(), LeaveAlternateScreen, Show);
    let _ = io::stdout().flush();
}
