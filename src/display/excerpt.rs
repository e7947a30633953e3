//! An excerpt of a file's line with a caret under the place meant, aligned by cells.

use super::safe;
use super::width::cells;
use crate::domain::problem::Place;

/// Widest excerpt, in cells.
const EXCERPT_MAX: usize = 100;

/// Returns the lines of an excerpt: the text and, below it, carets. None for a whole-file problem.
#[must_use]
pub fn excerpt(place: &Place) -> Vec<String> {
    if place.line == 0 {
        return Vec::new();
    }
    let number = place.line.to_string();
    let gutter = " ".repeat(number.len());
    let signs: Vec<char> = place.excerpt.chars().collect();
    let column = place
        .column
        .saturating_sub(1 + place.skipped)
        .min(signs.len());
    let shown = |part: &[char]| safe::line(&part.iter().collect::<String>());
    // A long line is shown from a little before the place meant.
    let mut first = 0;
    while cells(&shown(signs.get(first..column).unwrap_or_default())) > EXCERPT_MAX / 2 {
        first += 1;
    }
    let mut last = signs.len();
    while cells(&shown(signs.get(first..last).unwrap_or_default())) > EXCERPT_MAX && last > column {
        last -= 1;
    }
    let text = shown(signs.get(first..last).unwrap_or_default());
    let before = cells(&shown(signs.get(first..column).unwrap_or_default()));
    let meant = column.saturating_add(place.length).min(last);
    let length = cells(&shown(signs.get(column..meant).unwrap_or_default())).max(1);
    vec![
        format!("{number} | {text}"),
        format!("{gutter} | {}{}", " ".repeat(before), "^".repeat(length)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_below_wide_characters() {
        let place = Place {
            file: "x.ron".into(),
            line: 12,
            column: 7,
            length: 2,
            excerpt: "日本語: 重み".into(),
            skipped: 0,
        };
        assert_eq!(excerpt(&place), ["12 | 日本語: 重み", "   |           ^^"],);
    }
}
