//! The command line: what can be asked for without the screen, and the exit codes. No rules here.

mod args;
mod asking;
mod auditing;
mod checking;
mod collecting;
mod commands;
mod crashing;
mod decrypt;
mod demo;
mod export;
mod key;
mod lines;
mod mending;
mod merging;
mod options;
mod output;
mod passphrase;
mod preflight;
mod redacting;
mod reporting;
mod returning;
mod roster;
mod setting;
mod sheet;
mod verifying;

use std::ffi::OsString;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::{CommandFactory as _, FromArgMatches as _};

use args::ColorArg;
pub use args::{Cli, Command};
use options::Options;
use output::Output;

use crate::clock::Clock;
use crate::display::profile::Ambiguous;
use crate::domain::action;
use crate::domain::record::Author;
use crate::error::{Error, Result, Unfit};
use crate::format::csv_decode;
use crate::plain;
use crate::platform::take_size_limit_as_error;
use crate::store::crash_note::Scene;
use crate::store::disk::Disk;
use crate::store::folder::Folder;
use crate::store::preferences::Preferences;
use crate::text::{Lang, commands as words, errors, usage};
use crate::tui::runtime::{self, Start};
use crate::tui::theme::Theme;

/// Done without findings.
pub const OK: u8 = 0;
/// Done, with findings.
pub const FINDINGS: u8 = 1;
/// Usage, refused input, problems found by check.
pub const REFUSED: u8 = 2;

/// The largest CSV file read, in bytes.
const CSV_MAX: u64 = csv_decode::BYTES_MAX as u64;
/// A defect of the program.
pub const DEFECT: i32 = 70;

/// What the environment says about the terminal.
#[derive(Clone, Default, Debug)]
pub struct Environment {
    /// Whether colour is not wanted (`NO_COLOR`).
    pub no_color: bool,
    /// How wide ambiguous characters are said to be (`TENKEN_AMBIGUOUS`).
    pub ambiguous: Option<String>,
    /// The kind of terminal (`TERM`).
    pub kind: Option<String>,
    /// The locale, encoding included (`LC_ALL`, `LC_CTYPE` or `LANG`).
    pub locale: Option<String>,
}

/// What the program is told about its surroundings.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// Whether both ends of the terminal are a terminal.
    pub terminal: bool,
    /// What the environment says about the terminal.
    pub environment: Environment,
    /// The user's own folder.
    pub home: PathBuf,
    /// Whether the process is ours alone, so that its panics are told in our words.
    pub alone: bool,
    /// The way to files.
    pub disk: Disk,
}

