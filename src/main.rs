//! Parses, calls, and returns the exit code.

use std::path::PathBuf;

use std::io::{IsTerminal as _, stdin, stdout};

use tenken::cli::{Surroundings, run};
use tenken::store::disk::Disk;

#[expect(
    clippy::disallowed_methods,
    reason = "the environment is read here and nowhere else"
)]
fn home() -> PathBuf {
    ["HOME", "USERPROFILE"]
        .into_iter()
        .find_map(std::env::var_os)
        .map_or_else(std::env::temp_dir, PathBuf::from)
}

fn main() {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let surroundings = Surroundings {
        terminal: stdin().is_terminal() && stdout().is_terminal(),
        no_color,
        home: home(),
        alone: true,
        disk: Disk::default(),
    };
    let code = run(
        std::env::args_os().collect(),
        surroundings,
        &mut stdout(),
        &mut std::io::stderr(),
    );
    std::process::exit(code);
}
