//! What files are sealed and opened with, from the command line: keys in files, a passphrase in a
//! file, or one that is typed where nobody sees it.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::args::{OpenArgs, SealArgs};
use super::output::Output;
use super::setting::Setting;
use crate::error::{Doing, Error, Result};
use crate::format::sealing::{Passphrase, PassphraseFault};
use crate::platform::watch_for_the_end;
use crate::store::sealed::{self, Opener, Seal};
use crate::text::sealing;

/// Returns what to seal with, if sealing was asked for.
pub(super) fn seal(
    setting: &Setting,
    asked: &SealArgs,
    output: &mut Output<'_>,
) -> Result<Option<Seal>> {
    let disk = setting.folder.disk();
    if let Some(key) = &asked.encrypt_to {
        return sealed::public_keys_of(disk, "".as_ref(), key).map(Some);
    }
    let chosen = if let Some(path) = &asked.passphrase_file {
        sealed::passphrase_of(disk, path)?.long_enough()
    } else if asked.passphrase {
        let words = sealing::words(setting.lang);
        let first = ask(setting, words.first, output)?;
        // Told before it is typed again.
        let first = first.long_enough().map_err(Error::Passphrase)?;
        first.chosen(&ask(setting, words.again, output)?)
    } else {
        return Ok(None);
    };
    chosen
        .map(|passphrase| Some(Seal::Passphrase(passphrase)))
        .map_err(Error::Passphrase)
}

/// Returns what to open with, if anything was named.
pub(super) fn opener(
    setting: &Setting,
    asked: &OpenArgs,
    output: &mut Output<'_>,
) -> Result<Option<Opener>> {
    let disk = setting.folder.disk();
    if let Some(path) = &asked.identity {
        return sealed::secret_keys_of(disk, path).map(Some);
    }
    let passphrase = if let Some(path) = &asked.passphrase_file {
        sealed::passphrase_of(disk, path)?
    } else if asked.passphrase {
        ask(setting, sealing::words(setting.lang).first, output)?
    } else {
        return Ok(None);
    };
    Ok(Some(Opener::Passphrase(passphrase)))
}

/// The terminal without echo, for as long as this lives.
struct Unseen;

impl Unseen {
    fn begin() -> io::Result<Self> {
        enable_raw_mode()?;
        // A terminal that is gone would be read for ever, and one left without echo is of no use.
        watch_for_the_end(|signal| {
            let _ = disable_raw_mode();
            std::process::exit(128 + signal);
        });
        Ok(Self)
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}

/// Asks for a passphrase; nothing of it is shown, not even its length.
fn ask(setting: &Setting, label: &str, output: &mut Output<'_>) -> Result<Passphrase> {
    if !setting.terminal {
        return Err(Error::Passphrase(PassphraseFault::NoTerminal));
    }
    let unseen = Unseen::begin().map_err(Error::io(Doing::Reading, "terminal"))?;
    output.ask(label);
    let typed = read_line();
    drop(unseen);
    output.note("");
    typed
        .map_err(Error::io(Doing::Reading, "terminal"))?
        .filter(|passphrase| !passphrase.is_empty())
        .ok_or(Error::Passphrase(PassphraseFault::GivenUp))
}

/// Reads keys up to Enter; none when the person gives up.
fn read_line() -> io::Result<Option<Passphrase>> {
    let mut typed = Passphrase::default();
    loop {
        let Event::Key(key) = event::read()? else {
            continue;
        };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter => return Ok(Some(typed)),
            KeyCode::Esc => return Ok(None),
            KeyCode::Char('c' | 'd') if control => return Ok(None),
            KeyCode::Char(_) if control => {}
            KeyCode::Char(sign) => typed = typed.with(sign),
            KeyCode::Backspace => typed = typed.without_last(),
            _ => {}
        }
    }
}
