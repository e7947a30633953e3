//! What an export says of itself in every row: who hands in, for which year, and under which seals.

use arcstr::ArcStr;
use chrono::NaiveDateTime;
use compact_str::CompactString;

use super::fiscal_year::FiscalYear;

/// What an export says of itself. Held once, by whatever is about the same export.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Cover {
    /// The six digits of the municipality.
    pub municipality_code: ArcStr,
    /// The municipality.
    pub municipality: ArcStr,
    /// The fiscal year, where it can be read.
    pub year: Option<FiscalYear>,
    /// The department's code, as written.
    pub department_code: ArcStr,
    /// The department.
    pub department: ArcStr,
    /// Its executive agency.
    pub agency: ArcStr,
    /// The date the policy's edition took effect.
    pub edition: ArcStr,
    /// The digest of the checklist.
    pub checklist_digest: ArcStr,
    /// When it was confirmed; none for a draft.
    pub confirmed_at: Option<NaiveDateTime>,
    /// Who confirmed it.
    pub confirmed_by: ArcStr,
    /// The record it was written after.
    pub journal_head: JournalHead,
    /// The receipt. No two are alike, and few are longer than what lies in the cover itself.
    pub receipt: CompactString,
}

/// The last record of the journal an export was written after, as it says. A country has as many
/// as departments, so that the usual one takes no more than it must.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum JournalHead {
    /// The hash of the record.
    Hash([u8; 32]),
    /// Whatever stands in its place; empty where it says none.
    Written(ArcStr),
}

impl Default for JournalHead {
    fn default() -> Self {
        Self::Written(ArcStr::new())
    }
}
