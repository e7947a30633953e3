//! A quick reader for exported files that are still as they were written: whole rows are compared
//! with those of a pair read before, and only what differs from department to department is looked
//! at. It checks what the full reader checks. Whatever it cannot vouch for it leaves to that one.
//!
//! Each of the two files is read on its own, as a half; joining them checks the receipt and every
//! figure.

use std::ops::Range;
use std::sync::Arc;

use arcstr::ArcStr;

use super::csv_blocks::{ANSWERS_OWN, BlockDigests, Blocks, FIGURES, IDENTITY, SCOPE, SUMMARY_OWN};
use super::csv_canonical::SheetKind;
use super::csv_figures;
use super::csv_quick_answers::{Own, Seen};
use super::csv_quick_form::{FixedRow, FixedRows, Form};
use super::csv_quick_frame::{Frame, Names, Shared, cover, frame};
use super::csv_quick_line::{Cells, as_it_stands, is_canonical, put_line};
use super::csv_quick_rows::text;
use super::csv_submission::Texts;
use super::digest::Parts;
use super::receipt;
use crate::domain::answer::{Answer, Beside};
use crate::domain::cover::Cover;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::ledger::{Claim, Soundness};
use crate::domain::remarks::Remarks;
use crate::domain::scope::ScopeKind;
use crate::domain::submission::{Origin, Pace, Submission};
use crate::text::columns::Column;

/// A file from the first row of a department's part on.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// The file's name.
    pub name: &'a ArcStr,
    /// The bytes of its rows; the part may end before they do.
    pub bytes: &'a [u8],
    /// The first row, as a spreadsheet shows it.
    pub first: usize,
}

/// Space that is used again for each file, and what was seen in those before.
#[derive(Default, Debug)]
pub struct Scratch {
    /// The lines of the rows, one after another, and where each ends.
    lines: [Lines; 2],
    line: Vec<u8>,
    parts: Parts,
    shared: Shared,
    names: Names,
    seen: Seen,
    texts: Texts,
    given: Vec<Answer>,
}

/// Canonical lines: where they stand in the file, or those that were made, side by side.
#[derive(Default, Debug)]
struct Lines {
    made: Vec<u8>,
    places: Vec<Line>,
}

#[derive(Clone, Debug)]
enum Line {
    InFile(Range<usize>),
    Made(Range<usize>),
}

impl Lines {
    fn clear(&mut self) {
        self.made.clear();
        self.places.clear();
    }

    /// Adds a line that stands in the file.
    fn in_file(&mut self, start: usize, line: &[u8]) {
        self.places.push(Line::InFile(start..start + line.len()));
    }

    /// Adds a line that has to be made.
    fn make(&mut self, make: impl FnOnce(&mut Vec<u8>) -> Option<()>) -> Option<()> {
        let start = self.made.len();
        make(&mut self.made)?;
        self.places.push(Line::Made(start..self.made.len()));
        Some(())
    }

    /// Returns the digest of the lines of a file in an order; `parts` is space that is used again.
    fn digest(&self, order: &[usize], file: &[u8], parts: &mut Parts) -> [u8; 32] {
        parts.clear();
        for &at in order {
            let line = match self.places.get(at) {
                Some(Line::InFile(place)) => file.get(place.clone()),
                Some(Line::Made(place)) => self.made.get(place.clone()),
                None => None,
            };
            parts.add(line.unwrap_or_default());
        }
        parts.digest()
    }
}

/// A summary that was read without its answers.
#[derive(Clone, Debug)]
pub struct SummaryHalf {
    form: Arc<Form>,
    /// The digest of what it shares with its answers.
    shared: [u8; 32],
    /// The digest of its figures.
    figures: [u8; 32],
    digest: [u8; 32],
    receipt: Box<str>,
}

/// Answers that were read without their summary.
#[derive(Clone, Debug)]
pub struct AnswersHalf {
    form: Arc<Form>,
    shared: [u8; 32],
    digest: [u8; 32],
    cover: Cover,
    answers: Box<[Answer]>,
    remarks: Remarks,
    pace: Option<Pace>,
    /// The file, and the row it begins in.
    name: ArcStr,
    first: usize,
}

impl SummaryHalf {
    /// Returns what the summary and its answers have in common and hardly any other files.
    #[must_use]
    pub const fn key(&self) -> [u8; 32] {
        self.shared
    }
}

impl AnswersHalf {
    /// Returns what the summary and its answers have in common and hardly any other files.
    #[must_use]
    pub const fn key(&self) -> [u8; 32] {
        self.shared
    }
}

