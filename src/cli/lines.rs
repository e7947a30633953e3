//! The line mode on standard input and output.

use super::output::Output;
use super::{Ended, OK};
use crate::error::Result;
use crate::plain::source::Keyboard;
use crate::plain::{self, Start};
use crate::platform::HANG_UP;

/// Talks until the person leaves, the input ends, or a signal ends it.
pub(super) fn talk(start: &Start, output: &mut Output<'_>) -> Result<Ended> {
    let mut keyboard = Keyboard::begin();
    let ended = plain::run(start, &mut keyboard, output.raw())?;
    Ok(match (keyboard.signal(), ended) {
        (Some(signal), _) => Ended::Signal(signal),
        (None, plain::Ended::Left) => Ended::Code(OK),
        (None, plain::Ended::Broken) => Ended::Signal(HANG_UP),
    })
}
