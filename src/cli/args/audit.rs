//! The shape of the commands about audits.

use std::num::NonZero;
use std::path::PathBuf;

use clap::Subcommand;

use super::HeaderArg;

/// Whom to audit.
#[derive(clap::Args, Debug)]
pub struct SampleArgs {
    pub(crate) dir: PathBuf,
    #[arg(long, value_name = "N", default_value = "10")]
    pub(crate) size: NonZero<usize>,
    #[arg(long = "seed", value_name = "N")]
    pub(crate) lot: Option<u64>,
    #[arg(long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "ja", value_name = "ja|en")]
    pub(crate) header: HeaderArg,
}

/// What can be done with audits.
#[derive(Subcommand, Debug)]
pub enum AuditCommand {
    /// Takes in findings.
    Add {
        dir: PathBuf,
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_enum, default_value = "ja", value_name = "ja|en")]
        header: HeaderArg,
    },
    /// Writes the file auditors fill in.
    Template {
        #[command(flatten)]
        sample: SampleArgs,
        #[arg(long = "department", value_name = "CODE")]
        departments: Vec<String>,
    },
}
