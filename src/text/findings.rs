//! stub
use super::Lang;
use crate::format::csv_finding::Verdict;
pub fn verdict(_: Lang, v: &Verdict) -> Vec<String> {
    vec![format!("{v:?}")]
}
pub fn proof_note(_: Lang) -> &'static str {
    ""
}
