//! An excerpt of a file's line with a caret under the place meant, aligned by cells.

use super::safe;
use super::width::Ruler;
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
    // A long line is shown from a little before the place meant. Each sign is measured by itself,
    // once: a line may be very long, and there may be many problems in it.
    let wide = |sign: &char| Ruler::Narrow.cells(&shown(&[*sign]));
    let (before, after) = signs.split_at_checked(column).unwrap_or((&signs, &[]));
    let first = column - fitting(before.iter().rev().map(wide), EXCERPT_MAX / 2);
    let used: usize = before.iter().skip(first).map(wide).sum();
    let last = column + fitting(after.iter().map(wide), EXCERPT_MAX - used);
    let text = shown(signs.get(first..last).unwrap_or_default());
    let before = Ruler::Narrow.cells(&shown(signs.get(first..column).unwrap_or_default()));
    let meant = column.saturating_add(place.length).min(last);
    let length = Ruler::Narrow
        .cells(&shown(signs.get(column..meant).unwrap_or_default()))
        .max(1);
    vec![
        format!("{number} | {text}"),
        format!("{gutter} | {}{}", " ".repeat(before), "^".repeat(length)),
    ]
}

/// Returns how many of these widths fit.
fn fitting(widths: impl Iterator<Item = usize>, max: usize) -> usize {
    widths
        .scan(0, |used, width| {
            *used += width;
            (*used <= max).then_some(())
        })
        .count()
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

    #[test]
    fn a_long_line_is_shown_round_the_place_meant() {
        let place = |column, skipped| Place {
            file: "x.ron".into(),
            line: 1,
            column,
            length: 3,
            excerpt: "あ".repeat(200) + "bcd" + &"ｶﾞ".repeat(100),
            skipped,
        };
        for place in [place(201, 0), place(1_201, 1_000)] {
            let lines = excerpt(&place);
            let (text, carets) = (&lines[0], &lines[1]);
            assert_eq!(Ruler::Narrow.cells(text), EXCERPT_MAX + 4);
            assert!(text.contains("ああbcdｶﾞ"));
            let at = carets.find('^').unwrap();
            assert_eq!(at, Ruler::Narrow.cells(text.split_once('b').unwrap().0));
            assert!(carets.ends_with("^^^"));
        }
    }
}
