//! The figures of a scope as cells of the summary: one function for writing and for checking.

use super::digits;
use crate::domain::mark::Mark;
use crate::domain::scale::{Grade, MarkEntry, Scale};
use crate::domain::score::{Figures, one_decimal};
use crate::text::columns::MARK;

/// The columns that hold figures.
pub const COLUMNS: [&str; 16] = [
    "items",
    "not_applicable",
    "applicable",
    "unanswered",
    "to_be_confirmed",
    "implemented",
    "partial",
    "not_implemented",
    "response_rate",
    "applicability_rate",
    "implementation_rate",
    "score",
    "score_min",
    "score_max",
    "grade",
    "critical_failures",
];

/// Returns the cell of a figure; none for a column that holds no figure. A figure without a
/// denominator is an empty cell, and so is the grade of anything but the total.
#[must_use]
pub fn cell(figures: &Figures, scale: &Scale, is_total: bool, id: &str) -> Option<String> {
    let tenths = |value: Option<u32>| value.map_or_else(String::new, one_decimal);
    Some(match id {
        "items" => figures.items.to_string(),
        "not_applicable" => figures.not_applicable.to_string(),
        "applicable" => figures.applicable().to_string(),
        "unanswered" => figures.unanswered.to_string(),
        "to_be_confirmed" => figures.to_be_confirmed.to_string(),
        "implemented" => figures.implemented.to_string(),
        "partial" => figures.partial.to_string(),
        "not_implemented" => figures.not_implemented.to_string(),
        "response_rate" => tenths(figures.response().percent_tenths()),
        "applicability_rate" => tenths(figures.applicability().percent_tenths()),
        "implementation_rate" => tenths(figures.implementation().percent_tenths()),
        "score" => tenths(figures.score_tenths()),
        "score_min" => tenths(figures.score_min_tenths()),
        "score_max" => tenths(figures.score_max_tenths()),
        "critical_failures" => figures.critical_failures.to_string(),
        "grade" if is_total => figures.grade(scale).unwrap_or_default().to_owned(),
        "grade" => String::new(),
        _ => return None,
    })
}

/// Writes the cells of a row's figures, each with the comma behind it, as they stand in a file.
pub(super) fn put_row(figures: &Figures, scale: &Scale, is_total: bool, to: &mut Vec<u8>) {
    for count in [
        figures.items,
        figures.not_applicable,
        figures.applicable(),
        figures.unanswered,
        figures.to_be_confirmed,
        figures.implemented,
        figures.partial,
        figures.not_implemented,
    ] {
        digits::put(count, to);
        to.push(b',');
    }
    for tenths in [
        figures.response().percent_tenths(),
        figures.applicability().percent_tenths(),
        figures.implementation().percent_tenths(),
        figures.score_tenths(),
        figures.score_min_tenths(),
        figures.score_max_tenths(),
    ] {
        if let Some(tenths) = tenths {
            digits::put_tenths(u64::from(tenths), to);
        }
        to.push(b',');
    }
    if is_total {
        to.extend_from_slice(figures.grade(scale).unwrap_or_default().as_bytes());
    }
    to.push(b',');
    digits::put(figures.critical_failures, to);
    to.push(b',');
}

/// Returns the scale that is shipped, for files that come without their checklist.
#[must_use]
pub fn default_scale() -> Scale {
    let signs = ["○", "△", "×", "－", "？"];
    let values = [Some(100), Some(50), Some(0), None, Some(0)];
    Scale {
        marks: Mark::ALL.map(|mark| MarkEntry {
            symbol: signs
                .get(mark.index())
                .copied()
                .unwrap_or_default()
                .to_owned(),
            word: MARK
                .get(mark.index())
                .map_or(mark.code(), |word| word.ja)
                .to_owned(),
            value: values.get(mark.index()).copied().flatten(),
        }),
        grades: [("A", 90), ("B", 75), ("C", 60), ("D", 0)]
            .map(|(grade, from)| Grade {
                grade: grade.to_owned(),
                from,
            })
            .to_vec(),
        critical_cap: "C".to_owned(),
        seconds_per_item: 15,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Entry;
    use crate::format::csv_test_kit::checklist;

    #[test]
    fn the_default_scale_is_the_shipped_one() {
        assert_eq!(default_scale(), checklist("odawara").scale);
        for mark in Mark::ALL {
            assert_eq!(MARK[mark.index()].code, mark.code());
        }
    }

    #[test]
    fn a_row_is_its_cells() {
        let scale = default_scale();
        let marks = [
            None,
            Some(Mark::Implemented),
            Some(Mark::ToBeConfirmed),
            Some(Mark::Partial),
        ];
        for count in [0, 1, 4, 30] {
            let entries = (0..count).map(|at| Entry {
                weight: 3,
                critical: true,
                mark: marks[at % marks.len()],
            });
            let figures = Figures::of(entries, &scale);
            for is_total in [true, false] {
                let mut row = Vec::new();
                put_row(&figures, &scale, is_total, &mut row);
                let cells = COLUMNS.map(|id| cell(&figures, &scale, is_total, id).unwrap() + ",");
                assert_eq!(row, cells.concat().as_bytes());
            }
        }
    }

    #[test]
    fn a_figure_without_denominator_is_empty() {
        let scale = default_scale();
        let set_aside = Entry {
            weight: 3,
            critical: true,
            mark: Some(Mark::NotApplicable),
        };
        let figures = Figures::of([set_aside], &scale);
        let cells = COLUMNS.map(|id| cell(&figures, &scale, true, id).unwrap());
        assert_eq!(cells.join(","), "1,1,0,0,0,0,0,0,100.0,0.0,,,,,,0");
        assert_eq!(cell(&figures, &scale, true, "scope_id"), None);
    }
}
