//! Text to domain and back: checklist files, journal lines, CSV rows, receipts. Knows no paths
//! and opens no files; takes text and gives text.
#![warn(missing_docs)]

mod checklist_checks;
pub mod checklist_files;
pub mod digest;
pub mod frozen;
pub mod item_file;
pub mod journal;
pub mod policy_file;
pub mod profile_file;
mod ron_place;
mod ron_raw;
pub mod ron_source;
pub mod scale_file;
pub mod template;