/// Runs the program and returns its exit code. A panic is caught: its own words are on standard
/// error by then, and the terminal is as it was.
pub fn run(
    arguments: Vec<OsString>,
    surroundings: Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> i32 {
    catch_unwind(AssertUnwindSafe(|| {
        answer(arguments, surroundings, out, err)
    }))
    .unwrap_or(DEFECT)
}

fn answer(
    arguments: Vec<OsString>,
    surroundings: Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> i32 {
    let lang = args::lang_of(&arguments);
    let read = Cli::without_command(&arguments).map_or_else(
        || {
            let command = words::localised(lang, Cli::command());
            let matches = command.try_get_matches_from(arguments)?;
            Cli::from_arg_matches(&matches)
        },
        Ok,
    );
    let cli = match read {
        Ok(cli) => cli,
        Err(error) => {
            let text = usage::error(lang, &error).map_or_else(
                || error.render().to_string(),
                |lines| lines.join("\n") + "\n",
            );
            // It repeats what was typed.
            let lines: Vec<String> = text.lines().map(output::fit).collect();
            let text = lines.join("\n") + "\n";
            // With nowhere to write to, only the exit code is left.
            let _ = if error.use_stderr() {
                write!(err, "{text}")
            } else {
                write!(out, "{text}")
            };
            return error.exit_code();
        }
    };
    let mut output = Output::new(out, err, lang);
    match dispatch(&cli, lang, surroundings, &mut output) {
        Ok(Ended::Code(code)) => i32::from(code),
        Ok(Ended::Signal(signal)) => 128 + signal,
        Err(error) => {
            output.error(&errors::error(lang, &error));
            i32::from(error.exit_code())
        }
    }
}

enum Ended {
    Code(u8),
    Signal(i32),
}

fn dispatch(
    cli: &Cli,
    lang: Lang,
    surroundings: Surroundings,
    output: &mut Output<'_>,
) -> Result<Ended> {
    let options = &cli.options;
    let clock = clock(options)?;
    let folder = Folder::on(options.folder.clone(), surroundings.disk);
    let scene = Scene::new(folder.clone());
    if surroundings.alone {
        take_size_limit_as_error();
        crashing::tell_of_panics(scene.clone(), clock, lang);
    }
    let by = named(options)?;
    let desk = match &cli.command {
        Some(Command::Desk { collected }) => {
            Some(collecting::place(&folder, collected.as_deref())?)
        }
        _ => None,
    };
    let Some(command) = cli.command.as_ref().filter(|_| desk.is_none()) else {
        let environment = &surroundings.environment;
        let terminal = surroundings.terminal;
        if options.plain || must_be_plain(options, terminal, environment, lang, output)? {
            if let Some(desk) = desk {
                // The screens are for looking around; a ledger reads from top to bottom.
                collecting::tell(&folder, &desk, lang, output)?;
                return Ok(Ended::Code(OK));
            }
            let start = plain::Start {
                folder,
                clock,
                lang,
                by,
                home: surroundings.home,
                scene,
            };
            return lines::talk(&start, output);
        }
        let ambiguous = ambiguous(options, environment)?;
        let start = Start {
            folder,
            clock,
            lang,
            theme: match options.color.unwrap_or(ColorArg::Auto) {
                ColorArg::Never => Some(Theme::Monochrome),
                ColorArg::Auto if environment.no_color => Some(Theme::Monochrome),
                ColorArg::Auto | ColorArg::Sixteen => None,
            },
            ambiguous,
            by,
            home: surroundings.home,
            scene,
            desk,
        };
        return Ok(runtime::run(&start)?.map_or(Ended::Code(OK), Ended::Signal));
    };
    let mut preferences = Preferences::load(&folder);
    if let Some(name) = &by {
        preferences.act_as(name);
    }
    let setting = setting::Setting {
        folder,
        now: clock.now(),
        author: preferences.author(),
        preferences,
        lang,
        terminal: surroundings.terminal,
        alone: surroundings.alone,
        scene,
    };
    commands::run(command, &setting, output).map(Ended::Code)
}

/// Returns who acts, when said at the start and not left blank.
fn named(options: &Options) -> Result<Option<String>> {
    let Some(name) = options.by.as_deref().map(str::trim) else {
        return Ok(None);
    };
    action::author(&Author {
        name: name.to_owned(),
        title: String::new(),
    })?;
    Ok(Some(name.to_owned()).filter(|name| !name.is_empty()))
}

/// Looks whether the terminal can show the screens. One that can show lines of text only is told,
/// and lines it is.
fn must_be_plain(
    options: &Options,
    terminal: bool,
    environment: &Environment,
    lang: Lang,
    output: &mut Output<'_>,
) -> Result<bool> {
    if !terminal {
        return Err(Error::NotATerminal);
    }
    let insisted = ambiguous(options, environment)?.is_some();
    match preflight::check(environment, insisted) {
        Err(Error::Unfit(Unfit::Lines)) => {
            let told = errors::error(lang, &Error::Unfit(Unfit::Lines));
            for line in &told {
                output.note(line);
            }
            Ok(true)
        }
        other => other.map(|()| false),
    }
}

/// Returns what was said about ambiguous characters: first on the command line, then by the
/// environment.
fn ambiguous(options: &Options, environment: &Environment) -> Result<Option<Ambiguous>> {
    if let Some(argument) = options.ambiguous {
        return Ok(Some(argument.into()));
    }
    environment
        .ambiguous
        .as_deref()
        .filter(|word| !word.is_empty())
        .map(|word| Ambiguous::from_code(word).ok_or_else(|| Error::BadAmbiguous(word.to_owned())))
        .transpose()
}

/// Returns the clock: the system's, or the one set by `--now` or `--today`.
fn clock(options: &Options) -> Result<Clock> {
    if let Some(text) = &options.now {
        return DateTime::parse_from_rfc3339(text)
            .map(Clock::Fixed)
            .map_err(|_| Error::BadTime(text.clone()));
    }
    let Some(text) = &options.today else {
        return Ok(Clock::System);
    };
    let bad = || Error::BadTime(text.clone());
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| bad())?;
    // Noon in Japan: the date alone was said.
    let offset = FixedOffset::east_opt(9 * 3_600).ok_or_else(bad)?;
    date.and_hms_opt(12, 0, 0)
        .and_then(|noon| noon.and_local_timezone(offset).single())
        .map(Clock::Fixed)
        .ok_or_else(bad)
}
