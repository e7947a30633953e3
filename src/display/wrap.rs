//! Japanese line breaking: ICU's strict rules plus what they leave open, filled greedily. The one
//! function for what is drawn, where the caret stands, how many lines there are and how far to scroll.

use std::sync::LazyLock;

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::line_rules::{never_first, never_last, stay_together};
use super::width::Ruler;

/// The widest column of text that is read with ease, in cells.
pub const COLUMN_MAX: usize = 76;

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options)
});

/// A line of a wrapped text: where it lies in the text, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineSpan {
    /// The first byte.
    pub start: usize,
    /// Just behind the last byte shown; a line end, and blanks where a line is broken, are not shown.
    pub end: usize,
}

impl Ruler {
    /// Breaks a text into lines of at most `width` cells. A text always has at least one line.
    #[must_use]
    pub fn wrap_spans(self, text: &str, width: usize) -> Vec<LineSpan> {
        let width = width.max(2);
        let mut spans = Vec::new();
        let mut start = 0;
        for paragraph in text.split('\n') {
            Paragraph::new(self, paragraph, start, width).wrap(&mut spans);
            start += paragraph.len() + 1;
        }
        spans
    }

    /// Breaks a text into lines of at most `width` cells.
    #[must_use]
    pub fn wrap(self, text: &str, width: usize) -> Vec<String> {
        self.wrap_spans(text, width)
            .into_iter()
            .map(|span| {
                text.get(span.start..span.end)
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect()
    }
}

/// A paragraph with what it takes to measure any stretch of it at once.
struct Paragraph<'a> {
    text: &'a str,
    offset: usize,
    width: usize,
    /// The places between units, the end included.
    places: Vec<usize>,
    /// The cells before each place.
    cells: Vec<usize>,
}

impl<'a> Paragraph<'a> {
    fn new(ruler: Ruler, text: &'a str, offset: usize, width: usize) -> Self {
        let mut places = vec![0];
        let mut cells = vec![0];
        let mut used = 0;
        for unit in ruler.units(text) {
            used += unit.cells;
            places.push(unit.end);
            cells.push(used);
        }
        Self {
            text,
            offset,
            width,
            places,
            cells,
        }
    }

    fn wrap(&self, spans: &mut Vec<LineSpan>) {
        let mut line_start = 0;
        let mut line_end = 0;
        for end in self.chances() {
            if self.fits(line_start, end) {
                line_end = end;
                continue;
            }
            if line_end > line_start {
                self.push(spans, line_start, line_end);
                line_start = line_end;
            }
            // A stretch without a place to break is cut between characters.
            while !self.fits(line_start, end) {
                let cut = self.cut(line_start, end);
                self.push(spans, line_start, cut);
                line_start = cut;
            }
            line_end = end;
        }
        self.push(spans, line_start, self.text.len());
    }

    fn piece(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn cells_before(&self, place: usize) -> usize {
        let at = self.places.partition_point(|known| *known < place);
        self.cells.get(at).copied().unwrap_or_default()
    }

    fn measure(&self, start: usize, end: usize) -> usize {
        self.cells_before(end)
            .saturating_sub(self.cells_before(start))
    }

    /// Returns whether a stretch fits a line; blanks at its end take no room.
    fn fits(&self, start: usize, end: usize) -> bool {
        let shown = self.piece(start, end).trim_end_matches(is_blank);
        self.measure(start, start + shown.len()) <= self.width
    }

    fn push(&self, spans: &mut Vec<LineSpan>, start: usize, end: usize) {
        let trimmed = start + self.piece(start, end).trim_end_matches(is_blank).len();
        let last = end == self.text.len();
        // At the end of a paragraph blanks are shown as far as there is room: a caret stands there.
        let shown = if last {
            let from = self.places.partition_point(|place| *place <= trimmed);
            let blanks = self.places.get(from..).unwrap_or_default();
            let room = |place: &&usize| {
                self.measure(start, **place) <= self.width
                    && !self.piece(start, **place).ends_with('\r')
            };
            blanks.iter().take_while(room).last().copied()
        } else {
            None
        };
        spans.push(LineSpan {
            start: self.offset + start,
            end: self.offset + shown.unwrap_or(trimmed),
        });
    }

    /// Returns where an over-long stretch is cut: after as much as fits, and not between signs that
    /// the rules keep together as long as that is possible.
    fn cut(&self, start: usize, end: usize) -> usize {
        let inside = |place: &&usize| **place > start && **place < end;
        let fitting = |place: &&usize| self.measure(start, **place) <= self.width;
        let mut found = None;
        for &place in self.places.iter().rev().filter(inside).filter(fitting) {
            if self.allowed(place) {
                return place;
            }
            found = found.max(Some(place));
        }
        let next = self.places.iter().find(|place| **place > start);
        found.or(next.copied()).unwrap_or(end)
    }

    fn allowed(&self, place: usize) -> bool {
        sides(self.text, place)
            .is_none_or(|(before, after)| !never_first(after) && !never_last(before))
    }

    /// Returns the places where a line may end, the end of the text included.
    fn chances(&self) -> Vec<usize> {
        SEGMENTER
            .segment_str(self.text)
            .filter(|&at| at > 0 && self.places.binary_search(&at).is_ok())
            .filter(|&at| {
                self.allowed(at)
                    && sides(self.text, at)
                        .is_none_or(|(before, after)| !stay_together(before, after))
            })
            .collect()
    }
}

fn sides(text: &str, at: usize) -> Option<(char, char)> {
    let (before, after) = text.split_at_checked(at)?;
    Some((before.chars().next_back()?, after.chars().next()?))
}

/// Blanks hang at the end of a broken line.
const fn is_blank(sign: char) -> bool {
    matches!(sign, ' ' | '\u{3000}' | '\t' | '\r')
}

#[cfg(test)]
#[path = "wrap_tests.rs"]
mod tests;
