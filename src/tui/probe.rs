//! Asks the terminal, once at the start, how wide it draws what the standard leaves open: a sign is
//! written, and the terminal says where its cursor is.

use std::io::{self, Write};

use crate::display::profile::{PROBES, TerminalProfile};

/// Asks the terminal what it draws. It must be in raw mode, and nobody else may read from it.
pub fn ask(out: &mut impl Write) -> Asked {
    Asked(system::ask(out))
}

/// A terminal that was asked, and takes a moment to answer.
#[derive(Debug)]
#[must_use]
pub struct Asked(io::Result<()>);

impl Asked {
    /// Returns what the terminal draws. One that does not answer in time is taken for one of which
    /// nothing is known.
    pub fn answer(self, out: &mut impl Write) -> TerminalProfile {
        let widths = self.0.and_then(|()| system::widths(out));
        // What the signs left behind must not be seen.
        let _ = write!(out, "\r\x1b[K").and_then(|()| out.flush());
        TerminalProfile::measured(&widths.unwrap_or_default())
    }
}

#[cfg(not(windows))]
mod system {
    use std::time::{Duration, Instant};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    use super::{PROBES, Write, io};

    /// How long an answer is waited for.
    const PATIENCE: Duration = Duration::from_millis(300);

    /// Asks about all signs at once.
    pub(super) fn ask(out: &mut impl Write) -> io::Result<()> {
        for sign in PROBES {
            write!(out, "\r{sign}\x1b[6n")?;
        }
        out.flush()
    }

    /// Reads the answers.
    pub(super) fn widths(_out: &mut impl Write) -> io::Result<Vec<u16>> {
        let stdin = rustix::stdio::stdin();
        let begun = Instant::now();
        let mut seen = Vec::new();
        loop {
            let widths = super::answers(&seen);
            if widths.len() >= PROBES.len() {
                return Ok(widths);
            }
            let Some(left) = PATIENCE.checked_sub(begun.elapsed()) else {
                return Ok(Vec::new());
            };
            let mut asked = [PollFd::new(&stdin, PollFlags::IN)];
            match poll(&mut asked, Some(&span(left))) {
                Ok(0) => return Ok(Vec::new()),
                Ok(_) => {}
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            }
            let mut bytes = [0; 256];
            match rustix::io::read(stdin, &mut bytes) {
                Ok(0) => return Ok(Vec::new()),
                Ok(count) => seen.extend_from_slice(bytes.get(..count).unwrap_or_default()),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn span(time: Duration) -> Timespec {
        Timespec {
            tv_sec: time.as_secs().try_into().unwrap_or(0),
            tv_nsec: time.subsec_nanos().into(),
        }
    }
}

#[cfg(windows)]
mod system {
    use super::{PROBES, Write, io};

    pub(super) const fn ask(_out: &mut impl Write) -> io::Result<()> {
        Ok(())
    }

    /// The console knows its cursor without being asked through its input.
    pub(super) fn widths(out: &mut impl Write) -> io::Result<Vec<u16>> {
        PROBES
            .into_iter()
            .map(|sign| {
                write!(out, "\r{sign}")?;
                out.flush()?;
                crossterm::cursor::position().map(|(column, _)| column)
            })
            .collect()
    }
}

/// Returns the columns behind each sign from answers of the form `ESC [ row ; column R`.
#[cfg_attr(windows, expect(dead_code, reason = "the console is asked otherwise"))]
fn answers(bytes: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(bytes);
    text.split("\x1b[")
        .filter_map(|part| {
            let (place, _) = part.split_once('R')?;
            let (row, column) = place.split_once(';')?;
            row.parse::<u16>().ok()?;
            column.parse::<u16>().ok()?.checked_sub(1)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_among_what_was_typed() {
        assert_eq!(answers(b"\x1b[1;2R\x1b[1;3R"), [1, 2]);
        assert_eq!(answers(b"a\x1b[A\x1b[1;2Rb\x1b[24;13R\x1b[1;"), [1, 12]);
        assert!(answers(b"").is_empty());
    }
}
