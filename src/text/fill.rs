//! stub
use super::Lang;
use crate::format::csv_fill::{FillNote, FillPlan, FillProblem};
pub fn problem(_: Lang, p: &FillProblem) -> Vec<String> {
    vec![format!("{p:?}")]
}
pub fn note(_: Lang, p: &FillNote) -> String {
    format!("{p:?}")
}
pub fn plan(_: Lang, p: &FillPlan, _: bool) -> Vec<String> {
    vec![format!("{}", p.items)]
}
