//! The department's own cells of an answer, read at a glance.

use chrono::NaiveDateTime;

use super::csv_blocks::ANSWERS_OWN;
use super::csv_cover::moment;
use super::csv_quick_form::Form;
use super::csv_quick_line::{Cells, Known, KnownTexts, is_canonical};
use super::csv_quick_rows::text;
use super::csv_submission::Given;
use super::csv_written::written_moment;
use crate::domain::answer::{Answer, AnswerSource};
use crate::domain::mark::Mark;
use crate::text::columns::{Content, MARK_SOURCE};

/// A mark, its worth and its source as an export writes them.
#[derive(Clone, Debug)]
pub(super) struct KnownMark {
    /// Its cells, a comma behind each.
    cells: String,
    mark: Option<Mark>,
    source: AnswerSource,
    canonical: bool,
}

impl KnownMark {
    /// Returns all of them, those most often found first.
    pub(super) fn all(words: &[String], worths: &[Option<u8>], sources: &[String]) -> Vec<Self> {
        let marks = Mark::ALL.into_iter().map(Some).chain([None]);
        let one = |mark: Option<Mark>, source: &str, known: AnswerSource| {
            let word = mark.and_then(|mark| words.get(mark.index()));
            let worth = mark.and_then(|mark| worths.get(mark.index()).copied().flatten());
            let cells = [
                word.cloned().unwrap_or_default(),
                worth.map_or_else(String::new, |worth| worth.to_string()),
                source.to_owned(),
            ];
            Self {
                canonical: [0, 2].into_iter().all(|at| {
                    let contents = [MARK_CONTENT, Content::Text, Content::Word(MARK_SOURCE)];
                    is_canonical(contents[at], cells[at].as_bytes())
                }),
                cells: cells.map(|cell| cell + ",").concat(),
                mark,
                source: known,
            }
        };
        let mut all = Vec::new();
        for (source, known) in sources.iter().zip(SOURCES) {
            for mark in marks.clone() {
                all.push(one(mark, source, known));
            }
        }
        all.extend(marks.map(|mark| one(mark, "", AnswerSource::Answered)));
        all
    }

    fn begins(&self, bytes: &[u8]) -> bool {
        bytes.starts_with(self.cells.as_bytes())
    }
}

/// What the cells of changes and flags hold.
const YES_OR_NO: Content = Content::Word(crate::text::columns::YES_NO);
/// What a mark's cell holds.
const MARK_CONTENT: Content = Content::Word(crate::text::columns::MARK);
/// The sources, in the order of their words.
const SOURCES: [AnswerSource; 3] = [
    AnswerSource::Answered,
    AnswerSource::Carried,
    AnswerSource::Profile,
];

/// What was seen in the files before and is likely to come again.
#[derive(Default, Debug)]
pub(super) struct Seen {
    /// Why each item does not apply.
    reasons: Vec<Known>,
    texts: KnownTexts,
    by: Known,
    flags: [Known; 2],
    moment: Vec<u8>,
    when: Option<NaiveDateTime>,
    /// Whether the moment stands as it is written in an export.
    written: bool,
}

impl Seen {
    fn reason(&mut self, row: usize, raw: &[u8]) -> bool {
        if raw.is_empty() {
            return true;
        }
        if self.reasons.len() <= row {
            self.reasons.resize_with(row + 1, Known::default);
        }
        self.reasons
            .get_mut(row)
            .is_some_and(|known| known.is_canonical(Content::Text, raw))
    }

    /// Reads a moment, none where there is none.
    fn moment(&mut self, raw: &[u8]) -> Option<NaiveDateTime> {
        if self.moment != raw {
            self.when = written_moment(raw);
            self.written = self.when.is_some();
            if !self.written {
                self.when = text(raw).and_then(|text| moment(&text));
            }
            self.moment.clear();
            self.moment.extend_from_slice(raw);
        }
        self.when
    }

    /// Returns whether a moment stands in the file as in its canonical line.
    fn is_canonical_moment(&mut self, raw: &[u8]) -> bool {
        self.moment(raw);
        self.written || is_canonical(Content::Text, raw)
    }
}

/// The cells of a mark: itself, its worth, its source.
const MARK_CELLS: usize = 3;

/// The department's own cells of an answer.
pub(super) struct Own<'a> {
    pub(super) mark: Option<Mark>,
    source: AnswerSource,
    remark: &'a [u8],
    evidence: &'a [u8],
    answered_at: &'a [u8],
    /// How long they are together.
    pub(super) length: usize,
    /// Whether they stand in the file as in their canonical line.
    pub(super) canonical: bool,
}

impl<'a> Own<'a> {
    /// Finds the cells at the beginning of some bytes.
    pub(super) fn find(form: &Form, seen: &mut Seen, row: usize, bytes: &'a [u8]) -> Option<Self> {
        let known = form.marks.iter().find(|known| known.begins(bytes))?;
        let rest = bytes.get(known.cells.len()..)?;
        let cells = Cells::<{ ANSWERS_OWN - MARK_CELLS }>::take(rest)?;
        let [
            reason,
            remark,
            evidence,
            approver,
            previous,
            changed,
            flagged,
            answered_at,
            by,
        ] = cells.raw;
        let canonical = known.canonical
            && seen.reason(row, reason)
            && seen.texts.is_canonical(remark)
            && seen.texts.is_canonical(evidence)
            && is_canonical(Content::Text, approver)
            && is_canonical(MARK_CONTENT, previous)
            && seen.flags[0].is_canonical(YES_OR_NO, changed)
            && seen.flags[1].is_canonical(YES_OR_NO, flagged)
            && seen.is_canonical_moment(answered_at)
            && seen.by.is_canonical(Content::Text, by);
        Some(Self {
            mark: known.mark,
            source: known.source,
            remark,
            evidence,
            answered_at,
            length: known.cells.len() + cells.length,
            canonical,
        })
    }

    /// Reads what they say.
    pub(super) fn read(
        &self,
        seen: &mut Seen,
        take: impl FnOnce(&Given<'_>) -> Answer,
    ) -> Option<Answer> {
        Some(take(&Given {
            mark: self.mark,
            source: self.source,
            when: seen.moment(self.answered_at),
            remark: &text(self.remark)?,
            evidence: is_there(self.evidence)?,
        }))
    }
}

/// Returns whether a cell is more than blanks.
fn is_there(raw: &[u8]) -> Option<bool> {
    match raw.first() {
        None => Some(false),
        // A letter, or a kanji.
        Some(b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xE4..=0xE9) => Some(true),
        Some(_) => Some(!text(raw)?.trim().is_empty()),
    }
}
