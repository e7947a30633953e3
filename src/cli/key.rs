//! Makes the keys with which departments seal and the division opens.

use std::path::PathBuf;

use clap::Subcommand;

use super::OK;
use super::output::Output;
use super::setting::Setting;
use crate::error::Result;
use crate::store::sealed;
use crate::text::sealing;

/// What to do with keys.
#[derive(Subcommand, Debug)]
pub enum KeyAction {
    /// Makes a pair of keys.
    New {
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
}

/// Does what is asked for with keys.
pub(super) fn run(setting: &Setting, action: &KeyAction, output: &mut Output<'_>) -> Result<u8> {
    let KeyAction::New { to } = action;
    let made = setting.now.format("%Y-%m-%d").to_string();
    let [secret, public] = sealing::key_comments(setting.lang, &made);
    let keys = sealed::new_keys(setting.folder.disk(), to, [&secret, &public])?;
    output.lines(sealing::key_made(setting.lang, &keys));
    Ok(OK)
}
