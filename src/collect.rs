//! The division's desk: many departments' exports to one ledger and one set of figures.
//!
//! Reads what was handed in, on all cores, and puts it together. What comes out depends on what
//! was handed in alone: not on the order, the number of parts, or how often.
#![warn(missing_docs)]

pub mod audits;
pub mod board;
pub mod board_filter;
pub mod collection;
pub mod compared;
pub mod desk;
mod forms;
pub mod gather;
mod large;
pub mod layout;
mod look;
mod pairing;
mod reader;
pub mod return_slips;
pub mod returns;
pub mod sample;
mod sections;
pub mod tables;
