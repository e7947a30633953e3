//! Words shown to people or written into files for them. Knows only the domain's words.
#![warn(missing_docs)]

pub mod columns;
