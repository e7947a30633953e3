//! The shape of the command line. The words shown in its help come from `text`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::key::KeyAction;
use super::options::Options;
use super::reporting::ReportArgs;
use crate::display::profile::Ambiguous;
use crate::text::Lang;
use crate::text::columns::Header;

pub(super) use audit::{AuditCommand, SampleArgs};
pub(super) use redact::RedactArgs;
pub(super) use returning::{ReturnArgs, ReturnCommand};

mod audit;
mod redact;
mod returning;

/// The whole command line.
#[derive(Parser, Debug)]
#[command(name = "tenken", version)]
pub struct Cli {
    #[command(flatten)]
    pub(crate) options: Options,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What can be asked for without the screen.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Begins a workbook.
    New {
        #[arg(long, value_name = "CITY")]
        checklist: String,
        #[arg(long, value_name = "CODE")]
        department: String,
        #[arg(long, value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "NAME")]
        agency: Option<String>,
        #[arg(long, value_name = "YYYY")]
        year: Option<String>,
    },
    /// Answers profile keys.
    Profile {
        workbook: String,
        #[arg(required = true, value_name = "KEY=yes|no")]
        answers: Vec<String>,
    },
    /// Fills in answers from a CSV file.
    Fill {
        workbook: String,
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        #[arg(long)]
        dry_run: bool,
    },
    /// Shows the figures.
    Show { workbook: String },
    /// Confirms a workbook.
    Confirm {
        workbook: String,
        #[arg(long, value_name = "POST")]
        title: Option<String>,
    },
    /// Leads a confirmed workbook back to draft.
    Reopen {
        workbook: String,
        #[arg(long, value_name = "REASON", required_unless_present = "return_file")]
        why: Option<String>,
        #[arg(long)]
        returned: bool,
        #[arg(long = "return", value_name = "FILE", conflicts_with_all = ["why", "returned"])]
        return_file: Option<PathBuf>,
    },
    /// Takes over the checklist in force.
    UpdateChecklist { workbook: String },
    /// Merges a copy into a workbook.
    Merge {
        workbook: String,
        #[arg(value_name = "COPY")]
        copy: String,
        #[arg(long, value_name = "mine|theirs|ITEM=mine|theirs")]
        take: Vec<String>,
        #[arg(long)]
        dry_run: bool,
    },
    /// Writes the CSV files.
    Export {
        workbook: String,
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
        #[arg(long, value_enum, default_value = "ja", value_name = "ja|en")]
        header: HeaderArg,
        #[arg(long, value_name = "REASON")]
        despite: Option<String>,
        #[command(flatten)]
        seal: SealArgs,
    },
    /// Verifies exported files and journals.
    Verify {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        opener: OpenArgs,
    },
    /// Opens sealed files.
    Decrypt {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
        #[command(flatten)]
        opener: OpenArgs,
    },
    /// Makes keys for sealing.
    Key {
        #[command(subcommand)]
        action: KeyAction,
    },
    /// Makes a new journal from what is good in a damaged one.
    Repair {
        workbook: String,
        #[arg(long)]
        yes: bool,
    },
    /// Takes out what was typed by mistake.
    Redact {
        workbook: String,
        #[command(flatten)]
        asked: RedactArgs,
    },
    /// Checks the checklists.
    Check {
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Lists the workbooks.
    List,
    /// Collects what departments handed in.
    Collect(CollectArgs),
    /// Opens the screens on what was collected.
    Desk {
        #[arg(value_name = "DIR")]
        collected: Option<PathBuf>,
    },
    /// Writes the division's report.
    Report(ReportArgs),
    /// Writes return slips.
    Return(ReturnArgs),
    /// Proposes departments for an audit.
    Sample(SampleArgs),
    /// Handles what auditors found.
    Audit {
        #[command(subcommand)]
        command: AuditCommand,
    },
    /// Makes a training folder.
    Demo {
        #[arg(value_name = "DIR")]
        place: PathBuf,
        #[arg(long, value_name = "CITY", default_value = "odawara")]
        city: String,
        #[arg(long, value_name = "N", default_value_t = 1)]
        seed: u64,
        #[arg(long = "year", value_name = "YYYY", default_value = "2026")]
        last_year: String,
    },
    /// Handles a roster of departments.
    Roster {
        #[command(subcommand)]
        command: RosterCommand,
    },
    /// Edits a checklist in a spreadsheet.
    Sheet {
        #[command(subcommand)]
        command: SheetCommand,
    },
}

/// What can be done with a checklist's sheets.
#[derive(Subcommand, Debug)]
pub enum SheetCommand {
    /// Writes them.
    Write {
        #[arg(long, value_name = "CITY")]
        checklist: String,
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        #[arg(
            long,
            value_enum,
            value_delimiter = ',',
            default_value = "xlsx",
            value_name = "xlsx|csv"
        )]
        format: Vec<SheetFormat>,
        #[arg(long, value_enum, default_value = "ja", value_name = "ja|en")]
        header: HeaderArg,
    },
    /// Reads them back.
    Read {
        #[arg(value_name = "FILE|DIR")]
        source: PathBuf,
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        #[arg(long)]
        replace: bool,
        #[arg(long)]
        dry_run: bool,
    },
}

