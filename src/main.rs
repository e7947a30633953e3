//! Parses, calls, and returns the exit code.

use std::io::{IsTerminal as _, stdin, stdout};

use tenken::cli::{Surroundings, run};
use tenken::store::disk::Disk;

fn main() {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let surroundings = Surroundings {
        terminal: stdin().is_terminal() && stdout().is_terminal(),
        no_color,
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
