//! tenken: an offline self-inspection workbook for municipal information security policies.
//!
//! Modules in reading order; arrows point inward (`cli` → `tui`, `plain` and `demo` → `collect` → `store` →
//! `format` → `domain`).

pub mod cli;
pub mod clock;
pub mod collect;
pub mod demo;
pub mod display;
pub mod domain;
pub mod error;
pub mod format;
pub mod plain;
pub mod platform;
pub mod store;
pub mod text;
pub mod tui;

#[cfg(test)]
mod fixture;
