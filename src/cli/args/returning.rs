//! The shape of the commands about returning.

use std::path::PathBuf;

use clap::Subcommand;

use super::HeaderArg;

/// What goes back to departments.
#[derive(clap::Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ReturnArgs {
    #[command(subcommand)]
    pub(crate) command: Option<ReturnCommand>,
    #[arg(value_name = "DIR")]
    pub(crate) collected: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) items: Option<PathBuf>,
    #[arg(long = "department", value_name = "CODE")]
    pub(crate) only: Vec<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) due: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(crate) to: Option<PathBuf>,
}

/// What else can be done about returning.
#[derive(Subcommand, Debug)]
pub(crate) enum ReturnCommand {
    /// Writes what might be returned.
    Template {
        #[arg(value_name = "DIR")]
        collected: Option<PathBuf>,
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
        #[arg(long, value_enum, default_value = "ja", value_name = "ja|en")]
        header: HeaderArg,
    },
}
