//! What an export says of itself in every row: who hands in, for which year, and under which seals.

use std::sync::Arc;

use chrono::NaiveDateTime;

use super::fiscal_year::FiscalYear;

/// What an export says of itself. Held once, by whatever is about the same export.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Cover {
    /// The six digits of the municipality.
    pub municipality_code: Arc<str>,
    /// The municipality.
    pub municipality: Arc<str>,
    /// The fiscal year, where it can be read.
    pub year: Option<FiscalYear>,
    /// The department's code, as written.
    pub department_code: Arc<str>,
    /// The department.
    pub department: Arc<str>,
    /// Its executive agency.
    pub agency: Arc<str>,
    /// The date the policy's edition took effect.
    pub edition: Arc<str>,
    /// The digest of the checklist.
    pub checklist_digest: Arc<str>,
    /// When it was confirmed; none for a draft.
    pub confirmed_at: Option<NaiveDateTime>,
    /// Who confirmed it.
    pub confirmed_by: Arc<str>,
    /// The hash of the record it was written after; empty where it says none.
    pub journal_head: Arc<str>,
    /// The receipt.
    pub receipt: Arc<str>,
}
