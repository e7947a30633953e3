//! The answer scale: `checklists/scale.ron`, or the `scale` field of a city's file.

use super::ron_source::{Node, Reader};
use crate::domain::mark::Mark;
use crate::domain::problem::ProblemKind;
use crate::domain::scale::{Grade, MarkEntry, Scale};

/// The fields.
pub(super) const FIELDS: &[&str] = &["marks", "grades", "critical_cap", "seconds_per_item"];
/// The fields.
pub(super) const MARKS: &[&str] = &[
    "implemented",
    "partial",
    "not_implemented",
    "not_applicable",
    "to_be_confirmed",
];
/// The fields.
pub(super) const MARK: &[&str] = &["symbol", "word", "value"];
const MARK_WITHOUT_VALUE: &[&str] = &["symbol", "word"];
/// The fields.
pub(super) const GRADE: &[&str] = &["grade", "from"];

/// Reads a scale.
#[must_use]
pub fn read(reader: &Reader<'_>, node: Node<'_>) -> Option<Scale> {
    let fields = reader.fields(node, FIELDS)?;
    let marks = fields
        .required("marks")
        .and_then(|node| read_marks(reader, node));
    let grades = fields
        .required("grades")
        .and_then(|node| read_grades(reader, node));
    let cap = fields.text("critical_cap");
    let seconds = fields.number("seconds_per_item", 1, 3_600);
    let grades = grades?;
    let cap = cap?;
    if !grades.iter().any(|grade| grade.grade == cap.value) {
        let kind = ProblemKind::UnknownGrade(cap.value.clone());
        reader.problem(cap.node, kind);
        return None;
    }
    Some(Scale {
        marks: marks?,
        grades,
        critical_cap: cap.value,
        seconds_per_item: u32::try_from(seconds?).ok()?,
    })
}

fn read_marks(reader: &Reader<'_>, node: Node<'_>) -> Option<[MarkEntry; 5]> {
    let fields = reader.fields(node, MARKS)?;
    let entries: Vec<Option<MarkEntry>> = MARKS
        .iter()
        .zip(Mark::ALL)
        .map(|(name, mark)| {
            let allowed = match mark {
                Mark::NotApplicable => MARK_WITHOUT_VALUE,
                _ => MARK,
            };
            let entry = reader.fields(fields.required(name)?, allowed)?;
            let symbol = entry.text("symbol");
            let word = entry.text("word");
            let value = if mark == Mark::NotApplicable {
                None
            } else {
                Some(entry.number("value", 0, 100))
            };
            Some(MarkEntry {
                symbol: symbol?.value,
                word: word?.value,
                value: match value {
                    Some(number) => Some(u8::try_from(number?).ok()?),
                    None => None,
                },
            })
        })
        .collect();
    let entries: Option<Vec<MarkEntry>> = entries.into_iter().collect();
    entries?.try_into().ok()
}

fn read_grades(reader: &Reader<'_>, node: Node<'_>) -> Option<Vec<Grade>> {
    let grades: Vec<Grade> = reader
        .list(node)
        .into_iter()
        .filter_map(|node| {
            let fields = reader.fields(node, GRADE)?;
            let grade = fields.text("grade");
            let from = fields.number("from", 0, 100);
            Some(Grade {
                grade: grade?.value,
                from: u8::try_from(from?).ok()?,
            })
        })
        .collect();
    let falls = grades.windows(2).all(|pair| pair[0].from > pair[1].from);
    if falls && grades.last().is_some_and(|last| last.from == 0) {
        Some(grades)
    } else {
        reader.problem(node, ProblemKind::GradeOrder);
        None
    }
}
