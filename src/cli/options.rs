//! What can be said on the command line with and without a command.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args as _, FromArgMatches as _};

use super::args::{AmbiguousArg, Cli, ColorArg, LangArg};

/// What can be said with and without a command.
#[derive(clap::Args, Debug)]
pub(crate) struct Options {
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub(crate) folder: PathBuf,
    #[arg(long, global = true, value_name = "RFC3339", conflicts_with = "today")]
    pub(crate) now: Option<String>,
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) by: Option<String>,
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "ja",
        value_name = "ja|en"
    )]
    pub(crate) lang: LangArg,
    #[arg(long)]
    pub(crate) plain: bool,
    #[arg(long, global = true, value_enum, value_name = "auto|1|2|unknown")]
    pub(crate) ambiguous: Option<AmbiguousArg>,
    #[arg(long, global = true, value_enum, value_name = "auto|never|16")]
    pub(crate) color: Option<ColorArg>,
}

impl Cli {
    /// Reads a command line without a command; none when it is any other, a faulty one included.
    /// Setting up every command would take longer than all else before the screens open.
    pub(super) fn without_command(arguments: &[OsString]) -> Option<Self> {
        let options = Options::augment_args(clap::Command::new("tenken").disable_help_flag(true));
        let matches = options.try_get_matches_from(arguments).ok()?;
        Some(Self {
            options: Options::from_arg_matches(&matches).ok()?,
            command: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;
    use proptest::prelude::*;

    use super::*;

    const WORDS: [&str; 24] = [
        "list",
        "check",
        "help",
        "x",
        "",
        ".",
        "--",
        "-h",
        "--help",
        "-V",
        "--version",
        "--folder",
        "--folder=a",
        "--by",
        "--by=list",
        "--lang",
        "--lang=en",
        "en",
        "--plain",
        "--color",
        "16",
        "--now=t",
        "--today=d",
        "--ambiguous=1",
    ];

    fn both_ways(words: &[&str]) -> (Option<String>, Option<String>) {
        let all = ["tenken"].iter().chain(words);
        let arguments: Vec<OsString> = all.map(OsString::from).collect();
        let shown = |cli: Cli| format!("{cli:?}");
        let shortly = Cli::without_command(&arguments).map(shown);
        (shortly, Cli::try_parse_from(arguments).ok().map(shown))
    }

    proptest! {
        #[test]
        fn without_a_command_all_is_read_as_with_every_command_known(
            words in prop::collection::vec(prop::sample::select(&WORDS[..]), 0..5),
        ) {
            let (shortly, fully) = both_ways(&words);
            prop_assert!(shortly.is_none() || shortly == fully, "{:?}", words);
        }
    }

    #[test]
    fn the_plain_start_needs_no_command_known() {
        for words in [&[][..], &["--folder", "list", "--by=x"], &["--lang", "en"]] {
            let (shortly, fully) = both_ways(words);
            assert!(shortly.is_some(), "{words:?}");
            assert_eq!(shortly, fully);
        }
    }
}
