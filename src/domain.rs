//! Pure rules of self-inspection. Knows no files, no serde, no clock, no screen and no wording.
#![warn(missing_docs)]

pub mod action;
pub mod answer;
pub mod audit;
pub mod band;
pub mod checklist;
pub mod committee;
pub mod comparison;
pub mod completeness;
pub mod cover;
pub mod disclosure;
pub mod expression;
pub mod file_name;
pub mod filter;
pub mod fiscal_year;
pub mod governance;
pub mod heat;
pub mod item_id;
pub mod ledger;
pub mod limits;
pub mod lineage;
pub mod mark;
pub mod merge;
pub mod policy;
pub mod previous;
pub mod problem;
pub mod progress;
pub mod ranking;
pub mod record;
pub mod redaction;
pub mod remarks;
pub mod returning;
pub mod roster;
pub mod sampling;
pub mod scale;
pub mod scope;
pub mod score;
pub mod sensitive;
pub mod standing;
pub mod submission;
#[cfg(test)]
pub(crate) mod submission_test_kit;
pub mod workbook;
