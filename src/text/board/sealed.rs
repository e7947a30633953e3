//! The shape of the words that ask for what opens sealed files.

use super::Str;
use crate::format::sealing::OpenFault;

/// The words of asking for what opens sealed files.
#[derive(Debug)]
pub struct SealedWords {
    /// Sealed files.
    pub title: Str,
    /// So many are sealed, and what happens without.
    pub found: fn(usize) -> String,
    /// So many more names.
    pub more: fn(usize) -> String,
    /// What opens them.
    pub way: Str,
    /// How to choose.
    pub way_hint: Str,
    /// A passphrase; a file of keys.
    pub ways: [Str; 2],
    /// Passphrase.
    pub passphrase: Str,
    /// It is not shown, and kept nowhere.
    pub passphrase_hint: Str,
    /// File of keys.
    pub keys: Str,
    /// Which file that is.
    pub keys_hint: Str,
    /// Open them.
    pub open: Str,
    /// Nothing is written yet.
    pub open_hint: Str,
    /// Go on without.
    pub without: Str,
    /// What becomes of them then.
    pub without_hint: Str,
    /// Change what was asked.
    pub change: Str,
    /// Something is needed.
    pub needed: Str,
    /// What was given opened nothing, and what to do.
    pub wrong: fn(OpenFault) -> Str,
    /// So many were opened, so many are left.
    pub some: fn(usize, usize) -> String,
}
