//! What must hold of any bytes, shared by the fuzz targets and `tests/fuzz_corpus.rs`.
#![allow(
    dead_code,
    clippy::allow_attributes,
    clippy::panic,
    clippy::unwrap_used,
    reason = "each target uses one of them, and fails by panicking"
)]

pub(crate) mod answers_csv;
pub(crate) mod checklist_ron;
pub(crate) mod journal;
pub(crate) mod return_slip;
pub(crate) mod roster;
pub(crate) mod sheet;
pub(crate) mod shown;
pub(crate) mod workbook;
