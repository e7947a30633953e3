//! Parses, calls, and returns the exit code.

use std::path::PathBuf;

use std::io::{IsTerminal as _, stdin, stdout};

use tenken::cli::{Environment, Surroundings, run};
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

#[expect(
    clippy::disallowed_methods,
    reason = "the environment is read here and nowhere else"
)]
fn environment() -> Environment {
    let said = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    Environment {
        no_color: said("NO_COLOR").is_some(),
        ambiguous: said("TENKEN_AMBIGUOUS"),
        kind: said("TERM"),
        locale: ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(said),
    }
}

fn main() {
    let surroundings = Surroundings {
        terminal: stdin().is_terminal() && stdout().is_terminal(),
        environment: environment(),
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