/// A form of sheets on the command line.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetFormat {
    /// One xlsx file.
    Xlsx,
    /// CSV files.
    Csv,
}

/// What to collect.
#[derive(clap::Args, Debug)]
pub struct CollectArgs {
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    #[arg(long, value_name = "YYYY")]
    pub(crate) year: Option<String>,
    #[arg(long, value_name = "DIR|INPUT", num_args = 1..)]
    pub(crate) previous: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) roster: Option<PathBuf>,
    #[arg(long, value_name = "CITY")]
    pub(crate) checklist: Option<String>,
    #[arg(long, value_enum, default_value = "ja", value_name = "ja|en")]
    pub(crate) header: HeaderArg,
    #[arg(long, value_name = "DIR")]
    pub(crate) store: Option<PathBuf>,
    #[arg(long)]
    pub(crate) no_keep: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) opener: OpenArgs,
}

/// What can be done with a roster.
#[derive(Subcommand, Debug)]
pub enum RosterCommand {
    /// Checks a roster.
    Check {
        file: PathBuf,
        #[arg(long, value_name = "CITY")]
        checklist: Option<String>,
    },
    /// Writes a template.
    Template {
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
        #[arg(long, value_name = "CITY")]
        checklist: Option<String>,
    },
}

/// What files are sealed with.
#[derive(clap::Args, Debug)]
#[group(multiple = false)]
pub struct SealArgs {
    #[arg(long, value_name = "FILE|KEY")]
    pub(crate) encrypt_to: Option<String>,
    #[arg(long)]
    pub(crate) passphrase: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

/// What sealed files are opened with.
#[derive(clap::Args, Debug)]
#[group(multiple = false)]
pub struct OpenArgs {
    #[arg(long, value_name = "FILE")]
    pub(crate) identity: Option<PathBuf>,
    #[arg(long)]
    pub(crate) passphrase: bool,
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

/// A language on the command line.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LangArg {
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// How wide ambiguous characters are, on the command line.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AmbiguousArg {
    /// The terminal is asked.
    Auto,
    /// One cell.
    #[value(name = "1")]
    One,
    /// Two cells.
    #[value(name = "2")]
    Two,
    /// Drawn so that it does not matter.
    Unknown,
}

impl From<AmbiguousArg> for Ambiguous {
    fn from(argument: AmbiguousArg) -> Self {
        match argument {
            AmbiguousArg::Auto => Self::Auto,
            AmbiguousArg::One => Self::Narrow,
            AmbiguousArg::Two => Self::Wide,
            AmbiguousArg::Unknown => Self::Unknown,
        }
    }
}

/// Whether to draw in colour, on the command line.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ColorArg {
    /// Unless `NO_COLOR` is set.
    Auto,
    /// Never.
    Never,
    /// In the terminal's sixteen colours.
    #[value(name = "16")]
    Sixteen,
}

/// Which headings on the command line.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeaderArg {
    /// Japanese headings and words.
    Ja,
    /// Column ids and codes.
    En,
}

impl From<HeaderArg> for Header {
    fn from(header: HeaderArg) -> Self {
        match header {
            HeaderArg::Ja => Self::Ja,
            HeaderArg::En => Self::En,
        }
    }
}

/// Finds the language before the command line is read, so that its own messages are in it.
pub(super) fn lang_of(arguments: &[OsString]) -> Lang {
    let english = arguments.iter().enumerate().any(|(index, argument)| {
        argument == "--lang=en"
            || (argument == "--lang" && arguments.get(index + 1).is_some_and(|next| next == "en"))
    });
    if english { Lang::En } else { Lang::Ja }
}
