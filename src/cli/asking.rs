//! Asks before something is done that cannot be taken back.

use std::io::stdin;

use super::output::Output;
use super::setting::Setting;
use crate::text::asking;

/// Returns whether it is to be done: said on the command line, or answered with yes at a terminal.
/// Without either it is not, and that is told.
pub(super) fn agreed(setting: &Setting, yes: bool, output: &mut Output<'_>) -> bool {
    if yes {
        return true;
    }
    if !setting.terminal {
        output.line(asking::say_yes(setting.lang));
        return false;
    }
    output.line(asking::question(setting.lang));
    let mut answer = String::new();
    // An end of input is no answer, and no answer is no.
    let heard = stdin().read_line(&mut answer).is_ok();
    if heard && asking::is_yes(&answer) {
        return true;
    }
    output.line(asking::left(setting.lang));
    false
}
