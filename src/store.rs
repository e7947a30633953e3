//! The only code that touches files: folder layout, journals, locks, checklists, exports.
//! Knows no screen and no wording.

pub mod batch;
pub mod checklists;
pub mod crash_note;
pub mod desk;
pub mod desk_lock;
pub mod disk;
mod disk_stream;
mod disk_sweep;
mod disk_text;
pub mod draft;
pub mod exports;
pub mod folder;
pub mod found;
pub mod gate;
pub mod inputs;
pub mod journal_file;
pub mod keeping;
pub mod known;
pub mod lock;
pub mod merging;
pub mod plain;
pub mod preferences;
pub mod reading_at;
pub mod redact;
pub mod repair;
pub mod rescue;
pub mod returning;
pub mod sealed;
pub mod sheets;
pub mod shelf;
mod unpacking;
pub mod workbooks;
