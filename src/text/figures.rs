//! The figures in words, the same for screen and commands.

use super::Strings;
use crate::domain::scale::Scale;
use crate::domain::score::{Figures, Rate, one_decimal};

/// Stands where a figure has no value.
const NONE: &str = "―";

/// Returns the figures as one line.
#[must_use]
pub fn line(strings: &Strings, scale: &Scale, figures: &Figures) -> String {
    let words = &strings.figures;
    let mut line = format!(
        "{} {}  {} {} ({})  {} {}  {} {}",
        words.response,
        percent(figures.response()),
        words.implementation,
        percent(figures.implementation()),
        counts(figures.implementation()),
        words.score,
        points(figures.score_tenths()),
        words.band,
        band(figures),
    );
    if let Some(grade) = figures.grade(scale) {
        line.push_str(&format!("  {} {grade}", words.grade));
    }
    line
}

/// Returns the figures as a few lines.
#[must_use]
pub fn lines(strings: &Strings, scale: &Scale, figures: &Figures) -> Vec<String> {
    let words = &strings.figures;
    let rate = |rate: Rate| format!("{} ({})", percent(rate), counts(rate));
    let mut lines = vec![
        format!(
            "{} {}   {} {}   {} {}",
            words.response,
            rate(figures.response()),
            words.applicability,
            rate(figures.applicability()),
            words.implementation,
            rate(figures.implementation()),
        ),
        format!(
            "{} {}   {} {}   {} {}",
            words.score,
            points(figures.score_tenths()),
            words.band,
            band(figures),
            words.grade,
            figures.grade(scale).unwrap_or(NONE),
        ),
    ];
    if figures.unanswered > 0 {
        lines.push(words.no_grade.to_owned());
    }
    if figures.critical_failures > 0 {
        lines.push((words.critical)(figures.critical_failures));
    }
    lines
}

/// Returns a percentage, or the sign for none.
#[must_use]
pub fn percent(rate: Rate) -> String {
    rate.percent_tenths().map_or_else(
        || NONE.to_owned(),
        |tenths| format!("{}%", one_decimal(tenths)),
    )
}

/// Returns a score, or the sign for none.
#[must_use]
pub fn points(tenths: Option<u32>) -> String {
    tenths.map_or_else(|| NONE.to_owned(), one_decimal)
}

pub(super) fn counts(rate: Rate) -> String {
    format!("{}/{}", rate.numerator, rate.denominator)
}

fn band(figures: &Figures) -> String {
    format!(
        "{}–{}",
        points(figures.score_min_tenths()),
        points(figures.score_max_tenths())
    )
}
