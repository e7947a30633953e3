//! Japanese line breaking: ICU's strict rules plus what they leave open, filled greedily.

use std::sync::LazyLock;

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation as _;

use super::width::Ruler;

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options)
});

/// Signs that must not begin a line, beyond what ICU keeps.
const NOT_FIRST: &str = "～－―％ﾞﾟ),.、。」）・：！？";
/// Signs that must not end a line, beyond what ICU keeps.
const NOT_LAST: &str = "「（【￥№(";

/// A line of a wrapped text: where it lies in the text, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineSpan {
    /// The first byte.
    pub start: usize,
    /// Just behind the last byte shown; a line end or trailing blank is not shown.
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
            self.wrap_paragraph(paragraph, start, width, &mut spans);
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

    fn wrap_paragraph(
        self,
        paragraph: &str,
        offset: usize,
        width: usize,
        spans: &mut Vec<LineSpan>,
    ) {
        let breaks = breaks(paragraph);
        let piece = |from: usize, to: usize| paragraph.get(from..to).unwrap_or_default();
        let wide = |from: usize, to: usize| self.cells(piece(from, to).trim_end());
        let mut line_start = 0;
        let mut line_end = 0;
        for end in breaks {
            if wide(line_start, end) <= width {
                line_end = end;
                continue;
            }
            if line_end > line_start {
                push(spans, paragraph, offset, line_start, line_end);
                line_start = line_end;
            }
            // A stretch without a place to break is cut between characters.
            while wide(line_start, end) > width {
                let cut = self.cut_at(piece(line_start, end), width);
                push(spans, paragraph, offset, line_start, line_start + cut);
                line_start += cut;
            }
            line_end = end;
        }
        push(spans, paragraph, offset, line_start, paragraph.len());
    }

    fn cut_at(self, text: &str, width: usize) -> usize {
        let mut used = 0;
        let mut cut = 0;
        for (at, grapheme) in text.grapheme_indices(true) {
            used += self.cells(grapheme);
            if used > width && cut > 0 {
                break;
            }
            cut = at + grapheme.len();
        }
        cut
    }
}

fn push(spans: &mut Vec<LineSpan>, paragraph: &str, offset: usize, start: usize, end: usize) {
    let shown = paragraph.get(start..end).unwrap_or_default();
    let trimmed = if end == paragraph.len() {
        shown
    } else {
        shown.trim_end_matches(' ')
    };
    spans.push(LineSpan {
        start: offset + start,
        end: offset + start + trimmed.len(),
    });
}

/// Returns the places where a line may end, the end of the text included.
fn breaks(text: &str) -> Vec<usize> {
    SEGMENTER
        .segment_str(text)
        .filter(|&at| at > 0)
        .filter(|&at| at == text.len() || may_break(text, at))
        .collect()
}

fn may_break(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|part| part.chars().next_back());
    let after = text.get(at..).and_then(|part| part.chars().next());
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    let wide_word = |sign: char| matches!(sign, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    !(NOT_FIRST.contains(after)
        || NOT_LAST.contains(before)
        || (wide_word(before) && wide_word(after)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_do_not_begin_with_marks_that_may_not() {
        assert_eq!(
            Ruler::Narrow.wrap(
                "端末が、インターネットに直接つながっていないことを確かめましたか。",
                20
            ),
            [
                "端末が、インターネッ",
                "トに直接つながってい",
                "ないことを確かめまし",
                "たか。"
            ]
        );
        assert_eq!(
            Ruler::Narrow.wrap("あいうえおか。", 12),
            ["あいうえお", "か。"]
        );
        assert_eq!(
            Ruler::Narrow.wrap("あいうえ（か）", 10),
            ["あいうえ", "（か）"]
        );
        assert_eq!(
            Ruler::Narrow.wrap("令和２０２４年", 8),
            ["令和", "２０２４", "年"]
        );
        assert_eq!(Ruler::Narrow.wrap("", 10), [""]);
        assert_eq!(Ruler::Narrow.wrap("a\n\nb", 10), ["a", "", "b"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_cut() {
        assert_eq!(Ruler::Narrow.wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(Ruler::Narrow.wrap("hello world", 7), ["hello", "world"]);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_text_is_lost(
            text in "[あ-んー、。「」（）ａ-ｚa-z０-９0-9 ～・\n]{0,120}", width in 2_usize..50
        ) {
            let spans = Ruler::Narrow.wrap_spans(&text, width);
            let mut shown = String::new();
            for span in spans {
                let line = text.get(span.start..span.end).unwrap();
                prop_assert!(Ruler::Narrow.cells(line.trim_end()) <= width.max(2));
                shown.push_str(line);
            }
            let keep = |text: &str| text.replace([' ', '\n'], "");
            prop_assert_eq!(keep(&shown), keep(&text));
        }
    }
}