/// Something that was read, and how much it was read from.
#[derive(Clone, Debug)]
pub struct Taken<T> {
    /// What it is.
    pub value: T,
    /// The bytes of its rows.
    pub bytes: usize,
    /// How many rows they are.
    pub rows: usize,
}

impl<T> Taken<T> {
    /// Returns what was read, if it was read from all of some rows.
    fn whole(self, rows: Rows<'_>) -> Option<T> {
        (self.bytes == rows.bytes.len()).then_some(self.value)
    }
}

/// Reads a pair, each a whole file; none when it is not exactly as it was written, or is of another
/// form. Of answers of other years than `year` only the marks are kept.
#[must_use]
pub fn read(
    form: &Arc<Form>,
    (summary, answers): (Rows<'_>, Rows<'_>),
    year: Option<FiscalYear>,
    scratch: &mut Scratch,
) -> Option<(Claim, Submission)> {
    let half = read_summary(form, summary, scratch)?.whole(summary)?;
    let answers = read_answers(form, answers, year, scratch)?.whole(answers)?;
    join(&half, summary.name, answers, scratch)
}

/// Reads a department's part of a summary; none when it is not exactly as it was written, or is of
/// another form.
#[must_use]
pub fn read_summary(
    form: &Arc<Form>,
    summary: Rows<'_>,
    scratch: &mut Scratch,
) -> Option<Taken<SummaryHalf>> {
    let kind = SheetKind::Summary;
    let frame = frame(kind, summary.bytes)?;
    let [figures, own] = &mut scratch.lines;
    let parts = &mut scratch.parts;
    figures.clear();
    own.clear();
    let bytes = each_row(&form.summary, &frame, summary.bytes, |_, _, bytes| {
        let start = summary.bytes.len() - bytes.len();
        let computed = Cells::<FIGURES>::take(bytes)?;
        let (line, rest) = bytes.split_at_checked(computed.length)?;
        let others = Cells::<SUMMARY_OWN>::take(rest)?;
        let columns = kind.columns().iter().skip(IDENTITY + SCOPE);
        // A number written otherwise is found when the figures are counted.
        let is_number = |raw: &[u8]| raw.first().is_none_or(u8::is_ascii_digit);
        let columns_of_figures = columns.clone().take(FIGURES);
        let stands =
            |(column, raw): (&Column, &&[u8])| is_number(raw) || is_canonical(column.content, raw);
        if columns_of_figures.clone().zip(&computed.raw).all(stands) {
            figures.in_file(start, as_it_stands(line));
        } else {
            figures.make(|to| put_line(columns_of_figures, &computed.raw, to))?;
        }
        own.make(|to| put_line(columns.skip(FIGURES), &others.raw, to))?;
        Some(computed.length + others.length)
    })?;
    let blocks = BlockDigests {
        shared: scratch.shared.of(kind, &frame)?,
        asked: form.summary.asked,
        figures: figures.digest(&form.summary.order, summary.bytes, parts),
        own: own.digest(&form.summary.order, summary.bytes, parts),
    };
    let rows = form.summary.rows.len();
    let value = SummaryHalf {
        form: Arc::clone(form),
        shared: blocks.shared,
        figures: blocks.figures,
        digest: blocks.digest(kind, rows),
        receipt: text(frame.receipt)?.trim().into(),
    };
    Some(Taken { value, bytes, rows })
}

/// Reads a department's part of answers; none when they are not exactly as they were written, or
/// are of another form. Of answers of other years than `year` only the marks are kept.
#[must_use]
pub fn read_answers(
    form: &Arc<Form>,
    answers: Rows<'_>,
    year: Option<FiscalYear>,
    scratch: &mut Scratch,
) -> Option<Taken<AnswersHalf>> {
    let kind = SheetKind::Answers;
    let frame = frame(kind, answers.bytes)?;
    let cover = cover(&frame, &mut scratch.names)?;
    let [lines, _] = &mut scratch.lines;
    let (seen, texts, given) = (&mut scratch.seen, &mut scratch.texts, &mut scratch.given);
    lines.clear();
    texts.clear();
    given.clear();
    given.resize(form.asked.items.len(), Answer::default());
    let kept = year.is_none() || cover.year == year;
    let bytes = each_row(&form.answers, &frame, answers.bytes, |at, row, bytes| {
        let own = Own::find(form, seen, at, bytes)?;
        *given.get_mut(row.position)? = if kept {
            own.read(seen, |given| {
                texts.take(row.position, given, cover.confirmed_at)
            })?
        } else {
            Answer::new(own.mark, Beside::default())
        };
        if own.canonical {
            let start = answers.bytes.len() - bytes.len();
            lines.in_file(start, as_it_stands(bytes.get(..own.length)?));
        } else {
            let cells = Cells::<ANSWERS_OWN>::take(bytes)?;
            lines.make(|to| put_line(Form::own_columns(), &cells.raw, to))?;
        }
        Some(own.length)
    })?;
    let blocks = BlockDigests {
        shared: scratch.shared.of(kind, &frame)?,
        asked: form.answers.asked,
        figures: Blocks::default().finish().figures,
        own: lines.digest(&form.answers.order, answers.bytes, &mut scratch.parts),
    };
    let rows = form.answers.rows.len();
    let value = AnswersHalf {
        form: Arc::clone(form),
        shared: blocks.shared,
        digest: blocks.digest(kind, rows),
        cover,
        answers: given.as_slice().into(),
        remarks: texts.remarks.finish(),
        pace: texts.pace,
        name: answers.name.clone(),
        first: answers.first,
    };
    Some(Taken { value, bytes, rows })
}

