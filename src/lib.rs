//! tenken: an offline self-inspection workbook for municipal information security policies.
//!
//! Modules in reading order; arrows point inward (`cli` → `tui` → `store` → `format` → `domain`).

pub mod domain;
pub mod format;

#[cfg(test)]
mod fixture;
