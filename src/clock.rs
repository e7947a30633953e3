//! The clock, injected: the system's, or a fixed one.

use chrono::{DateTime, FixedOffset};

/// Tells the time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clock {
    /// The system's local time.
    System,
    /// Always the same time.
    Fixed(DateTime<FixedOffset>),
}

impl Clock {
    /// Returns the time now, in local time with its offset.
    #[must_use]
    pub fn now(self) -> DateTime<FixedOffset> {
        match self {
            #[expect(
                clippy::disallowed_methods,
                reason = "the one place that asks the system"
            )]
            Self::System => chrono::Local::now().fixed_offset(),
            Self::Fixed(now) => now,
        }
    }
}
