//! What the division finds out about answers: what deserves a look, whom to audit, and what the
//! auditors found.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "governance/audits.rs"]
mod audits;
#[path = "governance/city.rs"]
mod city;
#[path = "support/offices.rs"]
mod offices;
#[path = "governance/outliers.rs"]
mod outliers;
#[path = "support/program.rs"]
mod program;
#[path = "support/sheet.rs"]
mod sheet;
