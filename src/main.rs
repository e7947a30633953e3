//! Parses, calls, and returns the exit code.

use std::io::{IsTerminal as _, stdin, stdout};
use std::panic::catch_unwind;

use tenken::cli::{DEFECT, Surroundings, run};

fn main() {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let surroundings = Surroundings {
        terminal: stdin().is_terminal() && stdout().is_terminal(),
        no_color,
    };
    // The panic's own words are on standard error by then, and the terminal is as it was.
    let code = catch_unwind(|| {
        run(
            std::env::args_os().collect(),
            surroundings,
            &mut stdout(),
            &mut std::io::stderr(),
        )
    })
    .unwrap_or(DEFECT);
    std::process::exit(code);
}