/// Joins two halves; none when they are not of one export, or not as they were written.
#[must_use]
pub fn join(
    summary: &SummaryHalf,
    summary_name: &ArcStr,
    answers: AnswersHalf,
    scratch: &mut Scratch,
) -> Option<(Claim, Submission)> {
    let form = &summary.form;
    let receipt = &*answers.cover.receipt;
    let of_one_export = Arc::ptr_eq(form, &answers.form)
        && summary.shared == answers.shared
        && *summary.receipt == *receipt;
    if !of_one_export || receipt::of_digests(&summary.digest, &answers.digest) != *receipt {
        return None;
    }
    let submission = submission(summary_name, answers)?;
    let claim = Claim {
        cover: Arc::clone(&submission.cover),
        soundness: Soundness::Sound,
        files: [&submission.origin.summary, &submission.origin.answers]
            .map(|name| Some(name.clone())),
    };
    let figures = figures_of(form, &submission, scratch);
    (figures == summary.figures).then_some((claim, submission))
}

/// Puts a submission together.
fn submission(summary_name: &ArcStr, answers: AnswersHalf) -> Option<Submission> {
    let form = &answers.form;
    Some(Submission {
        year: answers.cover.year?,
        department_code: answers.cover.department_code.clone(),
        cover: Arc::new(answers.cover),
        asked: Arc::clone(&form.asked),
        answers: answers.answers,
        remarks: answers.remarks,
        pace: answers.pace,
        origin: Origin {
            answers: answers.name,
            summary: summary_name.clone(),
            first_row: answers.first,
            rows: Arc::clone(&form.rows),
        },
    })
}

/// Walks through the rows of a part, each beside the row of the form; `own` gets the bytes behind
/// what is asked and says how long the department's cells among them are. Returns how long the part
/// is; none when it goes on behind the last row of the form.
fn each_row<'a>(
    fixed_rows: &FixedRows,
    frame: &Frame<'_>,
    bytes: &'a [u8],
    mut own: impl FnMut(usize, &FixedRow, &'a [u8]) -> Option<usize>,
) -> Option<usize> {
    let mut rest = bytes;
    for (at, row) in fixed_rows.rows.iter().enumerate() {
        rest = rest
            .strip_prefix(frame.identity)?
            .strip_prefix(row.raw.as_slice())?;
        let length = own(at, row, rest)?;
        rest = rest.get(length..)?.strip_prefix(frame.tail)?;
    }
    let first = fixed_rows.rows.first()?;
    let goes_on = rest
        .strip_prefix(frame.identity)
        .is_some_and(|behind| !behind.starts_with(&first.raw));
    (!goes_on).then(|| bytes.len() - rest.len())
}

/// Counts and scores the answers, and returns the digest of every figure of the summary.
fn figures_of(form: &Form, submission: &Submission, scratch: &mut Scratch) -> [u8; 32] {
    let (line, parts) = (&mut scratch.line, &mut scratch.parts);
    parts.clear();
    for &at in &form.summary.order {
        let row = form.summary.rows.get(at);
        let Some(scope) = row.and_then(|row| form.asked.scopes.get(row.position)) else {
            continue;
        };
        let figures = submission.figures_of(&scope.items);
        let is_total = scope.kind == ScopeKind::Total;
        line.clear();
        csv_figures::put_row(&figures, &form.asked.scale, is_total, line);
        // The comma behind the last.
        line.pop();
        parts.add(line);
    }
    parts.digest()
}

#[cfg(test)]
#[path = "csv_quick_tests.rs"]
mod tests;
