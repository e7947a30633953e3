//! Words shown to people or written into files for them. Words the values of `domain`,
//! `format`, `store` and `error`; of it, `format` and `store` know the CSV columns alone.

pub mod appearance;
pub mod asking;
pub mod audit;
pub mod board;
pub mod chain;
pub mod collecting;
pub mod columns;
pub mod commands;
pub mod coverage;
pub mod damage;
pub mod demo;
pub mod desk;
pub mod document;
pub mod en;
pub mod errors;
pub mod figures;
pub mod fill;
pub mod findings;
pub mod general_strings;
pub mod governance;
pub mod guide;
pub mod history;
pub mod ja;
pub mod key_labels;
pub mod keys;
pub mod label;
pub mod limits;
pub mod look;
pub mod mark;
pub mod merge;
pub mod palette;
pub mod plain;
pub mod problems;
pub mod question;
pub mod read_error;
pub mod reading;
pub mod redact;
pub mod repair;
pub mod report;
pub mod returning;
pub mod roster;
pub mod sampling;
pub mod screen_strings;
pub mod sealing;
pub mod search;
pub mod sheet;
pub mod standing;
pub mod strings;
pub mod table;
pub mod tour;
pub mod typed;
pub mod usage;
pub mod wrapping;
pub mod writing;

pub use strings::Strings;

/// A language of the screens and messages.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Lang {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// Returns the words of the language.
    #[must_use]
    pub const fn strings(self) -> &'static Strings {
        match self {
            Self::Ja => &ja::JA,
            Self::En => &en::EN,
        }
    }
}
